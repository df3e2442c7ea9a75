//! A checklist: fields, criteria and the evidence they look for, read from YAML and valid by construction.
//!
//! Everything a checklist author can get wrong is found here and becomes a [`Problem`] with a place in the
//! file; what leaves this module needs no second look. docs/checklists.md is the manual for authors.

use crate::compiled;
use crate::language::language;
use crate::lines::{LineIndex, Part};
use crate::message::{Message, message};
use crate::pattern::{GroupId, Memo, Pattern, PatternError, PatternSet};
use crate::place::Tier;
use crate::source::{Problem, Source, Span};
use crate::text::{Lang, Vocabulary};
use crate::yaml;
use schemars::JsonSchema;
use serde::de::value::MapAccessDeserializer;
use serde::de::{IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_yaml::Spanned;
use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

/// How firmly a plan answers a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Level {
    #[default]
    Absent,
    Mentioned,
    Intended,
    Planned,
    Binding,
}

/// Can this be the id of a checklist or of something in it?
pub fn is_id(id: &str) -> bool {
    !id.is_empty() && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_'))
}

impl Level {
    pub const ALL: [Self; 5] = [Self::Absent, Self::Mentioned, Self::Intended, Self::Planned, Self::Binding];

    /// The name in checklists and machine output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Mentioned => "mentioned",
            Self::Intended => "intended",
            Self::Planned => "planned",
            Self::Binding => "binding",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| l.name() == name)
    }

    /// Points before the weight is applied: 0, 0, 1, 2, 3.
    pub fn points(self) -> u32 {
        match self {
            Self::Absent | Self::Mentioned => 0,
            Self::Intended => 1,
            Self::Planned => 2,
            Self::Binding => 3,
        }
    }

    /// Covered means planned or better.
    pub fn is_covered(self) -> bool {
        self >= Self::Planned
    }
}

/// What kind of question a criterion asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Answered by measures and other passages; the engine grades their commitment.
    #[default]
    Measure,
    /// Answered by statements about the plan; the checklist says which wording reaches which level.
    Statement,
    /// Answered by the share of measures that have an attribute.
    Share,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Measure => "measure",
            Self::Statement => "statement",
            Self::Share => "share",
        }
    }
}

/// Whether the municipality is competent for the subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Competence {
    #[default]
    Yes,
    /// Together with the county, the state or others.
    Shared,
    /// The municipality can only work towards it.
    No,
}

/// The competence of each kind of municipality: who runs schools or pays assistance differs by law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Competences {
    municipality: Competence,
    independent_city: Competence,
    county: Competence,
}

impl Competences {
    /// The competence of a municipality of this tier.
    pub fn of(self, tier: Tier) -> Competence {
        match tier {
            Tier::Municipality => self.municipality,
            Tier::IndependentCity => self.independent_city,
            Tier::County => self.county,
        }
    }

    /// The competence of whoever has most of it, for those who do not know the kind of municipality.
    pub fn most(self) -> Competence {
        Tier::ALL.into_iter().map(|tier| self.of(tier)).min().unwrap_or_default()
    }
}

impl<'de> Deserialize<'de> for Competences {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrEach;
        impl<'de> Visitor<'de> for OneOrEach {
            type Value = Competences;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(EXPECTED_COMPETENCE)
            }

            fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Competences, E> {
                let one = Competence::deserialize(name.into_deserializer())?;
                Ok(Competences { municipality: one, independent_city: one, county: one })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Competences, A::Error> {
                let each = RawCompetences::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Competences { municipality: each.municipality, independent_city: each.independent_city, county: each.county })
            }
        }
        deserializer.deserialize_any(OneOrEach)
    }
}

/// The attribute that a share criterion counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Attribute {
    Responsible,
    /// A date that can be checked.
    Deadline,
    Budget,
    Indicator,
    /// Worded as a concrete action (graded planned or better).
    Action,
    /// Names an article of the convention, itself or in a heading above it.
    Article,
}

/// A text in German and English; either may stand for both.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Localised {
    pub de: String,
    pub en: String,
}

impl Localised {
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::De if self.de.is_empty() => &self.en,
            Lang::De => &self.de,
            Lang::En if self.en.is_empty() => &self.de,
            Lang::En => &self.en,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.de.trim().is_empty() && self.en.trim().is_empty()
    }
}

impl<'de> Deserialize<'de> for Localised {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Texts;
        impl<'de> Visitor<'de> for Texts {
            type Value = Localised;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(EXPECTED_TEXT)
            }

            fn visit_str<E>(self, text: &str) -> Result<Localised, E> {
                Ok(Localised { de: text.to_owned(), en: String::new() })
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Localised, A::Error> {
                let mut texts = Localised::default();
                while let Some(key) = map.next_key::<String>()? {
                    let text: String = map.next_value()?;
                    match key.as_str() {
                        "de" => texts.de = text,
                        "en" => texts.en = text,
                        _ => return Err(serde::de::Error::unknown_field(&key, &["de", "en"])),
                    }
                }
                Ok(texts)
            }
        }
        deserializer.deserialize_any(Texts)
    }
}

