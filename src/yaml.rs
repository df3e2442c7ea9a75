//! YAML that people write: read within bounds, and every mistake told with its place and a way out.
//!
//! The only module that knows the YAML library.

use crate::message::{Message, message};
use crate::source::{Problem, Source, Span};
use crate::text::nearest;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_yaml::{Location, Spanned};

/// What a type says it expected, with the keys of the message and of the help for it.
pub type Expected = (&'static str, &'static str, &'static str);

/// Reads a file. `begin` is the schema with which such a file begins, for whoever gives an empty one.
pub fn read<T: DeserializeOwned>(source: &Source, begin: &str, known: &[Expected]) -> Result<T, Problem> {
    let options = serde_yaml::options! {
        strict_booleans: true,
        budget: serde_yaml::budget! {
            max_depth: 16,
            max_nodes: 1_000_000,
        },
    };
    serde_yaml::from_str_with_options(&source.text, options).map_err(|error| problem(source, &error, begin, known))
}

/// Prints a value as a file that [`read`] reads.
pub fn write<T: Serialize>(value: &T) -> String {
    // Structs of texts always have a YAML form.
    serde_yaml::to_string(value).unwrap_or_default()
}

/// The place of a value in its file.
pub fn span<T>(source: &Source, value: &Spanned<T>) -> Span {
    place(source, value.referenced)
}

/// Whole characters at a place that the YAML library names; it counts bytes, characters or nothing at all.
fn place(source: &Source, at: Location) -> Span {
    let bytes = |count: Option<u64>| count.and_then(|n| usize::try_from(n).ok());
    let start = bytes(at.span().byte_offset()).filter(|o| *o <= source.text.len()).unwrap_or_else(|| offset_of(source, at.line(), at.column()));
    let length = bytes(at.span().byte_len()).unwrap_or(1).max(1);
    Span::new(source.text.floor_char_boundary(start), source.text.ceil_char_boundary(start.saturating_add(length)))
}

fn offset_of(source: &Source, line: u64, column: u64) -> usize {
    let line = usize::try_from(line).unwrap_or(1).max(1);
    let column = usize::try_from(column).unwrap_or(1).max(1);
    let text = source.line_text(line);
    // A line that is not there has no place; it is taken for the end.
    let Some(start) = (text.as_ptr() as usize).checked_sub(source.text.as_ptr() as usize) else { return source.text.len() };
    source.text.len().min(start + text.char_indices().nth(column - 1).map_or(text.len(), |(i, _)| i))
}

/// A mistake in the YAML itself, in words for somebody who does not know YAML.
fn problem(source: &Source, error: &serde_yaml::Error, begin: &str, known: &[Expected]) -> Problem {
    use serde_yaml::Error;
    let inner = error.without_snippet();
    let span = inner.location().map_or(Span::default(), |at| place(source, at));
    let allowed = |expected: &[&'static str]| message!("problem-allowed", known = expected.join(", "));
    let (message, help) = match inner {
        Error::SerdeUnknownField { field, expected, .. } => (
            message!("problem-key", name = field),
            match nearest(field, expected) {
                Some(near) => message!("problem-key-help", near = near, known = expected.join(", ")),
                None => allowed(expected),
            },
        ),
        Error::SerdeUnknownVariant { variant, expected, .. } => (message!("problem-variant", name = variant), allowed(expected)),
        Error::SerdeMissingField { field, .. } => (message!("problem-no-key", name = *field), message!("problem-no-key-help", name = *field)),
        Error::DuplicateMappingKey { key, .. } => {
            (message!("problem-double-key", name = key.as_deref().unwrap_or("")), message!("problem-double-key-help"))
        }
        Error::SerdeInvalidType { expected, .. } if known.iter().any(|(name, _, _)| name == expected) => {
            let (_, message, help) = known.iter().find(|(name, _, _)| name == expected).copied().unwrap_or_default();
            (Message { key: message, values: Vec::new() }, Message { key: help, values: Vec::new() })
        }
        Error::Budget { .. } => (message!("problem-too-large"), message!("problem-too-large-help")),
        // Below the budget the parser has a bound of its own and no name for it.
        other if other.to_string().contains("recursion limit") => (message!("problem-too-large"), message!("problem-too-large-help")),
        Error::Eof { .. } => (message!("problem-empty-file"), message!("problem-empty-file-help", schema = begin)),
        other => (message!("problem-yaml", reason = other.to_string().lines().next().unwrap_or("")), message!("problem-yaml-help")),
    };
    Problem::new(span, message).with_help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_is_shown_at_whole_characters() {
        for text in ["schema: x\n\u{2028}", "  \u{feff}", "ä: \u{2028}ü: [", "ä"] {
            let source = Source::new("x.yaml", text);
            let problem = read::<std::collections::BTreeMap<String, u8>>(&source, "schema: x", &[]).unwrap_err();
            assert!(text.get(problem.span.start..problem.span.end).is_some(), "{text:?}: {:?}", problem.span);
        }
    }
}
