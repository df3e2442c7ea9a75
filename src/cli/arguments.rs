//! The arguments, with their help.
//!
//! What is said of them stands in `commands.ftl`: `help-audit-output` of the option `--output` of `audit`, `help-audit` of
//! the command itself, `value-file` for the word `FILE` where a value is named.

use crate::message::message;
use crate::place::Tier;
use crate::report::Format;
use crate::rules::{Paper, Submitter};
use crate::text::Lang;
use crate::words::{Words, say};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::path::{Path, PathBuf};

/// A valid command line.
#[derive(Debug, Parser)]
#[command(name = "crpd-check", version, disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub task: Task,
    #[arg(long, global = true, display_order = 900)]
    pub plain: bool,
    #[arg(long, global = true, display_order = 901, value_name = "de|en", hide_possible_values = true)]
    pub lang: Option<ReportLang>,
    #[arg(long, global = true, display_order = 904, value_name = "MB")]
    pub max_size: Option<String>,
    #[arg(long = "config", global = true, display_order = 902, value_name = "FILE")]
    pub settings_file: Option<String>,
    #[arg(long, global = true, display_order = 903)]
    pub isolated: bool,
    #[arg(short, long, global = true, display_order = 905, action = clap::ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, display_order = 906, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// What the program is asked to do.
#[derive(Debug, Subcommand)]
pub enum Task {
    #[command(aliases = ["anfang"])]
    Start,
    #[command(aliases = ["pruefen", "prüfen"])]
    Audit(Audit),
    #[command(aliases = ["erklaeren", "erklären"])]
    Explain(Explain),
    #[command(aliases = ["massnahmen", "maßnahmen"])]
    Measures(Measures),
    #[command(aliases = ["arbeitsblatt"])]
    Worksheet(Worksheet),
    #[command(aliases = ["urteile"])]
    Judge {
        #[command(subcommand)]
        task: JudgeTask,
    },
    #[command(aliases = ["vorlage"])]
    Draft(Draft),
    #[command(aliases = ["leicht"])]
    Easy(Easy),
    #[command(aliases = ["wortwahl"])]
    Wording(Wording),
    #[command(aliases = ["lesbarkeit"])]
    Readability(OneText),
    #[command(aliases = ["faellig", "fällig"])]
    Due(Due),
    #[command(aliases = ["vergleich"])]
    Diff(Diff),
    #[command(aliases = ["ueberblick", "überblick"])]
    Survey(Survey),
    #[command(aliases = ["checkliste"])]
    Checklist {
        #[command(subcommand)]
        task: ChecklistTask,
    },
    #[command(aliases = ["messen"])]
    Evaluate(Evaluate),
    #[command(aliases = ["einstellungen"])]
    Config {
        #[command(subcommand)]
        task: ConfigTask,
    },
    Completions(Completions),
    Man(Man),
}

#[derive(Debug, Subcommand)]
pub enum ConfigTask {
    Show(Choices),
}

/// What a settings file can say too, as [`crate::config::SETTINGS`] names it; it is checked where it is used.
#[derive(Debug, Args)]
pub struct Choices {
    #[arg(short, long = "checklist", value_name = "ID")]
    pub checklists: Vec<String>,
    #[arg(long = "field", value_name = "ID", value_delimiter = ',')]
    pub fields: Vec<String>,
    #[arg(long = "article", value_name = "N", value_delimiter = ',')]
    pub articles: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub waivers: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<String>,
    #[arg(long, value_name = "P")]
    pub fail_under: Option<String>,
    #[arg(long, value_name = "F=P")]
    pub fail_under_field: Vec<String>,
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub fail_on: Vec<String>,
    #[arg(long)]
    pub fail_on_contrary: bool,
    #[arg(long)]
    pub fail_on_new: bool,
}

impl Choices {
    /// The values of the flag of a setting; none if it was not given.
    pub fn flag(&self, name: &str) -> Vec<String> {
        let one = |value: &Option<String>| value.iter().cloned().collect();
        let switch = |on: bool| if on { vec![true.to_string()] } else { Vec::new() };
        match name {
            "checklist" => self.checklists.clone(),
            "field" => self.fields.clone(),
            "article" => self.articles.clone(),
            "waivers" => one(&self.waivers),
            "baseline" => one(&self.baseline),
            "fail-under" => one(&self.fail_under),
            "fail-under-field" => self.fail_under_field.clone(),
            "fail-on" => self.fail_on.clone(),
            "fail-on-contrary" => switch(self.fail_on_contrary),
            "fail-on-new" => switch(self.fail_on_new),
            _ => Vec::new(),
        }
    }
}

