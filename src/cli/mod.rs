//! The command line: the one place that runs the flow, and the only one that speaks to the world.

pub mod arguments;

use crate::audit::{PlanAudit, ReadPlan};
use crate::checklist::{self, Checklist, article_of};
use crate::embedded::{self, Embedded};
use crate::evaluation::{self, Judge, Keywords};
use crate::files::{self, Input, Loaded, Unreadable};
use crate::gold::{Gold, PlanTruth};
use crate::proof;
use crate::report::evaluation::EvaluationReport;
use crate::report::{self, Format, Report};
use crate::score::Score;
use crate::source::{Problem, Source, sha256};
use crate::text::Lang;
use crate::words::Words;
use anyhow::{Result, anyhow};
use arguments::{Arguments, Audit, Baseline, ChecklistTask, Evaluate, Explain, Measures, MeasuresFormat, Target, Task, Threshold};
use rayon::prelude::*;
use std::env;
use std::io::{self, Write};
use std::mem::ManuallyDrop;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

/// How the program ends: 0 done, 1 a gate that was asked for failed, 2 could not do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    Done,
    GateFailed,
    Failed,
}

/// What holds for every command.
struct Setting {
    /// The language of help and errors.
    speech: Lang,
    /// The language of reports: German unless another is asked for.
    report: Lang,
    plain: bool,
    width: usize,
}

impl Setting {
    fn from_world(arguments: &[String]) -> Self {
        let asked = asked_lang(arguments);
        Self {
            speech: asked.unwrap_or_else(locale),
            report: asked.unwrap_or(Lang::De),
            plain: arguments.iter().any(|a| a == "--plain") || is_on("CRPD_CHECK_PLAIN") || is_on("ACCESSIBLE"),
            width: width(),
        }
    }

    /// How a text for people is laid out.
    fn layout(&self) -> Format {
        if self.plain { Format::Plain } else { Format::Table }
    }

    /// Picks the words in the language of help and errors.
    fn say<'a>(&self, de: &'a str, en: &'a str) -> &'a str {
        match self.speech {
            Lang::De => de,
            Lang::En => en,
        }
    }
}

/// Runs the program with the arguments and the environment of the process.
pub fn main() -> ExitCode {
    let arguments: Vec<String> = env::args_os().map(|a| a.to_string_lossy().into_owned()).collect();
    let setting = Setting::from_world(&arguments);
    let end = match arguments::parse(&arguments, setting.speech, setting.plain, setting.width) {
        Ok(arguments) => run(&arguments, &setting),
        Err(refusal) if refusal.is_help => print(&refusal.text).map(|()| End::Done),
        Err(refusal) => {
            complain(refusal.text.trim_end());
            Ok(End::Failed)
        }
    };
    match end {
        Ok(end) => ExitCode::from(end as u8),
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("{}: {error:#}", setting.say("Fehler", "Error")));
            ExitCode::from(End::Failed as u8)
        }
    }
}

fn run(arguments: &Arguments, setting: &Setting) -> Result<End> {
    match &arguments.task {
        Task::Audit(task) => audit(task, setting),
        Task::Measures(task) => measures(task, setting),
        Task::Explain(task) => explain(task, setting),
        Task::Evaluate(task) => evaluate(task, setting),
        Task::Checklist { task } => match task {
            ChecklistTask::List => list(setting),
            ChecklistTask::Show { id } => show(id.as_deref(), setting),
            ChecklistTask::Validate { files } => validate(files, setting),
            ChecklistTask::Schema => {
                let schema = serde_json::to_string_pretty(&checklist::schema())?;
                print(&format!("{schema}\n"))?;
                Ok(End::Done)
            }
        },
    }
}

// ---------------------------------------------------------------------------------------------------------
// The commands.

