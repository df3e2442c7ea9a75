//! Markdown → blocks: what stands on the page, mended and with its place in the file.
//!
//! This is the only module that knows the Markdown parser. It also undoes the damage that
//! conversion from PDF or Word does: page furniture, broken words, bullets and numbers inside
//! paragraphs, contents lines. Every byte of a block's text still knows where the author wrote it.
//! Reading never fails: a text that is no Markdown is a text of plain lines.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, MetadataBlockKind, Options, Parser, Tag, TagEnd};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use crate::layout_words::{fold, vocabulary};
use crate::source::{Source, Span};

// ---------------------------------------------------------------------------------------------
// Text

/// Mended text whose every byte knows where it came from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    pub string: String,
    map: Vec<Piece>,
}

/// A stretch of the text: the author's own bytes (`exact`), or something that stands for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    at: usize,
    source: usize,
    source_end: usize,
    exact: bool,
}

impl Text {
    /// Makes a text that stands in the source exactly as it stands here.
    pub fn exact(text: &str, source_start: usize) -> Self {
        let mut made = Self::default();
        made.push_str(text, source_start);
        made
    }

    /// Appends the author's own words, which begin at `source_start` in the file.
    pub fn push_str(&mut self, text: &str, source_start: usize) {
        if text.is_empty() {
            return;
        }
        let at = self.string.len();
        let end = source_start + text.len();
        match self.map.last_mut() {
            Some(last) if last.exact && last.source_end == source_start => last.source_end = end,
            _ => self.map.push(Piece { at, source: source_start, source_end: end, exact: true }),
        }
        self.string.push_str(text);
    }

    /// Appends words that stand for something else in the file, such as a decoded entity.
    pub fn push_as(&mut self, text: &str, source: Span) {
        if text.is_empty() {
            return;
        }
        let at = self.string.len();
        self.map.push(Piece { at, source: source.start, source_end: source.end, exact: false });
        self.string.push_str(text);
    }

    /// Appends something the author did not write, such as a joining space.
    pub fn push_virtual(&mut self, text: &str) {
        let here = self.map.last().map_or(0, |piece| piece.source_end);
        self.push_as(text, Span::new(here, here));
    }

    /// Appends another text of the same file, after a separator if there is something to separate.
    pub fn append(&mut self, other: &Text, separator: &str) {
        if other.is_empty() {
            return;
        }
        if !self.is_empty() {
            self.push_virtual(separator);
        }
        let shift = self.string.len();
        self.map.extend(other.map.iter().map(|piece| Piece { at: piece.at + shift, ..*piece }));
        self.string.push_str(&other.string);
    }

    /// Copies a part of the text together with its places.
    pub fn slice(&self, range: Range<usize>) -> Self {
        let mut out = Self::default();
        let Some(string) = self.string.get(range.clone()) else {
            return out;
        };
        if string.is_empty() {
            return out;
        }
        let first = self.map.partition_point(|piece| piece.at <= range.start).saturating_sub(1);
        for (i, piece) in self.map.iter().enumerate().skip(first) {
            if piece.at >= range.end {
                break;
            }
            let until = self.map.get(i + 1).map_or(self.string.len(), |next| next.at);
            let from = piece.at.max(range.start);
            let to = until.min(range.end);
            let mut cut = Piece { at: from - range.start, ..*piece };
            if piece.exact {
                cut.source = piece.source + (from - piece.at);
                cut.source_end = piece.source + (to - piece.at);
            }
            out.map.push(cut);
        }
        out.string.push_str(string);
        out
    }

    /// Tells where in the file a range of this text stands.
    pub fn source_span(&self, range: Range<usize>) -> Span {
        let piece_at = |offset: usize| self.map.partition_point(|piece| piece.at <= offset).saturating_sub(1);
        let Some(last_piece) = self.map.last() else {
            return Span::default();
        };
        let end_of_text = self.string.len();
        let start = range.start.min(end_of_text);
        let mut first = piece_at(start);
        // A separator that we put there ourselves has no place: take what follows.
        while let (Some(piece), Some(next)) = (self.map.get(first), self.map.get(first + 1)) {
            if piece.source == piece.source_end && next.at < range.end {
                first += 1;
            } else {
                break;
            }
        }
        let from = match self.map.get(first) {
            Some(piece) if piece.exact => (piece.source + start.saturating_sub(piece.at)).min(piece.source_end),
            Some(piece) => piece.source,
            None => last_piece.source_end,
        };
        if range.end <= range.start {
            return Span::new(from, from);
        }
        let end = range.end.min(end_of_text);
        let to = match self.map.get(piece_at(end.saturating_sub(1))) {
            Some(piece) if piece.exact => (piece.source + end.saturating_sub(piece.at)).min(piece.source_end),
            Some(piece) => piece.source_end,
            None => last_piece.source_end,
        };
        Span::new(from, to)
    }

    /// The text with its line breaks turned into blanks.
    pub(crate) fn on_one_line(&self) -> Self {
        if !self.string.contains('\n') {
            return self.clone();
        }
        let mut out = Self::default();
        for line in self.split_lines() {
            out.append(&line, " ");
        }
        out
    }

    /// The lines of a table cell.
    pub(crate) fn split_lines(&self) -> Vec<Self> {
        let mut from = 0;
        let mut out = Vec::new();
        for part in self.string.split('\n') {
            let lead = part.len() - part.trim_start().len();
            let line = self.slice(from + lead..from + lead + part.trim().len());
            if !line.is_empty() {
                out.push(line);
            }
            from += part.len() + 1;
        }
        out
    }

    /// The place of the whole text in the file.
    pub fn span(&self) -> Span {
        self.source_span(0..self.string.len())
    }

    /// Tells whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.string.is_empty()
    }

    /// The length in bytes.
    pub fn len(&self) -> usize {
        self.string.len()
    }

    fn truncate(&mut self, len: usize) {
        self.string.truncate(len);
        while self.map.last().is_some_and(|piece| piece.at >= len) {
            self.map.pop();
        }
        if let Some(last) = self.map.last_mut()
            && last.exact
        {
            last.source_end = last.source + (len - last.at);
        }
    }

    fn trim_end(&mut self) {
        let len = self.string.trim_end().len();
        if len < self.string.len() {
            self.truncate(len);
        }
    }
}

// ---------------------------------------------------------------------------------------------
// Blocks

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading, or a plain line that is plainly one. Smaller levels stand above larger ones.
    Heading {
        level: u8,
    },
    Paragraph,
    /// A list item or a numbered or coded line; `marker` is `-`, `1.`, `3.2.1`, `a)`, `M 4` …
    Item {
        depth: u8,
        marker: String,
    },
    /// A table row; `table` counts the tables of the document.
    Row {
        table: usize,
        header: bool,
    },
    /// The word that a definition list explains.
    Term,
    Definition,
    /// A footnote.
    Note,
    /// A line of a table of contents.
    Contents,
    /// The column names of a table whose cells were printed one below the other.
    Columns,
}

/// One piece of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    pub text: Text,
    /// The cells of a row.
    pub cells: Vec<Text>,
    /// The physical lines, as ranges of `text.string`.
    pub lines: Vec<Range<usize>>,
    pub span: Span,
    /// What is printed in bold, as ranges of `text.string`.
    pub emphasis: Vec<Range<usize>>,
    pub in_quote: bool,
    /// How deep in lists the block stands; 0 = in none.
    pub depth: u8,
}

/// What a reader should know about the reading itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoticeKind {
    /// A table row has more cells than the table has columns.
    SurplusCells,
    /// A table is drawn with `+---+`.
    GridTable,
    /// The front matter is no YAML.
    FrontMatter,
    /// Responsible units or dates are there, but torn off their measures.
    TornColumns,
}

/// A remark on a place of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub kind: NoticeKind,
    pub span: Span,
    /// The words it is about, if any.
    pub text: String,
}

/// A text taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    pub title: Option<String>,
    /// The front matter, in its own order.
    pub metadata: Vec<(String, String)>,
    pub blocks: Vec<Block>,
    pub notices: Vec<Notice>,
}

/// What of Markdown is read.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS)
    .union(Options::ENABLE_DEFINITION_LIST);

/// Takes a text apart. Never fails.
pub fn parse(source: &Source) -> Document {
    let masked = mask(&source.text);
    let text = masked.as_deref().unwrap_or(&source.text);
    let ruled = mask_later_rules(text);
    let text = ruled.as_deref().unwrap_or(text);
    let mut reader = Reader::new(text);
    for (event, range) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
        reader.event(event, range);
    }
    reader.close();
    let Reader { raws, metadata, mut notices, .. } = reader;
    let blocks = refine(raws, &mut notices);
    let named = metadata.iter().find(|(key, _)| matches!(fold(key).as_str(), "title" | "titel" | "name")).map(|(_, value)| value.clone());
    let headed = || {
        let top = |block: &&Block| block.kind == BlockKind::Heading { level: 1 };
        let first = |block: &&Block| !matches!(block.kind, BlockKind::Contents | BlockKind::Columns) && !block.text.is_empty();
        let found = blocks.iter().find(top).or_else(|| blocks.iter().find(first));
        found.map(|block| shorten(&block.text.string, 160).to_owned())
    };
    let title = named.or_else(headed);
    Document { title, metadata, blocks, notices }
}

/// The places of links, pictures and code: they hold addresses and names that others gave.
pub fn apart(source: &Source) -> Vec<Span> {
    let masked = mask(&source.text);
    let text = masked.as_deref().unwrap_or(&source.text);
    let is_apart = |event: &Event<'_>| {
        matches!(event, Event::Code(_) | Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(CodeBlockKind::Fenced(_))))
    };
    let events = Parser::new_ext(text, OPTIONS).into_offset_iter();
    events.filter(|(event, _)| is_apart(event)).map(|(_, range)| Span::new(range.start, range.end)).collect()
}

/// The beginning of a text, cut at a character.
fn shorten(text: &str, max: usize) -> &str {
    match text.char_indices().nth(max) {
        Some((end, _)) => text.get(..end).unwrap_or(text),
        None => text,
    }
}

/// Replaces characters that would mislead the Markdown parser by others of the same length.
fn mask(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let lone_cr = |i: usize| bytes.get(i) == Some(&b'\r') && bytes.get(i + 1) != Some(&b'\n');
    let wrong = |i: usize, byte: u8| byte < 0x20 && !matches!(byte, b'\n' | b'\t') && (byte != b'\r' || lone_cr(i));
    if !bytes.iter().enumerate().any(|(i, &byte)| wrong(i, byte)) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut start = 0;
    for (i, &byte) in bytes.iter().enumerate() {
        if wrong(i, byte) {
            out.push_str(text.get(start..i).unwrap_or(""));
            // A form feed ends a page and so a line.
            out.push(if matches!(byte, b'\r' | 0x0c) { '\n' } else { ' ' });
            start = i + 1;
        }
    }
    out.push_str(text.get(start..).unwrap_or(""));
    Some(out)
}

