//! Words of a value → what they say: dates, units, money, status.
//!
//! Pure functions over the words of `layout.yaml`. They read what stands in a labelled value or a
//! table cell, and, more carefully, what stands in a sentence.

use std::cell::OnceCell;
use std::fmt;
use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::layout_words::{fold, vocabulary};
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

impl std::str::FromStr for Date {
    type Err = ();

    /// Reads a day of the calendar as `2027-12-31`.
    fn from_str(written: &str) -> Result<Self, ()> {
        let digits = |range: Range<usize>| written.get(range).filter(|s| s.bytes().all(|b| b.is_ascii_digit())).ok_or(());
        let (year, month, day) = (digits(0..4)?.parse().map_err(drop)?, digits(5..7)?.parse().map_err(drop)?, digits(8..10)?.parse().map_err(drop)?);
        let whole = written.len() == 10 && written.as_bytes()[4] == b'-' && written.as_bytes()[7] == b'-';
        let real = (1..=12).contains(&month) && day >= 1 && day <= Self::end_of(year, month).day;
        if whole && real { Ok(Self { year, month, day }) } else { Err(()) }
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

/// Terms within a year, with the last month that belongs to them.
fn term_end(word: &str) -> Option<u8> {
    Some(match word {
        "wintersemester" => 3,
        "sommersemester" => 9,
        "spielzeit" | "schulhalbjahr" | "saison" | "wintersaison" => 7,
        "sommersaison" | "badesaison" | "freibadsaison" => 9,
        "osterferien" | "frühjahrsferien" => 4,
        "pfingstferien" => 6,
        "sommerferien" => 9,
        "herbstferien" => 11,
        "weihnachtsferien" => 12,
        "winterferien" | "sportferien" | "semesterferien" => 3,
        _ => return None,
    })
}

/// Words that make a year a term: school years, budget years, semesters, holidays.
fn is_term(word: &str) -> bool {
    let words = vocabulary();
    words.school_years.contains(word) || words.budget_years.contains(word) || term_end(word).is_some()
}

/// The Sunday of a calendar week.
fn end_of_week(year: i32, week: u32) -> Option<Date> {
    if !(1..=53).contains(&week) {
        return None;
    }
    // The week with 4 January is the first; weekday 0 is Monday.
    let before = year - 1;
    let first = (before + before / 4 - before / 100 + before / 400) % 7;
    let fourth = (first + 3) % 7;
    let mut day = 4 - fourth + i32::try_from(week).ok()? * 7 - 1;
    let mut month = 1;
    while month < 12 && day > i32::from(Date::end_of(year, month).day) {
        day -= i32::from(Date::end_of(year, month).day);
        month += 1;
    }
    Some(Date { year, month, day: u8::try_from(day.min(31)).ok()? })
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
            // 12. KW 2026
            if digits <= 2
                && self.is_sign(i + 1, &['.'])
                && matches!(self.word(i + 2), Some("kw" | "kalenderwoche"))
                && let Some((year, next)) = self.year(i + 3)
            {
                return Some((end_of_week(year, value)?, next));
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
        // KW 12/2026, Kalenderwoche 12 2026
        if matches!(word, "kw" | "kalenderwoche")
            && let Some((week, 1..=2)) = self.number(i + 1)
        {
            let at = if self.is_sign(i + 2, &['/', '-', ',']) { i + 3 } else { i + 2 };
            let (year, next) = self.year(at)?;
            return Some((end_of_week(year, week)?, next));
        }
        // Kita-Jahr 2027/28
        if matches!(word, "kita" | "hort" | "schul") && self.is_sign(i + 1, &['-']) && self.word(i + 2).is_some_and(|part| part.starts_with("jahr")) {
            return self.school_year(i + 3, 7);
        }
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
            // IV/2026
            if self.is_sign(i + 1, &['/'])
                && self.0.get(i + 1).is_some_and(|token| !token.spaced)
                && let Some((year, next)) = self.year(i + 2)
            {
                return Some((Date::end_of(year, u8::try_from(roman * 3).ok()?), next));
            }
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
            // Ende März 2027, Beginn des Schuljahres 2026/27
            return self
                .word(at)
                .is_some_and(|word| words.month(word).is_some() || words.seasons.contains_key(word) || is_term(word))
                .then(|| self.date(at))
                .flatten();
        }
        if words.school_years.contains(word) {
            return self.school_year(i + 1, 7);
        }
        if let Some(month) = term_end(word) {
            let (first, _) = self.year(i + 1)?;
            let (year, next) = self.years(i + 1)?;
            // "Wintersemester 2026", "Spielzeit 2026/27"
            let over = matches!(word, "wintersemester" | "schulhalbjahr") && year == first;
            let month = if word.ends_with("saison") && year == first { 12 } else { month };
            return Some((Date::end_of(if over { year + 1 } else { year }, month), next));
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

    /// A year that begins in summer; named by one number, it ends in the next.
    fn school_year(&self, at: usize, month: u8) -> Option<(Date, usize)> {
        let (first, _) = self.year(at)?;
        let (year, next) = self.years(at)?;
        let year = if year == first { year + 1 } else { year };
        Some((Date::end_of(year, month), next))
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

/// Days, years and sums are written in figures; most sentences have none.
fn has_digit(sentence: &str) -> bool {
    sentence.bytes().any(|byte| byte.is_ascii_digit())
}

/// Finds the day on which something happens: "tritt am 1. Januar 2027 in Kraft"; of deeds also "seit 1. Juli 2024".
pub fn day_in_prose(sentence: &str, done: bool) -> Option<(Range<usize>, Deadline)> {
    if !has_digit(sentence) {
        return None;
    }
    let tokens = tokens(sentence);
    let reading = Reading(&tokens);
    // What is told in the past is no plan: "Der Rat hat am 8. Mai beschlossen, …".
    let told = |word: &str| {
        matches!(
            word,
            "hat" | "haben" | "hatte" | "hatten" | "wurde" | "wurden" | "war" | "waren" | "trat" | "beschlossen" | "sitzung" | "fand" | "fanden"
        )
    };
    if !done && tokens.iter().any(|token| matches!(&token.kind, Kind::Word(word) if told(word))) {
        return None;
    }
    for at in 1..tokens.len() {
        let exact = matches!(tokens[at].kind, Kind::Number(1..=31, 1..=2)) && reading.is_sign(at + 1, &['.']);
        let Some((date, next)) = exact.then(|| reading.date(at)).flatten() else { continue };
        // not "2. Quartal 2026"
        if reading.word(at + 2).is_some_and(|word| vocabulary().month(word).is_none()) {
            continue;
        }
        // am Samstag, 5. Mai 2026; am 5. und 6. Mai 2026
        let mut cue = at - 1;
        if cue > 0 && reading.is_sign(cue, &[',']) {
            cue -= 1;
        }
        if cue > 0 && reading.word(cue).is_some_and(|word| word.ends_with("tag") || word == "mittwoch" || word == "dem" || word == "den") {
            cue -= 1;
        }
        let fits = match reading.word(cue) {
            Some("am") => true,
            Some("seit" | "ab") => done,
            _ => false,
        };
        let before = cue.checked_sub(1).and_then(|i| reading.word(i)).unwrap_or("");
        let session = ["sitzung", "beschluss", "fassung", "gesetz", "stand", "urteil", "vorlage", "antrag", "verordnung"]
            .iter()
            .any(|noun| before.ends_with(noun));
        if fits && !session {
            let range = tokens[cue].range.start..tokens[next - 1].range.end;
            let text = sentence.get(range.clone())?.to_owned();
            return Some((range, Deadline { text, latest: Some(date), verifiable: true }));
        }
    }
    None
}

/// Finds a date in a sentence that is a deadline and not the date of a law, a session or a figure.
pub fn deadline_in_prose(sentence: &str, legend: &Legend, _lang: Lang) -> Option<(Range<usize>, Deadline)> {
    if !has_digit(sentence) {
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
    if !past && let Some(start) = event_cue(reading, at) {
        return Some(start);
    }
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
            || is_term(word)
            || matches!(word, "kita" | "hort" | "schul")
    });
    // Q3 2027, IV/2026, KW 12/2026, 2. Halbjahr 2026
    let quarter = own.is_some_and(|word| matches!(word, "q" | "h" | "i" | "ii" | "iii" | "iv" | "kw" | "kalenderwoche"))
        || (reading.number(at).is_some()
            && reading.is_sign(at + 1, &['.'])
            && reading
                .word(at + 2)
                .is_some_and(|word| words.quarters.contains(word) || words.halves.contains(word) || matches!(word, "kw" | "kalenderwoche")));
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
    let bracket = opens && at > 0 && bare_year && {
        let after = reading.years(at).map_or(at + 1, |(_, next)| next);
        let closes = reading.is_sign(after, &[')', ',', ';']) && after <= at + 4;
        closes && (reading.is_sign(at - 1, &['(']) || (reading.is_sign(at - 1, &[',', ';']) && in_unit_bracket(reading, at - 1)))
    };
    (verb_follows || bracket).then_some(at)
}

/// "(Hauptamt, 2026)": the bracket holds a unit and years; "(Statistisches Landesamt, 2023)" is a source.
fn in_unit_bracket(reading: &Reading<'_>, comma: usize) -> bool {
    let mut at = comma;
    let mut named = false;
    while at > 0 && comma - at < 8 {
        at -= 1;
        if reading.is_sign(at, &['(']) {
            return named;
        }
        if let Some(word) = reading.word(at) {
            if word.starts_with("statisti")
                || word.starts_with("bundes")
                || word.starts_with("landesamt")
                || matches!(word, "vgl" | "stand" | "quelle")
            {
                return false;
            }
            named |= unit_folded(word);
        }
    }
    false
}

/// Whether a folded word names a unit.
fn unit_folded(word: &str) -> bool {
    let mut letters = word.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    unit_kind(&capital).is_some() || vocabulary().unit_heads.contains(word) || vocabulary().companies.contains(word)
}

/// What stands between a cue and its date: "zum Fahrplanwechsel im Dezember 2027", "bis zur Kommunalwahl 2029".
/// And what needs no cue: "Baubeginn 2027", "Umsetzung: März 2027".
fn event_cue(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let mut event = at.checked_sub(1)?;
    if matches!(reading.word(event), Some("im" | "vom" | "am" | "in" | "des" | "ist")) || reading.is_sign(event, &[':']) {
        event = event.checked_sub(1)?;
    }
    let word = reading.word(event)?;
    const DUE: [&str; 24] = [
        "umsetzung",
        "start",
        "beginn",
        "baubeginn",
        "baustart",
        "fertigstellung",
        "abschluss",
        "inbetriebnahme",
        "eröffnung",
        "wiedereröffnung",
        "einführung",
        "realisierung",
        "termin",
        "frist",
        "laufzeit",
        "bauzeit",
        "ausführung",
        "durchführung",
        "projektstart",
        "projektende",
        "umsetzungszeitraum",
        "erledigung",
        "vollzug",
        "zieltermin",
    ];
    if DUE.contains(&word) {
        return Some(at);
    }
    let happens = [
        "wahl",
        "wahlen",
        "wechsel",
        "abstimmung",
        "fest",
        "spiele",
        "schau",
        "ausstellung",
        "jubiläum",
        "beginn",
        "start",
        "ferien",
        "periode",
        "umstellung",
    ]
    .iter()
    .any(|end| word.ends_with(end));
    if !happens {
        return None;
    }
    // zum (nächsten) Fahrplanwechsel
    for cue in [event.checked_sub(1), event.checked_sub(2)].into_iter().flatten() {
        match reading.word(cue) {
            Some("zum" | "zur") => {
                let until = cue.checked_sub(1).filter(|i| matches!(reading.word(*i), Some("bis" | "spätestens" | "rechtzeitig" | "pünktlich")));
                return Some(until.unwrap_or(cue));
            }
            Some("mit" | "ab" | "bis" | "auf") => return Some(cue),
            _ => {}
        }
    }
    None
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
    words_at(text).collect()
}

/// Where the words of a text stand, one after the other.
fn words_at(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '*' | '_' | '·' | '\u{ad}');
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text.get(at..)?.find(inside)?;
        at = text.get(start..)?.find(|c| !inside(c)).map_or(text.len(), |length| start + length);
        Some(start..at)
    })
}

/// Endings of units beside those of `layout.yaml`; the gender tells a doer from a unit that is only spoken of.
/// Endings in compounds only: "Haltestelle" and "Regelbetrieb" show why -stelle and -betrieb alone will not do.
const ENDINGS: [(&str, Gender); 125] = [
    ("büro", Gender::Neuter),
    ("controlling", Gender::Neuter),
    ("departement", Gender::Neuter),
    ("inspektorat", Gender::Neuter),
    ("präsidium", Gender::Neuter),
    ("kommissariat", Gender::Neuter),
    ("generalsekretariat", Gender::Neuter),
    ("stadtarchiv", Gender::Neuter),
    ("kreisarchiv", Gender::Neuter),
    ("studierendenwerk", Gender::Neuter),
    ("sozialwerk", Gender::Neuter),
    ("hilfswerk", Gender::Neuter),
    ("jugendwerk", Gender::Neuter),
    ("kitawerk", Gender::Neuter),
    ("wasserwerk", Gender::Neuter),
    ("facilitymanagement", Gender::Neuter),
    ("quartiersmanagement", Gender::Neuter),
    ("immobilienmanagement", Gender::Neuter),
    ("liegenschaftsmanagement", Gender::Neuter),
    ("stadtmarketing", Gender::Neuter),
    ("integrationszentrum", Gender::Neuter),
    ("medienzentrum", Gender::Neuter),
    ("abteilung", Gender::Feminine),
    ("direktion", Gender::Feminine),
    ("hauptmannschaft", Gender::Feminine),
    ("kommission", Gender::Feminine),
    ("steuerungsgruppe", Gender::Feminine),
    ("lenkungsgruppe", Gender::Feminine),
    ("stadtpolizei", Gender::Feminine),
    ("kantonspolizei", Gender::Feminine),
    ("gemeindepolizei", Gender::Feminine),
    ("landespolizei", Gender::Feminine),
    ("gebäudewirtschaft", Gender::Feminine),
    ("immobilienwirtschaft", Gender::Feminine),
    ("heimaufsicht", Gender::Feminine),
    ("bauaufsicht", Gender::Feminine),
    ("schulaufsicht", Gender::Feminine),
    ("pflegeaufsicht", Gender::Feminine),
    ("gewerbeaufsicht", Gender::Feminine),
    ("ombudsstelle", Gender::Feminine),
    ("statistikstelle", Gender::Feminine),
    ("beschwerdestelle", Gender::Feminine),
    ("leitstelle", Gender::Feminine),
    ("prüfstelle", Gender::Feminine),
    ("kontaktstelle", Gender::Feminine),
    ("antidiskriminierungsstelle", Gender::Feminine),
    ("zulassungsstelle", Gender::Feminine),
    ("frühförderstelle", Gender::Feminine),
    ("auskunftsstelle", Gender::Feminine),
    ("schlichtungsstelle", Gender::Feminine),
    ("inklusionsstelle", Gender::Feminine),
    ("integrationsstelle", Gender::Feminine),
    ("wohngeldstelle", Gender::Feminine),
    ("bauverwaltung", Gender::Feminine),
    ("liegenschaftsverwaltung", Gender::Feminine),
    ("immobilienverwaltung", Gender::Feminine),
    ("friedhofsverwaltung", Gender::Feminine),
    ("grundstücksverwaltung", Gender::Feminine),
    ("forstverwaltung", Gender::Feminine),
    ("sozialverwaltung", Gender::Feminine),
    ("personalverwaltung", Gender::Feminine),
    ("finanzverwaltung", Gender::Feminine),
    ("hafenverwaltung", Gender::Feminine),
    ("seniorenvertretung", Gender::Feminine),
    ("behindertenvertretung", Gender::Feminine),
    ("personalvertretung", Gender::Feminine),
    ("interessenvertretung", Gender::Feminine),
    ("baugenossenschaft", Gender::Feminine),
    ("wohnungsgenossenschaft", Gender::Feminine),
    ("wohnungsbaugenossenschaft", Gender::Feminine),
    ("entwicklungsgesellschaft", Gender::Feminine),
    ("beschäftigungsgesellschaft", Gender::Feminine),
    ("betreibergesellschaft", Gender::Feminine),
    ("siedlungsgesellschaft", Gender::Feminine),
    ("immobiliengesellschaft", Gender::Feminine),
    ("hafengesellschaft", Gender::Feminine),
    ("baugesellschaft", Gender::Feminine),
    ("verbraucherzentrale", Gender::Feminine),
    ("mobilitätszentrale", Gender::Feminine),
    ("berufsfeuerwehr", Gender::Feminine),
    ("stadtbücherei", Gender::Feminine),
    ("gemeindebücherei", Gender::Feminine),
    ("kreisbibliothek", Gender::Feminine),
    ("gemeindebibliothek", Gender::Feminine),
    ("bürgerstiftung", Gender::Feminine),
    ("dezernentin", Gender::Feminine),
    ("koordinatorin", Gender::Feminine),
    ("dezernent", Gender::Masculine),
    ("verband", Gender::Masculine),
    ("verein", Gender::Masculine),
    ("sportbund", Gender::Masculine),
    ("jugendring", Gender::Masculine),
    ("tarifverbund", Gender::Masculine),
    ("klinikverbund", Gender::Masculine),
    ("beirat", Gender::Masculine),
    ("personalrat", Gender::Masculine),
    ("seniorenrat", Gender::Masculine),
    ("behindertenrat", Gender::Masculine),
    ("inklusionsrat", Gender::Masculine),
    ("fachdienst", Gender::Masculine),
    ("gesundheitsdienst", Gender::Masculine),
    ("ordnungsdienst", Gender::Masculine),
    ("jugenddienst", Gender::Masculine),
    ("baubetrieb", Gender::Masculine),
    ("bäderbetrieb", Gender::Masculine),
    ("wirtschaftsbetrieb", Gender::Masculine),
    ("entsorgungsbetrieb", Gender::Masculine),
    ("servicebetrieb", Gender::Masculine),
    ("regiebetrieb", Gender::Masculine),
    ("stadtbetrieb", Gender::Masculine),
    ("werkhof", Gender::Masculine),
    ("wirtschaftshof", Gender::Masculine),
    ("beauftragte", Gender::Any),
    ("beauftragter", Gender::Any),
    ("personaldienste", Gender::Plural),
    ("sozialdienste", Gender::Plural),
    ("stadtbetriebe", Gender::Plural),
    ("kreisbetriebe", Gender::Plural),
    ("wirtschaftsbetriebe", Gender::Plural),
    ("entsorgungsbetriebe", Gender::Plural),
    ("kommunalbetriebe", Gender::Plural),
    ("servicebetriebe", Gender::Plural),
    ("bäderbetriebe", Gender::Plural),
    ("abwasserbetriebe", Gender::Plural),
    ("gemeindebetriebe", Gender::Plural),
];

/// The endings that are common nouns when they stand alone.
const BARE_ENDINGS: [&str; 17] = [
    "büro",
    "controlling",
    "departement",
    "inspektorat",
    "präsidium",
    "abteilung",
    "direktion",
    "kommission",
    "verband",
    "verein",
    "beirat",
    "beauftragte",
    "beauftragter",
    "koordinatorin",
    "leitstelle",
    "prüfstelle",
    "kontaktstelle",
];

/// Names that stand for themselves.
const NAMES: [(&str, Gender); 15] = [
    ("caritas", Gender::Feminine),
    ("diakonie", Gender::Feminine),
    ("arbeiterwohlfahrt", Gender::Feminine),
    ("awo", Gender::Feminine),
    ("lebenshilfe", Gender::Feminine),
    ("volkssolidarität", Gender::Feminine),
    ("vhs", Gender::Feminine),
    ("kvhs", Gender::Feminine),
    ("drk", Gender::Neuter),
    ("vdk", Gender::Masculine),
    ("malteser", Gender::Plural),
    ("johanniter", Gender::Plural),
    ("informatikdienste", Gender::Plural),
    ("gesundheitsdienste", Gender::Plural),
    ("immobiliendienste", Gender::Plural),
];

/// Endings that only look like a unit of the municipality.
const NO_UNITS: [&str; 26] = [
    "ingenieurbüro",
    "planungsbüro",
    "architekturbüro",
    "architektenbüro",
    "fachbüro",
    "reisebüro",
    "wahlbüro",
    "grossraumbüro",
    "dolmetscherbüro",
    "dolmetschbüro",
    "übersetzungsbüro",
    "gutachterbüro",
    "einzelbüro",
    "genehmigungsbehörde",
    "aufsichtsbehörde",
    "fachbehörde",
    "vollzugsbehörde",
    "bundesbehörde",
    "landesbehörde",
    "dachverband",
    "tarifverband",
    "notverband",
    "druckverband",
    "jugendfeuerwehr",
    "kinderfeuerwehr",
    "eukommission",
];

/// Heads of names beside those of `layout.yaml`: they are units only with a name behind them.
const OWN_HEADS: [(&str, Gender); 9] = [
    ("beauftragte", Gender::Any),
    ("beauftragter", Gender::Any),
    ("arbeitsgruppe", Gender::Feminine),
    ("kommission", Gender::Feminine),
    ("beirat", Gender::Masculine),
    ("stiftung", Gender::Feminine),
    ("projektgruppe", Gender::Feminine),
    ("steuerungsgruppe", Gender::Feminine),
    ("lenkungsgruppe", Gender::Feminine),
];

/// Words that only an adjective makes the name of a unit: Sozialpädagogischer Dienst, Technische Betriebe, Rotes Kreuz.
fn bare_kind(folded: &str) -> Option<Gender> {
    Some(match folded {
        "dienst" => Gender::Masculine,
        "dienste" | "betriebe" => Gender::Plural,
        "werk" | "kreuz" | "hilfswerk" => Gender::Neuter,
        "feuerwehr" | "polizei" => Gender::Feminine,
        _ => return None,
    })
}

/// Words that say what kind of place it is; without a name they are spoken of as a service, not as a unit.
fn generic_alone(folded: &str) -> bool {
    matches!(folded, "feuerwehr" | "polizei" | "theater" | "museum" | "klinikum")
}

/// GmbH, AöR, eG …
fn is_company(word: &str, folded: &str) -> bool {
    (vocabulary().companies.contains(folded) && word.chars().filter(|c| c.is_uppercase()).count() >= 2)
        || matches!(word, "mbH" | "eG" | "gUG" | "KdöR")
}

/// What kind of unit a word names, also in the genitive and the dative; then it acts only by its place.
fn unit_form(word: &str) -> Option<(Gender, bool)> {
    if let Some(gender) = unit_kind(word) {
        return Some((gender, false));
    }
    for (ending, genders) in
        [("es", &[Gender::Neuter, Gender::Masculine][..]), ("s", &[Gender::Neuter, Gender::Masculine][..]), ("n", &[Gender::Plural, Gender::Any][..])]
    {
        if let Some(gender) = word.strip_suffix(ending).and_then(unit_kind)
            && genders.contains(&gender)
        {
            return Some((gender, true));
        }
    }
    None
}

/// What kind of unit a single word names by its ending.
fn unit_kind(word: &str) -> Option<Gender> {
    if !word.starts_with(char::is_uppercase) || word.len() < 3 {
        return None;
    }
    // Gender signs (Beauftragte*r), hyphens and points of easy language (Sozial-Amt, Betreuungs·behörde)
    let mut folded = fold(word.split(['*', '_', ':']).next().unwrap_or(word));
    folded.retain(|c| c != ' ');
    // "unter Leitung des Hauptamts"
    if folded.ends_with('s') && ["amts", "amtes", "dezernats", "referats"].iter().any(|end| folded.ends_with(end)) {
        folded.truncate(folded.trim_end_matches("es").trim_end_matches('s').len());
    }
    if let Some((_, gender)) = NAMES.iter().find(|(name, _)| *name == folded) {
        return Some(*gender);
    }
    // BMAS, BMFSFJ
    if word.len() <= 7 && word.len() > 2 && word.starts_with("BM") && word.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Some(Gender::Neuter);
    }
    if word.len() < 4 {
        return None;
    }
    let kind = UNIT_ENDINGS.of(&folded).find(|(ending, kind)| kind.fits(&folded, ending))?;
    kind.1.gender
}

