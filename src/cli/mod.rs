//! The command line: the one place that runs the flow, and the only one that speaks to the world.

pub mod arguments;
mod audit;
mod checklist;
mod evaluate;
mod explain;
mod measures;
mod plan;

use crate::files::{self, Unreadable};
use crate::message::Message;
use crate::report::{self, Format};
use crate::text::Lang;
use crate::words::{Words, say};
use anyhow::{Result, anyhow};
use arguments::{Arguments, Target, Task};
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
}

impl Setting {
    fn from_world(arguments: &[String]) -> Self {
        let asked = asked_lang(arguments);
        let plain = arguments.iter().any(|a| a == "--plain") || is_on("CRPD_CHECK_PLAIN") || is_on("ACCESSIBLE");
        Self { speech: Words::new(asked.unwrap_or_else(locale), plain), report: asked.unwrap_or(Lang::De), plain, width: width() }
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
    let setting = Setting::from_world(&arguments);
    let end = match arguments::parse(&arguments, &setting.speech, setting.plain, setting.width) {
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
            complain(&say!(setting.speech, "complaint", what = format!("{error:#}")));
            ExitCode::from(End::Failed as u8)
        }
    }
}

fn run(arguments: &Arguments, setting: &Setting) -> Result<End> {
    match &arguments.task {
        Task::Audit(task) => audit::audit(task, setting),
        Task::Measures(task) => measures::measures(task, setting),
        Task::Explain(task) => explain::explain(task, setting),
        Task::Evaluate(task) => evaluate::evaluate(task, setting),
        Task::Checklist { task } => checklist::checklist(task, setting),
    }
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
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| env::var(name).ok().filter(|v| !v.is_empty())).unwrap_or_default();
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
