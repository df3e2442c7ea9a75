//! The survey as its readers see it, and its data as their schemas want them.

use crate::{HUMAN, SUM, assert_plain, assert_up_to_date, audited, bare, checklist, schema, shown};
use crpd_check::checklist::Checklist;
use crpd_check::report::survey::{self, SurveyReport};
use crpd_check::report::{Format, datapackage};
use crpd_check::text::Lang;
use serde_json::Value;

const PLAN: &str = include_str!("plan.md");

/// A town with a whole plan, a county with a hostile one, and a file without front matter.
fn surveyed(checklist: &Checklist, lang: Lang) -> SurveyReport<'_> {
    let county =
        "---\nkommune: \"=Kreis <b>Dorn</b>|\\e[31m\u{202e}\"\nart: Landkreis\nags: 8112000\nlizenz: CC BY 4.0\n---\n\n# -Plan `rm`\n\nKaum etwas.\n";
    let body = PLAN.splitn(3, "---\n").last().unwrap();
    let town = format!("---\nkommune: Olm\nart: Stadt\nags: \"08111000\"\nfassung: 2. Fassung\n---\n\n{body}");
    let plans = [("plaene/a.md", town.as_str()), ("plaene/b.md", county), ("plaene/c.md", body)];
    SurveyReport {
        checklist,
        checklist_sha256: SUM.to_owned(),
        plans: plans.iter().map(|(name, text)| audited(name, text, checklist).into_summary(checklist)).collect(),
        unreadable: vec![("plaene/d.md".to_owned(), "kein Text".to_owned())],
        lang,
    }
}

fn json(report: &SurveyReport<'_>) -> Value {
    serde_json::from_str(&survey::render(report, Format::Json, 0)).unwrap()
}

#[test]
fn formats() {
    let checklist = checklist();
    let report = surveyed(&checklist, Lang::De);
    insta::assert_snapshot!("survey_table", survey::render(&report, Format::Table, 80));
    insta::assert_snapshot!("survey_plain", survey::render(&report, Format::Plain, 0));
    insta::assert_snapshot!("survey_csv", survey::csv(&report));
    assert_plain(&survey::render(&report, Format::Plain, 0));
    assert_plain(&survey::render(&surveyed(&checklist, Lang::En), Format::Plain, 0));
}

#[test]
fn the_formats_for_people_say_what_the_json_says() {
    let checklist = checklist();
    let report = surveyed(&checklist, Lang::De);
    let json = json(&report);
    for format in HUMAN {
        // In a narrow window tables become lines: side by side, the lines of two cells would be read across.
        let said = shown(&survey::render(&report, format, 59), format);
        let text = bare(&said);
        let says = |fact: &str| assert!(text.contains(&bare(fact)), "{format:?} does not say {fact:?}");
        for gap in json["common_gaps"].as_array().unwrap() {
            says(gap["id"].as_str().unwrap());
            says(gap["question"].as_str().unwrap());
            says(&format!("{} von {}", gap["plans"], gap["of"]));
            gap["by_kind"].as_array().unwrap().iter().for_each(|open| says(&format!("{} von {}", open["plans"], open["of"])));
        }
        for plan in json["plans"].as_array().unwrap() {
            for key in ["path", "title", "municipality", "ags", "edition", "licence", "sha256"] {
                // What a terminal must not get is only in the data.
                plan[key].as_str().filter(|value| !value.contains('\u{1b}')).into_iter().for_each(says);
            }
            for field in plan["fields"].as_array().unwrap() {
                says(field["title"].as_str().unwrap());
                says(&format!("{} von {}", field["covered"], field["criteria"]));
                says(&format!("{} von {}", field["binding"], field["criteria"]));
                says(&format!("{} von {}", field["score"]["earned"], field["score"]["possible"]));
            }
            plan["measures"].as_object().unwrap().values().for_each(|n| says(&n.to_string()));
            plan["remarks"].as_array().unwrap().iter().for_each(|r| says(r["text"].as_str().unwrap()));
            // There is no total for people: it would be read as a rank.
            let total = format!("{} von {}", plan["score"]["earned"], plan["score"]["possible"]);
            assert!(!said.contains(&total), "{total}");
        }
        says("plaene/d.md: kein Text");
    }
}

#[test]
fn a_narrow_window_cuts_nothing() {
    let checklist = checklist();
    let report = surveyed(&checklist, Lang::De);
    let whole = bare(&survey::render(&report, Format::Table, 59));
    for width in [20, 40] {
        let narrow = survey::render(&report, Format::Table, width);
        assert!(narrow.lines().all(|l| l.chars().count() <= width), "{width}");
        assert_eq!(bare(&narrow), whole, "{width}");
    }
}

