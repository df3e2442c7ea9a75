//! `crpd-check checklist`: showing and checking checklists; and how every command finds its checklist.

use super::arguments::{ChecklistTask, Target};
use super::{End, Setting, complain, deliver, print, refusal, refusal_text, wrong};
use crate::checklist::{self, Checklist};
use crate::embedded::{self, Embedded};
use crate::files::{self, Unreadable};
use crate::message::message;
use crate::proof;
use crate::report::{self, problem};
use crate::source::Source;
use crate::text::nearest;
use crate::words::say;
use anyhow::{Result, anyhow};

pub(super) fn checklist(task: &ChecklistTask, setting: &Setting) -> Result<End> {
    match task {
        ChecklistTask::List => list(setting),
        ChecklistTask::Show { id } => show(id.as_deref(), setting),
        ChecklistTask::Validate { files } => validate(files, setting),
        ChecklistTask::New { id, target } => new(id, target, setting),
        ChecklistTask::Schema => schema(),
    }
}

/// Writes a checklist that can be changed, under the name of its id where no other is given.
fn new(id: &str, target: &Target, setting: &Setting) -> Result<End> {
    if !checklist::is_id(id) {
        return Err(wrong(&message!("problem-id", id = id), &message!("problem-id-help"), setting));
    }
    let path = target.output.clone().unwrap_or_else(|| format!("{id}.yaml").into());
    let target = Target { output: Some(path.clone()), force: target.force };
    let file = report::typed(&path.to_string_lossy());
    deliver(&embedded::starter(setting.report, id, &file), &target, setting)?;
    complain(&say!(setting.speech, "checklist-new", file = file));
    Ok(End::Done)
}

fn list(setting: &Setting) -> Result<End> {
    let mut checklists = Vec::new();
    for embedded in embedded::ALL {
        checklists.push(embedded_quickly(embedded.id)?);
    }
    print(&report::checklist::list(&checklists.iter().collect::<Vec<_>>(), setting.report, setting.layout(), setting.width))?;
    Ok(End::Done)
}

fn show(id: Option<&str>, setting: &Setting) -> Result<End> {
    let (checklist, _) = full(id, setting)?;
    print(&report::checklist::show(&checklist, setting.report, setting.layout(), setting.width))?;
    Ok(End::Done)
}

fn validate(names: &[String], setting: &Setting) -> Result<End> {
    let mut end = End::Done;
    for name in names {
        let source = match checklist_source(name) {
            Ok((source, _)) => source,
            Err(error) => {
                complain(&refusal(&error, setting));
                end = End::Failed;
                continue;
            }
        };
        let (problems, summary) = match Checklist::parse(&source) {
            Ok(checklist) => {
                let problems = proof::check_examples(&checklist, &source);
                let examples: usize = checklist.criteria.iter().map(|c| c.examples.len()).sum();
                (problems, (checklist.criteria.len(), examples))
            }
            Err(problems) => (problems, (0, 0)),
        };
        if problems.is_empty() {
            let (criteria, examples) = summary;
            print(&(say!(setting.speech, "checklist-fine", name = name.as_str(), criteria = criteria, examples = examples) + "\n"))?;
        } else {
            end = End::Failed;
            print(&problem::render(&problems, &source, &setting.speech))?;
            print(&(say!(setting.speech, "checklist-mistakes-in", name = name.as_str(), count = problems.len()) + "\n"))?;
        }
    }
    Ok(end)
}

fn schema() -> Result<End> {
    let schema = serde_json::to_string_pretty(&checklist::schema())?;
    print(&format!("{schema}\n"))?;
    Ok(End::Done)
}

/// A checklist to audit with: the embedded one comes without its examples, which takes a tenth of the time.
pub(super) fn quick(name: Option<&str>, setting: &Setting) -> Result<(Checklist, String)> {
    match embedded_named(name) {
        Some(embedded) => Ok((embedded_quickly(embedded.id)?, embedded.sha256.to_owned())),
        None => full(name, setting),
    }
}

