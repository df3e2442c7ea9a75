//! An alert as build servers show it: how grave it is, what it says and where it stands.
//!
//! SARIF, GitLab, JUnit and GitHub all tell these annotations; a format only writes them down.

use super::quotation::{clean, quotation};
use super::{PlanAudit, Report, audit, judgment};
use crate::alert::{Alert, AlertKind};
use crate::checklist::{Checklist, Competence, Criterion, Level};
use crate::plan::Layout;
use crate::source::{Source, Span};
use crate::waiver::Waiver;
use crate::words::{Words, say};
use std::collections::BTreeMap;

/// How grave an annotation is, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Severity {
    /// The plan works against the convention.
    Major,
    /// The plan promises nothing: the criterion is absent or only mentioned.
    Minor,
    /// The plan intends something, or others than the municipality decide.
    Info,
}

/// One alert of one plan in words.
#[derive(Debug)]
pub(super) struct Annotation<'a> {
    pub plan: &'a PlanAudit,
    /// Index into [`Checklist::criteria`].
    pub criterion: usize,
    pub kind: AlertKind,
    pub severity: Severity,
    pub title: String,
    pub message: String,
    pub region: Region,
    /// The fingerprint of the alert; where two are alike the second ends in `:2`, so that none is taken for another.
    pub fingerprint: String,
    /// Its place among the largest gaps of the plan.
    pub turn: usize,
    /// What sets it aside.
    pub waiver: Option<&'a Waiver>,
    /// Whether the baseline does not know it; nothing without a baseline.
    pub is_new: Option<bool>,
}

/// A place in lines and columns from 1; columns count UTF-16 code units, and the end stands behind the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Region {
    pub start_line: usize,
    pub start_column: usize,
    pub end_line: usize,
    pub end_column: usize,
}

/// The annotations of every plan, plans by name, alerts in checklist order.
pub(super) fn annotations<'a>(report: &'a Report<'_>, words: &Words) -> Vec<(&'a PlanAudit, Vec<Annotation<'a>>)> {
    let mut seen = BTreeMap::new();
    let mut one = |plan: &'a PlanAudit| {
        let largest = plan.largest_gaps(report.checklist);
        let new = report.new_alerts(plan);
        let annotation = |alert: Alert| {
            let waiver = report.waiver(plan, alert.criterion);
            let message = message(report.checklist, plan, &alert, words);
            Annotation {
                plan,
                criterion: alert.criterion,
                kind: alert.kind,
                severity: if waiver.is_some() { Severity::Info } else { severity(report.checklist, &alert) },
                title: title(report.checklist, &alert, words),
                message: waiver.map(|w| format!("{} {message}", waived(w, words))).unwrap_or(message),
                region: region(&plan.source, alert.span),
                turn: largest.iter().position(|&c| c == alert.criterion).unwrap_or_default(),
                waiver,
                is_new: new.as_ref().map(|new| new.contains(&alert)),
                fingerprint: unlike(&mut seen, alert.fingerprint),
            }
        };
        (plan, plan.alerts(report.checklist).into_iter().map(annotation).collect())
    };
    report.by_name().into_iter().map(&mut one).collect()
}

/// Until when, why and by whom something is set aside, as a sentence.
pub(super) fn waived(waiver: &Waiver, words: &Words) -> String {
    say!(words, "waived-until", until = waiver.until.to_string(), reason = clean(&waiver.reason), who = clean(&waiver.who))
}

/// The name itself when it comes for the first time, then with `:2`, `:3` behind it.
pub(super) fn unlike(seen: &mut BTreeMap<String, usize>, name: String) -> String {
    let times = seen.entry(name.clone()).or_default();
    *times += 1;
    if *times == 1 { name } else { format!("{name}:{times}") }
}

/// How grave the gap of a criterion would be that nobody speaks of.
pub(super) fn usual_severity(criterion: &Criterion) -> Severity {
    if criterion.competence.most() == Competence::No { Severity::Info } else { Severity::Minor }
}

