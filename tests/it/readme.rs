//! What the README files promise is run: commands in ```console blocks, with the output shown below them.
//!
//! A line of three full stops stands for output that is left out. `cargo run --release --` and `crpd-check` both
//! mean the program under test. `UPDATE_EXAMPLES=1 cargo test` rewrites shown output, keeping as many lines
//! before and after the three full stops as there are now.

use crate::{program, read, root};
use std::process::Stdio;

/// The commands of a file, each with the output shown below it.
pub(crate) fn commands(text: &str) -> Vec<(String, Vec<String>)> {
    let mut commands: Vec<(String, Vec<String>)> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        if line.starts_with("```") {
            inside = !inside && line.trim() == "```console";
        } else if inside {
            match line.strip_prefix("$ ") {
                Some(command) => commands.push((command.to_owned(), Vec::new())),
                None => commands.last_mut().expect("output below a command").1.push(line.to_owned()),
            }
        }
    }
    commands
}

/// The words of a command line; quotation marks keep words together.
pub(crate) fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (i, part) in command.split('"').enumerate() {
        if i % 2 == 0 { words.extend(part.split_whitespace().map(str::to_owned)) } else { words.push(part.to_owned()) }
    }
    words
}

/// Does the output hold the shown pieces, in their order and from its first line to its last?
fn shows(shown: &[String], output: &str) -> Result<(), String> {
    let lines: Vec<&str> = output.lines().map(str::trim_end).collect();
    let pieces: Vec<&[String]> = shown.split(|l| l.trim() == "...").collect();
    let mut from = 0;
    for (i, piece) in pieces.iter().enumerate() {
        if piece.is_empty() {
            continue;
        }
        let fits = |at: usize| lines.get(at..at + piece.len()).is_some_and(|l| l.iter().zip(*piece).all(|(a, b)| *a == b.trim_end()));
        let (first, last) = (i == 0, i + 1 == pieces.len());
        let found = match (first, last) {
            (true, _) => fits(0).then_some(0).filter(|_| !last || lines.len() == piece.len()),
            (false, true) => lines.len().checked_sub(piece.len()).filter(|at| *at >= from && fits(*at)),
            (false, false) => (from..lines.len()).find(|at| fits(*at)),
        };
        match found {
            Some(at) => from = at + piece.len(),
            None => return Err(format!("not in the output:\n{}", piece.join("\n"))),
        }
    }
    Ok(())
}

/// The same excerpt of a newer output.
fn excerpt(shown: &[String], output: &str) -> Vec<String> {
    let lines: Vec<String> = output.lines().map(|l| l.trim_end().to_owned()).collect();
    let Some(gap) = shown.iter().position(|l| l.trim() == "...") else { return lines };
    let after = shown.len() - gap - 1;
    let mut excerpt = lines[..gap.min(lines.len())].to_vec();
    excerpt.push("...".to_owned());
    excerpt.extend_from_slice(&lines[lines.len().saturating_sub(after)..]);
    excerpt
}

fn check(path: &str) {
    let text = read(path);
    let mut updated = text.clone();
    let mut wrong = Vec::new();
    let commands = commands(&text);
    assert!(commands.iter().any(|(c, _)| c.starts_with("cargo run --release -- audit examples/")), "{path}");
    assert!(commands.iter().any(|(c, _)| c == "cargo test"), "{path}");
    for (command, shown) in commands {
        let words = words(&command);
        let arguments = match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            ["cargo", "run", "--release", "--", rest @ ..] | ["crpd-check", rest @ ..] => rest.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>(),
            // This test is part of it.
            ["cargo", "test"] => continue,
            _ => panic!("{path}: this test cannot run: {command}"),
        };
        let output = program().args(&arguments).stdin(Stdio::null()).output().unwrap();
        let printed = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        if !matches!(output.status.code(), Some(0 | 1)) {
            wrong.push(format!("{command}\n{printed}"));
        }
        if shown.is_empty() {
            continue;
        }
        if std::env::var_os("UPDATE_EXAMPLES").is_some() {
            let block = |lines: &[String]| format!("$ {command}\n{}\n", lines.join("\n"));
            updated = updated.replace(&block(&shown), &block(&excerpt(&shown, &printed)));
        } else {
            wrong.extend(shows(&shown, &printed).err().map(|problem| format!("{command}\n{problem}\n\nit printed:\n{printed}")));
        }
    }
    if updated != text {
        std::fs::write(root().join(path), updated).unwrap();
    }
    assert!(wrong.is_empty(), "{path}: {}", wrong.join("\n\n"));
}

#[test]
fn the_english_readme_is_true() {
    check("README.md");
}

#[test]
fn the_german_readme_is_true() {
    check("README.de.md");
}

#[test]
fn output_is_compared_from_its_first_line_to_its_last() {
    let shown = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    assert!(shows(&shown("a\nb"), "a\nb\n").is_ok());
    assert!(shows(&shown("a"), "a\nb\n").is_err());
    assert!(shows(&shown("a\n...\nd"), "a\nb\nc\nd\n").is_ok());
    assert!(shows(&shown("a\n..."), "a\nb\n").is_ok());
    assert!(shows(&shown("...\nb\n...\nd"), "a\nb\nc\nd\n").is_ok());
    assert!(shows(&shown("a\n...\nx\n...\nd"), "a\nb\nc\nd\n").is_err());
}
