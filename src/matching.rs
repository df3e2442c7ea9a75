//! Which measure of an old version of a plan is which of the new one, told by wording and number.
//!
//! Numbers change when a plan is renewed, titles are edited, rows move: no single sign can be relied on. What is unchanged
//! is paired first; what remains is compared by shared words, of which rare ones weigh more.

use crate::measure::{GradedPlan, Measure, is_unit, sentence_range};
use crate::plan::{Layout, Plan, Role, Zone};
use crate::source::Span;
use crate::text::fold;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// One of the two versions.
#[derive(Debug, Clone, Copy)]
pub struct Version<'a> {
    pub plan: &'a Plan,
    pub graded: &'a GradedPlan,
}

/// How the measures of two versions belong together, by their indices; repetitions are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matching {
    /// Old and new, in the order of the old version. Each measure has one counterpart at most.
    pub pairs: Vec<(usize, usize)>,
    /// Measures of the old version that the new one no longer has, each with the sentence that still speaks of it.
    pub gone: Vec<(usize, Option<Span>)>,
    /// Measures that only the new version has, each with the sentence of the old one that already spoke of it.
    pub added: Vec<(usize, Option<Span>)>,
}

/// Similarity in thousandths from which two measures are one; the same number or heading makes up for a part of it.
const ALIKE: u64 = 500;
/// Below this no number makes two measures one.
const LEAST: u64 = 300;
const SAME_NUMBER: u64 = 150;
const SAME_HEADING: u64 = 50;
const SAME_UNIT: u64 = 25;
/// The most that a word of a single measure weighs.
const ALONE: u64 = 4;
/// The share of a title's words in percent, by weight and by number, that a sentence must hold to speak of the measure.
const SPOKEN_OF: usize = 75;
/// So many words of a measure are looked up, rarest first, and a word in more places than that tells nothing.
const LOOKED_UP: usize = 12;
const PLACES: usize = 50;

/// What a measure is known by.
struct Face {
    measure: usize,
    code: Option<String>,
    heading: String,
    unit: String,
    /// All its words in order, without its number.
    whole: String,
    /// The words that say what is done, in order.
    wording: String,
    /// Stems of the title, and of all that says what is done; sorted, each once.
    title: Vec<usize>,
    content: Vec<usize>,
}

/// Numbers for stems, and how much each of them tells.
#[derive(Default)]
struct Stems {
    numbers: FxHashMap<String, usize>,
    weights: Vec<u64>,
}

