//! The evidence language: lines of readable words, compiled so that all of them are found in one pass.
//!
//! A line such as `Haltestelle / Bahnsteig + barrierefrei - neue Linie` consists of groups; a group of
//! alternatives; an alternative of one word, a phrase, a number class or a law reference
//! (docs/checklists.md explains the language to its authors). No dictionary is used: what German does to
//! a word is described by its endings, by the elements that link compounds, and by the beginnings and
//! endings that do not make a compound.

use crate::message::{Message, message};
use crate::text::{Lang, Token, TokenKind, Tokens, Vocabulary, Word, fold};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::sync::{Arc, PoisonError, RwLock};

/// The number of a word pattern in a [`PatternSet`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
struct TermId(u32);

/// The number of a group of alternatives in a [`PatternSet`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct GroupId(u32);

impl GroupId {
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A compiled line: all of `groups` must stand in the passage and none of `without`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    pub written: String,
    pub groups: Vec<GroupId>,
    pub without: Vec<GroupId>,
}

/// Why a line is no pattern; `at` are bytes of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatternError {
    pub at: Range<usize>,
    pub message: Message,
    pub help: Message,
}

/// A place where an alternative of a group stands: first and last token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    pub first: usize,
    pub last: usize,
    /// Every word of it is only a part of a longer compound, and not its head.
    pub modifier: bool,
}

/// A set of groups, a bit for each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GroupSet {
    bits: Vec<u64>,
}

impl GroupSet {
    /// With room for so many groups.
    fn of(groups: usize) -> Self {
        Self { bits: vec![0; groups.div_ceil(64)] }
    }

    fn insert(&mut self, group: GroupId) {
        self.bits[group.index() / 64] |= 1 << (group.index() % 64);
    }

    pub fn has(&self, group: GroupId) -> bool {
        self.bits.get(group.index() / 64).is_some_and(|word| word >> (group.index() % 64) & 1 == 1)
    }

    /// The groups of this set and those of another.
    pub fn union(mut self, other: &Self) -> Self {
        self.bits.resize(self.bits.len().max(other.bits.len()), 0);
        self.bits.iter_mut().zip(&other.bits).for_each(|(word, more)| *word |= more);
        self
    }

    /// Each group once, in ascending order.
    pub fn iter(&self) -> impl Iterator<Item = GroupId> + '_ {
        let some = |word: u64| Some(word).filter(|word| *word != 0);
        let groups = move |word: u64| std::iter::successors(some(word), move |w| some(w & (w - 1))).map(u64::trailing_zeros);
        (0..).step_by(64).zip(&self.bits).flat_map(move |(first, &word)| groups(word).map(move |bit| GroupId(first + bit)))
    }
}

/// Everything that a [`PatternSet`] found in one text.
///
/// A passage has hundreds of hits, and nearly every question is for one group: which groups stand here is kept as bits, and the
/// number of bits before a group is the number of its row.
#[derive(Debug, Clone, Default)]
pub struct Hits {
    present: GroupSet,
    /// How many groups are present before each word of their bits.
    before: Vec<u32>,
    /// Where the occurrences of each group present stand in `occurrences`.
    rows: Vec<(u32, u32)>,
    occurrences: Vec<Occurrence>,
    /// First token and group of every hit, in the order of the text.
    in_order: Vec<(u32, GroupId)>,
}

impl Hits {
    /// Puts what was found, ascending by first token, below its group.
    fn new(found: &[(GroupId, Occurrence)], groups: usize, counts: &mut Vec<u32>) -> Self {
        if found.is_empty() {
            return Self::default();
        }
        let mut hits = Self { present: GroupSet::of(groups), ..Self::default() };
        counts.resize(counts.len().max(groups), 0);
        for (group, _) in found {
            counts[group.index()] += 1;
            hits.present.insert(*group);
        }
        let mut rows = 0;
        hits.before.reserve_exact(hits.present.bits.len());
        for bits in &hits.present.bits {
            hits.before.push(rows);
            rows += bits.count_ones();
        }
        hits.rows.reserve_exact(rows as usize);
        hits.in_order.reserve_exact(found.len());
        // Each count becomes the number of the group's row.
        let mut start = 0;
        for (row, group) in (0..).zip(hits.present.iter()) {
            hits.rows.push((start, start));
            start += std::mem::replace(&mut counts[group.index()], row);
        }
        hits.occurrences = vec![Occurrence { first: 0, last: 0, modifier: false }; start as usize];
        for (group, occurrence) in found {
            let (start, end) = &mut hits.rows[counts[group.index()] as usize];
            let row = &mut hits.occurrences[*start as usize..=*end as usize];
            let known = row.len() - 1;
            // Two phrases of a group may begin at one token, or be found there together.
            match row[..known].iter().rposition(|o| o <= occurrence) {
                Some(at) if row[at] == *occurrence => continue,
                Some(at) if at + 1 < known => {
                    row[known] = *occurrence;
                    row[at + 1..].rotate_right(1);
                }
                None if known > 0 => {
                    row[known] = *occurrence;
                    row.rotate_right(1);
                }
                _ => row[known] = *occurrence,
            }
            *end += 1;
            hits.in_order.push((number(occurrence.first), *group));
        }
        found.iter().for_each(|(group, _)| counts[group.index()] = 0);
        hits
    }

    /// The number of the group's row, if the group is present.
    fn row(&self, group: GroupId) -> Option<usize> {
        let (word, bit) = (group.index() / 64, group.index() % 64);
        let bits = self.present.bits.get(word)?;
        (bits >> bit & 1 == 1).then(|| self.before[word] as usize + (bits & ((1 << bit) - 1)).count_ones() as usize)
    }

    /// The occurrences of a group, in the order of the text.
    pub fn of(&self, group: GroupId) -> &[Occurrence] {
        self.row(group).map_or(&[], |row| {
            let (start, end) = self.rows[row];
            &self.occurrences[start as usize..end as usize]
        })
    }

    /// The occurrences of a group that begin at these tokens; however long the text is, only they are looked at.
    pub fn within(&self, group: GroupId, tokens: &Range<usize>) -> &[Occurrence] {
        let all = self.of(group);
        let start = all.partition_point(|o| o.first < tokens.start);
        let length = all[start..].iter().take_while(|o| o.first < tokens.end).count();
        &all[start..start + length]
    }

    pub fn has(&self, group: GroupId) -> bool {
        self.present.has(group)
    }

    /// The groups that occur.
    pub fn groups(&self) -> &GroupSet {
        &self.present
    }

    /// The groups with an occurrence whose first token is this one.
    pub fn starting_at(&self, token: usize) -> impl Iterator<Item = GroupId> + '_ {
        let start = self.in_order.partition_point(|(first, _)| (*first as usize) < token);
        self.in_order[start..].iter().take_while(move |(first, _)| *first as usize == token).map(|(_, group)| *group)
    }
}

/// What each spelling of a vocabulary turned out to be; keep one for each vocabulary and pattern set.
#[derive(Debug, Clone, Default)]
pub struct Memo {
    words: Vec<Option<Arc<Known>>>,
    /// Room for [`Hits::new`]: a count for each group, nought between two texts.
    counts: Vec<u32>,
    /// Room for [`PatternSet::find`], kept because a plan has thousands of passages.
    inner: Vec<TermHit>,
    starts: Vec<usize>,
    begun: Vec<Begun>,
    found: Vec<(GroupId, Occurrence)>,
}

/// A token of a text.
#[derive(Clone, Copy)]
struct Here<'a> {
    tokens: &'a Tokens,
    vocabulary: &'a Vocabulary,
    i: usize,
}

impl<'a> Here<'a> {
    fn token(self) -> &'a Token {
        &self.tokens.tokens[self.i]
    }

    /// The word at a place of the text; nothing before its beginning and behind its end.
    fn folded(self, at: usize) -> &'a str {
        self.tokens.tokens.get(at).map_or("", |token| self.vocabulary.word(token.word).folded.as_str())
    }
}

/// A phrase of several words whose first stands at a token.
#[derive(Debug, Clone, Copy)]
struct Begun {
    token: usize,
    phrase: u32,
    second: TermId,
    modifier: bool,
}

/// The terms that stand in a text. Two may share a bit, which costs time and nothing else.
#[derive(Default)]
struct Seen([u64; 8]);

impl Seen {
    fn place(term: TermId) -> (usize, u64) {
        (term.0 as usize / 64 % 8, 1 << (term.0 % 64))
    }

    fn insert(&mut self, term: TermId) {
        let (word, bit) = Self::place(term);
        self.0[word] |= bit;
    }

    fn may_have(&self, term: TermId) -> bool {
        let (word, bit) = Self::place(term);
        self.0[word] & bit != 0
    }
}

/// What a spelling turned out to be.
#[derive(Debug, Clone, Default)]
struct Known {
    hits: Box<[TermHit]>,
    /// What follows from the hits.
    sense: Sense,
    /// A number word or a month: the classes look at it.
    counts: bool,
    /// Begins with a capital and is no abbreviation.
    noun: bool,
}

