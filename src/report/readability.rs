//! How hard a text is to read: the numbers, and what each of them means.

use super::json::{self, ToolOut};
use super::page::{Line, Page, Table};
use super::quotation::shown_path;
use super::{Format, heading, other_language};
use crate::audit::ReadPlan;
use crate::readability::{Counts, Ratio, Readability};
use crate::text::Lang;
use crate::words::{Words, say};
use serde::Serialize;

/// A text and what was counted in it.
#[derive(Debug)]
pub struct ReadabilityReport {
    pub plan: ReadPlan,
    pub counts: Counts,
    /// The language of the report, which need not be that of the text.
    pub lang: Lang,
}

/// Prints the measures of a text.
pub fn render(report: &ReadabilityReport, format: Format, width: usize) -> String {
    if format == Format::Json {
        return json(report);
    }
    let words = super::words(report.lang, format);
    let counts = &report.counts;
    let mut page = Page::default();
    let mut lead = vec![
        Line::text(say!(words, "readability-counts", sentences = counts.sentences, words = counts.words, syllables = counts.syllables)),
        Line::text(say!(words, "readability-what-counts")),
    ];
    lead.extend(other_language(&report.plan, &words));
    page.title(1, heading("readability-title", &report.plan, &words), lead);
    if let Some(measured) = Readability::new(*counts) {
        page.heading(2, say!(words, "readability-measures"));
        page.table(measures(&measured, &words));
        page.heading(2, say!(words, "readability-limits"));
        page.lines(vec![
            Line::text(say!(words, "readability-formulas")),
            Line::text(say!(words, "readability-no-score")),
            Line::text(say!(words, "readability-sources")),
        ]);
    }
    let next = super::command("easy lint", &shown_path(&report.plan.source.name));
    page.lines(vec![Line::command(say!(words, "readability-end"), next)]);
    super::lay_out(&page, &words, format, width)
}

fn measures(measured: &Readability, words: &Words) -> Table {
    let columns = [("readability-measure", false), ("readability-value", true), ("readability-meaning", false)];
    let mut table = Table::new(&columns.map(|(key, number)| (words.message(key, &[]), number)));
    let mut row = |name: &str, value: Ratio, meaning: String| {
        table.row(&[&words.message(name, &[]), &words.decimal(&value.written()), &meaning]);
    };
    row("readability-sentence-length", measured.sentence_length, say!(words, "readability-sentence-length-meaning"));
    row("readability-word-length", measured.word_length, say!(words, "readability-word-length-meaning"));
    row("readability-lix", measured.lix, say!(words, "readability-lix-meaning", ease = words.message(lix(measured.lix), &[])));
    row("readability-amstad", measured.amstad, say!(words, "readability-amstad-meaning", ease = words.message(amstad(measured.amstad), &[])));
    row("readability-vienna", measured.vienna, say!(words, "readability-vienna-meaning", ease = words.message(vienna(measured.vienna), &[])));
    table
}

/// Björnsson's scale: below 30 is for children, from 60 on for experts.
fn lix(value: Ratio) -> &'static str {
    let steps = [(60, "very-hard"), (50, "hard"), (40, "medium"), (30, "easy")];
    steps.iter().find(|(from, _)| value.reaches(*from)).map_or("very-easy", |(_, ease)| ease)
}

/// Flesch's scale, which Amstad kept: 100 is easy.
fn amstad(value: Ratio) -> &'static str {
    let steps = [(90, "very-easy"), (70, "easy"), (60, "medium"), (30, "hard")];
    steps.iter().find(|(from, _)| value.reaches(*from)).map_or("very-hard", |(_, ease)| ease)
}

/// School years: the scale begins at 4 and ends at 15.
fn vienna(value: Ratio) -> &'static str {
    let steps = [(13, "very-hard"), (10, "hard"), (8, "medium"), (5, "easy")];
    steps.iter().find(|(from, _)| value.reaches(*from)).map_or("very-easy", |(_, ease)| ease)
}

#[derive(Serialize)]
struct ReadabilityOut {
    schema: &'static str,
    tool: ToolOut,
    path: String,
    sha256: String,
    sentences: usize,
    words: usize,
    syllables: usize,
    long_words: usize,
    one_syllable_words: usize,
    three_syllable_words: usize,
    /// Decimals as texts, so that no program rounds them.
    measures: Option<MeasuresOut>,
}

#[derive(Serialize)]
struct MeasuresOut {
    words_per_sentence: String,
    syllables_per_word: String,
    lix: String,
    amstad: String,
    wiener_sachtextformel_1: String,
}

fn json(report: &ReadabilityReport) -> String {
    let counts = &report.counts;
    let measures = |m: Readability| MeasuresOut {
        words_per_sentence: m.sentence_length.written(),
        syllables_per_word: m.word_length.written(),
        lix: m.lix.written(),
        amstad: m.amstad.written(),
        wiener_sachtextformel_1: m.vienna.written(),
    };
    json::print(&ReadabilityOut {
        schema: "crpd-check/readability/1",
        tool: ToolOut::this(),
        path: shown_path(&report.plan.source.name),
        sha256: report.plan.sha256.clone(),
        sentences: counts.sentences,
        words: counts.words,
        syllables: counts.syllables,
        long_words: counts.long_words,
        one_syllable_words: counts.one_syllable,
        three_syllable_words: counts.three_syllables,
        measures: Readability::new(*counts).map(measures),
    })
}
