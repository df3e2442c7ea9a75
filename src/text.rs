//! Words: cutting a text into tokens and sentences, and folding spelling variants away.
//!
//! Tokens keep their place in the text. Every different spelling is kept once in a
//! [`Vocabulary`], so that the expensive questions ("is this a form of *Haltestelle*?") are
//! asked once a word and not once an occurrence.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The language a text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Lang {
    #[default]
    De,
    En,
}

/// The number of a word in a [`Vocabulary`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(pub u32);

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    Word,
    Number,
    Symbol,
}

/// One word, number or symbol of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    pub kind: TokenKind,
    pub word: WordId,
    /// Bytes of the text.
    pub start: usize,
    pub end: usize,
    /// Number of the sentence within the text, from 0.
    pub sentence: u32,
    /// Punctuation stands between this token and the one before it.
    pub after_break: bool,
    /// Ends with the hyphen of an ellipsis: "Rad-" in "Rad- und Gehwege".
    pub open_end: bool,
    /// Begins with the hyphen of an ellipsis: "-planung" in "Bauleitung und -planung".
    pub open_start: bool,
    /// Stands between quotation marks: a name or somebody's words.
    pub quoted: bool,
}

/// One spelling, with what is known about it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Word {
    /// Lower case, composed, without hyphens, soft hyphens and gender marks.
    pub folded: String,
    /// Byte offsets in `folded` at which the author wrote a hyphen or a medio point before a new part.
    pub joints: Vec<usize>,
    /// Bit i is set where byte i of `folded` (of the first 64) begins a letter written as a capital.
    pub capitals: u64,
}

impl Word {
    /// The word begins with a capital letter.
    pub fn is_capital(&self) -> bool {
        self.capitals & 1 == 1
    }
}

/// All different spellings of a text, each once.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    ids: FxHashMap<Box<str>, WordId>,
    words: Vec<Word>,
}

impl Vocabulary {
    pub fn len(&self) -> usize {
        self.words.len()
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub fn word(&self, id: WordId) -> &Word {
        &self.words[id.0 as usize]
    }

    /// The number of this spelling; a new one if it was not seen before.
    pub fn intern(&mut self, raw: &str) -> WordId {
        if let Some(&id) = self.ids.get(raw) {
            return id;
        }
        let id = WordId(u32::try_from(self.words.len()).unwrap_or(u32::MAX));
        self.words.push(fold_word(raw));
        self.ids.insert(raw.into(), id);
        id
    }
}

/// A text cut into tokens; sentences are ranges of token numbers.
#[derive(Debug, Clone, Default)]
pub struct Tokens {
    pub tokens: Vec<Token>,
    pub sentences: Vec<Range<usize>>,
}

/// Lower-cases, composes umlauts and drops characters that only shape the line.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        push_folded(&mut out, c);
    }
    out
}

fn push_folded(out: &mut String, c: char) {
    match c {
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
        '\u{308}' => {
            // A combining diaeresis joins the vowel before it (decomposed umlauts).
            let composed = match out.chars().next_back() {
                Some('a') => 'ä',
                Some('o') => 'ö',
                Some('u') => 'ü',
                Some('e') => 'ë',
                Some('i') => 'ï',
                _ => return,
            };
            out.pop();
            out.push(composed);
        }
        '\u{300}'..='\u{36f}' => {}
        'ẞ' => out.push('ß'),
        'ﬁ' => out.push_str("fi"),
        'ﬂ' => out.push_str("fl"),
        'ﬀ' => out.push_str("ff"),
        '\u{a0}' | '\u{202f}' | '\u{2009}' => out.push(' '),
        '’' => out.push('\''),
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        c if c.is_ascii() => out.push(c),
        c => out.extend(c.to_lowercase()),
    }
}