fn severity(checklist: &Checklist, alert: &Alert) -> Severity {
    match alert.kind {
        AlertKind::Contrary => Severity::Major,
        AlertKind::Gap if alert.level >= Level::Intended => Severity::Info,
        AlertKind::Gap => usual_severity(&checklist.criteria[alert.criterion]),
    }
}

fn title(checklist: &Checklist, alert: &Alert, words: &Words) -> String {
    let id = checklist.criteria[alert.criterion].id.as_str();
    match alert.kind {
        AlertKind::Gap => say!(words, "annotation-gap", id = id),
        AlertKind::Contrary => say!(words, "annotation-contrary", id = id),
    }
}

/// What is wrong, where it can be read, and what to ask.
fn message(checklist: &Checklist, plan: &PlanAudit, alert: &Alert, words: &Words) -> String {
    let criterion = &checklist.criteria[alert.criterion];
    let finding = &plan.assessment.findings[alert.criterion];
    let quote = alert.quote.map(|span| {
        let passage = finding.evidence.iter().chain(&finding.contrary).find(|e| e.span == span).and_then(|e| plan.plan.passages.get(e.passage));
        words.quoted(&quotation(plan.source.slice(span), passage.map_or(Layout::Paragraph, |p| p.layout)))
    });
    if alert.kind == AlertKind::Contrary {
        let question = criterion.question.get(words.lang);
        return clean(&say!(words, "annotation-contrary-message", quote = quote.unwrap_or_default(), question = question));
    }
    let level = words.level(alert.level);
    let mut sentences = vec![say!(words, "annotation-level", question = criterion.question.get(words.lang), level = level)];
    sentences.extend(plan.ruling(alert.criterion).map(|ruling| judgment::sentence(ruling, words)));
    sentences.push(match (finding.share, quote) {
        (Some((have, of)), _) => say!(words, "annotation-share", have = have, of = of),
        (None, Some(quote)) => say!(words, "annotation-nearest", quote = quote),
        (None, None) => say!(words, "please-read"),
    });
    sentences.push(say!(words, "annotation-ask", question = audit::ask(criterion, words)));
    // The questions are the checklist's, and anybody may write one.
    clean(&sentences.join(" "))
}

/// The place of a span without the spaces around it; an empty one gets the width of one column.
fn region(source: &Source, span: Span) -> Region {
    let text = source.slice(span);
    let start = span.start + (text.len() - text.trim_start().len());
    let end = start + text.trim().len();
    let (start_line, start_column) = utf16_position(source, start);
    let (end_line, end_column) = utf16_position(source, end);
    let end_column = if (end_line, end_column) == (start_line, start_column) { end_column + 1 } else { end_column };
    Region { start_line, start_column, end_line, end_column }
}

fn utf16_position(source: &Source, offset: usize) -> (usize, usize) {
    let at = source.position(offset);
    let before = source.line_text(at.line).chars().take(at.column - 1);
    (at.line, before.map(char::len_utf16).sum::<usize>() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_utf16_units_and_end_behind_the_last() {
        let source = Source::new("plan.md", "äö\n 🦽 Rampe\r\nEnde\n");
        let at = |text: &str| {
            let start = source.text.find(text).unwrap();
            let Region { start_line, start_column, end_line, end_column } = region(&source, Span::new(start, start + text.len()));
            [start_line, start_column, end_line, end_column]
        };
        assert_eq!(at("äö"), [1, 1, 1, 3]);
        assert_eq!(at(" 🦽 Rampe\r\n"), [2, 2, 2, 10]);
        assert_eq!(at("Rampe\r\nEnde"), [2, 5, 3, 5]);
        let nowhere = region(&source, Span::default());
        assert_eq!((nowhere.start_line, nowhere.start_column, nowhere.end_line, nowhere.end_column), (1, 1, 1, 2));
    }

    #[test]
    fn no_two_names_are_alike() {
        let mut seen = BTreeMap::new();
        let names: Vec<String> = ["a", "b", "a", "a"].iter().map(|n| unlike(&mut seen, (*n).to_owned())).collect();
        assert_eq!(names, ["a", "b", "a:2", "a:3"]);
    }
}
