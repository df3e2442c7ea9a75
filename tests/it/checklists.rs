//! The checklists that come with the program.

use crate::{files_below, read, root};
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
        for text in [&criterion.question, &criterion.why, &criterion.ask] {
            assert!(!text.de.trim().is_empty() && !text.en.trim().is_empty(), "{}", criterion.id);
            assert_ne!(text.de, text.en, "{}", criterion.id);
        }
        assert!(criterion.id.starts_with(&checklist.fields[criterion.field].id), "{}", criterion.id);
        assert!((criterion.kind == Kind::Share) == criterion.share.is_some(), "{}", criterion.id);
    }
}
