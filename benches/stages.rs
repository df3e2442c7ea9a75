//! How long each stage takes on the examples, joined to a plan of some 300 KB: `cargo bench`.

use crpd_check::audit::ReadPlan;
use crpd_check::checklist::Checklist;
use crpd_check::embedded::{DEFAULT, Embedded};
use crpd_check::report::{self, Format, Report};
use crpd_check::source::Source;
use crpd_check::text::Lang;
use crpd_check::{assessment, damage, document, measure, plan};
use divan::Bencher;
use divan::counter::BytesCount;
use pulldown_cmark::{Options, Parser};

const EXAMPLES: [&str; 3] = [
    include_str!("../examples/brueckstedt-aue-tabellen.md"),
    include_str!("../examples/landkreis-wiesental-steckbriefe.md"),
    include_str!("../examples/stadtgemeinde-sankt-olm-stichpunkte.md"),
];

fn main() {
    divan::main();
}

fn source() -> Source {
    let round = EXAMPLES.concat();
    Source::new("plan.md", round.repeat(300_000 / round.len()))
}

fn checklist() -> Checklist {
    Embedded::find(DEFAULT).and_then(|e| e.checklist().ok()).expect("the checklist of the program")
}

fn read(source: &Source) -> ReadPlan {
    ReadPlan::new(source.clone(), String::new())
}

/// What any program must do that reads Markdown.
#[divan::bench]
fn a_markdown_alone(bencher: Bencher) {
    let source = source();
    bencher.counter(BytesCount::of_str(&source.text)).bench(|| Parser::new_ext(&source.text, Options::ENABLE_TABLES).count());
}

#[divan::bench]
fn b_layout(bencher: Bencher) {
    let source = source();
    bencher.counter(BytesCount::of_str(&source.text)).bench(|| document::parse(&source));
}

#[divan::bench]
fn c_damage(bencher: Bencher) {
    let source = source();
    let document = document::parse(&source);
    bencher.counter(BytesCount::of_str(&source.text)).bench(|| damage::gauge(&source, &document));
}

#[divan::bench]
fn d_plan(bencher: Bencher) {
    let source = source();
    let document = document::parse(&source);
    bencher.counter(BytesCount::of_str(&source.text)).bench(|| plan::read(&document, Lang::De));
}

#[divan::bench]
fn e_grades(bencher: Bencher) {
    let source = source();
    let plan = plan::read(&document::parse(&source), Lang::De);
    bencher.counter(BytesCount::of_str(&source.text)).bench(|| measure::grade(&plan, Lang::De));
}

#[divan::bench]
fn f_assessment(bencher: Bencher) {
    let (source, checklist) = (source(), checklist());
    let plan = plan::read(&document::parse(&source), Lang::De);
    let graded = measure::grade(&plan, Lang::De);
    bencher.counter(BytesCount::of_str(&source.text)).bench(|| assessment::assess(&plan, &graded, &checklist));
}

#[divan::bench]
fn g_whole_audit(bencher: Bencher) {
    let (source, checklist) = (source(), checklist());
    bencher.counter(BytesCount::of_str(&source.text)).bench(|| read(&source).audit(&checklist));
}

#[divan::bench(args = [Format::Plain, Format::Html, Format::Json])]
fn h_report(bencher: Bencher, format: Format) {
    let (source, checklist) = (source(), checklist());
    let report = Report::new(&checklist, String::new(), vec![read(&source).audit(&checklist)], Lang::De);
    bencher.bench(|| report::render(&report, format, 80));
}

#[divan::bench]
fn i_checklist(bencher: Bencher) {
    bencher.bench(checklist);
}
