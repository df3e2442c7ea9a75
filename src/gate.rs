//! Gates: what a user wants a check to fail on. Gaps alone are no failure.

use crate::alert::{AlertKind, plan_key};
use crate::audit::PlanAudit;
use crate::baseline::Baseline;
use crate::checklist::{Checklist, Level};
use crate::score::Score;
use crate::source::Span;
use crate::waiver::{Standing, Waiver};

/// A percentage with at most two decimals, kept as hundredths so that a gate compares whole numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Threshold {
    pub hundredths: u32,
}

impl std::str::FromStr for Threshold {
    type Err = ();

    /// Reads a percentage as people write it: 60, 62.5, 62,5 %.
    fn from_str(written: &str) -> Result<Self, ()> {
        let number = written.trim().trim_end_matches('%').trim_end().replace(',', ".");
        let (whole, decimals) = number.split_once('.').unwrap_or((&number, ""));
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || whole.len() > 3 || decimals.len() > 2 || !digits(whole) || !digits(decimals) || number.ends_with('.') {
            return Err(());
        }
        let hundredths = format!("{whole}{decimals:0<2}").parse().map_err(drop)?;
        if hundredths > 10_000 { Err(()) } else { Ok(Self { hundredths }) }
    }
}

impl std::fmt::Display for Threshold {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, rest) = (self.hundredths / 100, self.hundredths % 100);
        if rest == 0 { write!(f, "{whole}") } else { write!(f, "{whole}.{rest:02}") }
    }
}

/// What was asked for; nothing by default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gates {
    /// Each plan must reach this share of its points.
    pub under: Option<Threshold>,
    /// Each plan must reach this share in the field with this id.
    pub under_field: Vec<(String, Threshold)>,
    /// Each plan must cover these criteria: indices into [`Checklist::criteria`].
    pub on: Vec<usize>,
    /// No plan may have a contrary passage.
    pub contrary: bool,
    /// No plan may have an alert that the baseline does not know.
    pub new: bool,
}

/// Why a gate is closed. Plans and criteria are indices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    Under {
        plan: usize,
        score: Score,
        threshold: Threshold,
    },
    UnderField {
        plan: usize,
        field: String,
        score: Score,
        threshold: Threshold,
    },
    On {
        plan: usize,
        criterion: usize,
        level: Level,
    },
    Contrary {
        plan: usize,
        criterion: usize,
        span: Span,
    },
    New {
        plan: usize,
        criterion: usize,
        kind: AlertKind,
        level: Level,
        span: Span,
    },
    /// A waiver whose last day is over, while something is asked for.
    Expired {
        waiver: usize,
    },
}

