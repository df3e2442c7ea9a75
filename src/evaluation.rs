//! How often a checklist is right: its answers beside those of people, counted.
//!
//! A labelled passage is read as a small plan of its own below a neutral heading. A pair of passage and criterion is
//! *right* if both see evidence, a *false alarm* if only the program does, *missed* if only people do; a pair on which the
//! annotators differ counts neither way. A file judges the criteria of every field that it labels at least once, but no
//! share criteria: they count the measures of a whole plan. Measures are compared by their lines.

use crate::assessment::{Evidence, assess};
use crate::attribute::Status;
use crate::checklist::{Checklist, Kind, Level};
use crate::gold::{LabelledPassage, PlanTruth, TrueMeasure};
use crate::language::Commitment;
use crate::measure::{GradedPlan, Measure, rank};
use crate::proof::read_alone;
use crate::score::Score;
use crate::source::Source;
use crate::text::fold;
use rayon::prelude::*;

/// Right answers, false alarms and misses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub right: u32,
    pub false_alarms: u32,
    pub missed: u32,
}

impl Counts {
    /// What was right of all that was found.
    pub fn precision(self) -> Score {
        Score { earned: self.right, possible: self.right + self.false_alarms }
    }

    /// What was found of all that is there.
    pub fn recall(self) -> Score {
        Score { earned: self.right, possible: self.right + self.missed }
    }

    /// The harmonic mean of precision and recall.
    pub fn f1(self) -> Score {
        Score { earned: 2 * self.right, possible: 2 * self.right + self.false_alarms + self.missed }
    }

    fn add(&mut self, wanted: bool, found: bool) {
        match (wanted, found) {
            (true, true) => self.right += 1,
            (true, false) => self.missed += 1,
            (false, true) => self.false_alarms += 1,
            (false, false) => {}
        }
    }

    fn join(&mut self, other: Self) {
        self.right += other.right;
        self.false_alarms += other.false_alarms;
        self.missed += other.missed;
    }
}

/// The counts of one criterion, of a field, or of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Accuracy {
    /// Mentioned or better.
    pub any: Counts,
    /// Intended or better.
    pub firm: Counts,
    /// Of the pairs that both see: those with the right level.
    pub level: Score,
}

impl Accuracy {
    fn join(&mut self, other: &Self) {
        self.any.join(other.any);
        self.firm.join(other.firm);
        self.level.earned += other.level.earned;
        self.level.possible += other.level.possible;
    }
}

/// What went wrong at one passage or measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fault {
    Missed,
    FalseAlarm,
    WrongLevel,
    MissedContrary,
    FalseContrary,
    WrongCommitment,
    /// People see a measure here and the program does not.
    MissedMeasure,
    /// The program sees a measure here and people do not.
    FalseMeasure,
    WrongAttribute,
}

impl Fault {
    pub const ALL: [Self; 9] = [
        Self::Missed,
        Self::FalseAlarm,
        Self::WrongLevel,
        Self::MissedContrary,
        Self::FalseContrary,
        Self::WrongCommitment,
        Self::MissedMeasure,
        Self::FalseMeasure,
        Self::WrongAttribute,
    ];

    /// The name in machine output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Missed => "missed",
            Self::FalseAlarm => "false-alarm",
            Self::WrongLevel => "wrong-level",
            Self::MissedContrary => "missed-contrary",
            Self::FalseContrary => "false-contrary",
            Self::WrongCommitment => "wrong-commitment",
            Self::MissedMeasure => "missed-measure",
            Self::FalseMeasure => "false-measure",
            Self::WrongAttribute => "wrong-attribute",
        }
    }
}

/// One wrong answer with what is needed to argue about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    pub fault: Fault,
    /// The passage's id, or the lines of the plan.
    pub place: String,
    /// The criterion, or the attribute of a measure; empty where the whole passage is meant.
    pub subject: String,
    pub wanted: String,
    pub found: String,
    /// The line of the checklist that matched.
    pub pattern: String,
    pub text: String,
}

