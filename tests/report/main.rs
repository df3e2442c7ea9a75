//! The reports as their readers see them: a snapshot for each format, and what must hold in all of them.

#![allow(clippy::unwrap_used)]

mod diff;
#[path = "../../fuzz/harmless.rs"]
mod harmless;
mod hostile;
mod html;
mod machine;
mod schema;
mod survey;

use crpd_check::audit::{PlanAudit, ReadPlan};
use crpd_check::checklist::{Checklist, Level};
use crpd_check::report::{self, Format, Report};
use crpd_check::source::Source;
use crpd_check::text::Lang;
use harmless::assert_plain;
use serde_json::Value;

const PLAN: &str = include_str!("plan.md");
const HUMAN: [Format; 4] = [Format::Table, Format::Plain, Format::Markdown, Format::Html];
const SUM: &str = "4f1c0aa29be8d3317c55e0129d6b84fe4f1c0aa29be8d3317c55e0129d6b84fe";

fn checklist() -> Checklist {
    let source = Source::new("checklist.yaml", include_str!("checklist.yaml"));
    Checklist::parse(&source).unwrap_or_else(|problems| panic!("{:?}", problems[0]))
}

fn audited(name: &str, text: &str, checklist: &Checklist) -> PlanAudit {
    ReadPlan::new(Source::new(name, text), SUM.to_owned()).audit(checklist)
}

fn report<'a>(checklist: &'a Checklist, plans: &[(&str, &str)], lang: Lang) -> Report<'a> {
    Report::new(checklist, SUM.to_owned(), plans.iter().map(|(name, text)| audited(name, text, checklist)).collect(), lang)
}

fn printed(format: Format, lang: Lang) -> String {
    let checklist = checklist();
    report::render(&report(&checklist, &[("plaene/brückstedt.md", PLAN)], lang), format, 80)
}

fn json(report: &Report<'_>) -> Value {
    serde_json::from_str(&report::render(report, Format::Json, 0)).unwrap()
}

#[test]
fn table() {
    insta::assert_snapshot!(printed(Format::Table, Lang::De));
}

#[test]
fn plain() {
    insta::assert_snapshot!(printed(Format::Plain, Lang::De));
}

#[test]
fn markdown() {
    insta::assert_snapshot!(printed(Format::Markdown, Lang::De));
}

#[test]
fn html() {
    let page = printed(Format::Html, Lang::De);
    // How it looks is judged in the browser.
    let (head, rest) = page.split_once("<style>").unwrap();
    insta::assert_snapshot!([head, rest.split_once("</style>").unwrap().1].concat());
}

#[test]
fn english() {
    insta::assert_snapshot!(printed(Format::Plain, Lang::En));
}

#[test]
fn json_report() {
    insta::assert_snapshot!(printed(Format::Json, Lang::De));
}

#[test]
fn measures() {
    let checklist = checklist();
    let report = report(&checklist, &[("plaene/brückstedt.md", PLAN)], Lang::De);
    insta::assert_snapshot!("measures_table", report::measures::render(&report, Format::Table, 100));
    insta::assert_snapshot!("measures_plain", report::measures::render(&report, Format::Plain, 0));
    insta::assert_snapshot!("measures_csv", report::measures::csv(&report));
}

#[test]
fn a_criterion_explained() {
    let checklist = checklist();
    let criterion = checklist.criterion("mobilitaet.haltestellen").unwrap();
    insta::assert_snapshot!("explain_table", report::explain::render(&checklist, criterion, Lang::De, Format::Table, 80));
    insta::assert_snapshot!("explain_json", report::explain::render(&checklist, criterion, Lang::De, Format::Json, 80));
    for criterion in &checklist.criteria {
        for lang in [Lang::De, Lang::En] {
            let text = report::explain::render(&checklist, criterion, lang, Format::Plain, 0);
            assert_plain(&text);
            assert!(text.contains(criterion.ask.get(lang)) && text.contains(criterion.why.get(lang)));
            let mut lines =
                criterion.evidence.iter().map(|e| &e.pattern).chain(&criterion.ignore).chain(&criterion.unless).chain(&criterion.contrary);
            assert!(lines.all(|p| text.contains(&p.written)));
        }
    }
}

#[test]
fn checklists() {
    let checklist = checklist();
    insta::assert_snapshot!("checklist_show", report::checklist::show(&checklist, Lang::De, Format::Table, 80));
    insta::assert_snapshot!("checklist_list", report::checklist::list(&[&checklist], Lang::De, Format::Plain, 0));
    assert_plain(&report::checklist::show(&checklist, Lang::En, Format::Plain, 0));
    assert!(serde_json::from_str::<Value>(&report::checklist::show(&checklist, Lang::De, Format::Json, 0)).is_ok());
    assert!(serde_json::from_str::<Value>(&report::checklist::list(&[&checklist], Lang::De, Format::Json, 0)).is_ok());
}