/// Draws the rules behind the front matter with other characters of the same length.
///
/// The parser takes the text between two rules for front matter wherever they stand, and it would be lost for the plan.
fn mask_later_rules(text: &str) -> Option<String> {
    const RULE: &str = "---";
    if !text.contains("\n---") {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let (mut begun, mut front, mut blank) = (false, false, true);
    for line in text.split_inclusive('\n') {
        let content = line.trim_end();
        let is_rule = content == RULE;
        if front {
            front = !(is_rule || content == "...");
        } else if is_rule && !begun {
            front = true;
        } else if is_rule && blank {
            out.push_str("***");
            out.push_str(&line[RULE.len()..]);
            continue;
        }
        out.push_str(line);
        begun |= !content.is_empty();
        blank = content.is_empty();
    }
    Some(out)
}

// ---------------------------------------------------------------------------------------------
// First step: the parser's events → raw blocks of physical lines

#[derive(Debug, Clone, Default)]
struct Line {
    text: Text,
    bold: Vec<Range<usize>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum RawKind {
    Heading(u8),
    Paragraph,
    Item { depth: u8, marker: String },
    Row { table: usize, header: bool },
    Term,
    Definition,
    Note,
}

#[derive(Debug, Clone)]
struct Raw {
    kind: RawKind,
    lines: Vec<Line>,
    cells: Vec<Text>,
    quote: bool,
    depth: u8,
    span: Span,
}

struct Reader<'a> {
    source: &'a str,
    raws: Vec<Raw>,
    metadata: Vec<(String, String)>,
    notices: Vec<Notice>,
    open: Option<Raw>,
    line: Line,
    /// Whether the line so far ends with a blank or a soft hyphen that is not written yet.
    blank: Option<Span>,
    /// The blank is a line break inside a table cell.
    hard: bool,
    soft_end: bool,
    bold_from: Option<usize>,
    struck: usize,
    images: usize,
    depth: u8,
    quotes: usize,
    notes: usize,
    item: Option<(String, usize)>,
    table: usize,
    header: bool,
    in_cell: bool,
    skip: bool,
    front: Option<String>,
    front_span: Span,
    html: Html,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Html {
    Text,
    Comment,
    Tag,
    Script,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str) -> Self {
        Self {
            source,
            raws: Vec::new(),
            metadata: Vec::new(),
            notices: Vec::new(),
            open: None,
            line: Line::default(),
            blank: None,
            hard: false,
            soft_end: false,
            bold_from: None,
            struck: 0,
            images: 0,
            depth: 0,
            quotes: 0,
            notes: 0,
            item: None,
            table: 0,
            header: false,
            in_cell: false,
            skip: false,
            front: None,
            front_span: Span::default(),
            html: Html::Text,
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => {
                if let Some(front) = &mut self.front {
                    front.push_str(&text);
                } else {
                    self.text(&text, range);
                }
            }
            Event::Code(text) => {
                // The code's own words start after its backticks.
                let inner = self
                    .source
                    .get(range.clone())
                    .and_then(|slice| slice.find(text.as_ref()))
                    .map_or(range.clone(), |at| range.start + at..range.start + at + text.len());
                self.text(&text, inner);
            }
            Event::SoftBreak | Event::HardBreak => self.new_line(range),
            Event::InlineHtml(tag) => {
                let name = tag_name(&tag);
                if name == "br" {
                    self.new_line(range);
                }
            }
            Event::Html(text) => self.html(&text, range.start),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.open(None, range),
            Tag::Heading { level, .. } => {
                let slice = self.source.get(range.clone()).unwrap_or("");
                let kind =
                    if slice.trim_start_matches([' ', '>']).starts_with('#') { RawKind::Heading(heading_level(level)) } else { RawKind::Paragraph };
                self.open(Some(kind), range);
            }
            Tag::BlockQuote(_) => {
                self.close();
                self.quotes += 1;
            }
            Tag::CodeBlock(kind) => {
                self.close();
                match kind {
                    CodeBlockKind::Indented => self.open(None, range),
                    CodeBlockKind::Fenced(_) => self.skip = true,
                }
            }
            Tag::HtmlBlock => {
                self.close();
                self.html = Html::Text;
            }
            Tag::List(_) => {
                self.close();
                self.depth = self.depth.saturating_add(1);
            }
            Tag::Item => {
                self.close();
                let slice = self.source.get(range.start..).unwrap_or("");
                let marker: String = slice.trim_start().chars().take(12).take_while(|c| !c.is_whitespace()).collect();
                self.item = Some((marker, range.start));
            }
            Tag::FootnoteDefinition(_) => {
                self.close();
                self.notes += 1;
            }
            Tag::DefinitionListTitle => self.open(Some(RawKind::Term), range),
            Tag::DefinitionListDefinition => self.open(Some(RawKind::Definition), range),
            Tag::Table(_) => {
                self.close();
                self.table += 1;
            }
            Tag::TableHead => {
                self.header = true;
                self.open(Some(RawKind::Row { table: self.table, header: true }), range);
            }
            Tag::TableRow => {
                self.header = false;
                self.open(Some(RawKind::Row { table: self.table, header: false }), range);
            }
            Tag::TableCell => {
                self.in_cell = true;
                self.line = Line::default();
                self.blank = None;
                self.hard = false;
            }
            Tag::Emphasis => self.star(range.start),
            Tag::Strong => self.bold_from = Some(self.line.text.len()),
            Tag::Strikethrough => {
                if self.source.get(range.clone()).is_some_and(|slice| slice.starts_with("~~")) {
                    self.struck += 1;
                } else {
                    self.text("~", range.start..range.start + 1);
                }
            }
            Tag::Image { .. } => self.images += 1,
            Tag::MetadataBlock(MetadataBlockKind::YamlStyle) => {
                self.close();
                self.front = Some(String::new());
                self.front_span = Span::new(range.start, range.end);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Heading(_) => {
                self.finish_line();
                self.setext(range);
                self.close();
            }
            TagEnd::Paragraph | TagEnd::DefinitionListTitle | TagEnd::DefinitionListDefinition | TagEnd::HtmlBlock => {
                self.close();
            }
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::CodeBlock => {
                self.skip = false;
                self.close();
            }
            TagEnd::List(_) => {
                self.close();
                self.depth = self.depth.saturating_sub(1);
            }
            TagEnd::Item => {
                self.close();
                if let Some((marker, start)) = self.item.take() {
                    // An empty item: its number may belong to the text that follows.
                    if marker.chars().any(char::is_alphanumeric) {
                        let span = Span::new(start, start + marker.len());
                        let line = Line { text: Text::exact(&marker, start), bold: Vec::new() };
                        self.raws.push(Raw {
                            kind: RawKind::Paragraph,
                            lines: vec![line],
                            cells: Vec::new(),
                            quote: self.quotes > 0,
                            depth: self.depth,
                            span,
                        });
                    }
                }
            }
            TagEnd::FootnoteDefinition => {
                self.close();
                self.notes = self.notes.saturating_sub(1);
            }
            TagEnd::TableCell => {
                self.mend_line();
                let line = std::mem::take(&mut self.line);
                self.in_cell = false;
                if let Some(open) = &mut self.open {
                    open.cells.push(line.text);
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => self.end_row(range),
            TagEnd::Emphasis => self.star(range.end.saturating_sub(1)),
            TagEnd::Strong => {
                let to = self.line.text.len();
                if let Some(from) = self.bold_from.take()
                    && from < to
                {
                    self.line.bold.push(from..to);
                }
            }
            TagEnd::Strikethrough => {
                if self.source.get(range.clone()).is_some_and(|slice| slice.starts_with("~~")) {
                    self.struck = self.struck.saturating_sub(1);
                } else {
                    let end = range.end;
                    self.text("~", end.saturating_sub(1)..end);
                }
            }
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            TagEnd::MetadataBlock(_) => self.front_matter(),
            _ => {}
        }
    }

    /// Opens a raw block; text directly inside a list item belongs to the item.
    fn open(&mut self, kind: Option<RawKind>, range: Range<usize>) {
        self.close();
        let mut start = range.start;
        let kind = match (kind, self.item.take()) {
            (Some(RawKind::Heading(_)), Some((marker, at))) if marker.chars().any(char::is_alphanumeric) => {
                start = at;
                RawKind::Item { depth: self.depth, marker }
            }
            (Some(kind), _) if kind != RawKind::Paragraph => kind,
            (_, Some((marker, at))) => {
                start = at;
                RawKind::Item { depth: self.depth, marker }
            }
            _ if self.notes > 0 => RawKind::Note,
            _ => RawKind::Paragraph,
        };
        self.open =
            Some(Raw { kind, lines: Vec::new(), cells: Vec::new(), quote: self.quotes > 0, depth: self.depth, span: Span::new(start, range.end) });
    }

    fn close(&mut self) {
        self.finish_line();
        if let Some(mut raw) = self.open.take()
            && !(raw.lines.is_empty() && raw.cells.is_empty())
        {
            if let Some(last) = raw.lines.last() {
                let end = last.text.span().end;
                raw.span.end = end.max(raw.span.start);
            }
            self.raws.push(raw);
        }
    }

    fn mend_line(&mut self) {
        self.blank = None;
        if self.soft_end {
            self.soft_end = false;
            let end = self.line.text.span().end;
            self.line.text.push_as("-", Span::new(end, end + 2));
        }
        self.line.text.trim_end();
        if let Some(from) = self.bold_from.as_mut() {
            let to = self.line.text.len();
            if *from < to {
                let range = *from..to;
                self.line.bold.push(range);
            }
            *from = 0;
        }
        if self.line.text.string.as_bytes().windows(2).any(|pair| pair == b"- ")
            && let Some(mended) = mend_hyphens(&self.line)
        {
            self.line = mended;
        }
    }

    fn finish_line(&mut self) {
        self.mend_line();
        let line = std::mem::take(&mut self.line);
        if line.text.is_empty() {
            return;
        }
        if self.open.is_none() {
            let span = line.text.span();
            self.open(None, span.start..span.end);
        }
        if let Some(open) = &mut self.open {
            open.lines.push(line);
        }
    }

    fn new_line(&mut self, range: Range<usize>) {
        if self.in_cell {
            self.blank = Some(Span::new(range.start, range.end));
            self.hard = true;
        } else {
            self.finish_line();
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        if self.struck > 0 || self.images > 0 || self.skip {
            return;
        }
        if self.open.is_none() {
            let item = self.item.is_some();
            self.open((!item).then_some(RawKind::Paragraph), range.clone());
        }
        if text.contains('\n') {
            // Indented code: several lines in one event.
            let mut at = range.start;
            for part in text.split_inclusive('\n') {
                let line = part.trim_end_matches(['\n', '\r']);
                let exact = self.source.get(at..at + line.len()) == Some(line);
                self.clean(line, at, at + part.len(), exact);
                if part.ends_with('\n') {
                    self.finish_line();
                }
                at += part.len();
            }
            return;
        }
        let exact = self.source.get(range.clone()) == Some(text);
        self.clean(text, range.start, range.end, exact);
    }

    /// Writes text into the line: one kind of blank, no invisible characters, composed umlauts.
    fn clean(&mut self, text: &str, start: usize, end: usize, exact: bool) {
        let mut run = 0;
        let mut previous_blank = false;
        let place = |at: usize| if exact { start + at } else { start };
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let next = at + c.len_utf8();
            if c.is_ascii_graphic() || (c > '\u{bf}' && c < '\u{300}') {
                previous_blank = false;
                if self.blank.is_some() || self.soft_end {
                    self.settle();
                    run = at;
                }
                continue;
            }
            if c == ' ' && !previous_blank && at > run && chars.peek().is_some_and(|(_, n)| n.is_ascii_graphic()) {
                previous_blank = true;
                continue;
            }
            let flush = |line: &mut Line| {
                if let Some(part) = text.get(run..at) {
                    if exact {
                        line.text.push_str(part, start + run);
                    } else {
                        line.text.push_as(part, Span::new(start, end));
                    }
                }
            };
            match c {
                ' ' | '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\n' | '\r' => {
                    if run < at {
                        flush(&mut self.line);
                    }
                    self.soft_end = false;
                    let span = Span::new(place(at), place(next));
                    self.blank = Some(self.blank.map_or(span, |blank| blank.join(span)));
                    run = next;
                    previous_blank = true;
                }
                '\u{ad}' => {
                    if run < at {
                        flush(&mut self.line);
                    }
                    self.soft_end = !self.line.text.is_empty() && self.blank.is_none();
                    run = next;
                }
                '\0' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {
                    if run < at {
                        flush(&mut self.line);
                    }
                    run = next;
                }
                '\u{2010}' | '\u{2011}' => {
                    if run < at {
                        flush(&mut self.line);
                    }
                    self.settle();
                    self.line.text.push_as("-", Span::new(place(at), place(next)));
                    run = next;
                    previous_blank = false;
                }
                '\u{308}' => {
                    if run < at {
                        flush(&mut self.line);
                    }
                    run = next;
                    let composed = match self.line.text.string.chars().next_back() {
                        Some('a') => Some("ä"),
                        Some('o') => Some("ö"),
                        Some('u') => Some("ü"),
                        Some('A') => Some("Ä"),
                        Some('O') => Some("Ö"),
                        Some('U') => Some("Ü"),
                        _ => None,
                    };
                    if let Some(composed) = composed {
                        let len = self.line.text.len() - 1;
                        self.line.text.truncate(len);
                        self.line.text.push_as(composed, Span::new(place(at).saturating_sub(1), place(next)));
                    } else {
                        run = at;
                    }
                }
                _ => {
                    previous_blank = false;
                    if self.blank.is_some() || self.soft_end {
                        self.settle();
                        run = at;
                    }
                }
            }
        }
        if run < text.len()
            && let Some(part) = text.get(run..)
        {
            if exact {
                self.line.text.push_str(part, start + run);
            } else {
                self.line.text.push_as(part, Span::new(start, end));
            }
        }
    }

    /// Writes the blank that is still owed, and forgets a soft hyphen inside a word.
    fn settle(&mut self) {
        self.soft_end = false;
        let hard = std::mem::take(&mut self.hard);
        if let Some(blank) = self.blank.take()
            && !self.line.text.is_empty()
        {
            if hard {
                self.line.text.push_as("\n", blank);
            } else if blank.end == blank.start + 1 && self.source.get(blank.start..blank.end) == Some(" ") {
                self.line.text.push_str(" ", blank.start);
            } else {
                self.line.text.push_as(" ", blank);
            }
        }
    }

    /// `Bürger*innen und Schüler*innen`: a star inside a word is no emphasis.
    fn star(&mut self, at: usize) {
        let before = self.source.get(..at).and_then(|s| s.chars().next_back());
        let after = self.source.get(at + 1..).and_then(|s| s.chars().next());
        let star = self.source.get(at..at + 1) == Some("*");
        if star && before.is_some_and(char::is_alphabetic) && after.is_some_and(char::is_alphabetic) {
            self.text("*", at..at + 1);
        }
    }

    /// A paragraph above a row of dashes: mostly page furniture, seldom a heading.
    fn setext(&mut self, range: Range<usize>) {
        let Some(open) = &mut self.open else {
            return;
        };
        let slice = self.source.get(range.clone()).unwrap_or("").trim_end();
        if open.kind != RawKind::Paragraph {
            return;
        }
        let underline = slice.rsplit(['\n', '\r']).next().unwrap_or("");
        let sign = underline.trim_start_matches(['>', ' ', '\t']);
        let short = open.lines.len() == 1 && open.lines.first().is_some_and(|line| line.text.string.chars().count() < 100);
        if short && sign.len() >= 3 {
            open.kind = RawKind::Heading(if sign.starts_with('=') { 1 } else { 2 });
        } else if sign.len() < 3 {
            let at = range.start + slice.len() - sign.len();
            open.lines.push(Line { text: Text::exact(sign, at), bold: Vec::new() });
        }
    }

    fn end_row(&mut self, range: Range<usize>) {
        let Some(mut open) = self.open.take() else {
            return;
        };
        self.line = Line::default();
        let slice = self.source.get(range.clone()).unwrap_or("");
        if !slice.contains('|') {
            // Text right below a table is no row of it.
            open.kind = RawKind::Paragraph;
            open.lines =
                std::mem::take(&mut open.cells).into_iter().filter(|cell| !cell.is_empty()).map(|text| Line { text, bold: Vec::new() }).collect();
        } else {
            // The parser drops what stands beyond the last column.
            let cells = split_row(slice);
            if cells.len() > open.cells.len() {
                let mut surplus = false;
                for cell in cells.get(open.cells.len()..).unwrap_or(&[]) {
                    let part = slice.get(cell.clone()).unwrap_or("");
                    let trimmed = part.trim();
                    if trimmed.is_empty() {
                        continue;
                    }
                    let at = range.start + cell.start + (part.len() - part.trim_start().len());
                    open.cells.push(Text::exact(trimmed, at));
                    surplus = true;
                }
                if surplus {
                    let span = Span::new(range.start, range.start + slice.trim_end().len());
                    let kind = NoticeKind::SurplusCells;
                    self.notices.push(Notice { kind, span, text: slice.trim().to_owned() });
                }
            }
        }
        open.span = Span::new(range.start, range.start + slice.trim_end().len());
        if open.cells.iter().any(|cell| !cell.is_empty()) || !open.lines.is_empty() {
            self.raws.push(open);
        }
    }

    fn front_matter(&mut self) {
        let Some(front) = self.front.take() else {
            return;
        };
        let parsed: Result<Pairs, _> = serde_yaml::from_str(&front);
        match parsed {
            Ok(Pairs(pairs)) => self.metadata = pairs,
            Err(_) => {
                let span = self.front_span;
                self.notices.push(Notice { kind: NoticeKind::FrontMatter, span, text: String::new() });
                for line in front.lines() {
                    if let Some((key, value)) = line.split_once(':')
                        && !key.trim().is_empty()
                        && key.len() < 40
                        && !line.starts_with([' ', '-', '#'])
                    {
                        let value = value.trim().trim_matches(['"', '\'']);
                        self.metadata.push((key.trim().to_owned(), value.to_owned()));
                    }
                }
            }
        }
    }

    /// Keeps the words of an HTML block and drops its tags, comments and scripts.
    fn html(&mut self, text: &str, start: usize) {
        let mut at = 0;
        while at < text.len() {
            let rest = text.get(at..).unwrap_or("");
            match self.html {
                Html::Comment => match rest.find("-->") {
                    Some(end) => {
                        at += end + 3;
                        self.html = Html::Text;
                    }
                    None => return,
                },
                Html::Script => match rest.find("</") {
                    Some(end) => {
                        at += end;
                        self.html = Html::Text;
                    }
                    None => return,
                },
                Html::Tag => match rest.find('>') {
                    Some(end) => {
                        at += end + 1;
                        self.html = Html::Text;
                    }
                    None => return,
                },
                Html::Text => {
                    let end = rest.find('<').unwrap_or(rest.len());
                    let words = rest.get(..end).unwrap_or("");
                    if !words.trim().is_empty() {
                        self.text(words, start + at..start + at + words.len());
                    } else if !words.is_empty() && words.contains('\n') {
                        self.finish_line();
                    }
                    at += end;
                    let tag = text.get(at..).unwrap_or("");
                    if tag.starts_with("<!--") {
                        self.html = Html::Comment;
                        at += 4;
                    } else if !tag.is_empty() {
                        let name = tag_name(tag);
                        match name.as_str() {
                            "br" | "p" | "li" | "tr" | "div" | "h1" | "h2" | "h3" | "h4" | "table" | "ul" => self.close(),
                            "td" | "th" => self.clean(" ", start + at, start + at + 1, false),
                            _ => {}
                        }
                        self.html = if matches!(name.as_str(), "script" | "style") && !tag.starts_with("</") { Html::Script } else { Html::Tag };
                        at += 1;
                    }
                }
            }
        }
    }
}

fn heading_level(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn tag_name(tag: &str) -> String {
    let inner = tag.trim_start_matches('<').trim_start_matches('/');
    inner.chars().take(8).take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

/// The cells of a row written with pipes, as ranges of the row.
fn split_row(row: &str) -> Vec<Range<usize>> {
    let trimmed = row.trim();
    let offset = row.len() - row.trim_start().len();
    let mut cells = Vec::new();
    let mut start = offset + usize::from(trimmed.starts_with('|'));
    let end = offset + trimmed.len();
    let bytes = row.as_bytes();
    let mut at = start;
    while at < end {
        match bytes.get(at) {
            Some(b'\\') => at += 2,
            Some(b'|') => {
                cells.push(start..at);
                at += 1;
                start = at;
            }
            _ => at += 1,
        }
    }
    if start < end {
        cells.push(start..end);
    }
    cells
}

/// Front matter as pairs of strings, whatever its values are.
struct Pairs(Vec<(String, String)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visit;
        impl<'de> serde::de::Visitor<'de> for Visit {
            type Value = Pairs;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("key: value")
            }
            fn visit_unit<E>(self) -> Result<Pairs, E> {
                Ok(Pairs(Vec::new()))
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::new();
                while let Some((Scalar(key), Scalar(value))) = map.next_entry::<Scalar, Scalar>()? {
                    pairs.push((key, value));
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(Visit)
    }
}

struct Scalar(String);

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visit;
        impl<'de> serde::de::Visitor<'de> for Visit {
            type Value = Scalar;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a value")
            }
            fn visit_str<E>(self, value: &str) -> Result<Scalar, E> {
                Ok(Scalar(value.to_owned()))
            }
            fn visit_bool<E>(self, value: bool) -> Result<Scalar, E> {
                Ok(Scalar(value.to_string()))
            }
            fn visit_i64<E>(self, value: i64) -> Result<Scalar, E> {
                Ok(Scalar(value.to_string()))
            }
            fn visit_u64<E>(self, value: u64) -> Result<Scalar, E> {
                Ok(Scalar(value.to_string()))
            }
            fn visit_f64<E>(self, value: f64) -> Result<Scalar, E> {
                Ok(Scalar(value.to_string()))
            }
            fn visit_unit<E>(self) -> Result<Scalar, E> {
                Ok(Scalar(String::new()))
            }
            fn visit_none<E>(self) -> Result<Scalar, E> {
                Ok(Scalar(String::new()))
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<Scalar, A::Error> {
                let mut parts = Vec::new();
                while let Some(Scalar(part)) = seq.next_element()? {
                    parts.push(part);
                }
                Ok(Scalar(parts.join(", ")))
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Scalar, A::Error> {
                let mut parts = Vec::new();
                while let Some((Scalar(key), Scalar(value))) = map.next_entry::<Scalar, Scalar>()? {
                    parts.push(format!("{key}: {value}"));
                }
                Ok(Scalar(parts.join(", ")))
            }
        }
        deserializer.deserialize_any(Visit)
    }
}

// ---------------------------------------------------------------------------------------------
// Mending words

/// Words after which a hyphen before them is one half of a pair ("Rad- und Gehwege").
const PAIRING: [&str; 28] = [
    "und",
    "oder",
    "bzw",
    "beziehungsweise",
    "sowie",
    "wie",
    "als",
    "noch",
    "bis",
    "statt",
    "aber",
    "auch",
    "u",
    "o",
    "plus",
    "samt",
    "resp",
    "respektive",
    "and",
    "or",
    "to",
    "vs",
    "versus",
    "nor",
    "mit",
    "zu",
    "in",
    "ohne",
];

fn pairs(rest: &str) -> bool {
    let word: &str = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    PAIRING.contains(&word)
}

/// `körper- liche` → `körperliche`.
fn mend_hyphens(line: &Line) -> Option<Line> {
    let string = &line.text.string;
    let mut cuts: Vec<usize> = Vec::new();
    for (at, _) in string.match_indices("- ") {
        let before = string.get(..at).and_then(|s| s.chars().next_back());
        let rest = string.get(at + 2..).unwrap_or("");
        let lower = rest.chars().next().is_some_and(char::is_lowercase);
        if before.is_some_and(char::is_alphabetic) && lower && !pairs(rest) {
            cuts.push(at);
        }
    }
    if cuts.is_empty() {
        return None;
    }
    let mut out = Line::default();
    let mut from = 0;
    for &cut in cuts.iter().chain(std::iter::once(&string.len())) {
        out.text.append(&line.text.slice(from..cut), "");
        from = cut + 2;
    }
    let moved = |offset: usize| offset.saturating_sub(2 * cuts.iter().filter(|&&cut| cut < offset).count());
    out.bold = line.bold.iter().map(|range| moved(range.start)..moved(range.end)).collect();
    Some(out)
}

/// Joins a further line to a text: `Zu-` + `gang` → `Zugang`.
fn join_line(text: &mut Text, line: &Text) {
    if text.is_empty() {
        *text = line.clone();
        return;
    }
    let mut ends = text.string.chars().rev();
    let (last, before) = (ends.next(), ends.next());
    let next = line.string.chars().next();
    let next_lower = next.is_some_and(char::is_lowercase);
    let letter_before = before.is_some_and(char::is_alphanumeric);
    match last {
        Some('-') if letter_before && next_lower && !pairs(&line.string) => {
            let len = text.len() - 1;
            text.truncate(len);
            text.append(line, "");
        }
        Some('-') if letter_before && next.is_some_and(char::is_alphanumeric) && !pairs(&line.string) => text.append(line, ""),
        Some('/') if letter_before => text.append(line, ""),
        Some('*' | '_') if letter_before && next_lower && line.string.starts_with("in") => text.append(line, ""),
        _ => text.append(line, " "),
    }
}

// ---------------------------------------------------------------------------------------------
// Second step: physical lines → blocks

fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '-' | '‒' | '–' | '—' | '―' | '•' | '*' | '▪' | '◾' | '■' | '□' | '☐' | '☒' | '☑' | '·' | '∙' | '‣' | '→' | '➔' | '➢' | '►' | '▶' | '+' | '−'
            | '‐' | '●' | '○' | '◦' | '◆' | '❖' | '✓' | '✔' | '⁃' | '▸' | '»' | '\u{80}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}'
    )
}

/// A bullet at the start of a line and where its text begins.
fn bullet(line: &str) -> Option<(char, usize)> {
    let c = line.chars().next()?;
    let rest = line.get(c.len_utf8()..)?;
    let text = rest.trim_start();
    let start = line.len() - text.len();
    if c == 'o' {
        let upper = text.chars().next().is_some_and(|n| n.is_uppercase() || n == '„' || n == '"');
        return (rest.starts_with(' ') && upper).then_some((c, start));
    }
    if !is_bullet(c) {
        return None;
    }
    let spaced = rest.is_empty() || rest.starts_with(' ');
    let strict = matches!(c, '-' | '‒' | '–' | '—' | '―' | '»' | '*' | '+' | '−' | '‐' | '→' | '✓' | '✔');
    (spaced || !strict).then_some((c, start))
}

const UNITS: [&str; 24] = [
    "Mio",
    "Millionen",
    "Million",
    "Mrd",
    "Milliarden",
    "Prozent",
    "Euro",
    "EUR",
    "km",
    "m",
    "Uhr",
    "Meter",
    "h",
    "Kilometer",
    "Stunden",
    "Tage",
    "Jahre",
    "Jahren",
    "Tsd",
    "Personen",
    "Plätze",
    "Wochen",
    "Monate",
    "ha",
];

/// A number or code at the start of a line: the marker, where its text begins, how deep it is.
struct Numbered {
    marker: Range<usize>,
    text: usize,
    depth: u8,
    /// `3.2.1`, `Ü-4`, `Maßnahme 12`: more than a plain list number.
    strong: bool,
}

fn numbered(line: &str) -> Option<Numbered> {
    let bytes = line.as_bytes();
    let first = *bytes.first()?;
    if first.is_ascii_digit() {
        // 3.2.1 Text, 3.2.1Text, 12. Text
        let mut at = 0;
        let mut groups = 0u8;
        let mut dot = false;
        let mut longest = 0;
        while at < bytes.len() && groups < 7 {
            let from = at;
            while bytes.get(at).is_some_and(u8::is_ascii_digit) {
                at += 1;
            }
            if at == from {
                break;
            }
            longest = longest.max(at - from);
            groups += 1;
            dot = bytes.get(at) == Some(&b'.');
            if !dot {
                break;
            }
            at += 1;
        }
        if longest > 3 || groups == 0 {
            return None;
        }
        let marker = 0..at;
        if groups == 1 && !dot {
            let close = bytes.get(at) == Some(&b')');
            if !close {
                return None;
            }
            at += 1;
        }
        let rest = line.get(at..)?;
        let text = rest.trim_start();
        let start = text.chars().next()?;
        let glued = rest.len() == text.len();
        let begins = start.is_uppercase() || matches!(start, '„' | '"' | '“' | '»' | '«' | '(') || (!glued && start.is_lowercase());
        let word = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        // "1. Halbjahr 2027", "12. März 2026"
        if !begins || UNITS.contains(&word) || (groups <= 2 && names_time(word)) {
            return None;
        }
        if groups > 1 && longest > 2 {
            return None;
        }
        if groups == 1 && glued && !start.is_uppercase() {
            return None;
        }
        return Some(Numbered { marker: 0..marker.end.max(at), text: line.len() - text.len(), depth: groups, strong: groups > 1 });
    }
    if first.is_ascii_lowercase() && bytes.get(1) == Some(&b')') && bytes.get(2) == Some(&b' ') {
        let text = line.get(2..)?.trim_start();
        return Some(Numbered { marker: 0..2, text: line.len() - text.len(), depth: 1, strong: false });
    }
    let c = line.chars().next()?;
    if !c.is_uppercase() {
        return None;
    }
    // Ü-4: …, GE-12 …, M 4 …, M4: …
    let letters: usize = line.chars().take_while(|c| c.is_uppercase()).take(4).map(char::len_utf8).sum();
    let count = line.get(..letters)?.chars().count();
    let rest = line.get(letters..)?;
    if count <= 3 {
        let (sign, after) = match rest.chars().next()? {
            '-' | '–' => ('-', rest.get(rest.chars().next()?.len_utf8()..)?),
            ' ' => (' ', rest.get(1..)?),
            d if d.is_ascii_digit() => ('0', rest),
            _ => return code_word(line),
        };
        let digits: usize = after.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
        let number = after.get(..digits)?;
        let number = number.trim_end_matches('.');
        if !number.is_empty() && number.len() <= 6 && number.split('.').all(|part| !part.is_empty() && part.len() <= 3) {
            let end = line.len() - after.len() + number.len();
            let tail = line.get(end..)?;
            let colon = tail.trim_start().starts_with(':') || tail.starts_with('.');
            let text = tail.trim_start_matches([':', '.', ' ', '-', '–']);
            let upper = text.chars().next().is_some_and(char::is_uppercase);
            let coded = match sign {
                '-' => colon || (upper && tail.starts_with(' ') && number.len() <= 2),
                _ => colon || (upper && tail.starts_with(' ') && matches!(line.get(..letters), Some("M" | "HF" | "MA" | "Z"))),
            };
            if coded && !text.is_empty() {
                let start = line.len() - text.len();
                return Some(Numbered { marker: 0..end, text: start, depth: 1, strong: true });
            }
        }
    }
    code_word(line)
}

/// A month, a quarter or a half: the number before it counts them.
fn names_time(word: &str) -> bool {
    let folded = fold(word);
    let words = vocabulary();
    words.month(&folded).is_some() || words.quarters.contains(&folded) || words.halves.contains(&folded)
}

/// `Maßnahme 12: …`, `Baustein A: …`
fn code_word(line: &str) -> Option<Numbered> {
    let space = line.find(' ')?;
    let follows = line.get(space + 1..)?.chars().next()?;
    if space > 24 || !(follows.is_ascii_digit() || follows.is_ascii_uppercase()) {
        return None;
    }
    let rest = line.get(space + 1..)?;
    let rest = rest.strip_prefix("Nr. ").unwrap_or(rest);
    let number: usize = rest
        .char_indices()
        .take_while(|&(i, c)| c.is_ascii_digit() || c == '.' || c == '-' || (i < 3 && c.is_ascii_uppercase()))
        .map(|(_, c)| c.len_utf8())
        .sum();
    let code = rest.get(..number)?.trim_end_matches(['.', '-']);
    let tail = rest.get(code.len()..)?;
    let digit = code.bytes().any(|b| b.is_ascii_digit());
    // "Vorhaben 2025 – 2026" names years.
    let year = code.len() == 4 && (code.starts_with("19") || code.starts_with("20"));
    if code.is_empty()
        || year
        || code.len() > 8
        || !(tail.starts_with([':', '.', ')']) || (digit && (tail.is_empty() || tail.starts_with(" –") || tail.starts_with(" -"))))
        || !vocabulary().code_words.contains(&fold(line.get(..space)?))
    {
        return None;
    }
    let text = tail.trim_start_matches([':', '.', ')', ' ', '-', '–']);
    let end = line.len() - tail.len();
    Some(Numbered { marker: 0..end, text: line.len() - text.len(), depth: 1, strong: true })
}

/// Lone page numbers in all their dresses.
pub(crate) fn page_number(line: &str) -> bool {
    if line.len() > 40 {
        return false;
    }
    let inner = line.trim_matches([' ', '-', '–', '—', '|', '(', ')', '[', ']']);
    if inner.is_empty() {
        return !line.is_empty() && line.contains('|') && line.chars().all(|c| c == '|' || c == ' ');
    }
    let digits = |s: &str| !s.is_empty() && s.len() <= 3 && s.bytes().all(|b| b.is_ascii_digit());
    if digits(inner) {
        return true;
    }
    let lower = inner.to_lowercase();
    let rest = ["seite ", "page ", "s. ", "origp. ", "seite: ", "blatt "].iter().find_map(|prefix| lower.strip_prefix(prefix));
    let number = rest.unwrap_or(&lower);
    let mut parts = number.split_whitespace();
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(a), None, None, None) => rest.is_some() && (digits(a) || a.split_once('/').is_some_and(|(x, y)| digits(x) && digits(y))),
        (Some(a), Some("von" | "of" | "/"), Some(b), None) => digits(a) && digits(b),
        _ => false,
    }
}

/// `… 17` at the end of a line with words.
fn ends_with_page(line: &str) -> bool {
    let trimmed = line.trim_end();
    let digits = trimmed.bytes().rev().take_while(u8::is_ascii_digit).count();
    let tail = trimmed.get(trimmed.len() - digits..).unwrap_or("");
    // "bis 2030" and page 25 glued together: 203025.
    let glued_year = (5..=7).contains(&digits) && (tail.starts_with("20") || tail.starts_with("19"));
    if digits == 0 || (digits > 3 && !glued_year) {
        return false;
    }
    let before = trimmed.get(..trimmed.len() - digits).unwrap_or("");
    let glued = before.chars().next_back();
    before.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && !glued.is_some_and(|c| matches!(c, '.' | ',' | '/' | '-' | '–') && !before.ends_with(".."))
}

fn dotted(line: &str) -> bool {
    let mut run = 0;
    let mut blank = false;
    for &byte in line.as_bytes() {
        match byte {
            b'.' => run += 1,
            // The last byte of an ellipsis.
            0xa6 if run == 0 || blank || run % 3 == 0 => run += 3,
            0xe2 | 0x80 => {}
            b' ' if !blank && run > 0 => {
                blank = true;
                continue;
            }
            _ => run = 0,
        }
        blank = false;
        if run >= 5 {
            return true;
        }
    }
    false
}

/// `Seite 5` somewhere in the line.
pub(crate) fn names_page(line: &str) -> bool {
    ["Seite ", "Page "].iter().any(|word| {
        line.rfind(word)
            .and_then(|at| line.get(at + word.len()..))
            .is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()) && rest.len() < 12)
    })
}

