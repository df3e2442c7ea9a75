//! Many plans beside each other: what is kept of each, and what most of them leave open.
//!
//! A plan is reduced to counts, so that a survey of a thousand plans holds no text of any. Nothing here ranks.

use crate::checklist::{Criterion, Level};
use crate::place::PlaceKind;
use crate::score::Tally;
use crate::source::Source;
use crate::text::Lang;

/// What a survey keeps of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanSummary {
    /// The file as reports name it.
    pub path: String,
    pub sha256: String,
    pub title: String,
    pub header: Header,
    /// The language in which the plan was read.
    pub lang: Lang,
    pub total: Tally,
    /// In checklist order; fields without a criterion are left out.
    pub fields: Vec<Tally>,
    /// The level of every criterion, in checklist order.
    pub levels: Vec<Level>,
    pub measures: MeasureCounts,
    /// Lines that conversion has damaged.
    pub damaged_lines: usize,
    /// Kinds of remarks on the reading of the file, each once.
    pub remarks: Vec<&'static str>,
}

/// Measures of a plan without repetitions, and how many of them name what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MeasureCounts {
    pub all: u32,
    pub responsible: u32,
    /// A date that can be checked.
    pub deadline: u32,
    pub budget: u32,
    pub indicator: u32,
}

/// What the front matter says of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Header {
    pub place: Option<String>,
    pub kind: Option<PlaceKind>,
    /// Eight digits, or nothing.
    pub ags: Option<String>,
    pub edition: Option<String>,
    pub licence: Option<String>,
    pub faults: Vec<HeaderFault>,
}

/// What its author should mend in the front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeaderFault {
    NoFrontMatter,
    /// Neither `art` nor `kommune` tells what kind of municipality it is.
    NoKind,
    /// Other programs read a number and drop the leading zero.
    AgsWithoutQuotes {
        mended: String,
    },
    /// Not eight digits; mended where it is plain what is meant.
    AgsNotEightDigits {
        written: String,
        mended: Option<String>,
    },
}

impl HeaderFault {
    /// The name in data.
    pub fn name(&self) -> &'static str {
        match self {
            Self::NoFrontMatter => "no-front-matter",
            Self::NoKind => "no-kind",
            Self::AgsWithoutQuotes { .. } => "ags-without-quotes",
            Self::AgsNotEightDigits { .. } => "ags-not-eight-digits",
        }
    }
}

/// Keys of the front matter that name the municipality.
pub const PLACE: &[&str] = &["kommune", "municipality", "ort", "place"];

/// The value of the first of these keys that the front matter has.
pub fn stated<'a>(metadata: &'a [(String, String)], keys: &[&str]) -> Option<&'a str> {
    let value = |key: &&str| metadata.iter().find(|(k, _)| k.to_lowercase() == **key).map(|(_, v)| v.trim()).filter(|v| !v.is_empty());
    keys.iter().find_map(value)
}

impl Header {
    /// Reads the front matter; whatever it holds, what cannot be used becomes a fault.
    pub fn read(metadata: &[(String, String)], source: &Source) -> Self {
        if metadata.is_empty() {
            return Self { faults: vec![HeaderFault::NoFrontMatter], ..Self::default() };
        }
        let text = |keys: &[&str]| stated(metadata, keys).map(str::to_owned);
        let place = text(PLACE);
        // "art" may also speak of the plan ("Kommunaler Aktionsplan"); the place then says what it is.
        let kind = [text(&["art", "kind"]), place.clone()].into_iter().flatten().find_map(|v| PlaceKind::named_in(&v));
        let mut faults = Vec::new();
        if kind.is_none() {
            faults.push(HeaderFault::NoKind);
        }
        let ags = text(&["ags"]).and_then(|read| {
            // YAML reads 08111000 without quotation marks as a number and drops the zero; the author's text still has it.
            let (written, quoted) = as_written(source, "ags").map_or((read.as_str(), false), |(value, quoted)| (value, quoted));
            match ags(written) {
                Ok(ags) => {
                    if !quoted {
                        faults.push(HeaderFault::AgsWithoutQuotes { mended: ags.clone() });
                    }
                    Some(ags)
                }
                Err(mended) => {
                    faults.push(HeaderFault::AgsNotEightDigits { written: written.to_owned(), mended });
                    None
                }
            }
        });
        Self { place, kind, ags, edition: text(&["fassung", "edition"]), licence: text(&["lizenz", "licence", "license"]), faults }
    }
}

