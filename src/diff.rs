//! Two versions of a plan, both audited with the same checklist: what became of each criterion and of each measure.

use crate::attribute::Status;
use crate::audit::PlanAudit;
use crate::checklist::Level;
use crate::language::Commitment;
use crate::matching::{Version, matching, uncoded, words};
use crate::measure::Measure;
use crate::source::Span;

/// What changed between two versions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diff {
    /// In checklist order.
    pub criteria: Vec<Turn>,
    /// The old measures in the order of the old version, then the new ones in the order of the new version.
    pub measures: Vec<Course>,
}

/// How the answer to a criterion changed. Only what changes points is a change: whether a plan is silent or merely mentions
/// a matter, it promises nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// Now planned or binding, and was neither.
    Met,
    /// Firmer than before: now intended where nothing was promised, or binding where it was planned.
    Better,
    Same,
    /// Softer than before, and still promised: "wird" became "prüft".
    Worse,
    /// Was promised, at least intended, and is now mentioned at most.
    Dropped,
}

impl Turn {
    pub const ALL: [Self; 5] = [Self::Met, Self::Better, Self::Same, Self::Worse, Self::Dropped];

    /// The name in data, and after `turn-` the key of its word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Met => "newly-met",
            Self::Better => "better",
            Self::Same => "same",
            Self::Worse => "worse",
            Self::Dropped => "dropped",
        }
    }

    fn between(old: Level, new: Level) -> Self {
        match new.points().cmp(&old.points()) {
            std::cmp::Ordering::Equal => Self::Same,
            std::cmp::Ordering::Greater if new.is_covered() && !old.is_covered() => Self::Met,
            std::cmp::Ordering::Greater => Self::Better,
            std::cmp::Ordering::Less if new.points() == 0 => Self::Dropped,
            std::cmp::Ordering::Less => Self::Worse,
        }
    }
}

/// A measure on its way from the old version to the new one; indices into the measures of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    pub old: Option<usize>,
    pub new: Option<usize>,
    pub fate: Fate,
}

/// What became of a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    Kept,
    /// In the order of [`Change`].
    Changed(Vec<Change>),
    /// Only in the new version; the sentence of the old one that already spoke of it.
    New(Option<Span>),
    /// Gone after the old version had reported it as done or rejected.
    Settled,
    /// No measure of its own any more, but this sentence of the new version speaks of it.
    Retold(Span),
    /// Gone, and the text search found no word of it.
    Dropped,
}

impl Fate {
    /// The name in data.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Changed(_) => "changed",
            Self::New(_) => "new",
            Self::Settled => "settled",
            Self::Retold(_) => "retold",
            Self::Dropped => "dropped",
        }
    }

    pub fn changes(&self) -> &[Change] {
        if let Self::Changed(changes) = self { changes } else { &[] }
    }

    pub fn is_worse(&self) -> bool {
        self.changes().iter().any(|c| c.is_worse())
    }

    pub fn is_done(&self) -> bool {
        *self == Self::Settled || self.changes().contains(&Change::Done)
    }
}

/// What is different about a measure that both versions have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    DateGone,
    DateLater,
    UnitGone,
    MoneyGone,
    Softer,
    /// Reported as deferred or rejected.
    GivenUp,
    UnitOther,
    MoneyOther,
    DateEarlier,
    DateSet,
    UnitNamed,
    MoneyNamed,
    Firmer,
    /// Reported as done.
    Done,
    /// Another status is reported.
    Status,
    /// The title has other words.
    Reworded,
}

impl Change {
    /// The name in data, and after `change-` the key of its word.
    pub fn name(self) -> &'static str {
        match self {
            Self::DateGone => "date-gone",
            Self::DateLater => "date-later",
            Self::UnitGone => "unit-gone",
            Self::MoneyGone => "money-gone",
            Self::Softer => "softer",
            Self::GivenUp => "given-up",
            Self::UnitOther => "unit-other",
            Self::MoneyOther => "money-other",
            Self::DateEarlier => "date-earlier",
            Self::DateSet => "date-set",
            Self::UnitNamed => "unit-named",
            Self::MoneyNamed => "money-named",
            Self::Firmer => "firmer",
            Self::Done => "done",
            Self::Status => "status",
            Self::Reworded => "reworded",
        }
    }

    pub fn is_worse(self) -> bool {
        self <= Self::GivenUp
    }
}

