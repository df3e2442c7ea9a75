//! The texts that fuzzing kept, put to what holds for every input: as fuzzing does it, without its compiler.

use crate::invariants::TARGETS;
use std::fs;
use std::path::Path;

#[test]
fn what_fuzzing_kept_still_holds() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    for (name, check) in TARGETS {
        let mut files: Vec<_> = fs::read_dir(corpus.join(name)).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        assert!(files.len() > 3, "{name}");
        for file in files {
            let bytes = fs::read(&file).unwrap();
            println!("{}", file.display());
            check(&String::from_utf8_lossy(&bytes));
        }
    }
}
