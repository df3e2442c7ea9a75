//! The checklist put to the plan: which passage answers which criterion, and how firmly.

use crate::checklist::{Attribute, Checklist, Criterion, Evidence as Line, Kind, Level};
use crate::language::{Commitment, Grade};
use crate::lines::{LineIndex, Part};
use crate::measure::{Graded, GradedPlan, Terms, is_content, level, prose_terms, rank, sentence_range, unit_grade, unit_terms};
use crate::pattern::{GroupId, GroupSet, Hits, Memo, Occurrence, Pattern, PatternSet};
use crate::plan::{Layout, Passage, Plan, Role, Zone};
use crate::source::Span;
use crate::text::Vocabulary;
use rayon::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

/// A passage that answers a criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    pub level: Level,
    /// The author's words.
    pub span: Span,
    /// Index into [`GradedPlan::measures`].
    pub measure: Option<usize>,
    /// Index into [`Plan::passages`].
    pub passage: usize,
    /// The line of the checklist that matched.
    pub pattern: String,
    /// For each group of that line: the words found.
    pub words: Vec<(String, String)>,
    /// What the level rests on.
    pub because: Because,
}

/// What the level of a passage rests on: how its sentence commits, and what the same measure names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Because {
    pub grade: Grade,
    pub responsible: bool,
    pub checkable_date: bool,
}

impl Because {
    /// Names of what raised or lowered the level, for machine output and as keys of messages.
    pub fn reasons(&self) -> Vec<&'static str> {
        let Self { grade, responsible, checkable_date } = *self;
        let told = [
            (grade.law, "law"),
            (grade.demand, "demand"),
            (grade.negated, "negated"),
            (grade.deficit && grade.commitment == Commitment::None, "deficit"),
            (grade.soft && grade.commitment <= Commitment::Intended, "soft"),
            (grade.reservation, "reservation"),
            (grade.modal, "modal"),
            (responsible, "unit"),
            (checkable_date, "date"),
        ];
        told.into_iter().filter(|(holds, _)| *holds).map(|(_, name)| name).collect()
    }
}

/// Why a passage that speaks of the matter is no evidence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Obstacle {
    /// All words are there, but not together.
    Apart,
    /// These words are there and exclude it.
    Excluded(String),
    /// No word of these groups is there.
    Lacking(Vec<String>),
}

/// A passage that comes near to an answer and is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearMiss {
    /// The author's words.
    pub span: Span,
    /// Index into [`Plan::passages`].
    pub passage: usize,
    /// The line of the checklist that nearly matched.
    pub pattern: String,
    /// For each group of that line that was found: the words.
    pub words: Vec<(String, String)>,
    pub obstacle: Obstacle,
    /// How many criteria share the most telling group that was found: fewer are nearer.
    shared: usize,
}

impl NearMiss {
    /// Nearest first: what lacks least, then what is most telling, then the order of the plan.
    fn distance(&self) -> (usize, usize, std::cmp::Reverse<usize>, usize) {
        let lacking = match &self.obstacle {
            Obstacle::Apart | Obstacle::Excluded(_) => 0,
            Obstacle::Lacking(groups) => groups.len(),
        };
        (lacking, self.shared, std::cmp::Reverse(self.words.len()), self.passage)
    }
}

/// So many near misses are kept for a criterion.
const NEAREST: usize = 3;

/// The answer of a plan to one criterion.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Finding {
    pub level: Level,
    /// Best first, then in the order of the plan.
    pub evidence: Vec<Evidence>,
    /// Passages that work against the convention; they never count.
    pub contrary: Vec<Evidence>,
    /// For share criteria: how many of how many measures have the attribute.
    pub share: Option<(usize, usize)>,
    /// The nearest passages, if there is no evidence.
    pub near: Vec<NearMiss>,
}

/// All findings, in checklist order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Assessment {
    pub findings: Vec<Finding>,
}

/// One place where a line of the checklist matches.
struct Match {
    /// Sentences of the passage that hold the words.
    sentences: BTreeSet<usize>,
    groups: Vec<GroupId>,
    words: Vec<(String, String)>,
}

