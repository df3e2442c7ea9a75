//! What is printed: one function for each format, all of them from the same [`Report`].

use crate::assessment::Assessment;
use crate::checklist::Checklist;
use crate::measure::GradedPlan;
use crate::plan::Plan;
use crate::score::Scores;
use crate::source::Source;
use crate::text::Lang;

/// Everything there is to say about one plan.
#[derive(Debug)]
pub struct PlanReport {
    pub source: Source,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    pub plan: Plan,
    pub graded: GradedPlan,
    pub assessment: Assessment,
    pub scores: Scores,
}

/// The result of an audit of one or more plans.
#[derive(Debug)]
pub struct Report<'a> {
    pub checklist: &'a Checklist,
    /// SHA-256 of the checklist file's bytes, in hexadecimal.
    pub checklist_sha256: String,
    pub plans: Vec<PlanReport>,
    /// Files that could not be read, with the reason, in the order they were given.
    pub unreadable: Vec<(String, String)>,
    /// The language of the report, which need not be that of the plans.
    pub lang: Lang,
}
