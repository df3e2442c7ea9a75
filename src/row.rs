//! A table row that has lost its table: which words are its number, title, unit, time, money and status.
//!
//! Conversion prints a row as one line, or cell below cell. Where the column names are known they give the order;
//! otherwise the cells are told by what they say. Positions are bytes of the text that was given.

use std::ops::Range;

use crate::attribute::{cell_unit, is_money, is_unit, money_in_prose, status_at_start, time_at_start};
use crate::layout_words::{fold, vocabulary};

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    Code,
    Title,
    Unit,
    Time,
    Money,
    Status,
    Other,
}

/// A cell and where it stands.
pub type Placed = (Cell, Range<usize>);

/// The number or code at the start of a row ("HF 2 / M 9", "A-6", "2.11", "14"), and where its text begins.
pub fn code(text: &str) -> Option<(Range<usize>, usize)> {
    let lead = text.len() - text.trim_start_matches(['|', ' ']).len();
    // "Nr. 14", "Lfd. Nr. 3"
    let named = ["Lfd. Nr. ", "lfd. Nr. ", "Nr. "].iter().find(|n| text.get(lead..).is_some_and(|t| t.starts_with(**n)));
    let mut at = lead + named.map_or(0, |n| n.len());
    let mut end = None;
    // Several codes joined by a stroke are one.
    for _ in 0..3 {
        let rest = text.get(at..)?;
        let letters: usize = rest.chars().take_while(|c| c.is_uppercase()).take(5).map(char::len_utf8).sum();
        let mut from = letters;
        if letters > 0 && rest.get(from..)?.starts_with([' ', '-', '–']) {
            from += rest.get(from..)?.chars().next().map_or(0, char::len_utf8);
        }
        let digits = rest.get(from..)?.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
        let number = rest.get(from..from + digits)?.trim_end_matches('.');
        let most = if letters == 0 && !number.contains('.') { 2 } else { 3 };
        if letters > 8 || number.is_empty() || number.split('.').count() > 4 || number.split('.').any(|part| part.is_empty() || part.len() > most) {
            break;
        }
        at += from + number.len();
        end = Some(at);
        let tail = text.get(at..)?;
        let next = tail.trim_start();
        let Some(after) = next.strip_prefix('/') else { break };
        at += tail.len() - after.trim_start().len();
    }
    let end = end?;
    let tail = text.get(end..)?;
    let rest = tail.trim_start_matches([' ', '.', ':', ';', '|', ')', '\t', ',']);
    let parted = rest.len() < tail.len();
    (parted && rest.starts_with(|c: char| c.is_uppercase() || c == '„' || c == '"')).then(|| (lead..end, text.len() - rest.len()))
}

/// The cells of a row that begins with a number, told by what they say; `None` where the text is no such row.
pub fn by_content(text: &str) -> Option<Vec<Placed>> {
    if text.len() > 600 {
        return None;
    }
    let (code, from) = code(text)?;
    let mut cells = vec![(Cell::Code, code)];
    let separator = ['|', ';', '\t'].into_iter().find(|&sign| text.get(..).is_some_and(|text| text.matches(sign).count() >= 2));
    match separator {
        Some(sign) => cells.extend(separated(text, from, sign)?),
        None => cells.extend(run_together(text, from, &[])?),
    }
    Some(cells)
}

