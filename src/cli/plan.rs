//! Reading plans from files.

use super::{Setting, refusal_text};
use crate::audit::ReadPlan;
use crate::files::{self, Input, Loaded, Unreadable};
use crate::words::say;
use anyhow::{Result, anyhow};
use std::path::Path;

pub(super) fn read(input: &Input, setting: &Setting) -> Result<ReadPlan, Unreadable> {
    let Loaded { source, sha256 } = files::read_plan(input, setting.largest)?;
    Ok(ReadPlan::new(source, sha256))
}

/// Reads the plan that a command needs; a folder is no single plan, and reading it says so.
pub(super) fn one_plan(name: &str, setting: &Setting) -> Result<ReadPlan> {
    let (inputs, _) = files::plans(&[name.to_owned()], &say!(setting.report_words(), "standard-input"));
    let input = inputs.into_iter().find(|i| i.path == Path::new(name)).unwrap_or_else(|| Input { shown: String::new(), path: name.into() });
    read(&input, setting).map_err(|error| anyhow!(refusal_text(&error, setting)))
}
