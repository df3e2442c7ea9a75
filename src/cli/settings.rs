//! What the user wants: a flag goes before the environment, the environment before the settings file, that before the default.

use super::arguments::Choices;
use super::{End, Setting, print, refusal_text, wrong};
use crate::checklist::Checklist;
use crate::config::{self, Config, SETTINGS, Shape};
use crate::files;
use crate::gate::{Gates, Threshold};
use crate::message::{Message, message};
use crate::report::{problem, settings};
use crate::source::Source;
use crate::words::say;
use anyhow::{Result, anyhow};
use std::env;
use std::path::{Path, PathBuf};

/// The settings file that holds here.
pub(super) struct SettingsFile {
    source: Source,
    /// Files named in it are seen from here.
    folder: PathBuf,
    config: Config,
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Origin {
    Flag,
    /// The name of the variable.
    Variable(String),
    /// File and line.
    File(String, usize),
    Default,
}

/// The values of a setting, as they were written, and where they come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chosen {
    pub values: Vec<String>,
    pub origin: Origin,
}

/// Finds and reads the settings file: the one named by `--config`, else the nearest above the current folder.
/// Two of them are never merged. With `--isolated` there is none.
pub(super) fn find(arguments: &[String]) -> Result<Option<SettingsFile>, Unusable> {
    if arguments.iter().any(|a| a == "--isolated") {
        return Ok(None);
    }
    let path = match super::flag(arguments, "--config") {
        Some(named) => PathBuf::from(named),
        None => match files::in_ancestors(config::NAME) {
            Some(found) => found,
            None => return Ok(None),
        },
    };
    let name = path.to_string_lossy();
    let source = files::read(&name, &name).map_err(Unusable::File)?.source;
    let folder = path.parent().map(Path::to_path_buf).unwrap_or_default();
    match Config::parse(&source) {
        Ok(config) => Ok(Some(SettingsFile { source, folder, config })),
        Err(problems) => Err(Unusable::Content(source, problems)),
    }
}

/// Why a settings file cannot be used.
pub(super) enum Unusable {
    File(files::Unreadable),
    Content(Source, Vec<crate::source::Problem>),
}

impl Unusable {
    pub(super) fn error(&self, setting: &Setting) -> anyhow::Error {
        match self {
            Self::File(error) => anyhow!(refusal_text(error, setting)),
            Self::Content(source, problems) => {
                let words = &setting.speech;
                anyhow!("{}\n\n{}", say!(words, "settings-mistakes"), problem::render(problems, source, words).trim_end())
            }
        }
    }
}

/// The variable of a setting: `CRPD_CHECK_FAIL_UNDER` for `fail-under`.
fn variable(name: &str) -> String {
    format!("CRPD_CHECK_{}", name.to_uppercase().replace('-', "_"))
}

/// What the environment says of a setting; an empty variable says nothing.
fn from_environment(name: &str, shape: Shape) -> Option<Chosen> {
    let read = |variable: String| env::var(&variable).ok().filter(|v| !v.trim().is_empty()).map(|value| (variable, value));
    // Other programs have agreed on this one.
    let shared = || if name == "plain" { read("ACCESSIBLE".to_owned()) } else { None };
    let (variable, value) = read(variable(name)).or_else(shared)?;
    let values = match shape {
        Shape::Many | Shape::Files => value.split([',', '\n']).map(str::trim).filter(|v| !v.is_empty()).map(str::to_owned).collect(),
        Shape::Pairs => pairs(&value),
        Shape::One | Shape::Switch | Shape::File => vec![value.trim().to_owned()],
    };
    Some(Chosen { values, origin: Origin::Variable(variable) })
}

