//! `crpd-check judge`: from filled worksheets to judgments, and how far the groups agree.

use super::arguments::{Import, JudgeTask, Target};
use super::plan::one_plan;
use super::{End, Setting, checklist, complain, deliver, format, refusal_text, target_is_free, wrong};
use crate::agreement::agreement;
use crate::audit::ReadPlan;
use crate::checklist::Checklist;
use crate::files::{self, Unreadable};
use crate::judgment::{self, Judgments, mark};
use crate::message::message;
use crate::report::{self, problem};
use crate::sheet;
use crate::words::say;
use anyhow::{Result, anyhow};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub(super) fn judge(task: &JudgeTask, setting: &Setting) -> Result<End> {
    match task {
        JudgeTask::Import(task) => import(task, setting),
        JudgeTask::Merge { files, target } => {
            target_is_free(target, setting)?;
            let merged = merge(read_all(files, setting)?, setting)?;
            deliver(&merged.render(), target, setting)?;
            Ok(End::Done)
        }
        JudgeTask::Agreement { files, format: asked, target } => {
            target_is_free(target, setting)?;
            let merged = merge(read_all(files, setting)?, setting)?;
            let found = agreement(&merged.list);
            let format = format(*asked, target, setting);
            deliver(&report::agreement::render(files, &merged, &found, setting.report, format, setting.width), target, setting)?;
            Ok(End::Done)
        }
    }
}

fn import(task: &Import, setting: &Setting) -> Result<End> {
    let words = setting.speech;
    let target = Target { output: Some(task.target.output.clone().unwrap_or_else(|| beside(&task.plan))), force: task.target.force };
    target_is_free(&target, setting)?;
    let (checklist, _) = checklist::quick(setting.checklist(task.checklist.as_deref()).as_deref(), setting)?;
    let plan = one_plan(&task.plan, setting)?.audit(&checklist);
    let criteria = checklist.criteria.iter().zip(&plan.assessment.findings);
    let marks: BTreeMap<&str, String> = criteria.map(|(c, finding)| (c.id.as_str(), mark(&plan.source, c.kind, finding))).collect();
    let mut sheets = Vec::new();
    let mut mistakes = Vec::new();
    let mut open = 0;
    for name in &task.files {
        let (loaded, is_old) = files::read_table(name, name).map_err(|error| anyhow!(refusal_text(&error, setting)))?;
        if is_old {
            complain(&say!(words, "import-encoding", path = report::clean(name)));
        }
        match sheet::read(&loaded.source, &checklist, task.group.as_deref(), &marks) {
            Ok(filled) => {
                open += filled.open;
                let judgments = Judgments { plan: plan.source.name.clone(), checklist: checklist.id.clone(), list: filled.judgments };
                sheets.push((name.clone(), judgments));
            }
            Err(problems) => mistakes.push((loaded.source, problems)),
        }
    }
    if !mistakes.is_empty() {
        let count: usize = mistakes.iter().map(|(_, problems)| problems.len()).sum();
        let told: Vec<String> = mistakes.iter().map(|(source, problems)| problem::render(problems, source, &words).trim_end().to_owned()).collect();
        return Err(anyhow!("{}\n\n{}", say!(words, "import-mistakes", count = count), told.join("\n\n")));
    }
    let merged = merge(sheets, setting)?;
    deliver(&merged.render(), &target, setting)?;
    let outdated = merged.list.iter().filter(|j| marks.get(j.criterion.as_str()) != Some(&j.passage)).count();
    if outdated > 0 {
        complain(&say!(words, "import-outdated", count = outdated));
    }
    let groups = agreement(&merged.list).groups.len();
    complain(&say!(words, "import-done", count = merged.list.len(), groups = groups, open = open));
    let written = target.output.as_deref().map(Path::to_string_lossy).unwrap_or_default();
    let next = format!("{} --judgments {}", report::command("audit", &task.plan), report::typed(&written));
    complain(&say!(words, "import-next", command = next));
    Ok(End::Done)
}

