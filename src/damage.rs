//! What conversion has done to a text: which lines are damaged, and how.
//!
//! Reading mends what it can. What is listed here tells a reader where words may have been misread; an intact
//! text gives none. Every line is looked at once.

use rustc_hash::FxHashMap;

use crate::document::{BlockKind, Document, names_page, page_number};
use crate::source::Source;

/// Damaged lines by the kind of damage; numbers from 1, ascending, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Damage {
    /// Words run together: "desInklusionsbeirats", "2.5Sechs Stellplätze", "wird.Die".
    pub glued: Vec<usize>,
    /// Words torn apart: "Pfl ege", "körper- liche", "B a r r i e r e".
    pub torn_words: Vec<usize>,
    /// Letters lost or replaced: "Stra?e", "Ã¼ber", "(cid:12)".
    pub lost_letters: Vec<usize>,
    /// The title of the page inside the text.
    pub running_titles: Vec<usize>,
    /// Tables whose cells became lines: first and last line.
    pub shredded: Vec<(usize, usize)>,
}

impl Damage {
    /// Tells whether the text is intact.
    pub fn is_empty(&self) -> bool {
        self.glued.is_empty()
            && self.torn_words.is_empty()
            && self.lost_letters.is_empty()
            && self.running_titles.is_empty()
            && self.shredded.is_empty()
    }

    /// Every damaged line, whatever its damage, as ranges that do not touch.
    pub fn lines(&self) -> Vec<(usize, usize)> {
        let single = [&self.glued, &self.torn_words, &self.lost_letters, &self.running_titles].into_iter().flatten().map(|&line| (line, line));
        let mut all: Vec<(usize, usize)> = single.chain(self.shredded.iter().copied()).collect();
        all.sort_unstable();
        let mut out: Vec<(usize, usize)> = Vec::new();
        for (first, last) in all {
            match out.last_mut() {
                Some(known) if first <= known.1 + 1 => known.1 = known.1.max(last),
                _ => out.push((first, last)),
            }
        }
        out
    }
}

/// Looks at every line of the text.
pub fn gauge(source: &Source, document: &Document) -> Damage {
    let mut damage = Damage::default();
    let last = source.line(source.text.len());
    let mut fenced = false;
    // Lines that may be titles of pages: number, words without figures, whether a page number stands beside them.
    let mut titles: Vec<(usize, u64, bool)> = Vec::new();
    let mut after_page = false;
    let mut words: Vec<&str> = Vec::new();
    for number in 1..=last {
        let line = source.line_text(number).trim();
        fenced ^= line.starts_with("```") || line.starts_with("~~~");
        if fenced {
            continue;
        }
        words.clear();
        words.extend(line.split_whitespace());
        if glued(line, &words) {
            damage.glued.push(number);
        }
        if torn(line, &words) {
            damage.torn_words.push(number);
        }
        if lost(line) {
            damage.lost_letters.push(number);
        }
        // Running titles: the same words again and again beside page numbers.
        if line.is_empty() {
            continue;
        }
        let page = page_number(line.trim_start_matches(['#', '*', '>', ' ']));
        let plain = line.len() <= 160 && !line.starts_with(['#', '|', '-', '*', '+', '>', '•']) && !line.ends_with(['.', ';', ',']);
        if page {
            // The number stands below its title.
            if let Some(title) = titles.last_mut().filter(|title| number - title.0 <= 3) {
                title.2 = true;
            }
        } else if plain {
            titles.push((number, key_of(line), after_page || names_page(line)));
        }
        after_page = page;
    }
    let mut counts: FxHashMap<u64, (u32, u32)> = FxHashMap::default();
    for (_, key, beside) in &titles {
        let entry = counts.entry(*key).or_default();
        entry.0 += 1;
        entry.1 += u32::from(*beside);
    }
    let running = |key: &u64| counts.get(key).is_some_and(|&(all, beside)| all >= 3 && beside >= 3 && beside * 2 >= all);
    damage.running_titles = titles.into_iter().filter(|(_, key, _)| running(key)).map(|(number, _, _)| number).collect();
    damage.shredded = shredded(source, document);
    damage
}

fn key_of(line: &str) -> u64 {
    use std::hash::Hasher;
    let mut hasher = rustc_hash::FxHasher::default();
    line.bytes().filter(|b| !b.is_ascii_digit() && *b != b' ').for_each(|b| hasher.write_u8(b));
    hasher.finish()
}

/// From the column names to the end of what stands below them.
fn shredded(source: &Source, document: &Document) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    let mut open = false;
    for block in &document.blocks {
        match block.kind {
            BlockKind::Columns => {
                let lines = source.lines(block.span);
                match out.last_mut().filter(|_| open) {
                    Some(range) => range.1 = range.1.max(lines.1),
                    None => out.push(lines),
                }
                open = true;
            }
            BlockKind::Item { .. } | BlockKind::Paragraph if open => {
                let lines = source.lines(block.span);
                match out.last_mut() {
                    // A blank line ends the table.
                    Some(range) if lines.0 <= range.1 + 1 => range.1 = range.1.max(lines.1),
                    _ => open = false,
                }
            }
            _ => open = false,
        }
    }
    out
}