/// A checklist as its file has it, with examples.
pub(super) fn full(name: Option<&str>, setting: &Setting) -> Result<(Checklist, String)> {
    let name = name.unwrap_or(embedded::DEFAULT);
    let (source, sha256) = checklist_source(name).map_err(|error| unknown_checklist(&error, setting))?;
    match Checklist::parse(&source) {
        Ok(checklist) => Ok((checklist, sha256)),
        Err(problems) => {
            let mistakes = problem::render(&problems, &source, &setting.speech);
            Err(anyhow!("{}\n\n{}", say!(setting.speech, "checklist-mistakes"), mistakes.trim_end()))
        }
    }
}

/// The id of a field that was written as its id or as one of its titles.
pub(super) fn field(checklist: &Checklist, written: &str, setting: &Setting) -> Result<String> {
    let plain = plain_id(written);
    let field = checklist.fields.iter().find(|f| f.id == plain || plain_id(&f.title.de) == plain || plain_id(&f.title.en) == plain);
    field.map(|f| f.id.clone()).ok_or_else(|| {
        let known: Vec<&str> = checklist.fields.iter().map(|f| f.id.as_str()).collect();
        wrong(&message!("unknown-field", id = written), &message!("possible", values = known.join(", ")), setting)
    })
}

/// "Mobilität" as people type it, "mobilitaet" as ids are written.
fn plain_id(written: &str) -> String {
    written.trim().to_lowercase().replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss")
}

/// The index of a criterion that was written as its id, or as the last part of its id if that is enough.
pub(super) fn criterion(checklist: &Checklist, written: &str, setting: &Setting) -> Result<usize> {
    let short = |id: &str| id.rsplit('.').next().is_some_and(|last| last == written);
    let mut meant = checklist.criteria.iter().enumerate().filter(|(_, c)| c.id == written || short(&c.id));
    match (meant.next(), meant.next()) {
        (Some((only, _)), None) => Ok(only),
        _ => Err(unknown_criterion(checklist, written, setting)),
    }
}

fn unknown_criterion(checklist: &Checklist, written: &str, setting: &Setting) -> anyhow::Error {
    let ids: Vec<&str> = checklist.criteria.iter().map(|c| c.id.as_str()).collect();
    let mut near: Vec<&str> = ids.iter().copied().filter(|id| id.contains(written)).take(10).collect();
    if near.is_empty() {
        near.extend(nearest(written, &ids));
    }
    let help = if near.is_empty() { message!("unknown-criterion-help") } else { message!("perhaps", names = near.join(", ")) };
    wrong(&message!("unknown-criterion", id = written), &help, setting)
}
/// The embedded checklist that a name stands for; a file of that name goes first.
fn embedded_named(name: Option<&str>) -> Option<&'static Embedded> {
    let name = name.unwrap_or(embedded::DEFAULT);
    if files::exists(name) && name != embedded::DEFAULT { None } else { Embedded::find(name) }
}

fn checklist_source(name: &str) -> Result<(Source, String), Unreadable> {
    match embedded_named(Some(name)) {
        Some(embedded) => Ok((embedded.source(), embedded.sha256.to_owned())),
        None => files::read(name, name).map(|loaded| (loaded.source, loaded.sha256)),
    }
}

fn embedded_quickly(id: &str) -> Result<Checklist> {
    let embedded = Embedded::find(id).ok_or_else(|| anyhow!("{id}"))?;
    // The tests prove that it can be read.
    embedded.checklist().map_err(|problems| anyhow!("{}: {}", embedded.path, problems.first().map_or("", |p| p.message.key)))
}

fn unknown_checklist(error: &Unreadable, setting: &Setting) -> anyhow::Error {
    let ids: Vec<&str> = embedded::ALL.iter().map(|e| e.id).collect();
    anyhow!("{}\n{}", refusal_text(error, setting), say!(setting.speech, "known-checklists", names = ids.join(", ")))
}