/// Cuts numbering off the front of a heading.
pub(crate) fn strip_number(text: &str) -> &str {
    let trimmed = text.trim_start();
    if let Some(found) = numbered(trimmed) {
        return trimmed.get(found.text..).unwrap_or(trimmed);
    }
    // Roman numbers, "A Einleitung", "1 Einleitung"
    if let Some((head, rest)) = trimmed.split_once(' ') {
        let bare = head.trim_end_matches(['.', ')', ':']);
        let roman = !bare.is_empty() && bare.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        let digits = !bare.is_empty() && bare.len() <= 8 && bare.chars().all(|c| c.is_ascii_digit() || c == '.');
        let letter = bare.len() == 1 && bare.chars().all(|c| c.is_ascii_uppercase());
        if (roman || digits || letter) && rest.trim_start().starts_with(|c: char| c.is_uppercase() || c == '„') {
            return rest.trim_start();
        }
    }
    trimmed
}

/// The column names of which the line consists; nothing if it holds any other word.
fn names_in(line: &Text) -> Vec<Text> {
    let string = line.string.as_str();
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(rest) = string.get(at..) {
        let skipped = rest.len() - rest.trim_start_matches([' ', '.', '/', '|', ',', '·', ';', '?', ':']).len();
        let from = at + skipped;
        if from >= string.len() {
            break;
        }
        let Some((_, _, end)) = string.get(from..).and_then(label_at) else {
            return Vec::new();
        };
        names.push(line.slice(from..from + end));
        at = from + end;
        if names.len() > 12 {
            return Vec::new();
        }
    }
    names
}

