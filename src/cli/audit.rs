//! `crpd-check audit`: one or more plans, their report, and the gates that were asked for.

use super::arguments::Audit;
use super::gates::{self, Complaints};
use super::settings::{self, choose};
use super::{End, Setting, checklist, complain, deliver, format, judge, plan, refusal, refusal_text, stream, target_is_free, wrong};
use crate::alert::plan_key;
use crate::attribute::Date;
use crate::audit::{PlanAudit, ReadPlan};
use crate::baseline::{Baseline, NoBaseline};
use crate::checklist::{Checklist, article_of};
use crate::embedded::DEFAULT;
use crate::files::{self, Input, Unreadable};
use crate::gate::Gates;
use crate::judgment::Judgments;
use crate::message::message;
use crate::report::{self, Format, Report, WaiverFile, problem};
use crate::waiver::{self, Waiver};
use crate::words::say;
use anyhow::{Result, anyhow};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::mem::ManuallyDrop;

pub(super) fn audit(task: &Audit, setting: &Setting) -> Result<End> {
    target_is_free(&task.target, setting)?;
    if let Some(path) = &task.write_baseline {
        files::may_write(path, task.target.force).map_err(|error| anyhow!(refusal_text(&error, setting)))?;
    }
    let format = format(task.format, &task.target, setting);
    let names = checklists(task, setting)?;
    let found = plans(task, format, setting)?;
    if let [name] = names.as_slice()
        && goes_line_by_line(task, format)
    {
        return stream::stream(&Asked::new(name, task, setting)?, found, task, setting);
    }
    let (inputs, mut unreadable) = found.fold((Vec::new(), Vec::new()), |(mut inputs, mut unreadable), found| {
        match found {
            Ok(input) => inputs.push(input),
            Err(error) => unreadable.push(error),
        }
        (inputs, unreadable)
    });
    // Compiling the checklist and reading the plans take about as long as each other and need nothing of each other.
    let (asked, read) = rayon::join(
        || names.par_iter().map(|name| Asked::new(name, task, setting)).collect::<Result<Vec<_>>>(),
        || inputs.par_iter().map(|input| plan::read(input, setting)).collect::<Vec<_>>(),
    );
    // The program ends after this: giving back the memory word by word would take longer than reading a short plan.
    let asked = ManuallyDrop::new(asked?);
    let judgments = match asked.as_slice() {
        [only] => judge::on_plans(&task.judgments, &read, &only.checklist, setting)?,
        _ => BTreeMap::new(),
    };
    let mut plans = Vec::new();
    for result in read {
        match result {
            Ok(plan) => plans.push(plan),
            Err(error) => unreadable.push(error),
        }
    }
    let told: Vec<(String, String)> = unreadable.iter().map(|u| told(u, setting)).collect();
    let mut reports = Vec::with_capacity(asked.len());
    for (i, one) in asked.iter().enumerate() {
        // Only the last checklist may have the plans themselves.
        let plans = if i + 1 < asked.len() { plans.clone() } else { std::mem::take(&mut plans) };
        reports.push(report(one, plans, &judgments, told.clone(), setting));
    }
    let reports = ManuallyDrop::new(reports);
    if reports.iter().any(|r| !r.plans.is_empty()) {
        let text = report::render_all(&reports, format, setting.width);
        deliver(&text, &task.target, setting)?;
    }
    if let Some(path) = &task.job_summary {
        let room = report::github::LONGEST_SUMMARY.saturating_sub(files::length(path) + 1);
        files::append(path, &report::github::summary(&reports, room)).map_err(|error| anyhow!(refusal_text(&error, setting)))?;
    }
    for error in &unreadable {
        complain(&refusal(error, setting));
    }
    if !unreadable.is_empty() {
        return Ok(End::Failed);
    }
    let mut closed = false;
    for (asked, report) in asked.iter().zip(reports.iter()) {
        write_baseline(task, report, setting)?;
        let mut complaints = Complaints::default();
        complaints.say(gates::closed_by_plans(&asked.gates, report, setting));
        complaints.say(gates::closed_by_waivers(&asked.gates, report, setting));
        closed |= complaints.conclude(setting);
    }
    Ok(if closed && !task.exit_zero { End::GateFailed } else { End::Done })
}

