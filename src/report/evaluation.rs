//! How often the checklist is right, for those who write checklists and those who must trust them.

use super::Format;
use super::json::{self, ChecklistOut, ToolOut};
use super::page::{Line, Page, Table};
use super::quotation::shown_path;
use crate::checklist::{Checklist, Level};
use crate::evaluation::{Accuracy, Counts, Fault, Mistake, PassageResult, PlanResult, commitment_name};
use crate::language::Commitment;
use crate::score::Score;
use crate::text::Lang;
use crate::words::{Words, say};
use serde::Serialize;

/// The results of one checklist on files of labels.
#[derive(Debug)]
pub struct EvaluationReport<'a> {
    pub checklist: &'a Checklist,
    pub checklist_sha256: String,
    /// By file: its name, the checklist's result and, if asked for, that of plain keywords.
    pub passages: Vec<(String, PassageResult, Option<PassageResult>)>,
    pub plans: Vec<PlanResult>,
    /// Figures only; the passages stay unread.
    pub summary: bool,
    pub lang: Lang,
}

/// Prints the evaluation.
pub fn render(report: &EvaluationReport<'_>, format: Format, width: usize) -> String {
    if format == Format::Json {
        return json::print(&out(report));
    }
    let words = super::words(report.lang, format);
    super::lay_out(&page(report, &words), &words, format, width)
}

/// All files of labelled passages together.
fn total(report: &EvaluationReport<'_>) -> (PassageResult, Option<PassageResult>) {
    let mut total = PassageResult::default();
    let mut baseline: Option<PassageResult> = None;
    for (_, result, plain) in &report.passages {
        total.join(result);
        if let Some(plain) = plain {
            baseline.get_or_insert_with(PassageResult::default).join(plain);
        }
    }
    (total, baseline)
}

fn page(report: &EvaluationReport<'_>, words: &Words) -> Page {
    let mut page = Page::default();
    let (total, baseline) = total(report);
    let title = say!(words, "evaluation-title", title = report.checklist.title.get(words.lang));
    page.title(1, title, result_lines(report, &total, words));
    if !report.passages.is_empty() {
        overview(&mut page, report, &total, baseline.as_ref(), words);
        fields(&mut page, report.checklist, &total, baseline.as_ref(), words);
        criteria(&mut page, report.checklist, &total, words);
        confusion(&mut page, &total, words);
    }
    if !report.plans.is_empty() {
        plans(&mut page, report, words);
    }
    if !report.summary {
        for (name, result, _) in &report.passages {
            mistakes(&mut page, name, &result.mistakes, report.checklist.lang, words);
        }
        for plan in &report.plans {
            mistakes(&mut page, &plan.name, &plan.mistakes, report.checklist.lang, words);
        }
    }
    page.heading(2, say!(words, "method"));
    page.lines(vec![Line::text(say!(words, "evaluation-method")), Line::fact(say!(words, "checklist-sum"), &report.checklist_sha256)]);
    page
}

fn result_lines(report: &EvaluationReport<'_>, total: &PassageResult, words: &Words) -> Vec<Line> {
    if report.passages.is_empty() {
        return Vec::new();
    }
    let any = total.total.any;
    let result = say!(
        words,
        "evaluation-result",
        passages = total.labelled,
        precision = words.percent(any.precision().percent()),
        recall = words.percent(any.recall().percent())
    );
    vec![Line::text(result)]
}

/// Three decimals, rounded down; a dash where nothing can be counted.
fn decimal(score: Score, lang: Lang) -> String {
    match (u64::from(score.earned) * 1000).checked_div(u64::from(score.possible)) {
        None => "–".to_owned(),
        Some(thousandths) => {
            let separator = if lang == Lang::De { ',' } else { '.' };
            format!("{}{separator}{:03}", thousandths / 1000, thousandths % 1000)
        }
    }
}

fn three(counts: Counts, words: &Words) -> [String; 3] {
    [counts.precision(), counts.recall(), counts.f1()].map(|s| decimal(s, words.lang))
}

