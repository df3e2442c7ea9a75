//! `crpd-check draft`: papers for the council, made from the gaps of a plan.

use super::arguments::Draft;
use super::checklist::{criterion, quick};
use super::judge::on_plans;
use super::plan::one_plan;
use super::{End, Setting, complain, deliver, format, refusal_text, target_is_free, wrong};
use crate::audit::PlanAudit;
use crate::checklist::Checklist;
use crate::draft::{self, Addressee, Item};
use crate::files;
use crate::message::message;
use crate::report::draft::{DraftReport, render};
use crate::report::{self, Format, problem};
use crate::rules::{self, Answer, EMBEDDED, Rules};
use crate::source::Source;
use crate::survey::Header;
use crate::words::say;
use anyhow::{Result, anyhow};

pub(super) fn draft(task: &Draft, setting: &Setting) -> Result<End> {
    target_is_free(&task.target, setting)?;
    let rules = rules(task.rules.as_deref().unwrap_or(EMBEDDED[0].0), setting)?;
    let answer = rules.answer(task.paper, task.submitter);
    refuse_submitter(task, &rules, &answer, setting)?;
    let session = task.session.as_deref().map(|written| super::day(Some(written), setting)).transpose()?;
    let (checklist, checklist_sha256) = quick(setting.checklist(task.checklist.as_deref()).as_deref(), setting)?;
    if task.count.is_some() && !task.criteria.is_empty() {
        return Err(wrong(&message!("draft-count-and-criteria"), &message!("draft-count-and-criteria-help"), setting));
    }
    let mut chosen = Vec::new();
    for written in &task.criteria {
        let index = criterion(&checklist, written.trim(), setting)?;
        if !chosen.contains(&index) {
            chosen.push(index);
        }
    }
    let plan = audited(task, &checklist, setting)?;
    let addressee = Addressee::new(task.municipality, &Header::read(&plan.plan.metadata, &plan.source));
    let tier = addressee.kind.tier();
    let count = task.count.map_or_else(|| draft::usual_count(task.paper, &answer), usize::from);
    let most = draft::most_questions(task.paper, &answer);
    if let Some(most) = most.filter(|most| count.max(chosen.len()) > *most) {
        let asked = count.max(chosen.len());
        let what = message!("draft-too-many", rules = report::clean(&rules.name), most = most.to_string(), asked = asked.to_string());
        return Err(wrong(&what, &message!("draft-too-many-help"), setting));
    }
    let items: Vec<Item> = if chosen.is_empty() { draft::choose(&plan, &checklist, tier, count) } else { draft::items(&chosen, &checklist, tier) };
    if items.is_empty() {
        return Err(wrong(&message!("draft-no-gap"), &message!("draft-no-gap-help"), setting));
    }
    let draft = DraftReport {
        checklist: &checklist,
        checklist_sha256,
        plan,
        paper: task.paper,
        addressee,
        submitter: task.submitter,
        rules: &rules,
        session,
        items,
        lang: setting.report,
    };
    let asked = task.format.unwrap_or_else(|| format(None, &task.target, setting));
    let format = if matches!(asked, Format::Html | Format::Plain) { asked } else { Format::Markdown };
    deliver(&render(&draft, format, setting.width), &task.target, setting)?;
    if let Some(last) = draft.last_day(&setting.speech) {
        complain(&format!("{}: {last}", say!(setting.speech, "draft-filing")));
    }
    Ok(End::Done)
}

/// The plan with what the search in the text found, or with what people say where they judged.
fn audited(task: &Draft, checklist: &Checklist, setting: &Setting) -> Result<PlanAudit> {
    let read = [Ok(one_plan(&task.plan, setting)?)];
    let judgments = on_plans(task.judgments.as_slice(), &read, checklist, setting)?.into_values().next();
    let [read] = read;
    let mut plan = read.map_err(|error| anyhow!(refusal_text(&error, setting)))?.audit(checklist);
    if let Some((judgments, sha256)) = judgments {
        plan.judge(judgments, sha256, checklist);
    }
    Ok(plan)
}

/// Refuses whoever may not file such a paper, and says who may.
fn refuse_submitter(task: &Draft, rules: &Rules, answer: &Answer<'_>, setting: &Setting) -> Result<()> {
    let (Some(submitter), Answer::OnlyFor(others)) = (task.submitter, answer) else { return Ok(()) };
    let word = |name: &str| setting.speech.message(&format!("submitter-{name}"), &[]);
    let who: Vec<String> = others.iter().map(|s| word(s.name())).collect();
    let what = message!(
        "draft-may-not-file",
        rules = report::clean(&rules.name),
        who = word(submitter.name()),
        paper = setting.speech.message(&format!("paper-{}", task.paper.name()), &[])
    );
    Err(wrong(&what, &message!("draft-may-not-file-help", others = who.join(", ")), setting))
}

/// The rules of a file, or those of that name that come with the program.
fn rules(name: &str, setting: &Setting) -> Result<Rules> {
    let embedded = EMBEDDED.into_iter().find(|(known, _)| *known == name && !files::exists(name));
    let source = match embedded {
        Some((known, yaml)) => Source::new(known, yaml),
        None => {
            let names = EMBEDDED.map(|(known, _)| known).join(", ");
            files::read(name, name)
                .map_err(|error| anyhow!("{}\n{}", refusal_text(&error, setting), say!(setting.speech, "draft-known-rules", names = names)))?
                .source
        }
    };
    rules::parse(&source).map_err(|problems| {
        let mistakes = problem::render(&problems, &source, &setting.speech);
        anyhow!("{}\n\n{}", say!(setting.speech, "draft-rules-mistakes"), mistakes.trim_end())
    })
}
