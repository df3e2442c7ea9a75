//! `crpd-check due`: what of a plan is overdue, and what comes next.

use super::arguments::{Due, DueFormat};
use super::plan::one_plan;
use super::{End, Setting, complain, day, deliver, extension, format, target_is_free};
use crate::report;
use crate::report::due::{self, DueReport};
use crate::words::say;
use anyhow::Result;

pub(super) fn due(task: &Due, setting: &Setting) -> Result<End> {
    target_is_free(&task.target, setting)?;
    let today = day(task.today.as_deref(), setting)?;
    let report = DueReport::new(one_plan(&task.plan, setting)?, today, setting.report);
    let format = task.format.unwrap_or_else(|| match extension(&task.target).as_deref() {
        Some("csv") => DueFormat::Csv,
        Some("ics") => DueFormat::Ics,
        _ => DueFormat::Report(format(None, &task.target, setting)),
    });
    let text = match format {
        DueFormat::Csv => due::csv(&report),
        DueFormat::Ics => due::calendar(&report),
        DueFormat::Report(asked) => due::render(&report, super::format(Some(asked), &task.target, setting), setting.width),
    };
    deliver(&text, &task.target, setting)?;
    let overdue = report.due.overdue.len();
    if task.fail_overdue && overdue > 0 {
        complain(&say!(setting.speech, "gate-overdue", plan = report::clean(&report.plan.source.name), count = overdue, today = today.to_string()));
        return Ok(End::GateFailed);
    }
    Ok(End::Done)
}
