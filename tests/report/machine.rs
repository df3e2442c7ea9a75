//! The formats for build servers, spreadsheets and programs: a snapshot of each, and each compared with its schema.

use crate::{PLAN, audited, checklist, json, report, schema};
use crpd_check::report::{Format, Report};
use crpd_check::text::Lang;
use serde_json::Value;
use std::collections::BTreeSet;

const MACHINE: [Format; 6] = [Format::Ndjson, Format::Csv, Format::Sarif, Format::Gitlab, Format::Junit, Format::Github];

fn printed(format: Format, lang: Lang) -> String {
    report::render(&report(&checklist(), &[("plaene/brückstedt.md", PLAN)], lang), format, 0)
}

fn values(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn snapshots() {
    for (name, format) in
        [("sarif", Format::Sarif), ("gitlab", Format::Gitlab), ("junit", Format::Junit), ("github", Format::Github), ("csv", Format::Csv)]
    {
        insta::assert_snapshot!(name, printed(format, Lang::De));
    }
    insta::assert_snapshot!("github_english", printed(Format::Github, Lang::En));
}

/// Reports of every kind: none, one and many plans, an empty one, one that could not be read.
fn with_all_reports(check: impl Fn(&Report<'_>)) {
    let checklist = checklist();
    for lang in [Lang::De, Lang::En] {
        check(&report(&checklist, &[], lang));
        check(&report(&checklist, &[("plan.md", PLAN)], lang));
        let mut many = report(&checklist, &[("b/plan.md", PLAN), ("a ä.md", PLAN), ("leer.md", ""), ("/home/jemand/x.md", PLAN)], lang);
        many.unreadable.push(("/home/jemand/y.md".to_owned(), "kein Text".to_owned()));
        check(&many);
    }
    let full = crpd_check::embedded::Embedded::find(crpd_check::embedded::DEFAULT).unwrap().checklist().unwrap();
    let example = include_str!("../../examples/landkreis-wiesental-steckbriefe.md");
    check(&report(&full, &[("examples/a.md", example)], Lang::De));
}

#[test]
fn every_format_follows_its_schema() {
    let line_schema = values(include_str!("../../docs/schema/plan.json"));
    let unreadable_schema = values(include_str!("../../docs/schema/unreadable.json"));
    let report_schema = values(include_str!("../../docs/schema/report.json"));
    with_all_reports(|report| {
        let none = Vec::<String>::new();
        let text = |format| report::render(report, format, 0);
        assert_eq!(schema::problems(&schema::sarif(), &values(&text(Format::Sarif))), none);
        assert_eq!(schema::problems(&schema::gitlab(), &values(&text(Format::Gitlab))), none);
        assert_eq!(schema::junit_problems(&text(Format::Junit)), none);
        assert_eq!(schema::problems(&report_schema, &json(report)), none);
        for line in text(Format::Ndjson).lines() {
            let line = values(line);
            let schema = if line["schema"] == "crpd-check/plan/1" { &line_schema } else { &unreadable_schema };
            assert_eq!(schema::problems(schema, &line), none);
        }
        for format in MACHINE {
            assert!(!text(format).contains("jemand/") && !text(format).starts_with('\u{feff}'), "{format:?}");
            assert_eq!(text(format), text(format), "{format:?}");
        }
    });
}

#[test]
fn a_line_of_ndjson_is_a_plan_of_the_report() {
    with_all_reports(|report| {
        let whole = json(report);
        let lines: Vec<Value> = report::render(report, Format::Ndjson, 0).lines().map(values).collect();
        let (lines, unreadable): (Vec<Value>, Vec<Value>) = lines.into_iter().partition(|line| line["schema"] == "crpd-check/plan/1");
        assert_eq!(lines.len(), whole["plans"].as_array().unwrap().len());
        let files = whole["unreadable"].as_array().unwrap();
        assert_eq!(unreadable.len(), files.len());
        for (line, file) in unreadable.iter().zip(files) {
            assert_eq!((&line["schema"], &line["tool"]), (&"crpd-check/unreadable/1".into(), &whole["tool"]));
            assert_eq!((&line["path"], &line["reason"]), (&file["path"], &file["reason"]));
        }
        for (mut line, plan) in lines.into_iter().zip(whole["plans"].as_array().unwrap()) {
            let own = ["schema", "tool", "report_language", "checklist"].map(|key| line.as_object_mut().unwrap().remove(key).unwrap());
            assert_eq!(own, ["crpd-check/plan/1".into(), whole["tool"].clone(), whole["language"].clone(), whole["checklist"].clone()]);
            assert_eq!(&line, plan);
        }
    });
}

#[test]
fn all_formats_tell_the_same_gaps_and_contrary_passages() {
    with_all_reports(|report| {
        let mut expected = Vec::new();
        for plan in json(report)["plans"].as_array().unwrap() {
            for criterion in plan["criteria"].as_array().unwrap() {
                let id = criterion["id"].as_str().unwrap();
                let gap = plan["gaps"].as_array().unwrap().iter().any(|g| g == id);
                let count = usize::from(gap) + criterion["contrary"].as_array().unwrap().len();
                expected.extend(std::iter::repeat_n(id.to_owned(), count));
            }
        }
        let sarif = values(&report::render(report, Format::Sarif, 0));
        let results: Vec<&Value> = sarif["runs"].as_array().unwrap().iter().flat_map(|r| r["results"].as_array().unwrap()).collect();
        assert_eq!(results.iter().map(|r| r["ruleId"].as_str().unwrap()).collect::<Vec<_>>(), expected);
        let gitlab = values(&report::render(report, Format::Gitlab, 0));
        assert_eq!(gitlab.as_array().unwrap().iter().map(|i| i["check_name"].as_str().unwrap()).collect::<Vec<_>>(), expected);
        let prints: BTreeSet<&str> = gitlab.as_array().unwrap().iter().map(|i| i["fingerprint"].as_str().unwrap()).collect();
        assert_eq!(prints.len(), expected.len(), "no two fingerprints are alike");
        let junit = report::render(report, Format::Junit, 0);
        let xml = roxmltree::Document::parse(&junit).unwrap();
        let failed: BTreeSet<(&str, &str)> = xml
            .descendants()
            .filter(|n| n.has_tag_name("testcase") && n.children().any(|c| c.has_tag_name("failure")))
            .map(|n| (n.attribute("classname").unwrap(), n.attribute("name").unwrap()))
            .collect();
        assert_eq!(failed.iter().map(|(_, id)| *id).collect::<BTreeSet<_>>(), expected.iter().map(String::as_str).collect());
        assert_eq!(xml.root_element().attribute("failures").unwrap(), failed.len().to_string());
    });
}

#[test]
fn sarif_keeps_the_limits_of_code_scanning() {
    let log = |report: &Report<'_>| values(&report::render(report, Format::Sarif, 0));
    let runs = |log: &Value| log["runs"].as_array().unwrap().clone();
    with_all_reports(|report| {
        let log = log(report);
        let mut categories = BTreeSet::new();
        for run in runs(&log) {
            let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
            assert!(rules.iter().all(|r| r["properties"]["tags"].as_array().unwrap().len() <= 10));
            for text in ["shortDescription", "fullDescription", "help"] {
                assert!(rules.iter().all(|r| !r[text]["text"].as_str().unwrap().is_empty()));
            }
            let category = run["automationDetails"]["id"].as_str().unwrap().to_owned();
            assert!(category.starts_with("crpd-check/") && category.ends_with('/'), "{category}");
            assert!(categories.insert(category), "a category stands twice");
            for result in run["results"].as_array().unwrap() {
                let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
                assert_eq!(rules[index]["id"], result["ruleId"]);
                let region = &result["locations"][0]["physicalLocation"]["region"];
                let number = |key: &str| region[key].as_u64().unwrap();
                assert!((number("startLine"), number("startColumn")) < (number("endLine"), number("endColumn")), "{region}");
            }
        }
    });
    let checklist = checklist();
    let names: Vec<String> = (0..21).map(|i| format!("{i:02}.md")).collect();
    let plans: Vec<(&str, &str)> = names.iter().map(|n| (n.as_str(), "")).collect();
    assert_eq!(runs(&log(&report(&checklist, &plans[..20], Lang::De))).len(), 20);
    let one = runs(&log(&report(&checklist, &plans, Lang::De)));
    assert_eq!((one.len(), one[0]["automationDetails"]["id"].as_str().unwrap()), (1, "crpd-check/probe/"));
    assert_eq!(one[0]["results"].as_array().unwrap().len(), 21 * checklist.criteria.len());
}

#[test]
fn of_very_many_alerts_sarif_keeps_the_gravest() {
    let checklist = checklist();
    let mut many = report(&checklist, &[], Lang::De);
    // The last plan by name has contrary passages; they must not be cut off.
    many.plans = (0..800).map(|i| audited(&format!("{i:03}.md"), "", &checklist)).collect();
    many.plans.push(audited("zuletzt.md", PLAN, &checklist));
    let run = values(&report::render(&many, Format::Sarif, 0))["runs"][0].clone();
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 5_000);
    assert!(results[0]["message"]["text"].as_str().unwrap().starts_with("Gegenläufig: wohnen.wohnungen."));
    assert_eq!(run["properties"]["omittedResults"], 600 + alerts_of_plan());
}

/// How many alerts the plan of the snapshots has.
fn alerts_of_plan() -> usize {
    values(&printed(Format::Gitlab, Lang::De)).as_array().unwrap().len()
}

#[test]
fn of_more_than_ten_annotations_nine_and_a_notice_are_shown() {
    let checklist = checklist();
    let few = printed(Format::Github, Lang::De);
    assert_eq!(few.lines().count(), alerts_of_plan());
    let many = report::render(&report(&checklist, &[("a.md", PLAN), ("b.md", ""), ("c.md", PLAN)], Lang::De), Format::Github, 0);
    let lines: Vec<&str> = many.lines().collect();
    assert_eq!(lines.len(), 10);
    assert!(lines[0].starts_with("::warning file=a.md,line=30,endLine=30,title=Gegenläufig%3A wohnen.wohnungen::"), "{}", lines[0]);
    let hidden = 2 * alerts_of_plan() + checklist.criteria.len() - 9;
    assert!(lines[9].starts_with(&format!("::notice title=Weitere Meldungen::{hidden} weitere Meldungen")), "{}", lines[9]);
}

#[test]
fn equal_fingerprints_are_told_apart() {
    let checklist = checklist();
    let plan = "---\nags: \"16056000\"\n---\n# Plan\n\n- Erweiterung des Wohnheims um 24 Plätze durch das Sozialamt bis 2026.\n";
    let twice = report(&checklist, &[("alt/plan.md", plan), ("neu/plan.md", plan)], Lang::De);
    let gitlab = values(&report::render(&twice, Format::Gitlab, 0));
    let prints: Vec<&str> = gitlab.as_array().unwrap().iter().map(|i| i["fingerprint"].as_str().unwrap()).collect();
    let (first, second) = prints.split_at(prints.len() / 2);
    assert!(first.len() > 1);
    assert_eq!(second, first.iter().map(|p| format!("{p}:2")).collect::<Vec<_>>());
    let sarif = values(&report::render(&twice, Format::Sarif, 0));
    let category = |run: usize| sarif["runs"][run]["automationDetails"]["id"].as_str().unwrap().to_owned();
    assert_eq!([category(0), category(1)], ["crpd-check/probe/16056000/plan.md/", "crpd-check/probe/16056000/plan.md:2/"]);
}

#[test]
fn a_job_summary_is_the_markdown_report_or_its_beginning() {
    let checklist = checklist();
    let report = report(&checklist, &[("plan.md", PLAN)], Lang::En);
    let whole = report::render(&report, Format::Markdown, 0);
    assert_eq!(report::github::summary(std::slice::from_ref(&report), report::github::LONGEST_SUMMARY), whole);
    let cut = report::github::summary(std::slice::from_ref(&report), 3_000);
    let (kept, sentence) = cut.trim_end().rsplit_once("\n\n").unwrap();
    assert!(cut.len() <= 3_000 && cut.len() > 2_000 && whole.starts_with(&format!("{kept}\n\n")));
    assert!(sentence.starts_with("The report ends here"), "{sentence}");
}

#[test]
fn checklists_follow_the_schema_that_editors_use() {
    let schema = values(include_str!("../../checklists/checklist.schema.json"));
    let mut seen = 0;
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("checklists");
    for path in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).filter(|p| p.extension().is_some_and(|e| e == "yaml")) {
        let options = serde_yaml::options! { strict_booleans: true, budget: serde_yaml::budget! { max_depth: 16, max_nodes: 1_000_000 } };
        let checklist: Value = serde_yaml::from_str_with_options(&std::fs::read_to_string(&path).unwrap(), options).unwrap();
        assert_eq!(schema::problems(&schema, &checklist), Vec::<String>::new(), "{}", path.display());
        let mut wrong = checklist.clone();
        wrong["criteria"][0]["gewicht"] = 2.into();
        assert!(!schema::problems(&schema, &wrong).is_empty());
        seen += 1;
    }
    assert!(seen >= 2);
}