/// The answers to one file of labelled passages, or to several together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PassageResult {
    pub passages: u32,
    /// Those of them for which people said which criteria they answer.
    pub labelled: u32,
    /// By criterion, in checklist order; empty counts where the file does not judge it.
    pub criteria: Vec<Accuracy>,
    pub total: Accuracy,
    pub contrary: Counts,
    /// Passages without any label in which nothing was found.
    pub clean: Score,
    /// Rows: the level of people; columns: the program's. Both by [`Level::ALL`].
    pub levels: [[u32; 5]; 5],
    /// Rows: people; columns: the program. none, intended, committed, done.
    pub commitments: [[u32; 4]; 4],
    pub responsible: Counts,
    pub deadline: Counts,
    pub mistakes: Vec<Mistake>,
}

impl PassageResult {
    /// How often the commitment of the passage as a whole is right.
    pub fn commitment(&self) -> Score {
        let cells = self.commitments.iter().enumerate().flat_map(|(i, row)| row.iter().enumerate().map(move |(j, n)| (i == j, *n)));
        cells.fold(Score::default(), |sum, (right, n)| Score { earned: sum.earned + if right { n } else { 0 }, possible: sum.possible + n })
    }

    /// The counts of the criteria of a field together.
    pub fn field(&self, checklist: &Checklist, field: usize) -> Accuracy {
        let mut sum = Accuracy::default();
        self.criteria.iter().zip(&checklist.criteria).filter(|(_, c)| c.field == field).for_each(|(a, _)| sum.join(a));
        sum
    }

    /// Adds the counts of another file.
    pub fn join(&mut self, other: &Self) {
        self.passages += other.passages;
        self.labelled += other.labelled;
        self.criteria.resize(self.criteria.len().max(other.criteria.len()), Accuracy::default());
        self.criteria.iter_mut().zip(&other.criteria).for_each(|(a, b)| a.join(b));
        self.total.join(&other.total);
        self.contrary.join(other.contrary);
        self.clean.earned += other.clean.earned;
        self.clean.possible += other.clean.possible;
        for (row, more) in self.levels.iter_mut().zip(&other.levels) {
            row.iter_mut().zip(more).for_each(|(a, b)| *a += b);
        }
        for (row, more) in self.commitments.iter_mut().zip(&other.commitments) {
            row.iter_mut().zip(more).for_each(|(a, b)| *a += b);
        }
        self.responsible.join(other.responsible);
        self.deadline.join(other.deadline);
        self.mistakes.extend(other.mistakes.iter().cloned());
    }
}

/// Who answers: the checklist, or a plain list of keywords to compare it with.
#[derive(Debug, Clone, Copy)]
pub enum Judge<'a> {
    Checklist,
    Keywords(&'a Keywords),
}

/// What a judge says about one passage.
struct Answer {
    levels: Vec<Level>,
    contrary: Vec<bool>,
    /// The best evidence for each criterion, for the list of mistakes.
    evidence: Vec<Option<Evidence>>,
    commitment: Commitment,
    responsible: Vec<String>,
    deadlines: Vec<String>,
}

/// Puts the checklist, or the keywords, to labelled passages and counts.
pub fn passages(gold: &[LabelledPassage], checklist: &Checklist, judge: Judge<'_>) -> PassageResult {
    let judged = judged(gold, checklist);
    let answers: Vec<Answer> = gold
        .par_iter()
        .map(|passage| match judge {
            Judge::Checklist => answer(&passage.text, checklist),
            Judge::Keywords(keywords) => keywords.answer(&passage.text),
        })
        .collect();
    let mut result = PassageResult { criteria: vec![Accuracy::default(); checklist.criteria.len()], ..PassageResult::default() };
    for (passage, answer) in gold.iter().zip(&answers) {
        result.passages += 1;
        result.labelled += u32::from(passage.labelled);
        let mut found_any = false;
        for c in (0..checklist.criteria.len()).filter(|&c| judged[c] && passage.labelled) {
            found_any |= count(&mut result, passage, answer, c, &checklist.criteria[c].id);
        }
        if passage.labelled && passage.labels.is_empty() && passage.disputed.is_empty() {
            result.clean.possible += 1;
            result.clean.earned += u32::from(!found_any);
        }
        if matches!(judge, Judge::Checklist) {
            count_whole(&mut result, passage, answer);
        }
    }
    let sums = result.criteria.clone();
    sums.iter().for_each(|a| result.total.join(a));
    result
}

