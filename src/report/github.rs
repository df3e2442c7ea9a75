//! GitHub Actions: annotations as workflow commands, and the summary of a job as Markdown.

use super::annotation::{Annotation, Severity, annotations};
use super::quotation::{clean, shown_path};
use super::{Format, Report};
use crate::words::say;

/// GitHub shows about this many annotations of a step.
const SHOWN: usize = 10;

/// The longest summary of a step in bytes; GitHub shows nothing of a longer one.
pub const LONGEST_SUMMARY: usize = 1024 * 1024;

/// Prints the alerts as workflow commands: all of them, or the gravest nine and how many there are besides.
pub(super) fn render(report: &Report<'_>) -> String {
    let words = super::words(report.lang, Format::Github);
    let mut told: Vec<Annotation<'_>> = annotations(report, &words).into_iter().flat_map(|(_, annotations)| annotations).collect();
    let more = if told.len() > SHOWN { told.len() + 1 - SHOWN } else { 0 };
    if more > 0 {
        told.sort_by_key(|a| (a.severity, a.turn));
        told.truncate(SHOWN - 1);
    }
    let mut out: String = told.iter().map(annotation).collect();
    if more > 0 {
        out.push_str(&command("notice", &[("title", &say!(words, "annotation-more-title"))], &say!(words, "annotation-more", count = more)));
    }
    out
}

fn annotation(annotation: &Annotation<'_>) -> String {
    let name = if annotation.severity == Severity::Info { "notice" } else { "warning" };
    let (line, end_line) = (annotation.region.start_line.to_string(), annotation.region.end_line.to_string());
    let path = shown_path(&annotation.plan.source.name);
    command(name, &[("file", &path), ("line", &line), ("endLine", &end_line), ("title", &annotation.title)], &annotation.message)
}

/// One command on one line. Whatever stands in it, it can neither end nor begin another.
fn command(name: &str, properties: &[(&str, &str)], message: &str) -> String {
    let data = |text: &str| clean(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |(key, value): &(&str, &str)| format!("{key}={}", data(value).replace(':', "%3A").replace(',', "%2C"));
    format!("::{name} {}::{}\n", properties.iter().map(property).collect::<Vec<_>>().join(","), data(message))
}

/// Prints the report as Markdown of at most `room` bytes; a longer one ends between two blocks and says so.
pub fn summary(reports: &[Report<'_>], room: usize) -> String {
    let whole = super::render_all(reports, Format::Markdown, 0);
    if whole.len() <= room {
        return whole;
    }
    cut(&whole, room, &say!(super::words(reports.first().map(|r| r.lang).unwrap_or_default(), Format::Markdown), "summary-cut"))
}

/// The blocks that fit, with a sentence below them.
fn cut(whole: &str, room: usize, sentence: &str) -> String {
    let end = format!("{sentence}\n");
    let mut kept = 0;
    for (at, _) in whole.match_indices("\n\n") {
        if at + 2 + end.len() > room {
            break;
        }
        kept = at + 2;
    }
    if end.len() > room { String::new() } else { format!("{}{end}", &whole[..kept]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_stays_one_command() {
        let hostile = "100 %\n::set-output name=a::b";
        assert_eq!(
            command("warning", &[("file", "a,b:c%.md"), ("title", hostile)], hostile),
            "::warning file=a%2Cb%3Ac%25.md,title=100 %25 %3A%3Aset-output name=a%3A%3Ab::100 %25 ::set-output name=a::b\n"
        );
    }

    #[test]
    fn a_long_summary_ends_between_two_blocks() {
        let whole = "# Eins\n\n- zwei\n- drei\n\nvier\n";
        assert_eq!(cut(whole, 13, "Ende."), "Ende.\n");
        assert_eq!(cut(whole, 14, "Ende."), "# Eins\n\nEnde.\n");
        assert_eq!(cut(whole, 29, "Ende."), "# Eins\n\n- zwei\n- drei\n\nEnde.\n");
        assert_eq!(cut(whole, 3, "Ende."), "");
    }
}
