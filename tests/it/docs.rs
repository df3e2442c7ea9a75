//! Documentation does not rot: files it names exist, links inside the project lead somewhere.

use crate::{files_below, read, root};
use std::path::{Path, PathBuf};

fn documents() -> Vec<PathBuf> {
    let mut documents = vec![root().join("README.md"), root().join("README.de.md")];
    documents.extend(files_below(&root().join("docs")).into_iter().filter(|p| p.extension().is_some_and(|e| e == "md")));
    documents
}

/// Words that look like files of this project: `src/plan.rs`, `tests/it/main.rs`, `.ci/run`.
fn named_files(text: &str) -> Vec<String> {
    let homes = ["src/", "tests/", "docs/", "checklists/", "examples/", ".ci/"];
    text.split(|c: char| c.is_whitespace() || "()[]`\"'„“,;<>|".contains(c))
        .map(|word| word.trim_end_matches(['.', ':', '!', '?']))
        .filter(|word| homes.iter().any(|home| word.starts_with(home) && word.len() > home.len()) && !word.contains(['*', '…', '{']))
        .map(|word| word.split('#').next().unwrap_or(word).to_owned())
        .collect()
}

/// Targets of Markdown links that are no addresses.
fn links(text: &str) -> Vec<String> {
    text.split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .filter(|link| !link.contains("://") && !link.starts_with(['#', '<']) && !link.starts_with("mailto:"))
        .map(|link| link.split('#').next().unwrap_or(link).to_owned())
        .collect()
}

#[test]
fn files_named_in_the_documentation_exist() {
    let mut missing = Vec::new();
    for document in documents() {
        let name = document.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        let text = read(&name);
        let folder = document.parent().unwrap_or(Path::new("."));
        missing.extend(named_files(&text).into_iter().filter(|f| !root().join(f).exists()).map(|f| format!("{name}: {f}")));
        missing.extend(links(&text).into_iter().filter(|f| !folder.join(f).exists()).map(|f| format!("{name}: {f}")));
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn the_architecture_page_knows_every_module() {
    let page = read("docs/architecture.md");
    for line in read("src/lib.rs").lines() {
        if let Some(module) = line.strip_prefix("pub mod ").and_then(|l| l.strip_suffix(';')) {
            assert!(page.contains(&format!("`{module}`")), "docs/architecture.md does not name `{module}`");
        }
    }
}
