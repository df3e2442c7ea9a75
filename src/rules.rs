//! Local rules for council papers: who may file what, how many days before the session, and how long it may be.
//!
//! Every municipality sets them in its own rules of procedure, so they are data: files in `src/rules/` for what was
//! published, and files of one's own. What a file does not say is not known, and never taken for allowed or forbidden.

use crate::attribute::Date;
use crate::message::message;
use crate::source::{Problem, Source};
use crate::yaml;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Deserialize;
use serde_yaml::Spanned;

/// The schema name that a rules file begins with.
pub const SCHEMA: &str = "crpd-check/rules/1";

/// The rules that come with the program, by name; the first holds where none are named.
pub const EMBEDDED: [(&str, &str); 3] = [
    ("neutral", include_str!("rules/neutral.yaml")),
    ("eisenach", include_str!("rules/eisenach.yaml")),
    ("wartburgkreis", include_str!("rules/wartburgkreis.yaml")),
];

/// What can be laid before a council.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Paper {
    /// Questions to the administration.
    #[serde(rename = "anfrage")]
    Inquiry,
    /// A motion that instructs the administration.
    #[serde(rename = "antrag")]
    Motion,
    /// What the advisory board says to a plan.
    #[serde(rename = "stellungnahme")]
    Statement,
    /// A motion that only has something examined.
    #[serde(rename = "pruefauftrag")]
    Examination,
}

impl Paper {
    pub const ALL: [Self; 4] = [Self::Inquiry, Self::Motion, Self::Statement, Self::Examination];

    /// The German name, which is that of the command too.
    pub fn name(self) -> &'static str {
        match self {
            Self::Inquiry => "anfrage",
            Self::Motion => "antrag",
            Self::Statement => "stellungnahme",
            Self::Examination => "pruefauftrag",
        }
    }
}

/// Who files a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Submitter {
    /// A group of council members.
    #[serde(rename = "fraktion")]
    Group,
    /// The advisory board of persons with disabilities.
    #[serde(rename = "beirat")]
    Board,
    #[serde(rename = "einwohner")]
    Resident,
}

impl Submitter {
    pub const ALL: [Self; 3] = [Self::Group, Self::Board, Self::Resident];

    pub fn name(self) -> &'static str {
        match self {
            Self::Group => "fraktion",
            Self::Board => "beirat",
            Self::Resident => "einwohner",
        }
    }
}

/// Which days a deadline counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Counting {
    #[default]
    Calendar,
    /// Monday to Friday; public holidays are not known.
    Working,
}

/// The rules of one council.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    pub name: String,
    /// Where they were read, and when; nothing only where there is no rule.
    pub source: Option<String>,
    pub read_on: Option<Date>,
    pub note: Option<String>,
    pub rules: Vec<Rule>,
}

/// What holds for these papers of these submitters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub papers: Vec<Paper>,
    pub submitters: Vec<Submitter>,
    /// The local name of the paper.
    pub called: Option<String>,
    pub deadline: Option<Deadline>,
    pub max_questions: Option<u32>,
    /// Parts of a question.
    pub max_parts: Option<u32>,
    /// Papers of one submitter for one session.
    pub max_papers: Option<u32>,
    pub max_topics: Option<u32>,
    pub written: bool,
    pub reasons: bool,
    /// The law behind it.
    pub law: Option<String>,
    pub note: Option<String>,
    /// Where this rule was read, if not where the others were.
    pub source: Option<String>,
}

/// A paper must be there so many days before the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    pub days: u32,
    pub counting: Counting,
}

impl Deadline {
    /// The last day on which to file for this session: the session minus the days; its own day is not counted.
    pub fn last_day(self, session: Date) -> Option<Date> {
        let mut day = calendar(session)?;
        match self.counting {
            Counting::Calendar => day = day.checked_sub_days(Days::new(self.days.into()))?,
            Counting::Working => {
                for _ in 0..self.days {
                    day = day.pred_opt()?;
                    while is_weekend(day) {
                        day = day.pred_opt()?;
                    }
                }
            }
        }
        let small = |n: u32| u8::try_from(n).unwrap_or_default();
        Some(Date { year: day.year(), month: small(day.month()), day: small(day.day()) })
    }
}

