//! `src/lib.rs` lists the modules from the ground up; a module may use only modules listed above it.

use crate::{files_below, read, root};
use std::fs;

/// The modules in the order of `src/lib.rs`.
fn modules() -> Vec<String> {
    let names: Vec<String> = read("src/lib.rs").lines().filter_map(|l| l.strip_prefix("pub mod ")?.strip_suffix(';').map(str::to_owned)).collect();
    assert!(names.len() > 10, "{names:?}");
    names
}

/// Source files as (module, path, code without comments and without the tests at its end).
fn code() -> Vec<(String, String, String)> {
    let src = root().join("src");
    files_below(&src)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|e| e == "rs"))
        .map(|path| {
            let inside = path.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
            let module = inside.split(['/', '.']).next().unwrap().to_owned();
            let text = fs::read_to_string(&path).unwrap();
            let text = text.split("\n#[cfg(test)]").next().unwrap();
            let code: Vec<&str> = text.lines().filter(|l| !l.trim_start().starts_with("//")).collect();
            (module, inside, code.join("\n"))
        })
        .collect()
}

/// The modules that a text names after `crate::`, also in groups.
fn used(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    let name = |text: &str| text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    for part in code.split("crate::").skip(1) {
        match part.strip_prefix('{') {
            Some(group) => names.extend(group.split('}').next().unwrap_or("").split(',').map(name)),
            None => names.push(name(part)),
        }
    }
    names.retain(|n| !n.is_empty());
    names
}

#[test]
fn no_module_uses_one_above_it() {
    let order = modules();
    let mut wrong = Vec::new();
    for (module, path, code) in code() {
        if matches!(module.as_str(), "lib" | "main") {
            continue;
        }
        let own = order.iter().position(|m| *m == module).unwrap_or_else(|| panic!("src/{path} is not in src/lib.rs"));
        for name in used(&code) {
            match order.iter().position(|m| *m == name) {
                Some(at) if at > own => wrong.push(format!("src/{path} uses {name}, which stands above it on the staircase")),
                Some(_) => {}
                None => wrong.push(format!("src/{path} uses crate::{name}: name the module it comes from")),
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn only_the_edge_touches_the_world() {
    let forbidden = ["std::fs", "std::env", "std::process", "std::io", "std::net", "anyhow", "SystemTime", "Instant::", "println!", "eprintln!"];
    let mut wrong = Vec::new();
    for (module, path, code) in code() {
        if matches!(module.as_str(), "files" | "cli" | "main") {
            continue;
        }
        for word in forbidden {
            if code.contains(word) {
                wrong.push(format!("src/{path} names {word}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn planted_violations_would_be_seen() {
    assert_eq!(used("use crate::report::Format;\nfn f() { crate::cli::main() }"), ["report", "cli"]);
    assert_eq!(used("use crate::{plan, source::Span};"), ["plan", "source"]);
}