/// Compares two versions that were audited with one checklist.
pub fn diff(old: &PlanAudit, new: &PlanAudit) -> Diff {
    let levels = old.assessment.findings.iter().zip(&new.assessment.findings);
    Diff { criteria: levels.map(|(o, n)| Turn::between(o.level, n.level)).collect(), measures: measures(old, new) }
}

fn measures(old: &PlanAudit, new: &PlanAudit) -> Vec<Course> {
    let found = matching(Version { plan: &old.plan, graded: &old.graded }, Version { plan: &new.plan, graded: &new.graded });
    let promised = |m: &Measure| m.level > Level::Mentioned;
    let (before, after) = (&old.graded.measures, &new.graded.measures);
    let mut courses: Vec<Course> = Vec::new();
    for (o, n) in found.pairs.into_iter().filter(|&(o, n)| promised(&before[o]) || promised(&after[n])) {
        let changes = changes((old, &before[o]), (new, &after[n]));
        let fate = if changes.is_empty() { Fate::Kept } else { Fate::Changed(changes) };
        courses.push(Course { old: Some(o), new: Some(n), fate });
    }
    for (o, place) in found.gone.into_iter().filter(|&(o, _)| promised(&before[o])) {
        let fate = match (before[o].status, place) {
            (Some(Status::Done | Status::Rejected), _) => Fate::Settled,
            (_, Some(span)) => Fate::Retold(span),
            (_, None) => Fate::Dropped,
        };
        courses.push(Course { old: Some(o), new: None, fate });
    }
    courses.sort_by_key(|course| course.old);
    let added = found.added.into_iter().filter(|&(n, _)| promised(&after[n]));
    courses.extend(added.map(|(n, place)| Course { old: None, new: Some(n), fate: Fate::New(place) }));
    courses
}

/// Every difference between two versions of a measure that readers should know.
fn changes((old_plan, old): (&PlanAudit, &Measure), (new_plan, new): (&PlanAudit, &Measure)) -> Vec<Change> {
    let mut changes = Vec::new();
    match new.status {
        status if status == old.status => {}
        Some(Status::Done) => changes.push(Change::Done),
        Some(Status::Deferred | Status::Rejected) => changes.push(Change::GivenUp),
        Some(_) => changes.push(Change::Status),
        None => {}
    }
    // What is done or given up owes nobody a date, a unit or money any more.
    if !matches!(new.status, Some(Status::Done | Status::Rejected)) {
        let changed = |gone, set, other: Change, old: &Option<String>, new: &Option<String>| match (old, new) {
            (Some(_), None) => Some(gone),
            (None, Some(_)) => Some(set),
            (old, new) => (old != new).then_some(other),
        };
        let day = |m: &Measure| m.deadline.as_ref().filter(|d| d.verifiable).and_then(|d| d.latest).map(|d| d.to_string());
        let (then, now) = (day(old), day(new));
        let moved = if now > then { Change::DateLater } else { Change::DateEarlier };
        changes.extend(changed(Change::DateGone, Change::DateSet, moved, &then, &now));
        let unit = |m: &Measure| m.responsible.as_deref().map(|unit| words(unit).collect::<Vec<_>>().join(" "));
        changes.extend(changed(Change::UnitGone, Change::UnitNamed, Change::UnitOther, &unit(old), &unit(new)));
        changes.extend(changed(Change::MoneyGone, Change::MoneyNamed, Change::MoneyOther, &sum(old), &sum(new)));
        if new.status != Some(Status::Deferred) && old.status != Some(Status::Deferred) {
            let firm = |m: &Measure| m.commitment.min(Commitment::Committed);
            match firm(new).cmp(&firm(old)) {
                std::cmp::Ordering::Less => changes.push(Change::Softer),
                std::cmp::Ordering::Greater => changes.push(Change::Firmer),
                std::cmp::Ordering::Equal => {}
            }
        }
    }
    if title_words(old_plan, old) != title_words(new_plan, new) {
        changes.push(Change::Reworded);
    }
    changes.sort_unstable();
    changes
}

fn title_words(plan: &PlanAudit, measure: &Measure) -> Vec<String> {
    words(uncoded(&measure.title, plan.plan.passages[measure.passage].code.as_deref())).collect()
}

