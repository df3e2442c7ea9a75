//! Many plans beside each other: what most of them leave open, each field with all plans, and data for programs.
//!
//! Plans stand by the names of their files, those of one kind of municipality together, and no total is printed
//! for people: a survey is no league table.

use super::json::{self, ChecklistOut, LevelOut, ScoreOut, TallyOut, ToolOut, UnreadableOut};
use super::page::{Line, Page, Table};
use super::quotation::{clean, shown_path};
use super::spreadsheet::comma_separated;
use super::{Format, audit};
use crate::audit::PlanAudit;
use crate::checklist::Checklist;
use crate::place::PlaceKind;
use crate::survey::{self, CommonGap, Header, HeaderFault, MeasureCounts, Open, PlanSummary};
use crate::text::Lang;
use crate::words::{Words, say};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// The results of one checklist on many plans.
#[derive(Debug)]
pub struct SurveyReport<'a> {
    pub checklist: &'a Checklist,
    pub checklist_sha256: String,
    /// In the order of their files' names.
    pub plans: Vec<PlanSummary>,
    /// Files that could not be read, with the reason.
    pub unreadable: Vec<(String, String)>,
    pub lang: Lang,
}

impl PlanAudit {
    /// Reduces the audit to what a survey keeps; the text of the plan is given back.
    pub fn into_summary(self, checklist: &Checklist) -> PlanSummary {
        let mut remarks: Vec<&'static str> = self.remarks(checklist).iter().map(|r| r.kind).collect();
        remarks.dedup();
        PlanSummary {
            path: shown_path(&self.source.name),
            title: self.title(),
            header: Header::read(&self.plan.metadata, &self.source),
            lang: self.graded.lang,
            levels: self.assessment.findings.iter().map(|f| f.level).collect(),
            measures: counts(&self),
            damaged_lines: self.damage.lines().iter().map(|(from, to)| to - from + 1).sum(),
            remarks,
            sha256: self.sha256,
            total: self.scores.total,
            fields: self.scores.fields,
        }
    }
}

fn counts(plan: &PlanAudit) -> MeasureCounts {
    let mut counts = MeasureCounts::default();
    for measure in plan.graded.measures.iter().filter(|m| m.duplicate_of.is_none()) {
        counts.all += 1;
        counts.responsible += u32::from(measure.responsible.is_some());
        counts.deadline += u32::from(measure.deadline.as_ref().is_some_and(|d| d.verifiable));
        counts.budget += u32::from(measure.budget.is_some());
        counts.indicator += u32::from(measure.indicator.is_some());
    }
    counts
}

/// Prints the survey.
pub fn render(report: &SurveyReport<'_>, format: Format, width: usize) -> String {
    if format == Format::Json {
        return json::print(&out(report));
    }
    let words = super::words(report.lang, format);
    super::lay_out(&page(report, &words), &words, format, width)
}

// ---------------------------------------------------------------------------------------------------------
// For people.

fn page(report: &SurveyReport<'_>, words: &Words) -> Page {
    let mut page = Page::default();
    let gaps = survey::common_gaps(&report.checklist.criteria, &report.plans);
    let groups = survey::by_kind(&report.plans);
    let mut lines = vec![Line::text(say!(words, "survey-result", open = gaps.len(), criteria = report.checklist.criteria.len()))];
    lines.extend(audit::measured(report.checklist, words));
    lines.push(Line::text(say!(words, "survey-order")));
    if groups.len() > 1 {
        let kinds: Vec<String> = groups.iter().map(|(kind, plans)| kind_count(words, *kind, plans.len())).collect();
        lines.push(Line::text(say!(words, "survey-mixed", kinds = kinds.join("; "))));
    }
    page.title(1, say!(words, "survey-title", count = report.plans.len()), lines);
    audit::unreadable(&mut page, &report.unreadable, words, 2);
    notices(&mut page, report, words);
    common_gaps(&mut page, report, &gaps, groups.len() > 1, words);
    let names = names(&report.plans);
    for (kind, plans) in &groups {
        Group { report, words, names: &names, plans }.write(&mut page, *kind);
    }
    sources(&mut page, report, &names, words);
    method(&mut page, report, &gaps, words);
    page
}