/// What the hits of one word are good for; worked out once for each spelling, because the same words stand in every sentence.
#[derive(Debug, Clone, Default)]
struct Sense {
    /// The groups that the word answers by itself.
    groups: Vec<(GroupId, TermHit)>,
    /// The longer phrases that it begins, each with its second term.
    phrases: Vec<(u32, TermId, TermHit)>,
    /// The hits that a phrase may need behind its first word.
    inner: Vec<TermHit>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct TermHit {
    term: TermId,
    /// A form of a verb: a capital inside the sentence makes it a noun ("Schulen").
    verb: bool,
    /// Only the first or a middle part of a compound.
    modifier: bool,
}

/// How a word may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
enum Endings {
    /// Only as the first or a middle part of a compound.
    Part,
    Exact,
    Abbreviation,
    Noun,
    LongNoun,
    NounE,
    NounFeminine,
    NounAgent,
    NounIn,
    FeminineOnly,
    AdjectivalNoun,
    Us,
    Adjective,
    AdjectiveE,
    Verb,
    Participle,
    Infinitive,
    English,
    EnglishE,
    EnglishY,
}

impl Endings {
    fn list(self) -> &'static [&'static str] {
        match self {
            Self::Part => &[],
            Self::Exact => &[""],
            Self::Abbreviation => &["", "s", "es", "e", "en", "n"],
            Self::Noun => &["", "s", "es"],
            // A plural in -e or -en cannot make another word of a long noun ("Haltepunkte", "Sonderborden").
            Self::LongNoun => &["", "s", "es", "e", "en"],
            Self::NounE => &["", "n", "s"],
            Self::NounFeminine => &["", "en", "s"],
            Self::NounAgent => &["", "s", "es", "n", "e", "en", "in", "innen"],
            Self::NounIn => &["", "nen"],
            Self::FeminineOnly => &["in", "innen"],
            Self::AdjectivalNoun => &["", "n", "r", "s", "m"],
            Self::Us => &["en", "us"],
            Self::Adjective => &["", "e", "en", "er", "es", "em", "ere", "eren", "erer", "eres", "erem"],
            Self::AdjectiveE => &["e", "en", "er", "es", "em"],
            Self::Verb => &[
                "e", "st", "est", "t", "et", "en", "n", "te", "ten", "ter", "tes", "tem", "tet", "test", "ete", "eten", "eter", "etes", "etem",
                "end", "ende", "enden", "ender", "endes", "endem", "nd", "nde", "nden", "nder",
            ],
            Self::Participle => {
                &["t", "te", "ten", "ter", "tes", "tem", "et", "ete", "eten", "eter", "etes", "etem", "en", "ene", "enen", "ener", "enes", "enem"]
            }
            Self::Infinitive => &["en", "n", "enden", "ende", "ender", "endes"],
            Self::English => &["", "s", "es", "'s", "ed", "ing", "ly"],
            Self::EnglishE => &["e", "es", "ed", "ing", "e's"],
            Self::EnglishY => &["y", "ies", "ied", "ying", "y's"],
        }
    }
}

/// The longest ending of [`Endings::list`], in bytes.
const LONGEST_ENDING: usize = 6;

/// Where in a compound a stem may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
struct Places {
    whole: bool,
    first: bool,
    last: bool,
    /// The author asked for the compound with a hyphen, so short stems are allowed in it.
    marked: bool,
}

/// A stem without its letters, which stand in [`Index::letters`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Stem {
    start: u32,
    length: u32,
    endings: Endings,
    places: Places,
    /// Short nouns are told from adverbs ("Weg", "weg") by their capital.
    needs_capital: bool,
    term: TermId,
}

/// Words that are counted and not spelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
enum Class {
    Number,
    Year,
    Percent,
    Money,
    Date,
}

const CLASSES: [(&str, Class, &str); 5] = [
    ("number", Class::Number, "12"),
    ("year", Class::Year, "2027"),
    ("percent", Class::Percent, "50 %"),
    ("money", Class::Money, "12.000 Euro"),
    ("date", Class::Date, "31.12.2027"),
];

/// How the classes are written in a line, without their brackets.
pub(crate) fn class_names() -> impl Iterator<Item = &'static str> {
    CLASSES.iter().map(|(name, _, _)| *name)
}

/// A reference to a law: "§ 8 Abs. 3 PBefG".
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
struct LawReference {
    article: bool,
    number: Option<String>,
    paragraph: Option<String>,
    law: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
struct Element {
    term: TermId,
    /// How many tokens may stand between this element and the one before it.
    gap: u8,
    /// Ends its clause, as a separated verb particle does ("richtet … ein").
    closes_clause: bool,
}

/// All patterns of a checklist (or of a word list), with the index that finds them.
///
/// It can be written and read, so that the word lists and checklists of the program are compiled when the program is built.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(from = "Index", into = "Index")]
pub struct PatternSet {
    draft: Draft,
    index: Index,
    starts: Starts,
    lexicon: Lexicon,
}

/// What the spellings met so far turned out to be: plans share most of their words.
#[derive(Debug, Default)]
struct Lexicon {
    words: RwLock<FxHashMap<Word, Arc<Known>>>,
}

/// So many spellings are kept; the words that every plan has come early, and memory stays bounded however many plans are read.
const LEXICON: usize = 32_768;

impl Lexicon {
    fn get(&self, word: &Word) -> Option<Arc<Known>> {
        // A thread that panicked while it held the lock can have left nothing half done: entries are put in whole.
        self.words.read().unwrap_or_else(PoisonError::into_inner).get(word).cloned()
    }

    fn keep(&self, word: &Word, known: &Arc<Known>) {
        let mut words = self.words.write().unwrap_or_else(PoisonError::into_inner);
        if words.len() < LEXICON {
            words.insert(word.clone(), Arc::clone(known));
        }
    }
}

impl Clone for Lexicon {
    /// A set that is copied may be changed: it begins with an empty one.
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// What is known only while lines are added; a set that was read has none of it.
#[derive(Debug, Clone, Default)]
struct Draft {
    /// The widest gap that ` ... ` allows, in words.
    gap: u8,
    term_ids: FxHashMap<Box<str>, TermId>,
    /// Scratch space for the keys of `term_ids`.
    key: String,
    phrases: Vec<Vec<Element>>,
    phrase_ids: FxHashMap<Vec<Element>, usize>,
    phrases_by_first: Vec<Vec<u32>>,
    groups_by_phrase: Vec<Vec<GroupId>>,
    group_ids: FxHashMap<Vec<usize>, GroupId>,
    lists: FxHashMap<String, Vec<usize>>,
    list_samples: FxHashMap<String, String>,
}

/// What a text is compared with: few long rows, because hundreds of thousands of small pieces would take longer to read and to
/// walk through than a plan.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Index {
    english: bool,
    unsplittable: FxHashSet<String>,
    /// The letters of all stems, one behind the other.
    letters: String,
    /// By their first four bytes.
    stems: Vec<Stem>,
    phrases: Rows<Element>,
    /// The phrases that begin with a term.
    phrases_by_first: Rows<u32>,
    groups_by_phrase: Rows<GroupId>,
    group_names: Rows<u8>,
    literals: FxHashMap<String, TermId>,
    laws: Vec<(LawReference, TermId)>,
    classes: Vec<(Class, TermId)>,
}

/// What is worked out from an [`Index`] when it is at hand: where the stems stand that begin with some letters.
#[derive(Debug, Clone, Default)]
struct Starts {
    /// Stems by their first four bytes, and those of three bytes by all of them.
    four: FxHashMap<[u8; 4], Range<usize>>,
    three: FxHashMap<[u8; 3], Range<usize>>,
    /// Stems of one or two bytes.
    short: FxHashMap<String, Vec<usize>>,
    /// The terms that stand behind the first word of a phrase.
    inner: Vec<bool>,
}

/// Rows of different lengths in one piece.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Rows<T> {
    ends: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { ends: Vec::new(), items: Vec::new() }
    }
}

