//! `crpd-check evaluate`: a checklist put to texts that people have labelled.

use super::arguments::{Baseline, Evaluate};
use super::plan;
use super::{End, Setting, checklist, complain, deliver, format, refusal, target_is_free};
use crate::audit::ReadPlan;
use crate::evaluation::{self, Judge, Keywords};
use crate::files::{self, Input, Unreadable};
use crate::gold::{Gold, PlanTruth};
use crate::report::evaluation::EvaluationReport;
use crate::report::{self, problem};
use anyhow::Result;
use std::path::{Component, Path, PathBuf};

/// Puts a checklist to labelled passages and plans; a file that cannot be read does not stop the others.
pub(super) fn evaluate(task: &Evaluate, setting: &Setting) -> Result<End> {
    target_is_free(&task.target, setting)?;
    let (checklist, checklist_sha256) = checklist::quick(setting.checklist(task.checklist.as_deref()).as_deref(), setting)?;
    let keywords = task.baseline.map(|Baseline::Keywords| Keywords::of(&checklist));
    let (inputs, mut unreadable) = files::labels(&task.gold);
    let mut report = EvaluationReport {
        checklist: &checklist,
        checklist_sha256,
        passages: Vec::new(),
        plans: Vec::new(),
        summary: task.summary,
        lang: setting.report,
    };
    let mut end = End::Done;
    for input in &inputs {
        let source = match files::read_plan(input, files::LARGEST) {
            Ok(loaded) => loaded.source,
            Err(error) => {
                unreadable.push(error);
                continue;
            }
        };
        match Gold::parse(&source, &checklist) {
            Ok(Gold::Passages(gold)) => {
                let result = evaluation::passages(&gold, &checklist, Judge::Checklist);
                let plain = keywords.as_ref().map(|k| evaluation::passages(&gold, &checklist, Judge::Keywords(k)));
                report.passages.push((input.shown.clone(), result, plain));
            }
            Ok(Gold::Plan(truth)) => match true_plan(input, &truth, setting) {
                Ok(plan) => report.plans.push(evaluation::plan(&truth, &plan.source, &plan.graded)),
                Err(error) => unreadable.push(error),
            },
            Err(problems) => {
                complain(problem::render(&problems, &source, &setting.speech).trim_end());
                end = End::Failed;
            }
        }
    }
    if !report.passages.is_empty() || !report.plans.is_empty() {
        let text = report::evaluation::render(&report, format(task.format, &task.target, setting), setting.width);
        deliver(&text, &task.target, setting)?;
    }
    for error in &unreadable {
        complain(&refusal(error, setting));
        end = End::Failed;
    }
    Ok(end)
}

/// The plan that a truth speaks of; it lies where the truth says, seen from its own folder.
fn true_plan(file: &Input, truth: &PlanTruth, setting: &Setting) -> Result<ReadPlan, Unreadable> {
    let shown = beside(Path::new(&file.shown), &truth.plan).to_string_lossy().replace('\\', "/");
    plan::read(&Input { path: beside(&file.path, &truth.plan), shown }, setting)
}

/// A file named from the folder of another; "a/b/../c" is written "a/c".
fn beside(file: &Path, name: &str) -> PathBuf {
    let mut path = file.to_path_buf();
    path.pop();
    for part in Path::new(name).components() {
        match part {
            Component::ParentDir if path.file_name().is_some() => drop(path.pop()),
            Component::CurDir => {}
            part => path.push(part),
        }
    }
    path
}
