//! The examples of a checklist, run as tests: a criterion carries the proof that it works.

use crate::assessment::{Evidence, Finding, assess};
use crate::checklist::{Checklist, Criterion, Example, Level};
use crate::document;
use crate::measure::{GradedPlan, grade};
use crate::message::{Message, Value, message};
use crate::plan::{self, Plan};
use crate::source::{Problem, Source};
use crate::text::Lang;

/// Reads every example as a small plan of its own and says which of them miss their level.
///
/// An example stands below a neutral heading and is put to its own criterion only. `source` is the file that
/// the checklist was read from; the problems point at the examples in it.
pub fn check_examples(checklist: &Checklist, source: &Source) -> Vec<Problem> {
    let mut probe = checklist.clone();
    let mut problems = Vec::new();
    for criterion in &checklist.criteria {
        probe.criteria = vec![criterion.clone()].into();
        for example in &criterion.examples {
            let finding = finding(&probe, &example.text);
            problems.extend(verdict(criterion, example, &finding, source));
        }
    }
    problems.sort_by_key(|p| p.span);
    problems
}

/// The answer of a single example to the only criterion of `probe`.
fn finding(probe: &Checklist, example: &str) -> Finding {
    let (plan, graded) = read_alone(example, probe.lang);
    assess(&plan, &graded, probe).findings.into_iter().next().unwrap_or_default()
}

/// Reads a few sentences as a plan of their own, below a neutral heading.
pub fn read_alone(text: &str, lang: Lang) -> (Plan, GradedPlan) {
    let heading = match lang {
        Lang::De => "# Plan\n\n## Abschnitt\n\n",
        Lang::En => "# Plan\n\n## Section\n\n",
    };
    let source = Source::new("", format!("{heading}{text}\n"));
    let plan = plan::read(&document::parse(&source), lang);
    let graded = grade(&plan, lang);
    (plan, graded)
}

fn verdict(criterion: &Criterion, example: &Example, finding: &Finding, source: &Source) -> Option<Problem> {
    let contrary = !finding.contrary.is_empty();
    let right = match example.level {
        None => contrary && finding.level == Level::Absent,
        Some(Level::Absent) => finding.level == Level::Absent && !contrary,
        Some(level) => finding.level == level,
    };
    if right {
        return None;
    }
    let expected = example.level.map_or("contrary", Level::name);
    let level = finding.level.name();
    let found = match (contrary, finding.level) {
        (false, _) => Value::from(level),
        (true, Level::Absent) => Value::from("contrary"),
        (true, _) => message!("proof-and-contrary", level = level).into(),
    };
    let message = message!("proof-wrong", id = &criterion.id, expected = expected, found = found);
    Some(Problem { span: first_line(example, source), message, help: reasons(finding) })
}

/// A block of several lines is marked on its first line only.
fn first_line(example: &Example, source: &Source) -> crate::source::Span {
    let text = source.slice(example.span);
    let end = text.find(['\n', '\r']).map_or(example.span.end, |at| example.span.start + at);
    crate::source::Span::new(example.span.start, end)
}

fn reasons(finding: &Finding) -> Vec<Message> {
    if let Some((having, counted)) = finding.share {
        return vec![message!("proof-share", having = having, counted = counted)];
    }
    let lines: Vec<Message> = finding
        .evidence
        .iter()
        .map(|e| ("proof-line", e))
        .chain(finding.contrary.iter().map(|e| ("proof-contrary-line", e)))
        .take(3)
        .map(|(key, e)| with_words(message!(key, line = beginning(&e.pattern)), e))
        .collect();
    if lines.is_empty() { vec![message!("proof-no-line")] } else { lines }
}

/// Long lines of alternatives are recognised by their first words.
fn beginning(line: &str) -> String {
    match line.char_indices().nth(80) {
        Some((at, _)) => format!("{} …", line[..at].trim_end()),
        None => line.to_owned(),
    }
}

fn with_words(line: Message, evidence: &Evidence) -> Message {
    let words: Vec<Message> = evidence.words.iter().map(|(_, found)| message!("quoted", text = found)).collect();
    if words.is_empty() { line } else { message!("proof-words", line = line, words = words, level = evidence.level.name()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const YAML: &str = "schema: crpd-check/checklist/1
id: probe
version: \"1\"
title: Probe
fields:
  - { id: weg, de: Wege }
criteria:
  - id: weg.halt
    field: weg
    articles: [\"9\"]
    question: Wie?
    why: Darum.
    ask: Wann?
    evidence:
      - Haltestelle + barrierefrei
    examples:
      planned:
        - \"Die Stadt baut zwölf Haltestellen barrierefrei um.\"
      absent:
        - \"Die Stadt pflanzt Bäume an Haltestellen.\"
";

    fn problems(yaml: &str) -> Vec<String> {
        let source = Source::new("probe.yaml", yaml);
        let checklist = Checklist::parse(&source).unwrap();
        let words = crate::words::Words::new(Lang::De, false);
        check_examples(&checklist, &source).iter().map(|p| crate::report::problem::render(std::slice::from_ref(p), &source, &words)).collect()
    }

    #[test]
    fn right_examples_are_silent() {
        assert_eq!(problems(YAML), Vec::<String>::new());
    }

    #[test]
    fn each_criterion_is_asked_by_its_own_lines() {
        let second = "  - id: weg.bank
    field: weg
    articles: [\"9\"]
    question: Wo?
    why: Darum.
    ask: Wann?
    evidence:
      - Sitzbank / Ruhebank
      - Lehne + Fußweg
    examples:
      planned:
        - \"Die Stadt stellt Bänke mit Lehne am Fußweg auf.\"
      absent:
        - \"Die Stadt baut zwölf Haltestellen barrierefrei um.\"
";
        assert_eq!(problems(&format!("{YAML}{second}")), Vec::<String>::new());
    }

    #[test]
    fn a_wrong_example_names_both_levels_and_the_line_that_matched() {
        let wrong = YAML.replace("      planned:", "      absent:\n").replacen(
            "      absent:\n        - \"Die Stadt pflanzt",
            "      mentioned:\n        - \"Die Stadt pflanzt",
            1,
        );
        let found = problems(&wrong);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].starts_with("probe.yaml:19:"), "{}", found[0]);
        assert!(found[0].contains("Beispiel für „absent“ ergibt „planned“"), "{}", found[0]);
        assert!(found[0].contains("Haltestelle + barrierefrei"), "{}", found[0]);
        assert!(found[1].contains("keine Zeile"), "{}", found[1]);
    }
}
