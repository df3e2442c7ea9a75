//! Labelled texts: what people say that a passage or a plan contains, to measure the program on.
//!
//! Two kinds of files. *Labelled passages* are JSON Lines, one passage a line, with the criteria it answers and their
//! levels. A *truth of a plan* is one JSON object that names a plan and lists its measures with their lines and attributes.
//! docs/accuracy.md describes both formats.

use crate::checklist::{Checklist, Level};
use crate::language::Commitment;
use crate::message::message;
use crate::source::{Problem, Source, Span};
use crate::text::nearest;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A criterion that a passage answers, and the levels that count as right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    pub criterion: String,
    /// Ascending; two levels stand for two annotators who differ.
    pub levels: Vec<Level>,
}

/// One passage with what people found in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelledPassage {
    pub id: String,
    /// The author's voice or the document; only shown.
    pub source: String,
    pub text: String,
    /// How firmly the passage commits; any of them is right. Empty: not labelled.
    pub commitment: Vec<Commitment>,
    /// The responsible unit in the words of the text, or nothing; any of them is right.
    pub responsible: Vec<Option<String>>,
    /// The date that can be checked, in the words of the text, or nothing; any of them is right.
    pub deadline: Vec<Option<String>>,
    /// Whether people said which criteria it answers; if not, only its commitment is judged.
    pub labelled: bool,
    pub labels: Vec<Label>,
    /// Criteria that one may see here or not: they count neither way.
    pub disputed: Vec<String>,
    /// Criteria against which the passage works.
    pub contrary: Vec<String>,
}

/// What a plan contains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanTruth {
    /// The plan's file, beside the truth's own.
    pub plan: String,
    /// Torn columns, glued words or lost headings: measured apart.
    pub damaged: bool,
    pub measures: Vec<TrueMeasure>,
    /// Lines that hold no measure.
    pub not_measures: Vec<(usize, usize)>,
}

/// A measure as a reader of the plan sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrueMeasure {
    /// First and last line, from 1.
    pub lines: (usize, usize),
    pub title: String,
    pub responsible: Option<String>,
    /// Only a date that can be checked, in the plan's words or its legend's.
    pub deadline: Option<String>,
    /// The last day that the date allows, as year-month-day, where the words alone do not tell.
    pub latest: Option<String>,
    pub budget: Option<String>,
    pub indicator: Option<String>,
    /// done, running or open.
    pub status: Option<String>,
    /// Absent where nobody has set it.
    pub level: Option<Level>,
    /// Repeats a measure that stands above.
    pub repeats: bool,
    /// Its unit and date are printed elsewhere, so that nobody can tell which are its own.
    pub torn: bool,
}

