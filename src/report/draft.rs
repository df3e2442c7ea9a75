//! Council papers: what a board or a group lays before the council, as a draft that people finish.
//!
//! The paper quotes and asks; money, dates and votes stay blank, because nobody here knows them. Above it stands what to
//! look at before it is filed, to be deleted afterwards.

use super::page::{Line, Page, Table};
use super::quotation::{clean, quotation, shown_path};
use super::{Format, judgment};
use crate::attribute::Date;
use crate::audit::PlanAudit;
use crate::checklist::{Checklist, Competence, Criterion, Level, article_of};
use crate::draft::{Addressee, Item, Known, most_questions, strengths};
use crate::embedded::{DEFAULT, Embedded};
use crate::plan::Layout;
use crate::rules::{Answer, Counting, Deadline, Paper, Rule, Rules, Submitter, falls_on_weekend};
use crate::survey::{PLACE, stated};
use crate::text::Lang;
use crate::words::{Words, say};

/// Everything a paper is made of.
#[derive(Debug)]
pub struct DraftReport<'a> {
    pub checklist: &'a Checklist,
    /// SHA-256 of the checklist file's bytes, in hexadecimal.
    pub checklist_sha256: String,
    pub plan: PlanAudit,
    pub paper: Paper,
    pub addressee: Addressee,
    pub submitter: Option<Submitter>,
    pub rules: &'a Rules,
    pub session: Option<Date>,
    pub items: Vec<Item>,
    /// German is what is filed; another language is for reading.
    pub lang: Lang,
}

impl DraftReport<'_> {
    fn answer(&self) -> Answer<'_> {
        self.rules.answer(self.paper, self.submitter)
    }

    fn deadline(&self) -> Option<Deadline> {
        match self.answer() {
            Answer::Rule(rule) => rule.deadline,
            _ => None,
        }
    }

    /// Until when to file for the session, if a session is named.
    pub fn last_day(&self, words: &Words) -> Option<String> {
        let session = self.session?;
        let Some(last) = self.deadline().and_then(|d| d.last_day(session)) else {
            return Some(say!(words, "draft-last-day-unknown", session = day(session)));
        };
        let key = if falls_on_weekend(last) { "draft-last-day-weekend" } else { "draft-last-day" };
        Some(words.message(key, &[("day", day(last).into()), ("session", day(session).into())]))
    }
}

/// Prints the paper.
pub fn render(report: &DraftReport<'_>, format: Format, width: usize) -> String {
    let words = super::words(report.lang, format);
    let blank = say!(words, if format == Format::Plain { "draft-blank-spoken" } else { "draft-blank" });
    let mut page = Page::default();
    Draft { report, words: &words, blank }.write(&mut page);
    super::lay_out(&page, &words, format, width)
}

/// A day as council papers write it.
fn day(date: Date) -> String {
    format!("{:02}.{:02}.{:04}", date.day, date.month, date.year)
}

struct Draft<'a> {
    report: &'a DraftReport<'a>,
    words: &'a Words,
    /// A line to write on.
    blank: String,
}

