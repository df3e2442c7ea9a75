//! Reads the Markdown of a folder and does nothing else, to compare with: `cargo run --release --example read_only -- FOLDER`.

use pulldown_cmark::{Options, Parser};
use rayon::prelude::*;
use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).ok_or_else(|| std::io::Error::other("give a folder"))?;
    let files: Vec<PathBuf> = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    let events = |path: &PathBuf| Ok(Parser::new_ext(&std::fs::read_to_string(path)?, Options::ENABLE_TABLES).count());
    let count: usize = files.par_iter().map(events).sum::<std::io::Result<usize>>()?;
    use std::io::Write;
    writeln!(std::io::stdout(), "{count}")
}
