//! Blocks → passages and measures: what belongs together, and where in the plan it stands.
//!
//! A passage is one unit that is matched as a whole: a fact sheet, a table row, a list item, a
//! paragraph, a heading. Layout alone tells here whether a passage is a measure
//! ([`Passage::candidate`]); how firmly it is meant is judged elsewhere.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::attribute::{self, Deadline, Legend, Status};
use crate::document::{Block, BlockKind, Document, Notice, NoticeKind, Text, label_at, strip_number};
use crate::layout_words::{fold, vocabulary};
use crate::row::{self, Cell};
use crate::source::Span;
use crate::text::Lang;

/// What a part of the plan is about, known from its headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// Cover, imprint, foreword, thanks.
    Front,
    Contents,
    /// Treaty and law, quoted or retold.
    Law,
    /// The present state, figures, definitions, how the plan was made.
    Context,
    Vision,
    Goals,
    Measures,
    /// What others wish or demand.
    Demands,
    /// Glossary, bibliography, contacts.
    Glossary,
    Neutral,
}

/// How a passage is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layout {
    Heading,
    Paragraph,
    Item,
    Row,
    /// A fact sheet: a title with labelled values.
    Sheet,
    /// An item under "Die Verwaltung wird beauftragt …".
    Resolution,
    Quote,
}

/// What a part of a passage says about the measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    Title,
    Body,
    Goal,
    Responsible,
    Partner,
    Deadline,
    Budget,
    Indicator,
    Status,
    Other,
}

impl Role {
    fn named(name: &str) -> Self {
        match name {
            "title" => Self::Title,
            "body" => Self::Body,
            "goal" => Self::Goal,
            "responsible" => Self::Responsible,
            "partner" => Self::Partner,
            "deadline" => Self::Deadline,
            "budget" => Self::Budget,
            "indicator" => Self::Indicator,
            "status" => Self::Status,
            _ => Self::Other,
        }
    }

    fn is_attribute(self) -> bool {
        matches!(self, Self::Responsible | Self::Partner | Self::Deadline | Self::Budget | Self::Indicator | Self::Status)
    }
}

/// A stretch of a passage's text with its role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub role: Role,
    /// Range of `passage.text.string`.
    pub range: Range<usize>,
}

/// A value and where in the passage it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<T> {
    pub value: T,
    /// Range of `passage.text.string`.
    pub range: Range<usize>,
}

/// What a passage says about who, when, with what money, and how far it has come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attributes {
    pub responsible: Option<Found<String>>,
    pub deadline: Option<Found<Deadline>>,
    pub budget: Option<Found<String>>,
    pub indicator: Option<Found<String>>,
    pub status: Option<Found<Status>>,
    /// Units or dates stand nearby, but torn off: nobody can say to which measure they belong.
    pub unassignable: bool,
}

impl Attributes {
    /// Counts the attributes that are known.
    pub fn count(&self) -> usize {
        usize::from(self.responsible.is_some())
            + usize::from(self.deadline.is_some())
            + usize::from(self.budget.is_some())
            + usize::from(self.indicator.is_some())
            + usize::from(self.status.is_some())
    }
}

/// One unit of the plan that is matched as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    pub text: Text,
    pub layout: Layout,
    pub zone: Zone,
    /// The headings above, outermost first.
    pub path: Vec<String>,
    pub path_spans: Vec<Span>,
    pub parts: Vec<Part>,
    pub span: Span,
    /// Inside a part in Leichte Sprache (easy read).
    pub easy: bool,
    pub attributes: Attributes,
    /// Layout alone says: this is a measure.
    pub candidate: bool,
    /// The plan's own number of the measure ("Ü-4", "3.2.1").
    pub code: Option<String>,
    /// The richer passage that tells the same measure.
    pub duplicate_of: Option<usize>,
}

impl Passage {
    /// The words of the title, or the whole text where there is no title.
    pub fn title(&self) -> &str {
        self.parts.iter().find(|part| part.role == Role::Title).and_then(|part| self.text.string.get(part.range.clone())).unwrap_or(&self.text.string)
    }
}

/// A plan, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    pub title: String,
    pub metadata: Vec<(String, String)>,
    pub passages: Vec<Passage>,
    pub legend: Legend,
    pub notices: Vec<Notice>,
}

/// Reads a document as a plan. Never fails.
pub fn read(document: &Document, lang: Lang) -> Plan {
    let blocks = &document.blocks;
    let legend = read_legend(blocks);
    let label_tables = label_tables(blocks);
    let hits = find_hits(blocks, &label_tables);
    let sheets = find_sheets(blocks, &hits);
    let sectioned = blocks.iter().any(|block| matches!(block.kind, BlockKind::Heading { .. }) && zone_of(&block.text.string) == Some(Zone::Measures));
    let mut builder = Builder {
        blocks,
        hits: &hits,
        legend: &legend,
        lang,
        path: Vec::new(),
        flat: false,
        columns: Vec::new(),
        passages: Vec::new(),
        notices: document.notices.clone(),
        sectioned: sectioned || !sheets.is_empty(),
        headed: sectioned,
        numbered: numbered_titles(blocks, &sheets),
    };
    builder.walk(&sheets, &label_tables);
    let Builder { mut passages, notices, .. } = builder;
    let sections = section_statuses(blocks);
    for passage in &mut passages {
        spoken_status(passage);
        section_status(passage, &sections);
        date_of_report(passage);
    }
    mark_duplicates(&mut passages);
    Plan { title: document.title.clone().unwrap_or_default(), metadata: document.metadata.clone(), passages, legend, notices }
}

// ---------------------------------------------------------------------------------------------
// Legend

fn read_legend(blocks: &[Block]) -> Legend {
    let mut legend = Legend::default();
    for block in blocks {
        match &block.kind {
            BlockKind::Row { .. } if (2..=3).contains(&block.cells.len()) => {
                let first = block.cells.first().map_or("", |cell| cell.string.as_str());
                let class = attribute::time_class(first).filter(|(_, end)| first.get(*end..).is_some_and(|rest| rest.trim().is_empty()));
                let Some((class, _)) = class else { continue };
                let rest: Vec<&str> = block.cells.iter().skip(1).map(|cell| cell.string.as_str()).collect();
                if let Some(date) = attribute::latest_in(&rest.join(" ")) {
                    legend.add(class, Some(date));
                }
            }
            BlockKind::Paragraph | BlockKind::Item { .. } | BlockKind::Term | BlockKind::Note => {
                read_legend_lines(block, &mut legend);
            }
            _ => {}
        }
    }
    legend
}

fn read_legend_lines(block: &Block, legend: &mut Legend) {
    let text = &block.text.string;
    let words = vocabulary();
    // A legend is short, or written with signs of equality.
    if text.len() > 1500 && !text.contains('=') {
        return;
    }
    if !words.class_ends.iter().any(|end| text.contains(end.as_str())) {
        return;
    }
    let lower = text.to_ascii_lowercase();
    if !words.time_classes.iter().any(|class| lower.contains(class.as_str())) {
        return;
    }
    let lines: Vec<&str> = block.lines.iter().filter_map(|line| text.get(line.clone())).collect();
    // Torn: the words first, the meanings after them, in the same order.
    let mut classes: Vec<String> = Vec::new();
    let mut meanings: Vec<String> = Vec::new();
    for line in &lines {
        let trimmed = line.trim();
        if let Some(meaning) = trimmed.strip_prefix('=') {
            meanings.push(meaning.trim().to_owned());
        } else if let Some(class) = ends_with_class(trimmed).filter(|_| meanings.is_empty()) {
            classes.push(class);
        } else if let Some(last) = meanings.last_mut()
            && meanings_open(classes.len(), last)
        {
            last.push(' ');
            last.push_str(trimmed);
        } else if meanings.is_empty() {
            classes.clear();
        }
    }
    if classes.len() >= 2 && classes.len() == meanings.len() {
        for (class, meaning) in classes.into_iter().zip(&meanings) {
            legend.add(class, attribute::latest_in(meaning));
        }
        return;
    }
    // "kurzfristig = bis 2027", one a line or several in a sentence
    let told = [" means ", " bedeutet ", " heißt "].iter().any(|verb| text.contains(verb));
    let mut found: Vec<(String, attribute::Date)> = Vec::new();
    for class in &words.time_classes {
        for (at, _) in lower.match_indices(class.as_str()) {
            let bound = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '-');
            let end = at + class.len();
            let before = text.get(..at).and_then(|s| s.chars().next_back());
            let rest = text.get(end..).unwrap_or("");
            if !bound(before) || !bound(rest.chars().next()) {
                continue;
            }
            let marked = rest.trim_start();
            // "Short term means by June 2027, medium term by June 2029"
            let verb = ["means", "bedeutet", "heißt", "meint"].iter().find_map(|verb| marked.strip_prefix(verb));
            let verb = verb.or_else(|| told.then(|| ["by ", "bis "].iter().any(|cue| marked.starts_with(cue)).then_some(marked)).flatten());
            if !marked.starts_with(['=', ':', '(', '≙']) && verb.is_none() {
                continue;
            }
            let inner = verb.unwrap_or(marked).trim_start_matches(['=', ':', '(', '≙', ' ']);
            let stop = inner.find([')', ';', '\n']).unwrap_or(inner.len());
            let mut stop = stop.min(words.time_classes.iter().filter_map(|other| inner.find(other.as_str())).min().unwrap_or(inner.len()));
            stop = stop.min(inner.char_indices().nth(60).map_or(inner.len(), |(at, _)| at));
            if let Some(date) = inner.get(..stop).and_then(attribute::latest_in) {
                found.push((class.clone(), date));
                break;
            }
        }
    }
    let short = text.len() < 90 && attribute::time_class(text).is_some();
    if found.len() >= 2 || short {
        for (class, date) in found {
            legend.add(class, Some(date));
        }
    }
}

fn meanings_open(classes: usize, last: &str) -> bool {
    classes >= 2 && last.len() < 160
}

/// `laufend`, or a word glued to it as in `Zeitrahmensofort`.
fn ends_with_class(line: &str) -> Option<String> {
    // Folding makes a line shorter, but not to a third.
    if line.len() > 120 {
        return None;
    }
    let folded = fold(line);
    if folded.len() > 40 {
        return None;
    }
    let words = vocabulary();
    words.time_classes.iter().filter(|class| folded.ends_with(class.as_str())).max_by_key(|class| class.len()).cloned()
}

// ---------------------------------------------------------------------------------------------
// Labels

/// A label found in a block.
#[derive(Debug, Clone)]
struct Hit {
    block: usize,
    /// Where the label begins in the block's text.
    start: usize,
    /// Where its value begins.
    value: usize,
    role: Role,
    key: String,
    /// Marked by a colon, bold print or its own cell.
    strong: bool,
    line: usize,
}

/// The two-column tables whose first column holds labels.
fn label_tables(blocks: &[Block]) -> FxHashSet<usize> {
    let mut counts: FxHashMap<usize, (usize, usize, bool)> = FxHashMap::default();
    for block in blocks {
        let BlockKind::Row { table, header } = block.kind else {
            continue;
        };
        let filled: Vec<&Text> = block.cells.iter().filter(|cell| !cell.is_empty()).collect();
        let entry = counts.entry(table).or_insert((0, 0, true));
        entry.0 += 1;
        entry.2 &= block.cells.len() <= 2;
        let label = |cell: &Text| vocabulary().labels.contains_key(&fold(&cell.string));
        if filled.first().is_some_and(|cell| label(cell)) {
            entry.1 += 1;
        }
        if header && filled.len() == 2 && filled.iter().all(|cell| label(cell)) {
            entry.2 = false;
        }
    }
    counts.into_iter().filter(|(_, (rows, labels, two))| *two && *labels >= 2 && labels * 2 >= *rows).map(|(table, _)| table).collect()
}

fn find_hits(blocks: &[Block], label_tables: &FxHashSet<usize>) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    let mut line_number = 0;
    for (index, block) in blocks.iter().enumerate() {
        let text = &block.text.string;
        match &block.kind {
            BlockKind::Heading { .. } => {
                line_number += 1;
                let key = fold(strip_number(text));
                if let Some(role) = vocabulary().labels.get(&key).map(|role| Role::named(role))
                    && (role.is_attribute()
                        || matches!(key.as_str(), "beschreibung" | "kurzbeschreibung" | "description" | "beschreibung der massnahme"))
                {
                    hits.push(Hit { block: index, start: 0, value: text.len(), role, key, strong: true, line: line_number });
                }
            }
            BlockKind::Term => {
                line_number += 1;
                let key = fold(text);
                if let Some(role) = vocabulary().labels.get(&key).map(|role| Role::named(role)) {
                    hits.push(Hit { block: index, start: 0, value: text.len(), role, key, strong: true, line: line_number });
                }
            }
            BlockKind::Row { table, .. } => {
                line_number += 1;
                if label_tables.contains(table) {
                    let first = block.cells.first().map_or("", |cell| cell.string.as_str());
                    let key = fold(first);
                    if let Some(role) = vocabulary().labels.get(&key).map(|role| Role::named(role)) {
                        let value = (first.len() + 3).min(text.len());
                        hits.push(Hit { block: index, start: 0, value, role, key, strong: true, line: line_number });
                    }
                }
            }
            BlockKind::Paragraph | BlockKind::Item { .. } | BlockKind::Note => {
                for line in &block.lines {
                    line_number += 1;
                    line_hits(block, index, line, line_number, &mut hits);
                }
            }
            _ => line_number += 1,
        }
    }
    // A label without a colon needs company.
    let near = |i: usize| {
        let Some(here) = hits.get(i) else {
            return false;
        };
        let mut others: Vec<&str> = Vec::new();
        let count = |hit: &Hit| hit.line.abs_diff(here.line) <= 20 && hit.key != here.key;
        for j in (i.saturating_sub(4)..(i + 5).min(hits.len())).filter(|&j| j != i) {
            if let Some(hit) = hits.get(j)
                && count(hit)
                && !others.contains(&hit.key.as_str())
            {
                others.push(&hit.key);
            }
        }
        others.len() >= 2
    };
    let keep: Vec<bool> = (0..hits.len()).map(|i| hits.get(i).is_some_and(|hit| hit.strong) || near(i)).collect();
    let mut keep = keep.into_iter();
    hits.retain(|_| keep.next().unwrap_or(false));
    hits
}

fn line_hits(block: &Block, index: usize, line: &Range<usize>, number: usize, hits: &mut Vec<Hit>) {
    let text = &block.text.string;
    let Some(string) = text.get(line.clone()) else {
        return;
    };
    let mut colon_at_start = false;
    // "… bauen. Ausf. Bauhof, bis 2027": an abbreviation serves as its own colon.
    for short in ["Ausf. ", "Zust. ", "Verantw. ", "Federf. "] {
        let Some(at) = string.find(short) else { continue };
        let begins = string.get(..at).is_some_and(|head| head.is_empty() || head.trim_end().ends_with(['.', ';', ',', '(', '–', ':', '|']));
        if begins && string.get(at + short.len()..).is_some_and(|rest| rest.starts_with(char::is_uppercase)) {
            let value = line.start + at + short.len();
            hits.push(Hit { block: index, start: line.start + at, value, role: Role::Responsible, key: fold(short), strong: true, line: number });
        }
    }
    if string.contains(':') {
        for (colon, _) in string.match_indices(':').take(40) {
            let next = string.get(colon + 1..).and_then(|rest| rest.chars().next());
            if next.is_some_and(|c| c == '/' || c.is_lowercase() && !string.get(..colon).unwrap_or("").ends_with(' ')) {
                continue;
            }
            let before = string.get(..colon).unwrap_or("");
            // "Ausf.: Bauhof"
            let before = before.strip_suffix('.').unwrap_or(before);
            let mut from = before
                .char_indices()
                .rev()
                .find(|&(_, c)| matches!(c, ';' | ',' | '.' | '(' | ')' | '–' | '|' | ':' | '→'))
                .map_or(0, |(at, c)| at + c.len_utf8());
            // Labels such as "Zeitl. Rahmen" or "Verantwortlich (intern)" keep their inner signs.
            if label_at(before)
                .is_some_and(|(_, _, end)| before.get(end..).is_some_and(|rest| rest.chars().filter(|c| c.is_alphanumeric()).count() <= 14))
                && from > 0
                && !before.contains([':', ';'])
            {
                from = 0;
            }
            let segment = before.get(from..).unwrap_or("");
            let lead = segment.len() - segment.trim_start_matches(|c: char| !c.is_alphabetic()).len();
            let segment = segment.get(lead..).unwrap_or("");
            let Some((role, key, end)) = label_at(segment) else {
                continue;
            };
            let rest = segment.get(end..).unwrap_or("").trim();
            let bracket = rest.starts_with('(') || rest.starts_with('/');
            if !rest.is_empty() && !bracket {
                continue;
            }
            let start = from + lead;
            colon_at_start |= start == 0 || string.get(..start).is_some_and(|head| !head.chars().any(char::is_alphanumeric));
            let mut role = Role::named(role);
            // "Umsetzung: 2. Halbjahr 2026" is a date, "Umsetzung: in drei Schritten" a description.
            let value = string.get(colon + 1..).unwrap_or("").trim_start();
            if role == Role::Body && key == "umsetzung" {
                // "Umsetzung: Personalabteilung" names who does it.
                let own = value.get(..value.find('\n').unwrap_or(value.len())).unwrap_or(value);
                role = if attribute::time_at_start(value).is_some() {
                    Role::Deadline
                } else if attribute::is_unit(own) {
                    Role::Responsible
                } else {
                    role
                };
            }
            // In the middle of a line only what says who, when or how much.
            if start > 2 && !role.is_attribute() {
                continue;
            }
            hits.push(Hit { block: index, start: line.start + start, value: line.start + colon + 1, role, key, strong: true, line: number });
        }
    }
    if colon_at_start {
        return;
    }
    // No colon: bold print, or a well-known label at the start of the line (perhaps broken over two).
    if !string.starts_with(char::is_uppercase) {
        return;
    }
    let window_end = (line.start + 140..line.start + 144).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len()).min(text.len());
    let Some(window) = text.get(line.start..window_end) else {
        return;
    };
    let Some((role, key, end)) = label_at(window) else {
        return;
    };
    let bold =
        block.emphasis.iter().any(|range| range.start <= line.start + 1 && range.end + 1 >= line.start + end && range.end <= line.start + end + 2);
    let rest = window.get(end..).unwrap_or("");
    if rest.trim_start().starts_with(':') {
        // Broken over two lines, with a colon at its end.
        let value = line.start + end + rest.find(':').unwrap_or(0) + 1;
        hits.push(Hit { block: index, start: line.start, value, role: Role::named(role), key, strong: true, line: number });
        return;
    }
    let own_line = rest.is_empty() || line.start + end >= line.end;
    let value = rest.trim_start().chars().next();
    let sentence = rest.trim_start().split(' ').next().is_some_and(|word| {
        matches!(
            word,
            "ist"
                | "sind"
                | "wird"
                | "werden"
                | "der"
                | "des"
                | "für"
                | "und"
                | "zur"
                | "von"
                | "im"
                | "in"
                | "hat"
                | "sollen"
                | "soll"
                | "is"
                | "of"
                | "the"
                | "entstehen"
                | "bei"
        )
    });
    let starts = string.starts_with(char::is_uppercase);
    if starts && (bold || vocabulary().bare.contains(&key)) && (own_line || !sentence) && (bold || value.is_none_or(|c| c != ',' && c != ')')) {
        hits.push(Hit { block: index, start: line.start, value: line.start + end, role: Role::named(role), key, strong: bold, line: number });
    }
}

