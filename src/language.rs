//! How firmly a sentence binds its author: the commitment of a sentence.
//!
//! The words are data (`language/de/commitment.yaml`, `language/en/commitment.yaml`, in the evidence
//! language of the checklists); this module knows only how clauses are built: where an auxiliary finds its
//! participle, what a modal verb does to it, and what a subordinate clause does not promise.

use crate::compiled;
use crate::pattern::{GroupId, Hits, Memo, PatternSet};
use crate::text::{Lang, Token, TokenKind, Tokens, Vocabulary, fold, tokenise};
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};
use std::cell::OnceCell;
use std::sync::LazyLock;

/// What a sentence promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Commitment {
    /// Context: state, deficit, law, statistics, vision, a demand of others.
    #[default]
    None,
    /// A goal, a wish, a soft word, a reservation.
    Intended,
    /// An action that the municipality will carry out.
    Committed,
    /// An action that was carried out.
    Done,
}

/// The commitment of one sentence and what it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Grade {
    pub commitment: Commitment,
    /// Only "soll" or "wollen" makes it an intention: unit and date in the same measure make it firm.
    pub modal: bool,
    pub soft: bool,
    pub reservation: bool,
    /// The action itself is denied.
    pub negated: bool,
    /// Some negation stands in the sentence.
    pub denies: bool,
    pub deficit: bool,
    /// The law, a treaty or a quotation speaks.
    pub law: bool,
    /// Somebody else demands it.
    pub demand: bool,
    /// No finite verb: a heading, a bullet point, a table cell.
    pub fragment: bool,
    /// A fragment that names an action ("Ausbau der …").
    pub action_noun: bool,
    /// Its only intention is a duty ("muss", "müssen").
    pub obliges: bool,
    /// Tells what there is ("gibt es", "seit 2019", "derzeit").
    pub described: bool,
    /// Refers to the sentence before it.
    pub anaphoric: bool,
    /// Goes on to something else ("Außerdem …", "Angestrebt wird ferner …").
    pub adds: bool,
    /// Takes up what the sentence before it speaks of ("Die Nachrüstung …", "Der Rat will das …").
    pub resumes: bool,
}

/// How the place of a passage changes what its sentences mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Setting {
    /// Noun phrases here are measures, whatever their first word (rows and items of a list of measures).
    pub phrases_act: bool,
    /// Noun phrases here are goals and no measures.
    pub phrases_aim: bool,
    /// Nothing here binds: visions, law, demands, forewords, glossaries.
    pub context_only: bool,
    /// Measures stand here: what a unit does in the present tense is one of them.
    pub measures: bool,
    /// The present state is described here; the present tense binds nobody.
    pub present_state: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLanguage {
    soft: Vec<String>,
    municipality: Vec<String>,
    person: Vec<String>,
    service: Vec<String>,
    duty_bearer: Vec<String>,
    described: Vec<String>,
    due: Vec<String>,
    law_source: Vec<String>,
    meta: Vec<String>,
    not_soft: Vec<String>,
    reservation: Vec<String>,
    intent: Vec<String>,
    goal: Vec<String>,
    firm: Vec<String>,
    actor: Vec<String>,
    act: Vec<String>,
    state: Vec<String>,
    action_noun: Vec<String>,
    no_action_noun: Vec<String>,
    deficit: Vec<String>,
    negation: Vec<String>,
    not_negation: Vec<String>,
    existing: Vec<String>,
    done: Vec<String>,
    demand: Vec<String>,
    law_verb: Vec<String>,
    law_subject: Vec<String>,
    subordinate: Vec<String>,
    anaphora: Vec<String>,
    reporting: Vec<String>,
    stative: Vec<String>,
    describing: Vec<String>,
    vague: Vec<String>,
    now: Vec<String>,
    case_figures: Vec<String>,
    standing: Vec<String>,
    third_party: Vec<String>,
    past_act: Vec<String>,
    unsplittable: Vec<String>,
    abbreviations: Vec<String>,
    short_words: Vec<String>,
    preposition: String,
    preposition_followers: Vec<String>,
    negated_way: Vec<String>,
}

/// The words of one language, compiled.
#[derive(Debug, Serialize, Deserialize)]
pub struct Language {
    pub lang: Lang,
    patterns: PatternSet,
    cues: Cues,
    unsplittable: Vec<String>,
    abbreviations: FxHashSet<String>,
    short_words: FxHashSet<String>,
    preposition: String,
    preposition_followers: FxHashSet<String>,
    /// Words that begin the way in which something is done or not done.
    negated_way: FxHashSet<String>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Cues {
    soft: GroupId,
    municipality: GroupId,
    person: GroupId,
    service: GroupId,
    duty_bearer: GroupId,
    described: GroupId,
    due: GroupId,
    law_source: GroupId,
    meta: GroupId,
    not_soft: GroupId,
    reservation: GroupId,
    intent: GroupId,
    goal: GroupId,
    firm: GroupId,
    actor: GroupId,
    act: GroupId,
    state: GroupId,
    action_noun: GroupId,
    no_action_noun: GroupId,
    deficit: GroupId,
    negation: GroupId,
    not_negation: GroupId,
    existing: GroupId,
    done: GroupId,
    demand: GroupId,
    law_verb: GroupId,
    law_subject: GroupId,
    subordinate: GroupId,
    anaphora: GroupId,
    reporting: GroupId,
    stative: GroupId,
    describing: GroupId,
    vague: GroupId,
    now: GroupId,
    case_figures: GroupId,
    standing: GroupId,
    third_party: GroupId,
    past_act: GroupId,
}

static GERMAN: LazyLock<Language> = LazyLock::new(|| compiled::read(compiled::GERMAN).unwrap_or_else(|| Language::compile(Lang::De)));
static ENGLISH: LazyLock<Language> = LazyLock::new(|| compiled::read(compiled::ENGLISH).unwrap_or_else(|| Language::compile(Lang::En)));

/// The words of a language.
pub fn language(lang: Lang) -> &'static Language {
    match lang {
        Lang::De => &GERMAN,
        Lang::En => &ENGLISH,
    }
}

impl Language {
    /// Compiles a word list that is part of the program; a mistake in it is a mistake of ours and shows in every test.
    fn compile(lang: Lang) -> Self {
        let yaml = match lang {
            Lang::De => include_str!("language/de/commitment.yaml"),
            Lang::En => include_str!("language/en/commitment.yaml"),
        };
        let raw: RawLanguage = match serde_yaml::from_str(yaml) {
            Ok(raw) => raw,
            Err(error) => panic!("word list {lang:?}: {error}"),
        };
        let mut patterns = PatternSet::new(lang, raw.unsplittable.iter().map(|w| fold(w))).with_wide_gaps();
        let mut group = |lines: &[String]| -> GroupId {
            let line = lines.join(" / ");
            match patterns.add(&line) {
                Ok(pattern) => pattern.groups[0],
                Err(error) => panic!("word list {lang:?}: {}: {:?}", &line[error.at.clone()], error.message),
            }
        };
        let cues = Cues {
            soft: group(&raw.soft),
            municipality: group(&raw.municipality),
            person: group(&raw.person),
            service: group(&raw.service),
            duty_bearer: group(&raw.duty_bearer),
            described: group(&raw.described),
            due: group(&raw.due),
            law_source: group(&raw.law_source),
            meta: group(&raw.meta),
            not_soft: group(&raw.not_soft),
            reservation: group(&raw.reservation),
            intent: group(&raw.intent),
            goal: group(&raw.goal),
            firm: group(&raw.firm),
            actor: group(&raw.actor),
            act: group(&raw.act),
            state: group(&raw.state),
            action_noun: group(&raw.action_noun),
            no_action_noun: group(&raw.no_action_noun),
            deficit: group(&raw.deficit),
            negation: group(&raw.negation),
            not_negation: group(&raw.not_negation),
            existing: group(&raw.existing),
            done: group(&raw.done),
            demand: group(&raw.demand),
            law_verb: group(&raw.law_verb),
            law_subject: group(&raw.law_subject),
            subordinate: group(&raw.subordinate),
            anaphora: group(&raw.anaphora),
            reporting: group(&raw.reporting),
            stative: group(&raw.stative),
            describing: group(&raw.describing),
            vague: group(&raw.vague),
            now: group(&raw.now),
            case_figures: group(&raw.case_figures),
            standing: group(&raw.standing),
            third_party: group(&raw.third_party),
            past_act: group(&raw.past_act),
        };
        patterns.finish();
        Self {
            lang,
            patterns,
            cues,
            unsplittable: raw.unsplittable,
            abbreviations: raw.abbreviations.into_iter().collect(),
            short_words: raw.short_words.into_iter().collect(),
            preposition: raw.preposition,
            preposition_followers: raw.preposition_followers.into_iter().collect(),
            negated_way: raw.negated_way.into_iter().collect(),
        }
    }