impl Gates {
    /// Is anything asked for?
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Everything that fails, plan by plan in their order, and at the end the expired waivers.
    ///
    /// Scores are those after waivers, compared as exact fractions; waived criteria fail nothing.
    pub fn failures(&self, checklist: &Checklist, plans: &[&PlanAudit], baseline: Option<&Baseline>, waivers: &[(Waiver, Standing)]) -> Vec<Failure> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut failures = Vec::new();
        for (p, plan) in plans.iter().enumerate() {
            self.shares(p, plan, &mut failures);
            self.alerts(p, plan, checklist, baseline, &mut failures);
        }
        let expired = waivers.iter().enumerate().filter(|(_, (_, standing))| *standing == Standing::Expired);
        failures.extend(expired.map(|(waiver, _)| Failure::Expired { waiver }));
        failures
    }

    fn shares(&self, p: usize, plan: &PlanAudit, failures: &mut Vec<Failure>) {
        let scores = plan.counting_scores();
        if let Some(threshold) = self.under.filter(|t| !scores.total.score.reaches(t.hundredths)) {
            failures.push(Failure::Under { plan: p, score: scores.total.score, threshold });
        }
        for (id, threshold) in &self.under_field {
            let field = scores.fields.iter().find(|f| f.id == *id);
            if let Some(field) = field.filter(|f| !f.score.reaches(threshold.hundredths)) {
                failures.push(Failure::UnderField { plan: p, field: id.clone(), score: field.score, threshold: *threshold });
            }
        }
    }

    fn alerts(&self, p: usize, plan: &PlanAudit, checklist: &Checklist, baseline: Option<&Baseline>, failures: &mut Vec<Failure>) {
        let key = plan_key(&plan.source, &plan.plan);
        for alert in plan.alerts(checklist).into_iter().filter(|a| !plan.is_waived(a.criterion)) {
            let (criterion, level, span) = (alert.criterion, alert.level, alert.span);
            if alert.kind == AlertKind::Gap && self.on.contains(&criterion) {
                failures.push(Failure::On { plan: p, criterion, level });
            }
            if alert.kind == AlertKind::Contrary && self.contrary {
                failures.push(Failure::Contrary { plan: p, criterion, span });
            }
            if self.new && baseline.is_some_and(|b| b.is_new(&key, checklist, &alert)) {
                failures.push(Failure::New { plan: p, criterion, kind: alert.kind, level, span });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribute::Date;
    use crate::audit::ReadPlan;
    use crate::embedded::{DEFAULT, Embedded};
    use crate::source::Source;

    const PLAN: &str = "# Aktionsplan\n\n## Mobilität\n\nDas Tiefbauamt baut bis Ende 2027 zwölf Haltestellen barrierefrei um.\n\n## Wohnen\n\n\
                        Die Stadt prüft, ob sie den Bau barrierefreier Wohnungen fördern kann.\n";
    const CONTRARY: &str = "\n## Bildung\n\nDer Landkreis baut bis 2028 eine neue Förderschule mit 120 Plätzen.\n";

    fn checklist() -> Checklist {
        Embedded::find(DEFAULT).unwrap().checklist().unwrap()
    }

    fn audited(checklist: &Checklist, text: &str) -> PlanAudit {
        ReadPlan::new(Source::new("plaene/stadt.md", text), String::new()).audit(checklist)
    }

    fn index(checklist: &Checklist, id: &str) -> usize {
        checklist.criteria.iter().position(|c| c.id == id).unwrap()
    }

    fn waiver(id: &str, until: &str) -> Waiver {
        Waiver {
            id: id.to_owned(),
            plan: None,
            reason: "Sache des Kreises".to_owned(),
            who: "Beirat".to_owned(),
            until: until.parse().unwrap(),
            span: Span::default(),
        }
    }

    fn day(written: &str) -> Date {
        written.parse().unwrap()
    }

    #[test]
    fn a_threshold_has_at_most_two_decimals() {
        let hundredths = |s: &str| s.parse::<Threshold>().ok().map(|t| t.hundredths);
        assert_eq!(hundredths("60"), Some(6000));
        assert_eq!(hundredths("62,5"), Some(6250));
        assert_eq!(hundredths("62.55 %"), Some(6255));
        assert_eq!(hundredths("100"), Some(10_000));
        for wrong in ["", "x", "-1", "100.01", "1.234", "60.", "NaN", "1e2"] {
            assert_eq!(hundredths(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn nothing_asked_for_means_that_nothing_fails() {
        let checklist = checklist();
        let plan = audited(&checklist, "");
        assert_eq!(Gates::default().failures(&checklist, &[&plan], None, &[(waiver("x", "2020-01-01"), Standing::Expired)]), []);
    }

    #[test]
    fn shares_are_compared_exactly_in_all_and_in_a_field() {
        let checklist = checklist();
        let plan = audited(&checklist, PLAN);
        let Score { earned, possible } = plan.scores.total.score;
        let mobility = plan.scores.fields.iter().find(|f| f.id == "mobilitaet").unwrap().score;
        let gates = |hundredths: u32, field: u32| Gates {
            under: Some(Threshold { hundredths }),
            under_field: vec![("mobilitaet".to_owned(), Threshold { hundredths: field })],
            ..Gates::default()
        };
        let reached = |score: Score| score.earned * 10_000 / score.possible;
        let plans = [&plan];
        assert!(earned > 0 && possible > 0 && mobility.earned > 0);
        let total = Score { earned, possible };
        assert_eq!(gates(reached(total), reached(mobility)).failures(&checklist, &plans, None, &[]), []);
        let failures = gates(reached(total) + 1, reached(mobility) + 1).failures(&checklist, &plans, None, &[]);
        assert!(matches!(failures.as_slice(), [Failure::Under { plan: 0, .. }, Failure::UnderField { plan: 0, .. }]), "{failures:?}");
    }

    #[test]
    fn a_criterion_that_must_be_covered_fails_as_a_gap_unless_it_is_waived() {
        let checklist = checklist();
        let mut plan = audited(&checklist, PLAN);
        let (stops, drive) = (index(&checklist, "mobilitaet.haltestellen"), index(&checklist, "mobilitaet.fahrdienst"));
        let gates = Gates { on: vec![stops, drive], ..Gates::default() };
        let failed = |plan: &PlanAudit| gates.failures(&checklist, &[plan], None, &[]);
        let expected = vec![Failure::On { plan: 0, criterion: drive, level: Level::Absent }];
        assert_eq!(failed(&plan), expected);
        let waivers = [waiver("mobilitaet.fahrdienst", "2026-12-31")];
        plan.waive(&waivers, &checklist, day("2026-12-31"));
        assert_eq!(failed(&plan), []);
        let (before, after) = (plan.scores.total.score, plan.counting_scores().total.score);
        assert_eq!((after.earned, after.possible), (before.earned, before.possible - 3), "a waived criterion earns nothing");
        plan.waive(&waivers, &checklist, day("2027-01-01"));
        assert_eq!(failed(&plan), expected, "the last day is over");
    }

    #[test]
    fn a_waiver_may_hold_for_one_plan_only() {
        let checklist = checklist();
        let mut plan = audited(&checklist, &format!("---\nags: \"16056000\"\n---\n{PLAN}"));
        for (named, holds) in [("plaene/stadt.md", true), ("16056000", true), ("stadt.md", false), ("1605600", false)] {
            let one = Waiver { plan: Some(named.to_owned()), ..waiver("mobilitaet.fahrdienst", "2026-12-31") };
            plan.waive(&[one], &checklist, day("2026-01-01"));
            assert_eq!(plan.is_waived(index(&checklist, "mobilitaet.fahrdienst")), holds, "{named}");
        }
    }

    #[test]
    fn contrary_passages_fail_when_asked_for() {
        let checklist = checklist();
        let plan = audited(&checklist, &format!("{PLAN}{CONTRARY}"));
        let gates = Gates { contrary: true, ..Gates::default() };
        let failures = gates.failures(&checklist, &[&plan], None, &[]);
        let [Failure::Contrary { span, .. }] = failures.as_slice() else { panic!("{failures:?}") };
        assert!(plan.source.slice(*span).contains("Förderschule"));
    }

    #[test]
    fn only_what_got_worse_is_new() {
        let checklist = checklist();
        let before = audited(&checklist, PLAN);
        let key = plan_key(&before.source, &before.plan);
        let alerts = before.alerts(&checklist);
        let written = Baseline::new(&checklist, [(key, alerts.as_slice())]).render("1");
        let baseline = Baseline::parse(&written).unwrap();
        let gates = Gates { new: true, ..Gates::default() };
        let new = |text: &str| -> Vec<String> {
            let plan = audited(&checklist, text);
            let failures = gates.failures(&checklist, &[&plan], Some(&baseline), &[]);
            failures
                .iter()
                .map(|f| if let Failure::New { criterion, .. } = f { checklist.criteria[*criterion].id.clone() } else { format!("{f:?}") })
                .collect()
        };
        assert_eq!(new(PLAN), Vec::<String>::new());
        assert_eq!(new(&PLAN.replace("## Wohnen", "Ein Satz mehr.\n\n## Wohnen")), Vec::<String>::new());
        assert!(new(&PLAN.replace("baut bis Ende 2027", "prüft")).contains(&"mobilitaet.haltestellen".to_owned()));
        assert!(new(PLAN.split("## Wohnen").next().unwrap()).iter().any(|id| id.starts_with("wohnen.")), "intended fell to absent");
        let special_school = audited(&checklist, &format!("{PLAN}{CONTRARY}"));
        let failures = gates.failures(&checklist, &[&special_school], Some(&baseline), &[]);
        assert_eq!(failures.iter().filter(|f| matches!(f, Failure::New { kind: AlertKind::Contrary, .. })).count(), 1);
        let firmer = PLAN.replace("prüft, ob sie den Bau barrierefreier Wohnungen fördern kann", "fördert den Bau barrierefreier Wohnungen");
        assert_eq!(new(&firmer), Vec::<String>::new());
        let other = ReadPlan::new(Source::new("anderer.md", PLAN), String::new()).audit(&checklist);
        let all = gates.failures(&checklist, &[&other], Some(&baseline), &[]);
        assert_eq!(all.len(), other.alerts(&checklist).len(), "of a plan that was not there everything is new");
    }

    #[test]
    fn a_criterion_that_was_not_asked_then_is_not_new() {
        let checklist = checklist();
        let mut narrow = self::checklist();
        narrow.restrict(&["wohnen".to_owned()], &[]);
        let plan = audited(&narrow, PLAN);
        let written = Baseline::new(&narrow, [(plan_key(&plan.source, &plan.plan), plan.alerts(&narrow).as_slice())]).render("1");
        let baseline = Baseline::parse(&written).unwrap();
        let plan = audited(&checklist, "");
        let failures = Gates { new: true, ..Gates::default() }.failures(&checklist, &[&plan], Some(&baseline), &[]);
        assert!(!failures.is_empty());
        assert!(failures.iter().all(|f| matches!(f, Failure::New { criterion, .. } if checklist.criteria[*criterion].id.starts_with("wohnen."))));
    }
}