fn fold_word(raw: &str) -> Word {
    let mut folded = String::with_capacity(raw.len());
    let mut joints = Vec::new();
    let mut capitals = 0u64;
    let mut capitals_in_a_row = 0usize;
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        // "ÖGSDolmetscher": a word glued to an abbreviation begins with the last of the capitals.
        let small_follows = chars.peek().is_some_and(|n| n.is_lowercase());
        if c.is_uppercase() && small_follows && capitals_in_a_row >= 2 {
            joints.push(folded.len());
        }
        capitals_in_a_row = if c.is_uppercase() { capitals_in_a_row + 1 } else { 0 };
        if folded.len() < 64 && c.is_uppercase() {
            capitals |= 1 << folded.len();
        }
        match c {
            c if is_hyphen(c) || is_medio(c) => {
                // "Zu-gang" left over from a line end is no compound of parts; "Bildungs-Zentrum"
                // and "Barriere·freiheit" are.
                let part_begins = is_medio(c) || chars.peek().is_some_and(|n| n.is_uppercase() || n.is_numeric());
                if part_begins && !folded.is_empty() && chars.peek().is_some() {
                    joints.push(folded.len());
                }
            }
            '*' | ':' | '_' | '/' | '(' | ')' | '\\' => {}
            c => push_folded(&mut folded, c),
        }
    }
    Word { folded, joints, capitals }
}

pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn is_medio(c: char) -> bool {
    matches!(c, '·' | '\u{2219}' | '\u{2027}' | '•')
}

/// Belongs inside a word and is not a letter: soft hyphens, joiners, combining marks.
fn is_glue(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{300}'..='\u{36f}')
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || (!c.is_ascii() && c.is_alphabetic())
}

/// Endings that may stand behind a gender mark (`Bürger*innen`, `jede*r`, `ein:e`).
const GENDER_ENDINGS: [&str; 10] = ["innen", "in", "r", "n", "e", "er", "en", "m", "s", "es"];

/// How many bytes of a gender mark with its ending begin here (`*innen`, `:in`, `/-innen`, `(innen)`), or 0.
fn gender_mark(rest: &str) -> usize {
    let (mark, bracket) = if rest.starts_with("\\*") || rest.starts_with("/-") {
        (2, false)
    } else if rest.starts_with('*') || rest.starts_with(':') || rest.starts_with('_') || rest.starts_with('/') {
        (1, false)
    } else if rest.starts_with('(') {
        (1, true)
    } else {
        return 0;
    };
    let tail = &rest[mark..];
    for ending in GENDER_ENDINGS {
        // A slash or bracket before "r" or "e" is more often an enumeration than a gender form.
        if (bracket || rest.starts_with('/')) && ending.len() == 1 && !rest.starts_with("/-") {
            continue;
        }
        let Some(after) = tail.strip_prefix(ending) else { continue };
        if bracket {
            if after.starts_with(')') {
                return mark + ending.len() + 1;
            }
        } else if !after.chars().next().is_some_and(is_letter) {
            return mark + ending.len();
        } else if ending == "innen" && after.chars().next().is_some_and(is_letter) {
            // "Bürger*innenbeteiligung"
            return mark + ending.len();
        }
    }
    0
}

/// The longest quotation in tokens: marks further apart do not belong together.
const LONGEST_QUOTATION: usize = 40;

/// A sentence of more tokens is no sentence but a text that lost its full stops; it ends at the next sign between its words, or
/// after [`LONGEST_CLAUSE`] more. Whoever looks back and forth within a sentence may rely on it.
const LONGEST_SENTENCE: usize = 250;
const LONGEST_CLAUSE: usize = 50;

