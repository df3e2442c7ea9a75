//! The text a user gave us, places in it, and checksums.

use crate::message::Message;
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

/// Something wrong in a file that a user wrote: what, where, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub span: Span,
    pub message: Message,
    /// Each is said on a line of its own.
    pub help: Vec<Message>,
}

impl Problem {
    pub fn new(span: Span, message: Message) -> Self {
        Self { span, message, help: Vec::new() }
    }

    pub fn with_help(mut self, help: Message) -> Self {
        self.help.push(help);
        self
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
}