fn audit(task: &Audit, setting: &Setting) -> Result<End> {
    target_is_free(&task.target, setting)?;
    let (inputs, mut unreadable) = files::plans(&task.plans, setting.say("Standardeingabe", "standard input"));
    // Compiling the checklist and reading the plans take about as long as each other and need nothing of each other.
    let (checklist, read) = rayon::join(
        || {
            let (mut checklist, sha256) = quick_checklist(task.checklist.as_deref(), setting)?;
            narrow(&mut checklist, &task.fields, &task.articles, setting)?;
            anyhow::Ok((checklist, sha256))
        },
        || inputs.par_iter().map(read_plan).collect::<Vec<_>>(),
    );
    // The program ends after this: giving back the memory word by word would take longer than reading a short plan.
    let (checklist, checklist_sha256) = checklist?;
    let checklist = ManuallyDrop::new(checklist);
    let results: Vec<Result<PlanAudit, Unreadable>> = read.into_par_iter().map(|plan| Ok(plan?.audit(&checklist))).collect();
    let mut plans = Vec::new();
    for result in results {
        match result {
            Ok(plan) => plans.push(plan),
            Err(error) => unreadable.push(error),
        }
    }
    let report = ManuallyDrop::new(Report {
        checklist: &checklist,
        checklist_sha256,
        plans,
        unreadable: unreadable.iter().map(|u| (u.path.clone(), u.reason(setting.report))).collect(),
        lang: setting.report,
    });
    if !report.plans.is_empty() {
        let text = report::render(&report, format(task.format, &task.target, setting), setting.width);
        deliver(&text, &task.target, setting)?;
    }
    for error in &unreadable {
        complain(&refusal(error, setting));
    }
    let gate = task.fail_under.map_or(End::Done, |threshold| gate(&report, threshold, setting));
    Ok(if unreadable.is_empty() { gate } else { End::Failed })
}

fn read_plan(input: &Input) -> Result<ReadPlan, Unreadable> {
    let Loaded { source, sha256 } = files::read(&input.path, &input.shown)?;
    Ok(ReadPlan::new(source, sha256))
}

fn measures(task: &Measures, setting: &Setting) -> Result<End> {
    target_is_free(&task.target, setting)?;
    let (checklist, checklist_sha256) = quick_checklist(None, setting)?;
    let plan = one_plan(&task.plan, setting)?.audit(&checklist);
    let report = Report { checklist: &checklist, checklist_sha256, plans: vec![plan], unreadable: Vec::new(), lang: setting.report };
    let format = task.format.unwrap_or_else(|| match extension(&task.target).as_deref() {
        Some("csv") => MeasuresFormat::Csv,
        Some("json") => MeasuresFormat::Json,
        Some("txt") => MeasuresFormat::Plain,
        _ => MeasuresFormat::Table,
    });
    let text = match format {
        MeasuresFormat::Csv => report::measures::csv(&report),
        MeasuresFormat::Json => report::measures::render(&report, Format::Json, setting.width),
        MeasuresFormat::Plain => report::measures::render(&report, Format::Plain, setting.width),
        MeasuresFormat::Table => report::measures::render(&report, setting.layout(), setting.width),
    };
    deliver(&text, &task.target, setting)?;
    Ok(End::Done)
}

fn explain(task: &Explain, setting: &Setting) -> Result<End> {
    let (checklist, checklist_sha256) = full_checklist(task.checklist.as_deref(), setting)?;
    let short = |id: &str| id.rsplit('.').next().is_some_and(|last| last == task.id);
    let mut meant = checklist.criteria.iter().filter(|c| c.id == task.id || short(&c.id));
    let criterion = match (meant.next(), meant.next()) {
        (Some(only), None) => only,
        _ => return Err(unknown_criterion(&checklist, &task.id, setting)),
    };
    let format = match task.format.unwrap_or(setting.layout()) {
        Format::Table => setting.layout(),
        format => format,
    };
    let Some(plan) = &task.plan else {
        print(&report::explain::render(&checklist, criterion, setting.report, format, setting.width))?;
        return Ok(End::Done);
    };
    let index = checklist.criteria.iter().position(|c| c.id == criterion.id).unwrap_or_default();
    let plans = vec![one_plan(plan, setting)?.audit(&checklist)];
    let report = Report { checklist: &checklist, checklist_sha256, plans, unreadable: Vec::new(), lang: setting.report };
    print(&report::explain::render_in_plan(&report, index, format, setting.width))?;
    Ok(End::Done)
}

