//! `crpd-check measures`: the measures of one plan.

use super::arguments::{Measures, MeasuresFormat};
use super::plan::one_plan;
use super::{End, Setting, checklist, deliver, extension, target_is_free};
use crate::report::{self, Format, Report};
use anyhow::Result;

pub(super) fn measures(task: &Measures, setting: &Setting) -> Result<End> {
    target_is_free(&task.target, setting)?;
    let (checklist, checklist_sha256) = checklist::quick(setting.checklist(None).as_deref(), setting)?;
    let plan = one_plan(&task.plan, setting)?.audit(&checklist);
    let report = Report::new(&checklist, checklist_sha256, vec![plan], setting.report);
    let format = task.format.unwrap_or_else(|| match extension(&task.target).as_deref() {
        Some("csv") => MeasuresFormat::Csv,
        Some("json") => MeasuresFormat::Json,
        Some("html" | "htm") => MeasuresFormat::Html,
        Some("txt") => MeasuresFormat::Plain,
        _ => MeasuresFormat::Table,
    });
    let text = match format {
        MeasuresFormat::Csv => report::measures::csv(&report),
        MeasuresFormat::Html => report::measures::render(&report, Format::Html, setting.width),
        MeasuresFormat::Json => report::measures::render(&report, Format::Json, setting.width),
        MeasuresFormat::Plain => report::measures::render(&report, Format::Plain, setting.width),
        MeasuresFormat::Table => report::measures::render(&report, setting.layout(), setting.width),
    };
    deliver(&text, &task.target, setting)?;
    Ok(End::Done)
}
