//! Council papers: who they address, what they ask within the rules, and what they leave to people.

use crate::{Folder, Run, read, run};
use std::collections::BTreeSet;

const TOWN: &str = "examples/brueckstedt-aue-tabellen.md";
const COUNTY: &str = "examples/landkreis-wiesental-steckbriefe.md";

fn draft(paper: &str, plan: &str, more: &[&str]) -> Run {
    run(&[&["draft", paper, plan], more].concat())
}

fn paper(paper: &str, plan: &str, more: &[&str]) -> String {
    let run = draft(paper, plan, more);
    assert_eq!(run.code, 0, "{}", run.err);
    run.out
}

/// The questions or items of a paper, by their headings.
fn headings(paper: &str, start: &str) -> usize {
    paper.lines().filter(|l| l.starts_with(&format!("### {start} "))).count()
}

/// The numbered sentences.
fn numbered(paper: &str) -> Vec<&str> {
    paper.lines().filter(|l| l.split_once(". ").is_some_and(|(n, _)| n.parse::<u32>().is_ok())).collect()
}

#[test]
fn an_inquiry_stays_within_the_limit() {
    let limited = paper("anfrage", TOWN, &["--rules", "eisenach"]);
    assert_eq!(headings(&limited, "Frage"), 5);
    // One question mark for each question, so that nobody counts a sixth.
    let asked = limited.split("## Fragen").nth(1).unwrap().split("## Rechtsbezug").next().unwrap();
    assert_eq!(asked.matches('?').count(), 5, "{asked}");
    assert_eq!(headings(&paper("anfrage", TOWN, &[]), "Frage"), 7);
    assert_eq!(headings(&paper("anfrage", TOWN, &["--rules", "eisenach", "--count", "2"]), "Frage"), 2);
    let six = ["wohnen.assistenz", "wohnen.beratung", "bildung.kita", "krise.uebung", "krise.planung", "schutz.gewalt"].join(",");
    for more in [["--count", "6"], ["--criteria", &six]] {
        let refused = draft("anfrage", TOWN, &[&["--rules", "eisenach"], more.as_slice()].concat());
        assert_eq!((refused.code, refused.out.as_str()), (2, ""));
        assert!(refused.err.contains("höchstens 5 Fragen") && refused.err.contains('6'), "{}", refused.err);
        assert_eq!(headings(&paper("anfrage", TOWN, &more), "Frage"), 6);
    }
    // A limit on questions is none on the points of a motion.
    assert_eq!(numbered(&paper("antrag", TOWN, &["--rules", "eisenach", "--count", "8"])).len(), 10);
}

#[test]
fn the_last_day_for_filing_is_told() {
    let day = |session: &str| draft("anfrage", TOWN, &["--rules", "eisenach", "--session", session]);
    for (session, last) in [("2026-03-18", "03.03.2026"), ("2028-03-15", "29.02.2028"), ("2027-01-08", "24.12.2026")] {
        let told = day(session);
        let line = format!("letzter Tag {last} für die Sitzung am");
        assert!(told.out.contains(&line) && told.err.contains(&line), "{}", told.err);
        assert!(!told.out.contains("Wochenende"));
    }
    assert!(day("2026-03-15").out.contains("letzter Tag 28.02.2026 für die Sitzung am 15.03.2026; das ist ein Wochenende"));
    let wrong = day("2026-02-30");
    assert_eq!((wrong.code, wrong.out.as_str()), (2, ""));
    assert!(draft("anfrage", TOWN, &["--session", "2026-03-18"]).err.contains("nicht bekannt"));
    // The county's rules do not speak of inquiries.
    let silent = paper("anfrage", COUNTY, &["--rules", "wartburgkreis", "--session", "2026-03-18"]);
    assert!(silent.contains("sagen die Regeln nichts") && silent.contains("nicht bekannt"));
}

#[test]
fn who_may_not_file_is_told_who_may() {
    let refused = draft("antrag", COUNTY, &["--rules", "wartburgkreis", "--submitter", "beirat"]);
    assert_eq!((refused.code, refused.out.as_str()), (2, ""));
    assert!(refused.err.contains("Einreichen dürfen: Fraktion."), "{}", refused.err);
    assert!(paper("antrag", COUNTY, &["--rules", "wartburgkreis", "--submitter", "fraktion"]).contains("**Eingereicht von:** Fraktion: ____"));
    // Nobody is refused by rules that do not speak of the paper.
    assert!(paper("anfrage", COUNTY, &["--rules", "wartburgkreis", "--submitter", "beirat"]).contains("**Eingereicht von:** Beirat: ____"));
    assert!(paper("anfrage", TOWN, &["--rules", "eisenach", "--submitter", "fraktion"]).contains("§ 22 Absatz 3 der Thüringer Kommunalordnung"));
}

