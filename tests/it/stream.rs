//! Lines about any number of plans: in order, each at once, in bounded memory.

use crate::{Folder, Run, invented, program, run, run_with};
use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

const SMALL: &str = "# Plan\n\n## Maßnahmen\n\nDas Tiefbauamt baut bis Ende 2027 zwölf Haltestellen barrierefrei um.\n";

fn lines(run: &Run) -> Vec<Value> {
    run.out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

fn paths(lines: &[Value]) -> Vec<&str> {
    lines.iter().map(|line| line["path"].as_str().unwrap()).collect()
}

/// The program while somebody still writes the list.
struct Live {
    child: Child,
    names: ChildStdin,
    lines: BufReader<ChildStdout>,
}

impl Live {
    fn new(arguments: &[&str]) -> Self {
        let mut child = program().args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (names, lines) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        Self { child, names, lines }
    }

    fn ask(&mut self, name: &str) -> Value {
        writeln!(self.names, "{name}").unwrap();
        let mut line = String::new();
        self.lines.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap()
    }

    fn end(self) -> Run {
        drop(self.names);
        self.child.wait_with_output().unwrap().into()
    }
}

#[test]
fn a_list_is_answered_in_its_order_with_any_number_of_threads() {
    let folder = Folder::new();
    let mut list = String::new();
    // Long and short ones, so that later ones are done earlier.
    for number in [7, 3, 11, 0, 5] {
        list += &folder.file(&invented::name(number), invented::plan(number));
        list += "\r\n\n";
        list += &folder.file(&format!("kurz-{number}.md"), SMALL);
        list += "\nfehlt.md\n";
    }
    let with = |threads: &str, arguments: &[&str]| -> Run {
        let path = folder.file("liste.txt", &list);
        program().args(arguments).arg(path).env("RAYON_NUM_THREADS", threads).stdin(Stdio::null()).output().unwrap().into()
    };
    let one = with("1", &["audit", "--format", "ndjson", "--paths"]);
    let many = with("5", &["audit", "--format", "ndjson", "--paths"]);
    assert_eq!((one.code, &one.out, &one.err), (2, &many.out, &many.err));
    let told = lines(&one);
    let expected: Vec<String> = [7, 3, 11, 0, 5].iter().flat_map(|n| [invented::name(*n), format!("kurz-{n}.md"), "fehlt.md".to_owned()]).collect();
    assert_eq!(paths(&told), expected);
    for (line, name) in told.iter().zip(&expected) {
        let schema = if name == "fehlt.md" { "crpd-check/unreadable/1" } else { "crpd-check/plan/1" };
        assert_eq!(line["schema"], schema, "{name}");
    }
    assert_eq!(told[2]["reason"], "Diese Datei gibt es nicht.");
    assert_eq!(one.err.matches("Fehler: fehlt.md").count(), 5, "{}", one.err);
    assert_eq!(run_with(&["audit", "--format", "ndjson", "--paths", "-"], list.as_bytes()).out, one.out);
    assert_eq!(run_with(&["audit", "--format", "ndjson", "-"], list.as_bytes()).out, one.out, "the first line names a file");
}

#[test]
fn standard_input_is_a_plan_unless_its_first_line_names_a_file() {
    let plan = run_with(&["audit", "-", "--format", "ndjson"], SMALL.as_bytes());
    assert_eq!(lines(&plan)[0]["title"], "Plan");
    let folder = run_with(&["audit", "-", "--format", "ndjson"], b"examples\n\nDas Tiefbauamt baut bis Ende 2027 Haltestellen um.\n");
    assert_eq!(lines(&folder).len(), 1, "a folder may be called like a plan");
    let whole = run_with(&["audit", "-", "--format", "json"], b"examples/brueckstedt-aue-tabellen.md\n");
    assert!(whole.out.contains("Standardeingabe"), "only lines are answered by lines");
    let empty = run_with(&["audit", "--paths", "-", "--format", "ndjson"], b"");
    assert_eq!((empty.code, empty.out.as_str(), empty.err.as_str()), (0, "", ""));
    // On a list "-" is a file like any other: standard input is taken already.
    let dash = run_with(&["audit", "--paths", "-", "--format", "ndjson"], b"-\n");
    assert_eq!((dash.code, lines(&dash)[0]["path"].as_str()), (2, Some("./-")));
}

#[test]
fn a_list_serves_every_format_and_may_name_folders() {
    let named = run(&["audit", "examples", "--format", "json"]);
    assert_eq!(run_with(&["audit", "--paths", "-", "--format", "json"], b"examples\n").out, named.out);
    let lines = run(&["audit", "examples", "--format", "ndjson"]);
    assert_eq!(run_with(&["audit", "--paths", "-", "--format", "ndjson"], b"examples\n").out, lines.out);
    let both = run(&["audit", "examples", "--paths", "-"]);
    assert!(both.code == 2 && both.err.contains("--paths") && both.err.contains("gehen nicht zusammen"), "{}", both.err);
    let none = run(&["audit", "--paths", "nirgends.txt"]);
    assert!(none.code == 2 && none.err.contains("nirgends.txt: Diese Datei gibt es nicht"), "{}", none.err);
}

#[test]
fn lines_are_the_same_where_all_plans_are_held_at_once() {
    let folder = Folder::new();
    folder.file("b.md", SMALL);
    folder.file("a.md", b"# Pl\xE4ne");
    let (name, baseline) = (folder.name(), folder.path("stand.json"));
    let streamed = run(&["audit", &name, "--format", "ndjson"]);
    let held = run(&["audit", &name, "--format", "ndjson", "--job-summary", folder.path("seite.md").to_str().unwrap()]);
    let sorted = |run: &Run| {
        let mut lines: Vec<String> = run.out.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!((held.code, sorted(&held)), (2, sorted(&streamed)));
    std::fs::remove_file(folder.path("a.md")).unwrap();
    assert_eq!(run(&["audit", &name, "--format", "ndjson", "--write-baseline", baseline.to_str().unwrap()]).code, 0);
    let target = folder.path("plaene.ndjson");
    let with_baseline = ["audit", &name, "--baseline", baseline.to_str().unwrap(), "--fail-on-new"];
    assert_eq!(run(&[&with_baseline[..], &["-o", target.to_str().unwrap()]].concat()).code, 0);
    assert_eq!(std::fs::read_to_string(target).unwrap(), run(&[&with_baseline[..], &["--format", "ndjson"]].concat()).out);
}

#[test]
fn gates_are_told_line_by_line_and_an_expired_waiver_once() {
    let folder = Folder::new();
    let (a, b) = (folder.file("a.md", SMALL), folder.file("b.md", SMALL));
    let waivers = "schema: crpd-check/waivers/1\nwaivers:\n  - id: mobilitaet.fahrdienst\n    reason: Sache des Kreises\n    who: Beirat\n    until: 2020-12-31\n";
    let waivers = folder.file("ausnahmen.yaml", waivers);
    let with = ["audit", &a, &b, "--waivers", &waivers, "--fail-under", "90", "--today", "2026-01-01"];
    let streamed = run(&[&with[..], &["--format", "ndjson"]].concat());
    let whole = run(&[&with[..], &["--format", "json"]].concat());
    assert_eq!((streamed.code, &streamed.err), (1, &whole.err));
    assert!(streamed.err.matches("mobilitaet.fahrdienst").count() == 1 && streamed.err.matches("--fail-under)").count() >= 2, "{}", streamed.err);
    assert_eq!(run(&[&with[..], &["--format", "ndjson", "--exit-zero"]].concat()).code, 0);
    let unreadable = run(&[&with[..], &["fehlt.md", "--format", "ndjson"]].concat());
    assert_eq!(unreadable.code, 2, "what could not be done goes before a gate");
}

#[test]
fn each_line_comes_before_the_next_name_is_known_and_a_file_may_vanish() {
    let folder = Folder::new();
    let mut live = Live::new(&["audit", "--format", "ndjson", "--paths", "-"]);
    for n in 0..5 {
        let name = folder.file(&format!("{n}.md"), SMALL);
        assert_eq!(live.ask(&name)["path"], format!("{n}.md"));
    }
    let gone = folder.file("fort.md", SMALL);
    std::fs::remove_file(&gone).unwrap();
    assert_eq!(live.ask(&gone)["schema"], "crpd-check/unreadable/1");
    assert_eq!(live.ask("examples/brueckstedt-aue-tabellen.md")["schema"], "crpd-check/plan/1");
    assert_eq!(live.end().code, 2);
}

#[test]
#[cfg(target_os = "linux")]
fn memory_does_not_grow_with_the_number_of_plans() {
    let folder = Folder::new();
    let mut live = Live::new(&["audit", "--format", "ndjson", "--paths", "-"]);
    let peak = |live: &Live| -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", live.child.id())).unwrap();
        let line = status.lines().find(|l| l.starts_with("VmHWM")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse().unwrap()
    };
    let plan = folder.file("plan.md", invented::plan(1));
    for _ in 0..10 {
        live.ask(&plan);
    }
    let early = peak(&live);
    let printed: usize = (0..30).map(|_| live.ask(&plan).to_string().len()).sum();
    let growth = (peak(&live) - early) * 1024;
    assert!(printed > 5_000_000, "{printed}");
    assert!(growth < 2_500_000, "{growth} bytes more for {printed} bytes of lines");
    assert_eq!(live.end().code, 0);
}

#[test]
fn whoever_takes_the_first_lines_only_is_left_in_peace() {
    let mut child = program()
        .args(["audit", "--format", "ndjson", "--paths", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut names = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        // Ends when the program no longer reads.
        while names.write_all(b"examples/stadtgemeinde-sankt-olm-stichpunkte.md\n").is_ok() {}
    });
    let mut line = String::new();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    out.read_line(&mut line).unwrap();
    drop(out);
    let end: Run = child.wait_with_output().unwrap().into();
    writer.join().unwrap();
    assert_eq!((end.code, end.err.as_str()), (0, ""));
}