    /// Words that only look like compounds, folded.
    pub fn unsplittable(&self) -> impl Iterator<Item = String> + '_ {
        self.unsplittable.iter().map(|w| fold(w))
    }

    /// Cuts a text into words and sentences as this language does.
    pub fn tokenise(&self, text: &str, vocabulary: &mut Vocabulary, breaks: &[usize]) -> Tokens {
        let mut tokens = tokenise(text, vocabulary, breaks, &|word| self.abbreviations.contains(word));
        if !self.short_words.is_empty() {
            self.join_syllables(text, &mut tokens, vocabulary);
        }
        if !self.preposition.is_empty() {
            self.set_prepositions_apart(text, &mut tokens, vocabulary);
        }
        tokens
    }

    /// Is the token a syllable that a conversion tore off its word ("öffent li chen", "Anschaf fung")?
    fn is_torn(&self, token: &Token, vocabulary: &Vocabulary) -> bool {
        if token.kind != TokenKind::Word || token.after_break || token.open_end || token.open_start || token.end - token.start > 8 {
            return false;
        }
        let word = vocabulary.word(token.word);
        word.capitals == 0
            && (word.folded.chars().count() <= 3 && !self.short_words.contains(&word.folded) || self.lang == Lang::De && is_torn_ending(&word.folded))
    }

    /// Joins words that a conversion cut at its soft hyphens: "öffent li chen" becomes one word again.
    ///
    /// Only where a piece is no word of the language; the pieces next to it (up to five letters) come along.
    fn join_syllables(&self, text: &str, tokens: &mut Tokens, vocabulary: &mut Vocabulary) {
        let torn: Vec<usize> = (1..tokens.tokens.len()).filter(|&i| self.is_torn(&tokens.tokens[i], vocabulary)).collect();
        if torn.is_empty() {
            return;
        }
        let old = std::mem::take(&mut tokens.tokens);
        let small = |t: &Token| {
            let word = vocabulary.word(t.word);
            t.kind == TokenKind::Word
                && !t.after_break
                && word.capitals == 0
                && word.folded.chars().count() <= 5
                && !self.short_words.contains(&word.folded)
        };
        let mut joined: Vec<Token> = Vec::with_capacity(old.len());
        let mut runs: Vec<(usize, usize)> = Vec::new();
        let mut at = 0;
        while at < torn.len() {
            let first = torn[at];
            let mut start = first - 1;
            // Pieces before the torn one, back to the piece that begins the word.
            while start > 0
                && small(&old[start])
                && !old[start].open_end
                && old[start - 1].kind == TokenKind::Word
                && old[start].sentence == old[start - 1].sentence
                && first - start < 4
            {
                start -= 1;
            }
            let mut end = first + 1;
            while end < old.len() && old[end].sentence == old[first].sentence && small(&old[end]) {
                end += 1;
            }
            let whole = old[start].kind == TokenKind::Word
                && !old[start].open_end
                && old[start].sentence == old[first].sentence
                && !self.short_words.contains(&vocabulary.word(old[start].word).folded);
            if whole && runs.last().is_none_or(|r| r.1 <= start) {
                runs.push((start, end));
            }
            while at < torn.len() && torn[at] < end {
                at += 1;
            }
        }
        let mut i = 0;
        let mut runs = runs.into_iter().peekable();
        while i < old.len() {
            if let Some((start, end)) = runs.next_if(|r| r.0 == i) {
                let pieces: String = old[start..end].iter().map(|t| &text[t.start..t.end]).collect();
                let word = vocabulary.intern(&pieces);
                joined.push(Token { word, end: old[end - 1].end, ..old[start] });
                i = end;
            } else {
                joined.push(old[i]);
                i += 1;
            }
        }
        tokens.tokens = joined;
        tokens.sentences.clear();
        let mut start = 0;
        for i in 0..=tokens.tokens.len() {
            let ends = i == tokens.tokens.len() || tokens.tokens[i].sentence != tokens.tokens[start].sentence;
            if ends && i > start {
                tokens.sentences.push(start..i);
                start = i;
            }
        }
    }

    /// "inklusive Mehrwertsteuer" is a preposition and not a property; it becomes another word.
    fn set_prepositions_apart(&self, text: &str, tokens: &mut Tokens, vocabulary: &mut Vocabulary) {
        for i in 0..tokens.tokens.len() {
            let token = tokens.tokens[i];
            if token.kind != TokenKind::Word || vocabulary.word(token.word).folded != self.preposition {
                continue;
            }
            let next = tokens.tokens.get(i + 1).filter(|t| t.sentence == token.sentence);
            let follower = next.is_none_or(|n| {
                n.kind == TokenKind::Number || n.after_break || self.preposition_followers.contains(vocabulary.word(n.word).folded.as_str())
            });
            let before = i.checked_sub(1).map(|k| tokens.tokens[k]).filter(|p| p.sentence == token.sentence);
            let noun_before = before.is_some_and(|p| {
                !token.after_break
                    && (p.kind == TokenKind::Number
                        || (p.kind == TokenKind::Word
                            && !matches!(vocabulary.word(p.word).folded.as_str(), "möglichkeit" | "bedarf")
                            && vocabulary.word(p.word).is_capital()
                            && i >= 2
                            && tokens.tokens[i - 2].sentence == token.sentence))
            });
            let bracketed = text[..token.start].ends_with('(')
                || (text[..token.start].trim_end().ends_with(',') && before.is_some_and(|p| vocabulary.word(p.word).is_capital()));
            let capital = vocabulary.word(token.word).is_capital();
            if follower || (!capital && (noun_before || bracketed)) {
                tokens.tokens[i].word = vocabulary.intern("inkl");
            }
        }
    }

    /// Begins a question: "Wie viele …?", "Wird …?"
    pub fn asks(&self, first: &str) -> bool {
        matches!(
            first,
            "wie"
                | "was"
                | "wann"
                | "wer"
                | "wen"
                | "wem"
                | "warum"
                | "weshalb"
                | "wo"
                | "wohin"
                | "welche"
                | "welcher"
                | "welches"
                | "welchen"
                | "gibt"
                | "ist"
                | "sind"
                | "wird"
                | "werden"
                | "wurde"
                | "wurden"
                | "kann"
                | "können"
                | "hat"
                | "haben"
                | "soll"
                | "sollen"
                | "what"
                | "how"
                | "when"
                | "who"
                | "why"
                | "where"
                | "which"
                | "is"
                | "are"
                | "will"
                | "does"
        )
    }

    /// Finds the cue words of a text.
    pub fn cues(&self, tokens: &Tokens, vocabulary: &Vocabulary, memo: &mut Memo) -> Hits {
        self.patterns.find(tokens, vocabulary, memo)
    }

    /// Grades one sentence of a text.
    pub fn grade(&self, tokens: &Tokens, hits: &Hits, vocabulary: &Vocabulary, sentence: usize, setting: Setting) -> Grade {
        let Some(range) = tokens.sentences.get(sentence).cloned() else {
            return Grade::default();
        };
        let view = View { language: self, tokens, hits, vocabulary, range, clause_starts: OnceCell::new() };
        match self.lang {
            Lang::De => view.grade_german(setting),
            Lang::En => view.grade_english(setting),
        }
    }
}

/// One sentence with everything that was found in it.
struct View<'a> {
    language: &'a Language,
    tokens: &'a Tokens,
    hits: &'a Hits,
    vocabulary: &'a Vocabulary,
    range: std::ops::Range<usize>,
    /// Where the clause of each token begins; asked for again and again, and a damaged sentence has hundreds of words.
    clause_starts: OnceCell<Vec<usize>>,
}

/// So many clauses back a sentence is looked at for the one that rules; damaged texts have sentences without end.
const CLAUSES_BACK: usize = 16;

