//! `crpd-check explain`: one criterion, alone or in a plan.

use super::arguments::Explain;
use super::plan::one_plan;
use super::{End, Setting, checklist, print};
use crate::report::{self, Format, Report};
use anyhow::Result;

pub(super) fn explain(task: &Explain, setting: &Setting) -> Result<End> {
    let (checklist, checklist_sha256) = checklist::full(setting.checklist(task.checklist.as_deref()).as_deref(), setting)?;
    let index = checklist::criterion(&checklist, &task.id, setting)?;
    let format = match task.format.unwrap_or(setting.layout()) {
        Format::Table => setting.layout(),
        format => format,
    };
    let Some(plan) = &task.plan else {
        print(&report::explain::render(&checklist, &checklist.criteria[index], setting.report, format, setting.width))?;
        return Ok(End::Done);
    };
    let plans = vec![one_plan(plan, setting)?.audit(&checklist)];
    let report = Report::new(&checklist, checklist_sha256, plans, setting.report);
    print(&report::explain::render_in_plan(&report, index, format, setting.width))?;
    Ok(End::Done)
}
