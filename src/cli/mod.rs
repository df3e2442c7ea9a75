//! draft
use crate::{checklist::*, document, embedded::*, files, measure, plan, proof, score, assessment, text::Lang, source::Source};
use std::process::ExitCode;
pub fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let mut rest: Vec<&str> = args.iter().map(|s| s.as_str()).collect();
    if rest.first() == Some(&"checklist") && rest.get(1) == Some(&"validate") {
        let mut bad = false;
        for f in &rest[2..] {
            let source = files::read(f, f).unwrap().source;
            let problems = match Checklist::parse(&source) { Ok(c) => proof::check_examples(&c, &source), Err(p) => p };
            for p in &problems { println!("{}\n", p.render(&source)); bad = true; }
            println!("{f}: {} problems", problems.len());
        }
        return ExitCode::from(if bad { 2 } else { 0 });
    }
    rest.remove(0);
    let mut list = None; let mut plans = vec![];
    let mut i = 0;
    while i < rest.len() { match rest[i] { "--checklist" => { list = Some(rest[i+1]); i += 2 } "--format" => i += 2, p => { plans.push(p); i += 1 } } }
    let c = match list { Some(f) => { let s = files::read(f, f).unwrap().source; match Checklist::parse(&s) { Ok(c) => c, Err(p) => { for p in p { eprintln!("{}\n", p.render(&s)); } return ExitCode::from(2) } } } None => Embedded::find(DEFAULT).unwrap().checklist().unwrap() };
    for f in plans {
        let s: Source = files::read(f, f).unwrap().source;
        let d = document::parse(&s);
        let p = plan::read(&d, Lang::De);
        let g = measure::grade(&p, Lang::De);
        let a = assessment::assess(&p, &g, &c);
        let sc = score::score(&c, &a);
        let measures: Vec<_> = g.measures.iter().enumerate().map(|(i, m)| serde_json::json!({"id": format!("m{}", i+1), "title": m.title, "path": m.path, "lines": [s.lines(m.span).0, s.lines(m.span).1], "level": m.level.name(), "responsible": m.responsible, "deadline": m.deadline.as_ref().map(|d| d.text.clone()), "budget": m.budget, "duplicate_of": m.duplicate_of})).collect();
        let ev = |e: &assessment::Evidence| serde_json::json!({"level": e.level.name(), "lines": [s.lines(e.span).0, s.lines(e.span).1], "quote": s.slice(e.span), "measure": e.measure, "pattern": e.pattern, "words": e.words});
        let crit: Vec<_> = c.criteria.iter().zip(&a.findings).map(|(c, f)| serde_json::json!({"id": c.id, "level": f.level.name(), "share": f.share, "evidence": f.evidence.iter().map(ev).collect::<Vec<_>>(), "contrary": f.contrary.iter().map(ev).collect::<Vec<_>>() })).collect();
        println!("{:#}", serde_json::json!({"path": f, "score": [sc.total.score.earned, sc.total.score.possible], "measures": measures, "criteria": crit}));
    }
    ExitCode::SUCCESS
}
