//! `crpd-check due`: the same measures in every format, on a day of our choice.

use crate::{Folder, run};
use serde_json::Value;

const PLAN: &str = "examples/landkreis-wiesental-steckbriefe.md";

fn on(day: &str, more: &[&str]) -> crate::Run {
    run(&[&["due", PLAN, "--today", day], more].concat())
}

fn titles(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|m| m["title"].as_str().unwrap()).collect()
}

#[test]
fn a_deadline_is_overdue_the_day_after() {
    let json = |day: &str| -> Value { serde_json::from_str(&on(day, &["--format", "json"]).out).unwrap() };
    let (before, after) = (json("2026-11-30"), json("2026-12-01"));
    let title = "4.5 Frühförderung";
    assert!(titles(&before["coming"]).contains(&title), "{before:#}");
    assert!(titles(&after["overdue"]).contains(&title) && !titles(&after["coming"]).contains(&title));
    assert_eq!((&after["today"], &after["schema"]), (&Value::from("2026-12-01"), &Value::from("crpd-check/due/1")));
    let count = |day: &Value| titles(&day["overdue"]).len() + titles(&day["coming"]).len();
    assert_eq!(count(&before), count(&after));
    let dates: Vec<&str> = after["overdue"].as_array().unwrap().iter().map(|m| m["latest"].as_str().unwrap()).collect();
    assert!(dates.is_sorted() && dates.iter().all(|d| *d < "2026-12-01"), "{dates:?}");
}

#[test]
fn people_tables_and_calendars_get_the_same_measures() {
    let json: Value = serde_json::from_str(&on("2027-03-01", &["--format", "json"]).out).unwrap();
    let all: Vec<&str> = titles(&json["overdue"]).into_iter().chain(titles(&json["coming"])).collect();
    assert!(all.len() > 20, "{all:?}");
    let plain = on("2027-03-01", &["--plain"]).out;
    assert!(!plain.contains("  ") && all.iter().all(|title| plain.contains(title)), "{plain}");
    assert!(on("2027-03-01", &["--format", "html"]).out.contains("<h2"));
    let csv = on("2027-03-01", &["--format", "csv"]).out;
    assert_eq!(csv.lines().count(), all.len() + 1);
    let calendar = on("2027-03-01", &["--format", "ics"]).out;
    let unfolded = calendar.replace("\n ", "");
    assert_eq!(unfolded.matches("BEGIN:VEVENT").count(), all.len());
    let mut identities: Vec<&str> = unfolded.lines().filter(|l| l.starts_with("UID:")).collect();
    identities.sort_unstable();
    identities.dedup();
    assert_eq!(identities.len(), all.len(), "every date is a date of its own");
    assert!(unfolded.contains("DTSTART;VALUE=DATE:20261130") && unfolded.contains("DTEND;VALUE=DATE:20261201"), "{unfolded}");
    assert_eq!(calendar, on("2027-03-01", &["--format", "ics"]).out, "no clock and no chance in it");
    assert!(calendar.lines().all(|line| line.len() <= 75), "lines are folded");
}

#[test]
fn overdue_fails_only_when_asked_for() {
    assert_eq!(on("2099-01-01", &[]).code, 0);
    let closed = on("2099-01-01", &["--fail-overdue"]);
    assert_eq!(closed.code, 1);
    assert!(closed.err.lines().last().unwrap().contains("--fail-overdue"), "{}", closed.err);
    assert_eq!(on("2020-01-01", &["--fail-overdue"]).code, 0);
    let refused = on("morgen", &[]);
    assert_eq!((refused.code, refused.out.as_str()), (2, ""));
    assert!(refused.err.contains("„morgen“") && refused.err.contains("Jahr-Monat-Tag"), "{}", refused.err);
}

#[test]
fn a_hostile_title_stays_a_title_in_a_calendar() {
    let folder = Folder::new();
    let plan = "# Plan\n\n## Maßnahmen\n\n| Maßnahme | Zuständig | Frist |\n|---|---|---|\n\
        | Rampe\\nEND:VEVENT\u{1b}[2J; BEGIN:VALARM, am Rathaus bauen | Bauamt | 2027 |\n| =1+1 Haltestelle umbauen | Bauamt | 2027 |\n";
    let file = folder.file("plan.md", plan);
    let calendar = run(&["due", &file, "--today", "2026-01-01", "--format", "ics"]).out;
    assert_eq!(calendar.matches("\nBEGIN:VEVENT").count(), 2, "{calendar}");
    assert_eq!(calendar.matches("\nEND:VEVENT").count(), 2);
    assert!(!calendar.contains("\nBEGIN:VALARM") && !calendar.contains('\u{1b}'), "{calendar}");
    let csv = run(&["due", &file, "--today", "2026-01-01", "--format", "csv"]).out;
    assert!(csv.contains("'=1+1 Haltestelle"), "{csv}");
}
