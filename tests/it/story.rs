//! One story from beginning to end, as the founding workshops wanted it: a board audits a plan, judges it in three groups,
//! asks the council within the rules of Eisenach, tells everybody in short sentences, and two years later looks at the new plan.

use crate::handbook::fill;
use crate::{Folder, Run, program, read};
use crpd_check::embedded::{DEFAULT, Embedded};
use serde_json::Value;
use std::fs;
use std::process::Stdio;

const STOPS: &str = "mobilitaet.haltestellen";

struct Board {
    desk: Folder,
}

impl Board {
    fn run(&self, arguments: &[&str]) -> Run {
        let run: Run = program().args(arguments).current_dir(self.desk.path(".")).stdin(Stdio::null()).output().unwrap().into();
        assert_eq!(run.code, 0, "{arguments:?}\n{}{}", run.out, run.err);
        run
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.run(&[arguments, &["--format", "json"]].concat()).out).unwrap()
    }

    fn has(&self, name: &str) -> String {
        fs::read_to_string(self.desk.path(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
    }
}

fn criterion<'a>(report: &'a Value, id: &str) -> &'a Value {
    report["plans"][0]["criteria"].as_array().unwrap().iter().find(|c| c["id"] == id).unwrap()
}

#[test]
fn from_reading_to_the_council_and_to_the_next_plan() {
    let board = Board { desk: Folder::new() };
    board.desk.file("plan.md", read("examples/brueckstedt-aue-tabellen.md"));

    // The board audits the plan.
    let before = board.json(&["audit", "plan.md"]);
    assert_eq!(criterion(&before, STOPS)["level"], "binding");
    let gaps: Vec<&str> = before["plans"][0]["largest_gaps"].as_array().unwrap().iter().map(|g| g.as_str().unwrap()).collect();

    // A meeting of forty minutes: seven criteria, three groups.
    board.run(&["worksheet", "plan.md", "--output", "blatt.html"]);
    assert_eq!(board.has("blatt.html").matches("<ul class=\"ticks\">").count(), 7);
    let verdicts = [
        ("a.csv", "A", ["ja", "ja", "nein", "nein", "teilweise", "nein", "weiß ich nicht"]),
        ("b.csv", "B", ["ja", "nein", "nein", "nein", "ja", "nein", "nein"]),
        ("c.csv", "C", ["ja", "teilweise", "nein", "ja", "ja", "nein", "nein"]),
    ];
    for (file, group, verdicts) in verdicts {
        board.run(&["worksheet", "plan.md", "--group", group, "--output", file]);
        fill(board.desk.path(file), &verdicts);
    }
    board.run(&["judge", "import", "a.csv", "b.csv", "c.csv", "--plan", "plan.md"]);
    assert_eq!(board.has("plan.judgments.yaml").matches("- criterion:").count(), 21);

    // Where do the groups differ? Seven criteria are too few for a figure, and that is said.
    let agreement = board.json(&["judge", "agreement", "plan.judgments.yaml"]);
    assert_eq!((&agreement["criteria"][0]["criterion"], &agreement["criteria"][0]["width"]), (&gaps[1].into(), &2.into()));
    assert_eq!(agreement["no_alpha"], "few-items");

    // What people say goes first: the first gap is covered now, the second one disputed.
    let judged = board.json(&["audit", "plan.md", "--judgments", "plan.judgments.yaml"]);
    assert_eq!((&criterion(&judged, gaps[0])["level"], &criterion(&judged, gaps[0])["judged"]["outcome"]), (&"planned".into(), &"agreed".into()));
    assert_eq!(criterion(&judged, gaps[1])["judged"]["outcome"], "disputed");
    let earned = |report: &Value, key: &str| report["plans"][0][key]["earned"].as_u64().unwrap();
    assert_eq!(earned(&judged, "score_by_text"), earned(&before, "score"));
    // Covered are two more criteria, each with two points of three.
    assert_eq!(earned(&judged, "score"), earned(&before, "score") + 4);

    // A question to the council, by the rules of Eisenach: at most five questions, fifteen days before.
    let asked = board.run(&[
        "draft",
        "anfrage",
        "plan.md",
        "--judgments",
        "plan.judgments.yaml",
        "--rules",
        "eisenach",
        "--session",
        "2027-03-16",
        "--submitter",
        "einwohner",
        "--output",
        "anfrage.md",
    ]);
    let paper = board.has("anfrage.md");
    // Fifteen days before the sixteenth of March.
    assert!(paper.contains("letzter Tag 01.03.2027") && asked.err.contains("01.03.2027"), "{paper}{}", asked.err);
    assert_eq!(paper.matches("\n### Frage ").count(), 5, "{paper}");
    // What the groups found in the plan is asked no more; what they miss there is.
    let checklist = Embedded::find(DEFAULT).unwrap().checklist().unwrap();
    let asks = |id: &str| checklist.criterion(id).unwrap().ask.de.clone();
    assert!(!paper.contains(&asks(gaps[0])) && paper.contains(&asks(gaps[5])), "{paper}");
    let too_many = [gaps[1], gaps[2], gaps[3], gaps[5], gaps[6], gaps[7]].join(",");
    let refused: Run = program()
        .args(["draft", "anfrage", "plan.md", "--rules", "eisenach", "--criteria", &too_many])
        .current_dir(board.desk.path("."))
        .stdin(Stdio::null())
        .output()
        .unwrap()
        .into();
    assert_eq!((refused.code, refused.out.as_str()), (2, ""), "{}", refused.err);

    // For everybody: twelve short sentences that pass our own lint.
    board.run(&["easy", "plan.md", "--output", "kurz.md"]);
    board.run(&["easy", "lint", "kurz.md"]);
    assert!(board.has("kurz.md").contains("Entwurf"));

    // Two years later: what became of the plan, and what is due.
    board.desk.file("neu.md", read("examples/brueckstedt-aue-tabellen-fortschreibung.md"));
    let diff = board.json(&["diff", "plan.md", "neu.md"]);
    assert_eq!(diff["old"]["score"], before["plans"][0]["score"], "the old plan is audited with today's checklist");
    let silent: Vec<&str> =
        diff["measures"].as_array().unwrap().iter().filter(|m| m["fate"] == "dropped").map(|m| m["old"]["title"].as_str().unwrap()).collect();
    assert_eq!(silent.len(), 3);
    assert!(silent.iter().any(|title| title.starts_with("Prioritätenliste")), "{silent:?}");
    let due = board.json(&["due", "neu.md", "--today", "2029-01-01"]);
    assert!(!due["overdue"].as_array().unwrap().is_empty());
    // Judgments on passages that are gone have no effect on the new plan.
    let renamed = board.has("plan.judgments.yaml").replace("plan: plan.md", "plan: neu.md");
    board.desk.file("neu.judgments.yaml", renamed);
    let again = board.json(&["audit", "neu.md", "--judgments", "neu.judgments.yaml"]);
    assert_eq!(criterion(&again, gaps[0])["judged"]["outcome"], "outdated");
}
