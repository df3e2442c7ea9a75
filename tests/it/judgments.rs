//! `crpd-check worksheet`, `judge` and `audit --judgments`: from the gaps to the verdict of people.

use crate::{Folder, read, run};
use serde_json::Value;
use std::fs;

const PLAN: &str = "examples/brueckstedt-aue-tabellen.md";
/// One that the text search finds binding, and two that it does not find.
const STOPS: &str = "mobilitaet.haltestellen";
const HOUSING: &str = "wohnen.wahlfreiheit";
const WOMEN: &str = "schutz.schutzunterkuenfte";

/// The CSV sheet of a group with its verdicts filled in, as a spreadsheet would save it.
fn sheet(group: &str, verdicts: &[(&str, &str)]) -> String {
    let ids: Vec<&str> = verdicts.iter().map(|(id, _)| *id).collect();
    let empty = run(&["worksheet", PLAN, "--format", "csv", "--group", group, "--criteria", &ids.join(",")]);
    assert_eq!(empty.code, 0, "{}", empty.err);
    let mut rows = csv_rows(&empty.out);
    for row in rows.iter_mut().skip(1) {
        row[5] = verdicts.iter().find(|(id, _)| *id == row[0]).unwrap().1.to_owned();
    }
    with_separator(&rows, b';')
}

fn csv_rows(text: &str) -> Vec<Vec<String>> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn with_separator(rows: &[Vec<String>], separator: u8) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(separator).terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn audit(judgments: &str, more: &[&str]) -> Value {
    let report = run(&[&["audit", PLAN, "--judgments", judgments, "--format", "json"], more].concat());
    assert_eq!(report.code, 0, "{}", report.err);
    serde_json::from_str(&report.out).unwrap()
}

fn criterion<'a>(report: &'a Value, id: &str) -> &'a Value {
    report["plans"][0]["criteria"].as_array().unwrap().iter().find(|c| c["id"] == id).unwrap()
}

#[test]
fn a_worksheet_asks_seven_questions_of_seven_fields_in_every_format() {
    let rows = csv_rows(&run(&["worksheet", PLAN, "--format", "csv"]).out);
    let ids: Vec<&str> = rows[1..].iter().map(|r| r[0].as_str()).collect();
    assert_eq!(ids.len(), 7);
    let fields: std::collections::BTreeSet<&str> = ids.iter().map(|id| id.split('.').next().unwrap()).collect();
    assert_eq!(fields.len(), 7, "{ids:?}");
    for format in ["plain", "table", "markdown", "html"] {
        let text = run(&["worksheet", PLAN, "--format", format]).out;
        for id in &ids {
            assert!(text.replace('\\', "").contains(id), "{format}: {id}");
        }
        assert_eq!(text.matches("weiß ich nicht").count(), ids.len() + 1, "{format}");
    }
    let plain = run(&["worksheet", PLAN, "--plain"]).out;
    assert!(!plain.contains("  ") && !plain.contains('_'), "{plain}");
    let count = |more: &[&str]| run(&[&["worksheet", PLAN, "--plain"], more].concat()).out.matches("[ ] ja").count();
    assert_eq!((count(&["--minutes", "20"]), count(&["--all"]), count(&["--criteria", STOPS])), (2, 89, 1));
    let short = run(&["worksheet", PLAN, "--minutes", "15"]);
    assert_eq!((short.code, short.out.as_str()), (2, ""));
    assert!(short.err.contains("15 Minuten"), "{}", short.err);
}

#[test]
fn a_printed_worksheet_has_large_letters_boxes_and_lines_to_write_on() {
    let page = |font: &str| run(&["worksheet", PLAN, "--format", "html", "--font", font]).out;
    for font in ["14", "20"] {
        let page = page(font);
        assert!(page.contains(&format!("html {{ font-size: {font}pt")), "{font}");
        assert_eq!((page.matches("<ul class=\"ticks\">").count(), page.matches("<div class=\"rule\"").count()), (7, 2 + 7 * 4));
        roxmltree::Document::parse(&page.replace("<!DOCTYPE html>", "")).unwrap();
    }
    assert_eq!(run(&["worksheet", PLAN, "--font", "9"]).code, 2);
}

