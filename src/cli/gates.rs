//! What is said when a gate is closed: a line for each reason, the last line says why the program ends with 1.

use super::{Setting, complain};
use crate::alert::AlertKind;
use crate::audit::PlanAudit;
use crate::gate::{Failure, Gates};
use crate::report::{self, Report};
use crate::score::Score;
use crate::words::{Words, say};

/// Says every reason; tells whether there is one.
pub(super) fn complain_of(gates: &Gates, report: &Report<'_>, setting: &Setting) -> bool {
    let plans: Vec<&PlanAudit> = report.plans.iter().collect();
    let waivers = report.waivers.as_ref().map_or(&[][..], |w| w.waivers.as_slice());
    let failures = gates.failures(report.checklist, &plans, report.baseline.as_ref(), waivers);
    for failure in &failures {
        complain(&reason(failure, report, &plans, &setting.speech));
    }
    if failures.len() > 1 {
        let mut gates: Vec<String> = failures.iter().map(|f| gate(f, &setting.speech)).collect();
        gates.sort();
        gates.dedup();
        complain(&say!(setting.speech, "gates-closed", count = failures.len(), gates = gates.join(", ")));
    }
    !failures.is_empty()
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