impl Stems {
    fn of(&mut self, text: &str) -> Vec<usize> {
        let mut found: Vec<usize> = stems(text)
            .map(|stem| {
                let next = self.numbers.len();
                *self.numbers.entry(stem).or_insert(next)
            })
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The stems of a text that are known already.
    fn known(&self, text: &str) -> Vec<usize> {
        let mut found: Vec<usize> = stems(text).filter_map(|stem| self.numbers.get(&stem).copied()).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The fewer measures have a word, the more it weighs: one more for each halving. A word that only one measure has tells
    /// of an edit and not of another measure.
    fn weigh(&mut self, faces: &[&Face]) {
        let mut having = vec![0_u64; self.numbers.len()];
        for &stem in faces.iter().flat_map(|face| &face.content) {
            having[stem] += 1;
        }
        let all = faces.len() as u64;
        let weight = |count: u64| 1 + u64::from((all / count.max(1)).max(1).ilog2());
        self.weights = having.into_iter().map(|count| if count > 1 { weight(count) } else { weight(count).min(ALONE) }).collect();
    }

    fn weight(&self, stems: &[usize]) -> u64 {
        stems.iter().map(|&stem| self.weights[stem]).sum()
    }
}

/// Finds the counterparts.
pub fn matching(old: Version<'_>, new: Version<'_>) -> Matching {
    let mut stems = Stems::default();
    let (old_faces, new_faces) = (faces(old, &mut stems), faces(new, &mut stems));
    stems.weigh(&old_faces.iter().chain(&new_faces).collect::<Vec<_>>());
    let mut couples = Couples { old: vec![None; old_faces.len()], new: vec![None; new_faces.len()] };
    couples.unchanged(&old_faces, &new_faces);
    couples.alike(&old_faces, &new_faces, &stems);
    let Couples { old: partners, new: taken } = couples;
    let mut result = Matching::default();
    let mut gone = Vec::new();
    for (face, partner) in old_faces.iter().zip(&partners) {
        match partner {
            Some(n) => result.pairs.push((face.measure, new_faces[*n].measure)),
            None => gone.push(face),
        }
    }
    let added: Vec<&Face> = new_faces.iter().zip(&taken).filter(|(_, partner)| partner.is_none()).map(|(face, _)| face).collect();
    result.gone = spoken_of(&gone, new, &stems);
    result.added = spoken_of(&added, old, &stems);
    result
}

fn faces(version: Version<'_>, stems: &mut Stems) -> Vec<Face> {
    let measures = version.graded.measures.iter().enumerate().filter(|(_, m)| m.duplicate_of.is_none());
    measures.map(|(i, measure)| face(i, measure, version, stems)).collect()
}

fn face(index: usize, measure: &Measure, version: Version<'_>, stems: &mut Stems) -> Face {
    let passage = &version.plan.passages[measure.passage];
    let text = passage.text.string.as_str();
    let code = passage.code.clone().filter(|_| is_unit(passage.layout));
    let (title, content, whole) = if is_unit(passage.layout) {
        let told = passage.parts.iter().filter(|p| matches!(p.role, Role::Title | Role::Body | Role::Goal));
        let told: Vec<&str> = told.filter_map(|p| text.get(p.range.clone())).collect();
        let content = if told.is_empty() { text.to_owned() } else { told.join(" ") };
        (uncoded(passage.title(), code.as_deref()).to_owned(), uncoded(&content, code.as_deref()).to_owned(), uncoded(text, code.as_deref()))
    } else {
        let range = |s: usize| sentence_range(&version.graded.passages[measure.passage], s).unwrap_or_default();
        let (first, last) = (range(measure.sentences.start), range(measure.sentences.end.saturating_sub(1)));
        let own = text.get(first.start..last.end).unwrap_or(&measure.title);
        // The sentences behind the first say more about the measure.
        (text.get(first).unwrap_or(own).to_owned(), own.to_owned(), own)
    };
    let letters = |text: &str| words(text).filter(|w| !w.starts_with(|c: char| c.is_ascii_digit())).collect::<Vec<_>>().join(" ");
    Face {
        measure: index,
        heading: measure.path.last().map(|heading| letters(heading)).unwrap_or_default(),
        unit: measure.responsible.as_deref().map(letters).unwrap_or_default(),
        whole: words(whole).collect::<Vec<_>>().join(" "),
        wording: words(&content).collect::<Vec<_>>().join(" "),
        title: stems.of(&title),
        content: stems.of(&format!("{title} {content}")),
        code,
    }
}

/// A text without the plan's own number in front of it.
pub(crate) fn uncoded<'a>(text: &'a str, code: Option<&str>) -> &'a str {
    let rest = code.and_then(|code| text.trim_start().strip_prefix(code)).unwrap_or(text);
    rest.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// The words of a text as they are compared: folded, without signs.
pub(crate) fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric() && c != '\u{ad}').map(fold).filter(|word| !word.is_empty())
}

/// Words without endings; small words tell nothing, figures tell much.
fn stems(text: &str) -> impl Iterator<Item = String> + '_ {
    words(text).filter_map(|word| {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            return Some(word);
        }
        let plain: String = word
            .chars()
            .map(|c| match c {
                'ä' => 'a',
                'ö' => 'o',
                'ü' => 'u',
                c => c,
            })
            .collect();
        let length = plain.chars().count();
        let bare = ["en", "er", "es", "em", "e", "n", "s"].iter().find_map(|end| plain.strip_suffix(end).filter(|rest| rest.chars().count() >= 4));
        (length >= 4).then(|| bare.unwrap_or(&plain).chars().take(12).collect())
    })
}

