//! How far groups agree that judged the same criteria: the share of equal pairs, and Krippendorff's alpha.

use crate::judgment::{Judgment, Verdict};
use std::collections::BTreeMap;

/// With fewer groups a figure would be chance.
pub const FEWEST_GROUPS: usize = 3;
/// With fewer criteria that at least two groups judged a figure would be chance.
pub const FEWEST_ITEMS: usize = 10;

/// Part of a whole, exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    pub numerator: i128,
    /// Above zero.
    pub denominator: i128,
}

impl Fraction {
    /// Is it at least so many thousandths?
    pub fn reaches(self, thousandths: i128) -> bool {
        self.numerator.saturating_mul(1000) >= self.denominator.saturating_mul(thousandths)
    }

    /// Thousandths, rounded down: what is below a limit is never printed as the limit.
    pub fn thousandths(self) -> i128 {
        self.numerator.saturating_mul(1000).div_euclid(self.denominator)
    }
}

/// Why there is no alpha.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAlpha {
    FewGroups,
    FewItems,
    /// All verdicts are the same one: there is nothing that could have differed.
    NoVariation,
    /// More groups than the exact arithmetic can hold.
    ManyGroups,
}

impl NoAlpha {
    /// The name in machine output and, after `no-alpha-`, of its message.
    pub fn name(self) -> &'static str {
        match self {
            Self::FewGroups => "few-groups",
            Self::FewItems => "few-items",
            Self::NoVariation => "no-variation",
            Self::ManyGroups => "many-groups",
        }
    }
}

/// The verdicts on one criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub criterion: String,
    /// Groups and what they say, in the order of the file; groups that cannot tell stand here too.
    pub verdicts: Vec<(String, Verdict)>,
    /// Steps between the lowest and the highest verdict: 2 from "no" to "yes".
    pub width: u8,
    /// Pairs of groups that say different things, of all pairs that could tell.
    pub different: usize,
    pub pairs: usize,
}

/// How far the groups agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// In alphabetical order.
    pub groups: Vec<String>,
    /// Every judged criterion, the widest disagreement first.
    pub items: Vec<Item>,
    /// Criteria that at least two groups could judge.
    pub comparable: usize,
    /// Equal pairs of all pairs of groups on the same criterion.
    pub equal: usize,
    pub pairs: usize,
    pub alpha: Result<Fraction, NoAlpha>,
}

/// Compares the verdicts of the groups; what was agreed on together is no verdict of a group.
pub fn agreement(judgments: &[Judgment]) -> Agreement {
    let mut order: Vec<&str> = Vec::new();
    let mut by_criterion: BTreeMap<&str, Vec<(String, Verdict)>> = BTreeMap::new();
    let mut groups: Vec<String> = Vec::new();
    for judgment in judgments.iter().filter(|j| !j.is_joint()) {
        let group = judgment.group.trim().to_owned();
        // Upper and lower case make no other group.
        let group = groups.iter().find(|g| g.to_lowercase() == group.to_lowercase()).cloned().unwrap_or(group);
        if !groups.contains(&group) {
            groups.push(group.clone());
        }
        if !by_criterion.contains_key(judgment.criterion.as_str()) {
            order.push(&judgment.criterion);
        }
        by_criterion.entry(&judgment.criterion).or_default().push((group, judgment.verdict));
    }
    groups.sort();
    let mut items: Vec<Item> = order.iter().map(|id| item(id, by_criterion.remove(id).unwrap_or_default())).collect();
    let units: Vec<Vec<u8>> = items.iter().map(|i| ordered(&i.verdicts)).filter(|u| u.len() > 1).collect();
    let different: usize = items.iter().map(|i| i.different).sum();
    let pairs: usize = items.iter().map(|i| i.pairs).sum();
    let alpha = if groups.len() < FEWEST_GROUPS {
        Err(NoAlpha::FewGroups)
    } else if units.len() < FEWEST_ITEMS {
        Err(NoAlpha::FewItems)
    } else {
        alpha(&units)
    };
    // Sorting is stable: of equal ones the first judged stays first.
    items.sort_by_key(|i| std::cmp::Reverse((i.width, i.different)));
    Agreement { groups, items, comparable: units.len(), equal: pairs - different, pairs, alpha }
}

