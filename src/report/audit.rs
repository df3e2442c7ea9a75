//! The audit report for people: result first, then fields, articles, gaps, what was found, and the limits.

use super::page::{Line, Page, Row, Table};
use super::quotation::{quotation, shown_path};
use super::{Remark, Report, judgment, measure_id};
use crate::alert::AlertKind;
use crate::assessment::Finding;
use crate::audit::PlanAudit;
use crate::checklist::{Checklist, Competence, Criterion, Level};
use crate::evaluation::Counts;
use crate::score::{Score, Tally};
use crate::source::Span;
use crate::survey::{PLACE, stated};
use crate::text::Lang;
use crate::words::{Words, say};

/// Gaps in the report; the others stand below "not found" or "found".
const GAPS: usize = 10;
/// Passages quoted for a criterion.
const PASSAGES: usize = 3;
/// Measures without a criterion that are named.
const UNASSIGNED: usize = 20;
/// Places named for one kind of remark.
const PLACES: usize = 5;

/// The whole report, for one plan or for many, with one checklist or with several.
pub(super) fn page(reports: &[Report<'_>], words: &Words) -> Page {
    let mut page = Page::default();
    let parts: Vec<(&Report<'_>, &PlanAudit)> = reports.iter().flat_map(|r| r.by_name().into_iter().map(move |plan| (r, plan))).collect();
    if let [(report, plan)] = parts.as_slice() {
        Part { report, plan, words, level: 1, place: String::new(), several: false }.write(&mut page);
        return page;
    }
    let count = reports.first().map_or(0, |r| r.plans.len());
    let title = match reports.len() {
        0 | 1 => say!(words, "overview-title", count = count),
        checklists => say!(words, "overview-of-checklists", count = count, checklists = checklists),
    };
    page.title(1, title, vec![Line::text(say!(words, "overview-order"))]);
    let mut table = tallies(words, &say!(words, "plan"));
    for (i, (report, plan)) in parts.iter().enumerate() {
        let mut name = format!("{} ({})", plan.title(), shown_path(&plan.source.name));
        if reports.len() > 1 {
            name = format!("{name}: {}", report.checklist.title.get(words.lang));
        }
        tally(&mut table, words, &name, "", &plan.scores.total).link = Some(place_of(i));
    }
    page.table(table);
    for report in reports.iter().take(1) {
        unreadable(&mut page, &report.unreadable, words, 2);
        // With several checklists there are no waivers.
        waivers(&mut page, report, words, 2);
    }
    for (i, (report, plan)) in parts.into_iter().enumerate() {
        Part { report, plan, words, level: 2, place: place_of(i), several: reports.len() > 1 }.write(&mut page);
    }
    page
}

/// The waivers and what became of each; waived is not fulfilled.
fn waivers(page: &mut Page, report: &Report<'_>, words: &Words, level: u8) {
    let Some(file) = &report.waivers else { return };
    page.heading(level, say!(words, "waivers"));
    let today = file.today.to_string();
    page.lines(vec![
        Line::text(say!(words, "waivers-note", count = file.waivers.len(), today = today)),
        Line::fact(say!(words, "waivers-sum"), &file.sha256),
    ]);
    for (waiver, standing) in &file.waivers {
        let fact = |key: &str, value: &str| Line::fact(words.message(key, &[]), value);
        let plan = waiver.plan.as_deref().map_or_else(|| say!(words, "waiver-every-plan"), shown_path);
        let lines = vec![
            fact("waiver-standing", &words.message(&format!("waiver-{}", standing.name()), &[])),
            fact("waiver-until", &waiver.until.to_string()),
            fact("waiver-reason", &waiver.reason),
            fact("waiver-who", &waiver.who),
            fact("plan", &plan),
        ];
        page.record(level + 1, say!(words, "waiver", id = waiver.id.as_str()), lines);
    }
}

/// Where a plan stands in a report on several.
fn place_of(index: usize) -> String {
    format!("plan-{}", index + 1)
}

pub(super) fn unreadable(page: &mut Page, unreadable: &[(String, String)], words: &Words, level: u8) {
    if unreadable.is_empty() {
        return;
    }
    page.heading(level, say!(words, "unreadable"));
    page.lines(unreadable.iter().map(|(path, reason)| Line::fact(shown_path(path), reason)).collect());
}

/// How far results can be trusted, if the checklist was measured.
pub(super) fn measured(checklist: &Checklist, words: &Words) -> Option<Line> {
    let measured = checklist.measured.as_ref()?;
    let counts = Counts { right: measured.right, false_alarms: measured.false_alarms, missed: measured.missed };
    Some(Line::text(say!(
        words,
        "measured",
        passages = measured.passages,
        precision = words.percent(counts.precision().percent()),
        recall = words.percent(counts.recall().percent())
    )))
}

fn tallies(words: &Words, thing: &str) -> Table {
    Table::new(&[
        (thing.to_owned(), false),
        (say!(words, "covered"), true),
        (say!(words, "binding"), true),
        (say!(words, "points"), true),
        (say!(words, "share"), true),
    ])
}

fn tally<'a>(table: &'a mut Table, words: &Words, name: &str, said: &str, tally: &Tally) -> &'a mut Row {
    let row = table.named_row(
        said,
        &[
            name,
            &words.of(tally.covered, tally.criteria),
            &words.of(tally.binding, tally.criteria),
            &words.points(tally.score),
            &words.percent(tally.score.percent()),
        ],
    );
    row.bar = Some(tally.score);
    row
}

