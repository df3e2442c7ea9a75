//! Judgments: what groups of people say of a criterion after reading the plan themselves, and what follows from it.
//!
//! A judgment names a group and never a person. It knows which passage was judged: when that passage changes, the judgment
//! is out of date and has no effect.

use crate::alert::{is_plan, letters};
use crate::assessment::{Assessment, Finding};
use crate::attribute::Date;
use crate::checklist::{Checklist, Kind, Level};
use crate::message::message;
use crate::plan::Plan;
use crate::source::{Problem, Source, Span, sha256};
use crate::yaml;
use serde::{Deserialize, Serialize};
use serde_yaml::Spanned;
use std::collections::BTreeMap;

/// The schema name that a file of judgments begins with.
pub const SCHEMA: &str = "crpd-check/judgments/1";

/// Names of the group that speaks for all: what was agreed on together goes before the verdicts of single groups.
pub const JOINT: [&str; 2] = ["gemeinsam", "joint"];

/// What a group says to the question of a criterion; the first three are an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    No,
    Partly,
    Yes,
    /// The group could not tell; it takes no part in counting.
    Unsure,
}

impl Verdict {
    pub const ALL: [Self; 4] = [Self::Yes, Self::Partly, Self::No, Self::Unsure];

    /// The name in files and, after `verdict-`, of its message.
    pub fn name(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Partly => "partly",
            Self::Yes => "yes",
            Self::Unsure => "unsure",
        }
    }

    /// The level of a criterion by this verdict.
    ///
    /// "Yes" makes it covered and leaves what the text proves beyond that; "partly" is worth what an intention is;
    /// "no" leaves no points. Who cannot tell changes nothing.
    pub fn level(self, by_text: Level) -> Level {
        match self {
            Self::Yes => by_text.max(Level::Planned),
            Self::Partly => Level::Intended,
            Self::No => by_text.min(Level::Mentioned),
            Self::Unsure => by_text,
        }
    }
}

/// The verdict of one group on one criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgment {
    /// Id of the criterion.
    pub criterion: String,
    pub verdict: Verdict,
    pub group: String,
    pub date: Option<Date>,
    /// Where the group found it, in its own words; empty if it does not say.
    pub place: String,
    pub comment: String,
    /// What was judged, see [`mark`].
    pub passage: String,
    /// Its place in the file.
    pub span: Span,
}

/// The judgments on one plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Judgments {
    /// The plan by its path or its municipality key.
    pub plan: String,
    /// Id of the checklist.
    pub checklist: String,
    pub list: Vec<Judgment>,
}

/// How the judgments on a criterion were put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The groups agreed on it together.
    Joint,
    /// All groups say the same.
    Agreed,
    /// More than half of the groups that could tell say the same.
    Majority,
    /// No verdict has a majority: the level of the text stays.
    Disputed,
    /// No group could tell: the level of the text stays.
    Unsure,
    /// The passage changed after it was judged: the level of the text stays.
    Outdated,
}

impl Outcome {
    /// The name in machine output and, after `outcome-`, of its message.
    pub fn name(self) -> &'static str {
        match self {
            Self::Joint => "joint",
            Self::Agreed => "agreed",
            Self::Majority => "majority",
            Self::Disputed => "disputed",
            Self::Unsure => "unsure",
            Self::Outdated => "outdated",
        }
    }
}

/// What follows from the judgments on one criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    pub outcome: Outcome,
    /// The verdict that counts, if one does.
    pub verdict: Option<Verdict>,
    /// What the search in the text found.
    pub by_text: Level,
    /// What counts now.
    pub level: Level,
    /// Indices of its judgments, in the order of the file.
    pub judgments: Vec<usize>,
    /// Those of them whose passage has changed.
    pub outdated: Vec<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    schema: Spanned<String>,
    plan: Spanned<String>,
    checklist: Spanned<String>,
    judgments: Vec<RawJudgment>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawJudgment {
    criterion: Spanned<String>,
    verdict: Verdict,
    group: Spanned<String>,
    #[serde(default)]
    date: Option<Spanned<String>>,
    #[serde(default)]
    place: String,
    #[serde(default)]
    comment: String,
    passage: Spanned<String>,
}

#[derive(Serialize)]
struct FileOut {
    schema: &'static str,
    plan: String,
    checklist: String,
    judgments: Vec<JudgmentOut>,
}

#[derive(Serialize)]
struct JudgmentOut {
    criterion: String,
    verdict: &'static str,
    group: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    place: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    comment: String,
    passage: String,
}