/// Reads the plan that a command needs; a folder is no single plan, and reading it says so.
fn one_plan(name: &str, setting: &Setting) -> Result<ReadPlan> {
    let (inputs, _) = files::plans(&[name.to_owned()], setting.say("Standardeingabe", "standard input"));
    let input = inputs.into_iter().find(|i| i.path == name).unwrap_or_else(|| Input { shown: String::new(), path: name.to_owned() });
    read_plan(&input).map_err(|error| anyhow!(refusal_text(&error, setting)))
}

fn unknown_criterion(checklist: &Checklist, written: &str, setting: &Setting) -> anyhow::Error {
    let ids: Vec<&str> = checklist.criteria.iter().map(|c| c.id.as_str()).collect();
    let mut near: Vec<&str> = ids.iter().copied().filter(|id| id.contains(written)).take(10).collect();
    if near.is_empty() {
        near.extend(crate::text::nearest(written, &ids));
    }
    let what = format!("{} „{written}“", setting.say("Dieses Kriterium gibt es nicht:", "There is no such criterion:"));
    let help = if near.is_empty() {
        setting.say("Alle Kriterien zeigt: crpd-check checklist show", "See all criteria with: crpd-check checklist show").to_owned()
    } else {
        format!("{} {}", setting.say("Gemeint ist vielleicht:", "Perhaps you mean:"), near.join(", "))
    };
    with_help(&what, &help, setting)
}

/// Puts a checklist to labelled passages and plans; a file that cannot be read does not stop the others.
fn evaluate(task: &Evaluate, setting: &Setting) -> Result<End> {
    target_is_free(&task.target, setting)?;
    let (checklist, checklist_sha256) = quick_checklist(task.checklist.as_deref(), setting)?;
    let keywords = task.baseline.map(|Baseline::Keywords| Keywords::of(&checklist));
    let (inputs, mut unreadable) = files::labels(&task.gold);
    let mut report = EvaluationReport {
        checklist: &checklist,
        checklist_sha256,
        passages: Vec::new(),
        plans: Vec::new(),
        summary: task.summary,
        lang: setting.report,
    };
    let mut end = End::Done;
    for input in &inputs {
        let source = match files::read(&input.path, &input.shown) {
            Ok(loaded) => loaded.source,
            Err(error) => {
                unreadable.push(error);
                continue;
            }
        };
        match Gold::parse(&source, &checklist) {
            Ok(Gold::Passages(gold)) => {
                let result = evaluation::passages(&gold, &checklist, Judge::Checklist);
                let plain = keywords.as_ref().map(|k| evaluation::passages(&gold, &checklist, Judge::Keywords(k)));
                report.passages.push((input.shown.clone(), result, plain));
            }
            Ok(Gold::Plan(truth)) => match true_plan(&input.path, &input.shown, &truth) {
                Ok(plan) => report.plans.push(evaluation::plan(&truth, &plan.source, &plan.graded)),
                Err(error) => unreadable.push(error),
            },
            Err(problems) => {
                complain(rendered(&problems, &source, setting).trim_end());
                end = End::Failed;
            }
        }
    }
    if !report.passages.is_empty() || !report.plans.is_empty() {
        let text = report::evaluation::render(&report, format(task.format, &task.target, setting), setting.width);
        deliver(&text, &task.target, setting)?;
    }
    for error in &unreadable {
        complain(&refusal(error, setting));
        end = End::Failed;
    }
    Ok(end)
}

/// The plan that a truth speaks of; it lies where the truth says, seen from its own folder.
fn true_plan(path: &str, shown: &str, truth: &PlanTruth) -> Result<ReadPlan, Unreadable> {
    read_plan(&Input { path: beside(path, &truth.plan), shown: beside(shown, &truth.plan) })
}

