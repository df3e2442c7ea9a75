//! The command line: the one place that runs the flow, and the only one that speaks to the world.

pub mod arguments;
mod audit;
mod checklist;
mod draft;
mod diff;
mod due;
mod easy;
mod evaluate;
mod explain;
mod gates;
mod generate;
mod judge;
mod measures;
mod plan;
mod readability;
mod settings;
mod start;
mod stream;
mod survey;
mod worksheet;
mod wording;

use crate::attribute::Date;
use crate::files::{self, Reason, Unreadable};
use crate::message::{Message, message};
use crate::report::{self, Format};
use crate::text::Lang;
use crate::words::{Words, say};
use anyhow::{Result, anyhow};
use arguments::{Arguments, ConfigTask, Target, Task};
use chrono::Datelike;
use settings::{Chosen, SettingsFile, choose};
use std::env;
use std::io::{self, Write};
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
    /// Says help and errors.
    speech: Words,
    /// The language of reports: German unless another is asked for.
    report: Lang,
    plain: bool,
    width: usize,
    /// The settings file that holds here.
    file: Option<SettingsFile>,
    /// Plans with more bytes are refused.
    largest: u64,
    /// The language, the layout and the size as they were chosen.
    lang: Chosen,
    layout: Chosen,
    max_size: Chosen,
}

impl Setting {
    fn from_world(arguments: &[String], file: Option<SettingsFile>) -> Self {
        let flag_lang = flag(arguments, "--lang").into_iter().collect();
        let flag_plain = arguments.iter().any(|a| a == "--plain").then(|| true.to_string()).into_iter().collect();
        let (lang, layout) = (choose("lang", flag_lang, file.as_ref()), choose("plain", flag_plain, file.as_ref()));
        let max_size = choose("max-size", flag(arguments, "--max-size").into_iter().collect(), file.as_ref());
        let largest = max_size.size("max-size").unwrap_or(files::LARGEST);
        let asked = lang.values.last().and_then(|written| lang_of(written));
        // What does not fit is told before any command runs.
        let plain = layout.switch("plain").unwrap_or(false);
        let speech = Words::new(asked.unwrap_or_else(locale), plain);
        Self { speech, report: asked.unwrap_or(Lang::De), plain, width: width(), file, largest, lang, layout, max_size }
    }

    /// Refuses a language, a layout and a size that nobody knows.
    fn check(&self) -> Result<()> {
        if let Some(written) = self.lang.values.last().filter(|written| lang_of(written).is_none()) {
            return Err(wrong(&self.lang.misfit("lang", written), &message!("possible", values = "de, en"), self));
        }
        let refuse = |(what, help): (Message, Message)| wrong(&what, &help, self);
        self.max_size.size("max-size").map_err(refuse)?;
        self.layout.switch("plain").map(drop).map_err(refuse)
    }

    /// The checklist to use: the one that a flag names, or the first of the environment or the settings file.
    fn checklist(&self, flag: Option<&str>) -> Option<String> {
        choose("checklist", flag.map(str::to_owned).into_iter().collect(), self.file.as_ref()).values.into_iter().next()
    }

    /// Says what stands in reports.
    fn report_words(&self) -> Words {
        Words::new(self.report, self.plain)
    }

    /// How a text for people is laid out.
    fn layout(&self) -> Format {
        if self.plain { Format::Plain } else { Format::Table }
    }
}

/// Runs the program with the arguments and the environment of the process.
pub fn main() -> ExitCode {
    let arguments: Vec<String> = env::args_os().map(|a| a.to_string_lossy().into_owned()).collect();
    let (file, unusable) = match settings::find(&arguments) {
        Ok(file) => (file, None),
        Err(unusable) => (None, Some(unusable)),
    };
    let setting = Setting::from_world(&arguments, file);
    let end = match arguments::parse(&arguments, &setting.speech, setting.plain, setting.width) {
        Ok(arguments) => match unusable {
            Some(unusable) => Err(unusable.error(&setting)),
            None => setting.check().and_then(|()| run(&arguments, &setting)),
        },
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
            complain(&match error.downcast::<io::Error>() {
                Ok(error) => refusal(&Unreadable { path: say!(setting.speech, "standard-output"), reason: Reason::Other(error) }, &setting),
                Err(error) => say!(setting.speech, "complaint", what = format!("{error:#}")),
            });
            ExitCode::from(End::Failed as u8)
        }
    }
}