#[test]
fn plain_text_can_be_read_aloud() {
    for lang in [Lang::De, Lang::En] {
        assert_plain(&printed(Format::Plain, lang));
    }
    assert!(printed(Format::Plain, Lang::De).contains("50 Prozent"));
    assert!(!printed(Format::Plain, Lang::De).contains('%'));
}

#[test]
fn the_result_stands_at_the_top_and_at_the_end() {
    for format in HUMAN {
        let checklist = checklist();
        let text = shown(&report::render(&report(&checklist, &[("plan.md", PLAN)], Lang::De), format, 200), format);
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[0].contains("Aktionsplan Inklusion 2025") && lines[0].contains("plan.md"), "{}", lines[0]);
        assert!(lines[1].starts_with("Ergebnis: 12 von 24 Punkten, 50 "), "{}", lines[1]);
        // Below a page stands how accessible it is.
        let last = lines[lines.len() - if format == Format::Html { 2 } else { 1 }];
        assert!(last.starts_with("Ergebnis: 12 von 24 Punkten. Weiter: ") && last.contains("crpd-check measures plan.md"), "{last}");
    }
}

/// What people see of a page: the text between the tags.
fn shown(text: &str, format: Format) -> String {
    if format == Format::Html { html::read(text).text } else { text.to_owned() }
}

/// Only the letters and digits: what wrapping, escaping and hyphens leave alone.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn the_formats_for_people_say_what_the_json_says() {
    let checklist = checklist();
    for lang in [Lang::De, Lang::En] {
        let report = report(&checklist, &[("plan.md", PLAN)], lang);
        let json = json(&report);
        let plan = &json["plans"][0];
        for format in HUMAN {
            let text = bare(&shown(&report::render(&report, format, 120), format));
            let says = |fact: &str| assert!(text.contains(&bare(fact)), "{format:?} does not say {fact:?}");
            let (de, of) = (lang == Lang::De, if lang == Lang::De { "von" } else { "of" });
            for criterion in plan["criteria"].as_array().unwrap() {
                says(criterion["id"].as_str().unwrap());
                says(criterion["question"].as_str().unwrap());
                let level = Level::from_name(criterion["level"].as_str().unwrap()).unwrap();
                let points = format!("{} {of} {}", criterion["points"], criterion["weight"].as_u64().unwrap() * 3);
                let word = |level: Level| match level {
                    Level::Absent => "nicht gefunden",
                    Level::Mentioned => "erwähnt",
                    Level::Intended => "beabsichtigt",
                    Level::Planned => "geplant",
                    Level::Binding => "verbindlich",
                };
                if de {
                    says(&format!("Kriterium {} Stufe: {} (Textsuche) Punkte: {points}", criterion["id"].as_str().unwrap(), word(level)));
                } else {
                    says(&points);
                }
                let passages = criterion["evidence"].as_array().unwrap();
                for (i, passage) in passages.iter().chain(criterion["contrary"].as_array().unwrap()).enumerate() {
                    if criterion["kind"] != "share" && (i < 3 || i >= passages.len()) {
                        let (from, to) = (&passage["lines"][0], &passage["lines"][1]);
                        says(&if !de {
                            from.to_string()
                        } else if from == to {
                            format!("Zeile {from}")
                        } else {
                            format!("Zeilen {from} bis {to}")
                        });
                    }
                }
            }
            for tally in plan["fields"].as_array().unwrap().iter().chain(plan["articles"].as_array().unwrap()) {
                says(tally["title"].as_str().unwrap());
                says(&format!("{} {of} {}", tally["score"]["earned"], tally["score"]["possible"]));
                says(&format!("{} {of} {}", tally["covered"], tally["criteria"]));
                says(&format!("{} {of} {}", tally["binding"], tally["criteria"]));
            }
            for key in ["uncovered_articles", "unasked_articles", "unassigned_measures"] {
                for item in plan[key].as_array().unwrap() {
                    says(item.as_str().unwrap());
                }
            }
            says(json["checklist"]["sha256"].as_str().unwrap());
            says(plan["sha256"].as_str().unwrap());
        }
    }
}

#[test]
fn a_narrow_window_cuts_nothing() {
    let checklist = checklist();
    let report = report(&checklist, &[("plan.md", PLAN)], Lang::De);
    let whole = bare(&report::render(&report, Format::Table, 59));
    for width in [20, 30, 40, 59] {
        let narrow = report::render(&report, Format::Table, width);
        for line in narrow.lines() {
            assert!(line.chars().count() <= width, "{width}: {line}");
        }
        assert_eq!(bare(&narrow), whole, "{width}");
        assert!(!narrow.contains("  "));
    }
    for width in [60, 72, 80, 100] {
        let wide = report::render(&report, Format::Table, width);
        assert!(wide.lines().all(|l| l.chars().count() <= width && !l.ends_with(' ')), "{width}");
        assert!(wide.chars().all(|c| !('\u{2500}'..='\u{259f}').contains(&c) && c != '|'));
    }
}

