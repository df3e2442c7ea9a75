//! The arguments, with their help in German and English.

use crate::report::Format;
use crate::text::Lang;
use clap::builder::PossibleValue;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
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
    #[arg(short, long, global = true, display_order = 902, action = clap::ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, display_order = 903, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// What the program is asked to do.
#[derive(Debug, Subcommand)]
pub enum Task {
    Audit(Audit),
    Measures(Measures),
    Explain(Explain),
    Evaluate(Evaluate),
    Checklist {
        #[command(subcommand)]
        task: ChecklistTask,
    },
}

#[derive(Debug, Args)]
pub struct Audit {
    #[arg(value_name = "PLAN", required = true)]
    pub plans: Vec<String>,
    #[arg(short, long, value_name = "ID")]
    pub checklist: Option<String>,
    #[arg(long = "field", value_name = "ID", value_delimiter = ',')]
    pub fields: Vec<String>,
    #[arg(long = "article", value_name = "N", value_delimiter = ',')]
    pub articles: Vec<String>,
    #[arg(long, value_name = "FORMAT", hide_possible_values = true)]
    pub format: Option<Format>,
    #[command(flatten)]
    pub target: Target,
    #[arg(long, value_name = "P")]
    pub fail_under: Option<Threshold>,
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
pub struct Evaluate {
    #[arg(value_name = "GOLD", required = true)]
    pub gold: Vec<String>,
    #[arg(short, long, value_name = "ID")]
    pub checklist: Option<String>,
    #[arg(long, value_name = "keywords", hide_possible_values = true)]
    pub baseline: Option<Baseline>,
    #[arg(long)]
    pub summary: bool,
    #[arg(long, value_name = "FORMAT", hide_possible_values = true)]
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
    #[arg(long, value_name = "FORMAT", hide_possible_values = true)]
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
    Schema,
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
    Csv,
    Json,
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Table, Self::Plain, Self::Markdown, Self::Json]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Table => PossibleValue::new("table"),
            Self::Plain => PossibleValue::new("plain").alias("text"),
            Self::Markdown => PossibleValue::new("markdown").alias("md"),
            Self::Json => PossibleValue::new("json"),
        })
    }
}

/// A percentage with at most two decimals, kept as hundredths so that a gate compares whole numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Threshold {
    pub hundredths: u32,
}

impl std::str::FromStr for Threshold {
    type Err = &'static str;

    fn from_str(written: &str) -> Result<Self, Self::Err> {
        const WRONG: &str = "60, 62.5";
        let number = written.trim().trim_end_matches('%').trim_end().replace(',', ".");
        let (whole, decimals) = number.split_once('.').unwrap_or((&number, ""));
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || whole.len() > 3 || decimals.len() > 2 || !digits(whole) || !digits(decimals) || number.ends_with('.') {
            return Err(WRONG);
        }
        let hundredths = format!("{whole}{decimals:0<2}").parse().map_err(|_| WRONG)?;
        if hundredths > 10_000 { Err(WRONG) } else { Ok(Self { hundredths }) }
    }
}

impl std::fmt::Display for Threshold {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, rest) = (self.hundredths / 100, self.hundredths % 100);
        if rest == 0 { write!(f, "{whole}") } else { write!(f, "{whole}.{rest:02}") }
    }
}

/// A command line that is not valid, or a question for help: the text, and whether it is an answer or an error.
#[derive(Debug)]
pub struct Refusal {
    pub text: String,
    pub is_help: bool,
}

