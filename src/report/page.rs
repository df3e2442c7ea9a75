//! A page for people before it has a format: what is said, and in which order.
//!
//! Every human format prints the same page, so that none can leave a fact out.

use super::quotation::clean;

/// What is said, from top to bottom.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub blocks: Vec<Block>,
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
    },
    /// Words and a command that can be typed as it stands.
    Command {
        before: String,
        command: String,
    },
}

/// A table whose rows are things of one kind; the first column names them.
#[derive(Debug)]
pub(super) struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<String>>,
    /// How a row is called when it is read aloud; empty where its first cell does.
    pub names: Vec<String>,
}

#[derive(Debug)]
pub(super) struct Column {
    pub title: String,
    /// Numbers stand on the right.
    pub number: bool,
}

impl Line {
    pub(super) fn text(text: impl AsRef<str>) -> Self {
        Self::Text(clean(text.as_ref()))
    }

    pub(super) fn fact(label: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        Self::Fact { label: clean(label.as_ref()), value: clean(value.as_ref()) }
    }

    pub(super) fn command(before: impl AsRef<str>, command: impl AsRef<str>) -> Self {
        Self::Command { before: clean(before.as_ref()), command: clean(command.as_ref()) }
    }

    /// The whole line as one text.
    pub(super) fn whole(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Fact { label, value } => format!("{label}: {value}"),
            Self::Command { before, command } => format!("{before} {command}"),
        }
    }
}

impl Table {
    pub(super) fn new(columns: &[(String, bool)]) -> Self {
        let columns = columns.iter().map(|(title, number)| Column { title: clean(title), number: *number }).collect();
        Self { columns, rows: Vec::new(), names: Vec::new() }
    }

    pub(super) fn row(&mut self, cells: &[&str]) {
        self.named_row("", cells);
    }

    pub(super) fn named_row(&mut self, name: &str, cells: &[&str]) {
        self.names.push(clean(name));
        self.rows.push(cells.iter().map(|c| clean(c)).collect());
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

    pub(super) fn record(&mut self, level: u8, name: impl AsRef<str>, lines: Vec<Line>) {
        self.blocks.push(Block::Record { level, name: clean(name.as_ref()), lines });
    }

    pub(super) fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }
}