fn item(criterion: &str, verdicts: Vec<(String, Verdict)>) -> Item {
    let told = ordered(&verdicts);
    let width = told.iter().max().unwrap_or(&0) - told.iter().min().unwrap_or(&0);
    let pairs = told.len() * told.len().saturating_sub(1) / 2;
    let different = told.iter().enumerate().map(|(i, a)| told[i + 1..].iter().filter(|b| *b != a).count()).sum();
    Item { criterion: criterion.to_owned(), verdicts, width, different, pairs }
}

/// The verdicts of those who could tell as places in the order no, partly, yes.
fn ordered(verdicts: &[(String, Verdict)]) -> Vec<u8> {
    verdicts.iter().map(|(_, v)| *v).filter(|v| *v != Verdict::Unsure).map(|v| v as u8).collect()
}

/// Krippendorff's alpha for ordered values, exactly; each unit holds the values of at least two observers.
///
/// Source: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), with the ordinal metric
/// δ²(c, k) = (n_c/2 + n_(c+1) + … + n_(k-1) + n_k/2)².
fn alpha(units: &[Vec<u8>]) -> Result<Fraction, NoAlpha> {
    exact_alpha(units).unwrap_or(Err(NoAlpha::ManyGroups))
}

fn exact_alpha(units: &[Vec<u8>]) -> Option<Result<Fraction, NoAlpha>> {
    let values = usize::from(units.iter().flatten().copied().max()?) + 1;
    // A unit of m values counts each of its pairs 1 / (m - 1): the common denominator keeps that whole.
    let mut common: i128 = 1;
    for unit in units {
        let others = i128::try_from(unit.len()).ok()? - 1;
        common = common.checked_mul(others / greatest_common_divisor(common, others))?;
    }
    let mut totals = vec![0_i128; values];
    // Coincidences of two different values in a unit, times the common denominator; both orders of a pair.
    let mut together = vec![vec![0_i128; values]; values];
    for unit in units {
        let mut counts = vec![0_i128; values];
        unit.iter().for_each(|&v| counts[usize::from(v)] += 1);
        let weight = common / (i128::try_from(unit.len()).ok()? - 1);
        for c in 0..values {
            totals[c] += counts[c];
            for k in c + 1..values {
                together[c][k] = together[c][k].checked_add(counts[c].checked_mul(counts[k])?.checked_mul(weight)?.checked_mul(2)?)?;
            }
        }
    }
    let (mut observed, mut expected) = (0_i128, 0_i128);
    for c in 0..values {
        for k in c + 1..values {
            // Twice the metric's root, so that it stays whole; both sums carry the same factor.
            let root = 2 * totals[c..=k].iter().sum::<i128>() - totals[c] - totals[k];
            let metric = root.checked_mul(root)?;
            observed = observed.checked_add(together[c][k].checked_mul(metric)?)?;
            expected = expected.checked_add(totals[c].checked_mul(totals[k])?.checked_mul(2)?.checked_mul(metric)?)?;
        }
    }
    if expected == 0 {
        return Some(Err(NoAlpha::NoVariation));
    }
    // 1 - (n - 1) · observed / expected, where observed carries the common denominator.
    let denominator = expected.checked_mul(common)?;
    let numerator = denominator.checked_sub((totals.iter().sum::<i128>() - 1).checked_mul(observed)?)?;
    Some(Ok(Fraction { numerator, denominator }))
}