impl View<'_> {
    fn folded(&self, i: usize) -> &str {
        self.tokens.tokens.get(i).map_or("", |t| self.vocabulary.word(t.word).folded.as_str())
    }

    fn token(&self, i: usize) -> &Token {
        &self.tokens.tokens[i]
    }

    fn capital(&self, i: usize) -> bool {
        self.tokens.tokens.get(i).is_some_and(|t| self.vocabulary.word(t.word).is_capital())
    }

    fn quoted(&self, i: usize) -> bool {
        self.tokens.tokens.get(i).is_some_and(|t| t.quoted)
    }

    /// Occurrences of a cue in this sentence.
    fn at(&self, group: GroupId) -> impl Iterator<Item = crate::pattern::Occurrence> + '_ {
        self.hits.within(group, &self.range).iter().copied().filter(|o| !self.token(o.first).quoted)
    }

    fn has(&self, group: GroupId) -> bool {
        self.at(group).next().is_some()
    }

    fn word_has(&self, i: usize, group: GroupId) -> bool {
        self.at(group).any(|o| o.first == i && o.last == i)
    }

    fn begins_clause(&self, i: usize) -> bool {
        i == self.range.start || self.token(i).after_break
    }

    fn ends_clause(&self, i: usize) -> bool {
        i + 1 >= self.range.end
            || self.token(i + 1).after_break
            || matches!(self.folded(i + 1), "und" | "oder" | "sowie" | "bzw" | "beziehungsweise" | "wenn" | "um")
    }

    fn clause_start(&self, i: usize) -> usize {
        let starts = self.clause_starts.get_or_init(|| {
            let mut start = self.range.start;
            let clause = |i| {
                if self.begins_clause(i) {
                    start = i;
                }
                start
            };
            self.range.clone().map(clause).collect()
        });
        // Behind the sentence its last clause goes on.
        i.checked_sub(self.range.start).and_then(|i| starts.get(i).or(starts.last())).copied().unwrap_or(self.range.start)
    }

    /// The clause at `i` is introduced by a conjunction or a relative pronoun behind a comma.
    fn in_subordinate(&self, i: usize) -> bool {
        let own = self.clause_start(i);
        let mut start = own;
        // "Wird der Strom abgeschaltet, stehen …": a clause that begins with its verb is a condition, if another begins so, too.
        if start == self.range.start && self.is_finite(start) && self.next_clause_begins_with_verb(start) {
            return true;
        }
        // Enumerations have commas too: go back while the clause is only nouns. Behind this place there are no verbs.
        let mut verbless = i;
        for _ in 0..CLAUSES_BACK {
            if start == self.range.start {
                return start == own
                    && matches!(self.folded(start), "wenn" | "falls" | "sofern" | "soweit" | "sobald" | "da" | "weil" | "obwohl" | "ob");
            }
            // A clause that begins with its verb goes on with the main clause.
            if self.is_finite(start) {
                return false;
            }
            if self.folded(start) == "dass" && self.is_reported(start) {
                return false;
            }
            // "noch ehe …", "auch wenn …"
            let subordinates = matches!(self.folded(start), "noch" | "auch" | "selbst" | "nur" | "erst" | "und")
                && matches!(self.folded(start + 1), "ehe" | "wenn" | "bevor" | "dass" | "weil" | "falls" | "sobald");
            if subordinates {
                return true;
            }
            if self.word_has(start, self.language.cues.subordinate) {
                // "…, die Stadt stellt Mittel bereit": an article and its noun begin a main clause.
                let article = matches!(self.folded(start), "der" | "die" | "das" | "den" | "dem") && self.capital(start + 1);
                return !(article && self.verb_second(start));
            }
            // "für die", "mit denen"
            if start + 1 < self.range.end && self.folded(start).chars().count() <= 5 && !self.capital(start) {
                let next = self.folded(start + 1);
                if matches!(next, "denen" | "deren" | "dessen" | "dem" | "der" | "die" | "den" | "das" | "welche" | "welchen" | "welchem" | "welcher")
                    && self.verb_final(start)
                {
                    return true;
                }
            }
            if (start..verbless).any(|k| self.is_finite(k)) {
                return false;
            }
            verbless = start;
            start = self.clause_start(start - 1);
        }
        false
    }

    fn next_clause_begins_with_verb(&self, start: usize) -> bool {
        let next = (start + 1..self.range.end).find(|&k| self.token(k).after_break);
        next.is_some_and(|k| self.is_finite(k) || self.is_deed_form(k) || (!self.capital(k) && self.is_infinitive(k) && self.folded(k) != "werden"))
    }

    /// "Das Amt teilt mit, dass …", "Der Rat beschließt, dass …": what is reported or resolved counts as said.
    fn is_reported(&self, start: usize) -> bool {
        let before = self.clause_start(start - 1)..start;
        let cues = &self.language.cues;
        self.at(cues.reporting).any(|o| before.contains(&o.first)) && !self.at(cues.person).any(|o| !o.modifier && before.contains(&o.first))
    }

    /// A finite verb stands early in the clause and not at its end.
    fn verb_second(&self, start: usize) -> bool {
        let end = (start + 1..self.range.end).find(|&k| self.token(k).after_break).unwrap_or(self.range.end);
        (start + 2..(start + 6).min(end.saturating_sub(1))).any(|k| {
            let word = self.folded(k);
            !self.capital(k) && (self.is_finite(k) || word.len() >= 4 && word.ends_with('t') && !is_participle_only(word) && !is_adverb_in_t(word))
        })
    }

    /// The first finite verb ends its clause, as in subordinate clauses; enumerations may stand before it.
    fn verb_final(&self, start: usize) -> bool {
        (start..self.range.end).find(|&k| self.is_finite(k)).is_some_and(|k| self.ends_clause(k))
    }

    fn is_finite(&self, i: usize) -> bool {
        let word = self.folded(i);
        (is_auxiliary(word) || is_modal(word) || is_copula(word)) && !self.quoted(i)
    }

    fn is_participle(&self, i: usize) -> bool {
        let token = self.token(i);
        token.kind == TokenKind::Word && !token.quoted && (!self.capital(i) || i == self.range.start) && is_participle(self.folded(i))
    }

    fn is_infinitive(&self, i: usize) -> bool {
        let word = self.folded(i);
        !self.capital(i)
            && word.len() >= 4
            && word.ends_with('n')
            && !is_function_word(word)
            && (word.ends_with("en") || word.ends_with("eln") || word.ends_with("ern") || word == "sein")
    }

    fn grade_german(&self, setting: Setting) -> Grade {
        let cues = &self.language.cues;
        let mut grade = self.common();
        // The words by which the sentence binds its author, and those by which it reports.
        let mut committed: Vec<usize> = Vec::new();
        let mut done: Vec<usize> = Vec::new();
        let mut modal = false;
        let described = self.at(cues.described).any(|o| !self.in_subordinate(o.first) && !self.is_attribute(o.first)) && !self.has(cues.due);
        for i in self.range.clone().filter(|&i| !self.quoted(i)) {
            let word = self.folded(i);
            match word {
                "wird" | "werden" | "werde" => match self.after_auxiliary(i) {
                    Some(Promise::Modal) => modal = true,
                    Some(Promise::Firm) if !self.in_subordinate(i) && !described && !self.by_others(i) => committed.push(i),
                    _ => {}
                },
                "wurde" | "wurden" if !self.in_subordinate(i) && self.participle_near(i).is_some() => done.push(i),
                "hat" | "haben" | "habe" | "hatte" | "hatten" | "ist" | "sind" | "sei" | "seien" | "war" | "waren" => {
                    if self.in_subordinate(i) {
                        continue;
                    }
                    let has = word.starts_with("ha");
                    if let Some(verb) = self.modal_infinitive(i).filter(|_| !matches!(word, "war" | "waren")) {
                        if self.word_has(verb, cues.vague) {
                            modal = true;
                        } else {
                            committed.push(i);
                        }
                    } else if let Some(participle) = self.participle_near(i).filter(|_| !described || has) {
                        // "hat sich verdoppelt" tells what became, not what was done.
                        let binds = matches!(self.folded(participle), "verpflichtet" | "verständigt" | "geeinigt" | "angeschlossen" | "entschlossen");
                        let became = has && !binds && (i + 1..participle).any(|k| self.folded(k) == "sich");
                        let acted = has && self.at(cues.actor).any(|o| self.is_subject(o) && o.first < i + 6);
                        let stands = !has && self.word_has(participle, cues.standing) && !self.followed_by_worden(participle);
                        let was = matches!(word, "war" | "waren");
                        if (self.acts(participle) && !was || self.word_has(participle, cues.done) || acted) && !stands && !became {
                            done.push(i);
                        }
                    } else if has && (i + 1..self.range.end).any(|k| self.folded(k) == "lassen" && self.ends_clause(k)) {
                        done.push(i);
                    }
                }
                _ => {}
            }
        }
        if done.is_empty() && committed.is_empty() {
            // "umgesetzt", "abgeschlossen" in a status cell or at the end of a fragment.
            let mut words = self.at(cues.done).filter(|o| !self.in_subordinate(o.first) && !matches!(self.folded(o.first), "wurde" | "wurden"));
            if let Some(first) = words.next().filter(|o| grade.fragment || o.first != o.last || words.any(|o| o.first != o.last)) {
                done.push(first.first);
            }
        }
        done.extend(self.past_action());
        done.extend(self.at(cues.past_act).map(|o| o.first).filter(|&i| !(self.in_subordinate(i) || self.capital(i) && i > self.range.start)));
        if self.tells_history() {
            done.clear();
        }
        committed.extend(self.present_action(setting.measures).filter(|_| {
            let existing = self.at(cues.existing).any(|o| !self.in_subordinate(o.first)) && !self.has(cues.due);
            !(setting.present_state || existing || described)
        }));
        let modal_governs = self.range.clone().any(|k| is_modal(self.folded(k)) && !self.in_subordinate(k));
        if !modal_governs {
            committed.extend(self.at(cues.firm).map(|o| o.first).filter(|&f| !self.in_subordinate(f)));
        }
        if self.has(cues.meta) {
            committed.clear();
            done.clear();
        }
        // "In 1.904 Fällen wurde Wohngeld bewilligt": the business of every year is no measure.
        if self.has(cues.case_figures) {
            done.clear();
        }
        // "Es ist Aufgabe der Krankenkassen, …"
        if self.has(cues.third_party) && self.range.clone().any(|i| matches!(self.folded(i), "aufgabe" | "zuständigkeit" | "verantwortung")) {
            committed.clear();
        }
        // A negation denies what stands in its own clause.
        let negations = self.negations();
        let denied = |i: usize| negations.iter().any(|&n| self.same_clause(n, i));
        let denies_all = !negations.is_empty() && committed.iter().chain(&done).all(|&i| denied(i));
        committed.retain(|&i| !denied(i));
        done.retain(|&i| !denied(i));
        let municipal = self.at(cues.actor).any(|o| self.is_subject(o)) || self.we_speak();
        let wish = self.at(cues.intent).any(|o| {
            let word = self.folded(o.first);
            // "das gesetzliche Soll", "ist nicht nötig"
            let noun = self.capital(o.first) && o.first > self.range.start && o.first == o.last;
            let denied = matches!(self.folded(o.last.saturating_sub(1)), "nicht" | "kaum") && o.last > self.range.start;
            if noun || denied {
                return false;
            }
            let personal = matches!(word, "will" | "wollen" | "möchte" | "möchten" | "wollte");
            (!(personal || self.is_burden(o.first)) || municipal)
                && (!self.in_subordinate(o.first) || is_modal(word) && !self.begins_clause_with_subordinator(o.first) || self.relative_aim(o.first))
        });
        let modal_only = self.at(cues.intent).any(|o| matches!(self.folded(o.first), "soll" | "sollen" | "wollen" | "will" | "solle" | "wolle"));
        let intended = wish || modal || self.has(cues.goal) || self.names_goal();
        let binding: Vec<usize> = committed.iter().chain(&done).copied().collect();
        let (mut committed, mut done) = (!committed.is_empty(), !done.is_empty());
        grade.negated = denies_all && !committed && !done && !self.names_goal();
        // "Das Formular enthält nun …", "Es arbeiten jetzt zwei Beraterinnen …": reported as reached.
        if !committed && !intended && !grade.fragment && !grade.deficit && !grade.denies && !setting.present_state {
            done |= self.at(cues.now).any(|o| !self.in_subordinate(o.first));
        }
        // "soll … werden": the modal rules, whatever else the auxiliary found.
        if grade.fragment {
            let phrase = self.fragment_commitment(setting, &mut grade);
            committed |= phrase == Commitment::Committed;
            if phrase == Commitment::Intended && !committed {
                grade.commitment = Commitment::Intended;
            }
        }
        let mut commitment = if committed {
            Commitment::Committed
        } else if done {
            Commitment::Done
        } else if intended || grade.commitment == Commitment::Intended {
            Commitment::Intended
        } else {
            Commitment::None
        };
        if grade.soft {
            if commitment == Commitment::None {
                // "Die Verwaltung prüft …" is an action in soft words; a soft word in plain description is not.
                if self.soft_action() && !setting.present_state {
                    commitment = Commitment::Intended;
                }
            } else if (commitment != Commitment::Done || self.soft_action()) && self.softens(&binding) {
                commitment = Commitment::Intended;
            }
        }
        if (grade.reservation || self.names_goal() && !municipal) && commitment > Commitment::Intended {
            commitment = Commitment::Intended;
        }
        let duty = |o: crate::pattern::Occurrence| matches!(self.folded(o.first), "muss" | "müssen");
        grade.obliges = !modal && !grade.soft && !self.has(cues.goal) && self.has(cues.intent) && self.at(cues.intent).all(duty);
        grade.modal = modal_only && commitment == Commitment::Intended && !grade.soft && !grade.reservation;
        self.close(grade, commitment, setting)
    }

    /// "… Probleme, die beseitigt werden sollen": the aim stands in a relative clause.
    fn relative_aim(&self, i: usize) -> bool {
        let start = self.clause_start(i);
        matches!(self.folded(i), "soll" | "sollen")
            && start > self.range.start
            && matches!(self.folded(start), "die" | "der" | "das" | "welche" | "welcher" | "welches")
            && self.folded(i - 1) == "werden"
            && self.ends_clause(i)
    }

    fn begins_clause_with_subordinator(&self, i: usize) -> bool {
        let start = self.clause_start(i);
        start != self.range.start && self.word_has(start, self.language.cues.subordinate)
    }

    /// What every language asks: soft words, reservations, law, demands, negation.
    fn common(&self) -> Grade {
        let cues = &self.language.cues;
        let start = self.range.start;
        let not_soft: Vec<_> = self.at(cues.not_soft).collect();
        let masked = |o: &crate::pattern::Occurrence| not_soft.iter().any(|m| m.first <= o.first && o.last <= m.last);
        let mut grade = Grade {
            soft: self.at(cues.soft).any(|o| !masked(&o)),
            reservation: self.at(cues.reservation).any(|o| !masked(&o)),
            deficit: self.has(cues.deficit),
            described: self.has(cues.existing) || self.has(cues.described),
            demand: self.at(cues.demand).any(|o| !self.in_subordinate(o.first)) && !self.we_speak(),
            anaphoric: self.at(cues.anaphora).any(|o| {
                let pronoun =
                    o.first == start + 2 && !self.capital(o.first) && matches!(self.folded(o.first), "sie" | "er" | "es" | "dafür" | "dazu");
                o.first == start || (o.first == start + 1 && !self.capital(start)) || pronoun
            }),
            resumes: self.names_again(),
            adds: (start..self.range.end.min(start + 5))
                .any(|i| matches!(self.folded(i), "außerdem" | "zudem" | "ferner" | "daneben" | "weiterhin" | "überdies" | "zusätzlich" | "also")),
            ..Grade::default()
        };
        grade.fragment = !self.range.clone().any(|i| self.is_finite(i) && !self.in_subordinate(i))
                && !self.has_finite_verb()
                && !self.has(cues.intent)
                // "… berichten, dass": what stands before the comma is a verb, whatever its form.
                && !(start + 1..self.range.end).any(|i| is_clause_word(self.folded(i)) && !self.capital(i - 1));
        grade.law = self.law_speaks(grade.fragment);
        grade.denies = self.denials().next().is_some();
        grade.negated = !self.negations().is_empty();
        grade
    }

    /// "Der Rat will das im Herbst …", "Beides steht …", "Die Nachrüstung ist …": what is meant stands in the sentence before.
    fn names_again(&self) -> bool {
        let start = self.range.start;
        let pronoun = (start + 1..self.range.end.min(start + 6)).any(|i| {
            matches!(self.folded(i), "das" | "dies" | "beides")
                && !self.token(i).after_break
                && (self.ends_clause(i)
                    || matches!(self.folded(i + 1), "auch" | "noch" | "nun" | "jetzt" | "künftig" | "ab" | "bis" | "in" | "im" | "zum" | "nicht"))
        });
        let again = matches!(self.folded(start), "die" | "der" | "das")
            && self.capital(start + 1)
            && (self.word_has(start + 1, self.language.cues.action_noun)
                || self.folded(start + 1).ends_with("ung") && !self.word_has(start + 1, self.language.cues.no_action_noun));
        let this = (start + 1..self.range.end.min(start + 7)).any(|i| {
            matches!(self.folded(i), "diese" | "dieser" | "dieses" | "diesen" | "diesem") && self.capital(i + 1) && !self.token(i).after_break
        });
        pronoun || again || this || self.folded(start) == "beides"
    }

    /// Every word that denies something.
    fn denials(&self) -> impl Iterator<Item = usize> + '_ {
        let masked: Vec<_> = self.at(self.language.cues.not_negation).collect();
        self.at(self.language.cues.negation).filter(move |n| !masked.iter().any(|m| m.first <= n.first && n.last <= m.last)).map(|n| n.first)
    }

    /// The words that deny an action. "nicht …, sondern …" denies one thing to name another.
    fn negations(&self) -> Vec<usize> {
        let instead = self.range.clone().find(|&i| self.folded(i) == "sondern").unwrap_or(self.range.start);
        self.denials().filter(|&n| n >= instead && !self.in_subordinate(n) && self.negates(n)).collect()
    }

    /// A soft word stands in each clause that binds: "stellt die Texte bereit und prüft, ob …" binds all the same.
    fn softens(&self, binding: &[usize]) -> bool {
        let masked: Vec<_> = self.at(self.language.cues.not_soft).collect();
        let soft: Vec<usize> =
            self.at(self.language.cues.soft).filter(|o| !masked.iter().any(|m| m.first <= o.first && o.last <= m.last)).map(|o| o.first).collect();
        binding.iter().all(|&b| soft.iter().any(|&s| self.same_clause(s, b)))
    }

    /// "Ziel B 2: Kein Kind muss …"
    fn names_goal(&self) -> bool {
        let start = self.range.start;
        // "Unser Ziel bis 2030: …"
        let own = matches!(self.folded(start), "unser" | "unsere") && matches!(self.folded(start + 1), "ziel" | "ziele");
        let next = start + 1;
        let code =
            next < self.range.end && (self.token(next).after_break || self.token(next).kind == TokenKind::Number || self.folded(next).len() == 1);
        let word = self.folded(start);
        own || code
            && self.capital(start)
            && (word.ends_with("ziel") || word.ends_with("ziele") || matches!(word, "zielgröße" | "zielwert" | "zielzustand"))
    }

    /// "die bislang ehrenamtlich wahrgenommene Aufgabe": tells of the noun and not of the sentence.
    fn is_attribute(&self, i: usize) -> bool {
        i > self.range.start && matches!(self.folded(i - 1), "die" | "der" | "das" | "den" | "dem" | "des" | "ein" | "eine" | "einen" | "einer")
    }

    /// Where the clause begins that the word belongs to; enumerations and insertions belong to the clause around them.
    fn main_clause(&self, i: usize) -> usize {
        let mut start = self.clause_start(i);
        while start > self.range.start && !self.has_own_verb(start) {
            start = self.clause_start(start - 1);
        }
        // "… bereit und überprüft, ob …": behind "und" a verb begins a clause of its own.
        let second = |k: &usize| matches!(self.folded(*k - 1), "und" | "sowie" | "aber") && (self.is_deed_form(*k) || self.is_finite(*k));
        (start + 1..=i).rev().find(second).unwrap_or(start)
    }

    fn same_clause(&self, a: usize, b: usize) -> bool {
        self.main_clause(a) == self.main_clause(b)
    }

    /// A finite verb stands between the beginning of a clause and its next break.
    fn has_own_verb(&self, start: usize) -> bool {
        let end = (start + 1..self.range.end).find(|&k| self.token(k).after_break).unwrap_or(self.range.end);
        (start..end).any(|k| self.is_finite(k) || self.is_deed_form(k) && (k == start || k + 1 < end))
    }

    /// "… werden von den Krankenkassen bezahlt": others act, and nothing is promised.
    fn by_others(&self, i: usize) -> bool {
        let cues = &self.language.cues;
        let agent = |o: crate::pattern::Occurrence| {
            (self.range.start.max(o.first.saturating_sub(4))..o.first)
                .any(|k| matches!(self.folded(k), "von" | "vom" | "durch" | "seitens") && !(k + 1..o.first).any(|m| self.token(m).after_break))
        };
        !self.has(cues.due) && self.at(cues.third_party).any(|o| agent(o) && self.same_clause(o.first, i))
    }

    fn followed_by_worden(&self, participle: usize) -> bool {
        self.folded(participle + 1) == "worden"
    }

    /// "Gehörlose müssen schreiben" is a burden; "der Rufbus muss …", "muss gebaut werden" is a duty.
    fn is_burden(&self, i: usize) -> bool {
        if !matches!(self.folded(i), "muss" | "müssen") {
            return false;
        }
        let clause = self.main_clause(i);
        let mut persons = self.at(self.language.cues.person).filter(|o| !o.modifier);
        let person = persons.any(|o| o.last < i && o.first >= clause || o.first > i && o.first - i <= 3);
        let passive = self.range.clone().any(|k| matches!(self.folded(k), "werden" | "sein") && self.ends_clause(k));
        (person || self.folded(self.range.start) == "wer") && !passive
    }

    /// The law, a treaty or a norm is the subject ("Artikel 9 verpflichtet …", "Nach dem Gesetz müssen …").
    fn law_speaks(&self, fragment: bool) -> bool {
        let cues = &self.language.cues;
        if fragment {
            return false;
        }
        if self.at(cues.duty_bearer).any(|o| o.first <= self.range.start + 6) {
            return true;
        }
        let bound = self.range.clone().any(|i| is_modal(self.folded(i)) || matches!(self.folded(i), "hat" | "haben"));
        let by_law = bound && self.at(cues.law_source).any(|o| o.first <= self.range.start + 1);
        if !by_law && self.at(cues.actor).any(|o| !o.modifier && self.is_subject(o) && !self.in_subordinate(o.first)) {
            return false;
        }
        let early = self.at(cues.law_subject).map(|o| o.first).find(|f| *f <= self.range.start + 4);
        let verb = self.has(cues.law_verb)
            || self.range.clone().any(|i| matches!(self.folded(i), "müssen" | "muss" | "soll" | "sollen" | "darf" | "dürfen" | "must" | "shall"));
        let carried_out = self.range.clone().any(|i| matches!(self.folded(i), "wird" | "werden" | "wurde" | "wurden"))
            && !self.range.clone().any(|i| is_modal(self.folded(i)));
        let sourced = self.has(cues.law_source)
            && self.range.clone().any(|i| {
                let word = self.folded(i);
                let due = is_copula(word)
                    && (self.modal_infinitive(i).is_some()
                        || (i..self.range.end).any(|k| matches!(self.folded(k), "verpflichtet" | "vorgeschrieben")));
                is_modal(word) || due || matches!(word, "hat" | "haben")
            });
        early.is_some() && verb && !carried_out || sourced && !carried_out
    }

    /// "wir fordern": the author's own wish and not a demand of others.
    fn we_speak(&self) -> bool {
        self.range.clone().any(|i| matches!(self.folded(i), "wir" | "uns" | "we"))
    }

    /// Does this negation deny the action, and not only a property on the way?
    fn negates(&self, i: usize) -> bool {
        let word = self.folded(i);
        if word.starts_with("kein") || matches!(word, "no" | "weder" | "neither") {
            // "keine weiteren Haltestellen umgebaut": the object is denied.
            return true;
        }
        // "nicht": denies the verb that ends the clause, or the firm word right behind it.
        let end = (i + 1..self.range.end).find(|&k| self.token(k).after_break).unwrap_or(self.range.end);
        // "nicht in Leichter Sprache verfasst": what is denied is the way in which the verb at the end is done.
        let way = i + 1 < end && self.language.negated_way.contains(self.folded(i + 1));
        if way && (self.is_participle(end - 1) || self.is_infinitive(end - 1)) {
            return true;
        }
        (i + 1..end.min(i + 4)).any(|k| {
            self.is_participle(k)
                || self.is_infinitive(k)
                || self.word_has(k, self.language.cues.firm)
                || self.word_has(k, self.language.cues.done)
                || self.word_has(k, self.language.cues.act)
        }) || (end > i + 1 && crate::pattern::is_particle(self.folded(end - 1)))
            || !matches!(word, "nicht" | "not")
    }

    fn close(&self, mut grade: Grade, commitment: Commitment, setting: Setting) -> Grade {
        let silent = setting.context_only || grade.law || grade.demand || grade.negated;
        grade.commitment = if silent { Commitment::None } else { commitment };
        grade.modal &= !silent;
        grade
    }

    /// A finite verb other than an auxiliary: "Die Stadt baut", "Der Verein bietet".
    fn has_finite_verb(&self) -> bool {
        self.range.clone().any(|i| {
            let word = self.folded(i);
            if self.verb_behind_relative(i) {
                return true;
            }
            if self.token(i).kind != TokenKind::Word || self.token(i).quoted || self.capital(i) || self.in_subordinate(i) {
                return false;
            }
            is_strong_past(word)
                || self.plural_verb(i)
                || matches!(word, "fehlt" | "fehlen" | "mangelt" | "besteht" | "gibt" | "bleibt" | "reicht")
                || matches!(
                    word,
                    "gab"
                        | "gaben"
                        | "fand"
                        | "fanden"
                        | "kam"
                        | "kamen"
                        | "leben"
                        | "bestehen"
                        | "gelten"
                        | "fehlen"
                        | "bleiben"
                        | "brauchen"
                        | "fordern"
                        | "finden"
                        | "bieten"
                        | "gehören"
                        | "dienen"
                        | "zeigen"
                        | "nutzen"
                        | "arbeiten"
                        | "warten"
                        | "wünschen"
                        | "nehmen"
                        | "stehen"
                        | "liegen"
                        | "erhalten"
                        | "bekommen"
                        | "gehen"
                        | "lernen"
                        | "wohnen"
                        | "kommen"
                        | "heißt"
                        | "lässt"
                        | "lassen"
                        | "begann"
                        | "entstand"
                        | "erhielt"
                        | "erhielten"
                        | "bot"
                        | "boten"
                        | "nahm"
                        | "nahmen"
                        | "ging"
                        | "trat"
                        | "stand"
                ) && !(i > self.range.start && self.folded(i - 1) == "zu")
                    && !(self.ends_clause(i) && word.ends_with("en") && !self.begins_with_article())
                || (word.ends_with('t')
                    && word.len() >= 4
                    && !self.ends_clause(i)
                    && !is_participle_only(word)
                    && !is_adverb_in_t(word)
                    && self.verb_place(i))
                || word.ends_with("te") && word.len() >= 5 && self.verb_place(i) && !self.capital(i + 1) && !is_participle_stem(word)
                || word.ends_with("ten") && word.len() >= 6 && self.acts(i) && self.verb_place(i) && !self.capital(i + 1) && !self.ends_clause(i)
        })
    }

    /// "Firmen trauen sich …", "Eltern berichten oft …": a plural verb right behind its noun, told by the word that follows.
    fn plural_verb(&self, i: usize) -> bool {
        let follows = matches!(
            self.folded(i + 1),
            "sich"
                | "nicht"
                | "oft"
                | "häufig"
                | "noch"
                | "kaum"
                | "meist"
                | "selten"
                | "gern"
                | "gerne"
                | "auch"
                | "nur"
                | "immer"
                | "gemeinsam"
                | "heute"
                | "derzeit"
                | "bereits"
                | "seit"
                | "dort"
                | "hier"
                | "ihre"
                | "ihren"
                | "ihr"
                | "den"
                | "die"
                | "das"
                | "viel"
                | "mehr"
        );
        i > self.range.start
            && i <= self.range.start + 6
            && self.is_infinitive(i)
            && self.capital(i - 1)
            && !self.token(i).after_break
            && follows
            && i + 1 < self.range.end
    }

    /// "Angehörige, die … begleiten, schlafen dort": two verbs in a row at a comma, the first of a relative clause.
    fn verb_behind_relative(&self, i: usize) -> bool {
        i > self.range.start + 2
            && self.token(i).after_break
            && self.is_infinitive(i)
            && self.is_infinitive(i - 1)
            && matches!(self.folded(self.clause_start(i - 1)), "die" | "der" | "das" | "welche" | "denen")
    }

    /// Second place of a clause: a noun, pronoun or adverb before it, and no adjective ending behind an article.
    fn verb_place(&self, i: usize) -> bool {
        let start = self.clause_start(i);
        i > start && i - start <= 12
    }

    fn begins_with_article(&self) -> bool {
        matches!(
            self.folded(self.range.start),
            "der" | "die" | "das" | "ein" | "eine" | "viele" | "alle" | "es" | "sie" | "er" | "in" | "im" | "dort" | "hier"
        )
    }

    fn acts(&self, i: usize) -> bool {
        self.word_has(i, self.language.cues.act) || self.at(self.language.cues.act).any(|o| o.first <= i && i <= o.last)
    }

    /// What stands with "wird/werden" at `i`.
    fn after_auxiliary(&self, i: usize) -> Option<Promise> {
        let cues = &self.language.cues;
        // "… umgebaut werden" at the end of a clause: a modal verb or a subordinate clause governs it.
        if i > self.range.start && self.is_participle(i - 1) && self.ends_clause(i) && i > self.range.start + 1 {
            let governed = (self.range.start..i).rev().find(|&k| is_modal(self.folded(k)));
            // "… teilt mit, dass die Rampe gebaut wird": whether the clause counts is asked elsewhere.
            if governed.is_none() && self.folded(self.main_clause(i)) == "dass" {
                return Some(Promise::Firm);
            }
            // What can be done is an offer and no undertaking.
            return governed.filter(|&k| !is_possibility(self.folded(k)) && !self.in_subordinate(k)).map(|_| Promise::Modal);
        }
        let limit = self.range.end;
        for k in i + 1..limit {
            let word = self.folded(k);
            if k > i + 1 && (is_auxiliary(word) || is_modal(word)) && !self.ends_clause(k) {
                break;
            }
            if !(self.ends_clause(k) || self.is_finite(k + 1)) {
                continue;
            }
            if self.is_participle(k) || self.is_infinitive(k) {
                let word_is_state = self.word_has(k, cues.state) && !self.acts(k);
                let copula_only = matches!(word, "können" | "müssen" | "dürfen" | "sollen" | "haben" | "wollen")
                    // "wird ab 2026 zuständig sein" announces; "wird wichtig sein" does not.
                    || (word == "sein" && !self.has(cues.due));
                // "Es wird berichtet, dass …"
                let reports = self.folded(k + 1) == "dass" && self.at(cues.reporting).any(|o| o.first == k);
                if word_is_state || copula_only || reports {
                    continue;
                }
                return Some(Promise::Firm);
            }
        }
        // "Geplant werden", "Umgesetzt wird": the participle stands in front.
        if i > self.range.start && self.is_participle(i - 1) && i <= self.range.start + 3 && !self.word_has(i - 1, cues.state) {
            return Some(Promise::Firm);
        }
        None
    }

    /// The participle that belongs to a past or perfect auxiliary at `i`.
    fn participle_near(&self, i: usize) -> Option<usize> {
        let cues = &self.language.cues;
        let usable = |k: &usize| {
            self.is_participle(*k) && (self.acts(*k) || !self.word_has(*k, cues.state)) && !self.in_subordinate(*k) && !self.preceded_by_zu(*k)
        };
        (i + 1..self.range.end)
            .filter(|&k| self.ends_clause(k) || self.is_finite(k + 1) || self.followed_by_worden(k))
            .find(usable)
            .or_else(|| (i > self.range.start).then(|| i - 1).filter(usable))
    }

    /// "ist … zu kennzeichnen", "hat … vorzulegen".
    fn modal_infinitive(&self, i: usize) -> Option<usize> {
        let end = self.range.end;
        (i + 1..end).find_map(|k| {
            let word = self.folded(k);
            let joined = (self.acts(k) || self.ends_clause(k))
                && word.contains("zu")
                && self.is_infinitive(k)
                && PARTICLE_ZU.iter().any(|p| word.starts_with(p));
            let apart = word == "zu" && k + 1 < end && self.is_infinitive(k + 1) && (self.acts(k + 1) || self.ends_clause(k + 1));
            let verb = if apart { k + 1 } else { k };
            let holds = (joined || apart)
                && !self.word_has(verb, self.language.cues.soft)
                && !self.word_has(verb, self.language.cues.state)
                && (i + 1..=k).all(|m| !self.token(m).after_break || !matches!(self.folded(m), "um" | "ohne" | "anstatt"))
                && self.one_clause(i, k)
                && !(i + 1..k).any(|m| self.is_finite(m))
                && !tells_ease(self.folded(k - 1));
            holds.then_some(verb)
        })
    }

    /// No other clause begins between the two words. Commas may enumerate ("Rampen, Lifte und Höranlagen"); a comma
    /// without a final "und" begins an infinitive clause that hangs on a noun ("Vorbehalte, … einzustellen").
    fn one_clause(&self, from: usize, to: usize) -> bool {
        let Some(comma) = (from + 1..to).rev().find(|&m| self.token(m).after_break) else { return true };
        let enumerates = (comma..to).any(|m| matches!(self.folded(m), "und" | "oder" | "sowie"));
        enumerates && matches!(self.folded(from), "ist" | "sind")
    }

    /// A year of the last century: "Der Bau wurde 1998 erweitert" is history and no report.
    fn tells_history(&self) -> bool {
        self.range.clone().any(|i| {
            let word = self.folded(i);
            word.len() == 4 && (word.starts_with("19") || word.starts_with("18")) && word.bytes().all(|b| b.is_ascii_digit())
        })
    }

    /// "Das Amt baute …": a municipal actor and an action in the past tense.
    fn past_action(&self) -> Option<usize> {
        let cues = &self.language.cues;
        let verb = self.at(cues.act).map(|o| o.first).find(|&i| {
            let word = self.folded(i);
            let plural = word.ends_with("ten") && !is_participle(word) && !self.ends_clause(i);
            (word.ends_with("te") || plural) && !self.has_modal_before(i) && !self.capital(i) && !self.capital(i + 1) && !self.in_subordinate(i)
        });
        verb.filter(|_| self.at(cues.actor).any(|o| self.is_subject(o)))
    }

    /// Looks like a verb in the present tense, third person or plural.
    fn is_deed_form(&self, i: usize) -> bool {
        let word = self.folded(i);
        self.token(i).kind == TokenKind::Word
            && !self.capital(i)
            && !self.quoted(i)
            && word.len() >= 4
            && word.ends_with('t')
            && !is_participle_only(word)
            && !is_adverb_in_t(word)
    }

    /// The verb at `i` is what the actor does: it stands right behind its subject, or right before it.
    fn is_deed_of(&self, i: usize, actor: crate::pattern::Occurrence) -> bool {
        let cues = &self.language.cues;
        let word = self.folded(i);
        let we = matches!(self.folded(actor.first), "wir" | "we");
        let plural = we && word.len() >= 5 && (word.ends_with("en") || word.ends_with("ern") || word.ends_with("eln")) && !is_function_word(word);
        let behind = i > actor.last && i - actor.last <= if we { 1 } else { 4 } && !(actor.last + 1..=i).any(|k| self.token(k).after_break);
        let before = i < actor.first && actor.first - i <= if we { 1 } else { 3 } && !(i + 1..=actor.first).any(|k| self.token(k).after_break);
        (self.is_deed_form(i) && !we || plural && !self.capital(i) && !self.quoted(i))
            && (behind || before)
            && !(i + 1..self.range.end.min(i + 5)).any(|k| matches!(self.folded(k), "nur" | "lediglich"))
            && !is_modal(word)
            && !is_auxiliary(word)
            && !is_copula(word)
            && (!is_light(word) || self.particle_follows(i))
            && !self.at(cues.stative).any(|o| o.first == i)
            && !self.describes(i)
            && !self.word_has(i, cues.existing)
            && !self.word_has(i, cues.soft)
            && !self.word_has(i, cues.service)
            && !self.word_has(i, cues.demand)
            && !self.word_has(i, cues.intent)
            && !self.in_subordinate(i)
            && !self.preceded_by_zu(i)
            && !self.has_modal_before(i)
    }

    /// "stellt … dar", "setzt sich … auseinander": the verb at `i` describes, whatever date stands beside it.
    ///
    /// The particle of another verb between the two words shows that they do not belong together ("stellt Rampen auf und … dar").
    fn describes(&self, i: usize) -> bool {
        let apart = |o: crate::pattern::Occurrence| (i + 1..o.last).any(|k| crate::pattern::is_particle(self.folded(k)) && self.ends_clause(k));
        self.at(self.language.cues.describing).any(|o| o.first == i && !apart(o))
    }

    /// "Die Stadt richtet … ein": a municipal actor and an action in the present tense; the place of the verb.
    fn present_action(&self, measure_zone: bool) -> Option<usize> {
        let cues = &self.language.cues;
        // With a date ahead any verb in the present tense is an undertaking: "weist bis 2026 … aus".
        if self.has(cues.due) && !self.has(cues.deficit) {
            let dated = (self.range.start + 1..self.range.end).find(|&i| {
                let word = self.folded(i);
                let shape = !self.capital(i)
                    && !self.quoted(i)
                    && word.len() >= 4
                    && (word.ends_with('t') && !is_adverb_in_t(word)
                        || word.ends_with("en") && (self.acts(i) || self.capital(i - 1)) && !is_function_word(word));
                shape
                    && self.token(i).kind == TokenKind::Word
                    && !is_participle_only(word)
                    && !self.token(i).after_break
                    && !self.ends_clause(i)
                    && !self.word_has(i, cues.existing)
                    && !self.describes(i)
                    && (!is_being(word) || self.particle_follows(i))
                    && !self.word_has(i, cues.state)
                    && !is_modal(word)
                    && !is_auxiliary(word)
                    && !is_copula(word)
                    && !self.in_subordinate(i)
                    && !self.preceded_by_zu(i)
                    && !self.has_modal_before(i)
            });
            if dated.is_some() {
                return dated;
            }
        }
        // "Die Halle erhält einen Lift": a thing gets something; what persons get is a benefit that exists.
        let given =
            self.range.clone().find(|&i| matches!(self.folded(i), "erhält" | "bekommt") && !self.in_subordinate(i) && !self.has_modal_before(i));
        let anew = self.has(cues.due) || self.range.clone().any(|i| matches!(self.folded(i), "jetzt" | "nun" | "nunmehr"));
        if given.is_some_and(|i| i > self.range.start && (anew || !self.at(cues.person).any(|o| o.first < i + 3))) {
            return given;
        }
        // "Auf dem Platz entsteht …"
        let arises = |i: &usize| matches!(self.folded(*i), "entsteht" | "entstehen") && !self.in_subordinate(*i) && !self.has_modal_before(*i);
        if let Some(verb) = self.range.clone().find(arises) {
            return Some(verb);
        }
        let other = |o: &crate::pattern::Occurrence| self.at(cues.third_party).any(|t| t.first == o.first);
        let actors = self.at(cues.actor).filter(|o| !o.modifier && !other(o) && self.is_subject(*o) && !self.in_subordinate(o.first));
        actors.into_iter().find_map(|actor| self.deed_of(actor, measure_zone))
    }

    /// The verb of what this actor does in the present tense.
    fn deed_of(&self, actor: crate::pattern::Occurrence, measure_zone: bool) -> Option<usize> {
        let cues = &self.language.cues;
        let known = self.at(cues.act).find(|o| {
            let i = o.first;
            let word = self.folded(i);
            let finite = !self.capital(i)
                && !is_participle_only(word)
                && (word.ends_with('t') || word.ends_with("en") || word.ends_with("ern") || word.ends_with("eln"));
            if !finite || self.in_subordinate(i) || self.describes(i) {
                return false;
            }
            // Second place of the clause: only one block stands before the verb; the subject follows or precedes.
            // A service that is there is described, unless "we" speak or a date is set.
            let plural = !word.ends_with('t');
            let we = matches!(self.folded(actor.first), "wir" | "we");
            // "stellt … um und beschafft …": a second verb has the same subject.
            let joined = i > actor.last && i <= actor.last + 25 && matches!(self.folded(i - 1), "und" | "sowie");
            let near = i <= actor.last + 8 && actor.first <= i + 6 || joined;
            let infinitive = plural && self.ends_clause(i) && o.first == o.last && !we;
            let itself = we || self.at(cues.municipality).any(|m| m.first == actor.first && !m.modifier);
            let service = self.at(cues.service).any(|s| s.first == i) && !itself && !measure_zone;
            near && !infinitive && !service && !self.preceded_by_zu(i) && !self.has_modal_before(i)
        });
        // Whatever else a municipality does, it undertakes; what it is, has or thinks is no deed.
        known.map(|o| o.first).or_else(|| self.range.clone().find(|&i| self.is_deed_of(i, actor)))
    }

    /// May be the subject: no preposition before it and no genitive behind a noun ("im Kreis", "das Amt der Stadt").
    fn is_subject(&self, o: crate::pattern::Occurrence) -> bool {
        if o.first == self.range.start || self.token(o.first).after_break {
            return true;
        }
        let before = self.folded(o.first - 1);
        if is_preposition(before) {
            return false;
        }
        if o.first >= self.range.start + 2
            && matches!(before, "der" | "des" | "dem" | "den" | "einer" | "einem" | "einen" | "ihrer" | "unserer" | "dieser")
        {
            let two = self.folded(o.first - 2);
            let genitive = self.capital(o.first - 2) && matches!(before, "der" | "des" | "einer" | "ihrer" | "unserer" | "dieser");
            return !is_preposition(two) && !genitive;
        }
        // "für eine Kreisstadt", "in die Gemeinde"
        let article = matches!(before, "die" | "das" | "eine" | "ein" | "ihre" | "seine" | "unsere" | "jede" | "jedes" | "alle");
        !(article && o.first >= self.range.start + 2 && is_preposition(self.folded(o.first - 2)))
    }

    fn preceded_by_zu(&self, i: usize) -> bool {
        i > self.range.start && self.folded(i - 1) == "zu"
    }

    fn has_modal_before(&self, i: usize) -> bool {
        let governs = |k: usize| is_modal(self.folded(k)) || is_auxiliary(self.folded(k));
        (self.range.start..i).any(|k| governs(k) && !self.in_subordinate(k))
            || (i + 1..self.range.end.min(i + 12)).take_while(|&k| !self.token(k).after_break).any(governs)
    }

    /// The clause of the verb ends with a separated particle: "liegt … bei".
    fn particle_follows(&self, i: usize) -> bool {
        (i + 1..self.range.end)
            .take_while(|&k| !self.token(k).after_break)
            .any(|k| crate::pattern::is_particle(self.folded(k)) && self.ends_clause(k) && k > i + 1)
    }

    /// The soft word is what the municipality does ("prüft", "strebt an", "setzt sich ein").
    fn soft_action(&self) -> bool {
        self.at(self.language.cues.soft).any(|o| {
            let word = self.folded(o.first);
            let denied = matches!(word, "könnte" | "könnten") && self.denials().any(|n| n > o.first);
            !is_adverbial_soft(word) && !denied && (!self.in_subordinate(o.first) || o.first == self.range.start)
        })
    }

    fn fragment_commitment(&self, setting: Setting, grade: &mut Grade) -> Commitment {
        let cues = &self.language.cues;
        let start = self.range.start;
        // The first noun of the phrase decides, at most four words in.
        let head = (start..self.range.end.min(start + 5))
            .find(|&i| self.token(i).kind == TokenKind::Word && (self.capital(i) && (i > start || !self.looks_adjective(i))));
        // "Stadtbücherei: Ankauf von …": what stands behind a short title decides as well.
        let behind = (start + 1..self.range.end.min(start + 6)).find(|&i| self.token(i).after_break);
        let second = behind.and_then(|b| (b..self.range.end.min(b + 3)).find(|&i| self.token(i).kind == TokenKind::Word && self.capital(i)));
        let mut acts = false;
        let mut aims = false;
        let second = second.filter(|&h| self.word_has(h, cues.action_noun) && !self.folded(h).starts_with("maßnahme"));
        for head in head.into_iter().chain(second) {
            let word = self.folded(head);
            let verbal = (word.ends_with("ung") || word.ends_with("ungen")) && word.len() > 6 && !self.word_has(head, cues.no_action_noun);
            let named = self.word_has(head, cues.action_noun) || self.at(cues.action_noun).any(|o| o.first == head || o.first == start);
            let denied = self.word_has(head, cues.no_action_noun) && !self.word_has(head, cues.action_noun);
            acts |= (verbal || named) && !denied;
        }
        // "Kantine, Wäscherei: nach Möglichkeit Beauftragung von …"
        if grade.soft && self.at(cues.action_noun).next().is_some() {
            grade.action_noun = true;
            return Commitment::Intended;
        }
        // "Haltestellen barrierefrei umbauen": the infinitive at the end of a bullet point.
        let last = self.range.end - 1;
        let infinitive_end = (self.is_infinitive(last) && self.acts(last))
            || (start + 1..self.range.end).any(|i| {
                let joined_zu = PARTICLE_ZU.iter().any(|p| self.folded(i).starts_with(p));
                self.is_infinitive(i)
                    && (self.word_has(i, cues.action_noun) || self.acts(i))
                    && self.ends_clause(i)
                    && !self.preceded_by_zu(i)
                    && !joined_zu
            });
        if infinitive_end {
            acts = true;
        }
        if head.is_some_and(|h| matches!(self.folded(h), "prüfung" | "überprüfung" | "klärung" | "prüfauftrag")) {
            grade.soft = true;
            grade.action_noun = true;
            return Commitment::Intended;
        }
        grade.action_noun = acts;
        if setting.phrases_aim {
            aims = acts;
            acts = false;
        }
        if acts || (setting.phrases_act && !grade.deficit) {
            Commitment::Committed
        } else if aims {
            Commitment::Intended
        } else {
            Commitment::None
        }
    }

    /// The first word of a phrase, capital because it begins it, may be an adjective ("Schrittweiser Ausbau").
    fn looks_adjective(&self, i: usize) -> bool {
        let word = self.folded(i);
        let inflected = ["er", "e", "es", "en"].iter().any(|e| word.ends_with(e));
        let next = i + 1;
        inflected && next < self.range.end && self.capital(next) && !self.token(next).after_break && !word.ends_with("ungen")
    }

    fn grade_english(&self, setting: Setting) -> Grade {
        let cues = &self.language.cues;
        let mut grade = self.common();
        let mut committed = self.has(cues.firm);
        let mut done = false;
        let mut intended = self.has(cues.intent) || self.has(cues.goal);
        let start = self.range.start;
        for i in self.range.clone() {
            match self.folded(i) {
                "will" | "shall" => committed = true,
                "was" | "were" | "been" | "has" | "have" => {
                    done |= (i + 1..self.range.end.min(i + 4))
                        .any(|k| self.acts(k) || self.word_has(k, cues.done) && !matches!(self.folded(k), "was" | "were" | "has" | "have"));
                }
                _ => {}
            }
        }
        // An imperative: "Install tactile indicators at …".
        let imperative = self.at(cues.act).any(|o| o.first == start) && !self.folded(start).ends_with("ed");
        let phrase = self.at(cues.action_noun).any(|o| o.first <= start + 2);
        grade.fragment = !committed && !done && !self.range.clone().any(|i| matches!(self.folded(i), "is" | "are" | "has" | "have" | "was" | "were"));
        grade.action_noun = imperative || phrase;
        if grade.fragment && (imperative || phrase || setting.phrases_act) {
            if setting.phrases_aim {
                intended = true;
            } else {
                committed = true;
            }
        }
        if !committed && !setting.present_state && !self.has(cues.existing) {
            let actor = self.at(cues.actor).any(|o| o.first <= start + 2);
            let acts = self.at(cues.act).any(|o| o.first > start && o.first <= start + 4 && self.folded(o.first).ends_with('s'));
            committed |= actor && acts;
        }
        let mut commitment = if committed {
            Commitment::Committed
        } else if done {
            Commitment::Done
        } else if intended {
            Commitment::Intended
        } else {
            Commitment::None
        };
        let softened = (grade.soft || grade.reservation) && commitment == Commitment::Committed;
        let soft_phrase = grade.soft && commitment == Commitment::None && self.at(cues.soft).any(|o| o.first <= start + 4) && grade.fragment;
        if softened || soft_phrase {
            commitment = Commitment::Intended;
        }
        self.close(grade, commitment, setting)
    }
}

