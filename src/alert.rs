//! What machines are told of a plan: its gaps and the passages that work against the convention, each with a
//! place in the text and a fingerprint by which it is known again.

use crate::assessment::Assessment;
use crate::checklist::{Checklist, Kind, Level};
use crate::plan::Plan;
use crate::source::{Source, Span, sha256};
use crate::text::fold;
use std::collections::BTreeMap;

/// Why a machine reports something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AlertKind {
    /// A criterion below `planned`.
    Gap,
    /// A passage that works against the convention.
    Contrary,
}

impl AlertKind {
    /// The name in machine output and in baselines.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gap => "gap",
            Self::Contrary => "contrary",
        }
    }
}

/// One thing to report: a criterion that is a gap, or one contrary passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alert {
    /// Index into [`Checklist::criteria`].
    pub criterion: usize,
    pub kind: AlertKind,
    /// The level of the criterion.
    pub level: Level,
    /// Where it is shown: the passage, or for a criterion nobody speaks of the heading of its field.
    pub span: Span,
    /// The passage it rests on; none where no passage speaks of the criterion.
    pub quote: Option<Span>,
    /// SHA-256 in hexadecimal of checklist, criterion, kind, plan and the letters of the quote. Line numbers,
    /// spaces, markup and hyphenation do not enter, so the alert stays the same when the plan is edited elsewhere.
    pub fingerprint: String,
}

/// The name by which a plan is known again: its municipality key (AGS) where it tells it, else its path.
pub fn plan_key(source: &Source, plan: &Plan) -> String {
    let ags = plan.metadata.iter().find(|(key, _)| key.eq_ignore_ascii_case("ags")).map(|(_, value)| value.trim());
    match ags.filter(|a| a.len() == 8 && a.bytes().all(|b| b.is_ascii_digit())) {
        // A municipality may have several plans in one repository.
        Some(ags) => format!("{ags}/{}", source.name.rsplit('/').next().unwrap_or_default()),
        None => source.name.clone(),
    }
}

/// Is this the plan that somebody names, by its path or by its municipality key?
pub fn is_plan(named: &str, source: &Source, plan: &Plan) -> bool {
    named == source.name || plan_key(source, plan).strip_prefix(named).is_some_and(|rest| rest.starts_with('/'))
}

/// All gaps and contrary passages of a plan, in checklist order.
pub fn alerts(checklist: &Checklist, source: &Source, plan: &Plan, assessment: &Assessment) -> Vec<Alert> {
    let key = plan_key(source, plan);
    let headings = field_headings(checklist, plan, assessment);
    let print = |criterion: usize, kind: AlertKind, quote: Option<Span>| {
        let letters = quote.map(|q| letters(source.slice(q))).unwrap_or_default();
        let parts = [checklist.id.as_str(), &checklist.criteria[criterion].id, kind.name(), &key, &letters];
        sha256(parts.join("\n").as_bytes())
    };
    let mut alerts = Vec::new();
    for (criterion, finding) in assessment.findings.iter().enumerate() {
        let level = finding.level;
        if !level.is_covered() {
            let share = checklist.criteria[criterion].kind == Kind::Share;
            let quote = finding.evidence.first().filter(|_| !share).map(|e| e.span);
            let span = quote.or(headings[checklist.criteria[criterion].field]).unwrap_or_default();
            let fingerprint = print(criterion, AlertKind::Gap, quote);
            alerts.push(Alert { criterion, kind: AlertKind::Gap, level, span, quote, fingerprint });
        }
        for contrary in &finding.contrary {
            let quote = Some(contrary.span);
            let fingerprint = print(criterion, AlertKind::Contrary, quote);
            alerts.push(Alert { criterion, kind: AlertKind::Contrary, level, span: contrary.span, quote, fingerprint });
        }
    }
    alerts
}

