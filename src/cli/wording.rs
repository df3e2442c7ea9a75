//! `crpd-check wording`: outdated or hurtful wording of a plan.

use super::arguments::Wording;
use super::plan::one_plan;
use super::{End, Setting, deliver, format, target_is_free};
use crate::report::wording::{WordingReport, render};
use crate::{document, wording};
use anyhow::Result;

pub(super) fn wording(task: &Wording, setting: &Setting) -> Result<End> {
    target_is_free(&task.target, setting)?;
    let plan = one_plan(&task.plan, setting)?;
    let findings = wording::wording(&document::parse(&plan.source), &document::apart(&plan.source));
    let report = WordingReport { plan, findings, lang: setting.report };
    deliver(&render(&report, format(task.format, &task.target, setting), setting.width), &task.target, setting)?;
    Ok(End::Done)
}
