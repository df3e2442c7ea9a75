//! A mistake in a user's file, for people at a terminal.

use super::quotation::clean;
use crate::source::{Problem, Source};
use crate::words::Words;

/// How many characters of a line are shown with a problem.
const LONGEST_LINE: usize = 120;

/// `name:line:column`, the line itself with a marker below it, and the help, for every problem.
pub fn render(problems: &[Problem], source: &Source, words: &Words) -> String {
    problems.iter().map(|p| one(p, source, words) + "\n\n").collect()
}

fn one(problem: &Problem, source: &Source, words: &Words) -> String {
    let at = source.position(problem.span.start);
    let line: Vec<char> = source.line_text(at.line).chars().map(|c| if is_shown(c) { c } else { ' ' }).collect();
    let width = source.slice(problem.span).chars().take_while(|&c| c != '\n' && c != '\r').count().max(1);
    // Of a very long line only the surroundings are shown, or nobody finds the marker.
    let start = if line.len() <= LONGEST_LINE { 0 } else { (at.column - 1).saturating_sub(LONGEST_LINE / 3) };
    let end = line.len().min(start + LONGEST_LINE);
    let left = if start > 0 { "… " } else { "" };
    let right = if end < line.len() { " …" } else { "" };
    let shown: String = line[start..end].iter().collect();
    let marker = width.min((end + 1).saturating_sub(at.column).max(1));
    let gutter = at.line.to_string();
    let mut out = format!("{}:{}:{}: {}\n", clean(&source.name), at.line, at.column, clean(&words.say(&problem.message)));
    out.push_str(&format!("{gutter} | {left}{shown}{right}\n"));
    out.push_str(&format!("{} | {}{}", " ".repeat(gutter.len()), " ".repeat(left.chars().count() + at.column - 1 - start), "^".repeat(marker)));
    for help in &problem.help {
        out.push_str(&format!("\n= {}", clean(&words.say(help))));
    }
    out
}

/// The line keeps its length, so that the marker stands below its word: what is not shown becomes a space.
fn is_shown(c: char) -> bool {
    !c.is_control() && !super::quotation::is_invisible(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::message;
    use crate::source::Span;
    use crate::text::Lang;

    fn rendered(span: Span, source: &Source) -> String {
        let problem = Problem::new(span, message!("problem-no-criterion")).with_help(message!("problem-no-criterion-help"));
        one(&problem, source, &Words::new(Lang::De, false))
    }

    #[test]
    fn a_problem_shows_file_line_column_marker_and_help() {
        let source = Source::new("liste.yaml", "id: a\nfeld: b\n");
        let shown = rendered(Span::new(6, 10), &source);
        assert!(shown.starts_with("liste.yaml:2:1: die Checkliste hat kein Kriterium\n2 | feld: b\n  | ^^^^\n= unter „criteria:“"), "{shown}");
    }

    #[test]
    fn of_a_very_long_line_only_the_surroundings_are_shown() {
        let source = Source::new("x", format!("{}falsch{}", "a".repeat(500), "b".repeat(500)));
        let text = rendered(Span::new(500, 506), &source);
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines.iter().all(|l| l.chars().count() < 130), "{text}");
        let at = |line: &str, c: char| line.chars().position(|x| x == c);
        assert_eq!(at(lines[1], 'f'), at(lines[2], '^'), "{text}");
    }

    #[test]
    fn a_hostile_line_neither_colours_nor_turns_the_screen() {
        let source = Source::new("x\u{1b}[31m.yaml", "a\u{1b}[31m\u{202e}: b\u{7}\n");
        let text = rendered(Span::new(0, 1), &source);
        assert!(!text.chars().any(|c| c != '\n' && !is_shown(c)), "{text:?}");
    }
}