impl<T: Copy> Rows<T> {
    fn push(&mut self, row: &[T]) {
        self.items.extend_from_slice(row);
        self.ends.push(number(self.items.len()));
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    /// The row of this number; an empty one if there is none.
    fn of(&self, row: usize) -> &[T] {
        let Some(&end) = self.ends.get(row) else { return &[] };
        let start = if row == 0 { 0 } else { self.ends[row - 1] };
        &self.items[start as usize..end as usize]
    }
}

/// Numbers of words and lines are small; a checklist of four thousand million words cannot be read anyway.
fn number(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

/// The widest gap that ` ... ` allows, in words.
const GAP: u8 = 5;
/// How far a separated particle may stand behind its verb, in words.
const PARTICLE_GAP: u8 = 18;

/// Particles that German verbs separate.
const PARTICLES: [&str; 52] = [
    "ab", "an", "auf", "aus", "bei", "dar", "durch", "ein", "fest", "fort", "frei", "gegen", "her", "heran", "herab", "herbei", "heraus", "herein",
    "hervor", "hin", "hinaus", "hinweg", "hinzu", "los", "mit", "nach", "nieder", "sicher", "statt", "teil", "um", "unter", "vor", "voran", "vorbei",
    "weg", "weiter", "wieder", "zu", "zurück", "zusammen", "bereit", "offen", "über", "herunter", "hinunter", "still", "neu", "hoch", "fertig",
    "gleich", "herum",
];

/// Beginnings that change a word instead of making a compound of it: Ausbildung is no Bildung.
const NO_MODIFIER: [&str; 41] = [
    "aus", "bei", "ver", "unter", "über", "mit", "vor", "nach", "ent", "zer", "miss", "wieder", "gegen", "ein", "auf", "her", "dar", "hin", "durch",
    "fort", "los", "weg", "rück", "zurück", "zusammen", "voraus", "herab", "heran", "hinaus", "hinein", "herein", "heraus", "hervor", "vorbei",
    "statt", "teil", "abge", "ange", "aufge", "einge", "tran",
];

/// Endings that derive a word instead of making a compound of it: Wohnung is no Wohn- + ung.
const NO_HEAD: [&str; 24] = [
    "ung", "lich", "los", "ig", "isch", "bar", "heit", "keit", "sam", "haft", "tum", "ler", "erin", "ern", "erisch", "iert", "ierung", "ieren",
    "igung", "nis", "chen", "lein", "ation", "ator",
];

/// Three-letter heads that do make compounds.
const SHORT_HEADS: [&str; 30] = [
    "amt", "bad", "bau", "bus", "hof", "ort", "plan", "rad", "rat", "tag", "tor", "tür", "uhr", "weg", "zug", "akt", "app", "art", "arm", "auge",
    "ohr", "tat", "bahn", "kurs", "heim", "haus", "team", "netz", "zone", "test",
];

/// The longest compounds of administrations have some eighty letters. What is longer, in bytes, is a page that lost its blanks;
/// taking it apart at every letter would take the square of its length.
const LONGEST_WORD: usize = 256;

/// Elements that link the parts of a compound.
const LINKS: [&str; 9] = ["", "s", "n", "es", "en", "er", "e", "ns", "ens"];

const NUMBER_WORDS: [&str; 24] = [
    "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dutzend", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve", "hundert",
];

pub(crate) const MONTHS: [&str; 28] = [
    "januar",
    "jänner",
    "februar",
    "feber",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "october",
    "december",
    "jan",
    "feb",
    "sept",
    "okt",
    "nov",
    "dez",
];

const CURRENCIES: [&str; 12] = ["euro", "eur", "teur", "cent", "franken", "chf", "tsd", "mio", "million", "millionen", "mrd", "dollars"];

impl PatternSet {
    /// An empty set; `unsplittable` are folded words that only look like compounds.
    pub fn new(lang: Lang, unsplittable: impl IntoIterator<Item = String>) -> Self {
        Self {
            lexicon: Lexicon::default(),
            draft: Draft { gap: GAP, ..Draft::default() },
            index: Index { english: lang == Lang::En, unsplittable: unsplittable.into_iter().collect(), ..Index::default() },
            starts: Starts::default(),
        }
    }

    /// Lets ` ... ` reach further: word lists about clauses need that, topics do not.
    pub fn with_wide_gaps(mut self) -> Self {
        self.draft.gap = PARTICLE_GAP;
        self
    }

    /// Names a list of alternatives, to be written as `<name>` in lines added later.
    ///
    /// The list is known afterwards even if some of its lines are wrong, so that one mistake is one message.
    pub fn add_list(&mut self, name: &str, lines: &[&str]) -> Result<(), Vec<(usize, PatternError)>> {
        let mut phrases = Vec::new();
        let mut errors = Vec::new();
        for (i, line) in lines.iter().enumerate() {
            match self.parse_group(line, 0) {
                Ok(found) => phrases.extend(found),
                Err(error) => errors.push((i, error)),
            }
        }
        phrases.sort_unstable();
        phrases.dedup();
        if let Some(first) = lines.first().and_then(|l| l.split(" / ").next()) {
            let sample = self.sample_words(first.trim());
            self.draft.list_samples.insert(name.to_owned(), sample);
        }
        self.draft.lists.insert(name.to_owned(), phrases);
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }

    /// Is there a list of this name already?
    pub fn has_list(&self, name: &str) -> bool {
        self.draft.lists.contains_key(name)
    }

    /// Compiles one line of the evidence language.
    pub fn add(&mut self, line: &str) -> Result<Pattern, PatternError> {
        let mut groups = Vec::new();
        let mut without = Vec::new();
        for (i, (offset, part)) in split_at(line, " - ").into_iter().enumerate() {
            if i == 0 {
                for (inner, group) in split_at(part, " + ") {
                    groups.push(self.add_group(group, offset + inner)?);
                }
            } else {
                without.push(self.add_group(part, offset)?);
            }
        }
        for (i, group) in groups.iter().enumerate() {
            if groups[..i].contains(group) {
                return Err(error(0, line, message!("pattern-same-groups"), message!("pattern-same-groups-help")));
            }
            if without.contains(group) {
                return Err(error(0, line, message!("pattern-contradiction"), message!("pattern-contradiction-help")));
            }
        }
        Ok(Pattern { written: line.to_owned(), groups, without })
    }

    /// How many groups the set has.
    pub fn group_count(&self) -> usize {
        self.index.group_names.len()
    }

    /// The words of a group as its author wrote them.
    pub fn group_name(&self, group: GroupId) -> &str {
        // A group that the set does not have is called nothing.
        std::str::from_utf8(self.index.group_names.of(group.index())).unwrap_or_default()
    }

    fn add_group(&mut self, written: &str, offset: usize) -> Result<GroupId, PatternError> {
        let mut phrases = self.parse_group(written, offset)?;
        phrases.sort_unstable();
        phrases.dedup();
        if let Some(&id) = self.draft.group_ids.get(&phrases) {
            return Ok(id);
        }
        let id = GroupId(number(self.group_count()));
        for &phrase in &phrases {
            self.draft.groups_by_phrase[phrase].push(id);
        }
        self.index.group_names.push(written.trim().as_bytes());
        self.draft.group_ids.insert(phrases, id);
        Ok(id)
    }

    fn parse_group(&mut self, written: &str, offset: usize) -> Result<Vec<usize>, PatternError> {
        let mut phrases = Vec::new();
        for (at, alternative) in split_at(written, " / ") {
            let at = offset + at + (alternative.len() - alternative.trim_start().len());
            let alternative = alternative.trim();
            if alternative.is_empty() {
                return Err(error(at.saturating_sub(1), " ", message!("pattern-word-lacking"), message!("pattern-word-lacking-help")));
            }
            self.parse_alternative(alternative, at, &mut phrases)?;
        }
        Ok(phrases)
    }

    fn parse_alternative(&mut self, written: &str, at: usize, out: &mut Vec<usize>) -> Result<(), PatternError> {
        if let Some(name) = written.strip_prefix('<').and_then(|w| w.strip_suffix('>'))
            && !name.contains('<')
            && !CLASSES.iter().any(|c| c.0 == name)
        {
            let Some(list) = self.draft.lists.get(name) else {
                let mut names: Vec<(usize, &str)> = self.draft.lists.keys().map(|n| (crate::text::letters_apart(n, name), n.as_str())).collect();
                names.sort_unstable();
                let names: Vec<&str> = names.into_iter().take(5).map(|(_, n)| n).collect();
                return Err(error(
                    at,
                    written,
                    message!("pattern-list", name = name),
                    message!("pattern-list-help", count = names.len(), near = names.join(", ")),
                ));
            };
            out.extend(list);
            return Ok(());
        }
        if let Some(law) = self.parse_law(written) {
            out.push(law);
            return Ok(());
        }
        let words: Vec<(usize, &str)> = words_of(written);
        let count = words.iter().filter(|(_, w)| !is_gap(w)).count();
        let mut gap = 0;
        let mut elements: Vec<Element> = Vec::new();
        let mut separated: Option<Vec<Element>> = None;
        for (i, &(offset, word)) in words.iter().enumerate() {
            if is_gap(word) {
                if i == 0 || i + 1 == words.len() {
                    return Err(error(at + offset, word, message!("pattern-dots"), message!("pattern-dots-help")));
                }
                gap = self.draft.gap;
                continue;
            }
            let last = words[i + 1..].iter().all(|(_, w)| is_gap(w));
            let element_gap = if elements.is_empty() { 0 } else { gap };
            gap = 0;
            if let Some((class, _)) = class_of(word) {
                let term = self.class_term(class);
                elements.push(Element { term, gap: element_gap, closes_clause: false });
                continue;
            }
            if let Some((particle, base)) = word.split_once('|') {
                let (joined, finite) = self.separable(particle, base, at + offset, word)?;
                if count > 1 {
                    // In a phrase the joined form stands ("Barrieren … abbauen", "Barrieren … abgebaut").
                    elements.push(Element { term: joined, gap: element_gap, closes_clause: false });
                    if elements.len() == 1 {
                        continue;
                    }
                    // … or the verb in front: "baut … Barrieren … ab".
                    let particle = self.exact_term(particle);
                    let mut turned = vec![Element { term: finite, gap: 0, closes_clause: false }];
                    turned.extend(
                        elements[..elements.len() - 1]
                            .iter()
                            .enumerate()
                            .map(|(k, e)| Element { gap: if k == 0 { PARTICLE_GAP } else { e.gap }, ..*e }),
                    );
                    turned.push(Element { term: particle, gap: PARTICLE_GAP, closes_clause: true });
                    out.push(self.phrase(turned));
                } else {
                    elements.push(Element { term: joined, gap: element_gap, closes_clause: false });
                    let particle = self.exact_term(particle);
                    separated = Some(vec![
                        Element { term: finite, gap: 0, closes_clause: false },
                        Element { term: particle, gap: PARTICLE_GAP, closes_clause: true },
                    ]);
                }
                continue;
            }
            if word.chars().all(|c| matches!(c, '–' | '—' | '-')) && !elements.is_empty() {
                gap = self.draft.gap;
                continue;
            }
            if word.starts_with(|c: char| c.is_ascii_digit() || c == '§') {
                // "EN 301 549", "DIN 18040-3", "nach § 19": as in the text, piece by piece.
                for piece in word.split(['-', '/']).flat_map(|p| if p.len() > 2 && p.starts_with('§') { vec!["§", &p[2..]] } else { vec![p] }) {
                    let term = self.literal_term(piece.trim_end_matches('.'));
                    elements.push(Element { term, gap: if elements.is_empty() { 0 } else { element_gap }, closes_clause: false });
                }
                continue;
            }
            check_word(word, at + offset)?;
            let term = self.word_term(word, count == 1, last);
            elements.push(Element { term, gap: element_gap, closes_clause: false });
        }
        if elements.is_empty() {
            return Err(error(at, written, message!("pattern-word-lacking"), message!("pattern-word-help")));
        }
        out.push(self.phrase(elements));
        if let Some(separated) = separated {
            out.push(self.phrase(separated));
        }
        Ok(())
    }

    fn phrase(&mut self, elements: Vec<Element>) -> usize {
        let draft = &mut self.draft;
        if let Some(&id) = draft.phrase_ids.get(&elements) {
            return id;
        }
        let id = draft.phrases.len();
        let first = elements[0].term.0 as usize;
        if draft.phrases_by_first.len() <= first {
            draft.phrases_by_first.resize(first + 1, Vec::new());
        }
        draft.phrases_by_first[first].push(number(id));
        draft.groups_by_phrase.push(Vec::new());
        draft.phrase_ids.insert(elements.clone(), id);
        draft.phrases.push(elements);
        id
    }

    /// The number of a term; `kind` tells words apart that are written alike and mean different forms.
    fn new_term(&mut self, kind: char, written: &str) -> (TermId, bool) {
        let draft = &mut self.draft;
        draft.key.clear();
        draft.key.push(kind);
        draft.key.push_str(written);
        if let Some(&id) = draft.term_ids.get(draft.key.as_str()) {
            return (id, false);
        }
        let id = TermId(number(draft.term_ids.len()));
        draft.term_ids.insert(draft.key.as_str().into(), id);
        (id, true)
    }

    fn class_term(&mut self, class: Class) -> TermId {
        let (id, new) = self.new_term('<', CLASSES.iter().find(|c| c.1 == class).map_or("", |c| c.0));
        if new {
            self.index.classes.push((class, id));
        }
        id
    }

    /// A number or sign that is compared as it stands.
    fn literal_term(&mut self, written: &str) -> TermId {
        let (id, new) = self.new_term('#', written);
        if new {
            self.index.literals.insert(fold(written), id);
        }
        id
    }

    fn exact_term(&mut self, word: &str) -> TermId {
        let (id, new) = self.new_term('=', word);
        if new {
            let places = Places { whole: true, first: false, last: false, marked: false };
            self.push_stem(&fold(word), Endings::Exact, places, false, id);
        }
        id
    }

    fn push_stem(&mut self, text: &str, endings: Endings, places: Places, needs_capital: bool, term: TermId) {
        let mut push = |text: &str| {
            let start = number(self.index.letters.len());
            self.index.letters.push_str(text);
            self.index.stems.push(Stem { start, length: number(text.len()), endings, places, needs_capital, term });
        };
        if !text.is_ascii() {
            // Swiss spelling and transcriptions without umlauts.
            let swiss = text.contains('ß').then(|| text.replace('ß', "ss"));
            for written in swiss.as_deref().into_iter().chain([text]) {
                if written.contains(['ä', 'ö', 'ü']) {
                    push(&written.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue"));
                }
            }
            if let Some(swiss) = &swiss {
                push(swiss);
            }
        }
        push(text);
    }

    fn word_term(&mut self, written: &str, alone: bool, last: bool) -> TermId {
        let (id, new) = self.new_term(
            if alone {
                '1'
            } else if last {
                'l'
            } else {
                'f'
            },
            written,
        );
        if !new {
            return id;
        }
        let only = written.starts_with('=');
        let as_last = written.starts_with('-');
        let as_first = written.len() > 1 && written.ends_with('-');
        let word = written.trim_start_matches(['=', '-']).trim_end_matches('-');
        let mut folded = fold(word);
        folded.retain(|c| !crate::text::is_hyphen(c));
        let marked = as_first || as_last;
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let compounds = alone && !only && !marked && capital;
        // "R-Wohnung" is found with its hyphen only: without it any word that ends so would do.
        let lettered = word.split(crate::text::is_hyphen).next().is_some_and(|p| p.len() < word.len() && p.chars().count() <= 2);
        let places = Places { whole: !as_first, first: as_first || compounds, last: as_last || (compounds && !lettered), marked };
        if is_abbreviation(word) {
            let places = Places { whole: !as_first, first: true, last: true, marked: false };
            self.push_stem(&folded, Endings::Abbreviation, places, true, id);
            return id;
        }
        if self.index.english {
            self.english_stems(&folded, places, id);
            return id;
        }
        if !as_first && !places.first && !capital {
            self.small_stems(&folded, places, id);
            if !alone && !last {
                self.attributive_stem(&folded, places, id);
            }
            return id;
        }
        if as_first {
            self.push_stem(&folded, Endings::Part, places, false, id);
            return id;
        }
        if capital || as_last {
            self.noun_stems(&folded, places, alone && capital, id);
            if !capital {
                self.push_stem(&folded, Endings::Adjective, places, false, id);
            }
            if !alone && !last {
                self.attributive_stem(&folded, places, id);
            }
        }
        id
    }

    fn english_stems(&mut self, folded: &str, places: Places, id: TermId) {
        let places = Places { first: true, last: true, marked: false, ..places };
        if let Some(stem) = folded.strip_suffix('e').filter(|s| s.len() >= 3) {
            self.push_stem(stem, Endings::EnglishE, places, false, id);
        } else if let Some(stem) = folded.strip_suffix('y').filter(|s| s.len() >= 3) {
            self.push_stem(stem, Endings::EnglishY, places, false, id);
        } else {
            self.push_stem(folded, Endings::English, places, false, id);
        }
    }

    /// Adjectives, adverbs and verbs.
    fn small_stems(&mut self, folded: &str, places: Places, id: TermId) {
        self.push_stem(folded, Endings::Adjective, places, false, id);
        if let Some(stem) = folded.strip_suffix("el").filter(|s| s.len() >= 3) {
            self.push_stem(&format!("{stem}l"), Endings::AdjectiveE, places, false, id);
        }
        if let Some(stem) = verb_stem(folded) {
            self.push_stem(stem, Endings::Verb, places, false, id);
            self.push_stem(&format!("ge{stem}"), Endings::Participle, places, false, id);
        }
    }

    /// "Leichte Sprache", "angemessene Vorkehrungen": an adjective before its noun takes every ending.
    fn attributive_stem(&mut self, folded: &str, places: Places, id: TermId) {
        let stem = ["es", "er", "en", "e"].into_iter().find_map(|ending| folded.strip_suffix(ending)).filter(|s| s.len() >= 3);
        if let Some(stem) = stem {
            self.push_stem(stem, Endings::AdjectiveE, places, false, id);
        }
    }

    fn noun_stems(&mut self, folded: &str, places: Places, capital: bool, id: TermId) {
        let short = capital && folded.chars().count() <= 5;
        let endings = noun_endings(folded);
        self.push_stem(folded, endings, places, short, id);
        if let Some(stem) = folded.strip_suffix('e') {
            let feminine = Places { first: false, ..places };
            self.push_stem(stem, Endings::FeminineOnly, feminine, false, id);
            if places.first && stem.chars().count() >= 4 {
                let part = Places { whole: false, last: false, ..places };
                self.push_stem(stem, Endings::Part, part, false, id);
            }
        }
        if let Some(stem) = folded.strip_suffix("um").filter(|s| s.len() >= 4) {
            self.push_stem(stem, Endings::Us, Places { first: false, ..places }, false, id);
        }
        if folded.ends_with("nis") {
            self.push_stem(&format!("{folded}se"), Endings::NounE, Places { first: false, ..places }, false, id);
        }
    }

    /// The joined forms of a separable verb, and its finite forms without the particle.
    fn separable(&mut self, particle: &str, base: &str, at: usize, written: &str) -> Result<(TermId, TermId), PatternError> {
        let folded = fold(particle);
        if !PARTICLES.contains(&folded.as_str()) {
            return Err(error(at, written, message!("pattern-particle", particle = particle), message!("pattern-particle-help")));
        }
        let base = fold(base);
        let Some(stem) = verb_stem(&base) else {
            return Err(error(at, written, message!("pattern-verb", verb = base), message!("pattern-verb-help")));
        };
        let places = Places { whole: true, first: false, last: false, marked: false };
        let (joined, new) = self.new_term('j', written);
        if new {
            self.push_stem(&format!("{folded}{stem}"), Endings::Verb, places, false, joined);
            self.push_stem(&format!("{folded}ge{stem}"), Endings::Participle, places, false, joined);
            self.push_stem(&format!("{folded}zu{stem}"), Endings::Infinitive, places, false, joined);
        }
        let (finite, new) = self.new_term('v', &base);
        if new {
            self.push_stem(stem, Endings::Verb, places, false, finite);
        }
        Ok((joined, finite))
    }

    fn parse_law(&mut self, written: &str) -> Option<usize> {
        let starts = written.starts_with('§')
            || ["Art. ", "Artikel ", "Article ", "Section "]
                .iter()
                .any(|s| written.strip_prefix(s).is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()) || r.starts_with("<number>")));
        if !starts {
            return None;
        }
        let any_number = written.contains("<number>");
        let sample = written.replace("<number>", "99");
        let mut vocabulary = Vocabulary::default();
        let tokens = crate::text::tokenise(&sample, &mut vocabulary, &[], &|_| true);
        let (_, mut law) = law_references(&tokens.tokens, &vocabulary).into_iter().next()?;
        if any_number {
            law.number = None;
        }
        let (term, new) = self.new_term('§', &format!("{law:?}"));
        if new {
            self.index.laws.push((law, term));
        }
        Some(self.phrase(vec![Element { term, gap: 0, closes_clause: false }]))
    }

    /// Builds the index; call it once after the last line was added.
    pub fn finish(&mut self) {
        let Self { draft, index, starts, lexicon } = self;
        *lexicon = Lexicon::default();
        // Only stems that begin alike must stand together; comparing numbers is quicker than comparing words.
        let letters = std::mem::take(&mut index.letters);
        index.stems.sort_by_cached_key(|s| start_key(s.text(&letters).as_bytes()));
        index.letters.reserve_exact(letters.len());
        for stem in &mut index.stems {
            let start = number(index.letters.len());
            index.letters.push_str(stem.text(&letters));
            stem.start = start;
        }
        draft.phrases.iter().for_each(|row| index.phrases.push(row));
        draft.phrases_by_first.iter().for_each(|row| index.phrases_by_first.push(row));
        draft.groups_by_phrase.iter().for_each(|row| index.groups_by_phrase.push(row));
        *starts = Starts::of(index);
    }

    /// Finds every group of the set in a text, in one pass over its words.
    pub fn find(&self, tokens: &Tokens, vocabulary: &Vocabulary, memo: &mut Memo) -> Hits {
        if memo.words.len() < vocabulary.len() {
            memo.words.resize(vocabulary.len(), None);
        }
        let Memo { words, counts, inner, starts, begun, found } = memo;
        inner.clear();
        starts.clear();
        begun.clear();
        found.clear();
        let laws = if self.index.laws.is_empty() { Vec::new() } else { law_references(&tokens.tokens, vocabulary) };
        let mut laws = laws.as_slice();
        let mut scratch: Vec<TermHit> = Vec::new();
        let mut sense = Sense::default();
        let mut seen = Seen::default();
        for (i, token) in tokens.tokens.iter().enumerate() {
            starts.push(inner.len());
            let mut take = |sense: &Sense, noun: bool| {
                let stands = |hit: &TermHit| !(noun && hit.verb);
                let groups = sense.groups.iter().filter(|(_, hit)| stands(hit));
                found.extend(groups.map(|(group, hit)| (*group, Occurrence { first: i, last: i, modifier: hit.modifier })));
                let phrases = sense.phrases.iter().filter(|(_, _, hit)| stands(hit));
                begun.extend(phrases.map(|(phrase, second, hit)| Begun { token: i, phrase: *phrase, second: *second, modifier: hit.modifier }));
                let hits = sense.inner.iter().filter(|hit| stands(hit));
                inner.extend(hits.inspect(|hit| seen.insert(hit.term)));
            };
            let here = laws.iter().take_while(|(at, _)| *at == i).count();
            let laws = laws.split_off(..here).unwrap_or_default();
            let known = (token.kind == TokenKind::Word)
                .then(|| &*words[token.word.0 as usize].get_or_insert_with(|| self.look_up(vocabulary.word(token.word), &mut scratch)));
            // "Schulen" inside a sentence is no verb.
            let noun = known.is_some_and(|known| known.noun) && !token.after_break && i > 0 && tokens.tokens[i - 1].sentence == token.sentence;
            let cut = token.open_end || token.open_start;
            match known {
                Some(known) if !known.counts && laws.is_empty() && !cut => take(&known.sense, noun),
                _ => {
                    self.gather(Here { tokens, i, vocabulary }, known.map(|k| &**k), noun, laws, &mut scratch);
                    self.make_sense(&scratch, &mut sense);
                    take(&sense, false);
                }
            }
        }
        starts.push(inner.len());
        let singles = found.len();
        for begun in begun.iter().filter(|begun| seen.may_have(begun.second)) {
            if let Some(occurrence) = self.complete(begun, tokens, vocabulary, inner, starts) {
                found.extend(self.index.groups_by_phrase.of(begun.phrase as usize).iter().map(|&g| (g, occurrence)));
            }
        }
        if found.len() > singles {
            // Two rows in order become one.
            found.sort_by_key(|(_, o)| o.first);
        }
        Hits::new(found, self.group_count(), counts)
    }

    /// Everything that stands at a token which is no plain word: numbers, signs, laws, and words cut short by a hyphen.
    fn gather(&self, here: Here<'_>, known: Option<&Known>, noun: bool, laws: &[(usize, LawReference)], out: &mut Vec<TermHit>) {
        out.clear();
        let token = here.token();
        match known {
            Some(known) if token.open_end || token.open_start => {
                self.match_ellipsis(here, out);
                out.extend(known.hits.iter());
                out.sort_unstable();
                out.dedup_by_key(|h| h.term);
            }
            Some(known) => out.extend(known.hits.iter().filter(|h| !(noun && h.verb))),
            None => {}
        }
        let bare = |term: TermId| TermHit { term, verb: false, modifier: false };
        if known.is_none() && !self.index.literals.is_empty() {
            out.extend(self.index.literals.get(here.folded(here.i)).map(|&term| bare(term)));
        }
        if known.is_none_or(|known| known.counts || !laws.is_empty()) {
            self.match_classes(here, out);
            let named = laws.iter().flat_map(|(_, law)| self.index.laws.iter().filter(|(wanted, _)| wanted.includes(law)));
            out.extend(named.map(|(_, term)| bare(*term)));
        }
    }

    /// What a spelling is, which it may have been in another plan already.
    fn look_up(&self, word: &Word, scratch: &mut Vec<TermHit>) -> Arc<Known> {
        self.lexicon.get(word).unwrap_or_else(|| {
            let known = Arc::new(self.know(word, scratch));
            self.lexicon.keep(word, &known);
            known
        })
    }

    /// Compares a spelling with every stem.
    fn know(&self, word: &Word, scratch: &mut Vec<TermHit>) -> Known {
        scratch.clear();
        self.match_word(word, false, None, scratch);
        scratch.sort_unstable();
        scratch.dedup_by_key(|h| h.term);
        let folded = word.folded.as_str();
        let mut sense = Sense::default();
        self.make_sense(scratch, &mut sense);
        Known { hits: scratch.as_slice().into(), sense, counts: NUMBER_WORDS.contains(&folded) || MONTHS.contains(&folded), noun: is_noun_like(word) }
    }

    /// What the hits of one word are good for.
    fn make_sense(&self, hits: &[TermHit], sense: &mut Sense) {
        sense.groups.clear();
        sense.phrases.clear();
        sense.inner.clear();
        for hit in hits {
            for &phrase in self.index.phrases_by_first.of(hit.term.0 as usize) {
                if let Some(second) = self.index.phrases.of(phrase as usize).get(1) {
                    sense.phrases.push((phrase, second.term, *hit));
                } else {
                    sense.groups.extend(self.index.groups_by_phrase.of(phrase as usize).iter().map(|&group| (group, *hit)));
                }
            }
            if self.starts.inner.get(hit.term.0 as usize).is_some_and(|inner| *inner) {
                sense.inner.push(*hit);
            }
        }
        let says = |(group, hit): &(GroupId, TermHit)| (*group, hit.verb, hit.modifier);
        sense.groups.sort_unstable_by_key(says);
        sense.groups.dedup_by_key(|found| says(found));
    }

    /// Where the phrase stands, if its other words follow.
    fn complete(&self, begun: &Begun, tokens: &Tokens, vocabulary: &Vocabulary, inner: &[TermHit], starts: &[usize]) -> Option<Occurrence> {
        let sentence = tokens.tokens[begun.token].sentence;
        let mut last = begun.token;
        let mut modifier = begun.modifier;
        for element in self.index.phrases.of(begun.phrase as usize).iter().skip(1) {
            let mut next = None;
            for at in last + 1..=(last + 1 + element.gap as usize) {
                let Some(candidate) = tokens.tokens.get(at).filter(|t| t.sentence == sentence) else { break };
                if candidate.after_break && element.gap == 0 {
                    break;
                }
                if let Some(hit) = inner[starts[at]..starts[at + 1]].iter().find(|h| h.term == element.term) {
                    if element.closes_clause && !closes_clause(tokens, at, vocabulary) {
                        continue;
                    }
                    modifier &= hit.modifier;
                    next = Some(at);
                    break;
                }
            }
            last = next?;
        }
        Some(Occurrence { first: begun.token, last, modifier })
    }

    fn match_classes(&self, here: Here<'_>, hits: &mut Vec<TermHit>) {
        let (i, token) = (here.i, here.token());
        let folded = |k: usize| here.folded(k);
        for &(class, term) in &self.index.classes {
            let is = match class {
                Class::Number => {
                    // Years, dates, percentages and the numbers of laws and lists count nothing.
                    let reference = i > 0
                        && matches!(
                            folded(i - 1),
                            "§" | "abs" | "absatz" | "art" | "artikel" | "nr" | "nummer" | "satz" | "kapitel" | "seite" | "article" | "section"
                        );
                    NUMBER_WORDS.contains(&folded(i))
                        || (token.kind == TokenKind::Number
                            && !is_year(folded(i))
                            && folded(i).matches('.').count() < 2
                            && !matches!(folded(i + 1), "%" | "prozent" | "percent")
                            && !MONTHS.contains(&folded(i + 1))
                            && !reference)
                }
                Class::Year => token.kind == TokenKind::Number && is_year(folded(i)),
                Class::Percent => {
                    (token.kind == TokenKind::Number || NUMBER_WORDS.contains(&folded(i))) && matches!(folded(i + 1), "%" | "prozent" | "percent")
                }
                Class::Money => {
                    token.kind == TokenKind::Number
                        && (folded(i + 1) == "€"
                            || CURRENCIES.contains(&folded(i + 1))
                            || (i > 0 && matches!(folded(i - 1), "€" | "$" | "eur" | "chf")))
                }
                Class::Date => {
                    let day_month_year = token.kind == TokenKind::Number && {
                        let mut parts = folded(i).split('.');
                        matches!((parts.next(), parts.next(), parts.next()), (Some(d), Some(m), Some(y))
                            if d.len() <= 2 && m.len() <= 2 && (y.len() == 4 || y.len() == 2))
                    };
                    day_month_year || (MONTHS.contains(&folded(i)) && is_year(folded(i + 1)))
                }
            };
            if is {
                hits.push(TermHit { term, verb: false, modifier: false });
            }
        }
    }

    /// Words that an ellipsis leaves out: "Rad- und Gehwege" has Radwege, "Bauleitung und -planung" has Bauplanung.
    fn match_ellipsis(&self, here: Here<'_>, out: &mut Vec<TermHit>) {
        let Here { tokens, i, vocabulary } = here;
        let token = here.token();
        let word = vocabulary.word(token.word);
        if token.open_end {
            self.match_word(word, true, None, out);
            let partner = tokens.tokens[i + 1..]
                .iter()
                .take(6)
                .take_while(|t| t.sentence == token.sentence)
                .filter(|t| t.kind == TokenKind::Word && !t.open_end)
                .find(|t| !is_joining(&vocabulary.word(t.word).folded));
            if let Some(partner) = partner {
                // The partner shares the end of its word: try every place to cut it.
                let head = &vocabulary.word(partner.word).folded;
                let fits = |cut: &usize| word.folded.len() + head.len() - cut <= LONGEST_WORD;
                for cut in head.char_indices().map(|(cut, _)| cut).skip(2).filter(fits) {
                    if head.len() - cut < 3 {
                        break;
                    }
                    let joined = format!("{}{}", word.folded, &head[cut..]);
                    self.match_joined(joined, word.folded.len(), word.capitals, out);
                }
            }
        }
        if token.open_start && i > 0 {
            let partner = tokens.tokens[..i]
                .iter()
                .rev()
                .take(4)
                .take_while(|t| t.sentence == token.sentence)
                .filter(|t| t.kind == TokenKind::Word)
                .find(|t| !is_joining(&vocabulary.word(t.word).folded));
            if let Some(partner) = partner {
                let start = vocabulary.word(partner.word);
                for cut in start.folded.char_indices().map(|(cut, _)| cut).skip(3).take_while(|cut| *cut <= LONGEST_WORD) {
                    let joined = format!("{}{}", &start.folded[..cut], word.folded);
                    self.match_joined(joined, cut, start.capitals, out);
                }
            }
        }
    }

    fn match_joined(&self, folded: String, seam: usize, capitals: u64, out: &mut Vec<TermHit>) {
        let joined = Word { folded, joints: Vec::new(), capitals };
        self.match_word(&joined, false, Some(seam), out);
    }

    /// Finds every term of which the word is a form or a compound; with `seam` only those that lie across it.
    fn match_word(&self, word: &Word, open_end: bool, seam: Option<usize>, out: &mut Vec<TermHit>) {
        let folded = word.folded.as_str();
        let bytes = folded.as_bytes();
        if bytes.len() > LONGEST_WORD {
            return;
        }
        if bytes.len() < 3 {
            for &i in self.starts.short.get(folded).map_or(&[][..], Vec::as_slice) {
                self.try_stem(&self.index.stems[i], word, 0, open_end, seam, out);
            }
            return;
        }
        for at in 0..bytes.len().saturating_sub(2) {
            if !folded.is_char_boundary(at) {
                continue;
            }
            if let Some(range) = key_at::<3>(bytes, at).and_then(|key| self.starts.three.get(&key)) {
                for stem in &self.index.stems[range.clone()] {
                    self.try_stem(stem, word, at, open_end, seam, out);
                }
            }
            let Some(range) = key_at::<4>(bytes, at).and_then(|key| self.starts.four.get(&key)) else { continue };
            for stem in &self.index.stems[range.clone()] {
                if bytes[at + 4..].starts_with(&stem.text(&self.index.letters).as_bytes()[4..]) {
                    self.try_stem(stem, word, at, open_end, seam, out);
                }
            }
        }
        if !self.starts.short.is_empty() && !word.joints.is_empty() {
            let mut start = 0;
            for &end in word.joints.iter().chain([&folded.len()]) {
                for &i in self.starts.short.get(&folded[start..end]).map_or(&[][..], Vec::as_slice) {
                    self.try_stem(&self.index.stems[i], word, start, open_end, seam, out);
                }
                start = end;
            }
        }
    }

    fn try_stem(&self, stem: &Stem, word: &Word, at: usize, open_end: bool, seam: Option<usize>, out: &mut Vec<TermHit>) {
        let folded = word.folded.as_str();
        let verb = matches!(stem.endings, Endings::Verb | Endings::Participle | Endings::Infinitive);
        let end = at + stem.length as usize;
        let Some(rest) = folded.get(end..) else { return };
        let joint = |place: usize| place == 0 || place == folded.len() || word.joints.contains(&place);
        if seam.is_some_and(|s| at >= s || end <= s) {
            return;
        }
        if stem.endings == Endings::Abbreviation {
            // "bem." is no BEM; "GdB" and "WfbM" have small letters of their own.
            let capitals = (at..end.min(64)).filter(|i| word.capitals >> i & 1 == 1).count();
            let spelled = at < 64 && word.capitals >> at & 1 == 1 && (capitals >= 2 || stem.length as usize > 3);
            let ends = Endings::Abbreviation.list().contains(&rest) || joint(end);
            if joint(at) && ends && spelled && (stem.places.whole || !rest.is_empty()) {
                out.push(TermHit { term: stem.term, verb, modifier: false });
            }
            return;
        }
        let long = stem.places.marked || stem.text(&self.index.letters).chars().count() >= 4;
        // Nouns make nouns: in a word with a small letter they are parts of adjectives ("rollstuhlgerecht") at most.
        let small = !word.is_capital() && word.joints.is_empty() && !stem.places.marked;
        let splittable = !self.index.unsplittable.contains(folded);
        let inflected = rest.len() <= LONGEST_ENDING && stem.endings.list().contains(&rest);
        let starts_well = joint(at) || (long && splittable && !small && modifier_stands(&folded[..at], stem.length as usize) && !self.index.english);
        if inflected {
            if at == 0 {
                if stem.places.whole && (!stem.needs_capital || word.is_capital()) {
                    out.push(TermHit { term: stem.term, verb, modifier: false });
                }
            } else if stem.places.last && starts_well {
                out.push(TermHit { term: stem.term, verb, modifier: false });
            }
        }
        let is_first = stem.places.first && starts_well && (stem.endings != Endings::FeminineOnly);
        if is_first && !inflected && !rest.is_empty() {
            let linked = LINKS.iter().any(|link| rest.strip_prefix(link).is_some_and(|tail| !tail.is_empty() && joint(end + link.len())));
            let opens = open_end && LINKS.contains(&rest);
            if linked || opens || (long && splittable && !self.index.english && head_follows(rest) && (!small || adjective_follows(rest))) {
                out.push(TermHit { term: stem.term, verb, modifier: true });
            }
        } else if is_first && open_end && (rest.is_empty() || inflected) {
            out.push(TermHit { term: stem.term, verb, modifier: true });
        }
    }

    fn sample_words(&self, alternative: &str) -> String {
        let mut out = String::new();
        if alternative.starts_with('<') && !alternative.contains(' ') {
            let name = alternative.trim_matches(['<', '>']);
            let class = CLASSES.iter().find(|c| c.0 == name).map(|c| c.2.to_owned());
            return class.or_else(|| self.draft.list_samples.get(name).cloned()).unwrap_or_default();
        }
        for word in alternative.split_whitespace() {
            if is_gap(word) {
                continue;
            }
            if !out.is_empty() {
                out.push(' ');
            }
            if let Some((_, sample)) = class_of(word) {
                out.push_str(sample);
            } else if word.len() > 1 && word.ends_with('-') && !word.starts_with('§') {
                out.push_str(word);
                out.push_str("Probe");
            } else {
                let plain = word.trim_start_matches(['=', '-']).replace('|', "");
                out.push_str(&plain);
            }
        }
        out
    }

    /// A text in which the pattern must find itself, for the check that it can match at all.
    pub fn sample(&self, pattern: &str) -> Vec<String> {
        let mut samples = vec![String::new()];
        let positive = split_at(pattern, " - ")[0].1;
        for (_, group) in split_at(positive, " + ") {
            let alternatives: Vec<String> = split_at(group, " / ").into_iter().map(|(_, a)| self.sample_words(a.trim())).collect();
            if samples.len() == 1 {
                let begun = samples[0].clone();
                samples = alternatives.iter().map(|a| format!("{begun} {a},")).collect();
            } else {
                for sample in &mut samples {
                    sample.push(' ');
                    sample.push_str(&alternatives[0]);
                    sample.push(',');
                }
            }
        }
        samples
    }
}

impl From<Index> for PatternSet {
    fn from(index: Index) -> Self {
        Self { draft: Draft::default(), starts: Starts::of(&index), lexicon: Lexicon::default(), index }
    }
}

impl From<PatternSet> for Index {
    fn from(set: PatternSet) -> Self {
        set.index
    }
}

impl Stem {
    fn text(self, letters: &str) -> &str {
        &letters[self.start as usize..][..self.length as usize]
    }
}

impl Starts {
    fn of(index: &Index) -> Self {
        let mut starts = Self::default();
        let text = |stem: usize| index.stems[stem].text(&index.letters);
        let mut start = 0;
        while start < index.stems.len() {
            let bytes = text(start).as_bytes();
            if bytes.len() < 3 {
                starts.short.entry(text(start).to_owned()).or_default().push(start);
                start += 1;
                continue;
            }
            let key = start_key(bytes);
            let end = (start + 1..index.stems.len()).find(|&other| start_key(text(other).as_bytes()) != key).unwrap_or(index.stems.len());
            match (key_at::<4>(bytes, 0), key_at::<3>(bytes, 0)) {
                (Some(key), _) => _ = starts.four.insert(key, start..end),
                (None, Some(key)) => _ = starts.three.insert(key, start..end),
                (None, None) => {}
            }
            start = end;
        }
        starts.inner = vec![false; index.phrases_by_first.len()];
        for element in (0..index.phrases.len()).flat_map(|phrase| index.phrases.of(phrase).iter().skip(1)) {
            let term = element.term.0 as usize;
            starts.inner.resize(starts.inner.len().max(term + 1), false);
            starts.inner[term] = true;
        }
        starts
    }
}

impl LawReference {
    /// A pattern without paragraph or law takes every paragraph and every law.
    fn includes(&self, found: &Self) -> bool {
        self.article == found.article
            && (self.number.is_none() || self.number == found.number)
            && (self.paragraph.is_none() || self.paragraph == found.paragraph)
            && (self.law.is_none() || self.law == found.law)
    }
}

/// The class that is written `<number>`, with a sample of it.
fn class_of(word: &str) -> Option<(Class, &'static str)> {
    let name = word.strip_prefix('<')?.strip_suffix('>')?;
    CLASSES.iter().find(|c| c.0 == name).map(|c| (c.1, c.2))
}

fn error(at: usize, part: &str, message: Message, help: Message) -> PatternError {
    PatternError { at: at..at + part.len(), message, help }
}

/// The parts between separators, with their offsets.
fn split_at<'a>(line: &'a str, separator: &str) -> Vec<(usize, &'a str)> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in line.match_indices(separator) {
        parts.push((start, &line[start..at]));
        start = at + separator.len();
    }
    parts.push((start, &line[start..]));
    parts
}

