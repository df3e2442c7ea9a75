//! A survey as a Frictionless Data Package (version 1, profile `tabular-data-package`): tables with their description.
//!
//! Names of columns and levels are those of the JSON report in every language; only titles are translated. Tables
//! hold counts and levels and no sentence of a plan, so that whoever wrote the plans keeps the say over their texts.

use super::Format;
use super::json::{self, ChecklistOut, ToolOut};
use super::spreadsheet::comma_separated;
use super::survey::SurveyReport;
use crate::checklist::Level;
use crate::place::PlaceKind;
use crate::source;
use crate::survey::{MeasureCounts, PlanSummary};
use crate::words::{Words, say};
use serde::Serialize;

/// The description of the package.
const DESCRIPTOR: &str = "datapackage.json";
/// The names of all files of a package.
pub const FILES: &[&str] = &[DESCRIPTOR, "plaene.csv", "felder.csv", "kriterien.csv", "ergebnisse.csv", "massnahmen.csv"];

/// Prints the files of the package, each with its name.
pub fn files(report: &SurveyReport<'_>) -> Vec<(&'static str, String)> {
    let words = super::words(report.lang, Format::Table);
    let tables = [plans(report), fields(report), criteria(report), results(report), measures(report)];
    let descriptor = PackageOut {
        profile: "tabular-data-package",
        name: "crpd-check-survey",
        title: say!(&words, "package-title", count = report.plans.len()),
        description: say!(&words, "package-description"),
        licenses: licence(&report.plans).into_iter().collect(),
        tool: ToolOut::this(),
        checklist: json::checklist(report.checklist, &report.checklist_sha256, report.lang),
        resources: tables.iter().map(|table| resource(table, &words)).collect(),
    };
    let mut files = vec![(DESCRIPTOR, json::print(&descriptor))];
    files.extend(tables.into_iter().map(|table| (table.path, table.text)));
    files
}

#[derive(Serialize)]
struct PackageOut {
    profile: &'static str,
    name: &'static str,
    title: String,
    description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<LicenceOut>,
    tool: ToolOut,
    checklist: ChecklistOut,
    resources: Vec<ResourceOut>,
}

#[derive(Serialize)]
struct LicenceOut {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    title: String,
}

#[derive(Serialize)]
struct ResourceOut {
    profile: &'static str,
    name: &'static str,
    path: &'static str,
    title: String,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: usize,
    hash: String,
    schema: SchemaOut,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SchemaOut {
    fields: Vec<FieldOut>,
    primary_key: &'static [&'static str],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKeyOut>,
}

#[derive(Serialize)]
struct FieldOut {
    name: &'static str,
    title: String,
    #[serde(rename = "type")]
    kind: &'static str,
    constraints: ConstraintsOut,
}

#[derive(Serialize)]
struct ConstraintsOut {
    required: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<u32>,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    values: Vec<&'static str>,
}

#[derive(Serialize)]
struct ForeignKeyOut {
    fields: &'static str,
    reference: ReferenceOut,
}

#[derive(Serialize)]
struct ReferenceOut {
    resource: &'static str,
    fields: &'static str,
}

/// The licence of the package: the one that all plans state, if they agree.
fn licence(plans: &[PlanSummary]) -> Option<LicenceOut> {
    let stated = plans.first()?.header.licence.as_deref()?;
    if plans.iter().any(|p| p.header.licence.as_deref() != Some(stated)) {
        return None;
    }
    let title = super::quotation::clean(stated);
    let name = title.replace(' ', "-");
    if title.starts_with("https://") || title.starts_with("http://") {
        return Some(LicenceOut { name: None, path: Some(title.clone()), title });
    }
    // The standard allows no other letters in a name.
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'));
    is_name.then_some(LicenceOut { name: Some(name), path: None, title })
}

