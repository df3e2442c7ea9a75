//! Peak memory grows no faster than the plan, whatever its shape.
//!
//! Bytes are counted and not sampled, in one thread, so the same program gives the same numbers on every machine. A program
//! has one allocator, so this test is a program of its own.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

use crpd_check::audit::ReadPlan;
use crpd_check::checklist::Checklist;
use crpd_check::report::{self, Format, Report};
use crpd_check::source::Source;
use crpd_check::text::Lang;
use peak_alloc::PeakAlloc;
use std::collections::BTreeMap;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// A shape: texts, and how often each of them stands in a plan of size 1; nought means once in every plan.
type Shape = Vec<(String, usize)>;

/// At this size each shape is a plan of 10 to 20 KB.
const SMALL: usize = 150;
const TIMES: usize = 10;
/// Rows and tables grow by doubling, so a peak may stand up to twice as high above its need.
const LINEAR: usize = 13;

fn text(shape: &Shape, size: usize) -> String {
    shape.iter().map(|(part, times)| part.repeat((times * size).max(1))).collect()
}

fn read_checklist() -> Checklist {
    let source = Source::new("un-brk-kommunal.yaml", std::fs::read_to_string("checklists/un-brk-kommunal.yaml").unwrap());
    Checklist::parse(&source).unwrap()
}

/// How many bytes the audit of a text with its report needs at its peak, beyond what stood there before.
fn peak(checklist: &Checklist, text: &str) -> usize {
    let text = text.to_owned();
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let audit = ReadPlan::new(Source::new("plan.md", text), String::new()).audit(checklist);
    let report = Report {
        checklist,
        checklist_sha256: String::new(),
        plans: vec![audit],
        unreadable: Vec::new(),
        lang: Lang::De,
        waivers: None,
        baseline: None,
    };
    for format in [Format::Plain, Format::Json] {
        report::render(&report, format, 100);
    }
    MEMORY.peak_usage() - before
}

#[test]
fn memory_grows_no_faster_than_the_plan() {
    rayon::ThreadPoolBuilder::new().num_threads(1).build_global().unwrap();
    let shapes: BTreeMap<String, Shape> = serde_json::from_str(include_str!("../benches/shapes.json")).unwrap();
    let checklist = read_checklist();
    // Word lists and messages are read once, with the first plan.
    peak(&checklist, &text(&shapes["long line"], SMALL));
    let mut wrong = Vec::new();
    for (name, shape) in &shapes {
        let [small, large] = [SMALL, SMALL * TIMES].map(|size| text(shape, size));
        let (less, more) = (peak(&checklist, &small), peak(&checklist, &large));
        println!("{name}: {} bytes need {less}, {} bytes need {more}", small.len(), large.len());
        if more > less * LINEAR {
            wrong.push(format!("{name}: {TIMES} times the text needs {:.1} times the memory", more as f64 / less as f64));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
