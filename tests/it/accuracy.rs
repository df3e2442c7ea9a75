//! The labelled corpus, and that what the checklist says of its own accuracy is what `crpd-check evaluate` measures.
//!
//! `UPDATE_MEASURED=1 cargo test` writes the measured figures into the checklists.

use crate::{files_below, read, root, run};
use crpd_check::checklist::{Checklist, Kind, Level, Measured};
use crpd_check::embedded::{ALL, DEFAULT, Embedded};
use crpd_check::evaluation::{self, Judge, Keywords, PassageResult};
use crpd_check::gold::{Gold, LabelledPassage};
use crpd_check::source::Source;
use std::collections::{BTreeMap, BTreeSet};

const HELD_OUT: &str = "tests/corpus/held-out";
const DEVELOPMENT: &str = "tests/corpus/development";

fn checklist() -> Checklist {
    Checklist::parse(&Embedded::find(DEFAULT).unwrap().source()).unwrap_or_else(|p| panic!("{:?}", p[0].message))
}

/// The labelled passages of a folder, by file.
fn passages(folder: &str, checklist: &Checklist) -> Vec<(String, Vec<LabelledPassage>)> {
    let files = files_below(&root().join(folder)).into_iter().filter(|p| p.extension().is_some_and(|e| e == "jsonl"));
    files
        .map(|path| {
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            let source = Source::new(&name, read(&name));
            match Gold::parse(&source, checklist) {
                Ok(Gold::Passages(passages)) => (name, passages),
                Ok(Gold::Plan(_)) => panic!("{name} is the truth of a plan"),
                Err(problems) => panic!("{}: {:?}", source.name, problems[0]),
            }
        })
        .collect()
}

/// Files that say which criteria a passage answers; the others label only its commitment.
fn evaluated(folder: &str, checklist: &Checklist, judge: Judge<'_>) -> PassageResult {
    let mut total = PassageResult::default();
    for (_, passages) in passages(folder, checklist) {
        if passages.iter().any(|p| p.labelled) {
            total.join(&evaluation::passages(&passages, checklist, judge));
        }
    }
    total
}

/// The passages that nobody tuned this checklist to.
fn held_out(id: &str) -> String {
    if id == DEFAULT { HELD_OUT.to_owned() } else { format!("tests/corpus/checklists/{id}/held-out") }
}

#[test]
fn every_checklist_says_how_often_it_was_right() {
    for embedded in ALL {
        let checklist = Checklist::parse(&embedded.source()).unwrap_or_else(|p| panic!("{:?}", p[0].message));
        let corpus = held_out(embedded.id);
        let result = evaluated(&corpus, &checklist, Judge::Checklist);
        let any = result.total.any;
        let measured = Measured { corpus, passages: result.passages, right: any.right, false_alarms: any.false_alarms, missed: any.missed };
        if std::env::var_os("UPDATE_MEASURED").is_some() {
            let yaml = read(embedded.path);
            let end = yaml.find("\nfields:\n").expect("the checklist has fields") + 1;
            let start = yaml.find("\nmeasured:\n").map_or(end, |at| at + 1);
            let block = format!(
                "measured:\n  corpus: {}\n  passages: {}\n  right: {}\n  false_alarms: {}\n  missed: {}\n",
                measured.corpus, measured.passages, measured.right, measured.false_alarms, measured.missed
            );
            std::fs::write(root().join(embedded.path), format!("{}{block}{}", &yaml[..start], &yaml[end..])).unwrap();
        } else {
            assert_eq!(checklist.measured, Some(measured), "UPDATE_MEASURED=1 cargo test writes the figures into {}", embedded.path);
        }
    }
}

/// What was reached on passages that nobody tuned to must not be lost unnoticed.
#[test]
fn accuracy_does_not_slip() {
    let checklist = checklist();
    let result = evaluated(HELD_OUT, &checklist, Judge::Checklist);
    let at_least = |score: crpd_check::score::Score, percent: u32, what: &str| {
        assert!(score.percent() >= percent, "{what}: {} of {}, {percent} % expected", score.earned, score.possible);
    };
    at_least(result.total.any.f1(), 82, "evidence F1");
    at_least(result.total.firm.f1(), 73, "evidence F1 from intended");
    at_least(result.total.level, 77, "right levels");
    at_least(result.clean, 93, "negatives left clean");
    let plain = evaluated(HELD_OUT, &checklist, Judge::Keywords(&Keywords::of(&checklist)));
    assert!(plain.total.any.f1().percent() < 40, "plain keywords are a baseline and no rival");
}

#[test]
fn the_corpus_is_what_it_says() {
    let checklist = checklist();
    let halves = [passages(DEVELOPMENT, &checklist), passages(HELD_OUT, &checklist)];
    let mut texts = BTreeSet::new();
    let mut wordings: BTreeMap<String, (usize, BTreeSet<Level>)> = BTreeMap::new();
    let (mut labelled, mut negatives) = (0, 0);
    for (file, passages) in halves.iter().flatten() {
        let mut ids = BTreeSet::new();
        for passage in passages {
            assert!(ids.insert(&passage.id), "{file}: {} stands twice", passage.id);
            assert!(texts.insert(&passage.text), "{file}: the text of {} stands elsewhere, too", passage.id);
            assert!(!passage.commitment.is_empty(), "{file}: {} has no commitment", passage.id);
            labelled += usize::from(passage.labelled);
            negatives += usize::from(passage.labelled && passage.labels.is_empty() && passage.disputed.is_empty());
            for label in &passage.labels {
                let (count, levels) = wordings.entry(label.criterion.clone()).or_default();
                *count += 1;
                levels.extend(&label.levels);
            }
        }
    }
    assert!(labelled >= 600, "{labelled} passages");
    assert!(negatives >= 200, "{negatives} negatives");
    for criterion in checklist.criteria.iter().filter(|c| c.kind != Kind::Share) {
        let (count, levels) = wordings.get(&criterion.id).cloned().unwrap_or_default();
        assert!(count >= 4, "{}: {count} positive wordings", criterion.id);
        assert!(levels.len() >= 2, "{}: only {levels:?}", criterion.id);
    }
    let unseen: usize = halves[1].iter().map(|(_, p)| p.iter().filter(|p| p.labelled).count()).sum();
    assert!(unseen >= 300, "{unseen} unseen passages");
}

