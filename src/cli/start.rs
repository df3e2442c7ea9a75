//! `crpd-check start`: a few questions for whoever never typed a command, answered by typing, and then the report.
//!
//! Nothing is redrawn and no cursor moves, so that a screen reader reads it line by line.

use super::arguments::{self, Arguments, Task};
use super::{End, Setting, audit, checklist, complain, print, refusal_text, wrong};
use crate::files::{self, Input};
use crate::message::message;
use crate::report;
use crate::words::say;
use anyhow::{Result, anyhow};
use std::io::{self, BufRead};
use std::path::{Path, PathBuf};

/// A plan of an invented town, for whoever has none at hand.
const EXAMPLE: &str = include_str!("../../examples/brueckstedt-aue-tabellen.md");
/// How many questions there are.
const QUESTIONS: usize = 3;
/// How many files of the folder are offered.
const FILES: usize = 15;

/// What was answered.
enum Answer {
    Number(usize),
    Text(String),
    Quit,
}

pub(super) fn start(setting: &Setting) -> Result<End> {
    let words = setting.report_words();
    tell(&[say!(words, "start-hello"), say!(words, "start-how", count = QUESTIONS), String::new()])?;
    let Some(plan) = which_plan(setting)? else { return bye(setting) };
    let Some(form) = which_form(setting)? else { return bye(setting) };
    let Some(field) = which_field(setting)? else { return bye(setting) };

    let mut typed = vec!["crpd-check".to_owned(), "audit".to_owned(), plan.clone()];
    let page = (form == "html").then(|| free_name(&Path::new(&plan).with_extension("html").to_string_lossy()));
    match &page {
        Some(page) => typed.extend(["--output".to_owned(), page.clone()]),
        None => typed.extend(["--format".to_owned(), form.to_owned()]),
    }
    typed.extend(field.iter().flat_map(|field| ["--field".to_owned(), field.clone()]));
    tell(&[String::new(), say!(words, "start-working"), String::new()])?;
    // The same way as if it had been typed.
    let Ok(Arguments { task: Task::Audit(task), .. }) = arguments::parse(&typed, &setting.speech, setting.plain, setting.width) else {
        return Err(wrong(&message!("arguments-do-not-fit"), &message!("all-possibilities"), setting));
    };
    let end = audit::audit(&task, setting)?;
    let command: Vec<String> = typed.iter().map(|word| report::typed(word)).collect();
    let mut last = vec![String::new()];
    if let Some(page) = &page {
        last.push(say!(words, "start-page", path = report::clean(page)));
    }
    last.push(say!(words, "start-same", command = command.join(" ")));
    last.push(say!(words, "start-next"));
    let sheet = format!("{} --format html --output {}", report::command("worksheet", &plan), say!(words, "start-sheet-file"));
    last.push(say!(words, "start-next-sheet", command = sheet));
    last.push(say!(words, "start-next-draft", command = say!(words, "start-draft", plan = report::typed(&plan))));
    last.push(say!(words, "start-next-easy", command = report::command("easy", &plan)));
    tell(&last)?;
    Ok(end)
}

fn bye(setting: &Setting) -> Result<End> {
    tell(&[say!(setting.report_words(), "start-bye")])?;
    Ok(End::Done)
}

/// A plan that can be read: one of this folder, another one by its name, or the example.
fn which_plan(setting: &Setting) -> Result<Option<String>> {
    let words = setting.report_words();
    let mut plans = files::plans_of_this_folder();
    plans.truncate(FILES);
    let mut options: Vec<String> = plans.iter().map(|p| report::clean(p)).collect();
    options.push(say!(words, "start-example"));
    loop {
        let named = match ask(setting, 1, &say!(words, "start-which-plan"), &options, Some(&say!(words, "start-other-file")))? {
            Answer::Quit => return Ok(None),
            Answer::Number(number) if number < plans.len() => plans[number].clone(),
            Answer::Number(_) => {
                let path = free_name(&say!(words, "start-example-file"));
                files::write(Path::new(&path), EXAMPLE, false).map_err(|error| anyhow!(refusal_text(&error, setting)))?;
                tell(&[say!(words, "start-example-written", path = path.as_str())])?;
                path
            }
            // Windows puts the name of a file that is dropped into the window between quotation marks.
            Answer::Text(name) => name.trim_matches(['"', '\'']).to_owned(),
        };
        match files::read_plan(&Input { shown: named.clone(), path: PathBuf::from(&named) }, setting.largest) {
            Ok(_) => return Ok(Some(named)),
            Err(error) => tell(&[refusal_text(&error, setting), String::new()])?,
        }
    }
}

