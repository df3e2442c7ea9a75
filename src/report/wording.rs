//! Outdated or hurtful wording: each with its places, the reason and better words.

use super::json::{self, ToolOut};
use super::page::{Line, Page};
use super::quotation::{clean, quotation, shown_path};
use super::{Format, heading, other_language};
use crate::audit::ReadPlan;
use crate::plan::Layout;
use crate::text::Lang;
use crate::wording::{Finding, Rule, Severity, rules};
use crate::words::{Words, say};
use serde::Serialize;

/// A plan and the wordings that were found in it.
#[derive(Debug)]
pub struct WordingReport {
    pub plan: ReadPlan,
    pub findings: Vec<Finding>,
    /// The language of the report, which need not be that of the plan.
    pub lang: Lang,
}

impl WordingReport {
    fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|f| rules()[f.rule].severity == severity).count()
    }

    /// The rules that found something, warnings first, with their places.
    fn by_rule(&self) -> Vec<(&'static Rule, Vec<&Finding>)> {
        let found = |i: usize| self.findings.iter().filter(|f| f.rule == i).collect::<Vec<_>>();
        let mut by_rule: Vec<_> = rules().iter().enumerate().map(|(i, rule)| (rule, found(i))).filter(|(_, found)| !found.is_empty()).collect();
        by_rule.sort_by_key(|(rule, _)| rule.severity);
        by_rule
    }
}

/// Prints each wording with its reason, better words and places.
pub fn render(report: &WordingReport, format: Format, width: usize) -> String {
    if format == Format::Json {
        return json(report);
    }
    let words = super::words(report.lang, format);
    let (warnings, hints) = (report.count(Severity::Warning), report.count(Severity::Hint));
    let result = say!(words, "wording-result", warnings = warnings, hints = hints);
    let mut page = Page::default();
    let mut lead = vec![Line::text(&result), Line::text(say!(words, "wording-left-out"))];
    if hints > 0 {
        lead.push(Line::text(say!(words, "wording-hint-note")));
    }
    lead.extend(other_language(&report.plan, &words));
    page.title(1, heading("wording-title", &report.plan, &words), lead);
    for (rule, found) in report.by_rule() {
        record(&mut page, report, &words, rule, &found);
    }
    page.lines(vec![Line::text(result)]);
    super::lay_out(&page, &words, format, width)
}

fn record(page: &mut Page, report: &WordingReport, words: &Words, rule: &Rule, found: &[&Finding]) {
    let source = &report.plan.source;
    let mut said: Vec<String> = found.iter().map(|f| quotation(source.slice(f.span), Layout::Paragraph)).collect();
    said.sort();
    said.dedup();
    let said = said.iter().map(|s| words.quoted(s)).collect::<Vec<_>>().join(", ");
    let mut lines = vec![
        Line::fact(say!(words, "wording-reason"), rule.reason.get(report.lang)),
        Line::fact(say!(words, "wording-better"), rule.better.get(report.lang)),
    ];
    lines.extend(found.iter().map(|f| {
        let sentence = quotation(source.slice(f.sentence), Layout::Row);
        Line::quote(words.lines(source.lines(f.span)), words.quoted(&sentence), report.plan.graded.lang)
    }));
    let severity = say!(words, if rule.severity == Severity::Warning { "wording-warning" } else { "wording-hint" });
    page.record(2, format!("{severity}: {said}"), lines);
}

#[derive(Serialize)]
struct WordingOut {
    schema: &'static str,
    tool: ToolOut,
    path: String,
    sha256: String,
    warnings: usize,
    hints: usize,
    findings: Vec<FindingOut>,
}

#[derive(Serialize)]
struct FindingOut {
    rule: String,
    level: &'static str,
    lines: [usize; 2],
    words: String,
    quote: String,
    reason: String,
    better: String,
}

fn json(report: &WordingReport) -> String {
    let source = &report.plan.source;
    let finding = |finding: &Finding| {
        let rule = &rules()[finding.rule];
        let (from, to) = source.lines(finding.span);
        FindingOut {
            rule: rule.id.clone(),
            level: rule.severity.name(),
            lines: [from, to],
            words: clean(source.slice(finding.span)),
            quote: clean(source.slice(finding.sentence)),
            reason: rule.reason.get(report.lang).to_owned(),
            better: rule.better.get(report.lang).to_owned(),
        }
    };
    json::print(&WordingOut {
        schema: "crpd-check/wording/1",
        tool: ToolOut::this(),
        path: shown_path(&source.name),
        sha256: report.plan.sha256.clone(),
        warnings: report.count(Severity::Warning),
        hints: report.count(Severity::Hint),
        findings: report.findings.iter().map(finding).collect(),
    })
}
