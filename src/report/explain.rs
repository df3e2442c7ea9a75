//! One criterion explained: what is asked and why, what counts, and what to ask the administration.

use super::Format;
use super::json::{self, ToolOut};
use super::page::{Line, Page};
use super::words::{Words, say};
use crate::checklist::{Attribute, Checklist, Criterion, Level};
use crate::pattern::Pattern;
use crate::text::Lang;
use serde::Serialize;

/// Prints everything the checklist says about a criterion.
pub fn render(checklist: &Checklist, criterion: &Criterion, lang: Lang, format: Format, width: usize) -> String {
    if format == Format::Json {
        return json::print(&ExplanationOut { schema: "crpd-check/criterion/1", tool: ToolOut::this(), criterion: out(checklist, criterion, lang) });
    }
    let words = super::words(lang, format);
    super::lay_out(&page(checklist, criterion, &words), &words, format, width)
}

fn page(checklist: &Checklist, criterion: &Criterion, words: &Words) -> Page {
    let mut page = Page::default();
    let question = Line::fact(say!(words, "question"), criterion.question.get(words.lang));
    page.title(1, say!(words, "explain-title", id = criterion.id.as_str()), vec![question]);
    let mut facts = vec![
        Line::fact(say!(words, "why"), criterion.why.get(words.lang)),
        Line::fact(say!(words, "field"), checklist.fields[criterion.field].title.get(words.lang)),
    ];
    for reference in &criterion.articles {
        let title = checklist.article_title(reference, words.lang);
        facts.push(Line::text(say!(words, "article-with-title", number = reference.as_str(), title = title)));
    }
    facts.push(Line::fact(say!(words, "competence"), words.competence(criterion.competence)));
    facts.push(Line::fact(say!(words, "kind"), words.kind(criterion.kind)));
    facts.push(Line::fact(say!(words, "weight"), say!(words, "number", number = criterion.weight)));
    page.lines(facts);
    counts(&mut page, criterion, words);
    let mut ignored = patterns(&criterion.ignore, &say!(words, "ignored-word"));
    ignored.extend(patterns(&criterion.unless, &say!(words, "ignored-unless")));
    section(&mut page, say!(words, "ignored"), ignored);
    section(&mut page, say!(words, "would-be-contrary"), patterns(&criterion.contrary, &say!(words, "counts-line")));
    section(&mut page, say!(words, "examples"), examples(criterion, words));
    section(&mut page, say!(words, "ask"), vec![Line::text(criterion.ask.get(words.lang))]);
    page.lines(vec![Line::command(say!(words, "explain-end"), super::show_command(Some(checklist)))]);
    page
}

fn section(page: &mut Page, heading: String, lines: Vec<Line>) {
    if !lines.is_empty() {
        page.heading(2, heading);
        page.lines(lines);
    }
}

fn patterns(patterns: &[Pattern], label: &str) -> Vec<Line> {
    patterns.iter().map(|p| Line::fact(label, &p.written)).collect()
}

fn counts(page: &mut Page, criterion: &Criterion, words: &Words) {
    page.heading(2, say!(words, "counts"));
    if let Some(attribute) = criterion.share {
        let attribute = words.message(&format!("attribute-{}", attribute_name(attribute)), &[]);
        let [intended, planned, binding] = criterion.thresholds;
        page.lines(vec![
            Line::text(say!(words, "counts-share", attribute = attribute)),
            Line::text(say!(words, "counts-thresholds", intended = intended, planned = planned, binding = binding)),
        ]);
        return;
    }
    let mut lines = vec![Line::text(say!(words, "counts-note"))];
    if criterion.literal {
        lines.push(Line::text(say!(words, "counts-literal")));
    }
    for line in &criterion.evidence {
        let label = line.level.map_or_else(|| say!(words, "counts-line"), |level| words.level(level));
        lines.push(Line::fact(label, &line.pattern.written));
    }
    page.lines(lines);
}

fn examples(criterion: &Criterion, words: &Words) -> Vec<Line> {
    let mut lines = Vec::new();
    for level in Level::ALL.into_iter().rev() {
        let of_level = criterion.examples.iter().filter(|e| e.level == Some(level));
        lines.extend(of_level.map(|e| Line::fact(words.level(level), words.quoted(&e.text))));
    }
    let contrary = criterion.examples.iter().filter(|e| e.level.is_none());
    lines.extend(contrary.map(|e| Line::fact(say!(words, "example-contrary"), words.quoted(&e.text))));
    lines
}

fn attribute_name(attribute: Attribute) -> &'static str {
    match attribute {
        Attribute::Responsible => "responsible",
        Attribute::Deadline => "deadline",
        Attribute::Budget => "budget",
        Attribute::Indicator => "indicator",
        Attribute::Action => "action",
        Attribute::Article => "article",
    }
}

/// A criterion for programs, schema `crpd-check/criterion/1`.
#[derive(Serialize)]
struct ExplanationOut {
    schema: &'static str,
    tool: ToolOut,
    criterion: CriterionOut,
}

#[derive(Serialize)]
pub(super) struct CriterionOut {
    id: String,
    field: String,
    articles: Vec<String>,
    kind: &'static str,
    competence: &'static str,
    weight: u32,
    question: String,
    why: String,
    ask: String,
    evidence: Vec<EvidenceOut>,
    share: Option<&'static str>,
    thresholds: Option<[u32; 3]>,
    literal: bool,
    ignore: Vec<String>,
    unless: Vec<String>,
    contrary: Vec<String>,
    examples: Vec<ExampleOut>,
}

#[derive(Serialize)]
struct EvidenceOut {
    line: String,
    level: Option<&'static str>,
}

#[derive(Serialize)]
struct ExampleOut {
    /// The level it must reach, or `contrary`.
    level: &'static str,
    text: String,
}

pub(super) fn out(checklist: &Checklist, criterion: &Criterion, lang: Lang) -> CriterionOut {
    let written = |patterns: &[Pattern]| patterns.iter().map(|p| p.written.clone()).collect();
    CriterionOut {
        id: criterion.id.clone(),
        field: checklist.fields[criterion.field].id.clone(),
        articles: criterion.articles.clone(),
        kind: criterion.kind.name(),
        competence: json::competence(criterion.competence),
        weight: criterion.weight,
        question: criterion.question.get(lang).to_owned(),
        why: criterion.why.get(lang).to_owned(),
        ask: criterion.ask.get(lang).to_owned(),
        evidence: criterion.evidence.iter().map(|e| EvidenceOut { line: e.pattern.written.clone(), level: e.level.map(Level::name) }).collect(),
        share: criterion.share.map(attribute_name),
        thresholds: criterion.share.map(|_| criterion.thresholds),
        literal: criterion.literal,
        ignore: written(&criterion.ignore),
        unless: written(&criterion.unless),
        contrary: written(&criterion.contrary),
        examples: criterion.examples.iter().map(|e| ExampleOut { level: e.level.map_or("contrary", Level::name), text: e.text.clone() }).collect(),
    }
}
