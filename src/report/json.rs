//! The report for programs, schema `crpd-check/report/1`.
//!
//! Fields may be added; none is renamed or dropped without a new schema number. docs/schema/report.json is
//! generated from the structs below.

use super::quotation::{is_invisible, shown_path};
use super::{Report, article_numbers, measure_id};
use crate::alert::Alert;
use crate::assessment::{Evidence, NearMiss, Obstacle};
use crate::audit::{Judged, PlanAudit};
use crate::checklist::{Checklist, Competence, Criterion, Level};
use crate::evaluation::commitment_name;
use crate::judgment::{Ruling, Verdict};
use crate::score::{Score, Tally};
use crate::text::Lang;
use crate::waiver::{Standing, Waiver};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// Prints the report as JSON with an end of line; those of several checklists as a list.
pub(super) fn render(reports: &[Report<'_>]) -> String {
    match reports {
        [report] => print(&whole(report)),
        reports => print(&ReportsOut { schema: "crpd-check/reports/1", reports: reports.iter().map(whole).collect() }),
    }
}

/// The reports of several checklists on the same plans.
#[derive(Serialize)]
struct ReportsOut {
    schema: &'static str,
    /// In the order in which the checklists were asked for.
    reports: Vec<ReportOut>,
}

fn whole(report: &Report<'_>) -> ReportOut {
    ReportOut {
        schema: "crpd-check/report/1",
        tool: ToolOut::this(),
        language: language(report.lang),
        checklist: checklist(report.checklist, &report.checklist_sha256, report.lang),
        plans: report.by_name().into_iter().map(|p| plan(report, p)).collect(),
        unreadable: unreadable(&report.unreadable),
        waivers: waivers(report),
    }
}

/// Prints every plan as JSON on a line of its own, which tells everything that a program needs to understand it; then a line
/// for every file that could not be read.
pub(super) fn lines(report: &Report<'_>) -> String {
    let line = |of: &PlanAudit| {
        let line = LineOut {
            schema: "crpd-check/plan/1",
            tool: ToolOut::this(),
            report_language: language(report.lang),
            checklist: checklist(report.checklist, &report.checklist_sha256, report.lang),
            plan: plan(report, of),
        };
        one_line(&line)
    };
    let mut lines: String = report.by_name().into_iter().map(line).collect();
    for unreadable in unreadable(&report.unreadable) {
        lines += &one_line(&UnreadableLineOut { schema: "crpd-check/unreadable/1", tool: ToolOut::this(), unreadable });
    }
    lines
}

/// The JSON Schema of the report (draft 2020-12).
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(ReportOut)
}

/// The JSON Schema of a line of [`super::Format::Ndjson`] on a plan.
pub fn line_schema() -> schemars::Schema {
    schemars::schema_for!(LineOut)
}

/// The JSON Schema of a line of [`super::Format::Ndjson`] on a file that could not be read.
pub fn unreadable_schema() -> schemars::Schema {
    schemars::schema_for!(UnreadableLineOut)
}

fn one_line<T: Serialize>(value: &T) -> String {
    inert(serde_json::to_string(value).unwrap_or_default()) + "\n"
}

/// Two spaces of indentation and an end of line.
pub(super) fn print<T: Serialize>(value: &T) -> String {
    // Structs of texts and whole numbers always have a JSON form.
    inert(serde_json::to_string_pretty(value).unwrap_or_default()) + "\n"
}

/// The same JSON without a character that a terminal obeys or nobody sees: they can stand only in texts, where JSON
/// has another way to write them, so that a program still reads the author's own.
fn inert(json: String) -> String {
    let mut out = String::new();
    let (mut at, mut copied) = (0, 0);
    while let Some(next) = first_odd(&json.as_bytes()[at..]) {
        at += next;
        let Some(c) = json[at..].chars().next() else { break };
        let end = at + c.len_utf8();
        if is_obeyed(c) {
            out.push_str(&json[copied..at]);
            c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| out.push_str(&format!("\\u{unit:04x}")));
            copied = end;
        }
        at = end;
    }
    if copied == 0 {
        return json;
    }
    out.push_str(&json[copied..]);
    out
}

