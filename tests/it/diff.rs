//! `crpd-check diff`: what became of each measure of a plan whose renewal we know, and how matching stands edits.

use crate::{Folder, invented, read, run};
use crpd_check::audit::ReadPlan;
use crpd_check::matching::{Version, matching};
use crpd_check::source::Source;
use serde_json::Value;
use std::collections::BTreeMap;

const OLD: &str = "examples/brueckstedt-aue-tabellen.md";
const NEW: &str = "examples/brueckstedt-aue-tabellen-fortschreibung.md";

/// What happened to each measure, written down with the renewal: how the old title begins, what became of it, what changed.
/// A new measure stands under its new title.
const TRUTH: &str = "\
Umbau von 25 Bushaltestellen|changed|date-later reworded
Durchgehender Rollweg|changed|date-later
Nachrüstung der sechs Ampeln|changed|done
Aufzug und Rampe für das Bürgerhaus|changed|date-later money-other status
Prioritätenliste|dropped|
Zwölf zusätzliche Behindertenparkplätze|changed|done
Auf den Verkehrsbetrieb hinwirken|kept|
Prüfung eines rollstuhlgeeigneten Rufbusses|changed|date-earlier unit-named money-named firmer status reworded
Bau eines Radschnellwegs|retold|
Alle wohnen, wie sie möchten|kept|
Neubau von 24 barrierefreien Wohnungen|changed|date-later
Städtische Grundstücke|settled|
Sprechstunde zur Wohnraumanpassung|changed|unit-other status
Quartiersarbeit im Aueviertel|kept|
Gespräche mit dem Landkreis|dropped|
Drei weitere Kitas|changed|date-later money-other reworded
Einbau eines Aufzugs|changed|date-gone money-gone softer status reworded
Bei der Fortschreibung der Schulnetzplanung|kept|
Stadtbibliothek|changed|money-gone
Die fünf Jugendlichen|changed|done
Die Beschäftigungsquote|changed|date-later
Alle Stellenausschreibungen|settled|
Abschluss einer Inklusionsvereinbarung|changed|date-set
Höhenverstellbare Tische|changed|date-later unit-other
Grünpflege auf zwei Friedhöfen|changed|done
Unternehmensfrühstück|kept|
Außenarbeitsplätze der Werkstatt|changed|given-up
Website und Ratsinformationssystem|changed|date-later
Zehn häufige Bescheide|changed|date-later money-other reworded
Für Termine im Rathaus|kept|
Induktionsschleifen im Ratssaal|changed|done
Ausfüllbare, barrierefreie PDF-Formulare|dropped|
Audioführung, Tastmodelle|changed|date-later unit-gone
Checkliste und Leihstelle|changed|done
Neuer Wasserlift|changed|done
Inklusiver Spielplatz|changed|date-earlier
Schulung von Übungsleitungen|kept|
Im Rahmen ihrer Möglichkeiten|kept|
Wünschenswert wäre ein Pflegestützpunkt|kept|
Neue Satzung|changed|done
Hauptamtliche kommunale Behindertenbeauftragte|changed|reworded
Verlegung von vier Wahlräumen|kept|
Sitzungen des Stadtrats|changed|softer reworded
Schulung aller Beschäftigten|changed|date-later
Projekttage „Barrieren finden“|changed|reworded
ein Gewaltschutzkonzept|changed|date-set unit-named money-named firmer status reworded
Die Stabsstelle Inklusion steuert|kept|
Sie legt dem Stadtrat|changed|date-later reworded
Eine Evaluation|changed|date-later reworded
Jede Beschlussvorlage|kept|
Die Maßnahmen aus Kapitel 3|changed|reworded
Dreißig Sitzbänke|new|
Fachkraftstunden und ein gemeinsames Konzept|new|
Alarmpläne der Feuerwehr|new|";

fn json(old: &str, new: &str) -> Value {
    serde_json::from_str(&run(&["diff", old, new, "--format", "json"]).out).unwrap()
}

#[test]
fn the_renewal_of_the_example_is_told_as_it_was_written() {
    let json = json(OLD, NEW);
    let title = |m: &Value, version: &str| m[version]["title"].as_str().map(str::to_owned);
    let found: Vec<String> = json["measures"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| {
            let changes: Vec<&str> = m["changes"].as_array().unwrap().iter().map(|c| c.as_str().unwrap()).collect();
            format!("{}|{}|{}", title(m, "old").or(title(m, "new")).unwrap(), m["fate"].as_str().unwrap(), changes.join(" "))
        })
        .collect();
    let truth: Vec<&str> = TRUTH.lines().collect();
    let wrong: Vec<(&&str, &String)> = truth
        .iter()
        .zip(&found)
        .filter(|(truth, found)| {
            let (begin, rest) = truth.split_once('|').unwrap();
            let sorted = |rest: &str| rest.split(['|', ' ']).map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
            let (told, found_rest) = found.split_once('|').unwrap();
            !told.starts_with(begin) || sorted(rest) != sorted(found_rest)
        })
        .collect();
    assert_eq!((wrong, found.len()), (vec![], truth.len()));
    let change = |id: &str| json["criteria"].as_array().unwrap().iter().find(|c| c["id"] == id).unwrap()["change"].clone();
    assert_eq!(change("mobilitaet.fahrdienst"), "newly-met");
    assert_eq!(change("arbeit.inklusionsvereinbarung"), "better");
    assert_eq!(change("politik.beirat"), "worse");
    assert_eq!(change("arbeit.einstellung"), "dropped");
}

