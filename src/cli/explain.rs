//! `crpd-check explain`: one criterion, alone or in a plan.

use super::arguments::Explain;
use super::plan::one_plan;
use super::{End, Setting, checklist, print, wrong};
use crate::checklist::Checklist;
use crate::message::message;
use crate::report::{self, Format, Report};
use crate::text::nearest;
use anyhow::Result;

pub(super) fn explain(task: &Explain, setting: &Setting) -> Result<End> {
    let (checklist, checklist_sha256) = checklist::full(task.checklist.as_deref(), setting)?;
    let short = |id: &str| id.rsplit('.').next().is_some_and(|last| last == task.id);
    let mut meant = checklist.criteria.iter().filter(|c| c.id == task.id || short(&c.id));
    let criterion = match (meant.next(), meant.next()) {
        (Some(only), None) => only,
        _ => return Err(unknown_criterion(&checklist, &task.id, setting)),
    };
    let format = match task.format.unwrap_or(setting.layout()) {
        Format::Table => setting.layout(),
        format => format,
    };
    let Some(plan) = &task.plan else {
        print(&report::explain::render(&checklist, criterion, setting.report, format, setting.width))?;
        return Ok(End::Done);
    };
    let index = checklist.criteria.iter().position(|c| c.id == criterion.id).unwrap_or_default();
    let plans = vec![one_plan(plan, setting)?.audit(&checklist)];
    let report = Report { checklist: &checklist, checklist_sha256, plans, unreadable: Vec::new(), lang: setting.report };
    print(&report::explain::render_in_plan(&report, index, format, setting.width))?;
    Ok(End::Done)
}

fn unknown_criterion(checklist: &Checklist, written: &str, setting: &Setting) -> anyhow::Error {
    let ids: Vec<&str> = checklist.criteria.iter().map(|c| c.id.as_str()).collect();
    let mut near: Vec<&str> = ids.iter().copied().filter(|id| id.contains(written)).take(10).collect();
    if near.is_empty() {
        near.extend(nearest(written, &ids));
    }
    let help = if near.is_empty() { message!("unknown-criterion-help") } else { message!("perhaps", names = near.join(", ")) };
    wrong(&message!("unknown-criterion", id = written), &help, setting)
}