fn found_table(words: &Words, thing: &str) -> Table {
    Table::new(&[
        (thing.to_owned(), false),
        (say!(words, "evaluation-right"), true),
        (say!(words, "evaluation-false"), true),
        (say!(words, "evaluation-missed"), true),
        (say!(words, "evaluation-precision"), true),
        (say!(words, "evaluation-recall"), true),
        (say!(words, "evaluation-f1"), true),
        (say!(words, "evaluation-f1-firm"), true),
        (say!(words, "evaluation-level"), true),
    ])
}

fn found_row(table: &mut Table, name: &str, accuracy: &Accuracy, words: &Words) {
    let number = |n: u32| say!(words, "number", number = n);
    let [precision, recall, f1] = three(accuracy.any, words);
    table.row(&[
        name,
        &number(accuracy.any.right),
        &number(accuracy.any.false_alarms),
        &number(accuracy.any.missed),
        &precision,
        &recall,
        &f1,
        &decimal(accuracy.firm.f1(), words.lang),
        &words.points(accuracy.level),
    ]);
}

fn overview(page: &mut Page, report: &EvaluationReport<'_>, total: &PassageResult, baseline: Option<&PassageResult>, words: &Words) {
    page.heading(2, say!(words, "evaluation-passages"));
    let mut found = found_table(words, &say!(words, "evaluation-file"));
    let mut whole = Table::new(&[
        (say!(words, "evaluation-file"), false),
        (say!(words, "evaluation-count"), true),
        (say!(words, "evaluation-clean"), true),
        (say!(words, "evaluation-commitment"), true),
        (say!(words, "evaluation-unit-f1"), true),
        (say!(words, "evaluation-date-f1"), true),
        (say!(words, "evaluation-contrary"), true),
    ]);
    let all = say!(words, "evaluation-all");
    let sum = (report.passages.len() > 1).then_some((&all, total, baseline));
    let rows = report.passages.iter().map(|(name, result, plain)| (name, result, plain.as_ref()));
    for (name, result, plain) in rows.chain(sum) {
        let name = shown_path(name);
        // A file that labels only commitment has no evidence to count.
        if result.total != Accuracy::default() {
            found_row(&mut found, &name, &result.total, words);
        }
        let mut facts = |name: &str, result: &PassageResult, graded: bool| {
            let dash = || "–".to_owned();
            let [commitment, unit, date] = if graded {
                [words.points(result.commitment()), decimal(result.responsible.f1(), words.lang), decimal(result.deadline.f1(), words.lang)]
            } else {
                [dash(), dash(), dash()]
            };
            let contrary = if graded { words.points(result.contrary.recall()) } else { dash() };
            let count = say!(words, "number", number = result.passages);
            whole.row(&[name, &count, &words.points(result.clean), &commitment, &unit, &date, &contrary]);
        };
        facts(&name, result, true);
        if let Some(plain) = plain.filter(|p| p.total != Accuracy::default()) {
            let name = say!(words, "evaluation-keywords", name = name);
            found_row(&mut found, &name, &plain.total, words);
            facts(&name, plain, false);
        }
    }
    whole.caption = say!(words, "evaluation-passages-more");
    page.table(found);
    page.table(whole);
}

fn fields(page: &mut Page, checklist: &Checklist, total: &PassageResult, baseline: Option<&PassageResult>, words: &Words) {
    page.heading(2, say!(words, "evaluation-fields"));
    let mut table = found_table(words, &say!(words, "field"));
    for (f, field) in checklist.fields.iter().enumerate() {
        let accuracy = total.field(checklist, f);
        if accuracy == Accuracy::default() {
            continue;
        }
        found_row(&mut table, field.title.get(words.lang), &accuracy, words);
        if let Some(plain) = baseline {
            let name = say!(words, "evaluation-keywords", name = field.title.get(words.lang));
            found_row(&mut table, &name, &plain.field(checklist, f), words);
        }
    }
    page.table(table);
}

