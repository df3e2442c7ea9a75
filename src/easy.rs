//! The result of an audit in twelve short German sentences.
//!
//! The sentences are a fixed template (`language/de/easy.yaml`) so that readers with learning difficulties can test it once and for
//! all. It is a draft until they have: nothing here may call itself Leichte Sprache.

use crate::attribute::Date;
use crate::audit::PlanAudit;
use crate::checklist::{Checklist, Level};
use crate::place::PlaceKind;
use crate::score::{Score, Tally};
use crate::survey::Header;
use crate::text::Lang;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Who tested the text, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tested {
    pub names: String,
    pub on: Date,
}

/// A heading and the sentences below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EasyText {
    pub heading: String,
    /// Who tested it; empty for a draft.
    pub tested: Vec<String>,
    pub sentences: Vec<String>,
}

impl EasyText {
    /// The sentences in groups: the plan, the questions, the fields, the people. More than six lines together are hard to read.
    pub fn paragraphs(&self) -> impl Iterator<Item = &[String]> {
        [0..3, 3..7, 7..9, 9..12].into_iter().filter_map(|lines| self.sentences.get(lines))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Template {
    untested: String,
    tested: String,
    tested_by: String,
    tested_on: String,
    plan: String,
    plan_somewhere: String,
    people: String,
    checked: String,
    asked: Counted,
    good: Counted,
    partly: Counted,
    open: Counted,
    best: String,
    weakest: String,
    all_open: [String; 2],
    all_alike: [String; 2],
    errors: String,
    humans: String,
    contact: String,
    no_contact: String,
    months: Vec<String>,
    places: BTreeMap<String, Vec<String>>,
    kinds: BTreeMap<String, String>,
    endings: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Counted {
    one: String,
    other: String,
}

impl Counted {
    fn say(&self, count: usize) -> String {
        if count == 1 { self.one.clone() } else { self.other.replace("{count}", &count.to_string()) }
    }
}

static TEMPLATE: LazyLock<Template> = LazyLock::new(|| match serde_yaml::from_str(include_str!("language/de/easy.yaml")) {
    Ok(template) => template,
    Err(error) => panic!("easy.yaml: {error}"),
});

/// Says the result of an audit in twelve sentences.
///
/// A question is answered well when it is covered, and in part when the plan at least intends something: what is only mentioned
/// earns no point and promises nothing, so it is still open.
pub fn easy(plan: &PlanAudit, checklist: &Checklist, tested: Option<&Tested>, contact: Option<&str>) -> EasyText {
    let template = &*TEMPLATE;
    let levels = plan.assessment.findings.iter().map(|f| f.level);
    let count = |is: &dyn Fn(Level) -> bool| levels.clone().filter(|level| is(*level)).count();
    let [best, weakest] = best_and_weakest(&plan.scores.fields, checklist);
    let sentences = vec![
        place(plan).map_or_else(|| template.plan_somewhere.clone(), |place| template.plan.replace("{place}", &place)),
        template.people.clone(),
        template.checked.clone(),
        template.asked.say(count(&|_| true)),
        template.good.say(count(&Level::is_covered)),
        template.partly.say(count(&|level| level == Level::Intended)),
        template.open.say(count(&|level| level < Level::Intended)),
        best,
        weakest,
        template.errors.clone(),
        template.humans.clone(),
        contact.map_or_else(|| template.no_contact.clone(), |text| template.contact.replace("{contact}", text.trim().trim_end_matches('.'))),
    ];
    let heading = if tested.is_some() { &template.tested } else { &template.untested };
    let by = |tested: &Tested| {
        let names = template.tested_by.replace("{names}", tested.names.trim().trim_end_matches('.'));
        vec![names, template.tested_on.replace("{date}", &in_words(tested.on))]
    };
    EasyText { heading: heading.clone(), tested: tested.map(by).unwrap_or_default(), sentences }
}

/// "1. März 2026".
fn in_words(date: Date) -> String {
    let month = TEMPLATE.months.get(usize::from(date.month).wrapping_sub(1)).map_or("", String::as_str);
    format!("{}. {month} {}", date.day, date.year)
}

/// The sentences on the fields with the largest and the smallest share of their points; the first of several in checklist order.
fn best_and_weakest(fields: &[Tally], checklist: &Checklist) -> [String; 2] {
    let more = |a: Score, b: Score| u64::from(a.earned) * u64::from(b.possible) > u64::from(b.earned) * u64::from(a.possible);
    let name = |id: &str| checklist.field(id).map_or("", |f| checklist.fields[f].easy.as_str());
    let Some(first) = fields.first() else { return TEMPLATE.all_alike.clone() };
    let best = fields.iter().fold(first, |best, field| if more(field.score, best.score) { field } else { best });
    let weakest = fields.iter().fold(first, |weakest, field| if more(weakest.score, field.score) { field } else { weakest });
    if best.score.earned == 0 {
        return TEMPLATE.all_open.clone();
    }
    if !more(best.score, weakest.score) {
        return TEMPLATE.all_alike.clone();
    }
    [TEMPLATE.best.replace("{field}", name(&best.id)), TEMPLATE.weakest.replace("{field}", name(&weakest.id))]
}

/// The place as the subject of a sentence: "Die Stadt Olm"; nothing if the plan does not name it.
fn place(plan: &PlanAudit) -> Option<String> {
    let header = Header::read(&plan.plan.metadata, &plan.source);
    let written = header.place.as_deref()?;
    let name = written.split([',', '(', ';', '/', '|']).next().unwrap_or(written).trim();
    if name.is_empty() {
        return None;
    }
    let german = plan.graded.lang == Lang::De;
    Some(subject(name, header.kind.filter(|_| german)))
}

fn subject(name: &str, kind: Option<PlaceKind>) -> String {
    let begins = |word: &String| name == word || name.strip_prefix(word.as_str()).is_some_and(|rest| rest.starts_with(' '));
    let longest = TEMPLATE.places.iter().flat_map(|(said, words)| words.iter().map(move |word| (said, word))).filter(|(_, word)| begins(word));
    if let Some((said, word)) = longest.max_by_key(|(_, word)| word.len()) {
        return format!("{said}{}", &name[word.len()..]);
    }
    if let Some((_, article)) = TEMPLATE.endings.iter().find(|(ending, _)| name.to_lowercase().ends_with(ending.as_str())) {
        return format!("{article} {name}");
    }
    match kind.and_then(|kind| TEMPLATE.kinds.get(kind.name())) {
        Some(said) => format!("{said} {name}"),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::ReadPlan;
    use crate::embedded::{DEFAULT, Embedded};
    use crate::source::Source;
    use crate::{document, lint};

    fn checklist() -> Checklist {
        Embedded::find(DEFAULT).unwrap().checklist().unwrap()
    }

    fn audited(text: &str, checklist: &Checklist) -> PlanAudit {
        ReadPlan::new(Source::new("plan.md", text), String::new()).audit(checklist)
    }

    fn lines(text: &EasyText) -> String {
        let blocks = text.paragraphs().map(|p| p.join("\n")).collect::<Vec<_>>();
        assert_eq!(blocks.iter().map(|b| b.lines().count()).sum::<usize>(), 12);
        format!("# {}\n\n{}\n\n{}\n", text.heading, text.tested.join("\n"), blocks.join("\n\n"))
    }

    fn faults(text: &str) -> Vec<String> {
        let source = Source::new("text.md", text);
        let found = lint::lint(&document::parse(&source));
        found.iter().map(|f| format!("{}: {}", lint::rules()[f.rule].id, source.slice(f.span))).collect()
    }

    #[test]
    fn the_place_has_its_article() {
        assert_eq!(subject("Stadt Brückstedt-Aue", Some(PlaceKind::Town)), "Die Stadt Brückstedt-Aue");
        assert_eq!(subject("Landeshauptstadt Olm", None), "Die Stadt Olm");
        assert_eq!(subject("Landkreis Wiesental", Some(PlaceKind::County)), "Der Landkreis Wiesental");
        assert_eq!(subject("Wiesental", Some(PlaceKind::County)), "Der Landkreis Wiesental");
        assert_eq!(subject("Wartburgkreis", None), "Der Wartburgkreis");
        assert_eq!(subject("Gemeinde Hohenlinde", None), "Die Gemeinde Hohenlinde");
        assert_eq!(subject("Stadtgemeinde Sankt Olm", Some(PlaceKind::Town)), "Die Stadtgemeinde Sankt Olm");
        assert_eq!(subject("Amt Lindenbruch", Some(PlaceKind::Association)), "Das Amt Lindenbruch");
        assert_eq!(subject("Große Kreisstadt Olm", None), "Die Stadt Olm");
        assert_eq!(subject("Marktheim", None), "Marktheim");
        assert_eq!(subject("Stadt", None), "Die Stadt");
    }

    #[test]
    fn twelve_sentences_say_the_counts_of_the_audit() {
        let checklist = checklist();
        let plan = audited(
            "---\nkommune: Stadt Olm (Kreis Au)\n---\n\n# Plan\n\n## Maßnahmen\n\n- Das Bauamt baut bis 2027 an zehn Haltestellen Hochborde.\n- Die Stadt will barrierefreie Wohnungen fördern.\n",
            &checklist,
        );
        let text = easy(&plan, &checklist, None, None);
        assert_eq!(text.heading, "Entwurf: Die Prüfung fehlt noch.");
        assert_eq!(text.sentences.len(), 12);
        assert_eq!(text.sentences[0], "Die Stadt Olm hat einen Plan.");
        assert_eq!(text.sentences[3], "Der Computer hat 89 Fragen gestellt.");
        let number = |sentence: &str| sentence.split(|c: char| !c.is_ascii_digit()).find_map(|n| n.parse::<usize>().ok()).unwrap();
        assert_eq!(number(&text.sentences[4]), plan.scores.total.covered as usize);
        assert_eq!(text.sentences[4..7].iter().map(|s| number(s)).sum::<usize>(), 89);
        assert_eq!(faults(&lines(&text)), Vec::<String>::new());
    }

    #[test]
    fn an_empty_plan_has_no_best_field() {
        let checklist = checklist();
        let text = easy(&audited("", &checklist), &checklist, None, None);
        assert_eq!(text.sentences[0], "Es gibt einen Plan.");
        assert_eq!(
            text.sentences[6..9],
            ["89 Fragen sind noch offen.", "Zu allen Themen gibt es noch Fragen.", "Der Plan kann noch viel besser werden."]
        );
        assert_eq!(faults(&lines(&text)), Vec::<String>::new());
    }

    #[test]
    fn testers_replace_the_mark_of_a_draft() {
        let checklist = checklist();
        let tested = Tested { names: "Gruppe Klartext".to_owned(), on: "2026-03-01".parse().unwrap() };
        let text = easy(&audited("", &checklist), &checklist, Some(&tested), Some("Frau Au unter 0 36 91."));
        assert_eq!(text.heading, "Menschen haben den Text geprüft.");
        assert_eq!(text.tested, ["Das waren: Gruppe Klartext.", "Das war am 1. März 2026."]);
        assert_eq!(text.sentences[11], "Fragen Sie gern: Frau Au unter 0 36 91.");
        assert_eq!(faults(&lines(&text)), Vec::<String>::new());
    }

    #[test]
    fn every_sentence_of_the_template_and_every_easy_name_passes_the_rules() {
        let template = &*TEMPLATE;
        let counted = [&template.asked, &template.good, &template.partly, &template.open];
        let mut sentences: Vec<String> = counted.iter().flat_map(|c| [c.say(1), c.say(89)]).collect();
        sentences.extend(template.all_open.iter().chain(&template.all_alike).cloned());
        for field in &checklist().fields {
            assert_ne!(field.easy, "", "{}", field.id);
            sentences.push(template.best.replace("{field}", &field.easy));
            sentences.push(template.weakest.replace("{field}", &field.easy));
        }
        let faults: Vec<String> = sentences.iter().flat_map(|s| faults(s)).collect();
        assert_eq!(faults, Vec::<String>::new());
    }
}
