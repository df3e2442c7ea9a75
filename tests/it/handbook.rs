//! docs/handbuch.md: every command in it is run, in its order, in one folder, as a board would.

use crate::readme::{commands, words};
use crate::{Folder, program, read};
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::Stdio;

/// Verdicts of a group, in the order of its sheet.
const GROUPS: [(&str, [&str; 7]); 3] = [
    ("gruppe-a.csv", ["ja", "nein", "teilweise", "nein", "nein", "ja", "weiß ich nicht"]),
    ("gruppe-b.csv", ["ja", "nein", "nein", "nein", "teilweise", "nein", "nein"]),
    ("gruppe-c.csv", ["teilweise", "nein", "ja", "nein", "nein", "ja", "nein"]),
];

/// Writes the verdicts into the table that the program wrote.
pub(crate) fn fill(path: PathBuf, verdicts: &[&str]) {
    let text = fs::read_to_string(&path).unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let mut writer = csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for (i, row) in reader.records().enumerate() {
        let mut row: Vec<String> = row.unwrap().iter().map(str::to_owned).collect();
        if i > 0 {
            row[5] = verdicts[i - 1].to_owned();
        }
        writer.write_record(&row).unwrap();
    }
    fs::write(path, writer.into_inner().unwrap()).unwrap();
}

#[test]
fn every_command_of_the_handbook_works_in_its_order() {
    let folder = Folder::new();
    folder.file("plan-alt.md", read("examples/brueckstedt-aue-tabellen.md"));
    folder.file("plan.md", read("examples/brueckstedt-aue-tabellen-fortschreibung.md"));
    let commands = commands(&read("docs/handbuch.md"));
    assert!(commands.len() > 30, "{}", commands.len());
    for (command, shown) in commands {
        assert!(shown.is_empty(), "output of another plan would be shown: {command}");
        let words = words(&command);
        assert_eq!(words[0], "crpd-check", "this test cannot run: {command}");
        let mut child = program()
            .args(&words[1..])
            .current_dir(folder.path("."))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // Only the guided start reads it.
        let _ = child.stdin.take().unwrap().write_all(b"2\n1\n3\n");
        let run: crate::Run = child.wait_with_output().unwrap().into();
        assert_eq!(run.code, 0, "{command}\n{}{}", run.out, run.err);
        if let Some(at) = words.iter().position(|w| w == "--output") {
            let written = folder.path(&words[at + 1]);
            assert!(fs::metadata(&written).is_ok_and(|m| m.len() > 100), "{command}");
            if let Some((_, verdicts)) = GROUPS.iter().find(|(name, _)| *name == words[at + 1]) {
                fill(written, verdicts);
            }
        } else {
            assert!(!run.out.is_empty() || !run.err.is_empty(), "{command}");
        }
    }
}