/// A field of action: mobility, housing, work …
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub id: String,
    pub title: Localised,
    /// The name in easy German words; the German title where its author gave none.
    pub easy: String,
}

/// An article of the convention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    pub id: String,
    pub title: Localised,
}

/// A line of evidence; statement criteria say which level it reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    pub pattern: Pattern,
    pub level: Option<Level>,
}

/// A sentence with the level that it must reach; `None` for a contrary one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    pub text: String,
    pub level: Option<Level>,
    pub span: Span,
}

/// One question of the checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    pub id: String,
    /// Index into [`Checklist::fields`].
    pub field: usize,
    /// References to the convention as written: `9(1)(a)`, `27(1)(g)`.
    pub articles: Vec<String>,
    pub kind: Kind,
    pub competence: Competences,
    pub weight: u32,
    pub question: Localised,
    pub why: Localised,
    /// The question to the administration when this is a gap.
    pub ask: Localised,
    /// What a council can decide when this is a gap: a clause that ends "Die Verwaltung wird beauftragt, bis zum … "; empty if
    /// the checklist has none.
    pub resolve: Localised,
    pub evidence: Vec<Evidence>,
    pub ignore: Vec<Pattern>,
    pub unless: Vec<Pattern>,
    pub contrary: Vec<Pattern>,
    pub share: Option<Attribute>,
    /// From how many percent of the measures a share reaches intended, planned and binding.
    pub thresholds: [u32; 3],
    /// The words count as they stand: negation and soft words do not lower the level of a statement.
    pub literal: bool,
    pub examples: Vec<Example>,
    pub span: Span,
}

/// How often the checklist was right on labelled passages that nobody tuned it to (`crpd-check evaluate`).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Measured")]
pub struct Measured {
    /// Where the passages lie.
    pub corpus: String,
    /// Number of passages.
    pub passages: u32,
    /// Pairs of passage and criterion that people and program see.
    pub right: u32,
    /// Pairs that only the program sees.
    pub false_alarms: u32,
    /// Pairs that only people see.
    pub missed: u32,
}

/// A valid checklist with its compiled patterns.
#[derive(Debug, Clone)]
pub struct Checklist {
    pub id: String,
    pub version: String,
    pub title: Localised,
    pub lang: Lang,
    /// Nothing where it has not been measured, or where only a part of the checklist is asked.
    pub measured: Option<Measured>,
    pub fields: Vec<Field>,
    pub articles: Vec<Article>,
    pub criteria: Criteria,
    pub patterns: PatternSet,
    /// The lines of the named lists.
    lists: BTreeMap<String, Vec<String>>,
}

/// The criteria of a checklist, in its order, and the index of their lines, which never outlives a change of them.
#[derive(Debug, Clone, Default)]
pub struct Criteria {
    list: Vec<Criterion>,
    /// Made when it is first asked for: many commands never do.
    lines: OnceLock<LineIndex>,
}

impl Criteria {
    /// The criteria to be changed.
    pub fn make_mut(&mut self) -> &mut Vec<Criterion> {
        self.lines = OnceLock::new();
        &mut self.list
    }
}

impl From<Vec<Criterion>> for Criteria {
    fn from(list: Vec<Criterion>) -> Self {
        Self { list, lines: OnceLock::new() }
    }
}

impl Deref for Criteria {
    type Target = [Criterion];

    fn deref(&self) -> &[Criterion] {
        &self.list
    }
}

impl<'a> IntoIterator for &'a Criteria {
    type Item = &'a Criterion;
    type IntoIter = std::slice::Iter<'a, Criterion>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

/// The number of the article in a reference: "9(1)(a)" is of article 9.
pub fn article_of(reference: &str) -> &str {
    reference.split('(').next().unwrap_or(reference)
}

// ---------------------------------------------------------------------------------------------------------
// The file as written.

/// A checklist for crpd-check: which questions are put to a plan and what counts as an answer.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Checklist")]
struct RawChecklist {
    /// Always `crpd-check/checklist/1`.
    #[schemars(with = "String")]
    schema: Spanned<String>,
    /// Short name without spaces.
    #[schemars(with = "String")]
    id: Spanned<String>,
    /// Version of the checklist, for example "1.0.0".
    version: String,
    /// Language of the plans it reads: de or en.
    #[serde(default)]
    language: RawLang,
    #[schemars(with = "RawText")]
    title: Localised,
    /// What the checklist is for.
    #[serde(default)]
    #[schemars(with = "RawText")]
    #[allow(dead_code)]
    description: Localised,
    /// How often it was right: figures of `crpd-check evaluate` on passages that nobody tuned it to.
    #[serde(default)]
    measured: Option<Measured>,
    fields: Vec<RawField>,
    /// Only for another convention; without it the articles of the UN-CRPD hold.
    #[serde(default)]
    articles: Vec<RawArticle>,
    /// Named lists of alternatives, written as `<name>` in evidence lines.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, Vec<String>>")]
    lists: BTreeMap<String, Vec<Spanned<String>>>,
    criteria: Vec<RawCriterion>,
}

#[derive(Deserialize, JsonSchema, Default, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum RawLang {
    #[default]
    De,
    En,
}