/// A file named from the folder of another; "a/b/../c" is written "a/c".
fn beside(file: &str, name: &str) -> String {
    let mut path = PathBuf::from(file);
    path.pop();
    for part in Path::new(name).components() {
        match part {
            Component::ParentDir if path.file_name().is_some() => drop(path.pop()),
            Component::CurDir => {}
            part => path.push(part),
        }
    }
    path.to_string_lossy().replace('\\', "/")
}

fn list(setting: &Setting) -> Result<End> {
    let mut checklists = Vec::new();
    for embedded in embedded::ALL {
        checklists.push(embedded_checklist(embedded.id)?);
    }
    print(&report::checklist::list(&checklists.iter().collect::<Vec<_>>(), setting.report, setting.layout(), setting.width))?;
    Ok(End::Done)
}

fn show(id: Option<&str>, setting: &Setting) -> Result<End> {
    let (checklist, _) = full_checklist(id, setting)?;
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
            print(&match setting.speech {
                Lang::De => format!("{name}: in Ordnung. Kriterien: {criteria}. Beispiele: {examples}.\n"),
                Lang::En => format!("{name}: fine. Criteria: {criteria}. Examples: {examples}.\n"),
            })?;
        } else {
            end = End::Failed;
            print(&rendered(&problems, &source, setting))?;
            print(&match (setting.speech, problems.len()) {
                (Lang::De, 1) => format!("{name}: 1 Fehler.\n"),
                (Lang::De, n) => format!("{name}: {n} Fehler.\n"),
                (Lang::En, 1) => format!("{name}: 1 problem.\n"),
                (Lang::En, n) => format!("{name}: {n} problems.\n"),
            })?;
        }
    }
    Ok(end)
}

// ---------------------------------------------------------------------------------------------------------
// Checklists.

/// A checklist to audit with: the embedded one comes without its examples, which takes a tenth of the time.
fn quick_checklist(name: Option<&str>, setting: &Setting) -> Result<(Checklist, String)> {
    match embedded_named(name) {
        Some(embedded) => Ok((embedded_checklist(embedded.id)?, sha256(embedded.yaml.as_bytes()))),
        None => full_checklist(name, setting),
    }
}

/// A checklist as its file has it, with examples.
fn full_checklist(name: Option<&str>, setting: &Setting) -> Result<(Checklist, String)> {
    let name = name.unwrap_or(embedded::DEFAULT);
    let (source, sha256) = checklist_source(name).map_err(|error| unknown_checklist(&error, setting))?;
    match Checklist::parse(&source) {
        Ok(checklist) => Ok((checklist, sha256)),
        Err(problems) => {
            let what = setting.say("Die Checkliste hat Fehler.", "The checklist has mistakes.");
            Err(anyhow!("{what}\n\n{}", rendered(&problems, &source, setting).trim_end()))
        }
    }
}

/// The embedded checklist that a name stands for; a file of that name goes first.
fn embedded_named(name: Option<&str>) -> Option<&'static Embedded> {
    let name = name.unwrap_or(embedded::DEFAULT);
    if files::exists(name) && name != embedded::DEFAULT { None } else { Embedded::find(name) }
}

fn checklist_source(name: &str) -> Result<(Source, String), Unreadable> {
    match embedded_named(Some(name)) {
        Some(embedded) => Ok((embedded.source(), sha256(embedded.yaml.as_bytes()))),
        None => files::read(name, name).map(|loaded| (loaded.source, loaded.sha256)),
    }
}

fn embedded_checklist(id: &str) -> Result<Checklist> {
    let embedded = Embedded::find(id).ok_or_else(|| anyhow!("{id}"))?;
    // The tests prove that it can be read.
    embedded.checklist().map_err(|problems| anyhow!("{}: {}", embedded.path, problems.first().map_or("", |p| p.message.key)))
}

fn unknown_checklist(error: &Unreadable, setting: &Setting) -> anyhow::Error {
    let ids: Vec<&str> = embedded::ALL.iter().map(|e| e.id).collect();
    let known = format!("{} {}", setting.say("Mitgeliefert sind:", "These come with the program:"), ids.join(", "));
    anyhow!("{}\n{known}", refusal_text(error, setting))
}