/// The criteria of every field that the file labels at least once.
fn judged(gold: &[LabelledPassage], checklist: &Checklist) -> Vec<bool> {
    let mut fields = vec![false; checklist.fields.len()];
    for label in gold.iter().flat_map(|p| &p.labels) {
        if let Some(criterion) = checklist.criterion(&label.criterion) {
            fields[criterion.field] = true;
        }
    }
    checklist.criteria.iter().map(|c| fields[c.field] && c.kind != Kind::Share).collect()
}

fn answer(text: &str, checklist: &Checklist) -> Answer {
    let (plan, graded) = read_alone(text, checklist.lang);
    let assessment = assess(&plan, &graded, checklist);
    let grades = graded.passages.iter().flat_map(|p| &p.grades);
    Answer {
        levels: assessment.findings.iter().map(|f| f.level).collect(),
        contrary: assessment.findings.iter().map(|f| !f.contrary.is_empty()).collect(),
        evidence: assessment.findings.into_iter().map(|f| f.evidence.into_iter().next()).collect(),
        commitment: grades.max_by_key(|g| rank(g)).map(|g| g.commitment).unwrap_or_default(),
        responsible: graded.measures.iter().filter_map(|m| m.responsible.clone()).collect(),
        deadlines: checkable(&graded),
    }
}

fn checkable(graded: &GradedPlan) -> Vec<String> {
    graded.measures.iter().filter_map(|m| m.deadline.as_ref()).filter(|d| d.verifiable).map(|d| d.text.clone()).collect()
}

/// Counts one pair of passage and criterion; says whether the program found anything that counts.
fn count(result: &mut PassageResult, passage: &LabelledPassage, answer: &Answer, c: usize, id: &str) -> bool {
    let level = answer.levels[c];
    let mut mistake = |fault: Fault, wanted: &[Level], found: String| {
        let evidence = answer.evidence[c].as_ref();
        result.mistakes.push(Mistake {
            fault,
            place: passage.id.clone(),
            subject: id.to_owned(),
            wanted: wanted.iter().map(|l| l.name()).collect::<Vec<_>>().join("/"),
            found,
            pattern: evidence.map(|e| e.pattern.clone()).unwrap_or_default(),
            text: passage.text.clone(),
        });
    };
    let works_against = passage.contrary.iter().any(|x| x == id);
    if passage.disputed.iter().any(|d| d == id) {
        return false;
    }
    let wanted: &[Level] = passage.labels.iter().find(|l| l.criterion == id).map_or(&[], |l| l.levels.as_slice());
    match (works_against, answer.contrary[c]) {
        (true, false) => mistake(Fault::MissedContrary, wanted, level.name().to_owned()),
        (false, true) => mistake(Fault::FalseContrary, wanted, "contrary".to_owned()),
        _ => {}
    }
    let found = level > Level::Absent;
    match (wanted.is_empty(), found) {
        (false, false) => mistake(Fault::Missed, wanted, String::new()),
        (true, true) => mistake(Fault::FalseAlarm, wanted, level.name().to_owned()),
        (false, true) if !wanted.contains(&level) => mistake(Fault::WrongLevel, wanted, level.name().to_owned()),
        _ => {}
    }
    result.contrary.add(works_against, answer.contrary[c]);
    let accuracy = &mut result.criteria[c];
    accuracy.any.add(!wanted.is_empty(), found);
    let best = wanted.last().copied().unwrap_or_default();
    let either_way = wanted.first().is_some_and(|l| *l < Level::Intended) && best >= Level::Intended;
    if !(either_way && level < Level::Intended) {
        accuracy.firm.add(best >= Level::Intended, level >= Level::Intended);
    }
    if found && !wanted.is_empty() {
        accuracy.level.possible += 1;
        accuracy.level.earned += u32::from(wanted.contains(&level));
    }
    if found || !wanted.is_empty() {
        let row = if wanted.contains(&level) { level } else { best };
        result.levels[row as usize][level as usize] += 1;
    }
    found
}

