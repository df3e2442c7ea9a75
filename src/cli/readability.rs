//! `crpd-check readability`: how hard a text is to read.

use super::arguments::OneText;
use super::plan::one_plan;
use super::{End, Setting, deliver, format, target_is_free};
use crate::document;
use crate::readability::count;
use crate::report::readability::{ReadabilityReport, render};
use anyhow::Result;

pub(super) fn readability(task: &OneText, setting: &Setting) -> Result<End> {
    target_is_free(&task.target, setting)?;
    let plan = one_plan(&task.file, setting)?;
    let counts = count(&document::parse(&plan.source));
    let report = ReadabilityReport { plan, counts, lang: setting.report };
    deliver(&render(&report, format(task.format, &task.target, setting), setting.width), &task.target, setting)?;
    Ok(End::Done)
}