/// Only what a reader would call the same words: letters and digits, without case.
pub(crate) fn letters(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// For each field the heading of the plan under which it is mostly spoken of, if there is one.
///
/// A heading belongs to a field when more of the field's evidence stands below it than of all others together;
/// of several such headings the one with most, then the innermost, then the first.
fn field_headings(checklist: &Checklist, plan: &Plan, assessment: &Assessment) -> Vec<Option<Span>> {
    // By heading: evidence of each field, and how deep the heading stands.
    let mut below: BTreeMap<Span, (usize, Vec<usize>)> = BTreeMap::new();
    for (criterion, finding) in assessment.findings.iter().enumerate() {
        if checklist.criteria[criterion].kind != Kind::Measure {
            continue;
        }
        for passage in finding.evidence.iter().filter_map(|e| plan.passages.get(e.passage)) {
            for (depth, &heading) in passage.path_spans.iter().enumerate() {
                let (_, counts) = below.entry(heading).or_insert_with(|| (depth, vec![0; checklist.fields.len()]));
                counts[checklist.criteria[criterion].field] += 1;
            }
        }
    }
    (0..checklist.fields.len())
        .map(|field| {
            let own = below.iter().filter(|(_, (_, counts))| 2 * counts[field] > counts.iter().sum());
            own.max_by_key(|(heading, (depth, counts))| (counts[field], *depth, std::cmp::Reverse(**heading))).map(|(heading, _)| *heading)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::assess;
    use crate::embedded::{DEFAULT, Embedded};
    use crate::measure::grade;
    use crate::text::Lang;
    use crate::{document, plan};

    const PLAN: &str = "# Aktionsplan\n\n## Mobilität\n\nDas Tiefbauamt baut bis Ende 2027 zwölf Haltestellen barrierefrei um.\n\n## Wohnen\n\n\
                        Die Stadt prüft, ob sie den Bau barrierefreier Wohnungen fördern kann.\n";

    fn told(text: &str, name: &str) -> (Checklist, Source, Vec<Alert>) {
        let checklist = Embedded::find(DEFAULT).unwrap().checklist().unwrap();
        let source = Source::new(name, text);
        let plan = plan::read(&document::parse(&source), Lang::De);
        let assessment = assess(&plan, &grade(&plan, Lang::De), &checklist);
        let alerts = alerts(&checklist, &source, &plan, &assessment);
        (checklist, source, alerts)
    }

    fn of<'a>(alerts: &'a [Alert], checklist: &Checklist, id: &str) -> &'a Alert {
        alerts.iter().find(|a| checklist.criteria[a.criterion].id == id).unwrap_or_else(|| panic!("{id}"))
    }

    #[test]
    fn a_criterion_nobody_speaks_of_stands_at_the_heading_of_its_field() {
        let (checklist, source, alerts) = told(PLAN, "plan.md");
        let drive = of(&alerts, &checklist, "mobilitaet.fahrdienst");
        assert_eq!((drive.level, drive.quote), (Level::Absent, None));
        assert_eq!(source.slice(drive.span).trim_start_matches('#').trim(), "Mobilität");
        // No heading of the plan is about health: the alert stands at its beginning.
        assert_eq!(of(&alerts, &checklist, "gesundheit.praxen").span, Span::default());
    }

    #[test]
    fn a_fingerprint_outlives_edits_elsewhere_and_changes_with_the_passage() {
        let (checklist, _, before) = told(PLAN, "plan.md");
        let moved = PLAN
            .replace("## Mobilität\n", "## Mobilität\n\nVorwort in eigenen Worten.\n")
            .replace("barrierefreier Wohnungen", "barriere-\nfreier  Wohnungen");
        let (_, _, after) = told(&moved, "plan.md");
        let prints = |alerts: &[Alert]| alerts.iter().map(|a| a.fingerprint.clone()).collect::<Vec<_>>();
        assert_eq!(prints(&before), prints(&after));
        let (_, source, _) = told(PLAN, "plan.md");
        let soft = before.iter().find(|a| a.quote.is_some_and(|q| source.slice(q).contains("Wohnungen"))).unwrap();
        let (_, _, reworded) = told(&PLAN.replace("fördern kann", "fördern will"), "plan.md");
        let same = of(&reworded, &checklist, &checklist.criteria[soft.criterion].id);
        assert_eq!((same.level, soft.level), (Level::Intended, Level::Intended));
        assert_ne!(same.fingerprint, soft.fingerprint);
        assert_ne!(prints(&before), prints(&told(PLAN, "anderer.md").2));
    }

    #[test]
    fn a_municipality_key_stands_for_the_path() {
        let with = |path: &str| {
            plan_key(&Source::new(path, ""), &plan::read(&document::parse(&Source::new(path, "---\nags: \"16056000\"\n---\n# Plan\n")), Lang::De))
        };
        assert_eq!(with("alt/plan.md"), "16056000/plan.md");
        assert_eq!(with("neu/plan.md"), with("alt/plan.md"));
    }
}
