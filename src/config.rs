//! The settings file `crpd-check.yaml`: what a repository of plans always wants, so that nobody types it each time.
//!
//! The file is read as it is written; what a value means is decided in one place for file, environment and flags.

use crate::message::message;
use crate::source::{Problem, Source, Span};
use crate::text::nearest;
use crate::yaml;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_yaml::Spanned;
use std::fmt;

/// The name of the settings file.
pub const NAME: &str = "crpd-check.yaml";

/// How often a setting may be given, and of what kind its values are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    One,
    Many,
    /// Yes or no.
    Switch,
    /// A value for each name: `mobilitaet=50`; in the file a mapping.
    Pairs,
    /// The name of a file, seen from the folder of the settings file.
    File,
    /// Such names, as many as one likes.
    Files,
}

/// Every setting with its shape; the flag is `--name`, the variable `CRPD_CHECK_NAME`.
pub const SETTINGS: [(&str, Shape); 13] = [
    ("lang", Shape::One),
    ("plain", Shape::Switch),
    ("max-size", Shape::One),
    ("checklist", Shape::Files),
    ("field", Shape::Many),
    ("article", Shape::Many),
    ("waivers", Shape::File),
    ("baseline", Shape::File),
    ("fail-under", Shape::One),
    ("fail-under-field", Shape::Pairs),
    ("fail-on", Shape::Many),
    ("fail-on-contrary", Shape::Switch),
    ("fail-on-new", Shape::Switch),
];

/// The settings of a file, in its order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// Name of the setting, its values as text, and where they stand.
    pub entries: Vec<(&'static str, Vec<String>, Span)>,
}

impl Config {
    /// Reads a settings file. One without any setting is as good as none.
    pub fn parse(source: &Source) -> Result<Self, Vec<Problem>> {
        if source.text.lines().all(|l| l.trim().is_empty() || l.trim_start().starts_with('#')) {
            return Ok(Self::default());
        }
        let Mapping(entries) =
            yaml::read(source, "checklist: un-brk-kommunal", &[(MAPPING, "config-mapping", "config-mapping-help")]).map_err(|p| vec![p])?;
        let mut config = Self::default();
        let mut problems = Vec::new();
        for (key, value) in entries {
            let span = yaml::span(source, &key);
            let Some((name, shape)) = SETTINGS.iter().find(|(name, _)| *name == key.value) else {
                problems.push(unknown(&key.value, span));
                continue;
            };
            if config.get(name).is_some() {
                problems.push(Problem::new(span, message!("problem-double-key", name = *name)).with_help(message!("problem-double-key-help")));
                continue;
            }
            match values(*shape, value) {
                Some(values) => config.entries.push((name, values, span)),
                None => {
                    let help = match shape {
                        Shape::One | Shape::File => message!("config-one-help", name = *name),
                        Shape::Many | Shape::Files => message!("config-many-help", name = *name),
                        Shape::Switch => message!("config-switch-help", name = *name),
                        Shape::Pairs => message!("config-pairs-help", name = *name),
                    };
                    problems.push(Problem::new(span, message!("config-shape", name = *name)).with_help(help));
                }
            }
        }
        if problems.is_empty() { Ok(config) } else { Err(problems) }
    }

    /// The values of a setting, and where it stands.
    pub fn get(&self, name: &str) -> Option<(&[String], Span)> {
        self.entries.iter().find(|(n, _, _)| *n == name).map(|(_, values, span)| (values.as_slice(), *span))
    }
}

fn unknown(written: &str, span: Span) -> Problem {
    let known: Vec<&str> = SETTINGS.iter().map(|(name, _)| *name).collect();
    let help = match nearest(written, &known) {
        Some(near) => message!("problem-key-help", near = near, known = known.join(", ")),
        None => message!("problem-allowed", known = known.join(", ")),
    };
    Problem::new(span, message!("problem-key", name = written)).with_help(help)
}

/// The values as texts, if they have the shape that the setting asks for.
fn values(shape: Shape, value: Node) -> Option<Vec<String>> {
    match (shape, value) {
        (Shape::One | Shape::File | Shape::Many | Shape::Files, Node::Text(text)) => Some(vec![text]),
        (Shape::Switch, Node::Switch(on)) => Some(vec![on.to_string()]),
        (Shape::Many | Shape::Files, Node::List(items)) => Some(items),
        (Shape::Pairs, Node::Pairs(pairs)) => Some(pairs.into_iter().map(|(name, value)| format!("{name}={value}")).collect()),
        _ => None,
    }
}