#[test]
fn each_kind_of_municipality_has_its_words_and_its_competences() {
    let folder = Folder::new();
    let text = "\n\n# Plan\n\n## Maßnahmen\n\n- Das Tiefbauamt baut bis 2027 zwölf Haltestellen um.\n";
    let plan = |name: &str, front: &str| folder.file(name, format!("{front}{text}"));
    let plain = plan("ohne.md", "");
    for (more, council, head) in [
        (&["--municipality", "gemeinde"][..], "Gemeinderat", "Bürgermeisterin"),
        (&["--municipality", "kreisfreie-stadt"], "Stadtrat", "Oberbürgermeisterin"),
        (&["--municipality", "landkreis"], "Kreistag", "Landrätin"),
        (&[], "Gemeinderat", "Bürgermeisterin"),
    ] {
        let motion = paper("antrag", &plain, more);
        assert!(motion.contains(&format!("Der {council} beschließt:")) && motion.contains(&format!("**An:** {head}")), "{motion}");
        assert_eq!(motion.contains("denn der Plan sagt nicht, von wem er ist"), more.is_empty());
    }
    assert!(paper("antrag", &plan("kreis.md", "---\nart: Landkreis\n---"), &[]).contains("Der Kreistag beschließt:"));
    let town = plan("stadt.md", "---\nkommune: Stadt Olm\n---");
    assert!(paper("antrag", &town, &[]).contains("ist sie kreisfrei"));
    // Personal assistance is paid by the county: a municipality can only work towards it.
    let assistance = |kind: &str, name: &str| paper(name, &plain, &["--criteria", "wohnen.assistenz", "--municipality", kind]);
    for name in ["anfrage", "antrag", "stellungnahme", "pruefauftrag"] {
        assert!(assistance("gemeinde", name).contains("bei den zuständigen Stellen auf Folgendes"), "{name}");
        assert!(!assistance("landkreis", name).contains("bei den zuständigen Stellen"), "{name}");
    }
    let chosen = paper("anfrage", &plain, &["--municipality", "gemeinde", "--count", "30"]);
    assert!(!chosen.contains("Hier entscheiden andere."));
}

#[test]
fn each_paper_has_its_parts_and_invents_nothing() {
    let parts = [
        ("anfrage", &["## Anlass", "## Fragen", "## Zu jeder Antwort", "## Rechtsbezug", "## Anlagen"][..]),
        ("antrag", &["## Beschlussvorschlag", "## Begründung", "## Finanzielle Auswirkungen", "- **Betrag:** ____", "- **Deckung:** ____"]),
        (
            "pruefauftrag",
            &["zu prüfen, wie und mit welchen Kosten es möglich ist,", "das Ergebnis der Prüfung bis zum ____", "**Folgekosten:** ____"],
        ),
        (
            "stellungnahme",
            &["## Beschluss des Beirats", "## Was gut ist", "## Lücken nach Handlungsfeld", "## Forderungen", "## Offene Meinungsunterschiede"],
        ),
    ];
    for (name, parts) in parts {
        let text = paper(name, TOWN, &[]);
        assert!(text.lines().nth(1).unwrap().contains("Geschäftsordnung vor Ort prüfen"));
        assert!(text.contains("nicht gefunden") && !text.contains("fehlt"), "{name}");
        for part in parts {
            assert!(text.contains(part), "{name}: {part}");
        }
        for format in ["html", "plain"] {
            let other = paper(name, TOWN, &["--format", format]);
            assert!(other.contains("Geschäftsordnung vor Ort prüfen") && other.contains("SHA-256"), "{name} {format}");
            assert!(format != "plain" || !other.contains("__"), "{other}");
        }
        assert_eq!(text, paper(name, TOWN, &[]));
        assert!(paper(name, TOWN, &["--lang", "en"]).contains("check the local rules of procedure"));
    }
    // An examination demands nothing but to examine, and to report.
    let examination = paper("pruefauftrag", TOWN, &[]);
    assert_eq!(numbered(&examination).iter().filter(|l| l.contains("zu prüfen")).count(), 7);
    assert!(numbered(&examination).iter().filter(|l| l.contains("beauftragt")).all(|l| l.contains("zu prüfen")));
}

#[test]
fn running_text_names_no_ids_and_every_sentence_ends() {
    for (plan, checklist) in [(TOWN, "un-brk-kommunal"), (COUNTY, "zustaendigkeiten"), (COUNTY, "pkl"), (TOWN, "teilhabemanagement")] {
        let ids: BTreeSet<String> =
            read(&format!("checklists/{checklist}.yaml")).lines().filter_map(|l| l.strip_prefix("  - id: ")).map(str::to_owned).collect();
        assert!(ids.len() > 9);
        for name in ["anfrage", "antrag", "stellungnahme", "pruefauftrag"] {
            let text = paper(name, plan, &["--checklist", checklist]);
            assert!(ids.iter().all(|id| !text.contains(id.as_str())), "{name} {checklist}");
            let points = numbered(&text);
            assert!(name == "anfrage" || points.len() >= 3, "{name} {checklist}: {text}");
            for point in points {
                assert!(point.ends_with('.') && !point.contains("  ") && !point.contains("..") && !point.contains("?."), "{point}");
            }
        }
    }
}