fn criteria(page: &mut Page, checklist: &Checklist, total: &PassageResult, words: &Words) {
    page.heading(2, say!(words, "evaluation-criteria"));
    let mut table = found_table(words, &say!(words, "criterion"));
    for (accuracy, criterion) in total.criteria.iter().zip(&checklist.criteria) {
        if *accuracy != Accuracy::default() {
            found_row(&mut table, &criterion.id, accuracy, words);
        }
    }
    page.table(table);
}

const COMMITMENTS: [Commitment; 4] = [Commitment::None, Commitment::Intended, Commitment::Committed, Commitment::Done];

fn confusion(page: &mut Page, total: &PassageResult, words: &Words) {
    let levels: Vec<String> = Level::ALL.iter().map(|l| words.level(*l)).collect();
    matrix(page, say!(words, "evaluation-level-confusion"), &levels, &total.levels.map(|row| row.to_vec()), words);
    let commitments: Vec<String> = COMMITMENTS.iter().map(|c| words.message(&format!("commitment-{}", commitment_name(*c)), &[])).collect();
    matrix(page, say!(words, "evaluation-commitment-confusion"), &commitments, &total.commitments.map(|row| row.to_vec()), words);
}

fn matrix(page: &mut Page, heading: String, names: &[String], rows: &[Vec<u32>], words: &Words) {
    if rows.iter().flatten().all(|n| *n == 0) {
        return;
    }
    page.heading(2, heading);
    let mut columns = vec![(say!(words, "evaluation-people"), false)];
    columns.extend(names.iter().map(|name| (say!(words, "evaluation-program", name = name.as_str()), true)));
    let mut table = Table::new(&columns);
    for (name, row) in names.iter().zip(rows) {
        let cells: Vec<String> = row.iter().map(|n| say!(words, "number", number = *n)).collect();
        let cells: Vec<&str> = std::iter::once(name.as_str()).chain(cells.iter().map(String::as_str)).collect();
        table.row(&cells);
    }
    page.table(table);
}

/// The plans of each layout together.
fn plan_groups(report: &EvaluationReport<'_>) -> Vec<(bool, PlanResult)> {
    let mut groups = Vec::new();
    for damaged in [false, true] {
        let mut sum = PlanResult { damaged, ..PlanResult::default() };
        let plans: Vec<&PlanResult> = report.plans.iter().filter(|p| p.damaged == damaged).collect();
        plans.iter().for_each(|p| sum.join(p));
        if !plans.is_empty() {
            groups.push((damaged, sum));
        }
    }
    groups
}

fn plans(page: &mut Page, report: &EvaluationReport<'_>, words: &Words) {
    page.heading(2, say!(words, "evaluation-plans"));
    let mut table = Table::new(&[
        (say!(words, "plan"), false),
        (say!(words, "evaluation-right"), true),
        (say!(words, "evaluation-false"), true),
        (say!(words, "evaluation-missed"), true),
        (say!(words, "evaluation-precision"), true),
        (say!(words, "evaluation-recall"), true),
        (say!(words, "evaluation-unit-f1"), true),
        (say!(words, "evaluation-date-f1"), true),
        (say!(words, "evaluation-level"), true),
    ]);
    let mut more = Table::new(&[
        (say!(words, "plan"), false),
        (say!(words, "evaluation-money-f1"), true),
        (say!(words, "evaluation-indicator-f1"), true),
        (say!(words, "evaluation-status-f1"), true),
        (say!(words, "evaluation-repeated"), true),
        (say!(words, "evaluation-places-clean"), true),
        (say!(words, "evaluation-open"), true),
    ]);
    let groups = plan_groups(report);
    let sums = groups.iter().map(|(damaged, sum)| (say!(words, if *damaged { "evaluation-damaged" } else { "evaluation-intact" }), sum));
    for (name, plan) in report.plans.iter().map(|p| (shown_path(&p.name), p)).chain(sums) {
        let number = |n: u32| say!(words, "number", number = n);
        let f1 = |c: Counts| decimal(c.f1(), words.lang);
        let [precision, recall, _] = three(plan.measures, words);
        let m = plan.measures;
        table.row(&[
            &name,
            &number(m.right),
            &number(m.false_alarms),
            &number(m.missed),
            &precision,
            &recall,
            &f1(plan.responsible),
            &f1(plan.deadline),
            &words.points(plan.level),
        ]);
        more.row(&[
            &name,
            &f1(plan.budget),
            &f1(plan.indicator),
            &f1(plan.status),
            &f1(plan.repeated),
            &words.points(plan.clean),
            &words.points(plan.open),
        ]);
    }
    more.caption = say!(words, "evaluation-plans-more");
    page.table(table);
    page.table(more);
}