/// `plan.md` becomes `plan.judgments.yaml` in the same folder.
fn beside(plan: &str) -> PathBuf {
    Path::new(plan).with_extension("judgments.yaml")
}

fn read_all(names: &[String], setting: &Setting) -> Result<Vec<(String, Judgments)>> {
    let mut files = Vec::new();
    for name in names {
        files.push((name.clone(), read(name, setting)?.0));
    }
    Ok(files)
}

fn read(name: &str, setting: &Setting) -> Result<(Judgments, String)> {
    let loaded = files::read(name, name).map_err(|error| anyhow!(refusal_text(&error, setting)))?;
    match judgment::parse(&loaded.source) {
        Ok(judgments) => Ok((judgments, loaded.sha256)),
        Err(problems) => {
            let mistakes = problem::render(&problems, &loaded.source, &setting.speech);
            Err(anyhow!("{}\n\n{}", say!(setting.speech, "judgments-mistakes"), mistakes.trim_end()))
        }
    }
}

/// Puts files together that are about the same plan and the same checklist.
fn merge(files: Vec<(String, Judgments)>, setting: &Setting) -> Result<Judgments> {
    let subject = |judgments: &Judgments| (judgments.plan.clone(), judgments.checklist.clone());
    let other = files.iter().find(|(_, judgments)| subject(judgments) != subject(&files[0].1));
    if let Some((second, _)) = other {
        let what = message!("merge-plans", first = report::clean(&files[0].0), second = report::clean(second));
        return Err(wrong(&what, &message!("merge-plans-help"), setting));
    }
    Judgments::merge(files.into_iter().map(|(_, judgments)| judgments).collect()).map_err(|conflicts| {
        let words = setting.speech;
        let verdict = |j: &judgment::Judgment| words.message(&format!("verdict-{}", j.verdict.name()), &[]);
        let told: Vec<String> = conflicts
            .iter()
            .map(|(a, b)| {
                let (group, id) = (report::clean(&a.group), report::clean(&a.criterion));
                say!(words, "merge-conflict", group = group, id = id, first = verdict(a), second = verdict(b))
            })
            .collect();
        let count = say!(words, "merge-conflicts", count = conflicts.len());
        anyhow!("{count}\n{}\n{}", told.join("\n"), say!(words, "way-out", help = say!(words, "merge-conflicts-help")))
    })
}

/// The judgments that were given, by the name of the plan they are about.
pub(super) fn on_plans(
    names: &[String],
    plans: &[Result<ReadPlan, Unreadable>],
    checklist: &Checklist,
    setting: &Setting,
) -> Result<BTreeMap<String, (Judgments, String)>> {
    let mut found: BTreeMap<String, (Judgments, String)> = BTreeMap::new();
    let mut taken: BTreeMap<String, &str> = BTreeMap::new();
    for name in names {
        let (judgments, sha256) = read(name, setting)?;
        let path = report::clean(name);
        if judgments.checklist != checklist.id {
            let theirs = report::clean(&judgments.checklist);
            let what = message!("judgments-other-checklist", path = path, theirs = &theirs, ours = &checklist.id);
            return Err(wrong(&what, &message!("judgments-other-checklist-help", theirs = theirs), setting));
        }
        let mut read = plans.iter().filter_map(|read| read.as_ref().ok());
        let exact = read.clone().find(|p| p.source.name == judgments.plan);
        let Some(plan) = exact.or_else(|| read.find(|p| judgments.are_on(&p.source, &p.plan))).map(|p| p.source.name.clone()) else {
            let what = message!("judgments-other-plan", path = path, theirs = report::clean(&judgments.plan));
            return Err(wrong(&what, &message!("judgments-other-plan-help"), setting));
        };
        if let Some(first) = taken.insert(plan.clone(), name) {
            let plan = report::clean(&plan);
            let what = message!("judgments-two-files", plan = plan, first = report::clean(first), second = &path);
            return Err(wrong(&what, &message!("judgments-two-files-help", first = report::clean(first), second = &path), setting));
        }
        found.insert(plan, (judgments, sha256));
    }
    Ok(found)
}
