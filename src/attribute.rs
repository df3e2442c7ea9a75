//! Words of a value → what they say: dates, units, money, status.
//!
//! Pure functions over the words of `layout.yaml`. They read what stands in a labelled value or a
//! table cell, and, more carefully, what stands in a sentence.

use std::fmt;
use std::ops::Range;

use crate::document::{fold, vocabulary};
use crate::text::Lang;

// ---------------------------------------------------------------------------------------------
// Dates

/// A day; prints as `2027-12-31`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    pub year: i32,
    pub month: u8,
    pub day: u8,
}

impl Date {
    /// Makes the last day of a month.
    pub fn end_of(year: i32, month: u8) -> Self {
        let day = match month {
            4 | 6 | 9 | 11 => 30,
            2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
            2 => 28,
            _ => 31,
        };
        Self { year, month, day }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// When a measure is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The author's own words.
    pub text: String,
    /// The last day that fits the words.
    pub latest: Option<Date>,
    /// Whether anyone could check one day that it has been kept.
    pub verifiable: bool,
}

/// What a plan says its own time words mean ("kurzfristig = bis 2027").
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Legend {
    /// Folded time word → the last day it allows; `None` = explained without a date.
    pub entries: Vec<(String, Option<Date>)>,
}

impl Legend {
    /// Tells whether the plan explains no time word.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Reads one explanation such as `kurzfristig (bis 2027)`; tells whether it was one.
    pub fn read(&mut self, line: &str) -> bool {
        let Some((class, end)) = time_class(line) else {
            return false;
        };
        let mut rest = line.get(end..).unwrap_or("").trim_start();
        // "Short term means by June 2027"
        let told = ["means", "refers to", "bedeutet", "heißt", "meint"].iter().find_map(|verb| rest.strip_prefix(verb));
        let marked = told.is_some() || rest.starts_with(['=', ':', '(', '–', '-', '→', '|', '≙']);
        rest = told.map_or(rest, str::trim_start);
        if !marked || rest.len() > 160 {
            return false;
        }
        let meaning = rest.trim_start_matches(['=', ':', '(', '–', '-', '→', '|', '≙', ' ']);
        if meaning.is_empty() {
            return false;
        }
        let date = latest_in(meaning);
        // "kurzfristig: die Rampe bauen" is no legend.
        if date.is_none() && !rest.starts_with('=') && meaning.split(' ').count() > 8 {
            return false;
        }
        self.add(class, date)
    }

    /// Adds the meaning of a word; the first meaning stays, unless it had no date.
    pub fn add(&mut self, class: String, date: Option<Date>) -> bool {
        match self.entries.iter_mut().find(|(word, _)| *word == class) {
            Some(entry) => entry.1 = entry.1.or(date),
            None => self.entries.push((class, date)),
        }
        true
    }

    /// The last day a value allows by this legend.
    pub fn latest(&self, folded: &str) -> Option<Date> {
        let padded = format!(" {folded} ");
        let mut found: Option<(usize, Date)> = None;
        for (word, date) in &self.entries {
            if let Some(date) = date
                && padded.contains(&format!(" {word} "))
                && found.is_none_or(|(len, _)| word.len() > len)
            {
                found = Some((word.len(), *date));
            }
        }
        found.map(|(_, date)| date)
    }
}

/// A time word at the start of a line, folded, and where it ends.
pub(crate) fn time_class(line: &str) -> Option<(String, usize)> {
    let words = vocabulary();
    let head: String = line.chars().take(40).collect();
    let folded = fold(&head);
    let class = words
        .time_classes
        .iter()
        .filter(|class| folded.strip_prefix(class.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
        .max_by_key(|class| class.len())?;
    // Find the end by counting letters.
    let letters = class.chars().filter(|c| c.is_alphanumeric()).count();
    let mut seen = 0;
    for (at, c) in line.char_indices() {
        if c.is_alphanumeric() {
            seen += 1;
        }
        if seen == letters {
            let end = at + c.len_utf8();
            return Some((class.clone(), end));
        }
    }
    None
}

#[derive(Debug, Clone, PartialEq)]
enum Kind {
    Number(u32, usize),
    Word(String),
    Sign(char),
}

#[derive(Debug, Clone)]
struct Token {
    kind: Kind,
    range: Range<usize>,
    /// Whether a blank stands before it.
    spaced: bool,
}

fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut spaced = true;
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            spaced = true;
            continue;
        }
        let mut end = start + c.len_utf8();
        let kind = if c.is_ascii_digit() {
            while let Some(&(at, n)) = chars.peek() {
                if !n.is_ascii_digit() {
                    break;
                }
                end = at + 1;
                chars.next();
            }
            let digits = text.get(start..end).unwrap_or("");
            Kind::Number(digits.parse().unwrap_or(u32::MAX), digits.len())
        } else if c.is_alphabetic() {
            while let Some(&(at, n)) = chars.peek() {
                if !n.is_alphabetic() && n != '\u{308}' {
                    break;
                }
                end = at + n.len_utf8();
                chars.next();
            }
            Kind::Word(fold(text.get(start..end).unwrap_or("")))
        } else {
            Kind::Sign(c)
        };
        out.push(Token { kind, range: start..end, spaced });
        spaced = false;
    }
    out
}

/// Reads dates out of tokens.
struct Reading<'a>(&'a [Token]);

