//! `crpd-check easy`, `easy lint`, `readability` and `wording`: words instead of contents.

use crate::{Folder, files_below, root, run, run_with};
use serde_json::Value;

const PLAN: &str = "examples/brueckstedt-aue-tabellen.md";
const OLD_WORDS: &str = "examples/gemeinde-hohenlinde-prosa-beschaedigt.md";

fn json(arguments: &[&str]) -> Value {
    let run = run(&[arguments, &["--format", "json"]].concat());
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}{}", run.out, run.err))
}

#[test]
fn the_easy_result_of_every_example_passes_our_own_rules_in_every_text_format() {
    for plan in files_below(&root().join("examples")).iter().filter(|p| p.extension().is_some_and(|e| e == "md")) {
        let plan = plan.to_string_lossy();
        for format in ["table", "plain", "markdown"] {
            let easy = run(&["easy", &plan, "--format", format, "--contact", "Frau Au"]);
            assert_eq!((easy.code, easy.err.as_str()), (0, ""));
            let lint = run_with(&["easy", "lint", "-"], easy.out.as_bytes());
            assert_eq!(lint.code, 0, "{plan} {format}\n{}\n{}", easy.out, lint.out);
        }
    }
}

#[test]
fn twelve_sentences_below_the_mark_of_a_draft_in_every_language() {
    let german = run(&["easy", PLAN]).out;
    assert_eq!(german, run(&["easy", PLAN, "--lang", "en"]).out);
    let lines: Vec<&str> = german.lines().filter(|l| !l.is_empty()).collect();
    assert_eq!((lines.len(), lines[0]), (13, "Entwurf: Die Prüfung fehlt noch."));
    assert!(lines[1..].iter().all(|l| l.matches(['.', '!', '?']).count() == 1), "{german}");
    assert!(!german.contains("Leichte Sprache"));
    let html = run(&["easy", PLAN, "--lang", "en", "--format", "html"]).out;
    assert!(html.contains("<html lang=\"de\""), "{html}");
}

#[test]
fn testers_and_their_day_belong_together() {
    let tested = run(&["easy", PLAN, "--tested-by", "Gruppe Klartext\u{1b}[2J", "--tested-on", "2026-03-01"]);
    assert!(tested.out.contains("Gruppe Klartext.\nDas war am 1. März 2026.\n") && !tested.out.contains("Entwurf"), "{}", tested.out);
    for half in [["--tested-by", "Gruppe Klartext"], ["--tested-on", "2026-03-01"]] {
        let refused = run(&["easy", PLAN, half[0], half[1]]);
        assert_eq!((refused.code, refused.out.as_str()), (2, ""));
        assert!(refused.err.contains("--tested-by") && refused.err.contains("--tested-on"), "{}", refused.err);
    }
    let refused = run(&["easy", PLAN, "--tested-by", "Gruppe", "--tested-on", "morgen"]);
    assert!(refused.code == 2 && refused.err.contains("„morgen“"), "{}", refused.err);
    assert_eq!(run(&["easy"]).code, 2);
    assert_eq!(run(&["easy", "nirgends.md"]).code, 2);
}

#[test]
fn lint_names_rule_and_line_and_ends_with_one() {
    let folder = Folder::new();
    let hard = folder.file("text.md", "# Der Plan\n\nDas ist gut.\nDas wird nicht gebaut, vielleicht.\n");
    let found = run(&["easy", "lint", &hard, "--plain"]);
    assert_eq!(found.code, 1, "{}", found.out);
    for said in ["Zeile 4.", "verneinung", "komma", "passiv (möglicherweise)"] {
        assert!(found.out.contains(said), "{said}: {}", found.out);
    }
    let data = json(&["easy", "lint", &hard]);
    assert_eq!(data["schema"], "crpd-check/easy-lint/1");
    let findings: Vec<(&str, u64)> =
        data["findings"].as_array().unwrap().iter().map(|f| (f["rule"].as_str().unwrap(), f["lines"][0].as_u64().unwrap())).collect();
    assert_eq!(findings, [("passiv", 4), ("verneinung", 4), ("komma", 4)]);
    let easy = folder.file("leicht.md", "# Der Plan\n\nDas ist gut.\n");
    assert_eq!(run(&["easy", "lint", &easy]).code, 0);
}

#[test]
fn readability_says_the_same_numbers_in_every_format() {
    let folder = Folder::new();
    let file = folder.file("text.md", "# Text\n\nDie Stadt baut eine Rampe. Der Bus hält am Markt.\n");
    let data = json(&["readability", &file]);
    assert_eq!(data["schema"], "crpd-check/readability/1");
    assert_eq!((&data["sentences"], &data["words"], &data["syllables"]), (&2.into(), &10.into(), &12.into()));
    for (key, german) in [("words_per_sentence", "5,0"), ("syllables_per_word", "1,2"), ("amstad", "104,8"), ("wiener_sachtextformel_1", "-2,7")] {
        assert_eq!(data["measures"][key], german.replace(',', "."));
        for format in ["table", "plain", "markdown", "html"] {
            let out = run(&["readability", &file, "--format", format]).out;
            assert!(out.contains(german), "{key} {format}: {out}");
        }
    }
    let empty = folder.file("leer.md", "");
    let nothing = run(&["readability", &empty]);
    assert!(nothing.code == 0 && nothing.out.contains("Kein laufender Text"), "{}", nothing.out);
    assert_eq!(json(&["readability", &empty])["measures"], Value::Null);
}

#[test]
fn wording_shows_reason_and_better_words_and_ends_with_zero() {
    let run_of = |format: &str| run(&["wording", OLD_WORDS, "--format", format]);
    for format in ["table", "plain", "markdown", "html"] {
        let report = run_of(format);
        assert_eq!((report.code, report.err.as_str()), (0, ""));
        for said in ["3 Warnungen, 2 Hinweise.", "an den Rollstuhl gefesselt", "nutzt einen Rollstuhl", "Zeile 64"] {
            assert!(report.out.contains(said), "{format} {said}: {}", report.out);
        }
    }
    let data = json(&["wording", OLD_WORDS, "--lang", "en"]);
    assert_eq!((&data["schema"], &data["warnings"], &data["hints"]), (&"crpd-check/wording/1".into(), &3.into(), &2.into()));
    assert_eq!(data["findings"][0]["words"], "an den Rollstuhl gefesselt");
    assert_eq!(data["findings"][0]["better"], "uses a wheelchair");
    let other = run(&["wording", "examples/harrowford-disability-inclusion-plan.md", "--lang", "en"]);
    assert!(other.code == 0 && other.out.contains("not German"), "{}", other.out);
}
