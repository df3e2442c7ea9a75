//! Any number of plans of places that do not exist, for tests and measurements with many files.
//!
//! A plan is put together from chapters of the example plans and of the project's own corpus, which are invented
//! too. The same number always gives the same plan.

use std::fmt::Write;

const PLANS: [&str; 7] = [
    include_str!("../../examples/brueckstedt-aue-tabellen.md"),
    include_str!("../../examples/landkreis-wiesental-steckbriefe.md"),
    include_str!("../../examples/stadtgemeinde-sankt-olm-stichpunkte.md"),
    include_str!("../corpus/plans/amt-lindenbruch-nummern.md"),
    include_str!("../corpus/plans/kreis-talheim-tabellen.md"),
    include_str!("../corpus/plans/stadt-ahrenbach-prosa.md"),
    include_str!("../corpus/plans/stadtgemeinde-ternau-nummern.md"),
];
const KINDS: [&str; 5] = ["Landkreis", "Kreisfreie Stadt", "Stadt", "Gemeinde", "Samtgemeinde"];
const BEGINNINGS: [&str; 8] = ["Ahlen", "Birken", "Dorn", "Elsen", "Falken", "Grauen", "Heiden", "Linden"];
const ENDINGS: [&str; 8] = ["au", "bach", "feld", "hausen", "moor", "rode", "tal", "wiek"];

/// The name of the file of a plan.
pub(crate) fn name(number: usize) -> String {
    format!("plan-{number:05}.md")
}

/// A plan of 30 to 90 chapters.
pub(crate) fn plan(number: usize) -> String {
    let chapters: Vec<&str> = PLANS.iter().flat_map(|plan| plan.split("\n## ").skip(1)).collect();
    let mut state = number as u64;
    let mut pick = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((state >> 33) % below as u64).unwrap_or(0)
    };
    let place = format!("{}{}", BEGINNINGS[pick(8)], ENDINGS[pick(8)]);
    let kind = KINDS[pick(5)];
    let mut text = format!(
        "---\ntitel: Aktionsplan Inklusion {place}\nkommune: {place}\nart: {kind}\nags: \"99{number:06}\"\nfassung: {}. Fassung\nsprache: de\n---\n\n# Aktionsplan Inklusion {place}\n",
        1 + pick(3)
    );
    for _ in 0..30 + pick(61) {
        let _ = write!(text, "\n## {}\n", chapters[pick(chapters.len())].trim_end());
    }
    text
}