impl Reading<'_> {
    fn number(&self, i: usize) -> Option<(u32, usize)> {
        match self.0.get(i)?.kind {
            Kind::Number(value, digits) => Some((value, digits)),
            _ => None,
        }
    }

    fn word(&self, i: usize) -> Option<&str> {
        match &self.0.get(i)?.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    fn sign(&self, i: usize) -> Option<char> {
        match self.0.get(i)?.kind {
            Kind::Sign(sign) => Some(sign),
            _ => None,
        }
    }

    fn is_sign(&self, i: usize, signs: &[char]) -> bool {
        self.sign(i).is_some_and(|sign| signs.contains(&sign))
    }

    /// A year, and the token after it. Not part of a longer number, not a decision number.
    fn year(&self, i: usize) -> Option<(i32, usize)> {
        let (value, digits) = self.number(i)?;
        if digits != 4 || !(1990..=2069).contains(&value) {
            return None;
        }
        let glued_sign = |i: usize| self.0.get(i).is_some_and(|token| !token.spaced);
        if self.is_sign(i + 1, &['.', ',']) && glued_sign(i + 1) && self.number(i + 2).is_some() && glued_sign(i + 2) {
            return None;
        }
        if self.is_sign(i + 1, &['/'])
            && glued_sign(i + 1)
            && self.number(i + 2).is_some_and(|(v, d)| d > 4 || d == 3 || d == 1 || (d == 4 && !(1990..=2069).contains(&v)))
        {
            return None;
        }
        if self.is_sign(i + 1, &['-']) && glued_sign(i + 1) && self.number(i + 2).is_some_and(|(_, d)| d > 4) {
            return None;
        }
        Some((i32::try_from(value).ok()?, i + 1))
    }

    /// A year or a span of years; the last year counts.
    fn years(&self, i: usize) -> Option<(i32, usize)> {
        let (first, mut next) = self.year(i)?;
        let mut last = first;
        let words = vocabulary();
        for _ in 0..4 {
            let joined = self.is_sign(next, &['/', '-', '–', '—', '−']) || matches!(self.word(next), Some("bis" | "und" | "to" | "until" | "and"));
            if !joined {
                break;
            }
            let mut at = next + 1;
            if matches!(self.word(at), Some("ende" | "zum" | "zu")) {
                at += 1;
            }
            if let Some((year, after)) = self.year(at) {
                if year < last {
                    break;
                }
                last = year;
                next = after;
            } else if let (Some((value, 2)), true) = (self.number(at), self.is_sign(next, &['/', '-', '–'])) {
                let month_follows = self.is_sign(at + 1, &['.', '-']) && self.number(at + 2).is_some();
                let year = first - first % 100 + i32::try_from(value).ok()?;
                if year <= last || year > last + 30 || month_follows {
                    break;
                }
                last = year;
                next = at + 1;
            } else {
                break;
            }
        }
        // "2030 Plätze" is a number of places.
        if self.word(next).is_some_and(|word| words.amounts.contains(word)) || self.is_sign(next, &['€', '%']) {
            return None;
        }
        Some((last, next))
    }

    /// A date expression that begins at token `i`: its last day and the token after it.
    fn date(&self, i: usize) -> Option<(Date, usize)> {
        let words = vocabulary();
        if let Some((value, digits)) = self.number(i) {
            // 2027-03-31
            if digits == 4
                && self.is_sign(i + 1, &['-'])
                && let (Some((month, 2)), true, Some((day, 2))) = (self.number(i + 2), self.is_sign(i + 3, &['-']), self.number(i + 4))
                && (1..=12).contains(&month)
                && (1..=31).contains(&day)
                && let Ok(year) = i32::try_from(value)
            {
                return Some((Date { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? }, i + 5));
            }
            if digits <= 2 && self.is_sign(i + 1, &['.']) {
                // 31.12.2026, 31.12.26
                if let Some((month, d)) = self.number(i + 2)
                    && d <= 2
                    && self.is_sign(i + 3, &['.'])
                    && (1..=12).contains(&month)
                    && (1..=31).contains(&value)
                    && let Some((year, length)) = self.number(i + 4)
                {
                    let year = if length == 2 { 2000 + year } else { year };
                    if (length == 2 || length == 4) && (1990..=2069).contains(&year) {
                        let date = Date { year: i32::try_from(year).ok()?, month: u8::try_from(month).ok()?, day: u8::try_from(value).ok()? };
                        return Some((date, i + 5));
                    }
                }
                if let Some(word) = self.word(i + 2) {
                    // 1. März 2027
                    if let Some(month) = words.month(word)
                        && (1..=31).contains(&value)
                    {
                        let at = if self.is_sign(i + 3, &['.']) { i + 4 } else { i + 3 };
                        if let Some((year, next)) = self.year(at) {
                            return Some((Date { year, month, day: u8::try_from(value).ok()? }, next));
                        }
                    }
                    // 2. Quartal 2026, 1. Halbjahr 2026
                    if let Some(found) = self.part(i + 2, value) {
                        return Some(found);
                    }
                }
            }
            // 30 June 2026
            if digits <= 2
                && (1..=31).contains(&value)
                && let Some(month) = self.word(i + 1).and_then(|word| words.month(word))
                && let Some((year, next)) = self.year(i + 2)
            {
                return Some((Date { year, month, day: u8::try_from(value).ok()? }, next));
            }
            // 08/2026, 08.2026
            if digits <= 2
                && (1..=12).contains(&value)
                && self.is_sign(i + 1, &['/', '.'])
                && self.0.get(i + 2).is_some_and(|token| !token.spaced)
                && let Some((year, next)) = self.year(i + 2)
            {
                return Some((Date::end_of(year, u8::try_from(value).ok()?), next));
            }
            if digits <= 2
                && self.word(i + 1).is_some_and(|word| words.quarters.contains(word))
                && let Some(found) = self.part(i + 1, value)
            {
                return Some(found);
            }
            let (year, next) = self.years(i)?;
            return Some((Date::end_of(year, 12), next));
        }
        let word = self.word(i)?;
        // Q2/2026, Q 2 2026, H1 2026
        if (word == "q" || word == "h")
            && let Some((value, 1)) = self.number(i + 1)
        {
            let at = if self.is_sign(i + 2, &['/', '-']) { i + 3 } else { i + 2 };
            let (year, next) = self.year(at)?;
            let months = if word == "q" { 3 } else { 6 };
            let month = u8::try_from(value).ok()?.checked_mul(months)?;
            return (1..=12).contains(&month).then(|| (Date::end_of(year, month), next));
        }
        // IV. Quartal 2024
        let roman = match word {
            "i" => 1,
            "ii" => 2,
            "iii" => 3,
            "iv" => 4,
            _ => 0,
        };
        if roman > 0 {
            let at = if self.is_sign(i + 1, &['.']) { i + 2 } else { i + 1 };
            return self.part(at, roman);
        }
        if let Some(&ordinal) = words.ordinals.get(word) {
            return self.part(i + 1, u32::from(ordinal));
        }
        // Juli 2025, Jan. 2026
        if let Some(month) = words.month(word) {
            let at = if self.is_sign(i + 1, &['.']) { i + 2 } else { i + 1 };
            // Juli/August 2026, Juli bis September 2026
            if (self.is_sign(at, &['/', '-', '–']) || matches!(self.word(at), Some("bis" | "und" | "to")))
                && self.word(at + 1).is_some_and(|word| words.month(word).is_some())
            {
                return self.date(at + 1);
            }
            let (year, next) = self.year(at)?;
            return Some((Date::end_of(year, month), next));
        }
        if let Some(&month) = words.seasons.get(word) {
            let mut at = i + 1;
            if self.is_sign(at, &['/', '-', '–']) || matches!(self.word(at), Some("und" | "bis" | "oder")) {
                if self.word(at + 1).is_some_and(|word| words.seasons.contains_key(word)) {
                    return self.date(at + 1);
                }
                at = i + 1;
            }
            let (first, _) = self.year(at)?;
            let (year, next) = self.years(at)?;
            let date = if month == 12 && year > first { Date::end_of(year, 2) } else { Date::end_of(year, month) };
            return Some((date, next));
        }
        if words.quarters.contains(word) || words.halves.contains(word) {
            let (value, 1) = self.number(i + 1)? else {
                return None;
            };
            let at = if self.is_sign(i + 2, &['/', '-', ',']) { i + 3 } else { i + 2 };
            let (year, next) = self.year(at)?;
            let months = if words.quarters.contains(word) { 3 } else { 6 };
            let month = u8::try_from(value).ok()?.checked_mul(months)?;
            return (1..=12).contains(&month).then(|| (Date::end_of(year, month), next));
        }
        if let Some(&month) = words.parts_of_year.get(word) {
            let mut at = i + 1;
            while matches!(self.word(at), Some("des" | "of" | "the" | "jahres" | "der" | "year" | "dem" | "jahr")) {
                at += 1;
            }
            // "mid-2028"
            if at == i + 1 && self.is_sign(at, &['-']) {
                at += 1;
            }
            if let Some((year, next)) = self.years(at) {
                return Some((Date::end_of(year, month), next));
            }
            // Ende März 2027
            return self
                .word(at)
                .is_some_and(|word| words.month(word).is_some() || words.seasons.contains_key(word))
                .then(|| self.date(at))
                .flatten();
        }
        if words.school_years.contains(word) {
            let (first, _) = self.year(i + 1)?;
            let (year, next) = self.years(i + 1)?;
            let year = if year == first { year + 1 } else { year };
            return Some((Date::end_of(year, 7), next));
        }
        if words.budget_years.contains(word) {
            let mut at = i + 1;
            while matches!(self.word(at), Some("year" | "jahr" | "jahre" | "der" | "des" | "die")) {
                at += 1;
            }
            let (year, next) = self.years(at)?;
            return Some((Date::end_of(year, 12), next));
        }
        None
    }

    /// A quarter or half of a year, whose number has been read.
    fn part(&self, i: usize, value: u32) -> Option<(Date, usize)> {
        let words = vocabulary();
        let word = self.word(i)?;
        let months = if words.quarters.contains(word) {
            3
        } else if words.halves.contains(word) {
            6
        } else {
            return None;
        };
        let mut at = i + 1;
        if self.is_sign(at, &['/', '-', ',']) || matches!(self.word(at), Some("des" | "of" | "im")) {
            at += 1;
        }
        if matches!(self.word(at), Some("jahres")) {
            at += 1;
        }
        let (year, next) = self.year(at)?;
        let month = u8::try_from(value).ok()?.checked_mul(months)?;
        (1..=12).contains(&month).then(|| (Date::end_of(year, month), next))
    }
}

