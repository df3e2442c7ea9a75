//! What the program says stands in `src/messages/` in German and English, and never in the code.

use crate::{files_below, root};
use std::fs;

/// Modules whose texts are words to be found in plans, not words to be said.
const GRAMMAR: &[&str] =
    &["text", "language", "layout_words", "document", "damage", "attribute", "row", "plan", "measure", "assessment", "lint", "syllable", "wording"];

/// Literals that look like a text for people and are none.
const EXCEPTIONS: &[(&str, &str)] = &[
    // Words that tell the language of a plan.
    ("src/audit.rs", "für"),
    // Where the JSON reader names a line, to be cut off.
    ("src/gold.rs", " at line "),
    // What the YAML library says of deep nesting.
    ("src/yaml.rs", "recursion limit"),
    // Names of commands, typed in German.
    ("src/cli/arguments.rs", "prüfen"),
    ("src/cli/arguments.rs", "erklären"),
    ("src/cli/arguments.rs", "maßnahmen"),
    ("src/cli/arguments.rs", "fällig"),
    ("src/cli/arguments.rs", "überblick"),
    // How a settings file may begin.
    ("src/config.rs", "checklist: un-brk-kommunal"),
    // A command.
    ("src/report/readability.rs", "easy lint"),
    // A neutral plan around an example.
    ("src/proof.rs", "# Plan\n\n## Abschnitt\n\n"),
    ("src/proof.rs", "# Plan\n\n## Section\n\n"),
    // Samples of what a search word finds, and how laws are named in search words.
    ("src/pattern.rs", "12.000 Euro"),
    ("src/pattern.rs", "Probe"),
    ("src/pattern.rs", "Art. "),
    ("src/pattern.rs", "Artikel "),
    ("src/pattern.rs", "Article "),
    ("src/pattern.rs", "Section "),
];

#[test]
fn no_text_for_people_stands_in_the_code() {
    let src = root().join("src");
    let mut wrong = Vec::new();
    for path in files_below(&src).into_iter().filter(|p| p.extension().is_some_and(|e| e == "rs")) {
        let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        let module = name.trim_start_matches("src/").split(['/', '.']).next().unwrap();
        if GRAMMAR.contains(&module) {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
        let code = text.split("\n#[cfg(test)]").next().unwrap();
        // Small words alone are endings and particles of the evidence language.
        let is_grammar = |l: &str| module == "pattern" && l.chars().all(char::is_lowercase);
        let said = literals(code).into_iter().filter(|l| speaks(l) && !is_grammar(l) && !EXCEPTIONS.contains(&(name.as_str(), l.as_str())));
        wrong.extend(said.map(|l| format!("{name}: {l:?} belongs in src/messages/")));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// The text literals of code, without those in comments, in attributes for output structs and in panics.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find(['"', '\'', '/', '#']) {
        let (before, from) = rest.split_at(at);
        rest = if from.starts_with("//") {
            from.split_once('\n').map_or("", |(_, after)| after)
        } else if from.starts_with("#[serde(") || from.starts_with("#[schemars(") {
            from.split_once(")]").map_or("", |(_, after)| after)
        } else if from.starts_with('"') || (from.starts_with("#\"") && before.ends_with('r')) {
            let (literal, after) = literal(from);
            let for_programmers = ["panic!(", "unreachable!(", ".expect("].iter().any(|call| before.ends_with(call));
            found.extend((!for_programmers).then_some(literal));
            after
        } else {
            from.strip_prefix("'\\").and_then(|quoted| quoted.get(1..)).or(from.strip_prefix("'\"'")).unwrap_or(&from[1..])
        };
    }
    found
}

/// The text of the literal at the start of `code`, and the code behind it.
fn literal(code: &str) -> (String, &str) {
    if let Some(raw) = code.strip_prefix("#\"") {
        let (literal, after) = raw.split_once("\"#").unwrap_or((raw, ""));
        return (literal.to_owned(), after);
    }
    let mut escaped = false;
    let end = code[1..].find(|c| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    });
    let end = end.map_or(code.len(), |e| e + 1);
    (code[1..end].replace("\\n", "\n").replace("\\\"", "\""), code.get(end + 1..).unwrap_or(""))
}

/// Whether a literal holds words for people: German letters or quotation marks, two words in a row, a word before a full
/// stop or colon, or a single word with a capital.
fn speaks(literal: &str) -> bool {
    let text = without_placeholders(literal);
    if text.contains(['ä', 'ö', 'ü', 'Ä', 'Ö', 'Ü', 'ß', '„', '“', '”']) {
        return true;
    }
    // A command is typed as it stands, in every language.
    if text.starts_with("crpd-check ") {
        return false;
    }
    let parts: Vec<&str> = text.split([' ', '\n']).collect();
    let is_word = |part: &str| part.len() > 1 && part.chars().all(char::is_alphabetic);
    let in_a_row =
        parts.windows(2).any(|pair| is_word(pair[0].trim_start_matches(['(', '"'])) && is_word(pair[1].trim_end_matches(['.', ':', ',', ')', '"'])));
    let before_a_stop = parts.iter().any(|p| p.strip_suffix(['.', ':', '!', '?']).is_some_and(|word| word.len() > 2 && is_word(word)));
    let capital = parts.iter().any(|p| is_word(p) && p.len() > 3 && p.starts_with(char::is_uppercase) && p[1..].chars().all(char::is_lowercase));
    in_a_row || before_a_stop || capital
}

/// `{name}` stands for a value and is no word.
fn without_placeholders(literal: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in literal.replace("{{", "{").replace("}}", "}").chars() {
        match c {
            '{' => inside = true,
            '}' if inside => {
                inside = false;
                out.push('0');
            }
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out
}

#[test]
fn planted_texts_would_be_seen() {
    let planted = [
        r#"complain("Diese Datei gibt es nicht.")"#,
        r#"format!("{name}: fine. Criteria: {criteria}")"#,
        r#"setting.say("Fehler", "Error")"#,
        r#"anyhow!("cannot read {path}")"#,
        r#"let c = '"'; say("möglich")"#,
        r##"let raw = r#"There is no "plan" here"#;"##,
        r#"#[arg(help = "Write the report to this file")]"#,
        r#"out.push_str("Hilfe: {help}")"#,
        r#"print("see:\n")"#,
    ];
    for code in planted {
        assert!(literals(code).iter().any(|l| speaks(l)), "{code}: {:?}", literals(code));
    }
    let silent = [
        r#"say!(words, "gate-under", plan = name)"#,
        r#"format!("{}:{}:{}: {}\n", name, line, column, text)"#,
        r#"// Say "Hello there.""#,
        r#"panic!("the list is empty: {error}")"#,
        r#"#[serde(rename = "Finding")]"#,
        r#"format!("crpd-check explain {id} --checklist {known}")"#,
        r#"matches!(c, '\'' | '"' | '\\')"#,
        r#"Some("md" | "markdown") => "text/markdown""#,
    ];
    for code in silent {
        assert!(!literals(code).iter().any(|l| speaks(l)), "{code}: {:?}", literals(code));
    }
}
