//! What people write down is read again as they wrote it.

use crate::invariants;
use crate::plans::cases;
use crpd_check::checklist::Checklist;
use crpd_check::judgment::{Judgment, Judgments, Verdict};
use crpd_check::sheet::{self, COLUMNS};
use crpd_check::source::{Source, Span};
use crpd_check::text::Lang;
use crpd_check::words::Words;
use proptest::prelude::*;
use std::collections::BTreeMap;

const CRITERION: &str = "mobilitaet.haltestellen";

/// What spreadsheets, mail programs and mischief leave in a cell.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        "[ -~äöüß]{0,30}",
        prop::sample::select(vec![
            "\n",
            "\r\n",
            ": ",
            "- ",
            "# ",
            "|",
            "\"",
            "'",
            ";",
            "null",
            "true",
            "---",
            "2026-01-01",
            "~",
            "&a",
            "*a",
            "\t",
            "\u{85}",
            "\u{2028}",
            "\u{feff}"
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

fn named() -> impl Strategy<Value = String> {
    any_text().prop_filter("a name", |text| !text.trim().is_empty())
}

fn a_judgment() -> impl Strategy<Value = Judgment> {
    let verdict = prop::sample::select(Verdict::ALL.to_vec());
    let date = prop::option::of((2000..2100_i32, 1..13_u8, 1..29_u8).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}").parse().unwrap()));
    (named(), verdict, named(), date, any_text(), any_text(), named()).prop_map(|(criterion, verdict, group, date, place, comment, passage)| {
        Judgment { criterion, verdict, group, date, place, comment, passage, span: Span::default() }
    })
}

fn small() -> Checklist {
    Checklist::parse(&Source::new("checklist.yaml", include_str!("../report/checklist.yaml"))).unwrap()
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn judgments_are_read_as_they_were_written(plan in named(), checklist in named(), all in prop::collection::vec(a_judgment(), 0..4)) {
        let mut list: Vec<Judgment> = Vec::new();
        for judgment in all {
            if !list.iter().any(|j| j.is_on_the_same(&judgment)) {
                list.push(judgment);
            }
        }
        invariants::kept(&Judgments { plan, checklist, list });
    }

    #[test]
    fn a_sheet_keeps_every_word(place in any_text(), comment in any_text(), group in "[A-ZÄÖÜa-zß =+＝＠-]{1,20}", separator in 0..3_usize) {
        prop_assume!(!group.trim().is_empty());
        let separator = b";,\t"[separator];
        let mut writer = csv::WriterBuilder::new().delimiter(separator).terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        writer.write_record(COLUMNS.map(|key| Words::new(Lang::De, false).message(key, &[]))).unwrap();
        writer.write_record([CRITERION, "", "", "", "", "ja", &place, &comment, &group, "10.2.26", "t-0"]).unwrap();
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let filled = sheet::read(&Source::new("bogen.csv", text.clone()), &small(), None, &BTreeMap::new());
        let filled = filled.unwrap_or_else(|problems| panic!("{problems:?}\n{text}"));
        let [read] = filled.judgments.as_slice() else { panic!("{filled:?}") };
        // Before a sign of formulas, an apostrophe is no word.
        let said = |text: &str| text.trim().trim_start_matches('\'').trim().to_owned();
        prop_assert_eq!((said(&read.place), said(&read.comment), said(&read.group)), (said(&place), said(&comment), said(&group)));
        prop_assert_eq!((read.verdict, read.passage.as_str()), (Verdict::Yes, "t-0"));
    }
}
