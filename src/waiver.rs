//! Waivers: criteria that somebody has set aside for a plan, with a reason, a name and a last day.
//!
//! A waived criterion stays in the report and is not fulfilled. It only leaves the second score, "after waivers",
//! and that is the one a gate looks at.

use crate::alert::{Alert, plan_key};
use crate::attribute::Date;
use crate::checklist::Checklist;
use crate::plan::Plan;
use crate::source::{Source, Span};
use std::collections::BTreeMap;

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

impl Waiver {
    fn names(&self, source: &Source, plan: &Plan) -> bool {
        self.plan
            .as_ref()
            .is_none_or(|named| *named == source.name || plan_key(source, plan).strip_prefix(named.as_str()).is_some_and(|r| r.starts_with('/')))
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
