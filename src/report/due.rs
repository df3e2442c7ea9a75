//! What of a plan is due: for reading, as a table, and as dates for a calendar.

use super::annotation::unlike;
use super::json::{self, ToolOut};
use super::page::{Line, Page, Table};
use super::quotation::{clean, shown_path};
use super::spreadsheet::comma_separated;
use super::{Format, measure_id};
use crate::attribute::Date;
use crate::audit::ReadPlan;
use crate::due::{self, Due};
use crate::measure::Measure;
use crate::source::sha256;
use crate::text::Lang;
use crate::words::{Words, say};
use chrono::{NaiveDate, TimeZone, Utc};
use icalendar::{Calendar, Component, Event, EventLike};
use serde::Serialize;
use std::collections::BTreeMap;

/// A plan and the day it is seen from.
#[derive(Debug)]
pub struct DueReport {
    pub plan: ReadPlan,
    pub today: Date,
    pub due: Due,
    /// The language of the report, which need not be that of the plan.
    pub lang: Lang,
}

impl DueReport {
    pub fn new(plan: ReadPlan, today: Date, lang: Lang) -> Self {
        let due = due::due(&plan.graded.measures, today);
        Self { plan, today, due, lang }
    }

    /// Overdue measures first, then those to come, each with the key of what it is.
    fn all(&self) -> impl Iterator<Item = (usize, &Measure, &'static str)> {
        let overdue = self.due.overdue.iter().map(|&i| (i, "due-overdue-word"));
        let coming = self.due.coming.iter().map(|&i| (i, "due-coming-word"));
        overdue.chain(coming).map(|(i, key)| (i, &self.plan.graded.measures[i], key))
    }

    fn place(&self, measure: &Measure) -> (usize, usize) {
        self.plan.source.lines(measure.span)
    }
}

/// Prints what is overdue, what comes, and how much it is for each unit.
pub fn render(report: &DueReport, format: Format, width: usize) -> String {
    if format == Format::Json {
        return json(report);
    }
    let words = super::words(report.lang, format);
    let mut page = Page::default();
    let title = clean(&report.plan.plan.title);
    let file = shown_path(&report.plan.source.name);
    let name = if title.is_empty() { file.clone() } else { title };
    page.title(
        1,
        say!(words, "due-title", title = name, file = file, today = report.today.to_string()),
        vec![
            Line::text(say!(words, "due-result", overdue = report.due.overdue.len(), coming = report.due.coming.len())),
            Line::text(say!(words, "due-rest", settled = report.due.settled, undated = report.due.undated)),
            Line::text(say!(words, "due-note")),
        ],
    );
    list(&mut page, report, &words, "due-overdue", &report.due.overdue);
    list(&mut page, report, &words, "due-coming", &report.due.coming);
    units(&mut page, report, &words);
    let next = super::command("measures", &shown_path(&report.plan.source.name));
    page.lines(vec![Line::command(say!(words, "due-end", overdue = report.due.overdue.len()), next)]);
    super::lay_out(&page, &words, format, width)
}

fn list(page: &mut Page, report: &DueReport, words: &Words, heading: &str, found: &[usize]) {
    if found.is_empty() {
        return;
    }
    page.heading(2, words.message(heading, &[]));
    let columns = ["due-latest", "measure-title", "responsible", "status", "place"];
    let mut table = Table::new(&columns.map(|key| (words.message(key, &[]), false))).in_language(report.plan.graded.lang, &[1, 2]);
    for measure in found.iter().map(|&i| &report.plan.graded.measures[i]) {
        let latest = latest(measure);
        let unit = measure.responsible.clone().unwrap_or_else(|| say!(words, "due-no-unit"));
        table.row(&[&latest, &measure.title, &unit, &status(words, measure), &words.lines(report.place(measure))]);
    }
    page.table(table);
}

fn units(page: &mut Page, report: &DueReport, words: &Words) {
    let units = due::by_unit(&report.plan.graded.measures, &report.due);
    if units.is_empty() {
        return;
    }
    page.heading(2, say!(words, "due-units"));
    let mut table =
        Table::new(&[(say!(words, "responsible"), false), (say!(words, "due-overdue-word"), true), (say!(words, "due-coming-word"), true)]);
    for (unit, load) in units {
        let number = |n: usize| say!(words, "number", number = n);
        table.row(&[&unit.map_or_else(|| say!(words, "due-no-unit"), str::to_owned), &number(load.overdue), &number(load.coming)]);
    }
    page.table(table);
}

fn latest(measure: &Measure) -> String {
    measure.deadline.as_ref().and_then(|d| d.latest).map(|date| date.to_string()).unwrap_or_default()
}

