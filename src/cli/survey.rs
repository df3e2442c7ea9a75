//! `survey`: all plans of a folder beside each other.

use super::arguments::{Survey, SurveyFormat};
use super::{End, Setting, checklist, complain, deliver, extension, format, plan, refusal, refusal_text, target_is_free, wrong};
use crate::files::{self, Unreadable};
use crate::message::message;
use crate::report::survey::SurveyReport;
use crate::report::{self, Format, datapackage};
use crate::survey::PlanSummary;
use crate::words::say;
use anyhow::{Result, anyhow};
use rayon::prelude::*;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::time::{Duration, Instant};

/// Surveys the plans of a folder; one that cannot be read does not stop the others.
pub(super) fn survey(task: &Survey, setting: &Setting) -> Result<End> {
    let format = task.format.unwrap_or_else(|| match extension(&task.target).as_deref() {
        Some("csv") => SurveyFormat::Csv,
        _ => SurveyFormat::Report(format(None, &task.target, setting)),
    });
    let package = match (format, &task.target.output) {
        (SurveyFormat::Datapackage, Some(folder)) => Some(folder.as_path()),
        (SurveyFormat::Datapackage, None) => {
            return Err(wrong(&message!("survey-folder-needed"), &message!("survey-folder-help"), setting));
        }
        _ => None,
    };
    match package {
        Some(folder) => files::may_write_folder(folder, datapackage::FILES, task.target.force).map_err(|e| anyhow!(refusal_text(&e, setting)))?,
        None => target_is_free(&task.target, setting)?,
    }
    let (checklist, checklist_sha256) = checklist::quick(setting.checklist(task.checklist.as_deref()).as_deref(), setting)?;
    let (inputs, mut unreadable) = files::plans(std::slice::from_ref(&task.folder), &say!(setting.report_words(), "standard-input"));
    let mut plans = Vec::with_capacity(inputs.len());
    let mut progress = Progress::new();
    let mut done = 0;
    // A plan gives its text back before the next is read. Waiting for a part of one plan, a thread may begin another;
    // parcels keep that from piling up, so that memory does not grow with the folder.
    for parcel in inputs.chunks(rayon::current_num_threads() * PLANS_PER_THREAD) {
        let summaries: Vec<Result<PlanSummary, Unreadable>> =
            parcel.par_iter().map(|input| Ok(plan::read(input, setting)?.audit(&checklist).into_summary(&checklist))).collect();
        for summary in summaries {
            match summary {
                Ok(plan) => plans.push(plan),
                Err(error) => unreadable.push(error),
            }
        }
        done += parcel.len();
        if progress.is_due() {
            complain(&say!(setting.speech, "survey-progress", done = done, count = inputs.len()));
        }
    }
    let words = setting.report_words();
    let report = SurveyReport {
        checklist: &checklist,
        checklist_sha256,
        plans,
        unreadable: unreadable.iter().map(|u| (u.path.clone(), words.say(&u.reason()))).collect(),
        lang: setting.report,
    };
    if !report.plans.is_empty() {
        match package {
            Some(folder) => write_package(&report, folder, task.target.force, setting)?,
            None => deliver(&print(&report, format, setting), &task.target, setting)?,
        }
    }
    for error in &unreadable {
        complain(&refusal(error, setting));
    }
    Ok(if unreadable.is_empty() { End::Done } else { End::Failed })
}

/// Plans that are read at a time, for each thread: enough that none waits long for the last of a parcel.
const PLANS_PER_THREAD: usize = 4;

fn print(report: &SurveyReport<'_>, format: SurveyFormat, setting: &Setting) -> String {
    match format {
        SurveyFormat::Report(Format::Table) => report::survey::render(report, setting.layout(), setting.width),
        SurveyFormat::Report(format) => report::survey::render(report, format, setting.width),
        SurveyFormat::Csv | SurveyFormat::Datapackage => report::survey::csv(report),
    }
}

fn write_package(report: &SurveyReport<'_>, folder: &Path, force: bool, setting: &Setting) -> Result<()> {
    files::write_folder(folder, &datapackage::files(report), force).map_err(|error| anyhow!(refusal_text(&error, setting)))?;
    complain(&say!(setting.speech, "written", path = folder.display().to_string()));
    Ok(())
}

/// Says now and then how far the work has come, to people only: whole lines, seldom, nothing redrawn.
///
/// In a file or in the log of a server such lines tell nobody anything and hide the errors, so there are none.
struct Progress {
    told: Instant,
    wanted: bool,
}

impl Progress {
    const PAUSE: Duration = Duration::from_secs(2);

    fn new() -> Self {
        Self { told: Instant::now(), wanted: io::stderr().is_terminal() }
    }

    fn is_due(&mut self) -> bool {
        let due = self.wanted && self.told.elapsed() >= Self::PAUSE;
        if due {
            self.told = Instant::now();
        }
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_told_to_people_and_not_before_two_seconds() {
        let Some(past) = Instant::now().checked_sub(Progress::PAUSE) else { return };
        assert!(!Progress { told: Instant::now(), wanted: true }.is_due());
        assert!(!Progress { told: past, wanted: false }.is_due());
        let mut progress = Progress { told: past, wanted: true };
        assert!(progress.is_due() && !progress.is_due());
    }
}