/// A text, or the text in German and English.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code)]
enum RawText {
    One(String),
    Both { de: String, en: String },
}

/// The competence of every municipality, or that of each kind.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code)]
enum RawCompetence {
    One(Competence),
    Each(RawCompetences),
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawCompetences {
    /// A municipality or town that belongs to a county.
    municipality: Competence,
    independent_city: Competence,
    county: Competence,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawField {
    #[schemars(with = "String")]
    id: Spanned<String>,
    de: String,
    #[serde(default)]
    en: String,
    /// The name in easy German words, for `crpd-check easy`.
    #[serde(default)]
    leicht: String,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawArticle {
    #[schemars(with = "String")]
    id: Spanned<String>,
    de: String,
    #[serde(default)]
    en: String,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawCriterion {
    /// Stable id: field, full stop, name.
    #[schemars(with = "String")]
    id: Spanned<String>,
    /// Id of the field it belongs to.
    #[schemars(with = "String")]
    field: Spanned<String>,
    /// Articles of the convention: "9", "9(1)(a)".
    #[schemars(with = "Vec<String>")]
    articles: Vec<Spanned<String>>,
    #[serde(default)]
    kind: Kind,
    /// Of every municipality, or of each kind.
    #[serde(default)]
    #[schemars(with = "RawCompetence")]
    competence: Competences,
    /// Whole number from 1 to 100.
    #[serde(default)]
    #[schemars(with = "Option<u32>")]
    weight: Option<Spanned<u32>>,
    #[schemars(with = "RawText")]
    question: Localised,
    #[schemars(with = "RawText")]
    why: Localised,
    #[schemars(with = "RawText")]
    ask: Localised,
    /// What a council can decide about it, as the end of the sentence "Die Verwaltung wird beauftragt, bis zum … ": an infinitive
    /// clause in small letters without a full stop.
    #[serde(default)]
    #[schemars(with = "RawText")]
    resolve: Localised,
    /// Lines of the evidence language; for kind statement a mapping from level to lines.
    #[serde(default)]
    evidence: RawEvidence,
    /// For kind share: the attribute that is counted.
    #[serde(default)]
    share: Option<Attribute>,
    /// For kind share: percentages that replace 20, 50 and 90.
    #[serde(default)]
    thresholds: Option<RawThresholds>,
    /// For kind statement: the words count as they stand, negation and soft words do not lower the level.
    #[serde(default)]
    literal: bool,
    /// Look-alikes: words and phrases that are no hit of the evidence.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    ignore: Vec<Spanned<String>>,
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    unless: Vec<Spanned<String>>,
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    contrary: Vec<Spanned<String>>,
    #[serde(default)]
    examples: RawExamples,
}

#[derive(Default, JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code)]
enum RawEvidence {
    #[default]
    None,
    #[schemars(with = "Vec<String>")]
    Lines(Vec<Spanned<String>>),
    #[schemars(with = "BTreeMap<String, Vec<String>>")]
    Levels(Vec<(Level, Vec<Spanned<String>>)>),
}

impl<'de> Deserialize<'de> for RawEvidence {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Lines;
        impl<'de> Visitor<'de> for Lines {
            type Value = RawEvidence;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(EXPECTED_EVIDENCE)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<RawEvidence, A::Error> {
                let mut lines = Vec::new();
                while let Some(line) = seq.next_element()? {
                    lines.push(line);
                }
                Ok(RawEvidence::Lines(lines))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawEvidence, A::Error> {
                let mut levels = Vec::new();
                while let Some(key) = map.next_key::<String>()? {
                    let level = Level::from_name(&key)
                        .filter(|l| *l > Level::Absent)
                        .ok_or_else(|| serde::de::Error::unknown_field(&key, &["mentioned", "intended", "planned", "binding"]))?;
                    levels.push((level, map.next_value()?));
                }
                Ok(RawEvidence::Levels(levels))
            }
        }
        deserializer.deserialize_any(Lines)
    }
}

/// The shares, in percent, from which a share criterion is intended, planned and binding.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawThresholds {
    intended: u32,
    planned: u32,
    binding: u32,
}

/// Sentences that must reach a level, must not match, or must be recognised as contrary.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
struct RawExamples {
    #[schemars(with = "Vec<String>")]
    binding: Vec<Spanned<String>>,
    #[schemars(with = "Vec<String>")]
    planned: Vec<Spanned<String>>,
    #[schemars(with = "Vec<String>")]
    intended: Vec<Spanned<String>>,
    #[schemars(with = "Vec<String>")]
    mentioned: Vec<Spanned<String>>,
    #[schemars(with = "Vec<String>")]
    absent: Vec<Spanned<String>>,
    #[schemars(with = "Vec<String>")]
    contrary: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawConvention {
    articles: Vec<RawArticle>,
}

/// The JSON Schema of a checklist file, for editors.
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(RawChecklist)
}

/// The schema name that a checklist file must carry.
pub const SCHEMA: &str = "crpd-check/checklist/1";

/// What was expected, as the YAML reader hands it on; [`yaml::read`] finds the message for it.
const EXPECTED_TEXT: &str = "text";
const EXPECTED_EVIDENCE: &str = "evidence";
const EXPECTED_COMPETENCE: &str = "competence";

/// The articles of the UN-CRPD with their titles.
pub fn convention() -> Vec<Article> {
    let raw: RawConvention = match serde_yaml::from_str(include_str!("convention.yaml")) {
        Ok(raw) => raw,
        Err(error) => panic!("convention.yaml: {error}"),
    };
    raw.articles.iter().map(RawArticle::article).collect()
}

impl RawArticle {
    fn article(&self) -> Article {
        Article { id: self.id.value.clone(), title: Localised { de: self.de.clone(), en: self.en.clone() } }
    }
}

impl Checklist {
    /// Reads and checks a checklist; every problem found is returned, in the order of the file.
    pub fn parse(source: &Source) -> Result<Self, Vec<Problem>> {
        let expected = [
            (EXPECTED_TEXT, "problem-text", "problem-text-help"),
            (EXPECTED_EVIDENCE, "problem-evidence", "problem-evidence-help"),
            (EXPECTED_COMPETENCE, "problem-competence", "problem-competence-help"),
        ];
        let raw: RawChecklist = yaml::read(source, SCHEMA, &expected).map_err(|problem| vec![problem])?;
        Builder { source, problems: Vec::new(), ready: None }.build(raw)
    }

    /// Reads a checklist that was checked when the program was built: the same data as JSON, without places, and its lines as
    /// [`Self::compiled_lines`] has them; with no such lines it compiles those of the JSON.
    pub fn from_checked_json(json: &str, lines: &[u8]) -> Result<Self, Vec<Problem>> {
        let raw: RawChecklist =
            serde_json::from_str(json).map_err(|error| vec![Problem::new(Span::default(), message!("problem-yaml", reason = error.to_string()))])?;
        let source = Source::new("", "");
        Builder { source: &source, problems: Vec::new(), ready: compiled::read(lines) }.build(raw)
    }

    /// The compiled lines, to be kept until [`Self::from_checked_json`] reads the checklist again.
    pub fn compiled_lines(&self) -> impl Serialize + 'static {
        let mut lines = VecDeque::new();
        for criterion in &self.criteria {
            let evidence = criterion.evidence.iter().map(|e| &e.pattern);
            let others = [&criterion.ignore, &criterion.unless, &criterion.contrary].into_iter().flatten();
            lines.extend(evidence.chain(others).map(|p| (p.groups.clone(), p.without.clone())));
        }
        CompiledLines { patterns: self.patterns.clone(), lines }
    }

    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|c| c.id == id)
    }

