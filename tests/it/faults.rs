//! What goes wrong around the program. docs/security.md has the table of what was tried and what happened.

use crate::{Folder, Run, program, run, run_with};
use crpd_check::cli::arguments;
use crpd_check::text::Lang;
use crpd_check::words::Words;
use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

const PLAN: &str = "examples/brueckstedt-aue-tabellen.md";
const SMALL: &str = "# Plan\n\n## Maßnahmen\n\nDas Tiefbauamt baut bis Ende 2027 zwölf Haltestellen barrierefrei um.\n";

/// Ended by itself with code 2, and said what is wrong and what helps.
fn refused(run: &Run, parts: &[&str]) {
    assert_eq!(run.code, 2, "{}", run.err);
    let said = format!("{}{}", run.out, run.err);
    for part in parts {
        assert!(said.contains(part), "„{part}“ is not in: {said}");
    }
    assert!(!said.contains("panicked") && !said.contains("overflow"), "{said}");
}

// ---------------------------------------------------------------------------------------------------------
// Writing.

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_and_the_old_file_stays_whole() {
    for format in ["table", "ndjson"] {
        refused(&run(&["audit", PLAN, "--format", format, "-o", "/dev/full"]), &["/dev/full: ", "No space left", "Hilfe: "]);
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let out: Run = program().args(["audit", PLAN, "--format", format]).stdin(Stdio::null()).stdout(full).output().unwrap().into();
        refused(&out, &["Standardausgabe: ", "No space left", "Hilfe: "]);
    }
    // A file may not become longer than 8 blocks, as on a disk that fills up while it is written.
    let folder = Folder::new();
    let target = folder.file("bericht.json", "alt");
    for format in ["json", "ndjson"] {
        let line = "trap '' XFSZ; ulimit -f 8; exec \"$0\" audit \"$1\" --format \"$2\" -o \"$3\" --force";
        let arguments = ["-c", line, env!("CARGO_BIN_EXE_crpd-check"), PLAN, format, &target];
        let cut: Run = std::process::Command::new("sh").args(arguments).current_dir(crate::root()).output().unwrap().into();
        refused(&cut, &["bericht.json: ", "Hilfe: "]);
        assert_eq!(fs::read_to_string(&target).unwrap(), "alt");
        assert_eq!(fs::read_dir(folder.path("")).unwrap().count(), 1, "nothing is left behind");
    }
}

#[test]
#[cfg(unix)]
fn a_program_that_is_killed_while_it_writes_leaves_the_old_file_whole() {
    use std::io::Write;
    let folder = Folder::new();
    let target = folder.file("plaene.ndjson", "alt");
    let arguments = ["audit", "--paths", "-", "--format", "ndjson", "-o", &target, "--force"];
    let mut child = program().args(arguments).stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut names = child.stdin.take().unwrap();
    writeln!(names, "{PLAN}").unwrap();
    let written = || fs::read_dir(folder.path("")).unwrap().map(|e| e.unwrap()).find(|e| e.file_name() != "plaene.ndjson");
    let begun = Instant::now();
    while written().is_none_or(|draft| draft.metadata().unwrap().len() < 10_000) {
        assert!(begun.elapsed() < Duration::from_secs(60), "nothing was written");
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(fs::read_to_string(&target).unwrap(), "alt");
}

#[test]
#[cfg(unix)]
fn what_is_no_plain_file_is_written_through_and_not_replaced() {
    use std::os::unix::fs::{FileTypeExt, MetadataExt, symlink};
    let folder = Folder::new();
    let pipe = folder.path("rohr");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read_to_string(pipe).unwrap()
    });
    assert_eq!(run(&["audit", PLAN, "-o", pipe.to_str().unwrap(), "--format", "table"]).code, 0);
    assert_eq!(reader.join().unwrap(), run(&["audit", PLAN]).out);
    assert!(fs::symlink_metadata(&pipe).unwrap().file_type().is_fifo());

    let (real, link) = (folder.file("echt.txt", "alt"), folder.path("verweis.txt"));
    symlink("echt.txt", &link).unwrap();
    refused(&run(&["audit", PLAN, "-o", link.to_str().unwrap()]), &["gibt es schon"]);
    assert_eq!(run(&["audit", PLAN, "-o", link.to_str().unwrap(), "--force"]).code, 0);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink() && fs::read_to_string(&real).unwrap().starts_with("Prüfbericht"));
    // A report is for others too: it gets the rights of every new file.
    let plain = fs::metadata(folder.file("anderes.txt", "")).unwrap().mode();
    assert_eq!(fs::metadata(&real).unwrap().mode(), plain);
}