fn rendered(problems: &[Problem], source: &Source, setting: &Setting) -> String {
    report::problem::render(problems, source, &Words::new(setting.speech, setting.plain))
}

/// Keeps the fields and articles that were asked for, and says which ones there are.
fn narrow(checklist: &mut Checklist, fields: &[String], articles: &[String], setting: &Setting) -> Result<()> {
    let mut field_ids = Vec::new();
    for written in fields {
        let plain = plain_id(written);
        let field = checklist.fields.iter().find(|f| f.id == plain || plain_id(&f.title.de) == plain || plain_id(&f.title.en) == plain);
        let Some(field) = field else {
            let known: Vec<&str> = checklist.fields.iter().map(|f| f.id.as_str()).collect();
            let what = format!("{} „{written}“", setting.say("Dieses Handlungsfeld gibt es nicht:", "There is no such field:"));
            return Err(with_help(&what, &format!("{} {}", setting.say("Möglich sind:", "Possible are:"), known.join(", ")), setting));
        };
        field_ids.push(field.id.clone());
    }
    let mut numbers = Vec::new();
    for written in articles {
        let number = written.trim().trim_start_matches(|c: char| !c.is_ascii_digit()).to_owned();
        let asked = |reference: &String| article_of(reference) == number || *reference == number;
        if !checklist.criteria.iter().any(|c| c.articles.iter().any(asked)) {
            let known: Vec<&str> = checklist
                .articles
                .iter()
                .filter(|a| checklist.criteria.iter().any(|c| c.articles.iter().any(|r| article_of(r) == a.id)))
                .map(|a| a.id.as_str())
                .collect();
            let what = match setting.speech {
                Lang::De => format!("Zu Artikel „{written}“ hat die Checkliste kein Kriterium."),
                Lang::En => format!("The checklist has no criterion on article \"{written}\"."),
            };
            return Err(with_help(&what, &format!("{} {}", setting.say("Möglich sind:", "Possible are:"), known.join(", ")), setting));
        }
        numbers.push(number);
    }
    checklist.restrict(&field_ids, &numbers);
    if checklist.criteria.is_empty() {
        let what = setting.say(
            "Kein Kriterium gehört zugleich zu diesem Handlungsfeld und zu diesem Artikel.",
            "No criterion belongs to both this field and this article.",
        );
        return Err(with_help(what, setting.say("Nur eines von beiden angeben.", "Give only one of the two."), setting));
    }
    Ok(())
}

/// "Mobilität" as people type it, "mobilitaet" as ids are written.
fn plain_id(written: &str) -> String {
    written.trim().to_lowercase().replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss")
}

// ---------------------------------------------------------------------------------------------------------
// Output.

fn format(asked: Option<Format>, target: &Target, setting: &Setting) -> Format {
    let format = asked.unwrap_or_else(|| match extension(target).as_deref() {
        Some("md" | "markdown") => Format::Markdown,
        Some("json") => Format::Json,
        Some("txt") => Format::Plain,
        _ => Format::Table,
    });
    if format == Format::Table && setting.plain { Format::Plain } else { format }
}

fn extension(target: &Target) -> Option<String> {
    Some(target.output.as_ref()?.extension()?.to_string_lossy().to_lowercase())
}

fn target_is_free(target: &Target, setting: &Setting) -> Result<()> {
    let Some(path) = &target.output else { return Ok(()) };
    files::may_write(path, target.force).map_err(|error| anyhow!(refusal_text(&error, setting)))
}

fn deliver(text: &str, target: &Target, setting: &Setting) -> Result<()> {
    let Some(path) = &target.output else { return print(text) };
    files::write(path, text, target.force).map_err(|error| anyhow!(refusal_text(&error, setting)))?;
    complain(&format!("{}: {}", setting.say("Geschrieben", "Written"), path.display()));
    Ok(())
}