/// An official municipality key: two digits for the state, three for the county, three for the municipality.
fn ags(written: &str) -> Result<String, Option<String>> {
    let digits = written.bytes().all(|b| b.is_ascii_digit());
    match (digits, written.len()) {
        (true, 8) => Ok(written.to_owned()),
        // The leading zero was lost, or the key is that of a county.
        (true, 7) => Err(Some(format!("0{written}"))),
        (true, 5) => Err(Some(format!("{written}000"))),
        _ => Err(None),
    }
}

/// The value of a key as the front matter has it, and whether it stands between quotation marks.
fn as_written<'a>(source: &'a Source, key: &str) -> Option<(&'a str, bool)> {
    let mut front = source.text.lines().skip_while(|l| l.trim().is_empty()).skip(1).take_while(|l| !matches!(l.trim(), "---" | "..."));
    let value = front.find_map(|line| line.split_once(':').filter(|(k, _)| k.trim().to_lowercase() == key))?.1.trim();
    Some(match value.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        Some(mark) => (value[1..].split(mark).next().unwrap_or(""), true),
        None => (value.split(" #").next().unwrap_or(value).trim(), false),
    })
}

/// A criterion that more than half of the plans leave open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommonGap {
    /// Its place in the checklist.
    pub criterion: usize,
    pub all: Open,
    pub by_kind: Vec<(Option<PlaceKind>, Open)>,
}

/// In how many of how many plans a criterion is below planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Open {
    pub plans: usize,
    pub of: usize,
}

impl Open {
    fn count<'a>(plans: impl Iterator<Item = &'a PlanSummary>, criterion: usize) -> Self {
        plans.fold(Self { plans: 0, of: 0 }, |sum, plan| {
            let is_open = plan.levels.get(criterion).is_some_and(|level| !level.is_covered());
            Self { plans: sum.plans + usize::from(is_open), of: sum.of + 1 }
        })
    }
}

/// The criteria that more than half of the plans leave open: most plans first, then in checklist order.
pub fn common_gaps(criteria: &[Criterion], plans: &[PlanSummary]) -> Vec<CommonGap> {
    let kinds = by_kind(plans);
    let gap = |criterion| CommonGap {
        criterion,
        all: Open::count(plans.iter(), criterion),
        by_kind: kinds.iter().map(|(kind, plans)| (*kind, Open::count(plans.iter().copied(), criterion))).collect(),
    };
    let mut gaps: Vec<CommonGap> = (0..criteria.len()).map(gap).filter(|gap| gap.all.plans * 2 > gap.all.of).collect();
    gaps.sort_by_key(|gap| (std::cmp::Reverse(gap.all.plans), gap.criterion));
    gaps
}

