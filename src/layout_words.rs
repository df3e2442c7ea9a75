//! The words by which layout is understood: labels, headings, units, states, months and seasons, and words that say nothing.
//!
//! They stand in `layout.yaml` beside each language; plans mix languages ("Status", "Budget"), so one list serves all.

use crate::compiled;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// Brings a label or heading to one form: small letters and digits, single blanks, `ss` for `ß`.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    let mut rest = text;
    while !rest.is_empty() {
        // Most of every text is plain letters: they are taken together.
        let plain = rest.bytes().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(rest.len());
        if plain > 0 {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            let start = out.len();
            out.push_str(&rest[..plain]);
            out[start..].make_ascii_lowercase();
            rest = &rest[plain..];
        }
        let Some(c) = rest.chars().next() else { break };
        rest = &rest[c.len_utf8()..];
        let german = matches!(c, 'ä' | 'ö' | 'ü' | 'ß' | 'Ä' | 'Ö' | 'Ü');
        if c.is_ascii() {
            gap = true;
        } else if german || c.is_alphanumeric() {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            match c {
                'ä' | 'ö' | 'ü' => out.push(c),
                'ß' => out.push_str("ss"),
                c => out.extend(c.to_lowercase()),
            }
        } else if c == '\u{308}' {
            let composed = match out.chars().next_back() {
                Some('a') => 'ä',
                Some('o') => 'ö',
                Some('u') => 'ü',
                _ => continue,
            };
            out.pop();
            out.push(composed);
        } else if c != '\u{ad}' {
            gap = true;
        }
    }
    out
}

const FILES: [&str; 2] = [include_str!("language/de/layout.yaml"), include_str!("language/en/layout.yaml")];

/// One `layout.yaml` as it is written.
#[derive(Debug, Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Words {
    labels: std::collections::BTreeMap<String, Vec<String>>,
    bare: Vec<String>,
    zones: std::collections::BTreeMap<String, Vec<String>>,
    sheet_headings: Vec<String>,
    field_headings: Vec<String>,
    code_words: Vec<String>,
    easy: Vec<String>,
    resolutions: Vec<String>,
    empty: Vec<String>,
    vague: Vec<String>,
    units: std::collections::BTreeMap<String, Vec<String>>,
    time_classes: Vec<String>,
    soft_times: Vec<String>,
    months: Vec<Vec<String>>,
    seasons: std::collections::BTreeMap<String, u8>,
    parts_of_year: std::collections::BTreeMap<String, u8>,
    quarters: Vec<String>,
    halves: Vec<String>,
    school_years: Vec<String>,
    budget_years: Vec<String>,
    ordinals: Vec<Vec<String>>,
    deadline_cues: Vec<String>,
    no_deadline: Vec<String>,
    past_states: Vec<String>,
    amounts: Vec<String>,
    outsiders: Vec<String>,
    drafters: Vec<String>,
    imprint: Vec<String>,
    measured: Vec<String>,
    afforded: Vec<String>,
    statuses: std::collections::BTreeMap<String, Vec<String>>,
}

/// The words of both files together, ready to look up.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct LayoutWords {
    /// Folded label → role name.
    pub(crate) labels: FxHashMap<String, String>,
    /// Every beginning (by words) of a label that is not a label itself.
    pub(crate) label_starts: FxHashSet<String>,
    pub(crate) bare: FxHashSet<String>,
    pub(crate) zone_names: FxHashMap<String, String>,
    pub(crate) sheet_headings: FxHashSet<String>,
    pub(crate) field_headings: FxHashSet<String>,
    pub(crate) code_words: FxHashSet<String>,
    pub(crate) easy: Vec<String>,
    pub(crate) resolutions: Vec<String>,
    pub(crate) empty: FxHashSet<String>,
    pub(crate) vague: FxHashSet<String>,
    pub(crate) units: FxHashMap<String, Vec<String>>,
    pub(crate) unit_heads: FxHashSet<String>,
    pub(crate) companies: FxHashSet<String>,
    pub(crate) time_classes: Vec<String>,
    /// The last letters of every time class, to pass over texts that hold none.
    pub(crate) class_ends: Vec<String>,
    pub(crate) soft_times: FxHashSet<String>,
    months: FxHashMap<String, u8>,
    pub(crate) seasons: FxHashMap<String, u8>,
    pub(crate) parts_of_year: FxHashMap<String, u8>,
    pub(crate) quarters: FxHashSet<String>,
    pub(crate) halves: FxHashSet<String>,
    pub(crate) school_years: FxHashSet<String>,
    pub(crate) budget_years: FxHashSet<String>,
    pub(crate) ordinals: FxHashMap<String, u8>,
    pub(crate) cues: FxHashSet<String>,
    pub(crate) no_deadline: FxHashSet<String>,
    pub(crate) past_states: FxHashSet<String>,
    pub(crate) amounts: FxHashSet<String>,
    /// Others than the municipality, at the start of a sentence.
    pub(crate) outsiders: FxHashSet<String>,
    pub(crate) drafters: FxHashSet<String>,
    pub(crate) imprint: FxHashSet<String>,
    /// Beginnings of sentences that say how success is measured, and of those on money and lead.
    pub(crate) measured: FxHashSet<String>,
    pub(crate) afforded: FxHashSet<String>,
    /// Folded phrase → status name.
    pub(crate) statuses: FxHashMap<String, String>,
}