/// The last day that any date in the text allows.
pub(crate) fn latest_in(text: &str) -> Option<Date> {
    let tokens = tokens(text);
    let reading = Reading(&tokens);
    let mut latest: Option<Date> = None;
    let mut i = 0;
    while i < tokens.len() {
        let since = i > 0 && matches!(reading.word(i - 1), Some("seit" | "since" | "stand" | "nach" | "after" | "beyond"));
        match reading.date(i) {
            Some((date, next)) => {
                if !since && latest.is_none_or(|known| known < date) {
                    latest = Some(date);
                }
                i = next.max(i + 1);
            }
            None => i += 1,
        }
    }
    latest
}

/// Whether a value says nothing ("-", "k. A.", "noch festzulegen").
pub fn is_empty_value(value: &str) -> bool {
    let folded = fold(value);
    folded.is_empty() || vocabulary().empty.contains(&folded)
}

/// Reads the value of a label or a cell as a date.
pub fn deadline(value: &str, legend: &Legend, _lang: Lang) -> Option<Deadline> {
    let text = value.trim();
    if is_empty_value(text) {
        return None;
    }
    let latest = latest_in(text).or_else(|| legend.latest(&fold(text)));
    Some(Deadline { text: text.to_owned(), latest, verifiable: latest.is_some() })
}

/// Finds a date in a sentence that is a deadline and not the date of a law, a session or a figure.
pub fn deadline_in_prose(sentence: &str, legend: &Legend, _lang: Lang) -> Option<(Range<usize>, Deadline)> {
    if !sentence.bytes().any(|byte| byte.is_ascii_digit()) {
        return soft_deadline(sentence, legend);
    }
    let words = vocabulary();
    let tokens = tokens(sentence);
    let reading = Reading(&tokens);
    let past = tokens.iter().any(|token| matches!(&token.kind, Kind::Word(word) if words.past_states.contains(word)));
    let mut best: Option<(Range<usize>, Date)> = None;
    let mut i = 0;
    while i < tokens.len() {
        let Some((date, next)) = reading.date(i) else {
            i += 1;
            continue;
        };
        let end = tokens.get(next - 1).map_or(sentence.len(), |token| token.range.end);
        if let Some(cue) = cue(&reading, i, past) {
            let start = tokens.get(cue).map_or(0, |token| token.range.start);
            // Of several dates the last day counts ("von 2025 bis 2027").
            best = match best {
                Some((range, known)) if known >= date => Some((range, known)),
                Some((range, _)) if range.end + 12 >= start => Some((range.start..end, date)),
                Some((range, known)) => Some((range, known)),
                None => Some((start..end, date)),
            };
        }
        i = next.max(i + 1);
    }
    match best {
        Some((range, date)) => {
            let text = sentence.get(range.clone()).unwrap_or("").to_owned();
            Some((range, Deadline { text, latest: Some(date), verifiable: true }))
        }
        None => soft_deadline(sentence, legend),
    }
}

/// The last date of a sentence that reports something done: "seit April 2023", "im Mai 2025 unterzeichnet".
pub(crate) fn date_of_report(sentence: &str) -> Option<(Range<usize>, Deadline)> {
    let tokens = tokens(sentence);
    let reading = Reading(&tokens);
    let mut best: Option<(Range<usize>, Date)> = None;
    let mut i = 0;
    while i < tokens.len() {
        let Some((date, next)) = reading.date(i) else {
            i += 1;
            continue;
        };
        let before = i.checked_sub(1).and_then(|at| reading.word(at)).unwrap_or("");
        let year_only = next == i + 1;
        // "seit 2022" tells how long it has been so; "von 2008" and "DIN 2010" belong to a name.
        let other = matches!(before, "stand" | "von" | "din" | "nr" | "fassung" | "beschluss" | "gesetz") || (year_only && before == "seit");
        if !other && best.as_ref().is_none_or(|(_, known)| *known < date) {
            let start = tokens.get(i).map_or(0, |token| token.range.start);
            let end = tokens.get(next - 1).map_or(sentence.len(), |token| token.range.end);
            best = Some((start..end, date));
        }
        i = next.max(i + 1);
    }
    let (range, date) = best?;
    let text = sentence.get(range.clone())?.to_owned();
    Some((range, Deadline { text, latest: Some(date), verifiable: true }))
}

/// A time word in a sentence that the plan's legend turns into a date.
fn soft_deadline(sentence: &str, legend: &Legend) -> Option<(Range<usize>, Deadline)> {
    for (word, date) in &legend.entries {
        let Some(date) = date else { continue };
        if let Some(at) = find_word(sentence, word) {
            let range = at..at + word.len();
            let text = sentence.get(range.clone())?.to_owned();
            return Some((range, Deadline { text, latest: Some(*date), verifiable: true }));
        }
    }
    None
}