// ---------------------------------------------------------------------------------------------
// Fact sheets

#[derive(Debug, Clone)]
struct Sheet {
    start: usize,
    end: usize,
    title: Option<usize>,
}

fn coded_heading(text: &str) -> bool {
    let stripped = strip_number(text);
    stripped.len() < text.len() && !text.starts_with(|c: char| c.is_ascii_digit()) && text.bytes().take(24).any(|b| b.is_ascii_digit())
}

fn anchor(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Heading { .. } => !is_sheet_heading(&block.text.string),
        BlockKind::Item { marker, .. } => strong_marker(marker),
        _ => false,
    }
}

fn is_sheet_heading(text: &str) -> bool {
    let folded = fold(text);
    let words = vocabulary();
    words.sheet_headings.iter().any(|heading| folded.strip_prefix(heading.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// `3.2.1`, `M 4`, `Maßnahme 12`, `Ü-3` – not `1.` or `-`.
fn strong_marker(marker: &str) -> bool {
    let digits = marker.chars().any(|c| c.is_ascii_digit());
    let dotted = marker.trim_end_matches('.').contains('.');
    let letters = marker.chars().any(char::is_alphabetic);
    (digits && (dotted || letters)) || marker.chars().count() > 8
}

fn zone_of(text: &str) -> Option<Zone> {
    Some(match vocabulary().zone(&fold(strip_number(text)))? {
        "measures" => Zone::Measures,
        "goals" => Zone::Goals,
        "vision" => Zone::Vision,
        "context" => Zone::Context,
        "law" => Zone::Law,
        "front" => Zone::Front,
        "contents" => Zone::Contents,
        "demands" => Zone::Demands,
        "glossary" => Zone::Glossary,
        _ => return None,
    })
}

fn field_heading(text: &str) -> bool {
    let folded = fold(strip_number(text));
    let mut words = folded.split(' ');
    let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    vocabulary().field_headings.contains(first) || vocabulary().field_headings.contains(&format!("{first} {second}"))
}

/// Whether a heading only names a section and so is no measure's title.
fn section_heading(text: &str) -> bool {
    field_heading(text) || (zone_of(text).is_some() && !coded_heading(text))
}

fn find_sheets(blocks: &[Block], hits: &[Hit]) -> Vec<Sheet> {
    // Runs of labelled blocks.
    struct Run {
        first: usize,
        last: usize,
        keys: Vec<String>,
        attributes: usize,
        open_value: bool,
        running: bool,
    }
    let mut runs: Vec<Run> = Vec::new();
    let mut i = 0;
    while let Some(hit) = hits.get(i) {
        let b = hit.block;
        let group_end = hits.iter().skip(i).take_while(|other| other.block == b).count() + i;
        let group = hits.get(i..group_end).unwrap_or(&[]);
        i = group_end;
        let Some(block) = blocks.get(b) else { continue };
        // Labels inside list items belong to their item, unless the list is the sheet.
        let in_item = matches!(&block.kind, BlockKind::Item { marker, .. } if !strong_marker(marker))
            && group.iter().any(|hit| hit.strong)
            && group.first().is_some_and(|hit| text_before(block, hit.start));
        if in_item || block.in_quote {
            continue;
        }
        let strong = group.iter().any(|hit| hit.strong);
        let own_title = group.first().is_some_and(|hit| text_before(block, hit.start));
        // "Bau einer Rampe. Zuständig: Bauamt. Frist: 2027." is a measure by itself.
        let running = block.kind == BlockKind::Paragraph
            && own_title
            && group.iter().filter(|hit| hit.strong).count() >= 2
            && group.first().is_some_and(|hit| !block.lines.iter().any(|line| line.start == hit.start));
        let joins = !running
            && !runs.last().is_some_and(|run| run.running && own_title && block.kind == BlockKind::Paragraph)
            && runs.last().is_some_and(|run| {
                let between = blocks.get(run.last + 1..b).unwrap_or(&[]);
                let cut = between.iter().any(|block| anchor(block) || matches!(block.kind, BlockKind::Row { .. } | BlockKind::Columns))
                    || (anchor(block) && !matches!(block.kind, BlockKind::Heading { .. }))
                    || between.iter().any(|block| {
                        matches!(block.kind, BlockKind::Item { depth: 1, .. })
                            && block.depth == 1
                            && !matches!(blocks.get(run.last).map(|b| &b.kind), Some(BlockKind::Paragraph))
                    });
                let parent = matches!(&block.kind, BlockKind::Item { depth, .. } if *depth > 1)
                    && between.iter().any(
                        |inner| matches!((&inner.kind, &block.kind), (BlockKind::Item { depth: a, .. }, BlockKind::Item { depth: b, .. }) if a < b),
                    );
                let repeated = group.iter().any(|hit| run.keys.contains(&hit.key) && (hit.role.is_attribute() || hit.role == Role::Title));
                let titled_item = own_title && strong && matches!(block.kind, BlockKind::Item { .. });
                between.len() <= 14 && !cut && !parent && !repeated && !titled_item
            });
        let attributes = group.iter().filter(|hit| hit.role.is_attribute()).count();
        let open_value = group.last().is_some_and(|hit| block.text.string.get(hit.value..).is_some_and(|rest| rest.trim().is_empty()));
        let keys = group.iter().map(|hit| hit.key.clone());
        if joins && let Some(run) = runs.last_mut() {
            run.last = b;
            run.keys.extend(keys);
            run.attributes += attributes;
            run.open_value = open_value;
        } else {
            runs.push(Run { first: b, last: b, keys: keys.collect(), attributes, open_value, running });
        }
    }
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut free = 0;
    for run in runs {
        let Some(first) = blocks.get(run.first) else {
            continue;
        };
        if run.attributes < 1 || (run.keys.len() < 2) {
            continue;
        }
        // A parent item holds its labels itself.
        if let BlockKind::Item { depth, marker } = &first.kind
            && !strong_marker(marker)
            && blocks.get(free..run.first).unwrap_or(&[]).iter().next_back().is_some_and(|before| {
                matches!(&before.kind, BlockKind::Item { depth: above, .. } if above < depth) || (before.depth > 0 && before.depth < *depth)
            })
        {
            continue;
        }
        // Backwards to the title.
        let mut title = None;
        let mut start = run.first;
        // A paragraph that says the measure and its terms itself needs no title from above.
        let inline = |b: usize| {
            let from = hits.partition_point(|hit| hit.block < b);
            let own: Vec<&Hit> = hits.iter().skip(from).take_while(|hit| hit.block == b).collect();
            own.len() >= 2
                && own.iter().all(|hit| hit.strong)
                && blocks.get(b).is_some_and(|block| {
                    let head = own.first().and_then(|hit| block.text.string.get(..hit.start)).unwrap_or("");
                    block.kind == BlockKind::Paragraph && head.split_whitespace().count() >= 3 && !is_sheet_heading(head)
                })
        };
        let above = blocks.get(free..run.first).unwrap_or(&[]).iter().rposition(|block| matches!(block.kind, BlockKind::Heading { .. }));
        let crowded = above
            .is_none_or(|at| blocks.get(free + at).is_some_and(|block| section_heading(&block.text.string) || !coded_heading(&block.text.string)));
        if run.first == run.last && inline(run.first) && crowded {
            start = run.first;
        } else if !matches!(first.kind, BlockKind::Heading { .. }) && anchor(first) {
            title = Some(run.first);
        } else {
            let mut at = run.first;
            while at > free && run.first - at < 60 {
                at -= 1;
                let Some(block) = blocks.get(at) else { break };
                match &block.kind {
                    BlockKind::Heading { .. } if is_sheet_heading(&block.text.string) => {}
                    BlockKind::Heading { .. } => {
                        if section_heading(&block.text.string) && !(run.first == at + 1 && zone_of(&block.text.string).is_none()) {
                            start = at + 1;
                        } else {
                            title = Some(at);
                            start = at;
                        }
                        break;
                    }
                    BlockKind::Item { marker, .. } if strong_marker(marker) => {
                        title = Some(at);
                        start = at;
                        break;
                    }
                    BlockKind::Contents | BlockKind::Columns => {
                        start = at + 1;
                        break;
                    }
                    BlockKind::Row { .. } if !matches!(first.kind, BlockKind::Row { .. }) => {
                        start = at + 1;
                        break;
                    }
                    _ => start = at,
                }
            }
            if title.is_none() {
                // No heading: a short line that looks like a title, the nearest one before the labels that opens a paragraph.
                let candidates = start..run.first;
                let found = candidates.clone().find(|&at| blocks.get(at).is_some_and(title_like));
                match found {
                    Some(at) => start = at,
                    None => {
                        let near = run.first.saturating_sub(1).max(start);
                        let plain = blocks.get(near).is_some_and(|block| block.kind == BlockKind::Paragraph && near < run.first);
                        let own = hits
                            .iter()
                            .find(|hit| hit.block == run.first)
                            .is_some_and(|hit| text_before(first, hit.start) || hit.role == Role::Title);
                        start = if plain && !own { near } else { run.first };
                    }
                }
            }
        }
        // An empty last value goes on below.
        let mut end = run.last + 1;
        if run.open_value {
            let mut taken = 0;
            while let Some(block) = blocks.get(end) {
                let fits = matches!(block.kind, BlockKind::Item { .. } | BlockKind::Definition) && !anchor(block)
                    || (taken == 0 && matches!(block.kind, BlockKind::Paragraph));
                if !fits || taken > 40 {
                    break;
                }
                taken += 1;
                end += 1;
            }
        } else {
            // A list that goes on in small letters goes on with the last value.
            let goes_on = |block: &Block| {
                matches!(block.kind, BlockKind::Item { .. })
                    && !anchor(block)
                    && block.text.string.starts_with(char::is_lowercase)
                    && block.text.len() < 120
            };
            while blocks.get(end).is_some_and(|block| block.kind == BlockKind::Definition || goes_on(block)) {
                end += 1;
            }
        }
        free = end;
        sheets.push(Sheet { start, end, title });
    }
    sheets
}

/// How many groups the number before a title has: two in "3.2 Lift", none in "3. Lift".
fn number_depth(text: &str) -> Option<usize> {
    let number = text.split(' ').next()?.trim_end_matches('.');
    let depth = number.split('.').filter(|group| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit())).count();
    (depth >= 2 && depth == number.split('.').count()).then_some(depth)
}

/// Which numbered headings are titles of measures: at least three of their kind have labels below them, and a quarter.
fn numbered_titles(blocks: &[Block], sheets: &[Sheet]) -> FxHashSet<(u8, usize)> {
    let kind = |block: &Block| match block.kind {
        BlockKind::Heading { level } => number_depth(&block.text.string).filter(|_| !section_heading(&block.text.string)).map(|depth| (level, depth)),
        _ => None,
    };
    let mut all: FxHashMap<(u8, usize), (usize, usize)> = FxHashMap::default();
    for key in blocks.iter().filter_map(kind) {
        all.entry(key).or_default().0 += 1;
    }
    for key in sheets.iter().filter_map(|sheet| sheet.title).filter_map(|at| blocks.get(at)).filter_map(kind) {
        all.entry(key).or_default().1 += 1;
    }
    all.into_iter().filter(|(_, (all, labelled))| *labelled >= 3 && labelled * 4 >= *all).map(|(key, _)| key).collect()
}

fn text_before(block: &Block, start: usize) -> bool {
    block.text.string.get(..start).is_some_and(|text| text.chars().filter(|c| c.is_alphanumeric()).count() >= 4)
}

/// Whether the first line of a paragraph could be a title.
fn title_like(block: &Block) -> bool {
    if block.kind != BlockKind::Paragraph {
        return false;
    }
    let Some(line) = block.lines.first().and_then(|line| block.text.string.get(line.clone())) else {
        return false;
    };
    let count = line.chars().count();
    (6..=130).contains(&count)
        && line.starts_with(|c: char| c.is_uppercase() || c == '„')
        && !line.ends_with(['.', ',', ';', ':', '-'])
        && (block.lines.len() == 1 || count < 90)
        && !line.starts_with("Abbildung")
        && !line.starts_with("Foto")
}

// ---------------------------------------------------------------------------------------------
// Passages

struct Level {
    level: u8,
    text: String,
    span: Span,
    zone: Zone,
    easy: bool,
}

struct Builder<'a> {
    blocks: &'a [Block],
    hits: &'a [Hit],
    legend: &'a Legend,
    lang: Lang,
    path: Vec<Level>,
    /// Inside a table whose cells were printed one below the other.
    flat: bool,
    /// The columns behind the title in such a table.
    columns: Vec<Cell>,
    passages: Vec<Passage>,
    notices: Vec<Notice>,
    /// Some heading or fact sheet says where the measures are.
    sectioned: bool,
    /// Some heading does.
    headed: bool,
    /// Level and depth of number of the headings that name measures, told by those with labels.
    numbered: FxHashSet<(u8, usize)>,
}

/// A passage being put together.
#[derive(Default)]
struct Draft {
    text: Text,
    parts: Vec<Part>,
    span: Option<Span>,
}

impl Draft {
    /// Appends text as a sentence of its own and returns where it begins.
    fn sentence(&mut self, text: &Text) -> usize {
        let last = self.text.string.trim_end().chars().next_back();
        let separator = match last {
            None => "",
            Some('.' | '!' | '?' | ':' | ';' | ',') => " ",
            Some(_) => ". ",
        };
        self.text.append(text, separator);
        self.text.len() - text.len()
    }

    fn cover(&mut self, span: Span) {
        self.span = Some(self.span.map_or(span, |known| known.join(span)));
    }

    fn part(&mut self, role: Role, range: Range<usize>) {
        let Some(string) = self.text.string.get(range.clone()) else {
            return;
        };
        let from = range.start + (string.len() - string.trim_start_matches([' ', ':', '|', '–', '-', '*']).len());
        let to = range.start + string.trim_end_matches([' ', '|', ';']).len();
        // A lone dash is an empty value, not nothing.
        let (from, to) = if from < to { (from, to) } else { (range.start, range.end) };
        self.parts.push(Part { role, range: from..to });
    }
}

/// Ten printed pages without a break, in bytes. More than that is no paragraph, row or sheet but a text that lost its own: it
/// is cut, because what is found in a passage is kept until all of it is read, and a megabyte of one word took a gigabyte.
const LONGEST_PASSAGE: usize = 32 * 1024;

/// So much of a heading, in bytes, stands in the path of each passage below it: a longer one is a text of its own, and a thousand
/// passages would keep it a thousand times.
const LONGEST_IN_PATH: usize = 400;

fn in_path(heading: &str) -> String {
    if heading.len() <= LONGEST_IN_PATH {
        return heading.to_owned();
    }
    let cut = heading.get(..heading.floor_char_boundary(LONGEST_IN_PATH)).unwrap_or("");
    format!("{} …", cut.rsplit_once(' ').map_or(cut, |(whole, _)| whole))
}

/// The pieces of a passage that is too long. Only the first keeps its layout; the others go on as paragraphs.
fn pieces(passage: Passage) -> Vec<Passage> {
    let text = passage.text.string.as_str();
    let ends: Vec<usize> = std::iter::successors(Some(cut_before(text, 0)), |&end| (end < text.len()).then(|| cut_before(text, end))).collect();
    let mut pieces: Vec<Passage> = Vec::with_capacity(ends.len());
    for (n, &end) in ends.iter().enumerate() {
        let start = if n == 0 { 0 } else { ends[n - 1] };
        let piece = passage.text.slice(start..end);
        pieces.push(Passage {
            layout: if n == 0 { passage.layout } else { Layout::Paragraph },
            candidate: passage.candidate && n == 0,
            path: passage.path.clone(),
            path_spans: passage.path_spans.clone(),
            parts: Vec::new(),
            span: piece.span(),
            attributes: Attributes::default(),
            code: None,
            text: piece,
            ..passage
        });
    }
    for Part { role, range } in passage.parts {
        let first = ends.partition_point(|&end| end <= range.start);
        for n in first..ends.len() {
            let start = if n == 0 { 0 } else { ends[n - 1] };
            if range.end <= start && n > first {
                break;
            }
            pieces[n].parts.push(Part { role, range: range.start.max(start) - start..range.end.min(ends[n]) - start });
        }
    }
    pieces
}

/// Where a piece that begins at `start` ends: behind a sentence, else behind a word, else anywhere.
fn cut_before(text: &str, start: usize) -> usize {
    let half = text.floor_char_boundary(start + LONGEST_PASSAGE / 2);
    let most = text.floor_char_boundary(start + LONGEST_PASSAGE);
    if most == text.len() {
        return most;
    }
    let window = text.get(half..most).unwrap_or("");
    let behind = |sign: &str| window.rfind(sign).map(|at| half + at + sign.len());
    behind(". ").or_else(|| behind(" ")).unwrap_or(most)
}

impl<'a> Builder<'a> {
    fn zone(&self) -> Zone {
        self.path.last().map_or(Zone::Neutral, |level| level.zone)
    }

    fn push(&mut self, draft: Draft, layout: Layout, candidate: bool, extra_path: &[(String, Span)]) -> Option<usize> {
        if draft.text.is_empty() {
            return None;
        }
        let zone = self.zone();
        let mut path: Vec<String> = self.path.iter().map(|level| level.text.clone()).collect();
        let mut path_spans: Vec<Span> = self.path.iter().map(|level| level.span).collect();
        for (text, span) in extra_path {
            path.push(in_path(text));
            path_spans.push(*span);
        }
        let blocked = matches!(zone, Zone::Front | Zone::Contents | Zone::Law | Zone::Glossary | Zone::Vision | Zone::Demands);
        let candidate = candidate && !(blocked && layout != Layout::Sheet && layout != Layout::Resolution) && zone != Zone::Contents;
        let easy = self.path.iter().any(|level| level.easy);
        let span = draft.span.unwrap_or_else(|| draft.text.span());
        let passage = Passage {
            text: draft.text,
            layout,
            zone,
            path,
            path_spans,
            parts: draft.parts,
            span,
            easy,
            attributes: Attributes::default(),
            candidate,
            code: None,
            duplicate_of: None,
        };
        let index = self.passages.len();
        if passage.text.len() <= LONGEST_PASSAGE {
            self.passages.push(passage);
        } else {
            self.passages.extend(pieces(passage));
        }
        Some(index)
    }

    /// A table of contents ends where sentences or tables begin, whatever the headings say.
    fn leave_contents(&mut self, block: &Block) {
        if self.zone() != Zone::Contents {
            return;
        }
        let text = &block.text.string;
        let prose = match block.kind {
            BlockKind::Row { .. } => block.cells.len() > 2 && !block.cells.last().is_some_and(|cell| is_page_cell(&cell.string)),
            BlockKind::Paragraph => text.len() > 150 || (text.len() > 60 && text.ends_with('.')),
            BlockKind::Item { .. } => text.len() > 180 && text.ends_with('.'),
            _ => false,
        };
        if !prose {
            return;
        }
        let mut above = Zone::Neutral;
        for level in &mut self.path {
            let own = if field_heading(&level.text) { Some(Zone::Neutral) } else { zone_of(&level.text) };
            level.zone = own.filter(|zone| *zone != Zone::Contents).unwrap_or(above);
            above = level.zone;
        }
        self.path.retain(|level| zone_of(&level.text) != Some(Zone::Contents));
    }

    fn walk(&mut self, sheets: &[Sheet], label_tables: &FxHashSet<usize>) {
        let mut next_sheet = sheets.iter().peekable();
        let mut i = 0;
        while let Some(block) = self.blocks.get(i) {
            while next_sheet.peek().is_some_and(|sheet| sheet.start < i) {
                next_sheet.next();
            }
            if let Some(sheet) = next_sheet.peek().filter(|sheet| sheet.start == i) {
                self.sheet(sheet);
                i = sheet.end;
                continue;
            }
            self.leave_contents(block);
            let limit = next_sheet.peek().map_or(self.blocks.len(), |sheet| sheet.start);
            match &block.kind {
                BlockKind::Heading { level } => {
                    i = self.heading(i, *level, limit);
                    continue;
                }
                BlockKind::Columns => {
                    let names: Vec<String> = block.text.string.lines().map(fold).collect();
                    let roles: Vec<&str> = names.iter().filter_map(|name| vocabulary().labels.get(name).map(String::as_str)).collect();
                    let measure = roles.contains(&"title");
                    self.flat |= measure;
                    if measure {
                        self.columns = columns_behind(&roles);
                    } else if let Some(end) = self.torn_columns(i, &roles, limit) {
                        i = end;
                        continue;
                    }
                }
                BlockKind::Contents => {}
                BlockKind::Row { table, .. } => {
                    let end = (i..limit)
                        .find(|&j| !matches!(self.blocks.get(j).map(|b| &b.kind), Some(BlockKind::Row { table: other, .. }) if other == table))
                        .unwrap_or(limit);
                    if label_tables.contains(table) {
                        self.label_rows(i..end);
                    } else {
                        self.table(i..end);
                    }
                    i = end.max(i + 1);
                    continue;
                }
                BlockKind::Item { .. } => {
                    i = self.item(i, limit, None).max(i + 1);
                    continue;
                }
                BlockKind::Term => {
                    let mut draft = Draft::default();
                    draft.sentence(&block.text);
                    draft.cover(block.span);
                    let mut j = i + 1;
                    while let Some(next) = self.blocks.get(j).filter(|next| next.kind == BlockKind::Definition && j < limit) {
                        draft.text.append(&next.text, ": ");
                        draft.cover(next.span);
                        j += 1;
                    }
                    self.push(draft, Layout::Paragraph, false, &[]);
                    i = j;
                    continue;
                }
                BlockKind::Paragraph | BlockKind::Definition | BlockKind::Note => {
                    i = self.paragraph(i, limit).max(i + 1);
                    continue;
                }
            }
            i += 1;
        }
    }

    fn enter(&mut self, level: u8, text: String, span: Span) {
        while self.path.last().is_some_and(|above| above.level >= level) {
            self.path.pop();
        }
        let inherited = self.zone();
        let zone = if field_heading(&text) { Zone::Neutral } else { zone_of(&text).unwrap_or(inherited) };
        // A glossary or a treaty does not hold measures, whatever its sub-headings say.
        let zone = if matches!(inherited, Zone::Contents | Zone::Glossary) { inherited } else { zone };
        let folded = fold(strip_number(&text));
        let easy = vocabulary().easy.iter().any(|start| folded.starts_with(start.as_str()));
        self.path.push(Level { level, text: in_path(&text), span, zone, easy });
    }

    fn heading(&mut self, i: usize, level: u8, limit: usize) -> usize {
        let Some(block) = self.blocks.get(i) else {
            return i + 1;
        };
        while self.path.last().is_some_and(|above| above.level >= level) {
            self.path.pop();
        }
        let parent_zone = self.zone();
        let text = block.text.string.clone();
        // A measure told in prose below its own heading.
        let mut end = i + 1;
        let mut length = 0;
        let mut items = 0;
        while let Some(next) = self.blocks.get(end).filter(|_| end < limit) {
            match next.kind {
                BlockKind::Paragraph | BlockKind::Note => length += next.text.len(),
                BlockKind::Item { .. } => {
                    items += 1;
                    length += next.text.len();
                }
                _ => break,
            }
            end += 1;
        }
        let closed = self.blocks.get(end).is_none_or(|next| match next.kind {
            BlockKind::Heading { level: below } => below <= level,
            _ => false,
        });
        let coded = coded_heading(&text) && !matches!(parent_zone, Zone::Contents | Zone::Glossary | Zone::Law | Zone::Front) && closed && length > 0;
        let under_measures = parent_zone == Zone::Measures && !section_heading(&text) && items == 0 && closed && (1..2500).contains(&length);
        // "1.3 Gehsteige absenken" among "1.1 …" and "1.2 …" that have labels.
        let sibling = number_depth(&text).is_some_and(|depth| self.numbered.contains(&(level, depth)))
            && !matches!(parent_zone, Zone::Contents | Zone::Glossary | Zone::Law | Zone::Front | Zone::Context)
            && !section_heading(&text)
            && closed
            && items == 0
            && (1..1500).contains(&length);
        if coded || under_measures || sibling {
            self.sheet(&Sheet { start: i, end, title: Some(i) });
            return end;
        }
        let mut draft = Draft::default();
        draft.sentence(&block.text);
        draft.cover(block.span);
        draft.part(Role::Title, 0..block.text.len());
        // The heading itself stands under the headings above it, in its own zone.
        let index = self.push(draft, Layout::Heading, false, &[]);
        self.enter(level, text, block.span);
        let zone = self.zone();
        if let Some(passage) = index.and_then(|index| self.passages.get_mut(index)) {
            passage.zone = zone;
        }
        if level <= 2 {
            self.flat = false;
        }
        self.columns.clear();
        i + 1
    }

    /// A column of units or dates that stands apart from its table: the block after it, if it is one.
    fn torn_columns(&mut self, i: usize, roles: &[&str], limit: usize) -> Option<usize> {
        let named = roles.iter().all(|role| Role::named(role).is_attribute()) && !roles.is_empty();
        let above = self.passages.iter().rev().take(60).any(|passage| passage.candidate && passage.attributes.count() == 0);
        if !named || !above {
            return None;
        }
        let mut end = i + 1;
        let mut span = self.blocks.get(i)?.span;
        let mut values = 0;
        while let Some(block) = self.blocks.get(end).filter(|_| end < limit) {
            let listed = block.kind == BlockKind::Paragraph && {
                let lines = block.lines.iter().filter_map(|line| block.text.string.get(line.clone()));
                let short = lines.clone().filter(|line| line.chars().count() < 60 && !line.ends_with('.')).count();
                short == block.lines.len() && (values == 0 || block.lines.len() > 1)
            };
            if !listed {
                break;
            }
            values += block.lines.len();
            span = span.join(block.span);
            end += 1;
        }
        if values < 2 {
            return None;
        }
        for at in i..end {
            let Some(block) = self.blocks.get(at) else { break };
            let mut draft = Draft::default();
            draft.sentence(&block.text);
            draft.cover(block.span);
            self.push(draft, Layout::Paragraph, false, &[]);
        }
        self.torn(span, &self.blocks.get(i + 1)?.text.string.clone());
        Some(end)
    }

    /// Notes a torn column; the measures above it in the same section have lost it. One notice for a section.
    fn torn(&mut self, span: Span, text: &str) {
        let here = self.path.last().map(|level| level.span);
        let mut first = None;
        for passage in self.passages.iter_mut().rev().take_while(|passage| passage.path_spans.last().copied() == here) {
            first = Some(passage.span);
            if passage.candidate && passage.attributes.responsible.is_none() && passage.attributes.deadline.is_none() {
                passage.attributes.unassignable = true;
            }
        }
        let same = |notice: &&mut Notice| notice.kind == NoticeKind::TornColumns && first.is_some_and(|first| notice.span.start >= first.start);
        match self.notices.iter_mut().rev().find(same) {
            Some(notice) => {
                notice.span = notice.span.join(span);
                notice.text.push('\n');
                notice.text.push_str(text);
            }
            None => self.notices.push(Notice { kind: NoticeKind::TornColumns, span, text: text.to_owned() }),
        }
    }

    /// Adds a row whose cells have been told apart; `base` is where the given text begins in the block's.
    fn cells(&mut self, block: &Block, text: &Text, cells: &[row::Placed], marker: Option<&str>, extra: &[(String, Span)]) {
        let mut draft = Draft::default();
        let mut code = marker.map(str::to_owned);
        for (cell, range) in cells {
            let role = match cell {
                Cell::Code => {
                    code.get_or_insert_with(|| text.string.get(range.clone()).unwrap_or("").to_owned());
                    continue;
                }
                Cell::Title => Role::Title,
                Cell::Unit => Role::Responsible,
                Cell::Time => Role::Deadline,
                Cell::Money => Role::Budget,
                Cell::Status => Role::Status,
                Cell::Other => Role::Other,
            };
            let part = text.slice(range.clone());
            let from = draft.sentence(&part);
            let to = draft.text.len();
            draft.part(role, from..to);
        }
        draft.cover(if marker.is_some() { block.span } else { text.span() });
        if let Some(index) = self.push(draft, Layout::Row, true, extra)
            && let Some(passage) = self.passages.get_mut(index)
        {
            passage.code = code;
            passage.attributes = attributes(passage, self.legend, self.lang);
        }
    }

    /// A paragraph whose lines are rows that lost their table; tells whether it was one.
    fn flat_rows(&mut self, block: &Block) -> bool {
        if block.in_quote || matches!(self.zone(), Zone::Contents | Zone::Glossary) {
            return false;
        }
        let text = &block.text.string;
        if row::code(text).is_none() {
            return false;
        }
        // Every line with a number of its own begins a row.
        let mut starts: Vec<usize> = block
            .lines
            .iter()
            .filter(|line| text.get((*line).clone()).is_some_and(|line| row::code(line).is_some()))
            .map(|line| line.start)
            .collect();
        if starts.first() != Some(&0) {
            starts.insert(0, 0);
        }
        let ranges: Vec<Range<usize>> = starts.iter().enumerate().map(|(n, &from)| from..starts.get(n + 1).copied().unwrap_or(text.len())).collect();
        let told: Vec<Option<Vec<row::Placed>>> =
            ranges.iter().map(|range| row::by_content(text.get(range.clone()).unwrap_or("").trim_end())).collect();
        if told.iter().flatten().count() * 2 <= told.len() {
            // Numbers inside one row.
            let Some(cells) = (ranges.len() > 1).then(|| row::by_content(text)).flatten() else { return false };
            self.cells(block, &block.text, &cells, None, &[]);
            return true;
        }
        for (range, cells) in ranges.into_iter().zip(told) {
            let part = block.text.slice(range);
            match cells {
                Some(cells) => self.cells(block, &part, &cells, None, &[]),
                None => {
                    let mut draft = Draft::default();
                    draft.sentence(&part);
                    draft.cover(part.span());
                    self.push(draft, Layout::Paragraph, false, &[]);
                }
            }
        }
        true
    }

    /// Adds a block with its labels to a draft; a label without a value takes what follows.
    fn labelled(&self, draft: &mut Draft, i: usize, open: &mut Option<usize>) {
        let Some(block) = self.blocks.get(i) else {
            return;
        };
        let first = self.hits.partition_point(|hit| hit.block < i);
        let hits: Vec<&Hit> = self.hits.iter().skip(first).take_while(|hit| hit.block == i).collect();
        let base = draft.sentence(&block.text);
        draft.cover(block.span);
        let end = draft.text.len();
        let head_end = hits.first().map_or(end, |hit| base + hit.start);
        if head_end > base && draft.text.string.get(base..head_end).is_some_and(|text| text.chars().any(char::is_alphanumeric)) {
            match open.and_then(|part| draft.parts.get_mut(part)) {
                // The value of the label above goes on.
                Some(part) => part.range.end = head_end.max(part.range.start),
                None => {
                    let untitled = draft.parts.is_empty();
                    let role =
                        if untitled && !is_sheet_heading(draft.text.string.get(base..head_end).unwrap_or("")) { Role::Title } else { Role::Body };
                    // The title is the first line only.
                    let line = block.lines.first().map_or(head_end, |line| base + line.end).min(head_end);
                    let marked = matches!(block.kind, BlockKind::Item { .. } | BlockKind::Heading { .. });
                    let title_end = if role == Role::Title && !marked { line } else { head_end };
                    let title_end = if role == Role::Title { shorten_title(&draft.text.string, base, title_end) } else { title_end };
                    draft.part(role, base..title_end);
                    if title_end < head_end {
                        draft.part(Role::Body, title_end..head_end);
                    }
                }
            }
        }
        for (n, hit) in hits.iter().enumerate() {
            let from = base + hit.value;
            let to = hits.get(n + 1).map_or(end, |next| base + next.start);
            let value = draft.text.string.get(from..to).unwrap_or("");
            let empty = value.trim_matches([' ', ':', '|', '*']).is_empty();
            let goes_on = empty || value.trim_end().ends_with(':');
            let from = if empty { to } else { from };
            draft.part(hit.role, from..to);
            *open = goes_on.then(|| draft.parts.len() - 1);
        }
    }

    fn sheet(&mut self, sheet: &Sheet) {
        let mut draft = Draft::default();
        let mut open: Option<usize> = None;
        let mut has_level = None;
        for i in sheet.start..sheet.end {
            let Some(block) = self.blocks.get(i) else {
                break;
            };
            if matches!(block.kind, BlockKind::Contents | BlockKind::Columns) {
                continue;
            }
            if Some(i) == sheet.title && !self.hits.iter().any(|hit| hit.block == i) {
                let base = draft.sentence(&block.text);
                draft.cover(block.span);
                let line = if matches!(block.kind, BlockKind::Heading { .. }) {
                    draft.text.len()
                } else {
                    block.lines.first().map_or(draft.text.len(), |line| base + line.end)
                };
                let end = shorten_title(&draft.text.string, base, line);
                draft.part(Role::Title, base..end);
                if end < draft.text.len() {
                    let to = draft.text.len();
                    draft.part(Role::Body, end..to);
                }
                if let BlockKind::Heading { level } = block.kind {
                    has_level = Some(level);
                }
                continue;
            }
            if matches!(block.kind, BlockKind::Heading { .. }) && is_sheet_heading(&block.text.string) {
                continue;
            }
            let own_hits = {
                let first = self.hits.partition_point(|hit| hit.block < i);
                self.hits.get(first).is_some_and(|hit| hit.block == i)
            };
            if own_hits {
                self.labelled(&mut draft, i, &mut open);
            } else {
                let base = draft.sentence(&block.text);
                draft.cover(block.span);
                let end = draft.text.len();
                let untitled = draft.parts.is_empty();
                match open.and_then(|part| draft.parts.get_mut(part)) {
                    Some(part) => {
                        if part.range.is_empty() {
                            part.range.start = base;
                        }
                        part.range.end = end;
                    }
                    None if untitled => {
                        let line = block.lines.first().map_or(end, |line| base + line.end);
                        let title_end = shorten_title(&draft.text.string, base, line);
                        draft.part(Role::Title, base..title_end);
                        if title_end < end {
                            draft.part(Role::Body, title_end..end);
                        }
                    }
                    None => draft.part(Role::Body, base..end),
                }
            }
        }
        if let Some(level) = has_level {
            while self.path.last().is_some_and(|above| above.level >= level) {
                self.path.pop();
            }
        }
        // A labelled title ("Maßnahme: …") is the title, not what stood before it.
        let title = draft.parts.iter().position(|part| part.role == Role::Title && !part.range.is_empty());
        let code = sheet.title.and_then(|i| self.blocks.get(i)).and_then(code_of);
        if let Some(index) = self.push(draft, Layout::Sheet, true, &[])
            && let Some(passage) = self.passages.get_mut(index)
        {
            if title.is_none()
                && let Some(first) = passage.parts.iter_mut().find(|part| part.role == Role::Body)
            {
                first.role = Role::Title;
            }
            passage.code = code.or_else(|| code_in(passage.title()));
            passage.attributes = attributes(passage, self.legend, self.lang);
            told_in_text(passage, self.legend, self.lang);
        }
    }

    fn paragraph(&mut self, i: usize, limit: usize) -> usize {
        let Some(block) = self.blocks.get(i) else {
            return i + 1;
        };
        let text = &block.text.string;
        let folded_end = text.trim_end();
        let introduces = folded_end.ends_with([':', ',', '…', '-', '–']);
        let resolution = introduces && {
            let tail: String = text.chars().rev().take(240).collect::<Vec<_>>().into_iter().rev().collect();
            let folded = fold(&tail);
            vocabulary().resolutions.iter().any(|phrase| folded.contains(phrase.as_str())) || folded.ends_with(" beschlossen")
        };
        // In converted text a vision ends at the next lone line that looks like a heading.
        if self.zone() == Zone::Vision
            && block.lines.len() == 1
            && title_like(block)
            && text.split(' ').count() <= 8
            && self.blocks.get(i + 1).is_some_and(|next| next.kind == BlockKind::Paragraph && next.text.len() > 120)
            && let Some(level) = self.path.last().map(|level| level.level)
        {
            let mut draft = Draft::default();
            draft.sentence(&block.text);
            draft.cover(block.span);
            draft.part(Role::Title, 0..block.text.len());
            self.enter(level, block.text.string.clone(), block.span);
            self.push(draft, Layout::Heading, false, &[]);
            return i + 1;
        }
        if !introduces && self.flat_rows(block) {
            return i + 1;
        }
        let torn = self.torn_lines(block);
        let mut draft = Draft::default();
        draft.sentence(&block.text);
        draft.cover(block.span);
        let layout = if block.in_quote { Layout::Quote } else { Layout::Paragraph };
        self.push(draft, layout, false, &[]);
        if torn {
            self.torn(block.span, text);
        }
        let mut next = i + 1;
        if resolution {
            let intro = (text.clone(), block.span);
            while next < limit && self.blocks.get(next).is_some_and(|block| matches!(block.kind, BlockKind::Item { .. })) {
                next = self.item(next, limit, Some(&intro)).max(next + 1);
            }
        }
        next
    }

    /// Short lines of unit and time, as a torn-off table column leaves them.
    fn torn_lines(&self, block: &Block) -> bool {
        if self.zone() != Zone::Measures || block.lines.len() < 3 {
            return false;
        }
        let fits = |line: &str| {
            line.chars().count() < 45
                && line.starts_with(char::is_uppercase)
                && !line.ends_with('.')
                && (attribute::latest_in(line).is_some() || vocabulary().soft_times.contains(fold(line).rsplit(' ').next().unwrap_or("")))
        };
        let fitting = block.lines.iter().filter_map(|line| block.text.string.get(line.clone())).filter(|line| fits(line)).count();
        fitting >= 3 && fitting * 2 >= block.lines.len()
    }

    /// Reads an item with what belongs to it; returns the block after it.
    fn item(&mut self, i: usize, limit: usize, resolution: Option<&(String, Span)>) -> usize {
        // A stack of parents instead of recursion: lists may be nested without end.
        let mut parents: Vec<(u8, String, Span)> = Vec::new();
        let mut at = i;
        while let Some(block) = self.blocks.get(at).filter(|_| at < limit) {
            let BlockKind::Item { depth, marker } = &block.kind else {
                break;
            };
            if at > i && *depth <= 1 && parents.first().is_none_or(|parent| parent.0 >= *depth) {
                break;
            }
            while parents.last().is_some_and(|parent| parent.0 >= *depth) {
                parents.pop();
            }
            // A group title of a flattened table: the next number is its child.
            if strong_marker(marker) && self.group_title(at) {
                let mut draft = Draft::default();
                draft.sentence(&block.text);
                draft.cover(block.span);
                draft.part(Role::Title, 0..block.text.len());
                self.push(draft, Layout::Heading, false, &[]);
                let level = 40u8.saturating_add(*depth);
                let zone = self.zone();
                self.enter(level, block.text.string.clone(), block.span);
                if zone_of(&block.text.string).is_none()
                    && let Some(last) = self.path.last_mut()
                {
                    last.zone = zone;
                }
                return at + 1;
            }
            if !block.in_quote
                && let Some(cells) = self.item_cells(block, marker)
            {
                self.cells(block, &block.text, &cells, Some(marker.trim_end_matches(['.', ':'])), &[]);
                at += 1;
                continue;
            }
            let mut draft = Draft::default();
            let mut open = None;
            self.labelled(&mut draft, at, &mut open);
            // Details and labels below it are folded in.
            let mut end = at + 1;
            let mut actions = false;
            while let Some(next) = self.blocks.get(end).filter(|_| end < limit) {
                let folds = match &next.kind {
                    BlockKind::Item { depth: below, .. } => below > depth && self.is_detail(end, open.is_some()),
                    BlockKind::Paragraph => next.depth > 0 && next.depth >= *depth,
                    _ => false,
                };
                if !folds {
                    actions = matches!(&next.kind, BlockKind::Item { depth: below, .. } if below > depth);
                    break;
                }
                self.labelled(&mut draft, end, &mut open);
                end += 1;
            }
            let text = block.text.string.clone();
            let measures = self.zone() == Zone::Measures;
            let numbered = strong_marker(marker) || marker.starts_with(|c: char| c.is_ascii_digit());
            let labelled = draft.parts.iter().any(|part| part.role.is_attribute());
            let provision = !self.sectioned && matches!(self.zone(), Zone::Neutral | Zone::Goals) && provides(&text);
            let followed =
                self.blocks.get(end).is_some_and(|next| matches!(&next.kind, BlockKind::Item { marker: other, .. } if !same_kind(marker, other)));
            let introduces = (actions || followed) && text.trim_end().ends_with(':');
            let alone = if strong_marker(marker) { !self.headed } else { !self.sectioned };
            let listed = alone && self.zone() == Zone::Neutral && lists(marker, &text);
            // "(Stadtmuseum, ab 2027, 4.200 Euro)": who, when or how much, two of them.
            let terms = if labelled { Vec::new() } else { bracket_terms(&text, self.legend, self.lang) };
            let bracketed = terms.iter().filter(|(role, _)| role.is_attribute() && *role != Role::Partner).count() >= 2
                && terms.iter().any(|(role, _)| matches!(role, Role::Responsible | Role::Budget));
            let candidate = !block.in_quote
                && !introduces
                && (resolution.is_some() && !text.contains("zur Kenntnis")
                    || bracketed
                    || measures
                    || provision
                    || listed
                    || self.field_list(&text)
                    || (self.flat && strong_marker(marker))
                    || (labelled && draft.text.len() > 20)
                    || coded_marker(marker))
                && !(self.flat && !numbered && !measures);
            let layout = if block.in_quote {
                Layout::Quote
            } else if resolution.is_some() {
                Layout::Resolution
            } else {
                Layout::Item
            };
            let mut extra: Vec<(String, Span)> = resolution.cloned().into_iter().collect();
            // Deep nesting is kept readable: only the nearest parents are named.
            let from = parents.len().saturating_sub(3);
            extra.extend(parents.get(from..).unwrap_or(&[]).iter().map(|(_, text, span)| (text.clone(), *span)));
            let flat_time = (self.flat && strong_marker(marker)).then(|| flat_time(block)).flatten();
            if let Some(index) = self.push(draft, layout, candidate, &extra)
                && let Some(passage) = self.passages.get_mut(index)
            {
                passage.code = strong_marker(marker).then(|| marker.trim_end_matches(['.', ':']).to_owned());
                passage.attributes = attributes(passage, self.legend, self.lang);
                if candidate {
                    bracket_attributes(passage, self.legend, self.lang);
                    prose_attributes(passage, self.legend, self.lang);
                }
                if let Some(range) = flat_time
                    && let Some(value) = passage.text.string.get(range.clone())
                    && let Some(deadline) = attribute::deadline(value, self.legend, self.lang)
                {
                    passage.parts.push(Part { role: Role::Deadline, range: range.clone() });
                    passage.attributes.deadline = Some(Found { value: deadline, range });
                }
            }
            parents.push((*depth, text, block.span));
            at = end;
        }
        at
    }

    /// Items directly below the heading of a field of action: what the municipality will do there.
    fn field_list(&self, text: &str) -> bool {
        self.lang == Lang::En
            && self.zone() == Zone::Neutral
            && self.path.last().is_some_and(|level| field_heading(&level.text))
            && text.split_whitespace().count() >= 6
            && !text.starts_with(['"', '“'])
            && text.ends_with('.')
    }

    /// The cells of a numbered item that is a row without its table.
    fn item_cells(&self, block: &Block, marker: &str) -> Option<Vec<row::Placed>> {
        if !(strong_marker(marker) || marker.starts_with(|c: char| c.is_ascii_digit())) || matches!(self.zone(), Zone::Contents | Zone::Glossary) {
            return None;
        }
        let text = &block.text.string;
        if self.flat && !self.columns.is_empty() {
            // A line that lost its hyphen reaches into the next one.
            let mut lines = block.lines.clone();
            for n in 1..lines.len() {
                let next = lines.get(n).map_or(0, |line| line.start);
                if let Some(line) = lines.get_mut(n - 1) {
                    line.end = line.end.min(next);
                }
            }
            return row::by_columns(text, &lines, &self.columns);
        }
        if text.len() > 600 || block.lines.len() > 4 {
            return None;
        }
        // The number is known: any will do to read the rest.
        let coded = format!("1 {text}");
        let cells = row::by_content(&coded)?;
        Some(cells.into_iter().filter(|(cell, _)| *cell != Cell::Code).map(|(cell, range)| (cell, range.start - 2..range.end - 2)).collect())
    }

    /// Whether the numbered line only names a group of numbered measures.
    fn group_title(&self, at: usize) -> bool {
        let Some(BlockKind::Item { marker, .. }) = self.blocks.get(at).map(|block| &block.kind) else {
            return false;
        };
        let prefix = format!("{}.", marker.trim_end_matches('.'));
        let following = self.blocks.get(at + 1..).unwrap_or(&[]).iter().find(|block| !matches!(block.kind, BlockKind::Columns | BlockKind::Contents));
        matches!(following.map(|block| &block.kind), Some(BlockKind::Item { marker, .. }) if marker.starts_with(&prefix))
    }

    /// A sub-item that only tells more about its parent.
    fn is_detail(&self, at: usize, value_open: bool) -> bool {
        let first = self.hits.partition_point(|hit| hit.block < at);
        if self.hits.get(first).is_some_and(|hit| hit.block == at && hit.start <= 2) {
            return true;
        }
        let Some(block) = self.blocks.get(at) else {
            return false;
        };
        // "Klosterberg / Schulweg." ends a list of places, whatever stands below it.
        let first = block.lines.first().and_then(|line| block.text.string.get(line.clone())).unwrap_or(&block.text.string);
        let words = first.split_whitespace().count();
        value_open || (words <= 3 && (block.lines.len() < 2 || first.ends_with(['.', ',', ';'])))
    }

    // -----------------------------------------------------------------------------------------
    // Tables

    /// A two-column table of labels that is no sheet: each row a passage.
    fn label_rows(&mut self, range: Range<usize>) {
        self.sheet(&Sheet { start: range.start, end: range.end, title: None });
    }

    /// Columns without a known name, told by what stands in them, where the first of the others holds phrases.
    fn told_columns(&self, rows: &[&Block], roles: &mut [Option<&str>]) -> bool {
        if rows.len() < 3 || matches!(self.zone(), Zone::Front | Zone::Contents | Zone::Law | Zone::Glossary | Zone::Context) {
            return false;
        }
        let rows = || rows.iter().skip(1).take(60);
        let mut told: Vec<(usize, &str)> = Vec::new();
        for (i, _) in roles.iter().enumerate().filter(|(_, role)| role.is_none()) {
            let mut votes: Vec<(&str, usize)> = Vec::new();
            let mut filled = 0;
            for cell in rows().filter_map(|row| row.cells.get(i)).filter(|cell| !attribute::is_empty_value(&cell.string)) {
                filled += 1;
                if let Some(kind) = cell_kind(&cell.string) {
                    match votes.iter_mut().find(|(known, _)| *known == kind) {
                        Some(vote) => vote.1 += 1,
                        None => votes.push((kind, 1)),
                    }
                }
            }
            if let Some((kind, count)) = votes.into_iter().max_by_key(|vote| vote.1)
                && filled >= 2
                && count * 10 >= filled * 7
                && !roles.contains(&Some(kind))
                && !told.iter().any(|(_, known)| *known == kind)
            {
                told.push((i, kind));
            }
        }
        let titles = roles
            .iter()
            .position(|role| *role == Some("title"))
            .or_else(|| (0..roles.len()).find(|i| roles.get(*i).copied().flatten().is_none() && !told.iter().any(|(at, _)| at == i)));
        let Some(titles) = titles.filter(|_| !told.is_empty()) else { return false };
        let phrases: Vec<usize> = rows()
            .filter_map(|row| row.cells.get(titles))
            .filter(|cell| !cell.is_empty())
            .map(|cell| cell.string.split_whitespace().count())
            .collect();
        if phrases.is_empty() || phrases.iter().sum::<usize>() < phrases.len() * 3 {
            return false;
        }
        for &(i, kind) in &told {
            if let Some(role) = roles.get_mut(i) {
                *role = Some(kind);
            }
        }
        true
    }

    fn table(&mut self, range: Range<usize>) {
        let rows: Vec<&Block> = self.blocks.get(range).unwrap_or(&[]).iter().collect();
        let Some(header) = rows.first() else { return };
        // Chapters and their pages: a contents list drawn as a table.
        let pages = rows.iter().filter(|row| row.cells.last().is_some_and(|cell| is_page_cell(&cell.string))).count();
        let paged = header.cells.last().is_some_and(|cell| matches!(fold(&cell.string).as_str(), "seite" | "page" | "s"));
        if paged && pages == rows.len() && rows.len() > 2 {
            return;
        }
        // Rows between strokes without column names: each is told by its cells.
        let drawn = matches!(header.kind, BlockKind::Row { table, .. } if table <= self.blocks.len());
        if !drawn && !header.cells.iter().any(|cell| vocabulary().column(&fold(&cell.string)).is_some_and(|role| role == "title")) {
            let told: Vec<Option<Vec<row::Placed>>> = rows.iter().map(|row| row::by_content(&row.text.string)).collect();
            if told.iter().flatten().count() * 2 > told.len() {
                for (row, cells) in rows.iter().zip(told) {
                    if let Some(cells) = cells {
                        self.cells(row, &row.text, &cells, None, &[]);
                    } else {
                        let mut draft = Draft::default();
                        draft.sentence(&row.text);
                        draft.cover(row.span);
                        self.push(draft, Layout::Row, false, &[]);
                    }
                }
                return;
            }
        }
        let names: Vec<String> = header.cells.iter().map(|cell| fold(&cell.string)).collect();
        let words = vocabulary();
        let mut roles: Vec<Option<&str>> =
            names.iter().map(|name| words.labels.get(name).map(String::as_str).or_else(|| asked(name)).or_else(|| words.column(name))).collect();
        let entered = matches!(header.kind, BlockKind::Row { header: true, .. }) && self.told_columns(&rows, &mut roles);
        let known = |wanted: &str| roles.contains(&Some(wanted));
        let attribute_columns = ["responsible", "deadline", "budget", "indicator", "status"].iter().filter(|role| known(role)).count();
        let titled = known("title");
        let years: Vec<Option<&str>> = header.cells.iter().map(|cell| year_name(&cell.string)).collect();
        let measures = self.zone() == Zone::Measures;
        let ticked = years.iter().flatten().count() >= 2;
        let measure_table = (titled && (attribute_columns > 0 || ticked || known("number") || known("goal") || measures))
            || attribute_columns >= 2
            || (entered && attribute_columns >= 1)
            || (measures && (titled || known("goal") || attribute_columns >= 1));
        let header_is_row = !matches!(header.kind, BlockKind::Row { header: true, .. }) && roles.iter().flatten().count() == 0;
        // Which cell names the measure.
        let title_column = if measure_table {
            roles
                .iter()
                .position(|role| *role == Some("title"))
                .or_else(|| roles.iter().position(|role| matches!(role, Some("body" | "goal"))))
                .or_else(|| {
                    roles.iter().position(|role| {
                        !matches!(role, Some("number" | "field" | "other"))
                            && !matches!(role, Some("responsible" | "deadline" | "budget" | "indicator" | "status" | "partner"))
                    })
                })
                .unwrap_or(0)
        } else {
            0
        };
        let mut field: Option<(String, Span)> = None;
        let mut group: Option<(String, Span)> = None;
        let mut drafts: Vec<RowDraft> = Vec::new();
        for row in rows.iter().skip(usize::from(!header_is_row)) {
            let filled: Vec<usize> = row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).map(|(i, _)| i).collect();
            let Some(&first) = filled.first() else {
                continue;
            };
            // The header once more.
            if row.cells.iter().zip(&names).all(|(cell, name)| fold(&cell.string) == *name) {
                continue;
            }
            let cell_text = |i: usize| row.cells.get(i).map_or("", |cell| cell.string.as_str());
            if filled.len() == 1
                && names.len() > 1
                && (first == 0 || first == title_column)
                && measure_table
                && !row.cells.is_empty()
                && cell_text(first).chars().count() < 120
                && roles.get(first).copied().flatten() != Some("title")
            {
                group = Some((cell_text(first).to_owned(), row.span));
                continue;
            }
            if filled.len() == 1 && names.len() > 2 && measure_table && first == 0 {
                group = Some((cell_text(first).to_owned(), row.span));
                continue;
            }
            for &i in &filled {
                if roles.get(i).copied().flatten() == Some("field") && i != title_column {
                    field = Some((cell_text(i).to_owned(), row.span));
                }
            }
            // No title: the row goes on with the one above.
            let title_empty = row.cells.get(title_column).is_none_or(Text::is_empty);
            let number_empty = roles.iter().position(|role| *role == Some("number")).is_none_or(|i| row.cells.get(i).is_none_or(Text::is_empty));
            let continues = measure_table && title_empty && number_empty && !drafts.is_empty();
            if !continues {
                let mut path: Vec<(String, Span)> = group.iter().cloned().collect();
                path.extend(field.iter().filter(|_| measure_table).cloned());
                drafts.push((Draft::default(), None, path));
            }
            // Several measures in one cell, each on a line of its own.
            let several = row.cells.get(title_column).filter(|_| measure_table && !continues).map(Text::split_lines).unwrap_or_default();
            let several: &[Text] = if several.len() >= 2 && several.iter().all(own_measure) { &several } else { &[] };
            for _ in 1..several.len() {
                let path = drafts.last().map(|(_, _, path)| path.clone()).unwrap_or_default();
                drafts.push((Draft::default(), None, path));
            }
            let first_draft = drafts.len() - several.len().max(1);
            for (n, (draft, code, _)) in drafts.iter_mut().skip(first_draft).enumerate() {
                draft.cover(row.span);
                for &i in &filled {
                    let Some(cell) = row.cells.get(i) else {
                        continue;
                    };
                    let lines = if cell.string.contains('\n') { cell.split_lines() } else { Vec::new() };
                    let own = if i == title_column {
                        several.get(n)
                    } else if lines.len() == several.len() {
                        lines.get(n)
                    } else {
                        None
                    };
                    let cell = &own.cloned().unwrap_or_else(|| cell.on_one_line());
                    let role = roles.get(i).copied().flatten();
                    if role == Some("number") {
                        code.get_or_insert_with(|| cell.string.trim_end_matches('.').to_owned());
                        continue;
                    }
                    if let Some(year) = years.get(i).copied().flatten().filter(|_| ticked) {
                        if is_tick(&cell.string) {
                            // The tick stands for the name of its column.
                            let span = cell.span();
                            let mut made = Text::default();
                            made.push_as(year, span);
                            let from = draft.sentence(&made);
                            let to = draft.text.len();
                            draft.part(Role::Deadline, from..to);
                        }
                        continue;
                    }
                    let from = draft.sentence(cell);
                    let to = draft.text.len();
                    let named = role.map_or(Role::Other, Role::named);
                    let role = if i == title_column && measure_table {
                        if draft.parts.iter().any(|part| part.role == Role::Title) { Role::Body } else { Role::Title }
                    } else if named == Role::Title {
                        Role::Body
                    } else if measure_table {
                        if role.is_none() { Role::Body } else { named }
                    } else {
                        Role::Body
                    };
                    draft.part(role, from..to);
                }
            }
        }
        let extra_header = !header_is_row && !measure_table;
        if extra_header {
            // A table of figures: its head is context, too.
            let mut draft = Draft::default();
            for cell in &header.cells {
                draft.sentence(cell);
            }
            draft.cover(header.span);
            self.push(draft, Layout::Row, false, &[]);
        }
        for (draft, code, path) in drafts {
            if let Some(index) = self.push(draft, Layout::Row, measure_table, &path)
                && let Some(passage) = self.passages.get_mut(index)
            {
                passage.code = code.filter(|code| code.len() <= 16);
                if measure_table {
                    passage.attributes = attributes(passage, self.legend, self.lang);
                    // "siehe dort": the text itself says it.
                    told_in_text(passage, self.legend, self.lang);
                    // A row that puts its measures off names none.
                    passage.candidate &= !puts_off(passage);
                }
            }
        }
    }
}

