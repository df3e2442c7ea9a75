//! Two versions of a plan beside each other: the lists first, then the numbers.

use super::Format;
use super::audit::measured;
use super::json::{self, ChecklistOut, EvidenceOut, LevelOut, MeasureOut, ScoreOut, ToolOut};
use super::page::{Line, Page, Table};
use super::quotation::{clean, quotation, shown_path};
use crate::attribute::Status;
use crate::audit::PlanAudit;
use crate::checklist::{Checklist, Kind, Level};
use crate::diff::{self, Change, Course, Diff, Fate, Turn};
use crate::evaluation::commitment_name;
use crate::measure::Measure;
use crate::plan::Layout;
use crate::source::Span;
use crate::text::Lang;
use crate::words::{Words, say};
use schemars::JsonSchema;
use serde::Serialize;

/// Two versions of a plan, audited with one checklist.
#[derive(Debug)]
pub struct DiffReport<'a> {
    pub checklist: &'a Checklist,
    /// SHA-256 of the checklist file's bytes, in hexadecimal.
    pub checklist_sha256: String,
    pub old: PlanAudit,
    pub new: PlanAudit,
    pub diff: Diff,
    /// The language of the report, which need not be that of the plans.
    pub lang: Lang,
}

impl<'a> DiffReport<'a> {
    pub fn new(checklist: &'a Checklist, checklist_sha256: String, old: PlanAudit, new: PlanAudit, lang: Lang) -> Self {
        let diff = diff::diff(&old, &new);
        Self { checklist, checklist_sha256, old, new, diff, lang }
    }

    fn count(&self, turn: Turn) -> usize {
        self.diff.criteria.iter().filter(|t| **t == turn).count()
    }

    fn courses(&self, section: Section) -> impl Iterator<Item = &Course> {
        self.diff.measures.iter().filter(move |course| Section::of(&course.fate) == section)
    }

    fn old_measure(&self, course: &Course) -> Option<&Measure> {
        self.old.graded.measures.get(course.old?)
    }

    fn new_measure(&self, course: &Course) -> Option<&Measure> {
        self.new.graded.measures.get(course.new?)
    }
}

/// Prints the comparison.
pub fn render(report: &DiffReport<'_>, format: Format, width: usize) -> String {
    if format == Format::Json {
        return json::print(&out(report));
    }
    let words = super::words(report.lang, format);
    super::lay_out(&View { report, words: &words }.page(), &words, format, width)
}

// ---------------------------------------------------------------------------------------------------------
// For people.

/// What readers look for first stands first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    Lost,
    Worse,
    Retold,
    Done,
    Changed,
    Added,
    Kept,
}

impl Section {
    const ALL: [Self; 7] = [Self::Lost, Self::Worse, Self::Retold, Self::Done, Self::Changed, Self::Added, Self::Kept];

    fn of(fate: &Fate) -> Self {
        match fate {
            Fate::Dropped => Self::Lost,
            Fate::Retold(_) => Self::Retold,
            Fate::New(_) => Self::Added,
            Fate::Kept => Self::Kept,
            fate if fate.is_worse() => Self::Worse,
            fate if fate.is_done() => Self::Done,
            _ => Self::Changed,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Lost => "diff-lost",
            Self::Worse => "diff-worse",
            Self::Retold => "diff-retold",
            Self::Done => "diff-done",
            Self::Changed => "diff-changed",
            Self::Added => "diff-added",
            Self::Kept => "diff-kept",
        }
    }
}

struct View<'a> {
    report: &'a DiffReport<'a>,
    words: &'a Words,
}

