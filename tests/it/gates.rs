//! What fails a check and what does not. Gaps alone are no failure.

use crate::{Folder, run};
use serde_json::Value;

const PLAN: &str = "examples/brueckstedt-aue-tabellen.md";

const WAIVERS: &str = "schema: crpd-check/waivers/1
waivers:
  - id: mobilitaet.fahrdienst
    reason: Aufgabe des Kreises
    who: Beirat
    until: 2026-12-31
";

/// Ends with `code`, and the last line on standard error names why.
fn ends(arguments: &[&str], code: i32, last: &[&str]) {
    let run = run(&[&["audit", PLAN, "--format", "ndjson"], arguments].concat());
    assert_eq!(run.code, code, "{arguments:?}: {}", run.err);
    assert_eq!(run.out.lines().count(), 1, "the report comes even if a gate is closed");
    let line = run.err.lines().last().unwrap_or_default();
    assert!(last.iter().all(|part| line.contains(part)), "{arguments:?}: {line}");
}

#[test]
fn every_gate_has_its_reason_in_the_last_line() {
    ends(&[], 0, &[]);
    ends(&["--fail-under", "58"], 0, &[]);
    ends(&["--fail-under", "58.43"], 1, &["156 von 267", "58,42 Prozent", "58,43", "--fail-under"]);
    ends(&["--fail-under-field", "mobilitaet=70,Wohnen=52.38"], 0, &[]);
    ends(
        &["--fail-under-field", "wohnen=52,38,Mobilität und öffentlicher Raum=70,84"],
        1,
        &["Mobilität", "17 von 24", "70,83", "--fail-under-field"],
    );
    ends(&["--fail-on", "mobilitaet.haltestellen"], 0, &[]);
    ends(&["--fail-on", "haltestellen,mobilitaet.fahrdienst"], 1, &["mobilitaet.fahrdienst", "beabsichtigt", "--fail-on"]);
    ends(&["--fail-under", "60", "--fail-on", "fahrdienst"], 1, &["2 Bedingungen", "--fail-on, --fail-under"]);
    ends(&["--fail-under", "60", "--exit-zero"], 0, &["--fail-under"]);
}

#[test]
fn a_contrary_passage_fails_only_when_asked_for() {
    let folder = Folder::new();
    let plan = folder.file("plan.md", "# Plan\n\n## Bildung\n\nDer Landkreis baut bis 2028 eine neue Förderschule mit 120 Plätzen.\n");
    assert_eq!(run(&["audit", &plan]).code, 0);
    let closed = run(&["audit", &plan, "--fail-on-contrary"]);
    assert_eq!(closed.code, 1);
    let last = closed.err.lines().last().unwrap();
    assert!(last.contains("Zeile 5") && last.contains("--fail-on-contrary"), "{last}");
    assert_eq!(run(&["audit", PLAN, "--fail-on-contrary"]).code, 0);
}

#[test]
fn a_wrong_gate_is_refused_with_a_way_out() {
    for (arguments, parts) in [
        (&["--fail-under", "viel"][..], &["„viel“", "--fail-under", "60 oder 62,5"][..]),
        (&["--fail-under", "101"], &["„101“", "--fail-under"]),
        (&["--fail-under-field", "mobilitaet"], &["„mobilitaet“", "mobilitaet=50"]),
        (&["--fail-under-field", "mobil=50"], &["„mobil“", "Möglich sind"]),
        (&["--fail-under-field", "arbeit=50", "--field", "wohnen"], &["arbeit", "--field"]),
        (&["--fail-on", "haltestelle"], &["„haltestelle“", "mobilitaet.haltestellen"]),
        (&["--fail-on", "arbeit.quote-verwaltung", "--field", "wohnen"], &["arbeit.quote-verwaltung", "diesmal nicht", "--field"]),
        (&["--fail-on-new"], &["--fail-on-new", "--write-baseline"]),
        (&["--baseline", "gibt-es-nicht.json"], &["gibt-es-nicht.json", "gibt es nicht"]),
        (&["--waivers", "gibt-es-nicht.yaml"], &["gibt-es-nicht.yaml", "gibt es nicht"]),
        (&["--today", "gestern"], &["„gestern“", "Jahr-Monat-Tag"]),
    ] {
        let refused = run(&[&["audit", PLAN], arguments].concat());
        assert_eq!((refused.code, refused.out.as_str()), (2, ""), "{arguments:?}: {}", refused.err);
        assert!(parts.iter().all(|part| refused.err.contains(part)) && refused.err.contains("Hilfe:"), "{arguments:?}: {}", refused.err);
    }
}

