//! Rules for easy texts: what makes a German text hard for readers with learning difficulties, and in which line.
//!
//! The rules with their words and examples are data (`language/de/easy-rules.yaml`); this module knows the few kinds of checks. That
//! nothing is found does not make a text easy: only readers with learning difficulties can tell that.

use crate::checklist::Localised;
use crate::document::{BlockKind, Document, Text};
use crate::language::language;
use crate::source::Span;
use crate::text::{Lang, Token, TokenKind, Tokens, Vocabulary, is_hyphen};
use serde::Deserialize;
use std::ops::Range;
use std::sync::LazyLock;

/// One rule and what is said of a place that breaks it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub id: String,
    pub says: Localised,
    pub better: Localised,
    /// The rule guesses; its texts say so.
    #[serde(default)]
    pub possibly: bool,
    check: Check,
    /// Texts that break the rule, and texts that do not, for the test of the rule.
    #[allow(dead_code)]
    matching: Vec<String>,
    #[allow(dead_code)]
    absent: Vec<String>,
}

/// A place that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Index into [`rules`].
    pub rule: usize,
    pub span: Span,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Check {
    /// The most words of a sentence.
    SentenceWords(usize),
    /// The most letters of a word between hyphens.
    WordLetters(usize),
    /// The most lines of a paragraph.
    ParagraphLines(usize),
    OneSentenceALine,
    /// One of these signs.
    Signs(String),
    /// Any other sign than these; addresses may have theirs.
    OtherSigns(String),
    /// Words, or words in a row.
    Words(Vec<String>),
    /// A word of two to so many letters, all capitals.
    Capitals(usize),
    RomanNumerals,
    Passive(Passive),
    /// Groups of words for one thing, each with its forms between slashes.
    OneTerm(Vec<Vec<String>>),
}

/// A form of "werden" and a participle in one sentence.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Passive {
    auxiliary: Vec<String>,
    beginnings: Vec<String>,
    separable: Vec<String>,
    strong: Vec<String>,
    no_participle: Vec<String>,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Rules {
        rules: Vec<Rule>,
    }
    match serde_yaml::from_str::<Rules>(include_str!("language/de/easy-rules.yaml")) {
        Ok(read) => read.rules,
        Err(error) => panic!("easy-rules.yaml: {error}"),
    }
});

/// All rules, in the order of their file.
pub fn rules() -> &'static [Rule] {
    &RULES
}

/// Finds the places that break a rule, in the order of the text.
pub fn lint(document: &Document) -> Vec<Finding> {
    let mut vocabulary = Vocabulary::default();
    let units = units(document, &mut vocabulary);
    let mut findings = Vec::new();
    for (index, rule) in rules().iter().enumerate() {
        let mut report = |unit: &Unit<'_>, range: Range<usize>| findings.push(Finding { rule: index, span: unit.text.source_span(range) });
        if let Check::OneTerm(groups) = &rule.check {
            one_term(groups, &units, &mut report);
        } else {
            units.iter().for_each(|unit| unit.check(&rule.check, &mut report));
        }
    }
    findings.sort_by_key(|f| (f.span.start, f.rule));
    findings
}

/// A heading, paragraph, list item or table cell, cut into words.
struct Unit<'a> {
    text: &'a Text,
    lines: Vec<Range<usize>>,
    is_paragraph: bool,
    tokens: Tokens,
    /// Each token as it is compared: in small letters.
    folded: Vec<String>,
}

fn units<'a>(document: &'a Document, vocabulary: &mut Vocabulary) -> Vec<Unit<'a>> {
    let mut units = Vec::new();
    for block in document.blocks.iter().filter(|b| !matches!(b.kind, BlockKind::Contents | BlockKind::Columns)) {
        let texts: Vec<&Text> = if block.cells.is_empty() { vec![&block.text] } else { block.cells.iter().collect() };
        for text in texts.into_iter().filter(|t| !t.is_empty()) {
            let tokens = language(Lang::De).tokenise(&text.string, vocabulary, &[]);
            let folded = tokens.tokens.iter().map(|t| vocabulary.word(t.word).folded.clone()).collect();
            let mut lines = if block.cells.is_empty() { block.lines.clone() } else { Vec::new() };
            if lines.is_empty() {
                lines.push(0..text.len());
            }
            units.push(Unit { text, lines, is_paragraph: block.kind == BlockKind::Paragraph, tokens, folded });
        }
    }
    units
}

/// So far from a place, in bytes, its word is looked for; addresses are shorter.
const FAR: usize = 300;

