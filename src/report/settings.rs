//! The settings that hold, each with where it comes from.

use super::page::{Line, Page, Table};
use super::quotation::shown_path;
use super::{Format, lay_out};
use crate::words::{Words, say};

/// Prints the settings: name, value, origin. `file` is the settings file that was read.
pub fn render(rows: &[(&str, String, String)], file: Option<&str>, words: &Words, format: Format, width: usize) -> String {
    let mut page = Page::default();
    let read = match file {
        Some(file) => say!(words, "settings-file", file = shown_path(file)),
        None => say!(words, "settings-no-file"),
    };
    page.title(1, say!(words, "settings"), vec![Line::text(read), Line::text(say!(words, "settings-order"))]);
    let mut table = Table::new(&[(say!(words, "setting"), false), (say!(words, "setting-value"), false), (say!(words, "setting-origin"), false)]);
    for (name, value, origin) in rows {
        let value = if value.is_empty() { say!(words, "setting-none") } else { value.clone() };
        table.row(&[name, &value, origin]);
    }
    page.table(table);
    lay_out(&page, words, format, width)
}
