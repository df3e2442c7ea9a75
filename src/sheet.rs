//! The filled worksheet: a table that people wrote into, read as judgments.
//!
//! Spreadsheets write it with semicolons, commas or tabs, with and without quotation marks; columns may be moved, added or
//! left out. A row that cannot be understood is a [`Problem`] and never lost.

use crate::attribute::Date;
use crate::checklist::Checklist;
use crate::judgment::{Judgment, Verdict, twice};
use crate::message::message;
use crate::source::{Problem, Source, Span};
use crate::text::{Lang, nearest};
use crate::words::Words;
use std::collections::BTreeMap;

/// The columns of a worksheet, by the keys of their names.
pub const COLUMNS: [&str; 11] = [
    "column-sheet-criterion",
    "column-sheet-question",
    "column-sheet-finding",
    "column-sheet-lines",
    "column-sheet-quote",
    "column-sheet-verdict",
    "column-sheet-place",
    "column-sheet-comment",
    "column-sheet-group",
    "column-sheet-day",
    "column-sheet-mark",
];

const CRITERION: usize = 0;
const VERDICT: usize = 5;
const PLACE: usize = 6;
const COMMENT: usize = 7;
const GROUP: usize = 8;
const DAY: usize = 9;
const MARK: usize = 10;

/// Signs that begin a formula, also as East Asian programs write them; in a table an apostrophe stands before them.
pub(crate) const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// Longer names are no names of groups.
const LONGEST_GROUP: usize = 40;

/// What a filled worksheet says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filled {
    pub judgments: Vec<Judgment>,
    /// Rows without an answer.
    pub open: usize,
}

/// Reads a filled worksheet; either all its rows are understood, or every one that is not is returned as a problem.
///
/// `group` stands for an empty cell in the column of groups, `marks` by criterion for the passage that was judged where
/// the table has no such column.
pub fn read(source: &Source, checklist: &Checklist, group: Option<&str>, marks: &BTreeMap<&str, String>) -> Result<Filled, Vec<Problem>> {
    let table = table(source);
    let mut rows = table.rows.into_iter();
    let columns = match rows.next() {
        Some(head) => columns(&head)?,
        None => Columns::default(),
    };
    let (Some(_), Some(_)) = (columns.at[CRITERION], columns.at[VERDICT]) else {
        let span = Span::new(0, source.line_text(1).len());
        return Err(vec![Problem::new(span, message!("problem-sheet-columns")).with_help(message!("problem-sheet-columns-help"))]);
    };
    let mut filled = Filled::default();
    let mut problems = Vec::new();
    for row in rows.filter(|row| row.cells.iter().any(|c| !c.is_empty())) {
        // A row is wrong as a whole: each thing that is wrong with it is told.
        match judgment(&row, &columns, checklist, group, marks) {
            Ok(Some(judgment)) => {
                if let Some(earlier) = filled.judgments.iter().find(|j| j.is_on_the_same(&judgment)) {
                    problems.push(twice(&judgment, row.span, source.line(earlier.span.start)));
                }
                filled.judgments.push(judgment);
            }
            Ok(None) => filled.open += 1,
            Err(wrong) => problems.extend(wrong),
        }
    }
    let torn = |span| Problem::new(span, message!("problem-sheet-torn")).with_help(message!("problem-sheet-cells-help"));
    problems.extend(table.torn.map(torn));
    if problems.is_empty() && filled.judgments.is_empty() {
        let span = Span::new(0, source.line_text(1).len());
        problems.push(Problem::new(span, message!("problem-sheet-empty")).with_help(message!("problem-sheet-empty-help")));
    }
    if problems.is_empty() { Ok(filled) } else { Err(problems) }
}