/// Who belongs to whom so far, by places in the two lists of faces.
struct Couples {
    old: Vec<Option<usize>>,
    new: Vec<Option<usize>>,
}

impl Couples {
    fn join(&mut self, old: usize, new: usize) {
        self.old[old] = Some(new);
        self.new[new] = Some(old);
    }

    /// Pairs what agrees word for word, in the order of the plans: first in everything, in the end in wording alone.
    fn unchanged(&mut self, old: &[Face], new: &[Face]) {
        type Key<'a> = (&'a str, &'a str, &'a str);
        let rounds: [fn(&Face) -> Option<Key<'_>>; 7] = [
            |f| Some((&f.whole, &f.heading, "")),
            |f| Some((&f.whole, "", "")),
            |f| Some((&f.wording, &f.unit, f.code.as_deref()?)),
            |f| Some((&f.wording, &f.unit, &f.heading)),
            |f| Some((&f.wording, f.code.as_deref()?, "")),
            |f| Some((&f.wording, &f.heading, "")),
            |f| Some((&f.wording, "", "")),
        ];
        for (at, round) in rounds.into_iter().enumerate() {
            let mut waiting: FxHashMap<Key<'_>, Vec<usize>> = FxHashMap::default();
            // What has no words of its own agrees with everything of its kind, and is known by its place and all its text only.
            let known = |n: &usize| at == 0 || !new[*n].content.is_empty();
            for n in (0..new.len()).rev().filter(|&n| self.new[n].is_none()).filter(known) {
                if let Some(key) = round(&new[n]) {
                    waiting.entry(key).or_default().push(n);
                }
            }
            for (o, face) in old.iter().enumerate() {
                if self.old[o].is_none()
                    && let Some(n) = round(face).and_then(|key| waiting.get_mut(&key)?.pop())
                {
                    self.join(o, n);
                }
            }
        }
    }

    /// Pairs what is left by likeness, the most alike first.
    fn alike(&mut self, old: &[Face], new: &[Face], stems: &Stems) {
        let mut places: Vec<Vec<usize>> = vec![Vec::new(); stems.weights.len()];
        let mut numbered: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (n, face) in new.iter().enumerate().filter(|(n, _)| self.new[*n].is_none()) {
            for &stem in &face.content {
                places[stem].push(n);
            }
            if let Some(code) = &face.code {
                numbered.entry(code).or_default().push(n);
            }
        }
        let mut found: Vec<(Reverse<u64>, usize, usize)> = Vec::new();
        for (o, face) in old.iter().enumerate().filter(|(o, _)| self.old[*o].is_none()) {
            let mut near: BTreeSet<usize> = looked_up(&face.content, &places).into_iter().collect();
            near.extend(face.code.as_deref().and_then(|code| numbered.get(code)).into_iter().flatten().take(PLACES));
            found.extend(near.into_iter().filter_map(|n| Some((Reverse(likeness(face, &new[n], stems)?), o, n))));
        }
        found.sort_unstable();
        for (_, o, n) in found {
            if self.old[o].is_none() && self.new[n].is_none() {
                self.join(o, n);
            }
        }
    }
}

/// Places that share a rare word.
fn looked_up(stems: &[usize], places: &[Vec<usize>]) -> Vec<usize> {
    let mut rare: Vec<usize> = stems.iter().copied().filter(|&s| (1..=PLACES).contains(&places[s].len())).collect();
    rare.sort_unstable_by_key(|&s| (places[s].len(), s));
    rare.into_iter().take(LOOKED_UP).flat_map(|s| places[s].iter().copied()).collect()
}

/// How alike two measures are, if they are alike enough to be one.
fn likeness(old: &Face, new: &Face, stems: &Stems) -> Option<u64> {
    let wording = share_of(&old.title, &new.title, stems).max(share_of(&old.content, &new.content, stems));
    let agree = |a: &str, b: &str| !a.is_empty() && a == b;
    let code = agree(old.code.as_deref().unwrap_or(""), new.code.as_deref().unwrap_or(""));
    let signs = u64::from(code) * SAME_NUMBER + u64::from(agree(&old.heading, &new.heading)) * SAME_HEADING;
    let unit = u64::from(agree(&old.unit, &new.unit)) * SAME_UNIT;
    (wording >= LEAST && wording + signs >= ALIKE).then_some(wording + signs + unit)
}

