//! Each plan in `examples/` stands beside the report it yields. `UPDATE_EXAMPLES=1 cargo test` rewrites the reports.

use crate::{read, root, run};
use crpd_check::embedded::ALL;
use crpd_check::text::Lang;
use std::fs;

/// The example plans, by file name.
fn plans() -> Vec<String> {
    let mut plans: Vec<String> = fs::read_dir(root().join("examples"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".md"))
        .collect();
    plans.sort();
    plans
}

fn is_english(plan: &str) -> bool {
    let text = read(&format!("examples/{plan}"));
    text.lines().take(30).any(|l| matches!(l.trim(), "sprache: en" | "language: en" | "lang: en"))
        || text.matches(" the ").count() > text.matches(" die ").count()
}

/// The command for a plan; English plans are read with an English checklist and reported in English.
fn arguments(plan: &str) -> Vec<String> {
    let mut arguments = vec!["audit".to_owned(), format!("examples/{plan}"), "--plain".to_owned()];
    if is_english(plan) {
        arguments.extend(["--lang".to_owned(), "en".to_owned()]);
        let english = ALL.iter().find(|e| e.checklist().is_ok_and(|c| c.lang == Lang::En));
        arguments.extend(english.iter().flat_map(|e| ["--checklist".to_owned(), e.id.to_owned()]));
    }
    arguments
}

#[test]
fn every_example_has_its_current_report() {
    let update = std::env::var_os("UPDATE_EXAMPLES").is_some();
    let mut stale = Vec::new();
    for plan in plans() {
        let arguments = arguments(&plan);
        let report = run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!((report.code, report.err.as_str()), (0, ""), "{plan}");
        let path = format!("examples/reports/{}.txt", plan.trim_end_matches(".md"));
        let full = root().join(&path);
        if update {
            fs::create_dir_all(full.parent().unwrap()).unwrap();
            fs::write(&full, &report.out).unwrap();
        } else if fs::read_to_string(&full).unwrap_or_default().replace("\r\n", "\n") != report.out {
            stale.push(path);
        }
    }
    assert!(stale.is_empty(), "no longer current: {}; UPDATE_EXAMPLES=1 cargo test rewrites them", stale.join(", "));
}

#[test]
fn every_report_belongs_to_an_example() {
    let Ok(reports) = fs::read_dir(root().join("examples/reports")) else { return };
    for report in reports {
        let name = report.unwrap().file_name().to_string_lossy().into_owned();
        assert!(plans().contains(&name.replace(".txt", ".md")), "examples/reports/{name} has no plan");
    }
}

#[test]
fn examples_are_long_and_of_several_layouts() {
    let plans = plans();
    assert!(plans.len() >= 4);
    assert!(plans.iter().any(|p| is_english(p)));
    for plan in plans {
        let words = read(&format!("examples/{plan}")).split_whitespace().count();
        assert!(words >= 1_500, "{plan}: {words} words");
    }
}
