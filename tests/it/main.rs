//! Everything that is tested from outside, in one program: it links once and runs fast.
//!
//! - `accuracy`: the labelled corpus, `evaluate` and `explain`.
//! - `literals`: no text for people stands in the code.
//! - `layers`: the staircase of modules and the purity of the core.
//! - `checklists`: the embedded checklists are right and prove it by their examples.
//! - `command_line`: what people type, and every bad input.
//! - `gates`: what fails a check and what does not: shares, criteria, waivers, baselines.
//! - `settings`: the settings file, the environment and the flags, and which of them holds.
//! - `ci_files`: the action, the GitLab job and the pre-commit hook, run as build servers run them.
//! - `faults`: what goes wrong around the program: disks, pipes, links, names, and files made to harm it.
//! - `generate`: completions and manual pages.
//! - `draft`: papers for the council, within the local rules.
//! - `easy`: easy sentences, hard places, readability and wording.
//! - `diff`: two versions of a plan, and how matching stands edits.
//! - `due`: what is overdue on a day, as a list, a table and a calendar.
//! - `handbook`: the commands of docs/handbuch.md, run in their order.
//! - `judgments`: worksheets, what people filled in, how far they agree, and audits in which their verdict goes first.
//! - `examples`: each plan in `examples/` has its current report. `UPDATE_EXAMPLES=1 cargo test` rewrites them.
//! - `readme`: the commands in the README files run and print what is shown there.
//! - `start`: the questions for newcomers, and the help on accessibility.
//! - `story`: one board from its first audit to the next plan.
//! - `stream`: lines about a list of plans, one at a time.
//! - `survey`: many plans at once, made by `invented`.
//! - `docs`: paths named in the documentation exist.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod accuracy;
mod checklists;
#[cfg(unix)]
mod ci_files;
mod command_line;
mod diff;
mod docs;
mod draft;
mod due;
mod easy;
mod examples;
mod faults;
mod gates;
mod generate;
mod handbook;
mod invented;
mod judgments;
mod layers;
mod literals;
mod readme;
mod settings;
mod start;
mod story;
mod stream;
mod survey;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The folder of the project.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}")).replace("\r\n", "\n")
}

/// The program, started in the project's folder and shielded from the settings of whoever runs the tests.
fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crpd-check"));
    command.current_dir(root());
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "ACCESSIBLE", "NO_COLOR"] {
        command.env_remove(name);
    }
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("CRPD_CHECK_")) {
        command.env_remove(name);
    }
    command.env("COLUMNS", "80");
    command
}

/// A folder that goes away with the test.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path.to_string_lossy().into_owned()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn name(&self) -> String {
        self.0.path().to_string_lossy().into_owned()
    }
}

/// What the program said and how it ended.
struct Run {
    out: String,
    err: String,
    code: i32,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace("\r\n", "\n");
        Self { out: text(output.stdout), err: text(output.stderr), code: output.status.code().unwrap_or(-1) }
    }
}

fn run(arguments: &[&str]) -> Run {
    program().args(arguments).stdin(Stdio::null()).output().unwrap().into()
}

/// Runs with the bytes as standard input.
fn run_with(arguments: &[&str], input: &[u8]) -> Run {
    let mut child = program().args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    // The program may stop reading early, for example because the first bytes are no text.
    let _ = writer.join().unwrap();
    output.into()
}

/// All files below a folder, sorted.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    if let Ok(entries) = fs::read_dir(folder) {
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() { found.extend(files_below(&path)) } else { found.push(path) }
        }
    }
    found.sort();
    found
}
