//! How many syllables a German word has.
//!
//! Vowels are counted, and diphthongs once; `language/de/syllables.yaml` holds the pieces of words whose letters do not show
//! their syllables ("Museum", "Familie"). No dictionary is used, so a rare word can be wrong by one.

use crate::text::{fold, is_hyphen};
use serde::Deserialize;
use std::sync::LazyLock;

/// Two or three vowels that make one sound.
const ONE_SOUND: [&str; 16] = ["eau", "ai", "au", "äu", "ei", "eu", "ie", "oi", "ou", "oy", "ay", "ey", "aa", "ee", "oo", "uy"];

/// Longer words in capitals are words and no abbreviations.
const LONGEST_ABBREVIATION: usize = 5;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPieces {
    pieces: Vec<Vec<String>>,
    ends: Vec<String>,
}

/// A piece of a word and its syllables.
struct Piece {
    letters: String,
    syllables: usize,
    /// Only at the end of a word.
    ends: bool,
}

// The longest piece stands first.
static PIECES: LazyLock<Vec<Piece>> = LazyLock::new(|| {
    let raw: RawPieces = match serde_yaml::from_str(include_str!("language/de/syllables.yaml")) {
        Ok(raw) => raw,
        Err(error) => panic!("syllables.yaml: {error}"),
    };
    let piece = |written: &String, ends| Piece { letters: written.replace('-', ""), syllables: written.split('-').count(), ends };
    let anywhere = raw.pieces.iter().flatten().map(|written| piece(written, false));
    let mut pieces: Vec<Piece> = anywhere.chain(raw.ends.iter().map(|written| piece(written, true))).collect();
    pieces.sort_by_key(|p| std::cmp::Reverse(p.letters.len()));
    pieces
});

/// Counts the syllables of a word; the parts of a compound with hyphens are counted one by one.
///
/// A number counts as one syllable, however long it is when it is spoken; an abbreviation in capitals has one for each letter.
/// A word has at least one.
pub fn syllables(word: &str) -> usize {
    word.split(|c| is_hyphen(c) || c == '/').filter(|part| part.chars().any(char::is_alphanumeric)).map(of_part).sum::<usize>().max(1)
}

fn of_part(part: &str) -> usize {
    let letters = part.chars().filter(|c| c.is_alphabetic()).count();
    if part.starts_with(|c: char| c.is_ascii_digit()) {
        return 1;
    }
    if (2..=LONGEST_ABBREVIATION).contains(&letters) && part.chars().all(char::is_uppercase) {
        return letters;
    }
    let word: String = fold(part).chars().filter(|c| c.is_alphabetic()).collect();
    let mut count = 0;
    let (mut from, mut at) = (0, 0);
    while let Some(c) = word[at..].chars().next() {
        let fits = |p: &&Piece| word[at..].starts_with(&p.letters) && (!p.ends || at + p.letters.len() == word.len());
        match PIECES.iter().find(fits) {
            Some(piece) => {
                count += vowels(&word[from..at]) + piece.syllables;
                at += piece.letters.len();
                from = at;
            }
            None => at += c.len_utf8(),
        }
    }
    (count + vowels(&word[from..])).max(1)
}

/// The vowels of a text, diphthongs counted once.
fn vowels(text: &str) -> usize {
    let mut count = 0;
    let mut rest = text;
    let mut before = None;
    while let Some(c) = rest.chars().next() {
        let next = rest[c.len_utf8()..].chars().next();
        // "Qu" has no vowel of its own, and "Yoga" begins with a consonant.
        let is_sound = is_vowel(c) && !(c == 'u' && before == Some('q')) && !(c == 'y' && next.is_some_and(is_vowel));
        let sound = if is_sound { ONE_SOUND.iter().find(|sound| rest.starts_with(**sound)).map_or(c.len_utf8(), |s| s.len()) } else { c.len_utf8() };
        count += usize::from(is_sound);
        before = rest[..sound].chars().next_back();
        rest = &rest[sound..];
    }
    count
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'ö' | 'ü' | 'à' | 'á' | 'â' | 'é' | 'è' | 'ê' | 'ë' | 'î' | 'ï' | 'ó' | 'ô' | 'û')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vowels_diphthongs_and_hiatus() {
        let counts = ["Haus", "Theater", "Museum", "Familie", "aktuell", "Qualität", "Yoga", "Bayern", "Kooperation", "Ideen", "Ferien", "Wien"];
        assert_eq!(counts.map(syllables), [1, 3, 3, 4, 3, 3, 2, 2, 6, 3, 3, 1]);
    }

    #[test]
    fn numbers_abbreviations_and_compounds_follow_their_rule() {
        let counts = ["2026", "ÖPNV", "UN-Konvention", "bzw", "Bürger*innen", "INKLUSION", "1,5"];
        assert_eq!(counts.map(syllables), [1, 4, 6, 1, 4, 4, 1]);
    }

    /// The share of words of the corpus that are counted as people count them must not fall.
    #[test]
    fn common_words_are_counted_as_by_hand() {
        let list = include_str!("../tests/corpus/syllables-de.txt");
        let words: Vec<&str> = list.lines().filter(|l| !l.starts_with('#')).flat_map(str::split_whitespace).collect();
        let wrong: Vec<String> = words
            .iter()
            .map(|w| (w.replace('-', ""), w.split('-').count()))
            .filter(|(word, count)| syllables(word) != *count)
            .map(|(word, count)| format!("{word}: {} and not {count}", syllables(&word)))
            .collect();
        assert!(words.len() >= 300, "{}", words.len());
        assert!(wrong.len() * 100 <= words.len(), "{} of {}: {wrong:#?}", wrong.len(), words.len());
    }
}
