//! The texts that fuzzing kept, put to what holds for every input, as they are and torn to pieces: as fuzzing does it,
//! without its compiler.

use crate::invariants::TARGETS;
use crate::plans::cases;
use proptest::prelude::*;
use std::fs;
use std::path::Path;

/// What fuzzing kept for a target, in the order of the names.
fn kept(target: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.into_iter().map(|file| String::from_utf8_lossy(&fs::read(file).unwrap()).into_owned()).collect()
}

#[test]
fn what_fuzzing_kept_still_holds() {
    for (name, check) in TARGETS {
        let texts = kept(name);
        assert!(texts.len() > 3, "{name}");
        for text in texts {
            // Only shown when the check fails.
            println!("{name}: {text:?}");
            check(&text);
        }
    }
}

/// What has confused readers of Markdown, YAML and tables before.
const FRAGMENTS: &[&str] = &[
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    "\u{2028}",
    "\u{85}",
    "\u{0}",
    "\u{1b}[2J",
    "\u{ad}",
    "\u{200b}",
    "\u{feff}",
    "\u{a0}",
    "  ",
    "\t",
    "|",
    "\\|",
    "||",
    "\n|---|---|\n",
    "\n- ",
    "\n  - ",
    "\n1. ",
    "\n> ",
    "\n#### ",
    "\n---\n",
    "\n```\n",
    "**",
    "__",
    "*",
    "`",
    "<br>",
    "<!--",
    "-->",
    "<script>",
    "</title>",
    "&lt;",
    "[a](b)",
    "![",
    "](",
    ": ",
    ":",
    ";",
    "\"",
    "'",
    "„",
    "“",
    ".",
    "...",
    "….",
    "-\n",
    "–",
    "/-innen",
    "*innen",
    "ß",
    "ä",
    "a\u{308}",
    "İ",
    "ﬁ",
    "𝔘",
    "👩‍🦽",
    "漢字",
    "٣",
    "bis 31.12.2027",
    "99.99.9999",
    "2026/27",
    "9999999999999999999999",
    "1,2 Mio. €",
    "Art. 9 Abs. 1",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "&a",
    "*a",
    "!!",
    "!b ",
    "~",
    "=1",
    "@",
    "Zuständig:",
    "Frist:",
    "**Zuständig:** ",
    "nicht ",
    "wird ",
    "soll ",
    "Satz 1.",
    "z. B. ",
    "S. 4 ",
    "schema: ",
    "sep=,",
];

/// Pieces of what was kept and fragments between them.
fn torn(texts: Vec<String>) -> impl Strategy<Value = String> {
    let piece = (prop::sample::select(texts), any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(|(text, from, length)| {
        let chars: Vec<char> = text.chars().collect();
        let from = if chars.is_empty() { 0 } else { from.index(chars.len()) };
        chars[from..].iter().take(length.index(400)).collect::<String>()
    });
    let fragment = prop::sample::select(FRAGMENTS).prop_map(str::to_owned);
    prop::collection::vec(prop_oneof![piece, fragment], 1..12).prop_map(|pieces| pieces.concat())
}

/// Puts torn texts to the check of a target.
fn tear(target: &str, count: u32) {
    let check = TARGETS.iter().find(|(name, _)| *name == target).unwrap().1;
    let result = proptest::test_runner::TestRunner::new(cases(count)).run(&torn(kept(target)), |text| {
        check(&text);
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{target}: {error}"));
}

#[test]
fn torn_plans_are_read_and_printed() {
    tear("plan", 160);
    tear("papers", 80);
}

#[test]
fn torn_checklists_are_read_or_refused() {
    tear("checklist", 160);
}

#[test]
fn torn_files_of_users_are_read_or_refused() {
    for target in ["judgments", "rules", "sheet"] {
        tear(target, 320);
    }
}

#[test]
fn torn_texts_are_judged_as_they_read() {
    tear("wording", 160);
}