/// What the ending of a word says about it.
struct UnitEnding {
    /// Nothing: it only looks like a unit.
    gender: Option<Gender>,
    stands: Stands,
}

/// Where an ending says it.
enum Stands {
    Anywhere,
    Alone,
    /// Not as the whole word.
    InCompounds,
}

impl UnitEnding {
    /// Of a word that has this ending.
    fn fits(&self, word: &str, ending: &str) -> bool {
        match self.stands {
            Stands::Anywhere => true,
            Stands::Alone => word.len() == ending.len(),
            Stands::InCompounds => word.len() > ending.len(),
        }
    }
}

/// The endings of units and of what only looks like one; the first that fits rules.
static UNIT_ENDINGS: LazyLock<Endings<UnitEnding>> = LazyLock::new(|| {
    let mut endings = Endings::default();
    NO_UNITS.iter().for_each(|not| endings.add(not, UnitEnding { gender: None, stands: Stands::Anywhere }));
    let list = |kind: &str| vocabulary().units.get(kind).map_or(&[][..], Vec::as_slice);
    for not in list("not") {
        let stands = if not.ends_with("amt") && not != "samt" { Stands::Anywhere } else { Stands::Alone };
        endings.add(not, UnitEnding { gender: None, stands });
    }
    for (kind, gender) in [
        ("suffix_n", Gender::Neuter),
        ("suffix_f", Gender::Feminine),
        ("suffix_m", Gender::Masculine),
        ("suffix_x", Gender::Any),
        ("suffix_p", Gender::Plural),
    ] {
        for suffix in list(kind) {
            let stands = if suffix.len() > 5 { Stands::Anywhere } else { Stands::InCompounds };
            endings.add(suffix, UnitEnding { gender: Some(gender), stands });
        }
    }
    // A general ending names a unit only in a compound: "Verband" and "Abteilung" alone do not.
    for (ending, gender) in &ENDINGS {
        let stands = if BARE_ENDINGS.contains(ending) { Stands::InCompounds } else { Stands::Anywhere };
        endings.add(ending, UnitEnding { gender: Some(*gender), stands });
    }
    endings
});

