//! What a change of a plan may not do to its verdicts.

use crate::{invariants, invented};
use crpd_check::audit::{PlanAudit, ReadPlan};
use crpd_check::checklist::{Checklist, Kind, Level};
use crpd_check::diff::{Fate, Turn};
use crpd_check::embedded::{DEFAULT, Embedded};
use crpd_check::measure::Measure;
use crpd_check::plan::Layout;
use crpd_check::report::diff::DiffReport;
use crpd_check::report::{self, Format, Report};
use crpd_check::source::Source;
use crpd_check::text::Lang;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::Value;
use std::sync::OnceLock;

/// Always the same cases, so that a red test is red for everybody.
pub(crate) fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(20_260_301), ..ProptestConfig::default() }
}

fn checklist() -> &'static Checklist {
    static CHECKLIST: OnceLock<Checklist> = OnceLock::new();
    CHECKLIST.get_or_init(|| Embedded::find(DEFAULT).unwrap().checklist().unwrap())
}

fn audit(text: &str) -> PlanAudit {
    ReadPlan::new(Source::new("plan.md", text), String::new()).audit(checklist())
}

fn schema() -> &'static jsonschema::Validator {
    static SCHEMA: OnceLock<jsonschema::Validator> = OnceLock::new();
    SCHEMA.get_or_init(|| jsonschema::validator_for(report::json::schema().as_value()).unwrap())
}

/// A criterion with its levels before and after.
type Change = (&'static str, Level, Level);

/// The criteria whose level is another one after the change.
fn changes(before: &str, after: &str) -> Vec<Change> {
    let (before, after) = (audit(before), audit(after));
    let levels = before.assessment.findings.iter().zip(&after.assessment.findings);
    let pairs = checklist().criteria.iter().zip(levels).map(|(c, (b, a))| (c.id.as_str(), b.level, a.level));
    pairs.filter(|(_, before, after)| before != after).collect()
}

fn raised(before: &str, after: &str) -> Vec<Change> {
    changes(before, after).into_iter().filter(|(_, before, after)| before < after).collect()
}

/// Some chapters of an invented plan, which is long.
fn chapters(number: usize, first: usize, count: usize) -> String {
    let plan = invented::plan(number);
    let parts: Vec<&str> = plan.split("\n## ").collect();
    let mut text = parts[0].to_owned();
    for i in 0..count {
        text.push_str("\n## ");
        text.push_str(parts[1 + (first + i) % (parts.len() - 1)]);
    }
    text
}

fn some_plan() -> impl Strategy<Value = String> {
    (0..400_usize, 0..30_usize, 1..5_usize).prop_map(|(number, first, count)| chapters(number, first, count))
}

/// One of several places, whichever the number means.
fn pick<T: Copy>(of: &[T], number: usize) -> Option<T> {
    of.get(number.checked_rem(of.len())?).copied()
}

// ---------------------------------------------------------------------------------------------------------
// An unrelated paragraph.

const UNRELATED: [&str; 6] = [
    "Im Jahr 1248 wurde der Ort zum ersten Mal in einer Urkunde erwähnt.",
    "Der Mai war warm, der Juni kühl und regnerisch.",
    "Die Kirche hat zwei Türme; der ältere stammt aus dem 12. Jahrhundert.",
    "Auf den Feldern wachsen Gerste, Raps und Zuckerrüben. Der Boden ist schwer.",
    "Das Wappen zeigt einen silbernen Fisch auf blauem Grund.",
    "Der Fluss entspringt im Nachbartal und mündet nach 38 Kilometern in die Aue.",
];

/// Places before a heading, where a chapter ends.
fn ends_of_chapters(text: &str) -> Vec<usize> {
    let front = text.find("\n# ").unwrap_or(0);
    text.match_indices("\n\n#").map(|(at, _)| at + 1).filter(|at| *at > front).chain([text.len()]).collect()
}

fn with_paragraph(text: &str, at: usize, paragraph: &str) -> String {
    format!("{}\n{paragraph}\n{}", &text[..at], &text[at..])
}

// ---------------------------------------------------------------------------------------------------------
// A measure again, and elsewhere.

/// The lines of measures that stand on one line each, with nothing below them that hangs on them: items and rows.
fn whole_lines(text: &str) -> Vec<usize> {
    let audit = audit(text);
    let measures = audit.graded.measures.iter().filter(|m| matches!(audit.plan.passages[m.passage].layout, Layout::Row | Layout::Item));
    let indent = |line: usize| audit.source.line_text(line).chars().take_while(|c| c.is_whitespace()).count();
    let alone = |&(from, to): &(usize, usize)| from == to && indent(to + 1) <= indent(from);
    measures.map(|m| audit.source.lines(m.span)).filter(alone).map(|(line, _)| line).collect()
}

fn with_line_twice(text: &str, line: usize) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.insert(line, lines[line - 1]);
    lines.join("\n") + "\n"
}

