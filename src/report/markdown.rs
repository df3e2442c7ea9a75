//! Markdown for the places where boards keep their papers; text of the plan never becomes markup.

use super::page::{Block, Line, Page, Table};

/// Prints the page as CommonMark with pipe tables.
pub(super) fn render(page: &Page) -> String {
    let blocks: Vec<String> = page.blocks.iter().map(block).collect();
    blocks.join("\n\n") + "\n"
}

fn block(block: &Block) -> String {
    match block {
        Block::Title { level, text, lines } => {
            let paragraph: Vec<String> = lines.iter().map(line).collect();
            format!("{}\n{}", heading(*level, text), paragraph.join("\n"))
        }
        Block::Heading { level, text } => heading(*level, text),
        Block::Lines(lines) => match lines.as_slice() {
            [one] => line(one),
            many => list(many),
        },
        Block::Numbered(sentences) => sentences.iter().enumerate().map(|(i, s)| format!("{}. {}", i + 1, escape(s))).collect::<Vec<_>>().join("\n"),
        Block::Record { level, name, lines } => format!("{}\n\n{}", heading(*level, name), list(lines)),
        Block::Table(table) => pipes(table),
    }
}

fn heading(level: u8, text: &str) -> String {
    format!("{} {}", "#".repeat(usize::from(level.clamp(1, 6))), escape(text))
}

fn list(lines: &[Line]) -> String {
    lines.iter().map(|l| format!("- {}", line(l))).collect::<Vec<_>>().join("\n")
}

fn line(line: &Line) -> String {
    match line {
        Line::Text(text) => escape(text),
        Line::Fact { label, value, .. } | Line::Link { label, address: value } => format!("**{}:** {}", escape(label), after_label(value)),
        // A box to tick where lists have tasks; the line stands in a list.
        Line::Tick(text) => format!("[ ] {}", escape(text)),
        Line::Room { label, value, .. } => format!("**{}:** {}", escape(label), escape(value)).trim_end().to_owned(),
        Line::Command { before, command } => format!("{} {}", escape(before), code(command)),
    }
}

fn pipes(table: &Table) -> String {
    let row = |cells: &mut dyn Iterator<Item = String>| format!("| {} |", cells.collect::<Vec<_>>().join(" | "));
    let mut out = vec![
        row(&mut table.columns.iter().map(|c| escape(&c.title))),
        row(&mut table.columns.iter().map(|c| if c.number { "---:".to_owned() } else { "---".to_owned() })),
    ];
    out.extend(table.rows.iter().map(|r| row(&mut r.cells.iter().map(|c| escape(c)))));
    out.join("\n")
}

/// Text that stays text: no emphasis, link, HTML, heading, list or table can come of it.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (i, c) in text.char_indices() {
        let special = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' | '$' | '@' | '^');
        let is_blank = c == '_' && is_line_to_write_on(text, i);
        let starts_a_block = i == 0 && matches!(c, '-' | '+' | '=');
        let ends_a_number = i == digits && digits > 0 && matches!(c, '.' | ')');
        let starts_a_link =
            (c == ':' && text[i..].starts_with("://")) || (c == '.' && i >= 3 && text.get(i - 3..i).is_some_and(|w| w.eq_ignore_ascii_case("www")));
        if (special && !is_blank) || starts_a_block || ends_a_number || starts_a_link {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A value stands behind its label, so nothing in it can begin a block.
fn after_label(value: &str) -> String {
    escape(&format!(" {value}")).split_off(1)
}

/// A run of underscores after a space opens no emphasis as long as no other underscore is left to close it.
fn is_line_to_write_on(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches('_');
    let run = text[before.len()..].bytes().take_while(|b| *b == b'_').count();
    run > 3 && before.ends_with([' ', '\u{a0}'])
}

/// A code span with a fence longer than any run of backticks inside.
fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if longest > 0 { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plan_text_stays_text() {
        assert_eq!(escape("a|b *c* <b> [x](y) `z`"), r"a\|b \*c\* \<b\> \[x\](y) \`z\`");
        assert_eq!(escape("bis zum ____ prüfen, ____."), "bis zum ____ prüfen, ____.");
        assert_eq!(escape("____ a_b __c__ ___ x____"), r"\_\_\_\_ a\_b \_\_c\_\_ \_\_\_ x\_\_\_\_");
        assert_eq!(escape("1. Ziel"), r"1\. Ziel");
        assert_eq!(escape("- Ziel 2. Halbjahr"), r"\- Ziel 2. Halbjahr");
        assert_eq!(escape("# Titel"), r"\# Titel");
        assert_eq!(escape("https://a.example www.b.example"), r"https\://a.example www\.b.example");
        assert_eq!(code("a `b` c"), "`` a `b` c ``");
    }
}