/// Small words that conversion glues to the next one.
const SMALL: [&str; 36] = [
    "der", "die", "das", "des", "dem", "den", "am", "im", "in", "an", "und", "mit", "für", "von", "vom", "zum", "zur", "auf", "bei", "oder", "aus",
    "durch", "nach", "über", "eine", "einer", "einem", "einen", "the", "of", "and", "for", "wird", "werden", "sowie", "als",
];

fn glued(line: &str, words: &[&str]) -> bool {
    for word in words {
        // Nearly every word ends here: without a capital inside, nothing was glued.
        if word.len() < 4 || !word.chars().skip(1).any(char::is_uppercase) || word.contains(['@', '/', '\\', '_']) || word.contains("www") {
            continue;
        }
        let mut lower_from = 0;
        let mut before: Option<(usize, char)> = None;
        for (at, c) in word.char_indices() {
            if let Some((was, last)) = before
                && c.is_uppercase()
            {
                let head = word.get(lower_from..at).unwrap_or("");
                let tail = word.get(at..).unwrap_or("");
                let mut rest = tail.chars().skip(1);
                let goes_on = rest.next().is_some_and(char::is_lowercase) && rest.next().is_some_and(char::is_lowercase);
                // "BürgerInnen" is one word; "amInn" is two.
                if last.is_lowercase() && goes_on && SMALL.contains(&head) && lower_from == 0 && !tail.starts_with("Innen") {
                    return true;
                }
                // "wird.Die": a sentence ends without a blank.
                let sentence = word.get(..was).unwrap_or("").trim_start_matches(|c: char| !c.is_alphabetic());
                let plain = sentence.chars().nth(2).is_some() && sentence.chars().skip(1).all(char::is_lowercase);
                // "Kapitel.Laufnummer" may be a code; a small word or an opening one makes it two sentences.
                let next: String = tail.chars().take_while(|c| c.is_alphabetic()).take(6).collect();
                let opens =
                    matches!(next.as_str(), "Die" | "Der" | "Das" | "Es" | "Wir" | "Für" | "Eine" | "Ein" | "Dies" | "Diese" | "The" | "This");
                if matches!(last, '.' | ',' | ';' | ':') && goes_on && plain && (opens || sentence.starts_with(char::is_lowercase)) {
                    return true;
                }
            }
            if c.is_uppercase() || !c.is_alphabetic() {
                lower_from = at + c.len_utf8();
            }
            before = Some((at, c));
        }
    }
    // "2.5Sechs", "31.12.2026Stand"
    let digits = line.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let head = line.get(..digits).unwrap_or("");
    let tail: Vec<char> = line.get(digits..).unwrap_or("").chars().take(3).collect();
    head.contains('.')
        && head.bytes().any(|b| b.is_ascii_digit())
        && matches!(tail.as_slice(), [a, b, c] if a.is_uppercase() && b.is_lowercase() && c.is_lowercase())
}

/// Words after which a hyphen before them is one half of a pair.
const PAIRING: [&str; 16] = ["und", "oder", "bzw", "sowie", "wie", "als", "bis", "noch", "statt", "aber", "auch", "and", "or", "to", "mit", "resp"];

/// Short words that stand for themselves.
const WHOLE: [&str; 96] = [
    "der", "die", "das", "des", "dem", "den", "und", "in", "im", "ist", "ein", "zu", "zum", "zur", "mit", "von", "vom", "auf", "an", "am", "als",
    "aus", "bei", "bis", "er", "sie", "es", "wir", "ihr", "ich", "du", "um", "ab", "ob", "so", "da", "wo", "wie", "was", "wer", "hat", "war", "nur",
    "vor", "für", "pro", "je", "mal", "nun", "uns", "man", "tut", "a", "the", "of", "to", "and", "for", "on", "is", "be", "by", "are", "all", "any",
    "no", "not", "who", "can", "has", "our", "its", "we", "it", "at", "or", "as", "if", "an", "do", "may", "out", "up", "use", "per", "via", "km",
    "ca", "gar", "neu", "gut", "alt", "ja", "new", "two", "one",
];

fn torn(line: &str, words: &[&str]) -> bool {
    // "körper- liche"
    for (at, _) in line.match_indices("- ") {
        let letter = line.get(..at).and_then(|head| head.chars().next_back()).is_some_and(char::is_alphabetic);
        let rest = line.get(at + 2..).unwrap_or("");
        let next = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        if letter && next.starts_with(char::is_lowercase) && !PAIRING.contains(&next) {
            return true;
        }
    }
    if line.starts_with('|') {
        return false;
    }
    // "Pfl ege", "defi nierten"
    for pair in words.windows(2) {
        let [a, b] = pair else { continue };
        let ligature = a.len() >= 3
            && (a.ends_with("fi") || a.ends_with("fl"))
            && a.chars().all(char::is_alphabetic)
            && !matches!(*a, "Profi" | "Wifi" | "Hifi" | "Wlfi" | "Selfi" | "Sci-fi");
        if ligature && b.starts_with(char::is_lowercase) && b.chars().filter(|c| c.is_alphabetic()).count() >= 2 && !WHOLE.contains(b) {
            return true;
        }
    }
    // "B a r r i e r e": five single letters in a row
    let mut run = 0;
    for word in words {
        let mut letters = word.chars();
        let single = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
        run = if single { run + 1 } else { 0 };
        if run >= 5 {
            return true;
        }
    }
    // "Bar rie re frei": scraps that are no words
    let scraps = words.iter().filter(|word| {
        let short = word.len() <= 12 && word.chars().count() <= 3 && word.chars().all(char::is_lowercase);
        short && !WHOLE.contains(word) && word.chars().all(char::is_alphabetic) && !PAIRING.contains(word)
    });
    let scraps = scraps.count();
    scraps >= 3 && scraps * 10 >= words.len() * 3
}