fn mistakes(page: &mut Page, name: &str, mistakes: &[Mistake], lang: Lang, words: &Words) {
    if mistakes.is_empty() {
        return;
    }
    page.heading(2, say!(words, "evaluation-mistakes", name = shown_path(name)));
    for fault in Fault::ALL {
        let of_kind: Vec<&Mistake> = mistakes.iter().filter(|m| m.fault == fault).collect();
        if of_kind.is_empty() {
            continue;
        }
        page.heading(3, words.message(&format!("fault-{}", fault.name()), &[("count", of_kind.len().into())]));
        for mistake in of_kind {
            let name = [mistake.place.as_str(), mistake.subject.as_str()].iter().filter(|s| !s.is_empty()).copied().collect::<Vec<_>>().join(", ");
            let mut lines = Vec::new();
            let mut fact = |key: &str, value: &str| {
                if !value.is_empty() {
                    lines.push(Line::fact(words.message(key, &[]), value));
                }
            };
            fact("evaluation-wanted", &mistake.wanted);
            fact("evaluation-found", &mistake.found);
            fact("evaluation-by", &mistake.pattern);
            lines.push(Line::quote(say!(words, "evaluation-text"), words.quoted(&mistake.text), lang));
            page.record(4, name, lines);
        }
    }
}

// ---------------------------------------------------------------------------------------------------------
// For programs, schema `crpd-check/evaluation/1`.

#[derive(Serialize)]
struct EvaluationOut {
    schema: &'static str,
    tool: ToolOut,
    checklist: ChecklistOut,
    files: Vec<FileOut>,
    /// All files of labelled passages together.
    total: Option<PassagesOut>,
    baseline: Option<PassagesOut>,
    plans: Vec<PlanOut>,
}

#[derive(Serialize)]
struct FileOut {
    path: String,
    result: PassagesOut,
    baseline: Option<PassagesOut>,
}

/// Pairs as they were counted; ratios are the reader's business.
#[derive(Serialize)]
struct CountsOut {
    right: u32,
    false_alarms: u32,
    missed: u32,
}

impl From<Counts> for CountsOut {
    fn from(c: Counts) -> Self {
        Self { right: c.right, false_alarms: c.false_alarms, missed: c.missed }
    }
}

/// So many of so many.
#[derive(Serialize)]
struct RatioOut {
    right: u32,
    of: u32,
}

impl From<Score> for RatioOut {
    fn from(s: Score) -> Self {
        Self { right: s.earned, of: s.possible }
    }
}

#[derive(Serialize)]
struct AccuracyOut {
    id: String,
    mentioned_or_better: CountsOut,
    intended_or_better: CountsOut,
    level: RatioOut,
}

fn accuracy(id: &str, a: &Accuracy) -> AccuracyOut {
    AccuracyOut { id: id.to_owned(), mentioned_or_better: a.any.into(), intended_or_better: a.firm.into(), level: a.level.into() }
}