fn separated(text: &str, from: usize, sign: char) -> Option<Vec<Placed>> {
    let mut cells: Vec<Placed> = Vec::new();
    let mut at = from;
    for part in text.get(from..)?.split(sign) {
        let lead = part.len() - part.trim_start().len();
        let trimmed = part.trim();
        let range = at + lead..at + lead + trimmed.len();
        at += part.len() + sign.len_utf8();
        if trimmed.is_empty() {
            continue;
        }
        let titled = cells.iter().any(|(cell, _)| *cell == Cell::Title);
        let has = |wanted: Cell| cells.iter().any(|(cell, _)| *cell == wanted);
        let whole = |end: Option<usize>| end.is_some_and(|end| trimmed.get(end..).is_some_and(|rest| !rest.chars().any(char::is_alphanumeric)));
        let dash = matches!(trimmed, "-" | "–" | "—");
        let cell = if !titled {
            Cell::Title
        } else if dash {
            Cell::Other
        } else if !has(Cell::Unit) && is_unit(trimmed) {
            Cell::Unit
        } else if !has(Cell::Status) && whole(status_at_start(trimmed)) && !vocabulary().time_classes.contains(&fold(trimmed)) {
            // "laufend" is a time, unless the time is known.
            if !has(Cell::Time) && vocabulary().soft_times.contains(&fold(trimmed)) { Cell::Time } else { Cell::Status }
        } else if !has(Cell::Time) && time_at_start(trimmed).is_some() && trimmed.split_whitespace().count() <= 8 {
            Cell::Time
        } else if !has(Cell::Money) && is_money(trimmed) {
            Cell::Money
        } else {
            Cell::Other
        };
        cells.push((cell, range));
    }
    let has = |wanted: Cell| cells.iter().any(|(cell, _)| *cell == wanted);
    let title = cells.iter().find(|(cell, _)| *cell == Cell::Title).and_then(|(_, range)| text.get(range.clone()))?;
    let told = [Cell::Unit, Cell::Time, Cell::Money, Cell::Status].into_iter().filter(|&cell| has(cell)).count();
    let worded = title.split_whitespace().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= 2).count() >= 2;
    (worded && has(Cell::Unit) && told >= 2 && !title.ends_with(['.', '?', '!'])).then_some(cells)
}

struct Words<'a> {
    text: &'a str,
    ranges: Vec<Range<usize>>,
}

impl<'a> Words<'a> {
    fn of(text: &'a str, from: usize) -> Self {
        let mut ranges = Vec::new();
        let mut start: Option<usize> = None;
        for (at, c) in text.char_indices().filter(|&(at, _)| at >= from) {
            match (c.is_whitespace(), start) {
                (false, None) => start = Some(at),
                (true, Some(begun)) => {
                    ranges.push(begun..at);
                    start = None;
                }
                _ => {}
            }
        }
        if let Some(begun) = start {
            ranges.push(begun..text.len());
        }
        Self { text, ranges }
    }

    /// A word with its punctuation.
    fn raw(&self, i: usize) -> &'a str {
        self.ranges.get(i).and_then(|range| self.text.get(range.clone())).unwrap_or("")
    }

    fn bare(&self, i: usize) -> &'a str {
        self.raw(i).trim_matches(|c: char| !c.is_alphanumeric())
    }
}

/// A word that begins a time and so ends the name of a unit.
fn begins_time(word: &str) -> bool {
    let folded = fold(word);
    let words = vocabulary();
    words.month(&folded).is_some()
        || words.seasons.contains_key(&folded)
        || words.parts_of_year.contains_key(&folded)
        || words.school_years.contains(&folded)
        || words.budget_years.contains(&folded)
        || words.quarters.contains(&folded)
        || words.halves.contains(&folded)
        || words.soft_times.contains(&folded)
        || words.statuses.contains_key(&folded)
        || (folded.len() == 2 && folded.starts_with(['q', 'h']) && folded.ends_with(|c: char| c.is_ascii_digit()))
        || matches!(folded.as_str(), "saison" | "chf" | "eur" | "euro" | "baubeginn" | "fertigstellung" | "lehrbeginn" | "bezug")
}