/// The role of a column whose name is no label, by the word it asks with: "Wer kümmert sich?", "Was es kostet".
fn asked(name: &str) -> Option<&'static str> {
    let words: Vec<&str> = name.split(' ').collect();
    let has = |wanted: &str| words.contains(&wanted);
    let starts = |stem: &str| words.iter().any(|word| word.starts_with(stem));
    let last = words.last().copied().unwrap_or("");
    if words.len() > 7 || words.len() < 2 {
        return None;
    }
    if starts("kostet") || has("kosten") || has("geld") || (has("what") && has("cost")) {
        Some("budget")
    } else if starts("merken") || starts("messen") || starts("erkennen") || has("woran") || has("daran") {
        Some("indicator")
    } else if has("wann") || last == "bis" || has("fällig") || has("fertig") || has("when") {
        Some("deadline")
    } else if (has("wie") && has("weit")) || has("fortschritt") || has("stand") {
        Some("status")
    } else if has("wer") || has("who") {
        Some("responsible")
    } else if has("wir") && (has("vor") || has("tun") || has("machen") || has("ändern") || has("planen")) {
        Some("title")
    } else {
        None
    }
}

/// Cells that say what their column is.
fn cell_kind(cell: &str) -> Option<&'static str> {
    let cell = cell.trim();
    let whole = |end: Option<usize>| end.is_some_and(|end| cell.get(end..).is_some_and(|rest| !rest.chars().any(char::is_alphanumeric)));
    if cell.chars().count() > 60 || matches!(fold(cell).as_str(), "" | "ja" | "nein" | "yes" | "no" | "x") {
        None
    } else if progress(cell).is_some() || whole(attribute::status_at_start(cell)) {
        Some("status")
    } else if whole(attribute::time_at_start(cell)) && cell.chars().any(|c| c.is_ascii_digit()) {
        Some("deadline")
    } else if attribute::is_money(cell) {
        Some("budget")
    } else if attribute::is_unit(cell) {
        Some("responsible")
    } else {
        None
    }
}

