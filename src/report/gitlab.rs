//! GitLab Code Quality: a list of what stands where, for the page of a merge request.

use super::annotation::{Annotation, Severity, annotations};
use super::quotation::shown_path;
use super::{Format, Report, json};
use serde::Serialize;

/// Prints the report as GitLab takes it: an array and no byte order mark.
pub(super) fn render(reports: &[Report<'_>]) -> String {
    let mut issues = Vec::new();
    for report in reports {
        let plans = annotations(report, &super::words(report.lang, Format::Gitlab));
        issues.extend(plans.iter().flat_map(|(_, annotations)| annotations).map(|annotation| issue(report, annotation)));
    }
    json::print(&issues)
}

#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

fn issue(report: &Report<'_>, annotation: &Annotation<'_>) -> Issue {
    Issue {
        description: format!("{}. {}", annotation.title, annotation.message),
        check_name: report.checklist.criteria[annotation.criterion].id.clone(),
        fingerprint: annotation.fingerprint.clone(),
        severity: match annotation.severity {
            Severity::Major => "major",
            Severity::Minor => "minor",
            Severity::Info => "info",
        },
        location: Location { path: shown_path(&annotation.plan.source.name), lines: Lines { begin: annotation.region.start_line } },
    }
}