/// Reads the command line; help and errors are worded in `lang`, and without columns if `plain`.
pub fn parse(arguments: &[String], lang: Lang, plain: bool, width: usize) -> Result<Arguments, Refusal> {
    let mut arguments = arguments.to_vec();
    // "crpd-check help audit" is what many type first.
    if arguments.get(1).is_some_and(|a| a == "help") {
        arguments.remove(1);
        arguments.push("--help".to_owned());
    }
    if arguments.len() <= 1 {
        arguments.push("--help".to_owned());
    }
    let command = localised(Arguments::command(), lang).term_width(if plain { 0 } else { width });
    let command = if plain { everywhere(command, &|c| c.next_line_help(true)) } else { command };
    command.try_get_matches_from(&arguments).and_then(|matches| Arguments::from_arg_matches(&matches)).map_err(|error| {
        let is_help = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
        let mut text = if is_help { error.to_string() } else { explain(&error, lang) };
        if lang == Lang::De {
            text = text.replace("[OPTIONS]", "[ANGABEN]");
        }
        Refusal { text: if plain { without_columns(&text) } else { text }, is_help }
    })
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

/// Help texts: command, argument ("" for the command itself), German, English.
const HELP: &[(&str, &str, &str, &str)] = &[
    (
        "",
        "",
        "Prüft den Aktionsplan einer Kommune gegen die UN-Behindertenrechtskonvention.",
        "Checks a municipality's action plan against the UN Convention on the Rights of Persons with Disabilities.",
    ),
    ("", "plain", "Eine Angabe je Zeile, ohne Spalten: für Vorleseprogramme", "One fact per line, no columns: for screen readers"),
    ("", "lang", "Sprache des Berichts: de oder en", "Language of the report: de or en"),
    ("", "help", "Diese Hilfe zeigen", "Show this help"),
    ("", "version", "Version zeigen", "Show the version"),
    ("audit", "", "Einen oder mehrere Pläne prüfen und die Lücken berichten", "Check one or more plans and report the gaps"),
    (
        "audit",
        "plans",
        "Plan als Textdatei (Markdown), Ordner mit Plänen, oder - für die Standardeingabe",
        "Plan as a text file (Markdown), folder of plans, or - for standard input",
    ),
    ("audit", "checklist", "Andere Checkliste: Name oder YAML-Datei", "Another checklist: name or YAML file"),
    (
        "audit",
        "fields",
        "Nur dieses Handlungsfeld, zum Beispiel mobilitaet; mehrfach möglich",
        "Only this field, for example mobilitaet; may be repeated",
    ),
    (
        "audit",
        "articles",
        "Nur diesen Artikel der Konvention, zum Beispiel 9; mehrfach möglich",
        "Only this article of the convention, for example 9; may be repeated",
    ),
    ("audit", "format", "table (Tabelle), plain, markdown oder json", "table, plain, markdown or json"),
    ("audit", "output", "Bericht in diese Datei schreiben", "Write the report to this file"),
    ("audit", "force", "Eine vorhandene Datei überschreiben", "Overwrite an existing file"),
    (
        "audit",
        "fail_under",
        "Mit Code 1 enden, wenn ein Plan weniger als P Prozent der Punkte erreicht",
        "End with code 1 if a plan reaches less than P percent of the points",
    ),
    ("measures", "", "Die Maßnahmen eines Plans auflisten", "List the measures of a plan"),
    ("measures", "plan", "Plan als Textdatei (Markdown), oder - für die Standardeingabe", "Plan as a text file (Markdown), or - for standard input"),
    ("measures", "format", "table (Tabelle), plain, csv oder json", "table, plain, csv or json"),
    ("measures", "output", "Liste in diese Datei schreiben", "Write the list to this file"),
    ("measures", "force", "Eine vorhandene Datei überschreiben", "Overwrite an existing file"),
    (
        "explain",
        "",
        "Ein Kriterium erklären: Frage, Artikel, warum, was zählt, Beispiele",
        "Explain a criterion: question, article, why, what counts, examples",
    ),
    ("explain", "id", "Kriterium, zum Beispiel mobilitaet.haltestellen", "Criterion, for example mobilitaet.haltestellen"),
    (
        "explain",
        "plan",
        "Plan: zeigt, welche Wörter wo gefunden wurden und was den nächsten Textstellen fehlt",
        "Plan: shows which words were found where and what the nearest passages lack",
    ),
    ("explain", "format", "table (Tabelle), plain, markdown oder json", "table, plain, markdown or json"),
    ("explain", "checklist", "Andere Checkliste: Name oder YAML-Datei", "Another checklist: name or YAML file"),
    (
        "evaluate",
        "",
        "Messen, wie oft eine Checkliste recht hat: an Textstellen und Plänen, über die Menschen geurteilt haben",
        "Measure how often a checklist is right: on passages and plans that people have labelled",
    ),
    (
        "evaluate",
        "gold",
        "Textstellen mit Urteil (.jsonl), Maßnahmen eines Plans (.truth.json) oder ein Ordner damit",
        "Labelled passages (.jsonl), the measures of a plan (.truth.json), or a folder of both",
    ),
    ("evaluate", "checklist", "Andere Checkliste: Name oder YAML-Datei", "Another checklist: name or YAML file"),
    ("evaluate", "baseline", "keywords: daneben zeigen, was bloße Stichwörter fänden", "keywords: show beside it what plain keywords would find"),
    ("evaluate", "summary", "Nur die Zahlen, ohne die Textstellen", "Figures only, without the passages"),
    ("evaluate", "format", "table (Tabelle), plain, markdown oder json", "table, plain, markdown or json"),
    ("evaluate", "output", "Auswertung in diese Datei schreiben", "Write the evaluation to this file"),
    ("evaluate", "force", "Eine vorhandene Datei überschreiben", "Overwrite an existing file"),
    ("checklist", "", "Checklisten zeigen und prüfen", "Show and check checklists"),
    ("checklist list", "", "Die mitgelieferten Checklisten auflisten", "List the checklists that come with the program"),
    ("checklist show", "", "Alle Kriterien einer Checkliste zeigen", "Show all criteria of a checklist"),
    ("checklist show", "id", "Name einer mitgelieferten Checkliste oder YAML-Datei", "Name of a checklist that comes with the program, or YAML file"),
    ("checklist validate", "", "Eine eigene Checkliste prüfen, samt ihren Beispielen", "Check a checklist of your own, with its examples"),
    ("checklist validate", "files", "YAML-Datei; mehrere möglich", "YAML file; may be several"),
    ("checklist schema", "", "JSON-Schema für Checklisten ausgeben (für Editoren)", "Print the JSON Schema of checklists (for editors)"),
];

/// The value names that are words.
const VALUE_NAMES: &[(&str, &str)] = &[("FILE", "DATEI")];

fn localised(command: clap::Command, lang: Lang) -> clap::Command {
    localise(command, "", lang)
}

fn localise(mut command: clap::Command, path: &str, lang: Lang) -> clap::Command {
    let (usage, options, arguments, commands, first, plain) = match lang {
        Lang::De => (
            "Aufruf:",
            "Angaben",
            "Was",
            "Befehle",
            "Erster Versuch: crpd-check audit PLAN.md",
            "Für Vorleseprogramme: --plain schreibt eine Angabe je Zeile.",
        ),
        Lang::En => {
            ("Usage:", "Options", "What", "Commands", "First try: crpd-check audit PLAN.md", "For screen readers: --plain writes one fact per line.")
        }
    };
    let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    for name in names {
        let below = if path.is_empty() { name.clone() } else { format!("{path} {name}") };
        command = command.mut_subcommand(&name, |c| localise(c, &below, lang));
    }
    let text = |id: &str| HELP.iter().find(|(p, a, _, _)| *p == path && *a == id).map(|(_, _, de, en)| if lang == Lang::De { *de } else { *en });
    command = command.mut_args(|mut arg| {
        let positional = arg.is_positional();
        if let Some(help) = text(arg.get_id().as_str()) {
            arg = arg.help(help);
        }
        let name = arg.get_value_names().and_then(|n| n.first()).map(ToString::to_string);
        let german = VALUE_NAMES.iter().find(|(english, _)| lang == Lang::De && name.as_deref() == Some(*english));
        if let Some((_, german)) = german {
            arg = arg.value_name(*german);
        }
        arg.help_heading(if positional { arguments } else { options })
    });
    if let Some(about) = text("") {
        command = command.about(about);
    }
    let template = if path.is_empty() {
        format!("{{name}} {{version}}\n{{about}}\n\n{usage} {{usage}}\n{first}\n{plain}\n\n{{all-args}}\n\n{}", after(lang))
    } else {
        format!("{{about}}\n\n{usage} {{usage}}\n\n{{all-args}}\n")
    };
    command.subcommand_help_heading(commands).subcommand_value_name(if lang == Lang::De { "BEFEHL" } else { "COMMAND" }).help_template(template)
}

fn after(lang: Lang) -> &'static str {
    match lang {
        Lang::De => {
            "Mehr zu einem Befehl: crpd-check audit --help\n\
             Ende mit Code 0: erledigt. 1: Ein verlangter Anteil (--fail-under) wurde nicht erreicht. 2: Es ging nicht.\n\
             Umgebung: CRPD_CHECK_PLAIN=1 oder ACCESSIBLE=1 wirken wie --plain, CRPD_CHECK_LANG=en wie --lang en.\n"
        }
        Lang::En => {
            "More about a command: crpd-check audit --help\n\
             Exit code 0: done. 1: a share you asked for (--fail-under) was not reached. 2: it could not be done.\n\
             Environment: CRPD_CHECK_PLAIN=1 or ACCESSIBLE=1 work like --plain, CRPD_CHECK_LANG=en like --lang en.\n"
        }
    }
}