/// Counts what is labelled for the passage as a whole: commitment, unit, date.
fn count_whole(result: &mut PassageResult, passage: &LabelledPassage, answer: &Answer) {
    if let Some(first) = passage.commitment.first() {
        let right = passage.commitment.contains(&answer.commitment);
        let row = if right { answer.commitment } else { *first };
        result.commitments[row as usize][answer.commitment as usize] += 1;
        if !right {
            result.mistakes.push(Mistake {
                fault: Fault::WrongCommitment,
                place: passage.id.clone(),
                subject: String::new(),
                wanted: passage.commitment.iter().map(|c| commitment_name(*c)).collect::<Vec<_>>().join("/"),
                found: commitment_name(answer.commitment).to_owned(),
                pattern: String::new(),
                text: passage.text.clone(),
            });
        }
    }
    for (name, labelled, found, counts) in [
        ("responsible", &passage.responsible, &answer.responsible, &mut result.responsible),
        ("deadline", &passage.deadline, &answer.deadlines, &mut result.deadline),
    ] {
        if labelled.is_empty() {
            continue;
        }
        let named: Vec<&String> = labelled.iter().flatten().collect();
        let open = labelled.iter().any(Option::is_none);
        let agrees = found.iter().any(|f| named.iter().any(|n| same_words(n, f)));
        if named.is_empty() && found.is_empty() || found.is_empty() && open {
            continue;
        }
        if agrees {
            counts.right += 1;
            continue;
        }
        counts.false_alarms += u32::from(!found.is_empty());
        counts.missed += u32::from(!named.is_empty() && !open);
        result.mistakes.push(Mistake {
            fault: Fault::WrongAttribute,
            place: passage.id.clone(),
            subject: name.to_owned(),
            wanted: named.into_iter().cloned().collect::<Vec<_>>().join(" / "),
            found: found.join(" / "),
            pattern: String::new(),
            text: passage.text.clone(),
        });
    }
}

/// The name in labelled files.
pub fn commitment_name(commitment: Commitment) -> &'static str {
    match commitment {
        Commitment::None => "none",
        Commitment::Intended => "intended",
        Commitment::Committed => "committed",
        Commitment::Done => "done",
    }
}

/// One names what the other names: equal but for case, blanks and punctuation, or a part of it.
fn same_words(a: &str, b: &str) -> bool {
    let bare = |text: &str| fold(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let (a, b) = (bare(a), bare(b));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    !short.is_empty() && (short == long || (short.len() >= 4 && long.contains(short.as_str())))
}

// ---------------------------------------------------------------------------------------------------------
// Keywords.

/// For each criterion the words of its lines as a plain list, as one would type them into a search box.
///
/// It stands for the systems that look for words in any form and place without asking what a sentence says: a criterion
/// counts as planned wherever one of its words stands in the passage, also inside another word.
#[derive(Debug, Clone)]
pub struct Keywords {
    /// Folded.
    by_criterion: Vec<Vec<String>>,
}

/// Shorter words stand in too many others.
const SHORTEST_KEYWORD: usize = 5;

impl Keywords {
    /// Takes the topic of every line of evidence: the first group that has words of its own.
    pub fn of(checklist: &Checklist) -> Self {
        let by_criterion = checklist
            .criteria
            .iter()
            .map(|criterion| {
                let mut words: Vec<String> = criterion.evidence.iter().flat_map(|line| topic(&line.pattern.written)).collect();
                words.sort();
                words.dedup();
                words
            })
            .collect();
        Self { by_criterion }
    }

    fn answer(&self, text: &str) -> Answer {
        let text = fold(text);
        let found = |words: &Vec<String>| words.iter().any(|w| text.contains(w.as_str()));
        let levels: Vec<Level> = self.by_criterion.iter().map(|w| if found(w) { Level::Planned } else { Level::Absent }).collect();
        let count = levels.len();
        Answer {
            levels,
            contrary: vec![false; count],
            evidence: vec![None; count],
            commitment: Commitment::None,
            responsible: Vec::new(),
            deadlines: Vec::new(),
        }
    }
}

/// The alternatives of the first group that names more than lists and numbers.
fn topic(line: &str) -> Vec<String> {
    let positive = line.split(" - ").next().unwrap_or("");
    let groups = positive.split(" + ").map(|group| group.split(" / ").filter_map(keyword).collect::<Vec<_>>());
    groups.into_iter().find(|words| !words.is_empty()).unwrap_or_default()
}

fn keyword(alternative: &str) -> Option<String> {
    if alternative.contains(['<', '§', '.']) {
        return None;
    }
    let word = fold(&alternative.trim().trim_matches(['-', '=']).replace('|', ""));
    (word.chars().count() >= SHORTEST_KEYWORD).then_some(word)
}

// ---------------------------------------------------------------------------------------------------------
// Plans.

/// The measures that were found in a plan beside those that are in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanResult {
    pub name: String,
    pub damaged: bool,
    pub measures: Counts,
    pub responsible: Counts,
    /// Dates that can be checked.
    pub deadline: Counts,
    pub budget: Counts,
    pub indicator: Counts,
    pub status: Counts,
    /// Measures that repeat another one.
    pub repeated: Counts,
    /// Of the measures found, those with the right level.
    pub level: Score,
    /// Rows: people; columns: the program. By [`Level::ALL`].
    pub levels: [[u32; 5]; 5],
    /// Places without a measure in which none was found.
    pub clean: Score,
    /// Measures whose unit and date are torn off and left open.
    pub open: Score,
    pub mistakes: Vec<Mistake>,
}

