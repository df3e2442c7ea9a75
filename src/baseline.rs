//! Baselines: what was reported of some plans on an earlier day, so that only what is new fails a check.

use crate::alert::{Alert, AlertKind};
use crate::checklist::{Checklist, Level};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The schema name that a baseline file carries.
pub const SCHEMA: &str = "crpd-check/baseline/1";

/// The alerts of an earlier day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    /// Id of the checklist that was asked.
    pub checklist: String,
    /// Ids of the criteria that were asked.
    criteria: BTreeSet<String>,
    /// By plan.
    plans: BTreeMap<String, Vec<Known>>,
}

/// One alert as a baseline keeps it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Known {
    criterion: String,
    kind: AlertKind,
    level: Level,
    fingerprint: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    schema: String,
    checklist: String,
    /// Version of the checklist, for people.
    version: String,
    criteria: Vec<String>,
    plans: Vec<FilePlan>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FilePlan {
    plan: String,
    alerts: Vec<FileAlert>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileAlert {
    criterion: String,
    kind: String,
    level: String,
    fingerprint: String,
}

/// Why a file is no baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoBaseline {
    /// Line and column of the first mistake, and what the parser says of it.
    Json { line: usize, column: usize, what: String },
    /// Another schema, or none.
    Schema(String),
    /// Neither a kind nor a level of alerts.
    Name(String),
}

impl Baseline {
    /// Makes the baseline of today: for each plan its key and its alerts.
    pub fn new<'a>(checklist: &Checklist, plans: impl IntoIterator<Item = (String, &'a [Alert])>) -> Self {
        let known = |alert: &Alert| Known {
            criterion: checklist.criteria[alert.criterion].id.clone(),
            kind: alert.kind,
            level: alert.level,
            fingerprint: alert.fingerprint.clone(),
        };
        Self {
            checklist: checklist.id.clone(),
            criteria: checklist.criteria.iter().map(|c| c.id.clone()).collect(),
            plans: plans.into_iter().map(|(key, alerts)| (key, alerts.iter().map(known).collect())).collect(),
        }
    }

    /// Reads a baseline file.
    pub fn parse(text: &str) -> Result<Self, NoBaseline> {
        let file: File =
            serde_json::from_str(text).map_err(|error| NoBaseline::Json { line: error.line(), column: error.column(), what: error.to_string() })?;
        if file.schema != SCHEMA {
            return Err(NoBaseline::Schema(file.schema));
        }
        let known = |alert: FileAlert| {
            let kind = [AlertKind::Gap, AlertKind::Contrary].into_iter().find(|k| k.name() == alert.kind).ok_or(NoBaseline::Name(alert.kind))?;
            let level = Level::from_name(&alert.level).ok_or(NoBaseline::Name(alert.level))?;
            Ok(Known { criterion: alert.criterion, kind, level, fingerprint: alert.fingerprint })
        };
        let mut plans = BTreeMap::new();
        for plan in file.plans {
            plans.insert(plan.plan, plan.alerts.into_iter().map(known).collect::<Result<_, _>>()?);
        }
        Ok(Self { checklist: file.checklist, criteria: file.criteria.into_iter().collect(), plans })
    }

    /// The file, indented so that a version control system shows what came and went.
    pub fn render(&self, version: &str) -> String {
        let alert = |known: &Known| FileAlert {
            criterion: known.criterion.clone(),
            kind: known.kind.name().to_owned(),
            level: known.level.name().to_owned(),
            fingerprint: known.fingerprint.clone(),
        };
        let file = File {
            schema: SCHEMA.to_owned(),
            checklist: self.checklist.clone(),
            version: version.to_owned(),
            criteria: self.criteria.iter().cloned().collect(),
            plans: self.plans.iter().map(|(plan, alerts)| FilePlan { plan: plan.clone(), alerts: alerts.iter().map(alert).collect() }).collect(),
        };
        // Structs of texts always have a JSON form.
        serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
    }

    /// Is this alert new since then?
    ///
    /// A gap is new where the criterion was no gap or has fallen to a lower level; a contrary passage, where its words were
    /// not there. A criterion that was not asked then cannot be compared and is not new. Of a plan that was not there
    /// everything is new.
    pub fn is_new(&self, plan: &str, checklist: &Checklist, alert: &Alert) -> bool {
        let id = &checklist.criteria[alert.criterion].id;
        if !self.criteria.contains(id) {
            return false;
        }
        let Some(known) = self.plans.get(plan) else { return true };
        let same = |k: &&Known| match alert.kind {
            AlertKind::Gap => k.criterion == *id && k.level <= alert.level,
            AlertKind::Contrary => k.fingerprint == alert.fingerprint,
        };
        !known.iter().filter(|k| k.kind == alert.kind).any(|k| same(&k))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_baseline_is_refused_with_its_place() {
        assert!(matches!(Baseline::parse("{\n  x"), Err(NoBaseline::Json { line: 2, .. })));
        assert!(matches!(Baseline::parse("{}"), Err(NoBaseline::Json { .. })));
        let other = r#"{"schema": "crpd-check/report/1", "checklist": "a", "version": "1", "criteria": [], "plans": []}"#;
        assert_eq!(Baseline::parse(other), Err(NoBaseline::Schema("crpd-check/report/1".to_owned())));
        let kind = r#"{"criterion": "a.b", "kind": "lücke", "level": "absent", "fingerprint": "0"}"#;
        let wrong = other.replace("report", "baseline").replace(r#""plans": []"#, &format!(r#""plans": [{{"plan": "p", "alerts": [{kind}]}}]"#));
        assert_eq!(Baseline::parse(&wrong), Err(NoBaseline::Name("lücke".to_owned())));
        assert!(Baseline::parse(&wrong.replace("lücke", "gap")).is_ok());
    }
}
