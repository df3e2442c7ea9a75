//! Easy texts: the result in twelve sentences, and what is hard to read in a text.

use super::json::{self, ToolOut};
use super::page::{Line, Page, Table};
use super::quotation::{clean, quotation, shown_path};
use super::{Format, heading, other_language};
use crate::audit::ReadPlan;
use crate::easy::EasyText;
use crate::lint::{Finding, Rule, rules};
use crate::plan::Layout;
use crate::text::Lang;
use crate::words::{Words, say};
use serde::Serialize;

/// Prints the sentences, one a line; they are German in every report.
pub fn render(text: &EasyText, format: Format, width: usize) -> String {
    let words = super::words(Lang::De, format);
    let lines = |sentences: &[String]| sentences.iter().map(Line::text).collect::<Vec<_>>();
    let mut page = Page::default();
    page.title(1, &text.heading, lines(&text.tested));
    text.paragraphs().for_each(|paragraph| page.lines(lines(paragraph)));
    super::lay_out(&page, &words, format, width)
}

/// A text and the places that break a rule.
#[derive(Debug)]
pub struct LintReport {
    pub plan: ReadPlan,
    pub findings: Vec<Finding>,
    /// The language of the report, which need not be that of the text.
    pub lang: Lang,
}

/// Prints the places that are hard to read, and what helps.
pub fn lint(report: &LintReport, format: Format, width: usize) -> String {
    if format == Format::Json {
        return lint_json(report);
    }
    let words = super::words(report.lang, format);
    let mut page = Page::default();
    let mut lead = vec![Line::text(say!(words, "lint-result", count = report.findings.len())), Line::text(say!(words, "lint-note"))];
    lead.extend(other_language(&report.plan, &words));
    page.title(1, heading("lint-title", &report.plan, &words), lead);
    if !report.findings.is_empty() {
        page.heading(2, say!(words, "lint-places"));
        page.table(places(report, &words));
        page.heading(2, say!(words, "lint-better"));
        let broken = rules().iter().enumerate().filter(|(i, _)| report.findings.iter().any(|f| f.rule == *i));
        let help = |rule: &Rule| format!("{} {}", rule.says.get(report.lang), rule.better.get(report.lang));
        page.lines(broken.map(|(_, rule)| Line::fact(&rule.id, help(rule))).collect());
    }
    page.lines(vec![Line::text(say!(words, "lint-result", count = report.findings.len()))]);
    super::lay_out(&page, &words, format, width)
}

fn places(report: &LintReport, words: &Words) -> Table {
    let columns = ["place", "lint-rule", "lint-words"].map(|key| (words.message(key, &[]), false));
    let mut table = Table::new(&columns).in_language(Lang::De, &[2]);
    for finding in &report.findings {
        let rule = &rules()[finding.rule];
        let place = words.lines(report.plan.source.lines(finding.span));
        let name = if rule.possibly { say!(words, "lint-possibly", rule = rule.id.as_str()) } else { rule.id.clone() };
        table.row(&[&place, &name, &quoted(report, finding)]);
    }
    table
}

fn quoted(report: &LintReport, finding: &Finding) -> String {
    quotation(report.plan.source.slice(finding.span), Layout::Paragraph)
}

#[derive(Serialize)]
struct LintOut {
    schema: &'static str,
    tool: ToolOut,
    path: String,
    sha256: String,
    findings: Vec<FindingOut>,
}

#[derive(Serialize)]
struct FindingOut {
    rule: String,
    /// The rule guesses.
    possibly: bool,
    lines: [usize; 2],
    quote: String,
    message: String,
    better: String,
}

fn lint_json(report: &LintReport) -> String {
    let finding = |finding: &Finding| {
        let rule = &rules()[finding.rule];
        let (from, to) = report.plan.source.lines(finding.span);
        FindingOut {
            rule: rule.id.clone(),
            possibly: rule.possibly,
            lines: [from, to],
            quote: clean(report.plan.source.slice(finding.span)),
            message: rule.says.get(report.lang).to_owned(),
            better: rule.better.get(report.lang).to_owned(),
        }
    };
    json::print(&LintOut {
        schema: "crpd-check/easy-lint/1",
        tool: ToolOut::this(),
        path: shown_path(&report.plan.source.name),
        sha256: report.plan.sha256.clone(),
        findings: report.findings.iter().map(finding).collect(),
    })
}