/// The question to the administration; where others decide it asks what the municipality does there.
pub(super) fn ask(criterion: &Criterion, words: &Words) -> String {
    let question = criterion.ask.get(words.lang);
    match criterion.competence.most() {
        Competence::Yes => question.to_owned(),
        Competence::Shared => say!(words, "ask-shared", question = question),
        Competence::No => say!(words, "ask-no", question = question),
    }
}

/// Which text of the municipality this is, and where it is told in sign language.
pub(super) fn edition(plan: &PlanAudit, words: &Words) -> Vec<Line> {
    let metadata = &plan.plan.metadata;
    let told = |label: String, keys: &[&str]| stated(metadata, keys).map(|value| Line::words(label, value, plan.graded.lang));
    let mut lines: Vec<Line> =
        [told(say!(words, "edition"), &["fassung", "edition", "version"]), told(say!(words, "adopted"), &["beschlossen_am", "adopted_on"])]
            .into_iter()
            .flatten()
            .collect();
    if let Some(address) = stated(metadata, &["dgs_url"]) {
        let label = say!(words, "sign-language");
        lines.push(if is_safe(address) { Line::link(label, address) } else { Line::fact(label, address) });
    }
    lines
}

/// The report on one plan.
struct Part<'a> {
    report: &'a Report<'a>,
    plan: &'a PlanAudit,
    words: &'a Words,
    /// Level of its title.
    level: u8,
    /// Where it stands among several plans; empty for the only one.
    place: String,
    /// Other checklists are put to the plan too.
    several: bool,
}

