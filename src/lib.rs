pub mod source;
pub mod text;
pub mod pattern;
pub mod language;
pub mod checklist;