/// Cuts a text into tokens and sentences.
///
/// `breaks` are byte offsets at which a sentence ends whatever stands there (cell and line borders that
/// the caller knows of), in ascending order. `abbreviation` says whether a folded word with a full stop
/// behind it is one.
pub fn tokenise(text: &str, vocabulary: &mut Vocabulary, breaks: &[usize], abbreviation: &dyn Fn(&str) -> bool) -> Tokens {
    let mut out = Tokens::default();
    let mut sentence_start = 0usize;
    let mut sentence = 0u32;
    let mut after_break = true;
    let mut next_break = breaks.iter().copied().peekable();
    let mut at = 0usize;
    // The first token behind an opening quotation mark.
    let mut quotation: Option<usize> = None;
    let close = |out: &mut Tokens, sentence_start: &mut usize, sentence: &mut u32| {
        if out.tokens.len() > *sentence_start {
            out.sentences.push(*sentence_start..out.tokens.len());
            *sentence_start = out.tokens.len();
            *sentence += 1;
        }
    };
    while let Some(c) = text[at..].chars().next() {
        while next_break.next_if(|&b| b <= at).is_some() {
            close(&mut out, &mut sentence_start, &mut sentence);
            after_break = true;
        }
        let length = out.tokens.len() - sentence_start;
        if length >= LONGEST_SENTENCE + LONGEST_CLAUSE || length >= LONGEST_SENTENCE && after_break {
            close(&mut out, &mut sentence_start, &mut sentence);
            after_break = true;
        }
        let begins_open = is_hyphen(c)
            && text[at + c.len_utf8()..].chars().next().is_some_and(char::is_lowercase)
            && !text[..at].chars().next_back().is_some_and(|p| is_letter(p) || is_hyphen(p));
        if is_letter(c) || begins_open {
            let start = at;
            let (end, open_end) = word_end(text, at + if begins_open { c.len_utf8() } else { 0 });
            let word_start = if begins_open { start + c.len_utf8() } else { start };
            out.tokens.push(Token {
                kind: TokenKind::Word,
                word: vocabulary.intern(text[word_start..end].trim_end_matches(is_hyphen)),
                start,
                end,
                sentence,
                after_break,
                open_end,
                open_start: begins_open,
                quoted: false,
            });
            after_break = false;
            at = end;
            continue;
        }
        if c.is_ascii_digit() {
            let end = number_end(text, at);
            out.tokens.push(plain(TokenKind::Number, vocabulary, text, at, end, sentence, after_break));
            after_break = false;
            at = end;
            continue;
        }
        let width = c.len_utf8();
        match c {
            '§' | '%' | '€' | '$' | '‰' => {
                out.tokens.push(plain(TokenKind::Symbol, vocabulary, text, at, at + width, sentence, after_break));
                after_break = false;
            }
            '.' | '!' | '?' | '…' => {
                let ends = ends_sentence(text, at, c, &out, vocabulary, abbreviation);
                if ends {
                    close(&mut out, &mut sentence_start, &mut sentence);
                }
                after_break |= ends || c != '.';
            }
            ';' => {
                close(&mut out, &mut sentence_start, &mut sentence);
                after_break = true;
            }
            ' ' | '\t' | '\n' | '\r' | '\u{a0}' | '\u{202f}' | '\u{2009}' => {}
            '"' | '„' | '“' | '”' | '»' | '«' => match quotation.take() {
                Some(first) if out.tokens.len() - first <= LONGEST_QUOTATION => out.tokens[first..].iter_mut().for_each(|t| t.quoted = true),
                _ => quotation = Some(out.tokens.len()),
            },
            '‚' | '‘' | '\'' | '*' | '_' | '`' => {}
            c if is_glue(c) => {}
            // "18040-3" and "2026/27" are one expression.
            '-' | '/'
                if out.tokens.last().is_some_and(|t| t.kind == TokenKind::Number && t.end == at)
                    && text[at + 1..].starts_with(|c: char| c.is_ascii_digit()) => {}
            _ => after_break = true,
        }
        at += width;
    }
    close(&mut out, &mut sentence_start, &mut sentence);
    out
}

fn plain(kind: TokenKind, vocabulary: &mut Vocabulary, text: &str, start: usize, end: usize, sentence: u32, after_break: bool) -> Token {
    Token { kind, word: vocabulary.intern(&text[start..end]), start, end, sentence, after_break, open_end: false, open_start: false, quoted: false }
}