impl LayoutWords {
    /// Reads the files; the build has done it before, and the program reads what came of it.
    pub(crate) fn compile() -> Self {
        let mut words = Self::default();
        for text in FILES {
            // The files are part of the program and tested; a broken one would only cost recognition.
            words.take(serde_yaml::from_str(text).unwrap_or_default());
        }
        words
    }

    /// The role of a column by its name: a label, or a name that begins or ends with one.
    pub(crate) fn column(&self, folded: &str) -> Option<&str> {
        if let Some(role) = self.labels.get(folded) {
            return Some(role);
        }
        let words: Vec<&str> = folded.split(' ').collect();
        if words.len() > 6 || folded.is_empty() {
            return None;
        }
        let mut loose = None;
        for n in (1..words.len()).rev() {
            let (head, tail) = (words.get(..n)?.join(" "), words.get(words.len() - n..)?.join(" "));
            for role in [self.labels.get(&head), self.labels.get(&tail)].into_iter().flatten() {
                // "Bemerkung zum Stand" is a status.
                if role != "other" {
                    return Some(role);
                }
                loose.get_or_insert(role.as_str());
            }
        }
        loose
    }

    /// The zone a folded heading opens: the whole heading, its beginning, or two joined by "und".
    pub(crate) fn zone(&self, folded: &str) -> Option<&str> {
        if let Some(zone) = self.zone_names.get(folded) {
            return Some(zone);
        }
        let words: Vec<&str> = folded.split(' ').collect();
        if words.len() > 14 {
            return None;
        }
        const LINKS: [&str; 30] = [
            "der", "des", "für", "zur", "zum", "im", "in", "bis", "und", "aus", "von", "vom", "of", "for", "and", "on", "unserer", "unseres", "an",
            "auf", "mit", "zu", "seit", "ab", "nach", "the", "to", "die", "den", "über",
        ];
        let mut best: Option<&str> = None;
        for n in (1..words.len()).rev() {
            let Some(zone) = words.get(..n).map(|head| head.join(" ")).and_then(|head| self.zone_names.get(&head)) else {
                continue;
            };
            let link = words.get(n).copied().unwrap_or("");
            // "Maßnahmenkatalog Kultur, Sport und Gesundheit": the word itself leaves no doubt.
            let plain = n == 1 && zone == "measures" && words.first().is_some_and(|word| word.starts_with("massnahmen") && word.len() > 12);
            let linked = LINKS.contains(&link) || link.starts_with(|c: char| c.is_ascii_digit()) || words.len() - n <= 2 || plain;
            if linked {
                best = Some(zone);
                break;
            }
        }
        // "Ziele und Maßnahmen", "Aktuelle Maßnahmen": measures win, or the last word tells.
        let last = words.last().copied().unwrap_or("");
        match self.zone_names.get(last).map(String::as_str) {
            Some("measures") if words.len() <= 8 => Some("measures"),
            Some(zone) if best.is_none() && words.len() <= 3 && !matches!(zone, "law" | "front") => Some(zone),
            _ => best,
        }
    }

    pub(crate) fn month(&self, folded: &str) -> Option<u8> {
        self.months.get(folded).copied()
    }