    /// The first alternatives of a named list, as they are written, and those of the lists that it names; nothing if it has no such list.
    ///
    /// The list was compiled, so it does not name itself; at most `most` are told.
    pub fn list(&self, name: &str, most: usize) -> Vec<&str> {
        let mut told: Vec<&str> = Vec::new();
        for alternative in self.lists.get(name).into_iter().flatten().flat_map(|line| line.split(" / ")).map(str::trim) {
            if told.len() >= most {
                break;
            }
            match alternative.strip_prefix('<').and_then(|a| a.strip_suffix('>')).filter(|inner| self.lists.contains_key(*inner)) {
                Some(inner) => told.extend(self.list(inner, most - told.len())),
                None => told.push(alternative),
            }
        }
        told
    }

    pub fn field(&self, id: &str) -> Option<usize> {
        self.fields.iter().position(|f| f.id == id)
    }

    /// Keeps only the criteria of these fields and articles; an empty list keeps all.
    pub fn restrict(&mut self, fields: &[String], articles: &[String]) {
        let kept: Vec<bool> = self
            .criteria
            .iter()
            .map(|c| {
                let field = fields.is_empty() || fields.contains(&self.fields[c.field].id);
                let article = articles.is_empty() || c.articles.iter().any(|r| articles.iter().any(|a| article_of(r) == a || r == a));
                field && article
            })
            .collect();
        if kept.contains(&false) {
            self.measured = None;
        }
        let mut kept = kept.into_iter();
        self.criteria.make_mut().retain(|_| kept.next().unwrap_or(false));
    }

    /// The lines of all criteria by their groups.
    pub fn lines(&self) -> &LineIndex {
        self.criteria.lines.get_or_init(|| {
            let lines = self.criteria.iter().enumerate().flat_map(|(c, criterion)| {
                let contrary = criterion.contrary.iter().enumerate().map(|(n, pattern)| (Part::Contrary(n), pattern));
                let evidence = criterion.evidence.iter().enumerate().map(|(n, line)| (Part::Evidence(n), &line.pattern));
                contrary.chain(evidence).map(move |(part, pattern)| (c, part, pattern))
            });
            LineIndex::new(self.patterns.group_count(), lines)
        })
    }

