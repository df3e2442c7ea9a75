//! The text a user gave us, and places in it.

use sha2::{Digest, Sha256};

/// A half-open range of bytes in a [`Source`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    /// Makes a span; an end before the start is taken as an empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A line and a column, both counted from 1; columns count characters, not bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// One named text with the starts of its lines.
///
/// The text is kept exactly as it was read, so that every quotation is the author's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub name: String,
    pub text: String,
    line_starts: Vec<usize>,
}

impl Source {
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let mut line_starts = vec![0];
        let bytes = text.as_bytes();
        for (i, &byte) in bytes.iter().enumerate() {
            // A lone carriage return ends a line too, as in old Macintosh exports.
            let ends_line = byte == b'\n' || (byte == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
            if ends_line {
                line_starts.push(i + 1);
            }
        }
        Self { name: name.into(), text, line_starts }
    }

    /// The number of the line that holds the byte, counted from 1.
    pub fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|&start| start <= offset)
    }

    /// Line and column of the byte, both counted from 1.
    pub fn position(&self, offset: usize) -> Position {
        let line = self.line(offset);
        let start = self.line_starts[line - 1];
        let column = self.text.get(start..offset).map_or(1, |s| s.chars().count() + 1);
        Position { line, column }
    }

    /// First and last line that the span touches.
    pub fn lines(&self, span: Span) -> (usize, usize) {
        let last = if span.end > span.start { span.end - 1 } else { span.start };
        (self.line(span.start), self.line(last))
    }

    /// The text of line `number` (from 1) without its line end.
    pub fn line_text(&self, number: usize) -> &str {
        let Some(&start) = number.checked_sub(1).and_then(|i| self.line_starts.get(i)) else {
            return "";
        };
        let end = self.line_starts.get(number).copied().unwrap_or(self.text.len());
        self.text[start..end].trim_end_matches(['\n', '\r'])
    }

    /// The author's own words at `span`.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or("")
    }
}

/// The SHA-256 of some bytes in hexadecimal: how a file or a passage is known again.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// How many characters of a line are shown with a problem.
const LONGEST_LINE: usize = 120;

/// Something wrong in a file that a user wrote: what, where, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub span: Span,
    pub message: String,
    pub help: Option<String>,
}

impl Problem {
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        Self { span, message: message.into(), help: None }
    }

    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// `name:line:column`, the line itself with a marker below it, and the help: for people at a terminal.
    pub fn render(&self, source: &Source) -> String {
        let at = source.position(self.span.start);
        let line: Vec<char> = source.line_text(at.line).chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let width = source.slice(self.span).chars().take_while(|&c| c != '\n' && c != '\r').count().max(1);
        // Of a very long line only the surroundings are shown, or nobody finds the marker.
        let start = if line.len() <= LONGEST_LINE { 0 } else { (at.column - 1).saturating_sub(LONGEST_LINE / 3) };
        let end = line.len().min(start + LONGEST_LINE);
        let left = if start > 0 { "… " } else { "" };
        let right = if end < line.len() { " …" } else { "" };
        let shown: String = line[start..end].iter().collect();
        let marker = width.min((end + 1).saturating_sub(at.column).max(1));
        let gutter = at.line.to_string();
        let mut out = format!("{}:{}:{}: {}\n", source.name, at.line, at.column, self.message);
        out.push_str(&format!("{gutter} | {left}{shown}{right}\n"));
        out.push_str(&format!("{} | {}{}", " ".repeat(gutter.len()), " ".repeat(left.chars().count() + at.column - 1 - start), "^".repeat(marker)));
        if let Some(help) = &self.help {
            out.push_str(&format!("\n= {help}"));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_and_in_characters() {
        let source = Source::new("x", "äö\r\nb\rc\n");
        assert_eq!(source.position(0), Position { line: 1, column: 1 });
        assert_eq!(source.position(2), Position { line: 1, column: 2 });
        assert_eq!(source.line(6), 2);
        assert_eq!(source.line(8), 3);
        assert_eq!(source.line_text(1), "äö");
        assert_eq!(source.line_text(3), "c");
        assert_eq!(source.line_text(9), "");
    }

    #[test]
    fn a_problem_shows_file_line_column_and_marker() {
        let source = Source::new("liste.yaml", "id: a\nfeld: b\n");
        let problem = Problem::new(Span::new(6, 10), "unbekannt").with_help("so geht es");
        assert_eq!(problem.render(&source), "liste.yaml:2:1: unbekannt\n2 | feld: b\n  | ^^^^\n= so geht es");
    }

    #[test]
    fn of_a_very_long_line_only_the_surroundings_are_shown() {
        let source = Source::new("x", format!("{}falsch{}", "a".repeat(500), "b".repeat(500)));
        let text = Problem::new(Span::new(500, 506), "m").render(&source);
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines.iter().all(|l| l.chars().count() < 130), "{text}");
        let at = |line: &str, c: char| line.chars().position(|x| x == c);
        assert_eq!(at(lines[1], 'f'), at(lines[2], '^'), "{text}");
    }
}
