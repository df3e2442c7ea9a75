//! Turns the checklists in `checklists/` into JSON, compiles their lines and the word lists, and embeds all of it in the program.
//!
//! Parsing the large YAML and compiling its lines cost far more than a whole audit, so the audit reads JSON without the examples
//! and compiled lines; `explain`, `checklist show` and `checklist validate` read the YAML itself.
//! The modules that compile are those of the program; its tests compare what they make here with what they make there.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::fmt::{self, Write as _};
use std::path::{Path, PathBuf};
use std::{env, fs};

// This program uses only what compiles; the rest of these modules is for the other one.
#[path = "src/checklist.rs"]
#[allow(dead_code, unreachable_pub, unused_imports)]
mod checklist;
#[path = "src/language.rs"]
#[allow(dead_code, unreachable_pub, unused_imports)]
mod language;
#[path = "src/layout_words.rs"]
#[allow(dead_code, unreachable_pub, unused_imports)]
mod layout_words;
#[path = "src/lines.rs"]
#[allow(dead_code, unreachable_pub, unused_imports)]
mod lines;
#[path = "src/message.rs"]
#[allow(dead_code, unreachable_pub, unused_imports)]
mod message;
#[path = "src/pattern.rs"]
#[allow(dead_code, unreachable_pub, unused_imports)]
mod pattern;
#[path = "src/place.rs"]
#[allow(dead_code, unreachable_pub, unused_imports)]
mod place;
#[path = "src/source.rs"]
#[allow(dead_code, unreachable_pub, unused_imports)]
mod source;
#[path = "src/text.rs"]
#[allow(dead_code, unreachable_pub, unused_imports)]
mod text;
#[path = "src/yaml.rs"]
#[allow(dead_code, unreachable_pub, unused_imports)]
mod yaml;

/// In place of `src/compiled.rs`: nothing is compiled yet.
mod compiled {
    pub(crate) const GERMAN: &[u8] = &[];
    pub(crate) const ENGLISH: &[u8] = &[];
    pub(crate) const LAYOUT: &[u8] = &[];

    pub(crate) fn read<T>(_: &[u8]) -> Option<T> {
        None
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=checklists");
    println!("cargo::rerun-if-changed=src/language");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for (lang, file) in [(text::Lang::De, "de.compiled"), (text::Lang::En, "en.compiled")] {
        fs::write(out.join(file), postcard::to_allocvec(language::language(lang))?)?;
    }
    fs::write(out.join("layout.compiled"), postcard::to_allocvec(layout_words::vocabulary())?)?;
    let mut list = String::from("[\n");
    for path in checklists(&root.join("checklists"))? {
        println!("cargo::rerun-if-changed={}", path.display());
        let id = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
        let yaml = fs::read_to_string(&path)?;
        // A checklist with a mistake must not stop the build: `checklist validate` explains it better.
        let json = match serde_yaml::from_str_with_options::<Node>(&yaml, options()) {
            Ok(node) => serde_json::to_string(&node.without_examples())?,
            Err(error) => {
                println!("cargo::warning={}: {}", path.display(), error.to_string().lines().next().unwrap_or_default());
                String::new()
            }
        };
        let lines = match checklist::Checklist::from_checked_json(&json, &[]) {
            Ok(checklist) => postcard::to_allocvec(&checklist.compiled_lines())?,
            Err(_) => Vec::new(),
        };
        let (json_path, lines_path) = (out.join(format!("{id}.json")), out.join(format!("{id}.lines")));
        fs::write(&json_path, json)?;
        fs::write(&lines_path, lines)?;
        writeln!(
            list,
            "    Embedded {{ id: {id:?}, path: {:?}, yaml: include_str!({:?}), sha256: {:?}, json: include_str!({:?}), lines: include_bytes!({:?}) }},",
            format!("checklists/{id}.yaml"),
            path.display().to_string(),
            source::sha256(yaml.as_bytes()),
            json_path.display().to_string(),
            lines_path.display().to_string()
        )?;
    }
    list.push_str("]\n");
    fs::write(out.join("embedded.rs"), list)?;
    Ok(())
}

fn checklists(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if folder.is_dir() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|e| e == "yaml") {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn options() -> serde_yaml::Options {
    serde_yaml::options! {
        strict_booleans: true,
        budget: serde_yaml::budget! {
            max_depth: 16,
            max_nodes: 1_000_000,
        },
    }
}

/// YAML as it stands: keys keep their order, because the order of evidence lines matters.
enum Node {
    Null,
    Bool(bool),
    Number(i64),
    Text(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

impl Node {
    fn without_examples(self) -> Self {
        match self {
            Self::List(items) => Self::List(items.into_iter().map(Self::without_examples).collect()),
            Self::Map(entries) => {
                Self::Map(entries.into_iter().filter(|(key, _)| key != "examples").map(|(key, value)| (key, value.without_examples())).collect())
            }
            other => other,
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Node;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("YAML")
            }

            fn visit_unit<E>(self) -> Result<Node, E> {
                Ok(Node::Null)
            }

            fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
                Ok(Node::Bool(value))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
                Ok(Node::Number(value))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
                Ok(i64::try_from(value).map_or_else(|_| Node::Text(value.to_string()), Node::Number))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
                Ok(Node::Text(value.to_string()))
            }

            fn visit_str<E>(self, value: &str) -> Result<Node, E> {
                Ok(Node::Text(value.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element()? {
                    items.push(item);
                }
                Ok(Node::List(items))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Node::Map(entries))
            }
        }
        deserializer.deserialize_any(Any)
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(value) => serializer.serialize_i64(*value),
            Self::Text(value) => serializer.serialize_str(value),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}