enum Promise {
    Firm,
    Modal,
}

const PARTICLE_ZU: [&str; 30] = [
    "abzu",
    "anzu",
    "aufzu",
    "auszu",
    "beizu",
    "bereitzu",
    "darzu",
    "durchzu",
    "einzu",
    "festzu",
    "fortzu",
    "freizu",
    "heranzu",
    "herzu",
    "hinzu",
    "mitzu",
    "nachzu",
    "niederzu",
    "offenzu",
    "sicherzu",
    "stattzu",
    "teilzu",
    "umzu",
    "unterzu",
    "vorzu",
    "weiterzu",
    "wiederzu",
    "zurückzu",
    "zusammenzu",
    "zuzu",
];

fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "im" | "in"
            | "zum"
            | "zur"
            | "vom"
            | "von"
            | "bei"
            | "beim"
            | "mit"
            | "nach"
            | "aus"
            | "für"
            | "an"
            | "am"
            | "auf"
            | "durch"
            | "über"
            | "unter"
            | "vor"
            | "zwischen"
            | "gegen"
            | "ohne"
            | "um"
            | "wegen"
            | "seit"
            | "ab"
            | "bis"
            | "ins"
            | "ans"
            | "innerhalb"
            | "außerhalb"
            | "gegenüber"
            | "seitens"
            | "neben"
    )
}

