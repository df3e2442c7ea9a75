//! How far groups agree, for people and for programs: the widest disagreement first, figures after it.

use super::json::{self, ToolOut};
use super::page::{Line, Page, Table};
use super::quotation::shown_path;
use super::{Format, judgment};
use crate::agreement::{Agreement, FEWEST_GROUPS, FEWEST_ITEMS, Fraction, Item};
use crate::judgment::Judgments;
use crate::score::Score;
use crate::text::Lang;
use crate::words::{Words, say};
use serde::Serialize;

/// Alpha in thousandths from which on judgments count as reliable, and as tentatively so (Krippendorff 2004, p. 241).
const RELIABLE: i128 = 800;
const TENTATIVE: i128 = 667;

/// Prints how far the groups agree that judged a plan; `files` are those that were read.
pub fn render(files: &[String], judgments: &Judgments, agreement: &Agreement, lang: Lang, format: Format, width: usize) -> String {
    if format == Format::Json {
        return json(judgments, agreement);
    }
    let words = super::words(lang, format);
    let mut page = Page::default();
    let plan = shown_path(&judgments.plan);
    let result = say!(words, "agreement-result", equal = agreement.equal, pairs = agreement.pairs, percent = words.percent(percent(agreement)));
    let count = say!(words, "agreement-count", groups = agreement.groups.len(), items = agreement.items.len(), comparable = agreement.comparable);
    page.title(1, say!(words, "agreement-title", plan = plan.as_str()), vec![Line::text(&result), Line::text(count)]);
    page.heading(2, say!(words, "agreement-items"));
    let mut table = Table::new(&["criterion", "agreement-width", "agreement-verdicts"].map(|key| (words.message(key, &[]), false)));
    for item in &agreement.items {
        table.row(&[&item.criterion, &words.message(&format!("agreement-width-{}", item.width), &[]), &verdicts(item, &words)]);
    }
    page.table(table);
    page.heading(2, say!(words, "agreement-alpha-heading"));
    page.lines(match agreement.alpha {
        Ok(alpha) => vec![
            Line::text(say!(words, "agreement-alpha", alpha = words.decimal(&decimal(alpha)))),
            Line::text(words.message(meaning(alpha), &[])),
            Line::text(say!(words, "agreement-source")),
        ],
        Err(reason) => {
            let values = [("groups", FEWEST_GROUPS.into()), ("items", FEWEST_ITEMS.into())];
            vec![Line::text(words.message(&format!("no-alpha-{}", reason.name()), &values))]
        }
    });
    let next = match files {
        [file] => say!(words, "agreement-next-audit", plan = super::typed(&plan), file = super::typed(file)),
        files => say!(words, "agreement-next-merge", files = files.iter().map(|f| super::typed(f)).collect::<Vec<_>>().join(" ")),
    };
    page.lines(vec![Line::text(result), Line::command(say!(words, "agreement-end"), next)]);
    super::lay_out(&page, &words, format, width)
}

fn verdicts(item: &Item, words: &Words) -> String {
    let one = |(group, verdict): &(String, _)| format!("{group}: {}", judgment::verdict(*verdict, words));
    item.verdicts.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn meaning(alpha: Fraction) -> &'static str {
    if alpha.reaches(RELIABLE) {
        "agreement-reliable"
    } else if alpha.reaches(TENTATIVE) {
        "agreement-tentative"
    } else {
        "agreement-unreliable"
    }
}

/// Three decimals, rounded down.
fn decimal(alpha: Fraction) -> String {
    let thousandths = alpha.thousandths();
    let sign = if thousandths < 0 { "-" } else { "" };
    format!("{sign}{}.{:03}", thousandths.abs() / 1000, thousandths.abs() % 1000)
}

fn percent(agreement: &Agreement) -> u32 {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Score { earned: number(agreement.equal), possible: number(agreement.pairs) }.percent()
}

#[derive(Serialize)]
struct AgreementOut {
    schema: &'static str,
    tool: ToolOut,
    plan: String,
    checklist: String,
    groups: Vec<String>,
    /// Equal pairs of groups of all pairs.
    equal: usize,
    pairs: usize,
    /// Criteria that at least two groups could judge.
    comparable: usize,
    /// Krippendorff's alpha for ordered values, rounded down to three decimals, as a text.
    alpha: Option<String>,
    /// Why there is none.
    no_alpha: Option<&'static str>,
    criteria: Vec<ItemOut>,
}

#[derive(Serialize)]
struct ItemOut {
    criterion: String,
    /// Steps between the lowest and the highest verdict.
    width: u8,
    different: usize,
    pairs: usize,
    verdicts: Vec<VerdictOut>,
}

#[derive(Serialize)]
struct VerdictOut {
    group: String,
    verdict: &'static str,
}

fn json(judgments: &Judgments, agreement: &Agreement) -> String {
    let item = |item: &Item| ItemOut {
        criterion: item.criterion.clone(),
        width: item.width,
        different: item.different,
        pairs: item.pairs,
        verdicts: item.verdicts.iter().map(|(group, verdict)| VerdictOut { group: group.clone(), verdict: verdict.name() }).collect(),
    };
    json::print(&AgreementOut {
        schema: "crpd-check/agreement/1",
        tool: ToolOut::this(),
        plan: shown_path(&judgments.plan),
        checklist: judgments.checklist.clone(),
        groups: agreement.groups.clone(),
        equal: agreement.equal,
        pairs: agreement.pairs,
        comparable: agreement.comparable,
        alpha: agreement.alpha.ok().map(decimal),
        no_alpha: agreement.alpha.err().map(|reason| reason.name()),
        criteria: agreement.items.iter().map(item).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_below_a_limit_is_never_printed_as_the_limit() {
        let alpha = |numerator| Fraction { numerator, denominator: 10_000 };
        assert_eq!((decimal(alpha(7_999)).as_str(), meaning(alpha(7_999))), ("0.799", "agreement-tentative"));
        assert_eq!((decimal(alpha(8_000)).as_str(), meaning(alpha(8_000))), ("0.800", "agreement-reliable"));
        assert_eq!((decimal(alpha(6_669)).as_str(), meaning(alpha(6_669))), ("0.666", "agreement-unreliable"));
        assert_eq!((decimal(alpha(-4_999)), decimal(alpha(10_000))), ("-0.500".to_owned(), "1.000".to_owned()));
    }
}