/// Endings of words, found by their last two bytes.
struct Endings<T> {
    by_tail: FxHashMap<[u8; 2], Vec<(Box<str>, T)>>,
}

impl<T> Default for Endings<T> {
    fn default() -> Self {
        Self { by_tail: FxHashMap::default() }
    }
}

impl<T> Endings<T> {
    fn add(&mut self, ending: &str, value: T) {
        if let Some(tail) = ending.as_bytes().last_chunk() {
            self.by_tail.entry(*tail).or_default().push((ending.into(), value));
        }
    }

    /// The endings that the word has, in the order in which they were added.
    fn of(&self, word: &str) -> impl Iterator<Item = (&str, &T)> {
        let alike = word.as_bytes().last_chunk().and_then(|tail| self.by_tail.get(tail)).map_or(&[][..], Vec::as_slice);
        alike.iter().filter(move |(ending, _)| word.ends_with(&**ending)).map(|(ending, value)| (&**ending, value))
    }
}

/// Words that end the name of an English unit or position.
const ENGLISH_UNITS: [&str; 23] = [
    "Authority",
    "Agency",
    "Board",
    "Commission",
    "Commissioner",
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
            || before.ends_with("responsibility of the")
            || before.ends_with("lies with the")
            || before == "The"
            || before.ends_with(" the") && i <= 5;
        // "The Access Office will be moved", "was given", "is located": something happens to it.
        let (next, then) = (word(last + 1), word(last + 2));
        let charged = matches!(then, "responsible" | "leading" | "delivering") || word(last + 3) == "responsible";
        let suffers = (matches!(next, "is" | "are" | "was" | "were" | "receives") && !charged && !then.ends_with("ing"))
            || (matches!(next, "will" | "must" | "should") && then == "be" && !charged);
        if named && acts && !suffers {
            out.push(ranges[i].start..ranges[last].end);
        }
        i = last + 1;
    }
    out
}

