//! SARIF 2.1.0, within what GitHub code scanning accepts and shows.
//!
//! The structs are our own: the crate for SARIF is generated from the whole schema, takes longer to compile than
//! this program's other output together, and a dozen structs are all that is needed.

use super::annotation::{Annotation, Region, Severity, annotations, unlike, usual_severity, waived};
use super::json::{self, language};
use super::quotation::{clean, shown_path};
use super::{Format, PlanAudit, Report, article_numbers, explain_command};
use crate::alert::plan_key;
use crate::checklist::Criterion;
use crate::words::{Words, say};
use serde::Serialize;
use std::collections::BTreeMap;

/// GitHub refuses a file with more runs.
const RUNS: usize = 20;
/// GitHub keeps this many results of a run, chosen by its own rules; so we choose.
const RESULTS: usize = 5_000;
/// GitHub keeps this many tags of a rule.
const TAGS: usize = 10;

/// Prints the report as SARIF.
///
/// A plan is a run of its own with its own category, so that an upload for one plan does not close the alerts of
/// another. Where GitHub would refuse so many runs, all plans stand in one.
pub(super) fn render(reports: &[Report<'_>]) -> String {
    let together = reports.iter().map(|r| r.plans.len()).sum::<usize>() > RUNS;
    let mut categories = BTreeMap::new();
    let mut runs = Vec::new();
    for report in reports {
        let words = super::words(report.lang, Format::Sarif);
        let plans = annotations(report, &words);
        let in_one_run = if together { plans.len().max(1) } else { 1 };
        runs.extend(plans.chunks(in_one_run).map(|plans| run(report, plans, &words, &mut categories)));
    }
    json::print(&Log { schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs })
}

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: Vec<Run>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    automation_details: AutomationDetails,
    language: &'static str,
    column_kind: &'static str,
    results: Vec<ResultOut>,
    properties: RunProperties,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RunProperties {
    /// Results that GitHub would not have kept.
    omitted_results: usize,
}

#[derive(Serialize)]
struct AutomationDetails {
    id: String,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: String,
    short_description: Text,
    full_description: Text,
    help: Text,
    default_configuration: Configuration,
    properties: Tags,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Tags {
    tags: Vec<String>,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultOut {
    rule_id: String,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
    partial_fingerprints: Fingerprints,
    /// Waived, with the reason; without waivers nothing is said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suppressions: Vec<Suppression>,
    /// new or unchanged; without a baseline nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline_state: Option<&'static str>,
}

#[derive(Serialize)]
struct Suppression {
    kind: &'static str,
    status: &'static str,
    justification: String,
}

/// GitHub compares the first alone and keeps the one it is given; the second names its maker, as SARIF asks for.
#[derive(Serialize)]
struct Fingerprints {
    #[serde(rename = "primaryLocationLineHash")]
    github: String,
    #[serde(rename = "crpdCheck/v1")]
    own: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: RegionOut,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RegionOut {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

impl From<Region> for RegionOut {
    fn from(r: Region) -> Self {
        Self { start_line: r.start_line, start_column: r.start_column, end_line: r.end_line, end_column: r.end_column }
    }
}

fn run(report: &Report<'_>, plans: &[(&PlanAudit, Vec<Annotation<'_>>)], words: &Words, categories: &mut BTreeMap<String, usize>) -> Run {
    let checklist = report.checklist;
    let category = match plans {
        [(plan, _)] => format!("crpd-check/{}/{}", checklist.id, shown_path(&clean(&plan_key(&plan.source, &plan.plan)))),
        _ => format!("crpd-check/{}", checklist.id),
    };
    let mut shown: Vec<&Annotation<'_>> = plans.iter().flat_map(|(_, annotations)| annotations).collect();
    let omitted_results = shown.len().saturating_sub(RESULTS);
    if omitted_results > 0 {
        shown.sort_by_key(|a| (a.severity, a.turn));
        shown.truncate(RESULTS);
    }
    let rules = (0..checklist.criteria.len()).map(|c| rule(report, c, words)).collect();
    Run {
        tool: Tool { driver: Driver { name: "crpd-check", semantic_version: env!("CARGO_PKG_VERSION"), rules } },
        // What stands before the last slash is the category.
        automation_details: AutomationDetails { id: format!("{}/", unlike(categories, category)) },
        language: language(report.lang),
        column_kind: "utf16CodeUnits",
        results: shown.into_iter().map(|annotation| result(report, annotation, words)).collect(),
        properties: RunProperties { omitted_results },
    }
}

fn rule(report: &Report<'_>, index: usize, words: &Words) -> Rule {
    let checklist = report.checklist;
    let criterion: &Criterion = &checklist.criteria[index];
    let question = criterion.question.get(words.lang);
    let articles = article_numbers(criterion.articles.iter(), checklist).into_iter().map(|number| format!("crpd-article-{number}"));
    let tags = std::iter::once(checklist.fields[criterion.field].id.clone()).chain(articles);
    let mut help = format!("{}: {}", say!(words, "ask"), super::audit::ask(criterion, words));
    if let Some(command) = explain_command(checklist, index) {
        help.push_str(&format!("\n\n{} {command}", say!(words, "explain-more")));
    }
    Rule {
        id: criterion.id.clone(),
        short_description: Text { text: question.to_owned() },
        full_description: Text { text: format!("{question} {}", criterion.why.get(words.lang)) },
        help: Text { text: help },
        default_configuration: Configuration { level: level(usual_severity(criterion)) },
        properties: Tags { tags: tags.take(TAGS).collect() },
    }
}

fn result(report: &Report<'_>, annotation: &Annotation<'_>, words: &Words) -> ResultOut {
    let location = PhysicalLocation {
        artifact_location: ArtifactLocation { uri: uri(&shown_path(&annotation.plan.source.name)) },
        region: annotation.region.into(),
    };
    ResultOut {
        rule_id: report.checklist.criteria[annotation.criterion].id.clone(),
        rule_index: annotation.criterion,
        level: level(annotation.severity),
        message: Text { text: literal(&format!("{}. {}", annotation.title, annotation.message)) },
        locations: [Location { physical_location: location }],
        partial_fingerprints: Fingerprints { github: annotation.fingerprint.clone(), own: annotation.fingerprint.clone() },
        suppressions: annotation
            .waiver
            .iter()
            .map(|w| Suppression { kind: "external", status: "accepted", justification: waived(w, words) })
            .collect(),
        baseline_state: annotation.is_new.map(|new| if new { "new" } else { "unchanged" }),
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Major | Severity::Minor => "warning",
        Severity::Info => "note",
    }
}

/// A message without links and placeholders: SARIF reads `[text](place)` and `{0}` even in plain text.
fn literal(text: &str) -> String {
    text.replace('\\', r"\\").replace('[', r"\[").replace(']', r"\]").replace('{', "{{").replace('}', "}}")
}

/// A relative path as a URI reference.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_a_relative_reference() {
        assert_eq!(uri("pläne/2026 a.md"), "pl%C3%A4ne/2026%20a.md");
        assert_eq!(uri("javascript:x%0A.md"), "javascript%3Ax%250A.md");
    }

    #[test]
    fn a_message_holds_no_link_and_no_placeholder() {
        assert_eq!(literal(r"[Klick](https://x.example) {0} \"), r"\[Klick\](https://x.example) {{0}} \\");
    }
}