/// `Leitsystem im Bahnhof Tiefbauamt Q3 2027 45.000 EUR`: names a unit, and ends with a date, a sum or a status.
fn row_like(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let vocabulary = vocabulary();
    let unit = |word: &&str| {
        let folded = fold(word);
        word.starts_with(char::is_uppercase)
            && (vocabulary.unit_heads.contains(&folded)
                || ["suffix_n", "suffix_f", "suffix_m", "suffix_p"]
                    .iter()
                    .any(|kind| vocabulary.units.get(*kind).is_some_and(|list| list.iter().any(|end| folded.ends_with(end.as_str())))))
    };
    let ends = words.last().is_some_and(|word| {
        let folded = fold(word);
        let year = folded.len() == 4 && folded.starts_with("20") && folded.bytes().all(|b| b.is_ascii_digit());
        year || word.ends_with('€')
            || vocabulary.amounts.contains(&folded)
            || vocabulary.statuses.contains_key(&folded)
            || vocabulary.soft_times.contains(&folded)
    });
    ends && words.len() >= 4 && words.iter().skip(2).any(unit)
}

/// `2.1`: the number of a measure, alone on its line.
fn lone_code(line: &str) -> bool {
    let line = line.trim_end_matches('.');
    line.len() <= 8
        && line.contains('.')
        && line.split('.').all(|part| !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit()))
}

struct Facts {
    key: u64,
    page: bool,
    furniture: bool,
    contents: bool,
}

fn key_of(line: &str) -> u64 {
    use std::hash::Hasher;
    let mut hasher = rustc_hash::FxHasher::default();
    for byte in line.bytes().filter(|b| !b.is_ascii_digit() && *b != b' ') {
        hasher.write_u8(byte);
    }
    hasher.finish()
}

/// Longer lines, in bytes, are no names of columns and sections.
const LONGEST_NAME: usize = 120;

/// A column name and nothing else.
fn is_name(line: &str) -> bool {
    line.len() <= LONGEST_NAME && !empty_label(line) && vocabulary().labels.contains_key(&fold(line))
}

/// `Kosten -`: a label whose value is a dash.
fn empty_label(line: &str) -> bool {
    line.len() <= LONGEST_NAME && line.trim_end().ends_with(['-', '–']) && vocabulary().bare.contains(&fold(line))
}