/// Finds the named units that act in a sentence, not those it only speaks of.
pub fn units_in_prose(sentence: &str) -> Vec<Range<usize>> {
    let sight = Sight::new(sentence);
    let ranges = &sight.ranges;
    let word = |i: usize| sight.word(i);
    let mut out: Vec<Range<usize>> = Vec::new();
    // Where the unit before this one ends, and whether it acts.
    let mut seen: Option<(usize, bool)> = None;
    let mut i = 0;
    while i < ranges.len() {
        let here = word(i);
        if !here.starts_with(char::is_uppercase) && !matches!(here, "e" | "eG" | "gGmbH" | "gUG" | "mbH") {
            i += 1;
            continue;
        }
        let folded = fold(here);
        let mut first = i;
        let mut last = i;
        let mut kind = unit_form(here);
        if is_company(here, &folded) || (here == "e" && word(i + 1) == "V" && i > 0) {
            // The capitalised words before it are its name.
            while first > 0
                && first + 4 > i
                && word(first - 1).starts_with(char::is_uppercase)
                && sight.gap(first - 1).trim().is_empty()
                && !is_article(&fold(word(first - 1)))
            {
                first -= 1;
            }
            if here == "e" {
                last = i + 1;
            }
            kind = (first < i).then_some((Gender::Feminine, false));
            if here == "e" {
                kind = (first < i).then_some((Gender::Any, false));
            }
        } else if let Some((end, gender)) = sight.headed(i, &folded) {
            last = end;
            kind = Some((gender, false));
        } else if kind.is_none()
            && i > 0
            && let Some(gender) = bare_kind(&folded)
            && adjective(word(i - 1))
            && sight.gap(i - 1).trim().is_empty()
        {
            kind = Some((gender, false));
        } else if kind.is_some() && generic_alone(&folded) && !sight.named(i) && !sight.the_brigade(i, &folded) {
            kind = None;
        }
        let Some((gender, oblique)) = kind else {
            i += 1;
            continue;
        };
        // Sozial- und Jugendbehörde
        if first == i && i >= 2 && matches!(word(i - 1), "und" | "&") && word(i - 2).ends_with('-') {
            first = i - 2;
        }
        // Städtisches, Kommunale …
        while first > 0 && word(first - 1).starts_with(char::is_uppercase) && sight.gap(first - 1).trim().is_empty() && adjective(word(first - 1)) {
            first -= 1;
        }
        if last == i && here != "e" {
            last = sight.name_end(i, first, gender);
        }
        // "Die Stadtmarketing GmbH", "das Sozialwerk gGmbH" by its first word: the legal form rules the article.
        let gender = if gender != Gender::Plural && last > i && is_company(word(last), &fold(word(last))) { Gender::Feminine } else { gender };
        let acts = sight.acts(first, last, gender, oblique, seen);
        if acts {
            push_unit(&mut out, ranges, first, last);
        }
        seen = Some((last, acts));
        i = last + 1;
    }
    out
}

fn push_unit(out: &mut Vec<Range<usize>>, ranges: &[Range<usize>], first: usize, last: usize) {
    if let (Some(from), Some(to)) = (ranges.get(first), ranges.get(last)) {
        out.push(from.start..to.end);
    }
}

/// Städtische, Kommunaler, Zentrale, Technisches, Freiwillige …
fn adjective(word: &str) -> bool {
    let Some(stem) = ["er", "es", "en", "em", "e"].iter().find_map(|end| word.strip_suffix(end)) else {
        return false;
    };
    let formed = stem.len() > 4 && ["isch", "al", "lich", "lig", "ell", "är", "eigen"].iter().any(|end| stem.ends_with(end));
    word.starts_with(char::is_uppercase) && (formed || matches!(stem, "Rot" | "Innerstädtisch")) && !stem.ends_with("Öffentlich")
}

fn is_article(folded: &str) -> bool {
    matches!(folded, "der" | "die" | "das" | "den" | "dem" | "des" | "vom" | "durch" | "von" | "im" | "beim" | "zum" | "zur" | "mit" | "ein" | "eine")
}

/// Prepositions before an article: what follows is spoken of, served or consulted.
const PREPOSITIONS: [&str; 30] = [
    "für",
    "über",
    "an",
    "auf",
    "in",
    "gegen",
    "um",
    "ohne",
    "mit",
    "bei",
    "zu",
    "aus",
    "nach",
    "neben",
    "vor",
    "hinter",
    "unter",
    "zwischen",
    "ausser",
    "gegenüber",
    "wie",
    "als",
    "per",
    "via",
    "samt",
    "entlang",
    "ab",
    "bis",
    "laut",
    "trotz",
];

/// Nouns that give somebody the charge: "unter Federführung des …".
const CHARGES: [&str; 13] = [
    "federführung",
    "gesamtfederführung",
    "zuständigkeit",
    "zuständigkeitsbereich",
    "verantwortung",
    "gesamtverantwortung",
    "verantwortlichkeit",
    "trägerschaft",
    "regie",
    "koordination",
    "koordinierung",
    "seitens",
    "obliegenheit",
];

/// Those that give it only after a preposition: "unter Leitung des …", "im Auftrag der …".
const CHARGES_AFTER_PREPOSITION: [&str; 6] = ["leitung", "auftrag", "hand", "händen", "seiten", "seite"];

/// People of a unit: "die Fachkräfte des …".
const STAFF: [&str; 13] = [
    "mitarbeitende",
    "mitarbeitenden",
    "mitarbeiter",
    "mitarbeiterinnen",
    "fachkräfte",
    "fachkraft",
    "leitung",
    "geschäftsleitung",
    "team",
    "lotsinnen",
    "lotsen",
    "beraterinnen",
    "koordinatorin",
];

/// Verbs of those to whom something happens: they own no task.
const RECEIVES: [&str; 25] = [
    "erhält",
    "erhalten",
    "bekommt",
    "bekommen",
    "profitiert",
    "profitieren",
    "benötigt",
    "benötigen",
    "braucht",
    "brauchen",
    "verfügt",
    "verfügen",
    "besteht",
    "bestehen",
    "umfasst",
    "befindet",
    "befinden",
    "liegt",
    "liegen",
    "gehört",
    "gehören",
    "fehlt",
    "verzeichnet",
    "bleibt",
    "bleiben",
];

/// What opens a clause on conditions, doubts, reasons: whoever stands in it has no task yet.
const CONDITIONS: [&str; 13] =
    ["ob", "wenn", "falls", "sofern", "soweit", "solange", "weil", "obwohl", "bevor", "nachdem", "seitdem", "wie", "inwieweit"];

/// Those who act before a unit is named: the unit is then their object.
const BODIES: [&str; 24] = [
    "stadt",
    "verwaltung",
    "stadtverwaltung",
    "kreisverwaltung",
    "gemeindeverwaltung",
    "gemeinde",
    "kreis",
    "landkreis",
    "rat",
    "stadtrat",
    "gemeinderat",
    "kreistag",
    "magistrat",
    "kommune",
    "markt",
    "marktgemeinde",
    "ortsgemeinde",
    "verbandsgemeinde",
    "stadtgemeinde",
    "landeshauptstadt",
    "kanton",
    "region",
    "senat",
    "bezirk",
];

/// Clauses are looked at no further than this; it keeps a page without full stops linear.
const REACH: usize = 40;

/// A sentence and its words, to see what stands around a unit.
struct Sight<'a> {
    sentence: &'a str,
    ranges: Vec<Range<usize>>,
    /// Worked out when a unit was found, which few sentences have.
    drift: OnceCell<Drift>,
}

/// What a sentence is about, as far as it tells a unit that acts from one that is spoken of.
#[derive(Clone, Copy)]
struct Drift {
    /// Somebody is said to be in charge.
    charge: bool,
    /// A service or a post is given its place: "wird beim … angesiedelt".
    housed: bool,
    /// It is a post or a service that is given its place.
    post: bool,
    /// A task is handed over: "wird dem … übertragen".
    handed: bool,
}

impl Drift {
    fn of(sentence: &str, ranges: &[Range<usize>]) -> Self {
        let (mut charge, mut lies, mut duty, mut housed, mut post, mut handed) = (false, false, false, false, false, false);
        for range in ranges {
            let lower = fold(sentence.get(range.clone()).unwrap_or(""));
            let lower = lower.as_str();
            let starts = |stems: &[&str]| stems.iter().any(|stem| lower.starts_with(stem));
            charge |= is_charge(lower);
            lies |= matches!(lower, "liegt" | "liegen" | "lag" | "verbleibt");
            duty |= starts(&["umsetzung", "koordin", "aufgabe", "leitung", "ausführung", "bauleitung", "trägerschaft", "durchführung", "betreuung"]);
            housed |= starts(&["angesiedelt", "angebunden", "verankert", "eingerichtet", "aufgebaut", "einzurichten", "anzusiedeln", "angegliedert"])
                || matches!(lower, "geschaffen" | "besetzt" | "aufgestockt" | "geführt" | "gebündelt");
            post |= matches!(lower, "stelle" | "stellen" | "vze" | "vzä" | "vollzeitäquivalent" | "ansprechperson" | "ansprechpersonen")
                || ["planstelle", "planstellen", "projektstelle", "vollzeitstelle", "teilzeitstelle", "koordinierungsstelle", "anlaufstelle"]
                    .contains(&lower)
                || ["fachstelle", "beschwerdestelle", "ombudsstelle", "beratungsstelle", "lotsenstelle", "koordinationsstelle"].contains(&lower);
            handed |= matches!(lower, "zugeordnet" | "angegliedert" | "übertragen" | "zugewiesen" | "unterstellt" | "obliegt" | "obliegen");
        }
        Self { charge: charge || (lies && duty), housed, post, handed }
    }
}

impl<'a> Sight<'a> {
    fn new(sentence: &'a str) -> Self {
        Self { sentence, ranges: word_ranges(sentence), drift: OnceCell::new() }
    }

    fn drift(&self) -> Drift {
        *self.drift.get_or_init(|| Drift::of(self.sentence, &self.ranges))
    }