/// Puts every criterion to every passage.
pub fn assess(plan: &Plan, graded: &GradedPlan, checklist: &Checklist) -> Assessment {
    let read = Read { plan, graded, checklist, lines: checklist.lines() };
    let starts: Vec<usize> = (0..plan.passages.len()).step_by(graded.share).collect();
    let parts: Vec<Vec<(usize, Finding)>> =
        starts.into_par_iter().map(|start| assess_part(&read, start..(start + graded.share).min(plan.passages.len()))).collect();
    let mut findings = vec![Finding::default(); checklist.criteria.len()];
    for (c, found) in parts.into_iter().flatten() {
        findings[c].evidence.extend(found.evidence);
        findings[c].contrary.extend(found.contrary);
        findings[c].near.extend(found.near);
    }
    for (finding, criterion) in findings.iter_mut().zip(&checklist.criteria) {
        if let Some(attribute) = criterion.share {
            *finding = share(attribute, criterion.thresholds, graded);
        }
        finding.evidence.sort_by(|a, b| b.level.cmp(&a.level).then(a.span.cmp(&b.span)));
        finding.evidence.dedup_by(|b, a| a.span == b.span);
        finding.contrary.sort_by_key(|e| e.span);
        finding.contrary.dedup_by(|b, a| a.span == b.span);
        if criterion.share.is_none() {
            finding.level = finding.evidence.first().map_or(Level::Absent, |e| e.level);
        }
        keep_nearest(finding);
    }
    Assessment { findings }
}

/// A plan that was read and the checklist that is put to it.
#[derive(Clone, Copy)]
struct Read<'a> {
    plan: &'a Plan,
    graded: &'a GradedPlan,
    checklist: &'a Checklist,
    lines: &'a LineIndex,
}