fn greatest_common_divisor(a: i128, b: i128) -> i128 {
    if b == 0 { a.max(1) } else { greatest_common_divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;
    use Verdict::{No, Partly, Unsure, Yes};

    fn judgments(rows: &[(&str, &[(&str, Verdict)])]) -> Vec<Judgment> {
        let one = |criterion: &str, group: &str, verdict| Judgment {
            criterion: criterion.to_owned(),
            verdict,
            group: group.to_owned(),
            date: None,
            place: String::new(),
            comment: String::new(),
            passage: String::new(),
            span: Span::default(),
        };
        rows.iter().flat_map(|(id, verdicts)| verdicts.iter().map(|(g, v)| one(id, g, *v))).collect()
    }

    #[test]
    fn alpha_is_that_of_the_published_example() {
        // Krippendorff (2011), section C: four observers, twelve units, values 1 to 5, ordinal alpha 0.815.
        let observers = [
            [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
            [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
            [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
        ];
        let units: Vec<Vec<u8>> =
            (0..12).map(|u| observers.iter().map(|o| o[u]).filter(|v| *v > 0).collect()).filter(|u: &Vec<u8>| u.len() > 1).collect();
        let found = alpha(&units).unwrap();
        assert_eq!(found.thousandths(), 815);
        assert!(found.reaches(800) && !found.reaches(816));
    }

    #[test]
    fn alpha_of_a_small_table_counted_by_hand() {
        // Two observers, values 0 and 1: 00, 00, 11, 01. n0 = 5, n1 = 3, n = 8, o01 = 1 and o10 = 1.
        // With two values the metric is one factor: alpha = 1 - 7 · 2 / (2 · 5 · 3) = 16/30.
        let found = alpha(&[vec![0, 0], vec![0, 0], vec![1, 1], vec![0, 1]]).unwrap();
        assert_eq!(found.numerator * 30, found.denominator * 16);
        assert_eq!(alpha(&[vec![1, 1], vec![1, 1]]), Err(NoAlpha::NoVariation));
        // As far apart as can be: 01 and 01 give 1 - 3 · 4 / (2 · 2 · 2), less than nothing.
        assert_eq!(alpha(&[vec![0, 1], vec![0, 1]]).unwrap().thousandths(), -500);
    }

    #[test]
    fn few_groups_or_items_get_no_alpha_and_are_told_why() {
        let ids: Vec<String> = (0..10).map(|i| format!("a.k{i}")).collect();
        let rows = |groups: &'static [(&'static str, Verdict)], count: usize| {
            agreement(&judgments(&ids.iter().take(count).map(|id| (id.as_str(), groups)).collect::<Vec<_>>())).alpha
        };
        assert_eq!(rows(&[("A", Yes), ("B", No)], 10), Err(NoAlpha::FewGroups));
        assert_eq!(rows(&[("A", Yes), ("B", No), ("C", No)], 9), Err(NoAlpha::FewItems));
        assert_eq!(rows(&[("A", Yes), ("B", Unsure), ("C", Unsure)], 10), Err(NoAlpha::FewItems));
        assert_eq!(rows(&[("A", Yes), ("B", Yes), ("C", Yes)], 10), Err(NoAlpha::NoVariation));
        assert!(rows(&[("A", Yes), ("B", No), ("C", No)], 10).is_ok());
        // What all agreed on together is no third group.
        assert_eq!(rows(&[("A", Yes), ("B", No), ("gemeinsam", No)], 10), Err(NoAlpha::FewGroups));
    }

    #[test]
    fn the_widest_disagreement_stands_first() {
        let found = agreement(&judgments(&[
            ("a.einig", &[("A", Yes), ("B", Yes), ("C", Yes)]),
            ("b.nah", &[("A", Yes), ("b", Partly), ("C", Yes)]),
            ("c.weit", &[("A", Yes), ("B", No), ("C", Yes)]),
            ("d.weiter", &[("A", Yes), ("B", No), ("C", Partly)]),
            ("e.unklar", &[("A", Yes), ("B", Unsure), ("C", Unsure)]),
        ]));
        assert_eq!(found.items.iter().map(|i| i.criterion.as_str()).collect::<Vec<_>>(), ["d.weiter", "c.weit", "b.nah", "a.einig", "e.unklar"]);
        assert_eq!(found.groups, ["A", "B", "C"]);
        // Pairs: 3 equal, 1 of 3, 1 of 3, 0 of 3; nobody can be compared on the last one.
        assert_eq!((found.equal, found.pairs, found.comparable), (5, 12, 4));
    }
}
