//! The worksheet of a meeting: the questions of some criteria, what the search found, and room for the answers of people.

use super::page::{Line, Page};
use super::quotation::{quotation, shown_path};
use super::{Format, Report, audit};
use crate::audit::PlanAudit;
use crate::judgment::{Verdict, mark};
use crate::plan::Layout;
use crate::sheet::COLUMNS;
use crate::words::{Words, say};

/// The size of letters on paper, in points: large print begins at 14.
pub const FONTS: [u8; 2] = [14, 20];
/// Room for a comment, in lines to write on.
const COMMENT: u8 = 3;

/// What stands on a worksheet.
#[derive(Debug)]
pub struct Worksheet<'a> {
    /// The audit of one plan.
    pub report: Report<'a>,
    /// Indices of the criteria, in the order of the sheet.
    pub criteria: Vec<usize>,
    /// The group that will fill it, if it is known.
    pub group: String,
    /// Minutes for each criterion and for the end.
    pub each: u32,
    pub wrap_up: u32,
    /// Points on paper.
    pub font: u8,
}

/// The criteria to talk about: the largest gaps in turns through the fields, then what is covered least firmly.
pub fn choose(plan: &PlanAudit, report: &Report<'_>, count: usize) -> Vec<usize> {
    let checklist = report.checklist;
    let mut chosen = plan.largest_gaps(checklist);
    let mut covered: Vec<usize> = (0..checklist.criteria.len()).filter(|c| !chosen.contains(c)).collect();
    covered.sort_by_key(|&c| (plan.assessment.findings[c].level, c));
    chosen.extend(covered);
    chosen.truncate(count);
    chosen
}

/// Prints the sheet; [`Format::Csv`] is the one that a program can read when it is filled.
pub fn render(sheet: &Worksheet<'_>, format: Format, width: usize) -> String {
    let words = super::words(sheet.report.lang, format);
    if format == Format::Csv {
        return sheet.report.plans.first().map(|plan| table(sheet, plan, &words)).unwrap_or_default();
    }
    let mut page = Page { paper: Some(sheet.font), ..Page::default() };
    for plan in &sheet.report.plans {
        write(&mut page, sheet, plan, &words);
    }
    super::lay_out(&page, &words, format, width)
}

fn write(page: &mut Page, sheet: &Worksheet<'_>, plan: &PlanAudit, words: &Words) {
    let checklist = sheet.report.checklist;
    let file = shown_path(&plan.source.name);
    let count = sheet.criteria.len();
    let mut lead = vec![Line::text(say!(words, "sheet-lead", count = count))];
    lead.extend(audit::edition(plan, words));
    lead.push(Line::room(say!(words, "sheet-group"), &sheet.group, 1));
    lead.push(Line::room(say!(words, "sheet-day"), "", 1));
    lead.push(Line::text(say!(words, "sheet-privacy")));
    page.title(1, say!(words, "sheet-title", title = plan.title(), file = file.as_str()), lead);

    page.heading(2, say!(words, "sheet-how"));
    let minutes = sheet.each * u32::try_from(count).unwrap_or(u32::MAX);
    page.lines(vec![
        Line::text(say!(words, "sheet-start")),
        Line::text(say!(words, "sheet-work", minutes = minutes, each = sheet.each)),
        Line::text(say!(words, "sheet-close", minutes = sheet.wrap_up)),
    ]);
    page.heading(2, say!(words, "sheet-answers"));
    page.lines(Verdict::ALL.map(|v| Line::text(words.message(&format!("sheet-answer-{}", v.name()), &[]))).into());
    page.lines(vec![Line::text(say!(words, "sheet-doubt"))]);

    page.heading(2, say!(words, "sheet-questions"));
    for (i, &index) in sheet.criteria.iter().enumerate() {
        let criterion = &checklist.criteria[index];
        let field = checklist.fields[criterion.field].title.get(words.lang);
        let mut lines = vec![
            Line::fact(say!(words, "question"), criterion.question.get(words.lang)),
            Line::fact(say!(words, "why"), criterion.why.get(words.lang)),
            Line::fact(say!(words, "sheet-id"), &criterion.id),
            Line::fact(say!(words, "sheet-finding"), words.level(plan.assessment.findings[index].level)),
        ];
        if let Some((place, quote)) = best(plan, index) {
            lines.push(Line::quote(words.lines(place), words.quoted(&quote), plan.graded.lang));
        }
        lines.extend(Verdict::ALL.map(|v| Line::tick(words.message(&format!("verdict-{}", v.name()), &[]))));
        lines.push(Line::room(say!(words, "sheet-place"), "", 1));
        lines.push(Line::room(say!(words, "sheet-comment"), "", COMMENT));
        page.record(3, say!(words, "sheet-question", number = i + 1, count = count, field = field), lines);
        page.place(&criterion.id);
    }

    page.heading(2, say!(words, "sheet-later"));
    let rest = plan.scores.gaps.iter().filter(|gap| !sheet.criteria.contains(gap)).count();
    let all = super::command("worksheet", &file) + " --all";
    let note = say!(words, "sheet-rest", count = rest);
    page.lines(vec![if rest == 0 { Line::text(note) } else { Line::command(note, all) }]);
    page.lines(vec![Line::command(say!(words, "sheet-end", count = count), say!(words, "sheet-import", plan = super::typed(&file)))]);
}

/// Lines and words of the best passage; a share has every measure for its evidence, and none is the best.
fn best(plan: &PlanAudit, criterion: usize) -> Option<((usize, usize), String)> {
    let finding = &plan.assessment.findings[criterion];
    let best = finding.evidence.first().filter(|_| finding.share.is_none())?;
    let layout = plan.plan.passages.get(best.passage).map_or(Layout::Paragraph, |p| p.layout);
    Some((plan.source.lines(best.span), quotation(plan.source.slice(best.span), layout)))
}

/// The table to fill in.
fn table(sheet: &Worksheet<'_>, plan: &PlanAudit, words: &Words) -> String {
    let checklist = sheet.report.checklist;
    let rows = sheet.criteria.iter().map(|&index| {
        let criterion = &checklist.criteria[index];
        let finding = &plan.assessment.findings[index];
        let (lines, quote) = best(plan, index).map(|(lines, quote)| (words.lines(lines), quote)).unwrap_or_default();
        [
            criterion.id.clone(),
            criterion.question.get(words.lang).to_owned(),
            words.level(finding.level),
            lines,
            quote,
            String::new(),
            String::new(),
            String::new(),
            sheet.group.clone(),
            String::new(),
            mark(&plan.source, criterion.kind, finding),
        ]
    });
    super::spreadsheet::to_fill_in(COLUMNS.map(|key| words.message(key, &[])), rows)
}