/// Modals that open a possibility and bind nobody.
fn is_possibility(word: &str) -> bool {
    matches!(word, "kann" | "können" | "darf" | "dürfen" | "konnte" | "konnten" | "mag")
}

/// Past tenses that no ending shows.
fn is_strong_past(word: &str) -> bool {
    matches!(
        word,
        "lag"
            | "lagen"
            | "stieg"
            | "stiegen"
            | "sank"
            | "sanken"
            | "betrug"
            | "betrugen"
            | "bat"
            | "baten"
            | "hielt"
            | "hielten"
            | "ließ"
            | "ließen"
            | "sprach"
            | "sprachen"
            | "wies"
            | "wiesen"
            | "blieb"
            | "blieben"
            | "schrieb"
            | "gelang"
            | "entschied"
            | "beschloss"
            | "trug"
            | "trugen"
            | "lief"
            | "liefen"
            | "zog"
            | "zogen"
            | "traf"
            | "trafen"
            | "ging"
            | "gingen"
            | "fand"
            | "fanden"
            | "kam"
            | "kamen"
            | "gab"
            | "gaben"
            | "begann"
            | "begannen"
            | "stand"
            | "standen"
    )
}

/// "umgebaute", "angepasste": an adjective of a participle and no past tense.
fn is_participle_stem(word: &str) -> bool {
    word.strip_suffix('e').is_some_and(is_participle)
}

fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "wird" | "werden" | "werde" | "wurde" | "wurden" | "hat" | "haben" | "hatte" | "hatten" | "habe" | "hätte" | "hätten" | "würde" | "würden"
    )
}

/// Verbs that tell how something is, whatever date stands beside them.
fn is_being(word: &str) -> bool {
    matches!(
        word,
        "gehört"
            | "zählt"
            | "liegt"
            | "lebt"
            | "leben"
            | "wohnt"
            | "wohnen"
            | "beträgt"
            | "umfasst"
            | "heißt"
            | "kennt"
            | "bedeutet"
            | "entspricht"
            | "wächst"
            | "sinkt"
            | "steigt"
            | "betrifft"
            | "besteht"
            | "gelten"
            | "gilt"
    )
}

/// Verbs that mean an action only together with a particle or a noun ("führt … ein"); the word list has those.
fn is_light(word: &str) -> bool {
    matches!(
        word,
        "führt"
            | "führen"
            | "macht"
            | "machen"
            | "fährt"
            | "fahren"
            | "geht"
            | "gehen"
            | "hilft"
            | "helfen"
            | "gibt"
            | "geben"
            | "nimmt"
            | "nehmen"
            | "stellt"
            | "stellen"
            | "setzt"
            | "setzen"
            | "lässt"
            | "lassen"
            | "tut"
            | "übertrifft"
            | "überschreitet"
            | "unterschreitet"
    )
}