#[test]
fn people_go_before_the_text_search_and_both_are_shown() {
    let folder = Folder::new();
    let a = folder.file("a.csv", sheet("A", &[(STOPS, "nein"), (HOUSING, "ja"), (WOMEN, "teilweise")]));
    let b = folder.file("b.csv", sheet("B", &[(STOPS, "nein"), (HOUSING, "Ja"), (WOMEN, "nein")]));
    let file = folder.path("urteile.yaml").to_string_lossy().into_owned();
    let import = run(&["judge", "import", &a, &b, "--plan", PLAN, "-o", &file]);
    assert_eq!((import.code, import.out.as_str()), (0, ""), "{}", import.err);
    assert!(import.err.contains("6 Urteile übernommen (2 Gruppen)") && import.err.contains("--judgments"), "{}", import.err);
    let (before, after): (Value, Value) = (serde_json::from_str(&run(&["audit", PLAN, "--format", "json"]).out).unwrap(), audit(&file, &[]));
    assert_eq!(criterion(&before, STOPS)["level"], "binding");
    let stops = criterion(&after, STOPS);
    assert_eq!((&stops["level"], &stops["judged"]["level_by_text"], &stops["points"]), (&"mentioned".into(), &"binding".into(), &0.into()));
    assert!(!stops["evidence"].as_array().unwrap().is_empty(), "the evidence stays");
    let housing = criterion(&after, HOUSING);
    assert_eq!((&housing["level"], &housing["judged"]["outcome"]), (&"planned".into(), &"agreed".into()));
    let women = criterion(&after, WOMEN);
    assert_eq!((&women["judged"]["outcome"], &women["level"]), (&"disputed".into(), &criterion(&before, WOMEN)["level"]));
    // Three points of the stops are gone, two of housing are there.
    let earned = |v: &Value| v["earned"].as_i64().unwrap();
    let plans = (&before["plans"][0], &after["plans"][0]);
    assert_eq!(earned(&plans.1["score"]), earned(&plans.0["score"]) - 3 + 2);
    assert_eq!(earned(&plans.1["score_by_text"]), earned(&plans.0["score"]));
    let gaps = |plan: &Value, id: &str| plan["gaps"].as_array().unwrap().contains(&id.into());
    assert!(gaps(plans.1, STOPS) && !gaps(plans.1, HOUSING) && gaps(plans.0, HOUSING));
    let plain = run(&["audit", PLAN, "--judgments", &file, "--plain"]).out;
    assert!(plain.contains("Urteil: nein, einig; Textsuche: verbindlich") && plain.contains("Uneinig sind die Gruppen bei 1 Kriterium"));
    // A gate looks at what counts, and so do the formats for build servers.
    assert_eq!(run(&["audit", PLAN, "--judgments", &file, "--fail-on", STOPS]).code, 1);
    assert_eq!(run(&["audit", PLAN, "--judgments", &file, "--fail-on", HOUSING]).code, 0);
    assert!(run(&["audit", PLAN, "--judgments", &file, "--format", "gitlab"]).out.contains("Urteil der Gruppen: nein."));
    let csv = run(&["audit", PLAN, "--judgments", &file, "--format", "csv"]).out;
    assert!(csv.lines().any(|l| l.contains(STOPS) && l.contains("nein,verbindlich")), "{csv}");
}