fn with_lines_swapped(text: &str, first: usize) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.swap(first - 1, first);
    lines.join("\n") + "\n"
}

/// Everything that is known of the measures but their lines, in no order.
fn told(text: &str) -> Vec<String> {
    let audit = audit(text);
    let tell = |m: &Measure| {
        format!("{} {:?} {:?} {:?} {:?} {:?} {:?} {:?}", m.title, m.path, m.level, m.responsible, m.deadline, m.budget, m.indicator, m.status)
    };
    let mut told: Vec<String> = audit.graded.measures.iter().map(tell).collect();
    told.sort();
    told
}

// ---------------------------------------------------------------------------------------------------------
// Softer words.

/// Words that commit, and softer ones in their place.
const SOFTER: [(&str, &str); 14] = [
    (" wird ", " soll nach Möglichkeit "),
    (" werden ", " sollen nach Möglichkeit "),
    (" wird ", " wird perspektivisch "),
    (" werden ", " werden vorbehaltlich der Finanzierung "),
    (" baut ", " prüft den Bau von "),
    (" schafft ", " prüft die Schaffung von "),
    (" erstellt ", " prüft, ob sie erstellt: "),
    (" richtet ", " möchte gern, sie richtet "),
    (" stellt ", " stellt, wenn möglich, "),
    ("Einrichtung ", "Prüfung der Einrichtung "),
    ("Ausbau ", "Prüfung des Ausbaus "),
    ("Umbau ", "Prüfung des Umbaus "),
    ("Schaffung ", "Prüfung der Schaffung "),
    ("Schulung ", "Prüfung einer Schulung "),
];

/// Every place where the verb of a measure can be softened.
fn softened(text: &str) -> Vec<(usize, &'static str, &'static str)> {
    let measures = audit(text).graded.measures;
    let promised = |at: usize| measures.iter().any(|m| m.level > Level::Mentioned && m.span.start <= at && at < m.span.end);
    let all = SOFTER.iter().flat_map(|(hard, soft)| text.match_indices(hard).map(move |(at, _)| (at, *hard, *soft)));
    all.filter(|(at, _, _)| promised(*at)).collect()
}

fn with_softer(text: &str, (at, hard, soft): (usize, &str, &str)) -> String {
    format!("{}{soft}{}", &text[..at], &text[at + hard.len()..])
}

// ---------------------------------------------------------------------------------------------------------
// The same words in other bytes.

fn with_carriage_returns(text: &str) -> String {
    text.replace('\n', "\r\n")
}

/// Umlauts as a letter and two dots, as file systems of Apple and some PDF readers write them.
fn with_loose_dots(text: &str) -> String {
    let umlauts =
        [("ä", "a\u{308}"), ("ö", "o\u{308}"), ("ü", "u\u{308}"), ("Ä", "A\u{308}"), ("Ö", "O\u{308}"), ("Ü", "U\u{308}"), ("é", "e\u{301}")];
    umlauts.iter().fold(text.to_owned(), |text, (whole, loose)| text.replace(whole, loose))
}

/// A word processor's marks for where a word may be broken, in the middle of every long word.
fn with_soft_hyphens(text: &str) -> String {
    broken(text, "\u{ad}", |_| true)
}

