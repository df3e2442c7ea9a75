//! Everything the program says to people: Fluent messages in German and English, and how numbers are written.
//!
//! The messages stand in `src/messages/`, a folder for each language and a file for each part of the program.

use crate::checklist::{Competence, Kind, Level};
use crate::message::{Message, Value};
use crate::score::Score;
use crate::text::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

const GERMAN: &[&str] = &[
    include_str!("messages/de/commands.ftl"),
    include_str!("messages/de/draft.ftl"),
    include_str!("messages/de/diff.ftl"),
    include_str!("messages/de/due.ftl"),
    include_str!("messages/de/easy.ftl"),
    include_str!("messages/de/files.ftl"),
    include_str!("messages/de/judgments.ftl"),
    include_str!("messages/de/machine.ftl"),
    include_str!("messages/de/html.ftl"),
    include_str!("messages/de/problems.ftl"),
    include_str!("messages/de/report.ftl"),
    include_str!("messages/de/start.ftl"),
    include_str!("messages/de/survey.ftl"),
];
const ENGLISH: &[&str] = &[
    include_str!("messages/en/commands.ftl"),
    include_str!("messages/en/draft.ftl"),
    include_str!("messages/en/diff.ftl"),
    include_str!("messages/en/due.ftl"),
    include_str!("messages/en/easy.ftl"),
    include_str!("messages/en/files.ftl"),
    include_str!("messages/en/judgments.ftl"),
    include_str!("messages/en/machine.ftl"),
    include_str!("messages/en/html.ftl"),
    include_str!("messages/en/problems.ftl"),
    include_str!("messages/en/report.ftl"),
    include_str!("messages/en/start.ftl"),
    include_str!("messages/en/survey.ftl"),
];

type Bundle = FluentBundle<FluentResource>;

// A language is read once, when its first message is said.
static GERMAN_BUNDLE: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::De));
static ENGLISH_BUNDLE: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::En));

fn bundle(lang: Lang) -> Bundle {
    let (files, tag) = match lang {
        Lang::De => (GERMAN, "de"),
        Lang::En => (ENGLISH, "en"),
    };
    let tag: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::De => |value, _| grouped(value, '.'),
        Lang::En => |value, _| grouped(value, ','),
    }));
    for file in files {
        // What can be read of a broken file is used; a test sees to it that none is broken.
        bundle.add_resource_overriding(FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(read, _)| read));
    }
    bundle
}

/// The messages of one language.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    pub lang: Lang,
    /// Written to be heard: "60 Prozent" instead of "60 %".
    spoken: bool,
}

/// Says a message at once: `say!(words, "result", earned = 3, possible = 9)`.
macro_rules! say {
    ($words:expr, $key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $words.message($key, &[$((stringify!($name), fluent_bundle::FluentValue::from($value))),*])
    };
}
pub(crate) use say;

impl Words {
    pub fn new(lang: Lang, spoken: bool) -> Self {
        Self { lang, spoken }
    }

    fn bundle(self) -> &'static Bundle {
        match self.lang {
            Lang::De => &GERMAN_BUNDLE,
            Lang::En => &ENGLISH_BUNDLE,
        }
    }

    /// The message with its values put in; an unknown message is its own key.
    pub fn message(&self, key: &str, values: &[(&'static str, FluentValue<'_>)]) -> String {
        self.find(key, values).unwrap_or_else(|| key.to_owned())
    }

    /// The message, if there is one of this key.
    pub fn find(&self, key: &str, values: &[(&'static str, FluentValue<'_>)]) -> Option<String> {
        let bundle = self.bundle();
        let pattern = bundle.get_message(key)?.value()?;
        let args: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        let said = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        Some(said)
    }

    /// What another part of the program wants to have said.
    pub fn say(&self, message: &Message) -> String {
        let values: Vec<(&'static str, FluentValue<'_>)> = message.values.iter().map(|(name, value)| (*name, self.value(value))).collect();
        self.message(message.key, &values)
    }

    fn value<'a>(&self, value: &'a Value) -> FluentValue<'a> {
        match value {
            Value::Text(text) => text.as_str().into(),
            Value::Number(number) => (*number).into(),
            Value::Messages(messages) => messages.iter().map(|m| self.say(m)).collect::<Vec<_>>().join(", ").into(),
        }
    }

    pub fn level(&self, level: Level) -> String {
        self.message(&format!("level-{}", level.name()), &[])
    }

    pub fn kind(&self, kind: Kind) -> String {
        self.message(&format!("kind-{}", kind.name()), &[])
    }

    pub fn competence(&self, competence: Competence) -> String {
        let name = match competence {
            Competence::Yes => "yes",
            Competence::Shared => "shared",
            Competence::No => "no",
        };
        self.message(&format!("competence-{name}"), &[])
    }

    /// "3 von 8".
    pub fn of(&self, part: u32, whole: u32) -> String {
        say!(self, "part-of", part = part, whole = whole)
    }

    pub fn points(&self, score: Score) -> String {
        self.of(score.earned, score.possible)
    }

    pub fn percent(&self, percent: u32) -> String {
        say!(self, if self.spoken { "percent-spoken" } else { "percent" }, number = percent)
    }

    /// A number with decimals, written with a full stop, as people write it: "62,5".
    pub fn decimal(&self, written: &str) -> String {
        match self.lang {
            Lang::De => written.replace('.', ","),
            Lang::En => written.to_owned(),
        }
    }

    /// "Zeile 12" or "Zeilen 12 bis 14"; line numbers are written without separators, as editors do.
    pub fn lines(&self, (from, to): (usize, usize)) -> String {
        if from == to { say!(self, "line", number = from.to_string()) } else { say!(self, "lines", from = from.to_string(), to = to.to_string()) }
    }

    /// The author's words between quotation marks.
    pub fn quoted(&self, text: &str) -> String {
        say!(self, "quoted", text = text)
    }
}