/// What the plan reports of the measure; nothing said is said so.
fn status(words: &Words, measure: &Measure) -> String {
    measure.status.map_or_else(|| say!(words, "due-no-status"), |s| words.message(&format!("status-{}", s.name()), &[]))
}

/// Prints a table for spreadsheets, one row a measure.
pub fn csv(report: &DueReport) -> String {
    let words = super::words(report.lang, Format::Csv);
    let head = [
        "column-plan",
        "measure",
        "measure-title",
        "responsible",
        "deadline",
        "due-latest",
        "due-what",
        "status",
        "column-line-from",
        "column-line-to",
    ];
    let rows = report.all().map(|(i, measure, what)| {
        let (from, to) = report.place(measure);
        [
            shown_path(&report.plan.source.name),
            measure_id(i),
            measure.title.clone(),
            measure.responsible.clone().unwrap_or_default(),
            measure.deadline.as_ref().map(|d| d.text.clone()).unwrap_or_default(),
            latest(measure),
            words.message(what, &[]),
            status(&words, measure),
            from.to_string(),
            to.to_string(),
        ]
    });
    comma_separated(head.map(|key| words.message(key, &[])), rows)
}

/// Prints a calendar (RFC 5545): a whole day for the last day of each deadline.
///
/// The same measure keeps its identity from one export to the next as long as its title stays.
pub fn calendar(report: &DueReport) -> String {
    let words = super::words(report.lang, Format::Plain);
    let path = shown_path(&report.plan.source.name);
    let mut calendar = Calendar::empty();
    calendar.append_property(("PRODID", concat!("-//crpd-check//", env!("CARGO_PKG_VERSION"), "//")));
    calendar.append_property(("VERSION", "2.0"));
    let mut seen = BTreeMap::new();
    for (_, measure, what) in report.all() {
        let Some(day) = measure.deadline.as_ref().and_then(|d| d.latest).and_then(day) else { continue };
        let unit = measure.responsible.as_deref().map(clean);
        let title = clean(&measure.title);
        let facts = [
            format!("{}: {}", say!(words, "responsible"), unit.clone().unwrap_or_else(|| say!(words, "due-no-unit"))),
            format!("{}: {}", say!(words, "status"), status(&words, measure)),
            format!("{path}, {}", words.lines(report.place(measure))),
            words.message(what, &[]),
        ];
        let mut event = Event::new();
        let identity = sha256(format!("{path}\n{title}\n{}", unit.unwrap_or_default()).as_bytes());
        event.uid(&format!("{}@crpd-check", unlike(&mut seen, identity)));
        // The end of a whole day is the next one.
        event.summary(&title).description(&facts.join("\n")).starts(day).ends(day.succ_opt().unwrap_or(day));
        if let Some(stamp) = self::day(report.today).and_then(|d| d.and_hms_opt(0, 0, 0)) {
            event.timestamp(Utc.from_utc_datetime(&stamp));
        }
        calendar.push(event.done());
    }
    calendar.to_string()
}

fn day(date: Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(date.year, date.month.into(), date.day.into())
}

#[derive(Serialize)]
struct DueOut {
    schema: &'static str,
    tool: ToolOut,
    path: String,
    sha256: String,
    today: String,
    overdue: Vec<MeasureOut>,
    coming: Vec<MeasureOut>,
    settled: usize,
    undated: usize,
}

#[derive(Serialize)]
struct MeasureOut {
    id: String,
    title: String,
    responsible: Option<String>,
    deadline: String,
    latest: String,
    status: Option<&'static str>,
    lines: [usize; 2],
}

fn json(report: &DueReport) -> String {
    let measure = |&i: &usize| {
        let measure = &report.plan.graded.measures[i];
        let (from, to) = report.place(measure);
        MeasureOut {
            id: measure_id(i),
            title: measure.title.clone(),
            responsible: measure.responsible.clone(),
            deadline: measure.deadline.as_ref().map(|d| d.text.clone()).unwrap_or_default(),
            latest: latest(measure),
            status: measure.status.map(|s| s.name()),
            lines: [from, to],
        }
    };
    json::print(&DueOut {
        schema: "crpd-check/due/1",
        tool: ToolOut::this(),
        path: shown_path(&report.plan.source.name),
        sha256: report.plan.sha256.clone(),
        today: report.today.to_string(),
        overdue: report.due.overdue.iter().map(measure).collect(),
        coming: report.due.coming.iter().map(measure).collect(),
        settled: report.due.settled,
        undated: report.due.undated,
    })
}