/// The shared part of two lists of stems in thousandths; a short wording may stand whole in a long one.
fn share_of(a: &[usize], b: &[usize], stems: &Stems) -> u64 {
    let common = common(a, b);
    let shared = stems.weight(&common);
    let (a, b) = (stems.weight(a), stems.weight(b));
    let both = (2000 * shared).checked_div(a + b).unwrap_or(0);
    let inside = (600 * shared).checked_div(a.min(b)).unwrap_or(0);
    if common.len() >= 3 { both.max(inside) } else { both }
}

/// What two sorted lists have in common.
fn common(a: &[usize], b: &[usize]) -> Vec<usize> {
    let mut found = Vec::new();
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        if x == y {
            found.push(*x);
        }
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    found
}

/// The sentence of the other version that speaks of each measure; of several the one that holds most of its title.
///
/// A measure that was merged into another, or is told in running text, has not gone without a word.
fn spoken_of(faces: &[&Face], other: Version<'_>, stems: &Stems) -> Vec<(usize, Option<Span>)> {
    if faces.is_empty() {
        return Vec::new();
    }
    let mut sentences: Vec<(Span, Vec<usize>)> = Vec::new();
    let mut places: Vec<Vec<usize>> = vec![Vec::new(); stems.weights.len()];
    for (passage, graded) in other.plan.passages.iter().zip(&other.graded.passages) {
        if passage.zone == Zone::Contents || passage.layout == Layout::Heading {
            continue;
        }
        for range in (0..graded.tokens.sentences.len()).filter_map(|s| sentence_range(graded, s)) {
            let known = passage.text.string.get(range.clone()).map(|text| stems.known(text)).unwrap_or_default();
            for &stem in &known {
                places[stem].push(sentences.len());
            }
            sentences.push((passage.text.source_span(range), known));
        }
    }
    let place = |face: &Face| {
        // One word is a topic, no measure.
        if face.title.len() < 2 {
            return None;
        }
        let (own, words) = (stems.weight(&face.title), face.title.len());
        let near: BTreeSet<usize> = looked_up(&face.title, &places).into_iter().collect();
        let told = near.into_iter().filter_map(|s| {
            let shared = common(&face.title, &sentences[s].1);
            let weight = stems.weight(&shared);
            (shared.len() * 100 >= words * SPOKEN_OF && weight * 100 >= own * SPOKEN_OF as u64).then_some((weight, Reverse(s)))
        });
        told.max().map(|(_, Reverse(s))| sentences[s].0)
    };
    faces.iter().map(|face| (face.measure, place(face))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::ReadPlan;
    use crate::source::Source;

    const HEAD: &str = "# Plan\n\n## Maßnahmen\n\n| Nr. | Maßnahme | Zuständig | Frist |\n|---|---|---|---|\n";

    fn read(rows: &[&str]) -> ReadPlan {
        ReadPlan::new(Source::new("plan.md", format!("{HEAD}{}\n", rows.join("\n"))), String::new())
    }

    fn matched(old: &[&str], new: &[&str]) -> Matching {
        let (old, new) = (read(old), read(new));
        let version = |read: &'static ReadPlan| Version { plan: &read.plan, graded: &read.graded };
        matching(version(Box::leak(Box::new(old))), version(Box::leak(Box::new(new))))
    }

    const ROWS: [&str; 5] = [
        "| 1 | Umbau der Haltestelle am Markt | Tiefbauamt | 2026 |",
        "| 2 | Umbau der Haltestelle am Bahnhof | Tiefbauamt | 2027 |",
        "| 3 | Schulung der Beschäftigten | Personalamt | 2026 |",
        "| 4 | Schulung der Beschäftigten | Sozialamt | 2028 |",
        "| 5 | Neue Website in Leichter Sprache | Pressestelle | 2027 |",
    ];

    #[test]
    fn a_plan_matches_itself_in_any_order_and_under_any_numbers() {
        let all = (0..ROWS.len()).map(|i| (i, i)).collect::<Vec<_>>();
        assert_eq!(matched(&ROWS, &ROWS).pairs, all);
        let renumbered: Vec<String> = ROWS.iter().map(|row| row.replacen("| ", "| B 1", 1)).collect();
        let renumbered: Vec<&str> = renumbered.iter().map(String::as_str).collect();
        assert_eq!(matched(&ROWS, &renumbered).pairs, all);
        let mut turned = ROWS;
        turned.reverse();
        let found = matched(&ROWS, &turned);
        assert_eq!(found.pairs, all.iter().map(|(i, _)| (*i, ROWS.len() - 1 - i)).collect::<Vec<_>>());
        assert!(found.gone.is_empty() && found.added.is_empty());
    }

    #[test]
    fn a_measure_without_words_of_its_own_is_itself() {
        let sheet = "### {}\n\n**Zuständig:** Hauptamt\n**Zeitraum:** 2027\n**Kosten:** 330.000 €\n**Umsetzungsstand:** geplant\n\n";
        let text = ["8.1 Satzung für den Beirat", "8.2 Rampe am Markt", "VZÄ"].map(|title| sheet.replace("{}", title)).concat();
        let read = ReadPlan::new(Source::new("plan.md", format!("## 8 Verwaltung\n\n{text}")), String::new());
        let version = Version { plan: &read.plan, graded: &read.graded };
        let found = matching(version, version);
        assert_eq!((found.pairs.len(), found.gone, found.added), (read.graded.measures.len(), Vec::new(), Vec::new()));
        assert_eq!(read.graded.measures.len(), 3);
    }

    #[test]
    fn equal_titles_are_told_apart_by_unit_and_number() {
        let new = ["| 1 | Schulung der Beschäftigten | Sozialamt | 2030 |", "| 2 | Schulung der Beschäftigten | Personalamt | 2030 |"];
        assert_eq!(matched(&ROWS[2..4], &new).pairs, [(0, 1), (1, 0)]);
        let numbered = ["| 4 | Schulung der Beschäftigten | Amt A | 2030 |", "| 3 | Schulung der Beschäftigten | Amt B | 2030 |"];
        assert_eq!(matched(&ROWS[2..4], &numbered).pairs, [(0, 1), (1, 0)]);
    }

    #[test]
    fn what_is_dropped_edited_and_new_is_told_apart() {
        let new = [
            ROWS[0],
            "| 2 | Die Haltestelle am Bahnhof wird barrierefrei umgebaut | Tiefbauamt | 2029 |",
            "| 3 | Wasserlift im Freibad | Stadtwerke | 2027 |",
        ];
        let found = matched(&ROWS[..3], &new);
        assert_eq!(found.pairs, [(0, 0), (1, 1)]);
        assert_eq!(found.gone, [(2, None)]);
        assert_eq!(found.added, [(2, None)]);
    }

    #[test]
    fn a_merged_measure_is_still_spoken_of() {
        let new = ["| 1 | Umbau der Haltestelle am Markt und der Haltestelle am Bahnhof | Tiefbauamt | 2027 |"];
        let found = matched(&ROWS[..2], &new);
        assert_eq!((found.pairs.len(), found.gone.len()), (1, 1));
        assert!(found.gone[0].1.is_some());
    }

    #[test]
    fn many_equal_titles_take_no_time_and_nothing_is_no_plan() {
        let many: Vec<String> = (0..700).map(|i| format!("| {i} | Öffentlichkeitsarbeit zum Thema {} | Amt | 2027 |", i % 7)).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let found = matched(&many, &many);
        assert!(found.gone.is_empty() && found.added.is_empty());
        assert_eq!(matched(&[], &ROWS).added.len(), ROWS.len());
        assert_eq!(matched(&[], &[]), Matching::default());
    }
}