#[test]
fn a_plan_compared_with_itself_is_the_same_in_all() {
    for plan in [OLD, "examples/landkreis-wiesental-steckbriefe.md", "examples/gemeinde-hohenlinde-prosa-beschaedigt.md"] {
        let json = json(plan, plan);
        assert!(json["measures"].as_array().unwrap().len() > 20);
        assert!(json["measures"].as_array().unwrap().iter().all(|m| m["fate"] == "kept"), "{plan}");
        assert!(json["criteria"].as_array().unwrap().iter().all(|c| c["change"] == "same"), "{plan}");
    }
    let page = run(&["diff", OLD, OLD, "--plain"]).out;
    assert!(page.contains("Kein Kriterium ist neu erfüllt") && page.contains("0"), "{page}");
}

#[test]
fn one_dropped_row_is_one_dropped_measure() {
    let folder = Folder::new();
    let text = read(OLD);
    let row = text.lines().find(|l| l.starts_with("| 7.5 |")).unwrap();
    let shorter = folder.file("neu.md", text.replace(row, "").replace("\n\n\n", "\n"));
    let json = json(OLD, &shorter);
    let fates: Vec<&str> = json["measures"].as_array().unwrap().iter().map(|m| m["fate"].as_str().unwrap()).filter(|f| *f != "kept").collect();
    assert_eq!(fates, ["dropped"]);
}

#[test]
fn people_get_list_before_numbers_and_a_next_step_in_both_languages() {
    let plain = run(&["diff", OLD, NEW, "--plain"]);
    assert_eq!((plain.code, plain.err.as_str()), (0, ""));
    let place = |text: &str| plain.out.find(text).unwrap_or_else(|| panic!("{text}\n{}", plain.out));
    assert!(plain.out.lines().nth(1).unwrap().starts_with("Ergebnis: "));
    assert!(place("Weggefallen") < place("ohne ein Wort weggefallen.\n") && place("Prioritätenliste") < place("In Zahlen"));
    assert!(plain.out.contains("heutigen Checkliste") && !plain.out.contains("  "));
    assert!(plain.out.lines().last().unwrap().ends_with(&format!("crpd-check due {NEW}")));
    for format in ["table", "markdown", "html"] {
        let english = run(&["diff", OLD, NEW, "--lang", "en", "--format", format]).out;
        assert!(english.contains("Prioritätenliste") && english.contains("dropped without a word"), "{english}");
    }
}

#[test]
fn hostile_titles_and_empty_plans_do_no_harm() {
    let folder = Folder::new();
    let head = "# Plan\n\n## Maßnahmen\n\n| Maßnahme | Zuständig | Frist |\n|---|---|---|\n";
    let old = folder.file("alt.md", format!("{head}| Rampe <script>x</script> \u{1b}[2J am Rathaus bauen | Bauamt | 2027 |\n"));
    let empty = folder.file("leer.md", "# Plan\n\nNoch nichts.\n");
    let html = run(&["diff", &old, &empty, "--format", "html"]).out;
    assert!(!html.contains("<script") && !html.contains('\u{1b}') && html.contains("Rampe"));
    assert_eq!(run(&["diff", &empty, &empty]).code, 0);
    let refused = run(&["diff", &old, "gibt-es-nicht.md"]);
    assert_eq!((refused.code, refused.out.as_str()), (2, ""));
    assert!(refused.err.contains("gibt-es-nicht.md"), "{}", refused.err);
    let twice = run(&["diff", "-", "-"]);
    assert_eq!((twice.code, twice.out.as_str()), (2, ""));
    assert!(twice.err.contains("Standardeingabe"), "{}", twice.err);
}

/// What an edit does to a line depends on its text alone, so that copies of a line stay copies.
fn hash(line: &str) -> u64 {
    line.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)) >> 7
}