    fn word(&self, i: usize) -> &'a str {
        self.ranges.get(i).and_then(|range| self.sentence.get(range.clone())).unwrap_or("")
    }

    fn lower(&self, i: usize) -> String {
        fold(self.word(i))
    }

    /// What stands between a word and the next; the end of the sentence reads as a full stop.
    fn gap(&self, i: usize) -> &'a str {
        match (self.ranges.get(i), self.ranges.get(i + 1)) {
            (Some(a), Some(b)) => self.sentence.get(a.end..b.start).unwrap_or(""),
            (Some(_), None) => ".",
            _ => "",
        }
    }

    /// A unit that needs a number or a name behind it: Fachbereich Soziales, Amt 50, Dezernat II, Amt für Soziales.
    fn headed(&self, i: usize, folded: &str) -> Option<(usize, Gender)> {
        let here = self.word(i);
        let own = OWN_HEADS.iter().find(|(head, _)| *head == folded);
        if (own.is_none() && !vocabulary().unit_heads.contains(folded)) || here.chars().any(char::is_numeric) {
            return None;
        }
        let next = self.word(i + 1);
        let short = matches!(folded, "ma" | "sg" | "fb" | "fd" | "dez" | "abt" | "team" | "ag");
        let abbreviation = !short || here.chars().filter(|c| c.is_uppercase()).count() >= 2 || matches!(here, "Dez" | "Abt" | "Team");
        let numeral = next.chars().all(|c| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X' | '-')) && !next.is_empty();
        let capital = |at: usize| self.word(at).starts_with(char::is_uppercase);
        // "FD Soziales" names its field as "Fachdienst Soziales" does; "MA" and "AG" do so too often by chance.
        let named = capital(i + 1) && self.gap(i).trim().is_empty() && !matches!(folded, "ma") && own.is_none_or(|(_, _)| folded != "beirat");
        let spaced = matches!(self.gap(i).trim(), "" | ".");
        let mut last = i;
        if abbreviation && spaced && (numeral || named) {
            last = i + 1;
            // Amt 50 - Soziales
        } else if matches!(next, "für" | "der" | "des" | "zur") && capital(i + 2) && self.gap(i).trim().is_empty() {
            if next != "für" && own.is_some() {
                return None;
            }
            last = i + 2;
        } else if next == "für" && capital(i + 3) {
            last = i + 3;
        }
        if last == i {
            return None;
        }
        // … und Wohnen, … , Jugend und Familie
        loop {
            if numeral {
                break;
            }
            let joined = self.gap(last).trim();
            if joined.is_empty() && matches!(self.word(last + 1), "und" | "&") && capital(last + 2) && unit_kind(self.word(last + 2)).is_none() {
                last += 2;
            } else if joined == "," && capital(last + 1) && self.word(last + 2) == "und" {
                last += 1;
            } else {
                break;
            }
        }
        let gender = own.map(|(_, gender)| *gender).or_else(|| unit_kind(here)).unwrap_or(match folded {
            "amt" | "dezernat" | "referat" | "sachgebiet" | "fachgebiet" | "ressort" | "team" | "departement" | "dez" | "sg" => Gender::Neuter,
            "abteilung" | "stabsstelle" | "stabstelle" | "fachabteilung" | "koordinierungsstelle" | "fachstelle" | "direktion" | "abt" | "ma" => {
                Gender::Feminine
            }
            _ => Gender::Masculine,
        });
        Some((last, gender))
    }

    /// Whether a name or an adjective tells which one is meant: "Freiwillige Feuerwehr", "Feuerwehr Musterau".
    fn named(&self, i: usize) -> bool {
        (i > 0 && adjective(self.word(i - 1)) && self.gap(i - 1).trim().is_empty())
            || (self.word(i + 1).starts_with(char::is_uppercase) && self.gap(i).trim().is_empty())
            || (matches!(self.word(i + 1), "am" | "an" | "im" | "in") && self.word(i + 2).starts_with(char::is_uppercase) && self.word(i).len() > 7)
    }

    /// "Die Feuerwehr führt ein Verzeichnis": the only one there is; "durch die Feuerwehr" is what it does anywhere.
    fn the_brigade(&self, i: usize, folded: &str) -> bool {
        matches!(folded, "feuerwehr" | "polizei") && i > 0 && self.lower(i - 1) == "die" && (i < 2 || self.lower(i - 2) != "durch")
    }

    /// Where the name of a unit ends: "Koordinierungsstelle für Teilhabe", "Wasserverband Obere Aue", "Stadtwerke Musterau GmbH".
    fn name_end(&self, i: usize, first: usize, gender: Gender) -> usize {
        let capital = |at: usize| self.word(at).starts_with(char::is_uppercase);
        let joined = |at: usize| self.gap(at).trim().is_empty();
        if self.word(i + 1) == "für" && joined(i) {
            // Koordinierungsstelle für Teilhabe, Beauftragte für die Belange …
            let person = matches!(gender, Gender::Any | Gender::Masculine);
            let at = if capital(i + 2) || !person { i + 2 } else { i + 3 };
            return if capital(at) { at } else { i };
        }
        if gender == Gender::Any {
            return i;
        }
        // Behind its verb the next noun may be what the unit works on: "stellt das Sozialamt Mittel bereit".
        let turned = first >= 2 && self.word(first - 2).starts_with(char::is_lowercase);
        let most = if turned { 1 } else { 3 };
        let mut last = i;
        while last < i + most && joined(last) && capital(last + 1) && unit_kind(self.word(last + 1)).is_none() {
            let next = self.word(last + 1);
            if vocabulary().unit_heads.contains(&fold(next)) {
                break;
            }
            last += 1;
            if is_company(next, &fold(next)) {
                return last;
            }
        }
        if joined(last) && is_company(self.word(last + 1), &self.lower(last + 1)) {
            last += 1;
        }
        if joined(last) && self.word(last + 1) == "e" && self.word(last + 2) == "V" {
            last += 2;
        }
        last
    }

    /// The first word of the clause in which word `i` stands.
    fn clause_start(&self, i: usize) -> usize {
        let mut start = i;
        while start > 0 && start + REACH > i && !self.gap(start - 1).contains([',', ';', ':', '(', '.', '–', '?', '!']) {
            start -= 1;
        }
        start
    }

    /// The word that ends the clause: a verb form before a comma or "und", or the last word before a stop.
    fn clause_end(&self, from: usize) -> usize {
        let mut at = from;
        while at + 1 < self.ranges.len() && at < from + REACH {
            let gap = self.gap(at);
            if gap.contains(['.', ';', ':', '?', '!', '(', '–']) {
                break;
            }
            let verb = self.word(at).starts_with(char::is_lowercase) && (participle(self.word(at)) || self.word(at).ends_with("en"));
            if verb && at > from && (gap.contains(',') || matches!(self.word(at + 1), "und" | "sowie" | "oder")) {
                break;
            }
            at += 1;
        }
        at.min(self.ranges.len().saturating_sub(1))
    }

    /// Whether the unit in the words `first..=last` does something, judged by what stands around it.
    fn acts(&self, first: usize, last: usize, gender: Gender, oblique: bool, seen: Option<(usize, bool)>) -> bool {
        let actor = seen.filter(|(_, acted)| *acted).map(|(end, _)| end);
        let Some(place) = self.ranges.get(first) else {
            return false;
        };
        if first == 0 {
            // "Beschwerdestelle für Barrieren auf der Homepage" is what is made, not who makes it.
            let next = self.lower(last + 1);
            let thing =
                self.gap(last).trim().is_empty() && (PREPOSITIONS.contains(&next.as_str()) || matches!(next.as_str(), "im" | "am" | "zur" | "zum"));
            return !oblique && !thing && self.takes_part(first, last);
        }
        let mut before = first - 1;
        let gap = self.ranges.get(before).map_or("", |range| self.sentence.get(range.end..place.start).unwrap_or(""));
        let coordinated = actor.is_some_and(|end| end + 2 >= first || (end + 3 >= first && is_article(&self.lower(first - 1))));
        if gap.contains(['(', ':', '–', '/', '|', ';', '→']) || gap.contains("- ") {
            return !oblique && self.set_off(first, last, gap);
        }
        if gap.contains(',') {
            return (actor.is_some_and(|end| end + 1 == first) && !oblique) || self.apposition(first);
        }
        // Städtische, zuständige, beiden … between the article and the name
        let mut steps = 0;
        while steps < 2
            && before > 0
            && self.word(before).starts_with(char::is_lowercase)
            && !is_article(&self.lower(before))
            && ["e", "er", "es", "en"].iter().any(|end| self.word(before).ends_with(end))
            && is_article(&self.lower(before - 1))
        {
            before -= 1;
            steps += 1;
        }
        let article = self.lower(before);
        let earlier = if before > 0 { self.lower(before - 1) } else { String::new() };
        if self.conditional(before) {
            return false;
        }
        let agent = matches!(article.as_str(), "vom" | "durch" | "von") || matches!(earlier.as_str(), "durch" | "von");
        if agent && is_article(&article) {
            let noun = if matches!(earlier.as_str(), "durch" | "von") { before.checked_sub(2) } else { before.checked_sub(1) };
            let fits = match article.as_str() {
                "vom" | "durch" | "von" => true,
                "das" => earlier == "durch" && gender != Gender::Masculine,
                "die" => earlier == "durch",
                "den" => earlier == "durch" || gender == Gender::Plural || oblique,
                "der" => earlier == "von",
                "dem" => earlier == "von",
                _ => false,
            };
            return fits && !noun.is_some_and(|at| self.only_pays(at)) && !self.outside_help(last);
        }
        if self.in_charge(before, &article, &earlier) {
            return true;
        }
        if oblique {
            return self.people(before, &article);
        }
        let verb_follows = self.verb_follows(last);
        // "Die Stadt informiert das Jugendamt, das Sozialamt und …"
        let beside_object = !verb_follows
            && seen.is_some_and(|(end, acted)| {
                let listed = (before == end + 1 && self.gap(end).contains(','))
                    || (before == end + 2 && matches!(self.word(end + 1), "und" | "sowie" | "oder"));
                !acted && listed
            });
        let spoken_of = PREPOSITIONS.contains(&earlier.as_str()) || beside_object;
        let drift = self.drift();
        match article.as_str() {
            "und" | "sowie" | "oder" | "bzw" => coordinated,
            "das" => {
                matches!(gender, Gender::Neuter | Gender::Any) && !spoken_of && self.takes_part(first, last) && !self.object(before, last, actor)
            }
            "die" => {
                matches!(gender, Gender::Feminine | Gender::Plural | Gender::Any)
                    && !spoken_of
                    && self.takes_part(first, last)
                    && !self.object(before, last, actor)
            }
            "der" => match gender {
                Gender::Masculine | Gender::Any => {
                    (!spoken_of && !self.genitive(before, gender) && self.takes_part(first, last))
                        || ((drift.charge || (drift.housed && drift.post)) && earlier == "bei")
                }
                _ => {
                    ((drift.charge || drift.housed) && earlier == "bei")
                        || (drift.post && drift.housed && earlier == "in")
                        || self.people(before, &article)
                        || (drift.handed
                            && gender == Gender::Feminine
                            && self.word(before - usize::from(before > 0)).starts_with(char::is_lowercase)
                            && !spoken_of)
                }
            },
            "dem" => ((drift.charge || drift.housed) && earlier == "bei") || (drift.handed && !spoken_of),
            "beim" => drift.charge || drift.housed,
            "im" => drift.post && drift.housed,
            "unser" | "unsere" => self.takes_part(first, last),
            "des" => self.people(before, &article),
            "hat" | "wird" | "werden" | "soll" | "ist" => self.takes_part(first, last),
            "zuständig" | "verantwortlich" | "federführend" | "träger" | "bauherr" | "bauherrin" | "federführung" | "zuständigkeit" => true,
            _ => false,
        }
    }

    /// "unter Federführung des", "in der Zuständigkeit der", "von Seiten des", "seitens des"
    fn in_charge(&self, before: usize, article: &str, earlier: &str) -> bool {
        if !matches!(article, "des" | "der" | "vom" | "beim") {
            return false;
        }
        if CHARGES.contains(&earlier) {
            return true;
        }
        let preposition = |at: usize| matches!(self.lower(at).as_str(), "unter" | "im" | "in" | "von" | "aus");
        CHARGES_AFTER_PREPOSITION.contains(&earlier) && before >= 2 && (preposition(before - 2) || (before >= 3 && preposition(before - 3)))
    }

    /// "die beiden Fachkräfte des Jugendamts": people of the unit who act.
    fn people(&self, before: usize, article: &str) -> bool {
        if !matches!(article, "des" | "der") || before == 0 {
            return false;
        }
        let noun = self.lower(before - 1);
        if !STAFF.iter().any(|staff| noun.ends_with(staff)) {
            return false;
        }
        let mut at = before - 1;
        let mut steps = 0;
        while at > 0 && steps < 3 && self.word(at - 1).starts_with(char::is_lowercase) && !is_article(&self.lower(at - 1)) {
            at -= 1;
            steps += 1;
        }
        if at == 0 {
            return self.takes_part(before - 1, before + 1);
        }
        let opener = self.lower(at - 1);
        let earlier = if at > 1 { self.lower(at - 2) } else { String::new() };
        opener == "durch"
            || earlier == "durch"
            || (opener == "die" && !PREPOSITIONS.contains(&earlier.as_str()) && self.takes_part(before - 1, before + 1))
    }

    /// A unit set off by a bracket, a colon, a dash: "(Tiefbauamt, bis 2027)", "Bauherr: …"; not "Beteiligt: …".
    fn set_off(&self, first: usize, last: usize, gap: &str) -> bool {
        if gap.contains(':') {
            let label = self.lower(first - 1);
            return ![
                "beteiligt",
                "beteiligte",
                "beteiligung",
                "kontakt",
                "partner",
                "kooperation",
                "mitwirkung",
                "mitwirkende",
                "verteiler",
                "quelle",
                "zielgruppe",
                "nutzer",
                "adressat",
                "standort",
                "ort",
                "anlage",
                "vgl",
                "foto",
                "bild",
                "stand",
            ]
            .iter()
            .any(|other| label == *other || (other.len() > 5 && label.ends_with(other)))
                && self.takes_part(first, last);
        }
        if gap.contains('(') {
            // "(z. B. …)" never reaches here; "(Quelle Landesamt …)" does not either.
            return !self.word(last).to_lowercase().starts_with("statisti");
        }
        if gap.contains('–') {
            // "– Fachstelle, Beirat –": an aside within the sentence.
            let rest = self.ranges.get(last).and_then(|range| self.sentence.get(range.end..)).unwrap_or("");
            return !rest.chars().take(120).any(|c| c == '–') && self.takes_part(first, last);
        }
        self.takes_part(first, last)
    }

    /// "Magistrat Musterau, Abteilung 14", "die Stadt Musterau, Fachdienst Soziales"
    fn apposition(&self, first: usize) -> bool {
        let mut at = first - 1;
        let mut steps = 0;
        while steps < 3 && at > 0 && self.word(at).starts_with(char::is_uppercase) && !BODIES.contains(&self.lower(at).as_str()) {
            at -= 1;
            steps += 1;
        }
        let body = self.lower(at);
        if !BODIES.contains(&body.as_str()) && !["landratsamt", "bezirksamt", "bürgermeisteramt"].contains(&body.as_str()) {
            return false;
        }
        if at == 0 {
            return true;
        }
        let article = self.lower(at - 1);
        let earlier = if at > 1 { self.lower(at - 2) } else { String::new() };
        let gap = self.gap(at - 1);
        gap.contains(['(', ':'])
            || matches!(article.as_str(), "vom" | "durch")
            || (matches!(article.as_str(), "der" | "die" | "das") && !PREPOSITIONS.contains(&earlier.as_str()))
    }

    /// "ob der Beirat …", "wenn das Amt …"
    fn conditional(&self, i: usize) -> bool {
        let start = self.clause_start(i);
        CONDITIONS.contains(&self.lower(start).as_str())
            || (matches!(self.lower(start).as_str(), "auch" | "und" | "nur" | "erst") && CONDITIONS.contains(&self.lower(start + 1).as_str()))
    }

    /// "Förderung durch das …": somebody else's money or consent.
    fn only_pays(&self, at: usize) -> bool {
        let noun = self.lower(at);
        [
            "förderung",
            "finanzierung",
            "genehmigung",
            "zustimmung",
            "bewilligung",
            "kofinanzierung",
            "anerkennung",
            "aufsicht",
            "mitteln",
            "zuschuss",
            "zuschüsse",
        ]
        .iter()
        .any(|other| noun.ends_with(other))
    }

    /// "… gefördert", "… genehmigt": whoever does that does not do the measure.
    fn outside_help(&self, last: usize) -> bool {
        let end = self.clause_end(last);
        (last..=end.min(last + 12)).any(|at| {
            let word = self.lower(at);
            ["gefördert", "finanziert", "bezuschusst", "genehmigt", "bewilligt", "anerkannt", "kritisiert", "gefordert", "vorberaten"]
                .iter()
                .any(|other| word == *other || (word.len() < 18 && word.ends_with("finanziert")))
        })
    }

    /// "Er ist Teil der …": a masculine article that is a genitive.
    fn genitive(&self, before: usize, gender: Gender) -> bool {
        gender == Gender::Any && before > 0 && self.word(before - 1).starts_with(char::is_uppercase) && self.gap(before - 1).trim().is_empty()
    }

    /// Somebody else is the subject of the clause, and the unit what they act upon.
    fn object(&self, article: usize, last: usize, actor: Option<usize>) -> bool {
        let start = self.clause_start(article);
        let before = if article > 0 { self.lower(article - 1) } else { String::new() };
        let verb_follows = self.verb_follows(last);
        if matches!(before.as_str(), "und" | "sowie" | "aber" | "während" | "dass" | "damit") && (verb_follows || before == "dass") {
            return false;
        }
        let subject = (start..article).any(|at| {
            let word = self.lower(at);
            matches!(word.as_str(), "wir" | "man" | "ich")
                || (BODIES.contains(&word.as_str())
                    && at > 0
                    && matches!(self.lower(at - 1).as_str(), "die" | "der")
                    && (at < 2
                        || !PREPOSITIONS.contains(&self.lower(at - 2).as_str())
                            && !matches!(self.lower(at - 2).as_str(), "von" | "durch")
                            && (self.lower(at - 1) == "die" || self.word(at - 2).starts_with(char::is_lowercase))))
        }) || (actor.is_some_and(|end| end >= start && end + 1 < article) && before != "und" && before != "sowie");
        let told = (start..article).any(|at| matches!(self.lower(at).as_str(), "beauftragt" | "beauftragen" | "betraut" | "beauftragte"));
        subject && !told
    }

    /// The clause is a subordinate one: "dass …", ", die …".
    fn verb_comes_last(&self, i: usize) -> bool {
        let start = self.clause_start(i);
        let opener = self.lower(start);
        matches!(opener.as_str(), "dass" | "damit" | "so" | "sodass" | "während" | "indem")
            || CONDITIONS.contains(&opener.as_str())
            || (start > 0
                && self.gap(start - 1).contains(',')
                && matches!(opener.as_str(), "die" | "das" | "der" | "den" | "dem" | "deren" | "dessen" | "welche" | "welcher" | "welches"))
    }

    /// The word behind the unit can be the verb of its clause.
    fn verb_follows(&self, last: usize) -> bool {
        let next = self.lower(last + 1);
        self.word(last + 1).starts_with(char::is_lowercase)
            && self.gap(last).trim().is_empty()
            && !PREPOSITIONS.contains(&next.as_str())
            && !is_article(&next)
            && !matches!(next.as_str(), "und" | "sowie" | "oder" | "bzw" | "als")
    }

    /// Whether a unit in the nominative does something, or something is done to it.
    fn takes_part(&self, first: usize, last: usize) -> bool {
        // The verb stands behind the unit, or before its article.
        let mut after = last + 1;
        if self.gap(last).contains('(') {
            // Gebäudewirtschaft Musterau (GWM) beginnt …
            after += 1;
        }
        let mut behind = self.lower(after);
        // "Das Büro in der Altstadt wird verlegt."
        if first <= 1 && (PREPOSITIONS.contains(&behind.as_str()) || matches!(behind.as_str(), "der" | "des" | "im" | "am" | "von" | "mit")) {
            let near = (after..(after + 8).min(self.ranges.len())).take_while(|at| self.gap(at - 1).trim().is_empty());
            behind = near.map(|at| self.lower(at)).find(|word| is_verb_of_state(word)).unwrap_or(behind);
        }
        let ahead = (self.clause_start(first)..first).rev().take(4).map(|at| self.lower(at)).find(|word| is_verb_of_state(word)).unwrap_or_default();
        let end = self.clause_end(last);
        let closing = self.word(end);
        let told = || {
            (last..=end).any(|at| {
                matches!(self.lower(at).as_str(), "beauftragt" | "betraut" | "gebeten" | "ermächtigt" | "angewiesen" | "aufgefordert" | "zuständig")
                    || ["verantwortlich", "federführend", "auftrag", "zuständigkeit", "federführung", "aufgabe"].contains(&self.lower(at).as_str())
            })
        };
        let verb = if is_verb_of_state(&behind) { behind } else { ahead };
        match verb.as_str() {
            "" if matches!(closing, "entwickeln" | "wandeln") => false,
            "wird" | "werden" | "wurde" | "wurden" => (!participle(closing) && closing != "worden") || told(),
            "ist" | "sind" | "war" | "waren" => {
                // "Zuständig ist das …"; "Das Amt ist dem Rat gefolgt" is a perfect.
                let charged = (self.clause_start(first)..first).any(|at| is_charge(&self.lower(at)));
                charged || told() || matches!(closing, "gefolgt" | "nachgekommen" | "eingegangen" | "nachgegangen" | "beigetreten" | "vorangegangen")
            }
            "hat" | "haben" | "hatte" | "hatten" => participle(closing) || (end > 0 && self.word(end - 1) == "zu") || end == last,
            "" => {
                // "…, dass die Fachstelle eingerichtet wird": only such a clause ends with its verb.
                if !self.verb_comes_last(first) {
                    return true;
                }
                let passive = matches!(closing, "wird" | "werden" | "wurde" | "wurden") && end > 0 && participle(self.word(end - 1));
                !(passive || (RECEIVES.contains(&closing) && end > last))
            }
            _ => told(),
        }
    }
}