/// What one row says; nothing if its question was left open.
fn judgment(
    row: &Row,
    columns: &Columns,
    checklist: &Checklist,
    group: Option<&str>,
    marks: &BTreeMap<&str, String>,
) -> Result<Option<Judgment>, Vec<Problem>> {
    let cell = |column: usize| columns.at[column].and_then(|i| row.cells.get(i)).map_or("", String::as_str);
    let (id, written) = (cell(CRITERION), cell(VERDICT));
    let problem = |message, help| Problem::new(row.span, message).with_help(help);
    // Cells that moved would give answers to the wrong questions.
    if row.cells.iter().skip(columns.count).any(|c| !c.is_empty()) {
        let message = message!("problem-sheet-cells", have = row.cells.len(), want = columns.count);
        return Err(vec![problem(message, message!("problem-sheet-cells-help"))]);
    }
    let mut problems = Vec::new();
    if checklist.criterion(id).is_none() {
        let known: Vec<&str> = checklist.criteria.iter().map(|c| c.id.as_str()).collect();
        let near = nearest(id, &known).map(|near| message!("problem-sheet-near", near = near));
        problems.push(problem(message!("problem-sheet-criterion", id = id), near.unwrap_or(message!("problem-sheet-criterion-help"))));
    }
    if written.is_empty() {
        if !cell(PLACE).is_empty() || !cell(COMMENT).is_empty() {
            problems.push(problem(message!("problem-sheet-no-verdict", id = id), message!("problem-sheet-verdict-help")));
        }
        return if problems.is_empty() { Ok(None) } else { Err(problems) };
    }
    let verdict = verdict(written);
    if verdict.is_none() {
        problems.push(problem(message!("problem-sheet-verdict", written = written), message!("problem-sheet-verdict-help")));
    }
    let date = Some(cell(DAY))
        .filter(|d| !d.is_empty())
        .map(|written| day(written).ok_or_else(|| problem(message!("problem-sheet-day", written = written), message!("problem-sheet-day-help"))));
    let date = date.transpose().unwrap_or_else(|wrong| {
        problems.push(wrong);
        None
    });
    let name = if cell(GROUP).is_empty() { group.unwrap_or("").trim() } else { cell(GROUP) };
    if name.is_empty() {
        problems.push(problem(message!("problem-sheet-group", id = id), message!("problem-sheet-group-help")));
    } else if name.contains('@') || name.chars().count() > LONGEST_GROUP {
        problems.push(problem(message!("problem-sheet-person", name = name), message!("problem-sheet-person-help")));
    }
    let passage = if cell(MARK).is_empty() { marks.get(id).cloned().unwrap_or_default() } else { cell(MARK).to_owned() };
    match verdict {
        Some(verdict) if problems.is_empty() => Ok(Some(Judgment {
            criterion: id.to_owned(),
            verdict,
            group: name.to_owned(),
            date,
            place: cell(PLACE).to_owned(),
            comment: cell(COMMENT).to_owned(),
            passage,
            span: row.span,
        })),
        _ => Err(problems),
    }
}

/// Which answer somebody wrote, in either language.
fn verdict(written: &str) -> Option<Verdict> {
    let written = plain(written.trim_end_matches(['.', '!']));
    let is_said = |lang: Lang, verdict: Verdict| {
        let words = Words::new(lang, false).message(&format!("sheet-words-{}", verdict.name()), &[]);
        words.split(',').any(|word| plain(word) == written)
    };
    Verdict::ALL.into_iter().find(|v| is_said(Lang::De, *v) || is_said(Lang::En, *v))
}