/// Cells without any sign between them: the last name of a unit that a time, a sum or a status follows.
fn run_together(text: &str, from: usize, columns: &[Cell]) -> Option<Vec<Placed>> {
    let words = Words::of(text, from);
    let count = words.ranges.len();
    let mut i = count;
    // From the end, so that a unit inside the title does not count.
    while i > 2 {
        i -= 1;
        let word = words.bare(i);
        let numbered = words.bare(i + 1).starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase()) && !begins_time(words.bare(i + 1));
        let head = vocabulary().unit_heads.contains(&fold(word)) && word.starts_with(char::is_uppercase) && numbered;
        if !(cell_unit(word) || head) || words.raw(i).ends_with('.') {
            continue;
        }
        // "Sozial- und Jugendbehörde", "Untere Denkmalbehörde"
        let mut first = i;
        if matches!(words.raw(i - 1), "und" | "&") && words.raw(i - 2).ends_with('-') {
            first = i - 2;
        } else if matches!(words.bare(i - 1), "Untere" | "Städtisches" | "Städtische" | "Zentrale" | "Kommunale" | "Kommunaler") {
            first = i - 1;
        }
        let before = words.raw(first.saturating_sub(1));
        let linked = before.starts_with(char::is_lowercase)
            && matches!(
                before,
                "der"
                    | "die"
                    | "das"
                    | "des"
                    | "dem"
                    | "den"
                    | "vom"
                    | "von"
                    | "durch"
                    | "im"
                    | "am"
                    | "beim"
                    | "zum"
                    | "zur"
                    | "mit"
                    | "für"
                    | "in"
                    | "auf"
                    | "bei"
                    | "und"
                    | "sowie"
                    | "oder"
                    | "eine"
                    | "einer"
                    | "eines"
                    | "einem"
                    | "einen"
                    | "ein"
                    | "als"
                    | "aus"
                    | "zu"
                    | "über"
                    | "aller"
                    | "alle"
            );
        if first < 2 || linked || before.ends_with(['-', ',']) {
            continue;
        }
        // The rest of its name.
        let mut last = i;
        loop {
            let next = words.bare(last + 1);
            let parted = words.raw(last).ends_with([';', ':', '.']);
            let capital = next.starts_with(char::is_uppercase) || (last == i && head && next.starts_with(|c: char| c.is_ascii_digit()));
            if !parted && capital && !begins_time(next) && last < i + 5 {
                last += 1;
            } else if !parted
                && matches!(words.raw(last + 1), "und" | "für" | "&" | "/" | "mit")
                && words.bare(last + 2).starts_with(char::is_uppercase)
                && !begins_time(words.bare(last + 2))
                && last < i + 5
            {
                last += 2;
            } else {
                break;
            }
        }
        let unit = words.ranges.get(first)?.start..words.ranges.get(last)?.start + words.raw(last).trim_end_matches([',', ';']).len();
        let tail = words.ranges.get(last + 1).map_or(text.len(), |range| range.start);
        let Some(rest) = after_unit(text, tail, columns) else { continue };
        let title = words.ranges.first()?.start..words.ranges.get(first - 1)?.end;
        let mut cells = vec![(Cell::Title, title), (Cell::Unit, unit)];
        cells.extend(rest);
        return Some(cells);
    }
    None
}

/// Time, money and status behind a unit; `None` if the first of them is none of these.
fn after_unit(text: &str, from: usize, columns: &[Cell]) -> Option<Vec<Placed>> {
    let wants = |cell: Cell| columns.is_empty() || columns.contains(&cell);
    let mut cells: Vec<Placed> = Vec::new();
    let mut at = from;
    while let Some(rest) = text.get(at..) {
        let trimmed = rest.trim_start_matches([' ', ',', ';']);
        at = text.len() - trimmed.len();
        if trimmed.is_empty() {
            break;
        }
        let has = |wanted: Cell| cells.iter().any(|(cell, _)| *cell == wanted);
        // Where the columns are known, "offen" is a status only behind the time.
        let status = status_at_start(trimmed)
            .filter(|_| wants(Cell::Status) && !has(Cell::Status) && (has(Cell::Time) || !wants(Cell::Time) || columns.is_empty()));
        let time = time_at_start(trimmed).filter(|_| wants(Cell::Time) && !has(Cell::Time));
        let money = wants(Cell::Money) && !has(Cell::Money) && is_money(trimmed);
        if let Some(end) = time {
            cells.push((Cell::Time, at..at + end));
            at += end;
        } else if money {
            // "45.000 EUR geplant"
            let end = text.trim_end().len();
            let sum = money_in_prose(trimmed).map_or(end, |range| at + range.end);
            let rest = text.get(sum..end).unwrap_or("");
            let gap = rest.len() - rest.trim_start().len();
            if rest.trim_start().len() > 1 && status_at_start(rest.trim_start()).is_some_and(|length| sum + gap + length == end) {
                cells.push((Cell::Money, at..sum));
                cells.push((Cell::Status, sum + gap..end));
            } else {
                cells.push((Cell::Money, at..end));
            }
            break;
        } else if let Some(end) = status {
            cells.push((Cell::Status, at..at + end));
            at += end;
        } else {
            cells.push((Cell::Other, at..text.trim_end().len()));
            break;
        }
    }
    let first = cells.first().map(|(cell, _)| *cell)?;
    let loose =
        cells.iter().any(|(cell, range)| *cell == Cell::Other && text.get(range.clone()).is_some_and(|rest| rest.split_whitespace().count() > 6));
    (first != Cell::Other && !loose).then_some(cells)
}

