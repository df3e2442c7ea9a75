//! HTML for browsers and for paper: one file without script and network, laid out by `html/page.html`.
//!
//! The template escapes every text, because anybody may have written it. It is well-formed XML too, so that a
//! test can read it strictly.

use super::page::{Block, Line, Page, Row, Table, Voice};
use crate::text::Lang;
use crate::words::Words;
use askama::Template;
use std::collections::BTreeSet;

/// More columns than this do not always fit beside each other: such a table can be scrolled by itself.
const WIDE: usize = 5;

/// Prints the page as an HTML document.
pub(super) fn render(page: &Page, words: &Words) -> String {
    let (title, lead, rest) = match page.blocks.split_first() {
        Some((Block::Title { text, lines, .. }, rest)) => (text.as_str(), lines.as_slice(), rest),
        _ => ("", [].as_slice(), page.blocks.as_slice()),
    };
    let first = page.blocks.len() - rest.len();
    let mut parts: Vec<Part<'_>> = Vec::with_capacity(rest.len());
    let mut taken = BTreeSet::new();
    let mut heading = title;
    let mut section = None;
    for (i, block) in rest.iter().enumerate() {
        if let Block::Title { text, .. } | Block::Heading { text, .. } | Block::Record { name: text, .. } = block {
            heading = text;
        }
        let place = page.places.get(&(first + i)).cloned().unwrap_or_else(|| format!("part-{}", i + 1));
        // An id may stand only once.
        let place = if taken.insert(place.clone()) { place } else { format!("{place}.{}", i + 1) };
        let link = page.links.get(&(first + i)).cloned();
        if let Block::Title { level: 2, text, .. } | Block::Heading { level: 2, text } = block {
            section = Some((place.clone(), text));
        }
        // Below a deeper heading the name of the section tells tables of one name apart.
        let section = section.as_ref().filter(|(_, text)| *text != heading).map(|(place, _)| place.clone());
        parts.push(Part { block, place, link, heading, section });
    }
    let document = Document { words, title, lead, parts, places: page.places.values().map(String::as_str).collect(), paper: page.paper };
    // Writing to memory cannot fail.
    document.render().unwrap_or_default()
}

#[derive(Template)]
#[template(path = "html/page.html")]
struct Document<'a> {
    words: &'a Words,
    title: &'a str,
    lead: &'a [Line],
    parts: Vec<Part<'a>>,
    /// The places that links may lead to.
    places: BTreeSet<&'a str>,
    /// Points of the letters of a page that is meant for paper.
    paper: Option<u8>,
}

/// A block and where it stands.
struct Part<'a> {
    block: &'a Block,
    place: String,
    link: Option<String>,
    /// The heading above it, or its own.
    heading: &'a str,
    /// The place of the section it stands in, where the heading above is not that of the section.
    section: Option<String>,
}

impl Document<'_> {
    fn say(&self, key: &str) -> String {
        self.words.message(key, &[])
    }

    fn lang(&self) -> &'static str {
        tag(self.words.lang)
    }

    /// The highest headings below the title: what the contents list.
    fn contents(&self) -> impl Iterator<Item = (&str, &str)> {
        self.parts.iter().filter_map(|part| match part.block {
            Block::Title { level: 2, text, .. } | Block::Heading { level: 2, text } => Some((part.place.as_str(), text.as_str())),
            _ => None,
        })
    }

    /// The language of words that are not in that of the page.
    fn other(&self, voice: &Voice) -> Option<&'static str> {
        match *voice {
            Voice::Theirs(lang) | Voice::Quoted(lang) if lang != self.words.lang => Some(tag(lang)),
            _ => None,
        }
    }

    /// The place, if there is one of that name on the page.
    fn known<'b>(&self, link: &'b Option<String>) -> Option<&'b str> {
        link.as_deref().filter(|place| self.places.contains(place))
    }
}

fn tag(lang: Lang) -> &'static str {
    super::json::language(lang)
}

/// Neighbouring lines of one kind: facts become a list of terms, answers a list of boxes, others paragraphs or a list.
fn runs(lines: &[Line]) -> impl Iterator<Item = &[Line]> {
    lines.chunk_by(|a, b| (is_fact(a), is_tick(a), is_room(a)) == (is_fact(b), is_tick(b), is_room(b)))
}

fn is_tick(line: &Line) -> bool {
    matches!(line, Line::Tick(_))
}

fn is_room(line: &Line) -> bool {
    matches!(line, Line::Room { .. })
}

fn is_fact(line: &Line) -> bool {
    matches!(line, Line::Fact { .. } | Line::Link { .. })
}

fn is_wide(table: &Table) -> bool {
    table.columns.len() > WIDE
}

/// The length of a bar that is a hundred long.
fn percent(row: &Row) -> Option<u32> {
    row.bar.map(|score| score.percent().min(100))
}
