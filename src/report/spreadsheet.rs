//! Tables for spreadsheets: comma-separated values (RFC 4180, no byte order mark) that no program takes for formulas.
//!
//! A semicolon would suit a German Excel that opens the file by a double click, and nothing else; every program
//! that imports CSV takes commas.

use super::quotation::clean;
use crate::sheet::FORMULA;

/// Prints a table; every cell is cleaned and defused.
pub(super) fn comma_separated<R: IntoIterator<Item = String>>(head: R, rows: impl Iterator<Item = R>) -> String {
    separated(b',', head, rows)
}

fn separated<R: IntoIterator<Item = String>>(separator: u8, head: R, rows: impl Iterator<Item = R>) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(separator).terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in std::iter::once(head).chain(rows) {
        // Writing to memory cannot fail.
        let _ = writer.write_record(row.into_iter().map(|cell| defused(&clean(&cell))));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// Prints a table that people fill in: with semicolons and a byte order mark, as a German Excel opens it by a double click.
pub(super) fn to_fill_in<R: IntoIterator<Item = String>>(head: R, rows: impl Iterator<Item = R>) -> String {
    format!("\u{feff}{}", separated(b';', head, rows))
}

/// A leading apostrophe keeps spreadsheets from running a cell as a formula.
fn defused(cell: &str) -> String {
    if cell.starts_with(FORMULA) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠SUM(A1)"] {
            assert_eq!(defused(cell), format!("'{cell}"));
        }
        assert_eq!(defused("Rampe = gut"), "Rampe = gut");
    }
}