impl PlanResult {
    /// Adds the counts of another plan.
    pub fn join(&mut self, other: &Self) {
        let counts = |r: &Self| [r.measures, r.responsible, r.deadline, r.budget, r.indicator, r.status, r.repeated];
        let sums = [
            &mut self.measures,
            &mut self.responsible,
            &mut self.deadline,
            &mut self.budget,
            &mut self.indicator,
            &mut self.status,
            &mut self.repeated,
        ];
        sums.into_iter().zip(counts(other)).for_each(|(a, b)| a.join(b));
        for (sum, more) in [(&mut self.level, other.level), (&mut self.clean, other.clean), (&mut self.open, other.open)] {
            sum.earned += more.earned;
            sum.possible += more.possible;
        }
        for (row, more) in self.levels.iter_mut().zip(&other.levels) {
            row.iter_mut().zip(more).for_each(|(a, b)| *a += b);
        }
        self.mistakes.extend(other.mistakes.iter().cloned());
    }
}

/// Compares the measures of a plan with what people see in it.
///
/// A measure found and a true one belong together if they share at least half of the lines of the shorter one; each
/// belongs to one other at most, the best fit first. So a measure cut in two is one found and one false.
pub fn plan(truth: &PlanTruth, source: &Source, graded: &GradedPlan) -> PlanResult {
    let mut result = PlanResult { name: source.name.clone(), damaged: truth.damaged, ..PlanResult::default() };
    let found: Vec<(usize, usize)> = graded.measures.iter().map(|m| source.lines(m.span)).collect();
    let pairs = pairs(&truth.measures, &found);
    for (t, measure) in truth.measures.iter().enumerate() {
        result.measures.add(true, pairs[t].is_some());
        match pairs[t] {
            Some(m) => compare(&mut result, measure, &graded.measures[m]),
            None => result.mistakes.push(at(Fault::MissedMeasure, measure.lines, "", &measure.title, "", &text_of(source, measure.lines))),
        }
    }
    for (m, lines) in found.iter().enumerate().filter(|(m, _)| !pairs.contains(&Some(*m))) {
        result.measures.add(false, true);
        result.mistakes.push(at(Fault::FalseMeasure, *lines, "", "", &graded.measures[m].title, &text_of(source, *lines)));
    }
    for place in &truth.not_measures {
        result.clean.possible += 1;
        result.clean.earned += u32::from(!found.iter().any(|f| f.0 >= place.0 && f.1 <= place.1));
    }
    // Lines are shown by the plan's order, whatever kind of mistake it is.
    result.mistakes.sort_by_key(|m| m.fault);
    result
}

fn pairs(truth: &[TrueMeasure], found: &[(usize, usize)]) -> Vec<Option<usize>> {
    let mut fits = Vec::new();
    for (t, measure) in truth.iter().enumerate() {
        for (f, lines) in found.iter().enumerate() {
            let common = (measure.lines.1.min(lines.1) + 1).saturating_sub(measure.lines.0.max(lines.0));
            let length = |l: (usize, usize)| l.1 - l.0 + 1;
            let (a, b) = (length(measure.lines), length(*lines));
            if common > 0 && common * 2 >= a.min(b) {
                // Most lines in common first, then fewest beside them, then the order of the plan.
                fits.push((std::cmp::Reverse(common), a + b - 2 * common, t, f));
            }
        }
    }
    fits.sort_unstable();
    let mut pairs = vec![None; truth.len()];
    let mut taken = vec![false; found.len()];
    for (_, _, t, f) in fits {
        if pairs[t].is_none() && !taken[f] {
            pairs[t] = Some(f);
            taken[f] = true;
        }
    }
    pairs
}