/// Long words of paragraphs broken over the end of a line, as the number chooses them.
fn hyphenated(text: &str, number: usize) -> String {
    let mut count = number;
    broken(text, "-\n", |line| {
        count += 1;
        count.is_multiple_of(3) && line.starts_with(char::is_uppercase) && line.ends_with('.')
    })
}

/// Puts a mark into the middle of long words in lines that are chosen, never in the front matter.
fn broken(text: &str, mark: &str, mut chosen: impl FnMut(&str) -> bool) -> String {
    let front = text.find("\n# ").unwrap_or(0);
    let mut out = text[..front].to_owned();
    for line in text[front..].split_inclusive('\n') {
        if !chosen(line.trim_end()) {
            out.push_str(line);
            continue;
        }
        let mut done = false;
        for word in line.split_inclusive(' ') {
            let letters = word.trim_end_matches(|c: char| !c.is_alphabetic());
            let whole = letters.chars().all(char::is_alphabetic) && letters.chars().skip(1).all(char::is_lowercase);
            let breaks = hypher::hyphenate(letters, hypher::Lang::German).map(str::len).collect::<Vec<_>>();
            if whole && breaks.len() > 3 && !(done && mark.contains('\n')) {
                let at: usize = breaks[..breaks.len() / 2].iter().sum();
                out.push_str(&word[..at]);
                out.push_str(mark);
                out.push_str(&word[at..]);
                done = true;
            } else {
                out.push_str(word);
            }
        }
    }
    out
}

const GENDER_FORMS: [(&str, &str); 4] = [("*innen", ":innen"), ("*innen", "_innen"), ("*innen", "/-innen"), ("*innen", "/innen")];

/// Pairs of forms written as one with a star: "Bürgerinnen und Bürger" becomes "Bürger*innen".
fn with_stars(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let mut out: Vec<String> = Vec::new();
    let mut i = 0;
    while i < words.len() {
        let stem = words[i].strip_suffix("innen");
        let paired = stem.filter(|stem| {
            let second = words.get(i + 2).map(|w| w.trim_end_matches(|c: char| !c.is_alphabetic())).unwrap_or_default();
            words.get(i + 1) == Some(&"und") && stem.len() > 3 && (second == *stem || second.strip_suffix('n') == Some(stem))
        });
        if let Some(stem) = paired {
            let last = words[i + 2];
            let rest = &last[last.trim_end_matches(|c: char| !c.is_alphabetic()).len()..];
            out.push(format!("{stem}*innen{rest}"));
            i += 3;
        } else {
            out.push(words[i].to_owned());
            i += 1;
        }
    }
    out.join(" ")
}

