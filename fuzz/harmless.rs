//! What must hold for everything that is printed, whatever stands in the plan.

use crpd_check::report::Format;

/// Nothing that a terminal obeys and nothing that turns the direction of writing or cannot be seen.
pub(crate) fn assert_inert(text: &str, what: &str) {
    for (at, c) in text.char_indices() {
        let invisible =
            matches!(u32::from(c), 0x200B | 0x200E..=0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0xFEFF | 0xFFFE..=0xFFFF | 0xE0000..=0xE007F);
        let ends_a_line = c == '\n' || (c == '\r' && text[at..].starts_with("\r\n"));
        assert!(ends_a_line || !(c.is_control() || invisible), "{what}: {c:?} in {:?}", text[..at].chars().rev().take(80).collect::<String>());
    }
}

/// What must hold for every text that a screen reader reads.
pub(crate) fn assert_plain(text: &str) {
    assert!(!text.contains("  "), "two spaces: {:?}", text.split("  ").next().map(|s| s.chars().rev().take(60).collect::<String>()));
    assert!(!text.contains("\n\n\n") && !text.starts_with('\n') && text.ends_with('\n') && !text.ends_with("\n\n"));
    for line in text.lines() {
        assert!(line.trim() == line, "space at an edge: {line:?}");
    }
    for c in text.chars() {
        let drawn = ('\u{2500}'..='\u{259f}').contains(&c) || ('\u{1f000}'..='\u{1faff}').contains(&c) || ('\u{2600}'..='\u{27bf}').contains(&c);
        assert!(!drawn && (c == '\n' || !c.is_control()), "{c:?}");
    }
}

/// No line of a table takes more columns than the terminal has; a command is never broken.
pub(crate) fn assert_narrow(text: &str) {
    for line in text.lines().filter(|l| !l.contains("crpd-check ")) {
        assert!(textwrap::core::display_width(line) <= 80, "{line}");
    }
}

/// No markup of the plan becomes markup of the report.
pub(crate) fn assert_markdown(text: &str) {
    for event in pulldown_cmark::Parser::new_ext(text, pulldown_cmark::Options::all()) {
        use pulldown_cmark::{Event, Tag};
        match event {
            Event::Html(html) | Event::InlineHtml(html) => panic!("HTML: {html}"),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => panic!("link: {dest_url}"),
            Event::Start(Tag::Emphasis | Tag::Strikethrough | Tag::CodeBlock(_) | Tag::BlockQuote(_)) => panic!("markup of the plan"),
            _ => {}
        }
    }
}

/// No script, no picture, nothing from the network.
pub(crate) fn assert_html(text: &str) {
    let lower = text.to_lowercase();
    for tag in ["<script", "<img", "<svg onload", "</textarea", "<b>plan", "<!-- weg", "href=\"javascript", "href=\"https://x.example"] {
        assert!(!lower.contains(tag), "{tag}");
    }
}

/// Every row is as wide as the first, and no cell is a formula; returns the number of rows below it.
pub(crate) fn assert_csv(text: &str) -> usize {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let width = reader.headers().expect("a head").len();
    let mut rows = 0;
    for row in reader.records() {
        let row = row.expect("a row");
        assert_eq!(row.len(), width);
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])), "{row:?}");
        rows += 1;
    }
    rows
}

/// What holds for a text in this format by its own rules, without knowing what it is about.
pub(crate) fn assert_harmless(format: Format, text: &str) {
    assert_inert(text, &format!("{format:?}"));
    let is_json = |text: &str| serde_json::from_str::<serde_json::Value>(text).is_ok();
    match format {
        Format::Table => assert_narrow(text),
        Format::Plain => assert_plain(text),
        Format::Markdown => assert_markdown(text),
        Format::Html => assert_html(text),
        Format::Json | Format::Sarif | Format::Gitlab => assert!(is_json(text), "{format:?}"),
        Format::Ndjson => assert!(text.lines().all(is_json)),
        Format::Csv => {
            assert_csv(text);
        }
        Format::Junit => {
            roxmltree::Document::parse(text).expect("XML");
        }
        Format::Github => assert!(text.lines().all(|line| line.starts_with("::"))),
    }
}
