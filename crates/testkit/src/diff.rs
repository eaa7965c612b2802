//! What differs between two texts, line by line.

use std::fmt::Write;

/// Lines shown before and after what differs.
const CONTEXT: usize = 3;
/// Most lines that a diff shows: a wall of text tells nobody anything.
const MOST_LINES: usize = 80;
/// Most pairs of lines compared for the shortest diff; beyond, all that lies between the first and the last
/// difference counts as changed.
const MOST_PAIRS: usize = 4_000_000;

/// A line of one of the texts or of both.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line<'t> {
    Both(&'t str),
    Expected(&'t str),
    Actual(&'t str),
}

/// A readable diff: `-` before lines that were expected and are gone, `+` before lines that came.
pub(crate) fn diff(expected: &str, actual: &str) -> String {
    let (expected, actual) = (lines_of(expected), lines_of(actual));
    let lines = compare(&expected, &actual);
    let differs = |line: &Line<'_>| !matches!(line, Line::Both(_));
    let near = |place: usize| {
        let until = (place + CONTEXT + 1).min(lines.len());
        lines[place.saturating_sub(CONTEXT)..until].iter().any(differs)
    };
    let mut text = String::new();
    let mut shown = 0;
    let mut number = 1;
    let mut skipped = true;
    for (place, line) in lines.iter().enumerate() {
        if near(place) && shown < MOST_LINES {
            if skipped {
                let _ = writeln!(text, "@ line {number}");
            }
            let _ = match line {
                Line::Both(line) => writeln!(text, "  {line}"),
                Line::Expected(line) => writeln!(text, "- {line}"),
                Line::Actual(line) => writeln!(text, "+ {line}"),
            };
            shown += 1;
        }
        skipped = !near(place);
        number += usize::from(!matches!(line, Line::Actual(_)));
    }
    if shown == MOST_LINES {
        let differing = lines.iter().filter(|line| differs(line)).count();
        let _ = writeln!(text, "… {differing} lines differ in all");
    }
    text
}

/// Lines with what ends them made visible, so that no difference hides.
fn lines_of(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = text.split('\n').map(|line| line.replace('\r', "␍")).collect();
    match lines.last() {
        Some(last) if last.is_empty() => drop(lines.pop()),
        _ => lines.push("(no line break at the end)".to_owned()),
    }
    lines
}

/// Both texts in one, by their longest common subsequence of lines.
fn compare<'t>(expected: &'t [String], actual: &'t [String]) -> Vec<Line<'t>> {
    let head = expected.iter().zip(actual).take_while(|(left, right)| left == right).count();
    let (expected_rest, actual_rest) = (&expected[head..], &actual[head..]);
    let tails = expected_rest.iter().rev().zip(actual_rest.iter().rev());
    let tail = tails.take_while(|(left, right)| left == right).count();
    let expected_middle = &expected_rest[..expected_rest.len() - tail];
    let actual_middle = &actual_rest[..actual_rest.len() - tail];

    let both = |line: &'t String| Line::Both(line);
    let mut lines: Vec<Line<'t>> = expected[..head].iter().map(both).collect();
    if expected_middle.len().saturating_mul(actual_middle.len()) > MOST_PAIRS {
        lines.extend(expected_middle.iter().map(|line| Line::Expected(line)));
        lines.extend(actual_middle.iter().map(|line| Line::Actual(line)));
    } else {
        merge(expected_middle, actual_middle, &mut lines);
    }
    lines.extend(expected_rest[expected_middle.len()..].iter().map(both));
    lines
}

fn merge<'t>(expected: &'t [String], actual: &'t [String], lines: &mut Vec<Line<'t>>) {
    // common[i][j]: most lines that expected[i..] and actual[j..] share in order.
    let mut common = vec![vec![0_u32; actual.len() + 1]; expected.len() + 1];
    for i in (0..expected.len()).rev() {
        for j in (0..actual.len()).rev() {
            common[i][j] = if expected[i] == actual[j] {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < expected.len() || j < actual.len() {
        if i < expected.len() && j < actual.len() && expected[i] == actual[j] {
            lines.push(Line::Both(&expected[i]));
            (i, j) = (i + 1, j + 1);
        } else if i < expected.len() && (j == actual.len() || common[i + 1][j] >= common[i][j + 1]) {
            lines.push(Line::Expected(&expected[i]));
            i += 1;
        } else {
            lines.push(Line::Actual(&actual[j]));
            j += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_line_stands_with_three_lines_around_it() {
        let expected = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        let actual = expected.replace('5', "five");
        assert_eq!(diff(expected, &actual), "@ line 2\n  2\n  3\n  4\n- 5\n+ five\n  6\n  7\n  8\n");
    }

    #[test]
    fn far_changes_stand_apart() {
        let expected: String = (1..=20).map(|line| format!("{line}\n")).collect();
        let actual = expected.replace("2\n3\n", "3\n").replace("18\n", "18\nnew\n");
        let hunks = "@ line 1\n  1\n- 2\n  3\n  4\n  5\n@ line 16\n  16\n  17\n  18\n+ new\n  19\n  20\n";
        assert_eq!(diff(&expected, &actual), hunks);
    }

    #[test]
    fn a_missing_line_break_and_a_carriage_return_are_seen() {
        assert_eq!(diff("a\n", "a"), "@ line 1\n  a\n+ (no line break at the end)\n");
        assert_eq!(diff("a\n", "a\r\n"), "@ line 1\n- a\n+ a␍\n");
    }

    #[test]
    fn a_long_diff_is_cut_and_says_so() {
        let expected: String = (0..3_000).map(|line| format!("{line}\n")).collect();
        let actual: String = (0..3_000).map(|line| format!("{line}!\n")).collect();
        let shown = diff(&expected, &actual);
        assert!(shown.lines().count() <= MOST_LINES + 2);
        assert!(shown.ends_with("… 6000 lines differ in all\n"), "{shown}");
    }
}
