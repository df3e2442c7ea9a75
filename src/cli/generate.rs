//! `completions` and `man`: what shells and the manual want to know, made of the arguments themselves.

use super::arguments::{Completions, Man, command};
use super::{End, Setting, complain, print, refusal_text};
use crate::files;
use crate::report;
use crate::words::{Words, say};
use anyhow::{Result, anyhow};

/// The name under which the program is called.
const NAME: &str = env!("CARGO_PKG_NAME");

pub(super) fn completions(task: &Completions, setting: &Setting) -> Result<End> {
    let mut script = Vec::new();
    clap_complete::generate(task.shell, &mut command(&setting.speech), NAME, &mut script);
    let script = String::from_utf8(script)?;
    // In bash the hyphen of the name is taken for the border of a command in half of the places, which then never meet.
    print(&script.replace(&NAME.replace('-', "__subcmd__"), &NAME.replace('-', "__")))?;
    Ok(End::Done)
}

pub(super) fn man(task: &Man, setting: &Setting) -> Result<End> {
    let words = &setting.speech;
    let notes = [say!(words, "exit-codes"), say!(words, "environment"), say!(words, "more-help")].join("\n\n");
    let mut root = command(words).subcommand_help_heading(say!(words, "heading-commands").to_uppercase()).after_help(notes);
    root.build();
    let Some(folder) = &task.folder else {
        print(&page(&root, words)?)?;
        return Ok(End::Done);
    };
    let mut pages = Vec::new();
    collect(&root, words, &mut pages)?;
    let files: Vec<(&str, String)> = pages.iter().map(|(name, text)| (name.as_str(), text.clone())).collect();
    files::write_folder(folder, &files, task.force).map_err(|error| anyhow!(refusal_text(&error, setting)))?;
    complain(&say!(words, "written", path = report::clean(&folder.to_string_lossy())));
    Ok(End::Done)
}

/// The pages of a command and of all below it, each with the name of its file.
fn collect(command: &clap::Command, words: &Words, pages: &mut Vec<(String, String)>) -> Result<()> {
    pages.push((clap_mangen::Man::new(command.clone()).get_filename(), page(command, words)?));
    command.get_subcommands().try_for_each(|below| collect(below, words, pages))
}

/// The page of a command, with its headings in the language of its help.
fn page(command: &clap::Command, words: &Words) -> Result<String> {
    let mut roff = Vec::new();
    clap_mangen::Man::new(command.clone()).source(concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"))).render(&mut roff)?;
    let roff = String::from_utf8(roff)?;
    let lines = roff.lines().map(|line| match line {
        ".SH NAME" => heading(&say!(words, "man-name")),
        ".SH SYNOPSIS" => heading(&say!(words, "man-synopsis")),
        ".SH DESCRIPTION" => heading(&say!(words, "man-description")),
        ".SH EXTRA" => heading(&say!(words, "man-more")),
        ".SH VERSION" => heading(&say!(words, "man-version")),
        "" => ".PP\n".to_owned(),
        line => format!("{line}\n"),
    });
    Ok(lines.collect())
}

fn heading(text: &str) -> String {
    format!(".SH {text}\n")
}