/// Is the office likely to be closed?
pub fn falls_on_weekend(date: Date) -> bool {
    calendar(date).is_some_and(is_weekend)
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn calendar(date: Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(date.year, date.month.into(), date.day.into())
}

/// What rules say of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer<'a> {
    Rule(&'a Rule),
    /// They do not speak of it.
    NotStated,
    /// They leave it to others.
    OnlyFor(Vec<Submitter>),
}

impl Rules {
    /// What holds for a paper of a submitter; where none is named, the first rule for the paper.
    pub fn answer(&self, paper: Paper, submitter: Option<Submitter>) -> Answer<'_> {
        let known: Vec<&Rule> = self.rules.iter().filter(|r| r.papers.contains(&paper)).collect();
        match known.iter().find(|r| submitter.is_none_or(|s| r.submitters.contains(&s))) {
            Some(rule) => Answer::Rule(rule),
            None if known.is_empty() => Answer::NotStated,
            None => Answer::OnlyFor(known.iter().flat_map(|r| r.submitters.iter().copied()).collect()),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    schema: Spanned<String>,
    name: Spanned<String>,
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    read_on: Option<Spanned<String>>,
    #[serde(default)]
    note: Option<String>,
    rules: Vec<RawRule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRule {
    papers: Vec<Spanned<Paper>>,
    submitters: Vec<Submitter>,
    #[serde(default)]
    called: Option<String>,
    #[serde(default)]
    days_before: Option<Spanned<u32>>,
    #[serde(default)]
    days: Counting,
    #[serde(default)]
    max_questions: Option<Spanned<u32>>,
    #[serde(default)]
    max_parts: Option<Spanned<u32>>,
    #[serde(default)]
    max_papers: Option<Spanned<u32>>,
    #[serde(default)]
    max_topics: Option<Spanned<u32>>,
    #[serde(default)]
    written: bool,
    #[serde(default)]
    reasons: bool,
    #[serde(default)]
    law: Option<String>,
    #[serde(default)]
    note: Option<String>,
    #[serde(default)]
    source: Option<String>,
}

/// Reads a rules file; every problem found is returned, in the order of the file.
pub fn parse(source: &Source) -> Result<Rules, Vec<Problem>> {
    let file: RawFile = yaml::read(source, SCHEMA, &[]).map_err(|problem| vec![problem])?;
    let mut problems = Vec::new();
    let name = yaml::span(source, &file.name);
    if file.schema.value != SCHEMA {
        let message = message!("problem-schema", name = &file.schema.value);
        problems.push(Problem::new(yaml::span(source, &file.schema), message).with_help(message!("problem-schema-help", schema = SCHEMA)));
    }
    if file.name.value.trim().is_empty() {
        problems.push(Problem::new(name, message!("problem-empty", name = "name")).with_help(message!("problem-no-key-help", name = "name")));
    }
    // A limit is only worth what its source is worth.
    if !file.rules.is_empty() && (file.source.as_ref().is_none_or(|s| s.trim().is_empty()) || file.read_on.is_none()) {
        problems.push(Problem::new(name, message!("problem-rules-source")).with_help(message!("problem-rules-source-help")));
    }
    let read_on = file.read_on.and_then(|written| {
        let day = written.value.parse().ok();
        if day.is_none() {
            let message = message!("problem-day", written = &written.value);
            problems.push(Problem::new(yaml::span(source, &written), message).with_help(message!("problem-rules-read-on-help")));
        }
        day
    });
    let mut rules = Vec::with_capacity(file.rules.len());
    for raw in file.rules {
        if raw.papers.is_empty() || raw.submitters.is_empty() {
            let at = raw.papers.first().map_or(name, |p| yaml::span(source, p));
            problems.push(Problem::new(at, message!("problem-rules-empty")).with_help(message!("problem-rules-empty-help")));
        }
        let mut number = |written: Option<Spanned<u32>>| -> Option<u32> {
            let written = written?;
            if !(1..=365).contains(&written.value) {
                let message = message!("problem-rules-number", number = written.value.to_string());
                problems.push(Problem::new(yaml::span(source, &written), message).with_help(message!("problem-rules-number-help")));
            }
            Some(written.value)
        };
        rules.push(Rule {
            deadline: number(raw.days_before).map(|days| Deadline { days, counting: raw.days }),
            max_questions: number(raw.max_questions),
            max_parts: number(raw.max_parts),
            max_papers: number(raw.max_papers),
            max_topics: number(raw.max_topics),
            papers: raw.papers.into_iter().map(|p| p.value).collect(),
            submitters: raw.submitters,
            called: raw.called,
            written: raw.written,
            reasons: raw.reasons,
            law: raw.law,
            note: raw.note,
            source: raw.source,
        });
    }
    problems.sort_by_key(|p: &Problem| p.span);
    if problems.is_empty() { Ok(Rules { name: file.name.value, source: file.source, read_on, note: file.note, rules }) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn embedded(name: &str) -> Rules {
        let (_, yaml) = EMBEDDED.into_iter().find(|(known, _)| *known == name).unwrap();
        parse(&Source::new(name, yaml)).unwrap_or_else(|p| panic!("{name}: {p:?}"))
    }

    #[test]
    fn the_embedded_rules_say_what_their_sources_say() {
        assert!(EMBEDDED.iter().all(|(name, _)| !embedded(name).name.is_empty()));
        assert!(embedded("neutral").rules.is_empty());
        let eisenach = embedded("eisenach");
        let Answer::Rule(inquiry) = eisenach.answer(Paper::Inquiry, Some(Submitter::Resident)) else { panic!() };
        assert_eq!((inquiry.max_questions, inquiry.max_papers, inquiry.max_topics), (Some(5), Some(2), Some(1)));
        assert_eq!(inquiry.deadline, Some(Deadline { days: 15, counting: Counting::Calendar }));
        let kreis = embedded("wartburgkreis");
        let Answer::Rule(motion) = kreis.answer(Paper::Motion, None) else { panic!() };
        assert_eq!((motion.deadline.map(|d| d.days), motion.written, motion.reasons), (Some(21), true, true));
    }

    #[test]
    fn what_is_not_stated_is_neither_allowed_nor_forbidden() {
        let kreis = embedded("wartburgkreis");
        assert_eq!(kreis.answer(Paper::Inquiry, Some(Submitter::Board)), Answer::NotStated);
        assert_eq!(kreis.answer(Paper::Motion, Some(Submitter::Board)), Answer::OnlyFor(vec![Submitter::Group]));
        assert_eq!(embedded("neutral").answer(Paper::Motion, Some(Submitter::Resident)), Answer::NotStated);
        let eisenach = embedded("eisenach");
        assert_eq!(eisenach.answer(Paper::Inquiry, Some(Submitter::Board)), Answer::OnlyFor(vec![Submitter::Resident, Submitter::Group]));
    }

    #[test]
    fn the_last_day_is_the_session_minus_the_days() {
        let last = |days, counting, session: &str| Deadline { days, counting }.last_day(session.parse().unwrap()).unwrap().to_string();
        assert_eq!(last(15, Counting::Calendar, "2026-03-18"), "2026-03-03");
        assert_eq!(last(15, Counting::Calendar, "2028-03-15"), "2028-02-29");
        assert_eq!(last(15, Counting::Calendar, "2027-03-15"), "2027-02-28");
        assert_eq!(last(21, Counting::Calendar, "2027-01-05"), "2026-12-15");
        // Two working days before a Monday is the Thursday before.
        assert_eq!(last(2, Counting::Working, "2026-03-16"), "2026-03-12");
        assert_eq!(last(1, Counting::Working, "2026-03-15"), "2026-03-13");
        assert!(falls_on_weekend("2026-03-14".parse().unwrap()) && !falls_on_weekend("2026-03-16".parse().unwrap()));
    }

    #[test]
    fn every_mistake_has_its_place() {
        let problems = |yaml: &str| -> Vec<(usize, &'static str)> {
            let source = Source::new("regeln.yaml", yaml);
            parse(&source).err().unwrap_or_default().into_iter().map(|p| (source.line(p.span.start), p.message.key)).collect()
        };
        let file = "schema: crpd-check/rules/1\nname: Rat\nsource: https://a.example\nread_on: 2026-01-31\nrules:\n  - papers: [antrag]\n    submitters: [fraktion]\n    days_before: 7\n";
        assert_eq!(problems(file), []);
        assert_eq!(problems(&file.replace("rules/1", "rules/2")), [(1, "problem-schema")]);
        assert_eq!(problems(&file.replace("name: Rat", "name: \" \"")), [(2, "problem-empty")]);
        assert_eq!(problems(&file.replace("source: https://a.example\n", "")), [(2, "problem-rules-source")]);
        assert_eq!(problems(&file.replace("2026-01-31", "31.1.2026")), [(4, "problem-day")]);
        assert_eq!(problems(&file.replace("antrag", "brief")), [(6, "problem-variant")]);
        assert_eq!(problems(&file.replace("[fraktion]", "[]")), [(6, "problem-rules-empty")]);
        assert_eq!(problems(&file.replace("before: 7", "before: 0")), [(8, "problem-rules-number")]);
        assert_eq!(problems(&file.replace("days_before", "tage")).first().map(|p| p.1), Some("problem-key"));
    }
}