/// Puts every criterion to the passages that share a vocabulary; returns what was found, by criterion.
fn assess_part(read: &Read<'_>, passages: Range<usize>) -> Vec<(usize, Finding)> {
    let Read { plan, graded, checklist, lines } = *read;
    let mut memo = Memo::default();
    let mut headings = Headings::default();
    let mut findings = vec![Finding::default(); checklist.criteria.len()];
    let mut standing: Vec<u32> = Vec::new();
    for p in passages {
        let passage = &plan.passages[p];
        if passage.zone == Zone::Contents || passage.duplicate_of.is_some() || graded.passages[p].tokens.tokens.is_empty() {
            continue;
        }
        let place = Place::new(read, p, &mut memo, &mut headings);
        lines.standing(&place.present, &mut standing);
        let criterion = |line: &u32| lines.line(*line).criterion;
        let by_criterion = standing.chunk_by(|a, b| criterion(a) == criterion(b)).map(|lines| (criterion(&lines[0]), lines));
        let (criteria, found): (Vec<usize>, Vec<Found<'_>>) = by_criterion.map(|(c, lines)| (c, place.find(&checklist.criteria[c], lines))).unzip();
        let owners = Owners::new(&found, graded.passages[p].grades.len());
        for (n, (found, c)) in found.into_iter().zip(criteria).enumerate() {
            place.answer(&checklist.criteria[c], found, &|sentence| owners.others(sentence, n), &mut findings[c]);
        }
        place.near_misses(checklist, &mut findings);
    }
    findings.iter_mut().for_each(keep_nearest);
    findings.into_iter().enumerate().filter(|(_, f)| !f.evidence.is_empty() || !f.contrary.is_empty() || !f.near.is_empty()).collect()
}

/// Evidence needs no near misses; without it the nearest few are kept.
fn keep_nearest(finding: &mut Finding) {
    if !finding.evidence.is_empty() {
        finding.near.clear();
    }
    finding.near.sort_by_key(NearMiss::distance);
    finding.near.truncate(NEAREST);
}

/// What was found for a criterion in one passage, before it is graded.
struct Found<'a> {
    contrary: Vec<(&'a Pattern, Match)>,
    evidence: Vec<(&'a Line, Match)>,
}

/// Which criteria have evidence in which sentence of a passage.
struct Owners {
    by_sentence: Vec<Vec<usize>>,
}

impl Owners {
    fn new(found: &[Found<'_>], sentences: usize) -> Self {
        let mut by_sentence: Vec<Vec<usize>> = vec![Vec::new(); sentences];
        for (n, found) in found.iter().enumerate() {
            for &s in found.evidence.iter().flat_map(|(_, m)| &m.sentences) {
                if let Some(owners) = by_sentence.get_mut(s).filter(|o| o.last() != Some(&n)) {
                    owners.push(n);
                }
            }
        }
        Self { by_sentence }
    }

    /// Another criterion than the `n`th has evidence in the sentence.
    fn others(&self, sentence: usize, n: usize) -> bool {
        self.by_sentence.get(sentence).is_some_and(|owners| owners.iter().any(|&o| o != n))
    }
}

/// A word that this many criteria ask for or fewer makes a passage come near to them.
const SPEAKING: usize = 4;
/// The same where no other word of the line was found.
const SPEAKING_ALONE: usize = 2;

/// What the nearest heading says; kept, because many passages stand below one heading.
#[derive(Default)]
struct Headings {
    last: Option<(String, Hits)>,
    vocabulary: Vocabulary,
    memo: Memo,
}

impl Headings {
    fn hits(&mut self, heading: Option<&String>, graded: &GradedPlan, patterns: &PatternSet) -> Hits {
        let Some(heading) = heading else { return Hits::default() };
        if let Some((text, hits)) = &self.last
            && text == heading
        {
            return hits.clone();
        }
        let tokens = crate::language::language(graded.lang).tokenise(heading, &mut self.vocabulary, &[]);
        let short = tokens.tokens.len() <= LONGEST_TOPIC;
        let hits = if short { patterns.find(&tokens, &self.vocabulary, &mut self.memo) } else { Hits::default() };
        self.last = Some((heading.clone(), hits.clone()));
        hits
    }
}

/// One passage with everything that was found in it.
struct Place<'a> {
    plan: &'a Plan,
    graded: &'a GradedPlan,
    patterns: &'a PatternSet,
    lines: &'a LineIndex,
    index: usize,
    passage: &'a Passage,
    sentences: &'a Graded,
    hits: Hits,
    heading: Hits,
    /// Groups that the passage or its heading has.
    present: GroupSet,
    /// The measures of this passage, as indices into the plan's measures.
    measures: Range<usize>,
    unit: bool,
    /// Short enough that its words belong together wherever they stand.
    compact: bool,
    /// What [`Self::terms`] found, by sentences.
    told: RefCell<Vec<(Range<usize>, Terms)>>,
}

/// A row or item of up to this many words is read as one thought.
const COMPACT: usize = 90;

/// A heading of up to this many words names the topic of what stands below it; a longer one, such as the sentence that
/// nested items hang on, says something of its own.
const LONGEST_TOPIC: usize = 15;

/// How far apart the groups of a line may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Breath {
    /// Evidence: in one sentence, or in several that belong together.
    Many,
    /// Contrary wording, which must be told in one breath.
    One,
}

impl Breath {
    /// In words, within one sentence: damaged texts have sentences without end.
    fn reach(self) -> usize {
        match self {
            Self::Many => 45,
            Self::One => 15,
        }
    }
}

/// A paragraph of up to this many sentences is one measure.
const SHORT: usize = 3;
/// And one of up to this many words, as in easy language.
const FEW_WORDS: usize = 45;

impl<'a> Place<'a> {
    fn new(read: &Read<'a>, index: usize, memo: &mut Memo, headings: &mut Headings) -> Self {
        let Read { plan, graded, checklist, lines } = *read;
        let passage = &plan.passages[index];
        let sentences = &graded.passages[index];
        let hits = checklist.patterns.find(&sentences.tokens, graded.vocabulary(index), memo);
        let heading =
            if passage.layout == Layout::Heading { Hits::default() } else { headings.hits(passage.path.last(), graded, &checklist.patterns) };
        let present = hits.groups().clone().union(heading.groups());
        let start = graded.measures.partition_point(|m| m.passage < index);
        let count = graded.measures[start..].partition_point(|m| m.passage == index);
        let unit = matches!(passage.layout, Layout::Sheet | Layout::Row | Layout::Item | Layout::Resolution);
        Self {
            plan,
            graded,
            patterns: &checklist.patterns,
            lines,
            index,
            passage,
            sentences,
            hits,
            heading,
            present,
            measures: start..start + count,
            unit,
            compact: unit && sentences.tokens.tokens.len() <= COMPACT,
            told: RefCell::default(),
        }
    }

    /// Every group of the line stands in the passage or in its heading.
    fn can_match(&self, pattern: &Pattern) -> bool {
        pattern.groups.iter().all(|g| self.present.has(*g))
    }

    /// Every place of the passage where one of these lines of the criterion stands.
    fn find<'c>(&self, criterion: &'c Criterion, lines: &[u32]) -> Found<'c> {
        let mut found = Found { contrary: Vec::new(), evidence: Vec::new() };
        let masked = self.masked(criterion);
        for &line in lines {
            match self.lines.line(line).part {
                Part::Contrary(line) => {
                    let pattern = &criterion.contrary[line];
                    found.contrary.extend(self.matches(pattern, &masked, &[], Breath::One).into_iter().map(|m| (pattern, m)));
                }
                Part::Evidence(line) => {
                    let line = &criterion.evidence[line];
                    let matches = self.matches(&line.pattern, &masked, &criterion.unless, Breath::Many);
                    found.evidence.extend(matches.into_iter().map(|m| (line, m)));
                }
            }
        }
        found.evidence.retain(|(_, m)| {
            found.contrary.is_empty() || !self.unit && !m.sentences.iter().any(|s| found.contrary.iter().any(|(_, c)| c.sentences.contains(s)))
        });
        found
    }

    /// Grades what was found. `others` says whether another criterion has evidence in a sentence.
    fn answer(&self, criterion: &Criterion, found: Found<'_>, others: &dyn Fn(usize) -> bool, finding: &mut Finding) {
        for (pattern, found) in found.contrary {
            let told = found.sentences.iter().any(|&s| {
                let grade = &self.sentences.grades[s];
                grade.demand || grade.law || grade.negated
            });
            if !told && !matches!(self.passage.zone, Zone::Law | Zone::Glossary | Zone::Demands | Zone::Vision) {
                finding.contrary.push(self.evidence(Level::Absent, Because::default(), pattern, found));
            }
        }
        let mut best: Vec<Evidence> = Vec::new();
        for (line, found) in found.evidence {
            let (level, because) = match criterion.kind {
                Kind::Statement => (self.statement_level(line, criterion.literal, &found), self.own(&found)),
                Kind::Measure | Kind::Share => self.measure_level(&found, others),
            };
            let evidence = self.evidence(level, because, &line.pattern, found);
            // One passage is one piece of evidence, however many lines find it.
            match best.iter_mut().find(|e| overlaps(e.span, evidence.span)) {
                Some(known) if known.level < evidence.level => *known = evidence,
                Some(_) => {}
                None => best.push(evidence),
            }
        }
        finding.evidence.extend(best);
    }

    /// Lines of which a telling word stands here, and which do not match: why the passage is no evidence.
    fn near_misses(&self, checklist: &Checklist, findings: &mut [Finding]) {
        if self.passage.layout == Layout::Heading {
            return;
        }
        let mut nearest: Vec<(usize, NearMiss)> = Vec::new();
        for group in self.hits.groups().iter() {
            for line in self.lines.telling(group) {
                let Part::Evidence(l) = line.part else { continue };
                let c = line.criterion;
                let criterion = &checklist.criteria[c];
                // Passages come one after the other: what was found in this one stands last.
                if criterion.share.is_some() || findings[c].evidence.last().is_some_and(|e| e.passage == self.index) {
                    continue;
                }
                let Some(near) = self.near_miss(criterion, &criterion.evidence[l].pattern) else { continue };
                match nearest.iter_mut().find(|(known, _)| *known == c) {
                    Some((_, known)) if near.distance() < known.distance() => *known = near,
                    Some(_) => {}
                    None => nearest.push((c, near)),
                }
            }
        }
        for (c, near) in nearest {
            findings[c].near.push(near);
        }
    }

    /// How many criteria ask for the word at this place, in whatever group, if they are few: "barrierefrei" speaks for most of
    /// them, "Wahlschablone" for one.
    fn speaks_for(&self, at: Occurrence, most: usize) -> Option<usize> {
        let mut criteria: Vec<usize> = Vec::with_capacity(most + 1);
        for &c in self.hits.starting_at(at.first).flat_map(|g| self.lines.criteria(g)) {
            if !criteria.contains(&c) {
                criteria.push(c);
            }
            if criteria.len() > most {
                return None;
            }
        }
        Some(criteria.len())
    }

    fn near_miss(&self, criterion: &Criterion, pattern: &Pattern) -> Option<NearMiss> {
        // Most lines end here: nothing is gathered for them.
        let is_lacking = |g: &GroupId| !self.present.has(*g);
        if pattern.groups.first().is_none_or(is_lacking) || pattern.groups.iter().copied().filter(is_lacking).count() > 1 {
            return None;
        }
        let lacking: Vec<GroupId> = pattern.groups.iter().copied().filter(is_lacking).collect();
        let masked = self.masked(criterion);
        let first = |group: GroupId| {
            let usable = |o: &Occurrence| {
                !masked.iter().any(|m| m.first <= o.first && o.last <= m.last) && is_content(self.sentences.roles[self.sentence(o.first)])
            };
            self.hits.of(group).iter().copied().find(usable)
        };
        let found: Vec<(GroupId, Occurrence)> = pattern.groups.iter().filter_map(|&g| Some((g, first(g)?))).collect();
        // By convention the first group of a line names its topic.
        let topic = found.first().filter(|(g, _)| pattern.groups.first() == Some(g))?;
        // With nothing but the topic found, the topic must be a rare one.
        let most = if found.len() > 1 { SPEAKING } else { SPEAKING_ALONE };
        let shared = self.speaks_for(topic.1, most)?;
        let sentences: BTreeSet<usize> = found.iter().map(|(_, o)| self.sentence(o.first)).collect();
        let obstacle = if !lacking.is_empty() {
            Obstacle::Lacking(lacking.iter().map(|&g| self.patterns.group_name(g).to_owned()).collect())
        } else if let Some(words) = self.exclusion(pattern, &criterion.unless, &sentences) {
            Obstacle::Excluded(words)
        } else if found.len() == pattern.groups.len() && found.len() > 1 {
            Obstacle::Apart
        } else {
            // Every word of the line only looks like evidence here.
            return None;
        };
        let words = found.iter().map(|(g, o)| (self.patterns.group_name(*g).to_owned(), self.words(*o))).collect();
        let found = Match { sentences, groups: pattern.groups.clone(), words };
        let span = self.quote(&found);
        Some(NearMiss { span, passage: self.index, pattern: pattern.written.clone(), words: found.words, obstacle, shared })
    }

    /// Words that only look like evidence.
    fn masked(&self, criterion: &Criterion) -> Vec<Occurrence> {
        let mut masked: Vec<Occurrence> = Vec::new();
        for pattern in &criterion.ignore {
            if self.can_match(pattern) {
                masked.extend(pattern.groups.iter().flat_map(|&g| self.hits.of(g)));
            }
        }
        masked
    }

    fn tokens_of(&self, sentence: usize) -> Range<usize> {
        self.sentences.tokens.sentences.get(sentence).cloned().unwrap_or_default()
    }

    /// Of occurrences in the order of the text those in this sentence.
    fn in_sentence<'o>(&self, occurrences: &'o [Occurrence], sentence: usize) -> &'o [Occurrence] {
        let start = occurrences.partition_point(|o| self.sentence(o.first) < sentence);
        let length = occurrences[start..].iter().take_while(|o| self.sentence(o.first) == sentence).count();
        &occurrences[start..start + length]
    }

    fn sentence(&self, token: usize) -> usize {
        self.sentences.tokens.tokens[token].sentence as usize
    }

    /// Every place where all groups of the line stand together.
    fn matches(&self, pattern: &Pattern, masked: &[Occurrence], unless: &[Pattern], breath: Breath) -> Vec<Match> {
        let mut by_group: Vec<Vec<Occurrence>> = Vec::with_capacity(pattern.groups.len());
        let mut in_heading: Vec<bool> = Vec::with_capacity(pattern.groups.len());
        for &group in &pattern.groups {
            let occurrences: Vec<Occurrence> = self
                .hits
                .of(group)
                .iter()
                .copied()
                .filter(|o| !masked.iter().any(|m| m.first <= o.first && o.last <= m.last))
                .filter(|o| is_content(self.sentences.roles[self.sentence(o.first)]))
                .collect();
            let heading = self.heading.has(group);
            if occurrences.is_empty() && !heading {
                return Vec::new();
            }
            by_group.push(occurrences);
            in_heading.push(heading);
        }
        let sentence_count = self.sentences.grades.len();
        let anchors: BTreeSet<usize> = by_group.iter().flatten().map(|o| self.sentence(o.first)).collect();
        let titles: Vec<usize> = (0..sentence_count).filter(|&s| self.unit && self.sentences.roles[s] == Role::Title).collect();
        let mut out: Vec<Match> = Vec::new();
        for &anchor in &anchors {
            let mut sentences = BTreeSet::from([anchor]);
            let mut words = Vec::new();
            let mut complete = true;
            // Where the first word of the anchor sentence was found: the others must stand within reach.
            let mut place: Option<usize> = None;
            for (i, occurrences) in by_group.iter().enumerate() {
                let name = self.patterns.group_name(pattern.groups[i]);
                let near = || match breath {
                    Breath::One => None,
                    Breath::Many if self.compact => occurrences.iter().find(|o| self.sentence(o.first) != anchor),
                    Breath::Many => {
                        let beside = [anchor.checked_sub(1), Some(anchor + 1)].into_iter().flatten();
                        let beside = beside.filter(|&s| s < sentence_count && (self.linked(s, anchor) || self.semicolon(s, anchor)));
                        let mut others: Vec<usize> = titles.iter().copied().chain(beside).filter(|&s| s != anchor).collect();
                        others.sort_unstable();
                        others.into_iter().find_map(|s| self.in_sentence(occurrences, s).first())
                    }
                };
                let same = self.in_sentence(occurrences, anchor).iter().find(|o| place.is_none_or(|p: usize| o.first.abs_diff(p) <= breath.reach()));
                if let Some(found) = same {
                    place.get_or_insert(found.first);
                }
                if let Some(found) = same.or_else(near) {
                    sentences.insert(self.sentence(found.first));
                    words.push((name.to_owned(), self.words(*found)));
                } else if in_heading[i] && breath == Breath::Many {
                    words.push((name.to_owned(), self.passage.path.last().cloned().unwrap_or_default()));
                } else {
                    complete = false;
                    break;
                }
            }
            if !complete || self.excluded(pattern, unless, &sentences) {
                continue;
            }
            if self.compact && !out.is_empty() {
                out[0].sentences.extend(sentences);
                continue;
            }
            out.push(Match { sentences, groups: pattern.groups.clone(), words });
        }
        // What one sentence says by itself needs no words of its neighbours.
        if out.iter().any(|m| m.sentences.len() == 1) {
            out.retain(|m| m.sentences.len() == 1);
        }
        out
    }

    /// Two neighbouring sentences between which only a semicolon stands.
    fn semicolon(&self, a: usize, b: usize) -> bool {
        let (first, second) = (a.min(b), a.max(b));
        let (Some(x), Some(y)) = (sentence_range(self.sentences, first), sentence_range(self.sentences, second)) else { return false };
        second == first + 1 && self.passage.text.string.get(x.end..y.start).is_some_and(|gap| gap.trim() == ";")
    }

    /// Two neighbouring sentences of which the second refers to the first.
    fn linked(&self, a: usize, b: usize) -> bool {
        let (first, second) = (a.min(b), a.max(b));
        second == first + 1 && self.sentences.grades[second].anaphoric
    }

    fn excluded(&self, pattern: &Pattern, unless: &[Pattern], sentences: &BTreeSet<usize>) -> bool {
        self.exclusion(pattern, unless, sentences).is_some()
    }

    /// The words that speak against the match: behind " - " in its line, or under `unless`.
    fn exclusion(&self, pattern: &Pattern, unless: &[Pattern], sentences: &BTreeSet<usize>) -> Option<String> {
        let stands = |group: GroupId| {
            let mut occurrences = self.hits.of(group).iter().copied();
            if !self.compact {
                return sentences.iter().find_map(|&s| self.hits.within(group, &self.tokens_of(s)).first()).copied();
            }
            occurrences.find(|o| {
                let s = self.sentence(o.first);
                sentences.contains(&s) || is_content(self.sentences.roles[s])
            })
        };
        let own = pattern.without.iter().find_map(|&g| stands(g));
        let found = own.or_else(|| {
            let applies = |u: &&Pattern| u.groups.iter().all(|&g| stands(g).is_some()) && !u.without.iter().any(|&g| stands(g).is_some());
            unless.iter().find(applies).and_then(|u| u.groups.first().and_then(|&g| stands(g)))
        });
        found.map(|o| self.words(o))
    }

    fn words(&self, at: Occurrence) -> String {
        let tokens = &self.sentences.tokens.tokens;
        self.passage.text.string.get(tokens[at.first].start..tokens[at.last].end).unwrap_or("").to_owned()
    }

    /// The grade that rules a match, and what the same measure names.
    fn grade_of(&self, found: &Match, others: &dyn Fn(usize) -> bool) -> (Grade, Terms) {
        let mut own = found.sentences.iter().map(|&s| self.sentences.grades[s]).max_by_key(rank).unwrap_or_default();
        if !self.unit && found.sentences.len() > 1 {
            // Of two linked sentences the one that goes further into the matter rules.
            let later = found.sentences.last().map(|&s| self.sentences.grades[s]).unwrap_or_default();
            if later.commitment > Commitment::None {
                own = later;
            }
        }
        if self.unit {
            let whole = unit_grade(self.passage, self.sentences);
            let terms = unit_terms(self.passage, self.plan, self.graded.lang);
            let in_title = found.sentences.iter().any(|&s| self.sentences.roles[s] == Role::Title);
            let silent = own.negated || own.law || own.demand;
            // A short row or item is one thought; in a long sheet a sentence without commitment is description.
            let described = own.commitment == Commitment::None && (silent || own.deficit || !self.compact);
            if self.measures.is_empty() || (described && !in_title) || (silent && own.commitment == Commitment::None) {
                return (own, terms);
            }
            let ruled = self.passage.candidate || in_title || own.commitment == Commitment::None;
            return (if ruled && (in_title || own.commitment != Commitment::Intended) { whole } else { own }, terms);
        }
        let mut last = *found.sentences.last().unwrap_or(&0);
        let mut grade = own;
        if (own.commitment == Commitment::None || own.obliges)
            && !own.law
            && let Some(next) = self.carried_on(found, last, others)
        {
            last = next;
            grade = self.sentences.grades[next];
        }
        let first = *found.sentences.first().unwrap_or(&0);
        if (grade.commitment == Commitment::None || grade.obliges)
            && let Some(before) = self.goes_on(found)
        {
            grade = self.sentences.grades[before];
        }
        // Unit and date may stand in a sentence that refers to this one.
        let mut end = last + 1;
        while self.sentences.grades.get(end).is_some_and(|g| g.anaphoric && g.commitment <= Commitment::Intended) {
            end += 1;
        }
        // A short paragraph is one measure: its neighbouring sentences name unit and date for each other.
        let (first, end) = if self.is_short() { (0, self.sentences.grades.len()) } else { (first, end) };
        (grade, self.terms(first..end))
    }

    /// What these sentences name; many criteria ask for the same ones.
    fn terms(&self, sentences: Range<usize>) -> Terms {
        let mut told = self.told.borrow_mut();
        if let Some((_, terms)) = told.iter().find(|(known, _)| *known == sentences) {
            return *terms;
        }
        let (responsible, deadline) = prose_terms(self.passage, self.sentences, sentences.clone(), self.plan, self.graded.lang);
        let terms = Terms { responsible: responsible.is_some(), checkable_date: deadline.is_some_and(|d| d.verifiable) };
        told.push((sentences, terms));
        terms
    }

    /// The sentence in which the matter of a descriptive sentence is taken up and acted upon: one that refers back, one
    /// of the next two that speaks of the same thing, or in a short paragraph the next one, if it answers nothing else.
    fn carried_on(&self, found: &Match, last: usize, others: &dyn Fn(usize) -> bool) -> Option<usize> {
        let grades = &self.sentences.grades;
        let mut next = last + 1;
        while grades.get(next).is_some_and(|g| g.anaphoric || g.resumes) {
            if grades[next].commitment > Commitment::None {
                return Some(next);
            }
            next += 1;
        }
        let acts = |s: &usize| grades.get(*s).is_some_and(|g| g.commitment > Commitment::None);
        let same = |s: &usize| {
            let told = |group: &GroupId| self.hits.of(*group).iter().any(|o| self.sentence(o.first) == *s);
            found.groups.iter().filter(|g| self.lines.is_telling(**g)).any(told)
        };
        let free = self.is_short().then_some(last + 1).filter(|&s| acts(&s) && !others(s) && !grades[s].adds);
        let far = if self.is_short() { grades.len() } else { last + 2 };
        (last + 1..=far).find(|s| acts(s) && same(s)).or(free)
    }

    /// A few sentences, or a few words: one thought.
    fn is_short(&self) -> bool {
        self.sentences.grades.len() <= SHORT || self.sentences.tokens.tokens.len() <= FEW_WORDS
    }

    /// The sentence before, if it binds and this one only tells more of the same short paragraph:
    /// "Die Anlaufstelle nimmt ihre Arbeit auf. Ratsuchende melden sich dort auch in Gebärdensprache."
    fn goes_on(&self, found: &Match) -> Option<usize> {
        let grades = &self.sentences.grades;
        let first = *found.sentences.first()?;
        let plain = |g: &Grade| !(g.negated || g.law || g.demand || g.deficit || g.denies || g.described || g.fragment);
        let tells = found.sentences.iter().all(|&s| plain(&grades[s]));
        let before = first.checked_sub(1)?;
        let binds = grades[before].commitment >= Commitment::Committed && is_content(self.sentences.roles[before]);
        (self.is_short() && tells && binds).then_some(before)
    }

    fn measure_level(&self, found: &Match, others: &dyn Fn(usize) -> bool) -> (Level, Because) {
        if self.passage.layout == Layout::Heading {
            return (Level::Mentioned, Because::default());
        }
        let (grade, terms) = self.grade_of(found, others);
        (level(&grade, terms), Because { grade, responsible: terms.responsible, checkable_date: terms.checkable_date })
    }

    /// The firmest of the sentences that hold the words.
    fn own(&self, found: &Match) -> Because {
        let grade = found.sentences.iter().map(|&s| self.sentences.grades[s]).max_by_key(rank).unwrap_or_default();
        Because { grade, responsible: false, checkable_date: false }
    }

    /// The level that the checklist gives to the wording, unless the sentence denies or only promises it.
    fn statement_level(&self, line: &Line, literal: bool, found: &Match) -> Level {
        let written = line.level.unwrap_or(Level::Mentioned);
        let outside = matches!(self.passage.zone, Zone::Law | Zone::Glossary) || self.passage.layout == Layout::Quote;
        if outside || self.passage.layout == Layout::Heading {
            return written.min(Level::Mentioned);
        }
        let grades: Vec<Grade> = found.sentences.iter().map(|&s| self.sentences.grades[s]).collect();
        if grades.iter().any(|g| g.negated) {
            return written.min(Level::Mentioned);
        }
        if literal {
            return written;
        }
        if grades.iter().any(|g| g.denies || (g.deficit && g.commitment == Commitment::None)) {
            return written.min(Level::Mentioned);
        }
        if grades.iter().all(|g| (g.commitment == Commitment::Intended && !g.obliges) || g.soft || g.reservation) {
            return written.min(Level::Intended);
        }
        written
    }

    fn evidence(&self, level: Level, because: Because, pattern: &Pattern, found: Match) -> Evidence {
        Evidence {
            level,
            span: self.quote(&found),
            measure: self.measure_of(&found),
            passage: self.index,
            pattern: pattern.written.clone(),
            words: found.words,
            because,
        }
    }

    fn measure_of(&self, found: &Match) -> Option<usize> {
        if self.unit {
            return self.measures.clone().next();
        }
        self.measures.clone().find(|&m| found.sentences.iter().any(|s| self.graded.measures[m].sentences.contains(s)))
    }

    /// The author's words: the sentences that hold the evidence, or the whole of a short unit.
    fn quote(&self, found: &Match) -> Span {
        let text = &self.passage.text;
        if self.compact && self.passage.layout != Layout::Row && self.passage.layout != Layout::Sheet {
            return self.passage.span;
        }
        let spans = found.sentences.iter().filter_map(|&s| sentence_range(self.sentences, s)).map(|r| {
            // Take the full stop along, and what closes a bracket or a quotation.
            let rest = text.string.get(r.end..).unwrap_or("");
            let end = r.end + (rest.len() - rest.trim_start_matches(['.', '!', '?', ')', ']', '“', '”', '"', '«']).len());
            text.source_span(r.start..end)
        });
        spans.reduce(Span::join).unwrap_or(self.passage.span)
    }
}