fn which_form(setting: &Setting) -> Result<Option<&'static str>> {
    let words = setting.report_words();
    let forms = ["plain", "table", "html"];
    let options = ["start-form-plain", "start-form-table", "start-form-html"].map(|key| words.message(key, &[]));
    Ok(number(setting, 2, &say!(words, "start-which-form"), &options)?.map(|i| forms[i]))
}

/// A field of the checklist; an empty choice stands for all of them.
fn which_field(setting: &Setting) -> Result<Option<Option<String>>> {
    let words = setting.report_words();
    let (checklist, _) = checklist::quick(setting.checklist(None).as_deref(), setting)?;
    let mut options = vec![say!(words, "start-every-field")];
    options.extend(checklist.fields.iter().map(|f| f.title.get(words.lang).to_owned()));
    let chosen = number(setting, 3, &say!(words, "start-which-field"), &options)?;
    Ok(chosen.map(|i| i.checked_sub(1).map(|i| checklist.fields[i].id.clone())))
}

/// The index of the option that was chosen; nothing if the user wants to stop.
fn number(setting: &Setting, question: usize, text: &str, options: &[String]) -> Result<Option<usize>> {
    loop {
        match ask(setting, question, text, options, None)? {
            Answer::Number(number) => return Ok(Some(number)),
            Answer::Quit => return Ok(None),
            Answer::Text(answer) => wrong_answer(&answer, options, setting)?,
        }
    }
}

fn wrong_answer(answer: &str, options: &[String], setting: &Setting) -> Result<()> {
    let words = setting.report_words();
    tell(&[say!(words, "start-answer-wrong", answer = report::clean(answer), last = options.len()), String::new()])
}

/// Asks until there is an answer; a number that is not offered is none.
fn ask(setting: &Setting, question: usize, text: &str, options: &[String], other: Option<&str>) -> Result<Answer> {
    let words = setting.report_words();
    loop {
        let mut lines = vec![say!(words, "start-question", number = question, count = QUESTIONS, question = text)];
        let option = |(i, text): (usize, &String)| say!(words, "start-option", number = i + 1, text = text.as_str());
        lines.extend(options.iter().enumerate().map(option));
        lines.extend(other.map(str::to_owned));
        tell(&lines)?;
        print(&format!("{} ", say!(words, "start-answer")))?;
        let mut answer = Vec::new();
        if io::stdin().lock().read_until(b'\n', &mut answer).unwrap_or(0) == 0 {
            complain("");
            return Err(wrong(&message!("start-cut-off"), &message!("start-cut-off-help"), setting));
        }
        let answer = String::from_utf8_lossy(&answer);
        let answer = answer.trim();
        if answer.eq_ignore_ascii_case("q") {
            return Ok(Answer::Quit);
        }
        match answer.trim_end_matches(['.', ':', ')']).parse::<usize>() {
            Ok(number) if (1..=options.len()).contains(&number) => return Ok(Answer::Number(number - 1)),
            Err(_) if !answer.is_empty() => return Ok(Answer::Text(answer.to_owned())),
            _ => wrong_answer(answer, options, setting)?,
        }
    }
}

/// The name itself if no file has it, else the first one with a number that is free.
fn free_name(name: &str) -> String {
    let path = Path::new(name);
    let (stem, end) = (path.file_stem().unwrap_or_default().to_string_lossy(), path.extension().unwrap_or_default().to_string_lossy());
    let numbered = |n: usize| path.with_file_name(format!("{stem}-{n}.{end}")).to_string_lossy().into_owned();
    if !path.exists() { name.to_owned() } else { (2..).map(numbered).find(|name| !Path::new(name).exists()).unwrap_or_default() }
}

fn tell(lines: &[String]) -> Result<()> {
    print(&(lines.join("\n") + "\n"))
}