/// A table with the description of its columns.
struct Table {
    name: &'static str,
    path: &'static str,
    title: &'static str,
    columns: Vec<Column>,
    key: &'static [&'static str],
    /// Columns that name a row of another table: column, table, its key.
    references: Vec<(&'static str, &'static str, &'static str)>,
    text: String,
}

/// A column: its name in data, the message that is its title, and what it holds.
struct Column(&'static str, &'static str, Cell);

enum Cell {
    /// Text that is always there.
    Text,
    /// Text that may be empty.
    Optional,
    /// One of these words, and whether it is always there.
    Word(Vec<&'static str>, bool),
    Count,
}

impl Table {
    fn new(name: &'static str, path: &'static str, title: &'static str, columns: Vec<Column>, key: &'static [&'static str]) -> Self {
        Self { name, path, title, columns, key, references: Vec::new(), text: String::new() }
    }

    fn refers(mut self, column: &'static str, table: &'static str, key: &'static str) -> Self {
        self.references.push((column, table, key));
        self
    }

    fn rows(mut self, rows: impl Iterator<Item = Vec<String>>) -> Self {
        self.text = comma_separated(self.columns.iter().map(|c| c.0.to_owned()).collect::<Vec<_>>(), rows);
        self
    }
}

fn resource(table: &Table, words: &Words) -> ResourceOut {
    let field = |Column(name, title, cell): &Column| {
        let constraints = match cell {
            Cell::Text => ConstraintsOut { required: true, minimum: None, values: Vec::new() },
            Cell::Optional => ConstraintsOut { required: false, minimum: None, values: Vec::new() },
            Cell::Word(values, required) => ConstraintsOut { required: *required, minimum: None, values: values.clone() },
            Cell::Count => ConstraintsOut { required: true, minimum: Some(0), values: Vec::new() },
        };
        let kind = if matches!(cell, Cell::Count) { "integer" } else { "string" };
        FieldOut { name, title: words.message(title, &[]), kind, constraints }
    };
    let references = table.references.iter();
    ResourceOut {
        profile: "tabular-data-resource",
        name: table.name,
        path: table.path,
        title: words.message(table.title, &[]),
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: table.text.len(),
        hash: format!("sha256:{}", source::sha256(table.text.as_bytes())),
        schema: SchemaOut {
            fields: table.columns.iter().map(field).collect(),
            primary_key: table.key,
            foreign_keys: references
                .map(|&(fields, resource, key)| ForeignKeyOut { fields, reference: ReferenceOut { resource, fields: key } })
                .collect(),
        },
    }
}

fn plans(report: &SurveyReport<'_>) -> Table {
    let columns = vec![
        Column("plan", "survey-file", Cell::Text),
        Column("title", "measure-title", Cell::Text),
        Column("municipality", "survey-place", Cell::Optional),
        Column("kind", "survey-kind", Cell::Word(PlaceKind::ALL.map(PlaceKind::name).to_vec(), false)),
        Column("ags", "survey-ags", Cell::Optional),
        Column("edition", "survey-edition", Cell::Optional),
        Column("licence", "survey-licence", Cell::Optional),
        Column("language", "package-language", Cell::Word(vec!["de", "en"], true)),
        Column("damaged_lines", "package-damaged", Cell::Count),
        Column("sha256", "plan-sum", Cell::Text),
    ];
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    Table::new("plaene", "plaene.csv", "package-plans", columns, &["plan"]).rows(report.plans.iter().map(|plan| {
        let header = &plan.header;
        vec![
            plan.path.clone(),
            plan.title.clone(),
            text(&header.place),
            header.kind.map_or_else(String::new, |kind| kind.name().to_owned()),
            text(&header.ags),
            text(&header.edition),
            text(&header.licence),
            json::language(plan.lang).to_owned(),
            plan.damaged_lines.to_string(),
            plan.sha256.clone(),
        ]
    }))
}

fn fields(report: &SurveyReport<'_>) -> Table {
    let columns = vec![
        Column("plan", "survey-file", Cell::Text),
        Column("field", "field", Cell::Text),
        Column("title", "survey-field-title", Cell::Text),
        Column("criteria", "checklist-criteria", Cell::Count),
        Column("covered", "covered", Cell::Count),
        Column("binding", "binding", Cell::Count),
        Column("earned", "points", Cell::Count),
        Column("possible", "survey-possible", Cell::Count),
    ];
    let rows = report.plans.iter().flat_map(|plan| plan.fields.iter().map(move |field| (plan, field)));
    Table::new("felder", "felder.csv", "package-fields", columns, &["plan", "field"]).refers("plan", "plaene", "plan").rows(rows.map(
        |(plan, field)| {
            vec![
                plan.path.clone(),
                field.id.clone(),
                report.checklist.field_title(&field.id, report.lang).to_owned(),
                field.criteria.to_string(),
                field.covered.to_string(),
                field.binding.to_string(),
                field.score.earned.to_string(),
                field.score.possible.to_string(),
            ]
        },
    ))
}

fn criteria(report: &SurveyReport<'_>) -> Table {
    let columns = vec![
        Column("criterion", "criterion", Cell::Text),
        Column("field", "field", Cell::Text),
        Column("question", "question", Cell::Text),
        Column("articles", "package-articles", Cell::Optional),
        Column("kind", "kind", Cell::Word(vec!["measure", "statement", "share"], true)),
        Column("weight", "weight", Cell::Count),
    ];
    let checklist = report.checklist;
    Table::new("kriterien", "kriterien.csv", "package-criteria", columns, &["criterion"]).rows(checklist.criteria.iter().map(|criterion| {
        vec![
            criterion.id.clone(),
            checklist.fields[criterion.field].id.clone(),
            criterion.question.get(report.lang).to_owned(),
            criterion.articles.join(" "),
            criterion.kind.name().to_owned(),
            criterion.weight.to_string(),
        ]
    }))
}

fn results(report: &SurveyReport<'_>) -> Table {
    let columns = vec![
        Column("plan", "survey-file", Cell::Text),
        Column("criterion", "criterion", Cell::Text),
        Column("level", "level", Cell::Word(Level::ALL.map(Level::name).to_vec(), true)),
        Column("earned", "points", Cell::Count),
        Column("possible", "survey-possible", Cell::Count),
    ];
    let criteria = &report.checklist.criteria;
    let rows = report.plans.iter().flat_map(|plan| criteria.iter().zip(&plan.levels).map(move |(criterion, level)| (plan, criterion, level)));
    Table::new("ergebnisse", "ergebnisse.csv", "package-results", columns, &["plan", "criterion"])
        .refers("plan", "plaene", "plan")
        .refers("criterion", "kriterien", "criterion")
        .rows(rows.map(|(plan, criterion, level)| {
            vec![
                plan.path.clone(),
                criterion.id.clone(),
                level.name().to_owned(),
                (level.points() * criterion.weight).to_string(),
                (Level::Binding.points() * criterion.weight).to_string(),
            ]
        }))
}

fn measures(report: &SurveyReport<'_>) -> Table {
    let columns = vec![
        Column("plan", "survey-file", Cell::Text),
        Column("all", "measures-count", Cell::Count),
        Column("responsible", "measures-unit", Cell::Count),
        Column("deadline", "measures-date", Cell::Count),
        Column("budget", "measures-money", Cell::Count),
        Column("indicator", "measures-indicator", Cell::Count),
    ];
    Table::new("massnahmen", "massnahmen.csv", "package-measures", columns, &["plan"]).refers("plan", "plaene", "plan").rows(report.plans.iter().map(
        |plan| {
            let MeasureCounts { all, responsible, deadline, budget, indicator } = plan.measures;
            std::iter::once(plan.path.clone()).chain([all, responsible, deadline, budget, indicator].map(|n| n.to_string())).collect()
        },
    ))
}
