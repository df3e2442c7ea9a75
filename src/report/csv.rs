//! Tables for spreadsheets and statistics: comma-separated values as in RFC 4180, without a byte order mark.
//!
//! A semicolon would suit a German Excel that opens the file by a double click, and nothing else; every program
//! that imports CSV takes commas.

use super::quotation::{clean, quotation, shown_path};
use super::{Format, PlanAudit, Report};
use crate::checklist::Level;
use crate::plan::Layout;
use crate::words::Words;

/// Prints the report as a table, one row a criterion.
pub(super) fn render(report: &Report<'_>) -> String {
    let words = &super::words(report.lang, Format::Csv);
    let head = [
        "column-plan",
        "criterion",
        "field",
        "column-articles",
        "level",
        "points",
        "column-possible",
        "column-line-from",
        "column-line-to",
        "column-quote",
        "responsible",
        "deadline",
        "column-contrary",
        "question",
    ];
    let rows = report.by_name().into_iter().flat_map(|plan| (0..report.checklist.criteria.len()).map(move |c| row(report, plan, words, c)));
    table(&head.map(|key| words.message(key, &[])), rows)
}

/// What the best passage says of a criterion; only where it stands in the plan is told of contrary ones.
fn row(report: &Report<'_>, plan: &PlanAudit, words: &Words, index: usize) -> [String; 14] {
    let criterion = &report.checklist.criteria[index];
    let finding = &plan.assessment.findings[index];
    // A share has every measure for its evidence, and none is the best.
    let best = finding.evidence.first().filter(|_| finding.share.is_none());
    let lines = best.map(|e| plan.source.lines(e.span));
    let layout = best.and_then(|e| plan.plan.passages.get(e.passage)).map_or(Layout::Paragraph, |p| p.layout);
    let measure = best.and_then(|e| plan.graded.measures.get(e.measure?));
    let number = |line: Option<usize>| line.map(|l| l.to_string()).unwrap_or_default();
    [
        shown_path(&plan.source.name),
        criterion.id.clone(),
        report.checklist.fields[criterion.field].title.get(words.lang).to_owned(),
        criterion.articles.join(" "),
        words.level(finding.level),
        (finding.level.points() * criterion.weight).to_string(),
        (Level::Binding.points() * criterion.weight).to_string(),
        number(lines.map(|(from, _)| from)),
        number(lines.map(|(_, to)| to)),
        best.map(|e| quotation(plan.source.slice(e.span), layout)).unwrap_or_default(),
        measure.and_then(|m| m.responsible.clone()).unwrap_or_default(),
        measure.and_then(|m| m.deadline.as_ref()).map(|d| d.text.clone()).unwrap_or_default(),
        finding.contrary.iter().map(|e| plan.source.line(e.span.start).to_string()).collect::<Vec<_>>().join(" "),
        criterion.question.get(words.lang).to_owned(),
    ]
}

/// A table with a head, in which no spreadsheet finds a formula.
pub(super) fn table<const N: usize>(head: &[String; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = writer.write_record(head);
    for row in rows {
        let _ = writer.write_record(row.map(|cell| defused(&clean(&cell))));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// Signs that begin a formula, also as East Asian programs write them.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// A leading apostrophe keeps spreadsheets from running a cell as a formula.
fn defused(cell: &str) -> String {
    if cell.starts_with(FORMULA) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠SUM(A1)"] {
            assert_eq!(defused(cell), format!("'{cell}"));
        }
        assert_eq!(defused("Rampe = gut"), "Rampe = gut");
    }
}
