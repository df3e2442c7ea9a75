//! One criterion explained: what is asked and why, what counts, and what to ask the administration; or what a plan says
//! to it, which words were found where, and what the nearest passages of a gap lack.

use super::json::{self, EvidenceOut as PlanEvidenceOut, NearMissOut, ToolOut};
use super::page::{Line, Page};
use super::quotation::{quotation, shown_path};
use super::{Format, Report};
use crate::assessment::{Evidence, NearMiss, Obstacle};
use crate::audit::PlanAudit;
use crate::checklist::{Attribute, Checklist, Competences, Criterion, Level};
use crate::pattern::Pattern;
use crate::place::Tier;
use crate::plan::Layout;
use crate::source::Span;
use crate::text::Lang;
use crate::words::{Words, say};
use serde::Serialize;

/// Prints everything the checklist says about a criterion.
pub fn render(checklist: &Checklist, criterion: &Criterion, lang: Lang, format: Format, width: usize) -> String {
    if format == Format::Json {
        return json::print(&ExplanationOut { schema: "crpd-check/criterion/1", tool: ToolOut::this(), criterion: out(checklist, criterion, lang) });
    }
    let words = super::words(lang, format);
    super::lay_out(&page(checklist, criterion, &words), &words, format, width)
}

/// Who decides: one line, or one for each kind of municipality where the law shares it out.
fn competence(competence: Competences, words: &Words) -> Vec<Line> {
    if Tier::ALL.iter().all(|tier| competence.of(*tier) == competence.most()) {
        return vec![Line::fact(say!(words, "competence"), words.competence(competence.most()))];
    }
    let line = |tier: Tier| {
        let kind = words.message(&format!("place-name-{}", tier.kind().name()), &[]);
        Line::fact(say!(words, "competence-of", kind = kind), words.competence(competence.of(tier)))
    };
    Tier::ALL.map(line).into()
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
    facts.extend(competence(criterion.competence, words));
    facts.push(Line::fact(say!(words, "kind"), words.kind(criterion.kind)));
    facts.push(Line::fact(say!(words, "weight"), say!(words, "number", number = criterion.weight)));
    page.lines(facts);
    counts(&mut page, checklist, criterion, words);
    let mut ignored = patterns(&criterion.ignore, &say!(words, "ignored-word"), checklist.lang);
    ignored.extend(patterns(&criterion.unless, &say!(words, "ignored-unless"), checklist.lang));
    section(&mut page, say!(words, "ignored"), ignored);
    section(&mut page, say!(words, "would-be-contrary"), patterns(&criterion.contrary, &say!(words, "counts-line"), checklist.lang));
    section(&mut page, say!(words, "examples"), examples(checklist, criterion, words));
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

fn patterns(patterns: &[Pattern], label: &str, lang: Lang) -> Vec<Line> {
    patterns.iter().map(|p| Line::words(label, &p.written, lang)).collect()
}

fn counts(page: &mut Page, checklist: &Checklist, criterion: &Criterion, words: &Words) {
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
        lines.push(Line::words(label, &line.pattern.written, checklist.lang));
    }
    page.lines(lines);
}

fn examples(checklist: &Checklist, criterion: &Criterion, words: &Words) -> Vec<Line> {
    let mut lines = Vec::new();
    for level in Level::ALL.into_iter().rev() {
        let of_level = criterion.examples.iter().filter(|e| e.level == Some(level));
        lines.extend(of_level.map(|e| Line::quote(words.level(level), words.quoted(&e.text), checklist.lang)));
    }
    let contrary = criterion.examples.iter().filter(|e| e.level.is_none());
    lines.extend(contrary.map(|e| Line::quote(say!(words, "example-contrary"), words.quoted(&e.text), checklist.lang)));
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

// ---------------------------------------------------------------------------------------------------------
// A criterion in a plan.

/// Prints what the only plan of the report says to a criterion, and why that is the level.
pub fn render_in_plan(report: &Report<'_>, criterion: usize, format: Format, width: usize) -> String {
    let Some(plan) = report.plans.first() else { return String::new() };
    let view = InPlan { report, plan, criterion };
    if format == Format::Json {
        return json::print(&view.out());
    }
    let words = super::words(report.lang, format);
    super::lay_out(&view.page(&words), &words, format, width)
}

struct InPlan<'a> {
    report: &'a Report<'a>,
    plan: &'a PlanAudit,
    criterion: usize,
}

/// Passages shown in full; the report has them all.
const SHOWN: usize = 10;
/// Alternatives of a group that are named to a reader.
const ALTERNATIVES: usize = 6;

