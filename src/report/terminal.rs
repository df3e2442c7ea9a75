//! The table format for terminals: columns by spaces alone, German words broken where German breaks them.

use super::page::{Block, Line, Page, Table};
use super::plain;
use crate::text::Lang;
use crate::words::Words;
use comfy_table::{Cell, CellAlignment, ContentArrangement, presets};
use textwrap::core::display_width;
use textwrap::{Options, WordSplitter};

/// Below this width columns are no help any more.
const NARROWEST: usize = 60;
/// Nobody reads lines longer than this.
const WIDEST: usize = 120;
/// A column narrower than this cannot hold German words.
const COLUMN: usize = 8;
/// Spaces between columns.
const GAP: usize = 2;

/// Prints the page in lines of at most `width` columns.
pub(super) fn render(page: &Page, words: &Words, width: usize) -> String {
    let width = if width == 0 { 80 } else { width.min(WIDEST) };
    let mut out: Vec<String> = Vec::new();
    for block in &page.blocks {
        if width < NARROWEST {
            out.extend(stacked(block, words, width));
        } else {
            out.extend(wide(block, words, width));
        }
    }
    out.join("\n\n") + "\n"
}

/// The plain blocks, wrapped: nothing is cut, however narrow the window is.
fn stacked(block: &Block, words: &Words, width: usize) -> Vec<String> {
    let blocks = plain::blocks(block, words);
    blocks.iter().map(|lines| lines.iter().flat_map(|l| wrap(l, width, words.lang, "", "")).collect::<Vec<_>>().join("\n")).collect()
}

fn wide(block: &Block, words: &Words, width: usize) -> Vec<String> {
    let whole = |lines: &[Line], first: &str, rest: &str| -> Vec<String> {
        let wrapped = |l: &Line| match l {
            // A command is easier to copy when it stands on one line.
            Line::Command { before, command } if display_width(&l.whole()) > width => {
                [wrap(before, width, words.lang, first, rest), wrap(command, width, words.lang, rest, rest)].concat()
            }
            _ => wrap(&l.whole(), width, words.lang, first, rest),
        };
        lines.iter().flat_map(wrapped).collect()
    };
    let named = |name: &str, lines: &[Line], first: &str, rest: &str| {
        let mut out = wrap(name, width, words.lang, "", "");
        out.extend(whole(lines, first, rest));
        vec![out.join("\n")]
    };
    match block {
        Block::Title { text, lines, .. } => named(text, lines, "", ""),
        Block::Record { name, lines, .. } => named(name, lines, "  ", "    "),
        Block::Heading { text, .. } => vec![wrap(text, width, words.lang, "", "").join("\n")],
        Block::Lines(lines) => vec![whole(lines, "", "  ").join("\n")],
        Block::Numbered(sentences) => {
            vec![plain::numbered(sentences).flat_map(|s| wrap(&s, width, words.lang, "", "   ")).collect::<Vec<_>>().join("\n")]
        }
        Block::Table(table) => match columns(table, width) {
            Some(widths) => vec![aligned(table, &widths, words.lang)],
            None => stacked(block, words, width),
        },
    }
}

/// The width of each column, or nothing when they cannot stand side by side.
fn columns(table: &Table, width: usize) -> Option<Vec<usize>> {
    let mut widths: Vec<usize> = table
        .columns
        .iter()
        .enumerate()
        .map(|(i, column)| {
            table.rows.iter().filter_map(|r| r.cells.get(i)).map(|c| display_width(c)).chain([display_width(&column.title)]).max().unwrap_or(0)
        })
        .collect();
    let room = width.checked_sub(GAP * widths.len().saturating_sub(1))?;
    let least: Vec<usize> =
        (0..widths.len()).map(|i| table.rows.iter().filter_map(|r| r.cells.get(i)).map(|c| unbroken(c)).max().unwrap_or(0).max(COLUMN)).collect();
    while widths.iter().sum::<usize>() > room {
        // Text gives way before numbers and ids do, the widest column first.
        let gives_way = |&i: &usize| !table.columns[i].number && widths[i] > least[i];
        let widest = (0..widths.len()).filter(gives_way).max_by_key(|&i| (widths[i], usize::MAX - i))?;
        widths[widest] -= 1;
    }
    Some(widths)
}

/// The width of the longest id, path or number: they are typed again and must stay whole.
fn unbroken(text: &str) -> usize {
    text.split(' ').filter(|word| word.trim_end_matches('.').contains(['.', '/', '_'])).map(display_width).max().unwrap_or(0)
}