/// What the YAML reader says it expected at the top of the file.
const MAPPING: &str = "settings";

/// The file: keys with values, in its order.
struct Mapping(Vec<(Spanned<String>, Node)>);

/// A value as it was written; numbers stay the text that was typed.
enum Node {
    Text(String),
    Switch(bool),
    List(Vec<String>),
    Pairs(Vec<(String, String)>),
}

impl<'de> Deserialize<'de> for Mapping {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = Mapping;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(MAPPING)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Mapping, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Mapping(entries))
            }
        }
        deserializer.deserialize_any(Entries)
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Node;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(MAPPING)
            }

            fn visit_bool<E>(self, on: bool) -> Result<Node, E> {
                Ok(Node::Switch(on))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
                Ok(Node::Text(number.to_string()))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
                Ok(Node::Text(number.to_string()))
            }

            // The shortest text that gives the number back is the one that was typed, up to zeros at its end.
            fn visit_f64<E>(self, number: f64) -> Result<Node, E> {
                Ok(Node::Text(number.to_string()))
            }

            fn visit_str<E>(self, text: &str) -> Result<Node, E> {
                Ok(Node::Text(text.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element()? {
                    items.push(text(item)?);
                }
                Ok(Node::List(items))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
                let mut pairs = Vec::new();
                while let Some((key, value)) = map.next_entry()? {
                    pairs.push((key, text(value)?));
                }
                Ok(Node::Pairs(pairs))
            }
        }
        fn text<E: serde::de::Error>(node: Node) -> Result<String, E> {
            match node {
                Node::Text(text) => Ok(text),
                _ => Err(E::invalid_type(serde::de::Unexpected::Other(MAPPING), &MAPPING)),
            }
        }
        deserializer.deserialize_any(Any)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(yaml: &str) -> Result<Vec<String>, Vec<String>> {
        let source = Source::new(NAME, yaml);
        let shown = |(name, values, span): (&str, Vec<String>, Span)| format!("{}: {name} = {}", source.line(span.start), values.join(" "));
        match Config::parse(&source) {
            Ok(config) => Ok(config.entries.into_iter().map(shown).collect()),
            Err(problems) => Err(problems.iter().map(|p| format!("{}: {}", source.line(p.span.start), p.message.key)).collect()),
        }
    }

    #[test]
    fn settings_keep_their_text_and_their_line() {
        let file = "# Plan-Ordner\nchecklist: eigene.yaml\nplain: true\nfield: [wohnen, arbeit]\nfail-under: 62.5\nfail-under-field:\n  mobilitaet: 50\n  wohnen: 40.25\nfail-on: plan.beschluss\n";
        let read = parse(file).unwrap();
        assert_eq!(
            read,
            [
                "2: checklist = eigene.yaml",
                "3: plain = true",
                "4: field = wohnen arbeit",
                "5: fail-under = 62.5",
                "6: fail-under-field = mobilitaet=50 wohnen=40.25",
                "9: fail-on = plan.beschluss"
            ]
        );
        assert_eq!(parse("").unwrap(), Vec::<String>::new());
        assert_eq!(parse("# nichts\n\n").unwrap(), Vec::<String>::new());
    }

    #[test]
    fn every_mistake_has_its_line() {
        let cases = [
            ("lang: de\nfailunder: 60\n", "2: problem-key"),
            ("fail-under: [60]\n", "1: config-shape"),
            ("plain: ja\n", "1: config-shape"),
            ("fail-under-field: 50\n", "1: config-shape"),
            ("lang: de\nlang: en\n", "2: problem-double-key"),
            ("- lang\n", "1: config-mapping"),
            ("lang: [\n", "1: problem-yaml"),
        ];
        for (file, expected) in cases {
            let found = parse(file).unwrap_err();
            assert!(found[0].split(": ").nth(1) == expected.split(": ").nth(1), "{file}: {found:?}");
        }
        assert_eq!(parse("lang: de\nfailunder: 60\nplain: 3\n").unwrap_err(), ["2: problem-key", "3: config-shape"]);
    }
}
