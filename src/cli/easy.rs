//! `crpd-check easy`: the result in easy sentences, and what makes a text hard to read.

use super::arguments::{Easy, EasyTask, OneText};
use super::plan::one_plan;
use super::{End, Setting, checklist, day, deliver, format, target_is_free, wrong};
use crate::easy::{self, Tested};
use crate::message::message;
use crate::report;
use crate::report::easy::LintReport;
use crate::{document, lint};
use anyhow::Result;

pub(super) fn easy(task: &Easy, setting: &Setting) -> Result<End> {
    if let Some(EasyTask::Lint(task)) = &task.task {
        return lint(task, setting);
    }
    target_is_free(&task.target, setting)?;
    let tested = match (&task.tested_by, &task.tested_on) {
        (Some(names), Some(on)) => Some(Tested { names: names.clone(), on: day(Some(on), setting)? }),
        (None, None) => None,
        _ => return Err(wrong(&message!("easy-tested-half"), &message!("easy-tested-half-help"), setting)),
    };
    let (checklist, _) = checklist::quick(setting.checklist(task.checklist.as_deref()).as_deref(), setting)?;
    let plan = one_plan(task.plan.as_deref().unwrap_or_default(), setting)?.audit(&checklist);
    let text = easy::easy(&plan, &checklist, tested.as_ref(), task.contact.as_deref());
    deliver(&report::easy::render(&text, format(task.format, &task.target, setting), setting.width), &task.target, setting)?;
    Ok(End::Done)
}

fn lint(task: &OneText, setting: &Setting) -> Result<End> {
    target_is_free(&task.target, setting)?;
    let plan = one_plan(&task.file, setting)?;
    let findings = lint::lint(&document::parse(&plan.source));
    let report = LintReport { plan, findings, lang: setting.report };
    deliver(&report::easy::lint(&report, format(task.format, &task.target, setting), setting.width), &task.target, setting)?;
    Ok(if report.findings.is_empty() { End::Done } else { End::GateFailed })
}
