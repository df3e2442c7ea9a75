//! What holds for every input, however wild: the fuzz targets put it to millions of texts, `cargo test` to those that
//! are kept in `fuzz/corpus`.

#[path = "harmless.rs"]
pub(crate) mod harmless;

use clap::ValueEnum;
use crpd_check::audit::{PlanAudit, ReadPlan};
use crpd_check::baseline::Baseline;
use crpd_check::checklist::{Checklist, Level};
use crpd_check::config::Config;
use crpd_check::diff::{Fate, Turn};
use crpd_check::draft::{self, Addressee};
use crpd_check::judgment::{self, Judgment, Judgments};
use crpd_check::report::diff::DiffReport;
use crpd_check::report::draft::DraftReport;
use crpd_check::report::due::DueReport;
use crpd_check::report::easy::LintReport;
use crpd_check::report::readability::ReadabilityReport;
use crpd_check::report::survey::SurveyReport;
use crpd_check::report::wording::WordingReport;
use crpd_check::report::worksheet::Worksheet;
use crpd_check::report::{self, Format, Report, problem};
use crpd_check::rules::{self, Paper, Rules};
use crpd_check::score::Tally;
use crpd_check::source::{Problem, Source, Span};
use crpd_check::survey::Header;
use crpd_check::text::Lang;
use crpd_check::words::Words;
use crpd_check::{document, easy, lint, proof, readability, sheet, waiver, wording};
use harmless::{assert_csv, assert_harmless, assert_inert};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What must hold for a text that is put to a target.
pub(crate) type Check = fn(&str);

/// What a fuzz target feeds and the folder of its texts, by name.
pub(crate) const TARGETS: [(&str, Check); 7] = [
    ("plan", plan),
    ("papers", papers),
    ("checklist", checklist),
    ("judgments", judgments),
    ("rules", rules),
    ("sheet", sheet),
    ("wording", wording),
];

const PAGES: [Format; 5] = [Format::Table, Format::Plain, Format::Markdown, Format::Html, Format::Json];
const SUM: &str = "4f1c0aa29be8d3317c55e0129d6b84fe4f1c0aa29be8d3317c55e0129d6b84fe";

/// Reading a plan and its audit in every format.
pub(crate) fn plan(text: &str) {
    let report = report(text);
    let audit = &report.plans[0];
    spans(audit);
    scores(audit, report.checklist);
    let again = self::report(text);
    for &format in Format::value_variants() {
        let printed = report::render(&report, format, 80);
        assert_harmless(format, &printed);
        assert_eq!(printed, report::render(&again, format, 80), "{format:?}");
    }
    let printed = report::render(&report, Format::Json, 0);
    assert_eq!(printed, one_thread().install(|| report::render(&self::report(text), Format::Json, 0)));
    places(&serde_json::from_str(&printed).expect("JSON"), &audit.source);
}

/// Everything else that is printed about a plan.
pub(crate) fn papers(text: &str) {
    let report = report(text);
    let lang = report.lang;
    for format in PAGES {
        assert_harmless(format, &report::measures::render(&report, format, 80));
        for criterion in 0..report.checklist.criteria.len() {
            let printed = report::explain::render_in_plan(&report, criterion, format, 80);
            // It shows how the checklist is written, as code.
            if format == Format::Markdown { assert_inert(&printed, "explain") } else { assert_harmless(format, &printed) }
        }
    }
    assert_csv(&report::measures::csv(&report));
    let due = DueReport::new(read(text), "2026-11-22".parse().expect("a day"), lang);
    for format in PAGES {
        assert_harmless(format, &report::due::render(&due, format, 80));
    }
    assert_csv(&report::due::csv(&due));
    assert_inert(&report::due::calendar(&due), "calendar");
    unchanged(text, lang);
    let told = easy::easy(&report.plans[0], report.checklist, None, None);
    for format in [Format::Table, Format::Plain, Format::Markdown, Format::Html] {
        assert_harmless(format, &report::easy::render(&told, format, 80));
    }
    for paper in Paper::ALL {
        drafted(text, paper, &neutral(), lang);
    }
    let plans = vec![audited(text).into_summary(report.checklist)];
    let survey = SurveyReport { checklist: report.checklist, checklist_sha256: SUM.to_owned(), plans, unreadable: Vec::new(), lang };
    for format in PAGES {
        assert_harmless(format, &report::survey::render(&survey, format, 80));
    }
    assert_csv(&report::survey::csv(&survey));
    for (name, printed) in report::datapackage::files(&survey) {
        assert_harmless(if name.ends_with(".csv") { Format::Csv } else { Format::Json }, &printed);
    }
    empty_sheet(report);
}

