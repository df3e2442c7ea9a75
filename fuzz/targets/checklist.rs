#![no_main]

#[path = "../invariants.rs"]
#[allow(dead_code)]
mod invariants;

libfuzzer_sys::fuzz_target!(|text: &[u8]| invariants::checklist(&String::from_utf8_lossy(text)));