/// An error of the argument parser in plain words: what is wrong, and how to mend it.
fn explain(error: &clap::Error, lang: Lang) -> String {
    let de = lang == Lang::De;
    let get = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(s)) => s.clone(),
        Some(ContextValue::Strings(s)) => s.join(", "),
        _ => String::new(),
    };
    let value = get(ContextKind::InvalidValue);
    let argument = get(ContextKind::InvalidArg).trim_end_matches('.').to_owned();
    let valid = get(ContextKind::ValidValue);
    let suggested = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue].map(get).join("");
    let possible = |values: &str| if de { format!("Möglich sind: {values}") } else { format!("Possible are: {values}") };
    let mut help = match (suggested.is_empty(), de) {
        (false, true) => format!("Gemeint ist vielleicht: {suggested}"),
        (false, false) => format!("Perhaps you mean: {suggested}"),
        (true, true) => "Alle Möglichkeiten zeigt: crpd-check --help".to_owned(),
        (true, false) => "See all possibilities with: crpd-check --help".to_owned(),
    };
    let what = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let command = get(ContextKind::InvalidSubcommand);
            if Path::new(&command).exists() {
                help = if de {
                    format!("So wird ein Plan geprüft: crpd-check audit \"{command}\"")
                } else {
                    format!("To check a plan: crpd-check audit \"{command}\"")
                };
            }
            if de { format!("Den Befehl „{command}“ gibt es nicht.") } else { format!("There is no command \"{command}\".") }
        }
        ErrorKind::UnknownArgument => {
            if de {
                format!("Die Angabe „{argument}“ gibt es hier nicht.")
            } else {
                format!("There is no option \"{argument}\" here.")
            }
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            if !valid.is_empty() {
                help = possible(&valid);
            }
            if de { format!("Hinter „{argument}“ fehlt ein Wert.") } else { format!("A value is missing after \"{argument}\".") }
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            if !valid.is_empty() {
                help = possible(&valid);
            } else if argument.contains("fail-under") {
                help = if de {
                    "Eine Zahl von 0 bis 100 mit höchstens zwei Stellen nach dem Komma angeben: 60 oder 62,5".to_owned()
                } else {
                    "Give a number from 0 to 100 with at most two decimals: 60 or 62.5".to_owned()
                };
            }
            if de { format!("„{value}“ geht nicht bei „{argument}“.") } else { format!("\"{value}\" does not work for \"{argument}\".") }
        }
        ErrorKind::MissingRequiredArgument => {
            if de {
                format!("Es fehlt: {argument}.")
            } else {
                format!("Missing: {argument}.")
            }
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            if de {
                "Es fehlt ein Befehl.".to_owned()
            } else {
                "A command is missing.".to_owned()
            }
        }
        ErrorKind::ArgumentConflict => {
            if de {
                format!("„{argument}“ darf nur einmal stehen.")
            } else {
                format!("\"{argument}\" may be given only once.")
            }
        }
        _ if de => "Diese Angaben passen nicht zusammen.".to_owned(),
        _ => "These arguments do not fit together.".to_owned(),
    };
    if de { format!("Fehler: {what}\nHilfe: {help}\n") } else { format!("Error: {what}\nHelp: {help}\n") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_argument_has_help_in_both_languages() {
        fn check(command: &clap::Command, path: &str, missing: &mut Vec<String>) {
            let known = |id: &str| HELP.iter().any(|(p, a, _, _)| *p == path && *a == id);
            if !known("") {
                missing.push(format!("{path}:"));
            }
            for arg in command.get_arguments() {
                if !known(arg.get_id().as_str()) {
                    missing.push(format!("{path}: {}", arg.get_id()));
                }
            }
            for below in command.get_subcommands() {
                let name = below.get_name();
                check(below, &if path.is_empty() { name.to_owned() } else { format!("{path} {name}") }, missing);
            }
        }
        let mut missing = Vec::new();
        check(&Arguments::command(), "", &mut missing);
        assert_eq!(missing, Vec::<String>::new());
    }

    #[test]
    fn a_threshold_has_at_most_two_decimals() {
        let hundredths = |s: &str| s.parse::<Threshold>().ok().map(|t| t.hundredths);
        assert_eq!(hundredths("60"), Some(6000));
        assert_eq!(hundredths("62,5"), Some(6250));
        assert_eq!(hundredths("62.55 %"), Some(6255));
        assert_eq!(hundredths("100"), Some(10_000));
        for wrong in ["", "x", "-1", "100.01", "1.234", "60.", "NaN", "1e2"] {
            assert_eq!(hundredths(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_help_names_plain_within_its_first_fifteen_lines() {
        for lang in [Lang::De, Lang::En] {
            for plain in [false, true] {
                let help = parse(&["crpd-check".to_owned(), "--help".to_owned()], lang, plain, 80).unwrap_err();
                assert!(help.is_help);
                assert!(help.text.lines().take(15).any(|l| l.contains("--plain")), "{}", help.text);
                assert!(!plain || !help.text.contains("  "), "{}", help.text);
            }
        }
    }
}