    /// Puts criteria in turns through the fields, each field's in their order, so that one field does not hide the others.
    pub fn in_turns(&self, criteria: Vec<usize>) -> Vec<usize> {
        let mut seen = vec![0_usize; self.fields.len()];
        let mut turns: Vec<(usize, usize)> = Vec::with_capacity(criteria.len());
        for c in criteria {
            let field = self.criteria[c].field;
            turns.push((seen[field], c));
            seen[field] += 1;
        }
        turns.sort_by_key(|(turn, _)| *turn);
        turns.into_iter().map(|(_, c)| c).collect()
    }

    /// The title of the article that a reference such as `9(1)(a)` belongs to; empty if the checklist does not know it.
    pub fn article_title(&self, reference: &str, lang: Lang) -> &str {
        let number = article_of(reference);
        self.articles.iter().find(|a| a.id == number).map_or("", |a| a.title.get(lang))
    }

    /// The title of a field; empty if the checklist does not know it.
    pub fn field_title(&self, id: &str, lang: Lang) -> &str {
        self.field(id).map_or("", |f| self.fields[f].title.get(lang))
    }
}

struct Builder<'a> {
    source: &'a Source,
    problems: Vec<Problem>,
    ready: Option<CompiledLines>,
}

/// The lines of a valid checklist in the order in which they are read, as groups that must stand and that must not.
#[derive(Serialize, Deserialize)]
struct CompiledLines {
    patterns: PatternSet,
    lines: VecDeque<(Vec<GroupId>, Vec<GroupId>)>,
}