/// Pairs between commas or on lines of their own; a comma may also stand inside a number.
fn pairs(value: &str) -> Vec<String> {
    let mut pairs: Vec<String> = Vec::new();
    for part in value.split([',', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        match pairs.last_mut() {
            Some(pair) if !part.contains('=') => *pair = format!("{pair},{part}"),
            _ => pairs.push(part.to_owned()),
        }
    }
    pairs
}

/// The value of a setting that holds, whose flag was given these values.
pub(super) fn choose(name: &str, flag: Vec<String>, file: Option<&SettingsFile>) -> Chosen {
    let shape = SETTINGS.iter().find(|(n, _)| *n == name).map_or(Shape::One, |(_, shape)| *shape);
    if !flag.is_empty() {
        let values = if shape == Shape::Pairs { flag.iter().flat_map(|value| pairs(value)).collect() } else { flag };
        return Chosen { values, origin: Origin::Flag };
    }
    if let Some(chosen) = from_environment(name, shape) {
        return chosen;
    }
    let Some((file, (values, span))) = file.and_then(|f| Some((f, f.config.get(name)?))) else {
        return Chosen { values: Vec::new(), origin: Origin::Default };
    };
    let beside = |value: &String| {
        // An embedded checklist has a name, not a path.
        let is_file = matches!(shape, Shape::File | Shape::Files) && (name != "checklist" || value.contains(['/', '\\', '.']));
        if is_file { file.folder.join(value).to_string_lossy().into_owned() } else { value.clone() }
    };
    Chosen { values: values.iter().map(beside).collect(), origin: Origin::File(file.source.name.clone(), file.source.line(span.start)) }
}

impl Chosen {
    pub(super) fn one(self) -> Option<String> {
        self.values.into_iter().next_back()
    }

    /// Yes or no; what is neither is an error that names where it stands.
    pub(super) fn switch(&self, name: &str) -> Result<bool, (Message, Message)> {
        let Some(written) = self.values.last() else { return Ok(false) };
        match written.to_lowercase().as_str() {
            "1" | "true" | "yes" | "on" | "ja" => Ok(true),
            "0" | "false" | "no" | "off" | "nein" => Ok(false),
            _ => Err((self.misfit(name, written), message!("switch-help"))),
        }
    }

    /// A number of megabytes, in bytes.
    pub(super) fn size(&self, name: &str) -> Result<u64, (Message, Message)> {
        let Some(written) = self.values.last() else { return Ok(files::LARGEST) };
        let help = message!("size-help", most = files::megabytes(files::LARGEST_OF_ALL).to_string());
        written.parse().ok().and_then(files::bytes_of).ok_or_else(|| (self.misfit(name, written), help))
    }

    /// "x" does not fit --name, or wherever it stands.
    pub(super) fn misfit(&self, name: &str, written: &str) -> Message {
        message!("settings-misfit", value = written, place = self.place(name))
    }

    /// The flag, the variable, or the place in the settings file.
    fn place(&self, name: &str) -> String {
        match &self.origin {
            Origin::Flag | Origin::Default => format!("--{name}"),
            Origin::Variable(variable) => variable.clone(),
            Origin::File(file, line) => format!("{file}:{line}"),
        }
    }
}

/// The gates that are asked for, for a checklist whose fields and articles are already chosen; `known` are the ids it had
/// before.
pub(super) fn gates(choices: &Choices, checklist: &Checklist, known: &[String], setting: &Setting) -> Result<Gates> {
    let chosen = |name: &str| choose(name, choices.flag(name), setting.file.as_ref());
    let refuse = |(what, help): (Message, Message)| wrong(&what, &help, setting);
    let mut gates = Gates::default();
    let under = chosen("fail-under");
    if let Some(written) = under.values.last() {
        gates.under = Some(threshold(&under, "fail-under", written, written).map_err(refuse)?);
    }
    let fields = chosen("fail-under-field");
    for written in &fields.values {
        let (name, percent) = written.split_once('=').ok_or_else(|| refuse((fields.misfit("fail-under-field", written), message!("pair-help"))))?;
        let id = super::checklist::field(checklist, name, setting)?;
        if !checklist.criteria.iter().any(|c| checklist.fields[c.field].id == id) {
            return Err(refuse((message!("field-not-asked", id = &id), message!("field-not-asked-help"))));
        }
        gates.under_field.push((id, threshold(&fields, "fail-under-field", written, percent).map_err(refuse)?));
    }
    for id in &chosen("fail-on").values {
        if known.contains(id) && checklist.criterion(id).is_none() {
            return Err(refuse((message!("criterion-not-asked", id = id), message!("criterion-not-asked-help"))));
        }
        gates.on.push(super::checklist::criterion(checklist, id, setting)?);
    }
    gates.contrary = chosen("fail-on-contrary").switch("fail-on-contrary").map_err(refuse)?;
    gates.new = chosen("fail-on-new").switch("fail-on-new").map_err(refuse)?;
    if gates.new && chosen("baseline").values.is_empty() {
        return Err(refuse((message!("no-baseline"), message!("no-baseline-help"))));
    }
    Ok(gates)
}

fn threshold(chosen: &Chosen, name: &str, written: &str, percent: &str) -> Result<Threshold, (Message, Message)> {
    percent.parse().map_err(|()| (chosen.misfit(name, written), message!("share-help")))
}

/// `crpd-check config show`: every setting with its value and where it comes from.
pub(super) fn show(choices: &Choices, setting: &Setting) -> Result<End> {
    let words = setting.report_words();
    let mut rows = Vec::new();
    for (name, _) in SETTINGS {
        let chosen = match name {
            "lang" => setting.lang.clone(),
            "plain" => setting.layout.clone(),
            "max-size" => setting.max_size.clone(),
            name => choose(name, choices.flag(name), setting.file.as_ref()),
        };
        let value = if chosen.values.is_empty() { default_of(name) } else { chosen.values.join(", ") };
        let origin = match &chosen.origin {
            Origin::Flag => say!(words, "origin-flag", name = format!("--{name}")),
            Origin::Variable(variable) => say!(words, "origin-variable", variable = variable.as_str()),
            Origin::File(file, line) => say!(words, "origin-file", file = file.as_str(), line = line.to_string()),
            Origin::Default => say!(words, "origin-default"),
        };
        rows.push((name, value, origin));
    }
    let file = setting.file.as_ref().map(|f| f.source.name.as_str());
    print(&settings::render(&rows, file, &words, setting.layout(), setting.width))?;
    Ok(End::Done)
}

/// What holds where nobody says anything.
fn default_of(name: &str) -> String {
    match name {
        "lang" => "de".to_owned(),
        "max-size" => files::megabytes(files::LARGEST).to_string(),
        "checklist" => crate::embedded::DEFAULT.to_owned(),
        "plain" | "fail-on-contrary" | "fail-on-new" => "false".to_owned(),
        _ => String::new(),
    }
}