/// Reads a file of judgments; every problem found is returned, in the order of the file.
///
/// Ids are not looked up here: a judgment on a criterion that a checklist no longer has is shown and does no harm.
pub fn parse(source: &Source) -> Result<Judgments, Vec<Problem>> {
    let file: RawFile = yaml::read(source, SCHEMA, &[]).map_err(|problem| vec![problem])?;
    let mut problems = Vec::new();
    let mut must_have = |name: &str, text: &Spanned<String>| {
        if text.value.trim().is_empty() {
            let message = message!("problem-empty", name = name);
            problems.push(Problem::new(yaml::span(source, text), message).with_help(message!("problem-empty-value-help", name = name)));
        }
    };
    must_have("plan", &file.plan);
    must_have("checklist", &file.checklist);
    for raw in &file.judgments {
        must_have("criterion", &raw.criterion);
        must_have("group", &raw.group);
        must_have("passage", &raw.passage);
    }
    if file.schema.value != SCHEMA {
        let message = message!("problem-schema", name = &file.schema.value);
        problems.push(Problem::new(yaml::span(source, &file.schema), message).with_help(message!("problem-schema-help", schema = SCHEMA)));
    }
    let mut list: Vec<Judgment> = Vec::with_capacity(file.judgments.len());
    for raw in file.judgments {
        let span = yaml::span(source, &raw.criterion);
        let date = raw.date.and_then(|date| match date.value.parse() {
            Ok(day) => Some(day),
            Err(()) => {
                let message = message!("problem-day", written = &date.value);
                problems.push(Problem::new(yaml::span(source, &date), message).with_help(message!("today-help")));
                None
            }
        });
        let judgment = Judgment {
            criterion: raw.criterion.value,
            verdict: raw.verdict,
            group: raw.group.value,
            date,
            place: raw.place,
            comment: raw.comment,
            passage: raw.passage.value,
            span,
        };
        if let Some(earlier) = list.iter().find(|j| j.is_on_the_same(&judgment)) {
            problems.push(twice(&judgment, span, source.line(earlier.span.start)));
        }
        list.push(judgment);
    }
    problems.sort_by_key(|p| p.span);
    if problems.is_empty() { Ok(Judgments { plan: file.plan.value, checklist: file.checklist.value, list }) } else { Err(problems) }
}

/// The problem of a group that judges a criterion a second time.
pub fn twice(judgment: &Judgment, span: Span, first_line: usize) -> Problem {
    let message = message!("problem-judged-twice", group = &judgment.group, id = &judgment.criterion);
    Problem::new(span, message).with_help(message!("problem-judged-twice-help", line = first_line.to_string()))
}

impl Judgment {
    /// Does the same group judge the same criterion?
    pub fn is_on_the_same(&self, other: &Self) -> bool {
        self.criterion == other.criterion && self.group.trim().to_lowercase() == other.group.trim().to_lowercase()
    }

    /// Was it agreed on by all groups together?
    pub fn is_joint(&self) -> bool {
        JOINT.contains(&self.group.trim().to_lowercase().as_str())
    }
}

impl Judgments {
    /// Are these judgments on this plan? A plan is known by its path, its file name or its municipality key.
    pub fn are_on(&self, source: &Source, plan: &Plan) -> bool {
        let file = |path: &str| path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned();
        is_plan(&self.plan, source, plan) || file(&self.plan) == file(&source.name)
    }

    /// Prints the file that [`parse`] reads.
    pub fn render(&self) -> String {
        let one = |judgment: &Judgment| JudgmentOut {
            criterion: judgment.criterion.clone(),
            verdict: judgment.verdict.name(),
            group: judgment.group.clone(),
            date: judgment.date.map(|day| day.to_string()),
            place: judgment.place.clone(),
            comment: judgment.comment.clone(),
            passage: judgment.passage.clone(),
        };
        yaml::write(&FileOut {
            schema: SCHEMA,
            plan: self.plan.clone(),
            checklist: self.checklist.clone(),
            judgments: self.list.iter().map(one).collect(),
        })
    }