/// The cells of a row whose columns are known, from its lines; what stands before them is the title.
///
/// `columns` are those behind the title, in their order. A cell takes at most three lines.
pub fn by_columns(text: &str, lines: &[Range<usize>], columns: &[Cell]) -> Option<Vec<Placed>> {
    if columns.is_empty() || text.len() > 1500 {
        return None;
    }
    by_lines(text, lines, columns).or_else(|| run_together(text, 0, columns)).or_else(|| last_capital(text, columns))
}

fn by_lines(text: &str, lines: &[Range<usize>], columns: &[Cell]) -> Option<Vec<Placed>> {
    if lines.len() < 2 {
        return None;
    }
    let mut cells: Vec<Placed> = Vec::new();
    let mut end = lines.len();
    for &column in columns.iter().rev() {
        let mut found = None;
        let most = 3.min(end.saturating_sub(1));
        // A sum is told by its last line; a date or a name may begin lines above.
        for take in (1..=most).map(|n| if column == Cell::Money { n } else { most + 1 - n }) {
            let (Some(first), Some(last)) = (lines.get(end - take), lines.get(end - 1)) else { continue };
            let range = first.start..last.end;
            let Some(cell) = text.get(range.clone()) else { continue };
            let cell = cell.trim();
            let all =
                |end: Option<usize>| end == Some(cell.len()) || end.is_some_and(|end| cell.get(end..).is_some_and(|rest| rest.trim().is_empty()));
            let dash = matches!(cell, "-" | "–" | "—");
            let fits = match column {
                Cell::Time => all(time_at_start(cell)),
                Cell::Money => is_money(cell),
                Cell::Status => dash || all(status_at_start(cell)),
                Cell::Unit => is_unit(cell),
                _ => take == 1 && cell.split_whitespace().count() <= 4,
            };
            if fits {
                found = Some((take, range));
                break;
            }
        }
        // A unit that no list knows: a short line with a capital, where a unit must stand.
        if column == Cell::Unit
            && found.is_none()
            && end > 1
            && let Some(line) = lines.get(end - 1)
            && let Some(cell) = text.get(line.clone())
            && cell.starts_with(char::is_uppercase)
            && cell.split_whitespace().count() <= 4
            && !cell.ends_with('.')
            && !cells.is_empty()
        {
            found = Some((1, line.clone()));
        }
        if let Some((take, range)) = found {
            cells.push((column, range));
            end -= take;
        }
    }
    let told = cells.len();
    let title = lines.first()?.start..lines.get(end.checked_sub(1)?)?.end;
    cells.push((Cell::Title, title));
    cells.reverse();
    (told > 0 && (told > 1 || columns.len() == 1)).then_some(cells)
}

