//! How hard a German text is to read, by formulas that count words, sentences and syllables.
//!
//! A formula sees lengths and not meanings: a text can be easy to it and hard to read. Nothing here is part of any score.

use crate::document::{BlockKind, Document};
use crate::language::language;
use crate::syllable::syllables;
use crate::text::{Lang, TokenKind, Vocabulary};

/// Words with more letters than this are long.
const LONG: usize = 6;

/// What was counted in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// A list item has at least one sentence, also without a verb and a full stop; a semicolon ends one.
    pub sentences: usize,
    /// A compound with hyphens is one word, a number is one too.
    pub words: usize,
    pub syllables: usize,
    /// More than six letters.
    pub long_words: usize,
    pub one_syllable: usize,
    /// Three syllables or more.
    pub three_syllables: usize,
}

/// An exact number: `above / below`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    above: i128,
    below: i128,
}

impl Ratio {
    fn new(above: i128, below: i128) -> Self {
        Self { above, below }
    }

    /// Is it at least this whole number?
    pub fn reaches(self, number: i128) -> bool {
        self.above >= number * self.below
    }

    /// Written with one decimal, rounded half up: "47.5".
    pub fn written(self) -> String {
        let tenths = (self.above * 20 + self.below).div_euclid(self.below * 2);
        format!("{}{}.{}", if tenths < 0 { "-" } else { "" }, tenths.abs() / 10, tenths.abs() % 10)
    }
}

/// The formulas for one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Readability {
    pub counts: Counts,
    /// Words in a sentence on average (ASL).
    pub sentence_length: Ratio,
    /// Syllables in a word on average (ASW).
    pub word_length: Ratio,
    /// Läsbarhetsindex: words in a sentence and percent of long words.
    ///
    /// C. H. Björnsson: Läsbarhet, Stockholm 1968.
    pub lix: Ratio,
    /// Reading ease for German, 180 − ASL − 58.5 · ASW.
    ///
    /// T. Amstad: Wie verständlich sind unsere Zeitungen?, Zürich 1978, after R. Flesch (1948).
    pub amstad: Ratio,
    /// First Vienna formula: 0.1935 · MS + 0.1672 · SL + 0.1297 · IW − 0.0327 · ES − 0.875, where MS, IW and ES are the percent of
    /// words with three syllables or more, of long words and of words with one syllable.
    ///
    /// R. Bamberger, E. Vanecek: Lesen – Verstehen – Lernen – Schreiben, Wien 1984.
    pub vienna: Ratio,
}

impl Readability {
    /// Computes the formulas; nothing for a text without words.
    pub fn new(counts: Counts) -> Option<Self> {
        let of = |n: usize| i128::try_from(n).unwrap_or(i128::MAX);
        let (s, w) = (of(counts.sentences), of(counts.words));
        if s == 0 || w == 0 {
            return None;
        }
        let (syllables, long, one, three) = (of(counts.syllables), of(counts.long_words), of(counts.one_syllable), of(counts.three_syllables));
        // All over w · s, so that nothing is rounded before it is printed.
        let vienna = 1935 * 100 * three * s + 1672 * w * w + 1297 * 100 * long * s - 327 * 100 * one * s - 8750 * w * s;
        Some(Self {
            counts,
            sentence_length: Ratio::new(w, s),
            word_length: Ratio::new(syllables, w),
            lix: Ratio::new(w * w + 100 * long * s, w * s),
            amstad: Ratio::new(1800 * w * s - 10 * w * w - 585 * syllables * s, 10 * w * s),
            vienna: Ratio::new(vienna, 10_000 * w * s),
        })
    }
}

/// Counts the running text of a document: paragraphs and list items. Headings, tables, contents and footnotes are left out,
/// because they are no sentences.
pub fn count(document: &Document) -> Counts {
    let mut counts = Counts::default();
    let mut vocabulary = Vocabulary::default();
    let is_running = |kind: &BlockKind| matches!(kind, BlockKind::Paragraph | BlockKind::Item { .. } | BlockKind::Definition);
    for text in document.blocks.iter().filter(|b| is_running(&b.kind)).map(|b| b.text.string.as_str()) {
        let tokens = language(Lang::De).tokenise(text, &mut vocabulary, &[]);
        for sentence in &tokens.sentences {
            let words = tokens.tokens[sentence.clone()].iter().filter(|t| t.kind != TokenKind::Symbol);
            let before = counts.words;
            words.for_each(|word| counts.add(&text[word.start..word.end]));
            counts.sentences += usize::from(counts.words > before);
        }
    }
    counts
}