#[test]
fn html_is_one_file_without_script_and_plan_text_never_becomes_markup() {
    let hostile = "---\ntitel: \"</title><script>alert(1)</script>\"\nfassung: \"</dd><h6>x</h6>\"\ndgs_url: \"javascript:alert(1)\"\n---\n\n\
        # <script>x</script>\n\n## Maßnahmen\n\n\
        - Der Umbau der Haltestelle wird 2027 barrierefrei &lt;b&gt; <img src=x onerror=alert(1)> \"'><svg/onload=x> {{ x }} ]]> <!--.\n\
        - Erweiterung des Wohnheims <iframe src=https://x.example></iframe> um 24 Plätze durch das Sozialamt bis 2026.\n";
    let checklist = checklist();
    let mut many = report(&checklist, &[("<i>.md", hostile), ("b.md", PLAN)], Lang::De);
    many.unreadable.push(("\"><script>".to_owned(), "<b>kaputt</b>".to_owned()));
    let one = report(&checklist, &[("<i>.md", hostile)], Lang::De);
    let known = [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "a",
        "header",
        "h1",
        "h2",
        "h3",
        "h4",
        "div",
        "p",
        "dl",
        "dt",
        "dd",
        "nav",
        "ul",
        "li",
        "main",
        "table",
        "caption",
        "span",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "svg",
        "rect",
        "section",
        "blockquote",
        "code",
        "footer",
    ];
    for page in [report::render(&many, Format::Html, 0), report::render(&one, Format::Html, 0), report::measures::render(&one, Format::Html, 0)] {
        let read = html::read(&page);
        for (name, attributes) in &read.elements {
            assert!(known.contains(&name.as_str()), "{name}");
            assert!(attributes.iter().all(|(key, _)| !key.starts_with("on") && key != "style" && key != "src"), "{name} {attributes:?}");
            for (key, value) in attributes.iter().filter(|(key, _)| key == "href") {
                let target = value.strip_prefix('#').unwrap_or_else(|| panic!("{key}={value}"));
                assert_eq!(read.ids().filter(|id| *id == target).count(), 1, "{value}");
            }
        }
        let mut ids: Vec<&str> = read.ids().collect();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|two| two[0] != two[1]), "{ids:?}");
        assert!(!page.contains("<script") && page.contains("default-src 'none'"));
        assert!(read.text.contains("</title><script>alert(1)</script>"), "the words of the plan are told as they stand");
    }
}

#[test]
fn html_names_places_languages_and_the_video() {
    let checklist = checklist();
    let text = PLAN.replace("kommune:", "dgs_url: https://stadt.example/dgs?a=1&b=2\nkommune:");
    let page = report::render(&report(&checklist, &[("plan.md", &text)], Lang::En), Format::Html, 0);
    let read = html::read(&page);
    for criterion in &checklist.criteria {
        assert!(read.ids().any(|id| id == criterion.id), "{}", criterion.id);
    }
    let has = |name: &str, key: &str, value: &str| {
        read.elements.iter().any(|(n, attributes)| n == name && attributes.iter().any(|(k, v)| k == key && v == value))
    };
    assert!(has("html", "lang", "en") && has("blockquote", "lang", "de") && has("a", "href", "https://stadt.example/dgs?a=1&b=2"));
    let german = report::render(&report(&checklist, &[("plan.md", PLAN)], Lang::De), Format::Html, 0);
    assert_eq!(german.matches(" lang=").count(), 1, "words in the language of the page need no mark");
    let levels: Vec<u8> = read.elements.iter().filter_map(|(name, _)| name.strip_prefix('h')?.parse().ok()).collect();
    assert_eq!(levels.iter().filter(|l| **l == 1).count(), 1);
    assert!(levels.windows(2).all(|two| two[1] <= two[0] + 1), "{levels:?}");
}