/// Whether the line is a label with a value, or a section word: never furniture.
fn protected(line: &str) -> bool {
    if empty_label(line) {
        return true;
    }
    if let Some((label, value)) = line.split_once(':')
        && label.len() < 60
        && vocabulary().labels.contains_key(&fold(label))
        && !value.trim().is_empty()
    {
        return true;
    }
    if let Some((_, _, end)) = label_at(line)
        && line.get(end..).is_some_and(|rest| rest.chars().any(char::is_alphanumeric) && !vocabulary().labels.contains_key(&fold(rest)))
    {
        return true;
    }
    let folded = fold(strip_number(line));
    vocabulary().sheet_headings.contains(&folded) || (vocabulary().zone_names.contains_key(&folded) && !line.ends_with(','))
}

/// The longest label at the start of a line: its role, its folded words, and where it ends.
pub(crate) fn label_at(line: &str) -> Option<(&'static str, String, usize)> {
    let words = vocabulary();
    let mut key = String::new();
    let mut best = None;
    let mut count = 0;
    let mut chars = line.char_indices().peekable();
    loop {
        // Skip what is between words; a sentence or a colon ends the label.
        while let Some(&(_, c)) = chars.peek() {
            if c.is_alphanumeric() {
                break;
            }
            if count > 0 && matches!(c, ':' | ';' | '!' | '|') {
                return best;
            }
            chars.next();
        }
        let Some(&(start, _)) = chars.peek() else {
            return best;
        };
        let mut end = start;
        while let Some(&(at, c)) = chars.peek() {
            if !c.is_alphanumeric() {
                break;
            }
            end = at + c.len_utf8();
            chars.next();
        }
        if count > 0 {
            key.push(' ');
        }
        key.push_str(&fold(line.get(start..end)?));
        count += 1;
        if let Some((name, role)) = words.labels.get_key_value(&key) {
            best = Some((role.as_str(), name.clone(), end));
        }
        if count >= 8 || !words.label_starts.contains(&key) {
            return best;
        }
    }
}

fn refine(raws: Vec<Raw>, notices: &mut Vec<Notice>) -> Vec<Block> {
    let mut facts: Vec<Facts> = Vec::new();
    let mut firsts: Vec<usize> = Vec::with_capacity(raws.len());
    for raw in &raws {
        firsts.push(facts.len());
        let lone_item = matches!(&raw.kind, RawKind::Item { .. }) && raw.lines.len() == 1;
        for line in &raw.lines {
            let string = &line.text.string;
            let page = !matches!(raw.kind, RawKind::Heading(_))
                && page_number(string)
                && (raw.lines.len() > 1 || !lone_item || string.ends_with(['-', '–', '|']));
            facts.push(Facts { key: if string.len() < 160 { key_of(string) } else { 0 }, page, furniture: page, contents: false });
        }
    }
    let titles = mark_contents(&raws, &firsts, &mut facts);
    mark_furniture(&raws, &firsts, &mut facts);

    let atx = raws.iter().filter(|raw| matches!(raw.kind, RawKind::Heading(_))).count() >= 3;
    let mut writer = Writer {
        blocks: Vec::new(),
        open: None,
        atx_level: 0,
        atx,
        signs: Vec::new(),
        below: 0,
        first_words: titles.iter().map(|title| title.split(" ").next().unwrap_or("").to_owned()).collect(),
        titles,
        broken: false,
        table_open: false,
        code: None,
    };
    let mut grid = false;
    for (index, raw) in raws.iter().enumerate() {
        let first = firsts.get(index).copied().unwrap_or(0);
        let facts = facts.get(first..first + raw.lines.len()).unwrap_or(&[]);
        if !grid && raw.lines.iter().any(|line| line.text.string.starts_with("+--")) {
            grid = true;
            notices.push(Notice { kind: NoticeKind::GridTable, span: raw.span, text: String::new() });
        }
        writer.raw(raw, facts, raws.get(index + 1));
    }
    writer.finish();
    writer.blocks
}

/// Marks contents lines and returns the titles they name, folded.
fn mark_contents(raws: &[Raw], firsts: &[usize], facts: &mut [Facts]) -> FxHashSet<String> {
    let mut titles = FxHashSet::default();
    let flat: Vec<(usize, usize, &str)> =
        raws.iter().enumerate().flat_map(|(r, raw)| raw.lines.iter().enumerate().map(move |(l, line)| (r, l, line.text.string.as_str()))).collect();
    let mut inside = false;
    let mut page_seen = false;
    let mut misses = 0;
    let mut pending = String::new();
    let mut add = |title: &str| {
        let cut = title.trim_end().trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches(['.', ' ', '…']);
        let folded = fold(strip_number(cut));
        if folded.len() > 3 {
            titles.insert(folded);
        }
    };
    for (i, &(r, l, line)) in flat.iter().enumerate() {
        let Some(raw) = raws.get(r) else { continue };
        let index = firsts.get(r).copied().unwrap_or(0) + l;
        let next = flat.get(i + 1).map_or("", |&(_, _, next)| next);
        let next2 = flat.get(i + 2).map_or("", |&(_, _, next)| next);
        if matches!(raw.kind, RawKind::Heading(_)) {
            inside = false;
        }
        if dotted(line) {
            if let Some(fact) = facts.get_mut(index) {
                fact.contents = true;
            }
            let cut = line.find("...").or_else(|| line.find(". .")).or_else(|| line.find('…')).unwrap_or(line.len());
            let head = line.get(..cut).unwrap_or("");
            if pending.is_empty() {
                add(head);
            } else {
                pending.push(' ');
                pending.push_str(head);
                add(&pending);
                pending.clear();
            }
            inside = true;
            misses = 0;
            page_seen = false;
            continue;
        }
        let folded = if line.len() < 60 { fold(strip_number(line)) } else { String::new() };
        let head = folded.strip_suffix(" seite").unwrap_or(&folded);
        if !head.is_empty() && vocabulary().zone_names.get(head).is_some_and(|zone| zone == "contents") {
            inside = true;
            misses = 0;
            page_seen = false;
            pending.clear();
            continue;
        }
        if !inside || matches!(raw.kind, RawKind::Heading(_) | RawKind::Row { .. }) {
            continue;
        }
        if facts.get(index).is_some_and(|fact| fact.page) {
            page_seen = true;
            // A page number torn off its contents line.
            continue;
        }
        let listed = ends_with_page(line);
        let soon = ends_with_page(next) || dotted(next) || ends_with_page(next2) || dotted(next2);
        if listed {
            misses = 0;
            page_seen = false;
            if numbered(line).is_some() || (l == 0 && matches!(raw.kind, RawKind::Item { .. })) {
                pending.clear();
            }
            pending.push(' ');
            pending.push_str(line);
            add(pending.trim_start());
            pending.clear();
        } else if !page_seen && soon && misses < 2 && line.len() < 140 {
            misses += 1;
            let whole = std::mem::take(&mut pending);
            if numbered(line).is_none() && !whole.is_empty() {
                pending = whole + " ";
            }
            pending.push_str(line);
        } else {
            inside = page_seen && soon;
            pending.clear();
            if !inside {
                continue;
            }
        }
        if let Some(fact) = facts.get_mut(index) {
            fact.contents = true;
        }
    }
    titles
}

/// Marks running headers and footers, and repeated table heads.
fn mark_furniture(raws: &[Raw], firsts: &[usize], facts: &mut [Facts]) {
    let mut lines: Vec<(usize, &str)> = Vec::new();
    for (r, raw) in raws.iter().enumerate() {
        let first = firsts.get(r).copied().unwrap_or(0);
        for (l, line) in raw.lines.iter().enumerate() {
            let item_start = l == 0 && matches!(raw.kind, RawKind::Item { .. });
            let usable = matches!(raw.kind, RawKind::Paragraph | RawKind::Item { .. })
                && !item_start
                && !facts.get(first + l).is_some_and(|fact| fact.contents);
            let string = line.text.string.as_str();
            if usable || facts.get(first + l).is_some_and(|fact| fact.page) {
                lines.push((first + l, string));
            } else {
                lines.push((first + l, ""));
            }
        }
    }
    let key = |facts: &[Facts], i: usize| {
        lines.get(i).filter(|(_, s)| !s.is_empty() && s.len() < 160).and_then(|&(at, _)| facts.get(at)).map(|fact| fact.key)
    };
    let page = |facts: &[Facts], i: usize| lines.get(i).and_then(|&(at, _)| facts.get(at)).is_some_and(|fact| fact.page);
    let mut count: FxHashMap<u64, (u32, u32)> = FxHashMap::default();
    let mut triples: FxHashMap<(u64, u64, u64), u32> = FxHashMap::default();
    for i in 0..lines.len() {
        let Some(here) = key(facts, i).filter(|_| !page(facts, i)) else {
            continue;
        };
        let entry = count.entry(here).or_default();
        entry.0 += 1;
        if page(facts, i + 1) || (i > 0 && page(facts, i - 1)) {
            entry.1 += 1;
        }
        if let (Some(a), Some(b)) = (key(facts, i + 1), key(facts, i + 2)) {
            *triples.entry((here, a, b)).or_default() += 1;
        }
    }
    let mut drop: Vec<usize> = Vec::new();
    for i in 0..lines.len() {
        let Some(here) = key(facts, i).filter(|_| !page(facts, i)) else {
            continue;
        };
        let Some(&(_, string)) = lines.get(i) else {
            continue;
        };
        let (all, near) = count.get(&here).copied().unwrap_or_default();
        if all < 3 {
            continue;
        }
        let beside = page(facts, i + 1) || (i > 0 && page(facts, i - 1));
        if (beside && near >= 3 && near * 2 >= all || names_page(string)) && !protected(string) && bullet(string).is_none() {
            drop.push(i);
        }
        if let (Some(a), Some(b)) = (key(facts, i + 1), key(facts, i + 2))
            && triples.get(&(here, a, b)).is_some_and(|&n| n >= 3)
        {
            // A repeated table head has column names; a running title opens a paragraph.
            let names = (i..i + 3).filter(|&j| lines.get(j).is_some_and(|(_, string)| is_name(string))).count();
            let head = (i..i + 3).any(|j| {
                lines
                    .get(j)
                    .and_then(|(_, string)| vocabulary().labels.get(&fold(string)))
                    .is_some_and(|role| matches!(role.as_str(), "title" | "goal" | "number" | "field"))
            });
            let title_lines = (i..i + 3)
                .all(|j| lines.get(j).is_some_and(|(_, string)| string.chars().count() < 90 && !string.ends_with(['.', ';', '-', '!', '?'])));
            let opens = title_lines && lines.get(i).is_some_and(|(at, _)| firsts.binary_search(at).is_ok());
            let chained = drop.last().is_some_and(|&last| last >= i && last < i + 3);
            if (names < 2 || !head) && !opens && !chained {
                continue;
            }
            for j in i..i + 3 {
                let Some(&(_, string)) = lines.get(j) else {
                    continue;
                };
                let named = is_name(string);
                let title = opens && !string.contains(':') && !vocabulary().zone_names.contains_key(&fold(strip_number(string)));
                if (named || title || !protected(string)) && bullet(string).is_none() {
                    drop.push(j);
                }
            }
        }
    }
    for i in drop {
        if let Some(&(at, _)) = lines.get(i)
            && let Some(fact) = facts.get_mut(at)
        {
            fact.furniture = true;
        }
    }
}

struct Writer {
    blocks: Vec<Block>,
    open: Option<Block>,
    atx: bool,
    atx_level: u8,
    signs: Vec<char>,
    /// How deep the numbered line stands that the bullets are below.
    below: u8,
    /// The first words of the titles, to pass over most lines at once.
    first_words: FxHashSet<String>,
    titles: FxHashSet<String>,
    /// Furniture has interrupted the open block.
    broken: bool,
    /// Column names with a column of titles or numbers stand above, in the same section.
    table_open: bool,
    /// The place of a measure's number that stands on a line of its own.
    code: Option<Span>,
}

/// A line that is nothing but the name of a section: "Ausgangslage", "Maßnahmen".
fn opens_section(line: &Line) -> bool {
    if line.text.string.len() > LONGEST_NAME {
        return false;
    }
    let folded = fold(&line.text.string);
    folded != "umsetzung" && vocabulary().zone_names.contains_key(&folded) && line.text.string.starts_with(char::is_uppercase)
}

fn ended(text: &str) -> bool {
    text.trim_end_matches(['"', '“', '”', '»', ')', '\'']).ends_with(['.', '!', '?', ':', ';'])
}

impl Writer {
    fn finish(&mut self) {
        if let Some(block) = self.open.take()
            && !block.text.is_empty()
        {
            self.blocks.push(block);
        }
    }

