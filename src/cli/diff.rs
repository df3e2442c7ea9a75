//! `crpd-check diff`: two versions of a plan beside each other.

use super::arguments::Diff;
use super::plan::one_plan;
use super::{End, Setting, checklist, deliver, format, target_is_free, wrong};
use crate::message::message;
use crate::report::diff::{self, DiffReport};
use anyhow::Result;

pub(super) fn diff(task: &Diff, setting: &Setting) -> Result<End> {
    target_is_free(&task.target, setting)?;
    // The second reading would find nothing and report everything as dropped.
    if task.old == "-" && task.new == "-" {
        return Err(wrong(&message!("diff-one-input"), &message!("diff-one-input-help"), setting));
    }
    let (checklist, checklist_sha256) = checklist::quick(setting.checklist(task.checklist.as_deref()).as_deref(), setting)?;
    let old = one_plan(&task.old, setting)?.audit(&checklist);
    let new = one_plan(&task.new, setting)?.audit(&checklist);
    let report = DiffReport::new(&checklist, checklist_sha256, old, new, setting.report);
    deliver(&diff::render(&report, format(task.format, &task.target, setting), setting.width), &task.target, setting)?;
    Ok(End::Done)
}