#[test]
fn a_german_excel_may_save_the_sheet_as_it_likes() {
    let folder = Folder::new();
    let text = sheet("A", &[(STOPS, "weiß ich nicht"), (HOUSING, "ja")]);
    let old: Vec<u8> = text.chars().map(|c| if u32::from(c) < 256 { u32::from(c) as u8 } else { b'?' }).collect();
    assert!(old.contains(&0xDF), "ß is one byte");
    let utf16: Vec<u8> = [0xFEFF].into_iter().chain(with_separator(&csv_rows(&text), b'\t').encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let forms: [(&str, Vec<u8>); 5] = [
        ("alt.csv", old),
        ("bom.csv", format!("\u{feff}{text}").into_bytes()),
        ("komma.csv", with_separator(&csv_rows(&text), b',').into_bytes()),
        ("unicode.txt", utf16),
        ("sep.csv", format!("sep=;\r\n{text}").into_bytes()),
    ];
    let mut written = Vec::new();
    for (name, bytes) in forms {
        let file = folder.file(name, bytes);
        let target = folder.path(&format!("{name}.yaml"));
        let import = run(&["judge", "import", &file, "--plan", PLAN, "-o", &target.to_string_lossy()]);
        assert_eq!(import.code, 0, "{name}: {}", import.err);
        assert_eq!(import.err.contains("Windows-1252"), name == "alt.csv", "{}", import.err);
        written.push(fs::read_to_string(target).unwrap());
    }
    assert!(written[0].contains("verdict: unsure"), "{}", written[0]);
    assert!(written.iter().all(|w| *w == written[0]));
}

#[test]
fn a_row_that_is_not_understood_is_named_and_nothing_is_written() {
    let folder = Folder::new();
    let bad = folder.file("b.csv", sheet("B", &[(STOPS, "jein"), (HOUSING, "ja"), (WOMEN, "vielleicht")]));
    let good = folder.file("a.csv", sheet("A", &[(STOPS, "ja")]));
    let target = folder.path("urteile.yaml");
    let import = run(&["judge", "import", &good, &bad, "--plan", PLAN, "-o", &target.to_string_lossy()]);
    assert_eq!((import.code, import.out.as_str()), (2, ""));
    for told in ["2 Zeilen", "b.csv:2:1", "b.csv:4:1", "„jein“", "„vielleicht“", "weiß ich nicht"] {
        assert!(import.err.contains(told), "{told}: {}", import.err);
    }
    assert!(!target.exists());
    // The same group twice, in two files, without a day that decides.
    let again = folder.file("c.csv", sheet("A", &[(STOPS, "nein")]));
    let import = run(&["judge", "import", &good, &again, "--plan", PLAN, "-o", &target.to_string_lossy()]);
    assert_eq!(import.code, 2);
    assert!(import.err.contains("Gruppe „A“") && import.err.contains(STOPS) && !target.exists(), "{}", import.err);
}

#[test]
fn a_judgment_ends_when_its_passage_changes() {
    let folder = Folder::new();
    let text = read(PLAN);
    let plan = folder.file("plan.md", &text);
    let sheet = folder.file("a.csv", format!("kriterium;urteil;gruppe\n{STOPS};nein;A\n{HOUSING};ja;A\n"));
    let import = run(&["judge", "import", &sheet, "--plan", &plan]);
    assert_eq!(import.code, 0, "{}", import.err);
    let file = folder.path("plan.judgments.yaml");
    assert!(file.exists(), "beside the plan: {}", import.err);
    assert_eq!(run(&["judge", "import", &sheet, "--plan", &plan]).code, 2, "never overwritten without being asked");
    let outcome = |id: &str| {
        let report = run(&["audit", &plan, "--judgments", &file.to_string_lossy(), "--format", "json"]);
        let report: Value = serde_json::from_str(&report.out).unwrap();
        criterion(&report, id)["judged"]["outcome"].as_str().unwrap().to_owned()
    };
    assert_eq!((outcome(STOPS).as_str(), outcome(HOUSING).as_str()), ("agreed", "agreed"));
    let quote = criterion(&serde_json::from_str(&run(&["audit", &plan, "--format", "json"]).out).unwrap(), STOPS)["evidence"][0]["quote"].clone();
    let quote = quote.as_str().unwrap();
    fs::write(&plan, text.replacen(quote, &quote.replace("Bushaltestellen", "Haltestellen"), 1)).unwrap();
    assert_eq!((outcome(STOPS).as_str(), outcome(HOUSING).as_str()), ("outdated", "outdated"));
    fs::write(&plan, text.replace('\n', "\r\n")).unwrap();
    assert_eq!((outcome(STOPS).as_str(), outcome(HOUSING).as_str()), ("agreed", "agreed"));
}

#[test]
fn judgments_on_another_plan_or_checklist_are_refused() {
    let folder = Folder::new();
    let csv = folder.file("a.csv", sheet("A", &[(STOPS, "ja")]));
    let file = folder.path("u.yaml").to_string_lossy().into_owned();
    run(&["judge", "import", &csv, "--plan", PLAN, "-o", &file]);
    let other = run(&["audit", "examples/landkreis-wiesental-steckbriefe.md", "--judgments", &file]);
    assert_eq!((other.code, other.out.as_str()), (2, ""));
    assert!(other.err.contains(PLAN), "{}", other.err);
    let wrong = run(&["audit", PLAN, "--judgments", &file, "--checklist", "pkl"]);
    assert!(wrong.code == 2 && wrong.err.contains("„un-brk-kommunal“"), "{}", wrong.err);
    let twice = run(&["audit", PLAN, "--judgments", &file, "--judgments", &file]);
    assert!(twice.code == 2 && twice.err.contains("judge merge"), "{}", twice.err);
    // Of several plans the judgments find their own.
    let all: Value = serde_json::from_str(&run(&["audit", "examples", "--judgments", &file, "--format", "json"]).out).unwrap();
    let judged: Vec<&str> =
        all["plans"].as_array().unwrap().iter().filter(|p| !p["score_by_text"].is_null()).map(|p| p["path"].as_str().unwrap()).collect();
    assert_eq!(judged, [PLAN]);
}

#[test]
fn agreement_shows_the_widest_disagreement_first_and_says_why_there_is_no_alpha() {
    let folder = Folder::new();
    let ids: Vec<String> = csv_rows(&run(&["worksheet", PLAN, "--format", "csv", "--minutes", "60"]).out)[1..].iter().map(|r| r[0].clone()).collect();
    assert_eq!(ids.len(), 12);
    let file = |group: &str, verdict: &dyn Fn(usize) -> &'static str, count: usize| {
        let rows: Vec<(&str, &str)> = ids.iter().take(count).enumerate().map(|(i, id)| (id.as_str(), verdict(i))).collect();
        let csv = folder.file(&format!("{group}{count}.csv"), sheet(group, &rows));
        let yaml = folder.path(&format!("{group}{count}.yaml")).to_string_lossy().into_owned();
        assert_eq!(run(&["judge", "import", &csv, "--plan", PLAN, "-o", &yaml, "--force"]).code, 0);
        yaml
    };
    let (yes, mixed) = (
        |_| "ja",
        |i: usize| {
            if i == 3 {
                "nein"
            } else if i % 4 == 1 {
                "teilweise"
            } else {
                "ja"
            }
        },
    );
    let agreement = |files: &[String]| -> Value {
        let names: Vec<&str> = files.iter().map(String::as_str).collect();
        serde_json::from_str(&run(&[&["judge", "agreement"], names.as_slice(), &["--format", "json"]].concat()).out).unwrap()
    };
    let full = agreement(&[file("A", &yes, 12), file("B", &mixed, 12), file("C", &mixed, 12)]);
    assert_eq!((&full["criteria"][0]["criterion"], &full["criteria"][0]["width"]), (&ids[3].as_str().into(), &2.into()));
    // 36 pairs, of which A differs from B and from C on four criteria.
    assert_eq!((&full["equal"], &full["pairs"]), (&28.into(), &36.into()));
    assert!(full["alpha"].as_str().unwrap().parse::<f64>().unwrap() < 0.667, "{full:#}");
    assert_eq!(agreement(&[file("A", &yes, 12), file("B", &mixed, 12)])["no_alpha"], "few-groups");
    let few = [file("A", &yes, 9), file("B", &mixed, 9), file("C", &yes, 9)];
    assert_eq!(agreement(&few)["no_alpha"], "few-items");
    let plain = run(&["judge", "agreement", &few[0], &few[1], &few[2], "--plain"]).out;
    assert!(plain.contains("Kein Alpha") && !plain.contains("0,"), "{plain}");
    let merged = run(&["judge", "merge", &few[0], &few[1], &few[2]]);
    assert_eq!(merged.out.matches("- criterion:").count(), 27);
}

#[test]
fn what_people_wrote_is_harmless_wherever_it_is_printed() {
    let folder = Folder::new();
    let hostile = "<script>alert(1)</script> \u{1b}[2J =1+1 ::error::x";
    let csv = folder.file("a.csv", format!("kriterium;urteil;kommentar;gruppe\n{STOPS};nein;\"{hostile}\";<b>A\n"));
    let file = folder.path("u.yaml").to_string_lossy().into_owned();
    assert_eq!(run(&["judge", "import", &csv, "--plan", PLAN, "-o", &file]).code, 0);
    for format in ["table", "plain", "markdown", "html", "json", "github"] {
        let out = run(&["audit", PLAN, "--judgments", &file, "--format", format]).out;
        assert!(!out.contains('\u{1b}') && !out.contains("\n::error::x"), "{format}");
        assert!(format != "html" || (!out.contains("<script>") && out.contains("&#60;script&#62;")), "{format}");
    }
}