/// The last capitalised word before a time that ends the row, where a column of units is known to stand.
fn last_capital(text: &str, columns: &[Cell]) -> Option<Vec<Placed>> {
    if columns.first() != Some(&Cell::Unit) || columns.len() < 2 {
        return None;
    }
    let words = Words::of(text, 0);
    let count = words.ranges.len();
    for i in (2..count.saturating_sub(1)).rev() {
        let name = words.bare(i);
        if count - i > 9 {
            break;
        }
        if !name.starts_with(char::is_uppercase) || begins_time(name) || words.raw(i).ends_with(['.', ',']) {
            continue;
        }
        let tail = words.ranges.get(i + 1)?.start;
        let Some(rest) = after_unit(text, tail, columns) else { continue };
        if rest.iter().any(|(cell, _)| *cell == Cell::Other) {
            continue;
        }
        let mut cells = vec![(Cell::Title, words.ranges.first()?.start..words.ranges.get(i - 1)?.end), (Cell::Unit, words.ranges.get(i)?.clone())];
        cells.extend(rest);
        return Some(cells);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(Cell, &str)> {
        by_content(text).unwrap_or_default().into_iter().map(|(cell, range)| (cell, text.get(range).unwrap_or(""))).collect()
    }

    #[test]
    fn a_row_between_signs_is_told_by_its_cells() {
        assert_eq!(
            told("HF 2 / M 9 | Wohnberatung erweitern, + 0,5 VZÄ | Amt 50 | mittelfristig | 32 T€ p. a."),
            [
                (Cell::Code, "HF 2 / M 9"),
                (Cell::Title, "Wohnberatung erweitern, + 0,5 VZÄ"),
                (Cell::Unit, "Amt 50"),
                (Cell::Time, "mittelfristig"),
                (Cell::Money, "32 T€ p. a."),
            ]
        );
        assert_eq!(
            told("| 2.11 | Taxigutscheine für taubblinde Menschen | Sozialamt | erledigt |"),
            [(Cell::Code, "2.11"), (Cell::Title, "Taxigutscheine für taubblinde Menschen"), (Cell::Unit, "Sozialamt"), (Cell::Status, "erledigt")]
        );
        assert_eq!(
            told("A-6; Geflüchtete mit Behinderungen: Bedarfe erfassen; FD Asyl; 2. Halbjahr 2025"),
            [
                (Cell::Code, "A-6"),
                (Cell::Title, "Geflüchtete mit Behinderungen: Bedarfe erfassen"),
                (Cell::Unit, "FD Asyl"),
                (Cell::Time, "2. Halbjahr 2025")
            ]
        );
    }

    #[test]
    fn a_row_run_together_is_cut_at_its_unit() {
        assert_eq!(
            told("14 Plakatreihe „Mein Kollege“, Projekttage an allen Grundschulen Stabsstelle Inklusion fortlaufend 5.000 €"),
            [
                (Cell::Code, "14"),
                (Cell::Title, "Plakatreihe „Mein Kollege“, Projekttage an allen Grundschulen"),
                (Cell::Unit, "Stabsstelle Inklusion"),
                (Cell::Time, "fortlaufend"),
                (Cell::Money, "5.000 €"),
            ]
        );
        assert_eq!(
            told("12 Kommunale Beauftragte: Aufstockung von 0,5 auf 1,0 Stellen Hauptamt 01.01.2027 vorbehaltlich Stellenplan"),
            [
                (Cell::Code, "12"),
                (Cell::Title, "Kommunale Beauftragte: Aufstockung von 0,5 auf 1,0 Stellen"),
                (Cell::Unit, "Hauptamt"),
                (Cell::Time, "01.01.2027"),
                (Cell::Money, "vorbehaltlich Stellenplan"),
            ]
        );
    }

    #[test]
    fn quarters_and_a_status_behind_a_sum_are_told() {
        assert_eq!(
            told("3.4 Leitsystem im Bahnhof Tiefbauamt Q3 2027 45.000 EUR geplant"),
            [
                (Cell::Code, "3.4"),
                (Cell::Title, "Leitsystem im Bahnhof"),
                (Cell::Unit, "Tiefbauamt"),
                (Cell::Time, "Q3 2027"),
                (Cell::Money, "45.000 EUR"),
                (Cell::Status, "geplant"),
            ]
        );
    }

    #[test]
    fn contents_figures_headings_and_sentences_are_no_rows() {
        for text in [
            "3.2 Maßnahmen im Bereich Wohnen 17",
            "4 Das Sozialamt und seine Aufgaben",
            "12 Haltestellen sind barrierefrei, 30 nicht",
            "2024 | 310 | 12 %",
            "5 Das Tiefbauamt baut 2027 eine Rampe am Markt.",
            "1 Einwohner am 31.12.2024 in Musterau 23.000",
            "7 Beratung durch das Sozialamt 2024",
            "Ohne Nummer | Sozialamt | 2027",
        ] {
            assert_eq!(by_content(text), None, "{text}");
        }
    }

    #[test]
    fn known_columns_part_the_lines() {
        let text = "Website nach Standard erneuern Gemeindekanzlei 31.12.2026 in Arbeit";
        let at = |part: &str| text.find(part).map(|from| from..from + part.len()).expect("there");
        let lines = [at("Website nach Standard erneuern"), at("Gemeindekanzlei"), at("31.12.2026"), at("in Arbeit")];
        let cells = by_columns(text, &lines, &[Cell::Unit, Cell::Time, Cell::Status]).expect("a row");
        assert_eq!(cells.iter().map(|(cell, _)| *cell).collect::<Vec<_>>(), [Cell::Title, Cell::Unit, Cell::Time, Cell::Status]);
        assert_eq!(text.get(cells[1].1.clone()), Some("Gemeindekanzlei"));
    }

    #[test]
    fn strange_input_does_no_harm() {
        for text in ["", "|", "1", "1 ", "1 |||", "Ä-1; ; ;", "1.1.1.1.1 A", "9 „", "1 Amt Amt Amt –", "M 1 ß | ß | ß"] {
            let _ = by_content(text);
            let whole = 0..text.len();
            let _ = by_columns(text, std::slice::from_ref(&whole), &[Cell::Unit, Cell::Time]);
        }
    }
}
