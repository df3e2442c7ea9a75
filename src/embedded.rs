//! The checklists that come with the program: every file in `checklists/`, embedded by build.rs.

use crate::checklist::Checklist;
use crate::source::{Problem, Source};
use crate::text::Lang;

/// The checklist that is used when none is named.
pub const DEFAULT: &str = "un-brk-kommunal";

/// A checklist inside the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Embedded {
    pub id: &'static str,
    /// Where the file stands in the source tree; used as its name in messages.
    pub path: &'static str,
    pub yaml: &'static str,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: &'static str,
    json: &'static str,
    lines: &'static [u8],
}

/// All of them, sorted by id.
pub const ALL: &[Embedded] = &include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The beginning of a checklist of one's own, explained line by line: its id, and the file it will stand in.
pub fn starter(lang: Lang, id: &str, file: &str) -> String {
    let text = match lang {
        Lang::De => include_str!("starter/de.yaml"),
        Lang::En => include_str!("starter/en.yaml"),
    };
    text.replace("{id}", id).replace("{file}", file)
}

impl Embedded {
    /// The embedded checklist with this id.
    pub fn find(id: &str) -> Option<&'static Self> {
        ALL.iter().find(|e| e.id == id)
    }

    /// Reads the checklist quickly and without its examples, for audits.
    pub fn checklist(&self) -> Result<Checklist, Vec<Problem>> {
        Checklist::from_checked_json(self.json, self.lines)
    }

    /// The file as it was written, with examples and places.
    pub fn source(&self) -> Source {
        Source::new(self.path, self.yaml)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_compiled_by_the_build_are_those_that_the_program_compiles() {
        for embedded in ALL {
            let compiled = Checklist::from_checked_json(embedded.json, &[]).unwrap();
            assert_eq!(embedded.lines, postcard::to_allocvec(&compiled.compiled_lines()).unwrap(), "{}", embedded.id);
            let read = embedded.checklist().unwrap();
            assert_eq!(read.criteria[..], compiled.criteria[..], "{}", embedded.id);
        }
    }
}