    fn begin(&mut self, kind: BlockKind, raw: &Raw) {
        self.finish();
        self.code = None;
        self.open = Some(Block {
            kind,
            text: Text::default(),
            cells: Vec::new(),
            lines: Vec::new(),
            span: raw.span,
            emphasis: Vec::new(),
            in_quote: raw.quote,
            depth: raw.depth,
        });
        self.broken = false;
    }

    fn add(&mut self, text: &Text, bold: &[Range<usize>]) {
        let Some(block) = &mut self.open else { return };
        if text.is_empty() {
            return;
        }
        join_line(&mut block.text, text);
        let end = block.text.len();
        let start = end - text.len();
        block.lines.push(start..end);
        for range in bold {
            let moved = start + range.start.min(text.len())..start + range.end.min(text.len());
            match block.emphasis.last_mut() {
                Some(last) if last.end + 1 >= moved.start => last.end = moved.end,
                _ => block.emphasis.push(moved),
            }
        }
        let span = text.span();
        block.span = match self.code.take() {
            Some(code) => code.join(span),
            None if block.lines.len() == 1 => span,
            None => block.span.join(span),
        };
        self.broken = false;
    }

    /// Adds the part of a line after its marker.
    fn add_rest(&mut self, line: &Line, from: usize) {
        if from == 0 {
            self.add(&line.text, &line.bold);
            return;
        }
        let rest = line.text.slice(from..line.text.len());
        let bold: Vec<Range<usize>> =
            line.bold.iter().filter(|range| range.end > from).map(|range| range.start.saturating_sub(from)..range.end - from).collect();
        self.add(&rest, &bold);
    }

    fn heading(&mut self, level: u8, raw: &Raw, lines: &[&Line]) {
        self.begin(BlockKind::Heading { level }, raw);
        for line in lines {
            self.add(&line.text, &line.bold);
        }
        self.finish();
        self.signs.clear();
        self.below = 0;
        self.table_open = false;
    }

    fn raw(&mut self, raw: &Raw, facts: &[Facts], next: Option<&Raw>) {
        match &raw.kind {
            RawKind::Heading(level) => {
                self.atx_level = *level;
                let lines: Vec<&Line> = raw.lines.iter().collect();
                if page_number(lines.first().map_or("", |line| &line.text.string)) && lines.len() == 1 {
                    self.broken = true;
                    return;
                }
                self.heading(*level, raw, &lines);
                return;
            }
            RawKind::Row { table, header } => {
                self.begin(BlockKind::Row { table: *table, header: *header }, raw);
                if let Some(block) = &mut self.open {
                    for cell in &raw.cells {
                        block.text.append(&cell.on_one_line(), " | ");
                    }
                    block.cells = raw.cells.clone();
                    block.lines = std::iter::once(0..block.text.len()).collect();
                }
                self.finish();
                return;
            }
            RawKind::Term => self.begin(BlockKind::Term, raw),
            RawKind::Definition => self.begin(BlockKind::Definition, raw),
            RawKind::Note => self.begin(BlockKind::Note, raw),
            RawKind::Paragraph | RawKind::Item { .. } => {
                self.plain(raw, facts, next);
                return;
            }
        }
        for line in &raw.lines {
            self.add(&line.text, &line.bold);
        }
        self.finish();
    }

    /// Paragraphs and items: the lines may hold bullets, numbers, headings and furniture.
    fn plain(&mut self, raw: &Raw, facts: &[Facts], next: Option<&Raw>) {
        let real = |i: usize| facts.get(i).is_none_or(|fact| !fact.furniture && !fact.contents);
        let alone = raw.lines.iter().enumerate().filter(|&(i, _)| real(i)).count() == 1;
        let mut i = 0;
        let mut fresh = true;
        let mut item_kind = match &raw.kind {
            RawKind::Item { depth, marker } => Some((*depth, marker.clone())),
            _ => None,
        };
        let mut pipe_table: Option<usize> = None;
        // A chapter that begins here brings its own sections: "Ausgangslage", "Ziele", "Maßnahmen".
        let mut chapter = false;
        while let Some(line) = raw.lines.get(i) {
            let string = line.text.string.as_str();
            let fact = facts.get(i);
            if fact.is_some_and(|fact| fact.contents) {
                self.begin(BlockKind::Contents, raw);
                self.add(&line.text, &[]);
                self.finish();
                fresh = true;
                i += 1;
                continue;
            }
            if fact.is_some_and(|fact| fact.furniture) {
                if !fact.is_some_and(|fact| fact.page) && is_name(string) {
                    self.columns(raw, line);
                }
                self.broken = true;
                i += 1;
                continue;
            }
            // A list item of Markdown itself.
            if let (true, Some((depth, marker))) = (i == 0, &item_kind) {
                if self.restore_number(raw, line, marker) {
                    fresh = false;
                    i += 1;
                    continue;
                }
                let ordered = marker.starts_with(|c: char| c.is_ascii_digit());
                // "2. Wohnen / Ausgangslage / Im Kreis …": a chapter whose number made it a list, and all its lines an item.
                let titled = || self.is_title(string) && raw.lines.get(1).is_none_or(|next| next.text.string.starts_with(char::is_uppercase));
                if ordered && !alone && !ended(string) && string.len() < 100 && (titled() || raw.lines.get(1).is_some_and(opens_section)) {
                    let level = self.level(1);
                    self.heading(level, raw, &[line]);
                    item_kind = None;
                    chapter = true;
                    fresh = true;
                    i += 1;
                    continue;
                }
                if ordered && alone && self.is_title(string) && next.is_none_or(|next| !matches!(next.kind, RawKind::Item { .. })) {
                    let level = self.level(1);
                    self.heading(level, raw, &[line]);
                    i += 1;
                    continue;
                }
                let sign = if ordered { marker.clone() } else { marker.chars().next().map(String::from).unwrap_or_default() };
                // `- ▪ Text`, `- 1.1 Text`: two markers, the inner one tells more.
                let (inner, from) = match (bullet(string), numbered(string)) {
                    (Some((c, from)), _) if !ordered && from < string.len() => (c.to_string(), from),
                    (None, Some(found)) if found.strong && found.text < string.len() => {
                        (string.get(found.marker.clone()).unwrap_or("").trim_end_matches(['.', ':']).to_owned(), found.text)
                    }
                    _ => (sign, 0),
                };
                self.signs.clear();
                self.begin(BlockKind::Item { depth: *depth, marker: inner }, raw);
                self.add_rest(line, from);
                fresh = false;
                i += 1;
                continue;
            }
            // The column names of a table whose cells became lines.
            if let Some((taken, names)) = self.column_names(raw, facts, i) {
                self.begin(BlockKind::Columns, raw);
                if let Some(block) = &mut self.open {
                    let span = names.iter().fold(line.text.span(), |span, name| span.join(name.span()));
                    for name in &names {
                        block.text.append(name, "\n");
                    }
                    block.lines = std::iter::once(0..block.text.len()).collect();
                    block.span = span;
                }
                self.finish();
                self.signs.clear();
                fresh = true;
                i += taken;
                continue;
            }
            if self.table_open && lone_code(string) && raw.lines.len() > i + 1 {
                self.signs.clear();
                self.below = 0;
                let depth = u8::try_from(string.trim_end_matches('.').matches('.').count() + 1).unwrap_or(u8::MAX);
                self.begin(BlockKind::Item { depth, marker: string.trim_end_matches('.').to_owned() }, raw);
                self.code = Some(line.text.span());
                fresh = false;
                i += 1;
                continue;
            }
            // A title of the contents list, perhaps over several lines.
            let sure_start = fresh
                || self.broken
                || string.starts_with(|c: char| c.is_ascii_digit())
                || self.open.as_ref().is_none_or(|block| ended(&block.text.string));
            if sure_start && let Some((taken, level)) = self.listed_title(raw, facts, i) {
                let lines: Vec<&Line> = raw.lines.iter().skip(i).take(taken).collect();
                self.heading(level, raw, &lines);
                chapter |= raw.lines.len() > taken;
                fresh = true;
                i += taken;
                continue;
            }
            if let Some((sign, from)) = bullet(string).or_else(|| self.small_bullet(string))
                && self.bullet_counts(string, sign, from, fresh)
            {
                let depth = match self.signs.iter().position(|&known| known == sign) {
                    Some(at) => {
                        self.signs.truncate(at + 1);
                        at
                    }
                    None => {
                        self.signs.push(sign);
                        self.signs.len() - 1
                    }
                };
                let depth = u8::try_from(depth + 1).unwrap_or(u8::MAX).saturating_add(raw.depth).saturating_add(self.below);
                self.begin(BlockKind::Item { depth, marker: sign.to_string() }, raw);
                self.add_rest(line, from);
                fresh = false;
                i += 1;
                continue;
            }
            if let Some(found) = numbered(string)
                && self.number_counts(&found, string, fresh)
            {
                let marker = string.get(found.marker.clone()).unwrap_or("").trim_end_matches(['.', ':', ' ']).to_owned();
                if let Some(level) = self.heading_like(string, alone, line, Some(&found)).filter(|_| alone || found.strong) {
                    self.heading(level, raw, &[line]);
                    i += 1;
                    continue;
                }
                self.signs.clear();
                self.below = if found.strong { 0 } else { found.depth.max(1) };
                self.begin(BlockKind::Item { depth: found.depth.max(1), marker }, raw);
                self.add_rest(line, if found.text < string.len() { found.text } else { 0 });
                fresh = false;
                i += 1;
                continue;
            }
            if (string.starts_with('|') || pipe_table.is_some()) && string.matches('|').count() >= 3 {
                let table = *pipe_table.get_or_insert(usize::MAX - self.blocks.len());
                if string.chars().any(char::is_alphanumeric) {
                    let header = !matches!(self.blocks.last(), Some(Block { kind: BlockKind::Row { table: last, .. }, .. }) if *last == table)
                        && self.open.is_none()
                        || fresh;
                    self.begin(BlockKind::Row { table, header }, raw);
                    let cells: Vec<Text> = split_row(string)
                        .into_iter()
                        .map(|range| {
                            let part = string.get(range.clone()).unwrap_or("");
                            let from = range.start + part.len() - part.trim_start().len();
                            line.text.slice(from..from + part.trim().len())
                        })
                        .collect();
                    if let Some(block) = &mut self.open {
                        block.text = line.text.clone();
                        block.lines = std::iter::once(0..line.text.len()).collect();
                        block.span = line.text.span();
                        block.cells = cells;
                    }
                    self.finish();
                }
                fresh = false;
                i += 1;
                continue;
            }
            if string.starts_with("+--") {
                i += 1;
                continue;
            }
            let start_ok = fresh || self.open.as_ref().is_none_or(|block| ended(&block.text.string));
            if start_ok
                && item_kind.is_none()
                && let Some(level) = self.heading_like(string, alone, line, None).or_else(|| (chapter && opens_section(line)).then(|| self.level(3)))
            {
                self.heading(level, raw, &[line]);
                fresh = true;
                i += 1;
                continue;
            }
            // Plain text: goes on, or begins.
            let lower = string.chars().next().is_some_and(char::is_lowercase);
            let goes_on = match &self.open {
                None => false,
                Some(_) if !fresh => true,
                Some(block) => {
                    let text = &block.text.string;
                    let hyphen = text.ends_with('-') && text.chars().rev().nth(1).is_some_and(char::is_alphabetic);
                    let joinable = matches!(block.kind, BlockKind::Paragraph | BlockKind::Item { .. });
                    // An item may only be continued by its own sentence.
                    joinable && !ended(text) && ((self.broken && lower) || (hyphen && (lower || self.broken)))
                }
            };
            if !goes_on {
                let kind = BlockKind::Paragraph;
                self.begin(kind, raw);
            }
            self.add(&line.text, &line.bold);
            fresh = false;
            i += 1;
        }
    }