/// "3 Landkreise".
fn kind_count(words: &Words, kind: Option<PlaceKind>, count: usize) -> String {
    words.message(&format!("place-{}", kind.map_or("unknown", PlaceKind::name)), &[("count", count.into())])
}

/// What each plan is called, by its file: its place where only one plan has it, else its place and its file.
fn names(plans: &[PlanSummary]) -> BTreeMap<&str, String> {
    let short = |plan: &PlanSummary| plan.header.place.as_deref().map(clean).unwrap_or_else(|| plan.title.clone());
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for plan in plans {
        *times.entry(short(plan)).or_default() += 1;
    }
    let name = |plan: &PlanSummary| {
        let short = short(plan);
        if times.get(&short) == Some(&1) { short } else { format!("{short} ({})", plan.path) }
    };
    plans.iter().map(|plan| (plan.path.as_str(), name(plan))).collect()
}

/// The remarks on a plan: the name of each in data, and what it says.
fn remarks(plan: &PlanSummary, words: &Words) -> Vec<(&'static str, String)> {
    let header = plan.header.faults.iter().map(|fault| {
        let said = match fault {
            HeaderFault::NoFrontMatter => say!(words, "header-none"),
            HeaderFault::NoKind => say!(words, "header-kind"),
            HeaderFault::AgsWithoutQuotes { mended } => say!(words, "header-ags-quotes", mended = mended.as_str()),
            HeaderFault::AgsNotEightDigits { written, mended: Some(mended) } => {
                say!(words, "header-ags-digits", written = written.as_str(), mended = mended.as_str())
            }
            HeaderFault::AgsNotEightDigits { written, mended: None } => say!(words, "header-ags-unknown", written = written.as_str()),
        };
        (fault.name(), said)
    });
    header.chain(plan.remarks.iter().map(|kind| (*kind, words.message(&format!("notice-{kind}"), &[])))).collect()
}

fn notices(page: &mut Page, report: &SurveyReport<'_>, words: &Words) {
    let lines: Vec<Line> =
        report.plans.iter().flat_map(|plan| remarks(plan, words).into_iter().map(|(_, said)| Line::fact(&plan.path, said))).collect();
    if !lines.is_empty() {
        page.heading(2, say!(words, "survey-notices"));
        page.lines(lines);
    }
}

/// The criteria that most plans leave open; where kinds of municipality are mixed, with the numbers of each.
fn common_gaps(page: &mut Page, report: &SurveyReport<'_>, gaps: &[CommonGap], mixed: bool, words: &Words) {
    page.heading(2, say!(words, "survey-gaps"));
    page.lines(vec![Line::text(say!(words, "survey-gaps-note", count = gaps.len()))]);
    let mut columns = vec![(say!(words, "criterion"), false), (say!(words, "question"), false), (say!(words, "survey-open-in"), true)];
    if mixed {
        columns.push((say!(words, "survey-open-by-kind"), false));
    }
    let mut table = Table::new(&columns);
    for gap in gaps {
        let criterion = &report.checklist.criteria[gap.criterion];
        let by_kind: Vec<String> = gap.by_kind.iter().map(|(kind, open)| format!("{}: {}", kind_word(words, *kind), of(words, *open))).collect();
        let cells = [criterion.id.as_str(), criterion.question.get(words.lang), &of(words, gap.all), &by_kind.join("; ")];
        table.row(&cells[..columns.len()]);
    }
    page.table(table);
}

fn of(words: &Words, open: Open) -> String {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    words.of(number(open.plans), number(open.of))
}

/// "Landkreis".
fn kind_word(words: &Words, kind: Option<PlaceKind>) -> String {
    words.message(&format!("place-name-{}", kind.map_or("unknown", PlaceKind::name)), &[])
}