/// The end of the word that begins at `at`, and whether it ends with an ellipsis hyphen.
fn word_end(text: &str, at: usize) -> (usize, bool) {
    let bytes = text.as_bytes();
    let mut end = at;
    loop {
        while end < bytes.len() && bytes[end].is_ascii_alphanumeric() {
            end += 1;
        }
        let Some(c) = text[end..].chars().next() else { break };
        let after = end + c.len_utf8();
        let next = text[after..].chars().next();
        let next_in_word = next.is_some_and(|n| is_letter(n) || n.is_ascii_digit());
        if is_letter(c) || is_glue(c) || c.is_ascii_digit() {
            end = after;
        } else if is_hyphen(c) {
            if next_in_word {
                end = after;
            } else {
                let closes = next.is_none_or(|n| n.is_whitespace() || matches!(n, ',' | '/' | ')' | ';' | '.'));
                return if closes { (after, true) } else { (end, false) };
            }
        } else if (is_medio(c) || matches!(c, '\'' | '’')) && next.is_some_and(is_letter) {
            end = after;
        } else {
            let mark = gender_mark(&text[end..]);
            if mark == 0 {
                break;
            }
            end += mark;
        }
    }
    (end, false)
}

fn number_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    while end < bytes.len() {
        let digit_follows = bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        match bytes[end] {
            b'0'..=b'9' => end += 1,
            b'.' | b',' | b'\'' if digit_follows => end += 1,
            _ => break,
        }
    }
    end
}

fn ends_sentence(text: &str, at: usize, mark: char, out: &Tokens, vocabulary: &Vocabulary, abbreviation: &dyn Fn(&str) -> bool) -> bool {
    let rest = &text[at + mark.len_utf8()..];
    let mut after = rest.chars();
    let spaced = match after.next() {
        None => return true,
        Some(c) if c.is_whitespace() => true,
        Some('“' | '"' | '”' | ')' | '«' | '»' | '‘') => true,
        Some(_) => false,
    };
    if !spaced {
        return false;
    }
    let next = rest.chars().find(|c| !c.is_whitespace() && !matches!(c, '“' | '"' | '”' | ')' | '«' | '»' | '‘'));
    let Some(next) = next else { return true };
    if next.is_lowercase() {
        return false;
    }
    if mark != '.' {
        return true;
    }
    let Some(last) = out.tokens.last().filter(|t| t.end == at) else {
        return true;
    };
    match last.kind {
        // "1. Januar", "3. Maßnahme": an ordinal; a year ends a sentence.
        TokenKind::Number => last.end - last.start >= 4 || !text[last.start..last.end].bytes().all(|b| b.is_ascii_digit()),
        TokenKind::Symbol => true,
        TokenKind::Word => {
            let word = vocabulary.word(last.word);
            // "Beschluss-Nr.": the last part decides.
            let part = &word.folded[word.joints.last().copied().unwrap_or(0)..];
            part.chars().count() != 1 && !abbreviation(part)
        }
    }
}

/// The expected word that differs least from what was written, if it is close.
pub fn nearest<'a>(written: &str, expected: &[&'a str]) -> Option<&'a str> {
    expected.iter().map(|e| (letters_apart(written, e), *e)).filter(|(d, e)| *d <= e.len() / 2).min().map(|(_, e)| e)
}