#[test]
fn a_closed_pipe_is_no_error_for_any_command() {
    let folder = Folder::new();
    let judgments = "schema: crpd-check/judgments/1\nplan: plan.md\nchecklist: un-brk-kommunal\njudgments: []\n";
    let (plan, judgments) = (folder.file("plan.md", SMALL), folder.file("urteile.yaml", judgments));
    let checklist = "checklists/un-brk-kommunal.yaml";
    let lines: &[&[&str]] = &[
        &["start"],
        &["audit", PLAN],
        &["audit", PLAN, "--format", "ndjson"],
        &["measures", PLAN],
        &["explain", "mobilitaet.haltestellen"],
        &["survey", "examples"],
        &["due", PLAN],
        &["easy", PLAN],
        &["readability", &plan],
        &["wording", &plan],
        &["diff", &plan, &plan],
        &["worksheet", PLAN],
        &["judge", "merge", &judgments],
        &["draft", "anfrage", PLAN],
        &["evaluate", "tests/corpus/held-out", "--summary"],
        &["checklist", "list"],
        &["checklist", "show"],
        &["checklist", "validate", checklist],
        &["checklist", "schema"],
        &["config", "show"],
        &["completions", "bash"],
        &["man"],
        &["help"],
    ];
    let known = arguments::command(&Words::new(Lang::De, false));
    for command in known.get_subcommands().map(clap_name) {
        assert!(lines.iter().any(|line| line[0] == command), "{command} is not tried");
    }
    for line in lines {
        let mut child = program().args(*line).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let end: Run = child.wait_with_output().unwrap().into();
        assert_eq!(end.code, 0, "{line:?}: {}", end.err);
        assert!(!end.err.contains("pipe") && !end.err.contains("Fehler"), "{line:?}: {}", end.err);
    }
}

fn clap_name(command: &clap::Command) -> &str {
    command.get_name()
}

// ---------------------------------------------------------------------------------------------------------
// Reading.

/// The program as somebody with few rights: whoever runs as root may read and write everything.
#[cfg(unix)]
fn as_somebody(arguments: &[&str]) -> Run {
    use std::os::unix::fs::MetadataExt;
    use std::os::unix::process::CommandExt;
    let mut program = program();
    let probe = Folder::new();
    if fs::metadata(probe.path("")).unwrap().uid() == 0 {
        program.uid(65_534).gid(65_534).current_dir("/");
    }
    program.args(arguments).stdin(Stdio::null()).output().unwrap().into()
}

#[test]
#[cfg(unix)]
fn files_and_folders_without_permission_are_told_and_do_not_stop_the_others() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let allow = |name: &str, mode: u32| fs::set_permissions(folder.path(name), PermissionsExt::from_mode(mode)).unwrap();
    folder.file("a.md", SMALL);
    folder.file("geheim.md", SMALL);
    folder.file("zu/b.md", SMALL);
    folder.file("alt.txt", "alt");
    allow("", 0o755);
    allow("geheim.md", 0o000);
    allow("zu", 0o000);
    let base = folder.name();
    // The program itself may stand where only its owner may look.
    let version = std::panic::catch_unwind(|| as_somebody(&["--version"]));
    if !version.is_ok_and(|run| run.code == 0) {
        println!("skipped: another user cannot start the program here");
        allow("zu", 0o755);
        return;
    }
    for command in ["audit", "survey"] {
        let run = as_somebody(&[command, &base]);
        refused(&run, &["geheim.md: Für diese Datei fehlt die Berechtigung", "/zu: Für diese Datei fehlt die Berechtigung"]);
        assert!(run.out.contains("a.md"), "{}", run.out);
    }
    let target = folder.path("bericht.txt");
    let plan = folder.path("a.md");
    allow("", 0o555);
    for (target, force) in [(target.as_path(), "--plain"), (&folder.path("alt.txt"), "--force")] {
        refused(&as_somebody(&["audit", plan.to_str().unwrap(), "-o", target.to_str().unwrap(), force]), &["fehlt die Berechtigung", "Hilfe: "]);
    }
    allow("", 0o755);
    allow("zu", 0o755);
    assert_eq!(fs::read_to_string(folder.path("alt.txt")).unwrap(), "alt");
    assert!(!target.exists());
}