#[derive(Debug, Args)]
pub struct Audit {
    #[arg(value_name = "PLAN", required_unless_present = "paths")]
    pub plans: Vec<String>,
    #[arg(long, value_name = "FILE", conflicts_with = "plans")]
    pub paths: Option<String>,
    #[command(flatten)]
    pub choices: Choices,
    #[arg(long, value_name = "FILE")]
    pub judgments: Vec<String>,
    #[arg(long, value_name = "FORMAT", hide_possible_values = true)]
    pub format: Option<Format>,
    #[command(flatten)]
    pub target: Target,
    #[arg(long, value_name = "FILE")]
    pub job_summary: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub write_baseline: Option<PathBuf>,
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
    #[arg(long)]
    pub exit_zero: bool,
}

#[derive(Debug, Args)]
pub struct Measures {
    #[arg(value_name = "PLAN")]
    pub plan: String,
    #[arg(long, value_name = "FORMAT", hide_possible_values = true)]
    pub format: Option<MeasuresFormat>,
    #[command(flatten)]
    pub target: Target,
}

#[derive(Debug, Args)]
pub struct Survey {
    #[arg(value_name = "FOLDER")]
    pub folder: String,
    #[arg(short, long, value_name = "ID")]
    pub checklist: Option<String>,
    #[arg(long, value_name = "FORMAT", hide_possible_values = true)]
    pub format: Option<SurveyFormat>,
    #[command(flatten)]
    pub target: Target,
}

#[derive(Debug, Args)]
pub struct Evaluate {
    #[arg(value_name = "GOLD", required = true)]
    pub gold: Vec<String>,
    #[arg(short, long, value_name = "ID")]
    pub checklist: Option<String>,
    #[arg(long, value_name = "keywords", hide_possible_values = true)]
    pub baseline: Option<Baseline>,
    #[arg(long)]
    pub summary: bool,
    #[arg(long, value_name = "FORMAT", value_parser = page_formats(), hide_possible_values = true)]
    pub format: Option<Format>,
    #[command(flatten)]
    pub target: Target,
}

#[derive(Debug, Args)]
pub struct Due {
    #[arg(value_name = "PLAN")]
    pub plan: String,
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
    #[arg(long, value_name = "FORMAT", hide_possible_values = true)]
    pub format: Option<DueFormat>,
    #[command(flatten)]
    pub target: Target,
    #[arg(long)]
    pub fail_overdue: bool,
}

#[derive(Debug, Args)]
pub struct Worksheet {
    #[arg(value_name = "PLAN")]
    pub plan: String,
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub criteria: Vec<String>,
    #[arg(long, conflicts_with = "criteria")]
    pub all: bool,
    #[arg(long, value_name = "N", default_value_t = 40, hide_default_value = true)]
    pub minutes: u32,
    #[arg(long, value_name = "N", default_value_t = 4, hide_default_value = true, value_parser = clap::value_parser!(u32).range(1..=600))]
    pub per_item: u32,
    #[arg(long, value_name = "N", default_value_t = 12, hide_default_value = true)]
    pub wrap_up: u32,
    #[arg(long, value_name = "14|20", default_value = "14", hide_default_value = true, value_parser = ["14", "20"], hide_possible_values = true)]
    pub font: String,
    #[arg(long, value_name = "NAME")]
    pub group: Option<String>,
    #[arg(short, long, value_name = "ID")]
    pub checklist: Option<String>,
    #[arg(long, value_name = "FORMAT", value_parser = formats(&[Format::Table, Format::Plain, Format::Markdown, Format::Html, Format::Csv]), hide_possible_values = true)]
    pub format: Option<Format>,
    #[command(flatten)]
    pub target: Target,
}