impl InPlan<'_> {
    fn page(&self, words: &Words) -> Page {
        let criterion = &self.report.checklist.criteria[self.criterion];
        let finding = &self.plan.assessment.findings[self.criterion];
        let mut page = Page::default();
        let title = say!(words, "explain-in-plan", id = criterion.id.as_str(), file = shown_path(&self.plan.source.name));
        page.title(
            1,
            title,
            vec![
                Line::fact(say!(words, "question"), criterion.question.get(words.lang)),
                Line::fact(say!(words, "level"), words.level(finding.level)),
            ],
        );
        if let Some((have, of)) = finding.share {
            let attribute = criterion.share.map_or("action", attribute_name);
            let attribute = words.message(&format!("attribute-{attribute}"), &[]);
            page.lines(vec![Line::text(say!(words, "explain-share", have = have, of = of, attribute = attribute))]);
        }
        if finding.share.is_none() && finding.evidence.is_empty() && finding.contrary.is_empty() {
            page.lines(vec![Line::text(say!(words, if finding.near.is_empty() { "explain-nothing" } else { "explain-near-note" }))]);
        }
        if finding.share.is_none() && !finding.evidence.is_empty() {
            page.heading(2, say!(words, "explain-evidence"));
            for (i, evidence) in finding.evidence.iter().take(SHOWN).enumerate() {
                let name = self.name(words, "explain-passage", i, evidence.span);
                page.record(3, name, self.evidence(evidence, words));
            }
            if finding.evidence.len() > SHOWN {
                page.lines(vec![Line::text(say!(words, "more-passages", count = finding.evidence.len() - SHOWN))]);
            }
        }
        if !finding.near.is_empty() {
            page.heading(2, say!(words, "explain-near"));
            for (i, near) in finding.near.iter().enumerate() {
                page.record(3, self.name(words, "explain-passage", i, near.span), self.near(near, words));
            }
        }
        if !finding.contrary.is_empty() {
            page.heading(2, say!(words, "contrary"));
            for (i, evidence) in finding.contrary.iter().enumerate() {
                let mut lines = vec![self.quote(evidence.span, evidence.passage, words)];
                lines.extend(found_words(&evidence.words, self.report.checklist, words));
                page.record(3, self.name(words, "explain-passage", i, evidence.span), lines);
            }
        }
        if let Some(command) = super::explain_command(self.report.checklist, self.criterion) {
            page.lines(vec![Line::command(say!(words, "explain-more"), command)]);
        }
        page
    }

    fn name(&self, words: &Words, key: &str, index: usize, span: Span) -> String {
        say!(words, key, number = index + 1, lines = words.lines(self.plan.source.lines(span)))
    }

    fn quote(&self, span: Span, passage: usize, words: &Words) -> Line {
        let layout = self.plan.plan.passages.get(passage).map_or(Layout::Paragraph, |p| p.layout);
        Line::quote(say!(words, "explain-quote"), words.quoted(&quotation(self.plan.source.slice(span), layout)), self.plan.graded.lang)
    }

    fn evidence(&self, evidence: &Evidence, words: &Words) -> Vec<Line> {
        let mut lines = vec![Line::fact(say!(words, "level"), words.level(evidence.level)), self.quote(evidence.span, evidence.passage, words)];
        lines.extend(found_words(&evidence.words, self.report.checklist, words));
        let commitment = crate::evaluation::commitment_name(evidence.because.grade.commitment);
        lines.push(Line::fact(say!(words, "explain-commitment"), words.message(&format!("commitment-{commitment}"), &[])));
        let reasons: Vec<String> = evidence.because.reasons().iter().map(|r| words.message(&format!("reason-{r}"), &[])).collect();
        if !reasons.is_empty() {
            lines.push(Line::fact(say!(words, "explain-because"), reasons.join("; ")));
        }
        lines
    }

    fn near(&self, near: &NearMiss, words: &Words) -> Vec<Line> {
        let mut lines = vec![self.quote(near.span, near.passage, words)];
        lines.extend(found_words(&near.words, self.report.checklist, words));
        lines.push(Line::text(obstacle(near, self.report.checklist, words)));
        lines
    }

    fn out(&self) -> InPlanOut {
        let criterion = &self.report.checklist.criteria[self.criterion];
        let finding = &self.plan.assessment.findings[self.criterion];
        InPlanOut {
            schema: "crpd-check/explanation/1",
            tool: ToolOut::this(),
            path: shown_path(&self.plan.source.name),
            criterion: criterion.id.clone(),
            question: criterion.question.get(self.report.lang).to_owned(),
            level: finding.level.name(),
            share: finding.share.map(|(have, of)| [have, of]),
            evidence: finding.evidence.iter().map(|e| json::evidence(self.plan, e)).collect(),
            contrary: finding.contrary.iter().map(|e| json::evidence(self.plan, e)).collect(),
            near_misses: finding.near.iter().map(|n| json::near_miss(self.plan, n)).collect(),
        }
    }
}

