//! What is printed: one function for each format, all of them from the same [`Report`].
//!
//! The formats for people share one `page::Page`, which says everything in its order; a format only lays it
//! out. The formats for build servers share one `annotation::Annotation`. What machines read has its own structs,
//! so that the code can change and the schema stay.

pub mod agreement;
mod annotation;
mod audit;
pub mod checklist;
mod csv;
pub mod datapackage;
pub mod draft;
pub mod diff;
pub mod due;
pub mod easy;
pub mod evaluation;
pub mod explain;
pub mod github;
mod gitlab;
mod html;
mod judgment;
pub mod json;
mod junit;
mod markdown;
pub mod measures;
mod page;
mod plain;
pub mod problem;
pub mod settings;
mod quotation;
pub mod readability;
mod sarif;
mod spreadsheet;
pub mod survey;
mod terminal;
pub mod worksheet;
pub mod wording;

use crate::alert::{Alert, plan_key};
use crate::attribute::Date;
use crate::audit::{PlanAudit, ReadPlan};
use crate::baseline::Baseline;
use crate::checklist::{Checklist, Kind, article_of};
use crate::document::NoticeKind;
use crate::embedded::{DEFAULT, Embedded};
use crate::text::Lang;
use crate::waiver::{Standing, Waiver};
use crate::words::{Words, say};
use page::{Line, Page};

pub(crate) use quotation::clean;

/// The result of an audit of one or more plans.
#[derive(Debug)]
pub struct Report<'a> {
    pub checklist: &'a Checklist,
    /// SHA-256 of the checklist file's bytes, in hexadecimal.
    pub checklist_sha256: String,
    pub plans: Vec<PlanAudit>,
    /// Files that could not be read, with the reason, in the order they were given.
    pub unreadable: Vec<(String, String)>,
    /// The language of the report, which need not be that of the plans.
    pub lang: Lang,
    /// The waivers that were given.
    pub waivers: Option<WaiverFile>,
    /// The alerts of an earlier day, if they were given.
    pub baseline: Option<&'a Baseline>,
}

/// Waivers and what became of each of them.
#[derive(Debug)]
pub struct WaiverFile {
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// The day on which they were looked at.
    pub today: Date,
    /// In the order of the file.
    pub waivers: Vec<(Waiver, Standing)>,
}

/// How a report is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Format {
    /// Columns by spaces, for terminals.
    #[default]
    Table,
    /// One fact a line, for screen readers.
    Plain,
    Markdown,
    /// One file for browsers and for paper, without script and network.
    Html,
    Json,
    /// One plan a line.
    Ndjson,
    /// One criterion a row, for spreadsheets.
    Csv,
    Sarif,
    /// GitLab Code Quality.
    Gitlab,
    Junit,
    /// Annotations of GitHub Actions.
    Github,
}

/// Prints the report. Only [`Format::Table`] looks at the width, in columns; 0 stands for 80.
pub fn render(report: &Report<'_>, format: Format, width: usize) -> String {
    render_all(std::slice::from_ref(report), format, width)
}

/// Prints the reports of several checklists on the same plans as one document.
pub fn render_all(reports: &[Report<'_>], format: Format, width: usize) -> String {
    match format {
        Format::Json => json::render(reports),
        Format::Ndjson => reports.iter().map(json::lines).collect(),
        Format::Csv => csv::render(reports),
        Format::Sarif => sarif::render(reports),
        Format::Gitlab => gitlab::render(reports),
        Format::Junit => junit::render(reports),
        Format::Github => reports.iter().map(github::render).collect(),
        Format::Table | Format::Plain | Format::Markdown | Format::Html => {
            let words = words(reports.first().map(|r| r.lang).unwrap_or_default(), format);
            lay_out(&audit::page(reports, &words), &words, format, width)
        }
    }
}

/// The texts of a format: plain text is written to be heard.
fn words(lang: Lang, format: Format) -> Words {
    Words::new(lang, format == Format::Plain)
}

/// Lays a page out for people.
fn lay_out(page: &Page, words: &Words, format: Format, width: usize) -> String {
    match format {
        Format::Plain => plain::render(page, words),
        Format::Markdown => markdown::render(page),
        Format::Html => html::render(page, words),
        // The formats for machines have no pages.
        _ => terminal::render(page, words, width),
    }
}

/// The heading of a report on one text: its title and its file.
fn heading(key: &'static str, plan: &ReadPlan, words: &Words) -> String {
    let file = quotation::shown_path(&plan.source.name);
    let title = quotation::clean(&plan.plan.title);
    let title = if title.is_empty() { file.clone() } else { title };
    say!(words, key, title = title, file = file)
}

/// What readers must know when German rules were put to a text in another language.
fn other_language(plan: &ReadPlan, words: &Words) -> Option<Line> {
    (plan.graded.lang != Lang::De).then(|| Line::text(say!(words, "text-not-german")))
}

impl<'a> Report<'a> {
    /// Makes the report on plans that were all read, without waivers and baseline.
    pub fn new(checklist: &'a Checklist, checklist_sha256: String, plans: Vec<PlanAudit>, lang: Lang) -> Self {
        Self { checklist, checklist_sha256, plans, unreadable: Vec::new(), lang, waivers: None, baseline: None }
    }
}

impl Report<'_> {
    /// The waiver that sets a criterion of a plan aside.
    fn waiver(&self, plan: &PlanAudit, criterion: usize) -> Option<&Waiver> {
        let index = *plan.waived.as_ref()?.criteria.get(&criterion)?;
        self.waivers.as_ref()?.waivers.get(index).map(|(waiver, _)| waiver)
    }

    /// The alerts of a plan that the baseline does not know; nothing without a baseline.
    fn new_alerts(&self, plan: &PlanAudit) -> Option<Vec<Alert>> {
        let baseline = self.baseline?;
        let key = plan_key(&plan.source, &plan.plan);
        Some(plan.alerts(self.checklist).into_iter().filter(|a| baseline.is_new(&key, self.checklist, a)).collect())
    }

    /// The plans by name: an order without a rank.
    fn by_name(&self) -> Vec<&PlanAudit> {
        let mut plans: Vec<&PlanAudit> = self.plans.iter().collect();
        plans.sort_by(|a, b| a.source.name.cmp(&b.source.name));
        plans
    }
}