fn words_of(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut start = None;
    for (i, c) in text.char_indices() {
        match (c.is_whitespace(), start) {
            (true, Some(s)) => {
                words.push((s, &text[s..i]));
                start = None;
            }
            (false, None) => start = Some(i),
            _ => {}
        }
    }
    if let Some(s) = start {
        words.push((s, &text[s..]));
    }
    words
}

/// Begins with a capital and is not written in capitals throughout.
fn is_noun_like(word: &Word) -> bool {
    word.is_capital() && word.capitals.count_ones() == 1
}

/// A particle that verbs separate ("ein" of "richtet … ein").
pub(crate) fn is_particle(folded: &str) -> bool {
    PARTICLES.contains(&folded)
}

fn is_gap(word: &str) -> bool {
    matches!(word, "..." | "…")
}

fn check_word(word: &str, at: usize) -> Result<(), PatternError> {
    let inner = word.trim_start_matches(['=', '-']).trim_end_matches(['-', '.']);
    if let Some((i, odd)) = word.char_indices().find(|(_, c)| matches!(c, '*' | '?' | '[' | ']' | '(' | ')' | '\\' | '^' | '$' | '{' | '}')) {
        let odd = odd.to_string();
        return Err(error(at + i, &odd, message!("pattern-character", character = &odd), message!("pattern-character-help")));
    }
    if word.contains('/') || word.contains('+') || word.contains('<') || word.contains('>') {
        return Err(error(at, word, message!("pattern-no-word", word = word), message!("pattern-no-word-help")));
    }
    if inner.is_empty() || !inner.chars().any(char::is_alphanumeric) {
        return Err(error(at, word, message!("pattern-no-letter", word = word), message!("pattern-word-help")));
    }
    if inner.chars().count() < 2 && (word.starts_with('-') || word.ends_with('-')) {
        return Err(error(at, word, message!("pattern-short", word = word), message!("pattern-short-help")));
    }
    Ok(())
}

