//! What people type, and every bad input: never a panic, always a report or a message with a way out.

use crate::{Folder, Run, program, run, run_with};
use std::fs;
use std::path::Path;
use std::process::Stdio;

const PLAN: &str = "examples/brueckstedt-aue-tabellen.md";
const CHECKLIST: &str = "checklists/un-brk-kommunal.yaml";

/// A small plan for tests that do not need a long one.
const SMALL: &str = "# Plan\n\n## Maßnahmen\n\nDas Tiefbauamt baut bis Ende 2027 zwölf Haltestellen barrierefrei um.\n";

fn json(run: &Run) -> serde_json::Value {
    assert_eq!(run.code, 0, "{}", run.err);
    serde_json::from_str(&run.out).unwrap()
}

/// Refused with exit code 2, nothing on standard output, and both what is wrong and how to mend it.
fn refused(run: &Run, parts: &[&str]) {
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{}", run.err);
    for part in parts {
        assert!(run.err.contains(part), "„{part}“ is not in: {}", run.err);
    }
    assert!(!run.err.contains("panicked") && !run.err.contains("stack backtrace"), "{}", run.err);
    assert!(run.err.lines().count() <= 4 || run.err.contains(".yaml:"), "{}", run.err);
}

// ---------------------------------------------------------------------------------------------------------
// Help.