/// The plans of one kind of municipality.
struct Group<'a> {
    report: &'a SurveyReport<'a>,
    words: &'a Words,
    names: &'a BTreeMap<&'a str, String>,
    plans: &'a [&'a PlanSummary],
}

impl Group<'_> {
    fn write(&self, page: &mut Page, kind: Option<PlaceKind>) {
        page.heading(2, kind_count(self.words, kind, self.plans.len()));
        self.fields(page);
        self.measures(page);
    }

    fn name(&self, plan: &PlanSummary) -> &str {
        self.names.get(plan.path.as_str()).map_or("", String::as_str)
    }

    /// A table for each field: it stays readable however many plans there are.
    fn fields(&self, page: &mut Page) {
        let words = self.words;
        page.heading(3, say!(words, "fields"));
        for field in &self.report.checklist.fields {
            let mut table = Table::new(&[
                (say!(words, "plan"), false),
                (say!(words, "covered"), true),
                (say!(words, "binding"), true),
                (say!(words, "points"), true),
            ]);
            for plan in self.plans {
                let Some(tally) = plan.fields.iter().find(|t| t.id == field.id) else { continue };
                let (covered, binding) = (words.of(tally.covered, tally.criteria), words.of(tally.binding, tally.criteria));
                table.row(&[self.name(plan), &covered, &binding, &words.points(tally.score)]);
            }
            if !table.rows.is_empty() {
                page.heading(4, say!(words, "field-name", title = field.title.get(words.lang)));
                page.table(table);
            }
        }
    }

    fn measures(&self, page: &mut Page) {
        let words = self.words;
        let column = |key: &str| (words.message(key, &[]), true);
        let mut table = Table::new(&[
            (say!(words, "plan"), false),
            column("measures-count"),
            column("survey-unit"),
            column("survey-date"),
            column("measures-money"),
            column("measures-indicator"),
        ]);
        for plan in self.plans {
            let MeasureCounts { all, responsible, deadline, budget, indicator } = plan.measures;
            let [all, responsible, deadline, budget, indicator] =
                [all, responsible, deadline, budget, indicator].map(|n| say!(words, "number", number = n));
            table.row(&[self.name(plan), &all, &responsible, &deadline, &budget, &indicator]);
        }
        page.heading(3, say!(words, "survey-measures"));
        page.table(table);
    }
}

/// Which files were read.
fn sources(page: &mut Page, report: &SurveyReport<'_>, names: &BTreeMap<&str, String>, words: &Words) {
    page.heading(2, say!(words, "survey-plans"));
    for (i, plan) in report.plans.iter().enumerate() {
        let name = names.get(plan.path.as_str()).map_or("", String::as_str);
        let header = &plan.header;
        let facts = [
            ("survey-file", Some(plan.path.clone())),
            ("measure-title", Some(plan.title.clone())),
            ("survey-ags", header.ags.clone()),
            ("survey-edition", header.edition.clone()),
            ("survey-licence", header.licence.clone()),
            ("survey-damaged", (plan.damaged_lines > 0).then(|| say!(words, "number", number = plan.damaged_lines))),
            ("plan-sum", Some(plan.sha256.clone())),
        ];
        let lines = facts.into_iter().filter_map(|(key, value)| Some(Line::fact(words.message(key, &[]), value?))).collect();
        let thing = say!(words, "plan");
        page.record(3, say!(words, "row", thing = thing, number = i + 1, count = report.plans.len(), name = name), lines);
    }
}