fn found_words(found: &[(String, String)], checklist: &Checklist, words: &Words) -> Vec<Line> {
    let line = |(group, text): &(String, String)| {
        let group = alternatives(group, checklist, words);
        Line::fact(say!(words, "explain-found"), say!(words, "explain-word", text = text.as_str(), group = group))
    };
    found.iter().map(line).collect()
}

/// What keeps a near miss from being evidence, in one sentence.
pub(super) fn obstacle(near: &NearMiss, checklist: &Checklist, words: &Words) -> String {
    match &near.obstacle {
        Obstacle::Lacking(groups) => {
            let groups: Vec<String> = groups.iter().map(|g| alternatives(g, checklist, words)).collect();
            say!(words, "near-lacking", words = groups.join("; "))
        }
        Obstacle::Apart => say!(words, "near-apart"),
        Obstacle::Excluded(text) => say!(words, "near-excluded", words = text.as_str()),
    }
}

/// The first alternatives of a group, without the signs of the evidence language.
///
/// The name of a list is for those who write checklists; a reader is told its first words. Where a group has several alternatives,
/// each list tells as many as its share, so that the words of one do not hide the others.
fn alternatives(group: &str, checklist: &Checklist, words: &Words) -> String {
    let all: Vec<&str> = group.split(" / ").collect();
    let share = (ALTERNATIVES / all.len()).max(1);
    let mut shown: Vec<String> = Vec::new();
    let mut more = false;
    for alternative in all {
        let list = alternative.strip_prefix('<').and_then(|a| a.strip_suffix('>')).map(|name| checklist.list(name, share + 1));
        let mut told = list.filter(|list| !list.is_empty()).unwrap_or_else(|| vec![alternative]);
        more |= told.len() > share;
        told.truncate(share);
        for word in told.into_iter().map(|word| plain(word, words)) {
            if shown.contains(&word) {
                continue;
            }
            if shown.len() == ALTERNATIVES {
                more = true;
                break;
            }
            shown.push(word);
        }
    }
    if more {
        shown.push("…".to_owned());
    }
    shown.join(", ")
}

/// An alternative without the signs of the evidence language.
fn plain(alternative: &str, words: &Words) -> String {
    let mut plain = alternative.replace(['=', '|'], "").trim_matches('-').to_owned();
    for class in crate::pattern::class_names() {
        let written = format!("<{class}>");
        if plain.contains(&written) {
            plain = plain.replace(&written, &words.message(&format!("class-{class}"), &[]));
        }
    }
    plain
}

/// What a plan says to a criterion, for programs, schema `crpd-check/explanation/1`.
#[derive(Serialize)]
struct InPlanOut {
    schema: &'static str,
    tool: ToolOut,
    path: String,
    criterion: String,
    question: String,
    level: &'static str,
    share: Option<[usize; 2]>,
    evidence: Vec<PlanEvidenceOut>,
    contrary: Vec<PlanEvidenceOut>,
    near_misses: Vec<NearMissOut>,
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
        competence: json::competence(criterion.competence.most()),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded::{DEFAULT, Embedded};

    #[test]
    fn a_reader_is_told_the_words_of_a_list_and_not_its_name() {
        let checklist = Embedded::find(DEFAULT).unwrap().checklist().unwrap();
        let told = |group: &str, lang: Lang| alternatives(group, &checklist, &Words::new(lang, false));
        assert_eq!(told("ein|richten / =Rampe / Wohn-", Lang::De), "einrichten, Rampe, Wohn");
        assert_eq!(told("<leichte-sprache> / Video / <date>", Lang::De), "Leichte Sprache, Einfache Sprache, Video, ein Datum, …");
        assert_eq!(told("<year> / <number> Stufen", Lang::En), "a year, a number Stufen");
        // A list of lists tells the words of the first.
        let wide = told("<zugang-oder-behinderung>", Lang::De);
        assert!(wide.starts_with("barrierefrei, Barrierefreiheit, ") && wide.ends_with(", …"), "{wide}");
        for criterion in &*checklist.criteria {
            for line in &criterion.evidence {
                for &group in &line.pattern.groups {
                    let words = told(checklist.patterns.group_name(group), Lang::De);
                    assert!(!words.is_empty() && !words.contains('<'), "{}: {words}", criterion.id);
                }
            }
        }
    }
}