/// The figures of what a measure costs; words such as "keine" or "im Haushalt" name no sum.
fn sum(measure: &Measure) -> Option<String> {
    let figures = measure.budget.as_deref()?.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
    let figures: Vec<String> = figures.map(|f| f.replace('.', "")).filter(|f| f.bytes().any(|b| b.is_ascii_digit())).collect();
    (!figures.is_empty()).then(|| figures.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::ReadPlan;
    use crate::embedded::{DEFAULT, Embedded};
    use crate::source::Source;

    fn audited(rows: &[&str]) -> PlanAudit {
        let head = "# Plan\n\n## Maßnahmen\n\n| Nr. | Maßnahme | Zuständig | Frist | Kosten | Stand |\n|---|---|---|---|---|---|\n";
        let checklist = Embedded::find(DEFAULT).unwrap().checklist().unwrap();
        ReadPlan::new(Source::new("plan.md", format!("{head}{}\n", rows.join("\n"))), String::new()).audit(&checklist)
    }

    const ROW: &str = "| 1 | Umbau der Haltestelle am Markt mit Sonderborden | Tiefbauamt | 30.06.2027 | 50.000 € | geplant |";

    fn fate(old: &str, new: &str) -> Fate {
        let diff = diff(&audited(&[old]), &audited(&[new]));
        assert_eq!(diff.measures.len(), 1, "{:?}", diff.measures);
        diff.measures.into_iter().next().unwrap().fate
    }

    #[test]
    fn only_what_changes_points_is_a_change() {
        use Level::{Absent, Binding, Intended, Mentioned, Planned};
        let turns = [
            (Absent, Mentioned, Turn::Same),
            (Mentioned, Absent, Turn::Same),
            (Absent, Intended, Turn::Better),
            (Intended, Planned, Turn::Met),
            (Absent, Binding, Turn::Met),
            (Planned, Binding, Turn::Better),
            (Binding, Planned, Turn::Worse),
            (Planned, Intended, Turn::Worse),
            (Planned, Mentioned, Turn::Dropped),
            (Intended, Absent, Turn::Dropped),
        ];
        for (old, new, turn) in turns {
            assert_eq!(Turn::between(old, new), turn, "{old:?} {new:?}");
        }
        for level in Level::ALL {
            assert_eq!(Turn::between(level, level), Turn::Same);
        }
    }

    #[test]
    fn every_change_of_a_measure_is_named() {
        use Change::*;
        let of = |from: &str, to: &str| fate(ROW, &ROW.replace(from, to)).changes().to_vec();
        assert_eq!(fate(ROW, ROW), Fate::Kept);
        assert_eq!(fate(ROW, &ROW.replace("| 1 |", "| 4.2 |")), Fate::Kept);
        assert_eq!(of("2027", "2029"), [DateLater]);
        assert_eq!(of("2027", "2026"), [DateEarlier]);
        assert_eq!(of("30.06.2027", "laufend"), [DateGone]);
        assert_eq!(of("Tiefbauamt", "Bauhof"), [UnitOther]);
        assert_eq!(of("Tiefbauamt", "N.N."), [UnitGone]);
        assert_eq!(of("50.000 €", "–"), [MoneyGone]);
        assert_eq!(of("50.000 €", "50000 Euro"), []);
        assert_eq!(of("50.000", "70.000"), [MoneyOther]);
        assert_eq!(of("Umbau der", "Prüfung des Umbaus der"), [Softer, Reworded]);
        assert_eq!(of("geplant", "zurückgestellt"), [GivenUp]);
        assert_eq!(of("geplant", "läuft"), [Status]);
        assert_eq!(of("| 30.06.2027 | 50.000 € | geplant |", "| – | – | umgesetzt |"), [Done]);
        let set = fate(&ROW.replace("| Tiefbauamt | 30.06.2027 | 50.000 € |", "| – | – | – |"), ROW);
        assert_eq!(set.changes(), [DateSet, UnitNamed, MoneyNamed]);
    }

    #[test]
    fn done_and_gone_is_not_dropped_without_a_word() {
        let other = "| 2 | Neue Website in Leichter Sprache | Pressestelle | 2027 | – | – |";
        let gone = |old: &str| diff(&audited(&[old, other]), &audited(&[other])).measures[0].fate.clone();
        assert_eq!(gone(ROW), Fate::Dropped);
        assert_eq!(gone(&ROW.replace("geplant", "umgesetzt")), Fate::Settled);
        let told = format!("{other}\n\nDer Umbau der Haltestelle am Markt mit Sonderborden ist jetzt Sache des Landes.");
        assert!(matches!(diff(&audited(&[ROW, other]), &audited(&[&told])).measures[0].fate, Fate::Retold(_)));
    }
}
