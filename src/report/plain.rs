//! Plain text for screen readers: one fact a line, every number with its label, nothing drawn.

use super::page::{Block, Line, Page, Row, Table};
use crate::words::{Words, say};

/// Prints the page line by line.
pub(super) fn render(page: &Page, words: &Words) -> String {
    let mut out = String::new();
    for block in page.blocks.iter().flat_map(|b| blocks(b, words)) {
        if !out.is_empty() {
            out.push('\n');
        }
        for line in block {
            out.push_str(&spoken(&line));
            out.push('\n');
        }
    }
    out
}

/// The lines of a block; a table gives a block for each row.
pub(super) fn blocks(block: &Block, words: &Words) -> Vec<Vec<String>> {
    match block {
        Block::Title { text, lines, .. } | Block::Record { name: text, lines, .. } => {
            vec![std::iter::once(sentence(text)).chain(lines.iter().map(line)).collect()]
        }
        Block::Heading { text, .. } => vec![vec![sentence(text)]],
        Block::Lines(lines) => vec![lines.iter().map(line).collect()],
        Block::Numbered(sentences) => vec![numbered(sentences).map(|s| sentence(&s)).collect()],
        Block::Table(table) => rows(table, words),
    }
}

/// The sentences with their numbers.
pub(super) fn numbered(sentences: &[String]) -> impl Iterator<Item = String> {
    sentences.iter().enumerate().map(|(i, s)| format!("{}. {s}", i + 1))
}

fn line(line: &Line) -> String {
    match line {
        // Nothing may stick to what is typed or followed.
        Line::Command { .. } | Line::Link { .. } | Line::Tick(_) | Line::Room { .. } => line.whole(),
        Line::Text(_) | Line::Fact { .. } => sentence(&line.whole()),
    }
}

fn rows(table: &Table, words: &Words) -> Vec<Vec<String>> {
    let count = table.rows.len();
    let row = |(i, row): (usize, &Row)| {
        let facts = table.columns.iter().zip(&row.cells).enumerate().filter(|(_, (_, cell))| !cell.is_empty());
        facts
            .map(|(at, (column, cell))| {
                if at == 0 && !row.name.is_empty() {
                    sentence(&row.name)
                } else if at == 0 {
                    sentence(&say!(words, "row", thing = column.title.as_str(), number = i + 1, count = count, name = cell.as_str()))
                } else {
                    sentence(&format!("{}: {cell}", column.title))
                }
            })
            .collect()
    };
    table.rows.iter().enumerate().map(row).collect()
}

/// A full stop makes screen readers pause.
fn sentence(text: &str) -> String {
    if text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '%' | '€')) { format!("{text}.") } else { text.to_owned() }
}

/// Drops what a screen reader cannot say or says too often: drawn lines, pictures, doubled spaces.
fn spoken(line: &str) -> String {
    let kept: String = line.chars().map(|c| if is_picture(c) { ' ' } else { c }).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_picture(c: char) -> bool {
    c.is_control()
        || matches!(u32::from(c),
            0x2190..=0x21FF | 0x2300..=0x23FF | 0x2500..=0x27BF | 0x2900..=0x297F | 0x2B00..=0x2BFF | 0x200D | 0x20E3
            | 0xE000..=0xF8FF | 0xFE00..=0xFE0F | 0x1F000..=0x1FAFF | 0xE0000..=0xE007F)
}