impl Counts {
    fn add(&mut self, word: &str) {
        let syllables = syllables(word);
        self.words += 1;
        self.syllables += syllables;
        self.long_words += usize::from(word.chars().filter(|c| c.is_alphabetic()).count() > LONG);
        self.one_syllable += usize::from(syllables == 1);
        self.three_syllables += usize::from(syllables >= 3);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document;
    use crate::source::Source;

    fn counted(text: &str) -> Counts {
        count(&document::parse(&Source::new("text.md", text)))
    }

    fn by_hand(sentences: usize, words: usize, syllables: usize, long_words: usize, one_syllable: usize, three_syllables: usize) -> Counts {
        Counts { sentences, words, syllables, long_words, one_syllable, three_syllables }
    }

    #[test]
    fn short_texts_are_counted_as_by_hand() {
        // Die1 Stadt1 baut1 ei-ne2 Ram-pe2. Der1 Bus1 hält1 am1 Markt1.
        assert_eq!(counted("Die Stadt baut eine Rampe. Der Bus hält am Markt.\n"), by_hand(2, 10, 12, 0, 8, 0));
        // Das1 Mu-se-um3 ist1 ba-ri-e-re-frei5 (13 letters) und1 für1 Fa-mi-li-en4 (8) of-fen2.
        assert_eq!(counted("Das Museum ist barrierefrei und für Familien offen.\n"), by_hand(1, 8, 18, 2, 4, 3));
        // Wer1 hilft1? Das1 Amt1 hilft1! Ru-fen2 Sie1 an1: 112 (1).
        assert_eq!(counted("Wer hilft? Das Amt hilft! Rufen Sie an: 112.\n"), by_hand(3, 9, 10, 0, 8, 0));
        // Items without verbs: Aus-bau2 der1 Hal-te-stel-len4 (12) | Schu-lung2 (8) der1 Be-schäf-tig-ten4 (13)
        assert_eq!(counted("- Ausbau der Haltestellen\n- Schulung der Beschäftigten\n"), by_hand(2, 6, 14, 3, 2, 2));
        // Die1 Ver-wal-tung3 (10) prüft1 z.1 B.1 An-trä-ge3 (7) auf1 As-sis-tenz3 (9). Das1 dau-ert2 4 (1) Wo-chen2.
        assert_eq!(counted("Die Verwaltung prüft z. B. Anträge auf Assistenz. Das dauert 4 Wochen.\n"), by_hand(2, 12, 20, 3, 7, 3));
        // ÖPNV4 und1 UN-Kon-ven-ti-on5, twelve letters with hyphen: Der1 ÖPNV4 folgt1 der1 UN-Kon-ven-ti-on6 (2+4).
        assert_eq!(counted("Der ÖPNV folgt der UN-Konvention.\n"), by_hand(1, 5, 13, 1, 3, 2));
    }

    #[test]
    fn only_running_text_counts() {
        let text = "# Die Überschrift zählt nicht\n\n| Die | Tabelle |\n|---|---|\n| zählt | nicht |\n\nDas zählt.\n";
        assert_eq!(counted(text), by_hand(1, 2, 2, 0, 2, 0));
        assert_eq!(Readability::new(counted("")), None);
    }

    #[test]
    fn formulas_are_exact_and_rounded_half_up() {
        // 10 words, 2 sentences, 12 syllables: ASL 5, ASW 1.2, LIX 5, Amstad 180 − 5 − 70.2 = 104.8,
        // Vienna 0.1672 · 5 − 0.0327 · 80 − 0.875 = −2.655.
        let easy = Readability::new(by_hand(2, 10, 12, 0, 8, 0)).unwrap();
        let written = [easy.sentence_length, easy.word_length, easy.lix, easy.amstad, easy.vienna].map(Ratio::written);
        assert_eq!(written, ["5.0", "1.2", "5.0", "104.8", "-2.7"]);
        // 8 words, 1 sentence, 18 syllables, 2 long, 4 of one, 3 of three: LIX 8 + 25 = 33, Amstad 180 − 8 − 131.625 = 40.375,
        // Vienna 0.1935 · 37.5 + 0.1672 · 8 + 0.1297 · 25 − 0.0327 · 50 − 0.875 = 9.32635.
        let harder = Readability::new(by_hand(1, 8, 18, 2, 4, 3)).unwrap();
        assert_eq!([harder.lix, harder.amstad, harder.vienna].map(Ratio::written), ["33.0", "40.4", "9.3"]);
        assert!(harder.lix.reaches(33) && !harder.lix.reaches(34));
        assert_eq!(Ratio::new(1, 20).written(), "0.1");
        assert_eq!(Ratio::new(-1, 20).written(), "0.0");
        assert_eq!(Ratio::new(-3, 20).written(), "-0.1");
    }
}
