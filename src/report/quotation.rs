//! Other people's words on our pages: without control characters, on one line, and not too long.

use crate::plan::Layout;

/// The longest quotation in characters; a longer one is cut at a word.
const LONGEST: usize = 300;

/// Text on one line: no escape sequences, control characters or marks that turn the direction of writing.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\u{1b}' || c == '\u{9b}' {
            skip_escape(c, &mut chars);
            continue;
        }
        if c.is_whitespace() || matches!(c, '\u{2028}' | '\u{2029}') {
            space = true;
            continue;
        }
        if c.is_control() || is_invisible(c) {
            continue;
        }
        if space && !out.is_empty() {
            out.push(' ');
        }
        space = false;
        out.push(c);
    }
    out
}

/// Skips the rest of a terminal escape sequence; a lone escape character takes nothing along.
fn skip_escape(first: char, chars: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    let kind = if first == '\u{9b}' { Some('[') } else { chars.next_if(|c| matches!(c, '[' | ']' | 'P' | '_' | '^')) };
    match kind {
        Some('[') => {
            while chars.next_if(|c| ('\u{20}'..='\u{3f}').contains(c)).is_some() {}
            let _ = chars.next_if(|c| ('\u{40}'..='\u{7e}').contains(c));
        }
        Some(_) => {
            // A string command: up to its end mark, but never over the end of the line.
            while let Some(c) = chars.next_if(|c| !matches!(c, '\n' | '\r')) {
                if c == '\u{7}' || (c == '\u{1b}' && chars.next_if_eq(&'\\').is_some()) {
                    break;
                }
            }
        }
        None => {}
    }
}

/// Marks that change the direction of writing, others without a shape of their own, and what is no character at all.
pub(super) fn is_invisible(c: char) -> bool {
    // Nearly every character comes before the first of them, and this is asked of every character of a report.
    c >= '\u{ad}'
        && matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{e0000}'..='\u{e007f}')
}

/// A passage as a quotation for people: the author's words without the marks of Markdown around them.
pub(super) fn quotation(written: &str, layout: Layout) -> String {
    let mut text = written.replace("**", "").replace("__", "");
    for mark in ["<br>", "<br/>", "<br />"] {
        text = text.replace(mark, " ");
    }
    let mut text = clean(&text);
    if layout == Layout::Row {
        let cells: Vec<&str> = text.split('|').map(str::trim).filter(|c| !c.is_empty()).collect();
        text = cells.join("; ");
    }
    for mark in ["- ", "* ", "+ ", "> ", "# ", "## ", "### ", "#### ", "##### ", "###### "] {
        if let Some(rest) = text.strip_prefix(mark) {
            text = rest.to_owned();
            break;
        }
    }
    short(&text, LONGEST)
}

/// Cuts a text after `longest` characters at a word and says so with " …".
fn short(text: &str, longest: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(longest) else { return text.to_owned() };
    let kept = &text[..end];
    let whole = text[end..].starts_with(' ');
    let cut = if whole { kept.len() } else { kept.rfind(' ').unwrap_or(kept.len()) };
    format!("{} …", kept[..cut].trim_end_matches([' ', ',', ';', ':', '–']))
}

/// The name of a file as it may be printed: never a path that begins at the root of a machine.
pub(super) fn shown_path(name: &str) -> String {
    let bytes = name.as_bytes();
    let drive = bytes.get(1) == Some(&b':') && bytes.first().is_some_and(u8::is_ascii_alphabetic);
    if name.starts_with(['/', '\\']) || drive { name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_escape_sequences_and_direction_marks_go() {
        assert_eq!(clean("\u{1b}[31mrot\u{1b}[0m und\u{1b}]0;Titel\u{7} weiß"), "rot und weiß");
        assert_eq!(clean("a\u{202e}b\u{2066}c\u{200f}d"), "abcd");
        assert_eq!(clean(" a\r\n\t b\u{a0}\u{a0}c\0 "), "a b c");
        assert_eq!(clean("\u{1b}Ende"), "Ende");
        assert_eq!(clean("\u{1b}]offen\nweiter"), "weiter");
    }

    #[test]
    fn a_long_quotation_ends_at_a_word() {
        let long = quotation(&"Haltestelle ".repeat(60), Layout::Paragraph);
        assert!(long.ends_with("Haltestelle …") && long.chars().count() <= LONGEST + 2);
        let glued = quotation(&"x".repeat(400), Layout::Paragraph);
        assert_eq!(glued.chars().count(), LONGEST + 2);
    }

    #[test]
    fn marks_of_the_layout_are_no_words() {
        assert_eq!(quotation("| 2.3 | **Ausbau**<br>am Markt | Bauamt |", Layout::Row), "2.3; Ausbau am Markt; Bauamt");
        assert_eq!(quotation("- Rampe am Rathaus", Layout::Item), "Rampe am Rathaus");
    }

    #[test]
    fn absolute_paths_are_not_shown() {
        assert_eq!(shown_path("plaene/a.md"), "plaene/a.md");
        assert_eq!(shown_path("/irgendwo/a.md"), "a.md");
        assert_eq!(shown_path(r"C:\Pläne\a.md"), "a.md");
    }
}