/// Finds an ASCII-lowercase word as a whole word.
fn find_word(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).find(|&at| {
        let before = text.get(..at).and_then(|s| s.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|s| s.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// The token where the cue before a date begins; `None` when the date is no deadline.
fn cue(reading: &Reading<'_>, at: usize, past: bool) -> Option<usize> {
    let words = vocabulary();
    let own = reading.word(at);
    // The words directly before the date, nearest first; a sign ends them.
    let before: Vec<&str> = (0..at).rev().take(4).map_while(|i| reading.word(i)).collect();
    let phrase = |n: usize| -> Option<String> {
        let part = before.get(..n)?;
        Some(part.iter().rev().copied().collect::<Vec<_>>().join(" "))
    };
    for n in (1..=before.len()).rev() {
        if let Some(phrase) = phrase(n)
            && words.no_deadline.contains(&phrase)
        {
            return None;
        }
    }
    for n in (1..=before.len()).rev() {
        let Some(found) = phrase(n) else { continue };
        if !words.cues.contains(&found) {
            continue;
        }
        let last = before.first().copied().unwrap_or("");
        let strong = before.iter().take(n).any(|word| {
            matches!(*word, "bis" | "ab" | "spätestens" | "by" | "until" | "noch" | "zum" | "erstmals" | "frühestens" | "voraussichtlich" | "from")
        });
        if past && (!strong || last == "bis" || before.contains(&"zum")) {
            return None;
        }
        // A law or a treaty lies in the past.
        if before.get(n).is_some_and(|word| matches!(*word, "seit" | "vom" | "stand" | "fassung")) {
            return None;
        }
        return Some(at - n);
    }
    // "(2027)" and "2026 baut die Stadt …", "Ende 2026 wird …", "Mitte 2027"
    let opens = at == 0 || reading.is_sign(at - 1, &['(', ',', ';', ':', '–']);
    let part = own.is_some_and(|word| {
        words.parts_of_year.contains_key(word)
            || words.school_years.contains(word)
            || words.budget_years.contains(word)
            || words.seasons.contains_key(word)
    });
    let quarter = own.is_some_and(|word| matches!(word, "q" | "h"));
    if past {
        return None;
    }
    if part || quarter {
        return Some(at);
    }
    let bare_year = reading.year(at).is_some();
    let verb_follows = at == 0
        && bare_year
        && reading.word(at + 1).is_some_and(|word| {
            matches!(
                word,
                "wird"
                    | "werden"
                    | "soll"
                    | "sollen"
                    | "ist"
                    | "sind"
                    | "beginnt"
                    | "folgt"
                    | "findet"
                    | "startet"
                    | "baut"
                    | "führt"
                    | "richtet"
                    | "erhält"
                    | "legt"
                    | "will"
            ) || word.ends_with('t')
        });
    let bracket = opens && at > 0 && reading.is_sign(at - 1, &['(']) && bare_year && {
        let after = reading.years(at).map_or(at + 1, |(_, next)| next);
        reading.is_sign(after, &[')', ',', ';']) && after <= at + 4
    };
    (verb_follows || bracket).then_some(at)
}

// ---------------------------------------------------------------------------------------------
// Units

/// Reads the value of a label or a cell as a responsible unit; `None` when it names none.
pub fn responsible(value: &str) -> Option<String> {
    let text = value.trim().trim_matches(['.', ';', ',', '|']).trim();
    if is_empty_value(text) {
        return None;
    }
    let words = vocabulary();
    let named = text.split([',', ';', '/', '|', '\n', '&', '+']).flat_map(|part| part.split(" und ")).any(|part| {
        let folded = fold(part);
        if folded.is_empty() || words.empty.contains(&folded) || words.vague.contains(&folded) {
            return false;
        }
        if folded.chars().all(|c| c.is_numeric() || c == ' ') {
            return false;
        }
        // "alle Ämter", "die Stadt", "Stadt Musterau"
        let mut parts = folded.split(' ');
        let first = parts.next().unwrap_or("");
        let rest: Vec<&str> = parts.collect();
        if matches!(first, "alle" | "sämtliche" | "jeweilige" | "jeweiliges" | "verschiedene" | "diverse" | "all" | "various") && !names_unit(part) {
            return false;
        }
        let place = matches!(
            first,
            "stadt"
                | "gemeinde"
                | "markt"
                | "landkreis"
                | "kreis"
                | "landeshauptstadt"
                | "hansestadt"
                | "kommune"
                | "verwaltung"
                | "stadtverwaltung"
                | "gemeindeverwaltung"
                | "kreisstadt"
                | "city"
        );
        !(place && rest.len() <= 3 && !names_unit(part))
    });
    named.then(|| text.to_owned())
}

/// Whether the words hold the name of a unit, in whatever role.
fn names_unit(text: &str) -> bool {
    word_ranges(text).iter().any(|range| {
        let word = text.get(range.clone()).unwrap_or("");
        unit_kind(word).is_some() || vocabulary().companies.contains(&fold(word)) || vocabulary().unit_heads.contains(&fold(word))
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
    Neuter,
    Feminine,
    Masculine,
    Plural,
    Any,
}

fn word_ranges(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start: Option<usize> = None;
    for (at, c) in text.char_indices() {
        let inside = c.is_alphanumeric() || matches!(c, '-' | '*' | '_');
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                out.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        out.push(from..text.len());
    }
    out
}

/// What kind of unit a single word names by its ending.
fn unit_kind(word: &str) -> Option<Gender> {
    if !word.starts_with(char::is_uppercase) || word.len() < 4 {
        return None;
    }
    let words = vocabulary();
    // Gender signs: Beauftragte*r
    let folded = fold(word.split(['*', '_', ':']).next().unwrap_or(word)).replace(' ', "");
    // "unter Leitung des Hauptamts"
    let genitive = ["amts", "amtes", "dezernats", "referats"].iter().any(|end| folded.ends_with(end));
    let folded = if genitive { folded.trim_end_matches("es").trim_end_matches('s').to_owned() } else { folded };
    let list = |kind: &str| words.units.get(kind).map_or(&[][..], Vec::as_slice);
    if list("not").iter().any(|not| folded == *not || (not.ends_with("amt") && folded.ends_with(not.as_str()) && not != "samt")) {
        return None;
    }
    for (kind, gender) in [
        ("suffix_n", Gender::Neuter),
        ("suffix_f", Gender::Feminine),
        ("suffix_m", Gender::Masculine),
        ("suffix_x", Gender::Any),
        ("suffix_p", Gender::Plural),
    ] {
        if list(kind).iter().any(|suffix| folded.ends_with(suffix.as_str()) && (folded.len() > suffix.len() || suffix.len() > 5)) {
            return Some(gender);
        }
    }
    None
}

/// Words that end the name of an English unit or position.
const ENGLISH_UNITS: [&str; 18] = [
    "Services",
    "Service",
    "Department",
    "Team",
    "Unit",
    "Office",
    "Officer",
    "Manager",
    "Coordinator",
    "Directorate",
    "Division",
    "Works",
    "Resources",
    "Director",
    "Operations",
    "Engineering",
    "Committee",
    "Library",
];

/// Finds the named units that act in an English sentence: "The Planning Department will …", "(Community Services)", "by Property Services".
pub fn english_units_in_prose(sentence: &str) -> Vec<Range<usize>> {
    let ranges = word_ranges(sentence);
    let word = |i: usize| ranges.get(i).and_then(|range: &Range<usize>| sentence.get(range.clone())).unwrap_or("");
    let capital = |i: usize| word(i).starts_with(char::is_uppercase) && !matches!(word(i), "The" | "By" | "In" | "From" | "A" | "An" | "Our");
    let mut out = Vec::new();
    let mut i = 0;
    while i < ranges.len() {
        if !capital(i) {
            i += 1;
            continue;
        }
        let mut last = i;
        while capital(last + 1) || (matches!(word(last + 1), "and" | "of" | "&" | "s") && capital(last + 2)) {
            last += if capital(last + 1) { 1 } else { 2 };
            let joined = sentence.get(ranges[last - 1].end..ranges[last].start).unwrap_or("");
            if joined.contains([',', '.', ';', ':', '(']) {
                last -= 1;
                break;
            }
        }
        let named = last > i && (ENGLISH_UNITS.contains(&word(last)) || matches!(word(i), "Manager" | "Director" | "Coordinator"));
        let before = sentence.get(..ranges[i].start).unwrap_or("").trim_end();
        let after = sentence.get(ranges[last].end..).unwrap_or("");
        let acts = before.is_empty()
            || [" will ", " must ", " is to "].iter().any(|verb| after.starts_with(verb))
            || before.ends_with(['(', ':', ','])
            || before.ends_with("by")
            || before.ends_with("by the")
            || before == "The"
            || before.ends_with(" the") && i <= 5;
        if named && acts {
            out.push(ranges[i].start..ranges[last].end);
        }
        i = last + 1;
    }
    out
}

/// Finds the named units that act in a sentence, not those it only speaks of.
pub fn units_in_prose(sentence: &str) -> Vec<Range<usize>> {
    let words = vocabulary();
    let ranges = word_ranges(sentence);
    let word = |i: usize| ranges.get(i).and_then(|range| sentence.get(range.clone())).unwrap_or("");
    let gap = |i: usize| match (ranges.get(i), ranges.get(i + 1)) {
        (Some(a), Some(b)) => sentence.get(a.end..b.start).unwrap_or(""),
        _ => "",
    };
    let charge = ["zuständig", "federführ", "verantwort", "liegt", "obliegt", "beauftragt"].iter().any(|sign| sentence.contains(sign));
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut after_actor = false;
    let mut i = 0;
    while i < ranges.len() {
        let here = word(i);
        let folded = fold(here);
        let mut last = i;
        let mut gender = unit_kind(here);
        let head = here.starts_with(char::is_uppercase) && words.unit_heads.contains(&folded);
        if head && !here.chars().any(char::is_numeric) {
            // Fachbereich Soziales, Amt 50, Dezernat II, Amt für Soziales und Wohnen
            let next = word(i + 1);
            let short = matches!(folded.as_str(), "ma" | "sg" | "fb" | "fd" | "dez" | "abt" | "team");
            let abbreviation = !short || here.chars().filter(|c| c.is_uppercase()).count() >= 2 || matches!(here, "Dez" | "Abt" | "Team");
            let numeral = next.chars().all(|c| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X')) && !next.is_empty();
            let named = next.starts_with(char::is_uppercase) && gap(i).trim().is_empty() && !short;
            let spaced = matches!(gap(i).trim(), "" | ".");
            if abbreviation && spaced && (numeral || named) {
                last = i + 1;
            } else if matches!(next, "für" | "der" | "des" | "zur") && word(i + 2).starts_with(char::is_uppercase) && gap(i).trim().is_empty() {
                last = i + 2;
            } else if matches!(next, "für") && word(i + 3).starts_with(char::is_uppercase) {
                last = i + 3;
            }
            if last > i {
                // … und Wohnen, … , Jugend und Familie
                loop {
                    let joined = gap(last).trim();
                    if joined.is_empty()
                        && matches!(word(last + 1), "und" | "&")
                        && word(last + 2).starts_with(char::is_uppercase)
                        && unit_kind(word(last + 2)).is_none()
                        && !numeral
                    {
                        last += 2;
                    } else if joined == "," && word(last + 1).starts_with(char::is_uppercase) && word(last + 2) == "und" && !numeral {
                        last += 1;
                    } else {
                        break;
                    }
                }
                gender = Some(match folded.as_str() {
                    "amt" | "dezernat" | "referat" | "sachgebiet" | "fachgebiet" | "ressort" | "team" | "departement" | "dez" | "sg" => {
                        Gender::Neuter
                    }
                    "abteilung"
                    | "stabsstelle"
                    | "stabstelle"
                    | "fachabteilung"
                    | "koordinierungsstelle"
                    | "fachstelle"
                    | "direktion"
                    | "abt"
                    | "ma" => Gender::Feminine,
                    _ => Gender::Masculine,
                });
            } else if gender.is_none() {
                i += 1;
                continue;
            }
        }
        if words.companies.contains(&folded) && here.chars().filter(|c| c.is_uppercase()).count() >= 2 {
            // The capitalised words before it are its name.
            let mut first = i;
            while first > 0
                && first + 4 > i
                && word(first - 1).starts_with(char::is_uppercase)
                && gap(first - 1).trim().is_empty()
                && !is_article(&fold(word(first - 1)))
            {
                first -= 1;
            }
            if first < i && acts(sentence, &ranges, first, Gender::Feminine, after_actor, charge) {
                push_unit(&mut out, &ranges, first, i);
                after_actor = true;
            }
            i += 1;
            continue;
        }
        let Some(gender) = gender else {
            if !matches!(here, "und" | "sowie" | "oder") && !here.ends_with('-') {
                after_actor = after_actor && here.starts_with(char::is_uppercase);
            }
            i += 1;
            continue;
        };
        // Sozial- und Jugendbehörde
        let mut first = i;
        if i >= 2 && matches!(word(i - 1), "und" | "&") && word(i - 2).ends_with('-') {
            first = i - 2;
        }
        // Städtisches, Kommunale …
        while first > 0 && word(first - 1).starts_with(char::is_uppercase) && gap(first - 1).trim().is_empty() && adjective(word(first - 1)) {
            first -= 1;
        }
        if last == i && word(i + 1) == "für" && gap(i).trim().is_empty() {
            // Koordinierungsstelle für Teilhabe, Beauftragte für die Belange …
            let at = if word(i + 2).starts_with(char::is_uppercase) { i + 2 } else { i + 3 };
            if word(at).starts_with(char::is_uppercase) {
                last = at;
            }
        } else if last == i
            && gender != Gender::Any
            && word(i + 1).starts_with(char::is_uppercase)
            && gap(i).trim().is_empty()
            && unit_kind(word(i + 1)).is_none()
        {
            last = i + 1;
        }
        if acts(sentence, &ranges, first, gender, after_actor, charge) {
            push_unit(&mut out, &ranges, first, last);
            after_actor = true;
        } else {
            after_actor = false;
        }
        i = last + 1;
    }
    out
}

fn push_unit(out: &mut Vec<Range<usize>>, ranges: &[Range<usize>], first: usize, last: usize) {
    if let (Some(from), Some(to)) = (ranges.get(first), ranges.get(last)) {
        out.push(from.start..to.end);
    }
}

fn adjective(word: &str) -> bool {
    let folded = fold(word);
    ["freiwillige", "städtische", "städtisches", "kommunale", "kommunales", "kommunaler", "kreiseigene"].contains(&folded.as_str())
}

fn is_article(folded: &str) -> bool {
    matches!(folded, "der" | "die" | "das" | "den" | "dem" | "des" | "vom" | "durch" | "von" | "im" | "beim" | "zum" | "zur" | "mit" | "ein" | "eine")
}

/// Whether the unit that begins at word `first` does something, judged by what stands before it.
fn acts(sentence: &str, ranges: &[Range<usize>], first: usize, gender: Gender, after_actor: bool, charge: bool) -> bool {
    let word = |i: usize| ranges.get(i).and_then(|range| sentence.get(range.clone())).unwrap_or("");
    let Some(start) = ranges.get(first).map(|range| range.start) else {
        return false;
    };
    if first == 0 {
        return true;
    }
    let mut before = first - 1;
    let gap = ranges.get(before).map_or("", |range| sentence.get(range.end..start).unwrap_or(""));
    if gap.contains(['(', ':', '–', '/', '|']) || gap.contains("- ") {
        return true;
    }
    // Städtische, zuständige … between the article and the name
    let mut steps = 0;
    while steps < 2
        && before > 0
        && word(before).starts_with(char::is_lowercase)
        && !is_article(&fold(word(before)))
        && (word(before).ends_with('e') || word(before).ends_with("er") || word(before).ends_with("es") || word(before).ends_with("en"))
        && is_article(&fold(word(before - 1)))
    {
        before -= 1;
        steps += 1;
    }
    let folded = fold(word(before));
    let earlier = if before > 0 { fold(word(before - 1)) } else { String::new() };
    match folded.as_str() {
        "und" | "sowie" | "oder" | "bzw" => after_actor,
        "das" => matches!(gender, Gender::Neuter | Gender::Any) && !matches!(earlier.as_str(), "für" | "über" | "an" | "auf" | "in" | "gegen" | "um"),
        "die" => {
            matches!(gender, Gender::Feminine | Gender::Plural | Gender::Any)
                && !matches!(earlier.as_str(), "für" | "über" | "an" | "auf" | "in" | "gegen" | "um")
        }
        "der" => match gender {
            Gender::Masculine | Gender::Any => {
                !matches!(earlier.as_str(), "mit" | "bei" | "in" | "zu" | "aus" | "an" | "auf") || (charge && earlier == "bei")
            }
            _ => earlier == "von" || (charge && earlier == "bei"),
        },
        "des" => matches!(earlier.as_str(), "leitung" | "federführung" | "verantwortung" | "regie"),
        "den" => earlier == "durch" || (gender == Gender::Plural && earlier == "von"),
        "dem" => earlier == "von" || (charge && earlier == "bei"),
        "vom" | "durch" | "von" => true,
        "beim" => charge,
        "unser" | "unsere" => true,
        "stadt" | "kreis" | "landkreis" => false,
        "hat" | "wird" | "werden" | "soll" | "ist" => true,
        _ => gap.contains(',') && after_actor,
    }
}

// ---------------------------------------------------------------------------------------------
// Money, indicators, status

/// Reads the value of a label or a cell as a statement on money.
pub fn budget(value: &str) -> Option<String> {
    let text = value.trim();
    (!is_empty_value(text)).then(|| text.to_owned())
}

/// Finds an amount of money in a sentence.
pub fn money_in_prose(sentence: &str) -> Option<Range<usize>> {
    let tokens = tokens(sentence);
    for (i, token) in tokens.iter().enumerate() {
        let currency = match &token.kind {
            Kind::Sign('€' | '$') => true,
            Kind::Word(word) => {
                matches!(word.as_str(), "euro" | "eur" | "franken" | "chf" | "teur")
            }
            _ => false,
        };
        if !currency {
            continue;
        }
        // "2027 CHF 860'000": the currency belongs to the number behind it.
        let leads =
            matches!(&token.kind, Kind::Word(word) if word == "chf") && matches!(tokens.get(i + 1).map(|next| &next.kind), Some(Kind::Number(..)));
        // Numbers and their dress before: 1,2 Mio. Euro; 35.000,-- €
        let mut first = i;
        let mut number = false;
        while first > 0 && !leads {
            let Some(before) = tokens.get(first - 1) else {
                break;
            };
            let part = match &before.kind {
                Kind::Number(..) => {
                    number = true;
                    true
                }
                Kind::Sign(sign) => matches!(sign, '.' | ',' | '-' | '–' | '\'' | '’'),
                Kind::Word(word) => matches!(word.as_str(), "mio" | "millionen" | "million" | "tsd" | "tausend" | "mrd" | "t"),
            };
            if !part || i - first > 9 {
                break;
            }
            first -= 1;
        }
        if number {
            while first < i && !matches!(tokens.get(first).map(|token| &token.kind), Some(Kind::Number(..))) {
                first += 1;
            }
            return Some(tokens.get(first)?.range.start..token.range.end);
        }
        // € 400.000,--
        if let Some(Token { kind: Kind::Number(..), .. }) = tokens.get(i + 1) {
            let mut last = i + 1;
            while let (Some(sign), Some(next)) = (tokens.get(last + 1), tokens.get(last + 2)) {
                if matches!(sign.kind, Kind::Sign('.' | ',' | '\'' | '’')) && matches!(next.kind, Kind::Number(..)) && !next.spaced {
                    last += 2;
                } else {
                    break;
                }
            }
            if tokens.get(last + 1).is_some_and(|next| matches!(&next.kind, Kind::Word(word) if matches!(word.as_str(), "mio" | "mrd" | "tsd"))) {
                last += 1;
            }
            return Some(token.range.start..tokens.get(last)?.range.end);
        }
    }
    None
}

// ---------------------------------------------------------------------------------------------
// Cells that have lost their table

/// Where a time that begins the text ends: "bis Ende 2027 …", "fortlaufend …", "– …".
pub(crate) fn time_at_start(text: &str) -> Option<usize> {
    let words = vocabulary();
    let tokens = tokens(text.get(..text.char_indices().nth(120).map_or(text.len(), |(at, _)| at))?);
    let reading = Reading(&tokens);
    const CUES: [&str; 32] = [
        "bis",
        "ab",
        "zum",
        "zur",
        "im",
        "in",
        "den",
        "dem",
        "der",
        "spätestens",
        "noch",
        "vom",
        "von",
        "baubeginn",
        "beginn",
        "fertigstellung",
        "bezug",
        "saison",
        "erstmals",
        "voraussichtlich",
        "frühestens",
        "jährlich",
        "start",
        "by",
        "from",
        "until",
        "mid",
        "umsetzung",
        "ca",
        "lehrbeginn",
        "abschluss",
        "eröffnung",
    ];
    // A date, perhaps behind "bis zur Abstimmung vom".
    let named = matches!(reading.word(0), Some("bis" | "ab" | "zum" | "zur" | "vor" | "mit"));
    let mut i = 0;
    while i <= 5 {
        if let Some((_, mut next)) = reading.date(i) {
            // "2026 bis 2027", "Juni 2026, jährlich"
            loop {
                let joined = reading.is_sign(next, &['/', '-', '–', '+']) || matches!(reading.word(next), Some("bis" | "und"));
                match reading.date(next + 1).filter(|_| joined) {
                    Some((_, after)) => next = after,
                    None => break,
                }
            }
            if reading.word(next).is_some_and(|word| words.soft_times.contains(word)) {
                next += 1;
            }
            return tokens.get(next - 1).map(|token| token.range.end);
        }
        match reading.word(i) {
            Some(word) if CUES.contains(&word) || named => i += 1,
            None if i > 0 && reading.is_sign(i, &['.', ',']) => i += 1,
            _ => break,
        }
    }
    // Words of time; and those that say that none is known.
    let known = |count: usize| {
        let end = tokens.get(count - 1)?.range.end;
        let folded = fold(text.get(..end)?);
        (words.soft_times.contains(&folded) || words.time_classes.contains(&folded) || words.empty.contains(&folded)).then_some(end)
    };
    if let Some(end) = (1..=5.min(tokens.len())).rev().find_map(known) {
        return Some(end);
    }
    if reading.is_sign(0, &['-', '–', '—']) {
        return tokens.first().map(|token| token.range.end);
    }
    // "nach Landerwerb", "bei Bedarf"
    let noun = tokens.get(1).and_then(|token| text.get(token.range.clone())).is_some_and(|word| word.starts_with(char::is_uppercase));
    (matches!(reading.word(0), Some("nach" | "bei" | "mit")) && noun).then(|| tokens.get(1).map(|token| token.range.end))?
}

/// Whether the text is a statement on money and nothing else: "32 T€ p. a.", "kostenneutral", "im Budget enthalten".
pub(crate) fn is_money(text: &str) -> bool {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > 70 || text.split_whitespace().count() > 9 {
        return false;
    }
    if matches!(text, "-" | "–" | "—") {
        return true;
    }
    if let Some(range) = money_in_prose(text) {
        let before = text.get(..range.start).unwrap_or("");
        return before.split_whitespace().count() <= 2 && !before.trim_end().ends_with(['.', ';']);
    }
    let folded = fold(text);
    let first = folded.split(' ').next().unwrap_or("");
    const KINDS: [&str; 14] = [
        "kosten",
        "mittel",
        "budget",
        "haushalt",
        "stelle",
        "stellen",
        "vzä",
        "vzw",
        "bordmittel",
        "beziffert",
        "bezifferbar",
        "kostenneutral",
        "stellenplan",
        "personal",
    ];
    let last = folded.rsplit(' ').next().unwrap_or("");
    let names = folded.split(' ').any(|word| KINDS.iter().any(|kind| word == *kind || (kind.len() > 5 && word.ends_with(kind))));
    let opens = first.chars().all(|c| c.is_ascii_digit())
        || matches!(
            first,
            "im" | "aus" | "keine" | "kein" | "ohne" | "noch" | "nicht" | "vorhandene" | "eigene" | "vorbehaltlich" | "rund" | "ca" | "zusätzliche"
        )
        || KINDS.contains(&first);
    names && opens && !last.is_empty()
}

/// Where a status that begins the text ends.
pub(crate) fn status_at_start(text: &str) -> Option<usize> {
    let ranges = word_ranges(text);
    (1..=4.min(ranges.len())).rev().find_map(|count| {
        let end = ranges.get(count - 1)?.end;
        vocabulary().statuses.contains_key(&fold(text.get(..end)?)).then_some(end)
    })
}

/// Whether a single word names a unit where a unit is looked for: "Werkhof", "Schulpflege", "Familienverein".
pub(crate) fn cell_unit(word: &str) -> bool {
    if !word.starts_with(char::is_uppercase) {
        return false;
    }
    let folded = fold(word).replace(' ', "");
    let listed = vocabulary().units.get("cell").is_some_and(|list| list.iter().any(|end| folded.ends_with(end.as_str())));
    let not = vocabulary().units.get("not").is_some_and(|list| list.contains(&folded));
    unit_kind(word).is_some() || (listed && !not) || vocabulary().companies.contains(&folded)
}

/// Whether the words are the name of a unit and nothing else.
pub(crate) fn is_unit(text: &str) -> bool {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > 80 || text.ends_with('.') && text.len() > 6 {
        return false;
    }
    let ranges = word_ranges(text);
    let word = |i: usize| ranges.get(i).and_then(|range| text.get(range.clone())).unwrap_or("");
    let named = (0..ranges.len()).any(|i| {
        let head = vocabulary().unit_heads.contains(&fold(word(i))) && !word(i + 1).is_empty();
        cell_unit(word(i)) || head
    });
    // Small words only where a name has them: "Amt für Soziales und Wohnen", "Büro des Kreistags".
    let small = |word: &str| {
        word.starts_with(char::is_lowercase)
            && !matches!(
                word,
                "für" | "und" | "der" | "des" | "die" | "den" | "mit" | "im" | "in" | "zur" | "von" | "e" | "mbh" | "of" | "and" | "for"
            )
    };
    named && ranges.len() <= 12 && !ranges.iter().any(|range| small(text.get(range.clone()).unwrap_or("")))
}

/// Reads the value of a label or a cell as an indicator.
pub fn indicator(value: &str) -> Option<String> {
    let text = value.trim();
    (!is_empty_value(text)).then(|| text.to_owned())
}

/// How far a measure has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    Done,
    Ongoing,
    Planned,
    Open,
    Deferred,
    Rejected,
}

impl Status {
    /// The name used in machine output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Ongoing => "ongoing",
            Self::Planned => "planned",
            Self::Open => "open",
            Self::Deferred => "deferred",
            Self::Rejected => "rejected",
        }
    }
}

/// Reads the value of a label or a cell as a status: the first known words count, the longest of them.
pub fn status(value: &str) -> Option<Status> {
    let words = vocabulary();
    for c in value.chars() {
        match c {
            '✅' | '🟢' | '✔' | '☑' => return Some(Status::Done),
            '🟡' | '🟠' => return Some(Status::Ongoing),
            '🔴' => return Some(Status::Open),
            _ => {}
        }
    }
    let folded = fold(value);
    let parts: Vec<&str> = folded.split(' ').collect();
    // "umgesetzt: 5", "22 geschult", "drei fertig": a part is done.
    let number = |word: &&str| {
        word.parse::<u32>().is_ok_and(|number| number < 1990)
            || matches!(*word, "zwei" | "drei" | "vier" | "fünf" | "sechs" | "sieben" | "acht" | "neun" | "zehn")
    };
    let finished = |word: &str| {
        words.statuses.get(word).is_some_and(|name| name == "done")
            || (word.starts_with("ge") && word.ends_with('t'))
            || matches!(word, "fertig" | "umgebaut")
    };
    if let [a, b] = parts.as_slice()
        && ((number(a) && finished(b)) || (number(b) && finished(a)))
    {
        return Some(Status::Ongoing);
    }
    for start in 0..parts.len() {
        for length in (1..=4.min(parts.len() - start)).rev() {
            let Some(phrase) = parts.get(start..start + length).map(|part| part.join(" ")) else {
                continue;
            };
            if let Some(name) = words.statuses.get(&phrase) {
                return Some(match name.as_str() {
                    "done" => Status::Done,
                    "ongoing" => Status::Ongoing,
                    "planned" => Status::Planned,
                    "deferred" => Status::Deferred,
                    "rejected" => Status::Rejected,
                    _ => Status::Open,
                });
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn latest(value: &str) -> String {
        let legend = Legend::default();
        match deadline(value, &legend, Lang::De) {
            Some(Deadline { latest: Some(date), verifiable: true, .. }) => date.to_string(),
            Some(Deadline { verifiable: false, .. }) => "soft".to_owned(),
            _ => "none".to_owned(),
        }
    }

    #[test]
    fn values_become_their_last_day() {
        for (value, day) in [
            ("bis Ende 2027", "2027-12-31"),
            ("Q2/2026", "2026-06-30"),
            ("Q 4 2026", "2026-12-31"),
            ("2. Quartal 2026", "2026-06-30"),
            ("IV. Quartal 2024", "2024-12-31"),
            ("erstes Halbjahr 2026", "2026-06-30"),
            ("Frühjahr 2026", "2026-05-31"),
            ("Sommer/Herbst 2023", "2023-11-30"),
            ("Schuljahr 2026/27", "2027-07-31"),
            ("2025–2028", "2028-12-31"),
            ("2025 bis 2028", "2028-12-31"),
            ("2025/26", "2026-12-31"),
            ("Doppelhaushalt 2025/2026", "2026-12-31"),
            ("Mitte 2026", "2026-06-30"),
            ("Ende März 2027", "2027-03-31"),
            ("ab 2027", "2027-12-31"),
            ("31.12.2026", "2026-12-31"),
            ("1.3.26", "2026-03-01"),
            ("1. März 2027", "2027-03-01"),
            ("2027-04-30", "2027-04-30"),
            ("08/2026", "2026-08-31"),
            ("02.2028", "2028-02-29"),
            ("noch 2027", "2027-12-31"),
            ("Juli 2025", "2025-07-31"),
            ("laufend, erstmals 2027", "2027-12-31"),
            ("jährlich ab 2026", "2026-12-31"),
            ("by the end of June 2026", "2026-06-30"),
            ("laufend", "soft"),
            ("mittelfristig", "soft"),
            ("Daueraufgabe", "soft"),
            ("seit 2019", "soft"),
            ("Beschluss 2022/0302", "soft"),
            ("-", "none"),
            ("noch festzulegen", "none"),
            ("", "none"),
        ] {
            assert_eq!(latest(value), day, "{value}");
        }
    }

    #[test]
    fn a_legend_turns_words_into_days() {
        let mut legend = Legend::default();
        assert!(legend.read("kurzfristig = bis 2027"));
        assert!(legend.read("mittelfristig: 2028–2030"));
        assert!(!legend.read("Kurzfristig baut die Stadt um."));
        let found = deadline("kurzfristig", &legend, Lang::De).expect("a deadline");
        assert_eq!(found.latest, Some(Date { year: 2027, month: 12, day: 31 }));
        assert!(!deadline("langfristig", &legend, Lang::De).expect("words").verifiable);
    }

    #[test]
    fn sentences_hold_deadlines_only_with_a_cue() {
        let legend = Legend::default();
        let read = |sentence: &str| {
            deadline_in_prose(sentence, &legend, Lang::De)
                .map(|(range, found)| (sentence[range].to_owned(), found.latest.map(|date| date.to_string()).unwrap_or_default()))
        };
        for (sentence, words, day) in [
            ("Das Bauamt baut bis Ende 2027 eine Rampe.", "bis Ende 2027", "2027-12-31"),
            ("Ab dem 1. Januar 2026 gilt die Regel.", "Ab dem 1. Januar 2026", "2026-01-01"),
            ("Im Haushaltsjahr 2027 wird der Lift gebaut.", "Im Haushaltsjahr 2027", "2027-12-31"),
            ("Der Umbau erfolgt von 2025 bis 2027.", "von 2025 bis 2027", "2027-12-31"),
            ("Zum Schuljahr 2026/27 startet die Klasse.", "Zum Schuljahr 2026/27", "2027-07-31"),
            ("Im 2. Quartal 2026 folgt die Schulung.", "Im 2. Quartal 2026", "2026-06-30"),
            ("Bau einer Rampe (Tiefbauamt, bis 2027)", "bis 2027", "2027-12-31"),
        ] {
            assert_eq!(read(sentence), Some((words.to_owned(), day.to_owned())), "{sentence}");
        }
        for sentence in [
            "Im Jahr 2019 lebten 4000 Menschen hier.",
            "Nach dem Beschluss vom 3. Mai 2024 gilt das.",
            "Seit 2019 gibt es eine Rampe.",
            "Stand: 31.12.2023",
            "Die DIN 18040 gilt.",
            "Die Vorlage 2022/0302 liegt vor.",
            "Wir schaffen bis 2030 Plätze.",
            "Das Gesetz in der Fassung vom 1. Januar 2020 gilt.",
        ] {
            assert_eq!(read(sentence), None, "{sentence}");
        }
    }

    #[test]
    fn only_named_units_are_responsible() {
        for value in ["Tiefbauamt", "Stadt Musterau, Fachdienst Soziales", "FB 4", "Stadtwerke", "Dez. II", "Amt für Soziales"] {
            assert_eq!(responsible(value).as_deref(), Some(value));
        }
        for value in [
            "-",
            "Verwaltung",
            "die Stadt",
            "Stadt Musterau",
            "Gemeinde",
            "Rat",
            "alle",
            "alle Ämter",
            "N.N.",
            "offen",
            "projektbezogen",
            "noch festzulegen",
            "Verwaltung, Rat",
        ] {
            assert_eq!(responsible(value), None, "{value}");
        }
    }

    #[test]
    fn units_act_or_are_only_spoken_of() {
        let units = |sentence: &str| units_in_prose(sentence).into_iter().map(|range| sentence[range].to_owned()).collect::<Vec<_>>();
        for (sentence, unit) in [
            ("Das Tiefbauamt baut eine Rampe.", "Tiefbauamt"),
            ("Der Fachbereich Soziales und Wohnen schult.", "Fachbereich Soziales und Wohnen"),
            ("Der FB 4 prüft das.", "FB 4"),
            ("Die Stabsstelle Inklusion lädt ein.", "Stabsstelle Inklusion"),
            ("Die Rampe wird vom Amt für Hochbau gebaut.", "Amt für Hochbau"),
            ("Die Sozial- und Jugendbehörde richtet sie ein.", "Sozial- und Jugendbehörde"),
            ("Die Stadtwerke rüsten um.", "Stadtwerke"),
            ("Die Musterauer Wohnbau GmbH baut um.", "Musterauer Wohnbau GmbH"),
            ("Bau einer Rampe (Tiefbauamt, bis 2027)", "Tiefbauamt"),
            ("Die Behindertenbeauftragte berät.", "Behindertenbeauftragte"),
        ] {
            assert_eq!(units(sentence), [unit], "{sentence}");
        }
        for sentence in [
            "Das Ehrenamt wird gestärkt.",
            "Insgesamt baut die Stadt um.",
            "Im Gesundheitsamt wird ein Lift eingebaut.",
            "Umbau der Stadtbibliothek bis 2027.",
            "Die Verwaltung prüft mit dem Landratsamt den Weg.",
            "Der Rat beschließt.",
        ] {
            assert!(units(sentence).is_empty(), "{sentence}: {:?}", units(sentence));
        }
    }

    #[test]
    fn money_and_status_are_read() {
        let money = |sentence: &str| money_in_prose(sentence).map(|range| sentence[range].to_owned());
        assert_eq!(money("Es kostet rund 1,2 Mio. Euro im Jahr.").as_deref(), Some("1,2 Mio. Euro"));
        assert_eq!(money("Dafür stehen € 400.000,-- bereit.").as_deref(), Some("€ 400.000"));
        assert_eq!(money("Der Euro ist rund."), None);
        assert_eq!(status("bereits umgesetzt"), Some(Status::Done));
        assert_eq!(status("teilweise umgesetzt"), Some(Status::Ongoing));
        assert_eq!(status("noch nicht umgesetzt"), Some(Status::Open));
        assert_eq!(status("zurückgestellt"), Some(Status::Deferred));
        assert_eq!(status("🟢"), Some(Status::Done));
        assert_eq!(status("siehe Anlage"), None);
        assert_eq!(budget("noch nicht bezifferbar"), None);
    }

    #[test]
    fn odd_values_do_no_harm() {
        let legend = Legend::default();
        for value in ["Ä", "2027/", "bis", "31.", "99.99.9999", "Q", "Q9/2027", "()", "ß–", "2025-2024-2023", "4294967296 Euro", "Amt", "FB", "–"]
        {
            let _ = (deadline(value, &legend, Lang::De), responsible(value), status(value), money_in_prose(value), units_in_prose(value));
            let _ = deadline_in_prose(value, &legend, Lang::En);
        }
    }
}