    /// The names of columns that begin at line `i`, and how many lines they take: several on one line
    /// ("Nr. Maßnahme Zuständig"), one below the other, or the name of a column that was torn off its table.
    fn column_names(&mut self, raw: &Raw, facts: &[Facts], i: usize) -> Option<(usize, Vec<Text>)> {
        let line = raw.lines.get(i)?;
        // Most lines are too long, or begin with no label.
        if line.text.len() > 120 || raw.lines.len() < i + 2 {
            return None;
        }
        label_at(&line.text.string)?;
        let roles = |names: &[Text]| -> Vec<&str> {
            names.iter().filter_map(|name| vocabulary().labels.get(&fold(&name.string)).map(String::as_str)).collect()
        };
        let attribute = |role: &str| matches!(role, "responsible" | "deadline" | "budget" | "status" | "indicator" | "partner");
        let mut names = names_in(&line.text);
        let mut taken = 1;
        if names.len() == 1 {
            // One below the other; a name may be broken in two.
            let mut at = i + 1;
            while let Some(next) = raw.lines.get(at).filter(|next| next.text.len() <= 60) {
                let one = names_in(&next.text);
                if one.len() == 1 {
                    names.extend(one);
                    at += 1;
                } else if next.text.string.ends_with('-')
                    && let Some(rest) = raw.lines.get(at + 1)
                {
                    let mut whole = next.text.clone();
                    join_line(&mut whole, &rest.text);
                    let one = names_in(&whole);
                    if one.len() != 1 {
                        break;
                    }
                    names.extend(one);
                    at += 2;
                } else {
                    break;
                }
            }
            taken = at - i;
        }
        if names.is_empty() || raw.lines.len() <= i + taken {
            return None;
        }
        let found = roles(&names);
        let titled = found.contains(&"title") && (found.contains(&"number") || found.iter().any(|role| attribute(role)));
        // "Maßnahme" alone above "6.1 Rampe am Markt".
        let next = raw.lines.get(i + 1).map_or("", |next| next.text.string.as_str());
        let lone = found == ["title"] && i == 0 && numbered(next).is_some_and(|found| found.strong && next.starts_with(|c: char| c.is_ascii_digit()));
        if lone || (titled && names.len() >= 2 && (taken == 1 || names.len() >= 3)) {
            self.table_open = true;
            return Some((taken, names));
        }
        // Torn off: only units, dates and the like, and a list of short values below.
        let value = names.iter().any(|name| vocabulary().statuses.contains_key(&fold(&name.string)));
        let torn = found.iter().all(|role| attribute(role)) && !value && (names.len() >= 2 || self.table_open) && taken == 1;
        let values = raw.lines.iter().skip(i + 1).take(3);
        let short = values.clone().count() == 3
            && values.clone().all(|value| {
                let text = value.text.string.as_str();
                text.chars().count() < 50 && !text.ends_with(['.', ':', ';', ',']) && (names.len() >= 2 || names_in(&value.text).is_empty())
            })
            && !facts.iter().skip(i + 1).take(3).any(|fact| fact.contents);
        (torn && short).then_some((taken, names))
    }

    /// Column names printed as lines: remembers them once for each repetition.
    fn columns(&mut self, raw: &Raw, line: &Line) {
        match self.blocks.last_mut() {
            Some(block) if block.kind == BlockKind::Columns => {
                block.text.append(&line.text, "\n");
            }
            _ => {
                let open = self.open.take();
                self.begin(BlockKind::Columns, raw);
                self.add(&line.text, &[]);
                self.finish();
                // A block that the page break interrupted stays open after the column names.
                self.open = open;
            }
        }
        self.broken = true;
    }