fn method(page: &mut Page, report: &SurveyReport<'_>, gaps: &[CommonGap], words: &Words) {
    let checklist = report.checklist;
    page.heading(2, say!(words, "method"));
    page.lines(vec![Line::text(say!(words, "method-text")), Line::text(say!(words, "method-not-found")), Line::text(say!(words, "method-points"))]);
    page.lines(vec![
        Line::fact(say!(words, "program"), format!("crpd-check {}", env!("CARGO_PKG_VERSION"))),
        Line::fact(say!(words, "checklist"), format!("{} {}, {}", checklist.id, checklist.version, checklist.title.get(words.lang))),
        Line::fact(say!(words, "checklist-sum"), &report.checklist_sha256),
    ]);
    let next = gaps.first().and_then(|gap| super::explain_command(checklist, gap.criterion));
    let end = say!(words, "survey-end", open = gaps.len(), criteria = checklist.criteria.len());
    page.lines(vec![Line::command(end, next.unwrap_or_else(|| super::show_command(Some(checklist))))]);
}

// ---------------------------------------------------------------------------------------------------------
// For spreadsheets.

/// Prints a row for each plan and field.
pub fn csv(report: &SurveyReport<'_>) -> String {
    let words = &super::words(report.lang, Format::Table);
    let head = [
        "survey-file",
        "measure-title",
        "survey-place",
        "survey-kind",
        "survey-ags",
        "survey-edition",
        "field",
        "survey-field-title",
        "checklist-criteria",
        "covered",
        "binding",
        "points",
        "survey-possible",
    ];
    let rows = report.plans.iter().flat_map(|plan| plan.fields.iter().map(move |field| (plan, field))).map(|(plan, field)| {
        let header = &plan.header;
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        [
            plan.path.clone(),
            plan.title.clone(),
            text(&header.place),
            header.kind.map_or_else(String::new, |kind| kind_word(words, Some(kind))),
            text(&header.ags),
            text(&header.edition),
            field.id.clone(),
            report.checklist.field_title(&field.id, words.lang).to_owned(),
            field.criteria.to_string(),
            field.covered.to_string(),
            field.binding.to_string(),
            field.score.earned.to_string(),
            field.score.possible.to_string(),
        ]
    });
    comma_separated(head.map(|key| words.message(key, &[])), rows)
}

// ---------------------------------------------------------------------------------------------------------
// For programs.

/// The JSON Schema of the survey (draft 2020-12).
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(SurveyOut<'_>)
}

/// A survey of many plans by one checklist, schema `crpd-check/survey/1`.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Survey")]
struct SurveyOut<'a> {
    /// Always `crpd-check/survey/1`.
    schema: &'static str,
    tool: ToolOut,
    /// Language of titles, questions and remarks: de or en.
    language: &'static str,
    checklist: ChecklistOut,
    /// Criteria that more than half of all plans leave open, most plans first.
    common_gaps: Vec<CommonGapOut>,
    /// The plans by kind of municipality; compare within a kind only.
    kinds: Vec<KindOut>,
    /// Sorted by path.
    #[schemars(with = "Vec<PlanOut>")]
    plans: PlansOut<'a>,
    /// Files that could not be read.
    unreadable: Vec<UnreadableOut>,
}

/// The plans, each made when it is written: thousands of them at once would take more memory than what is written.
struct PlansOut<'a>(&'a SurveyReport<'a>);

impl Serialize for PlansOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let words = super::words(self.0.lang, Format::Table);
        serializer.collect_seq(self.0.plans.iter().map(|p| plan(self.0, p, &words)))
    }
}