    fn take(&mut self, words: Words) {
        let set = |list: Vec<String>| list.into_iter().map(|word| fold(&word));
        for (role, names) in words.labels {
            for name in set(names) {
                let mut start = String::new();
                for word in name.split(' ') {
                    if !start.is_empty() {
                        self.label_starts.insert(start.clone());
                        start.push(' ');
                    }
                    start.push_str(word);
                }
                self.labels.entry(name).or_insert_with(|| role.clone());
            }
        }
        for (zone, names) in words.zones {
            for name in set(names) {
                self.zone_names.entry(name).or_insert_with(|| zone.clone());
            }
        }
        for (status, names) in words.statuses {
            for name in set(names) {
                self.statuses.entry(name).or_insert_with(|| status.clone());
            }
        }
        for (kind, names) in words.units {
            let names = set(names);
            match kind.as_str() {
                "head" => self.unit_heads.extend(names),
                "company" => self.companies.extend(names),
                _ => self.units.entry(kind).or_default().extend(names),
            }
        }
        for (i, names) in words.months.into_iter().enumerate() {
            self.months.extend(set(names).map(|name| (name, u8::try_from(i + 1).unwrap_or(12))));
        }
        for (i, names) in words.ordinals.into_iter().enumerate() {
            self.ordinals.extend(set(names).map(|name| (name, u8::try_from(i + 1).unwrap_or(4))));
        }
        self.seasons.extend(words.seasons.into_iter().map(|(name, month)| (fold(&name), month)));
        self.parts_of_year.extend(words.parts_of_year.into_iter().map(|(name, month)| (fold(&name), month)));
        self.bare.extend(set(words.bare));
        self.sheet_headings.extend(set(words.sheet_headings));
        self.field_headings.extend(set(words.field_headings));
        self.code_words.extend(set(words.code_words));
        self.easy.extend(set(words.easy));
        self.resolutions.extend(set(words.resolutions));
        self.empty.extend(set(words.empty));
        self.vague.extend(set(words.vague));
        self.time_classes.extend(set(words.time_classes));
        for class in &self.time_classes {
            let end: String = class.chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect();
            if !self.class_ends.contains(&end) {
                self.class_ends.push(end);
            }
        }
        self.soft_times.extend(set(words.soft_times));
        self.quarters.extend(set(words.quarters));
        self.halves.extend(set(words.halves));
        self.school_years.extend(set(words.school_years));
        self.budget_years.extend(set(words.budget_years));
        self.cues.extend(set(words.deadline_cues));
        self.no_deadline.extend(set(words.no_deadline));
        self.past_states.extend(set(words.past_states));
        self.amounts.extend(set(words.amounts));
        self.outsiders.extend(set(words.outsiders));
        self.drafters.extend(set(words.drafters));
        self.imprint.extend(set(words.imprint));
        self.measured.extend(set(words.measured));
        self.afforded.extend(set(words.afforded));
    }
}

static WORDS: LazyLock<LayoutWords> = LazyLock::new(|| compiled::read(compiled::LAYOUT).unwrap_or_else(LayoutWords::compile));

pub(crate) fn vocabulary() -> &'static LayoutWords {
    &WORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout_words_load_and_no_word_has_two_meanings() {
        for text in FILES {
            let words: Words = serde_yaml::from_str(text).expect("layout.yaml is valid");
            for lists in [&words.labels, &words.zones, &words.statuses] {
                let mut seen: FxHashMap<String, &str> = FxHashMap::default();
                for (name, list) in lists {
                    for word in list {
                        let before = seen.insert(fold(word), name);
                        assert!(before.is_none_or(|before| before == name), "{word}: {before:?} and {name}");
                    }
                }
            }
        }
        assert_eq!(vocabulary().labels.get("zuständig").map(String::as_str), Some("responsible"));
    }

    #[test]
    fn what_the_build_compiled_is_what_the_files_say() {
        assert_eq!(compiled::read::<LayoutWords>(compiled::LAYOUT), Some(LayoutWords::compile()));
    }

    #[test]
    fn folding_keeps_letters_and_figures_only() {
        for (written, folded) in [
            ("Zuständig:", "zuständig"),
            ("  Straße / PLATZ ", "strasse platz"),
            ("ÖPNV-Ausbau 2027", "öpnv ausbau 2027"),
            ("Bu\u{308}ro", "büro"),
            ("Bar\u{ad}riere", "barriere"),
            ("Öffentlich–privat", "öffentlich privat"),
            ("Café ÀÉ", "café àé"),
            ("", ""),
            ("– :", ""),
        ] {
            assert_eq!(fold(written), folded, "{written:?}");
        }
    }
}