/// The plans to audit, one after the other: those that were named, in order of their names, or those on a list, in its order.
fn plans(task: &Audit, format: Format, setting: &Setting) -> Result<Box<dyn Iterator<Item = Found> + Send>> {
    // Of whoever asks for lines it is likely that standard input holds lines too.
    let is_list = || format == Format::Ndjson && task.plans == [files::STDIN] && files::List::is_on_stdin();
    let list = task.paths.as_deref().or_else(|| is_list().then_some(files::STDIN));
    let Some(list) = list else { return Ok(Box::new(each(files::plans(&task.plans, &say!(setting.report_words(), "standard-input"))))) };
    let list = files::List::open(list).map_err(|error| anyhow!(refusal_text(&error, setting)))?;
    Ok(Box::new(list.flat_map(|name| each(name.map_or_else(|error| (Vec::new(), vec![error]), files::listed)))))
}

/// A plan to be read, or why there is none.
pub(super) type Found = Result<Input, Unreadable>;

fn each((inputs, unreadable): (Vec<Input>, Vec<Unreadable>)) -> impl Iterator<Item = Found> + Send {
    inputs.into_iter().map(Ok).chain(unreadable.into_iter().map(Err))
}

/// Can each plan be told by itself? Not where something is asked that needs all of them at once.
fn goes_line_by_line(task: &Audit, format: Format) -> bool {
    format == Format::Ndjson && task.judgments.is_empty() && task.write_baseline.is_none() && task.job_summary.is_none()
}

/// A file that could not be read, as reports tell it.
pub(super) fn told(error: &Unreadable, setting: &Setting) -> (String, String) {
    (error.path.clone(), setting.report_words().say(&error.reason()))
}

/// The checklists to audit with; with several of them there is no asking about what only one has.
fn checklists(task: &Audit, setting: &Setting) -> Result<Vec<String>> {
    let chosen = |name: &str| choose(name, task.choices.flag(name), setting.file.as_ref());
    let mut names: Vec<String> = Vec::new();
    for name in chosen("checklist").values {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.len() < 2 {
        return Ok(if names.is_empty() { vec![DEFAULT.to_owned()] } else { names });
    }
    let mut given: Vec<&str> =
        ["field", "fail-under-field", "fail-on", "waivers", "baseline"].into_iter().filter(|name| !chosen(name).values.is_empty()).collect();
    given.extend((!task.judgments.is_empty()).then_some("judgments"));
    given.extend(task.write_baseline.is_some().then_some("write-baseline"));
    match given.first() {
        Some(name) => {
            let option = format!("--{name}");
            Err(wrong(&message!("several-checklists", option = &option), &message!("several-checklists-help", option = &option), setting))
        }
        None => Ok(names),
    }
}

/// Puts one checklist to all plans.
pub(super) fn report<'a>(
    asked: &'a Asked,
    read: Vec<ReadPlan>,
    judgments: &BTreeMap<String, (Judgments, String)>,
    unreadable: Vec<(String, String)>,
    setting: &Setting,
) -> Report<'a> {
    let checklist = &asked.checklist;
    let audited = |read: ReadPlan| {
        let mut plan = read.audit(checklist);
        if let Some((judgments, sha256)) = judgments.get(&plan.source.name) {
            plan.judge(judgments.clone(), sha256.clone(), checklist);
        }
        if let Some(given) = &asked.waivers {
            plan.waive(&given.waivers, checklist, asked.today);
        }
        plan
    };
    let plans: Vec<PlanAudit> = read.into_par_iter().map(audited).collect();
    let waivers = asked.waivers.as_ref().map(|given| {
        let used: Vec<usize> = plans.iter().filter_map(|p| p.waived.as_ref()).flat_map(|w| w.criteria.values().copied()).collect();
        let standings = waiver::standings(given.waivers.clone(), &asked.known, checklist, &used, asked.today);
        WaiverFile { sha256: given.sha256.clone(), today: asked.today, waivers: standings }
    });
    Report {
        checklist,
        checklist_sha256: asked.checklist_sha256.clone(),
        plans,
        unreadable,
        lang: setting.report,
        waivers,
        baseline: asked.baseline.as_ref(),
    }
}

/// What is asked with one checklist.
pub(super) struct Asked {
    checklist: Checklist,
    checklist_sha256: String,
    /// The ids of the checklist before some fields or articles were chosen.
    known: Vec<String>,
    waivers: Option<GivenWaivers>,
    baseline: Option<Baseline>,
    pub(super) gates: Gates,
    today: Date,
}

struct GivenWaivers {
    waivers: Vec<Waiver>,
    sha256: String,
}

