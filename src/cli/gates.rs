//! What is said when a gate is closed: a line for each reason, the last line says why the program ends with 1.

use super::{Setting, complain};
use crate::alert::AlertKind;
use crate::audit::PlanAudit;
use crate::gate::{Failure, Gates};
use crate::report::{self, Report};
use crate::score::Score;
use crate::words::{Words, say};
use std::collections::BTreeSet;

/// Why a gate is closed.
pub(super) struct Closed {
    gate: String,
    reason: String,
}

/// What the plans of a report do not meet.
pub(super) fn closed_by_plans(gates: &Gates, report: &Report<'_>, setting: &Setting) -> Vec<Closed> {
    let plans: Vec<&PlanAudit> = report.plans.iter().collect();
    in_words(&gates.failures(report.checklist, &plans, report.baseline, &[]), report, setting)
}

/// Waivers whose last day is over, while something is asked for.
pub(super) fn closed_by_waivers(gates: &Gates, report: &Report<'_>, setting: &Setting) -> Vec<Closed> {
    let waivers = report.waivers.as_ref().map_or(&[][..], |w| w.waivers.as_slice());
    in_words(&gates.failures(report.checklist, &[], None, waivers), report, setting)
}

fn in_words(failures: &[Failure], report: &Report<'_>, setting: &Setting) -> Vec<Closed> {
    let plans: Vec<&PlanAudit> = report.plans.iter().collect();
    let words = &setting.speech;
    failures.iter().map(|failure| Closed { gate: gate(failure, words), reason: reason(failure, report, &plans, words) }).collect()
}

/// What was said so far of closed gates.
#[derive(Default)]
pub(super) struct Complaints {
    count: usize,
    gates: BTreeSet<String>,
}

impl Complaints {
    /// Says every reason.
    pub(super) fn say(&mut self, closed: Vec<Closed>) {
        for closed in closed {
            complain(&closed.reason);
            self.count += 1;
            self.gates.insert(closed.gate);
        }
    }

    /// Sums up several reasons; tells whether there was one.
    pub(super) fn conclude(self, setting: &Setting) -> bool {
        if self.count > 1 {
            let gates = self.gates.into_iter().collect::<Vec<_>>().join(", ");
            complain(&say!(setting.speech, "gates-closed", count = self.count, gates = gates));
        }
        self.count > 0
    }
}

/// What was asked for and not met.
fn gate(failure: &Failure, words: &Words) -> String {
    match failure {
        Failure::Under { .. } => "--fail-under".to_owned(),
        Failure::UnderField { .. } => "--fail-under-field".to_owned(),
        Failure::On { .. } => "--fail-on".to_owned(),
        Failure::Contrary { .. } => "--fail-on-contrary".to_owned(),
        Failure::New { .. } => "--fail-on-new".to_owned(),
        Failure::Expired { .. } => say!(words, "gate-expired-name"),
    }
}

fn reason(failure: &Failure, report: &Report<'_>, plans: &[&PlanAudit], words: &Words) -> String {
    let name = |plan: usize| report::clean(&plans[plan].source.name);
    let id = |criterion: usize| report.checklist.criteria[criterion].id.as_str();
    let lines = |plan: usize, span| words.lines(plans[plan].source.lines(span));
    match failure {
        Failure::Under { plan, score, threshold } => say!(
            words,
            "gate-under",
            plan = name(*plan),
            earned = score.earned,
            possible = score.possible,
            share = words.decimal(&percent_with_decimals(*score)),
            asked = words.decimal(&threshold.to_string()),
        ),
        Failure::UnderField { plan, field, score, threshold } => say!(
            words,
            "gate-under-field",
            plan = name(*plan),
            field = report.checklist.field_title(field, words.lang),
            earned = score.earned,
            possible = score.possible,
            share = words.decimal(&percent_with_decimals(*score)),
            asked = words.decimal(&threshold.to_string()),
        ),
        Failure::On { plan, criterion, level } => say!(words, "gate-on", plan = name(*plan), id = id(*criterion), level = words.level(*level)),
        Failure::Contrary { plan, criterion, span } => {
            say!(words, "gate-contrary", plan = name(*plan), id = id(*criterion), lines = lines(*plan, *span))
        }
        Failure::New { plan, criterion, kind: AlertKind::Gap, level, .. } => {
            say!(words, "gate-new-gap", plan = name(*plan), id = id(*criterion), level = words.level(*level))
        }
        Failure::New { plan, criterion, kind: AlertKind::Contrary, span, .. } => {
            say!(words, "gate-new-contrary", plan = name(*plan), id = id(*criterion), lines = lines(*plan, *span))
        }
        Failure::Expired { waiver } => {
            let waiver = report.waivers.as_ref().map(|w| &w.waivers[*waiver].0);
            let (id, until) = waiver.map(|w| (report::clean(&w.id), w.until.to_string())).unwrap_or_default();
            say!(words, "gate-expired", id = id, until = until)
        }
    }
}

/// Two decimals, rounded down: a share that misses the gate never looks as if it met it.
fn percent_with_decimals(score: Score) -> String {
    let hundredths = (u64::from(score.earned) * 10_000).checked_div(u64::from(score.possible)).unwrap_or(0);
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_that_misses_never_looks_reached() {
        assert_eq!(percent_with_decimals(Score { earned: 5999, possible: 10_000 }), "59.99");
        assert_eq!(percent_with_decimals(Score { earned: 2, possible: 3 }), "66.66");
    }
}
