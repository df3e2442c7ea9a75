//! Waivers: criteria that somebody has set aside for a plan, with a reason, a name and a last day.
//!
//! A waived criterion stays in the report and is not fulfilled. It only leaves the second score, "after waivers",
//! and that is the one a gate looks at.

use crate::alert::{Alert, is_plan};
use crate::attribute::Date;
use crate::checklist::Checklist;
use crate::message::message;
use crate::plan::Plan;
use crate::source::{Problem, Source, Span};
use crate::yaml;
use serde::Deserialize;
use serde_yaml::Spanned;
use std::collections::BTreeMap;

/// The schema name that a waiver file begins with.
pub const SCHEMA: &str = "crpd-check/waivers/1";

/// One criterion set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// Id of the criterion.
    pub id: String,
    /// The plan it holds for, as its path in the report or as its municipality key; every plan where none is named.
    pub plan: Option<String>,
    pub reason: String,
    /// Who decided it: an office or a body.
    pub who: String,
    /// The last day on which it holds.
    pub until: Date,
    /// Its place in the file.
    pub span: Span,
}

/// What became of a waiver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It sets a gap or a contrary passage aside.
    Active,
    /// Its last day is over; it has no effect.
    Expired,
    /// The checklist has no such criterion.
    Unknown,
    /// The criterion is covered, or the plan is not there: nobody needs it.
    Unused,
    /// The criterion was not asked this time, because only some fields or articles were.
    Unasked,
}