#[derive(Debug, Args)]
pub struct Draft {
    #[arg(value_name = "PAPER", hide_possible_values = true)]
    pub paper: Paper,
    #[arg(value_name = "PLAN")]
    pub plan: String,
    #[arg(long, value_name = "FILE")]
    pub rules: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub session: Option<String>,
    #[arg(long, value_name = "WHO", hide_possible_values = true)]
    pub submitter: Option<Submitter>,
    #[arg(long, value_name = "KIND", hide_possible_values = true)]
    pub municipality: Option<Tier>,
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub criteria: Vec<String>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub count: Option<u16>,
    #[arg(long, value_name = "FILE")]
    pub judgments: Option<String>,
    #[arg(short, long, value_name = "ID")]
    pub checklist: Option<String>,
    #[arg(long, value_name = "FORMAT", value_parser = formats(&[Format::Markdown, Format::Html, Format::Plain]), hide_possible_values = true)]
    pub format: Option<Format>,
    #[command(flatten)]
    pub target: Target,
}

#[derive(Debug, Subcommand)]
pub enum JudgeTask {
    Import(Import),
    Merge {
        #[arg(value_name = "FILE", required = true)]
        files: Vec<String>,
        #[command(flatten)]
        target: Target,
    },
    Agreement {
        #[arg(value_name = "FILE", required = true)]
        files: Vec<String>,
        #[arg(long, value_name = "FORMAT", value_parser = page_formats(), hide_possible_values = true)]
        format: Option<Format>,
        #[command(flatten)]
        target: Target,
    },
}

#[derive(Debug, Args)]
pub struct Import {
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<String>,
    #[arg(long, value_name = "PLAN", required = true)]
    pub plan: String,
    #[arg(long, value_name = "NAME")]
    pub group: Option<String>,
    #[arg(short, long, value_name = "ID")]
    pub checklist: Option<String>,
    #[command(flatten)]
    pub target: Target,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Easy {
    #[command(subcommand)]
    pub task: Option<EasyTask>,
    #[arg(value_name = "PLAN", required = true)]
    pub plan: Option<String>,
    #[arg(short, long, value_name = "ID")]
    pub checklist: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub tested_by: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub tested_on: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub contact: Option<String>,
    #[arg(long, value_name = "FORMAT", value_parser = formats(&[Format::Table, Format::Plain, Format::Markdown, Format::Html]), hide_possible_values = true)]
    pub format: Option<Format>,
    #[command(flatten)]
    pub target: Target,
}

#[derive(Debug, Subcommand)]
pub enum EasyTask {
    Lint(OneText),
}

/// A text to look at, and where the result goes.
#[derive(Debug, Args)]
pub struct OneText {
    #[arg(value_name = "FILE")]
    pub file: String,
    #[arg(long, value_name = "FORMAT", value_parser = page_formats(), hide_possible_values = true)]
    pub format: Option<Format>,
    #[command(flatten)]
    pub target: Target,
}

#[derive(Debug, Args)]
pub struct Wording {
    #[arg(value_name = "PLAN")]
    pub plan: String,
    #[arg(long, value_name = "FORMAT", value_parser = page_formats(), hide_possible_values = true)]
    pub format: Option<Format>,
    #[command(flatten)]
    pub target: Target,
}

#[derive(Debug, Args)]
pub struct Diff {
    #[arg(value_name = "OLD")]
    pub old: String,
    #[arg(value_name = "NEW")]
    pub new: String,
    #[arg(short, long, value_name = "ID")]
    pub checklist: Option<String>,
    #[arg(long, value_name = "FORMAT", value_parser = page_formats(), hide_possible_values = true)]
    pub format: Option<Format>,
    #[command(flatten)]
    pub target: Target,
}

/// What a checklist is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Baseline {
    Keywords,
}

#[derive(Debug, Args)]
pub struct Explain {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(value_name = "PLAN")]
    pub plan: Option<String>,
    #[arg(long, value_name = "FORMAT", value_parser = page_formats(), hide_possible_values = true)]
    pub format: Option<Format>,
    #[arg(short, long, value_name = "ID")]
    pub checklist: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum ChecklistTask {
    List,
    Show {
        #[arg(value_name = "ID")]
        id: Option<String>,
    },
    Validate {
        #[arg(value_name = "FILE", required = true)]
        files: Vec<String>,
    },
    New {
        #[arg(value_name = "ID")]
        id: String,
        #[command(flatten)]
        target: Target,
    },
    Schema,
}

#[derive(Debug, Args)]
pub struct Completions {
    #[arg(value_name = "SHELL", hide_possible_values = true)]
    pub shell: Shell,
}