/// Number of letters to change, insert or delete to get from `a` to `b` (Levenshtein).
pub fn letters_apart(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, cb) in b.iter().enumerate() {
            let cost = diagonal + usize::from(ca != *cb);
            diagonal = row[j + 1];
            row[j + 1] = cost.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut vocabulary = Vocabulary::default();
        let tokens = tokenise(text, &mut vocabulary, &[], &|w| matches!(w, "abs" | "bzw"));
        tokens.tokens.iter().map(|t| vocabulary.word(t.word).folded.clone()).collect()
    }

    fn sentences(text: &str) -> Vec<&str> {
        let mut vocabulary = Vocabulary::default();
        let tokens = tokenise(text, &mut vocabulary, &[], &|w| matches!(w, "abs" | "bzw" | "z" | "b"));
        tokens.sentences.iter().map(|s| &text[tokens.tokens[s.start].start..tokens.tokens[s.end - 1].end]).collect()
    }

    #[test]
    fn gender_marks_belong_to_the_word() {
        assert_eq!(
            words("Bürger*innen, Lehrer:innen, Ärzt_innen, Schüler/-innen, Nutzer/innen, Leiter(innen), TrägerInnen, jede*r, Bürger\\*innen"),
            ["bürgerinnen", "lehrerinnen", "ärztinnen", "schülerinnen", "nutzerinnen", "leiterinnen", "trägerinnen", "jeder", "bürgerinnen"]
        );
        assert_eq!(words("Bürger*innenbeteiligung"), ["bürgerinnenbeteiligung"]);
        assert_eq!(words("Ziel: in zwei Jahren"), ["ziel", "in", "zwei", "jahren"]);
        assert_eq!(words("Amt/Eigenbetrieb"), ["amt", "eigenbetrieb"]);
    }

    #[test]
    fn decomposed_umlauts_and_soft_hyphens_fold_away() {
        assert_eq!(words("U\u{308}bergang Hal\u{ad}te\u{ad}stelle"), ["übergang", "haltestelle"]);
    }

    #[test]
    fn hyphens_and_medio_points_mark_joints() {
        let mut vocabulary = Vocabulary::default();
        let id = vocabulary.intern("Barriere·freiheit");
        assert_eq!(vocabulary.word(id).folded, "barrierefreiheit");
        assert_eq!(vocabulary.word(id).joints, [8]);
        let id = vocabulary.intern("Zu-gang");
        assert!(vocabulary.word(id).joints.is_empty());
    }

    #[test]
    fn ellipsis_hyphens_are_seen() {
        let mut vocabulary = Vocabulary::default();
        let tokens = tokenise("Rad- und Gehwege, Bauleitung und -planung", &mut vocabulary, &[], &|_| false);
        assert!(tokens.tokens[0].open_end);
        assert!(!tokens.tokens[2].open_end);
        assert!(tokens.tokens[5].open_start);
    }

    #[test]
    fn sentences_survive_ordinals_and_abbreviations() {
        assert_eq!(
            sentences("Bis zum 1. Januar 2027 wird nach § 8 Abs. 3 gebaut. Danach, z. B. im Mai, folgt mehr."),
            ["Bis zum 1. Januar 2027 wird nach § 8 Abs. 3 gebaut", "Danach, z. B. im Mai, folgt mehr"]
        );
        assert_eq!(sentences("Es gilt bis 2027. Dann endet es."), ["Es gilt bis 2027", "Dann endet es"]);
    }

    #[test]
    fn a_sentence_without_end_is_cut_between_clauses_and_else_between_words() {
        let lengths = |text: &str| {
            let tokens = tokenise(text, &mut Vocabulary::default(), &[], &|_| false);
            assert!(tokens.tokens.iter().enumerate().all(|(i, t)| tokens.sentences[t.sentence as usize].contains(&i)));
            tokens.sentences.iter().map(|s| s.len()).collect::<Vec<_>>()
        };
        assert_eq!(lengths(&"Rampe und Aufzug, ".repeat(300)), [252, 252, 252, 144]);
        assert_eq!(lengths(&"Rampe ".repeat(1200)), [300, 300, 300, 300]);
        assert_eq!(lengths(&format!("{}.", "Rampe, ".repeat(250))), [250]);
    }

    #[test]
    fn odd_input_is_cut_without_panic() {
        for text in ["", "*", "-", "a-", "§", "ä*", "(in)", "1.", "…", "\u{308}", "-\u{ad}a"] {
            let _ = words(text);
        }
    }
}