impl Part<'_> {
    fn write(&self, page: &mut Page) {
        let mut lines = vec![Line::text(self.result())];
        lines.extend(measured(self.report.checklist, self.words));
        lines.extend(judgment::result(self.plan, self.words));
        lines.extend(self.after_waivers());
        lines.extend(edition(self.plan, self.words));
        page.title(self.level, self.name(), lines);
        if !self.place.is_empty() {
            page.place(&self.place);
        }
        self.remarks(page);
        if self.level == 1 {
            unreadable(page, &self.report.unreadable, self.words, 2);
        }
        self.fields(page);
        self.articles(page);
        self.gaps(page);
        self.not_found(page);
        self.contrary(page);
        self.new_since_baseline(page);
        if self.level == 1 {
            waivers(page, self.report, self.words, 2);
        }
        self.judgments(page);
        self.criteria(page);
        self.unassigned(page);
        self.measures(page);
        self.method(page);
    }

    fn name(&self) -> String {
        let mut title = self.plan.title();
        if self.several {
            title = format!("{}: {title}", self.report.checklist.title.get(self.words.lang));
        }
        let file = shown_path(&self.plan.source.name);
        match self.stated(PLACE).filter(|v| !title.contains(v)) {
            Some(place) => say!(self.words, "title-with-place", title = title, place = place, file = file),
            None => say!(self.words, "title", title = title, file = file),
        }
    }

    /// What the front matter says under one of these keys.
    fn stated(&self, keys: &[&str]) -> Option<&str> {
        stated(&self.plan.plan.metadata, keys)
    }

    /// The result as if the waived criteria were not asked; the result above it stays what it is.
    fn after_waivers(&self) -> Option<Line> {
        let waived = self.plan.waived.as_ref()?;
        let total = &waived.scores.total;
        Some(Line::text(say!(
            self.words,
            "result-after-waivers",
            count = waived.criteria.len(),
            earned = total.score.earned,
            possible = total.score.possible,
            percent = self.words.percent(total.score.percent()),
            covered = total.covered,
            criteria = total.criteria
        )))
    }

    /// Whether, until when, why and by whom the criterion is set aside.
    fn waived(&self, index: usize) -> Option<Line> {
        self.report.waiver(self.plan, index).map(|waiver| Line::text(super::annotation::waived(waiver, self.words)))
    }

    /// What the baseline does not know, if there is one.
    fn new_since_baseline(&self, page: &mut Page) {
        let Some(new) = self.report.new_alerts(self.plan) else { return };
        page.heading(self.level + 1, say!(self.words, "news"));
        page.lines(vec![Line::text(say!(self.words, "news-note", count = new.len()))]);
        let mut table =
            Table::new(&[(say!(self.words, "criterion"), false), (say!(self.words, "news-what"), false), (say!(self.words, "place"), false)]);
        for alert in &new {
            let id = &self.report.checklist.criteria[alert.criterion].id;
            let what = match alert.kind {
                AlertKind::Gap => self.words.level(alert.level),
                AlertKind::Contrary => say!(self.words, "contrary-word"),
            };
            let place = alert.quote.map(|q| self.words.lines(self.plan.source.lines(q))).unwrap_or_default();
            table.row(&[id, &what, &place]).link = Some(self.place(id));
        }
        page.table(table);
    }

    /// What each group said of a criterion.
    fn judged(&self, index: usize) -> Vec<Line> {
        let judged = self.plan.judged.as_ref();
        judged.zip(self.plan.ruling(index)).map(|(judged, ruling)| judgment::told(judged, ruling, self.words)).unwrap_or_default()
    }

    /// What people judged, and what follows from it.
    fn judgments(&self, page: &mut Page) {
        let Some(judged) = &self.plan.judged else { return };
        page.heading(self.level + 1, say!(self.words, "judgments"));
        page.lines(judgment::notes(judged, self.report.checklist, self.words));
        page.table(judgment::table(judged, self.report.checklist, self.words, |id| self.place(id)));
    }

    /// The language of the plan.
    fn lang(&self) -> Lang {
        self.plan.graded.lang
    }

    /// Where a criterion or a field stands in the report.
    fn place(&self, id: &str) -> String {
        if self.place.is_empty() { id.to_owned() } else { format!("{}.{id}", self.place) }
    }

    fn result(&self) -> String {
        let total = &self.plan.scores.total;
        say!(
            self.words,
            "result",
            earned = total.score.earned,
            possible = total.score.possible,
            percent = self.words.percent(total.score.percent()),
            covered = total.covered,
            criteria = total.criteria,
            binding = total.binding
        )
    }

    fn remarks(&self, page: &mut Page) {
        let remarks = self.plan.remarks(self.report.checklist);
        let mut lines: Vec<Line> = self.damage().into_iter().collect();
        if remarks.is_empty() && lines.is_empty() {
            return;
        }
        let mut rest = remarks.as_slice();
        while let Some(first) = rest.first() {
            let (same, others) = rest.split_at(rest.iter().take_while(|r| r.kind == first.kind).count());
            lines.push(Line::text(self.words.message(&format!("notice-{}", first.kind), &[])));
            lines.extend(same.iter().take(PLACES).filter_map(|r| self.noted(r)));
            if same.len() > PLACES {
                lines.push(Line::text(say!(self.words, "more-places", count = same.len() - PLACES)));
            }
            rest = others;
        }
        page.heading(self.level + 1, say!(self.words, "notices"));
        page.lines(lines);
    }

    /// One line on what conversion did to the text, with the lines where it did it.
    fn damage(&self) -> Option<Line> {
        let damage = &self.plan.damage;
        let single = |lines: &[usize]| lines.iter().map(|&l| (l, l)).collect::<Vec<_>>();
        let kinds = [
            ("damage-glued", single(&damage.glued)),
            ("damage-torn", single(&damage.torn_words)),
            ("damage-lost", single(&damage.lost_letters)),
            ("damage-titles", single(&damage.running_titles)),
            ("damage-shredded", damage.shredded.clone()),
        ];
        let told: Vec<String> = kinds
            .iter()
            .filter(|(_, lines)| !lines.is_empty())
            .map(|(key, lines)| {
                let count = lines.iter().map(|(from, to)| to - from + 1).sum::<usize>();
                self.words.message(key, &[("count", count.into()), ("lines", self.ranges(lines).into())])
            })
            .collect();
        (!told.is_empty()).then(|| Line::fact(say!(self.words, "damage"), told.join("; ")))
    }

    /// "3, 7 bis 9 und 14 weitere": neighbouring lines together, the first few named.
    fn ranges(&self, lines: &[(usize, usize)]) -> String {
        let mut joined: Vec<(usize, usize)> = Vec::new();
        for &(from, to) in lines {
            match joined.last_mut() {
                Some(known) if from <= known.1 + 1 => known.1 = known.1.max(to),
                _ => joined.push((from, to)),
            }
        }
        let shown: Vec<String> = joined.iter().take(PLACES).map(|&(a, b)| if a == b { a.to_string() } else { format!("{a}–{b}") }).collect();
        let rest: usize = joined.iter().skip(PLACES).map(|(a, b)| b - a + 1).sum();
        let shown = shown.join(", ");
        if rest == 0 { shown } else { say!(self.words, "damage-more", shown = shown, count = rest) }
    }

    fn noted(&self, remark: &Remark) -> Option<Line> {
        let lines = self.words.lines(remark.lines?);
        let text = quotation(&remark.text, crate::plan::Layout::Paragraph);
        Some(if text.is_empty() { Line::text(lines) } else { Line::quote(lines, self.words.quoted(&text), self.lang()) })
    }

    fn fields(&self, page: &mut Page) {
        page.heading(self.level + 1, say!(self.words, "fields"));
        let mut table = tallies(self.words, &say!(self.words, "field"));
        for field in self.fields_in_order() {
            let title = self.report.checklist.field_title(&field.id, self.words.lang);
            tally(&mut table, self.words, title, "", field).link = Some(self.place(&field.id));
        }
        page.table(table);
    }

    /// The plan as a whole comes first: without a resolution, money and control the rest is paper.
    fn fields_in_order(&self) -> impl Iterator<Item = &Tally> {
        let (whole, others): (Vec<&Tally>, Vec<&Tally>) = self.plan.scores.fields.iter().partition(|f| f.id == "plan");
        whole.into_iter().chain(others)
    }

    fn article(&self, number: &str) -> String {
        let title = self.report.checklist.article_title(number, self.words.lang);
        say!(self.words, "article-with-title", number = number, title = title)
    }

    fn articles(&self, page: &mut Page) {
        let scores = &self.plan.scores;
        page.heading(self.level + 1, say!(self.words, "articles"));
        let mut table = tallies(self.words, &say!(self.words, "article"));
        for article in &scores.articles {
            let title = self.report.checklist.article_title(&article.id, self.words.lang);
            tally(&mut table, self.words, &format!("{} {title}", article.id), &self.article(&article.id), article);
        }
        page.table(table);
        let list = |page: &mut Page, heading: String, note: String, articles: &[String]| {
            if articles.is_empty() {
                return;
            }
            page.heading(self.level + 1, heading);
            page.lines(vec![Line::text(note)]);
            page.lines(articles.iter().map(|a| Line::text(self.article(a))).collect());
        };
        list(page, say!(self.words, "uncovered"), say!(self.words, "uncovered-note"), &scores.uncovered_articles);
        list(page, say!(self.words, "unasked"), say!(self.words, "unasked-note"), &scores.unasked_articles);
    }

    fn criterion(&self, index: usize) -> (&Criterion, &Finding) {
        (&self.report.checklist.criteria[index], &self.plan.assessment.findings[index])
    }

    fn points(&self, criterion: &Criterion, finding: &Finding) -> Line {
        let score = Score { earned: finding.level.points() * criterion.weight, possible: Level::Binding.points() * criterion.weight };
        Line::fact(say!(self.words, "points"), self.words.points(score))
    }

    fn question(&self, criterion: &Criterion) -> Line {
        Line::fact(say!(self.words, "question"), criterion.question.get(self.words.lang))
    }

    fn share(&self, finding: &Finding) -> Option<Line> {
        let (have, of) = finding.share?;
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let percent = Score { earned: number(have), possible: number(of) }.percent();
        let value = say!(self.words, "share-of-measures", have = have, of = of, percent = self.words.percent(percent));
        Some(Line::fact(say!(self.words, "share"), value))
    }

    fn gaps(&self, page: &mut Page) {
        let gaps = self.plan.largest_gaps(self.report.checklist);
        page.heading(self.level + 1, say!(self.words, "gaps"));
        if gaps.is_empty() {
            page.lines(vec![Line::text(say!(self.words, "no-gaps"))]);
            return;
        }
        let shown = gaps.len().min(GAPS);
        let all = say!(self.words, "gaps-all", count = gaps.len());
        page.lines(vec![Line::text(if shown == gaps.len() { all } else { say!(self.words, "gaps-note", shown = shown, count = gaps.len()) })]);
        for (i, &gap) in gaps.iter().take(GAPS).enumerate() {
            let (criterion, _) = self.criterion(gap);
            let name = say!(self.words, "gap", number = i + 1, count = shown, id = criterion.id.as_str());
            page.record(self.level + 2, name, self.gap(gap));
            page.link(self.place(&criterion.id));
        }
    }

    fn gap(&self, index: usize) -> Vec<Line> {
        let words = self.words;
        let (criterion, finding) = self.criterion(index);
        let field = &self.report.checklist.fields[criterion.field];
        let mut lines = vec![
            Line::fact(say!(words, "level"), words.level(finding.level)),
            self.points(criterion, finding),
            Line::fact(say!(words, "field"), field.title.get(words.lang)),
            self.articles_of(criterion),
            self.question(criterion),
        ];
        lines.extend(self.waived(index));
        if let Some(share) = self.share(finding) {
            lines.push(share);
        } else if let Some(nearest) = finding.evidence.first() {
            let label = say!(words, "nearest", lines = words.lines(self.plan.source.lines(nearest.span)));
            lines.push(self.quote(label, nearest.span, nearest.passage));
        } else {
            lines.extend(self.nothing(finding));
        }
        lines.push(self.ask(criterion));
        lines
    }

    fn articles_of(&self, criterion: &Criterion) -> Line {
        Line::fact(say!(self.words, "article"), criterion.articles.join(", "))
    }

    /// That nothing was found, and what comes nearest.
    fn nothing(&self, finding: &Finding) -> Vec<Line> {
        let words = self.words;
        let mut lines = vec![Line::text(say!(words, "please-read"))];
        if let Some(near) = finding.near.first() {
            let label = say!(words, "near", lines = words.lines(self.plan.source.lines(near.span)));
            lines.push(self.quote(label, near.span, near.passage));
            lines.push(Line::text(super::explain::obstacle(near, self.report.checklist, words)));
        }
        lines
    }

    fn ask(&self, criterion: &Criterion) -> Line {
        Line::fact(say!(self.words, "ask"), ask(criterion, self.words))
    }

    fn quote(&self, label: String, span: Span, passage: usize) -> Line {
        let layout = self.plan.plan.passages.get(passage).map_or(crate::plan::Layout::Paragraph, |p| p.layout);
        Line::quote(label, self.words.quoted(&quotation(self.plan.source.slice(span), layout)), self.lang())
    }

    /// Every criterion, whether something was found or not, field by field.
    fn criteria(&self, page: &mut Page) {
        for field in self.fields_in_order() {
            let title = self.report.checklist.field_title(&field.id, self.words.lang);
            page.heading(self.level + 1, say!(self.words, "field-name", title = title));
            page.place(self.place(&field.id));
            for index in 0..self.report.checklist.criteria.len() {
                let (criterion, _) = self.criterion(index);
                if self.report.checklist.fields[criterion.field].id == field.id {
                    page.record(self.level + 2, say!(self.words, "criterion-name", id = criterion.id.as_str()), self.answer(index));
                    page.place(self.place(&criterion.id));
                }
            }
        }
    }

    fn answer(&self, index: usize) -> Vec<Line> {
        let words = self.words;
        let (criterion, finding) = self.criterion(index);
        let mut lines = vec![
            Line::fact(say!(words, "level"), judgment::level(self.plan.ruling(index), finding.level, words)),
            self.points(criterion, finding),
            self.articles_of(criterion),
            self.question(criterion),
        ];
        lines.extend(self.waived(index));
        lines.extend(self.judged(index));
        if let Some(share) = self.share(finding) {
            lines.push(share);
        } else if finding.evidence.is_empty() {
            lines.extend(self.nothing(finding));
        } else {
            self.passages(&mut lines, finding);
        }
        if !finding.level.is_covered() {
            lines.push(self.ask(criterion));
        }
        lines
    }

    fn passages(&self, lines: &mut Vec<Line>, finding: &Finding) {
        let words = self.words;
        for evidence in finding.evidence.iter().take(PASSAGES) {
            let label = say!(words, "passage", lines = words.lines(self.plan.source.lines(evidence.span)), level = words.level(evidence.level));
            lines.push(self.quote(label, evidence.span, evidence.passage));
            if evidence.level == Level::Binding {
                let measure = evidence.measure.and_then(|m| self.plan.graded.measures.get(m));
                if let Some(unit) = measure.and_then(|m| m.responsible.as_ref()) {
                    lines.push(Line::words(say!(words, "responsible"), unit, self.lang()));
                }
                if let Some(deadline) = measure.and_then(|m| m.deadline.as_ref()) {
                    lines.push(Line::words(say!(words, "deadline"), &deadline.text, self.lang()));
                }
            }
        }
        if finding.evidence.len() > PASSAGES {
            lines.push(Line::text(say!(words, "more-passages", count = finding.evidence.len() - PASSAGES)));
        }
    }

    fn not_found(&self, page: &mut Page) {
        let mut table =
            Table::new(&[(say!(self.words, "criterion"), false), (say!(self.words, "question"), false), (say!(self.words, "points"), true)]);
        for index in 0..self.report.checklist.criteria.len() {
            let (criterion, finding) = self.criterion(index);
            if finding.level == Level::Absent {
                let possible = Level::Binding.points() * criterion.weight;
                table.row(&[&criterion.id, criterion.question.get(self.words.lang), &self.words.of(0, possible)]).link =
                    Some(self.place(&criterion.id));
            }
        }
        if table.rows.is_empty() {
            return;
        }
        page.heading(self.level + 1, say!(self.words, "not-found"));
        page.lines(vec![Line::text(say!(self.words, "not-found-note", count = table.rows.len()))]);
        page.table(table);
    }

    fn contrary(&self, page: &mut Page) {
        let words = self.words;
        page.heading(self.level + 1, say!(words, "contrary"));
        let count: usize = self.plan.assessment.findings.iter().map(|f| f.contrary.len()).sum();
        page.lines(vec![Line::text(say!(words, "contrary-note", count = count))]);
        for index in 0..self.report.checklist.criteria.len() {
            let (criterion, finding) = self.criterion(index);
            if finding.contrary.is_empty() {
                continue;
            }
            let mut lines = vec![self.question(criterion)];
            lines.extend(finding.contrary.iter().map(|e| self.quote(words.lines(self.plan.source.lines(e.span)), e.span, e.passage)));
            page.record(self.level + 2, say!(words, "criterion-name", id = criterion.id.as_str()), lines);
            page.link(self.place(&criterion.id));
        }
    }

    fn unassigned(&self, page: &mut Page) {
        let words = self.words;
        let unassigned = self.plan.unassigned(self.report.checklist);
        if unassigned.is_empty() {
            return;
        }
        page.heading(self.level + 1, say!(words, "unassigned"));
        page.lines(vec![Line::text(say!(words, "unassigned-note", count = unassigned.len()))]);
        let mut table = Table::new(&[(say!(words, "measure"), false), (say!(words, "measure-title"), false), (say!(words, "place"), false)])
            .in_language(self.lang(), &[1]);
        for &m in unassigned.iter().take(UNASSIGNED) {
            let measure = &self.plan.graded.measures[m];
            table.row(&[&measure_id(m), &measure.title, &words.lines(self.plan.source.lines(measure.span))]);
        }
        page.table(table);
        if unassigned.len() > UNASSIGNED {
            page.lines(vec![Line::text(say!(words, "more-measures", count = unassigned.len() - UNASSIGNED))]);
        }
    }

    fn measures(&self, page: &mut Page) {
        let words = self.words;
        let all = &self.plan.graded.measures;
        let counted: Vec<_> = all.iter().filter(|m| m.duplicate_of.is_none()).collect();
        let total = say!(words, "number", number = counted.len());
        let count = |have: usize| words.of(u32::try_from(have).unwrap_or(u32::MAX), u32::try_from(counted.len()).unwrap_or(u32::MAX));
        let mut lines = vec![
            Line::fact(say!(words, "measures-count"), total),
            Line::fact(say!(words, "measures-unit"), count(counted.iter().filter(|m| m.responsible.is_some()).count())),
            Line::fact(say!(words, "measures-date"), count(counted.iter().filter(|m| m.deadline.as_ref().is_some_and(|d| d.verifiable)).count())),
            Line::fact(say!(words, "measures-money"), count(counted.iter().filter(|m| m.budget.is_some()).count())),
            Line::fact(say!(words, "measures-indicator"), count(counted.iter().filter(|m| m.indicator.is_some()).count())),
        ];
        if all.len() > counted.len() {
            lines.push(Line::text(say!(words, "measures-repeated", count = all.len() - counted.len())));
        }
        page.heading(self.level + 1, say!(words, "measures"));
        page.lines(lines);
    }

    fn method(&self, page: &mut Page) {
        let words = self.words;
        let checklist = self.report.checklist;
        page.heading(self.level + 1, say!(words, "method"));
        page.lines(vec![
            Line::text(say!(words, "method-text")),
            Line::text(say!(words, "method-not-found")),
            Line::text(say!(words, "method-points")),
        ]);
        page.lines(vec![
            Line::fact(say!(words, "program"), format!("crpd-check {}", env!("CARGO_PKG_VERSION"))),
            Line::fact(say!(words, "checklist"), format!("{} {}, {}", checklist.id, checklist.version, checklist.title.get(words.lang))),
            Line::fact(say!(words, "checklist-sum"), &self.report.checklist_sha256),
            Line::fact(say!(words, "plan-sum"), &self.plan.sha256),
        ]);
        let total = self.plan.scores.total.score;
        page.lines(vec![Line::command(say!(words, "end", earned = total.earned, possible = total.possible), self.next_step())]);
    }

    /// The command that helps most now: the largest gap explained, or the measures when there is none.
    fn next_step(&self) -> String {
        let checklist = self.report.checklist;
        let gap = self.plan.largest_gaps(checklist).first().copied();
        gap.and_then(|gap| super::explain_command(checklist, gap)).unwrap_or_else(|| super::command("measures", &shown_path(&self.plan.source.name)))
    }
}

/// Whether a link may lead there: to a named place on the web, encrypted, without hidden characters or a false name before an @.
fn is_safe(address: &str) -> bool {
    let Some(rest) = address.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or("");
    let named = host.contains('.') && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':'));
    named && rest.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '"' | '\'' | '<' | '>' | '\\' | '`'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_addresses_of_the_web_become_links() {
        for good in ["https://stadt.example/dgs", "https://a-b.example:8443/v?x=1&y=2#t", "https://stadt.example"] {
            assert!(is_safe(good), "{good}");
        }
        let bad = [
            "http://stadt.example/",
            "javascript:alert(1)",
            "HTTPS:alert(1)",
            "https://",
            "https://lokal/",
            "https://stadt.example@boese.example/",
            "https://stadt.example/\"onclick=",
            "https://stadt.example/\u{202e}gpj.exe",
            "https://stadt.exämple/",
            "https://stadt.example/a b",
            "https://stadt.example\\@boese.example/",
        ];
        for bad in bad {
            assert!(!is_safe(bad), "{bad}");
        }
    }
}
