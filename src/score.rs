//! Points: pairs of whole numbers, never percentages.

use crate::assessment::Assessment;
use crate::checklist::{Checklist, Criterion, Level, article_of};
use std::collections::BTreeSet;

/// Points earned of points possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    pub earned: u32,
    pub possible: u32,
}

impl Score {
    /// The percentage for people, rounded down; 0 where nothing is possible.
    pub fn percent(self) -> u32 {
        (u64::from(self.earned) * 100).checked_div(u64::from(self.possible)).map_or(0, |p| u32::try_from(p).unwrap_or(u32::MAX))
    }

    /// Compares exactly with a percentage given in hundredths of a percent (6000 = 60 %).
    pub fn reaches(self, hundredths: u32) -> bool {
        u64::from(self.earned) * 10_000 >= u64::from(hundredths) * u64::from(self.possible)
    }

    fn add(&mut self, criterion: &Criterion, level: Level) {
        self.earned += level.points() * criterion.weight;
        self.possible += Level::Binding.points() * criterion.weight;
    }
}

/// What a group of criteria reached.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// Id of the field, or number of the article.
    pub id: String,
    pub criteria: u32,
    /// Planned or better.
    pub covered: u32,
    pub binding: u32,
    pub score: Score,
}

impl Tally {
    fn add(&mut self, criterion: &Criterion, level: Level) {
        self.criteria += 1;
        self.covered += u32::from(level.is_covered());
        self.binding += u32::from(level == Level::Binding);
        self.score.add(criterion, level);
    }
}

/// The scores of one plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scores {
    pub total: Tally,
    /// In checklist order; fields without a criterion are left out.
    pub fields: Vec<Tally>,
    /// In the order of the convention; articles without a criterion are left out.
    pub articles: Vec<Tally>,
    /// Articles that the checklist asks about and no criterion covers.
    pub uncovered_articles: Vec<String>,
    /// Articles that the checklist does not ask about.
    pub unasked_articles: Vec<String>,
    /// Indices of the criteria below planned, in checklist order.
    pub gaps: Vec<usize>,
}

/// Counts the points of an assessment.
pub fn score(checklist: &Checklist, assessment: &Assessment) -> Scores {
    score_without(checklist, assessment, &BTreeSet::new())
}

/// Counts the points as if the criteria of these indices were not asked.
pub fn score_without(checklist: &Checklist, assessment: &Assessment, left_out: &BTreeSet<usize>) -> Scores {
    let mut total = Tally::default();
    let mut fields: Vec<Tally> = checklist.fields.iter().map(|f| Tally { id: f.id.clone(), ..Tally::default() }).collect();
    let mut articles: Vec<Tally> = checklist.articles.iter().map(|a| Tally { id: a.id.clone(), ..Tally::default() }).collect();
    let mut gaps = Vec::new();
    for (i, (criterion, finding)) in checklist.criteria.iter().zip(&assessment.findings).enumerate().filter(|(i, _)| !left_out.contains(i)) {
        total.add(criterion, finding.level);
        fields[criterion.field].add(criterion, finding.level);
        for article in &mut articles {
            // A criterion counts once for an article, however many of its paragraphs it names.
            if criterion.articles.iter().any(|reference| article_of(reference) == article.id) {
                article.add(criterion, finding.level);
            }
        }
        if !finding.level.is_covered() {
            gaps.push(i);
        }
    }
    let unasked_articles = articles.iter().filter(|a| a.criteria == 0).map(|a| a.id.clone()).collect();
    fields.retain(|f| f.criteria > 0);
    articles.retain(|a| a.criteria > 0);
    let uncovered_articles = articles.iter().filter(|a| a.covered == 0).map(|a| a.id.clone()).collect();
    Scores { total, fields, articles, uncovered_articles, unasked_articles, gaps }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gate_compares_exact_fractions() {
        let score = Score { earned: 599, possible: 1000 };
        assert_eq!(score.percent(), 59);
        assert!(!score.reaches(6000));
        assert!(score.reaches(5990));
        assert!(Score::default().reaches(0));
        assert_eq!(Score::default().percent(), 0);
    }
}