fn aligned(table: &Table, widths: &[usize], lang: Lang) -> String {
    let cell = |text: &str, i: usize| {
        let alignment = if table.columns[i].number { CellAlignment::Right } else { CellAlignment::Left };
        Cell::new(wrap(text, widths[i], lang, "", "").join("\n")).set_alignment(alignment)
    };
    let mut out = comfy_table::Table::new();
    out.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    out.set_header(table.columns.iter().enumerate().map(|(i, c)| cell(&c.title, i)));
    for row in &table.rows {
        out.add_row(row.cells.iter().enumerate().map(|(i, c)| cell(c, i)));
    }
    for (i, column) in out.column_iter_mut().enumerate() {
        column.set_padding((0, if i + 1 < widths.len() { GAP as u16 } else { 0 }));
    }
    out.lines().map(|l| l.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

/// Columns narrower than this would be mostly empty if words were kept whole.
const WHOLE_WORDS: usize = 30;

/// Breaks a text into lines; what does not fit even then goes on in the next line, and nothing is lost.
///
/// Words stay whole where there is room, because broken ones are harder to read.
fn wrap(text: &str, width: usize, lang: Lang, first: &str, rest: &str) -> Vec<String> {
    let room = width.saturating_sub(rest.len());
    let splitter = match lang {
        _ if room >= WHOLE_WORDS && text.split(' ').all(|word| display_width(word) <= room) => WordSplitter::NoHyphenation,
        Lang::De => WordSplitter::Custom(split_german),
        Lang::En => WordSplitter::Custom(split_english),
    };
    let options = Options::new(width.max(1)).initial_indent(first).subsequent_indent(rest).word_splitter(splitter);
    let lines = |options| textwrap::wrap(text, options).into_iter().map(|l| l.trim_end().to_owned()).collect::<Vec<_>>();
    let broken = lines(options.clone());
    // A syllable that fills the line leaves no room for its hyphen: there the break goes without one.
    let fits = broken.iter().all(|line| display_width(line) <= width);
    if fits { broken } else { lines(options.word_splitter(WordSplitter::NoHyphenation)) }
}

fn split_german(word: &str) -> Vec<usize> {
    split(word, hypher::Lang::German)
}

fn split_english(word: &str) -> Vec<usize> {
    split(word, hypher::Lang::English)
}

/// The places where a word may be broken. Ids, paths and numbers are no words: a hyphen would change them.
fn split(word: &str, lang: hypher::Lang) -> Vec<usize> {
    let start = word.find(char::is_alphanumeric).unwrap_or(0);
    let end = word.rfind(char::is_alphanumeric).map_or(word.len(), |i| i + word[i..].chars().next().map_or(1, char::len_utf8));
    let core = word.get(start..end).unwrap_or("");
    if !core.chars().all(|c| c.is_alphabetic() || c == '-') {
        return Vec::new();
    }
    let mut points = Vec::new();
    let mut at = start;
    for part in core.split_inclusive('-') {
        let letters = part.trim_end_matches('-');
        let mut inside = at;
        for syllable in hypher::hyphenate(letters, lang) {
            inside += syllable.len();
            if inside < at + letters.len() {
                points.push(inside);
            }
        }
        at += part.len();
        if at < end {
            points.push(at);
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn german_compounds_break_with_a_hyphen() {
        let lines = wrap("Gebärdensprachdolmetscherinnenvermittlungsstelle", 20, Lang::De, "", "");
        assert!(lines.len() > 2 && lines[..lines.len() - 1].iter().all(|l| l.ends_with('-')), "{lines:?}");
        assert!(lines.iter().all(|l| display_width(l) <= 20));
        let joined: String = lines.iter().map(|l| l.trim_end_matches('-')).collect();
        assert_eq!(joined, "Gebärdensprachdolmetscherinnenvermittlungsstelle");
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        let text = "Plakatkampagne, Katastrophenvorsorge, Gleichstellungsstelle, Beatmungsgeräte und Notunterkunft; wünschenswert, strengthened";
        for lang in [Lang::De, Lang::En] {
            for width in 4..30 {
                let lines = wrap(text, width, lang, "", "");
                assert!(lines.iter().all(|l| display_width(l) <= width), "{lang:?} {width}: {lines:?}");
            }
        }
    }

    #[test]
    fn ids_in_tables_stay_whole() {
        let mut table = Table::new(&[("Kriterium".to_owned(), false), ("Frage".to_owned(), false)]);
        table.row(&["gesundheit.fruehfoerderung-selbsthilfe", "Sind Frühförderung und Selbsthilfe für alle Menschen gesichert?"]);
        assert_eq!(columns(&table, 80), Some(vec![38, 40]));
        assert_eq!(columns(&table, 60), Some(vec![38, 20]));
        assert_eq!(columns(&table, 44), None);
    }

    #[test]
    fn ids_and_sums_get_no_hyphen() {
        let lines = wrap("mobilitaet.haltestellenausbau", 12, Lang::De, "", "");
        assert_eq!(lines.concat(), "mobilitaet.haltestellenausbau");
    }

    #[test]
    fn existing_hyphens_are_not_doubled() {
        assert_eq!(wrap("UN-Behindertenrechtskonvention", 24, Lang::De, "", "")[0].matches('-').count(), 2);
        assert_eq!(wrap("Gesundheits-Ausschuss", 12, Lang::De, "", ""), ["Gesundheits-", "Ausschuss"]);
    }
}