/// The name of a measure in every format: `m1` is the first of the plan.
fn measure_id(index: usize) -> String {
    format!("m{}", index + 1)
}

impl PlanAudit {
    /// The title of the plan, or the name of its file.
    fn title(&self) -> String {
        let title = quotation::clean(&self.plan.title);
        if title.is_empty() { quotation::shown_path(&self.source.name) } else { title }
    }

    /// Which criteria each measure answers, in checklist order. Shares count measures, they ask none.
    fn criteria_of_measures(&self, checklist: &Checklist) -> Vec<Vec<usize>> {
        let mut criteria: Vec<Vec<usize>> = vec![Vec::new(); self.graded.measures.len()];
        for (c, finding) in self.assessment.findings.iter().enumerate() {
            if checklist.criteria[c].kind == Kind::Share {
                continue;
            }
            for m in finding.evidence.iter().filter_map(|e| e.measure) {
                if let Some(known) = criteria.get_mut(m).filter(|k| k.last() != Some(&c)) {
                    known.push(c);
                }
            }
        }
        criteria
    }

    /// Measures that answer no criterion; repetitions are left out.
    fn unassigned(&self, checklist: &Checklist) -> Vec<usize> {
        let criteria = self.criteria_of_measures(checklist);
        (0..criteria.len()).filter(|&m| criteria[m].is_empty() && self.graded.measures[m].duplicate_of.is_none()).collect()
    }

    /// What readers should know about the reading of this plan.
    fn remarks(&self, checklist: &Checklist) -> Vec<Remark> {
        let mut remarks = Vec::new();
        if self.graded.lang != checklist.lang {
            remarks.push(Remark::new("language", None, ""));
        }
        let content: usize = self.plan.passages.iter().map(|p| p.text.string.len()).sum();
        if content < 200 {
            remarks.push(Remark::new("little-text", None, ""));
        } else if self.graded.measures.is_empty() {
            remarks.push(Remark::new("no-measures", None, ""));
        }
        for notice in &self.plan.notices {
            let kind = match notice.kind {
                NoticeKind::SurplusCells => "surplus-cells",
                NoticeKind::GridTable => "grid-table",
                NoticeKind::FrontMatter => "front-matter",
                NoticeKind::TornColumns => "torn-columns",
            };
            remarks.push(Remark::new(kind, Some(self.source.lines(notice.span)), &notice.text));
        }
        remarks
    }
}

/// A remark on the reading itself; `kind` is its name in JSON and, after `notice-`, that of its message.
struct Remark {
    kind: &'static str,
    lines: Option<(usize, usize)>,
    text: String,
}

impl Remark {
    fn new(kind: &'static str, lines: Option<(usize, usize)>, text: &str) -> Self {
        Self { kind, lines, text: text.to_owned() }
    }
}

/// Article numbers without paragraphs, each once, in the order of the convention.
fn article_numbers<'a>(references: impl Iterator<Item = &'a String>, checklist: &Checklist) -> Vec<String> {
    let named: Vec<&str> = references.map(|r| article_of(r)).collect();
    checklist.articles.iter().map(|a| &a.id).filter(|id| named.contains(&id.as_str())).cloned().collect()
}

/// The command that explains a criterion; nothing for a checklist of one's own, whose file only its owner knows.
fn explain_command(checklist: &Checklist, criterion: usize) -> Option<String> {
    let id = &checklist.criteria.get(criterion)?.id;
    let known = Embedded::find(&checklist.id)?;
    Some(if known.id == DEFAULT { format!("crpd-check explain {id}") } else { format!("crpd-check explain {id} --checklist {}", known.id) })
}

/// The command that shows a checklist, or all of them.
fn show_command(checklist: Option<&Checklist>) -> String {
    match checklist.and_then(|c| Embedded::find(&c.id)) {
        Some(known) if known.id == DEFAULT => "crpd-check checklist show".to_owned(),
        Some(known) => format!("crpd-check checklist show {}", known.id),
        None => "crpd-check checklist list".to_owned(),
    }
}

/// A command for a file, with quotation marks around names that need them.
pub(crate) fn command(name: &str, path: &str) -> String {
    format!("crpd-check {name} {}", typed(path))
}

/// The name of a file as it is typed.
pub(crate) fn typed(path: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '/' | '\\' | '-' | '_');
    let path = clean(path);
    if path.chars().all(plain) { path } else { format!("\"{path}\"") }
}
