//! `survey`: many plans, however many threads, with files that cannot be read and front matter that is wrong.

use crate::{Run, invented, program, run};
use std::fs;
use std::process::Stdio;

/// A folder named `plaene` with these files.
fn folder(files: &[(&str, &[u8])]) -> (tempfile::TempDir, String) {
    let parent = tempfile::tempdir().unwrap();
    let path = parent.path().join("plaene");
    fs::create_dir(&path).unwrap();
    for (name, bytes) in files {
        fs::write(path.join(name), bytes).unwrap();
    }
    let name = path.to_string_lossy().into_owned();
    (parent, name)
}

fn json(run: &Run) -> serde_json::Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.err))
}

const TOWN: &str = "---\nkommune: Olm\nart: Stadt\nags: \"08111000\"\nlizenz: CC-BY-4.0\n---\n\n# Plan für Olm\n\n## Maßnahmen\n\nDas Tiefbauamt baut bis Ende 2027 zwölf Haltestellen barrierefrei um.\n";
const COUNTY: &str =
    "---\nkommune: Kreis Dorn\nags: 8112000\nlizenz: CC-BY-4.0\n---\n\n# =Plan\u{1b}[31m für\u{202e} Dorn\n\n## Maßnahmen\n\nDer Bus fährt.\n";

#[test]
fn the_number_of_threads_changes_nothing_and_unreadable_files_are_reported() {
    let plans: Vec<(String, String)> = (0..12).map(|n| (invented::name(n), invented::plan(n))).collect();
    let mut files: Vec<(&str, &[u8])> = plans.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    files.push(("kaputt.md", b"# Plan \xff\n"));
    files.push(("pdf.md", b"%PDF-1.7"));
    let (_parent, name) = folder(&files);
    let with = |threads: &str| -> Run {
        program().args(["survey", &name, "--format", "json"]).env("RAYON_NUM_THREADS", threads).stdin(Stdio::null()).output().unwrap().into()
    };
    let (one, two) = (with("1"), with("2"));
    assert_eq!((one.code, &one.out, &one.err), (2, &two.out, &two.err));
    assert_eq!(one.err.matches("Fehler: ").count(), 2, "{}", one.err);
    assert!(one.err.contains("kaputt.md: Zeile 1, Spalte 8") && one.err.contains("pdf.md"), "{}", one.err);
    let json = json(&one);
    let paths: Vec<&str> = json["plans"].as_array().unwrap().iter().map(|p| p["path"].as_str().unwrap()).collect();
    let expected: Vec<String> = (0..12).map(|n| format!("plaene/{}", invented::name(n))).collect();
    assert_eq!(paths, expected);
    assert_eq!(json["unreadable"].as_array().unwrap().len(), 2);
    assert!(json["plans"].as_array().unwrap().iter().all(|p| p["measures"]["all"].as_u64().unwrap() > 10 && p["ags"].as_str().unwrap().len() == 8));
    assert!(json["kinds"].as_array().unwrap().len() > 2);
}

#[test]
fn front_matter_that_is_wrong_is_a_remark_with_a_way_out() {
    let (_parent, name) = folder(&[("a.md", TOWN.as_bytes()), ("b.md", COUNTY.as_bytes()), ("c.md", b"# Ohne Kopf\n")]);
    let plain = run(&["survey", &name, "--plain"]);
    assert_eq!(plain.code, 0, "{}", plain.err);
    assert!(
        plain.out.contains("plaene/b.md: Der Gemeindeschlüssel „8112000“ hat nicht acht Ziffern. Gemeint ist vielleicht: ags: \"08112000\""),
        "{}",
        plain.out
    );
    assert!(plain.out.contains("plaene/c.md: Die Datei hat keinen Kopf"));
    assert!(plain.out.contains("Die Pläne sind von verschiedener Art: 1 Landkreis; 1 Stadt; 1 Plan ohne Angabe der Art."));
    assert!(!plain.out.contains("plaene/a.md: Der Gemeindeschlüssel"));
}

#[test]
fn a_data_package_is_written_whole_and_never_over_other_files() {
    let (parent, name) = folder(&[("a.md", TOWN.as_bytes()), ("b.md", COUNTY.as_bytes())]);
    let package = parent.path().join("paket");
    let target = package.to_string_lossy().into_owned();
    let write = |more: &[&str]| run(&[&["survey", &name, "--format", "datapackage", "-o", &target], more].concat());
    let first = write(&[]);
    assert_eq!((first.code, first.out.as_str()), (0, ""), "{}", first.err);
    let again = write(&[]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("Diesen Ordner gibt es schon.") && again.err.contains("--force"), "{}", again.err);
    assert_eq!(write(&["--force"]).code, 0);
    fs::write(package.join("brief.txt"), "meiner").unwrap();
    assert_eq!(write(&["--force"]).code, 2);
    assert!(package.join("brief.txt").exists());
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 2, "nothing is left behind");

    let descriptor: serde_json::Value = serde_json::from_slice(&fs::read(package.join("datapackage.json")).unwrap()).unwrap();
    assert_eq!(descriptor["licenses"][0]["name"], "CC-BY-4.0");
    let plans = fs::read_to_string(package.join("plaene.csv")).unwrap();
    assert!(plans.contains("plaene/a.md,Plan für Olm,Olm,town,08111000,,CC-BY-4.0,de,0,") && plans.contains("plaene/b.md,'=Plan"), "{plans}");

    let nowhere = run(&["survey", &name, "--format", "datapackage"]);
    assert_eq!(nowhere.code, 2);
    assert!(nowhere.err.contains("Das Datenpaket braucht einen Ordner.") && nowhere.err.contains("-o PAKET"), "{}", nowhere.err);
}

#[test]
fn the_end_of_a_file_name_chooses_the_format() {
    let (parent, name) = folder(&[("a.md", TOWN.as_bytes())]);
    let written = |file: &str| {
        let path = parent.path().join(file);
        assert_eq!(run(&["survey", &name, "-o", &path.to_string_lossy()]).code, 0);
        fs::read_to_string(path).unwrap()
    };
    assert!(written("a.csv").starts_with("Datei,Titel,Kommune,"));
    assert!(written("a.json").contains("crpd-check/survey/1"));
    assert!(written("b.md").starts_with("# Überblick über 1 Plan\n"));
    let empty = run(&["survey", &parent.path().join("nirgends").to_string_lossy()]);
    assert_eq!((empty.code, empty.out.as_str()), (2, ""));
}
