//! What holds for every plan: shown on many plans that were made by rule, and on the texts that fuzzing kept.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

#[path = "../../fuzz/invariants.rs"]
mod invariants;
#[path = "../it/invented.rs"]
#[allow(dead_code)]
mod invented;
mod kept;
mod plans;
mod tables;
