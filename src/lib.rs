//! Audits a municipality's action plan against the UN Convention on the Rights of Persons with Disabilities.
//!
//! Data flows one way: text in, values out, words at the very end.
//!
//! ```text
//! files → Source ─┬─ Checklist::parse ─────────────────────────────────────────────┐
//!                 └─ document::parse → plan::read → measure::grade ─────────────────┴→ assess → score → Report → render
//! ```
//!
//! The list below is the staircase: a module uses only modules that stand above it in the list.
//! Everything up to `report` is pure; only `files` and `cli` touch disk, environment and terminal.
//! Both rules are kept by tests/it/layers.rs.

pub mod message;
pub mod source;
pub mod text;
pub mod compiled;
pub mod yaml;
pub mod pattern;
pub mod lines;
pub mod language;
pub mod place;
pub mod checklist;
pub mod embedded;
pub mod layout_words;
pub mod document;
pub mod damage;
pub mod attribute;
pub mod row;
pub mod plan;
pub mod measure;
pub mod assessment;
pub mod proof;
pub mod score;
pub mod alert;
pub mod waiver;
pub mod judgment;
pub mod agreement;
pub mod audit;
pub mod due;
pub mod matching;
pub mod diff;
pub mod baseline;
pub mod gate;
pub mod survey;
pub mod rules;
pub mod draft;
pub mod wording;
pub mod lint;
pub mod easy;
pub mod syllable;
pub mod readability;
pub mod words;
pub mod sheet;
pub mod gold;
pub mod evaluation;
pub mod report;
pub mod config;
pub mod files;
pub mod cli;