    /// Puts the judgments of several files on one plan together, criterion by criterion in the order of the checklist's ids
    /// as they first appear.
    ///
    /// The same judgment in two files counts once. Of two that differ the one with the later day counts; where no day
    /// decides, the pair is returned as a conflict and nothing is chosen.
    pub fn merge(files: Vec<Self>) -> Result<Self, Vec<(Judgment, Judgment)>> {
        let mut merged = Self::default();
        let mut conflicts = Vec::new();
        for file in files {
            if merged.plan.is_empty() {
                (merged.plan, merged.checklist) = (file.plan, file.checklist);
            }
            for judgment in file.list {
                let Some(known) = merged.list.iter_mut().find(|j| j.is_on_the_same(&judgment)) else {
                    merged.list.push(judgment);
                    continue;
                };
                let same = Judgment { span: known.span, ..judgment.clone() } == *known;
                match known.date.cmp(&judgment.date) {
                    _ if same => {}
                    std::cmp::Ordering::Less if known.date.is_some() => *known = judgment,
                    std::cmp::Ordering::Greater if judgment.date.is_some() => {}
                    _ => conflicts.push((known.clone(), judgment)),
                }
            }
        }
        if !conflicts.is_empty() {
            return Err(conflicts);
        }
        let mut place: BTreeMap<String, usize> = BTreeMap::new();
        for judgment in &merged.list {
            let next = place.len();
            place.entry(judgment.criterion.clone()).or_insert(next);
        }
        // Sorting is stable: the groups keep the order of the files.
        merged.list.sort_by_key(|j| place.get(&j.criterion).copied());
        Ok(merged)
    }
}

/// By what the judged passage is known again: the first sixteen digits of the SHA-256 of its letters.
///
/// `p-` stands before that of the best passage. Where there is none, or where the answer rests on all measures, the whole
/// plan is what was judged, and `t-` stands before it. Spaces, markup and line numbers do not enter.
pub fn mark(source: &Source, kind: Kind, finding: &Finding) -> String {
    let passage = finding.evidence.first().filter(|_| kind != Kind::Share);
    let (sign, text) = passage.map_or(('t', source.text.as_str()), |e| ('p', source.slice(e.span)));
    format!("{sign}-{}", sha256(letters(text).as_bytes()).get(..16).unwrap_or_default())
}

/// What follows from the judgments for each criterion of a plan that was judged.
pub fn rulings(judgments: &Judgments, checklist: &Checklist, source: &Source, assessment: &Assessment) -> BTreeMap<usize, Ruling> {
    let mut rulings = BTreeMap::new();
    for (index, (criterion, finding)) in checklist.criteria.iter().zip(&assessment.findings).enumerate() {
        let on: Vec<usize> = (0..judgments.list.len()).filter(|&j| judgments.list[j].criterion == criterion.id).collect();
        if on.is_empty() {
            continue;
        }
        let mark = mark(source, criterion.kind, finding);
        let (current, outdated): (Vec<usize>, Vec<usize>) = on.iter().partition(|&&j| judgments.list[j].passage == mark);
        let verdicts = current.iter().map(|&j| &judgments.list[j]);
        let (outcome, verdict) = decide(verdicts);
        let level = verdict.map_or(finding.level, |v| v.level(finding.level));
        rulings.insert(index, Ruling { outcome, verdict, by_text: finding.level, level, judgments: on, outdated });
    }
    rulings
}

