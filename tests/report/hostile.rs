//! A plan written to do harm: it stays text in every format.

use crate::harmless::{self, assert_csv, assert_inert};
use crate::{audited, checklist, json, schema};
use clap::ValueEnum;
use crpd_check::checklist::Localised;
use crpd_check::report::{self, Format, Report};
use crpd_check::text::Lang;
use serde_json::Value;

/// What has harmed readers of other programs.
const BAIT: &[&str] = &[
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "</title></style></textarea>",
    "\u{1b}[31mrot\u{1b}[0m",
    "\u{1b}]0;Titel\u{7}",
    "\u{1b}]8;;https://x.example\u{1b}\\Klick\u{1b}]8;;\u{1b}\\",
    "\u{9b}2J",
    "\u{202e}kehrt\u{202c}",
    "\u{2066}x\u{2069}\u{200f}",
    "\u{e0041}\u{feff}\u{200b}",
    "Zeile\u{2028}Absatz\u{2029}Ende",
    "=HYPERLINK(\"https://x.example\")",
    "@SUM(A1)",
    "+1",
    "-2+3",
    "＝1+1",
    "\t=1",
    "::set-output name=a::b",
    "::warning file=x,line=1::y",
    "::stop-commands::x",
    "##[error]x",
    "%0A::error::x %25",
    "]]>",
    "<![CDATA[x]]>",
    "\u{0}\u{1}\u{8}\u{b}\u{c}\u{1f}\u{7f}\u{85}",
    "\u{fffe}\u{ffff}",
    "a | b || c",
    "`rm -rf` ``` ~~~",
    "[Link](javascript:alert(1))",
    "![Bild](https://x.example/x.png)",
    "{0} {{1}} [x](1)",
    "**fett** _kursiv_ ~~weg~~",
    "&lt;b&gt; &#x1b; &amp;",
    "$(rm) ${IFS} \\\\x \\u001b",
    "https://x.example www.x.example",
    // The last, because nothing behind it is text any more.
    "<!-- weg",
];

/// The bait in a table, in lists, at the beginning of lines, in headings and in the front matter.
fn plan() -> String {
    let mut text = format!("---\ntitel: \"=1 <b>Plan</b> ::error::x\"\nkommune: \"@Ort {}\"\n---\n\n", BAIT[0]);
    text.push_str(
        "# \u{1b}[31mPlan\u{1b}[0m <script>alert(1)</script> | ::error::x\n\n## Maßnahmen\n\n| Maßnahme | Zuständig | Frist |\n|---|---|---|\n",
    );
    for bait in BAIT {
        let cell = bait.replace('|', "\\|");
        text.push_str(&format!("| {cell} Barrierefreier Umbau der Haltestelle {cell} | {cell} Tiefbauamt | bis Ende 2027 {cell} |\n"));
    }
    text.push_str(&format!("\n- Es sollen Aufzüge {} entstehen.\n", "Donaudampfschifffahrt".repeat(300)));
    for bait in BAIT {
        text.push_str(&format!("\n## {bait} Wohnen\n\n- {bait} Die Stadt prüft den Bau barrierefreier Wohnungen {bait}.\n"));
        text.push_str(&format!("- {bait} Erweiterung des Wohnheims um 24 Plätze {bait} durch das Sozialamt bis 2026.\n"));
        text.push_str(&format!("\n{bait}\nIm Jahr 2023 gab es zwei Praktika {bait}.\n"));
    }
    text
}

fn assert_github(text: &str) {
    assert_eq!(text.lines().count(), 10);
    for line in text.lines() {
        let (head, message) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
        let (name, properties) = head.split_once(' ').unwrap();
        assert!(["warning", "notice"].contains(&name), "{line}");
        let keys: Vec<&str> = properties.split(',').map(|p| p.split_once('=').unwrap().0).collect();
        assert!(keys == ["file", "line", "endLine", "title"] || keys == ["title"], "{line}");
        for text in [message, properties] {
            assert!(text.split('%').skip(1).all(|rest| ["25", "3A", "2C"].contains(&&rest[..2])), "{line}");
        }
        assert!(!message.is_empty());
    }
}

fn assert_sarif(text: &str) {
    let log: Value = serde_json::from_str(text).unwrap();
    assert_eq!(schema::problems(&schema::sarif(), &log), Vec::<String>::new());
    for result in log["runs"][0]["results"].as_array().unwrap() {
        let message = result["message"]["text"].as_str().unwrap().replace(r"\\", "").replace(r"\[", "").replace("{{", "");
        assert!(!message.contains(['[', '{']), "{message}");
        let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
        assert!(uri.chars().all(|c| c.is_ascii_alphanumeric() || "%/.-_~".contains(c)), "{uri}");
    }
}

