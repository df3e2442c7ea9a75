//! What people judged, as the audit report tells it: the verdict that counts, beside what the search found.

use super::page::{Line, Table};
use super::quotation::clean;
use crate::audit::{Judged, PlanAudit};
use crate::checklist::{Checklist, Level};
use crate::judgment::{Judgment, Outcome, Ruling, Verdict};
use crate::words::{Words, say};

pub(super) fn verdict(verdict: Verdict, words: &Words) -> String {
    words.message(&format!("verdict-{}", verdict.name()), &[])
}

fn outcome(outcome: Outcome, words: &Words) -> String {
    words.message(&format!("outcome-{}", outcome.name()), &[])
}

/// The level of a criterion with its origin: the search in the text, or people.
pub(super) fn level(ruling: Option<&Ruling>, level: Level, words: &Words) -> String {
    let level = words.level(level);
    let Some(ruling) = ruling else { return say!(words, "level-by-search", level = level) };
    let outcome = outcome(ruling.outcome, words);
    match ruling.verdict {
        Some(counts) => {
            let found = words.level(ruling.by_text);
            say!(words, "level-by-people", level = level, verdict = verdict(counts, words), outcome = outcome, found = found)
        }
        None => say!(words, "level-still-by-search", level = level, outcome = outcome),
    }
}

/// One line for each judgment: who, what, when, where, why.
pub(super) fn told(judged: &Judged, ruling: &Ruling, words: &Words) -> Vec<Line> {
    let one = |&index: &usize| {
        let judgment = judged.judgments.list.get(index)?;
        let said = verdict(judgment.verdict, words);
        let mut parts = vec![if ruling.outdated.contains(&index) { say!(words, "judged-old", verdict = said) } else { said }];
        parts.extend(judgment.date.map(|day| say!(words, "judged-day", day = day.to_string())));
        parts.extend(written(judgment, words));
        Some(Line::fact(say!(words, "judged-by", group = clean(&judgment.group)), parts.join("; ")))
    };
    ruling.judgments.iter().filter_map(one).collect()
}

fn written(judgment: &Judgment, words: &Words) -> Vec<String> {
    let place = (!judgment.place.is_empty()).then(|| say!(words, "judged-place", place = clean(&judgment.place)));
    let comment = (!judgment.comment.is_empty()).then(|| say!(words, "judged-comment", comment = clean(&judgment.comment)));
    place.into_iter().chain(comment).collect()
}

/// The result by the text alone, below the result that counts.
pub(super) fn result(plan: &PlanAudit, words: &Words) -> Option<Line> {
    let judged = plan.judged.as_ref()?;
    let total = &judged.scores_by_text.total;
    Some(Line::text(say!(
        words,
        "judgments-result",
        count = judged.rulings.values().filter(|r| r.verdict.is_some()).count(),
        earned = total.score.earned,
        possible = total.score.possible,
        covered = total.covered,
        criteria = total.criteria
    )))
}

/// What is said above the table of judged criteria.
pub(super) fn notes(judged: &Judged, checklist: &Checklist, words: &Words) -> Vec<Line> {
    let count = |outcome: Outcome| judged.rulings.values().filter(|r| r.outcome == outcome).count();
    let mut lines = vec![Line::text(say!(words, "judgments-note", count = judged.rulings.len()))];
    let (outdated, disputed) = (count(Outcome::Outdated), count(Outcome::Disputed));
    if outdated > 0 {
        lines.push(Line::text(say!(words, "judgments-outdated", count = outdated)));
    }
    if disputed > 0 {
        lines.push(Line::text(say!(words, "judgments-disputed", count = disputed)));
    }
    let mut groups: Vec<String> = Vec::new();
    let mut unasked: Vec<String> = Vec::new();
    for judgment in &judged.judgments.list {
        let group = clean(&judgment.group);
        if !groups.contains(&group) {
            groups.push(group);
        }
        let id = clean(&judgment.criterion);
        if checklist.criterion(&judgment.criterion).is_none() && !unasked.contains(&id) {
            unasked.push(id);
        }
    }
    lines.push(Line::fact(say!(words, "judgments-groups"), groups.join(", ")));
    lines.push(Line::fact(say!(words, "judgments-sum"), &judged.sha256));
    if !unasked.is_empty() {
        lines.push(Line::text(say!(words, "judgments-unasked", names = unasked.join(", "))));
    }
    lines
}

/// Every judged criterion: the verdict, how it came about, what the search found, and what counts.
pub(super) fn table(judged: &Judged, checklist: &Checklist, words: &Words, place: impl Fn(&str) -> String) -> Table {
    let columns = ["criterion", "judgment", "judgment-outcome", "judgment-by-text", "judgment-now"];
    let mut table = Table::new(&columns.map(|key| (words.message(key, &[]), false)));
    for (&index, ruling) in &judged.rulings {
        let id = &checklist.criteria[index].id;
        let counts = ruling.verdict.map_or_else(|| say!(words, "judgment-none"), |v| verdict(v, words));
        let cells = [id, &counts, &outcome(ruling.outcome, words), &words.level(ruling.by_text), &words.level(ruling.level)];
        table.row(&cells.map(String::as_str)).link = Some(place(id));
    }
    table
}

/// The verdict as a sentence for build servers.
pub(super) fn sentence(ruling: &Ruling, words: &Words) -> String {
    match ruling.verdict {
        Some(counts) => say!(words, "annotation-judged", verdict = verdict(counts, words)),
        None => say!(words, "annotation-unjudged", outcome = outcome(ruling.outcome, words)),
    }
}
