//! Drafts of council papers: which gaps of a plan they take up, and whom they address.
//!
//! A paper is a start for people: it takes a few gaps, never all, and what only people know stays blank.

use crate::audit::PlanAudit;
use crate::checklist::{Checklist, Competence};
use crate::place::{PlaceKind, Tier};
use crate::rules::{Answer, Paper, Rule};
use crate::survey::Header;

/// As many items as a council can discuss where no rule sets a limit.
const ITEMS: usize = 7;

/// What a paper asks or demands in one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    pub criterion: usize,
    /// That of the municipality which the paper addresses.
    pub competence: Competence,
}

/// The municipality that a paper goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Addressee {
    pub kind: PlaceKind,
    pub known: Known,
}

/// How the kind of municipality became known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// Somebody said it.
    Asked,
    /// The front matter of the plan says it.
    Stated,
    /// The plan says "Stadt", and not whether it belongs to a county.
    Town,
    /// Nobody said it: the smallest duties are assumed.
    Assumed,
}

impl Addressee {
    /// Takes what was asked for, else what the plan says of itself.
    pub fn new(asked: Option<Tier>, header: &Header) -> Self {
        match (asked, header.kind) {
            // A town stays a town: the plan only says more than the flag does.
            (Some(tier), Some(kind)) if kind.tier() == tier => Self { kind, known: Known::Asked },
            (Some(tier), _) => Self { kind: tier.kind(), known: Known::Asked },
            (None, Some(PlaceKind::Town)) => Self { kind: PlaceKind::Town, known: Known::Town },
            (None, Some(kind)) => Self { kind, known: Known::Stated },
            (None, None) => Self { kind: PlaceKind::Municipality, known: Known::Assumed },
        }
    }
}

/// The most questions that a answer allows for this paper.
pub fn most_questions(paper: Paper, answer: &Answer<'_>) -> Option<usize> {
    let Answer::Rule(Rule { max_questions: Some(most), .. }) = answer else { return None };
    (paper == Paper::Inquiry).then_some(*most as usize)
}

/// How many items a paper has where nobody says how many.
pub fn usual_count(paper: Paper, answer: &Answer<'_>) -> usize {
    most_questions(paper, answer).map_or(ITEMS, |most| most.min(ITEMS))
}

/// Chooses the largest gaps within the competence of the addressee; those beyond it come only where there are too few.
pub fn choose(plan: &PlanAudit, checklist: &Checklist, tier: Tier, count: usize) -> Vec<Item> {
    let mut items = items(&plan.largest_gaps(checklist), checklist, tier);
    items.sort_by_key(|item| item.competence == Competence::No);
    items.truncate(count);
    items
}

/// These criteria as items, in their order.
pub fn items(criteria: &[usize], checklist: &Checklist, tier: Tier) -> Vec<Item> {
    criteria.iter().map(|&criterion| Item { criterion, competence: checklist.criteria[criterion].competence.of(tier) }).collect()
}

/// What the plan does well: the firmest answers with a passage to quote, in turns through the fields.
pub fn strengths(plan: &PlanAudit, checklist: &Checklist) -> Vec<usize> {
    let finding = |&c: &usize| &plan.assessment.findings[c];
    let mut covered: Vec<usize> = (0..checklist.criteria.len())
        .filter(|c| finding(c).level.is_covered() && finding(c).share.is_none() && !finding(c).evidence.is_empty())
        .collect();
    covered.sort_by_key(|c| std::cmp::Reverse(finding(c).level));
    let mut strengths = checklist.in_turns(covered);
    strengths.truncate(ITEMS);
    strengths
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::ReadPlan;
    use crate::embedded::{DEFAULT, Embedded};
    use crate::source::Source;

    fn checklist() -> Checklist {
        Embedded::find(DEFAULT).unwrap().checklist().unwrap()
    }

    #[test]
    fn the_addressee_is_what_was_asked_for_else_what_the_plan_says() {
        let header = |kind| Header { kind, ..Header::default() };
        let of = |asked, kind| {
            let addressee = Addressee::new(asked, &header(kind));
            (addressee.kind, addressee.known)
        };
        assert_eq!(of(None, Some(PlaceKind::County)), (PlaceKind::County, Known::Stated));
        assert_eq!(of(None, Some(PlaceKind::Town)), (PlaceKind::Town, Known::Town));
        assert_eq!(of(Some(Tier::Municipality), Some(PlaceKind::Town)), (PlaceKind::Town, Known::Asked));
        assert_eq!(of(Some(Tier::IndependentCity), Some(PlaceKind::Town)), (PlaceKind::IndependentCity, Known::Asked));
        assert_eq!(of(None, None), (PlaceKind::Municipality, Known::Assumed));
    }

    #[test]
    fn what_others_decide_comes_last() {
        let checklist = checklist();
        let plan = ReadPlan::new(Source::new("plan.md", "# Plan\n"), String::new()).audit(&checklist);
        let of = |tier: Tier, count: usize| choose(&plan, &checklist, tier, count);
        let gaps = plan.scores.gaps.len();
        assert!(of(Tier::Municipality, 30).iter().all(|i| i.competence != Competence::No));
        let all = of(Tier::Municipality, gaps);
        assert_eq!(all.len(), gaps);
        assert_eq!(all.last().map(|i| i.competence), Some(Competence::No));
        let has = |items: &[Item], id: &str| items.iter().any(|i| checklist.criteria[i.criterion].id == id && i.competence != Competence::No);
        assert!(!has(&all, "gesundheit.gesundheitsamt") && has(&of(Tier::County, gaps), "gesundheit.gesundheitsamt"));
        assert!(has(&all, "freizeit.spielplaetze") && !has(&of(Tier::County, gaps), "freizeit.spielplaetze"));
        // In turns through the fields: the first items are of different ones.
        let mut fields: Vec<usize> = all[..7].iter().map(|i| checklist.criteria[i.criterion].field).collect();
        fields.dedup();
        assert_eq!(fields.len(), 7);
    }

    #[test]
    fn the_usual_count_stays_within_the_limit() {
        let source = Source::new("r.yaml", crate::rules::EMBEDDED[1].1);
        let rules = crate::rules::parse(&source).unwrap();
        let count = |paper| usual_count(paper, &rules.answer(paper, None));
        assert_eq!((count(Paper::Inquiry), count(Paper::Motion)), (5, 7));
    }

    #[test]
    fn only_what_is_covered_and_can_be_quoted_is_a_strength() {
        let checklist = checklist();
        let text = "# Plan\n\n## Maßnahmen\n\n- Das Tiefbauamt baut bis Ende 2027 zwölf Haltestellen mit Sonderborden um.\n- Die Spielplätze sollen inklusiv werden.\n";
        let plan = ReadPlan::new(Source::new("plan.md", text), String::new()).audit(&checklist);
        let ids: Vec<&str> = strengths(&plan, &checklist).iter().map(|&c| checklist.criteria[c].id.as_str()).collect();
        assert_eq!(ids, ["mobilitaet.haltestellen"]);
    }
}