impl Standing {
    /// The name in machine output and, after `waiver-`, of its message.
    pub fn name(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Expired => "expired",
            Self::Unknown => "unknown",
            Self::Unused => "unused",
            Self::Unasked => "unasked",
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    schema: Spanned<String>,
    waivers: Vec<RawWaiver>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWaiver {
    id: Spanned<String>,
    #[serde(default)]
    plan: Option<Spanned<String>>,
    reason: Spanned<String>,
    who: Spanned<String>,
    until: Spanned<String>,
}

/// Reads a waiver file; every problem found is returned, in the order of the file.
///
/// Ids are not looked up here: a waiver for a criterion that a checklist no longer has is shown and does no harm.
pub fn parse(source: &Source) -> Result<Vec<Waiver>, Vec<Problem>> {
    let file: RawFile = yaml::read(source, SCHEMA, &[]).map_err(|problem| vec![problem])?;
    let mut problems = Vec::new();
    if file.schema.value != SCHEMA {
        let message = message!("problem-schema", name = &file.schema.value);
        problems.push(Problem::new(yaml::span(source, &file.schema), message).with_help(message!("problem-schema-help", schema = SCHEMA)));
    }
    let mut waivers: Vec<Waiver> = Vec::with_capacity(file.waivers.len());
    for raw in file.waivers {
        let span = yaml::span(source, &raw.id);
        for (name, text) in [("id", &raw.id), ("reason", &raw.reason), ("who", &raw.who)] {
            if text.value.trim().is_empty() {
                let message = message!("problem-empty", name = name);
                problems.push(Problem::new(yaml::span(source, text), message).with_help(message!("problem-empty-value-help", name = name)));
            }
        }
        let plan = raw.plan.map(|p| p.value);
        if let Some(earlier) = waivers.iter().find(|w| w.id == raw.id.value && w.plan == plan) {
            let line = source.line(earlier.span.start).to_string();
            let message = message!("problem-waiver-double", id = &raw.id.value);
            problems.push(Problem::new(span, message).with_help(message!("problem-waiver-double-help", line = line)));
        }
        match raw.until.value.parse() {
            Ok(until) => waivers.push(Waiver { id: raw.id.value, plan, reason: raw.reason.value, who: raw.who.value, until, span }),
            Err(()) => {
                let message = message!("problem-day", written = &raw.until.value);
                problems.push(Problem::new(yaml::span(source, &raw.until), message).with_help(message!("problem-waiver-until-help")));
            }
        }
    }
    problems.sort_by_key(|p| p.span);
    if problems.is_empty() { Ok(waivers) } else { Err(problems) }
}

/// What became of each waiver in a run over these plans. `known` are the ids of the whole checklist, before some of
/// its fields or articles were chosen; `used` are the indices of the waivers that set something aside.
pub fn standings(waivers: Vec<Waiver>, known: &[String], checklist: &Checklist, used: &[usize], today: Date) -> Vec<(Waiver, Standing)> {
    let standing = |(i, waiver): (usize, &Waiver)| {
        if !known.contains(&waiver.id) {
            Standing::Unknown
        } else if waiver.until < today {
            Standing::Expired
        } else if checklist.criterion(&waiver.id).is_none() {
            Standing::Unasked
        } else if used.contains(&i) {
            Standing::Active
        } else {
            Standing::Unused
        }
    };
    let standings: Vec<Standing> = waivers.iter().enumerate().map(standing).collect();
    waivers.into_iter().zip(standings).collect()
}

impl Waiver {
    fn names(&self, source: &Source, plan: &Plan) -> bool {
        self.plan.as_ref().is_none_or(|named| is_plan(named, source, plan))
    }
}

/// The criteria of a plan that are waived on this day, each with the index of its waiver.
///
/// Only what would be reported can be waived: a criterion that is covered and has no contrary passage needs none.
pub fn waived(waivers: &[Waiver], checklist: &Checklist, source: &Source, plan: &Plan, alerts: &[Alert], today: Date) -> BTreeMap<usize, usize> {
    let mut waived = BTreeMap::new();
    for (w, waiver) in waivers.iter().enumerate().filter(|(_, w)| w.until >= today && w.names(source, plan)) {
        for alert in alerts.iter().filter(|a| checklist.criteria[a.criterion].id == waiver.id) {
            waived.entry(alert.criterion).or_insert(w);
        }
    }
    waived
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded::{DEFAULT, Embedded};

    const FILE: &str = "schema: crpd-check/waivers/1\nwaivers:\n  - id: mobilitaet.fahrdienst\n    reason: Sache des Kreises\n    who: Beirat\n    until: 2026-12-31\n";

    fn problems(yaml: &str) -> Vec<(usize, &'static str)> {
        let source = Source::new("ausnahmen.yaml", yaml);
        parse(&source).err().unwrap_or_default().into_iter().map(|p| (source.line(p.span.start), p.message.key)).collect()
    }

    #[test]
    fn a_waiver_needs_id_reason_name_and_last_day() {
        let source = Source::new("ausnahmen.yaml", FILE);
        let waivers = parse(&source).unwrap();
        assert_eq!((waivers[0].id.as_str(), waivers[0].until.to_string().as_str()), ("mobilitaet.fahrdienst", "2026-12-31"));
        for key in ["id", "reason", "who", "until"] {
            let line = FILE.lines().find(|l| l.trim_start_matches([' ', '-']).starts_with(key)).unwrap();
            let without = FILE.replace(&format!("{line}\n"), if key == "id" { "  - plan: a.md\n" } else { "" });
            assert_eq!(problems(&without).first().map(|p| p.1), Some("problem-no-key"), "{key}");
        }
        assert_eq!(problems(&FILE.replace("2026-12-31", "31.12.2026")), [(6, "problem-day")]);
        assert_eq!(problems(&FILE.replace("2026-12-31", "2026-02-30")), [(6, "problem-day")]);
        assert_eq!(problems(&FILE.replace("Beirat", "\" \"")), [(5, "problem-empty")]);
        assert_eq!(problems(&FILE.replace("reason", "grund")).first().map(|p| p.1), Some("problem-key"));
        assert_eq!(problems(&FILE.replace("waivers/1", "waivers/2")), [(1, "problem-schema")]);
        let twice = format!("{FILE}{}", &FILE[FILE.find("  - id").unwrap()..]);
        assert_eq!(problems(&twice), [(7, "problem-waiver-double")]);
        assert_eq!(problems(&twice.replacen("reason", "plan: a.md\n    reason", 1)), []);
        assert_eq!(problems("").len(), 1);
    }

    #[test]
    fn what_became_of_a_waiver_is_told() {
        let mut checklist = Embedded::find(DEFAULT).unwrap().checklist().unwrap();
        let known: Vec<String> = checklist.criteria.iter().map(|c| c.id.clone()).collect();
        checklist.restrict(&["mobilitaet".to_owned()], &[]);
        let waiver = |id: &str, until: &str| Waiver {
            id: id.to_owned(),
            plan: None,
            reason: String::new(),
            who: String::new(),
            until: until.parse().unwrap(),
            span: Span::default(),
        };
        let waivers = vec![
            waiver("mobilitaet.fahrdienst", "2026-12-31"),
            waiver("mobilitaet.haltestellen", "2026-12-31"),
            waiver("mobilitaet.parken", "2026-12-30"),
            waiver("mobilitaet.flugtaxi", "2026-12-31"),
            waiver("wohnen.wahlfreiheit", "2026-12-31"),
        ];
        let standings = standings(waivers, &known, &checklist, &[0], "2026-12-31".parse().unwrap());
        let names: Vec<&str> = standings.iter().map(|(_, s)| s.name()).collect();
        assert_eq!(names, ["active", "unused", "expired", "unknown", "unasked"]);
    }
}