#[test]
fn a_waived_criterion_stays_visible_and_fails_no_gate_until_its_last_day() {
    let folder = Folder::new();
    let file = folder.file("ausnahmen.yaml", WAIVERS);
    ends(&["--fail-on", "fahrdienst", "--waivers", &file, "--today", "2026-12-31"], 0, &[]);
    ends(&["--fail-on", "fahrdienst", "--waivers", &file, "--today", "2027-01-01"], 1, &["2 Bedingungen", "--fail-on", "abgelaufene Ausnahme"]);
    // Without a gate an expired waiver is only shown.
    ends(&["--waivers", &file, "--today", "2027-01-01"], 0, &[]);

    let arguments = ["audit", PLAN, "--waivers", &file, "--today", "2026-12-31"];
    let report = run(&[&arguments[..], &["--format", "json"]].concat());
    let report: Value = serde_json::from_str(&report.out).unwrap();
    let plan = &report["plans"][0];
    assert_eq!((&plan["score"]["earned"], &plan["score"]["possible"]), (&Value::from(156), &Value::from(267)), "the score stays");
    assert_eq!((&plan["score_after_waivers"]["earned"], &plan["score_after_waivers"]["possible"]), (&Value::from(155), &Value::from(264)));
    let criterion = plan["criteria"].as_array().unwrap().iter().find(|c| c["id"] == "mobilitaet.fahrdienst").unwrap();
    assert_eq!((&criterion["waived"], &criterion["level"]), (&Value::from(true), &Value::from("intended")));
    assert!(plan["gaps"].as_array().unwrap().contains(&Value::from("mobilitaet.fahrdienst")), "waived is not fulfilled");
    assert_eq!((&report["waivers"]["today"], &report["waivers"]["list"][0]["standing"]), (&Value::from("2026-12-31"), &Value::from("active")));

    for format in ["table", "plain", "markdown", "html", "sarif", "gitlab", "junit"] {
        let shown = run(&[&arguments[..], &["--format", format]].concat());
        let text: String = shown.out.split_whitespace().collect::<Vec<_>>().join(" ");
        for part in ["Aufgabe des Kreises", "Beirat", "2026-12-31"] {
            assert!(text.contains(part), "{format} does not say {part}");
        }
    }
}

#[test]
fn a_mistake_in_the_waivers_is_shown_with_its_line() {
    let folder = Folder::new();
    for (yaml, parts) in [
        (WAIVERS.replace("2026-12-31", "Silvester"), &["ausnahmen.yaml:6:12", "„Silvester“", "until: 2026-12-31"][..]),
        (WAIVERS.replace("    who: Beirat\n", ""), &["ausnahmen.yaml:", "es fehlt „who:“"]),
        (WAIVERS.replace("reason", "grund"), &["ausnahmen.yaml:4:5", "unbekannter Schlüssel „grund“"]),
        (String::new(), &["ausnahmen.yaml:", "die Datei ist leer"]),
    ] {
        let file = folder.file("ausnahmen.yaml", yaml);
        let refused = run(&["audit", PLAN, "--waivers", &file]);
        assert_eq!((refused.code, refused.out.as_str()), (2, ""), "{}", refused.err);
        assert!(parts.iter().all(|part| refused.err.contains(part)), "{}", refused.err);
    }
}

#[test]
fn only_what_is_new_since_the_baseline_fails() {
    let folder = Folder::new();
    let text = crate::read(PLAN);
    let plan = folder.file("plan.md", &text);
    let baseline = folder.path("vorher.json").to_string_lossy().into_owned();
    let written = run(&["audit", &plan, "--write-baseline", &baseline]);
    assert_eq!(written.code, 0, "{}", written.err);
    let compare = |more: &[&str]| run(&[&["audit", &plan, "--baseline", &baseline, "--fail-on-new"], more].concat());
    assert_eq!(compare(&[]).code, 0);
    // What stands elsewhere in the plan changes line numbers and nothing else.
    folder.file("plan.md", text.replacen("\n\n", "\n\nEin Grußwort in eigenen Worten.\n\n", 3));
    assert_eq!(compare(&[]).code, 0, "{}", compare(&[]).err);
    // The first half of the plan: a right is left out.
    let half: Vec<&str> = text.lines().take(80).collect();
    folder.file("plan.md", half.join("\n"));
    let worse = compare(&[]);
    assert_eq!(worse.code, 1);
    assert!(worse.err.contains("mobilitaet.parken") && worse.err.lines().last().unwrap().contains("--fail-on-new"), "{}", worse.err);
    assert!(compare(&["--plain"]).out.contains("Neu seit der Vergleichsdatei."));
    let sarif: Value = serde_json::from_str(&compare(&["--format", "sarif"]).out).unwrap();
    let states: Vec<&str> = sarif["runs"][0]["results"].as_array().unwrap().iter().map(|r| r["baselineState"].as_str().unwrap()).collect();
    assert!(states.contains(&"new") && states.contains(&"unchanged"), "{states:?}");

    // A baseline is a file like every other: never overwritten by accident.
    let again = run(&["audit", &plan, "--write-baseline", &baseline]);
    assert_eq!((again.code, again.out.as_str()), (2, ""));
    assert_eq!(run(&["audit", &plan, "--write-baseline", &baseline, "--force"]).code, 0);
}

#[test]
fn what_is_no_baseline_is_refused() {
    let folder = Folder::new();
    let english = folder
        .file("en.json", r#"{"schema": "crpd-check/baseline/1", "checklist": "crpd-municipal-en", "version": "1", "criteria": [], "plans": []}"#);
    let broken = folder.file("kaputt.json", "{\n  \"schema\": ");
    let other = folder.file("bericht.json", run(&["audit", PLAN, "--format", "json"]).out);
    for (file, part) in [(&english, "crpd-municipal-en"), (&broken, "kaputt.json:2:"), (&other, "bericht.json")] {
        let refused = run(&["audit", PLAN, "--baseline", file, "--fail-on-new"]);
        assert_eq!((refused.code, refused.out.as_str()), (2, ""), "{}", refused.err);
        assert!(refused.err.contains(part) && refused.err.contains("--write-baseline"), "{}", refused.err);
    }
}