impl View<'_> {
    fn page(&self) -> Page {
        let Self { report, words } = *self;
        let mut page = Page::default();
        let version = |plan: &PlanAudit| say!(words, "diff-version", title = plan.title(), file = shown_path(&plan.source.name));
        let lost = report.courses(Section::Lost).count();
        let result = say!(
            words,
            "diff-result",
            met = report.count(Turn::Met),
            better = report.count(Turn::Better),
            same = report.count(Turn::Same),
            worse = report.count(Turn::Worse),
            dropped = report.count(Turn::Dropped),
            lost = lost
        );
        let file = shown_path(&report.new.source.name);
        page.title(
            1,
            say!(words, "diff-title", title = report.new.title(), file = file.as_str()),
            vec![
                Line::text(result),
                Line::words(say!(words, "diff-old"), version(&report.old), report.old.graded.lang),
                Line::words(say!(words, "diff-new"), version(&report.new), report.new.graded.lang),
                Line::text(say!(words, "diff-today")),
            ],
        );
        if report.count(Turn::Same) == report.diff.criteria.len() {
            page.lines(vec![Line::text(say!(words, "diff-no-turn"))]);
        }
        for turn in Turn::ALL {
            self.criteria(&mut page, turn);
        }
        for section in Section::ALL {
            self.measures(&mut page, section);
        }
        self.numbers(&mut page);
        self.method(&mut page);
        let worse = report.courses(Section::Worse).count();
        page.lines(vec![Line::command(say!(words, "diff-end", lost = lost, worse = worse), super::command("due", &file))]);
        page
    }

    /// The criteria of one kind of change, with the old and the new passage.
    fn criteria(&self, page: &mut Page, turn: Turn) {
        let Self { report, words } = *self;
        let found: Vec<usize> = (0..report.diff.criteria.len()).filter(|&c| report.diff.criteria[c] == turn).collect();
        if found.is_empty() || turn == Turn::Same {
            return;
        }
        page.heading(2, say!(words, "diff-criteria-of", turn = words.message(&format!("turn-{}", turn.name()), &[])));
        for c in found {
            let criterion = &report.checklist.criteria[c];
            let (old, new) = (&report.old.assessment.findings[c], &report.new.assessment.findings[c]);
            let mut lines = vec![
                Line::fact(say!(words, "question"), criterion.question.get(words.lang)),
                Line::fact(say!(words, "level"), self.before_now(words.level(old.level), words.level(new.level))),
            ];
            if let (Some(then), Some(now)) = (old.share, new.share) {
                let of = |(have, of): (usize, usize)| {
                    let (have, of) = (u32::try_from(have).unwrap_or(u32::MAX), u32::try_from(of).unwrap_or(u32::MAX));
                    words.of(have, of)
                };
                lines.push(Line::fact(say!(words, "measures-count"), self.before_now(of(then), of(now))));
            }
            for (key, plan, finding) in [("diff-old-text", &report.old, old), ("diff-new-text", &report.new, new)] {
                let best = finding.evidence.first().filter(|_| criterion.kind != Kind::Share);
                lines.extend(best.map(|e| self.quote(key, plan, e.span, plan.plan.passages[e.passage].layout)));
                // What is done often drops its date, and with it a level.
                let status = best.and_then(|e| plan.graded.measures.get(e.measure?)?.status).filter(|s| *s == Status::Done);
                lines.extend(status.map(|_| Line::fact(say!(words, "status"), say!(words, "status-done"))));
            }
            page.record(3, say!(words, "criterion-name", id = criterion.id.as_str()), lines);
        }
    }

    fn before_now(&self, old: impl AsRef<str>, new: impl AsRef<str>) -> String {
        say!(self.words, "diff-before-now", old = old.as_ref(), new = new.as_ref())
    }

    fn quote(&self, key: &str, plan: &PlanAudit, span: Span, layout: Layout) -> Line {
        let label = self.words.message(key, &[("lines", self.words.lines(plan.source.lines(span)).into())]);
        Line::quote(label, self.words.quoted(&quotation(plan.source.slice(span), layout)), plan.graded.lang)
    }

    fn measures(&self, page: &mut Page, section: Section) {
        let Self { report, words } = *self;
        // What stayed as it was is counted below and named in the data.
        if section == Section::Kept || report.courses(section).next().is_none() {
            return;
        }
        page.heading(2, words.message(section.key(), &[]));
        if section == Section::Lost {
            page.lines(vec![Line::text(say!(words, "diff-lost-note"))]);
        }
        if section == Section::Done {
            return self.done(page);
        }
        for course in report.courses(section) {
            self.record(page, course);
        }
    }

    fn done(&self, page: &mut Page) {
        let Self { report, words } = *self;
        let columns = ["measure-title", "diff-what", "diff-old-place", "diff-new-place"].map(|key| (words.message(key, &[]), false));
        let mut table = Table::new(&columns).in_language(report.new.graded.lang, &[0]);
        for course in report.courses(Section::Done) {
            let (old, new) = (report.old_measure(course), report.new_measure(course));
            let title = new.or(old).map(|m| m.title.as_str()).unwrap_or_default();
            let what = say!(words, if course.fate == Fate::Settled { "diff-settled" } else { "diff-now-done" });
            let place =
                |plan: &PlanAudit, m: Option<&Measure>| m.map_or_else(|| words.level(Level::Absent), |m| words.lines(plan.source.lines(m.span)));
            table.row(&[title, &what, &place(&report.old, old), &place(&report.new, new)]);
        }
        page.table(table);
    }

    /// A measure with what is different about it.
    fn record(&self, page: &mut Page, course: &Course) {
        let Self { report, words } = *self;
        let (old, new) = (report.old_measure(course), report.new_measure(course));
        let Some(named) = old.or(new) else { return };
        let mut lines: Vec<Line> = Vec::new();
        if let (Some(old), Some(new)) = (old, new) {
            lines.extend(course.fate.changes().iter().map(|change| self.change(*change, old, new)));
        } else {
            lines.push(Line::fact(say!(words, "level"), words.level(named.level)));
        }
        // Where only a date or a unit is another, its line says all; where words are others, people must read both texts.
        let same_words = course.new.is_some()
            && course.old.is_some()
            && !course.fate.changes().iter().any(|c| matches!(c, Change::Softer | Change::Firmer | Change::Reworded));
        for (text, place, plan, measure) in
            [("diff-old-text", "diff-old-place", &report.old, old), ("diff-new-text", "diff-new-place", &report.new, new)]
        {
            lines.extend(measure.map(|m| match same_words {
                true => Line::fact(words.message(place, &[]), words.lines(plan.source.lines(m.span))),
                false => self.quote(text, plan, m.span, plan.plan.passages[m.passage].layout),
            }));
        }
        match course.fate {
            Fate::Retold(span) => lines.push(self.quote("diff-still-told", &report.new, span, Layout::Row)),
            Fate::New(Some(span)) => lines.push(self.quote("diff-told-before", &report.old, span, Layout::Row)),
            _ => {}
        }
        page.record(3, &named.title, lines);
    }

    fn change(&self, change: Change, old: &Measure, new: &Measure) -> Line {
        let words = self.words;
        let label = words.message(&format!("change-{}", change.name()), &[]);
        let or_none = |value: &Option<String>| value.as_deref().map(clean).unwrap_or_else(|| say!(words, "diff-none"));
        let value = |of: &dyn Fn(&Measure) -> String| self.before_now(of(old), of(new));
        let value = match change {
            Change::Reworded => return Line::text(label),
            Change::DateGone | Change::DateLater | Change::DateEarlier | Change::DateSet => value(&|m| self.date(m)),
            Change::UnitGone | Change::UnitOther | Change::UnitNamed => value(&|m| or_none(&m.responsible)),
            Change::MoneyGone | Change::MoneyOther | Change::MoneyNamed => value(&|m| or_none(&m.budget)),
            Change::Softer | Change::Firmer => value(&|m| words.message(&format!("commitment-{}", commitment_name(m.commitment)), &[])),
            Change::Done | Change::GivenUp | Change::Status => {
                value(&|m| m.status.map_or_else(|| say!(words, "due-no-status"), |s| words.message(&format!("status-{}", s.name()), &[])))
            }
        };
        Line::fact(label, value)
    }

    /// The author's words, and the day they mean where they name no year: a legend may move the day of the same word.
    fn date(&self, measure: &Measure) -> String {
        let Some(deadline) = &measure.deadline else { return say!(self.words, "diff-none") };
        let text = clean(&deadline.text);
        match deadline.latest.filter(|d| deadline.verifiable && !text.contains(&d.year.to_string())) {
            Some(latest) => say!(self.words, "diff-dated", text = text, latest = latest.to_string()),
            None => text,
        }
    }

    fn numbers(&self, page: &mut Page) {
        let Self { report, words } = *self;
        page.heading(2, say!(words, "diff-numbers"));
        let number = |n: usize| say!(words, "number", number = n);
        let mut turns = Table::new(&[(say!(words, "diff-what"), false), (say!(words, "diff-number"), true)]);
        for turn in Turn::ALL {
            let word = words.message(&format!("turn-{}", turn.name()), &[]);
            turns.row(&[&say!(words, "diff-criteria-of", turn = word), &number(report.count(turn))]);
        }
        for section in Section::ALL {
            turns.row(&[&words.message(section.key(), &[]), &number(report.courses(section).count())]);
        }
        page.table(turns);
        let mut fields = Table::new(&[(say!(words, "field"), false), (say!(words, "diff-points-old"), true), (say!(words, "diff-points-new"), true)]);
        let (old, new) = (&report.old.scores, &report.new.scores);
        for (then, now) in old.fields.iter().zip(&new.fields) {
            let title = report.checklist.field_title(&now.id, words.lang);
            fields.row(&[title, &words.points(then.score), &words.points(now.score)]);
        }
        fields.row(&[&say!(words, "diff-all-fields"), &words.points(old.total.score), &words.points(new.total.score)]);
        page.table(fields);
    }

    fn method(&self, page: &mut Page) {
        let Self { report, words } = *self;
        page.heading(2, say!(words, "method"));
        let mut lines: Vec<Line> = measured(report.checklist, words).into_iter().collect();
        lines.extend(
            ["method-text", "method-not-found", "diff-method-turn", "diff-method-match", "method-points"]
                .map(|key| Line::text(words.message(key, &[]))),
        );
        lines.push(Line::fact(say!(words, "checklist-sum"), &report.checklist_sha256));
        lines.push(Line::fact(say!(words, "diff-old-sum"), &report.old.sha256));
        lines.push(Line::fact(say!(words, "diff-new-sum"), &report.new.sha256));
        page.lines(lines);
    }
}