/// `●●○○`, `■■□`, `◔`: how much of a measure is done, drawn with signs.
fn progress(value: &str) -> Option<Status> {
    let signs: Vec<char> = value.trim_start().chars().take_while(|c| "●○◯⬤■□▪▫◐◔◑◕◒★☆▮▯ ".contains(*c)).filter(|c| *c != ' ').collect();
    let full = signs.iter().filter(|c| "●⬤■▪★▮".contains(**c)).count();
    let none = signs.iter().filter(|c| "○◯□▫☆▯".contains(**c)).count();
    if signs.len() < 2 && full + none == signs.len() {
        return None;
    }
    Some(if full == signs.len() {
        Status::Done
    } else if none == signs.len() {
        Status::Open
    } else {
        Status::Ongoing
    })
}

/// The columns behind the title, if each of them can be told by what stands in it.
fn columns_behind(roles: &[&str]) -> Vec<Cell> {
    let Some(title) = roles.iter().position(|role| *role == "title") else { return Vec::new() };
    let behind: Option<Vec<Cell>> = roles
        .iter()
        .skip(title + 1)
        .map(|role| match *role {
            "responsible" | "partner" => Some(Cell::Unit),
            "deadline" => Some(Cell::Time),
            "budget" => Some(Cell::Money),
            "status" => Some(Cell::Status),
            "other" => Some(Cell::Other),
            _ => None,
        })
        .collect();
    behind.unwrap_or_default()
}