#[test]
fn hostile_text_stays_text() {
    let checklist = checklist();
    let report = surveyed(&checklist, Lang::De);
    for format in HUMAN {
        let text = survey::render(&report, format, 80);
        assert!(text.chars().all(|c| c == '\n' || (!c.is_control() && c != '\u{202e}')), "{format:?}");
    }
    let markdown = survey::render(&report, Format::Markdown, 80);
    for event in pulldown_cmark::Parser::new_ext(&markdown, pulldown_cmark::Options::all()) {
        assert!(!matches!(event, pulldown_cmark::Event::Html(_) | pulldown_cmark::Event::InlineHtml(_)), "{event:?}");
    }
    let tables = datapackage::files(&report).into_iter().filter(|(name, _)| name.ends_with(".csv")).map(|(_, text)| text);
    for text in tables.chain([survey::csv(&report)]) {
        for row in csv::Reader::from_reader(text.as_bytes()).records() {
            assert!(row.unwrap().iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{text}");
        }
    }
    assert!(survey::csv(&report).contains("'=Kreis"));
}

#[test]
fn the_json_follows_its_schema() {
    let checklist = checklist();
    let schema = serde_json::to_value(survey::schema()).unwrap();
    let mut json = json(&surveyed(&checklist, Lang::De));
    assert_eq!(schema::problems(&schema, &json), Vec::<String>::new());
    json["plans"][0]["fields"][0]["score"]["earned"] = Value::from("viel");
    assert_eq!(schema::problems(&schema, &json).len(), 1);
    assert_up_to_date("docs/schema/survey.json", &survey::schema());
}

#[test]
fn the_data_package_follows_the_standard() {
    let checklist = checklist();
    let profile: Value = serde_json::from_str(include_str!("schemas/tabular-data-package.json")).unwrap();
    let validator = jsonschema::validator_for(&profile).unwrap();
    let mut report = surveyed(&checklist, Lang::De);
    for licence in [None, Some("CC BY 4.0"), Some("https://creativecommons.org/licenses/by/4.0/")] {
        report.plans.iter_mut().for_each(|p| p.header.licence = licence.map(str::to_owned));
        let files = datapackage::files(&report);
        let descriptor: Value = serde_json::from_str(&files[0].1).unwrap();
        let problems: Vec<String> = validator.iter_errors(&descriptor).map(|e| e.to_string()).collect();
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(descriptor["licenses"].is_null(), licence.is_none());
    }
    let files = datapackage::files(&report);
    assert_eq!(files.iter().map(|(name, _)| *name).collect::<Vec<_>>(), datapackage::FILES);
    let mut descriptor: Value = serde_json::from_str(&files[0].1).unwrap();
    for (resource, (name, text)) in descriptor["resources"].as_array().unwrap().iter().zip(&files[1..]) {
        assert_eq!(resource["path"], *name);
        assert_eq!(resource["bytes"], text.len());
        assert_eq!(resource["hash"], format!("sha256:{}", crpd_check::source::sha256(text.as_bytes())));
        check_table(resource, text, &files, &descriptor);
    }
    descriptor["resources"][0].as_object_mut().unwrap().remove("schema");
    assert!(!validator.is_valid(&descriptor));
}

/// Every cell has its type, every key is there once, and every reference leads somewhere.
fn check_table(resource: &Value, text: &str, files: &[(&str, String)], descriptor: &Value) {
    let schema = &resource["schema"];
    let names = |value: &Value| value.as_array().unwrap().iter().map(|v| v["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(head, names(&schema["fields"]));
    let column = |name: &Value| head.iter().position(|h| h == name).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert!(!rows.is_empty());
    for row in &rows {
        for (field, cell) in schema["fields"].as_array().unwrap().iter().zip(row) {
            let constraints = &field["constraints"];
            assert!(field["type"] != "integer" || cell.parse::<u32>().is_ok(), "{field}: {cell}");
            assert!(constraints["required"] == false || !cell.is_empty(), "{field}");
            assert!(cell.is_empty() || constraints["enum"].as_array().is_none_or(|words| words.iter().any(|w| w == cell)), "{field}: {cell}");
        }
    }
    let key: Vec<usize> = schema["primaryKey"].as_array().unwrap().iter().map(column).collect();
    let mut keys: Vec<Vec<&str>> = rows.iter().map(|row| key.iter().map(|&k| &row[k]).collect()).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), rows.len());
    for reference in schema["foreignKeys"].as_array().into_iter().flatten() {
        let target = &reference["reference"];
        let other = descriptor["resources"].as_array().unwrap().iter().position(|r| r["name"] == target["resource"]).unwrap();
        let known: Vec<String> = {
            let mut reader = csv::Reader::from_reader(files[other + 1].1.as_bytes());
            let at = reader.headers().unwrap().iter().position(|h| target["fields"] == h).unwrap();
            reader.records().map(|row| row.unwrap()[at].to_owned()).collect()
        };
        let own = column(&reference["fields"]);
        assert!(rows.iter().all(|row| known.iter().any(|k| *k == row[own])), "{reference}");
    }
}
