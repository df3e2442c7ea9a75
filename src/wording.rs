//! Outdated or hurtful wording about disabled people: where it stands, why it is a problem, and what is better.
//!
//! The rules are data (`language/de/wording.yaml`). Quotations, links, code, addresses, and the names of laws, offices and
//! organisations are left alone: their authors chose the words, or somebody else did.

use crate::checklist::Localised;
use crate::document::{Block, BlockKind, Document, Text};
use crate::language::language;
use crate::pattern::{GroupId, Hits, Memo, Occurrence, Pattern, PatternError, PatternSet};
use crate::source::Span;
use crate::text::{Lang, Token, TokenKind, Tokens, Vocabulary};
use serde::Deserialize;
use std::ops::Range;
use std::sync::LazyLock;

/// How sure it is that a word should go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Outdated or hurtful.
    Warning,
    /// Contested, or right in some contexts.
    Hint,
}

impl Severity {
    pub fn name(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

/// A wording with what is said of it.
#[derive(Debug)]
pub struct Rule {
    pub id: String,
    pub severity: Severity,
    pub reason: Localised,
    pub better: Localised,
    noun: bool,
    find: Vec<Pattern>,
    except: Vec<Pattern>,
    #[cfg_attr(not(test), allow(dead_code))]
    matching: Vec<String>,
    #[cfg_attr(not(test), allow(dead_code))]
    absent: Vec<String>,
}

/// A place where a wording stands, and the sentence around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Index into [`rules`].
    pub rule: usize,
    pub span: Span,
    pub sentence: Span,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWording {
    names: RawNames,
    no_adjectives: Vec<String>,
    rules: Vec<RawRule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNames {
    heads: Vec<String>,
    links: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRule {
    id: String,
    level: Severity,
    #[serde(default)]
    noun: bool,
    find: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
    reason: Localised,
    better: Localised,
    matching: Vec<String>,
    absent: Vec<String>,
}

struct Wording {
    patterns: PatternSet,
    heads: Vec<GroupId>,
    links: Vec<String>,
    no_adjectives: Vec<String>,
    rules: Vec<Rule>,
}

static WORDING: LazyLock<Wording> = LazyLock::new(|| match serde_yaml::from_str::<RawWording>(include_str!("language/de/wording.yaml")) {
    Ok(raw) => compile(raw).unwrap_or_else(|error| panic!("wording.yaml: {error:?}")),
    Err(error) => panic!("wording.yaml: {error}"),
});

fn compile(raw: RawWording) -> Result<Wording, PatternError> {
    let mut patterns = PatternSet::new(Lang::De, language(Lang::De).unsplittable());
    let mut all = |lines: &[String]| lines.iter().map(|line| patterns.add(line)).collect::<Result<Vec<Pattern>, _>>();
    let heads = all(&raw.names.heads)?.into_iter().flat_map(|p| p.groups).collect();
    let mut rules = Vec::with_capacity(raw.rules.len());
    for rule in raw.rules {
        let (find, except) = (all(&rule.find)?, all(&rule.except)?);
        let RawRule { id, level: severity, noun, reason, better, matching, absent, .. } = rule;
        rules.push(Rule { id, severity, reason, better, noun, find, except, matching, absent });
    }
    patterns.finish();
    Ok(Wording { patterns, heads, links: raw.names.links, no_adjectives: raw.no_adjectives, rules })
}

/// All rules, in the order of their file.
pub fn rules() -> &'static [Rule] {
    &WORDING.rules
}

/// Finds the wordings of a document, in the order of the text; `apart` are the places of code and links.
pub fn wording(document: &Document, apart: &[Span]) -> Vec<Finding> {
    let mut vocabulary = Vocabulary::default();
    let mut memo = Memo::default();
    let mut findings = Vec::new();
    let is_said = |b: &&Block| !b.in_quote && !matches!(b.kind, BlockKind::Contents | BlockKind::Columns);
    for block in document.blocks.iter().filter(is_said) {
        let texts: Vec<&Text> = if block.cells.is_empty() { vec![&block.text] } else { block.cells.iter().collect() };
        for text in texts.into_iter().filter(|t| !t.is_empty()) {
            let tokens = language(Lang::De).tokenise(&text.string, &mut vocabulary, &[]);
            let hits = WORDING.patterns.find(&tokens, &vocabulary, &mut memo);
            let reading = Reading { text, tokens, hits, vocabulary: &vocabulary };
            let found = (0..rules().len()).flat_map(|rule| reading.findings(rule));
            findings.extend(found.filter(|f| !apart.iter().any(|a| a.start < f.span.end && f.span.start < a.end)));
        }
    }
    findings.sort_by_key(|f| (f.span.start, f.rule));
    findings
}

/// A text with its words and what was found in it.
struct Reading<'a> {
    text: &'a Text,
    tokens: Tokens,
    hits: Hits,
    vocabulary: &'a Vocabulary,
}

/// How far a name reaches back from a word in it, in words.
const LONGEST_NAME: usize = 7;

impl Reading<'_> {
    fn findings(&self, index: usize) -> Vec<Finding> {
        let rule = &rules()[index];
        let mut found: Vec<Occurrence> = Vec::new();
        for pattern in &rule.find {
            let Some((first, others)) = pattern.groups.split_first() else { continue };
            let sentence_of = |o: &Occurrence| self.tokens.tokens[o.first].sentence;
            let beside = |group: &GroupId, o: &Occurrence| self.hits.of(*group).iter().any(|other| sentence_of(other) == sentence_of(o));
            let stands = |o: &Occurrence| others.iter().all(|group| beside(group, o)) && !pattern.without.iter().any(|group| beside(group, o));
            found.extend(self.hits.of(*first).iter().copied().filter(stands));
        }
        found.sort_unstable();
        // Where one wording is a part of another, the longest is told.
        let inside_another = |o: &Occurrence| found.iter().any(|b| (b.first, b.last) != (o.first, o.last) && b.first <= o.first && o.last <= b.last);
        let mut kept: Vec<Occurrence> = found.iter().filter(|o| !inside_another(o)).copied().collect();
        kept.dedup_by_key(|o| (o.first, o.last));
        kept.retain(|o| !self.is_excepted(rule, o) && (!rule.noun || self.is_noun(o.last)));
        kept.iter().filter(|o| !self.is_anothers(o)).map(|o| self.finding(index, o)).collect()
    }

    fn finding(&self, rule: usize, at: &Occurrence) -> Finding {
        let span = |tokens: Range<usize>| self.text.source_span(self.tokens.tokens[tokens.start].start..self.tokens.tokens[tokens.end - 1].end);
        let sentence =
            self.tokens.sentences.iter().find(|s| s.contains(&at.first)).map_or(at.first..at.last + 1, |s| s.start..s.end.max(at.last + 1));
        Finding { rule, span: span(at.first..at.last + 1), sentence: span(sentence) }
    }

    fn is_excepted(&self, rule: &Rule, at: &Occurrence) -> bool {
        let groups = rule.except.iter().flat_map(|p| &p.groups);
        groups.flat_map(|g| self.hits.of(*g)).any(|o| o.first <= at.last && at.first <= o.last)
    }

    /// A quotation, an address, or the name of a law, an office or an organisation.
    fn is_anothers(&self, at: &Occurrence) -> bool {
        let tokens = &self.tokens.tokens;
        tokens[at.first..=at.last].iter().any(|t| t.quoted) || self.is_address(&tokens[at.first]) || self.is_name(at.first)
    }

    fn is_address(&self, token: &Token) -> bool {
        let text = &self.text.string;
        let start = text[..token.start].rfind(char::is_whitespace).map_or(0, |i| i + text[i..].chars().next().map_or(1, char::len_utf8));
        let end = text[token.start..].find(char::is_whitespace).map_or(text.len(), |i| token.start + i);
        ["://", "www.", "@"].iter().any(|mark| text[start..end].contains(mark))
    }

    /// Does the word end a name that begins before it ("Gesetz zur Gleichstellung von …")?
    fn is_name(&self, at: usize) -> bool {
        let tokens = &self.tokens.tokens;
        for i in (at.saturating_sub(LONGEST_NAME)..at).rev() {
            if tokens[i + 1].after_break || tokens[i].sentence != tokens[at].sentence {
                return false;
            }
            if WORDING.heads.iter().any(|g| self.hits.of(*g).iter().any(|o| o.last == i)) {
                return true;
            }
            let word = self.vocabulary.word(tokens[i].word);
            if !word.is_capital() && !WORDING.links.contains(&word.folded) && !tokens[i].open_end {
                return false;
            }
        }
        false
    }

    /// A word with a capital that stands for a person itself, and not before another noun ("Behinderte junge Menschen").
    fn is_noun(&self, at: usize) -> bool {
        let token = &self.tokens.tokens[at];
        let mut following =
            self.tokens.tokens[at + 1..].iter().take_while(|t| !t.after_break && t.sentence == token.sentence && t.kind == TokenKind::Word);
        let word = |t: &Token| self.vocabulary.word(t.word);
        // Adjectives between take the same ending: "behinderte junge Menschen", "behinderte und alte Menschen".
        let ending = word(token).folded.chars().next_back();
        let is_adjective = |t: &&Token| {
            let folded = &word(t).folded;
            let adjective = folded.len() > 4 && folded.chars().next_back() == ending && !WORDING.no_adjectives.contains(folded);
            !word(t).is_capital() && (adjective || matches!(folded.as_str(), "und" | "oder"))
        };
        let mut last = None;
        let next = following.find(|t| {
            let between = is_adjective(t);
            last = if between { Some(*t) } else { last };
            !between
        });
        // "Behinderte und Senioren" are two nouns.
        let ends_in_and = last.is_some_and(|t| matches!(word(t).folded.as_str(), "und" | "oder"));
        let before_noun = !ends_in_and && next.is_some_and(|t| word(t).is_capital());
        word(token).is_capital() && !token.open_end && !before_noun
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document;
    use crate::source::Source;
    use std::collections::BTreeSet;

    fn found(text: &str) -> Vec<(&'static str, String)> {
        let source = Source::new("plan.md", text);
        let findings = wording(&document::parse(&source), &document::apart(&source));
        findings.iter().map(|f| (rules()[f.rule].id.as_str(), source.slice(f.span).to_owned())).collect()
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
        }
        assert_eq!(wrong, Vec::<String>::new());
    }

    #[test]
    fn a_finding_knows_its_words_and_its_sentence() {
        let source = Source::new("plan.md", "# Plan\n\nAlles gut. Das Amt hilft Menschen mit Handicap gern. Ende.\n");
        let findings = wording(&document::parse(&source), &[]);
        assert_eq!(findings.len(), 1);
        assert_eq!(source.slice(findings[0].span), "Handicap");
        assert_eq!(source.slice(findings[0].sentence), "Das Amt hilft Menschen mit Handicap gern");
    }

    #[test]
    fn the_better_words_are_not_found_themselves() {
        for rule in rules() {
            for better in rule.better.de.split("; ") {
                assert_eq!(found(&format!("Wir schreiben: {better}.")), [], "{}", rule.id);
            }
        }
    }
}