#[test]
fn rules_of_ones_own_hold_and_their_mistakes_have_a_place() {
    let folder = Folder::new();
    let rules = "schema: crpd-check/rules/1\nname: Gemeinderat Olm\nsource: https://olm.example/regeln\nread_on: 2026-01-31\nrules:\n  - papers: [anfrage]\n    submitters: [fraktion, beirat]\n    days_before: 2\n    days: working\n    max_questions: 3\n    max_parts: 2\n    note: \"<b>Bitte</b> | zweifach\"\n";
    let file = folder.file("regeln.yaml", rules);
    let text = paper("anfrage", TOWN, &["--rules", &file, "--session", "2026-03-16", "--submitter", "beirat"]);
    assert_eq!(headings(&text, "Frage"), 3);
    for part in ["letzter Tag 12.03.2026", "2 Werktage", "höchstens 2 Teile", "Angaben übernommen am:** 31.01.2026", r"\<b\>Bitte\</b\> \| zweifach"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let broken = folder.file("kaputt.yaml", rules.replace("days_before: 2", "days_before: 0"));
    let refused = draft("anfrage", TOWN, &["--rules", &broken]);
    assert_eq!((refused.code, refused.out.as_str()), (2, ""));
    assert!(refused.err.contains("kaputt.yaml:8:"), "{}", refused.err);
    let unknown = draft("anfrage", TOWN, &["--rules", "nirgendwo"]);
    assert!(unknown.code == 2 && unknown.err.contains("neutral, eisenach, wartburgkreis"), "{}", unknown.err);
}

#[test]
fn what_cannot_be_done_is_said() {
    for (more, part) in [
        (&["--criteria", "wohnen.schloss"][..], "wohnen.schloss"),
        (&["--count", "3", "--criteria", "wohnen.assistenz"], "--criteria"),
        (&["--count", "0"], "--count"),
        (&["--submitter", "koenig"], "fraktion, beirat, einwohner"),
        (&["--municipality", "dorf"], "gemeinde, kreisfreie-stadt, landkreis"),
        (&["--format", "sarif"], "markdown, html, plain"),
    ] {
        let refused = draft("anfrage", TOWN, more);
        assert_eq!((refused.code, refused.out.as_str()), (2, ""), "{more:?}");
        assert!(refused.err.contains(part), "{more:?}: {}", refused.err);
    }
    assert!(run(&["draft", "brief", TOWN]).err.contains("anfrage, antrag, stellungnahme, pruefauftrag"));
    assert_eq!(draft("anfrage", "nirgends.md", &[]).code, 2);
    // What is covered has no gap, but may still be asked about.
    let covered = paper("anfrage", TOWN, &["--criteria", "mobilitaet.haltestellen,mobilitaet.haltestellen"]);
    assert_eq!(headings(&covered, "Frage"), 1);
}

#[test]
fn the_verdict_of_people_makes_the_gap() {
    let folder = Folder::new();
    let plan = folder.file("plan.md", "# Plan\n\n## Maßnahmen\n\n- Das Tiefbauamt baut bis Ende 2027 zwölf Haltestellen mit Sonderborden um.\n");
    let sheet = folder.file("blatt.csv", "kriterium;urteil;gruppe\nmobilitaet.haltestellen;nein;A\n");
    let imported = run(&["judge", "import", &sheet, "--plan", &plan]);
    assert_eq!(imported.code, 0, "{}", imported.err);
    let judgments = folder.path("plan.judgments.yaml").to_string_lossy().into_owned();
    let all = |more: &[&str]| paper("anfrage", &plan, &[&["--count", "89"], more].concat());
    let question = "welche werden in welchem Jahr umgebaut?";
    assert!(!all(&[]).contains(question));
    let judged = all(&["--judgments", &judgments]);
    assert!(judged.contains(question) && judged.contains("Urteil der Gruppen: nein.") && judged.contains("Prüfsumme der Urteile"), "{judged}");
}

#[test]
fn text_of_a_plan_stays_text() {
    let folder = Folder::new();
    let plan = "---\nkommune: \"Stadt <script>alert(1)</script>\"\nfassung: \"# 1\"\n---\n\n# Plan <img src=x> [x](javascript:1) \u{1b}[31m\n\n## Maßnahmen\n\n- Die Haltestellen sollen **barrierefrei** werden <script>alert(2)</script> ![x](https://a.example/b) \u{202e}.\n";
    let file = folder.file("boese.md", plan);
    for name in ["anfrage", "antrag", "stellungnahme", "pruefauftrag"] {
        let markdown = paper(name, &file, &["--criteria", "mobilitaet.haltestellen"]);
        let live = [r"\<", r"\[", r"\]", r"\#"].iter().fold(markdown.clone(), |text, escaped| text.replace(escaped, ""));
        assert!(!live.contains("<script") && !live.contains("<img") && !live.contains("](") && !live.contains(": # 1"), "{markdown}");
        let html = paper(name, &file, &["--criteria", "mobilitaet.haltestellen", "--format", "html"]);
        assert!(!html.contains("<script") && !html.contains("<img"), "{name}");
        assert!(![markdown, html].concat().contains(['\u{1b}', '\u{202e}']));
    }
}
