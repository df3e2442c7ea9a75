//! The list of measures, as the program understood them: for reading, and as a table for spreadsheets.

use super::json::{self, MeasureOut, ToolOut};
use super::page::{Line, Page, Table};
use super::quotation::shown_path;
use super::spreadsheet::comma_separated;
use super::{Format, PlanAudit, Report, measure_id};
use crate::measure::Measure;
use crate::words::{Words, say};
use serde::Serialize;

/// Prints the measures of every plan.
pub fn render(report: &Report<'_>, format: Format, width: usize) -> String {
    if format == Format::Json {
        let plans = report.by_name().into_iter().map(|p| PlanOut {
            path: shown_path(&p.source.name),
            sha256: p.sha256.clone(),
            title: p.title(),
            measures: json::measures(report.checklist, p),
        });
        return json::print(&MeasuresOut { schema: "crpd-check/measures/1", tool: ToolOut::this(), plans: plans.collect() });
    }
    let words = super::words(report.lang, format);
    let mut page = Page::default();
    for plan in report.by_name() {
        one(&mut page, &words, plan);
    }
    super::lay_out(&page, &words, format, width)
}

/// Measures of one or more plans.
#[derive(Serialize)]
struct MeasuresOut {
    schema: &'static str,
    tool: ToolOut,
    plans: Vec<PlanOut>,
}

#[derive(Serialize)]
struct PlanOut {
    path: String,
    sha256: String,
    title: String,
    measures: Vec<MeasureOut>,
}

fn one(page: &mut Page, words: &Words, plan: &PlanAudit) {
    let all = &plan.graded.measures;
    let count = all.iter().filter(|m| m.duplicate_of.is_none()).count();
    let file = shown_path(&plan.source.name);
    page.title(
        1,
        say!(words, "measures-title", title = plan.title(), file = file.as_str()),
        vec![Line::text(say!(words, "measures-result", count = count))],
    );
    let mut table = Table::new(&[
        (say!(words, "measure"), false),
        (say!(words, "measure-title"), false),
        (say!(words, "level"), false),
        (say!(words, "responsible"), false),
        (say!(words, "deadline"), false),
        (say!(words, "status"), false),
        (say!(words, "place"), false),
    ])
    .in_language(plan.graded.lang, &[1, 3, 4]);
    for (i, measure) in all.iter().enumerate() {
        table.row(&[
            &measure_id(i),
            &measure.title,
            &words.level(measure.level),
            measure.responsible.as_deref().unwrap_or(""),
            measure.deadline.as_ref().map_or("", |d| d.text.as_str()),
            &status(words, measure),
            &words.lines(plan.source.lines(measure.span)),
        ]);
    }
    page.table(table);
    if file == plan.source.name {
        page.lines(vec![Line::command(say!(words, "measures-end"), super::command("audit", &file))]);
    }
}

/// How far it has come, and whether it repeats another.
fn status(words: &Words, measure: &Measure) -> String {
    let status = measure.status.map(|s| words.message(&format!("status-{}", s.name()), &[]));
    let repeats = measure.duplicate_of.map(|m| say!(words, "repeats", id = measure_id(m)));
    status.into_iter().chain(repeats).collect::<Vec<_>>().join(", ")
}

/// Prints the measures of every plan as a table for spreadsheets, one row a measure.
pub fn csv(report: &Report<'_>) -> String {
    let words = &super::words(report.lang, Format::Table);
    let head = [
        "column-plan",
        "measure",
        "measure-title",
        "column-path",
        "column-line-from",
        "column-line-to",
        "level",
        "status",
        "responsible",
        "deadline",
        "column-latest",
        "column-verifiable",
        "column-budget",
        "column-indicator",
        "column-fields",
        "column-articles",
        "column-criteria",
        "column-repeats",
    ];
    let rows = report.by_name().into_iter().flat_map(|plan| {
        let criteria = plan.criteria_of_measures(report.checklist);
        let measures = plan.graded.measures.iter().enumerate();
        measures.map(move |(i, measure)| row(report, plan, words, i, measure, &criteria[i]))
    });
    comma_separated(head.map(|key| words.message(key, &[])), rows)
}

fn row(report: &Report<'_>, plan: &PlanAudit, words: &Words, index: usize, measure: &Measure, criteria: &[usize]) -> [String; 18] {
    let checklist = report.checklist;
    let (from, to) = plan.source.lines(measure.span);
    let answered = || criteria.iter().map(|&c| &checklist.criteria[c]);
    let mut fields: Vec<usize> = answered().map(|c| c.field).collect();
    fields.sort_unstable();
    fields.dedup();
    let deadline = measure.deadline.as_ref();
    let yes_no = |yes: bool| if yes { say!(words, "yes") } else { say!(words, "no") };
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    [
        shown_path(&plan.source.name),
        measure_id(index),
        measure.title.clone(),
        measure.path.join(" / "),
        from.to_string(),
        to.to_string(),
        words.level(measure.level),
        measure.status.map(|s| words.message(&format!("status-{}", s.name()), &[])).unwrap_or_default(),
        text(&measure.responsible),
        deadline.map(|d| d.text.clone()).unwrap_or_default(),
        deadline.and_then(|d| d.latest).map(|d| d.to_string()).unwrap_or_default(),
        deadline.map(|d| yes_no(d.verifiable)).unwrap_or_default(),
        text(&measure.budget),
        text(&measure.indicator),
        fields.into_iter().map(|f| checklist.fields[f].id.clone()).collect::<Vec<_>>().join(" "),
        super::article_numbers(answered().flat_map(|c| &c.articles), checklist).join(" "),
        answered().map(|c| c.id.clone()).collect::<Vec<_>>().join(" "),
        measure.duplicate_of.map(measure_id).unwrap_or_default(),
    ]
}