impl Builder<'_> {
    fn build(mut self, raw: RawChecklist) -> Result<Checklist, Vec<Problem>> {
        let lang = match raw.language {
            RawLang::De => Lang::De,
            RawLang::En => Lang::En,
        };
        if raw.schema.value != SCHEMA {
            self.problem(&raw.schema, message!("problem-schema", name = &raw.schema.value), message!("problem-schema-help", schema = SCHEMA));
        }
        self.check_id(&raw.id);
        let fields = self.fields(&raw.fields);
        let articles = if raw.articles.is_empty() {
            convention()
        } else {
            self.no_doubles(raw.articles.iter().map(|a| &a.id));
            raw.articles.iter().map(RawArticle::article).collect()
        };
        let mut patterns = match &mut self.ready {
            Some(ready) => std::mem::take(&mut ready.patterns),
            None => PatternSet::new(lang, language(lang).unsplittable()),
        };
        if self.ready.is_none() {
            self.lists(&mut patterns, &raw.lists);
        }
        let mut criteria: Vec<Criterion> = Vec::with_capacity(raw.criteria.len());
        let mut lines: Vec<(usize, &Spanned<String>)> = Vec::new();
        for (i, raw) in raw.criteria.iter().enumerate() {
            if let Some(earlier) = criteria.iter().find(|c| c.id == raw.id.value) {
                let line = self.source.line(earlier.span.start);
                self.problem(
                    &raw.id,
                    message!("problem-double-criterion", id = &raw.id.value),
                    message!("problem-double-criterion-help", line = line.to_string()),
                );
            }
            let criterion = self.criterion(raw, &fields, &articles, &mut patterns);
            match &raw.evidence {
                RawEvidence::None => {}
                RawEvidence::Lines(l) => lines.extend(l.iter().map(|l| (i, l))),
                RawEvidence::Levels(levels) => lines.extend(levels.iter().flat_map(|(_, l)| l).map(|l| (i, l))),
            }
            criteria.push(criterion);
        }
        if criteria.is_empty() {
            self.problems.push(Problem::new(Span::default(), message!("problem-no-criterion")).with_help(message!("problem-no-criterion-help")));
        }
        if self.ready.is_none() {
            patterns.finish();
        }
        // Places are known only for files; the embedded checklist was checked as a file by the tests.
        if !self.source.text.is_empty() && self.problems.is_empty() {
            self.check_that_lines_match(&criteria, &lines, &patterns, lang);
        }
        if !self.problems.is_empty() {
            self.problems.sort_by_key(|p| p.span);
            return Err(self.problems);
        }
        Ok(Checklist {
            id: raw.id.value,
            version: raw.version,
            title: raw.title,
            lang,
            measured: raw.measured,
            fields,
            articles,
            criteria: criteria.into(),
            patterns,
            lists: raw.lists.into_iter().map(|(name, lines)| (name, lines.into_iter().map(|l| l.value).collect())).collect(),
        })
    }

    fn problem<T>(&mut self, at: &Spanned<T>, message: Message, help: Message) {
        let span = yaml::span(self.source, at);
        self.problems.push(Problem::new(span, message).with_help(help));
    }

    fn pattern_problem(&mut self, line: &Spanned<String>, error: PatternError) {
        let whole = yaml::span(self.source, line);
        let text = self.source.slice(whole);
        // Point at the word itself when the line stands in one piece in the file.
        let span = text.find(&line.value).map_or(whole, |at| {
            let start = whole.start + at;
            let word = Span::new(start + error.at.start, start + error.at.end);
            if self.source.text.get(word.start..word.end).is_some() { word } else { whole }
        });
        self.problems.push(Problem::new(span, error.message).with_help(error.help));
    }

    fn check_id(&mut self, id: &Spanned<String>) {
        if !is_id(&id.value) {
            self.problem(id, message!("problem-id", id = &id.value), message!("problem-id-help"));
        }
    }

    fn fields(&mut self, raw: &[RawField]) -> Vec<Field> {
        self.no_doubles(raw.iter().map(|f| &f.id));
        let title = |field: &RawField| Localised { de: field.de.clone(), en: field.en.clone() };
        let easy = |field: &RawField| if field.leicht.is_empty() { field.de.clone() } else { field.leicht.clone() };
        raw.iter().map(|field| Field { id: field.id.value.clone(), title: title(field), easy: easy(field) }).collect()
    }

    fn no_doubles<'r>(&mut self, ids: impl Iterator<Item = &'r Spanned<String>>) {
        let mut seen: Vec<&str> = Vec::new();
        for id in ids {
            if seen.contains(&id.value.as_str()) {
                self.problem(id, message!("problem-double", id = &id.value), message!("problem-double-help"));
            }
            seen.push(&id.value);
        }
    }

    /// Lists may use other lists, in any order.
    fn lists(&mut self, patterns: &mut PatternSet, lists: &BTreeMap<String, Vec<Spanned<String>>>) {
        let mut waiting: Vec<&String> = lists.keys().collect();
        loop {
            let before = waiting.len();
            let mut errors = Vec::new();
            waiting.retain(|name| {
                let lines: Vec<&str> = lists[*name].iter().map(|l| l.value.as_str()).collect();
                let needed = |line: &str| waiting_names(line).iter().any(|n| lists.contains_key(*n) && !patterns.has_list(n));
                if lines.iter().any(|l| needed(l)) {
                    return true;
                }
                if let Err(wrong) = patterns.add_list(name, &lines) {
                    errors.extend(wrong.into_iter().map(|(i, error)| (*name, i, error)));
                }
                false
            });
            for (name, i, error) in errors {
                self.pattern_problem(&lists[name][i], error);
            }
            if waiting.is_empty() || waiting.len() == before {
                break;
            }
        }
        for name in waiting {
            if let Some(line) = lists[name].first() {
                self.problem(line, message!("problem-list-in-itself", name = name), message!("problem-list-in-itself-help"));
            }
        }
    }

    fn criterion(&mut self, raw: &RawCriterion, fields: &[Field], articles: &[Article], patterns: &mut PatternSet) -> Criterion {
        self.check_id(&raw.id);
        let field = fields.iter().position(|f| f.id == raw.field.value).unwrap_or_else(|| {
            let known: Vec<&str> = fields.iter().map(|f| f.id.as_str()).collect();
            self.problem(&raw.field, message!("problem-field", id = &raw.field.value), message!("problem-allowed", known = known.join(", ")));
            0
        });
        if raw.articles.is_empty() {
            self.problem(&raw.id, message!("problem-no-article"), message!("problem-no-article-help"));
        }
        for reference in &raw.articles {
            let known = articles.iter().any(|a| a.id == article_of(&reference.value));
            if !known || !is_reference(&reference.value) {
                self.problem(reference, message!("problem-article", reference = &reference.value), message!("problem-article-help"));
            }
        }
        let weight = raw.weight.as_ref().map_or(1, |w| w.value);
        if let Some(written) = raw.weight.as_ref().filter(|w| !(1..=100).contains(&w.value)) {
            self.problem(written, message!("problem-weight", weight = written.value.to_string()), message!("problem-weight-help"));
        }
        for (name, text) in [("question", &raw.question), ("why", &raw.why), ("ask", &raw.ask)] {
            if text.is_empty() {
                self.problem(&raw.id, message!("problem-empty", name = name), message!("problem-empty-help", name = name));
            }
        }
        for text in [&raw.resolve.de, &raw.resolve.en] {
            if text.ends_with(['.', '!', '?']) || text.trim() != text {
                self.problem(&raw.id, message!("problem-resolve"), message!("problem-resolve-help"));
            }
        }
        let mut evidence = Vec::new();
        match (&raw.evidence, raw.kind) {
            (RawEvidence::Lines(lines), Kind::Measure) => {
                for line in lines {
                    evidence.extend(self.line(line, patterns).map(|pattern| Evidence { pattern, level: None }));
                }
            }
            (RawEvidence::Levels(levels), Kind::Statement) => {
                for (level, lines) in levels {
                    for line in lines {
                        evidence.extend(self.line(line, patterns).map(|pattern| Evidence { pattern, level: Some(*level) }));
                    }
                }
            }
            (RawEvidence::None, Kind::Share) => {}
            (RawEvidence::None, _) => self.problem(&raw.id, message!("problem-no-evidence"), message!("problem-no-evidence-help")),
            (RawEvidence::Lines(_), Kind::Statement) => {
                self.problem(&raw.id, message!("problem-statement-lines"), message!("problem-statement-lines-help"));
            }
            (RawEvidence::Levels(_), _) => self.problem(&raw.id, message!("problem-levels"), message!("problem-levels-help")),
            (RawEvidence::Lines(_), Kind::Share) => {
                self.problem(&raw.id, message!("problem-share-lines"), message!("problem-share-lines-help"));
            }
        }
        if (raw.kind == Kind::Share) != raw.share.is_some() {
            self.problem(&raw.id, message!("problem-share"), message!("problem-share-help"));
        }
        let mut compile = |lines: &[Spanned<String>]| -> Vec<Pattern> { lines.iter().filter_map(|l| self.line(l, patterns)).collect() };
        let (ignore, unless, contrary) = (compile(&raw.ignore), compile(&raw.unless), compile(&raw.contrary));
        let examples = [
            (&raw.examples.binding, Some(Level::Binding)),
            (&raw.examples.planned, Some(Level::Planned)),
            (&raw.examples.intended, Some(Level::Intended)),
            (&raw.examples.mentioned, Some(Level::Mentioned)),
            (&raw.examples.absent, Some(Level::Absent)),
            (&raw.examples.contrary, None),
        ]
        .into_iter()
        .flat_map(|(texts, level)| texts.iter().map(move |t| (t, level)))
        .map(|(text, level)| Example { text: text.value.clone(), level, span: yaml::span(self.source, text) })
        .collect();
        Criterion {
            id: raw.id.value.clone(),
            field,
            articles: raw.articles.iter().map(|a| a.value.clone()).collect(),
            kind: raw.kind,
            competence: raw.competence,
            weight,
            question: raw.question.clone(),
            why: raw.why.clone(),
            ask: raw.ask.clone(),
            resolve: raw.resolve.clone(),
            evidence,
            ignore,
            unless,
            contrary,
            share: raw.share,
            literal: raw.literal,
            thresholds: raw.thresholds.as_ref().map_or([20, 50, 90], |t| [t.intended, t.planned, t.binding]),
            examples,
            span: yaml::span(self.source, &raw.id),
        }
    }

    fn line(&mut self, line: &Spanned<String>, patterns: &mut PatternSet) -> Option<Pattern> {
        if let Some(ready) = &mut self.ready {
            return ready.lines.pop_front().map(|(groups, without)| Pattern { written: line.value.clone(), groups, without });
        }
        match patterns.add(&line.value) {
            Ok(pattern) => Some(pattern),
            Err(error) => {
                self.pattern_problem(line, error);
                None
            }
        }
    }

    /// A line that does not find its own words can never match: everything in it is masked or forbidden.
    fn check_that_lines_match(&mut self, criteria: &[Criterion], lines: &[(usize, &Spanned<String>)], patterns: &PatternSet, lang: Lang) {
        let mut memo = Memo::default();
        let mut vocabulary = Vocabulary::default();
        let mut seen: BTreeMap<usize, usize> = BTreeMap::new();
        for (i, line) in lines {
            let criterion = &criteria[*i];
            let index = seen.entry(*i).or_default();
            let pattern = &criterion.evidence[*index].pattern;
            *index += 1;
            let samples = patterns.sample(&line.value);
            let matches = samples.iter().any(|sample| {
                let tokens = language(lang).tokenise(sample, &mut vocabulary, &[]);
                let hits = patterns.find(&tokens, &vocabulary, &mut memo);
                let masked: Vec<_> = criterion.ignore.iter().flat_map(|p| p.groups.iter().flat_map(|&g| hits.of(g))).copied().collect();
                let free = |o: &crate::pattern::Occurrence| !masked.iter().any(|m| m.first <= o.first && o.last <= m.last);
                pattern.groups.iter().all(|&g| hits.of(g).iter().any(&free))
                    && !criterion.unless.iter().any(|p| p.groups.iter().all(|&g| hits.has(g)))
            });
            if !matches {
                self.problem(line, message!("problem-never-matches"), message!("problem-never-matches-help"));
            }
        }
    }
}

