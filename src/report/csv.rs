//! The audit as a table for spreadsheets and statistics.

use super::quotation::{quotation, shown_path};
use super::spreadsheet::comma_separated;
use super::{Format, PlanAudit, Report, judgment};
use crate::checklist::Level;
use crate::plan::Layout;
use crate::words::Words;

/// Prints the report as a table, one row a criterion.
pub(super) fn render(reports: &[Report<'_>]) -> String {
    let words = &super::words(reports.first().map(|r| r.lang).unwrap_or_default(), Format::Csv);
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
        "judgment",
        "judgment-by-text",
        "checklist",
    ];
    let plans = reports.iter().flat_map(|report| report.by_name().into_iter().map(move |plan| (report, plan)));
    let rows = plans.flat_map(|(report, plan)| (0..report.checklist.criteria.len()).map(move |c| row(report, plan, words, c)));
    comma_separated(head.map(|key| words.message(key, &[])), rows)
}

/// What the best passage says of a criterion; only where it stands in the plan is told of contrary ones.
fn row(report: &Report<'_>, plan: &PlanAudit, words: &Words, index: usize) -> [String; 17] {
    let criterion = &report.checklist.criteria[index];
    let finding = &plan.assessment.findings[index];
    // A share has every measure for its evidence, and none is the best.
    let best = finding.evidence.first().filter(|_| finding.share.is_none());
    let lines = best.map(|e| plan.source.lines(e.span));
    let layout = best.and_then(|e| plan.plan.passages.get(e.passage)).map_or(Layout::Paragraph, |p| p.layout);
    let measure = best.and_then(|e| plan.graded.measures.get(e.measure?));
    let ruling = plan.ruling(index);
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
        ruling.and_then(|r| r.verdict).map(|v| judgment::verdict(v, words)).unwrap_or_default(),
        ruling.map(|r| words.level(r.by_text)).unwrap_or_default(),
        report.checklist.id.clone(),
    ]
}