impl Unit<'_> {
    fn check(&self, check: &Check, report: &mut dyn FnMut(&Self, Range<usize>)) {
        match check {
            Check::SentenceWords(most) => {
                for sentence in &self.tokens.sentences {
                    let words = self.tokens.tokens[sentence.clone()].iter().filter(|t| t.kind != TokenKind::Symbol).count();
                    if words > *most {
                        report(self, self.range(sentence));
                    }
                }
            }
            Check::WordLetters(most) => {
                for token in self.tokens.tokens.iter().filter(|t| t.kind == TokenKind::Word) {
                    let word = &self.text.string[token.start..token.end];
                    let longest = word.split(|c: char| is_hyphen(c) || c == '·').map(|part| part.chars().filter(|c| c.is_alphabetic()).count()).max();
                    if longest.unwrap_or(0) > *most && !self.is_address(token.start) {
                        report(self, token.start..token.end);
                    }
                }
            }
            Check::ParagraphLines(most) => {
                if self.is_paragraph && self.lines.len() > *most {
                    report(self, self.lines[*most].clone());
                }
            }
            Check::OneSentenceALine => {
                let begins = |s: &Range<usize>| self.tokens.tokens[s.start].start;
                for line in &self.lines {
                    let first = self.tokens.sentences.partition_point(|s| begins(s) < line.start);
                    if let Some(second) = self.tokens.sentences.get(first + 1).filter(|s| begins(s) < line.end) {
                        report(self, self.range(second));
                    }
                }
            }
            Check::Signs(signs) => self.signs(&|c| signs.contains(c), report),
            Check::OtherSigns(signs) => self.signs(&|c| !(c.is_alphanumeric() || c.is_whitespace() || c == '\u{ad}' || signs.contains(c)), report),
            Check::Words(words) => {
                for entry in words {
                    let entry: Vec<String> = entry.split([' ', '.']).filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
                    for first in (0..self.folded.len()).filter(|&i| self.folded[i..].starts_with(&entry)) {
                        report(self, self.range(&(first..first + entry.len())));
                    }
                }
            }
            Check::Capitals(most) => {
                let is_capital = |part: &str| part.chars().count() >= 2 && part.chars().all(char::is_uppercase);
                let short = |part: &str| is_capital(part) && part.chars().count() <= *most && !is_roman(part);
                let word = |t: &&Token| &self.text.string[t.start..t.end];
                for sentence in &self.tokens.sentences {
                    let words: Vec<&Token> = self.tokens.tokens[sentence.clone()].iter().filter(|t| t.kind == TokenKind::Word).collect();
                    // A heading in capitals is no row of abbreviations.
                    let capitals = words.iter().filter(|t| is_capital(word(t))).count();
                    if capitals >= 3 && capitals * 2 > words.len() {
                        continue;
                    }
                    for token in words.iter().filter(|t| word(t).split(is_hyphen).any(short) && !self.is_address(t.start)) {
                        report(self, token.start..token.end);
                    }
                }
            }
            Check::RomanNumerals => {
                for token in self.tokens.tokens.iter().filter(|t| is_roman(&self.text.string[t.start..t.end])) {
                    report(self, token.start..token.end);
                }
            }
            Check::Passive(passive) => {
                for sentence in &self.tokens.sentences {
                    let auxiliary = sentence.clone().any(|i| passive.auxiliary.contains(&self.folded[i]));
                    let is_small = |i: &usize| self.text.string[self.tokens.tokens[*i].start..].starts_with(char::is_lowercase);
                    if auxiliary && sentence.clone().filter(is_small).any(|i| passive.is_participle(&self.folded[i])) {
                        report(self, self.range(sentence));
                    }
                }
            }
            Check::OneTerm(_) => {}
        }
    }

    /// Reports each sign once a line.
    fn signs(&self, is_wrong: &dyn Fn(char) -> bool, report: &mut dyn FnMut(&Self, Range<usize>)) {
        for line in &self.lines {
            let mut seen = Vec::new();
            let Some(text) = self.text.string.get(line.clone()) else { continue };
            for (at, c) in text.char_indices().filter(|(_, c)| is_wrong(*c)) {
                if !seen.contains(&c) && !self.is_address(line.start + at) {
                    report(self, self.word_around(line.start + at));
                }
                seen.push(c);
            }
        }
    }

    /// Stands the byte in an address of a page or of mail?
    fn is_address(&self, at: usize) -> bool {
        let word = &self.text.string[self.word_around(at)];
        word.contains('@') || word.contains("://") || word.starts_with("www.")
    }

    /// The bytes from blank to blank around a byte; where there is no blank far and wide, some of them.
    fn word_around(&self, at: usize) -> Range<usize> {
        let text = &self.text.string;
        let (from, to) = (text.floor_char_boundary(at.saturating_sub(FAR)), text.ceil_char_boundary(at + FAR));
        let before = &text[from..at];
        let start = before.rfind(char::is_whitespace).map_or(from, |i| from + i + before[i..].chars().next().map_or(1, char::len_utf8));
        start..text[at..to].find(char::is_whitespace).map_or(to, |i| at + i)
    }

    /// The bytes from the first to the last of some tokens.
    fn range(&self, tokens: &Range<usize>) -> Range<usize> {
        self.tokens.tokens[tokens.start].start..self.tokens.tokens[tokens.end - 1].end
    }
}