/// Endings that are no words by themselves: "fung", "tung", "keit", "heits", "lichen".
fn is_torn_ending(word: &str) -> bool {
    const ENDINGS: [&str; 16] = [
        "ung", "ungen", "ungs", "heit", "heits", "heiten", "keit", "keits", "keiten", "schafts", "tion", "tions", "tionen", "liche", "lichen",
        "licher",
    ];
    let consonants = |rest: &str| rest.chars().all(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'ä' | 'ö' | 'ü' | 'y'));
    !matches!(word, "jung" | "jungen" | "schwung" | "sprung") && ENDINGS.iter().any(|e| word.strip_suffix(e).is_some_and(consonants))
}

/// Conjunctions that never stand in a bullet point without a verb before them.
fn is_clause_word(word: &str) -> bool {
    matches!(word, "dass" | "weil" | "sodass" | "obwohl" | "nachdem" | "obgleich")
}

fn is_copula(word: &str) -> bool {
    matches!(word, "ist" | "sind" | "war" | "waren" | "sei" | "seien" | "bin" | "wäre" | "wären")
}

/// "ist schwer einzuhalten" tells how hard something is; "ist sofort einzuhalten" is a duty.
fn tells_ease(word: &str) -> bool {
    matches!(word, "schwer" | "schwerer" | "schwierig" | "kaum" | "schlecht" | "mühsam" | "leicht" | "problemlos")
}

fn is_modal(word: &str) -> bool {
    matches!(
        word,
        "soll"
            | "sollen"
            | "solle"
            | "wolle"
            | "sollte"
            | "sollten"
            | "will"
            | "wollen"
            | "kann"
            | "können"
            | "könnte"
            | "könnten"
            | "muss"
            | "müssen"
            | "müsste"
            | "müssten"
            | "darf"
            | "dürfen"
            | "möchte"
            | "möchten"
            | "mag"
            | "konnte"
            | "konnten"
            | "musste"
            | "mussten"
            | "wollten"
    )
}

fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "einen"
            | "einem"
            | "seinen"
            | "ihren"
            | "unseren"
            | "deren"
            | "denen"
            | "allen"
            | "vielen"
            | "wegen"
            | "neben"
            | "zwischen"
            | "gegen"
            | "innen"
            | "außen"
            | "oben"
            | "unten"
            | "eigenen"
            | "anderen"
            | "sowie"
            | "keinen"
            | "diesen"
            | "jeden"
            | "beiden"
            | "weiteren"
            | "ersten"
            | "zweiten"
            | "neuen"
            | "werden"
            | "worden"
            | "haben"
            | "sollen"
            | "können"
            | "müssen"
            | "dürfen"
            | "hinten"
            | "selten"
            | "zusammen"
            | "insbesondere"
            | "mindestens"
            | "spätestens"
            | "ihnen"
            | "welchen"
            | "solchen"
            | "manchen"
            | "einigen"
            | "mehreren"
            | "öffentlichen"
            | "städtischen"
            | "kommunalen"
            | "barrierefreien"
            | "inklusiven"
    )
}

/// A participle as it stands behind an auxiliary: gebaut, eingerichtet, entwickelt, finanziert, geschaffen.
fn is_participle(word: &str) -> bool {
    if word.len() < 5 || is_function_word(word) || is_modal(word) || is_auxiliary(word) {
        return false;
    }
    let ends = word.ends_with('t') || word.ends_with("en");
    if !ends {
        return false;
    }
    if word.ends_with("iert") {
        return true;
    }
    if word.starts_with("ge") && word.len() > 5 {
        return !matches!(word, "gegen" | "gering" | "gesamt" | "gerecht" | "gemeint" | "genannten" | "gesamten");
    }
    if ["be", "ver", "er", "ent", "zer", "miss", "über", "unter", "wider"].iter().any(|p| word.starts_with(p) && word.len() >= p.len() + 4) {
        return !matches!(
            word,
            "bereit"
                | "besten"
                | "bereits"
                | "ersten"
                | "betreffen"
                | "übernächsten"
                | "bestimmten"
                | "erwachsen"
                | "verschieden"
                | "verschiedenen"
                | "bestehen"
                | "unterschiedlichen"
        );
    }
    // A separated particle with "ge" behind it: eingerichtet, umgebaut, bereitgestellt.
    [
        "ab", "an", "auf", "aus", "bei", "bereit", "dar", "durch", "ein", "fest", "fort", "frei", "her", "heraus", "hervor", "hin", "hinzu", "los",
        "mit", "nach", "nieder", "offen", "sicher", "statt", "teil", "um", "vor", "voran", "weg", "weiter", "wieder", "zu", "zurück", "zusammen",
        "fertig", "hoch", "ausein", "barriere", "still", "gleich", "klar", "wahr",
    ]
    .iter()
    .any(|p| word.strip_prefix(p).is_some_and(|r| r.starts_with("ge") && r.len() >= 5))
}

/// A participle that cannot be a finite verb of the present tense.
fn is_participle_only(word: &str) -> bool {
    is_participle(word)
        && (word.starts_with("ge") && !matches!(word, "gestaltet" | "gewährt" | "gewinnt" | "genehmigt" | "gestalten" | "gewähren" | "gewinnen")
            || word.contains("ge")
                && !word.starts_with("ge")
                && is_participle(word)
                && !["be", "ver", "er", "ent"].iter().any(|p| word.starts_with(p)))
}

/// Words in -t that are no verbs.
fn is_adverb_in_t(word: &str) -> bool {
    matches!(
        word,
        "nicht"
            | "acht"
            | "jetzt"
            | "selbst"
            | "bereit"
            | "sofort"
            | "direkt"
            | "konkret"
            | "fest"
            | "meist"
            | "zuletzt"
            | "zumeist"
            | "oft"
            | "statt"
            | "seit"
            | "samt"
            | "laut"
            | "echt"
            | "leicht"
            | "gut"
            | "recht"
            | "dort"
            | "damit"
            | "somit"
            | "hiermit"
            | "mit"
            | "erst"
            | "weit"
            | "breit"
            | "insgesamt"
            | "gesamt"
            | "gerecht"
            | "bekannt"
            | "sanft"
            | "rund"
            | "überhaupt"
            | "nebst"
            | "längst"
            | "höchst"
            | "möglichst"
            | "fast"
            | "zunächst"
            | "demnächst"
            | "überdacht"
            | "stadtweit"
            | "kreisweit"
            | "bundesweit"
            | "landesweit"
            | "zeitnah"
            | "kompetent"
            | "transparent"
            | "konsequent"
            | "dezent"
            | "akut"
            | "rollstuhlgerecht"
            | "behindertengerecht"
            | "altersgerecht"
            | "bedarfsgerecht"
            | "sachgerecht"
            | "fachgerecht"
            | "geeignet"
            | "unterstützt"
    ) || word.ends_with("gerecht")
        || word.ends_with("weit")
}