fn run(arguments: &Arguments, setting: &Setting) -> Result<End> {
    match &arguments.task {
        Task::Start => start::start(setting),
        Task::Audit(task) => audit::audit(task, setting),
        Task::Measures(task) => measures::measures(task, setting),
        Task::Explain(task) => explain::explain(task, setting),
        Task::Evaluate(task) => evaluate::evaluate(task, setting),
        Task::Diff(task) => diff::diff(task, setting),
        Task::Due(task) => due::due(task, setting),
        Task::Worksheet(task) => worksheet::worksheet(task, setting),
        Task::Judge { task } => judge::judge(task, setting),
        Task::Draft(task) => draft::draft(task, setting),
        Task::Easy(task) => easy::easy(task, setting),
        Task::Readability(task) => readability::readability(task, setting),
        Task::Wording(task) => wording::wording(task, setting),
        Task::Survey(task) => survey::survey(task, setting),
        Task::Checklist { task } => checklist::checklist(task, setting),
        Task::Config { task: ConfigTask::Show(choices) } => settings::show(choices, setting),
        Task::Completions(task) => generate::completions(task, setting),
        Task::Man(task) => generate::man(task, setting),
    }
}

// ---------------------------------------------------------------------------------------------------------
// Output.

fn format(asked: Option<Format>, target: &Target, setting: &Setting) -> Format {
    let is_sarif = target.output.as_ref().is_some_and(|path| path.to_string_lossy().to_lowercase().ends_with(".sarif.json"));
    let format = asked.unwrap_or_else(|| match extension(target).as_deref() {
        Some("md" | "markdown") => Format::Markdown,
        Some("json") if is_sarif => Format::Sarif,
        Some("html" | "htm") => Format::Html,
        Some("json") => Format::Json,
        Some("ndjson" | "jsonl") => Format::Ndjson,
        Some("csv") => Format::Csv,
        Some("sarif") => Format::Sarif,
        Some("xml") => Format::Junit,
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
    complain(&say!(setting.speech, "written", path = path.display().to_string()));
    Ok(())
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
// Complaints.

/// What is wrong and how to mend it, as the error that ends a command.
fn wrong(what: &Message, help: &Message, setting: &Setting) -> anyhow::Error {
    let words = setting.speech;
    anyhow!("{}\n{}", words.say(what), say!(words, "way-out", help = words.say(help)))
}

/// A file that could not be read or written, why, and what helps.
fn refusal_text(error: &Unreadable, setting: &Setting) -> String {
    let words = setting.speech;
    let (path, help) = (report::clean(&error.path), words.say(&error.help()));
    format!("{path}: {}\n{}", words.say(&error.reason()), say!(words, "way-out", help = help))
}

fn refusal(error: &Unreadable, setting: &Setting) -> String {
    say!(setting.speech, "complaint", what = refusal_text(error, setting))
}

// ---------------------------------------------------------------------------------------------------------
// The environment.

/// The value of an option, before the command line is understood as a whole.
fn flag(arguments: &[String], name: &str) -> Option<String> {
    arguments.iter().enumerate().find_map(|(i, a)| match a.strip_prefix(name)? {
        "" => arguments.get(i + 1).cloned(),
        rest => rest.strip_prefix('=').map(str::to_owned),
    })
}

fn lang_of(written: &str) -> Option<Lang> {
    let written = written.to_lowercase();
    if written.starts_with("de") {
        Some(Lang::De)
    } else if written.starts_with("en") {
        Some(Lang::En)
    } else {
        None
    }
}

/// The language of help and errors: German, unless the system speaks another language.
fn locale() -> Lang {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| env::var(name).ok().filter(|v| !v.is_empty())).unwrap_or_default();
    let says_nothing = named.is_empty() || named == "POSIX" || named == "C" || named.starts_with("C.");
    if says_nothing || named.to_lowercase().starts_with("de") { Lang::De } else { Lang::En }
}

/// The day that was written, or the one on the clock of this machine.
fn day(written: Option<&str>, setting: &Setting) -> Result<Date> {
    let Some(written) = written else { return Ok(today()) };
    written.parse().map_err(|()| wrong(&message!("problem-day", written = written), &message!("today-help"), setting))
}

/// The day on the clock of this machine. Reports never show it unless waivers were looked at on it.
fn today() -> Date {
    let now = chrono::Local::now().date_naive();
    let small = |n: u32| u8::try_from(n).unwrap_or_default();
    Date { year: now.year(), month: small(now.month()), day: small(now.day()) }
}

/// Columns of the terminal: `COLUMNS`, then the terminal itself, then 80.
fn width() -> usize {
    let named = env::var("COLUMNS").ok().and_then(|v| v.trim().parse().ok());
    named.or_else(|| terminal_size::terminal_size().map(|(w, _)| usize::from(w.0))).unwrap_or(80).clamp(20, 400)
}
