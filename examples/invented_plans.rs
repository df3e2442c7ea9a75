//! Writes plans of places that do not exist, to try a survey of many: `cargo run --example invented_plans -- FOLDER 500`.

#[path = "../tests/it/invented.rs"]
mod invented;

use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), Some(count)) = (arguments.next().map(PathBuf::from), arguments.next().and_then(|n| n.parse().ok())) else {
        return Err(std::io::Error::other("give a folder and a number of plans"));
    };
    std::fs::create_dir_all(&folder)?;
    (0..count).try_for_each(|number| std::fs::write(folder.join(invented::name(number)), invented::plan(number)))
}