// ---------------------------------------------------------------------------------------------------------
// The properties.

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn a_plan_has_its_places_and_points_in_order(plan in some_plan()) {
        let audit = audit(&plan);
        invariants::spans(&audit);
        invariants::scores(&audit, checklist());
        let report = Report::new(checklist(), String::new(), vec![audit], Lang::De);
        let printed: Value = serde_json::from_str(&report::render(&report, Format::Json, 0)).unwrap();
        invariants::places(&printed, &report.plans[0].source);
        prop_assert_eq!(schema().iter_errors(&printed).map(|e| e.to_string()).collect::<Vec<_>>(), Vec::<String>::new());
        invariants::harmless::assert_plain(&report::render(&report, Format::Plain, 0));
    }

    #[test]
    fn a_plan_beside_itself_is_unchanged(plan in some_plan()) {
        let report = DiffReport::new(checklist(), String::new(), audit(&plan), audit(&plan), Lang::De);
        prop_assert!(report.diff.criteria.iter().all(|turn| *turn == Turn::Same));
        prop_assert!(report.diff.measures.iter().all(|course| course.fate == Fate::Kept && course.old == course.new), "{:?}", report.diff.measures);
    }

    /// At the end of a chapter: in the middle of a measure it would be part of the measure (docs/accuracy.md).
    #[test]
    fn an_unrelated_paragraph_changes_nothing(plan in some_plan(), place in 0..1000_usize, paragraph in 0..UNRELATED.len()) {
        let at = pick(&ends_of_chapters(&plan), place).unwrap();
        prop_assert_eq!(changes(&plan, &with_paragraph(&plan, at, UNRELATED[paragraph])), []);
    }

    #[test]
    fn a_measure_said_twice_counts_once(plan in some_plan(), place in 0..1000_usize) {
        if let Some(line) = pick(&whole_lines(&plan), place) {
            prop_assert_eq!(raised(&plan, &with_line_twice(&plan, line)), []);
        }
    }

    #[test]
    fn a_measure_that_moves_within_its_list_takes_its_verdict_along(plan in some_plan(), place in 0..1000_usize) {
        let lines = whole_lines(&plan);
        let indent = |line: usize| plan.lines().nth(line - 1).map(|text| text.len() - text.trim_start().len());
        let pairs: Vec<usize> = lines.iter().copied().filter(|line| lines.contains(&(line + 1)) && indent(*line) == indent(line + 1)).collect();
        if let Some(line) = pick(&pairs, place) {
            let moved = with_lines_swapped(&plan, line);
            prop_assert_eq!(changes(&plan, &moved), []);
            prop_assert_eq!(told(&plan), told(&moved));
        }
    }

    /// Statements are left out, whose lines may ask for just the softer words, and shares, which count other measures
    /// afterwards (docs/accuracy.md).
    #[test]
    fn a_softer_verb_raises_no_measure(plan in some_plan(), place in 0..1000_usize) {
        if let Some(verb) = pick(&softened(&plan), place) {
            let measures = |change: &Change| checklist().criterion(change.0).is_some_and(|c| c.kind == Kind::Measure);
            let raised: Vec<Change> = raised(&plan, &with_softer(&plan, verb)).into_iter().filter(measures).collect();
            prop_assert_eq!(raised, []);
        }
    }

    #[test]
    fn line_ends_change_nothing(plan in some_plan()) {
        prop_assert_eq!(changes(&plan, &with_carriage_returns(&plan)), []);
    }

    #[test]
    fn loose_dots_change_nothing(plan in some_plan()) {
        prop_assert_eq!(changes(&plan, &with_loose_dots(&plan)), []);
    }

    #[test]
    fn soft_hyphens_change_nothing(plan in some_plan()) {
        prop_assert_eq!(changes(&plan, &with_soft_hyphens(&plan)), []);
    }

    #[test]
    fn words_broken_over_lines_change_nothing(plan in some_plan(), number in 0..3_usize) {
        prop_assert_eq!(changes(&plan, &hyphenated(&plan, number)), []);
    }

    #[test]
    fn forms_of_gender_change_nothing(plan in some_plan(), form in 0..GENDER_FORMS.len()) {
        let stars = with_stars(&plan);
        prop_assert_eq!(changes(&plan, &stars), []);
        let (star, other) = GENDER_FORMS[form];
        prop_assert_eq!(changes(&stars, &stars.replace(star, other)), []);
    }
}

/// It would prove nothing if the changes changed nothing.
#[test]
fn the_changes_reach_the_plans() {
    let plans: Vec<String> = (0..40).map(|number| chapters(number, number, 3)).collect();
    let all = |reaches: &dyn Fn(&String) -> bool| plans.iter().filter(|plan| reaches(plan)).count();
    assert!(all(&|p| audit(p).assessment.findings.iter().filter(|f| f.level > Level::Mentioned).count() > 5) > 20);
    assert!(all(&|p| whole_lines(p).len() > 2) > 10);
    assert!(all(&|p| softened(p).len() > 2) > 30);
    assert!(all(&|p| with_loose_dots(p) != *p && with_soft_hyphens(p).matches('\u{ad}').count() > 20) > 35);
    assert!(all(&|p| (0..3).any(|n| hyphenated(p, n).matches("-\n").count() > p.matches("-\n").count())) > 30);
    assert!(all(&|p| with_stars(p).contains("*innen")) > 5);
    // A change that should be seen is seen.
    assert!(all(&|p| p.find("\n- ").is_some_and(|at| !changes(p, &p[..at]).is_empty())) > 5);
}