fn overlaps(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}

/// An amount, posts, or a named source; "kostenneutral" and "offen" name none.
fn names_money(budget: &str) -> bool {
    let folded = crate::text::fold(budget);
    folded.contains(|c: char| c.is_ascii_digit())
        || ["förder", "haushalt", "stelle", "zuschuss", "eigenmittel", "grant", "budget", "fund"].iter().any(|w| folded.contains(w))
            && !["offen", "kein", "vorbehalt", "subject"].iter().any(|w| folded.contains(w))
}

/// A share criterion: how many measures have the attribute (contract: any, 20 %, 50 %, 90 %).
fn share(attribute: Attribute, thresholds: [u32; 3], graded: &GradedPlan) -> Finding {
    let counted: Vec<usize> = (0..graded.measures.len()).filter(|&m| graded.measures[m].duplicate_of.is_none()).collect();
    let having: Vec<usize> = counted
        .iter()
        .copied()
        .filter(|&m| {
            let measure = &graded.measures[m];
            match attribute {
                Attribute::Responsible => measure.responsible.is_some(),
                Attribute::Deadline => measure.deadline.as_ref().is_some_and(|d| d.verifiable),
                Attribute::Budget => measure.budget.as_deref().is_some_and(names_money),
                Attribute::Indicator => measure.indicator.is_some(),
                Attribute::Action => measure.level >= Level::Planned,
                Attribute::Article => measure.names_article,
            }
        })
        .collect();
    let reaches = |percent: u32| having.len() as u64 * 100 >= u64::from(percent) * counted.len() as u64;
    let level = if having.is_empty() {
        Level::Absent
    } else if reaches(thresholds[2]) {
        Level::Binding
    } else if reaches(thresholds[1]) {
        Level::Planned
    } else if reaches(thresholds[0]) {
        Level::Intended
    } else {
        Level::Mentioned
    };
    let evidence = having
        .iter()
        .map(|&m| Evidence {
            level,
            span: graded.measures[m].span,
            measure: Some(m),
            passage: graded.measures[m].passage,
            pattern: String::new(),
            words: Vec::new(),
            because: Because::default(),
        })
        .collect();
    Finding { level, evidence, contrary: Vec::new(), share: Some((having.len(), counted.len())), near: Vec::new() }
}