/// Words that say who is in charge.
fn is_charge(folded: &str) -> bool {
    ["zuständig", "federführ", "verantwort", "beauftragt", "oblieg", "bauherr"].iter().any(|stem| folded.starts_with(stem))
        || matches!(folded, "träger" | "trägerin")
}

/// Verbs that decide who does what to whom.
fn is_verb_of_state(folded: &str) -> bool {
    matches!(folded, "wird" | "werden" | "wurde" | "wurden" | "ist" | "sind" | "war" | "waren" | "hat" | "haben" | "hatte" | "hatten")
        || RECEIVES.contains(&folded)
}

/// A second participle: gebaut, eingerichtet, erarbeitet, saniert.
fn participle(word: &str) -> bool {
    const PREFIXES: [&str; 46] = [
        "",
        "ab",
        "an",
        "auf",
        "aus",
        "bei",
        "durch",
        "ein",
        "fest",
        "frei",
        "her",
        "hin",
        "heraus",
        "heran",
        "herbei",
        "hinzu",
        "los",
        "mit",
        "nach",
        "nieder",
        "um",
        "unter",
        "vor",
        "weg",
        "weiter",
        "wieder",
        "zu",
        "zurück",
        "zusammen",
        "über",
        "bereit",
        "bekannt",
        "fort",
        "fertig",
        "sicher",
        "statt",
        "teil",
        "voran",
        "neu",
        "wahr",
        "bei",
        "dar",
        "nahe",
        "gegenüber",
        "groß",
        "barriere",
    ];
    const INFINITIVES: [&str; 12] = [
        "gestalten",
        "gewährleisten",
        "gewinnen",
        "geben",
        "gehen",
        "gewähren",
        "genehmigen",
        "gelten",
        "gelangen",
        "gestatten",
        "gewichten",
        "genießen",
    ];
    if !word.starts_with(char::is_lowercase) || word.len() < 5 {
        return false;
    }
    if word.ends_with("iert") {
        return true;
    }
    let formed = (word.ends_with('t') || word.ends_with("en") || word.ends_with("tan"))
        && PREFIXES.iter().any(|prefix| word.strip_prefix(prefix).is_some_and(|rest| rest.starts_with("ge") && !INFINITIVES.contains(&rest)));
    let prefixed = word.ends_with('t')
        && ["be", "er", "ver", "ent", "zer", "über", "unter", "wieder", "miss", "vorbe", "aufer", "einbe", "mitbe", "anver"]
            .iter()
            .any(|p| word.starts_with(p));
    formed || prefixed || strong_participle(word)
}

