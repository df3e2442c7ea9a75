//! The checklists that come with the program.

use crate::{Folder, files_below, read, root, run};
use crpd_check::checklist::{Checklist, Kind, Level};
use crpd_check::embedded::{ALL, DEFAULT, Embedded};
use crpd_check::proof::check_examples;
use crpd_check::source::{Problem, Source};
use crpd_check::text::Lang;
use crpd_check::words::Words;
use std::collections::BTreeSet;

fn parsed(embedded: &Embedded) -> (Checklist, Source) {
    let source = embedded.source();
    match Checklist::parse(&source) {
        Ok(checklist) => (checklist, source),
        Err(problems) => panic!("{}", rendered(&problems, &source)),
    }
}

fn rendered(problems: &[Problem], source: &Source) -> String {
    crpd_check::report::problem::render(problems, source, &Words::new(Lang::De, false))
}

#[test]
fn every_file_in_the_folder_is_embedded() {
    let files: Vec<String> = files_below(&root().join("checklists"))
        .iter()
        .filter(|p| p.extension().is_some_and(|e| e == "yaml"))
        .map(|p| p.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let embedded: Vec<&str> = ALL.iter().map(|e| e.id).collect();
    assert_eq!(files, embedded);
    assert!(embedded.contains(&DEFAULT));
    for embedded in ALL {
        assert_eq!(parsed(embedded).0.id, embedded.id, "the file is named for the checklist");
    }
}

#[test]
fn editors_find_the_schema() {
    for embedded in ALL {
        let path = read(embedded.path).lines().next().unwrap().strip_prefix("# yaml-language-server: $schema=").map(str::to_owned);
        let schema = root().join("checklists").join(path.unwrap_or_else(|| panic!("{} does not name the schema", embedded.path)));
        assert_eq!(schema, root().join("checklists/checklist.schema.json"));
    }
    let schema: serde_json::Value = serde_json::from_str(&read("checklists/checklist.schema.json")).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
}

#[test]
fn the_quick_form_is_the_same_checklist() {
    for embedded in ALL {
        let (written, _) = parsed(embedded);
        let quick = embedded.checklist().unwrap_or_else(|p| panic!("{}: {:?}", embedded.id, p.first()));
        assert_eq!(
            (&written.id, &written.version, &written.title, written.lang, &written.fields, &written.articles),
            (&quick.id, &quick.version, &quick.title, quick.lang, &quick.fields, &quick.articles)
        );
        assert_eq!(written.criteria.len(), quick.criteria.len());
        for (a, b) in written.criteria.iter().zip(&quick.criteria) {
            let mut a = a.clone();
            a.examples.clear();
            a.span = b.span;
            assert_eq!(a, *b);
        }
    }
}

#[test]
fn every_example_reaches_its_level() {
    for embedded in ALL {
        let (checklist, source) = parsed(embedded);
        let problems = check_examples(&checklist, &source);
        assert!(problems.is_empty(), "{} of the examples are wrong:{}", problems.len(), rendered(&problems, &source));
    }
}

#[test]
fn every_criterion_proves_itself_with_three_examples_and_three_near_misses() {
    for embedded in ALL {
        let (checklist, _) = parsed(embedded);
        for criterion in &checklist.criteria {
            let count = |fits: &dyn Fn(Option<Level>) -> bool| criterion.examples.iter().filter(|e| fits(e.level)).count();
            assert!(count(&|l| l.is_some_and(|l| l > Level::Absent)) >= 3, "{}: examples that match", criterion.id);
            assert!(count(&|l| l == Some(Level::Absent)) >= 3, "{}: examples that must not match", criterion.id);
            assert!(criterion.contrary.is_empty() || count(&|l| l.is_none()) >= 1, "{}: contrary examples", criterion.id);
        }
    }
}

#[test]
fn the_main_checklist_asks_the_agreed_questions() {
    let agreed = read("tests/it/criteria.txt");
    let (checklist, _) = parsed(Embedded::find(DEFAULT).unwrap());
    let asked: String = checklist.criteria.iter().map(|c| format!("{}\t{}\n", c.id, c.question.de)).collect();
    assert_eq!(asked, agreed);
    assert_eq!(checklist.criteria.len(), 89);
    assert_eq!(checklist.criteria.iter().filter(|c| c.field == 0).count(), 21);
    assert_eq!(checklist.fields.len(), 13);
    let unique: BTreeSet<&str> = checklist.criteria.iter().map(|c| c.id.as_str()).collect();
    assert_eq!(unique.len(), checklist.criteria.len());
}

#[test]
fn texts_for_people_stand_in_both_languages() {
    let (checklist, _) = parsed(Embedded::find(DEFAULT).unwrap());
    for criterion in &checklist.criteria {
        for text in [&criterion.question, &criterion.why, &criterion.ask, &criterion.resolve] {
            assert!(!text.de.trim().is_empty() && !text.en.trim().is_empty(), "{}", criterion.id);
            assert_ne!(text.de, text.en, "{}", criterion.id);
        }
        assert!(criterion.id.starts_with(&checklist.fields[criterion.field].id), "{}", criterion.id);
        assert!((criterion.kind == Kind::Share) == criterion.share.is_some(), "{}", criterion.id);
    }
}

#[test]
fn a_plan_can_be_audited_with_several_checklists_at_once() {
    let plan = "examples/landkreis-wiesental-steckbriefe.md";
    let both = |format: &str| run(&["audit", plan, "--checklist", "pkl", "--checklist", "teilhabemanagement", "--format", format]).out;
    let one = |id: &str| run(&["audit", plan, "--checklist", id, "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&both("json")).unwrap();
    let reports: Vec<serde_json::Value> = ["pkl", "teilhabemanagement"].iter().map(|id| serde_json::from_str(&one(id)).unwrap()).collect();
    assert_eq!((&json["schema"], json["reports"].as_array().unwrap()), (&"crpd-check/reports/1".into(), &reports));
    let criteria: usize = reports.iter().map(|r| r["plans"][0]["criteria"].as_array().unwrap().len()).sum();
    assert_eq!(both("csv").lines().count(), criteria + 1);
    assert_eq!(both("ndjson").lines().count(), 2);
    let sarif: serde_json::Value = serde_json::from_str(&both("sarif")).unwrap();
    let categories: Vec<&str> = sarif["runs"].as_array().unwrap().iter().map(|r| r["automationDetails"]["id"].as_str().unwrap()).collect();
    assert!(categories.len() == 2 && categories[0] != categories[1], "{categories:?}");
    assert!(both("junit").contains(&format!("{plan} (pkl)")) && both("junit").contains(&format!("{plan} (teilhabemanagement)")));
    let page = both("html");
    assert_eq!(page.matches("<h1").count(), 1);
    for report in &reports {
        let title = report["checklist"]["title"].as_str().unwrap();
        assert!(both("plain").contains(title) && page.contains(title), "{title}");
    }
    let refused = run(&["audit", plan, "--checklist", "pkl", "--checklist", "teilhabemanagement", "--field", "x"]);
    assert_eq!((refused.code, refused.out.as_str()), (2, ""));
    assert!(refused.err.contains("--field"), "{}", refused.err);
    // Each checklist has its own points, so a gate holds for each of them.
    assert_eq!(run(&["audit", plan, "--checklist", "pkl", "--checklist", "teilhabemanagement", "--fail-under", "80"]).code, 1);
}

#[test]
fn a_new_checklist_is_valid_at_once_in_both_languages() {
    let folder = Folder::new();
    for lang in ["de", "en"] {
        let file = folder.path(&format!("{lang}.yaml")).to_string_lossy().into_owned();
        let new = run(&["checklist", "new", "unser-beirat", "-o", &file, "--lang", lang]);
        assert_eq!((new.code, new.out.as_str()), (0, ""), "{}", new.err);
        assert!(new.err.contains("checklist validate"), "{}", new.err);
        let valid = run(&["checklist", "validate", &file]);
        assert_eq!(valid.code, 0, "{}", valid.out);
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.contains("id: \"unser-beirat\"") && !text.contains("{id}") && !text.contains("{file}"), "{text}");
        let again = run(&["checklist", "new", "unser-beirat", "-o", &file]);
        assert_eq!(again.code, 2, "never overwritten without being asked");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
    }
    for bad in ["Unser Beirat", "", "../x", "a/b"] {
        assert_eq!(run(&["checklist", "new", bad]).code, 2, "{bad}");
    }
}