/// A row being put together, its number, and what stands above it in the table.
type RowDraft = (Draft, Option<String>, Vec<(String, Span)>);

/// Whether a line of a cell could be a measure by itself: not the next half of a sentence, not a word of a list.
fn own_measure(line: &Text) -> bool {
    let text = line.string.trim_start_matches(['-', '–', '•', '*', ' ']);
    text.starts_with(|c: char| c.is_uppercase() || c == '„') && text.split_whitespace().count() >= 3
}

fn year_name(name: &str) -> Option<&str> {
    let trimmed = name.trim();
    (trimmed.len() <= 12 && attribute::latest_in(trimmed).is_some()).then_some(trimmed)
}

/// The last cell of a line of contents: a page number, or the name of that column.
fn is_page_cell(cell: &str) -> bool {
    let cell = cell.trim();
    (!cell.is_empty() && cell.len() <= 3 && cell.bytes().all(|b| b.is_ascii_digit())) || matches!(fold(cell).as_str(), "seite" | "page" | "s")
}

/// "Maßnahmen werden in der nächsten Fortschreibung benannt": no measure, and nothing else in the row.
fn puts_off(passage: &Passage) -> bool {
    let folded = fold(passage.title());
    let mut words = folded.split(' ');
    let first = words.next().unwrap_or("");
    matches!(first, "massnahmen" | "massnahme" | "vorhaben" | "keine" | "noch" | "folgt")
        && passage.attributes.count() == 0
        && folded.split(' ').any(|word| {
            matches!(
                word,
                "benannt"
                    | "festgelegt"
                    | "erarbeitet"
                    | "entwickelt"
                    | "folgt"
                    | "folgen"
                    | "ergänzt"
                    | "definiert"
                    | "offen"
                    | "vorgesehen"
                    | "keine"
            )
        })
        && folded.split(' ').count() <= 14
}

/// Up to this many bytes the sentences of a sheet are its description and nothing else.
const LONGEST_TOLD: usize = 700;

/// What a row or sheet says in its sentences where its cells and labels say nothing or point back: "siehe dort".
fn told_in_text(passage: &mut Passage, legend: &Legend, lang: Lang) {
    let refers = |role: Role| {
        passage.parts.iter().filter(|part| part.role == role).all(|part| {
            let folded = passage.text.string.get(part.range.clone()).map(fold).unwrap_or_default();
            let first = folded.split(' ').next().unwrap_or("");
            matches!(first, "siehe" | "vgl" | "see") && folded.split(' ').count() <= 4
        })
    };
    let labelled = |role: Role| passage.parts.iter().any(|part| part.role == role);
    let open = |role: Role, row: bool| if row { labelled(role) && refers(role) } else { refers(role) };
    let row = passage.layout == Layout::Row;
    let (unit, date, money) = (open(Role::Responsible, row), open(Role::Deadline, row), !row && open(Role::Budget, row));
    // Only the measure's own sentences, not the values of its labels.
    let told: Vec<Range<usize>> =
        passage.parts.iter().filter(|part| matches!(part.role, Role::Title | Role::Body)).map(|part| part.range.clone()).collect();
    // A long text tells a story, in which other units act on other days.
    if told.iter().map(Range::len).sum::<usize>() > LONGEST_TOLD {
        return;
    }
    for range in told {
        let Some(text) = passage.text.string.get(range.clone()) else { continue };
        let at = |found: &Range<usize>| range.start + found.start..range.start + found.end;
        let attributes = &mut passage.attributes;
        if unit && attributes.responsible.is_none() {
            let units = if lang == Lang::En { attribute::english_units_in_prose(text) } else { attribute::units_in_prose(text) };
            if let Some(found) = units.first()
                && let Some(value) = text.get(found.clone())
            {
                attributes.responsible = Some(Found { value: value.to_owned(), range: at(found) });
            }
        }
        if date
            && attributes.deadline.as_ref().is_none_or(|known| known.value.latest.is_none())
            && let Some((found, value)) = attribute::deadline_in_prose(text, legend, lang).or_else(|| bracketed_date(text, legend, lang))
            // "die Strategie von 2013"
            && !value.text.starts_with("von ")
        {
            attributes.deadline = Some(Found { value, range: at(&found) });
        }
        if money
            && attributes.budget.is_none()
            && let Some(found) = attribute::money_in_prose(text)
            && let Some(value) = text.get(found.clone())
        {
            attributes.budget = Some(Found { value: value.to_owned(), range: at(&found) });
        }
    }
}

/// "(2026–2029)" at the end of a text.
fn bracketed_date(text: &str, legend: &Legend, lang: Lang) -> Option<(Range<usize>, Deadline)> {
    let open = text.rfind('(')?;
    let inner = text.get(open + 1..)?.trim_end().strip_suffix(')')?;
    let whole = attribute::time_at_start(inner)? == inner.len();
    let found = attribute::deadline(inner, legend, lang).filter(|found| whole && found.latest.is_some())?;
    Some((open + 1..open + 1 + inner.len(), found))
}

fn is_tick(cell: &str) -> bool {
    matches!(cell.trim(), "x" | "X" | "✓" | "✔" | "●" | "•" | "☒" | "☑" | "ja" | "yes" | "×" | "■" | "(x)")
}

/// Whether an item of a plan without a chapter of measures provides for something:
/// "… sind vorzusehen", or a noun of doing at its beginning ("Ausbau der …", "Einrichtung von …").
fn provides(text: &str) -> bool {
    if text.ends_with(':') || text.len() < 25 {
        return false;
    }
    let words: Vec<&str> = text.split_whitespace().take(60).collect();
    let modal = words.iter().any(|word| matches!(*word, "ist" | "sind" | "soll" | "sollen"))
        && words.iter().any(|word| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            bare == "zu" || (bare.contains("zu") && bare.ends_with("en") && bare.starts_with(char::is_lowercase) && bare.len() > 8)
        });
    let doing = |word: &str| {
        word.starts_with(char::is_uppercase) && ["ung", "ierung", "bau", "nahme", "satz", "ausch", "weiterung"].iter().any(|end| word.ends_with(end))
    };
    let noun = words.iter().take(3).any(|word| doing(word))
        && words
            .iter()
            .take(6)
            .any(|word| matches!(*word, "der" | "des" | "von" | "eines" | "einer" | "zusätzlicher" | "ausreichender" | "für" | "zu" | "aller"));
    modal || noun
}