#[derive(Debug, Args)]
pub struct Man {
    #[arg(value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

/// Where the result goes.
#[derive(Debug, Args)]
pub struct Target {
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

/// The language that a user asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportLang {
    De,
    En,
}

impl From<ReportLang> for Lang {
    fn from(lang: ReportLang) -> Self {
        match lang {
            ReportLang::De => Self::De,
            ReportLang::En => Self::En,
        }
    }
}

/// The formats of the list of measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MeasuresFormat {
    Table,
    Plain,
    Html,
    Csv,
    Json,
}

/// The formats of a survey: those of every report, and data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SurveyFormat {
    Report(Format),
    Csv,
    Datapackage,
}

impl ValueEnum for SurveyFormat {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self::Report(Format::Table),
            Self::Report(Format::Plain),
            Self::Report(Format::Markdown),
            Self::Report(Format::Html),
            Self::Report(Format::Json),
            Self::Csv,
            Self::Datapackage,
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            Self::Report(format) => format.to_possible_value(),
            Self::Csv => Some(PossibleValue::new("csv")),
            Self::Datapackage => Some(PossibleValue::new("datapackage")),
        }
    }
}

/// The formats of what is due: those of every report, a table, and dates for a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueFormat {
    Report(Format),
    Csv,
    Ics,
}

impl ValueEnum for DueFormat {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self::Report(Format::Table),
            Self::Report(Format::Plain),
            Self::Report(Format::Markdown),
            Self::Report(Format::Html),
            Self::Report(Format::Json),
            Self::Csv,
            Self::Ics,
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            Self::Report(format) => format.to_possible_value(),
            Self::Csv => Some(PossibleValue::new("csv")),
            Self::Ics => Some(PossibleValue::new("ics")),
        }
    }
}

impl ValueEnum for Paper {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

impl ValueEnum for Submitter {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

impl ValueEnum for Tier {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Municipality => PossibleValue::new("gemeinde"),
            Self::IndependentCity => PossibleValue::new("kreisfreie-stadt"),
            Self::County => PossibleValue::new("landkreis"),
        })
    }
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self::Table,
            Self::Plain,
            Self::Markdown,
            Self::Html,
            Self::Json,
            Self::Ndjson,
            Self::Csv,
            Self::Sarif,
            Self::Gitlab,
            Self::Junit,
            Self::Github,
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Table => PossibleValue::new("table"),
            Self::Plain => PossibleValue::new("plain").alias("text"),
            Self::Markdown => PossibleValue::new("markdown").alias("md"),
            Self::Html => PossibleValue::new("html"),
            Self::Json => PossibleValue::new("json"),
            Self::Ndjson => PossibleValue::new("ndjson").alias("jsonl"),
            Self::Csv => PossibleValue::new("csv"),
            Self::Sarif => PossibleValue::new("sarif"),
            Self::Gitlab => PossibleValue::new("gitlab"),
            Self::Junit => PossibleValue::new("junit"),
            Self::Github => PossibleValue::new("github"),
        })
    }
}

/// The formats of what is no audit of plans: build servers have nothing to show there.
fn page_formats() -> impl TypedValueParser<Value = Format> {
    formats(&[Format::Table, Format::Plain, Format::Markdown, Format::Html, Format::Json])
}

/// Some of the formats.
fn formats(some: &[Format]) -> impl TypedValueParser<Value = Format> + use<> {
    let names: Vec<PossibleValue> = some.iter().filter_map(Format::to_possible_value).collect();
    PossibleValuesParser::new(names).map(|name| Format::from_str(&name, false).unwrap_or_default())
}

/// A command line that is not valid, or a question for help: the text, and whether it is an answer or an error.
#[derive(Debug)]
pub struct Refusal {
    pub text: String,
    pub is_help: bool,
}

/// Reads the command line; help and errors are said by `words`, and without columns if `plain`.
pub fn parse(arguments: &[String], words: &Words, plain: bool, width: usize) -> Result<Arguments, Refusal> {
    let mut arguments = arguments.to_vec();
    // Some things to know belong to no command.
    if let Some(text) = topic(&arguments, words) {
        return Err(Refusal { text, is_help: true });
    }
    // "crpd-check help audit" is what many type first.
    if arguments.get(1).is_some_and(|a| a == "help") {
        arguments.remove(1);
        arguments.push("--help".to_owned());
    }
    if arguments.len() <= 1 {
        arguments.push("--help".to_owned());
    }
    // Most command lines are right: only a question or a mistake needs the help in words.
    if let Ok(arguments) = Arguments::try_parse_from(&arguments) {
        return Ok(arguments);
    }
    let command = command(words).term_width(if plain { 0 } else { width });
    let command = if plain { everywhere(command, &|c| c.next_line_help(true)) } else { command };
    command.try_get_matches_from(&arguments).and_then(|matches| Arguments::from_arg_matches(&matches)).map_err(|error| {
        let is_help = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
        let text = if is_help { with_own_options(&error.to_string(), words) } else { explain(&error, words) };
        Refusal { text: if plain { without_columns(&text) } else { text }, is_help }
    })
}