/// The first byte that may begin an obeyed character. Nearly every byte is plain, and sixteen are passed over at once.
fn first_odd(bytes: &[u8]) -> Option<usize> {
    const AT_ONCE: usize = 16;
    let odd = |b: &u8| !b.is_ascii() | (b.is_ascii_control() & (*b != b'\n'));
    let plain = bytes.chunks_exact(AT_ONCE).take_while(|chunk| !chunk.iter().fold(false, |any, b| any | odd(b))).count() * AT_ONCE;
    bytes[plain..].iter().position(odd).map(|rest| plain + rest)
}

fn is_obeyed(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_control() && c != '\n' } else { c.is_control() || is_invisible(c) }
}

pub(super) fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "de",
        Lang::En => "en",
    }
}

/// An audit of one or more plans against a checklist.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Report")]
struct ReportOut {
    /// Always `crpd-check/report/1`.
    schema: &'static str,
    tool: ToolOut,
    /// Language of the titles and questions: de or en.
    language: &'static str,
    checklist: ChecklistOut,
    /// Sorted by path.
    plans: Vec<PlanOut>,
    /// Files that could not be read.
    unreadable: Vec<UnreadableOut>,
    /// The waivers that were given, and what became of each.
    #[serde(skip_serializing_if = "Option::is_none")]
    waivers: Option<WaiversOut>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Waivers")]
struct WaiversOut {
    sha256: String,
    /// The day on which they were looked at, as year-month-day.
    today: String,
    list: Vec<WaiverOut>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Waiver")]
struct WaiverOut {
    id: String,
    /// The plan it holds for; every plan where none is named.
    plan: Option<String>,
    reason: String,
    who: String,
    /// The last day on which it holds, as year-month-day.
    until: String,
    /// active, expired, unknown, unused or unasked.
    standing: &'static str,
}

/// The audit of one plan against a checklist.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "PlanLine")]
struct LineOut {
    /// Always `crpd-check/plan/1`.
    schema: &'static str,
    tool: ToolOut,
    /// Language of the titles and questions: de or en.
    report_language: &'static str,
    checklist: ChecklistOut,
    /// The plan as it stands in `plans` of the whole report.
    #[serde(flatten)]
    plan: PlanOut,
}

/// A file that could not be read, among the lines on plans.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "UnreadableLine")]
struct UnreadableLineOut {
    /// Always `crpd-check/unreadable/1`.
    schema: &'static str,
    tool: ToolOut,
    #[serde(flatten)]
    unreadable: UnreadableOut,
}

/// The program that wrote this file.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Tool")]
pub(super) struct ToolOut {
    name: &'static str,
    version: &'static str,
}

impl ToolOut {
    pub(super) fn this() -> Self {
        Self { name: "crpd-check", version: env!("CARGO_PKG_VERSION") }
    }
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Checklist")]
pub(super) struct ChecklistOut {
    id: String,
    version: String,
    title: String,
    sha256: String,
    /// How often it was right on passages that nobody tuned it to.
    measured: Option<MeasuredOut>,
}

/// Pairs of passage and criterion on a labelled corpus.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Measured")]
struct MeasuredOut {
    corpus: String,
    passages: u32,
    right: u32,
    false_alarms: u32,
    missed: u32,
}

pub(super) fn checklist(checklist: &Checklist, sha256: &str, lang: Lang) -> ChecklistOut {
    ChecklistOut {
        id: checklist.id.clone(),
        version: checklist.version.clone(),
        title: checklist.title.get(lang).to_owned(),
        sha256: sha256.to_owned(),
        measured: checklist.measured.as_ref().map(|m| MeasuredOut {
            corpus: m.corpus.clone(),
            passages: m.passages,
            right: m.right,
            false_alarms: m.false_alarms,
            missed: m.missed,
        }),
    }
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Unreadable")]
pub(super) struct UnreadableOut {
    path: String,
    reason: String,
}

pub(super) fn unreadable(unreadable: &[(String, String)]) -> Vec<UnreadableOut> {
    unreadable.iter().map(|(path, reason)| UnreadableOut { path: shown_path(path), reason: reason.clone() }).collect()
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Plan")]
struct PlanOut {
    path: String,
    sha256: String,
    title: String,
    /// The front matter of the file.
    metadata: BTreeMap<String, String>,
    /// Language in which the plan was read: de or en.
    language: &'static str,
    /// All criteria together.
    score: ScoreOut,
    /// The score by the text alone, if people judged too.
    #[serde(skip_serializing_if = "Option::is_none")]
    score_by_text: Option<ScoreOut>,
    /// SHA-256 of the file of judgments.
    #[serde(skip_serializing_if = "Option::is_none")]
    judgments_sha256: Option<String>,
    /// The score as if the waived criteria were not asked; gates look at this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    score_after_waivers: Option<ScoreOut>,
    /// Number of criteria.
    criteria_count: u32,
    /// Criteria at planned or better.
    covered: u32,
    /// Criteria at binding.
    binding: u32,
    /// Remarks on the reading of the file.
    notices: Vec<NoticeOut>,
    /// What conversion did to the text: verdicts on these lines are less sure.
    damage: DamageOut,
    measures: Vec<MeasureOut>,
    /// Every criterion of the checklist, in its order.
    criteria: Vec<CriterionOut>,
    fields: Vec<TallyOut>,
    articles: Vec<TallyOut>,
    /// Articles the checklist asks about without a covered criterion.
    uncovered_articles: Vec<String>,
    /// Articles the checklist does not ask about.
    unasked_articles: Vec<String>,
    /// Criteria below planned, in checklist order.
    gaps: Vec<String>,
    /// The same criteria, largest gap first, in turns through the fields.
    largest_gaps: Vec<String>,
    /// Measures that answer no criterion.
    unassigned_measures: Vec<String>,
    /// The alerts that the baseline does not know; only if one was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    new_since_baseline: Option<Vec<NewOut>>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "New")]
struct NewOut {
    criterion: String,
    /// gap or contrary.
    kind: &'static str,
    level: LevelOut,
    /// First and last line of the passage, if there is one.
    lines: Option<[usize; 2]>,
    fingerprint: String,
}

/// Points as two whole numbers; percentages are the reader's business.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Score")]
pub(super) struct ScoreOut {
    earned: u32,
    possible: u32,
}

impl From<Score> for ScoreOut {
    fn from(score: Score) -> Self {
        Self { earned: score.earned, possible: score.possible }
    }
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Notice")]
struct NoticeOut {
    kind: &'static str,
    /// First and last line, when the remark is about a place.
    lines: Option<[usize; 2]>,
    text: String,
}

/// Numbers of damaged lines by the kind of damage.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Damage")]
struct DamageOut {
    /// Words run together.
    glued: Vec<usize>,
    /// Words torn apart.
    torn_words: Vec<usize>,
    /// Letters lost or replaced.
    lost_letters: Vec<usize>,
    /// The title of the page inside the text.
    running_titles: Vec<usize>,
    /// Tables whose cells became lines: first and last line.
    shredded: Vec<[usize; 2]>,
}

/// What the municipality does or will do.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Measure")]
pub(super) struct MeasureOut {
    id: String,
    title: String,
    /// Headings above it, outermost first.
    path: Vec<String>,
    /// First and last line, from 1.
    lines: [usize; 2],
    fields: Vec<String>,
    articles: Vec<String>,
    criteria: Vec<String>,
    level: LevelOut,
    /// done, ongoing, planned, open, deferred or rejected.
    status: Option<&'static str>,
    responsible: Option<String>,
    deadline: Option<DeadlineOut>,
    budget: Option<String>,
    indicator: Option<String>,
    /// The measure that this one repeats; repetitions are not counted.
    duplicate_of: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Deadline")]
struct DeadlineOut {
    text: String,
    /// The last day it can mean, as year-month-day.
    latest: Option<String>,
    verifiable: bool,
}

#[derive(Serialize, JsonSchema, Clone, Copy)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "Level")]
pub(super) enum LevelOut {
    Absent,
    Mentioned,
    Intended,
    Planned,
    Binding,
}

impl From<Level> for LevelOut {
    fn from(level: Level) -> Self {
        match level {
            Level::Absent => Self::Absent,
            Level::Mentioned => Self::Mentioned,
            Level::Intended => Self::Intended,
            Level::Planned => Self::Planned,
            Level::Binding => Self::Binding,
        }
    }
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Criterion")]
struct CriterionOut {
    id: String,
    field: String,
    articles: Vec<String>,
    /// measure, statement or share.
    kind: &'static str,
    /// yes, shared or no.
    competence: &'static str,
    question: String,
    weight: u32,
    level: LevelOut,
    /// Points earned, weight included.
    points: u32,
    /// Set aside by a waiver; the level stays what it is.
    waived: bool,
    /// What people judged, if they did: `level` follows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    judged: Option<JudgedOut>,
    /// For share criteria: how many of how many measures.
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<ShareOut>,
    /// Best first.
    evidence: Vec<EvidenceOut>,
    /// Passages that work against the convention; they never count.
    contrary: Vec<EvidenceOut>,
    /// If there is no evidence: the passages that come nearest, nearest first.
    near_misses: Vec<NearMissOut>,
}

/// What follows from the judgments of groups on a criterion.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Judged")]
struct JudgedOut {
    /// The verdict that counts: yes, partly or no; null where none does and the level of the text stays.
    verdict: Option<&'static str>,
    /// joint, agreed, majority, disputed, unsure or outdated.
    outcome: &'static str,
    /// What the search in the text found.
    level_by_text: LevelOut,
    judgments: Vec<JudgmentOut>,
}

/// What one group said.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Judgment")]
struct JudgmentOut {
    group: String,
    /// yes, partly, no or unsure.
    verdict: &'static str,
    /// As year-month-day.
    date: Option<String>,
    place: String,
    comment: String,
    /// The passage has changed since: it has no effect.
    outdated: bool,
}

/// A passage that comes near to an answer and is none.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "NearMiss")]
pub(super) struct NearMissOut {
    /// First and last line, from 1.
    lines: [usize; 2],
    /// The author's own text.
    quote: String,
    /// The line of the checklist that nearly matched.
    pattern: String,
    /// The words found, for each group of that line.
    words: Vec<WordsOut>,
    /// lacking: words of a group are not there; apart: all are there, but not together; excluded: other words speak against it.
    obstacle: &'static str,
    /// The groups that are lacking, or the words that speak against it.
    details: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Share")]
struct ShareOut {
    have: usize,
    of: usize,
}

/// A passage that answers a criterion.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Evidence")]
pub(super) struct EvidenceOut {
    level: LevelOut,
    /// First and last line, from 1.
    lines: [usize; 2],
    /// The author's own text.
    quote: String,
    measure: Option<String>,
    /// The line of the checklist that matched.
    pattern: String,
    /// The words found, for each group of that line.
    words: Vec<WordsOut>,
    /// What the level rests on.
    because: BecauseOut,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Because")]
struct BecauseOut {
    /// Of the sentence that rules: none, intended, committed or done.
    commitment: &'static str,
    /// law, demand, negated, deficit, soft, reservation, modal, unit, date.
    reasons: Vec<&'static str>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Words")]
struct WordsOut {
    group: String,
    found: String,
}

/// What a plan reached in one field or for one article.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Tally")]
pub(super) struct TallyOut {
    id: String,
    title: String,
    criteria: u32,
    covered: u32,
    binding: u32,
    score: ScoreOut,
}

fn plan(report: &Report<'_>, plan: &PlanAudit) -> PlanOut {
    let checklist = report.checklist;
    let scores = &plan.scores;
    let id = |&c: &usize| checklist.criteria[c].id.clone();
    PlanOut {
        path: shown_path(&plan.source.name),
        sha256: plan.sha256.clone(),
        title: plan.title(),
        metadata: plan.plan.metadata.iter().cloned().collect(),
        language: language(plan.graded.lang),
        score: scores.total.score.into(),
        score_by_text: plan.judged.as_ref().map(|j| j.scores_by_text.total.score.into()),
        judgments_sha256: plan.judged.as_ref().map(|j| j.sha256.clone()),
        score_after_waivers: plan.waived.as_ref().map(|w| w.scores.total.score.into()),
        criteria_count: scores.total.criteria,
        covered: scores.total.covered,
        binding: scores.total.binding,
        notices: plan.remarks(checklist).into_iter().map(|r| NoticeOut { kind: r.kind, lines: r.lines.map(|(a, b)| [a, b]), text: r.text }).collect(),
        damage: DamageOut {
            glued: plan.damage.glued.clone(),
            torn_words: plan.damage.torn_words.clone(),
            lost_letters: plan.damage.lost_letters.clone(),
            running_titles: plan.damage.running_titles.clone(),
            shredded: plan.damage.shredded.iter().map(|&(from, to)| [from, to]).collect(),
        },
        measures: measures(checklist, plan),
        criteria: (0..checklist.criteria.len()).map(|c| criterion(report, plan, c)).collect(),
        fields: scores.fields.iter().map(|t| tally(t, checklist.field_title(&t.id, report.lang))).collect(),
        articles: scores.articles.iter().map(|t| tally(t, checklist.article_title(&t.id, report.lang))).collect(),
        uncovered_articles: scores.uncovered_articles.clone(),
        unasked_articles: scores.unasked_articles.clone(),
        gaps: scores.gaps.iter().map(id).collect(),
        largest_gaps: plan.largest_gaps(checklist).iter().map(id).collect(),
        unassigned_measures: plan.unassigned(checklist).into_iter().map(measure_id).collect(),
        new_since_baseline: report.new_alerts(plan).map(|new| new.iter().map(|alert| new_alert(checklist, plan, alert)).collect()),
    }
}

fn new_alert(checklist: &Checklist, plan: &PlanAudit, alert: &Alert) -> NewOut {
    NewOut {
        criterion: checklist.criteria[alert.criterion].id.clone(),
        kind: alert.kind.name(),
        level: alert.level.into(),
        lines: alert.quote.map(|q| plan.source.lines(q)).map(|(from, to)| [from, to]),
        fingerprint: alert.fingerprint.clone(),
    }
}

fn waivers(report: &Report<'_>) -> Option<WaiversOut> {
    let file = report.waivers.as_ref()?;
    let one = |(waiver, standing): &(Waiver, Standing)| WaiverOut {
        id: waiver.id.clone(),
        plan: waiver.plan.clone(),
        reason: waiver.reason.clone(),
        who: waiver.who.clone(),
        until: waiver.until.to_string(),
        standing: standing.name(),
    };
    Some(WaiversOut { sha256: file.sha256.clone(), today: file.today.to_string(), list: file.waivers.iter().map(one).collect() })
}

/// Every measure of the plan, repetitions included, in the order of the plan.
pub(super) fn measures(checklist: &Checklist, plan: &PlanAudit) -> Vec<MeasureOut> {
    let criteria = plan.criteria_of_measures(checklist);
    let measures = plan.graded.measures.iter().zip(&criteria).enumerate();
    measures
        .map(|(i, (measure, answered))| {
            let answered: Vec<&Criterion> = answered.iter().map(|&c| &checklist.criteria[c]).collect();
            let fields = checklist.fields.iter().enumerate().filter(|(f, _)| answered.iter().any(|c| c.field == *f));
            let (from, to) = plan.source.lines(measure.span);
            MeasureOut {
                id: measure_id(i),
                title: measure.title.clone(),
                path: measure.path.clone(),
                lines: [from, to],
                fields: fields.map(|(_, f)| f.id.clone()).collect(),
                articles: article_numbers(answered.iter().flat_map(|c| &c.articles), checklist),
                criteria: answered.iter().map(|c| c.id.clone()).collect(),
                level: measure.level.into(),
                status: measure.status.map(|s| s.name()),
                responsible: measure.responsible.clone(),
                deadline: measure.deadline.as_ref().map(|d| DeadlineOut {
                    text: d.text.clone(),
                    latest: d.latest.map(|date| date.to_string()),
                    verifiable: d.verifiable,
                }),
                budget: measure.budget.clone(),
                indicator: measure.indicator.clone(),
                duplicate_of: measure.duplicate_of.map(measure_id),
            }
        })
        .collect()
}

pub(super) fn competence(competence: Competence) -> &'static str {
    match competence {
        Competence::Yes => "yes",
        Competence::Shared => "shared",
        Competence::No => "no",
    }
}

fn criterion(report: &Report<'_>, plan: &PlanAudit, index: usize) -> CriterionOut {
    let checklist = report.checklist;
    let criterion = &checklist.criteria[index];
    let finding = &plan.assessment.findings[index];
    CriterionOut {
        id: criterion.id.clone(),
        field: checklist.fields[criterion.field].id.clone(),
        articles: criterion.articles.clone(),
        kind: criterion.kind.name(),
        competence: competence(criterion.competence.most()),
        question: criterion.question.get(report.lang).to_owned(),
        weight: criterion.weight,
        level: finding.level.into(),
        points: finding.level.points() * criterion.weight,
        waived: plan.is_waived(index),
        judged: plan.judged.as_ref().zip(plan.ruling(index)).map(|(judged, ruling)| judged_out(judged, ruling)),
        share: finding.share.map(|(have, of)| ShareOut { have, of }),
        evidence: finding.evidence.iter().map(|e| evidence(plan, e)).collect(),
        contrary: finding.contrary.iter().map(|e| evidence(plan, e)).collect(),
        near_misses: finding.near.iter().map(|n| near_miss(plan, n)).collect(),
    }
}

fn judged_out(judged: &Judged, ruling: &Ruling) -> JudgedOut {
    let one = |&index: &usize| {
        let judgment = judged.judgments.list.get(index)?;
        Some(JudgmentOut {
            group: judgment.group.clone(),
            verdict: judgment.verdict.name(),
            date: judgment.date.map(|day| day.to_string()),
            place: judgment.place.clone(),
            comment: judgment.comment.clone(),
            outdated: ruling.outdated.contains(&index),
        })
    };
    JudgedOut {
        verdict: ruling.verdict.map(Verdict::name),
        outcome: ruling.outcome.name(),
        level_by_text: ruling.by_text.into(),
        judgments: ruling.judgments.iter().filter_map(one).collect(),
    }
}

pub(super) fn evidence(plan: &PlanAudit, evidence: &Evidence) -> EvidenceOut {
    let (from, to) = plan.source.lines(evidence.span);
    EvidenceOut {
        level: evidence.level.into(),
        lines: [from, to],
        quote: plan.source.slice(evidence.span).to_owned(),
        measure: evidence.measure.map(measure_id),
        pattern: evidence.pattern.clone(),
        words: words(&evidence.words),
        because: BecauseOut { commitment: commitment_name(evidence.because.grade.commitment), reasons: evidence.because.reasons() },
    }
}

fn words(words: &[(String, String)]) -> Vec<WordsOut> {
    words.iter().map(|(group, found)| WordsOut { group: group.clone(), found: found.clone() }).collect()
}

pub(super) fn near_miss(plan: &PlanAudit, near: &NearMiss) -> NearMissOut {
    let (from, to) = plan.source.lines(near.span);
    let (obstacle, details) = match &near.obstacle {
        Obstacle::Lacking(groups) => ("lacking", groups.clone()),
        Obstacle::Apart => ("apart", Vec::new()),
        Obstacle::Excluded(words) => ("excluded", vec![words.clone()]),
    };
    NearMissOut {
        lines: [from, to],
        quote: plan.source.slice(near.span).to_owned(),
        pattern: near.pattern.clone(),
        words: words(&near.words),
        obstacle,
        details,
    }
}

pub(super) fn tally(tally: &Tally, title: &str) -> TallyOut {
    TallyOut {
        id: tally.id.clone(),
        title: title.to_owned(),
        criteria: tally.criteria,
        covered: tally.covered,
        binding: tally.binding,
        score: tally.score.into(),
    }
}