/// Written with two or more capitals in one part: EUTB, WfbM, UN-BRK; not Down-Syndrom.
fn is_abbreviation(word: &str) -> bool {
    word.split(crate::text::is_hyphen).any(|part| part.chars().filter(|c| c.is_uppercase()).count() >= 2)
}

/// How a noun is inflected, told from its last letters.
fn noun_endings(folded: &str) -> Endings {
    let ends = |suffixes: &[&str]| suffixes.iter().any(|s| folded.ends_with(s) && folded.len() > s.len() + 1);
    // The last letter leaves few endings to compare.
    let told = match folded.as_bytes().last() {
        Some(b'g') if ends(&["ung"]) => Some(Endings::NounFeminine),
        Some(b't') if ends(&["heit", "keit", "schaft", "tät", "art"]) => Some(Endings::NounFeminine),
        Some(b't') if ends(&["ist", "ent", "ant", "at", "et", "alt"]) => Some(Endings::NounAgent),
        Some(b'n') if ends(&["ion"]) => Some(Endings::NounFeminine),
        Some(b'n') if ends(&["erin", "orin", "istin", "ertin", "entin", "antin", "tzin", "ärztin", "wältin"]) => Some(Endings::NounIn),
        Some(b'z') if ends(&["enz", "anz"]) => Some(Endings::NounFeminine),
        Some(b'k') if ends(&["ik"]) => Some(Endings::NounFeminine),
        Some(b'i') if ends(&["ei"]) => Some(Endings::NounFeminine),
        Some(b'r') if ends(&["eur", "or", "er"]) => Some(Endings::NounAgent),
        Some(b'r') if ends(&["ur"]) => Some(Endings::NounFeminine),
        Some(b'l') if ends(&["el"]) => Some(Endings::NounAgent),
        Some(b'e') if ends(&["te", "de", "ene", "ige", "ose", "nke", "aube"]) => Some(Endings::AdjectivalNoun),
        Some(b'e') if ends(&["e"]) => Some(Endings::NounE),
        _ => None,
    };
    told.unwrap_or_else(|| if folded.chars().count() >= 7 && !folded.ends_with("en") { Endings::LongNoun } else { Endings::Noun })
}