/// A criterion below planned in more than half of the plans.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CommonGap")]
struct CommonGapOut {
    id: String,
    field: String,
    question: String,
    /// Plans in which it is below planned.
    plans: usize,
    /// Plans looked at.
    of: usize,
    /// The same for each kind of municipality.
    by_kind: Vec<OpenOut>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Open")]
struct OpenOut {
    /// county, independent-city, town, municipality or association; null where the plan does not tell it.
    kind: Option<&'static str>,
    plans: usize,
    of: usize,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Kind")]
struct KindOut {
    /// county, independent-city, town, municipality or association; null where the plan does not tell it.
    kind: Option<&'static str>,
    /// Their paths.
    plans: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Plan")]
struct PlanOut {
    path: String,
    sha256: String,
    title: String,
    municipality: Option<String>,
    /// county, independent-city, town, municipality or association.
    kind: Option<&'static str>,
    /// Official municipality key, eight digits.
    ags: Option<String>,
    edition: Option<String>,
    licence: Option<String>,
    /// Language in which the plan was read: de or en.
    language: &'static str,
    score: ScoreOut,
    criteria_count: u32,
    /// Criteria at planned or better.
    covered: u32,
    /// Criteria at binding.
    binding: u32,
    fields: Vec<TallyOut>,
    /// Every criterion of the checklist, in its order.
    criteria: Vec<CriterionOut>,
    measures: MeasuresOut,
    /// Lines that conversion has damaged.
    damaged_lines: usize,
    /// What to know about the reading of the file, and what to mend in its front matter.
    remarks: Vec<RemarkOut>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Criterion")]
struct CriterionOut {
    id: String,
    level: LevelOut,
}

/// Measures without repetitions, and how many of them name what.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Measures")]
struct MeasuresOut {
    all: u32,
    responsible: u32,
    /// With a date that can be checked.
    deadline: u32,
    budget: u32,
    indicator: u32,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Remark")]
struct RemarkOut {
    kind: &'static str,
    text: String,
}

fn out<'a>(report: &'a SurveyReport<'_>) -> SurveyOut<'a> {
    let groups = survey::by_kind(&report.plans).into_iter();
    let kinds = groups.map(|(kind, plans)| KindOut { kind: kind.map(PlaceKind::name), plans: plans.iter().map(|p| p.path.clone()).collect() });
    let gaps = survey::common_gaps(&report.checklist.criteria, &report.plans);
    SurveyOut {
        schema: "crpd-check/survey/1",
        tool: ToolOut::this(),
        language: json::language(report.lang),
        checklist: json::checklist(report.checklist, &report.checklist_sha256, report.lang),
        common_gaps: gaps.iter().map(|gap| common_gap(report, gap)).collect(),
        kinds: kinds.collect(),
        plans: PlansOut(report),
        unreadable: json::unreadable(&report.unreadable),
    }
}

fn common_gap(report: &SurveyReport<'_>, gap: &CommonGap) -> CommonGapOut {
    let checklist = report.checklist;
    let criterion = &checklist.criteria[gap.criterion];
    CommonGapOut {
        id: criterion.id.clone(),
        field: checklist.fields[criterion.field].id.clone(),
        question: criterion.question.get(report.lang).to_owned(),
        plans: gap.all.plans,
        of: gap.all.of,
        by_kind: gap.by_kind.iter().map(|(kind, open)| OpenOut { kind: kind.map(PlaceKind::name), plans: open.plans, of: open.of }).collect(),
    }
}

fn plan(report: &SurveyReport<'_>, plan: &PlanSummary, words: &Words) -> PlanOut {
    let checklist = report.checklist;
    let MeasureCounts { all, responsible, deadline, budget, indicator } = plan.measures;
    let criteria = checklist.criteria.iter().zip(&plan.levels);
    PlanOut {
        path: plan.path.clone(),
        sha256: plan.sha256.clone(),
        title: plan.title.clone(),
        municipality: plan.header.place.clone(),
        kind: plan.header.kind.map(PlaceKind::name),
        ags: plan.header.ags.clone(),
        edition: plan.header.edition.clone(),
        licence: plan.header.licence.clone(),
        language: json::language(plan.lang),
        score: plan.total.score.into(),
        criteria_count: plan.total.criteria,
        covered: plan.total.covered,
        binding: plan.total.binding,
        fields: plan.fields.iter().map(|t| json::tally(t, checklist.field_title(&t.id, report.lang))).collect(),
        criteria: criteria.map(|(c, level)| CriterionOut { id: c.id.clone(), level: (*level).into() }).collect(),
        measures: MeasuresOut { all, responsible, deadline, budget, indicator },
        damaged_lines: plan.damaged_lines,
        remarks: remarks(plan, words).into_iter().map(|(kind, text)| RemarkOut { kind, text }).collect(),
    }
}