#[test]
#[cfg(unix)]
fn circles_of_links_end_and_links_to_nowhere_are_told() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new();
    folder.file("tief/a.md", SMALL);
    symlink("..", folder.path("tief/hinauf")).unwrap();
    symlink(".", folder.path("selbst")).unwrap();
    symlink("tief/a.md", folder.path("zweiter-name.md")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(folder.path("rohr.md")).status().unwrap().success());
    let fine = run(&["audit", &folder.name(), "--format", "ndjson"]);
    assert_eq!((fine.code, fine.out.lines().count(), fine.err.as_str()), (0, 2, ""));
    symlink("kreis.md", folder.path("kreis.md")).unwrap();
    symlink("nirgends.md", folder.path("leer.md")).unwrap();
    let told = run(&["audit", &folder.name(), "--format", "ndjson"]);
    refused(&told, &["kreis.md: ", "leer.md: Diese Datei gibt es nicht"]);
    assert_eq!(told.out.lines().count(), 4);
}

#[test]
#[cfg(target_os = "linux")]
fn a_name_need_not_be_utf8() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::new();
    let path = folder.path("").join(OsStr::from_bytes(b"pl\xE4ne \x1B[31m.md"));
    fs::write(&path, SMALL).unwrap();
    for command in ["audit", "survey"] {
        let found = run(&[command, &folder.name()]);
        assert_eq!((found.code, found.err.as_str()), (0, ""), "{command}");
        assert!(found.out.contains("pl\u{fffd}ne") && !found.out.contains('\u{1b}'), "{command}: {}", found.out);
    }
    let listed = run_with(&["audit", "--paths", "-", "--format", "ndjson"], &[path.as_os_str().as_bytes(), b"\n"].concat());
    assert_eq!((listed.code, listed.out.lines().count()), (0, 1), "{}", listed.err);
    let named: Run = program().arg("audit").arg(&path).stdin(Stdio::null()).output().unwrap().into();
    refused(&named, &["pl\u{fffd}ne", "gibt es nicht"]);
}

#[test]
fn a_file_that_grows_while_it_is_read_ends_in_a_report() {
    use std::io::Write;
    use std::sync::atomic::{AtomicBool, Ordering};
    let folder = Folder::new();
    let name = folder.file("plan.md", SMALL);
    let stop = AtomicBool::new(false);
    std::thread::scope(|threads| {
        threads.spawn(|| {
            let mut file = fs::OpenOptions::new().append(true).open(&name).unwrap();
            for n in 0..5_000 {
                if stop.load(Ordering::Relaxed) {
                    break;
                }
                writeln!(file, "\nDie Stadt hat {n} Straßen.").unwrap();
            }
        });
        for _ in 0..3 {
            let report = run(&["audit", &name]);
            assert_eq!((report.code, report.err.as_str()), (0, ""));
        }
        stop.store(true, Ordering::Relaxed);
    });
}

#[test]
fn twenty_hundred_files_in_one_folder_are_twenty_hundred_lines() {
    let folder = Folder::new();
    for n in 0..2_000 {
        folder.file(&format!("{n:06}.md"), if n == 1_234 { &b"\xFF\xFE#"[..] } else { b"# Plan\n" });
    }
    let audited = run(&["audit", &folder.name(), "--format", "ndjson", "--field", "krise"]);
    assert_eq!((audited.code, audited.out.lines().count()), (2, 2_000));
    assert_eq!(audited.err.matches("Fehler: ").count(), 1, "{}", audited.err);
    assert!(audited.out.lines().nth(1_234).unwrap().contains("crpd-check/unreadable/1"));
}

// ---------------------------------------------------------------------------------------------------------
// Sizes.

