//! A page for people before it has a format: what is said, and in which order.
//!
//! Every human format prints the same page, so that none can leave a fact out.

use super::quotation::clean;
use crate::score::Score;
use crate::text::Lang;
use std::collections::BTreeMap;

/// What is said, from top to bottom.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub blocks: Vec<Block>,
    /// The blocks that a link can lead to, each with the name of its place.
    pub places: BTreeMap<usize, String>,
    /// The blocks whose name leads to a place.
    pub links: BTreeMap<usize, String>,
    /// Meant for paper, with letters of so many points.
    pub paper: Option<u8>,
}

#[derive(Debug)]
pub(super) enum Block {
    /// The name of the document with the sentences that belong right below it.
    Title {
        level: u8,
        text: String,
        lines: Vec<Line>,
    },
    Heading {
        level: u8,
        text: String,
    },
    /// One fact a line.
    Lines(Vec<Line>),
    /// Sentences that others refer to by their number.
    Numbered(Vec<String>),
    /// A thing with a name and the facts about it.
    Record {
        level: u8,
        name: String,
        lines: Vec<Line>,
    },
    Table(Table),
}

#[derive(Debug)]
pub(super) enum Line {
    Text(String),
    Fact {
        label: String,
        value: String,
        voice: Voice,
    },
    /// An address that was checked: a format may let people follow it.
    Link {
        label: String,
        address: String,
    },
    /// An answer that people may choose, with a box to tick.
    Tick(String),
    /// Room for people to write, so many lines; what is known already stands there.
    Room {
        label: String,
        value: String,
        lines: u8,
    },
    /// Words and a command that can be typed as it stands.
    Command {
        before: String,
        command: String,
    },
}

/// Whose words a value is made of: a voice must know in which language to read them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    Ours,
    /// Words that somebody else wrote, in this language.
    Theirs(Lang),
    /// A passage of somebody else's text, between quotation marks.
    Quoted(Lang),
}

/// A table whose rows are things of one kind; the first column names them.
#[derive(Debug)]
pub(super) struct Table {
    /// What the table shows; empty where the heading above it says so.
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

#[derive(Debug)]
pub(super) struct Row {
    pub cells: Vec<String>,
    /// How the row is called when it is read aloud; empty where its first cell does.
    pub name: String,
    /// The place that its first cell leads to.
    pub link: Option<String>,
    /// What its last cell says, for formats that draw it.
    pub bar: Option<Score>,
}

#[derive(Debug)]
pub(super) struct Column {
    pub title: String,
    /// Numbers stand on the right.
    pub number: bool,
    /// Whose words stand below.
    pub voice: Voice,
}

impl Line {
    pub(super) fn text(text: impl AsRef<str>) -> Self {
        Self::Text(clean(text.as_ref()))
    }

    pub(super) fn fact(label: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        Self::spoken(label, value, Voice::Ours)
    }

    /// A fact in words that somebody else wrote.
    pub(super) fn words(label: impl AsRef<str>, value: impl AsRef<str>, lang: Lang) -> Self {
        Self::spoken(label, value, Voice::Theirs(lang))
    }

    /// A passage of somebody else's text, with its quotation marks.
    pub(super) fn quote(label: impl AsRef<str>, value: impl AsRef<str>, lang: Lang) -> Self {
        Self::spoken(label, value, Voice::Quoted(lang))
    }

    fn spoken(label: impl AsRef<str>, value: impl AsRef<str>, voice: Voice) -> Self {
        Self::Fact { label: clean(label.as_ref()), value: clean(value.as_ref()), voice }
    }

    pub(super) fn link(label: impl AsRef<str>, address: impl AsRef<str>) -> Self {
        Self::Link { label: clean(label.as_ref()), address: clean(address.as_ref()) }
    }

    pub(super) fn command(before: impl AsRef<str>, command: impl AsRef<str>) -> Self {
        Self::Command { before: clean(before.as_ref()), command: clean(command.as_ref()) }
    }

    pub(super) fn tick(text: impl AsRef<str>) -> Self {
        Self::Tick(clean(text.as_ref()))
    }

    pub(super) fn room(label: impl AsRef<str>, value: impl AsRef<str>, lines: u8) -> Self {
        Self::Room { label: clean(label.as_ref()), value: clean(value.as_ref()), lines }
    }

    /// The whole line as one text.
    pub(super) fn whole(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Tick(text) => format!("[ ] {text}"),
            Self::Room { label, value, .. } if value.is_empty() => format!("{label}:"),
            Self::Room { label, value, .. } => format!("{label}: {value}"),
            Self::Fact { label, value, .. } | Self::Link { label, address: value } => format!("{label}: {value}"),
            Self::Command { before, command } => format!("{before} {command}"),
        }
    }
}

impl Table {
    pub(super) fn new(columns: &[(String, bool)]) -> Self {
        let columns = columns.iter().map(|(title, number)| Column { title: clean(title), number: *number, voice: Voice::Ours }).collect();
        Self { caption: String::new(), columns, rows: Vec::new() }
    }

    /// In these columns stand somebody else's words.
    pub(super) fn in_language(mut self, lang: Lang, columns: &[usize]) -> Self {
        for &column in columns {
            self.columns[column].voice = Voice::Theirs(lang);
        }
        self
    }

    pub(super) fn row(&mut self, cells: &[&str]) -> &mut Row {
        self.named_row("", cells)
    }

    pub(super) fn named_row(&mut self, name: &str, cells: &[&str]) -> &mut Row {
        let cells = cells.iter().map(|c| clean(c)).collect();
        self.rows.push(Row { cells, name: clean(name), link: None, bar: None });
        let last = self.rows.len() - 1;
        &mut self.rows[last]
    }
}

impl Page {
    pub(super) fn title(&mut self, level: u8, text: impl AsRef<str>, lines: Vec<Line>) {
        self.blocks.push(Block::Title { level, text: clean(text.as_ref()), lines });
    }

    pub(super) fn heading(&mut self, level: u8, text: impl AsRef<str>) {
        self.blocks.push(Block::Heading { level, text: clean(text.as_ref()) });
    }

    pub(super) fn lines(&mut self, lines: Vec<Line>) {
        if !lines.is_empty() {
            self.blocks.push(Block::Lines(lines));
        }
    }

    pub(super) fn numbered(&mut self, sentences: &[String]) {
        self.blocks.push(Block::Numbered(sentences.iter().map(|s| clean(s)).collect()));
    }

    pub(super) fn record(&mut self, level: u8, name: impl AsRef<str>, lines: Vec<Line>) {
        self.blocks.push(Block::Record { level, name: clean(name.as_ref()), lines });
    }

    pub(super) fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }

    /// Names the place of the block written last.
    pub(super) fn place(&mut self, name: impl Into<String>) {
        self.places.insert(self.blocks.len().saturating_sub(1), name.into());
    }

    /// Lets the name of the block written last lead to a place.
    pub(super) fn link(&mut self, place: impl Into<String>) {
        self.links.insert(self.blocks.len().saturating_sub(1), place.into());
    }
}
