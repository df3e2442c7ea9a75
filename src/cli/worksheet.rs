//! `crpd-check worksheet`: a sheet on which people judge what the search found.

use super::arguments::Worksheet;
use super::plan::one_plan;
use super::{End, Setting, checklist, deliver, format, target_is_free, wrong};
use crate::message::message;
use crate::report::worksheet::{self, FONTS};
use crate::report::{Format, Report};
use anyhow::Result;

pub(super) fn worksheet(task: &Worksheet, setting: &Setting) -> Result<End> {
    target_is_free(&task.target, setting)?;
    let (checklist, checklist_sha256) = checklist::quick(setting.checklist(task.checklist.as_deref()).as_deref(), setting)?;
    let plan = one_plan(&task.plan, setting)?.audit(&checklist);
    let report = Report::new(&checklist, checklist_sha256, vec![plan], setting.report);
    let criteria = if !task.criteria.is_empty() {
        let mut criteria = Vec::new();
        for written in &task.criteria {
            let criterion = checklist::criterion(&checklist, written, setting)?;
            if !criteria.contains(&criterion) {
                criteria.push(criterion);
            }
        }
        criteria
    } else if task.all {
        (0..checklist.criteria.len()).collect()
    } else {
        let count = task.minutes.saturating_sub(task.wrap_up) / task.per_item;
        if count == 0 {
            let what = message!("sheet-minutes-few", minutes = task.minutes, wrap = task.wrap_up, each = task.per_item);
            return Err(wrong(&what, &message!("sheet-minutes-few-help"), setting));
        }
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        report.plans.first().map(|plan| worksheet::choose(plan, &report, count)).unwrap_or_default()
    };
    let sheet = worksheet::Worksheet {
        report,
        criteria,
        group: task.group.clone().unwrap_or_default(),
        each: task.per_item,
        wrap_up: task.wrap_up,
        font: task.font.parse().unwrap_or(FONTS[0]),
    };
    // A sheet has no form for programs but the table.
    let format = match format(task.format, &task.target, setting) {
        known @ (Format::Plain | Format::Markdown | Format::Html | Format::Csv) => known,
        _ => setting.layout(),
    };
    deliver(&worksheet::render(&sheet, format, setting.width), &task.target, setting)?;
    Ok(End::Done)
}
