//! The audit of one plan: the flow of the core, in the two steps that need different things.
//!
//! Reading needs no checklist, so it can go on while the checklist is compiled.

use crate::alert::{self, Alert};
use crate::assessment::{Assessment, assess};
use crate::attribute::Date;
use crate::checklist::{Checklist, Level};
use crate::damage::{self, Damage};
use crate::document;
use crate::judgment::{Judgments, Ruling, rulings};
use crate::measure::{GradedPlan, grade};
use crate::plan::{self, Plan};
use crate::score::{Scores, score, score_without};
use crate::source::Source;
use crate::text::Lang;
use crate::waiver::{Waiver, waived};
use std::collections::BTreeMap;

/// A plan before a checklist is put to it.
#[derive(Debug, Clone)]
pub struct ReadPlan {
    pub source: Source,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// What conversion did to the text.
    pub damage: Damage,
    pub plan: Plan,
    pub graded: GradedPlan,
    /// The text does not tell its language; German was assumed.
    lang_is_guessed: bool,
}

/// A plan with everything there is to say about it.
#[derive(Debug)]
pub struct PlanAudit {
    pub source: Source,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// What conversion did to the text.
    pub damage: Damage,
    pub plan: Plan,
    pub graded: GradedPlan,
    pub assessment: Assessment,
    pub scores: Scores,
    /// What the judgments of people changed, if there are any.
    pub judged: Option<Judged>,
    /// What waivers change, if there are any.
    pub waived: Option<Waived>,
}

/// What judgments changed in one plan; the levels and scores of the audit already follow them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Judged {
    pub judgments: Judgments,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// By criterion that was judged.
    pub rulings: BTreeMap<usize, Ruling>,
    /// The scores by the text alone.
    pub scores_by_text: Scores,
}

/// What waivers change for one plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Waived {
    /// By waived criterion: the index of its waiver.
    pub criteria: BTreeMap<usize, usize>,
    /// The scores as if the waived criteria were not asked.
    pub scores: Scores,
}

impl ReadPlan {
    /// Reads a text as a plan. Never fails.
    pub fn new(source: Source, sha256: String) -> Self {
        let document = document::parse(&source);
        let told = plan_language(&document.metadata, &source.text);
        let lang = told.unwrap_or_default();
        let (damage, plan) = rayon::join(|| damage::gauge(&source, &document), || plan::read(&document, lang));
        let graded = grade(&plan, lang);
        Self { source, sha256, damage, plan, graded, lang_is_guessed: told.is_none() }
    }

    /// Puts a checklist to the plan.
    pub fn audit(mut self, checklist: &Checklist) -> PlanAudit {
        if self.lang_is_guessed && checklist.lang != self.graded.lang {
            self.plan = plan::read(&document::parse(&self.source), checklist.lang);
            self.graded = grade(&self.plan, checklist.lang);
        }
        let Self { source, sha256, damage, plan, graded, .. } = self;
        let assessment = assess(&plan, &graded, checklist);
        let scores = score(checklist, &assessment);
        PlanAudit { source, sha256, damage, plan, graded, assessment, scores, judged: None, waived: None }
    }
}

impl PlanAudit {
    /// The gaps and contrary passages, in checklist order.
    pub fn alerts(&self, checklist: &Checklist) -> Vec<Alert> {
        alert::alerts(checklist, &self.source, &self.plan, &self.assessment)
    }

    /// Lets the verdicts of people go before what the search in the text found. The evidence stays as it is.
    pub fn judge(&mut self, judgments: Judgments, sha256: String, checklist: &Checklist) {
        let rulings = rulings(&judgments, checklist, &self.source, &self.assessment);
        for (&criterion, ruling) in &rulings {
            self.assessment.findings[criterion].level = ruling.level;
        }
        let scores_by_text = std::mem::replace(&mut self.scores, score(checklist, &self.assessment));
        self.judged = Some(Judged { judgments, sha256, rulings, scores_by_text });
    }

    /// Sets aside what these waivers waive on this day.
    pub fn waive(&mut self, waivers: &[Waiver], checklist: &Checklist, today: Date) {
        let criteria = waived(waivers, checklist, &self.source, &self.plan, &self.alerts(checklist), today);
        let scores = score_without(checklist, &self.assessment, &criteria.keys().copied().collect());
        self.waived = Some(Waived { criteria, scores });
    }

    /// The scores that count for a gate: after waivers.
    pub fn counting_scores(&self) -> &Scores {
        self.waived.as_ref().map_or(&self.scores, |w| &w.scores)
    }

    /// What follows from the judgments on a criterion, if it was judged.
    pub fn ruling(&self, criterion: usize) -> Option<&Ruling> {
        self.judged.as_ref()?.rulings.get(&criterion)
    }

    /// The gaps, largest first: most points to win, then the lowest level; in turns through the fields.
    pub fn largest_gaps(&self, checklist: &Checklist) -> Vec<usize> {
        let mut gaps = self.scores.gaps.clone();
        let level = |c: usize| self.assessment.findings[c].level;
        let missing = |c: usize| (Level::Binding.points() - level(c).points()) * checklist.criteria[c].weight;
        gaps.sort_by_key(|&c| (std::cmp::Reverse(missing(c)), level(c), c));
        checklist.in_turns(gaps)
    }

    /// Was this criterion set aside?
    pub fn is_waived(&self, criterion: usize) -> bool {
        self.waived.as_ref().is_some_and(|w| w.criteria.contains_key(&criterion))
    }
}

/// What the front matter says, else what most of the small words are.
fn plan_language(metadata: &[(String, String)], text: &str) -> Option<Lang> {
    let stated = metadata.iter().find(|(key, _)| matches!(key.to_lowercase().as_str(), "sprache" | "language" | "lang"));
    if let Some((_, value)) = stated {
        let value = value.trim().to_lowercase();
        if value.starts_with("de") {
            return Some(Lang::De);
        }
        if value.starts_with("en") {
            return Some(Lang::En);
        }
    }
    let (mut german, mut english) = (0, 0);
    // The beginning of a plan is enough to tell.
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).take(20_000) {
        match word {
            "der" | "die" | "und" | "das" | "mit" | "für" | "von" | "den" | "wird" | "werden" | "im" | "zu" | "ist" | "eine" => german += 1,
            "the" | "and" | "of" | "to" | "for" | "with" | "is" | "are" | "by" | "on" | "that" | "be" | "we" | "our" => english += 1,
            _ => {}
        }
    }
    match german.cmp(&english) {
        std::cmp::Ordering::Greater => Some(Lang::De),
        std::cmp::Ordering::Less => Some(Lang::En),
        std::cmp::Ordering::Equal => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_front_matter_names_the_language_and_small_words_tell_it() {
        let stated = [("Sprache".to_owned(), "en".to_owned())];
        assert_eq!(plan_language(&stated, "der die und"), Some(Lang::En));
        assert_eq!(plan_language(&[], "Die Stadt baut die Haltestellen mit Sonderborden."), Some(Lang::De));
        assert_eq!(plan_language(&[], "The council and the bus company of the town"), Some(Lang::En));
        assert_eq!(plan_language(&[], ""), None);
    }
}