#[test]
fn a_plan_beyond_the_limit_is_refused_and_the_limit_can_be_said() {
    let folder = Folder::new();
    let huge = folder.path("riesig.md");
    fs::File::create(&huge).unwrap().set_len(1 << 30).unwrap();
    let huge = huge.to_str().unwrap();
    for command in ["audit", "measures", "wording", "due"] {
        refused(&run(&[command, huge]), &["riesig.md: Die Datei ist zu groß: 1.024 MB", "höchstens 20 MB", "--max-size"]);
    }
    let two = folder.file("zwei.md", format!("{SMALL}\n{}", "Die Stadt hat viele Straßen.\n\n".repeat(50_000)));
    let with = |value: &str| run(&["measures", &two, "--max-size", value]);
    refused(&with("1"), &["zu groß: 2 MB", "höchstens 1 MB"]);
    assert_eq!(with("2").code, 0);
    for wrong in ["0", "viel", "1.5", "4001", "99999999999999999999"] {
        refused(&with(wrong), &[wrong, "von 1 bis 4000"]);
    }
    let variable: Run = program().args(["audit", &two]).env("CRPD_CHECK_MAX_SIZE", "1").stdin(Stdio::null()).output().unwrap().into();
    refused(&variable, &["höchstens 1 MB"]);
    refused(&run_with(&["audit", "-", "--max-size", "1"], &vec![b' '; (1 << 20) + 1]), &["-: Die Datei ist zu groß"]);
    if cfg!(unix) {
        refused(&run(&["audit", "/dev/zero", "--max-size", "1"]), &["/dev/zero: Die Datei ist zu groß"]);
    }
}

#[test]
fn yaml_made_to_harm_is_refused_quickly_wherever_yaml_is_read() {
    let folder = Folder::new();
    let deep = 10_000;
    let letters: Vec<char> = ('a'..='u').collect();
    let doubled = |pair: &[char]| format!("{}: &{} [{}]\n", pair[1], pair[1], vec![format!("*{}", pair[0]); 9].join(", "));
    let bomb = format!("a: &a [x, x, x, x, x, x, x, x, x]\n{}", letters.windows(2).map(doubled).collect::<String>());
    let merged = format!(
        "a: &a {{x: 1}}\n{}",
        letters.windows(2).map(|p| format!("{}: &{} {{<<: *{}, y: *{}}}\n", p[1], p[1], p[0], p[0])).collect::<String>()
    );
    let bad: [(&str, String); 7] = [
        ("flow", format!("{}{}\n", "[".repeat(deep), "]".repeat(deep))),
        ("mappings", format!("{}x{}\n", "{a: ".repeat(deep), "}".repeat(deep))),
        ("lists", format!("schema: {}x\n", "- ".repeat(deep))),
        ("value", format!("schema: {}{}\n", "[".repeat(deep), "]".repeat(deep))),
        ("indented", (0..1_500).map(|n| format!("{}a:\n", " ".repeat(n))).collect()),
        ("aliases", bomb),
        ("merges", merged),
    ];
    let readers: [&[&str]; 8] = [
        &["checklist", "validate"],
        &["audit", PLAN, "--checklist"],
        &["audit", PLAN, "--config"],
        &["audit", PLAN, "--waivers"],
        &["audit", PLAN, "--judgments"],
        &["judge", "merge"],
        &["judge", "agreement"],
        &["draft", "anfrage", PLAN, "--rules"],
    ];
    for (what, text) in bad {
        let path = folder.file(&format!("{what}.yaml"), &text);
        for reader in readers {
            let begun = Instant::now();
            refused(&run(&[reader, &[&path]].concat()), &[&format!("{what}.yaml:"), "= "]);
            assert!(begun.elapsed() < Duration::from_secs(20), "{what} {reader:?}: {:?}", begun.elapsed());
        }
        // Of a plan it is the front matter: strange, but a plan is never refused for what it says.
        let plan = folder.file(&format!("{what}.md"), format!("---\n{text}---\n\n{SMALL}"));
        let report = run(&["audit", &plan]);
        assert_eq!((report.code, report.err.as_str()), (0, ""), "{what}");
    }
}
