//! What is due: the measures of a plan seen from one day.

use crate::attribute::{Date, Status};
use crate::checklist::Level;
use crate::measure::Measure;
use std::collections::BTreeMap;

/// Measures by what a day means for them; repetitions, and what the plan only mentions, are left out. Lists hold indices, the
/// earliest date first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Due {
    /// The last day of the deadline is over, and the plan does not report the measure as done or rejected.
    pub overdue: Vec<usize>,
    /// The last day of the deadline is this day or comes later.
    pub coming: Vec<usize>,
    /// Reported as done or rejected.
    pub settled: usize,
    /// Open, and without a date that can be checked.
    pub undated: usize,
}

/// How many measures of a unit are overdue and coming.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Load {
    pub overdue: usize,
    pub coming: usize,
}

/// Sorts the measures of a plan by what `today` means for them.
pub fn due(measures: &[Measure], today: Date) -> Due {
    let mut due = Due::default();
    let mut dated = Vec::new();
    for (i, measure) in measures.iter().enumerate().filter(|(_, m)| m.duplicate_of.is_none() && m.level > Level::Mentioned) {
        let latest = measure.deadline.as_ref().filter(|d| d.verifiable).and_then(|d| d.latest);
        match (measure.status, latest) {
            (Some(Status::Done | Status::Rejected), _) => due.settled += 1,
            (_, Some(latest)) => dated.push((latest, i)),
            (_, None) => due.undated += 1,
        }
    }
    dated.sort_unstable();
    for (latest, i) in dated {
        if latest < today { due.overdue.push(i) } else { due.coming.push(i) }
    }
    due
}

/// The load of each unit in alphabetical order; measures without a unit stand under `None`.
pub fn by_unit<'a>(measures: &'a [Measure], due: &Due) -> BTreeMap<Option<&'a str>, Load> {
    let mut units: BTreeMap<Option<&str>, Load> = BTreeMap::new();
    let unit = |i: usize| measures[i].responsible.as_deref();
    for &i in &due.overdue {
        units.entry(unit(i)).or_default().overdue += 1;
    }
    for &i in &due.coming {
        units.entry(unit(i)).or_default().coming += 1;
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::ReadPlan;
    use crate::source::Source;

    const PLAN: &str = "# Plan\n\n## Maßnahmen\n\n| Nr. | Maßnahme | Zuständig | Frist | Stand |\n|---|---|---|---|---|\n\
        | 1 | Umbau der Haltestelle am Markt | Tiefbauamt | Ende 2025 | |\n\
        | 2 | Umbau der Haltestelle am Bahnhof | Tiefbauamt | 30.06.2026 | läuft |\n\
        | 3 | Rampe am Rathaus | Bauamt | 2024 | umgesetzt |\n\
        | 4 | Schulung der Mitarbeitenden | Personalamt | laufend | |\n\
        | 5 | Neue Website in Leichter Sprache | Pressestelle | 2027 | |\n";

    fn numbers(measures: &[Measure], found: &[usize]) -> Vec<String> {
        found.iter().map(|&i| measures[i].title.clone()).collect()
    }

    #[test]
    fn a_deadline_counts_to_its_last_day_and_what_is_done_is_never_overdue() {
        let plan = ReadPlan::new(Source::new("plan.md", PLAN), String::new());
        let measures = &plan.graded.measures;
        assert_eq!(measures.len(), 5, "{measures:#?}");
        let on = |day: &str| due(measures, day.parse().unwrap());
        let now = on("2026-06-30");
        assert_eq!(numbers(measures, &now.overdue), ["Umbau der Haltestelle am Markt"]);
        assert_eq!(numbers(measures, &now.coming), ["Umbau der Haltestelle am Bahnhof", "Neue Website in Leichter Sprache"]);
        assert_eq!((now.settled, now.undated), (1, 1));
        assert_eq!(numbers(measures, &on("2026-07-01").overdue), ["Umbau der Haltestelle am Markt", "Umbau der Haltestelle am Bahnhof"]);
        assert_eq!(on("2024-01-01").overdue, Vec::<usize>::new());
        assert_eq!(on("2028-01-01").coming, Vec::<usize>::new());
        let units = by_unit(measures, &on("2026-07-01"));
        assert_eq!(units.get(&Some("Tiefbauamt")), Some(&Load { overdue: 2, coming: 0 }));
        assert_eq!(units.get(&Some("Pressestelle")), Some(&Load { overdue: 0, coming: 1 }));
    }
}