fn lost(line: &str) -> bool {
    if line.contains('\u{fffd}') || (line.contains('(') && line.contains("(cid:")) {
        return true;
    }
    // UTF-8 read as Latin-1
    let suspicious = !line.is_ascii() && line.contains(['Ã', 'â']);
    if suspicious && ["Ã¤", "Ã¶", "Ã¼", "ÃŸ", "Ã„", "Ã–", "Ãœ", "â€“", "â€ž", "â€œ"].iter().any(|pair| line.contains(pair))
    {
        return true;
    }
    // "Stra?e"
    if !line.contains('?') {
        return false;
    }
    let mut chars = ['\0'; 3];
    for c in line.chars() {
        chars = [chars[1], chars[2], c];
        if chars[1] == '?' && chars[0].is_lowercase() && chars[2].is_lowercase() {
            // A question in a web address is no lost letter.
            return !line.contains("http") && !line.contains("www.");
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::parse;

    fn damage(text: &str) -> Damage {
        let source = Source::new("plan.md", text);
        gauge(&source, &parse(&source))
    }

    #[test]
    fn an_intact_plan_has_none() {
        let text = "# Plan\n\nDie Bürger- und Schüler*innen der SeniorInnen-Gruppe (z. B. im Café) bauen 2.5 km Wege.\n\n\
            | Nr. | Maßnahme | Amt |\n|---|---|---|\n| 1.1 | Rampe am Markt | Bauamt |\n\n- Zuständig: Bauamt\n- Frist: 31.12.2027\n\n\
            Mehr unter www.stadt.example/plan?seite=2 oder im Online-Portal. So ist es gut.\n";
        assert!(damage(text).is_empty(), "{:?}", damage(text));
        assert!(damage("").is_empty());
    }

    #[test]
    fn glued_words_are_found() {
        for line in ["Neue Geschäftsordnung desInklusionsbeirats", "Spielplatz amInn", "2.5Sechs zusätzliche Stellplätze", "Das wird.Die Stadt baut."]
        {
            assert_eq!(damage(line).glued, [1], "{line}");
        }
        for line in [
            "Die BürgerInnen",
            "Ein YouTube-Kanal der VHS",
            "am 31.12.2027 Ende",
            "info@stadt.De",
            "Norm eCH-0059",
            "Nr.5 und z.B. hier",
            "(M Kapitel.Laufnummer)",
            "26 Mio.Euro",
        ] {
            assert!(damage(line).glued.is_empty(), "{line}");
        }
    }

    #[test]
    fn torn_words_are_found() {
        for line in ["Gesundheit und Pfl ege", "die körper- liche Unversehrtheit", "B a r r i e r e frei", "die Bar rie re frei heit al ler"] {
            assert_eq!(damage(line).torn_words, [1], "{line}");
        }
        for line in ["Rad- und Gehwege", "Ein Profi spielt mit", "a) im b) am c) zu", "So ist es um uns gut, da wir im Ort wie nie da war"] {
            assert!(damage(line).torn_words.is_empty(), "{line}");
        }
    }

    #[test]
    fn lost_letters_are_found() {
        for line in ["in der Stra?e", "Ã¼ber den Platz", "Me\u{fffd}r", "(cid:12)bersicht"] {
            assert_eq!(damage(line).lost_letters, [1], "{line}");
        }
        assert!(damage("Was? Wer? Wo?").lost_letters.is_empty());
    }

    #[test]
    fn running_titles_are_found() {
        let page = |n: u32| format!("Die Stadt baut Rampe {n} am Markt.\n\nAktionsplan Musterau\n- {n} -\n\n");
        let text: String = (1..5).map(page).collect();
        assert_eq!(damage(&text).running_titles, [3, 8, 13, 18]);
        let text = "Zuständig: Bauamt\n\nText dazu.\n\n".repeat(5);
        assert!(damage(&text).running_titles.is_empty());
    }

    #[test]
    fn shredded_tables_are_found() {
        let text = "# Plan\n\nNr.\nMaßnahme\nZuständig\nFrist\n2.1\nRampe am Markt bauen\nBauamt\n2027\n2.2\nLift einbauen\nBauamt\n2028\n\nEnde des Plans.\n";
        assert_eq!(damage(text).shredded, [(3, 14)]);
        assert_eq!(damage(text).lines(), [(3, 14)]);
    }
}
