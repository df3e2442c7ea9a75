//! Checklists for people: which there are, and what one of them asks.

use super::Format;
use super::explain::{self, CriterionOut};
use super::json::{self, ToolOut};
use super::page::{Line, Page, Table};
use crate::checklist::{Checklist, Level};
use crate::text::Lang;
use crate::words::say;
use serde::Serialize;

/// Prints the names of the checklists at hand.
pub fn list(checklists: &[&Checklist], lang: Lang, format: Format, width: usize) -> String {
    if format == Format::Json {
        let checklists = checklists.iter().map(|c| entry(c, lang)).collect();
        return json::print(&ListOut { schema: "crpd-check/checklists/1", tool: ToolOut::this(), checklists });
    }
    let words = super::words(lang, format);
    let mut page = Page::default();
    page.title(1, say!(words, "checklists-title"), vec![Line::text(say!(words, "checklists-note", count = checklists.len()))]);
    let mut table = Table::new(&[
        (say!(words, "checklist"), false),
        (say!(words, "measure-title"), false),
        (say!(words, "checklist-version"), false),
        (say!(words, "checklist-fields"), true),
        (say!(words, "checklist-criteria"), true),
    ]);
    for checklist in checklists {
        let number = |n: usize| say!(words, "number", number = n);
        table.row(&[
            &checklist.id,
            checklist.title.get(lang),
            &checklist.version,
            &number(checklist.fields.len()),
            &number(checklist.criteria.len()),
        ]);
    }
    page.table(table);
    page.lines(vec![Line::command(say!(words, "checklists-end"), super::show_command(checklists.first().copied()))]);
    super::lay_out(&page, &words, format, width)
}

/// Prints the questions of a checklist, field by field.
pub fn show(checklist: &Checklist, lang: Lang, format: Format, width: usize) -> String {
    if format == Format::Json {
        let criteria = checklist.criteria.iter().map(|c| explain::out(checklist, c, lang)).collect();
        let fields = checklist.fields.iter().map(|f| FieldOut { id: f.id.clone(), title: f.title.get(lang).to_owned() }).collect();
        let shown = ShowOut {
            schema: "crpd-check/checklist-content/1",
            tool: ToolOut::this(),
            checklist: entry(checklist, lang),
            field_list: fields,
            criterion_list: criteria,
        };
        return json::print(&shown);
    }
    let words = super::words(lang, format);
    let mut page = Page::default();
    let points: u32 = checklist.criteria.iter().map(|c| c.weight * Level::Binding.points()).sum();
    let result = say!(words, "checklist-result", criteria = checklist.criteria.len(), fields = checklist.fields.len(), points = points);
    let lines = vec![
        Line::text(result),
        Line::fact(say!(words, "checklist-name"), &checklist.id),
        Line::fact(say!(words, "checklist-version"), &checklist.version),
    ];
    page.title(1, say!(words, "checklist-title", title = checklist.title.get(lang)), lines);
    for (f, field) in checklist.fields.iter().enumerate() {
        let mut table = Table::new(&[
            (say!(words, "criterion"), false),
            (say!(words, "question"), false),
            (say!(words, "article"), false),
            (say!(words, "weight"), true),
        ]);
        for criterion in checklist.criteria.iter().filter(|c| c.field == f) {
            let weight = say!(words, "number", number = criterion.weight);
            table.row(&[&criterion.id, criterion.question.get(lang), &criterion.articles.join(", "), &weight]);
        }
        page.heading(2, say!(words, "field-name", title = field.title.get(lang)));
        page.table(table);
    }
    if let Some(command) = super::explain_command(checklist, 0) {
        page.lines(vec![Line::command(say!(words, "checklist-end"), command)]);
    }
    super::lay_out(&page, &words, format, width)
}

#[derive(Serialize)]
struct ListOut {
    schema: &'static str,
    tool: ToolOut,
    checklists: Vec<EntryOut>,
}

#[derive(Serialize)]
struct EntryOut {
    id: String,
    version: String,
    title: String,
    language: &'static str,
    fields: usize,
    criteria: usize,
}

fn entry(checklist: &Checklist, lang: Lang) -> EntryOut {
    EntryOut {
        id: checklist.id.clone(),
        version: checklist.version.clone(),
        title: checklist.title.get(lang).to_owned(),
        language: json::language(checklist.lang),
        fields: checklist.fields.len(),
        criteria: checklist.criteria.len(),
    }
}

#[derive(Serialize)]
struct ShowOut {
    schema: &'static str,
    tool: ToolOut,
    checklist: EntryOut,
    #[serde(rename = "fields")]
    field_list: Vec<FieldOut>,
    #[serde(rename = "criteria")]
    criterion_list: Vec<CriterionOut>,
}

#[derive(Serialize)]
struct FieldOut {
    id: String,
    title: String,
}