/// A checklist that somebody wrote, its examples and its use.
pub(crate) fn checklist(text: &str) {
    let source = Source::new("checklist.yaml", text);
    let checklist = match Checklist::parse(&source) {
        Ok(checklist) => checklist,
        Err(problems) => return told(&problems, &source),
    };
    told(&proof::check_examples(&checklist, &source), &source);
    let audit = ReadPlan::new(Source::new("plan.md", include_str!("../tests/report/plan.md")), SUM.to_owned()).audit(&checklist);
    spans(&audit);
    scores(&audit, &checklist);
    for lang in [Lang::De, Lang::En] {
        for format in PAGES {
            assert_inert(&report::checklist::show(&checklist, lang, format, 80), "checklist");
        }
    }
    let report = Report::new(&checklist, SUM.to_owned(), vec![audit], Lang::De);
    for &format in Format::value_variants() {
        assert_harmless(format, &report::render(&report, format, 80));
    }
}

/// Judgments, waivers, settings and baselines that somebody wrote.
pub(crate) fn judgments(text: &str) {
    let source = Source::new("given.yaml", text);
    match judgment::parse(&source) {
        Ok(judgments) => kept(&judgments),
        Err(problems) => told(&problems, &source),
    }
    match waiver::parse(&source) {
        Ok(waivers) => {
            let mut audit = audited(include_str!("../tests/report/plan.md"));
            audit.waive(&waivers, small(), "2026-11-22".parse().expect("a day"));
        }
        Err(problems) => told(&problems, &source),
    }
    if let Err(problems) = Config::parse(&source) {
        told(&problems, &source);
    }
    if let Ok(baseline) = Baseline::parse(text) {
        let again = baseline.render("1");
        assert_eq!(Baseline::parse(&again).map(|b| b.render("1")).ok(), Some(again));
    }
}

/// Local rules for council papers.
pub(crate) fn rules(text: &str) {
    let source = Source::new("rules.yaml", text);
    match rules::parse(&source) {
        Ok(rules) => Paper::ALL.into_iter().for_each(|paper| drafted(include_str!("../tests/report/plan.md"), paper, &rules, Lang::De)),
        Err(problems) => told(&problems, &source),
    }
}

/// A worksheet that somebody filled.
pub(crate) fn sheet(text: &str) {
    let source = Source::new("bogen.csv", text);
    let marks: BTreeMap<&str, String> = small().criteria.iter().map(|c| (c.id.as_str(), "t-0123456789abcdef".to_owned())).collect();
    match sheet::read(&source, small(), Some("Beirat"), &marks) {
        Ok(filled) => {
            let list = filled.judgments;
            assert!(list.iter().all(|j| small().criterion(&j.criterion).is_some()));
            list.iter().for_each(|j| assert_span(j.span, &source));
            let judgments = Judgments { plan: "plan.md".to_owned(), checklist: small().id.clone(), list };
            kept(&judgments);
        }
        Err(problems) => told(&problems, &source),
    }
}