/// The text of "crpd-check help TOPIC", for topics that are no commands.
fn topic(arguments: &[String], words: &Words) -> Option<String> {
    let asked = arguments.get(2).filter(|_| arguments.get(1).is_some_and(|a| a == "help"))?;
    let topics = [("accessibility", "topic-accessibility"), ("a11y", "topic-accessibility"), ("barrierefreiheit", "topic-accessibility")];
    let (_, key) = topics.into_iter().find(|(name, _)| asked.eq_ignore_ascii_case(name))?;
    Some(words.message(key, &[]) + "\n")
}

/// All commands with their arguments, explained in the language of `words`.
pub fn command(words: &Words) -> clap::Command {
    localised(Arguments::command(), "", words)
}

/// One thing per line and never two spaces: what a screen reader needs.
fn without_columns(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut out = String::new();
    for line in lines {
        if !(line.is_empty() && (out.is_empty() || out.ends_with("\n\n"))) {
            out.push_str(&line);
            out.push('\n');
        }
    }
    out
}

fn everywhere(mut command: clap::Command, change: &dyn Fn(clap::Command) -> clap::Command) -> clap::Command {
    let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(name, |c| everywhere(c, change));
    }
    change(command)
}

/// The word for options in a line of usage, which the parser has only in English.
fn with_own_options(text: &str, words: &Words) -> String {
    text.replace("[OPTIONS]", &format!("[{}]", say!(words, "value-options")))
}

/// The key of the help for an argument of a command; an empty `argument` stands for the command itself.
fn help_key(command: &str, argument: &str) -> String {
    ["help", command, argument].iter().filter(|part| !part.is_empty()).map(|part| part.replace([' ', '_'], "-")).collect::<Vec<_>>().join("-")
}

/// The names of the commands that lead to a command below `path`.
fn below(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path} {name}") }
}

/// The command at `path` and all below it, with help, headings and value names from the messages.
fn localised(mut command: clap::Command, path: &str, words: &Words) -> clap::Command {
    let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(&name, |c| localised(c, &below(path, &name), words));
    }
    let help = |argument: &str| words.message(&help_key(path, argument), &[]);
    command = command.mut_args(|mut arg| {
        let heading = if arg.is_positional() { "heading-arguments" } else { "heading-options" };
        let value = arg.get_value_names().and_then(|names| names.first()).and_then(|name| value_name(name, words));
        if let Some(value) = value {
            arg = arg.value_name(value);
        }
        let text = help(arg.get_id().as_str());
        arg.help(text).help_heading(say!(words, heading))
    });
    command
        .about(help(""))
        .subcommand_help_heading(say!(words, "heading-commands"))
        .subcommand_value_name(say!(words, "value-command"))
        .help_template(template(path, words))
}

/// The word for a value; nothing for names that are no words, such as `P` or `de|en`.
fn value_name(name: &str, words: &Words) -> Option<String> {
    words.find(&format!("value-{}", name.to_lowercase()), &[])
}

/// How the help of a command is laid out.
fn template(path: &str, words: &Words) -> String {
    let usage = say!(words, "usage");
    if !path.is_empty() {
        return format!("{{about}}\n\n{usage} {{usage}}\n\n{{all-args}}\n");
    }
    let first = [say!(words, "first-try"), say!(words, "for-screen-readers")].join("\n");
    let after = [say!(words, "more-help"), say!(words, "exit-codes"), say!(words, "environment")].join("\n");
    format!("{{name}} {{version}}\n{{about}}\n\n{usage} {{usage}}\n{first}\n\n{{all-args}}\n\n{after}\n")
}