/// Soft words that colour an action but are none ("möglichst", "bei Bedarf").
fn is_adverbial_soft(word: &str) -> bool {
    matches!(
        word,
        "möglichst"
            | "bei"
            | "nach"
            | "wenn"
            | "soweit"
            | "sofern"
            | "im"
            | "unter"
            | "gegebenenfalls"
            | "ggf"
            | "eventuell"
            | "allenfalls"
            | "voraussichtlich"
            | "perspektivisch"
            | "sinnvoll"
            | "idee"
            | "ideen"
            | "where"
            | "if"
            | "as"
            | "possible"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grade_with(lang: Lang, text: &str, setting: Setting) -> Commitment {
        let language = language(lang);
        let mut vocabulary = Vocabulary::default();
        let tokens = language.tokenise(text, &mut vocabulary, &[]);
        let hits = language.cues(&tokens, &vocabulary, &mut Memo::default());
        (0..tokens.sentences.len()).map(|s| language.grade(&tokens, &hits, &vocabulary, s, setting).commitment).max().unwrap_or_default()
    }

    fn all(expected: Commitment, sentences: &[&str]) {
        for sentence in sentences {
            assert_eq!(grade_with(Lang::De, sentence, Setting::default()), expected, "{sentence}");
        }
    }

    #[test]
    fn the_words_compiled_by_the_build_are_those_that_the_program_compiles() {
        for (lang, built) in [(Lang::De, compiled::GERMAN), (Lang::En, compiled::ENGLISH)] {
            assert_eq!(built, postcard::to_allocvec(&Language::compile(lang)).unwrap());
        }
    }

    #[test]
    fn firm_sentences() {
        all(
            Commitment::Committed,
            &[
                "Die Haltestelle am Markt wird bis Ende 2027 barrierefrei umgebaut.",
                "Wir werden im Rathaus eine Höranlage einbauen.",
                "Das Tiefbauamt senkt an zwölf Kreuzungen die Bordsteine ab.",
                "Die Stadt richtet eine Wohnberatungsstelle ein.",
                "Ausbau der Wohnberatung im Stadtteil Au",
                "Schrittweiser Umbau der Sporthallen",
                "Die Verwaltung wird beauftragt, einen Bericht vorzulegen.",
                "An allen Eingängen sind Rampen anzubringen.",
                "Ein Leitfaden ist geplant.",
                "Es werden Rampen, Handläufe und Höranlagen eingebaut.",
                "Noch nicht barrierefreie Haltestellen werden bis 2027 umgebaut.",
                "Spielplätze inklusiv umgestalten",
            ],
        );
    }

    #[test]
    fn soft_sentences() {
        all(
            Commitment::Intended,
            &[
                "Die Haltestellen sollen barrierefrei umgebaut werden.",
                "Die Verwaltung prüft, ob eine Rampe gebaut werden kann.",
                "Prüfung eines zweiten Aufzugs",
                "Die Stadt strebt an, mehr Wohnungen zu schaffen.",
                "Der Landkreis setzt sich für barrierefreie Praxen ein.",
                "Vorbehaltlich der Haushaltsmittel wird die Halle umgebaut.",
                "Die Halle wird nach Möglichkeit umgebaut.",
                "Wir wollen das Museum umbauen.",
                "Ziel ist es, alle Schulen umzubauen.",
                "Es ist Ziel, in den nächsten Jahren genug Praxen zugänglich zu machen.",
                "Perspektivisch werden alle Aufzüge erneuert.",
            ],
        );
    }

    #[test]
    fn context_sentences() {
        all(
            Commitment::None,
            &[
                "In der Stadt leben 3.400 Menschen mit Schwerbehinderung.",
                "Viele Haltestellen sind nicht barrierefrei.",
                "Die Formulare der Stadt sind nicht in Leichter Sprache verfasst.",
                "Die neuen Bahnsteige wurden nicht mit einem Leitsystem ausgestattet.",
                "Die Förderung der Beratungsstelle läuft Ende 2027 aus.",
                "Es gibt zwei barrierefreie Bushaltestellen.",
                "Der Verband fordert mehr barrierefreie Wohnungen.",
                "Artikel 9 verpflichtet die Vertragsstaaten, Barrieren zu beseitigen.",
                "Alle Kinder lernen gemeinsam.",
                "Es werden keine weiteren Haltestellen umgebaut.",
                "Ein Umbau ist nicht vorgesehen.",
                "Barrierefreie Wohnungen fehlen.",
                "Die Angebote werden gut angenommen.",
                "Die Vorgaben sind für behinderte Studierende oft schwer einzuhalten.",
                "Nach § 11 des Nahverkehrsgesetzes hat der Nahverkehrsplan Aussagen zu einer möglichst weitreichenden Barrierefreiheit zu enthalten.",
            ],
        );
    }

    #[test]
    fn things_done() {
        all(
            Commitment::Done,
            &[
                "Die Beratung wurde nicht nur im Rathaus, sondern auch in den Ortsteilen eingerichtet.",
                "Im Jahr 2024 wurden zwölf Haltestellen umgebaut.",
                "Die Stadt hat eine Behindertenbeauftragte eingestellt.",
                "Der Aufzug ist eingebaut.",
            ],
        );
    }

    #[test]
    fn deeds_in_the_present_tense() {
        all(
            Commitment::Committed,
            &[
                "Die Bezirkshauptmannschaft Mitterau versendet die Bescheide auch in Leichter Sprache.",
                "Ab Mai hält der Rufbus auch vor dem Ärztehaus.",
                "Damit niemand allein bleibt, eröffnet die Gemeinde einen Treffpunkt ohne Stufen.",
                "Für das Dorffest leihen wir uns eine Rampe aus.",
                "Das Sozialamt stellt die Briefe auf Leichte Sprache um und beschafft eine Höranlage.",
                "Zum Schuljahr 2027/28 gehen zwei Räume mit Akustikdecken in Betrieb.",
                "Der Bürgermeister teilt mit, dass die Rampe im Herbst gebaut wird.",
                "Stadtbücherei: Ankauf von Hörbüchern, taktile Beschriftung der Regale",
                "Aufbau einer Wohnungsbörse, über die angepasste Wohnungen vermittelt werden",
            ],
        );
        all(
            Commitment::None,
            &[
                "Die Stadt wächst und altert.",
                "Der Landkreis führt ein Verzeichnis der Wohnheime.",
                "Das Gesundheitsamt liegt im zweiten Stock.",
                "Die Caritas betreibt einen Fahrdienst.",
                "Firmen trauen sich oft nicht, Menschen mit Behinderung einzustellen.",
                "Angehörige, die jemanden begleiten, schlafen dort auf einem Stuhl.",
                "Die Fahrten werden von den Krankenkassen bezahlt.",
                "Es wird berichtet, dass die Höranlage nicht funktioniert.",
            ],
        );
    }

    #[test]
    fn to_describe_something_is_no_deed() {
        all(
            Commitment::None,
            &[
                "Die Stadt stellt in ihrem Konzept die Barrieren im Ortskern dar.",
                "Der Verkehrsplan stellt im Jahr 2026 die Haltestellen dar.",
                "Hohe Bordsteine stellen künftig eine Gefahr dar.",
                "Die Stadt stellt dar, wie viele Wege Stufen haben.",
                "Die Stadt legt die Ergebnisse dar und zeigt die Lücken im Angebot auf.",
                "Die Gemeinde setzt sich mit der Barrierefreiheit ihrer Häuser auseinander.",
                "Ab 2026 setzt sich der Ausschuss mit dem Thema Mobilität auseinander.",
                "Der Landkreis legt die Lage der Familien ausführlich dar.",
                "Der Bericht zeigt im Jahr 2026 die Lücken im Angebot auf.",
                "Die Verwaltung geht auf die Lage der Familien ein.",
                "Die Verwaltung gibt die Ergebnisse der Befragung wieder.",
                "Die Zahlen machen künftig den Bedarf deutlich.",
                "Der Landkreis befasst sich ab 2026 mit dem Fahrdienst.",
                "Die Stadt beschäftigt sich im Jahr 2026 mit dem Fahrdienst.",
                "Die Stadt beschreibt die Lage an den Schulen.",
                "Die Gemeinde schätzt die Zahl der Rampen als gering ein.",
                "Die Barrieren werden im Konzept dargelegt und aufgezeigt.",
                "Die Stadt hat sich mit den Barrieren auseinandergesetzt.",
            ],
        );
        // The same verbs with another particle, and a deed beside the description.
        all(
            Commitment::Committed,
            &[
                "Die Stadt stellt im Bürgerhaus eine Höranlage bereit.",
                "Der Landkreis stellt eine Beauftragte ein.",
                "Die Gemeinde stellt eine Rampe auf und stellt im Bericht die Kosten dar.",
                "Die Stadt legt ein Förderprogramm auf.",
                "Die Verwaltung legt die Zuständigkeiten fest.",
                "Die Stadt setzt das Konzept um.",
                "Das Amt setzt ab 2026 zwei Lotsinnen ein, die auf die Sorgen der Familien eingehen.",
                "Die Stadt gibt ein Heft in Leichter Sprache heraus.",
                "Die Stadt macht das Rathaus barrierefrei.",
                "Die Stadt weist in der Altstadt acht Stellplätze aus und weist auf der Internetseite darauf hin.",
                "Das Amt führt bis 2027 eine Meldestelle ein.",
                "Die Stadt stellt die Barrieren dar und richtet eine Beratungsstelle ein.",
                "Die Gemeinde geht mit dem Verein eine Partnerschaft ein und baut den Weg um.",
            ],
        );
    }

    #[test]
    fn money_that_is_still_to_be_granted_is_a_reservation() {
        all(
            Commitment::Intended,
            &[
                "Die Bereitstellung von Mitteln für eine Höranlage ist zu beschließen.",
                "Die Haushaltsmittel für den Umbau sind vom Rat noch zu beschließen.",
                "Die Halle wird umgebaut, der Beschluss über die Mittel steht noch aus.",
            ],
        );
        all(Commitment::Committed, &["Die Stadt beschließt den Umbau der Halle und stellt die Mittel bereit."]);
    }

    #[test]
    fn each_clause_is_judged_by_itself() {
        all(
            Commitment::Committed,
            &[
                "Je Tour wird eine Begleitperson eingesetzt, außerdem darf die Fahrt nicht länger als 45 Minuten dauern.",
                "Das Wahlamt stellt die Texte in Leichter Sprache bereit und überprüft, ob alle Räume zugänglich sind.",
                "Am Steig wird kein Lift eingebaut, sondern eine Rampe angelegt.",
            ],
        );
        all(Commitment::None, &["Am Steig wird kein Lift eingebaut.", "Der Umbau wird in diesem Jahr nicht begonnen."]);
        // What stands in quotation marks is a name or somebody's words.
        all(Commitment::Committed, &["Fortführung der Reihe „Ruhig bleiben am Schalter“ für neue Beschäftigte"]);
        all(Commitment::None, &["Eine Teilnehmerin sagte: „Wir bauen das Haus um.“"]);
    }

    #[test]
    fn hedges_and_goals() {
        all(
            Commitment::Intended,
            &[
                "Ziel B 2: Kein Kind muss einen Umweg fahren.",
                "Ein erster Schritt könnte eine Begehung sein.",
                "Der Gemeinderat lässt abklären, ob ein Lift möglich ist.",
                "Die Zusammenarbeit mit den Selbsthilfegruppen ist weiter zu stärken.",
                "Sobald das Land Mittel bewilligt, wird die Halle umgebaut.",
                "Das Jugendamt wird gebeten, einen Pool auszuloten.",
                "Es bestehen Probleme, die beseitigt werden sollen.",
                "Der Rufbus muss auch für Elektrorollstühle geeignet sein.",
            ],
        );
        all(
            Commitment::None,
            &[
                "Paare im Rollstuhl müssen in ein anderes Haus ausweichen.",
                "Wird der Strom abgeschaltet, stehen viele ohne Hilfe da.",
                "Die Zahl der Anträge hat sich verdoppelt.",
                "In 1.904 Fällen wurde Wohngeld bewilligt.",
                "Der Bau wurde 1954 errichtet.",
            ],
        );
    }

    #[test]
    fn what_was_reached_is_done() {
        all(
            Commitment::Done,
            &[
                "Mit dem Träger ist ein Umzug vereinbart worden.",
                "2024 erwarb die Gemeinde zwei Therapieräder.",
                "Der Vorsitzende berichtet, dass der Rat die Satzung verabschiedet hat.",
                "Das Formular enthält nun eine Vorlesehilfe.",
                "Zwei Referentinnen mit Behinderung führten Schulungen durch.",
            ],
        );
    }

    #[test]
    fn english_sentences() {
        for (sentence, expected) in [
            ("Council will install tactile indicators at ten stops.", Commitment::Committed),
            ("Install tactile indicators at ten stops", Commitment::Committed),
            ("Investigate options for a changing place", Commitment::Intended),
            ("Subject to funding, council will build a ramp.", Commitment::Intended),
            ("There are three accessible toilets in town.", Commitment::None),
            ("Ten stops were upgraded in 2024.", Commitment::Done),
        ] {
            assert_eq!(grade_with(Lang::En, sentence, Setting::default()), expected, "{sentence}");
        }
    }

    #[test]
    fn torn_syllables_are_joined() {
        let language = language(Lang::De);
        let words = |text: &str| -> Vec<String> {
            let mut vocabulary = Vocabulary::default();
            let tokens = language.tokenise(text, &mut vocabulary, &[]);
            assert_eq!(tokens.sentences.iter().map(|s| s.len()).sum::<usize>(), tokens.tokens.len());
            tokens.tokens.iter().map(|t| vocabulary.word(t.word).folded.clone()).collect()
        };
        assert_eq!(words("im öffent li chen Raum"), ["im", "öffentlichen", "raum"]);
        assert_eq!(words("die Qua li fi zie rung von Platz räu men"), ["die", "qualifizierung", "von", "platzräumen"]);
        assert_eq!(words("Die Stadt baut neue Wege, so gut es geht."), ["die", "stadt", "baut", "neue", "wege", "so", "gut", "es", "geht"]);
    }

    #[test]
    fn the_preposition_is_no_adjective() {
        let language = language(Lang::De);
        let count = |text: &str| {
            let mut vocabulary = Vocabulary::default();
            let tokens = language.tokenise(text, &mut vocabulary, &[]);
            tokens.tokens.iter().filter(|t| vocabulary.word(t.word).folded == "inklusive").count()
        };
        assert_eq!(count("Die Kosten betragen 500 Euro inklusive Mehrwertsteuer."), 0);
        assert_eq!(count("zwölf Plätze inklusive Betreuung"), 0);
        assert_eq!(count("eine inklusive Kita"), 1);
        assert_eq!(count("Inklusive Spielplätze schaffen"), 1);
    }

    #[test]
    fn every_word_list_compiles() {
        let _ = language(Lang::De);
        let _ = language(Lang::En);
        let _: std::collections::BTreeMap<String, serde_json::Value> = serde_yaml::from_str(include_str!("language/de/commitment.yaml")).unwrap();
    }
}
