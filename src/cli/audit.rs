//! `crpd-check audit`: one or more plans, their report, and the gate that was asked for.

use super::arguments::{Audit, Threshold};
use super::plan;
use super::{End, Setting, checklist, complain, deliver, format, refusal, target_is_free, wrong};
use crate::audit::PlanAudit;
use crate::checklist::{Checklist, article_of};
use crate::files::{self, Unreadable};
use crate::message::message;
use crate::report::{self, Report};
use crate::score::Score;
use crate::words::say;
use anyhow::Result;
use rayon::prelude::*;
use std::mem::ManuallyDrop;

pub(super) fn audit(task: &Audit, setting: &Setting) -> Result<End> {
    target_is_free(&task.target, setting)?;
    let (inputs, mut unreadable) = files::plans(&task.plans, &say!(setting.report_words(), "standard-input"));
    // Compiling the checklist and reading the plans take about as long as each other and need nothing of each other.
    let (checklist, read) = rayon::join(
        || {
            let (mut checklist, sha256) = checklist::quick(task.checklist.as_deref(), setting)?;
            narrow(&mut checklist, &task.fields, &task.articles, setting)?;
            anyhow::Ok((checklist, sha256))
        },
        || inputs.par_iter().map(plan::read).collect::<Vec<_>>(),
    );
    // The program ends after this: giving back the memory word by word would take longer than reading a short plan.
    let (checklist, checklist_sha256) = checklist?;
    let checklist = ManuallyDrop::new(checklist);
    let results: Vec<Result<PlanAudit, Unreadable>> = read.into_par_iter().map(|plan| Ok(plan?.audit(&checklist))).collect();
    let mut plans = Vec::new();
    for result in results {
        match result {
            Ok(plan) => plans.push(plan),
            Err(error) => unreadable.push(error),
        }
    }
    let words = setting.report_words();
    let report = ManuallyDrop::new(Report {
        checklist: &checklist,
        checklist_sha256,
        plans,
        unreadable: unreadable.iter().map(|u| (u.path.clone(), words.say(&u.reason()))).collect(),
        lang: setting.report,
    });
    if !report.plans.is_empty() {
        let text = report::render(&report, format(task.format, &task.target, setting), setting.width);
        deliver(&text, &task.target, setting)?;
    }
    for error in &unreadable {
        complain(&refusal(error, setting));
    }
    let gate = task.fail_under.map_or(End::Done, |threshold| gate(&report, threshold, setting));
    Ok(if unreadable.is_empty() { gate } else { End::Failed })
}

/// Keeps the fields and articles that were asked for, and says which ones there are.
fn narrow(checklist: &mut Checklist, fields: &[String], articles: &[String], setting: &Setting) -> Result<()> {
    let mut field_ids = Vec::new();
    for written in fields {
        let plain = plain_id(written);
        let field = checklist.fields.iter().find(|f| f.id == plain || plain_id(&f.title.de) == plain || plain_id(&f.title.en) == plain);
        let Some(field) = field else {
            let known: Vec<&str> = checklist.fields.iter().map(|f| f.id.as_str()).collect();
            return Err(wrong(&message!("unknown-field", id = written), &message!("possible", values = known.join(", ")), setting));
        };
        field_ids.push(field.id.clone());
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

/// "Mobilität" as people type it, "mobilitaet" as ids are written.
fn plain_id(written: &str) -> String {
    written.trim().to_lowercase().replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss")
}

/// Compares every plan with the share that was asked for; the reason is the last line.
fn gate(report: &Report, threshold: Threshold, setting: &Setting) -> End {
    let words = setting.speech;
    let failing: Vec<&PlanAudit> = report.plans.iter().filter(|p| !p.scores.total.score.reaches(threshold.hundredths)).collect();
    for plan in &failing {
        let score = plan.scores.total.score;
        complain(&say!(
            words,
            "gate-under",
            plan = report::clean(&plan.source.name),
            earned = score.earned,
            possible = score.possible,
            share = words.decimal(&percent_with_decimals(score)),
            asked = words.decimal(&threshold.to_string()),
        ));
    }
    if failing.is_empty() { End::Done } else { End::GateFailed }
}

/// Two decimals, rounded down: a share that misses the gate never looks as if it met it.
fn percent_with_decimals(score: Score) -> String {
    let hundredths = (u64::from(score.earned) * 10_000).checked_div(u64::from(score.possible)).unwrap_or(0);
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_that_misses_never_looks_reached() {
        assert_eq!(percent_with_decimals(Score { earned: 5999, possible: 10_000 }), "59.99");
        assert_eq!(percent_with_decimals(Score { earned: 2, possible: 3 }), "66.66");
    }
}