    /// `1994. ` or `1. März` at the start of a line is no list.
    fn restore_number(&mut self, raw: &Raw, line: &Line, marker: &str) -> bool {
        let digits = marker.trim_end_matches(['.', ')']);
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return false;
        }
        let first = line.text.string.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        let date = names_time(first);
        if digits.len() < 4 && !date {
            return false;
        }
        let goes_on =
            self.open.as_ref().is_some_and(|block| !ended(&block.text.string) && matches!(block.kind, BlockKind::Paragraph | BlockKind::Item { .. }));
        if !goes_on {
            self.begin(BlockKind::Paragraph, raw);
        }
        let mut whole = Text::exact(marker, raw.span.start);
        whole.append(&line.text, " ");
        self.add(&whole, &[]);
        true
    }

    fn is_title(&self, line: &str) -> bool {
        line.len() < 160 && self.titles.contains(&fold(strip_number(line)))
    }

    /// How many lines from `i` on make up a title of the contents list.
    fn listed_title(&self, raw: &Raw, facts: &[Facts], i: usize) -> Option<(usize, u8)> {
        if self.titles.is_empty() {
            return None;
        }
        let first = raw.lines.get(i)?.text.string.as_str();
        let bare = strip_number(first);
        let word = bare.split(|c: char| !c.is_alphanumeric() && c != '\u{308}').find(|word| !word.is_empty())?;
        if !self.first_words.contains(&fold(word)) {
            return None;
        }
        let coded = numbered(first);
        let mut whole = String::new();
        let most = if coded.as_ref().is_some_and(|found| found.strong) { 4 } else { 2 };
        for taken in 1..=most {
            let line = raw.lines.get(i + taken - 1)?;
            if facts.get(i + taken - 1).is_some_and(|fact| fact.furniture || fact.contents) {
                return None;
            }
            if whole.ends_with('-') && line.text.string.starts_with(char::is_lowercase) {
                whole.pop();
            } else if !whole.is_empty() {
                whole.push(' ');
            }
            whole.push_str(&line.text.string);
            if whole.len() > 300 {
                return None;
            }
            let closes = whole.matches(')').count() > whole.matches('(').count() || (whole.ends_with('.') && numbered(&whole).is_none());
            if !closes && self.titles.contains(&fold(strip_number(&whole))) {
                let level = match &coded {
                    Some(found) if first.starts_with(|c: char| c.is_ascii_digit()) => found.depth,
                    Some(_) => 4,
                    // "2 Verkehr", "B Bewusstsein": the first of its levels.
                    None if bare.len() < first.trim_start().len() => 1,
                    None => 2,
                };
                return Some((taken, self.level(level)));
            }
        }
        None
    }

    /// Moves a guessed level below the last real heading.
    fn level(&self, depth: u8) -> u8 {
        if self.atx { self.atx_level.saturating_add(depth.max(1)) } else { depth.saturating_add(1) }
    }

    /// `o elf Haltestellen`: a letter that stands for a circle, below "…:" or among its like.
    fn small_bullet(&self, line: &str) -> Option<(char, usize)> {
        let listed = self.signs.contains(&'o') || self.open.as_ref().is_some_and(|block| block.text.string.ends_with(':'));
        (listed && line.starts_with("o ") && line.len() > 12).then_some(('o', 2))
    }

    fn bullet_counts(&self, line: &str, sign: char, from: usize, fresh: bool) -> bool {
        let Some(next) = line.get(from..).and_then(|rest| rest.chars().next()) else {
            // A bullet alone on its line: its text follows.
            return !matches!(sign, '-' | '‒' | '–' | '—' | '―' | '−' | '»');
        };
        if fresh || !matches!(sign, '‒' | '–' | '—' | '―' | '→' | '-' | '+' | '*' | '»') {
            return true;
        }
        // Inside a paragraph a dash may be a dash.
        if sign == '→' {
            return false;
        }
        next.is_uppercase()
            || self.signs.contains(&sign)
            || self.open.as_ref().is_none_or(|block| ended(&block.text.string) || block.text.string.ends_with(','))
    }

    fn number_counts(&self, found: &Numbered, line: &str, fresh: bool) -> bool {
        if fresh || self.broken {
            return true;
        }
        if found.strong {
            // "siehe Maßnahme / 5.2 …" is a reference, not a beginning.
            let before = self.open.as_ref().map_or("", |block| block.text.string.as_str());
            let quoted = line.get(found.text..).is_some_and(|rest| rest.starts_with(['„', '"', '“', '(']));
            let word = before.rsplit(' ').next().unwrap_or("");
            let refers = before.ends_with(['(', ',', '-'])
                || before.ends_with(char::is_alphanumeric)
                    && matches!(
                        fold(word).as_str(),
                        "siehe"
                            | "kapitel"
                            | "ziffer"
                            | "nr"
                            | "abschnitt"
                            | "massnahme"
                            | "massnahmen"
                            | "punkt"
                            | "und"
                            | "abb"
                            | "tabelle"
                            | "art"
                            | "artikel"
                            | "auch"
                    );
            let digits = line.starts_with(|c: char| c.is_ascii_digit());
            return !quoted && !refers && (digits || ended(before) || before.is_empty());
        }
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            return self.open.as_ref().is_none_or(|block| ended(&block.text.string) || block.text.string.ends_with(',')) || !line.starts_with("a)");
        }
        let number: u32 = line.get(found.marker.clone()).unwrap_or("").trim_end_matches(['.', ')']).parse().unwrap_or(u32::MAX);
        let upper = line.get(found.text..).is_some_and(|rest| rest.starts_with(char::is_uppercase));
        let after = match &self.open {
            Some(Block { kind: BlockKind::Item { marker, .. }, .. }) => {
                marker.trim_end_matches(['.', ')']).parse::<u32>().is_ok_and(|previous| previous + 1 == number)
            }
            Some(block) => ended(&block.text.string) && number <= 60,
            None => number <= 60,
        };
        upper && after
    }

    /// The level of a line that is plainly a heading although nothing marks it.
    fn heading_like(&self, string: &str, alone: bool, line: &Line, found: Option<&Numbered>) -> Option<u8> {
        if string.len() > 130 || string.chars().count() > 100 {
            return None;
        }
        let colon = string.ends_with(':');
        if string.ends_with(['.', ';', ',', '!', '?', '-', '|']) && !string.ends_with("usw.") {
            return None;
        }
        let bare = strip_number(string);
        let first = bare.chars().next()?;
        if !first.is_alphabetic() && first != '„' {
            return None;
        }
        let folded = fold(bare);
        let vocabulary = vocabulary();
        let number_depth = found.filter(|_| string.starts_with(|c: char| c.is_ascii_digit())).map(|found| found.depth);
        let bold =
            line.bold.first().is_some_and(|range| range.start == 0 && range.end + usize::from(colon) + 1 >= line.text.len()) && line.bold.len() == 1;
        let label = vocabulary.labels.contains_key(&folded);
        if bold && alone && !(colon && label) {
            let level = number_depth.unwrap_or(if vocabulary.zone(&folded).is_some() { 3 } else { 2 });
            return Some(if self.atx { self.atx_level.saturating_add(number_depth.unwrap_or(1)) } else { level.saturating_add(1) });
        }
        let words = folded.split(' ').count();
        let field = vocabulary.field_headings.contains(folded.split(' ').next().unwrap_or(""));
        if field && (2..=9).contains(&words) && first.is_uppercase() && !colon {
            return Some(self.level(number_depth.unwrap_or(1)));
        }
        // "1.2 Maßnahmen 2023 – 2024"
        let unspanned = folded.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
        let unspanned = unspanned.strip_suffix(" bis").map_or(unspanned, |head| head.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' '));
        let exact = vocabulary.zone_names.contains_key(&folded) || (number_depth.is_some() && vocabulary.zone_names.contains_key(unspanned));
        if exact && first.is_uppercase() && (alone || !label || number_depth.is_some()) && (alone || !colon) {
            return Some(self.level(number_depth.unwrap_or(3)));
        }
        if !alone || colon {
            return None;
        }
        // "2.5Sechs zusätzliche Stellplätze …" is a measure with its number glued to it, not a title.
        if words >= 8 && found.is_some_and(|found| found.strong && found.marker.end == found.text) && !self.titles.contains(&folded) {
            return None;
        }
        if found.is_some_and(|found| found.strong) && row_like(bare) {
            return None;
        }
        if number_depth.is_some() && found.is_some_and(|found| found.strong) && words <= 12 && first.is_uppercase() && bare.len() < 90 {
            return Some(self.level(number_depth.unwrap_or(2)));
        }
        const OPENERS: [&str; 20] = [
            "die", "der", "das", "es", "wir", "hier", "dies", "diese", "im", "in", "für", "als", "mit", "bei", "auf", "the", "this", "we", "zu",
            "von",
        ];
        let opener = folded.split(' ').next().unwrap_or("");
        if words <= 7 && first.is_uppercase() && !OPENERS.contains(&opener) && vocabulary.zone(&folded).is_some() {
            return Some(self.level(number_depth.unwrap_or(3)));
        }
        let letters = bare.chars().filter(|c| c.is_alphabetic()).count();
        if letters >= 6 && words <= 9 && bare.chars().all(|c| !c.is_lowercase() || c == 'ß') && letters * 2 > bare.chars().count() && !dotted(bare) {
            return Some(self.level(1));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Document {
        parse(&Source::new("plan.md", text))
    }

    fn texts(text: &str) -> Vec<String> {
        read(text).blocks.into_iter().map(|block| block.text.string).collect()
    }

    fn kinds(text: &str) -> Vec<BlockKind> {
        read(text).blocks.into_iter().map(|block| block.kind).collect()
    }

    #[test]
    fn every_byte_knows_where_it_came_from() {
        let source = Source::new("plan.md", "Der Zu-\ngang zum  Rathaus\u{a0}wird körper- lich leichter.\n");
        let document = parse(&source);
        let text = &document.blocks[0].text;
        assert_eq!(text.string, "Der Zugang zum Rathaus wird körperlich leichter.");
        let at = text.string.find("Rathaus").expect("there");
        assert_eq!(source.slice(text.source_span(at..at + 7)), "Rathaus");
        let at = text.string.find("Zugang").expect("there");
        assert_eq!(source.slice(text.source_span(at..at + 6)), "Zu-\ngang");
        assert_eq!(source.slice(text.slice(at..at + 6).span()), "Zu-\ngang");
    }

    #[test]
    fn stars_inside_words_are_no_emphasis() {
        assert_eq!(texts("Bürger*innen und Schüler*innen, jede*r und **alle**."), ["Bürger*innen und Schüler*innen, jede*r und alle."]);
        assert_eq!(texts("Mitarbeiter\\*innen lernen."), ["Mitarbeiter*innen lernen."]);
        assert_eq!(texts("| Wer |\n|---|\n| Bürger*innen und Nutzer*innen |\n")[1], "Bürger*innen und Nutzer*innen");
    }

    #[test]
    fn suspended_hyphens_stay() {
        assert_eq!(texts("Rad- und Gehwege, Vor- oder Nach-\nund Mittags-\nZeit"), ["Rad- und Gehwege, Vor- oder Nach- und Mittags-Zeit"]);
        assert_eq!(texts("Früh- bis Spätdienst"), ["Früh- bis Spätdienst"]);
    }

    #[test]
    fn soft_hyphens_entities_and_combining_marks_are_mended() {
        assert_eq!(texts("Bar&shy;riere\u{ad}frei, Bu\u{308}ro"), ["Barrierefrei, Büro"]);
        assert_eq!(texts("Teil\u{ad}\nhabe"), ["Teilhabe"]);
    }

    #[test]
    fn struck_text_comments_and_fenced_code_do_not_count() {
        assert_eq!(texts("Wir bauen ~~nicht~~ um. <!-- Rampe -->\n\n```\nAufzug\n```\n"), ["Wir bauen um."]);
        assert_eq!(texts("<div>\nDie Rampe kommt.\n</div>\n"), ["Die Rampe kommt."]);
        assert_eq!(texts("Rund ~500 Euro bis ~700 Euro"), ["Rund ~500 Euro bis ~700 Euro"]);
    }

    #[test]
    fn indented_lines_are_text() {
        assert_eq!(texts("Vorher.\n\n    Die Stadt baut um\n    und schult.\n"), ["Vorher.", "Die Stadt baut um und schult."]);
    }

    #[test]
    fn surplus_cells_are_kept_and_noted() {
        let document = read("| Maßnahme | Amt |\n|---|---|\n| Rampe | Bauamt | bis 2027 |\n| Lift |\n");
        assert_eq!(document.notices.iter().map(|notice| notice.kind).collect::<Vec<_>>(), [NoticeKind::SurplusCells]);
        let cells: Vec<&str> = document.blocks[1].cells.iter().map(|cell| cell.string.as_str()).collect();
        assert_eq!(cells, ["Rampe", "Bauamt", "bis 2027"]);
        assert_eq!(document.blocks[2].cells[0].string, "Lift");
    }

    #[test]
    fn a_row_of_dashes_makes_no_heading_of_a_paragraph() {
        assert_eq!(kinds("Ein langer Satz steht hier\nüber zwei Zeilen.\n---\n"), [BlockKind::Paragraph]);
        assert_eq!(kinds("Mobilität\n---------\n"), [BlockKind::Heading { level: 2 }]);
        assert_eq!(texts("Kosten\n-\n"), ["Kosten -"]);
    }

    #[test]
    fn years_and_dates_at_line_start_are_no_lists() {
        assert_eq!(texts("1994. Damals begann es.\n"), ["1994. Damals begann es."]);
        assert_eq!(texts("1. März 2027 beginnt der Bau.\n"), ["1. März 2027 beginnt der Bau."]);
    }

    #[test]
    fn bullets_of_all_kinds_split_a_paragraph() {
        let text = "Wir planen:\n• Rampe bauen\n▪ Lift einbauen\n\u{f0b7} Schulung der Be-\nschäftigten\n– Leitfaden drucken\n";
        let document = read(text);
        let items: Vec<&str> = document.blocks.iter().skip(1).map(|block| block.text.string.as_str()).collect();
        assert_eq!(items, ["Rampe bauen", "Lift einbauen", "Schulung der Beschäftigten", "Leitfaden drucken"]);
        assert!(document.blocks.iter().skip(1).all(|block| matches!(block.kind, BlockKind::Item { .. })));
    }

    #[test]
    fn names_of_columns_that_became_lines_are_one_block() {
        let columns = |text: &str| -> Vec<String> {
            read(text).blocks.into_iter().filter(|block| block.kind == BlockKind::Columns).map(|block| block.text.string).collect()
        };
        assert_eq!(columns("Text davor.\nNr. Maßnahme Zuständig\n1.1 Rampe am Markt\n1.2 Lift im Rathaus\n"), ["Nr\nMaßnahme\nZuständig"]);
        assert_eq!(columns("Nr.\nMaßnahme\nverantwort-\nlich\n2.1\nRampe am Markt\nBauamt\n"), ["Nr\nMaßnahme\nverantwortlich"]);
        assert_eq!(columns("Nr. Maßnahme\n1.1 Rampe am Markt\nVerantwortlich / Zeit\nBauamt, 2027\nHauptamt, 2028\nBauhof, laufend\n").len(), 2);
        assert!(columns("Ziel\nDie Stadt baut um.\n").is_empty());
        assert!(columns("Zuständig\nBauamt\nFrist\n2027\n").is_empty());
    }

    #[test]
    fn numbered_names_of_sections_are_headings_inside_a_paragraph() {
        let text = "1.1 Ziele\nAlle kommen an.\n1.2 Maßnahmen 2023 – 2024\n• Rampe am Markt\n1.3Vorhaben 2025 – 2026\n• Lift im Rathaus\n";
        assert_eq!(kinds(text).iter().filter(|kind| matches!(kind, BlockKind::Heading { .. })).count(), 3);
    }

    #[test]
    fn breaks_inside_cells_are_kept_in_the_cells_only() {
        let document = read("| Was | Wer |\n|---|---|\n| Rampe bauen<br>Lift bauen | Amt |\n");
        assert_eq!(document.blocks[1].cells[0].split_lines().len(), 2);
        assert_eq!(document.blocks[1].text.string, "Rampe bauen Lift bauen | Amt");
    }

    #[test]
    fn numbers_and_codes_split_even_when_glued() {
        let document = read("1.1Rampe am Markt\nbauen\n1.2 Lift im Rathaus\n2.10Schulung\n");
        let markers: Vec<String> = document
            .blocks
            .iter()
            .filter_map(|block| match &block.kind {
                BlockKind::Item { marker, .. } => Some(marker.clone()),
                _ => None,
            })
            .collect();
        assert_eq!(markers, ["1.1", "1.2", "2.10"]);
        assert!(matches!(&kinds("Ü-4: Runder Tisch\nText dazu hier.")[0], BlockKind::Item { marker, .. } if marker == "Ü-4"));
        assert!(matches!(&kinds("Maßnahme 12: Rampe am Bad\nText dazu.")[0], BlockKind::Item { marker, .. } if marker == "Maßnahme 12"));
        assert_eq!(kinds("Der Ausbau kostet\n2.5 Mio. Euro und mehr."), [BlockKind::Paragraph]);
    }

    #[test]
    fn page_furniture_goes_and_the_sentence_is_joined() {
        let page = |n: u32, text: &str| format!("{text}\n\nAktionsplan Musterau\n- {n} -\n\n");
        let text = page(1, "Die Stadt wird die") + &page(2, "barrierefreie Rampe bauen.") + &page(3, "Danach folgt der Lift.") + "Ende hier.";
        assert_eq!(texts(&text), ["Die Stadt wird die barrierefreie Rampe bauen.", "Danach folgt der Lift.", "Ende hier."]);
    }

    #[test]
    fn contents_with_glued_page_numbers_are_marked() {
        let text =
            "Inhalt Seite\n1.1Plätze bis 203025\n1.2Prognose bis 204030\n1.3Wege bis 205034\n1.4Kosten für alle35\n\nDie Stadt baut eine Rampe.\n";
        assert_eq!(kinds(text).iter().filter(|kind| **kind == BlockKind::Contents).count(), 4);
    }

    #[test]
    fn a_sentence_told_three_times_is_no_furniture() {
        let text = "Die Stadt trägt die Kosten aus\nihrem laufenden Haushalt und\nberichtet dem Beirat.\n\nAnderes.\n\n".repeat(4);
        assert_eq!(texts(&text).len(), 8);
    }

    #[test]
    fn contents_lines_are_marked() {
        let text = "Inhalt\n1 Vorwort ........ 3\n2 Maßnahmen ........ 12\n\nDie Stadt baut eine Rampe.\n";
        let kinds = kinds(text);
        assert_eq!(kinds.iter().filter(|kind| **kind == BlockKind::Contents).count(), 2);
        assert_eq!(kinds.last(), Some(&BlockKind::Paragraph));
    }

    #[test]
    fn plain_lines_become_headings_only_when_they_plainly_are() {
        assert!(matches!(kinds("Handlungsfeld Bildung\n\nText folgt hier.")[0], BlockKind::Heading { .. }));
        assert!(matches!(kinds("**3.2 Ziele**\n\nText folgt hier.")[0], BlockKind::Heading { .. }));
        assert!(matches!(kinds("AUSGANGSLAGE\n\nText folgt hier.")[0], BlockKind::Heading { .. }));
        assert_eq!(kinds("Die Stadt hat Maßnahmen\n\nText folgt hier.")[0], BlockKind::Paragraph);
        assert_eq!(kinds("**Zuständig:** Bauamt")[0], BlockKind::Paragraph);
    }

    #[test]
    fn front_matter_is_read_and_a_broken_one_noted() {
        let document = read("---\ntitel: Aktionsplan Musterau\njahr: 2026\nfelder: [Wohnen, Arbeit]\n---\n\n# Plan\n");
        assert_eq!(document.title.as_deref(), Some("Aktionsplan Musterau"));
        assert_eq!(document.metadata[1], ("jahr".to_owned(), "2026".to_owned()));
        assert_eq!(document.metadata[2].1, "Wohnen, Arbeit");
        let broken = read("---\ntitel: \"Plan\n: : [\n---\n\nText.\n");
        assert_eq!(broken.notices[0].kind, NoticeKind::FrontMatter);
        assert_eq!(broken.blocks[0].text.string, "Text.");
    }

    #[test]
    fn text_between_two_rules_belongs_to_the_plan() {
        for front in ["", "---\nkommune: Musterau\n---\n\n"] {
            let document = read(&format!("{front}# Plan\n\nVorwort.\n\n---\nort: Zweitort\nRampe am Rathaus.\n---\n\n---\n\nEnde.\n"));
            let words: Vec<&str> = document.blocks.iter().map(|b| b.text.string.as_str()).collect();
            assert!(words.iter().any(|w| w.contains("Rampe am Rathaus.")) && words.last() == Some(&"Ende."), "{words:?}");
            assert_eq!(document.metadata.len(), usize::from(!front.is_empty()), "{:?}", document.metadata);
        }
    }

    #[test]
    fn grid_tables_are_noted() {
        let document = read("+------+-----+\n| Was  | Wer |\n+------+-----+\n| Lift | Amt |\n+------+-----+\n");
        assert_eq!(document.notices[0].kind, NoticeKind::GridTable);
        assert!(document.blocks.iter().any(|block| block.cells.len() == 2));
    }

    #[test]
    fn hostile_input_is_read_without_panic() {
        let deep = ">".repeat(100_000) + " Text";
        let cases = [
            String::new(),
            "\0\0\u{feff}\r\r\n\x0c".to_owned(),
            "a\u{308}\u{308}o\u{308}".to_owned(),
            "- ".repeat(20_000),
            "*".repeat(50_000),
            "|a|b|\n|-|-|\n".to_owned() + &"|".repeat(20_000),
            "<!-- offen".to_owned(),
            "---\n".to_owned(),
            "1.1.1.1.1.1.1.1.1 A\n9999999999999. B\nÜ-: C\nM 4".to_owned(),
            ":".repeat(10_000),
            deep,
        ];
        for case in cases {
            let document = read(&case);
            for block in &document.blocks {
                let span = block.text.span();
                assert!(span.end <= case.len(), "{span:?}");
                assert!(block.lines.iter().all(|line| block.text.string.get(line.clone()).is_some()));
            }
        }
    }

    #[test]
    fn windows_line_ends_change_nothing() {
        let unix = "# Plan\n\n- Rampe am\n  Markt\n\n| A | B |\n|---|---|\n| c | d |\n";
        assert_eq!(texts(unix), texts(&unix.replace('\n', "\r\n")));
    }
}