/// The verdict that counts: the joint one, else that of more than half of the groups that could tell.
fn decide<'a>(judgments: impl Iterator<Item = &'a Judgment> + Clone) -> (Outcome, Option<Verdict>) {
    if judgments.clone().next().is_none() {
        return (Outcome::Outdated, None);
    }
    if let Some(joint) = judgments.clone().find(|j| j.is_joint() && j.verdict != Verdict::Unsure) {
        return (Outcome::Joint, Some(joint.verdict));
    }
    let told: Vec<Verdict> = judgments.map(|j| j.verdict).filter(|v| *v != Verdict::Unsure).collect();
    let votes = |verdict: Verdict| told.iter().filter(|v| **v == verdict).count();
    match Verdict::ALL.into_iter().max_by_key(|v| votes(*v)) {
        _ if told.is_empty() => (Outcome::Unsure, None),
        Some(verdict) if votes(verdict) == told.len() => (Outcome::Agreed, Some(verdict)),
        Some(verdict) if votes(verdict) * 2 > told.len() => (Outcome::Majority, Some(verdict)),
        _ => (Outcome::Disputed, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::ReadPlan;
    use crate::embedded::{DEFAULT, Embedded};

    const PLAN: &str = "# Plan\n\n## Mobilität\n\nDas Tiefbauamt baut bis Ende 2027 zwölf Haltestellen barrierefrei um.\n";
    const STOPS: &str = "mobilitaet.haltestellen";

    fn checklist() -> Checklist {
        Embedded::find(DEFAULT).unwrap().checklist().unwrap()
    }

    fn judgment(criterion: &str, group: &str, verdict: Verdict, passage: &str) -> Judgment {
        Judgment {
            criterion: criterion.to_owned(),
            verdict,
            group: group.to_owned(),
            date: None,
            place: String::new(),
            comment: String::new(),
            passage: passage.to_owned(),
            span: Span::default(),
        }
    }

    fn mark_in(text: &str, id: &str) -> String {
        let checklist = checklist();
        let plan = ReadPlan::new(Source::new("plan.md", text), String::new()).audit(&checklist);
        let c = checklist.criteria.iter().position(|c| c.id == id).unwrap();
        mark(&plan.source, checklist.criteria[c].kind, &plan.assessment.findings[c])
    }

    fn ruling_on(text: &str, judgments: Vec<Judgment>) -> Ruling {
        let checklist = checklist();
        let plan = ReadPlan::new(Source::new("plan.md", text), String::new()).audit(&checklist);
        let judgments = Judgments { plan: "plan.md".to_owned(), checklist: DEFAULT.to_owned(), list: judgments };
        rulings(&judgments, &checklist, &plan.source, &plan.assessment).into_values().next().unwrap()
    }

    fn decided(verdicts: &[(&str, Verdict)]) -> (Outcome, Option<Verdict>) {
        decide(verdicts.iter().map(|(group, v)| judgment(STOPS, group, *v, "")).collect::<Vec<_>>().iter())
    }

    #[test]
    fn a_verdict_counts_with_a_majority_of_those_who_could_tell() {
        use Verdict::{No, Partly, Unsure, Yes};
        assert_eq!(decided(&[("A", Yes), ("B", Yes)]), (Outcome::Agreed, Some(Yes)));
        assert_eq!(decided(&[("A", Yes), ("B", Unsure)]), (Outcome::Agreed, Some(Yes)));
        assert_eq!(decided(&[("A", Yes), ("B", No), ("C", No)]), (Outcome::Majority, Some(No)));
        assert_eq!(decided(&[("A", Yes), ("B", No)]), (Outcome::Disputed, None));
        assert_eq!(decided(&[("A", Yes), ("B", Partly), ("C", No)]), (Outcome::Disputed, None));
        assert_eq!(decided(&[("A", Unsure)]), (Outcome::Unsure, None));
        assert_eq!(decided(&[("A", Yes), ("B", Yes), ("Gemeinsam", Partly)]), (Outcome::Joint, Some(Partly)));
        assert_eq!(decided(&[("A", Yes), ("B", Yes), ("gemeinsam", Unsure)]), (Outcome::Agreed, Some(Yes)));
        assert_eq!(decided(&[]), (Outcome::Outdated, None));
    }

    #[test]
    fn people_raise_and_lower_what_the_text_search_found() {
        assert_eq!(Verdict::Yes.level(Level::Absent), Level::Planned);
        assert_eq!(Verdict::Yes.level(Level::Binding), Level::Binding);
        assert_eq!(Verdict::Partly.level(Level::Binding), Level::Intended);
        assert_eq!(Verdict::Partly.level(Level::Absent), Level::Intended);
        assert_eq!(Verdict::No.level(Level::Binding), Level::Mentioned);
        assert_eq!(Verdict::No.level(Level::Absent), Level::Absent);
        assert_eq!(Verdict::Unsure.level(Level::Intended), Level::Intended);
    }

    #[test]
    fn a_judgment_outlives_edits_elsewhere_and_ends_with_its_passage() {
        let mark = mark_in(PLAN, STOPS);
        assert!(mark.starts_with("p-") && mark.len() == 18, "{mark}");
        let no = |passage: &str| vec![judgment(STOPS, "A", Verdict::No, passage)];
        let counts = ruling_on(PLAN, no(&mark));
        assert_eq!((counts.outcome, counts.by_text, counts.level), (Outcome::Agreed, Level::Binding, Level::Mentioned));
        let moved = PLAN.replace("## Mob", "Ein Vorwort.\n\n## Mob").replace("zwölf Haltestellen", "zwölf\nHaltestellen");
        assert_eq!(ruling_on(&moved, no(&mark)).outcome, Outcome::Agreed);
        let reworded = PLAN.replace("zwölf", "dreizehn");
        let gone = ruling_on(&reworded, no(&mark));
        assert_eq!((gone.outcome, gone.level, gone.outdated.as_slice()), (Outcome::Outdated, Level::Binding, [0].as_slice()));
    }

    #[test]
    fn where_nothing_was_found_the_whole_plan_was_judged() {
        let empty = mark_in(PLAN, "gesundheit.praxen");
        assert!(empty.starts_with("t-"), "{empty}");
        let yes = vec![judgment("gesundheit.praxen", "A", Verdict::Yes, &empty)];
        assert_eq!(ruling_on(PLAN, yes.clone()).level, Level::Planned);
        assert_eq!(ruling_on(&PLAN.replace("\n\n", "\r\n\r\n"), yes.clone()).level, Level::Planned);
        assert_eq!(ruling_on(&format!("{PLAN}\nEin neuer Satz.\n"), yes).level, Level::Absent);
        // A share rests on all measures.
        assert!(mark_in(PLAN, "plan.zustaendigkeit").starts_with("t-"));
    }

    #[test]
    fn a_file_is_read_as_it_was_written() {
        let mut judgment = judgment(STOPS, "Gruppe \"Bus\": A # 1", Verdict::Unsure, "p-0123456789abcdef");
        judgment.comment = "Zeile 1\nZeile 2: {x} \u{1b}[2J".to_owned();
        judgment.place = "- S. 14".to_owned();
        judgment.date = Some("2026-02-10".parse().unwrap());
        let file = Judgments { plan: "pläne/a b.md".to_owned(), checklist: DEFAULT.to_owned(), list: vec![judgment] };
        let mut read = parse(&Source::new("j.yaml", file.render())).unwrap();
        read.list[0].span = Span::default();
        assert_eq!(read, file);
        let none = Judgments { list: Vec::new(), ..file };
        assert_eq!(parse(&Source::new("j.yaml", none.render())).unwrap(), none);
    }

    #[test]
    fn mistakes_in_a_file_are_told_with_their_line() {
        let file = Judgments {
            plan: "plan.md".to_owned(),
            checklist: DEFAULT.to_owned(),
            list: vec![judgment(STOPS, "A", Verdict::Yes, "p-1"), judgment(STOPS, "B", Verdict::Yes, "p-1")],
        };
        let problems = |from: &str, to: &str| {
            let source = Source::new("j.yaml", file.render().replacen(from, to, 1));
            parse(&source).err().unwrap_or_default().into_iter().map(|p| (source.line(p.span.start), p.message.key)).collect::<Vec<_>>()
        };
        assert_eq!(problems("x", "x"), []);
        assert_eq!(problems("judgments/1", "judgments/9"), [(1, "problem-schema")]);
        assert_eq!(problems("group: B", "group: \" \""), [(11, "problem-empty")]);
        assert_eq!(problems("group: B", "group: \"a \""), [(9, "problem-judged-twice")]);
        assert_eq!(problems("verdict: \"yes\"", "verdict: vielleicht").first().map(|p| p.1), Some("problem-variant"));
        assert_eq!(problems("passage: p-1", "passage: p-1\n  date: 10.02.2026"), [(9, "problem-day")]);
        assert_eq!(problems("passage: p-1", "name: Frau X").first().map(|p| p.1), Some("problem-key"));
    }

    #[test]
    fn files_are_merged_and_only_a_later_day_replaces_a_verdict() {
        let file = |list: Vec<Judgment>| Judgments { plan: "plan.md".to_owned(), checklist: DEFAULT.to_owned(), list };
        let at = |verdict: Verdict, day: Option<&str>| Judgment { date: day.map(|d| d.parse().unwrap()), ..judgment(STOPS, "A", verdict, "p-1") };
        let other = judgment("wohnen.beratung", "A", Verdict::No, "t-1");
        let b = judgment(STOPS, "B", Verdict::No, "p-1");
        let merged =
            Judgments::merge(vec![file(vec![at(Verdict::Yes, None), other.clone()]), file(vec![b.clone(), at(Verdict::Yes, None)])]).unwrap();
        assert_eq!(merged.list, [at(Verdict::Yes, None), b, other]);
        let later = |first: Option<&str>, second: Option<&str>| {
            Judgments::merge(vec![file(vec![at(Verdict::Yes, first)]), file(vec![at(Verdict::No, second)])]).map(|m| m.list[0].verdict)
        };
        assert_eq!(later(Some("2026-02-10"), Some("2026-03-10")), Ok(Verdict::No));
        assert_eq!(later(Some("2026-03-10"), Some("2026-02-10")), Ok(Verdict::Yes));
        for (first, second) in [(None, None), (Some("2026-02-10"), None), (None, Some("2026-02-10")), (Some("2026-02-10"), Some("2026-02-10"))] {
            assert_eq!(later(first, second).unwrap_err().len(), 1);
        }
    }
}