/// Words as they are compared: small, with single spaces and one kind of apostrophe.
fn plain(written: &str) -> String {
    written.replace('’', "'").split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// A day as `2026-02-10`, or as spreadsheets turn it round: `10.02.2026`, `10.2.26`.
fn day(written: &str) -> Option<Date> {
    if let Ok(day) = written.parse() {
        return Some(day);
    }
    let parts: Vec<&str> = written.split('.').map(str::trim).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let year = if year.len() == 2 { format!("20{year}") } else { (*year).to_owned() };
    format!("{year}-{month:0>2}-{day:0>2}").parse().ok()
}

// ---------------------------------------------------------------------------------------------------------
// The table.

struct Table {
    rows: Vec<Row>,
    /// Where reading had to stop.
    torn: Option<Span>,
}

struct Row {
    cells: Vec<String>,
    span: Span,
}

/// Where the columns of a worksheet stand in this table.
#[derive(Default)]
struct Columns {
    at: [Option<usize>; COLUMNS.len()],
    count: usize,
}

/// Cuts a text into cells, by the separator that stands in its first line.
fn table(source: &Source) -> Table {
    let mut first = 1;
    let mut start = 0;
    let mut separator = None;
    // Excel may name the separator in a line of its own.
    if let Some(sign) = source.line_text(1).trim_matches('"').strip_prefix("sep=").and_then(|rest| rest.bytes().next()) {
        (first, separator) = (2, Some(sign));
        start = source.text.find('\n').map_or(source.text.len(), |i| i + 1);
    }
    let head = source.line_text(first);
    let most = [b';', b',', b'\t'].into_iter().max_by_key(|&s| (head.bytes().filter(|b| *b == s).count(), s == b';'));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .delimiter(separator.or(most).unwrap_or(b';'))
        .from_reader(source.text.get(start..).unwrap_or("").as_bytes());
    let mut table = Table { rows: Vec::new(), torn: None };
    let mut record = csv::StringRecord::new();
    loop {
        let before = start + usize::try_from(reader.position().byte()).unwrap_or(0);
        match reader.read_record(&mut record) {
            Ok(true) => {
                let at = start + record.position().map_or(0, |p| usize::try_from(p.byte()).unwrap_or(0));
                let end = start + usize::try_from(reader.position().byte()).unwrap_or(0);
                let inside = source.text.get(at..end).unwrap_or("");
                let from = at + (inside.len() - inside.trim_start().len());
                let span = Span::new(from, at + inside.trim_end().len());
                table.rows.push(Row { cells: record.iter().map(|c| harmless(c).trim().to_owned()).collect(), span });
            }
            Ok(false) => return table,
            Err(_) => {
                table.torn = Some(Span::new(before, before + 1));
                return table;
            }
        }
    }
}

/// The cell without the apostrophe that kept a spreadsheet from running it.
fn harmless(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA)).unwrap_or(cell)
}

