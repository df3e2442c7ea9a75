//! Completions and manual pages: shells and the manual take them, in both languages.

use crate::{Run, program, run};
use std::fs;
use std::process::{Command, Stdio};

const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "powershell", "elvish"];

#[test]
fn every_shell_has_its_completions() {
    for shell in SHELLS {
        let script = run(&["completions", shell]);
        assert_eq!((script.code, script.err.as_str()), (0, ""), "{shell}");
        assert!(script.out.contains("survey") && script.out.contains("fail-under-field"), "{shell}");
    }
    assert!(run(&["completions", "zsh"]).out.contains("Einen oder mehrere Pläne prüfen"));
    assert!(run(&["completions", "fish", "--lang", "en"]).out.contains("Check one or more plans"));
    let unknown = run(&["completions", "cmd"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("powershell"), "{}", unknown.err);
}

/// What a shell offers for the last of these words.
fn offered(folder: &std::path::Path, words: &[&str]) -> Option<String> {
    let script = format!(
        "source completions\nCOMP_WORDS=({})\nCOMP_CWORD={}\nfunction=$(complete -p crpd-check)\nfunction=${{function#*-F }}\n\
         \"${{function%% *}}\" crpd-check '{}' '{}'\necho \"${{COMPREPLY[*]}}\"\n",
        words.join(" "),
        words.len() - 1,
        words[words.len() - 1],
        words[words.len() - 2],
    );
    let run: Run = Command::new("bash").args(["--noprofile", "--norc", "-c", &script]).current_dir(folder).output().ok()?.into();
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    Some(run.out.trim_end().to_owned())
}

#[test]
fn bash_completes_commands_options_and_values() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("completions"), run(&["completions", "bash"]).out).unwrap();
    for (words, expected) in [
        (&["crpd-check", "sur"][..], "survey"),
        (&["crpd-check", "audit", "--fail-und"], "--fail-under --fail-under-field"),
        (&["crpd-check", "audit", "--format", "sa"], "sarif"),
        (&["crpd-check", "checklist", "val"], "validate"),
        (&["crpd-check", "config", "show", "--fail-on-c"], "--fail-on-contrary"),
        (&["crpd-check", "completions", "--lang", "e"], "en"),
    ] {
        if let Some(offered) = offered(folder.path(), words) {
            assert_eq!(offered, expected, "{words:?}");
        }
    }
}

#[test]
fn the_manual_has_a_page_for_every_command() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("man1");
    let name = target.to_string_lossy().into_owned();
    let written = run(&["man", &name]);
    assert_eq!((written.code, written.out.as_str()), (0, ""), "{}", written.err);
    let page = |name: &str| fs::read_to_string(target.join(name)).unwrap();
    assert_eq!(page("crpd-check.1"), run(&["man"]).out);
    // The commands that a help lists; those of a command without any below it have none.
    let listed = |arguments: &[&str]| -> Vec<String> {
        let help = run(arguments).out;
        let list = help.split("Befehle:\n").nth(1).unwrap_or_default().split("\n\n").next().unwrap_or_default();
        list.lines().filter_map(|l| l.strip_prefix("  ")?.split(' ').next()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
    };
    let commands = listed(&["--help"]);
    assert!(["audit", "man", "due"].iter().all(|c| commands.iter().any(|known| known == c)), "{commands:?}");
    let all = 1 + commands.iter().map(|command| 1 + listed(&[command, "--help"]).len()).sum::<usize>();
    for command in &commands {
        assert!(page(&format!("crpd-check-{command}.1")).contains(&format!("crpd\\-check {command}")), "{command}");
        assert!(page("crpd-check.1").contains(&format!("crpd\\-check\\-{command}(1)")), "{command}");
    }
    let mut pages = 0;
    for entry in fs::read_dir(&target).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        pages += 1;
        for part in [".TH crpd-check", ".SH NAME", ".SH ÜBERSICHT", ".SH BESCHREIBUNG", ".SH ANGABEN"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        let known = [".ie", ".el", ".TH", ".SH", ".TP", ".PP"];
        for line in text.lines() {
            assert!(!line.is_empty() && (!line.starts_with(['.', '\'']) || known.iter().any(|k| line.starts_with(k))), "{line}");
        }
        typeset(&text);
    }
    assert_eq!(pages, all);
    assert!(page("crpd-check-audit.1").contains("Pläne prüfen und die Lücken"));
    assert!(page("crpd-check-checklist-validate.1").contains("crpd\\-check checklist validate"));

    let again = run(&["man", &name]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("--force"), "{}", again.err);
    assert_eq!(run(&["man", &name, "--force", "--lang", "en"]).code, 0);
    assert!(page("crpd-check-audit.1").contains(".SH SYNOPSIS") && page("crpd-check-audit.1").contains("report the gaps"));
    fs::write(target.join("ls.1"), "").unwrap();
    assert_eq!(run(&["man", &name, "--force"]).code, 2);
}

/// Has a page set by whichever program for it is there; a warning fails.
fn typeset(page: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.1");
    fs::write(&path, page).unwrap();
    for words in [&["groff", "-Kutf8", "-man", "-ww", "-Tutf8"][..], &["mandoc", "-W", "error", "-T", "utf8"]] {
        let Ok(output) = Command::new(words[0]).args(&words[1..]).arg(&path).stdin(Stdio::null()).output() else { continue };
        let run: Run = output.into();
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", words[0]);
        assert!(run.out.contains("crpd"), "{}", run.out);
    }
}

#[test]
fn the_manual_follows_the_language_of_the_help() {
    let english: Run = program().arg("man").env("LANG", "en_GB.UTF-8").stdin(Stdio::null()).output().unwrap().into();
    assert!(english.out.contains(".SH SYNOPSIS") && english.out.contains("Exit code 0"), "{}", english.out);
}
