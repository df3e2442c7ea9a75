//! `crpd-check start`: questions answered by typing, the report, and how to go on.

use crate::{Folder, Run, program, read, run};
use std::fs;
use std::io::Write;
use std::process::Stdio;

fn answered(folder: &Folder, answers: &str) -> Run {
    let mut child =
        program().arg("start").current_dir(folder.path(".")).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(answers.as_bytes()).unwrap();
    child.wait_with_output().unwrap().into()
}

#[test]
fn three_answers_lead_to_the_report_and_the_next_step() {
    let folder = Folder::new();
    folder.file("plan.md", read("examples/landkreis-wiesental-steckbriefe.md"));
    let told = answered(&folder, "1\n1\n3\n");
    assert_eq!(told.code, 0, "{}", told.err);
    for part in
        ["1: plan.md", "Frage 3 von 3", "Mobilität und öffentlicher Raum", "Ergebnis: ", "crpd-check audit plan.md --format plain --field mobilitaet"]
    {
        assert!(told.out.contains(part), "{part}: {}", told.out);
    }
    // The command that is told does the same without questions.
    let same = program().args(["audit", "plan.md", "--format", "plain", "--field", "mobilitaet"]).current_dir(folder.path(".")).output().unwrap();
    assert!(told.out.contains(&Run::from(same).out));
    let last = told.out.lines().rev().take(4).collect::<Vec<_>>().join("\n");
    assert!(
        last.contains("crpd-check worksheet plan.md")
            && last.contains("crpd-check draft anfrage plan.md")
            && last.contains("crpd-check easy plan.md"),
        "{last}"
    );
}

#[test]
fn who_has_no_plan_gets_an_example_and_a_page() {
    let folder = Folder::new();
    let told = answered(&folder, "1\n3\n1\n");
    assert_eq!(told.code, 0, "{}", told.err);
    assert_eq!(fs::read_to_string(folder.path("beispielplan.md")).unwrap().replace("\r\n", "\n"), read("examples/brueckstedt-aue-tabellen.md"));
    assert!(fs::read_to_string(folder.path("beispielplan.html")).unwrap().contains("<h1"), "{}", told.out);
    // A second time nothing is overwritten.
    let again = answered(&folder, "1\n3\n1\n");
    assert!(again.code == 0 && folder.path("beispielplan-2.html").exists(), "{}", again.out);
}

#[test]
fn answers_that_do_not_fit_are_asked_again_and_q_stops() {
    let folder = Folder::new();
    let told = answered(&folder, "9\n\nkein.md\n1\nx\n2\nq\n");
    assert_eq!((told.code, told.err.as_str()), (0, ""), "{}", told.out);
    assert_eq!(told.out.matches("Frage 1 von 3").count(), 4);
    assert_eq!(told.out.matches("Frage 2 von 3").count(), 2);
    assert!(
        told.out.contains("„9“") && told.out.contains("kein.md: Diese Datei gibt es nicht.") && told.out.ends_with("Auf Wiedersehen.\n"),
        "{}",
        told.out
    );
    let cut = answered(&folder, "");
    assert_eq!(cut.code, 2);
    assert!(cut.err.contains("crpd-check audit PLAN.md"), "{}", cut.err);
}

#[test]
fn the_questions_can_be_heard() {
    let folder = Folder::new();
    let out = answered(&folder, "q\n").out;
    assert!(!out.contains("  ") && !out.contains('\u{1b}') && !out.contains('\r'), "{out:?}");
}

#[test]
fn the_help_on_accessibility_has_a_topic_of_its_own() {
    for (arguments, word) in [
        (["help", "accessibility", "--lang", "de"], "Vorleseprogramme"),
        (["help", "a11y", "--lang", "en"], "screen readers"),
        (["help", "barrierefreiheit", "--lang", "de"], "--plain"),
    ] {
        let help = run(&arguments);
        assert_eq!(help.code, 0);
        assert!(help.out.contains(word) && !help.out.contains("  "), "{}", help.out);
    }
    assert!(run(&["--help"]).out.contains("crpd-check help accessibility"));
}