/// A Roman numeral from II on; single letters are names of something.
fn is_roman(word: &str) -> bool {
    let tens = word.trim_start_matches('X');
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    word.len() >= 2 && word.len() - tens.len() <= 3 && ones.contains(&tens)
}

impl Passive {
    fn is_participle(&self, word: &str) -> bool {
        let is = |list: &[String]| list.iter().any(|w| w == word);
        if is(&self.no_participle) {
            return false;
        }
        let regular = |word: &str, beginning: &String| word.len() >= 5 && word.starts_with(beginning.as_str()) && word.ends_with('t');
        let with_ge =
            |word: &str| word.len() >= 5 && word.starts_with("ge") && (word.ends_with('t') || word.ends_with("en")) && !is(&self.no_participle);
        let separated = self.separable.iter().filter_map(|particle| word.strip_prefix(particle.as_str())).any(with_ge);
        is(&self.strong) || word.ends_with("iert") || with_ge(word) || separated || self.beginnings.iter().any(|b| regular(word, b))
    }
}

/// Reports every word for a thing that was called by another word before.
fn one_term(groups: &[Vec<String>], units: &[Unit<'_>], report: &mut dyn FnMut(&Unit<'_>, Range<usize>)) {
    for group in groups {
        // As the words are compared: hyphens are left out.
        let forms: Vec<Vec<String>> = group.iter().map(|term| term.split(" / ").map(|form| form.to_lowercase().replace('-', "")).collect()).collect();
        let mut first = None;
        for unit in units {
            for (i, word) in unit.folded.iter().enumerate() {
                let Some(term) = forms.iter().position(|forms| forms.contains(word)) else { continue };
                if *first.get_or_insert(term) != term {
                    report(unit, unit.range(&(i..i + 1)));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document;
    use crate::source::Source;
    use std::collections::BTreeSet;

    fn found(text: &str) -> Vec<(&'static str, usize)> {
        let source = Source::new("text.md", text);
        lint(&document::parse(&source)).iter().map(|f| (rules()[f.rule].id.as_str(), source.line(f.span.start))).collect()
    }

    #[test]
    fn every_rule_finds_its_examples_and_leaves_the_others() {
        let ids: BTreeSet<&str> = rules().iter().map(|r| r.id.as_str()).collect();
        assert_eq!(ids.len(), rules().len());
        let mut wrong = Vec::new();
        for rule in rules() {
            assert!(!rule.matching.is_empty() && !rule.absent.is_empty(), "{}", rule.id);
            let finds = |text: &String| found(text).iter().any(|(id, _)| *id == rule.id);
            wrong.extend(rule.matching.iter().filter(|t| !finds(t)).map(|t| format!("{} does not find: {t}", rule.id)));
            wrong.extend(rule.absent.iter().filter(|t| finds(t)).map(|t| format!("{} finds: {t}", rule.id)));
            let says_possibly = (rule.says.de.contains("möglicherweise"), rule.says.en.contains("possibly"));
            assert_eq!(says_possibly, (rule.possibly, rule.possibly), "{}", rule.id);
        }
        assert_eq!(wrong, Vec::<String>::new());
    }

    #[test]
    fn lines_are_those_of_the_file() {
        let text = "---\nsprache: de\n---\n\n# Der Plan, kurz\n\nDas ist gut.\nDas ist nicht gut.\n\n- Die Rampe\n- Der Aufzug, der Lift\n";
        assert_eq!(found(text), [("komma", 5), ("verneinung", 8), ("komma", 11), ("gleiches-wort", 11)]);
    }

    #[test]
    fn a_text_without_faults_has_none() {
        assert_eq!(found("# Der Plan\n\nDie Stadt hat einen Plan.\nDer Plan ist für alle.\n\n- 3 Rampen\n- 2 Busse\n"), []);
        assert_eq!(found(""), []);
    }
}
