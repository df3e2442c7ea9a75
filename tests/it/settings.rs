//! A flag goes before the environment, the environment before the settings file, that before the default.

use crate::{Folder, Run, program};
use std::process::Stdio;

const PLAN: &str = "# Plan\n\n## Maßnahmen\n\nDas Tiefbauamt baut bis Ende 2027 zwölf Haltestellen barrierefrei um.\n";

/// Runs below a folder with some variables.
fn run_in(folder: &Folder, below: &str, variables: &[(&str, &str)], arguments: &[&str]) -> Run {
    let mut program = program();
    program.current_dir(folder.path(below)).args(arguments).envs(variables.iter().copied()).stdin(Stdio::null());
    program.output().unwrap().into()
}

/// The value of a setting and where it comes from.
fn shown(folder: &Folder, variables: &[(&str, &str)], arguments: &[&str], name: &str) -> (String, String) {
    let run = run_in(folder, "tief", variables, &[&["config", "show", "--plain"], arguments].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    let block =
        run.out.split("\n\n").find(|b| b.lines().next().is_some_and(|l| l.ends_with(&format!(": {name}.")))).unwrap_or_else(|| panic!("{}", run.out));
    let fact = |label: &str| {
        let line = block.lines().find_map(|l| l.strip_prefix(label)).unwrap_or_else(|| panic!("{label} {block}"));
        line.trim_end_matches('.').to_owned()
    };
    (fact("Wert: "), fact("Woher: "))
}

fn folder(settings: &str) -> Folder {
    let folder = Folder::new();
    folder.file("crpd-check.yaml", settings);
    folder.file("tief/plan.md", PLAN);
    folder
}

#[test]
fn the_nearer_origin_holds() {
    let folder = folder("fail-under: 10\nfail-on: [mobilitaet.haltestellen]\nfail-under-field:\n  wohnen: 5\n");
    let variable = [("CRPD_CHECK_FAIL_UNDER", "20")];
    let of = |variables: &[(&str, &str)], arguments: &[&str]| shown(&folder, variables, arguments, "fail-under");
    assert_eq!(of(&[], &[]), ("10".to_owned(), "../crpd-check.yaml, Zeile 1".to_owned()));
    assert_eq!(of(&variable, &[]), ("20".to_owned(), "Umgebung CRPD_CHECK_FAIL_UNDER".to_owned()));
    assert_eq!(of(&variable, &["--fail-under", "30"]), ("30".to_owned(), "Angabe --fail-under".to_owned()));
    assert_eq!(of(&[], &["--isolated"]), ("keiner".to_owned(), "Vorgabe".to_owned()));
    assert_eq!(of(&[("CRPD_CHECK_FAIL_UNDER", " ")], &[]).0, "10", "an empty variable says nothing");
    assert_eq!(shown(&folder, &[], &[], "fail-under-field").0, "wohnen=5");
    assert_eq!(shown(&folder, &[("CRPD_CHECK_FAIL_ON", "a.b,\nc.d")], &[], "fail-on").0, "a.b, c.d");
    assert_eq!(shown(&folder, &[], &[], "checklist").0, "un-brk-kommunal");
}

#[test]
fn what_a_setting_says_is_done() {
    let folder = folder("fail-under: 90\n");
    let audit = |variables: &[(&str, &str)], arguments: &[&str]| run_in(&folder, "tief", variables, &[&["audit", "plan.md"], arguments].concat());
    assert_eq!(audit(&[], &[]).code, 1);
    assert_eq!(audit(&[], &["--isolated"]).code, 0);
    assert_eq!(audit(&[], &["--fail-under", "0"]).code, 0);
    assert_eq!(audit(&[("CRPD_CHECK_FAIL_UNDER", "0")], &[]).code, 0);
    assert_eq!(audit(&[("CRPD_CHECK_FAIL_ON_CONTRARY", "vielleicht"), ("CRPD_CHECK_FAIL_UNDER", "0")], &[]).code, 2);

    folder.file("crpd-check.yaml", "lang: en\nplain: true\n");
    let english = audit(&[], &[]).out;
    assert!(english.starts_with("Audit report:") && !english.contains("  "), "{english}");
    assert!(audit(&[], &["--lang", "de"]).out.starts_with("Prüfbericht:"));
    assert!(audit(&[("CRPD_CHECK_PLAIN", "0")], &[]).out.contains("  "), "the environment goes before the file");
}

#[test]
fn two_files_are_never_merged_and_names_in_them_are_seen_from_their_folder() {
    let folder = folder("fail-under: 90\nwaivers: ausnahmen.yaml\n");
    let waivers = "schema: crpd-check/waivers/1\nwaivers:\n  - id: mobilitaet.fahrdienst\n    reason: Sache des Kreises\n    who: Beirat\n    until: 2099-12-31\n";
    folder.file("ausnahmen.yaml", waivers);
    let waived = run_in(&folder, "tief", &[], &["audit", "plan.md", "--plain"]);
    assert!(waived.out.contains("Sache des Kreises"), "{}", waived.err);
    folder.file("tief/crpd-check.yaml", "fail-on: fahrdienst\n");
    let nearest = run_in(&folder, "tief", &[], &["audit", "plan.md", "--plain"]);
    assert_eq!(nearest.code, 1);
    assert!(!nearest.out.contains("Sache des Kreises") && !nearest.err.contains("--fail-under"), "{}", nearest.err);
    let named = run_in(&folder, "tief", &[], &["audit", "plan.md", "--config", "../crpd-check.yaml"]);
    assert!(named.code == 1 && named.err.contains("--fail-under)"), "{}", named.err);
}

#[test]
fn a_mistake_in_the_file_is_told_with_its_line_and_stops_everything_but_help() {
    let folder = folder("lang: de\nfailunder: 60\n");
    for arguments in [&["audit", "plan.md"][..], &["measures", "plan.md"], &["config", "show"], &["checklist", "list"]] {
        let refused = run_in(&folder, "tief", &[], arguments);
        assert_eq!((refused.code, refused.out.as_str()), (2, ""), "{}", refused.err);
        assert!(refused.err.contains("../crpd-check.yaml:2:1") && refused.err.contains("„fail-under“"), "{}", refused.err);
        assert_eq!(run_in(&folder, "tief", &[], &[arguments, &["--isolated"]].concat()).code, 0);
    }
    assert_eq!(run_in(&folder, "tief", &[], &["--help"]).code, 0);
    for (settings, parts) in [
        ("lang: fr\n", &["„fr“", "../crpd-check.yaml:1", "de, en"][..]),
        ("fail-under: viel\n", &["„viel“", "../crpd-check.yaml:1", "60 oder 62,5"]),
        ("checklist: eigene.yaml\n", &["eigene.yaml", "gibt es nicht"]),
        ("field: [flugverkehr]\n", &["„flugverkehr“", "Möglich sind"]),
    ] {
        folder.file("crpd-check.yaml", settings);
        let refused = run_in(&folder, "tief", &[], &["audit", "plan.md"]);
        assert_eq!((refused.code, refused.out.as_str()), (2, ""), "{settings}: {}", refused.err);
        assert!(parts.iter().all(|part| refused.err.contains(part)), "{settings}: {}", refused.err);
    }
    let missing = run_in(&folder, "tief", &[], &["audit", "plan.md", "--config", "nirgends.yaml"]);
    assert!(missing.code == 2 && missing.err.contains("nirgends.yaml"), "{}", missing.err);
}

#[test]
fn the_files_shown_in_the_manual_are_right() {
    let manual = crate::read("docs/configuration.md");
    let shown: Vec<&str> = manual.split("```yaml\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    let [settings, waivers] = shown.as_slice() else { panic!("{} files are shown", shown.len()) };
    let folder = folder(settings);
    folder.file("ausnahmen.yaml", waivers);
    let baseline = folder.path("stand.json").to_string_lossy().into_owned();
    let written = run_in(&folder, "tief", &[], &["audit", "plan.md", "--isolated", "--write-baseline", &baseline]);
    assert_eq!(written.code, 0, "{}", written.err);
    let audit = run_in(&folder, "tief", &[], &["audit", "plan.md", "--today", "2026-01-01"]);
    // The manual asks for much: this plan fails its gates, and nothing else.
    assert_eq!(audit.code, 1, "{}", audit.err);
    assert!(audit.err.contains("--fail-under"), "{}", audit.err);
    assert!(audit.out.contains("Der Fahrdienst ist Aufgabe des Landkreises."), "{}", audit.out);
    for (name, _) in crpd_check::config::SETTINGS {
        assert!(settings.contains(&format!("\n{name}:")), "the manual does not show {name}");
    }
}