fn compare(result: &mut PlanResult, truth: &TrueMeasure, found: &Measure) {
    let checkable = found.deadline.as_ref().filter(|d| d.verifiable).map(|d| d.text.as_str());
    let latest = found.deadline.as_ref().and_then(|d| d.latest).map(|d| d.to_string());
    let same_day = latest.is_some() && latest == truth.latest;
    let status = found.status.map(|s| match s {
        Status::Done => "done",
        Status::Ongoing => "running",
        Status::Open | Status::Planned | Status::Deferred | Status::Rejected => "open",
    });
    if truth.torn {
        result.open.possible += 1;
        result.open.earned += u32::from(found.responsible.is_none() && checkable.is_none());
    }
    let attributes = [
        ("responsible", truth.responsible.as_deref(), found.responsible.as_deref(), &mut result.responsible),
        ("deadline", truth.deadline.as_deref(), checkable, &mut result.deadline),
        ("budget", truth.budget.as_deref(), found.budget.as_deref(), &mut result.budget),
        ("indicator", truth.indicator.as_deref(), found.indicator.as_deref(), &mut result.indicator),
        ("status", truth.status.as_deref(), status, &mut result.status),
    ];
    for (name, wanted, found, counts) in attributes {
        let right = match (wanted, found) {
            (None, None) => continue,
            (Some(wanted), Some(found)) => same_words(wanted, found) || (name == "deadline" && same_day),
            _ => false,
        };
        if right {
            counts.right += 1;
            continue;
        }
        counts.missed += u32::from(wanted.is_some());
        counts.false_alarms += u32::from(found.is_some());
        result.mistakes.push(at(Fault::WrongAttribute, truth.lines, name, wanted.unwrap_or(""), found.unwrap_or(""), &truth.title));
    }
    result.repeated.add(truth.repeats, found.duplicate_of.is_some());
    if let Some(level) = truth.level {
        result.level.possible += 1;
        result.level.earned += u32::from(level == found.level);
        result.levels[level as usize][found.level as usize] += 1;
        if level != found.level {
            result.mistakes.push(at(Fault::WrongLevel, truth.lines, "level", level.name(), found.level.name(), &truth.title));
        }
    }
}

fn at(fault: Fault, lines: (usize, usize), subject: &str, wanted: &str, found: &str, text: &str) -> Mistake {
    Mistake {
        fault,
        place: if lines.0 == lines.1 { lines.0.to_string() } else { format!("{}-{}", lines.0, lines.1) },
        subject: subject.to_owned(),
        wanted: wanted.to_owned(),
        found: found.to_owned(),
        pattern: String::new(),
        text: text.to_owned(),
    }
}