fn verb_stem(folded: &str) -> Option<&str> {
    let stem = if folded.ends_with("eln") || folded.ends_with("ern") { folded.strip_suffix('n') } else { folded.strip_suffix("en") };
    stem.filter(|s| s.chars().count() >= 3)
}

/// The first four bytes and how many of them there are, as a number.
fn start_key(bytes: &[u8]) -> u64 {
    let mut key = [0; 4];
    for (slot, byte) in key.iter_mut().zip(bytes) {
        *slot = *byte;
    }
    u64::from(u32::from_be_bytes(key)) << 3 | bytes.len().min(4) as u64
}

fn key_at<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at + N).and_then(|b| b.try_into().ok())
}

fn has_vowel(text: &str) -> bool {
    text.contains(['a', 'e', 'i', 'o', 'u', 'ä', 'ö', 'ü', 'y'])
}

/// Can these letters be the first part of a compound?
fn modifier_stands(prefix: &str, stem_len: usize) -> bool {
    let letters = prefix.chars().count();
    // "Berufsaus-bildung" is a compound of Ausbildung, and that is no Bildung.
    let derived =
        ["aus", "fort", "weiter", "mit", "vor", "bei"].iter().any(|p| prefix.strip_suffix(p).is_some_and(|r| r.len() >= 3 && !r.ends_with('h')));
    letters >= 3
        && has_vowel(prefix)
        && !derived
        && !NO_MODIFIER.contains(&prefix)
        && (letters >= 4 || stem_len >= 4 || SHORT_HEADS.contains(&prefix))
}