fn columns(head: &Row) -> Result<Columns, Vec<Problem>> {
    let mut columns = Columns { count: head.cells.len(), ..Columns::default() };
    let mut problems = Vec::new();
    for (at, name) in head.cells.iter().enumerate() {
        let called = |lang: Lang, key: &str| plain(&Words::new(lang, false).message(key, &[])) == plain(name);
        let Some(column) = COLUMNS.iter().position(|key| called(Lang::De, key) || called(Lang::En, key)) else { continue };
        if columns.at[column].is_some() {
            let message = message!("problem-sheet-double-column", name = name);
            problems.push(Problem::new(head.span, message).with_help(message!("problem-sheet-double-column-help")));
        }
        columns.at[column] = Some(at);
    }
    if problems.is_empty() { Ok(columns) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded::{DEFAULT, Embedded};

    fn filled(text: &str) -> Result<Filled, Vec<(usize, &'static str)>> {
        let checklist = Embedded::find(DEFAULT).unwrap().checklist().unwrap();
        let source = Source::new("blatt.csv", text);
        let marks = BTreeMap::from([("mobilitaet.haltestellen", "p-1".to_owned())]);
        read(&source, &checklist, Some("Z"), &marks).map_err(|p| p.into_iter().map(|p| (source.line(p.span.start), p.message.key)).collect())
    }

    fn verdicts(text: &str) -> Vec<(String, Verdict, String)> {
        filled(text).unwrap().judgments.into_iter().map(|j| (j.criterion, j.verdict, j.group)).collect()
    }

    #[test]
    fn every_way_that_spreadsheets_write_is_read() {
        let expected = [
            ("mobilitaet.haltestellen".to_owned(), Verdict::Partly, "A".to_owned()),
            ("wohnen.beratung".to_owned(), Verdict::Unsure, "A".to_owned()),
        ];
        let rows = "kriterium;urteil;kommentar;gruppe\nmobilitaet.haltestellen;Teilweise;Nur Bus, keine Bahn;A\nwohnen.beratung;weiß ich nicht;;A\n";
        assert_eq!(verdicts(rows), expected);
        assert_eq!(verdicts(&rows.replace('\n', "\r\n")), expected);
        assert_eq!(verdicts(&rows.replace(", ", " ").replace(';', ",")), expected);
        assert_eq!(verdicts(&rows.replace(';', "\t")), expected);
        assert_eq!(verdicts(&format!("sep=;\r\n{rows}")), expected);
        assert_eq!(verdicts(&rows.replace("Nur Bus, keine Bahn", "\"Nur Bus;\nkeine \"\"Bahn\"\"\"")), expected);
        assert_eq!(verdicts(&format!("{rows};;;\n\n;;;;;\n")), expected);
        // Columns moved, others added, names in capitals or in English.
        let moved = "Gruppe;Notiz;CRITERION; verdict \nA;x;mobilitaet.haltestellen;partly\nA;;wohnen.beratung;I don’t know\n";
        assert_eq!(verdicts(moved), expected);
    }

    #[test]
    fn what_the_group_wrote_is_kept() {
        let text = "kriterium;urteil;fundstelle;kommentar;datum;prüfmarke\n\
                    mobilitaet.haltestellen;ja;\"S. 14;\n15\";'=1+1;10.2.26;p-7\nmobilitaet.parken;Nein.;;;2026-02-10;\nwohnen.beratung;;;;;\n";
        let filled = filled(text).unwrap();
        let [stops, parking] = filled.judgments.as_slice() else { panic!("{filled:?}") };
        assert_eq!((stops.place.as_str(), stops.comment.as_str(), stops.passage.as_str()), ("S. 14;\n15", "=1+1", "p-7"));
        assert_eq!((stops.date.unwrap().to_string(), stops.group.as_str()), ("2026-02-10".to_owned(), "Z"));
        assert_eq!((parking.verdict, parking.date.unwrap().to_string()), (Verdict::No, "2026-02-10".to_owned()));
        assert_eq!(filled.open, 1);
    }

    #[test]
    fn a_table_without_marks_is_about_the_plan_as_it_is() {
        let text = "kriterium;urteil\nmobilitaet.haltestellen;ja\n";
        assert_eq!(filled(text).unwrap().judgments[0].passage, "p-1");
    }

    #[test]
    fn every_row_that_is_not_understood_is_named() {
        let head = "kriterium;urteil;fundstelle;kommentar;gruppe;datum\n";
        let wrong = |rows: &str| filled(&format!("{head}{rows}")).unwrap_err();
        assert_eq!(wrong("mobilitaet.haltestelle;ja;;;A;\n"), [(2, "problem-sheet-criterion")]);
        assert_eq!(wrong(";ja;;;A;\n"), [(2, "problem-sheet-criterion")]);
        assert_eq!(wrong("wohnen.beratung;vielleicht;;;A;\n"), [(2, "problem-sheet-verdict")]);
        assert_eq!(wrong("wohnen.beratung;;S. 4;;A;\n"), [(2, "problem-sheet-no-verdict")]);
        assert_eq!(wrong("wohnen.beratung;ja;;;A;32.01.2026\n"), [(2, "problem-sheet-day")]);
        assert_eq!(wrong("wohnen.beratung;ja;;;a@b.example;\n"), [(2, "problem-sheet-person")]);
        assert_eq!(wrong("wohnen.beratung;ja;Bus;Bahn;A;;zu viel\n"), [(2, "problem-sheet-cells")]);
        assert_eq!(wrong("wohnen.beratung;ja;;;A;\nwohnen.beratung;nein;;;a;\n"), [(3, "problem-judged-twice")]);
        assert_eq!(wrong("x.y;jein;;;A;\nwohnen.beratung;ja;;;A;\nwohnen.assistenz;hm;;;A;31.2.2026\n").len(), 4);
        assert_eq!(wrong(""), [(1, "problem-sheet-empty")]);
        assert_eq!(wrong("wohnen.beratung;;;;;\n"), [(1, "problem-sheet-empty")]);
        for no_table in ["", "Liebe Grüße\n", "kriterium;frage\na;b\n", "\u{0}\u{1}"] {
            assert_eq!(filled(no_table).unwrap_err(), [(1, "problem-sheet-columns")], "{no_table:?}");
        }
        assert_eq!(filled("urteil;kriterium;urteil\n").unwrap_err(), [(1, "problem-sheet-double-column")]);
    }
}