/// Whether an item that conversion printed with its sign or its number names a measure: a phrase without a verb, long
/// enough to say what is done.
fn lists(marker: &str, text: &str) -> bool {
    let sign = marker.chars().next().is_some_and(|c| !matches!(c, '-' | '*' | '+') && !c.is_ascii_alphanumeric());
    let coded = strong_marker(marker);
    let words: Vec<&str> = text.split_whitespace().take(60).collect();
    let bare = |word: &&str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let figures = words.iter().filter(|word| word.chars().filter(char::is_ascii_digit).count() > 2).count();
    let verb = words.iter().map(bare).any(|word| {
        matches!(
            word.as_str(),
            "ist"
                | "sind"
                | "war"
                | "waren"
                | "wird"
                | "werden"
                | "wurde"
                | "wurden"
                | "hat"
                | "haben"
                | "hatte"
                | "hatten"
                | "kann"
                | "können"
                | "konnte"
                | "soll"
                | "sollen"
                | "sollte"
                | "sollten"
                | "muss"
                | "müssen"
                | "gibt"
                | "gab"
                | "liegt"
                | "liegen"
                | "steht"
                | "stehen"
                | "besteht"
                | "bestehen"
                | "zeigt"
                | "zeigen"
                | "beträgt"
                | "leben"
                | "lebt"
                | "findet"
                | "finden"
                | "verfügt"
                | "fehlt"
                | "fehlen"
                | "gilt"
                | "gelten"
                | "wäre"
                | "wären"
                | "würde"
                | "würden"
                | "könnte"
                | "könnten"
                | "dürfen"
                | "darf"
                | "sei"
                | "is"
                | "are"
                | "was"
                | "were"
                | "has"
                | "have"
        )
    });
    (sign || coded)
        && words.len() >= 8
        && text.starts_with(|c: char| c.is_uppercase() || c == '„')
        && !verb
        && figures * 4 < words.len()
        && !text.ends_with([':', '?', '!'])
        && !words.last().is_some_and(|word| word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether two markers belong to one list: both numbers, both letters, or the same sign.
fn same_kind(a: &str, b: &str) -> bool {
    let kind = |marker: &str| {
        marker.chars().next().map(|c| {
            if c.is_ascii_digit() {
                '0'
            } else if c.is_ascii_alphabetic() && marker.len() > 1 {
                'a'
            } else {
                c
            }
        })
    };
    kind(a) == kind(b)
}

/// `M 4`, `Ü-3`, `Maßnahme 12`: a letter and a number.
fn coded_marker(marker: &str) -> bool {
    marker.chars().any(char::is_alphabetic) && marker.chars().any(|c| c.is_ascii_digit())
}

fn code_of(block: &Block) -> Option<String> {
    match &block.kind {
        BlockKind::Item { marker, .. } if strong_marker(marker) => Some(marker.trim_end_matches(['.', ':']).to_owned()),
        _ => code_in(&block.text.string),
    }
}

/// The number or code a title begins with.
fn code_in(title: &str) -> Option<String> {
    let rest = strip_number(title);
    let head = title.get(..title.len().checked_sub(rest.len())?)?;
    let code = head.trim().trim_end_matches([':', '.', '–', '-', ')', ' ']);
    (!code.is_empty() && code.chars().any(|c| c.is_ascii_digit()) && code.len() <= 24).then(|| code.to_owned())
}

/// A title ends at its line, or at the end of its first sentence.
fn shorten_title(text: &str, from: usize, to: usize) -> usize {
    let Some(part) = text.get(from..to) else {
        return to;
    };
    if part.len() <= 240 {
        return to;
    }
    part.find(". ").map_or(to, |at| from + at + 1)
}

/// The time word that stands at the start of a line in a flattened table row.
fn flat_time(block: &Block) -> Option<Range<usize>> {
    let text = &block.text.string;
    block.lines.iter().rev().find_map(|line| {
        let string = text.get(line.clone())?;
        let words = vocabulary();
        let lower = string.starts_with(char::is_lowercase);
        let (_, end) = attribute::time_class(string)
            .or_else(|| {
                // "laufendz.B. Marktplatz"
                let class = words.time_classes.iter().find(|class| string.starts_with(class.as_str()))?;
                string.get(class.len()..)?.starts_with("z.B").then(|| (class.clone(), class.len()))
            })
            .filter(|_| lower)?;
        let rest = string.get(end..)?.trim_start();
        let alone = rest.is_empty()
            || rest.starts_with(['→', ',', ';', '('])
            || rest.starts_with("z.B")
            || rest.starts_with("sofern")
            || rest.starts_with("/");
        alone.then(|| line.start..line.start + end)
    })
}

// ---------------------------------------------------------------------------------------------
// Attributes

fn attributes(passage: &Passage, legend: &Legend, lang: Lang) -> Attributes {
    let mut out = Attributes::default();
    for part in &passage.parts {
        let Some(value) = passage.text.string.get(part.range.clone()) else {
            continue;
        };
        let value = value.trim();
        let range = part.range.clone();
        match part.role {
            Role::Responsible if out.responsible.is_none() => {
                out.responsible = attribute::responsible(value).map(|value| Found { value, range });
            }
            Role::Deadline => {
                if let Some(found) = attribute::deadline(value, legend, lang) {
                    // Of "Beginn" and "Ende" the later counts, and a date before a word.
                    let better = out.deadline.as_ref().is_none_or(|known| known.value.latest < found.latest);
                    if better {
                        out.deadline = Some(Found { value: found, range });
                    }
                }
            }
            Role::Budget if out.budget.is_none() => {
                out.budget = attribute::budget(value).map(|value| Found { value, range });
            }
            Role::Indicator if out.indicator.is_none() => {
                out.indicator = attribute::indicator(value).map(|value| Found { value, range });
            }
            Role::Status if out.status.is_none() => {
                out.status = progress(value).or_else(|| attribute::status(value)).map(|value| Found { value, range });
            }
            _ => {}
        }
    }
    out
}

/// What stands in the bracket that ends an item: "(Stadtmuseum, ab 2027, 4.200 Euro im Jahr)".
fn bracket_terms(text: &str, legend: &Legend, lang: Lang) -> Vec<(Role, Range<usize>)> {
    let mut out: Vec<(Role, Range<usize>)> = Vec::new();
    let Some(inner) = text.trim_end_matches(['.', ' ', '*']).strip_suffix(')') else { return out };
    let Some(open) = inner.rfind('(').filter(|open| *open > 0 && inner.len() - open < 240) else { return out };
    let mut at = open + 1;
    for piece in text.get(at..inner.len()).unwrap_or("").split_inclusive([',', ';']) {
        let start = at;
        at += piece.len();
        // "1,2 Mio. €": a comma between figures parts nothing.
        let figures = piece.ends_with(',') && text.get(at..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let glued = out.last().is_some_and(|(role, range)| *role == Role::Other && range.end == start);
        let trimmed = piece.trim().trim_end_matches([',', ';']);
        let from = if glued { out.pop().map_or(start, |(_, range)| range.start) } else { start + piece.len() - piece.trim_start().len() };
        if figures {
            out.push((Role::Other, from..at));
            continue;
        }
        let to = start + piece.len() - piece.trim_start().len() + trimmed.len();
        let value = text.get(from..to).unwrap_or("");
        let has = |wanted: Role| out.iter().any(|(role, _)| *role == wanted);
        let dated = || {
            value.split_whitespace().count() <= 7
                && value.chars().any(|c| c.is_ascii_digit())
                && attribute::deadline(value, legend, lang).is_some_and(|found| found.latest.is_some())
        };
        let role = if let Some((label, rest)) = value.split_once(':')
            && let Some(role) = vocabulary().labels.get(&fold(label))
            && !rest.trim().is_empty()
        {
            let from = to - rest.trim_start().len();
            out.push((Role::named(role), from..to));
            continue;
        } else if !has(Role::Responsible) && attribute::is_unit(value) {
            Role::Responsible
        } else if !has(Role::Budget) && attribute::is_money(value) {
            Role::Budget
        } else if !has(Role::Deadline) && (dated() || vocabulary().soft_times.contains(&fold(value))) {
            Role::Deadline
        } else if !has(Role::Status) && !attribute::is_empty_value(value) && cell_kind(value) == Some("status") {
            Role::Status
        } else {
            Role::Partner
        };
        out.push((role, from..to));
    }
    out
}

/// Fills in what the bracket at the end of an item says.
fn bracket_attributes(passage: &mut Passage, legend: &Legend, lang: Lang) {
    let terms = bracket_terms(&passage.text.string, legend, lang);
    if terms.iter().filter(|(role, _)| role.is_attribute() && *role != Role::Partner).count() < 2 {
        return;
    }
    let text = &passage.text.string;
    let attributes = &mut passage.attributes;
    for (role, range) in terms {
        let Some(value) = text.get(range.clone()) else { continue };
        match role {
            Role::Responsible => {
                attributes.responsible.get_or_insert_with(|| Found { value: value.to_owned(), range });
            }
            Role::Deadline if attributes.deadline.is_none() => {
                attributes.deadline = attribute::deadline(value, legend, lang).map(|value| Found { value, range });
            }
            Role::Budget => {
                attributes.budget.get_or_insert_with(|| Found { value: value.to_owned(), range });
            }
            Role::Indicator => attributes.indicator = Some(Found { value: value.to_owned(), range }),
            Role::Status if attributes.status.is_none() => {
                attributes.status = progress(value).or_else(|| attribute::status(value)).map(|value| Found { value, range });
            }
            _ => {}
        }
    }
}

/// Fills in what an item says in its sentence: "(Tiefbauamt, bis 2027)".
fn prose_attributes(passage: &mut Passage, legend: &Legend, lang: Lang) {
    let text = &passage.text.string;
    let attributes = &mut passage.attributes;
    let labelled = |role: Role| passage.parts.iter().any(|part| part.role == role);
    if attributes.responsible.is_none()
        && !labelled(Role::Responsible)
        && let Some(range) =
            (if lang == Lang::En { attribute::english_units_in_prose(text) } else { attribute::units_in_prose(text) }).into_iter().next()
        && let Some(value) = text.get(range.clone())
        && (range.start > 0 || acts_next(text.get(range.end..).unwrap_or("")))
    {
        attributes.responsible = Some(Found { value: value.to_owned(), range });
    }
    if attributes.deadline.is_none()
        && !labelled(Role::Deadline)
        && let Some((range, value)) = attribute::deadline_in_prose(text, legend, lang).or_else(|| bracketed_date(text, legend, lang))
        // "Zielwert: 30 Plätze bis 2029" says when the aim is reached.
        && attributes.indicator.as_ref().is_none_or(|aim| aim.range.end <= range.start || range.end <= aim.range.start)
    {
        attributes.deadline = Some(Found { value, range });
    }
    if attributes.budget.is_none()
        && !labelled(Role::Budget)
        && let Some(range) = attribute::money_in_prose(text)
        && let Some(value) = text.get(range.clone())
    {
        attributes.budget = Some(Found { value: value.to_owned(), range });
    }
}

/// Whether a unit that opens an item does something ("Sozialamt erstellt …", "Bauamt: …") or is what the item is about
/// ("Feuerwehr schulen", "Behindertenbeirat seit 2022").
fn acts_next(rest: &str) -> bool {
    let rest = rest.trim_start();
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    rest.starts_with(':')
        || (word.starts_with(char::is_lowercase)
            && ((word.ends_with('t') && !matches!(word, "seit" | "mit" | "statt" | "samt" | "nicht" | "jetzt"))
                || matches!(word, "will" | "wills" | "soll" | "muss" | "kann" | "führen" | "and" | "must")
                || word.ends_with('s')))
}

// ---------------------------------------------------------------------------------------------
// Status outside labels and cells

/// "Nr. 17, erledigt: …", "… (umgesetzt)", "… Stand: läuft": the status of the whole passage.
fn spoken_status(passage: &mut Passage) {
    if passage.attributes.status.is_some() || matches!(passage.layout, Layout::Heading | Layout::Quote) {
        return;
    }
    let text = &passage.text.string;
    let Some((value, range, coded)) = status_in_front(text).or_else(|| status_behind(text).map(|(value, range)| (value, range, false))) else {
        return;
    };
    passage.attributes.status = Some(Found { value, range });
    let blocked = matches!(passage.zone, Zone::Front | Zone::Contents | Zone::Law | Zone::Glossary | Zone::Demands);
    if coded && passage.layout == Layout::Paragraph && !blocked {
        // A numbered measure with its status, printed as a paragraph.
        passage.layout = Layout::Item;
        passage.candidate = true;
        passage.code = code_of_line(text).map(|(code, _)| code.to_owned());
    }
}

/// `Nr. 17`, `Maßnahme 8`, `M 3.2`, `3.2` at the start, and where the text goes on.
fn code_of_line(text: &str) -> Option<(&str, usize)> {
    let first = text.split([' ', '.']).next().unwrap_or("");
    let folded = fold(first);
    let word = folded == "nr" || folded == "nummer" || vocabulary().code_words.contains(&folded);
    let from = if word { first.len() + text.get(first.len()..)?.len() - text.get(first.len()..)?.trim_start_matches(['.', ' ']).len() } else { 0 };
    let rest = text.get(from..)?;
    let letters: usize = if word { 0 } else { rest.chars().take_while(|c| c.is_uppercase()).take(3).map(char::len_utf8).sum() };
    let gap = usize::from(letters > 0 && rest.get(letters..)?.starts_with([' ', '-']));
    let digits = rest.get(letters + gap..)?.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let number = rest.get(letters + gap..letters + gap + digits)?.trim_end_matches('.');
    if number.is_empty() || number.len() > 8 {
        return None;
    }
    let end = from + letters + gap + number.len();
    Some((text.get(..end)?, end))
}

fn status_in_front(text: &str) -> Option<(Status, Range<usize>, bool)> {
    let coded = code_of_line(text)
        .map(|(_, end)| end)
        .filter(|&end| text.get(end..).is_some_and(|rest| rest.trim_start().starts_with([',', '–', '-', ':', '(', '.'])));
    let start = coded.unwrap_or(0);
    let rest = text.get(start..)?;
    let lead = rest.len() - rest.trim_start_matches([' ', ',', '–', '-', ':', '(', '.']).len();
    let from = start + lead;
    let end = from + attribute::status_at_start(text.get(from..)?)?;
    let after = text.get(end..)?.trim_start_matches(')').trim_start();
    // Only a mark before a colon or dash; "Umgesetzt wird …" is a sentence.
    let marked = after.starts_with(':') || (coded.is_some() && after.starts_with('–'));
    let value = attribute::status(text.get(from..end)?)?;
    marked.then_some((value, from..end, coded.is_some()))
}

fn status_behind(text: &str) -> Option<(Status, Range<usize>)> {
    let trimmed = text.trim_end().trim_end_matches(['.', ';', ',']);
    let label = |part: &str| -> usize {
        let first = part.split(':').next().unwrap_or("");
        let known = part.contains(':') && vocabulary().labels.get(&fold(first)).is_some_and(|role| role == "status");
        if known { first.len() + 1 } else { 0 }
    };
    // … (umgesetzt), … (Stand: läuft)
    if let Some(inner) = trimmed.strip_suffix(')')
        && let Some(open) = inner.rfind('(')
        && let Some(part) = inner.get(open + 1..)
    {
        let from = open + 1 + label(part);
        let value = inner.get(from..)?;
        let lead = value.len() - value.trim_start().len();
        let whole = attribute::status_at_start(value.trim_start())? == value.trim().len();
        return whole.then(|| attribute::status(value).map(|status| (status, from + lead..inner.len()))).flatten();
    }
    // … Stand: läuft
    let colon = trimmed.rfind(':')?;
    let before = trimmed.get(..colon)?;
    let from =
        before.rfind(['.', ';', ',', '(', '–', '|']).map_or(0, |at| at + before.get(at..).and_then(|s| s.chars().next()).map_or(1, char::len_utf8));
    let name = before.get(from..)?.trim();
    if from == 0 || vocabulary().labels.get(&fold(name)).is_none_or(|role| role != "status") {
        return None;
    }
    let value = trimmed.get(colon + 1..)?;
    let lead = value.len() - value.trim_start().len();
    (value.split_whitespace().count() <= 6).then(|| attribute::status(value).map(|status| (status, colon + 1 + lead..trimmed.len()))).flatten()
}

/// What is reported as done names the day in its sentence: "im Mai 2025 unterzeichnet".
fn date_of_report(passage: &mut Passage) {
    let done = passage.attributes.status.as_ref().is_some_and(|found| found.value == Status::Done);
    let labelled = passage.parts.iter().any(|part| part.role == Role::Deadline);
    if !done || labelled || !passage.candidate || passage.attributes.deadline.as_ref().is_some_and(|found| found.value.latest.is_some()) {
        return;
    }
    let told: Vec<Range<usize>> =
        passage.parts.iter().filter(|part| matches!(part.role, Role::Title | Role::Body)).map(|part| part.range.clone()).collect();
    for range in told {
        let Some(text) = passage.text.string.get(range.clone()) else { continue };
        if let Some((found, value)) = attribute::date_of_report(text) {
            passage.attributes.deadline = Some(Found { value, range: range.start + found.start..range.start + found.end });
            return;
        }
    }
}

/// Headings whose items have one status, by the plan's own words: "Unter Maßnahmen steht, was erledigt wurde", or
/// "Maßnahmen 2023 – 2024" beside "Vorhaben 2025 – 2026". Folded heading → status, and whether some of it still runs.
fn section_statuses(blocks: &[Block]) -> FxHashMap<String, (Status, bool)> {
    let mut out: FxHashMap<String, (Status, bool)> = FxHashMap::default();
    let mut spans: FxHashMap<String, (i32, i32)> = FxHashMap::default();
    let mut headings: Vec<(String, String)> = Vec::new();
    for block in blocks {
        let text = &block.text.string;
        match block.kind {
            BlockKind::Heading { .. } if text.len() < 80 => {
                let folded = fold(strip_number(text));
                let mut years = folded.split(' ').filter_map(|word| word.parse::<i32>().ok()).filter(|year| (1990..2070).contains(year));
                let Some(first) = years.next() else { continue };
                let last = years.next_back().unwrap_or(first);
                let word = folded.split(' ').next().unwrap_or("").to_owned();
                if vocabulary().zone_names.get(&word).is_none_or(|zone| zone != "measures") {
                    continue;
                }
                let span = spans.entry(word.clone()).or_insert((first, last));
                *span = (span.0.min(first), span.1.max(last));
                headings.push((word, folded));
            }
            BlockKind::Paragraph if text.contains("Unter ") && text.len() < 3000 => {
                for sentence in text.split(". ") {
                    let Some(rest) = sentence.trim_start().strip_prefix("Unter ") else { continue };
                    let Some((name, rest)) = rest.split_once(" steh").or_else(|| rest.split_once(" finden sich")) else { continue };
                    if name.split(' ').count() > 4 {
                        continue;
                    }
                    let folded = format!(" {} ", fold(rest));
                    let any = |words: &[&str]| words.iter().any(|word| folded.contains(word));
                    if any(&[" erledigt", " umgesetzt", " abgeschlossen", " geschehen ist", " getan wurde", " verwirklicht"]) {
                        out.insert(fold(name), (Status::Done, any(&[" läuft", " laufen", " begonnen"])));
                    } else if any(&[" soll ", " sollen ", " geplant", " vorgesehen", " künftig", " geschehen wird"]) {
                        out.insert(fold(name), (Status::Planned, false));
                    }
                }
            }
            _ => {}
        }
    }
    for (word, folded) in headings {
        let Some(&(_, last)) = spans.get(&word) else { continue };
        // All its years lie before those of the other kind of section.
        if spans.len() == 2 && spans.iter().any(|(other, (first, _))| *other != word && last < *first) {
            out.insert(folded, (Status::Done, false));
        }
    }
    out
}

fn section_status(passage: &mut Passage, sections: &FxHashMap<String, (Status, bool)>) {
    if sections.is_empty() || passage.attributes.status.is_some() || !passage.candidate {
        return;
    }
    let found =
        passage.path.iter().zip(&passage.path_spans).rev().find_map(|(heading, span)| Some((*sections.get(&fold(strip_number(heading)))?, *span)));
    let Some(((status, runs), _)) = found else { return };
    let folded = format!(" {} ", fold(&passage.text.string));
    let again = [
        " jährlich ",
        " jeden ",
        " jede ",
        " jedes jahr ",
        " monatlich ",
        " wöchentlich ",
        " laufend ",
        " regelmässig ",
        " bei allen ",
        " im monat ",
    ];
    let value = if runs && again.iter().any(|word| folded.contains(word)) { Status::Ongoing } else { status };
    passage.attributes.status = Some(Found { value, range: 0..0 });
}

// ---------------------------------------------------------------------------------------------
// Duplicates

/// What a passage says about the measure, without what only points elsewhere.
struct Told {
    /// Folded content words: numbers, and words of more than three letters.
    words: FxHashSet<u64>,
    /// Three content words in a row.
    triples: Vec<u64>,
    /// The content words behind a first colon ("Kinderrechte: Schulbegleitung im Pool"), if they are many.
    tail: Option<FxHashSet<u64>>,
    /// Says itself that it repeats: "(wie M 8.5)", "siehe Kapitel 7".
    refers: bool,
}

fn told(passage: &Passage) -> Told {
    let mut text = String::new();
    let mut add = |part: &str| {
        text.push_str(part);
        text.push_str(". ");
    };
    if passage.parts.is_empty() {
        add(&passage.text.string);
    }
    for part in passage.parts.iter().filter(|part| matches!(part.role, Role::Title | Role::Body)) {
        add(passage.text.string.get(part.range.clone()).unwrap_or(""));
    }
    // References in brackets say nothing about the measure.
    let mut refers = false;
    let mut rest = String::with_capacity(text.len());
    let mut parts = text.split('(');
    rest.push_str(parts.next().unwrap_or(""));
    for part in parts {
        let folded = fold(part.get(..part.char_indices().nth(16).map_or(part.len(), |(at, _)| at)).unwrap_or(""));
        match part.find(')') {
            Some(end) if ["wie ", "siehe ", "vgl ", "see ", "as "].iter().any(|start| folded.starts_with(start)) => {
                refers = true;
                rest.push_str(part.get(end + 1..).unwrap_or(""));
            }
            _ => {
                rest.push(' ');
                rest.push_str(part);
            }
        }
    }
    let opening = fold(rest.get(..rest.char_indices().nth(40).map_or(rest.len(), |(at, _)| at)).unwrap_or(""));
    refers |=
        ["wie in kapitel", "wie bereits", "wie oben", "wie unter", "siehe kapitel", "siehe oben"].iter().any(|start| opening.starts_with(start));
    let folded = fold(strip_number(&rest));
    let content = |text: &str| -> Vec<u64> {
        text.split(' ').filter(|word| word.chars().count() > 3 || word.starts_with(|c: char| c.is_ascii_digit())).map(hash).collect()
    };
    let list = content(&folded);
    let triples = list.windows(3).filter_map(|three| Some(three.first()?.rotate_left(2) ^ three.get(1)?.rotate_left(1) ^ three.get(2)?)).collect();
    let tail = rest
        .find(": ")
        .filter(|&at| at < 110)
        .and_then(|at| rest.get(at + 2..))
        .map(|tail| content(&fold(tail)).into_iter().collect::<FxHashSet<u64>>());
    let tail = tail.filter(|tail| refers || tail.len() >= 9);
    Told { words: list.into_iter().collect(), triples, tail, refers }
}

fn hash(word: &str) -> u64 {
    use std::hash::Hasher;
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// Whether one of the two says nothing that the other does not say.
fn repeats(later: &Told, earlier: &Told) -> bool {
    let inside = |small: &FxHashSet<u64>, large: &FxHashSet<u64>| {
        let least = if later.refers { 3 } else { 5 };
        let missing = small.iter().filter(|word| !large.contains(word)).count();
        small.len() >= least && missing * 12 <= small.len()
    };
    if later.words.len() <= earlier.words.len() && inside(&later.words, &earlier.words) {
        return true;
    }
    if later.tail.as_ref().is_some_and(|tail| tail.len() <= earlier.words.len() && inside(tail, &earlier.words)) {
        return true;
    }
    // What the earlier says stands in the later with a little more.
    inside(&earlier.words, &later.words) && (later.refers || later.words.len() <= earlier.words.len() * 2)
}

fn mark_duplicates(passages: &mut [Passage]) {
    let mut by_title: FxHashMap<String, usize> = FxHashMap::default();
    let mut by_code: FxHashMap<String, usize> = FxHashMap::default();
    // Three words in a row → the first passage that says them.
    let mut by_triple: FxHashMap<u64, usize> = FxHashMap::default();
    let mut known: FxHashMap<usize, Told> = FxHashMap::default();
    for i in 0..passages.len() {
        let Some(passage) = passages.get(i).filter(|passage| passage.candidate) else {
            continue;
        };
        let title = fold(strip_number(passage.title()));
        let long = title.split(' ').count() >= 3;
        let code = passage.code.as_deref().map(fold).filter(|code| code.chars().any(|c| c.is_ascii_digit()));
        // The same number counts only with a title that begins alike.
        let same_code = code
            .as_ref()
            .and_then(|code| by_code.get(code))
            .copied()
            .filter(|&other| passages.get(other).is_some_and(|other| similar(&title, &fold(strip_number(other.title())))));
        let same_title = by_title.get(&title).copied().filter(|&other| {
            long && passages.get(other).is_some_and(|known| known.code.is_none() || passage.code.is_none() || known.code == passage.code)
        });
        let own = told(passage);
        let same_words = || {
            let mut votes: Vec<(usize, usize)> = Vec::new();
            for other in own.triples.iter().filter_map(|triple| by_triple.get(triple)) {
                match votes.iter().position(|(at, _)| at == other) {
                    Some(at) => votes[at].1 += 1,
                    None if votes.len() < 16 => votes.push((*other, 1)),
                    None => {}
                }
            }
            votes.sort_by_key(|&(at, count)| (std::cmp::Reverse(count), at));
            votes.into_iter().take(3).map(|(at, _)| at).find(|at| known.get(at).is_some_and(|earlier| repeats(&own, earlier)))
        };
        let earlier = same_code.or(same_title).or_else(same_words);
        match earlier {
            Some(other) => {
                // The first one counts, unless it tells far less.
                let richer = !own.refers
                    && passages.get(other).is_some_and(|known| {
                        let (new, old) = (passage.attributes.count(), known.attributes.count());
                        (known.easy && !passage.easy) || (known.easy == passage.easy && (new > old + 1 || (old == 0 && new > 0)))
                    });
                let (keep, drop) = if richer { (i, other) } else { (other, i) };
                if let Some(passage) = passages.get_mut(drop) {
                    passage.duplicate_of = Some(keep);
                }
                if richer {
                    by_title.insert(title, i);
                    if let Some(code) = code {
                        by_code.insert(code, i);
                    }
                    by_triple.extend(own.triples.iter().map(|triple| (*triple, i)));
                    known.insert(i, own);
                }
            }
            None => {
                by_title.entry(title).or_insert(i);
                if let Some(code) = code {
                    by_code.entry(code).or_insert(i);
                }
                for triple in &own.triples {
                    by_triple.entry(*triple).or_insert(i);
                }
                known.insert(i, own);
            }
        }
    }
    // A chain of copies points to its richest member.
    for i in 0..passages.len() {
        let mut target = passages.get(i).and_then(|passage| passage.duplicate_of);
        let mut steps = 0;
        while let Some(next) = target.and_then(|at| passages.get(at)).and_then(|passage| passage.duplicate_of) {
            target = Some(next);
            steps += 1;
            if steps > 64 {
                break;
            }
        }
        if let Some(passage) = passages.get_mut(i)
            && target != Some(i)
        {
            passage.duplicate_of = target;
        }
    }
}

/// Whether two folded titles share most of their words.
fn similar(a: &str, b: &str) -> bool {
    let a: FxHashSet<&str> = a.split(' ').take(30).collect();
    let b: FxHashSet<&str> = b.split(' ').take(30).collect();
    let common = a.intersection(&b).count();
    common * 2 >= a.len().min(b.len()).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document;
    use crate::source::Source;

    fn plan(text: &str) -> Plan {
        read(&document::parse(&Source::new("plan.md", text)), Lang::De)
    }

    /// Title, responsible unit, last day and status of every measure.
    fn measures(text: &str) -> Vec<(String, String, String, String)> {
        plan(text)
            .passages
            .iter()
            .filter(|passage| passage.candidate && passage.duplicate_of.is_none())
            .map(|passage| {
                let attributes = &passage.attributes;
                let day = attributes.deadline.as_ref().and_then(|found| found.value.latest);
                (
                    strip_number(passage.title()).to_owned(),
                    attributes.responsible.as_ref().map(|found| found.value.clone()).unwrap_or_default(),
                    day.map(|day| day.to_string()).unwrap_or_default(),
                    attributes.status.as_ref().map(|found| found.value.name().to_owned()).unwrap_or_default(),
                )
            })
            .collect()
    }

    fn row(title: &str, unit: &str, day: &str, status: &str) -> (String, String, String, String) {
        (title.to_owned(), unit.to_owned(), day.to_owned(), status.to_owned())
    }

    #[test]
    fn a_table_gives_one_measure_a_row() {
        let text = "## Maßnahmen\n\n| Nr. | Maßnahme | Zuständigkeit | Frist | Kosten | Status |\n|---|---|---|---|---|---|\n\
            | **Verkehr** | | | | | |\n| 1 | Rampe am Markt bauen | Tiefbauamt | bis Ende 2027 | 40.000 € | geplant |\n\
            | Nr. | Maßnahme | Zuständigkeit | Frist | Kosten | Status |\n| | | mit Stadtwerken | | | |\n\
            | 2 | Lift im Bad einbauen | Verwaltung | laufend | - | umgesetzt |\n";
        assert_eq!(measures(text), [row("Rampe am Markt bauen", "Tiefbauamt", "2027-12-31", "planned"), row("Lift im Bad einbauen", "", "", "done")]);
        let plan = plan(text);
        let first = plan.passages.iter().find(|passage| passage.candidate).expect("a measure");
        assert_eq!(first.path, ["Maßnahmen", "Verkehr"]);
        assert!(first.text.string.contains("mit Stadtwerken"));
        assert!(!first.text.string.contains("Zuständigkeit"));
        assert_eq!(first.code.as_deref(), Some("1"));
        assert_eq!(first.attributes.budget.as_ref().map(|found| found.value.as_str()), Some("40.000 €"));
    }

    #[test]
    fn ticked_year_columns_are_dates() {
        let text = "| Maßnahme | 2026 | 2027 | Amt |\n|---|---|---|---|\n| Rampe am Markt bauen | | x | Bauamt |\n";
        assert_eq!(measures(text), [row("Rampe am Markt bauen", "Bauamt", "2027-12-31", "")]);
    }

    #[test]
    fn a_table_of_figures_holds_no_measures() {
        assert!(measures("## Ausgangslage\n\n| Jahr | Zahl |\n|---|---|\n| 2020 | 400 |\n").is_empty());
        assert!(measures("| Haltestelle | Linie |\n|---|---|\n| Markt | 4 |\n").is_empty());
    }

    #[test]
    fn bold_labels_make_a_sheet() {
        let text = "### Maßnahme 3: Rampe am Markt\n\nDie Stadt baut eine Rampe.\n\n**Zuständig:** Tiefbauamt\n**Zeitraum:** bis 2027\n**Status:** in Planung\n\n\
            ### Maßnahme 4: Lift im Bad\n\nDas Bad erhält einen Lift.\n\n- **Zuständig:** Bäderamt\n- **Frist:** 2. Quartal 2028\n";
        assert_eq!(measures(text), [row("Rampe am Markt", "Tiefbauamt", "2027-12-31", "planned"), row("Lift im Bad", "Bäderamt", "2028-06-30", "")]);
        let plan = plan(text);
        let sheet = &plan.passages[0];
        assert_eq!(sheet.layout, Layout::Sheet);
        assert_eq!(sheet.code.as_deref(), Some("Maßnahme 3"));
        assert!(sheet.text.string.contains("Die Stadt baut eine Rampe."));
    }

    #[test]
    fn labels_without_colon_make_a_sheet_when_several_stand_together() {
        let text = "R-1: Runder Tisch Inklusion\nDie Stadt Musterau lädt zweimal im Jahr ein.\n\nFakten zur Maßnahme\nFederführung Sozialamt\n\
            Zeitbedarf für die Umsetzung ab 2026\nNotwendige\nSchritte/Abstimmungen/Beschlüsse\nkeine\nUmsetzungsstand geplant\n\n\
            R-2: Leitfaden für Feste\nEin Leitfaden hilft Vereinen.\n\nFakten zur Maßnahme\nFederführung projektbezogen\n\
            Zeitbedarf für die Umsetzung -\nKosten -\nUmsetzungsstand laufend\n";
        assert_eq!(
            measures(text),
            [row("Runder Tisch Inklusion", "Sozialamt", "2026-12-31", "planned"), row("Leitfaden für Feste", "", "", "ongoing")]
        );
    }

    #[test]
    fn definition_lists_and_label_tables_make_a_sheet() {
        let text = "### Rampe am Markt\n\nZuständig\n: Tiefbauamt\n\nFrist\n: 31.12.2027\n";
        assert_eq!(measures(text), [row("Rampe am Markt", "Tiefbauamt", "2027-12-31", "")]);
        let text = "### Lift im Bad\n\n| Zuständig | Bäderamt |\n|---|---|\n| Zeitraum | 2028 |\n| Status | begonnen |\n";
        assert_eq!(measures(text), [row("Lift im Bad", "Bäderamt", "2028-12-31", "ongoing")]);
    }

    #[test]
    fn headings_as_labels_make_a_sheet() {
        let text = "## Handlungsfeld Wohnen\n\n### M 7 Wohnberatung\n\n#### Beschreibung\n\nEine Beratung entsteht.\n\n#### Zuständigkeit\n\nFachdienst Wohnen\n\n#### Zeitraum\n\nbis 2026\n";
        assert_eq!(measures(text), [row("Wohnberatung", "Fachdienst Wohnen", "2026-12-31", "")]);
    }

    #[test]
    fn items_in_a_chapter_of_measures_are_measures() {
        let text = "## Ausgangslage\n\n- Es gibt zwei Rampen.\n\n## Maßnahmen\n\n- Bau einer Rampe am Markt (Tiefbauamt, bis 2027)\n\
            - Schulung der Fahrer – zuständig: Stadtwerke; Frist: 2028\n- Leitfaden drucken\n  - Zuständig: Hauptamt\n  - Zeitraum: 2026\n\n## Glossar\n\n- Rampe: schräge Ebene\n";
        let found = measures(text);
        assert_eq!(found.len(), 3, "{found:?}");
        assert_eq!((found[0].1.as_str(), found[0].2.as_str()), ("Tiefbauamt", "2027-12-31"));
        assert_eq!((found[1].1.as_str(), found[1].2.as_str()), ("Stadtwerke", "2028-12-31"));
        assert_eq!((found[2].1.as_str(), found[2].2.as_str()), ("Hauptamt", "2026-12-31"));
    }

    #[test]
    fn sub_items_of_their_own_keep_their_parent_in_the_path() {
        let text = "## Maßnahmen\n\n- Im Rathaus wird umgebaut:\n  - Einbau eines Lifts im Foyer\n  - Umbau der beiden Toiletten im Erdgeschoss\n";
        let plan = plan(text);
        let found: Vec<&Passage> = plan.passages.iter().filter(|passage| passage.candidate).collect();
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].path.last().map(String::as_str), Some("Im Rathaus wird umgebaut:"));
    }

    #[test]
    fn resolutions_hand_their_order_down() {
        let text = "Die Verwaltung wird beauftragt,\n\n- bis 2027 eine Rampe zu bauen,\n- den Beirat jährlich zu hören.\n";
        let plan = plan(text);
        let found: Vec<&Passage> = plan.passages.iter().filter(|passage| passage.layout == Layout::Resolution).collect();
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|passage| passage.candidate));
        assert_eq!(found[0].path, ["Die Verwaltung wird beauftragt,"]);
        assert!(found[0].attributes.deadline.is_some());
    }

    #[test]
    fn a_flattened_table_gives_its_numbered_rows() {
        let head = "Nr.Thema\nMaßnahme\nWas ist die Maßnahme?\nWann?\n";
        let text = format!(
            "Zeitrahmensofort\nkurzfristig\nmittelfristig\n= sofortiger Beginn\n= Beginn bis 2027\n= Beginn bis 2030\n\n{head}1.1Wege im Park\n1.1.1Rampe am Teich\nbauen\nkurzfristig→ Stadtpark\n1.1.2Bänke mit Lehne\naufstellen\nsofort\n\n{head}1.2Plätze\n1.2.1Pflaster am Markt\nglätten\nmittelfristig\n\n{head}1.2.2Ampel am Markt\numrüsten\nsofort, sofern\nim Haushalt\n"
        );
        let plan = plan(&text);
        let found: Vec<(&str, String)> = plan
            .passages
            .iter()
            .filter(|passage| passage.candidate)
            .map(|passage| {
                let day = passage.attributes.deadline.as_ref().and_then(|found| found.value.latest);
                (passage.code.as_deref().unwrap_or(""), day.map(|day| day.to_string()).unwrap_or_default())
            })
            .collect();
        assert_eq!(
            found,
            [("1.1.1", "2027-12-31".to_owned()), ("1.1.2", String::new()), ("1.2.1", "2030-12-31".to_owned()), ("1.2.2", String::new())]
        );
        assert_eq!(plan.legend.entries.len(), 3);
    }

    #[test]
    fn torn_columns_are_reported_not_guessed() {
        let text = "Handlungsfeld Arbeit\n\nMaßnahmenkatalog\n\n\u{f0b7} Rampe am Amt\n\u{f0b7} Lift im Hof\n\u{f0b7} Kurse für alle\n\nAAM 2026 bis 2027\nBBM ab 2026\nCCM laufend\n";
        let plan = plan(text);
        let found: Vec<&Passage> = plan.passages.iter().filter(|passage| passage.candidate).collect();
        assert_eq!(found.len(), 3);
        assert!(found.iter().all(|passage| passage.attributes.count() == 0 && passage.attributes.unassignable));
        assert_eq!(plan.notices[0].kind, NoticeKind::TornColumns);
    }

    #[test]
    fn contents_forewords_and_law_hold_no_measures() {
        let text = "## Inhalt\n\n- 1 Maßnahmen\n- 2 Glossar\n\n## Vorwort\n\n- Wir bauen um.\n\n## UN-BRK\n\n- Artikel 9 verlangt Rampen.\n\n> - Die Staaten bauen um.\n";
        assert!(measures(text).is_empty());
    }

    #[test]
    fn a_measure_told_twice_counts_once() {
        let text = "### M 1: Rampe am Markt bauen\n\n**Zuständig:** Bauamt\n**Frist:** 2027\n\n## Anhang\n\n| Nr. | Maßnahme | Frist |\n|---|---|---|\n| M 1 | Rampe am Markt bauen | 2027 |\n";
        assert_eq!(measures(text), [row("Rampe am Markt bauen", "Bauamt", "2027-12-31", "")]);
    }

    #[test]
    fn easy_read_parts_are_marked() {
        let plan =
            plan("## Zusammenfassung in Leichter Sprache\n\nDie Stadt baut Rampen.\n\n## Maßnahmen\n\n- Broschüre in Leichter Sprache drucken\n");
        assert!(plan.passages[1].easy);
        assert!(!plan.passages[3].easy);
    }

    fn candidates(plan: &Plan) -> Vec<&Passage> {
        plan.passages.iter().filter(|passage| passage.candidate).collect()
    }

    #[test]
    fn labels_in_running_text_make_one_sheet() {
        let told = |text: &str| {
            let plan = plan(text);
            let found = candidates(&plan);
            assert_eq!(found.len(), 1, "{text}: {:?}", plan.passages);
            assert_eq!(found[0].layout, Layout::Sheet, "{text}");
            let attributes = &found[0].attributes;
            (
                attributes.responsible.as_ref().map(|found| found.value.clone()).unwrap_or_default(),
                attributes.deadline.as_ref().and_then(|found| found.value.latest).map(|day| day.to_string()).unwrap_or_default(),
                attributes.budget.as_ref().map(|found| found.value.trim_end_matches('.').to_owned()).unwrap_or_default(),
            )
        };
        let all = |unit: &str, day: &str, money: &str| (unit.to_owned(), day.to_owned(), money.to_owned());
        assert_eq!(
            told(
                "M 5.2 Die Einladungen erscheinen zusätzlich in Leichter Sprache. Federführung: Gesundheitsamt. Umsetzung: 2. Halbjahr 2026. Mittel: 6.000 €"
            ),
            all("Gesundheitsamt", "2026-12-31", "6.000 €")
        );
        assert_eq!(
            told("Am Bahnhof entsteht ein Leitsystem. Kosten: 40.000 Euro. Frist: bis Ende 2027. Bauherr: Stadtwerke Musterau."),
            all("Stadtwerke Musterau", "2027-12-31", "40.000 Euro")
        );
        assert_eq!(told("Die Wege im Kurpark werden befestigt. Ausf. Bauhof; Frist: Mai 2027; Mittel: 12.000 €").0, "Bauhof");
    }

    #[test]
    fn paragraphs_with_labels_stand_for_themselves() {
        let text = "## Maßnahmen\n\nDer Rat hat folgende Maßnahmen beschlossen.\n\nDie Stadt baut eine Rampe. Zuständig: Bauamt. Frist: 2027.\n\n\
            Das Bad erhält einen Lift. Zuständig: Bäderamt. Frist: 2028.\n";
        let plan = plan(text);
        let found = candidates(&plan);
        assert_eq!(found.len(), 2);
        assert!(found[0].text.string.starts_with("Die Stadt baut"));
        assert_eq!(found[1].attributes.responsible.as_ref().map(|found| found.value.as_str()), Some("Bäderamt"));
    }

    #[test]
    fn rows_without_a_table_are_measures() {
        for (text, unit) in [
            ("HF 2 / M 9 | Wohnberatung erweitern, + 0,5 VZÄ | Amt 50 | mittelfristig | 32 T€ p. a.", "Amt 50"),
            ("| 2.11 | Taxigutscheine für taubblinde Menschen | Sozialamt | erledigt |", "Sozialamt"),
            ("A-6; Geflüchtete mit Behinderungen: Bedarfe erfassen; FD Asyl; 2. Halbjahr 2025", "FD Asyl"),
            ("14 Plakatreihe „Mein Kollege“, Projekttage an allen Grundschulen Stabsstelle Inklusion fortlaufend 5.000 €", "Stabsstelle Inklusion"),
            ("12 Kommunale Beauftragte: Aufstockung von 0,5 auf 1,0 Stellen Hauptamt 01.01.2027 vorbehaltlich Stellenplan", "Hauptamt"),
        ] {
            let plan = plan(text);
            let found = candidates(&plan);
            assert_eq!(found.len(), 1, "{text}: {:?}", plan.passages);
            assert_eq!(found[0].layout, Layout::Row, "{text}");
            assert_eq!(found[0].attributes.responsible.as_ref().map(|found| found.value.as_str()), Some(unit), "{text}");
            assert!(found[0].code.is_some(), "{text}");
        }
        for text in
            ["4.1 Wohnen im Sozialraum\n", "12 Haltestellen sind barrierefrei, 30 nicht.\n", "Inhalt\n\n1.1 Sozialamt 12\n1.2 Bauamt 2027 14\n"]
        {
            assert!(candidates(&plan(text)).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_shredded_table_keeps_its_columns() {
        let text = "2 Verkehr\n\nNr.\nMassnahme\nverantwort-\nlich\nFrist\nStand\n2.1\nWartehäuschen am Markt\nerneuern\nAbteilung Tiefbau\nEnde 2027\nin Arbeit\n\
            2.2\nMerkblätter in Leichter\nSprache herausgeben\nGemeinde-\nkanzlei\n31.12.2026\noffen\n";
        let found = measures(text);
        assert_eq!(
            found,
            [
                row("Wartehäuschen am Markt erneuern", "Abteilung Tiefbau", "2027-12-31", "ongoing"),
                row("Merkblätter in Leichter Sprache herausgeben", "Gemeindekanzlei", "2026-12-31", "open")
            ]
        );
    }

    #[test]
    fn rows_on_one_line_are_parted_by_their_columns() {
        let text = "4 Schule\n\nNr. Massnahme verantwortlich Frist Kosten\n4.1 Einbau eines Lifts im Schulhaus Dorf Abteilung Hochbau Sommer 2027 CHF 390'000\n\
            4.2Kurse mit Assistenz anbieten Familienverein laufend –\n";
        let found = measures(text);
        assert_eq!(found[0], row("Einbau eines Lifts im Schulhaus Dorf", "Abteilung Hochbau", "2027-08-31", ""));
        assert_eq!(found[1], row("Kurse mit Assistenz anbieten", "Familienverein", "", ""));
    }

    #[test]
    fn several_torn_columns_give_one_notice_and_no_guess() {
        let text = "6 Notfall\n\nNr. Massnahme\n6.1\nRampe am Treffpunkt bauen\n6.2\nSirenen durch SMS ergänzen\n6.3\nFeuerwehr schulen lassen\nverantwortlich\n\
            Abteilung Soziales\nFeuerwehr\nAbteilung Hochbau\nFrist\n2026\nab 2027\nEnde 2026\n\n7 Umsetzung\n\nEnde.\n";
        let source = Source::new("plan.md", text);
        let plan = read(&document::parse(&source), Lang::De);
        let found = candidates(&plan);
        assert_eq!(found.len(), 3);
        assert!(found.iter().all(|passage| passage.attributes.unassignable && passage.attributes.count() == 0), "{found:?}");
        let torn: Vec<&Notice> = plan.notices.iter().filter(|notice| notice.kind == NoticeKind::TornColumns).collect();
        assert_eq!(torn.len(), 1);
        assert_eq!(source.lines(torn[0].span), (10, 17));
    }

    #[test]
    fn several_measures_in_one_cell_are_several() {
        let text = "| Ziel | Maßnahmen | verantwortlich | Zeitraum |\n|---|---|---|---|\n\
            | Schulen | Einbau eines Aufzugs in der Schule<br>Ruheraum im Gymnasium einrichten | Bauamt | Aufzug bis 2027<br>Ruheraum bis 2029 |\n\
            | Wege | Beläge am Markt und<br>im Park glätten | Bauhof | siehe dort |\n";
        assert_eq!(
            measures(text),
            [
                row("Einbau eines Aufzugs in der Schule", "Bauamt", "2027-12-31", ""),
                row("Ruheraum im Gymnasium einrichten", "Bauamt", "2029-12-31", ""),
                row("Beläge am Markt und im Park glätten", "Bauhof", "", "")
            ]
        );
    }

    #[test]
    fn phrases_behind_signs_of_conversion_are_measures() {
        for text in [
            "\u{f0b7} Anlage von drei Stellplätzen am Friedhof und zwei an der Musikschule",
            "▪ Gesprächsrunde mit Handwerksbetrieben und der Agentur für Arbeit im Herbst",
            "‒ Ergänzung des Alarmplans um Menschen mit Beatmung und um Wege zur Evakuierung",
            "» Leitfaden für Vereine zu Festen ohne Stufen und mit Höranlage drucken",
            "2.5Sechs zusätzliche Stellplätze für Menschen mit Behinderung am Bahnhof und am Markt",
        ] {
            assert_eq!(candidates(&plan(text)).len(), 1, "{text}");
        }
        for text in [
            "▪ Die Frauenquote im Gemeinderat ist kein Gegenstand dieses Plans.",
            "▪ Stadt Musterau",
            "• 1.204 Männer, 1.311 Frauen, 212 Kinder, 96 Jugendliche unter 18",
            "2.5 Mobilität und Verkehr in der Stadt und in den Dörfern ........ 14",
        ] {
            assert!(candidates(&plan(text)).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_status_in_front_or_behind_counts_for_the_passage() {
        let status = |text: &str| {
            let plan = plan(text);
            plan.passages.first().and_then(|passage| passage.attributes.status.as_ref().map(|found| found.value.name())).unwrap_or("")
        };
        assert_eq!(status("Nr. 17, erledigt: Die Rampe am Rathaus wurde gebaut. Sie ist gut."), "done");
        assert_eq!(status("Maßnahme 8 – umgesetzt: Die Rampe am Rathaus ist gebaut."), "done");
        assert_eq!(status("Die Rampe am Rathaus wird gebaut (umgesetzt)."), "done");
        assert_eq!(status("Die Stadt baut eine Rampe am Rathaus. Stand: läuft"), "ongoing");
        assert_eq!(status("Erledigt wird das meiste im Rathaus: die Post."), "");
        assert_eq!(status("Die Pläne wurden beraten (siehe Anhang)."), "");
        let plan = plan("Nr. 17, erledigt: Rampe am Rathaus mit Geländer und Podest.");
        assert_eq!(candidates(&plan).len(), 1);
        assert_eq!(plan.passages[0].code.as_deref(), Some("Nr. 17"));
    }

    #[test]
    fn the_plan_says_which_sections_report_and_which_intend() {
        let text = "Unter *Maßnahmen* steht, was erledigt wurde oder bereits läuft. Unter *Vorhaben* steht, was geschehen soll.\n\n## Wege\n\n\
            ### Maßnahmen\n\n* Einbau des Lifts im Amt\n* Sprechstunde jeden ersten Montag\n\n### Vorhaben\n\n* Leitfaden für Feste drucken\n";
        let found: Vec<String> = measures(text).into_iter().map(|measure| measure.3).collect();
        assert_eq!(found, ["done", "ongoing", "planned"]);
        let text = "## Maßnahmen 2023 – 2024\n\n- Einbau des Lifts im Amt\n\n## Vorhaben 2025 – 2026\n\n- Leitfaden für Feste drucken\n";
        let found: Vec<String> = measures(text).into_iter().map(|measure| measure.3).collect();
        assert_eq!(found, ["done", ""]);
    }

    #[test]
    fn a_measure_told_again_in_other_words_or_by_reference_is_a_repetition() {
        let text = "## Maßnahmen\n\n| Nr. | Maßnahme | Amt |\n|---|---|---|\n\
            | B 1 | Umbau der 60 am stärksten genutzten Haltestellen mit Hochbord, Leitstreifen und einem Wetterschutz | Bauamt |\n\
            | B 2 | Umbau der Haltestelle Markt mit Hochbord und Leitstreifen | Bauamt |\n\
            | B 3 | Umbau der Haltestelle Schule mit Hochbord und Leitstreifen | Bauamt |\n\
            | G 1 | Wanderwege für alle: Drei Rundwege bekommen feste Decken, Ruhebänke und Tafeln mit tastbarer Karte | Forstamt |\n\
            | J 7 | Umbau der 60 am stärksten genutzten Haltestellen mit Hochbord, Leitstreifen und Wetterschutz (wie B 1) | Bauamt |\n\
            | H 4 | Tourismus: Drei Rundwege bekommen feste Decken, Ruhebänke und Tafeln mit tastbarer Karte | Forstamt |\n";
        let plan = plan(text);
        let codes: Vec<&str> =
            plan.passages.iter().filter(|passage| passage.duplicate_of.is_some()).filter_map(|passage| passage.code.as_deref()).collect();
        assert_eq!(codes, ["J 7", "H 4"]);
    }

    #[test]
    fn spans_and_parts_stay_inside() {
        let texts = [
            "",
            "- ",
            "# ",
            "| a |\n|---|\n",
            "Zuständig:\n",
            "Zuständig: A\nFrist:",
            "1.1A\n1.1.1B",
            "**Frist:**",
            "Frist\n: ",
            "> Frist: 2027\n> Kosten: 3 €",
        ];
        for text in texts {
            let plan = plan(text);
            for passage in &plan.passages {
                assert!(passage.span.end <= text.len());
                assert!(passage.parts.iter().all(|part| passage.text.string.get(part.range.clone()).is_some()), "{text:?}");
            }
        }
        let deep = (0..3000).map(|n| format!("{}- Punkt {n} im Text\n", "  ".repeat(n.min(200)))).collect::<String>();
        assert!(!plan(&deep).passages.is_empty());
    }

    #[test]
    fn columns_with_unusual_names_are_told() {
        let text = "# Plan\n\n## Wohnen\n\n| Nr. | Das nehmen wir uns vor | Wer kümmert sich? | Fertig bis | Was es kostet | Daran merken wir es | Fortschritt |\n\
                    |---|---|---|---|---|---|---|\n\
                    | 2.1 | Wohnungen beim Mieterwechsel umbauen | Bauamt | Ende 2028 | 540.000 € | 24 Wohnungen | ●○○○ |\n";
        let plan = plan(text);
        let found = plan.passages.iter().find(|passage| passage.candidate).unwrap();
        assert_eq!(found.title(), "Wohnungen beim Mieterwechsel umbauen");
        let known = &found.attributes;
        assert_eq!(known.responsible.as_ref().unwrap().value, "Bauamt");
        assert_eq!(known.budget.as_ref().unwrap().value, "540.000 €");
        assert_eq!(known.indicator.as_ref().unwrap().value, "24 Wohnungen");
        assert_eq!(known.status.as_ref().unwrap().value, Status::Ongoing);
    }

    #[test]
    fn a_bracket_with_unit_and_date_makes_an_item_a_measure() {
        let plan = plan("# Plan\n\n## Kultur\n\n- Sechs Führungen im Jahr (Stadtmuseum, ab 2027, 4.200 Euro im Jahr)\n- Ein Raum (im Erdgeschoss)\n");
        let found = candidates(&plan);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].attributes.responsible.as_ref().unwrap().value, "Stadtmuseum");
        assert_eq!(found[0].attributes.budget.as_ref().unwrap().value, "4.200 Euro im Jahr");
    }

    #[test]
    fn numbered_headings_follow_those_of_their_kind_that_have_labels() {
        let sheet = |n: u8| format!("### 1.{n} Rampe am Haus {n}\n\nZuständig: Bauamt\nFrist: 2027\n\n");
        let text = format!(
            "# Plan\n\n## Bauen\n\n{}{}{}### 1.4 Gehsteige absenken\n\nDas geschieht laufend.\n\n## Ende\n\nSchluss.\n",
            sheet(1),
            sheet(2),
            sheet(3)
        );
        assert_eq!(candidates(&plan(&text)).len(), 4);
    }

    #[test]
    fn chapters_whose_number_made_them_a_list_keep_their_sections() {
        let text = "Plan\n\n2. Wohnen im Dorf\nAusgangslage\nEs fehlen Wohnungen.\nMaßnahmen\n• Umzug der Außenstelle (Bauamt, 2027)\n• Ausbau der Beratung\n";
        assert_eq!(candidates(&plan(text)).len(), 2);
    }

    #[test]
    fn a_heading_without_end_is_kept_in_part() {
        let plan = plan(&format!("# {}\n\nDie Stadt baut.\n", "Rampe bauen ".repeat(1000)));
        let path = &plan.passages.last().expect("a passage").path[0];
        assert!(path.len() <= LONGEST_IN_PATH + 4 && path.ends_with("bauen …"), "{path}");
    }

    #[test]
    fn a_text_without_paragraphs_is_cut_behind_a_sentence_and_nothing_is_lost() {
        let sentence = "Die Stadt baut bis 2027 zehn Haltestellen barrierefrei aus. ";
        for text in [
            sentence.repeat(1500),
            "Rampe und ".repeat(9000),
            "ä".repeat(40_000),
            format!("| Maßnahme | Amt |\n|---|---|\n| {} | Bauamt |\n", sentence.repeat(900)),
        ] {
            let source = Source::new("plan.md", text);
            let plan = read(&document::parse(&source), Lang::De);
            assert!(plan.passages.len() > 1);
            assert!(plan.passages.iter().all(|passage| passage.text.len() <= LONGEST_PASSAGE));
            // Every piece still knows where it stands.
            for passage in &plan.passages {
                let begins: String = passage.text.string.trim().chars().take(20).collect();
                assert!(source.slice(passage.span).contains(&begins), "{begins}");
            }
        }
        let plan = plan(&sentence.repeat(1500));
        let whole: String = plan.passages.iter().map(|passage| passage.text.string.as_str()).collect();
        assert_eq!(whole, sentence.repeat(1500).trim_end());
        assert!(plan.passages.iter().all(|passage| passage.text.string.trim_end().ends_with('.')));
    }
}