// ---------------------------------------------------------------------------------------------------------
// For programs.

/// The JSON Schema of the comparison (draft 2020-12).
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(DiffOut)
}

/// Two versions of a plan, both audited with one checklist, schema `crpd-check/diff/1`.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Diff")]
struct DiffOut {
    /// Always `crpd-check/diff/1`.
    schema: &'static str,
    tool: ToolOut,
    /// Language of titles and questions: de or en.
    language: &'static str,
    checklist: ChecklistOut,
    old: VersionOut,
    new: VersionOut,
    /// Every criterion, in checklist order.
    criteria: Vec<CriterionOut>,
    /// The old measures in the order of the old version, then the new ones.
    measures: Vec<CourseOut>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Version")]
struct VersionOut {
    path: String,
    sha256: String,
    title: String,
    score: ScoreOut,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CriterionChange")]
struct CriterionOut {
    id: String,
    field: String,
    question: String,
    /// newly-met, better, same, worse or dropped.
    change: &'static str,
    old: AnswerOut,
    new: AnswerOut,
}

/// The answer of one version to a criterion.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Answer")]
struct AnswerOut {
    level: LevelOut,
    points: u32,
    /// The best passage.
    evidence: Option<EvidenceOut>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MeasureChange")]
struct CourseOut {
    /// kept, changed, new, settled, retold or dropped.
    fate: &'static str,
    /// What is different: date-gone, date-later, date-earlier, date-set, unit-gone, unit-other, unit-named, money-gone,
    /// money-other, money-named, softer, firmer, given-up, done, status, reworded.
    changes: Vec<&'static str>,
    old: Option<MeasureOut>,
    new: Option<MeasureOut>,
    /// Where the version that does not have the measure speaks of it.
    mention: Option<MentionOut>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Mention")]
struct MentionOut {
    /// First and last line, from 1.
    lines: [usize; 2],
    /// The author's own text.
    quote: String,
}

fn out(report: &DiffReport<'_>) -> DiffOut {
    let checklist = report.checklist;
    let mut old: Vec<Option<MeasureOut>> = json::measures(checklist, &report.old).into_iter().map(Some).collect();
    let mut new: Vec<Option<MeasureOut>> = json::measures(checklist, &report.new).into_iter().map(Some).collect();
    let take = |all: &mut Vec<Option<MeasureOut>>, index: Option<usize>| index.and_then(|i| all.get_mut(i)).and_then(Option::take);
    DiffOut {
        schema: "crpd-check/diff/1",
        tool: ToolOut::this(),
        language: json::language(report.lang),
        checklist: json::checklist(checklist, &report.checklist_sha256, report.lang),
        old: version(&report.old),
        new: version(&report.new),
        criteria: (0..report.diff.criteria.len()).map(|c| criterion(report, c)).collect(),
        measures: report
            .diff
            .measures
            .iter()
            .map(|course| CourseOut {
                fate: course.fate.name(),
                changes: course.fate.changes().iter().map(|c| c.name()).collect(),
                old: take(&mut old, course.old),
                new: take(&mut new, course.new),
                mention: match course.fate {
                    Fate::Retold(span) => Some(mention(&report.new, span)),
                    Fate::New(Some(span)) => Some(mention(&report.old, span)),
                    _ => None,
                },
            })
            .collect(),
    }
}

fn version(plan: &PlanAudit) -> VersionOut {
    VersionOut { path: shown_path(&plan.source.name), sha256: plan.sha256.clone(), title: plan.title(), score: plan.scores.total.score.into() }
}

fn criterion(report: &DiffReport<'_>, index: usize) -> CriterionOut {
    let criterion = &report.checklist.criteria[index];
    let answer = |plan: &PlanAudit| {
        let finding = &plan.assessment.findings[index];
        let best = finding.evidence.first().filter(|_| criterion.kind != Kind::Share);
        AnswerOut { level: finding.level.into(), points: finding.level.points() * criterion.weight, evidence: best.map(|e| json::evidence(plan, e)) }
    };
    CriterionOut {
        id: criterion.id.clone(),
        field: report.checklist.fields[criterion.field].id.clone(),
        question: criterion.question.get(report.lang).to_owned(),
        change: report.diff.criteria[index].name(),
        old: answer(&report.old),
        new: answer(&report.new),
    }
}

fn mention(plan: &PlanAudit, span: Span) -> MentionOut {
    let (from, to) = plan.source.lines(span);
    MentionOut { lines: [from, to], quote: plan.source.slice(span).to_owned() }
}