fn waiting_names(line: &str) -> Vec<&str> {
    line.split('<').skip(1).filter_map(|part| part.split('>').next()).collect()
}

fn is_reference(reference: &str) -> bool {
    let number = article_of(reference);
    let rest = &reference[number.len()..];
    number.parse::<u16>().is_ok()
        && (rest.is_empty()
            || (rest.ends_with(')')
                && rest.split_inclusive(')').all(|p| p.starts_with('(') && p.len() > 2 && p[1..p.len() - 1].chars().all(char::is_alphanumeric))))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "schema: crpd-check/checklist/1\nid: probe\nversion: \"1\"\ntitle: Probe\nfields:\n  - { id: weg, de: Wege }\nlists:\n  frei: [barrierefrei / stufenlos]\ncriteria:\n";
    const CRITERION: &str = "  - id: weg.halt\n    field: weg\n    articles: [\"9(1)(a)\"]\n    question: Wie?\n    why: Darum.\n    ask: Wann?\n    evidence:\n      - Haltestelle + <frei>\n";

    fn problems(yaml: &str) -> Vec<String> {
        let source = Source::new("probe.yaml", yaml);
        let words = crate::words::Words::new(Lang::De, false);
        match Checklist::parse(&source) {
            Ok(_) => Vec::new(),
            Err(problems) => problems.iter().map(|p| crate::report::problem::render(std::slice::from_ref(p), &source, &words)).collect(),
        }
    }

    #[test]
    fn a_small_checklist_is_read() {
        let source = Source::new("probe.yaml", format!("{HEAD}{CRITERION}"));
        let checklist = Checklist::parse(&source).unwrap();
        assert_eq!(checklist.criteria.len(), 1);
        assert_eq!(checklist.criteria[0].weight, 1);
        assert_eq!(checklist.articles.len(), 33);
        assert_eq!(article_of(&checklist.criteria[0].articles[0]), "9");
    }

    #[test]
    fn every_mistake_says_what_where_and_how() {
        let cases = [
            (CRITERION.replace("question:", "qestion:"), "10:1", "gemeint ist vielleicht „question“"),
            (format!("{CRITERION}{CRITERION}"), "18:9", "gibt es schon"),
            (CRITERION.replace("field: weg", "field: wege"), "11:12", "unbekanntes Handlungsfeld"),
            (CRITERION.replace("9(1)(a)", "99"), "12:", "unbekannter Artikel"),
            (CRITERION.replace("9(1)(a)", "9(1"), "12:", "unbekannter Artikel"),
            (CRITERION.replace("<frei>", "<freii>"), "17:", "unbekannte Liste"),
            (CRITERION.replace("Haltestelle", "Halte*"), "17:", "keine Bedeutung"),
            (format!("{CRITERION}    ignore: [Haltestelle]\n"), "17:", "kann nie zutreffen"),
            (format!("{CRITERION}    unless: [Haltestelle]\n"), "17:", "kann nie zutreffen"),
            (format!("{CRITERION}    weight: 0\n"), "18:", "Gewicht"),
            (format!("{CRITERION}    kind: share\n"), "10:", "share"),
            (format!("{CRITERION}    kind: satz\n"), "18:", "erlaubt sind"),
            (CRITERION.replace("why: Darum.", "why: \"\""), "10:", "leer"),
            (format!("{CRITERION}    resolve: einen Bericht vorzulegen.\n"), "10:", "Satzzeichen"),
            (format!("{CRITERION}    competence: some\n"), "", "erlaubt sind"),
            (format!("{CRITERION}    competence: [\"yes\"]\n"), "", "Zuständigkeit"),
            (format!("{CRITERION}    competence: {{ county: \"no\" }}\n"), "", "municipality"),
            (CRITERION.replace("    why: Darum.\n", ""), "", "es fehlt „why:“"),
            (format!("{CRITERION}    field: weg\n"), "18:", "steht zweimal"),
        ];
        for (criterion, place, part) in cases {
            let found = problems(&format!("{HEAD}{criterion}"));
            let first = found.first().unwrap_or_else(|| panic!("no problem for {part}"));
            assert!(found.iter().any(|p| p.contains(part)), "{part}: {found:?}");
            if place.contains(':') && !place.ends_with(":1") {
                assert!(first.starts_with(&format!("probe.yaml:{place}")), "{place}: {first}");
            }
        }
        assert!(problems("").len() == 1);
        assert!(problems("a: [").len() == 1);
    }

    #[test]
    fn competence_is_one_word_or_one_for_each_kind_of_municipality() {
        let of = |written: &str| {
            let source = Source::new("probe.yaml", format!("{HEAD}{CRITERION}    competence: {written}\n"));
            let competence = Checklist::parse(&source).unwrap().criteria[0].competence;
            (Tier::ALL.map(|tier| competence.of(tier)), competence.most())
        };
        use Competence::{No, Shared, Yes};
        assert_eq!(of("shared"), ([Shared; 3], Shared));
        assert_eq!(of("{ municipality: \"no\", independent-city: \"yes\", county: shared }"), ([No, Yes, Shared], Yes));
    }

    #[test]
    fn hostile_yaml_is_refused_and_not_expanded() {
        let bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d]\n";
        assert_eq!(problems(bomb).len(), 1);
        assert_eq!(problems(&"[".repeat(100_000)).len(), 1);
    }

    #[test]
    fn the_convention_has_thirty_three_articles_in_two_languages() {
        let articles = convention();
        assert_eq!(articles.len(), 33);
        assert!(articles.iter().enumerate().all(|(i, a)| a.id == (i + 1).to_string() && !a.title.de.is_empty() && !a.title.en.is_empty()));
    }
}