/// A text as it reads: hard places, measures of readability, hurtful words.
pub(crate) fn wording(text: &str) {
    let lang = lang_of(text);
    let plan = read(text);
    let document = document::parse(&plan.source);
    let counts = readability::count(&document);
    let lint = LintReport { findings: lint::lint(&document), plan: plan.clone(), lang };
    let wording = WordingReport { findings: wording::wording(&document, &document::apart(&plan.source)), plan: plan.clone(), lang };
    lint.findings.iter().for_each(|f| assert_span(f.span, &plan.source));
    wording.findings.iter().for_each(|f| assert_span(f.span, &plan.source));
    let readability = ReadabilityReport { plan, counts, lang };
    for format in PAGES {
        assert_harmless(format, &report::easy::lint(&lint, format, 80));
        assert_harmless(format, &report::readability::render(&readability, format, 80));
        assert_harmless(format, &report::wording::render(&wording, format, 80));
    }
}

// ---------------------------------------------------------------------------------------------------------
// What is fed.

fn small() -> &'static Checklist {
    static SMALL: OnceLock<Checklist> = OnceLock::new();
    SMALL.get_or_init(|| Checklist::parse(&Source::new("checklist.yaml", include_str!("../tests/report/checklist.yaml"))).expect("a checklist"))
}

fn neutral() -> Rules {
    rules::parse(&Source::new("neutral.yaml", rules::EMBEDDED[0].1)).expect("rules")
}

fn one_thread() -> &'static rayon::ThreadPool {
    static POOL: OnceLock<rayon::ThreadPool> = OnceLock::new();
    POOL.get_or_init(|| rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread"))
}

/// Both languages get their turn.
fn lang_of(text: &str) -> Lang {
    if text.len().is_multiple_of(2) { Lang::De } else { Lang::En }
}

fn read(text: &str) -> ReadPlan {
    ReadPlan::new(Source::new("plaene/brückstedt.md", text), SUM.to_owned())
}

fn audited(text: &str) -> PlanAudit {
    read(text).audit(small())
}

fn report(text: &str) -> Report<'static> {
    Report::new(small(), SUM.to_owned(), vec![audited(text)], lang_of(text))
}

// ---------------------------------------------------------------------------------------------------------
// What holds.

fn assert_span(span: Span, source: &Source) {
    assert!(span.start <= span.end, "{span:?}");
    assert!(source.text.get(span.start..span.end).is_some(), "{span:?} of {}", source.text.len());
}

/// Every place points into the text, at whole characters.
pub(crate) fn spans(audit: &PlanAudit) {
    let source = &audit.source;
    let passages = audit.plan.passages.iter().flat_map(|p| p.path_spans.iter().chain([&p.span]));
    let notices = audit.plan.notices.iter().map(|n| &n.span);
    let measures = audit.graded.measures.iter().map(|m| &m.span);
    let findings = &audit.assessment.findings;
    let evidence = findings.iter().flat_map(|f| f.evidence.iter().chain(&f.contrary)).map(|e| &e.span);
    let near = findings.iter().flat_map(|f| &f.near).map(|n| &n.span);
    passages.chain(notices).chain(measures).chain(evidence).chain(near).for_each(|span| assert_span(*span, source));
    let last = source.line(source.text.len());
    assert!(audit.damage.lines().iter().all(|&(from, to)| 1 <= from && from <= to && to <= last));
}

/// Points stay within what is possible, and the fields add up to the whole.
pub(crate) fn scores(audit: &PlanAudit, checklist: &Checklist) {
    let scores = &audit.scores;
    let possible: u32 = checklist.criteria.iter().map(|c| c.weight * Level::Binding.points()).sum();
    assert_eq!(scores.total.score.possible, possible);
    let within = |t: &Tally| t.score.earned <= t.score.possible && t.binding <= t.covered && t.covered <= t.criteria;
    assert!(within(&scores.total) && scores.fields.iter().chain(&scores.articles).all(within));
    assert_eq!(scores.total.score.earned, scores.fields.iter().map(|f| f.score.earned).sum::<u32>());
    assert_eq!(scores.gaps.len() + scores.total.covered as usize, checklist.criteria.len());
}