/// An error of the argument parser in plain words: what is wrong, and how to mend it.
fn explain(error: &clap::Error, words: &Words) -> String {
    let get = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(s)) => s.clone(),
        Some(ContextValue::Strings(s)) => s.join(", "),
        _ => String::new(),
    };
    let value = get(ContextKind::InvalidValue);
    let argument = get(ContextKind::InvalidArg).trim_end_matches('.').to_owned();
    let valid = get(ContextKind::ValidValue);
    let suggested = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue].map(get).join("");
    let mut help = if suggested.is_empty() { message!("all-possibilities") } else { message!("perhaps", names = suggested) };
    if !valid.is_empty() {
        help = message!("possible", values = valid);
    }
    let what = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let command = get(ContextKind::InvalidSubcommand);
            if Path::new(&command).exists() {
                help = message!("unknown-command-help", path = &command);
            }
            message!("unknown-command", command = command)
        }
        ErrorKind::UnknownArgument => message!("unknown-option", option = argument),
        ErrorKind::InvalidValue if value.is_empty() => message!("option-value-lacking", option = argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            message!("wrong-value", value = value, option = argument)
        }
        ErrorKind::MissingRequiredArgument => message!("argument-lacking", argument = argument),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => message!("command-lacking"),
        ErrorKind::ArgumentConflict => match get(ContextKind::PriorArg) {
            other if other.is_empty() || other == argument => message!("option-twice", option = argument),
            other => message!("options-apart", first = argument, second = other),
        },
        _ => message!("arguments-do-not-fit"),
    };
    let what = say!(words, "complaint", what = words.say(&what));
    format!("{what}\n{}\n", say!(words, "way-out", help = words.say(&help)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Calls `visit` with the path of every command and the id of every argument, "" for the command itself.
    fn walk(command: &clap::Command, path: &str, visit: &mut dyn FnMut(&str, Option<&clap::Arg>)) {
        visit(path, None);
        command.get_arguments().for_each(|arg| visit(path, Some(arg)));
        command.get_subcommands().for_each(|c| walk(c, &below(path, c.get_name()), visit));
    }

    #[test]
    fn every_command_and_argument_has_help_in_both_languages_and_no_help_is_left_over() {
        let mut wanted = BTreeSet::new();
        walk(&Arguments::command(), "", &mut |path, arg| {
            let key = help_key(path, arg.map_or("", |a| a.get_id().as_str()));
            assert!(wanted.insert(key.clone()), "{key} stands for two things");
        });
        for messages in [include_str!("../messages/de/commands.ftl"), include_str!("../messages/en/commands.ftl")] {
            let keys = messages.lines().filter_map(|l| l.split_once(" = ")).map(|(key, _)| key.to_owned());
            assert_eq!(keys.filter(|k| k == "help" || k.starts_with("help-")).collect::<BTreeSet<_>>(), wanted);
        }
    }

    #[test]
    fn a_value_name_that_is_a_word_is_in_the_language_of_the_help() {
        let mut known = BTreeSet::from(["value-command".to_owned(), "value-options".to_owned()]);
        walk(&Arguments::command(), "", &mut |_, arg| {
            // A switch takes no value, but the parser gives it a name.
            for name in arg.filter(|a| a.get_action().takes_values()).and_then(clap::Arg::get_value_names).unwrap_or_default() {
                let is_word = name.len() > 2 && name.chars().all(|c| c.is_ascii_uppercase());
                assert_eq!(value_name(name, &Words::new(Lang::De, false)).is_some(), is_word, "{name}");
                known.extend(is_word.then(|| format!("value-{}", name.to_lowercase())));
            }
        });
        let messages = include_str!("../messages/de/commands.ftl").lines().filter_map(|l| l.split_once(" = ")).map(|(key, _)| key.to_owned());
        assert_eq!(messages.filter(|k| k.starts_with("value-")).collect::<BTreeSet<_>>(), known);
    }

    #[test]
    fn the_help_names_plain_within_its_first_fifteen_lines() {
        for lang in [Lang::De, Lang::En] {
            for plain in [false, true] {
                let help = parse(&["crpd-check".to_owned(), "--help".to_owned()], &Words::new(lang, plain), plain, 80).unwrap_err();
                assert!(help.is_help);
                assert!(help.text.lines().take(15).any(|l| l.contains("--plain")), "{}", help.text);
                assert!(!plain || !help.text.contains("  "), "{}", help.text);
            }
        }
    }
}