fn text_of(source: &Source, lines: (usize, usize)) -> String {
    (lines.0..=lines.1).map(|n| source.line_text(n).trim()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gold::Label;
    use crate::{document, measure, plan as plans};

    fn checklist() -> Checklist {
        let yaml = "schema: crpd-check/checklist/1\nid: probe\nversion: \"1\"\ntitle: Probe\nfields:\n  - { id: weg, de: Wege }\n  - { id: bad, de: Baden }\ncriteria:\n  - id: weg.halt\n    field: weg\n    articles: [\"9\"]\n    question: Wie?\n    why: Darum.\n    ask: Wann?\n    evidence:\n      - Haltestelle + barrierefrei\n    contrary:\n      - Haltestelle + Stufe\n  - id: bad.lift\n    field: bad\n    articles: [\"30\"]\n    question: Wie?\n    why: Darum.\n    ask: Wann?\n    evidence:\n      - Schwimmbad\n";
        Checklist::parse(&Source::new("c", yaml)).unwrap()
    }

    fn gold(id: &str, text: &str, labels: &[(&str, &[Level])], disputed: &[&str]) -> LabelledPassage {
        LabelledPassage {
            id: id.to_owned(),
            source: String::new(),
            text: text.to_owned(),
            commitment: Vec::new(),
            responsible: Vec::new(),
            deadline: Vec::new(),
            labelled: true,
            labels: labels.iter().map(|(c, l)| Label { criterion: (*c).to_owned(), levels: l.to_vec() }).collect(),
            disputed: disputed.iter().map(|d| (*d).to_owned()).collect(),
            contrary: Vec::new(),
        }
    }

    #[test]
    fn right_false_missed_and_disputed_are_counted_apart() {
        let gold = [
            gold("a", "Die Stadt baut die Haltestelle barrierefrei um.", &[("weg.halt", &[Level::Planned])], &[]),
            gold("b", "Die Haltestelle soll barrierefrei werden.", &[("weg.halt", &[Level::Planned])], &[]),
            gold("c", "Eine barrierefreie Haltestelle ist auf dem Bild.", &[], &[]),
            gold("d", "Alle kommen gut an der Station in den Bus.", &[("weg.halt", &[Level::Mentioned, Level::Intended])], &[]),
            gold("e", "Die Haltestelle wird barrierefrei.", &[], &["weg.halt"]),
            gold("f", "Ein Schwimmbad wird gebaut.", &[], &[]),
        ];
        let result = passages(&gold, &checklist(), Judge::Checklist);
        assert_eq!(result.total.any, Counts { right: 2, false_alarms: 1, missed: 1 });
        assert_eq!(result.total.firm, Counts { right: 2, false_alarms: 0, missed: 0 });
        assert_eq!(result.total.level, Score { earned: 1, possible: 2 });
        assert_eq!(result.clean, Score { earned: 1, possible: 2 }, "the pool is a field that nobody labelled");
        assert_eq!(result.levels[Level::Planned as usize][Level::Intended as usize], 1);
        let faults: Vec<Fault> = result.mistakes.iter().map(|m| m.fault).collect();
        assert_eq!(faults, [Fault::WrongLevel, Fault::FalseAlarm, Fault::Missed]);
        let mut twice = result.clone();
        twice.join(&result);
        assert_eq!(twice.total.any.right, 4);
    }

    #[test]
    fn keywords_find_words_in_any_sense() {
        let checklist = checklist();
        let keywords = Keywords::of(&checklist);
        let gold = [
            gold("a", "Die Haltestellen werden begrünt.", &[], &[]),
            gold("b", "Der Bus hält barrierefrei.", &[("weg.halt", &[Level::Planned])], &[]),
        ];
        let result = passages(&gold, &checklist, Judge::Keywords(&keywords));
        assert_eq!(result.total.any, Counts { right: 0, false_alarms: 1, missed: 1 });
    }

    #[test]
    fn measures_belong_together_by_their_lines() {
        let text = "# Plan\n\n| Maßnahme | Zuständig | Frist |\n|---|---|---|\n| Umbau der Haltestelle | Tiefbauamt | 2027 |\n| Schulung der Fahrer | Verkehrsbetrieb | 2028 |\n";
        let source = Source::new("p", text);
        let plan_read = plans::read(&document::parse(&source), crate::text::Lang::De);
        let graded = measure::grade(&plan_read, crate::text::Lang::De);
        let measure = |lines, responsible: &str| TrueMeasure {
            lines,
            title: "t".to_owned(),
            responsible: Some(responsible.to_owned()),
            deadline: Some("bis 2027".to_owned()),
            latest: None,
            budget: None,
            indicator: None,
            status: None,
            level: Some(Level::Binding),
            repeats: false,
            torn: false,
        };
        let truth = PlanTruth {
            plan: "p".to_owned(),
            damaged: false,
            measures: vec![measure((5, 5), "Tiefbauamt"), measure((9, 9), "Amt")],
            not_measures: vec![(1, 4)],
        };
        let result = plan(&truth, &source, &graded);
        assert_eq!(result.measures, Counts { right: 1, false_alarms: 1, missed: 1 });
        assert_eq!(result.responsible, Counts { right: 1, false_alarms: 0, missed: 0 });
        assert_eq!(result.deadline.right, 1);
        assert_eq!((result.level, result.clean), (Score { earned: 1, possible: 1 }, Score { earned: 1, possible: 1 }));
    }

    #[test]
    fn words_agree_when_one_holds_the_other() {
        assert!(same_words("bis Ende 2027", "2027"));
        assert!(same_words("Tiefbauamt", "das Tiefbau-Amt"));
        assert!(!same_words("Amt", "Sozialamt"), "too short to be a name");
        assert!(!same_words("2026", "2027"));
    }
}