/// Endings of adjectives that nouns make.
const ADJECTIVE_HEADS: [&str; 21] = [
    "gerecht",
    "fähig",
    "bezogen",
    "bedürftig",
    "arm",
    "reich",
    "pflichtig",
    "spezifisch",
    "tauglich",
    "geeignet",
    "orientiert",
    "mäßig",
    "weit",
    "nah",
    "bedingt",
    "sensibel",
    "übergreifend",
    "politisch",
    "berechtigt",
    "gebunden",
    "begleitend",
];

fn adjective_follows(rest: &str) -> bool {
    LINKS.iter().any(|link| rest.strip_prefix(link).is_some_and(|tail| ADJECTIVE_HEADS.iter().any(|h| tail.starts_with(h))))
}

/// Do these letters continue a compound (after a linking element)?
fn head_follows(rest: &str) -> bool {
    if NO_HEAD.iter().any(|e| rest.starts_with(e)) {
        return false;
    }
    LINKS.iter().any(|link| {
        rest.strip_prefix(link).is_some_and(|tail| {
            let letters = tail.chars().count();
            (letters >= 4 || SHORT_HEADS.contains(&tail)) && has_vowel(tail) && !NO_HEAD.iter().any(|e| tail.starts_with(e))
        })
    })
}

fn is_joining(folded: &str) -> bool {
    matches!(
        folded,
        "und"
            | "oder"
            | "bzw"
            | "beziehungsweise"
            | "sowie"
            | "wie"
            | "als"
            | "auch"
            | "noch"
            | "sowohl"
            | "u"
            | "der"
            | "die"
            | "das"
            | "den"
            | "des"
            | "dem"
    )
}

fn is_year(folded: &str) -> bool {
    folded.len() == 4 && folded.parse::<u16>().is_ok_and(|y| (1990..=2069).contains(&y))
}

fn closes_clause(tokens: &Tokens, at: usize, vocabulary: &Vocabulary) -> bool {
    match tokens.tokens.get(at + 1) {
        None => true,
        Some(next) => {
            next.sentence != tokens.tokens[at].sentence
                || next.after_break
                || matches!(vocabulary.word(next.word).folded.as_str(), "und" | "oder" | "sowie" | "bzw" | "wenn" | "um" | "damit" | "bis")
        }
    }
}

/// Names by which the convention is called, all taken as one law.
const CONVENTION: [&str; 10] = [
    "unbrk",
    "brk",
    "uncrpd",
    "crpd",
    "unbehindertenrechtskonvention",
    "behindertenrechtskonvention",
    "unkonvention",
    "unobrk",
    "convention",
    "vnbrk",
];

/// Finds "§ 8 Abs. 3 PBefG", "§§ 165, 166 SGB IX", "Artikel 27 der UN-BRK", "PBefG §8, Abs. 3", with the token they begin at.
fn law_references(tokens: &[Token], vocabulary: &Vocabulary) -> Vec<(usize, LawReference)> {
    let folded = |i: usize| tokens.get(i).map_or("", |t| vocabulary.word(t.word).folded.as_str());
    let mut out = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let token = &tokens[i];
        if token.kind == TokenKind::Number {
            i += 1;
            continue;
        }
        let article = matches!(folded(i), "art" | "artikel" | "artikels" | "artikeln" | "article" | "articles" | "arts");
        let section = matches!(folded(i), "§" | "section" | "sections");
        if !(article || section) {
            i += 1;
            continue;
        }
        let start = i;
        i += 1;
        while folded(i) == "§" {
            i += 1;
        }
        let mut numbers: Vec<(String, Option<String>)> = Vec::new();
        let mut law = None;
        let mut steps = 0;
        while i < tokens.len() && steps < 24 {
            steps += 1;
            let token = &tokens[i];
            let word = folded(i);
            match token.kind {
                TokenKind::Number => {
                    let mut number = word.trim_end_matches('.').to_owned();
                    if let Some(letter) = tokens.get(i + 1).filter(|t| t.kind == TokenKind::Word && t.start == token.end) {
                        let letter = &vocabulary.word(letter.word).folded;
                        if letter.chars().count() == 1 {
                            number.push_str(letter);
                            i += 1;
                        }
                    }
                    // "8 (3)": a number after a bracket is the paragraph of the number before it.
                    if let Some(last) = numbers.last_mut().filter(|n| n.1.is_none() && token.after_break && number.len() <= 2) {
                        let close = i > 0 && tokens[i - 1].kind == TokenKind::Number && token.start == tokens[i - 1].end + 1;
                        if close || token.start == tokens[i - 1].end + 2 && tokens[i - 1].kind == TokenKind::Number && !article {
                            last.1 = Some(number);
                            i += 1;
                            continue;
                        }
                    }
                    numbers.push((number, None));
                }
                TokenKind::Word => match word {
                    "abs" | "absatz" | "paragraph" | "para" => {
                        if let Some(last) = numbers.last_mut() {
                            last.1 = Some(folded(i + 1).trim_end_matches('.').to_owned());
                        }
                        i += 1;
                    }
                    "satz" | "nr" | "nummer" | "lit" | "buchstabe" | "s" => i += 1,
                    "und" | "bis" | "ff" | "f" | "i" | "v" | "m" | "ivm" | "oder" | "sowie" | "der" | "des" | "von" | "im" | "in" | "dem" | "of"
                    | "the" | "and" | "un" => {}
                    "übereinkommens" | "übereinkommen" | "konvention" => {
                        law = Some("unbrk".to_owned());
                        break;
                    }
                    _ if word.chars().count() == 1 => {}
                    _ => {
                        law = law_name(tokens, i, vocabulary);
                        break;
                    }
                },
                TokenKind::Symbol => break,
            }
            i += 1;
        }
        if law.is_none() && start > 0 {
            law = law_name(tokens, start - 1, vocabulary).filter(|_| tokens[start - 1].kind == TokenKind::Word);
        }
        if numbers.is_empty() {
            continue;
        }
        for (number, paragraph) in numbers {
            out.push((start, LawReference { article, number: Some(number), paragraph, law: law.clone() }));
        }
    }
    out
}

/// Do these words name an article of the convention? In a plan on the convention an article without a law is one.
pub fn names_convention_article(tokens: &[Token], vocabulary: &Vocabulary) -> bool {
    law_references(tokens, vocabulary).iter().any(|(_, law)| law.article && law.law.as_deref().is_none_or(|l| l == "unbrk"))
        && !tokens.iter().any(|t| ["haushalt", "grundgesetz", "verfassung"].iter().any(|w| vocabulary.word(t.word).folded.starts_with(w)))
}