/// In a report for programs, lines are lines of the file and quotes are the author's own words.
pub(crate) fn places(value: &Value, source: &Source) {
    match value {
        Value::Array(list) => list.iter().for_each(|v| places(v, source)),
        Value::Object(members) => {
            for (key, value) in members {
                match (key.as_str(), value) {
                    ("quote", Value::String(quote)) => assert!(source.text.contains(quote), "{quote:?}"),
                    ("lines", Value::Array(lines)) => {
                        let numbers: Vec<u64> = lines.iter().filter_map(Value::as_u64).collect();
                        let last = source.line(source.text.len()) as u64;
                        assert!(matches!(numbers[..], [from, to] if 1 <= from && from <= to && to <= last), "{lines:?}");
                    }
                    _ => places(value, source),
                }
            }
        }
        _ => {}
    }
}

/// Problems point into the file and are told without anything that a terminal obeys.
fn told(problems: &[Problem], source: &Source) {
    problems.iter().for_each(|p| assert_span(p.span, source));
    for lang in [Lang::De, Lang::En] {
        assert_inert(&problem::render(problems, source, &Words::new(lang, false)), "problems");
    }
}

/// What is written is read again as it was.
pub(crate) fn kept(judgments: &Judgments) {
    let written = judgments.render();
    let again = match judgment::parse(&Source::new("again.yaml", written.clone())) {
        Ok(again) => again,
        Err(problems) => panic!("{problems:?}\n{written}"),
    };
    let bare = |list: &[Judgment]| list.iter().map(|j| Judgment { span: Span::default(), ..j.clone() }).collect::<Vec<_>>();
    assert_eq!((&again.plan, &again.checklist, bare(&again.list)), (&judgments.plan, &judgments.checklist, bare(&judgments.list)), "{written}");
}

/// A plan beside itself has not changed.
fn unchanged(text: &str, lang: Lang) {
    let report = DiffReport::new(small(), SUM.to_owned(), audited(text), audited(text), lang);
    assert!(report.diff.criteria.iter().all(|turn| *turn == Turn::Same));
    assert!(report.diff.measures.iter().all(|course| course.fate == Fate::Kept && course.old == course.new), "{:?}", report.diff.measures);
    for format in PAGES {
        assert_harmless(format, &report::diff::render(&report, format, 80));
    }
}

fn drafted(text: &str, paper: Paper, rules: &Rules, lang: Lang) {
    let plan = audited(text);
    let addressee = Addressee::new(None, &Header::read(&plan.plan.metadata, &plan.source));
    let count = draft::usual_count(paper, &rules.answer(paper, None));
    let items = draft::choose(&plan, small(), addressee.kind.tier(), count);
    let session = "2026-12-24".parse().ok();
    let checklist_sha256 = SUM.to_owned();
    let draft = DraftReport { checklist: small(), checklist_sha256, plan, paper, addressee, submitter: None, rules, session, items, lang };
    for format in [Format::Plain, Format::Markdown, Format::Html] {
        let printed = report::draft::render(&draft, format, 80);
        // A paper quotes a plan as Markdown quotes; nothing of the plan may be more than that.
        if format == Format::Markdown { assert_inert(&printed, "draft") } else { assert_harmless(format, &printed) }
    }
}

/// The printed worksheet has a row for each question.
fn empty_sheet(report: Report<'static>) {
    let criteria = (0..report.checklist.criteria.len()).collect();
    let sheet = Worksheet { report, criteria, group: "Beirat".to_owned(), each: 6, wrap_up: 10, font: 14 };
    for format in [Format::Table, Format::Plain, Format::Markdown, Format::Html] {
        assert_harmless(format, &report::worksheet::render(&sheet, format, 80));
    }
    let table = report::worksheet::render(&sheet, Format::Csv, 80);
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    assert_eq!(reader.records().map(|row| row.expect("a row").len()).collect::<Vec<_>>(), vec![sheet::COLUMNS.len(); small().criteria.len()]);
}
