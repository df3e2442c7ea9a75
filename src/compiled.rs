//! What build.rs compiled: word lists and checklists in a form that is read in a thousandth of a second.
//!
//! Compiling them took longer than reading a plan of 300 KB. build.rs uses the same modules as the program and puts its own
//! module of this name in place of this one, with nothing in it; whoever finds nothing compiles for himself.

use serde::de::DeserializeOwned;

/// `language/de/commitment.yaml`.
pub const GERMAN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/de.compiled"));
/// `language/en/commitment.yaml`.
pub const ENGLISH: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/en.compiled"));

/// `language/de/layout.yaml` and `language/en/layout.yaml` in one.
pub const LAYOUT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/layout.compiled"));

/// Reads what was compiled; nothing if these bytes are nothing of the kind.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}