/// The plans by kind of municipality, in the order of [`PlaceKind`]; those that do not tell it come last.
pub fn by_kind(plans: &[PlanSummary]) -> Vec<(Option<PlaceKind>, Vec<&PlanSummary>)> {
    let kinds = PlaceKind::ALL.into_iter().map(Some).chain([None]);
    let group = |kind| (kind, plans.iter().filter(|p| p.header.kind == kind).collect::<Vec<_>>());
    kinds.map(group).filter(|(_, plans)| !plans.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(front: &str) -> Header {
        let source = Source::new("plan.md", format!("---\n{front}\n---\n\n# Plan\n"));
        Header::read(&crate::document::parse(&source).metadata, &source)
    }

    #[test]
    fn the_kind_comes_from_the_front_matter() {
        let kind = |front: &str| header(front).kind;
        assert_eq!(kind("art: Landkreis\nkommune: Wiesental"), Some(PlaceKind::County));
        assert_eq!(kind("art: Kommunaler Aktionsplan\nkommune: Stadt Brückstedt-Aue"), Some(PlaceKind::Town));
        assert_eq!(kind("art: kreisfreie Stadt"), Some(PlaceKind::IndependentCity));
        assert_eq!(kind("municipality: Harrowford City Council"), Some(PlaceKind::Town));
        assert_eq!(kind("kommune: Samtgemeinde Olm"), Some(PlaceKind::Association));
        assert_eq!(kind("kommune: Neustadt"), None);
        assert_eq!(header("kommune: Neustadt").faults, [HeaderFault::NoKind]);
    }

    #[test]
    fn an_ags_has_eight_digits_between_quotation_marks() {
        let ags = |written: &str| {
            let header = header(&format!("kommune: Stadt Olm\nags: {written}"));
            (header.ags, header.faults)
        };
        let eight = Some("08111000".to_owned());
        assert_eq!(ags("\"08111000\""), (eight.clone(), vec![]));
        assert_eq!(ags("'08111000'"), (eight.clone(), vec![]));
        assert_eq!(ags("08111000 # Kreis"), (eight, vec![HeaderFault::AgsWithoutQuotes { mended: "08111000".to_owned() }]));
        let fault = |written: &str, mended: Option<&str>| {
            let (written, mended) = (written.to_owned(), mended.map(str::to_owned));
            (None, vec![HeaderFault::AgsNotEightDigits { written, mended }])
        };
        assert_eq!(ags("8111000"), fault("8111000", Some("08111000")));
        assert_eq!(ags("\"08111\""), fault("08111", Some("08111000")));
        assert_eq!(ags("\"DE-08\""), fault("DE-08", None));
        assert_eq!(Header::read(&[], &Source::new("a.md", "# Plan")).faults, [HeaderFault::NoFrontMatter]);
    }

    fn plan(path: &str, kind: Option<PlaceKind>, levels: &[Level]) -> PlanSummary {
        PlanSummary {
            path: path.to_owned(),
            sha256: String::new(),
            title: String::new(),
            header: Header { kind, ..Header::default() },
            lang: Lang::De,
            total: Tally::default(),
            fields: Vec::new(),
            levels: levels.to_vec(),
            measures: MeasureCounts::default(),
            damaged_lines: 0,
            remarks: Vec::new(),
        }
    }

    #[test]
    fn gaps_of_most_plans_come_by_count_then_in_checklist_order() {
        use Level::{Absent, Binding, Intended, Planned};
        let checklist = crate::embedded::Embedded::find(crate::embedded::DEFAULT).unwrap().checklist().unwrap();
        let criteria = &checklist.criteria[..4];
        let plans = [
            plan("a", None, &[Intended, Absent, Planned, Absent]),
            plan("b", None, &[Absent, Intended, Absent, Absent]),
            plan("c", None, &[Planned, Absent, Planned, Absent]),
            plan("d", None, &[Binding, Absent, Absent, Absent]),
        ];
        let gaps = |plans: &[PlanSummary]| common_gaps(criteria, plans).iter().map(|g| (g.criterion, g.all.plans)).collect::<Vec<_>>();
        // Half of the plans is not most of them.
        assert_eq!(gaps(&plans), [(1, 4), (3, 4)]);
        assert_eq!(gaps(&plans[..3]), [(1, 3), (3, 3), (0, 2)]);
        assert_eq!(gaps(&[]), []);
        let town = Some(PlaceKind::Town);
        let mixed = [plan("a", None, &[Absent]), plan("b", town, &[Planned]), plan("c", town, &[Absent])];
        let by_kind = [(town, Open { plans: 1, of: 2 }), (None, Open { plans: 1, of: 1 })];
        assert_eq!(common_gaps(&checklist.criteria[..1], &mixed)[0].by_kind, by_kind);
    }

    #[test]
    fn kinds_stand_apart_and_unknown_ones_last() {
        let plans = [
            plan("a", None, &[]),
            plan("b", Some(PlaceKind::Town), &[]),
            plan("c", Some(PlaceKind::County), &[]),
            plan("d", Some(PlaceKind::Town), &[]),
        ];
        let groups: Vec<(Option<PlaceKind>, Vec<&str>)> =
            by_kind(&plans).into_iter().map(|(kind, plans)| (kind, plans.iter().map(|p| p.path.as_str()).collect())).collect();
        assert_eq!(groups, [(Some(PlaceKind::County), vec!["c"]), (Some(PlaceKind::Town), vec!["b", "d"]), (None, vec!["a"])]);
    }
}