#[test]
fn help_comes_in_both_languages_and_names_plain_early() {
    for arguments in [&["--help"][..], &["-h"], &["help"], &[]] {
        let help = run(arguments);
        assert_eq!(help.code, 0);
        assert!(help.out.lines().take(15).any(|l| l.contains("--plain")), "{}", help.out);
        assert!(help.out.contains("Befehle:") && !help.out.contains("Usage") && !help.out.contains("OPTIONS"), "{}", help.out);
    }
    let english = run(&["--help", "--lang", "en"]);
    assert!(english.out.contains("Commands:") && !english.out.contains("Befehle"), "{}", english.out);
    for command in ["audit", "measures", "explain", "checklist", "checklist validate"] {
        let words: Vec<&str> = command.split(' ').chain(["--help"]).collect();
        let help = run(&words);
        assert_eq!(help.code, 0, "{command}");
        assert!(help.out.contains("--plain"), "{command}: {}", help.out);
    }
    assert_eq!(run(&["--version"]).out.trim(), format!("crpd-check {}", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_language_of_help_follows_the_system_and_reports_stay_german() {
    let with = |name: &str, value: &str, arguments: &[&str]| -> Run {
        program().args(arguments).env(name, value).stdin(Stdio::null()).output().unwrap().into()
    };
    assert!(with("LANG", "en_GB.UTF-8", &["--help"]).out.contains("Commands:"));
    assert!(with("LANG", "C.UTF-8", &["--help"]).out.contains("Befehle:"));
    assert!(with("LC_ALL", "de_AT.UTF-8", &["--help"]).out.contains("Befehle:"));
    assert!(with("LC_MESSAGES", "en_GB.UTF-8", &["--help"]).out.contains("Commands:"));
    assert!(with("CRPD_CHECK_LANG", "en", &["--help"]).out.contains("Commands:"));
    assert!(with("LANG", "en_GB.UTF-8", &["audit", PLAN]).out.contains("Ergebnis:"));
    assert!(with("CRPD_CHECK_LANG", "en", &["audit", PLAN]).out.contains("Result:"));
}

#[test]
fn mistyped_commands_say_how_to_go_on() {
    refused(&run(&["adit", PLAN]), &["„adit“", "audit"]);
    refused(&run(&[PLAN]), &["crpd-check audit"]);
    refused(&run(&["audit"]), &["Es fehlt", "PLAN"]);
    refused(&run(&["audit", PLAN, "--fomat", "json"]), &["--fomat", "--format"]);
    refused(&run(&["audit", PLAN, "--format", "xml"]), &["„xml“", "markdown"]);
    refused(&run(&["audit", PLAN, "--format"]), &["--format", "table"]);
    refused(&run(&["audit", PLAN, "--lang", "fr"]), &["„fr“", "de, en"]);
    for wrong in ["101", "sechzig", "-1", "1.234"] {
        refused(&run(&["audit", PLAN, &format!("--fail-under={wrong}")]), &[wrong, "0 bis 100"]);
    }
    refused(&run(&["checklist"]), &["Hilfe:"]);
    refused(&run(&["audit", "--lang", "en", "--fomat"]), &["Error:", "Perhaps you mean: --format"]);
}

// ---------------------------------------------------------------------------------------------------------
// Audits.

#[test]
fn every_format_tells_the_result() {
    let score = json(&run(&["audit", PLAN, "--format", "json"]))["plans"][0]["score"].clone();
    let result = format!("{} von {} Punkten", score["earned"], score["possible"]);
    for format in ["table", "plain", "markdown"] {
        let report = run(&["audit", PLAN, "--format", format]);
        assert_eq!((report.code, report.err.as_str()), (0, ""));
        assert!(report.out.contains(&result), "{format}: {}", report.out);
    }
}

#[test]
fn json_holds_what_the_contract_promises_and_no_absolute_path() {
    let absolute = crate::root().join(PLAN);
    let report = json(&run(&["audit", absolute.to_str().unwrap(), "--format", "json"]));
    assert_eq!(report["schema"], "crpd-check/report/1");
    assert_eq!(report["tool"]["name"], "crpd-check");
    for key in ["id", "version", "title", "sha256"] {
        assert!(report["checklist"][key].as_str().is_some_and(|s| !s.is_empty()), "{key}");
    }
    let plan = &report["plans"][0];
    assert_eq!(plan["path"], PLAN);
    assert_eq!(plan["criteria"].as_array().unwrap().len(), 89);
    for key in
        ["sha256", "title", "metadata", "score", "measures", "criteria", "fields", "articles", "uncovered_articles", "gaps", "unassigned_measures"]
    {
        assert!(!plan[key].is_null(), "{key}");
    }
    let text = fs::read_to_string(crate::root().join(PLAN)).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    for criterion in plan["criteria"].as_array().unwrap() {
        for evidence in criterion["evidence"].as_array().unwrap() {
            let line = |i: usize| usize::try_from(evidence["lines"][i].as_u64().unwrap()).unwrap();
            assert!(1 <= line(0) && line(0) <= line(1) && line(1) <= lines.len(), "{evidence}");
            let quote = evidence["quote"].as_str().unwrap();
            let first: String = quote.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
            let there = lines[line(0) - 1..line(1)].join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(there.contains(&first), "„{first}“ is not in lines {}: {there}", evidence["lines"]);
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for format in ["table", "json"] {
        let arguments = ["audit", "examples", "--format", format];
        assert_eq!(run(&arguments).out, run(&arguments).out);
    }
}

#[test]
fn standard_input_is_a_plan_too() {
    let report = run_with(&["audit", "-", "--format", "json"], SMALL.as_bytes());
    let report = json(&report);
    let stops = report["plans"][0]["criteria"].as_array().unwrap().iter().find(|c| c["id"] == "mobilitaet.haltestellen").unwrap();
    assert_eq!(stops["level"], "binding", "{stops}");
    assert_eq!(stops["evidence"][0]["lines"], serde_json::json!([5, 5]));
}

#[test]
fn fields_and_articles_narrow_the_audit() {
    let field = json(&run(&["audit", PLAN, "--format", "json", "--field", "Mobilität"]));
    let criteria = field["plans"][0]["criteria"].as_array().unwrap();
    assert!(!criteria.is_empty() && criteria.iter().all(|c| c["field"] == "mobilitaet"));
    let article = json(&run(&["audit", PLAN, "--format", "json", "--article", "27"]));
    let criteria = article["plans"][0]["criteria"].as_array().unwrap();
    assert!(!criteria.is_empty() && criteria.iter().all(|c| c["articles"].to_string().contains("\"27")));
    let both = json(&run(&["audit", PLAN, "--format", "json", "--field", "arbeit,wohnen", "--article", "19"]));
    assert!(both["plans"][0]["criteria"].as_array().unwrap().iter().all(|c| c["field"] == "wohnen"));
    refused(&run(&["audit", PLAN, "--field", "verkehr"]), &["„verkehr“", "mobilitaet", "krise"]);
    refused(&run(&["audit", PLAN, "--article", "99"]), &["„99“", "27"]);
    refused(&run(&["audit", PLAN, "--field", "krise", "--article", "24"]), &["Kein Kriterium"]);
}

#[test]
fn a_gate_compares_exactly_and_its_reason_comes_last() {
    let score = json(&run(&["audit", PLAN, "--format", "json"]))["plans"][0]["score"].clone();
    let (earned, possible) = (score["earned"].as_u64().unwrap(), score["possible"].as_u64().unwrap());
    let reached = earned * 10_000 / possible;
    let threshold = |hundredths: u64| format!("{}.{:02}", hundredths / 100, hundredths % 100);
    assert_eq!(run(&["audit", PLAN, "--fail-under", &threshold(reached)]).code, 0);
    let missed = run(&["audit", PLAN, "--fail-under", &threshold(reached + 1)]);
    assert_eq!(missed.code, 1);
    assert!(!missed.out.is_empty());
    let last = missed.err.lines().last().unwrap();
    assert!(last.contains(&format!("{earned} von {possible} Punkten")) && last.contains("--fail-under"), "{last}");
    assert!(!last.contains(&format!("das sind {}", threshold(reached + 1).replace('.', ","))), "{last}");
}

#[test]
fn an_unreadable_file_does_not_stop_the_others() {
    let folder = Folder::new();
    folder.file("b.md", SMALL);
    folder.file("a.md", b"# Pl\xE4ne");
    folder.file("tief/c.markdown", SMALL);
    folder.file(".verborgen/d.md", SMALL);
    folder.file("bild.png", b"\x89PNG");
    let report = run(&["audit", &folder.name(), "fehlt.md", "--format", "json"]);
    assert_eq!(report.code, 2);
    let value: serde_json::Value = serde_json::from_str(&report.out).unwrap();
    let paths: Vec<&str> = value["plans"].as_array().unwrap().iter().map(|p| p["path"].as_str().unwrap()).collect();
    assert_eq!(paths.len(), 2);
    assert!(paths[0].ends_with("/b.md") && paths[1].ends_with("/tief/c.markdown"), "{paths:?}");
    assert!(report.err.contains("a.md: Zeile 1, Spalte 5") && report.err.contains("fehlt.md: Diese Datei gibt es nicht"), "{}", report.err);
    let table = run(&["audit", &folder.name(), "fehlt.md"]);
    assert!(table.out.contains("fehlt.md"), "{}", table.out);
}

#[test]
fn a_report_is_written_to_a_file_once() {
    let folder = Folder::new();
    let target = folder.path("bericht.md");
    let name = target.to_str().unwrap();
    let first = run(&["audit", PLAN, "-o", name]);
    assert_eq!((first.code, first.out.as_str()), (0, ""));
    assert_eq!(fs::read_to_string(&target).unwrap(), run(&["audit", PLAN, "--format", "markdown"]).out);
    refused(&run(&["audit", PLAN, "-o", name]), &["gibt es schon", "--force"]);
    assert_eq!(run(&["audit", PLAN, "-o", name, "--force", "--format", "json"]).code, 0);
    assert!(fs::read_to_string(&target).unwrap().starts_with('{'));
    refused(&run(&["audit", PLAN, "-o", &folder.name()]), &["Ordner"]);
    refused(&run(&["audit", PLAN, "-o", folder.path("fehlt/bericht.md").to_str().unwrap()]), &["Hilfe"]);
}

#[test]
fn the_name_of_the_file_chooses_the_format() {
    let folder = Folder::new();
    let plan = folder.file("plan.md", SMALL);
    let cases = [
        ("a.sarif", "sarif"),
        ("a.SARIF.json", "sarif"),
        ("a.json", "json"),
        ("a.csv", "csv"),
        ("a.ndjson", "ndjson"),
        ("a.jsonl", "ndjson"),
        ("a.xml", "junit"),
        ("a.txt", "plain"),
        ("a", "table"),
    ];
    for (name, format) in cases {
        let target = folder.path(name);
        assert_eq!(run(&["audit", &plan, "-o", target.to_str().unwrap()]).code, 0, "{name}");
        let written = fs::read_to_string(&target).unwrap().replace("\r\n", "\n");
        assert_eq!(written, run(&["audit", &plan, "--format", format]).out, "{name}");
    }
    let target = folder.path("b.json");
    assert_eq!(run(&["audit", &plan, "-o", target.to_str().unwrap(), "--format", "gitlab"]).code, 0);
    assert!(fs::read_to_string(&target).unwrap().starts_with('['));
    refused(&run(&["explain", "mobilitaet.haltestellen", "--format", "sarif"]), &["sarif", "markdown"]);
}

#[test]
fn a_job_summary_is_appended_and_only_where_it_is_asked_for() {
    let folder = Folder::new();
    let page = folder.file("summary.md", "# Vorher\n");
    let plan = folder.file("plan.md", SMALL);
    let with =
        |arguments: &[&str]| -> Run { program().args(arguments).env("GITHUB_STEP_SUMMARY", &page).stdin(Stdio::null()).output().unwrap().into() };
    assert_eq!(with(&["audit", &plan, "--format", "github"]).code, 0);
    assert_eq!(fs::read_to_string(&page).unwrap(), "# Vorher\n");
    assert_eq!(with(&["audit", &plan, "--format", "github", "--job-summary", &page]).code, 0);
    let markdown = run(&["audit", &plan, "--format", "markdown"]).out;
    assert_eq!(fs::read_to_string(&page).unwrap(), format!("# Vorher\n\n{markdown}"));
    let full = folder.file("full.md", " ".repeat(1024 * 1024 - 2_000));
    assert_eq!(with(&["audit", &plan, "--job-summary", &full]).code, 0);
    let length = fs::metadata(&full).unwrap().len();
    assert!(length <= 1024 * 1024 && length > 1024 * 1024 - 1_500, "{length}");
    let new = folder.path("new.md");
    assert_eq!(with(&["audit", &plan, "--job-summary", new.to_str().unwrap()]).code, 0);
    assert_eq!(fs::read_to_string(&new).unwrap(), markdown);
    refused(&run(&["audit", &plan, "-o", folder.path("x.txt").to_str().unwrap(), "--job-summary", &folder.name()]), &["Hilfe"]);
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child = program().args(["audit", "examples"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
}

#[test]
fn plain_output_can_be_read_aloud() {
    let commands: &[&[&str]] = &[
        &["audit", PLAN],
        &["audit", "examples"],
        &["measures", PLAN],
        &["explain", "mobilitaet.haltestellen"],
        &["checklist", "list"],
        &["checklist", "show"],
        &["--help"],
        &["audit", "--help"],
    ];
    for command in commands {
        let arguments: Vec<&str> = command.iter().copied().chain(["--plain"]).collect();
        let plain = run(&arguments);
        assert_eq!(plain.code, 0, "{command:?}");
        for line in plain.out.lines() {
            assert!(!line.contains("  ") && !line.starts_with(' '), "{command:?}: two spaces in „{line}“");
            assert!(!line.contains('\u{1b}') && !line.chars().any(|c| ('\u{2500}'..='\u{259F}').contains(&c)), "{command:?}: drawing in „{line}“");
        }
        for variable in ["CRPD_CHECK_PLAIN", "ACCESSIBLE"] {
            let set = |value: &str| -> Run { program().args(*command).env(variable, value).stdin(Stdio::null()).output().unwrap().into() };
            assert_eq!(set("1").out, plain.out, "{command:?} {variable}");
            assert_eq!(set("0").out, run(command).out, "{command:?} {variable}");
        }
    }
}

// ---------------------------------------------------------------------------------------------------------
// Bad plans.

#[test]
fn an_empty_plan_yields_a_report() {
    let folder = Folder::new();
    for text in ["", "\n\n", "\u{feff}", "---\ntitel: Leer\n---\n"] {
        let report = run(&["audit", &folder.file("leer.md", text)]);
        assert_eq!((report.code, report.err.as_str()), (0, ""), "{text:?}");
        assert!(report.out.contains("0 von"), "{}", report.out);
    }
}

#[test]
fn files_that_are_no_text_are_refused_with_a_way_out() {
    let folder = Folder::new();
    refused(&run(&["audit", "fehlt.md"]), &["fehlt.md", "gibt es nicht", "Hilfe"]);
    refused(&run(&["measures", "examples"]), &["Ordner"]);
    refused(&run(&["audit", &folder.name()]), &["kein Plan", ".md"]);
    refused(&run(&["audit", &folder.file("a.md", b"# Plan\n\nF\xFCr alle")]), &["Zeile 3, Spalte 2", "FC", "UTF-8"]);
    refused(&run(&["audit", &folder.file("a.docx", b"PK\x03\x04\x14\0")]), &["Word", "pandoc"]);
    refused(&run(&["audit", &folder.file("a.pdf", b"%PDF-1.7\n")]), &["PDF"]);
    refused(&run(&["audit", &folder.file("halb.md", b"\xFF\xFE#\0\n")]), &["UTF-16"]);
    refused(&run_with(&["audit", "-"], b"\xFC"), &["-:", "Zeile 1, Spalte 1"]);
}

#[test]
fn other_ways_to_store_a_text_give_the_same_measures() {
    let folder = Folder::new();
    let wide = |order: fn(u16) -> [u8; 2], mark: &[u8]| -> Vec<u8> { mark.iter().copied().chain(SMALL.encode_utf16().flat_map(order)).collect() };
    let forms: [(&str, Vec<u8>); 6] = [
        ("plain.md", SMALL.as_bytes().to_vec()),
        ("bom.md", [b"\xEF\xBB\xBF", SMALL.as_bytes()].concat()),
        ("crlf.md", SMALL.replace('\n', "\r\n").into_bytes()),
        ("cr.md", SMALL.replace('\n', "\r").into_bytes()),
        ("le.md", wide(u16::to_le_bytes, b"\xFF\xFE")),
        ("be.md", wide(u16::to_be_bytes, b"\xFE\xFF")),
    ];
    for (name, bytes) in forms {
        let report = json(&run(&["audit", &folder.file(name, bytes), "--format", "json"]));
        let measures = report["plans"][0]["measures"].as_array().unwrap();
        assert_eq!(measures.len(), 1, "{name}");
        assert_eq!(measures[0]["lines"], serde_json::json!([5, 5]), "{name}");
        assert_eq!(measures[0]["level"], "binding", "{name}");
    }
}

#[test]
fn hostile_texts_end_in_a_report() {
    let folder = Folder::new();
    let cases = [
        ("null.md", SMALL.replace(' ', " \0")),
        ("zitate.md", format!("{}Text\n", "> ".repeat(10_000))),
        ("listen.md", format!("{}Text\n", "- ".repeat(10_000))),
        ("klammern.md", "[".repeat(50_000)),
        ("sterne.md", "*a ".repeat(50_000)),
        ("tabelle.md", format!("|{}\n|{}\n|{}\n", "a|".repeat(2_000), "-|".repeat(2_000), "b|".repeat(2_000))),
        ("kopf.md", "---\ntitel: [\n---\n# Plan\n".to_owned()),
        ("offen.md", "---\ntitel: x\n# kein Ende\n".to_owned()),
        ("zeile.md", format!("# {}\n", "Haltestelle ".repeat(20_000))),
        ("steuerzeichen.md", "# Plan\u{1b}[31m\n\nRot\u{7}\u{202e}\n".to_owned()),
    ];
    for (name, text) in cases {
        let report = run(&["audit", &folder.file(name, text)]);
        assert_eq!((report.code, report.err.as_str()), (0, ""), "{name}");
        assert!(!report.out.contains('\u{1b}'), "{name}");
    }
}

#[test]
fn a_large_file_ends_in_a_report() {
    let folder = Folder::new();
    let line = "Die Stadt hat viele Straßen, und an jedem Morgen fährt jemand zur Arbeit oder in die Schule.\n\n";
    let large = format!("{SMALL}\n{}", line.repeat(2_000_000 / line.len()));
    let report = json(&run(&["audit", &folder.file("gross.md", large), "--format", "json"]));
    assert!(!report["plans"][0]["measures"].as_array().unwrap().is_empty());
}

// ---------------------------------------------------------------------------------------------------------
// Measures, explanations, checklists.

#[test]
fn measures_come_in_four_formats() {
    for format in ["table", "plain", "csv", "json"] {
        let list = run(&["measures", PLAN, "--format", format]);
        assert_eq!((list.code, list.err.as_str()), (0, ""), "{format}");
        assert!(list.out.contains("m1") && list.out.contains("Tiefbauamt"), "{format}: {}", list.out);
    }
    serde_json::from_str::<serde_json::Value>(&run(&["measures", PLAN, "--format", "json"]).out).unwrap();
}

#[test]
fn explain_knows_the_criterion_or_the_nearest() {
    let explained = run(&["explain", "mobilitaet.haltestellen"]);
    assert_eq!(explained.code, 0);
    assert!(explained.out.contains("Wie viele Haltestellen werden bis wann umgebaut?"), "{}", explained.out);
    assert_eq!(run(&["explain", "haltestellen"]).out, explained.out);
    refused(&run(&["explain", "mobilitaet.haltestelen"]), &["mobilitaet.haltestelen", "mobilitaet.haltestellen"]);
    refused(&run(&["explain", "mobilitaet"]), &["mobilitaet.parken"]);
    refused(&run(&["explain", "xyzxyzxyzxyzxyz"]), &["checklist show"]);
}

#[test]
fn checklists_are_listed_shown_and_described() {
    assert!(run(&["checklist", "list"]).out.contains("un-brk-kommunal"));
    assert!(run(&["checklist", "show"]).out.contains("wohnen.beratung"));
    let schema: serde_json::Value = serde_json::from_str(&run(&["checklist", "schema"]).out).unwrap();
    assert!(schema["properties"]["criteria"].is_object());
    let fine = run(&["checklist", "validate", CHECKLIST]);
    assert_eq!(fine.code, 0, "{}", fine.out);
    assert!(fine.out.contains("89"), "{}", fine.out);
    refused(&run(&["audit", PLAN, "--checklist", "gibt-es-nicht"]), &["gibt-es-nicht", "un-brk-kommunal"]);
    assert_eq!(run(&["audit", PLAN, "--checklist", CHECKLIST]).out, run(&["audit", PLAN, "--checklist", "un-brk-kommunal"]).out);
}

const HEAD: &str = "schema: crpd-check/checklist/1\nid: probe\nversion: \"1\"\ntitle: Probe\nfields:\n  - { id: weg, de: Wege }\ncriteria:\n";
const CRITERION: &str = "  - id: weg.halt\n    field: weg\n    articles: [\"9\"]\n    question: Wie?\n    why: Darum.\n    ask: Wann?\n    evidence:\n      - Haltestelle + barrierefrei\n    examples:\n      planned:\n        - \"Die Stadt baut zwölf Haltestellen barrierefrei um.\"\n      absent:\n        - \"Die Stadt pflanzt Bäume an Haltestellen.\"\n";

#[test]
fn a_checklist_of_ones_own_works_at_once() {
    let folder = Folder::new();
    let path = folder.file("probe.yaml", format!("{HEAD}{CRITERION}"));
    let fine = run(&["checklist", "validate", &path]);
    assert_eq!(fine.code, 0, "{}", fine.out);
    let report = json(&run_with(&["audit", "-", "--checklist", &path, "--format", "json"], SMALL.as_bytes()));
    assert_eq!(report["checklist"]["id"], "probe");
    assert_eq!(report["plans"][0]["score"], serde_json::json!({"earned": 3, "possible": 3}));
}

#[test]
fn every_mistake_in_a_checklist_is_shown_with_its_place() {
    let folder = Folder::new();
    let cases = [
        ("unknown key", CRITERION.replace("question:", "frage:"), ":11:5:", "frage"),
        ("double id", format!("{CRITERION}{CRITERION}"), ":21:9:", "gibt es schon"),
        ("unknown field", CRITERION.replace("field: weg", "field: wohnen"), ":9:12:", "Handlungsfeld"),
        ("unknown article", CRITERION.replace("\"9\"", "\"77\""), ":10:16:", "Artikel"),
        ("unknown list", CRITERION.replace("barrierefrei\n", "<frei>\n"), ":15:", "Liste"),
        ("never matches", format!("{CRITERION}    ignore: [Haltestelle]\n"), ":15:", "nie zutreffen"),
        ("wrong example", CRITERION.replace("      planned:", "      binding:"), ":18:11:", "planned"),
        ("example matches", CRITERION.replace("Bäume an", "Bäume an barrierefreie"), ":20:11:", "absent"),
        ("no evidence", CRITERION.replace("    evidence:\n      - Haltestelle + barrierefrei\n", ""), ":8:9:", "evidence"),
        ("unclosed quote", CRITERION.replace("\"9\"", "\"9"), ":", "YAML"),
        ("a tab", CRITERION.replace("    why", "\twhy"), ":", ""),
        ("empty", String::new(), ":", ""),
    ];
    for (what, criterion, place, part) in cases {
        let path = folder.file("probe.yaml", format!("{HEAD}{criterion}"));
        let checked = run(&["checklist", "validate", &path]);
        assert_eq!(checked.code, 2, "{what}: {}", checked.out);
        assert!(checked.out.contains(&format!("{path}{place}")) && checked.out.contains(part), "{what}: {}", checked.out);
        assert!(checked.out.contains('^') && checked.out.contains("\n= "), "{what}: marker and help: {}", checked.out);
        if !matches!(what, "wrong example" | "example matches") {
            let used = run(&["audit", PLAN, "--checklist", &path]);
            assert_eq!((used.code, used.out.as_str()), (2, ""), "{what}");
            assert!(used.err.contains(&path), "{what}: {}", used.err);
        }
    }
    let path = folder.file("probe.yaml", format!("{HEAD}{}", CRITERION.replace("      planned:", "      binding:")));
    let english = run(&["checklist", "validate", &path, "--lang", "en"]);
    assert!(english.out.contains("the example for \"binding\" comes out as \"planned\"\n"), "{}", english.out);
    assert!(english.out.contains("= this line matched: \"Haltestelle + barrierefrei\" with “Haltestellen”"), "{}", english.out);
    refused(&run(&["checklist", "validate", "fehlt.yaml"]), &["fehlt.yaml"]);
    refused(&run(&["checklist", "validate", &folder.file("a.yaml", b"\xFC")]), &["Zeile 1"]);
    assert!(Path::new(&folder.name()).is_dir());
}

#[test]
fn every_command_can_be_typed_in_german() {
    let pairs = [
        ("start", "anfang"),
        ("audit", "prüfen"),
        ("audit", "pruefen"),
        ("measures", "massnahmen"),
        ("explain", "erklaeren"),
        ("survey", "ueberblick"),
        ("due", "faellig"),
        ("worksheet", "arbeitsblatt"),
        ("judge", "urteile"),
        ("diff", "vergleich"),
        ("draft", "vorlage"),
        ("easy", "leicht"),
        ("readability", "lesbarkeit"),
        ("wording", "wortwahl"),
        ("evaluate", "messen"),
        ("checklist", "checkliste"),
        ("config", "einstellungen"),
    ];
    for (english, german) in pairs {
        let (one, other) = (run(&[english, "--help"]), run(&["help", german]));
        assert_eq!((other.code, &other.out), (0, &one.out), "{german}");
    }
    let help = run(&["--help"]).out;
    let named = help.lines().skip_while(|l| *l != "Befehle:").skip(1).take_while(|l| !l.is_empty());
    // A line that goes on is indented further.
    let commands = named.filter(|l| l.starts_with("  ") && !l.starts_with("   ")).count();
    // The two that serve shells have no German name.
    assert_eq!(commands, pairs.iter().map(|(english, _)| english).collect::<std::collections::BTreeSet<_>>().len() + 2);
}