/// The law that the word at `i` names, with the number of its book ("SGB IX", "SGB 9").
fn law_name(tokens: &[Token], i: usize, vocabulary: &Vocabulary) -> Option<String> {
    let word = vocabulary.word(tokens.get(i)?.word);
    let folded = word.folded.as_str();
    if CONVENTION.contains(&folded) || CONVENTION.iter().any(|c| c.len() > 4 && folded.starts_with(c)) {
        return Some("unbrk".to_owned());
    }
    if folded == "sgb" || folded == "sozialgesetzbuch" || folded == "sozialgesetzbuches" {
        let book = vocabulary.word(tokens.get(i + 1)?.word).folded.as_str();
        let roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv"];
        let number = book.parse::<usize>().ok().or_else(|| roman.iter().position(|r| *r == book).map(|p| p + 1))?;
        return Some(format!("sgb {number}"));
    }
    let named = word.capitals.count_ones() >= 2 || ["gesetz", "gesetzes", "ordnung", "verordnung", "act"].iter().any(|e| folded.ends_with(e));
    named.then(|| folded.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found_in(lang: Lang, line: &str, text: &str) -> bool {
        let mut set = PatternSet::new(lang, ["insgesamt".to_owned(), "hochzeit".to_owned()]);
        let pattern = set.add(line).unwrap();
        set.finish();
        let mut vocabulary = Vocabulary::default();
        let tokens = crate::text::tokenise(text, &mut vocabulary, &[], &|w| matches!(w, "abs" | "art" | "nr" | "lit"));
        let hits = set.find(&tokens, &vocabulary, &mut Memo::default());
        pattern.groups.iter().all(|&g| hits.has(g)) && !pattern.without.iter().any(|&g| hits.has(g))
    }

    fn finds(line: &str, texts: &[&str]) {
        for text in texts {
            assert!(found_in(Lang::De, line, text), "{line:?} must find {text:?}");
        }
    }

    fn misses(line: &str, texts: &[&str]) {
        for text in texts {
            assert!(!found_in(Lang::De, line, text), "{line:?} must not find {text:?}");
        }
    }

    #[test]
    fn nouns_are_found_inflected_and_in_compounds() {
        finds("Haltestelle", &["die Haltestellen", "Haltestellenumbau", "Bushaltestelle", "der Bushaltestellenumbau", "HALTESTELLE"]);
        finds("Wohnung / Wohnraum", &["Mietwohnung", "Wohnungsbau", "Wohnraumanpassung", "Wohnräume Wohnung"]);
        finds("Schule", &["Schulgebäude", "Förderschulen", "Schulsozialarbeit", "Grundschulbau"]);
        misses("Schule", &["Schulung", "Schulungskonzept", "Schulter"]);
        misses("Wohnung", &["gewohnt", "Gewohnheit"]);
        misses("Hilfe", &["Beihilfe"]);
        misses("Bildung", &["Ausbildung"]);
        misses("Beirat", &["Heirat"]);
        finds("Amt / Ämter", &["die Ämter", "den Ämtern", "des Amtes"]);
        misses("Amt", &["insgesamt", "gesamt", "amtlich"]);
        finds("Museum", &["Museen", "Museumsführung", "Heimatmuseums"]);
        finds("Gehweg / Gehwege", &["auf den Gehwegen"]);
        misses("=Rampe", &["Rampenlicht", "Krampe"]);
        finds("=Rampe", &["die Rampen"]);
    }

    #[test]
    fn hyphens_choose_the_place_in_the_compound() {
        finds("Wohn-", &["Wohnberatung", "Wohn- und Pflegeheim", "Wohn-Beratung"]);
        misses("Wohn-", &["Wohnung", "gewohnt", "Mietwohnung"]);
        finds("-wohnung", &["Mietwohnungen", "Wohnung"]);
        misses("-wohnung", &["Wohnungsamt"]);
        finds("-gerecht", &["rollstuhlgerechte Wege", "gerecht"]);
    }

    #[test]
    fn small_words_are_inflected_only() {
        finds("barrierefrei", &["barrierefreie Wege", "barrierefreien", "barriere·freier"]);
        misses("barrierefrei", &["Barrierefreiheit", "Lärmbarriere"]);
        finds("schulen", &["wird geschult", "schult", "geschulte Kräfte", "zu schulen"]);
        finds("ein|richten", &["wird eingerichtet", "richtet die Stadt eine Stelle ein", "einzurichten", "eingerichteten"]);
        misses("ein|richten", &["richtet sich an eine Gruppe", "Einrichtung"]);
        finds("Barrieren ... ab|bauen", &["Barrieren werden abgebaut", "baut die Stadt Barrieren ab"]);
    }

    #[test]
    fn phrases_gaps_and_groups() {
        finds("Leichte Sprache", &["in Leichter Sprache", "Leichten Sprache"]);
        finds("angemessene Vorkehrungen", &["angemessener Vorkehrungen"]);
        finds("ambulante Pflege", &["der ambulanten Pflege"]);
        misses("Leichte Sprache", &["eine leichte, Sprache", "leichte Sprachbarriere"]);
        finds("Recht ... Arbeit", &["das Recht auf gute Arbeit"]);
        misses("Recht ... Arbeit", &["Arbeit und Recht"]);
        finds("Haltestelle + barrierefrei", &["barrierefreier Umbau der Haltestelle"]);
        misses("Haltestelle - Linie", &["Haltestelle der neuen Linie"]);
    }

    #[test]
    fn ellipses_are_filled() {
        finds("Radweg / Radwege", &["Rad- und Gehwege"]);
        finds("Gehweg / Gehwege", &["Geh- und Radwege", "Geh-, Rad- und Reitwege"]);
        finds("Schriftdolmetscher", &["Gebärden- und Schriftdolmetscher"]);
        finds("Gebärdendolmetscher", &["Gebärden- und Schriftdolmetscherinnen"]);
        misses("Radweg", &["Rad und Weg"]);
    }

    #[test]
    fn gender_forms_and_spelling_variants() {
        finds("Arzt / Ärzte", &["Ärzt*innen", "Ärztinnen und Ärzte", "Ärzt:in"]);
        finds("Bürger", &["Bürger*innen", "BürgerInnen", "Bürger/-innen", "Bürger*innenrat"]);
        finds("Beauftragte", &["Beauftragte*r", "der Beauftragte", "des Beauftragten", "Behindertenbeauftragter"]);
        finds("Straße", &["Strasse", "Strassenraum", "Straßen"]);
        finds("Gebärdensprache", &["Gebaerdensprache", "Gebärden-Sprache", "Gebär\u{ad}den\u{ad}sprache"]);
        finds("Fußgängerüberweg / Fußgängerüberwege", &["Fussgängerüberwege"]);
    }

    #[test]
    fn abbreviations_are_written_in_capitals() {
        finds("EUTB", &["die EUTB", "EUTB-Stelle", "(EUTB)"]);
        misses("BEM", &["bem."]);
        finds("UN-BRK", &["die UN-BRK", "UN-BRK-Umsetzung"]);
        finds("WC", &["ein WC", "WC-Anlage", "Behinderten-WC"]);
        misses("WC", &["wc"]);
        finds("GdB", &["ein GdB von 50"]);
        finds("WfbM", &["in der WfbM", "WfbM-Plätze"]);
        // Capitals are known for the beginning of a word only; a longer one must not stop the program.
        misses("GdB", &[&format!("{}-GdB", "xy".repeat(40))]);
    }

    #[test]
    fn law_references_in_their_spellings() {
        finds("§ 8 Abs. 3 PBefG", &["§ 8 Abs. 3 PBefG", "§8 Absatz 3 des PBefG", "PBefG §8, Abs. 3", "§ 8 (3) PBefG", "§ 8 Abs. 3 Satz 2 PBefG"]);
        misses("§ 8 Abs. 3 PBefG", &["§ 8 Abs. 2 PBefG", "§ 3 PBefG", "8 Abs. 3"]);
        finds("§ 166 SGB IX", &["§§ 165, 166 und 178 SGB IX", "§ 166 SGB 9"]);
        finds("Art. 27 UN-BRK", &["Artikel 27 der UN-Behindertenrechtskonvention", "Art. 27 Abs. 1 lit. g BRK", "Art. 9, 19 und 27 UN-BRK"]);
        misses("Art. 3 UN-BRK", &["Art. 3 GG"]);
        finds("Artikel <number> UN-BRK", &["(Art. 24 UN-BRK)"]);
    }

    #[test]
    fn classes_count() {
        finds("<year>", &["bis 2027"]);
        misses("<year>", &["§ 2071", "8"]);
        finds("<percent>", &["50 %", "50 Prozent"]);
        finds("<money>", &["12.000 €", "1,2 Mio. Euro"]);
        finds("<date>", &["31.12.2027", "im März 2027"]);
        finds("<number> Haltestelle", &["zwölf Haltestellen"]);
    }

    #[test]
    fn english_words() {
        assert!(found_in(Lang::En, "bus stop + accessible", "We will make bus stops accessible."));
        assert!(found_in(Lang::En, "policy", "policies"));
        assert!(!found_in(Lang::En, "ramp", "rampant"));
    }

    #[test]
    fn a_word_without_end_is_no_word() {
        finds("Haltestelle", &["Haltestellenbarrierefreiheitskonzepterarbeitungsauftragsvergabeverordnung"]);
        misses("Haltestelle", &[&"haltestelle".repeat(40)]);
    }

    #[test]
    fn what_was_met_before_changes_nothing_and_is_bounded() {
        let mut set = PatternSet::new(Lang::De, []);
        let lines = ["Haltestelle / Bahnsteig", "barrierefrei", "ein|richten", "Gehweg / Gehwege", "§ 8 PBefG", "<number> Rampe"]
            .map(|line| set.add(line).unwrap());
        set.finish();
        let text = "Am Bahnsteig und an zwölf Haltestellen richtet die Stadt barrierefreie Geh- und Radwege ein (§ 8 PBefG), dazu 3 Rampen.";
        let found = |set: &PatternSet| {
            let mut vocabulary = Vocabulary::default();
            let tokens = crate::text::tokenise(text, &mut vocabulary, &[], &|_| false);
            let hits = set.find(&tokens, &vocabulary, &mut Memo::default());
            lines.iter().flat_map(|line| &line.groups).map(|&group| hits.of(group).to_vec()).collect::<Vec<_>>()
        };
        let cold = found(&set);
        assert!(cold.iter().all(|occurrences| !occurrences.is_empty()), "{cold:?}");
        assert_eq!(found(&set), cold);
        let met = || set.lexicon.words.read().unwrap().len();
        let known = met();
        assert!(known > 5, "{known}");
        let mut vocabulary = Vocabulary::default();
        let letters = |n: usize| n.to_string().chars().map(|digit| char::from(b'k' + digit as u8 - b'0')).collect::<String>();
        let many: String = (0..LEXICON).map(|n| format!("w{} ", letters(n))).collect();
        let tokens = crate::text::tokenise(&many, &mut vocabulary, &[], &|_| false);
        assert!(vocabulary.len() > LEXICON - known);
        set.find(&tokens, &vocabulary, &mut Memo::default());
        assert_eq!(met(), LEXICON);
        assert_eq!(found(&set), cold);
        // A set that is copied may be changed, so its lexicon is empty.
        assert_eq!(set.clone().lexicon.words.read().unwrap().len(), 0);
    }

    #[test]
    fn wrong_lines_say_why() {
        let words = crate::words::Words::new(Lang::De, false);
        for (line, part) in [
            ("Halte*", "*"),
            ("Amt|Ämter", "trennbare"),
            ("A  +  + B", "fehlt"),
            ("<nichts>", "unbekannte Liste"),
            ("Haltestelle/Steig", "kein Wort"),
            ("... Haltestelle", "zwischen"),
            ("–", "keinen Buchstaben"),
            ("Weg + Weg", "gleich"),
            ("Weg - Weg", "nie"),
        ] {
            let error = PatternSet::new(Lang::De, []).add(line).unwrap_err();
            let said = [&error.message, &error.help].map(|m| words.say(m)).join(" ");
            assert!(said.contains(part), "{line}: {said}");
        }
    }
}