/// Compares every plan with the share that was asked for; the reason is the last line.
fn gate(report: &Report, threshold: Threshold, setting: &Setting) -> End {
    let failing: Vec<&PlanAudit> = report.plans.iter().filter(|p| !p.scores.total.score.reaches(threshold.hundredths)).collect();
    for plan in &failing {
        let name = &plan.source.name;
        let Score { earned, possible } = plan.scores.total.score;
        let share = percent_with_decimals(plan.scores.total.score, setting.speech);
        complain(&match setting.speech {
            Lang::De => format!(
                "Nicht erreicht: {name} hat {earned} von {possible} Punkten, das sind {share} Prozent; verlangt sind {} Prozent (--fail-under).",
                threshold.to_string().replace('.', ",")
            ),
            Lang::En => format!(
                "Not reached: {name} has {earned} of {possible} points, which is {share} percent; {threshold} percent are asked for (--fail-under)."
            ),
        });
    }
    if failing.is_empty() { End::Done } else { End::GateFailed }
}

/// Two decimals, rounded down: a share that misses the gate never looks as if it met it.
fn percent_with_decimals(score: Score, lang: Lang) -> String {
    let hundredths = (u64::from(score.earned) * 10_000).checked_div(u64::from(score.possible)).unwrap_or(0);
    let separator = if lang == Lang::De { ',' } else { '.' };
    format!("{}{separator}{:02}", hundredths / 100, hundredths % 100)
}

fn refusal_text(error: &Unreadable, setting: &Setting) -> String {
    let help = setting.say("Hilfe", "Help");
    format!("{}: {}\n{help}: {}", error.path, error.reason(setting.speech), error.help(setting.speech))
}

fn refusal(error: &Unreadable, setting: &Setting) -> String {
    format!("{}: {}", setting.say("Fehler", "Error"), refusal_text(error, setting))
}

fn with_help(what: &str, help: &str, setting: &Setting) -> anyhow::Error {
    let what = if setting.speech == Lang::De { what.to_owned() } else { what.replace(['„', '“'], "\"") };
    anyhow!("{what}\n{}: {help}", setting.say("Hilfe", "Help"))
}

fn print(text: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// Writes to standard error; if even that is closed there is nobody left to tell.
fn complain(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
}

// ---------------------------------------------------------------------------------------------------------
// The environment.

/// The language that the user asked for: `--lang`, then `CRPD_CHECK_LANG`.
fn asked_lang(arguments: &[String]) -> Option<Lang> {
    let flag = arguments.iter().enumerate().find_map(|(i, a)| match a.strip_prefix("--lang") {
        Some("") => arguments.get(i + 1).cloned(),
        Some(rest) => rest.strip_prefix('=').map(str::to_owned),
        None => None,
    });
    let named = flag.or_else(|| env::var("CRPD_CHECK_LANG").ok())?.to_lowercase();
    if named.starts_with("de") {
        Some(Lang::De)
    } else if named.starts_with("en") {
        Some(Lang::En)
    } else {
        None
    }
}

/// The language of help and errors: German, unless the system speaks another language.
fn locale() -> Lang {
    let named = ["LC_ALL", "LANG"].iter().find_map(|name| env::var(name).ok().filter(|v| !v.is_empty())).unwrap_or_default();
    let says_nothing = named.is_empty() || named == "POSIX" || named == "C" || named.starts_with("C.");
    if says_nothing || named.to_lowercase().starts_with("de") { Lang::De } else { Lang::En }
}

fn is_on(variable: &str) -> bool {
    env::var(variable).is_ok_and(|v| !matches!(v.trim().to_lowercase().as_str(), "" | "0" | "false"))
}

/// Columns of the terminal: `COLUMNS`, then the terminal itself, then 80.
fn width() -> usize {
    let named = env::var("COLUMNS").ok().and_then(|v| v.trim().parse().ok());
    named.or_else(|| terminal_size::terminal_size().map(|(w, _)| usize::from(w.0))).unwrap_or(80).clamp(20, 400)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_that_misses_never_looks_reached() {
        let score = Score { earned: 5999, possible: 10_000 };
        assert_eq!(percent_with_decimals(score, Lang::De), "59,99");
        assert_eq!(percent_with_decimals(Score { earned: 2, possible: 3 }, Lang::En), "66.66");
    }
}