impl Draft<'_> {
    fn write(&self, page: &mut Page) {
        page.title(1, self.subject(), vec![self.text("draft-banner"), self.text("draft-found"), self.text("draft-left-open")]);
        self.before_filing(page);
        self.head(page);
        self.occasion(page);
        match self.report.paper {
            Paper::Inquiry => self.inquiry(page),
            Paper::Motion | Paper::Examination => self.motion(page),
            Paper::Statement => self.statement(page),
        }
        self.law(page);
        self.annexes(page);
        self.section(page, "draft-signature", vec![self.fact("draft-signed", &self.blank)]);
    }

    // -----------------------------------------------------------------------------------------------------
    // What every paper has.

    fn subject(&self) -> String {
        say!(self.words, "draft-title", paper = self.paper(), title = self.report.plan.title())
    }

    /// What to look at before the paper is filed.
    fn before_filing(&self, page: &mut Page) {
        let words = self.words;
        page.heading(2, say!(words, "draft-before"));
        let rules = self.report.rules;
        let mut lines = vec![self.fact("draft-rules", &rules.name)];
        match self.report.answer() {
            Answer::Rule(rule) => lines.extend(self.limits(rule)),
            _ => lines.push(self.text("draft-not-stated")),
        }
        if let Some(last) = self.report.last_day(words) {
            lines.push(self.fact("draft-filing", &last));
        }
        lines.extend(rules.note.as_ref().map(|note| self.fact("draft-note", note)));
        lines.push(self.fact("draft-kind", &self.kind()));
        let beyond = self.report.items.iter().filter(|i| i.competence == Competence::No).count();
        if beyond > 0 {
            lines.push(Line::text(say!(words, "draft-beyond", count = beyond)));
        }
        page.lines(lines);
    }

    fn limits(&self, rule: &Rule) -> Vec<Line> {
        let words = self.words;
        let (rules, count) = (self.report.rules, self.report.items.len());
        let mut lines = Vec::new();
        if let Some(source) = rule.source.as_ref().or(rules.source.as_ref()) {
            lines.push(self.fact("draft-source", source));
        }
        lines.extend(rules.read_on.map(|date| self.fact("draft-read-on", &day(date))));
        lines.extend(rule.called.as_ref().map(|called| self.fact("draft-called", called)));
        let who: Vec<String> = rule.submitters.iter().map(|s| self.submitter(*s)).collect();
        lines.push(self.fact("draft-who", &who.join(", ")));
        let deadline = match rule.deadline {
            Some(Deadline { days, counting: Counting::Calendar }) => say!(words, "draft-days-calendar", days = days),
            Some(Deadline { days, counting: Counting::Working }) => say!(words, "draft-days-working", days = days),
            None => say!(words, "draft-deadline-not-stated"),
        };
        lines.push(self.fact("draft-deadline", &deadline));
        if let Some(most) = most_questions(self.report.paper, &Answer::Rule(rule)) {
            lines.push(self.fact("draft-limits", &say!(words, "draft-most-questions", most = most, count = count)));
        }
        let limits = [("draft-most-parts", rule.max_parts), ("draft-most-papers", rule.max_papers), ("draft-most-topics", rule.max_topics)];
        lines.extend(limits.iter().filter_map(|(key, most)| Some(Line::text(words.message(key, &[("most", (*most)?.into())])))));
        lines.extend(rule.written.then(|| self.text("draft-written")));
        lines.extend(rule.reasons.then(|| self.text("draft-reasons")));
        lines.extend(rule.note.as_ref().map(|note| self.fact("draft-note", note)));
        lines
    }

    fn kind(&self) -> String {
        let key = match self.report.addressee.known {
            Known::Asked => "draft-kind-asked",
            Known::Stated => "draft-kind-stated",
            Known::Town => "draft-kind-town",
            Known::Assumed => "draft-kind-assumed",
        };
        self.words.message(key, &[("kind", self.words.message(&format!("place-name-{}", self.report.addressee.kind.name()), &[]).into())])
    }

    fn head(&self, page: &mut Page) {
        let session = self.report.session.map_or_else(|| self.blank.clone(), day);
        let mut lines = vec![
            self.fact("draft-submitter", &self.whose()),
            self.fact("draft-council", &self.council()),
            self.fact("draft-to", &self.words.message(&format!("head-of-{}", self.report.addressee.kind.name()), &[])),
            self.fact("draft-session", &session),
            self.fact("draft-paper", &self.paper()),
            self.fact("draft-number", &self.blank),
        ];
        if matches!(self.report.paper, Paper::Motion | Paper::Examination) {
            lines.push(self.fact("draft-committees", &self.blank));
        }
        lines.push(self.fact("draft-subject", &self.subject()));
        self.section(page, "draft-head", lines);
    }

    fn whose(&self) -> String {
        match (self.report.submitter, self.report.paper) {
            (Some(submitter), _) => format!("{}: {}", self.submitter(submitter), self.blank),
            (None, Paper::Statement) => format!("{}: {}", self.submitter(Submitter::Board), self.blank),
            (None, _) => self.blank.clone(),
        }
    }

    fn occasion(&self, page: &mut Page) {
        let (words, plan) = (self.words, &self.report.plan);
        let stated = |keys: &[&str]| stated(&plan.plan.metadata, keys).map(clean);
        let mut sentences = vec![match stated(PLACE) {
            Some(place) => say!(words, "draft-occasion-place", title = plan.title(), place = place),
            None => say!(words, "draft-occasion", title = plan.title()),
        }];
        sentences.extend(stated(&["fassung", "edition", "version"]).map(|edition| say!(words, "draft-edition", edition = edition)));
        sentences.push(match stated(&["beschlossen_am", "adopted_on"]) {
            Some(date) => say!(words, "draft-adopted", date = date.parse().map_or(date, day)),
            None => say!(words, "draft-not-adopted", blank = self.blank.as_str()),
        });
        let total = &plan.scores.total;
        let open = total.criteria - total.covered;
        sentences.push(say!(
            words,
            "draft-read",
            checklist = self.report.checklist.title.get(words.lang),
            criteria = total.criteria,
            covered = total.covered,
            open = open
        ));
        sentences.push(say!(words, "draft-chosen", count = self.report.items.len()));
        self.section(page, "draft-occasion-heading", vec![Line::text(sentences.join(" "))]);
    }

    fn law(&self, page: &mut Page) {
        let words = self.words;
        let mut lines = vec![self.text("draft-law-convention"), self.text("draft-law-participation")];
        match self.report.answer() {
            Answer::Rule(Rule { law: Some(law), .. }) => lines.push(Line::text(law)),
            _ => lines.push(Line::text(say!(words, "draft-law-local", blank = self.blank.as_str()))),
        }
        self.section(page, "draft-law", lines);
    }

    fn annexes(&self, page: &mut Page) {
        let (words, report) = (self.words, self.report);
        let path = shown_path(&report.plan.source.name);
        let known = Embedded::find(&report.checklist.id).filter(|e| e.id != DEFAULT);
        let command = super::command("audit", &path) + &known.map(|e| format!(" --checklist {}", e.id)).unwrap_or_default();
        let checklist = say!(words, "draft-checklist", title = report.checklist.title.get(words.lang), version = report.checklist.version.as_str());
        let mut lines = vec![
            Line::command(say!(words, "draft-annex"), command),
            self.fact("draft-annex-plan", &path),
            self.fact("plan-sum", &report.plan.sha256),
            self.fact("draft-annex-checklist", &checklist),
            self.fact("checklist-sum", &report.checklist_sha256),
        ];
        lines.extend(report.plan.judged.as_ref().map(|judged| self.fact("judgments-sum", &judged.sha256)));
        self.section(page, "draft-annexes", lines);
    }

    // -----------------------------------------------------------------------------------------------------
    // The papers.

    fn inquiry(&self, page: &mut Page) {
        let words = self.words;
        page.heading(2, say!(words, "draft-questions"));
        page.lines(vec![self.text("draft-questions-lead")]);
        for (i, item) in self.report.items.iter().enumerate() {
            page.heading(3, say!(words, "draft-question", number = i + 1, field = self.field(item)));
            page.lines(vec![Line::text(self.question(item))]);
            let mut lines = self.basis(item);
            if item.competence == Competence::Shared {
                lines.push(Line::text(say!(words, "draft-question-shared")));
            }
            page.lines(lines);
        }
        page.heading(2, say!(words, "draft-each"));
        page.lines(vec![self.text("draft-each-lead")]);
        let parts = ["draft-each-state", "draft-each-unit", "draft-each-date", "draft-each-money", "draft-each-participation"];
        page.lines(parts.iter().map(|key| self.text(key)).collect());
        self.section(page, "draft-answer", vec![Line::text(say!(words, "draft-answer-by", blank = self.blank.as_str()))]);
    }

    fn motion(&self, page: &mut Page) {
        let words = self.words;
        let council = self.council();
        page.heading(2, say!(words, "draft-resolution"));
        page.lines(vec![Line::text(say!(words, "draft-resolves", council = council.as_str()))]);
        let mut points: Vec<String> = self.report.items.iter().map(|item| self.instruction(item)).collect();
        let report = if self.report.paper == Paper::Motion { "draft-report-yearly" } else { "draft-report-once" };
        points.push(words.message(report, &[("council", council.into()), ("blank", self.blank.as_str().into())]));
        points.push(say!(words, "draft-involve"));
        page.numbered(&points);
        page.heading(2, say!(words, "draft-reasons-heading"));
        for (i, item) in self.report.items.iter().enumerate() {
            page.heading(3, say!(words, "draft-reason", number = i + 1, field = self.field(item)));
            self.reason(page, item);
        }
        let money = ["draft-money-any", "draft-money-amount", "draft-money-cover", "draft-money-later"].map(|key| self.fact(key, &self.blank));
        page.heading(2, say!(words, "draft-money"));
        page.lines(vec![self.text("draft-money-open")]);
        page.lines(money.into());
        let mut fields: Vec<String> = Vec::new();
        for field in self.report.items.iter().map(|item| self.field(item)) {
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
        self.section(
            page,
            "draft-effects",
            vec![Line::text(say!(words, "draft-effects-fields", fields = fields.join("; "))), self.fact("draft-effects-board", &self.blank)],
        );
    }

    fn statement(&self, page: &mut Page) {
        let words = self.words;
        self.section(
            page,
            "draft-vote-heading",
            vec![
                self.fact("draft-vote-day", &self.blank),
                self.fact("draft-vote-for", &self.blank),
                self.fact("draft-vote-against", &self.blank),
                self.fact("draft-vote-abstained", &self.blank),
            ],
        );
        self.good(page);
        page.heading(2, say!(words, "draft-gaps"));
        let mut table = Table::new(&[(say!(words, "field"), false), (say!(words, "draft-covered"), true), (say!(words, "draft-open"), true)]);
        for tally in &self.report.plan.scores.fields {
            let title = self.report.checklist.field_title(&tally.id, words.lang);
            let number = |n: u32| say!(words, "number", number = n);
            table.row(&[title, &number(tally.covered), &number(tally.criteria - tally.covered)]);
        }
        page.table(table);
        for (i, item) in self.report.items.iter().enumerate() {
            page.heading(3, say!(words, "draft-gap", number = i + 1, field = self.field(item)));
            self.reason(page, item);
        }
        page.heading(2, say!(words, "draft-demands"));
        page.numbered(&self.report.items.iter().map(|item| self.instruction(item)).collect::<Vec<_>>());
        self.section(page, "draft-dissent", vec![Line::text(say!(words, "draft-dissent-open", blank = self.blank.as_str()))]);
    }

    fn good(&self, page: &mut Page) {
        let words = self.words;
        page.heading(2, say!(words, "draft-good"));
        let strengths = strengths(&self.report.plan, self.report.checklist);
        if strengths.is_empty() {
            page.lines(vec![self.text("draft-good-none")]);
            return;
        }
        page.lines(vec![self.text("draft-good-lead")]);
        let line = |&c: &usize| {
            let evidence = self.report.plan.assessment.findings[c].evidence.first()?;
            let criterion = &self.report.checklist.criteria[c];
            let lines = words.lines(self.report.plan.source.lines(evidence.span));
            let field = self.report.checklist.fields[criterion.field].title.get(words.lang);
            let label = say!(words, "draft-good-label", field = field, lines = lines);
            Some(Line::quote(label, self.quoted(c)?, self.report.plan.graded.lang))
        };
        page.lines(strengths.iter().filter_map(line).collect());
    }

    // -----------------------------------------------------------------------------------------------------
    // One item.

    fn criterion(&self, item: &Item) -> &Criterion {
        &self.report.checklist.criteria[item.criterion]
    }

    fn field(&self, item: &Item) -> String {
        self.report.checklist.fields[self.criterion(item).field].title.get(self.words.lang).to_owned()
    }

    fn question(&self, item: &Item) -> String {
        let criterion = self.criterion(item);
        let ask = criterion.ask.get(self.words.lang);
        match item.competence {
            Competence::Yes | Competence::Shared => ask.to_owned(),
            Competence::No if criterion.resolve.is_empty() => say!(self.words, "draft-question-beyond-ask", ask = ask),
            Competence::No => say!(self.words, "draft-question-beyond", clause = self.clause(criterion)),
        }
    }

    fn instruction(&self, item: &Item) -> String {
        let key = match (self.report.paper, item.competence) {
            (Paper::Examination, Competence::Yes) => "draft-examine",
            (Paper::Examination, Competence::Shared) => "draft-examine-shared",
            (Paper::Examination, Competence::No) => "draft-examine-beyond",
            (Paper::Statement, Competence::Yes) => "draft-demand",
            (Paper::Statement, Competence::Shared) => "draft-demand-shared",
            (Paper::Statement, Competence::No) => "draft-demand-beyond",
            (_, Competence::Yes) => "draft-instruct",
            (_, Competence::Shared) => "draft-instruct-shared",
            (_, Competence::No) => "draft-instruct-beyond",
        };
        let clause = self.clause(self.criterion(item));
        self.words.message(key, &[("clause", clause.into()), ("blank", self.blank.as_str().into())])
    }

    /// What is to be done, as the end of a sentence; a checklist without such a clause has its question taken up.
    fn clause(&self, criterion: &Criterion) -> String {
        let lang = self.words.lang;
        if criterion.resolve.is_empty() {
            return say!(self.words, "draft-clause", question = criterion.question.get(lang));
        }
        criterion.resolve.get(lang).to_owned()
    }

    /// Why the item matters, what was asked, and what it rests on.
    fn reason(&self, page: &mut Page, item: &Item) {
        let criterion = self.criterion(item);
        page.lines(vec![Line::text(criterion.why.get(self.words.lang))]);
        let mut lines = vec![self.fact("draft-asked", criterion.question.get(self.words.lang))];
        lines.extend(self.basis(item));
        page.lines(lines);
    }

    /// What the item rests on: the articles, and what the plan says.
    fn basis(&self, item: &Item) -> Vec<Line> {
        let words = self.words;
        let criterion = self.criterion(item);
        let finding = &self.report.plan.assessment.findings[item.criterion];
        let mut lines = vec![self.fact("draft-basis", &self.articles(&criterion.articles))];
        lines.extend(self.report.plan.ruling(item.criterion).map(|ruling| Line::text(judgment::sentence(ruling, words))));
        if let Some((part, whole)) = finding.share.filter(|(_, whole)| *whole > 0) {
            lines.push(self.fact("draft-in-plan", &say!(words, "draft-share", part = part, whole = whole)));
            return lines;
        }
        let quote = finding.evidence.first().zip(self.quoted(item.criterion));
        let Some((evidence, quote)) = quote else {
            lines.push(self.fact("draft-in-plan", &say!(words, "draft-absent")));
            return lines;
        };
        let label = say!(words, "draft-in-plan-lines", lines = words.lines(self.report.plan.source.lines(evidence.span)));
        lines.push(Line::quote(label, quote, self.report.plan.graded.lang));
        let said = match finding.level {
            Level::Absent | Level::Mentioned => "draft-only-mentioned",
            Level::Intended => "draft-only-intended",
            Level::Planned => "draft-planned",
            Level::Binding => "draft-binding",
        };
        lines.push(self.fact("draft-so", &words.message(said, &[])));
        lines
    }

    /// The best passage of a criterion between quotation marks.
    fn quoted(&self, criterion: usize) -> Option<String> {
        let plan = &self.report.plan;
        let evidence = plan.assessment.findings[criterion].evidence.first()?;
        let layout = plan.plan.passages.get(evidence.passage).map_or(Layout::Paragraph, |p| p.layout);
        Some(self.words.quoted(&quotation(plan.source.slice(evidence.span), layout)))
    }

    /// References with the title of each article, which stands behind the last reference to it.
    fn articles(&self, references: &[String]) -> String {
        let written = references.iter().enumerate().map(|(i, reference)| {
            let goes_on = references.get(i + 1).is_some_and(|next| article_of(next) == article_of(reference));
            let title = self.report.checklist.article_title(reference, self.words.lang);
            if goes_on { self.article(reference) } else { format!("{} ({title})", self.article(reference)) }
        });
        written.collect::<Vec<_>>().join("; ")
    }

    /// "9(1)(a)" as papers write it: Artikel 9 Absatz 1 Buchstabe a.
    fn article(&self, reference: &str) -> String {
        let words = self.words;
        let mut parts = reference.split('(').map(|part| part.trim_end_matches(')'));
        let mut written = say!(words, "draft-article", number = parts.next().unwrap_or_default());
        let mut under_letter = false;
        for part in parts {
            let key = if part.bytes().all(|b| b.is_ascii_digit()) {
                "draft-paragraph"
            } else if under_letter {
                "draft-numeral"
            } else {
                under_letter = true;
                "draft-letter"
            };
            written += &words.message(key, &[("part", part.into())]);
        }
        written
    }

    // -----------------------------------------------------------------------------------------------------
    // Words.

    fn paper(&self) -> String {
        self.words.message(&format!("paper-{}", self.report.paper.name()), &[])
    }

    fn submitter(&self, submitter: Submitter) -> String {
        self.words.message(&format!("submitter-{}", submitter.name()), &[])
    }

    fn council(&self) -> String {
        self.words.message(&format!("council-{}", self.report.addressee.kind.name()), &[])
    }

    fn text(&self, key: &str) -> Line {
        Line::text(self.words.message(key, &[]))
    }

    fn fact(&self, key: &str, value: &str) -> Line {
        Line::fact(self.words.message(key, &[]), value)
    }

    fn section(&self, page: &mut Page, heading: &str, lines: Vec<Line>) {
        page.heading(2, self.words.message(heading, &[]));
        page.lines(lines);
    }
}