/// What must hold for a page of any kind; a new format does not compile until it says what is harm in it.
fn assert_harmless(format: Format, text: &str) {
    harmless::assert_harmless(format, text);
    let parse = |text: &str| -> Value { serde_json::from_str(text).unwrap() };
    match format {
        Format::Markdown => assert_tables(text),
        Format::Csv => assert!(text.contains(",'"), "{text}"),
        Format::Sarif => assert_sarif(text),
        Format::Gitlab => assert_eq!(schema::problems(&schema::gitlab(), &parse(text)), Vec::<String>::new()),
        Format::Junit => assert_eq!(schema::junit_problems(text), Vec::<String>::new()),
        Format::Github => assert_github(text),
        Format::Table | Format::Plain | Format::Html | Format::Json | Format::Ndjson => {}
    }
}

/// No cell of the plan becomes two.
fn assert_tables(text: &str) {
    let columns = |line: &str| line.replace(r"\|", "").matches('|').count();
    let rows: Vec<&str> = text.lines().filter(|l| l.starts_with('|')).collect();
    assert!(!rows.is_empty() && rows.iter().all(|r| r.starts_with("| ") && [4, 6, 8].contains(&columns(r))), "{rows:#?}");
}

#[test]
fn hostile_text_stays_text() {
    let checklist = checklist();
    let plan = audited("a b\u{1b}[2J,x:::error::\u{202e}=|`<b>`.md", &plan(), &checklist);
    let mut report = Report::new(&checklist, crate::SUM.to_owned(), vec![plan], Lang::De);
    report.unreadable.push(("x|y\u{202e}\u{1b}[2J::error::.md".to_owned(), "<b>kaputt</b>\u{7}".to_owned()));
    for lang in [Lang::De, Lang::En] {
        report.lang = lang;
        for &format in Format::value_variants() {
            assert_harmless(format, &report::render(&report, format, 80));
            // The other commands have pages and JSON; in other formats they fall back to the table.
            let is_page = !matches!(format, Format::Ndjson | Format::Csv | Format::Sarif | Format::Gitlab | Format::Junit | Format::Github);
            if is_page {
                assert_harmless(format, &report::measures::render(&report, format, 80));
                for criterion in 0..checklist.criteria.len() {
                    let text = report::explain::render_in_plan(&report, criterion, format, 80);
                    if format == Format::Markdown { assert_inert(&text, "explain") } else { assert_harmless(format, &text) }
                }
            }
        }
        assert_inert(&report::measures::csv(&report), "csv");
        assert!(assert_csv(&report::measures::csv(&report)) > 5);
        let summary = report::github::summary(std::slice::from_ref(&report), 5_000);
        assert!(summary.len() <= 5_000);
        assert_inert(&summary, "summary");
    }
    // It would prove nothing if the bait did not reach the reports.
    let report = json(&report);
    let all = report["plans"][0].to_string();
    for bait in ["<script>", "HYPERLINK", "::set-output", "]]>", "Wohnheim", "Donaudampf"] {
        assert!(all.contains(bait), "{bait}");
    }
    let quotes: Vec<&str> = report["plans"][0]["criteria"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|c| c["evidence"].as_array().unwrap())
        .map(|e| e["quote"].as_str().unwrap())
        .collect();
    assert!(quotes.iter().any(|q| q.contains('\u{1b}')) && quotes.iter().any(|q| q.contains('\u{202e}')), "quotes are the author's own");
}

/// Anybody may write a checklist, and send it.
#[test]
fn a_hostile_checklist_stays_text() {
    let mut checklist = checklist();
    let bait = BAIT.join(" ");
    for criterion in checklist.criteria.make_mut() {
        for text in [&mut criterion.question, &mut criterion.why, &mut criterion.ask] {
            *text = Localised { de: format!("Frage {bait}"), en: format!("Question {bait}") };
        }
    }
    for lang in [Lang::De, Lang::En] {
        let report = Report::new(&checklist, crate::SUM.to_owned(), vec![audited("plan.md", crate::PLAN, &checklist)], lang);
        for &format in Format::value_variants() {
            harmless::assert_harmless(format, &report::render(&report, format, 80));
        }
    }
}