/// A whole number with a separator between thousands.
fn grouped(value: &FluentValue<'_>, separator: char) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = number.as_string().into_owned();
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut out = String::with_capacity(digits.len() + 2);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i) % 3 == 0 {
            out.push(separator);
        }
        out.push(digit);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    /// The keys of a file, each with the names of its values.
    fn keys(files: &[&'static str]) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
        let mut keys: BTreeMap<&'static str, BTreeSet<&'static str>> = BTreeMap::new();
        let mut current = None;
        for line in files.iter().flat_map(|f| f.lines()).filter(|l| !l.starts_with('#')) {
            if let Some((key, _)) = line.split_once(" =").filter(|(k, _)| !k.starts_with(' ') && !k.is_empty()) {
                assert!(keys.insert(key, BTreeSet::new()).is_none(), "{key} stands twice");
                current = Some(key);
            }
            for part in line.split('$').skip(1) {
                let name = part.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap();
                keys.get_mut(current.unwrap()).unwrap().insert(name);
            }
        }
        keys
    }

    #[test]
    fn both_languages_have_the_same_messages_with_the_same_values() {
        assert_eq!(keys(GERMAN), keys(ENGLISH));
    }

    #[test]
    fn every_message_formats() {
        for (lang, files) in [(Lang::De, GERMAN), (Lang::En, ENGLISH)] {
            assert!(files.iter().all(|f| FluentResource::try_new((*f).to_owned()).is_ok()));
            let words = Words::new(lang, false);
            for (key, names) in keys(files) {
                let pattern = words.bundle().get_message(key).and_then(|m| m.value()).unwrap_or_else(|| panic!("{key}"));
                for number in [0, 1, 2, 1234] {
                    let args: FluentArgs<'_> = names.iter().map(|n| (*n, FluentValue::from(number))).collect();
                    let mut errors = Vec::new();
                    let said = words.bundle().format_pattern(pattern, Some(&args), &mut errors);
                    assert!(errors.is_empty(), "{key}: {errors:?}");
                    assert!(!said.trim().is_empty() && !said.contains("  ") && !said.contains('{'), "{key}: {said}");
                    assert!(number != 1234 || !said.contains("1234"), "{key}: {said}");
                }
            }
        }
    }

    /// All code of the program without its tests, and the templates.
    fn code() -> String {
        fn below(folder: &std::path::Path, code: &mut String) {
            let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
            paths.sort();
            for path in paths {
                if path.is_dir() {
                    below(&path, code);
                } else if path.extension().is_some_and(|e| e == "rs" || e == "html") {
                    code.push_str(std::fs::read_to_string(&path).unwrap().split("\n#[cfg(test)]").next().unwrap());
                }
            }
        }
        let mut code = String::new();
        below(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut code);
        code
    }

    #[test]
    fn every_message_is_used_and_every_used_message_is_there() {
        let code = code();
        let made_of_names = [
            "level-",
            "kind-",
            "place-",
            "competence-",
            "status-",
            "notice-",
            "attribute-",
            "commitment-",
            "change-",
            "turn-",
            "fault-",
            "reason-",
            "class-",
            "damage-",
            "help-",
            "value-",
            "waiver-",
            "verdict-",
            "outcome-",
            "no-alpha-",
            "agreement-width-",
            "sheet-words-",
            "sheet-answer-",
            "topic-",
            "paper-",
            "submitter-",
            "council-",
            "head-of-",
        ];
        for key in keys(GERMAN).keys() {
            let used = code.contains(&format!("\"{key}\"")) || made_of_names.iter().any(|p| key.starts_with(p));
            assert!(used, "{key} is never said");
        }
        for after in ["say!(", "message!("].iter().flat_map(|call| code.split(call).skip(1)) {
            let arguments = after.split(')').next().unwrap();
            let Some(key) = arguments.split('"').nth(1).filter(|k| !k.is_empty() && !k.contains(' ')) else { continue };
            assert!(keys(GERMAN).contains_key(key), "{key} has no message");
        }
    }

    #[test]
    fn numbers_are_written_as_people_write_them() {
        let (german, english) = (Words::new(Lang::De, false), Words::new(Lang::En, true));
        assert_eq!(german.of(999, 1_234_567), "999 von 1.234.567");
        assert_eq!(english.of(1000, 2000), "1,000 of 2,000");
        assert_eq!(german.percent(60), "60 %");
        assert_eq!(english.percent(60), "60 percent");
        assert_eq!(Words::new(Lang::De, true).percent(60), "60 Prozent");
        assert_eq!((german.decimal("62.5"), english.decimal("62.5")), ("62,5".to_owned(), "62.5".to_owned()));
        assert_eq!(german.lines((1200, 1200)), "Zeile 1200");
        assert_eq!(german.lines((12, 14)), "Zeilen 12 bis 14");
    }
}