#[derive(Serialize)]
struct PassagesOut {
    passages: u32,
    total: AccuracyOut,
    clean: RatioOut,
    commitment: RatioOut,
    responsible: CountsOut,
    deadline: CountsOut,
    contrary: CountsOut,
    fields: Vec<AccuracyOut>,
    criteria: Vec<AccuracyOut>,
    /// Rows: people; columns: the program; absent to binding.
    level_confusion: [[u32; 5]; 5],
    /// Rows: people; columns: the program; none, intended, committed, done.
    commitment_confusion: [[u32; 4]; 4],
    mistakes: Vec<MistakeOut>,
}

#[derive(Serialize)]
struct PlanOut {
    path: String,
    damaged: bool,
    measures: CountsOut,
    responsible: CountsOut,
    deadline: CountsOut,
    budget: CountsOut,
    indicator: CountsOut,
    status: CountsOut,
    duplicates: CountsOut,
    level: RatioOut,
    level_confusion: [[u32; 5]; 5],
    not_measures_left_clean: RatioOut,
    torn_left_open: RatioOut,
    mistakes: Vec<MistakeOut>,
}

#[derive(Serialize)]
struct MistakeOut {
    fault: &'static str,
    place: String,
    subject: String,
    wanted: String,
    found: String,
    pattern: String,
    text: String,
}

fn mistakes_out(mistakes: &[Mistake], summary: bool) -> Vec<MistakeOut> {
    let shown = if summary { &[] } else { mistakes };
    shown
        .iter()
        .map(|m| MistakeOut {
            fault: m.fault.name(),
            place: m.place.clone(),
            subject: m.subject.clone(),
            wanted: m.wanted.clone(),
            found: m.found.clone(),
            pattern: m.pattern.clone(),
            text: m.text.clone(),
        })
        .collect()
}

fn passages_out(checklist: &Checklist, r: &PassageResult, summary: bool) -> PassagesOut {
    let empty = Accuracy::default();
    let fields = checklist.fields.iter().enumerate().map(|(f, field)| (field.id.as_str(), r.field(checklist, f)));
    let criteria = r.criteria.iter().zip(&checklist.criteria);
    PassagesOut {
        passages: r.passages,
        total: accuracy("total", &r.total),
        clean: r.clean.into(),
        commitment: r.commitment().into(),
        responsible: r.responsible.into(),
        deadline: r.deadline.into(),
        contrary: r.contrary.into(),
        fields: fields.filter(|(_, a)| *a != empty).map(|(id, a)| accuracy(id, &a)).collect(),
        criteria: criteria.filter(|(a, _)| **a != empty).map(|(a, c)| accuracy(&c.id, a)).collect(),
        level_confusion: r.levels,
        commitment_confusion: r.commitments,
        mistakes: mistakes_out(&r.mistakes, summary),
    }
}

fn out(report: &EvaluationReport<'_>) -> EvaluationOut {
    let (total, baseline) = total(report);
    let out = |r: &PassageResult, summary: bool| passages_out(report.checklist, r, summary || report.summary);
    EvaluationOut {
        schema: "crpd-check/evaluation/1",
        tool: ToolOut::this(),
        checklist: json::checklist(report.checklist, &report.checklist_sha256, report.lang),
        files: report
            .passages
            .iter()
            .map(|(name, result, plain)| FileOut {
                path: shown_path(name),
                result: out(result, false),
                baseline: plain.as_ref().map(|p| out(p, true)),
            })
            .collect(),
        total: (!report.passages.is_empty()).then(|| out(&total, true)),
        baseline: baseline.as_ref().map(|b| out(b, true)),
        plans: report
            .plans
            .iter()
            .map(|p| PlanOut {
                path: shown_path(&p.name),
                damaged: p.damaged,
                measures: p.measures.into(),
                responsible: p.responsible.into(),
                deadline: p.deadline.into(),
                budget: p.budget.into(),
                indicator: p.indicator.into(),
                status: p.status.into(),
                duplicates: p.repeated.into(),
                level: p.level.into(),
                level_confusion: p.levels,
                not_measures_left_clean: p.clean.into(),
                torn_left_open: p.open.into(),
                mistakes: mistakes_out(&p.mistakes, report.summary),
            })
            .collect(),
    }
}