#[test]
fn several_plans_stand_by_name_without_rank() {
    let checklist = checklist();
    let plans = [("b.md", PLAN), ("a.md", "# Plan A\n\nKaum etwas.\n"), ("c.md", PLAN)];
    let mut many = report(&checklist, &plans, Lang::De);
    many.unreadable.push(("d.md".to_owned(), "kein Text".to_owned()));
    let text = report::render(&many, Format::Plain, 0);
    assert_plain(&text);
    assert!(text.starts_with("Prüfbericht über 3 Pläne"));
    let first = |name: &str| text.find(name).unwrap();
    assert!(first("(a.md)") < first("(b.md)") && first("(b.md)") < first("(c.md)") && first("(c.md)") < first("d.md: kein Text"));
    assert_eq!(text.matches("Weiter: crpd-check").count(), 3);
    assert!(text.contains("Die Datei enthält kaum Text."));
    let paths: Vec<String> = json(&many)["plans"].as_array().unwrap().iter().map(|p| p["path"].as_str().unwrap().to_owned()).collect();
    assert_eq!(paths, ["a.md", "b.md", "c.md"]);
    let none = Report { plans: Vec::new(), ..report(&checklist, &[], Lang::De) };
    for format in HUMAN {
        assert!(report::render(&none, format, 80).contains("Kein Plan"));
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_and_no_absolute_path() {
    let checklist = checklist();
    for format in [Format::Table, Format::Plain, Format::Markdown, Format::Html, Format::Json] {
        let once = report::render(&report(&checklist, &[("/geheim/ordner/plan.md", PLAN)], Lang::De), format, 80);
        let again = report::render(&report(&checklist, &[("/geheim/ordner/plan.md", PLAN)], Lang::De), format, 80);
        assert_eq!(once, again);
        assert!(!once.contains("geheim"));
    }
}

#[test]
fn damage_is_told() {
    let checklist = checklist();
    let text = format!("{PLAN}\nDie Geb\u{fffd}rdensprache und die TÃ¼r.\n");
    let damaged = report(&checklist, &[("plan.md", &text)], Lang::De);
    let plain = report::render(&damaged, Format::Plain, 0);
    assert!(plain.contains("Der Text ist beschädigt, dort sind Urteile unsicher: verlorene Buchstaben in Zeile 37."), "{plain}");
    assert_eq!(json(&damaged)["plans"][0]["damage"]["lost_letters"], serde_json::json!([37]));
}

#[test]
fn quotes_in_json_are_the_authors_bytes() {
    let checklist = checklist();
    let report = report(&checklist, &[("plan.md", PLAN)], Lang::De);
    let json = json(&report);
    let lines: Vec<&str> = PLAN.lines().collect();
    let mut seen = 0;
    for criterion in json["plans"][0]["criteria"].as_array().unwrap() {
        for passage in criterion["evidence"].as_array().unwrap() {
            let number = |i: usize| usize::try_from(passage["lines"][i].as_u64().unwrap()).unwrap();
            let place = lines[number(0) - 1..number(1)].join("\n");
            assert!(place.contains(passage["quote"].as_str().unwrap()), "{passage}");
            seen += 1;
        }
    }
    assert!(seen > 5);
}

fn schema_value() -> Value {
    serde_json::to_value(report::json::schema()).unwrap()
}

#[test]
fn the_json_follows_its_schema() {
    let checklist = checklist();
    let mut report = report(&checklist, &[("plan.md", PLAN), ("leer.md", "")], Lang::De);
    report.unreadable.push(("x.md".to_owned(), "kein Text".to_owned()));
    let problems = schema::problems(&schema_value(), &json(&report));
    assert!(problems.is_empty(), "{problems:#?}");
    let mut wrong = json(&report);
    wrong["plans"][0]["score"]["earned"] = Value::from("viel");
    wrong["plans"][0].as_object_mut().unwrap().remove("gaps");
    assert_eq!(schema::problems(&schema_value(), &wrong).len(), 2);
}

/// A schema file must be what the program generates; `UPDATE_SCHEMA=1 cargo test` writes it anew.
fn assert_up_to_date(path: &str, schema: &schemars::Schema) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let generated = serde_json::to_string_pretty(schema).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &generated).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(written == generated, "{} is out of date: run UPDATE_SCHEMA=1 cargo test --test report", path.display());
}

#[test]
fn the_schema_files_are_up_to_date() {
    assert_up_to_date("docs/schema/report.json", &report::json::schema());
    assert_up_to_date("docs/schema/plan.json", &report::json::line_schema());
    assert_up_to_date("docs/schema/unreadable.json", &report::json::unreadable_schema());
    assert_up_to_date("checklists/checklist.schema.json", &crpd_check::checklist::schema());
}

#[test]
fn the_next_step_is_a_command_that_works() {
    let mut checklist = checklist();
    let printed = |checklist: &Checklist, name: &str| {
        let text = report::render(&report(checklist, &[(name, PLAN)], Lang::De), Format::Plain, 0);
        text.lines().last().unwrap().split_once("Weiter: ").unwrap().1.to_owned()
    };
    assert_eq!(printed(&checklist, "mein plan.md"), "crpd-check measures \"mein plan.md\"");
    checklist.id = crpd_check::embedded::DEFAULT.to_owned();
    assert_eq!(printed(&checklist, "plan.md"), "crpd-check explain mobilitaet.aufzuege");
}