#[test]
fn evaluate_prints_figures_and_mistakes() {
    let held = format!("{HELD_OUT}/plan-level.jsonl");
    let full = run(&["evaluate", &held, "--baseline", "keywords"]);
    assert_eq!(full.code, 0, "{}", full.err);
    for words in ["F1", "nur Stichwörter", "Stufen im Vergleich", "Übersehen:", "Falsch gefunden:", "plan.beschluss"] {
        assert!(full.out.contains(words), "{words} is not said");
    }
    let short = run(&["evaluate", &held, "--summary", "--plain", "--lang", "en"]);
    assert!(!short.out.contains("Missed:") && short.out.contains("precision"), "{}", short.out);
    let json: serde_json::Value = serde_json::from_str(&run(&["evaluate", &held, "--format", "json"]).out).unwrap();
    assert_eq!(json["schema"], "crpd-check/evaluation/1");
    let total = &json["total"]["total"]["mentioned_or_better"];
    let mistakes = json["files"][0]["result"]["mistakes"].as_array().unwrap();
    let of = |fault: &str| mistakes.iter().filter(|m| m["fault"] == fault).count() as u64;
    assert_eq!((of("false-alarm"), of("missed")), (total["false_alarms"].as_u64().unwrap(), total["missed"].as_u64().unwrap()));
    assert!(mistakes.iter().all(|m| m["text"].as_str().is_some_and(|t| !t.is_empty())));
}

#[test]
fn evaluate_compares_the_measures_of_plans() {
    let plans = run(&["evaluate", "tests/corpus/plans", "--format", "json"]);
    assert_eq!(plans.code, 0, "{}", plans.err);
    let json: serde_json::Value = serde_json::from_str(&plans.out).unwrap();
    let plans = json["plans"].as_array().unwrap();
    assert!(plans.len() >= 8, "{} plans", plans.len());
    assert!(plans.iter().any(|p| p["path"] == "examples/brueckstedt-aue-tabellen.md"), "paths are named as people would");
    for layout in [false, true] {
        let (mut right, mut seen, mut there) = (0, 0, 0);
        for counts in plans.iter().filter(|p| p["damaged"] == layout).map(|p| &p["measures"]) {
            let number = |key: &str| counts[key].as_u64().unwrap();
            right += number("right");
            seen += number("right") + number("false_alarms");
            there += number("right") + number("missed");
        }
        let floor = if layout { 80 } else { 90 };
        assert!(right * 100 >= floor * seen && right * 100 >= floor * there, "damaged {layout}: {right} right of {seen} found and {there} there");
    }
}

#[test]
fn evaluate_names_what_is_wrong_in_labels() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("gold.jsonl");
    std::fs::write(&file, "{\"id\":\"A\",\"text\":\"x\",\"labels\":[{\"criterion\":\"mobilitaet.parkn\",\"levels\":[3]}]}\n{\"id\":\n").unwrap();
    let wrong = run(&["evaluate", file.to_str().unwrap()]);
    assert_eq!((wrong.code, wrong.out.as_str()), (2, ""));
    for words in ["gold.jsonl:1:1", "mobilitaet.parken", "gold.jsonl:2:"] {
        assert!(wrong.err.contains(words), "{words}: {}", wrong.err);
    }
    let empty = run(&["evaluate", folder.path().join("nichts").to_str().unwrap()]);
    assert_eq!(empty.code, 2);
    std::fs::remove_file(&file).unwrap();
    let none = run(&["evaluate", folder.path().to_str().unwrap()]);
    assert!(none.code == 2 && none.err.contains(".truth.json"), "{}", none.err);
}

#[test]
fn explain_says_why_and_why_not() {
    let plan = "examples/landkreis-wiesental-steckbriefe.md";
    let why = run(&["explain", "mobilitaet.haltestellen", plan]);
    assert_eq!(why.code, 0, "{}", why.err);
    for words in ["Diese Textstellen zählen", "Gefunden", "Verbindlichkeit des Satzes", "Zeile"] {
        assert!(why.out.contains(words), "{words}: {}", why.out);
    }
    let report: serde_json::Value = serde_json::from_str(&run(&["audit", plan, "--format", "json"]).out).unwrap();
    let criteria = report["plans"][0]["criteria"].as_array().unwrap();
    let gap = criteria.iter().find(|c| c["level"] == "absent" && !c["near_misses"].as_array().unwrap().is_empty()).expect("a gap with a near miss");
    let id = gap["id"].as_str().unwrap();
    let why_not: serde_json::Value = serde_json::from_str(&run(&["explain", id, plan, "--format", "json"]).out).unwrap();
    assert_eq!(why_not["near_misses"], gap["near_misses"], "audit and explain say the same");
    for near in gap["near_misses"].as_array().unwrap() {
        let details = near["details"].as_array().unwrap().len();
        let expected = usize::from(near["obstacle"] != "apart");
        assert!(details >= expected && !near["words"].as_array().unwrap().is_empty(), "{near}");
    }
    let said = run(&["explain", id, plan]).out;
    assert!(said.contains("kommen am nächsten") && said.contains("Sie zählt nicht."), "{said}");
}
