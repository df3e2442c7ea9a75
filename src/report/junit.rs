//! JUnit XML, which every build server shows: a suite for each plan, a test case for each criterion.
//!
//! A gap is a failure and so is a criterion with contrary passages: whoever asks for this format wants the red
//! list. The exit code of the program does not follow it; gaps alone are no failure there. What is waived is skipped.

use super::annotation::{Annotation, annotations};
use super::quotation::{clean, shown_path};
use super::{Format, Report};
use quick_junit::{NonSuccessKind, TestCase, TestCaseStatus, TestSuite};

/// Prints the report as JUnit XML.
pub(super) fn render(reports: &[Report<'_>]) -> String {
    let mut junit = quick_junit::Report::new("crpd-check");
    for report in reports {
        suites(&mut junit, report, reports.len() > 1);
    }
    for (path, reason) in reports.iter().take(1).flat_map(|r| &r.unreadable) {
        let path = clean(&shown_path(path));
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
        status.set_message(clean(reason)).set_type("unreadable");
        let mut suite = TestSuite::new(path.as_str());
        suite.add_test_case(TestCase::new(path.as_str(), status));
        junit.add_test_suite(suite);
    }
    // Writing to memory cannot fail.
    without_first_skipped(&junit.to_string().unwrap_or_default())
}

/// A suite for each plan; its checklist stands in its name where there are several.
fn suites(junit: &mut quick_junit::Report, report: &Report<'_>, several: bool) {
    for (plan, annotations) in annotations(report, &super::words(report.lang, Format::Junit)) {
        let path = clean(&shown_path(&plan.source.name));
        let path = if several { format!("{path} ({})", report.checklist.id) } else { path };
        let mut suite = TestSuite::new(path.as_str());
        for (index, criterion) in report.checklist.criteria.iter().enumerate() {
            let told: Vec<&Annotation<'_>> = annotations.iter().filter(|a| a.criterion == index).collect();
            let mut case = TestCase::new(criterion.id.as_str(), status(&told));
            // Servers know a test case by its class and name: the same criterion in another plan is another one.
            case.set_classname(path.as_str());
            suite.add_test_case(case);
        }
        junit.add_test_suite(suite);
    }
}

/// The schema of Jenkins knows no `skipped` in the outermost element.
fn without_first_skipped(xml: &str) -> String {
    const ATTRIBUTE: &str = " skipped=\"";
    let Some((before, rest)) = xml.split_once(ATTRIBUTE) else { return xml.to_owned() };
    let after = rest.split_once('"').map_or("", |(_, after)| after);
    format!("{before}{after}")
}

fn status(told: &[&Annotation<'_>]) -> TestCaseStatus {
    let Some(gravest) = told.iter().min_by_key(|a| a.severity) else { return TestCaseStatus::success() };
    if told.iter().all(|a| a.waiver.is_some()) {
        let mut status = TestCaseStatus::skipped();
        status.set_message(gravest.message.as_str());
        return status;
    }
    let lines = told.iter().map(|a| format!("{}:{}: {}. {}", clean(&shown_path(&a.plan.source.name)), a.region.start_line, a.title, a.message));
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
    status.set_message(gravest.title.as_str()).set_type(gravest.kind.name()).set_description(lines.collect::<Vec<_>>().join("\n"));
    status
}