/// A line as an editor might leave it: other years, other numbers, in a row one of so many words gone.
fn edited(line: &str, one_of: usize) -> String {
    let line = line.replace("2027", "2029").replace("2026", "2028");
    let Some(rest) = line.strip_prefix("| ") else {
        let first = usize::try_from(hash(&line) % 8).unwrap();
        let kept = line.split(' ').enumerate().filter(|(i, w)| w.starts_with(['#', '-', '*']) || w.contains(':') || (i + first) % 8 != 7);
        return kept.map(|(_, w)| w).collect::<Vec<_>>().join(" ");
    };
    let cells: Vec<String> = rest
        .split(" | ")
        .map(|cell| {
            let words: Vec<&str> = cell.split(' ').collect();
            let code = words.len() <= 2 && cell.starts_with(|c: char| c.is_ascii_digit()) && cell.contains('.') && cell.len() < 7;
            let gone = usize::try_from(hash(cell)).unwrap() % one_of;
            match () {
                () if code => format!("9{cell}"),
                () if words.len() >= 4 => words.iter().enumerate().filter(|(i, _)| i % one_of != gone).map(|(_, w)| *w).collect::<Vec<_>>().join(" "),
                () => cell.to_owned(),
            }
        })
        .collect();
    format!("| {}", cells.join(" | "))
}

/// A plan after an editor: every table upside down, every ninth row gone; with the new line of every old one.
fn renewed(text: &str, one_of: usize) -> (String, BTreeMap<usize, usize>) {
    let lines: Vec<&str> = text.lines().collect();
    let is_row = |i: usize| lines.get(i).is_some_and(|l| l.starts_with("| "));
    let (mut out, mut moved): (Vec<String>, _) = (Vec::new(), BTreeMap::new());
    let mut i = 0;
    while i < lines.len() {
        let body = is_row(i) && i > 0 && lines[i - 1].starts_with("|--");
        let end = if body { (i..).find(|&j| !is_row(j)).unwrap() } else { i + 1 };
        for j in (i..end).rev() {
            let header = lines.get(j + 1).is_some_and(|l| l.starts_with("|--")) || lines[j].starts_with("|--");
            if body && hash(lines[j]).is_multiple_of(9) {
                continue;
            }
            out.push(if header { lines[j].to_owned() } else { edited(lines[j], one_of) });
            moved.insert(j + 1, out.len());
        }
        i = end;
    }
    (out.join("\n") + "\n", moved)
}

/// What matching made of edited plans: lines whose new place we know.
#[derive(Debug, Default)]
struct Outcome {
    right: usize,
    /// Paired with another line.
    wrong: usize,
    /// Still there, and said to be gone.
    missed: usize,
    /// Gone, and said so.
    dropped: usize,
    /// Gone, and paired with another line.
    mistaken: usize,
}

fn outcome(one_of: usize) -> Outcome {
    let mut sum = Outcome::default();
    for number in 0..4 {
        let text = invented::plan(number);
        let (new_text, moved) = renewed(&text, one_of);
        let (old, new) = (ReadPlan::new(Source::new("alt.md", text), String::new()), ReadPlan::new(Source::new("neu.md", new_text), String::new()));
        let found = matching(Version { plan: &old.plan, graded: &old.graded }, Version { plan: &new.plan, graded: &new.graded });
        let old_line = |m: usize| old.source.lines(old.graded.measures[m].span).0;
        let new_line = |m: usize| new.source.lines(new.graded.measures[m].span).0;
        let title = |m: usize| new.graded.measures[m].title.as_str();
        let measures = (0..new.graded.measures.len()).filter(|&m| new.graded.measures[m].duplicate_of.is_none());
        let there: BTreeMap<usize, &str> = measures.map(|m| (new_line(m), title(m))).collect();
        for (o, n) in found.pairs {
            match moved.get(&old_line(o)) {
                // A chapter may stand twice in an invented plan: a copy is as right as the first.
                Some(line) if *line == new_line(n) || there.get(line).is_none_or(|t| *t == title(n)) => sum.right += 1,
                Some(_) => sum.wrong += 1,
                None => sum.mistaken += 1,
            }
        }
        for (o, _) in found.gone {
            let is_there = moved.get(&old_line(o)).is_some_and(|line| there.contains_key(line));
            if is_there { sum.missed += 1 } else { sum.dropped += 1 }
        }
    }
    sum
}

#[test]
fn edits_hide_few_measures_and_confuse_fewer() {
    for (one_of, lost_in_thousand) in [(5, 20), (3, 50), (2, 150)] {
        let found = outcome(one_of);
        println!("one word of {one_of} gone: {found:?}");
        assert!(found.right > 400 && found.dropped > 20, "{found:?}");
        assert!((found.wrong + found.missed) * 1000 <= found.right * lost_in_thousand, "{found:?}");
        assert!(found.mistaken * 10 <= found.dropped, "{found:?}");
    }
}