impl Asked {
    fn new(name: &str, task: &Audit, setting: &Setting) -> Result<Self> {
        let chosen = |name: &str| choose(name, task.choices.flag(name), setting.file.as_ref());
        let (mut checklist, checklist_sha256) = checklist::quick(Some(name), setting)?;
        let known: Vec<String> = checklist.criteria.iter().map(|c| c.id.clone()).collect();
        narrow(&mut checklist, &chosen("field").values, &chosen("article").values, setting)?;
        let waivers = chosen("waivers").one().map(|path| read_waivers(&path, setting)).transpose()?;
        let baseline = chosen("baseline").one().map(|path| read_baseline(&path, &checklist, setting)).transpose()?;
        let gates = settings::gates(&task.choices, &checklist, &known, setting)?;
        let today = super::day(task.today.as_deref(), setting)?;
        Ok(Self { checklist, checklist_sha256, known, waivers, baseline, gates, today })
    }
}

fn read_waivers(path: &str, setting: &Setting) -> Result<GivenWaivers> {
    let loaded = files::read(path, path).map_err(|error| anyhow!(refusal_text(&error, setting)))?;
    match waiver::parse(&loaded.source) {
        Ok(waivers) => Ok(GivenWaivers { waivers, sha256: loaded.sha256 }),
        Err(problems) => {
            let mistakes = problem::render(&problems, &loaded.source, &setting.speech);
            Err(anyhow!("{}\n\n{}", say!(setting.speech, "waiver-mistakes"), mistakes.trim_end()))
        }
    }
}

fn read_baseline(path: &str, checklist: &Checklist, setting: &Setting) -> Result<Baseline> {
    let loaded = files::read(path, path).map_err(|error| anyhow!(refusal_text(&error, setting)))?;
    let path = report::clean(path);
    let baseline = Baseline::parse(&loaded.source.text).map_err(|error| {
        let what = match error {
            NoBaseline::Json { line, column, what } => {
                message!("baseline-json", place = format!("{path}:{line}:{column}"), reason = report::clean(&what))
            }
            NoBaseline::Schema(name) | NoBaseline::Name(name) => message!("baseline-other", path = &path, name = report::clean(&name)),
        };
        wrong(&what, &message!("baseline-help", path = &path), setting)
    })?;
    if baseline.checklist != checklist.id {
        let what = message!("baseline-checklist", path = &path, theirs = report::clean(&baseline.checklist), ours = &checklist.id);
        return Err(wrong(&what, &message!("baseline-help", path = &path), setting));
    }
    Ok(baseline)
}

fn write_baseline(task: &Audit, report: &Report<'_>, setting: &Setting) -> Result<()> {
    let Some(path) = &task.write_baseline else { return Ok(()) };
    let alerts: Vec<_> = report.plans.iter().map(|p| (plan_key(&p.source, &p.plan), p.alerts(report.checklist))).collect();
    let baseline = Baseline::new(report.checklist, alerts.iter().map(|(key, alerts)| (key.clone(), alerts.as_slice())));
    let text = baseline.render(&report.checklist.version);
    files::write(path, &text, task.target.force).map_err(|error| anyhow!(refusal_text(&error, setting)))?;
    complain(&say!(setting.speech, "written", path = report::clean(&path.to_string_lossy())));
    Ok(())
}

/// Keeps the fields and articles that were asked for, and says which ones there are.
fn narrow(checklist: &mut Checklist, fields: &[String], articles: &[String], setting: &Setting) -> Result<()> {
    let mut field_ids = Vec::new();
    for written in fields {
        field_ids.push(checklist::field(checklist, written, setting)?);
    }
    let mut numbers = Vec::new();
    for written in articles {
        let number = written.trim().trim_start_matches(|c: char| !c.is_ascii_digit()).to_owned();
        let asked = |reference: &String| article_of(reference) == number || *reference == number;
        if !checklist.criteria.iter().any(|c| c.articles.iter().any(asked)) {
            let known: Vec<&str> = checklist
                .articles
                .iter()
                .filter(|a| checklist.criteria.iter().any(|c| c.articles.iter().any(|r| article_of(r) == a.id)))
                .map(|a| a.id.as_str())
                .collect();
            return Err(wrong(&message!("unknown-article", number = written), &message!("possible", values = known.join(", ")), setting));
        }
        numbers.push(number);
    }
    checklist.restrict(&field_ids, &numbers);
    if checklist.criteria.is_empty() {
        return Err(wrong(&message!("nothing-left"), &message!("nothing-left-help"), setting));
    }
    Ok(())
}