/// One file of labels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gold {
    Passages(Vec<LabelledPassage>),
    Plan(PlanTruth),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPassage {
    id: String,
    #[serde(default)]
    source: String,
    text: String,
    #[serde(default)]
    commitment: Vec<RawCommitment>,
    #[serde(default)]
    responsible: Vec<Option<String>>,
    #[serde(default)]
    deadline: Vec<Option<String>>,
    #[serde(default)]
    labels: Option<Vec<RawLabel>>,
    #[serde(default)]
    disputed: Vec<RawNamed>,
    #[serde(default)]
    contrary: Vec<RawNamed>,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum RawCommitment {
    None,
    Intended,
    Committed,
    Done,
}

#[derive(Deserialize)]
struct RawLabel {
    criterion: String,
    levels: Vec<RawLevel>,
}

/// `1` to `4`, or the level's name.
#[derive(Deserialize)]
#[serde(untagged)]
enum RawLevel {
    Number(u8),
    Name(String),
}

impl RawLevel {
    fn level(&self) -> Option<Level> {
        match self {
            Self::Number(n) => Level::ALL.get(usize::from(*n)).copied(),
            Self::Name(name) => Level::from_name(name),
        }
        .filter(|l| *l > Level::Absent)
    }
}

/// A criterion, with or without a level.
#[derive(Deserialize)]
#[serde(untagged)]
enum RawNamed {
    Id(String),
    Label { criterion: String },
}

impl RawNamed {
    fn id(self) -> String {
        match self {
            Self::Id(id) | Self::Label { criterion: id } => id,
        }
    }
}

#[derive(Deserialize)]
struct RawTruth {
    plan: String,
    layout: RawLayout,
    measures: Vec<RawMeasure>,
    #[serde(default)]
    not_measures: Vec<RawPlace>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum RawLayout {
    Intact,
    Damaged,
}

#[derive(Deserialize)]
struct RawMeasure {
    lines: [usize; 2],
    #[serde(default)]
    title: String,
    #[serde(default)]
    responsible: Option<String>,
    #[serde(default)]
    deadline: Option<String>,
    #[serde(default)]
    latest: Option<String>,
    #[serde(default)]
    budget: Option<String>,
    #[serde(default)]
    indicator: Option<String>,
    #[serde(default)]
    status: Option<String>,
    #[serde(default)]
    level: Option<String>,
    #[serde(default)]
    duplicate_of: Option<[usize; 2]>,
    #[serde(default = "yes")]
    assignable: bool,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
struct RawPlace {
    lines: [usize; 2],
}

impl Gold {
    /// Reads a file of labels: one object with `plan` is the truth of a plan, anything else is labelled passages.
    ///
    /// # Errors
    /// Every line that is no valid passage, and every criterion that `checklist` does not have, with line and column.
    pub fn parse(source: &Source, checklist: &Checklist) -> Result<Self, Vec<Problem>> {
        if is_truth(&source.text) { truth(source).map(Self::Plan) } else { passages(source, checklist).map(Self::Passages) }
    }
}

/// The truth of a plan is one object over many lines or on one; passages have no key `plan`.
fn is_truth(text: &str) -> bool {
    #[derive(Deserialize)]
    struct Key {
        #[serde(rename = "plan")]
        _plan: String,
    }
    let mut objects = serde_json::Deserializer::from_str(text).into_iter::<Key>();
    matches!(objects.next(), Some(Ok(_))) || text.trim_start().starts_with("{\n") || text.trim_start().starts_with("{\r")
}

fn read<T: DeserializeOwned>(text: &str, start: usize, source: &Source, problems: &mut Vec<Problem>) -> Option<T> {
    serde_json::from_str(text)
        .map_err(|error| {
            let line_start = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
            let mut at = start + line_start + error.column().saturating_sub(1);
            while at > 0 && !source.text.is_char_boundary(at) {
                at -= 1;
            }
            let reason = error.to_string();
            let reason = reason.rsplit_once(" at line ").map_or(reason.as_str(), |(r, _)| r);
            problems.push(Problem::new(Span::new(at, at), message!("gold-unreadable", reason = reason)).with_help(message!("gold-format")));
        })
        .ok()
}

fn passages(source: &Source, checklist: &Checklist) -> Result<Vec<LabelledPassage>, Vec<Problem>> {
    let mut out = Vec::new();
    let mut problems = Vec::new();
    let mut start = 0;
    for line in source.text.split_inclusive('\n') {
        let at = start;
        start += line.len();
        if line.trim().is_empty() {
            continue;
        }
        let Some(raw) = read::<RawPassage>(line.trim_end(), at, source, &mut problems) else { continue };
        let span = Span::new(at, at + line.trim_end().len());
        out.push(passage(raw, span, checklist, &mut problems));
    }
    if out.is_empty() && problems.is_empty() {
        problems.push(Problem::new(Span::default(), message!("gold-nothing")).with_help(message!("gold-format")));
    }
    if problems.is_empty() { Ok(out) } else { Err(problems) }
}

fn passage(raw: RawPassage, span: Span, checklist: &Checklist, problems: &mut Vec<Problem>) -> LabelledPassage {
    let mut known = |id: &str| {
        if checklist.criterion(id).is_none() {
            let ids: Vec<&str> = checklist.criteria.iter().map(|c| c.id.as_str()).collect();
            let mut problem = Problem::new(span, message!("gold-criterion", id = &raw.id, checklist = &checklist.id, criterion = id));
            problem.help.extend(nearest(id, &ids).map(|near| message!("gold-criterion-help", near = near)));
            problems.push(problem);
        }
    };
    let labelled = raw.labels.is_some();
    let raw_labels = raw.labels.unwrap_or_default();
    raw_labels.iter().for_each(|l| known(&l.criterion));
    let disputed: Vec<String> = raw.disputed.into_iter().map(RawNamed::id).collect();
    let contrary: Vec<String> = raw.contrary.into_iter().map(RawNamed::id).collect();
    disputed.iter().chain(&contrary).for_each(|id| known(id));
    let mut labels: Vec<Label> = Vec::new();
    for label in &raw_labels {
        let mut levels: Vec<Level> = label.levels.iter().filter_map(RawLevel::level).collect();
        levels.sort_unstable();
        levels.dedup();
        if levels.is_empty() || levels.len() < label.levels.len() {
            problems.push(
                Problem::new(span, message!("gold-levels", id = &raw.id, criterion = &label.criterion)).with_help(message!("gold-levels-help")),
            );
        }
        labels.push(Label { criterion: label.criterion.clone(), levels });
    }
    let commitment = raw
        .commitment
        .iter()
        .map(|c| match c {
            RawCommitment::None => Commitment::None,
            RawCommitment::Intended => Commitment::Intended,
            RawCommitment::Committed => Commitment::Committed,
            RawCommitment::Done => Commitment::Done,
        })
        .collect();
    let (responsible, deadline) = (raw.responsible, raw.deadline);
    LabelledPassage { id: raw.id, source: raw.source, text: raw.text, commitment, responsible, deadline, labelled, labels, disputed, contrary }
}

fn truth(source: &Source) -> Result<PlanTruth, Vec<Problem>> {
    let mut problems = Vec::new();
    let Some(raw) = read::<RawTruth>(&source.text, 0, source, &mut problems) else { return Err(problems) };
    let mut measures = Vec::new();
    for m in raw.measures {
        let level = m.level.as_deref().map(|name| Level::from_name(name).ok_or(name));
        let wrong = match &level {
            Some(Err(name)) => Some(message!("gold-measure-level", title = &m.title, level = *name)),
            _ if m.lines[0] == 0 || m.lines[1] < m.lines[0] => {
                Some(message!("gold-measure-lines", title = &m.title, from = m.lines[0].to_string(), to = m.lines[1].to_string()))
            }
            _ => None,
        };
        if let Some(wrong) = wrong {
            problems.push(Problem::new(Span::default(), wrong).with_help(message!("gold-measure-help")));
            continue;
        }
        measures.push(TrueMeasure {
            lines: (m.lines[0], m.lines[1]),
            title: m.title,
            responsible: m.responsible,
            deadline: m.deadline,
            latest: m.latest,
            budget: m.budget,
            indicator: m.indicator,
            status: m.status,
            level: level.and_then(Result::ok),
            repeats: m.duplicate_of.is_some(),
            torn: !m.assignable,
        });
    }
    let not_measures = raw.not_measures.iter().map(|p| (p.lines[0], p.lines[1])).collect();
    let truth = PlanTruth { plan: raw.plan, damaged: raw.layout == RawLayout::Damaged, measures, not_measures };
    if problems.is_empty() { Ok(truth) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checklist() -> Checklist {
        let yaml = include_str!("../checklists/un-brk-kommunal.yaml");
        Checklist::parse(&Source::new("c", yaml)).unwrap()
    }

    #[test]
    fn a_passage_has_labels_with_one_or_two_levels() {
        let line = r#"{"id":"A1","text":"Die Stadt baut.","commitment":["done","committed"],"responsible":[null],"labels":[{"criterion":"mobilitaet.parken","levels":[3,2]}],"disputed":["mobilitaet.fahrdienst"],"contrary":[{"criterion":"wohnen.wahlfreiheit","levels":[1]}]}"#;
        let Ok(Gold::Passages(read)) = Gold::parse(&Source::new("g", line), &checklist()) else { panic!() };
        assert_eq!(read[0].labels[0].levels, [Level::Intended, Level::Planned]);
        assert_eq!(read[0].disputed, ["mobilitaet.fahrdienst"]);
        assert_eq!(read[0].contrary, ["wohnen.wahlfreiheit"]);
        assert_eq!(read[0].commitment, [Commitment::Done, Commitment::Committed]);
    }

    #[test]
    fn mistakes_name_line_and_column() {
        let text = "{\"id\":\"A1\",\"text\":\"x\",\"labels\":[]}\n{\"id\":\"A2\",\"labels\":[]}\n{\"id\":\"A3\",\"text\":\"ö\",\"labels\":[{\"criterion\":\"mobilitaet.parkn\",\"levels\":[7]}]}\n{";
        let source = Source::new("g.jsonl", text);
        let words = crate::words::Words::new(crate::text::Lang::De, false);
        let problems = Gold::parse(&source, &checklist()).unwrap_err();
        let said: Vec<String> = problems.iter().map(|p| crate::report::problem::render(std::slice::from_ref(p), &source, &words)).collect();
        assert_eq!(said.len(), 4, "{said:?}");
        assert!(said[0].starts_with("g.jsonl:2:"), "{}", said[0]);
        assert!(said[0].contains("missing field `text`"), "{}", said[0]);
        assert!(said[1].contains("mobilitaet.parken"), "{}", said[1]);
        assert!(said[2].contains("Stufen"), "{}", said[2]);
        assert!(said[3].starts_with("g.jsonl:4:"), "{}", said[3]);
    }

    #[test]
    fn the_truth_of_a_plan() {
        let text = r#"{"plan":"a.md","layout":"damaged","measures":[{"lines":[3,4],"title":"x","responsible":"Bauamt","level":"planned","duplicate_of":[1,2],"assignable":false}],"not_measures":[{"lines":[7,9],"why":"Statistik"}]}"#;
        let Ok(Gold::Plan(truth)) = Gold::parse(&Source::new("t", text), &checklist()) else { panic!() };
        assert!(truth.damaged && truth.measures[0].repeats && truth.measures[0].torn);
        assert_eq!(truth.not_measures, [(7, 9)]);
        let wrong = text.replace("planned", "sicher");
        let problems = Gold::parse(&Source::new("t", wrong), &checklist()).unwrap_err();
        assert_eq!(problems[0].message, message!("gold-measure-level", title = "x", level = "sicher"));
    }
}