/// Participles that begin without "ge" and end as infinitives do: beschlossen, einbezogen, übernommen.
fn strong_participle(word: &str) -> bool {
    ["schlossen", "zogen", "nommen", "worfen", "sprochen", "wiesen", "schieden", "schrieben", "troffen", "brochen", "boten", "standen", "handen"]
        .iter()
        .any(|end| word.ends_with(end))
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
    if !has_digit(sentence) {
        return None;
    }
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
    let ranges: Vec<Range<usize>> = words_at(text).take(4).collect();
    (1..=ranges.len()).rev().find_map(|count| {
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
    fn a_day_is_written_with_year_month_and_day_and_must_exist() {
        let day = |written: &str| written.parse::<Date>().ok().map(|d| d.to_string());
        assert_eq!(day("2028-02-29").as_deref(), Some("2028-02-29"));
        for wrong in ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "31.12.2026", "2026-12-31T", "2026/12/31", "", "2026-12-3ä"] {
            assert_eq!(day(wrong), None, "{wrong}");
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

    fn named(sentence: &str) -> Vec<&str> {
        units_in_prose(sentence).into_iter().map(|range| &sentence[range]).collect()
    }

    #[test]
    fn kinds_of_units_are_known_by_their_endings() {
        for (sentence, unit) in [
            ("Das Quartiersbüro organisiert den Rundgang.", "Quartiersbüro"),
            ("Die Forstabteilung baut den Waldweg aus.", "Forstabteilung"),
            ("Die Bildungsdirektion stellt zwei Lehrkräfte ein.", "Bildungsdirektion"),
            ("Das Baudepartement senkt 40 Trottoirs ab.", "Baudepartement"),
            ("Die Bezirkshauptmannschaft Unterwald prüft die Wege.", "Bezirkshauptmannschaft Unterwald"),
            ("Amt 37 beschafft zwei Evakuierungsstühle.", "Amt 37"),
            ("Der FB 5 bildet zwölf Lotsen aus.", "FB 5"),
            ("Das SG Radverkehr markiert die Furten neu.", "SG Radverkehr"),
            ("Die Magistratsabteilung 12 eröffnet zwei Treffpunkte.", "Magistratsabteilung"),
            ("Die Gebäudewirtschaft Lindau baut den Lift ein.", "Gebäudewirtschaft Lindau"),
            ("Der Zweckverband Untere Saar beschafft acht Busse.", "Zweckverband Untere Saar"),
            ("Der Wasserverband Hohe Heide baut den Steg.", "Wasserverband Hohe Heide"),
            ("Die Stadtpolizei schult ihre Streifen.", "Stadtpolizei"),
            ("Die Freiwillige Feuerwehr Kleinau übt die Räumung.", "Freiwillige Feuerwehr Kleinau"),
            ("Der Sozialpsychiatrische Dienst bietet Hausbesuche an.", "Sozialpsychiatrische Dienst"),
            ("Die Technischen Betriebe räumen die Gehwege.", "Technischen Betriebe"),
            ("Die Informatikdienste prüfen alle Formulare.", "Informatikdienste"),
            ("Die VHS Kleinau bietet vier Kurse an.", "VHS Kleinau"),
            ("Die Lebenshilfe Kleinau e. V. berät die Eltern.", "Lebenshilfe Kleinau e. V"),
            ("Der Kreissportbund bildet Übungsleiter fort.", "Kreissportbund"),
            ("Der Heimatverein betreut den Lehrpfad.", "Heimatverein"),
            ("Die Hafenbau GmbH errichtet eine Rampe.", "Hafenbau GmbH"),
            ("Die Stadtmarketing GmbH beschildert die Wege.", "Stadtmarketing GmbH"),
            ("Die Wohnstatt Kleinau eG baut zwanzig Wohnungen um.", "Wohnstatt Kleinau eG"),
            ("Der Datenschutzbeauftragte prüft das Verfahren.", "Datenschutzbeauftragte"),
            ("Der Beirat für Menschen mit Behinderungen berät das Vorhaben.", "Beirat für Menschen"),
            ("Die Seniorenkommission begleitet den Umbau.", "Seniorenkommission"),
            ("Die Feuerwehr legt eine Liste der Wohnheime an.", "Feuerwehr"),
            ("Das Jobcenter richtet eine Sprechstunde ein.", "Jobcenter"),
            ("Das Sozial-Amt hilft bei dem Antrag.", "Sozial-Amt"),
            ("Die Sozial·behörde hilft bei dem Antrag.", "Sozial·behörde"),
        ] {
            assert_eq!(named(sentence).first(), Some(&unit), "{sentence}");
        }
        for sentence in [
            "Die Haltestelle erhält einen Unterstand, die Baustelle wird gesichert.",
            "Ein Ingenieurbüro erarbeitet den Entwurf.",
            "Das Planungsbüro legt den Entwurf vor.",
            "Der Regelbetrieb beginnt im Mai.",
            "Der Verein, die Verbände und die Betriebe machen mit.",
            "Bei Bedarf werden die Sperren durch die Feuerwehr aufgebaut.",
            "Feuerwehr und Schule feiern gemeinsam.",
            "Anlaufstelle für Beschwerden im Rathaus mit festen Zeiten",
            "Der Winterdienst wird ausgeweitet.",
            "Die Verwaltung und der Rat beraten den Plan.",
            "Die Gemeinde baut, alle helfen.",
            "Die Jugendfeuerwehr sammelt die Bäume ein.",
        ] {
            assert_eq!(named(sentence), Vec::<&str>::new(), "{sentence}");
        }
    }

    #[test]
    fn units_act_from_every_place_in_the_sentence() {
        for (sentence, unit) in [
            ("Im Mai baut das Hochbauamt die Rampe.", "Hochbauamt"),
            ("Die Pflege der Wege übernimmt ab Mai der Bauhof.", "Bauhof"),
            ("Härtefälle entscheidet die Wohngeldstelle.", "Wohngeldstelle"),
            ("Die Formulare werden durch das Bürgeramt überarbeitet.", "Bürgeramt"),
            ("Das Konzept wird vom Kulturamt umgesetzt.", "Kulturamt"),
            ("Die Kurse werden von der Volkshochschule geplant.", "Volkshochschule"),
            ("Die Umsetzung erfolgt unter Federführung des Schulamtes.", "Schulamtes"),
            ("Der Umbau liegt in der Zuständigkeit des Hochbauamts.", "Hochbauamts"),
            ("Von Seiten des Garten- und Friedhofsamtes werden Bänke aufgestellt.", "Garten- und Friedhofsamtes"),
            ("Federführend ist das Amt für Stadtgrün.", "Amt für Stadtgrün"),
            ("Bauherr: Eigenbetrieb Bäder", "Eigenbetrieb Bäder"),
            ("Die Aufgabe liegt beim Ordnungsamt.", "Ordnungsamt"),
            ("Die neue Fachstelle wird beim Kreisjugendamt angesiedelt.", "Kreisjugendamt"),
            ("Die Lotsin ist dem Schulamt zugeordnet.", "Schulamt"),
            ("Im Sozialamt wird eine halbe Stelle für die Beratung besetzt.", "Sozialamt"),
            ("Die drei Fachkräfte des Jugendamts besuchen alle Kitas.", "Jugendamts"),
            ("Hauptamt und Personalrat verhandeln die Vereinbarung neu.", "Hauptamt"),
            ("Der Magistrat Neustetten, Abteilung 9, pflastert den Platz neu.", "Abteilung 9"),
            ("Der Stadtrat beauftragt das Tiefbauamt mit dem Umbau.", "Tiefbauamt"),
            ("Das Hochbauamt wird beauftragt, einen Lift einzubauen.", "Hochbauamt"),
            ("Es gilt der Leitfaden, den das Presseamt verfasst hat.", "Presseamt"),
            ("Die Bauarbeiten (Stadtwerke Kleinau, 2027) beginnen bald.", "Stadtwerke Kleinau"),
            ("Die Sporthalle wird umgebaut; Hochbauamt, Haushaltsjahr 2027", "Hochbauamt"),
        ] {
            assert_eq!(named(sentence).first(), Some(&unit), "{sentence}");
        }
    }

    #[test]
    fn units_that_are_served_or_spoken_of_do_not_act() {
        for sentence in [
            "Wir verpflichten die Wohnungsbaugesellschaft zu einer Quote.",
            "Die Stadt informiert das Jobcenter und das Finanzamt.",
            "Der Inklusionsbeirat erhält ein Rederecht.",
            "Die Beschwerdestelle wird im nächsten Jahr eingerichtet.",
            "Das Ordnungsamt wurde mit einer Rampe ausgestattet.",
            "Das Standesamt ist barrierefrei.",
            "Es wird geprüft, ob der Seniorenbeirat vorher Stellung nimmt.",
            "Wenn das Sozialamt zustimmt, werden die Kosten übernommen.",
            "Die Stadt lädt zur Feier an das Museum Kleinau.",
            "Die Förderung durch das Landesamt läuft aus.",
            "Der Umbau wird vom Sozialministerium gefördert.",
            "Beteiligt: Gesundheitsamt",
            "Die Auskunftsstellen – Pflegestützpunkt, Fachstelle Wohnen – ziehen zusammen.",
            "Die Leitung der Schule bittet um Hilfe für das Jugendamt.",
            "Die Stelle der Behindertenbeauftragten ist neu.",
            "Beschäftigte des Bürgeramts werden geschult.",
            "Die Haltestelle liegt beim Finanzamt.",
            "Der Eingang des Rathauses und des Sozialamts ist zu eng.",
        ] {
            assert_eq!(named(sentence), Vec::<&str>::new(), "{sentence}");
        }
    }

    #[test]
    fn dates_are_read_in_many_dresses() {
        let legend = Legend::default();
        for (sentence, day) in [
            ("Die Rampe entsteht noch 2027.", "2027-12-31"),
            ("Der Weg wird im Sommer 2028 gebaut.", "2028-08-31"),
            ("Zum Fahrplanwechsel Dezember 2028 fährt der Bus öfter.", "2028-12-31"),
            ("Mit dem Fahrplanwechsel im Dezember 2026 kommt die Linie.", "2026-12-31"),
            ("Auf die Abstimmung vom März 2028 erscheint ein Hörheft.", "2028-03-31"),
            ("Bis zur Kommunalwahl 2028 sind alle Wahlräume stufenlos.", "2028-12-31"),
            ("Zum Kita-Jahr 2028/29 öffnet die Gruppe.", "2029-07-31"),
            ("Die Kurse beginnen im Wintersemester 2027/28.", "2028-03-31"),
            ("Ab der Spielzeit 2027/28 gibt es Führungen.", "2028-07-31"),
            ("In den Sommerferien 2027 wird der Lift eingebaut.", "2027-09-30"),
            ("Zu Beginn des Schuljahres 2027/28 öffnet die Klasse.", "2028-07-31"),
            ("Die Rampe folgt im Q3 2028.", "2028-09-30"),
            ("Schulung der Fahrdienste, III/2027", "2027-09-30"),
            ("Der Kurs beginnt in KW 12/2027.", "2027-03-28"),
            ("Der Umzug erfolgt in der 1. KW 2026.", "2026-01-04"),
            ("Bericht an den Ausschuss; 2. Halbjahr 2028", "2028-12-31"),
            ("Die Regel gilt zum 1. Jänner 2028.", "2028-01-01"),
            ("In den Jahren 2027 und 2028 werden Borde abgesenkt.", "2028-12-31"),
            ("Bis Ende des Jahres 2028 sind alle Ampeln umgerüstet.", "2028-12-31"),
            ("Baubeginn 2028, danach folgt der Platz.", "2028-12-31"),
            ("Neue Höranlage im Ratssaal (Hauptamt, 2028)", "2028-12-31"),
            ("Neue Wartehallen (Stadtwerke Kleinau, 2026 bis 2028)", "2028-12-31"),
        ] {
            let found = deadline_in_prose(sentence, &legend, Lang::De).and_then(|(_, found)| found.latest).map(|date| date.to_string());
            assert_eq!(found.as_deref(), Some(day), "{sentence}");
        }
        for sentence in [
            "Der Radverkehrsplan 2015 wird fortgeschrieben.",
            "Die Quote lag bei der Landtagswahl 2021 bei 61 Prozent, 2016 waren es 58.",
            "Der Anteil steigt (Statistisches Landesamt, 2023).",
            "Die Borde werden laufend und zeitnah abgesenkt.",
            "Den Beschluss vom 4. Mai 2023 setzt das Amt um.",
        ] {
            assert!(deadline_in_prose(sentence, &legend, Lang::De).is_none(), "{sentence}");
        }
    }

    #[test]
    fn deeds_have_days_and_undertakings_too() {
        let deed = |sentence: &str| day_in_prose(sentence, true).and_then(|(_, found)| found.latest).map(|date| date.to_string());
        assert_eq!(deed("Die Ämter haben die Vereinbarung am 3. März 2025 unterzeichnet.").as_deref(), Some("2025-03-03"));
        assert_eq!(deed("Seit 1. Mai 2025 ist die Stelle besetzt.").as_deref(), Some("2025-05-01"));
        assert_eq!(deed("Seit 2009 gibt es den Steg."), None);
        assert_eq!(deed("Das wurde in der Sitzung am 3. März 2025 erörtert."), None);
        let day = |sentence: &str| day_in_prose(sentence, false).and_then(|(_, found)| found.latest).map(|date| date.to_string());
        assert_eq!(day("Die Satzung tritt am 1. Juli 2027 in Kraft.").as_deref(), Some("2027-07-01"));
        assert_eq!(day("Der Treff öffnet am Samstag, 8. Mai 2027.").as_deref(), Some("2027-05-08"));
        assert_eq!(day("Der Rat hat am 8. Mai 2024 den Bau beschlossen."), None);
    }

    #[test]
    fn english_units_and_dates_are_read() {
        let units = |sentence: &str| english_units_in_prose(sentence).into_iter().map(|range| sentence[range].to_owned()).collect::<Vec<_>>();
        for (sentence, unit) in [
            ("The Harbour Authority will lower two kerbs.", "Harbour Authority"),
            ("Ramps will be built by the Asset Management Unit.", "Asset Management Unit"),
            ("Delivery is the responsibility of the Housing Agency.", "Housing Agency"),
            ("The Transport Board is responsible for the timetable.", "Transport Board"),
        ] {
            assert_eq!(units(sentence), [unit], "{sentence}");
        }
        for sentence in ["The Visitor Office will be moved to the ground floor.", "The Council receives a report.", "The Parks Division was praised."]
        {
            assert!(units(sentence).is_empty(), "{sentence}");
        }
        for (sentence, day) in [
            ("The lift opens by June 2028.", "2028-06-30"),
            ("Training starts in spring 2027.", "2027-05-31"),
            ("Kerbs are lowered by the end of 2028.", "2028-12-31"),
        ] {
            let found = deadline_in_prose(sentence, &Legend::default(), Lang::En).and_then(|(_, found)| found.latest).map(|date| date.to_string());
            assert_eq!(found.as_deref(), Some(day), "{sentence}");
        }
    }

    #[test]
    fn long_sentences_take_linear_time() {
        let long = "das Tiefbauamt und die Stadtwerke wird die Fachstelle gebaut ".repeat(5_000);
        assert!(units_in_prose(&long).len() < 20_000);
        let _ = deadline_in_prose(&"im Fahrplanwechsel 2027 am 1. Mai 2027 KW 3 2027 ".repeat(5_000), &Legend::default(), Lang::De);
    }
}
