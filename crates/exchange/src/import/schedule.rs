//! From two texts to a place in time, without inventing a day.
//!
//! An item gets dates only if the file gives both and they are in order. Whatever else the file says is kept as a
//! line of the description, so that it can be put right by hand.

use milepost_plan::{Schedule, Span};

use crate::dates::{DayOrder, Reading, read_day};
use crate::mapping::Field;
use crate::report::{Remark, quoted};

const START_LINE: &str = "Start in the file: ";
const END_LINE: &str = "End in the file: ";

/// What a row says of its place in time.
#[derive(Debug, Default)]
pub(super) struct Days {
    pub schedule: Option<Schedule>,
    /// Lines for the description with the texts that were not taken.
    pub lines: Vec<String>,
    pub remarks: Vec<Remark>,
}

/// Reads the texts of the first and the last day, either of which may be empty.
pub(super) fn read_days(first: &str, last: &str, order: Option<DayOrder>) -> Days {
    let remarks = match (read(first, order), read(last, order)) {
        (Text::Blank, Text::Blank) => return Days::default(),
        (Text::Read(Reading::Day(first)), Text::Read(Reading::Day(last))) => match Span::new(first, last) {
            Ok(span) => return Days { schedule: Some(span.into()), ..Days::default() },
            Err(violation) => vec![Remark::on(Field::LastDay, format!("{violation}; no dates were taken"))],
        },
        (first_read, last_read) => [
            remark(Field::FirstDay, first, first_read, "an end without a start; no dates were taken"),
            remark(Field::LastDay, last, last_read, "a start without an end; no dates were taken"),
        ]
        .into_iter()
        .flatten()
        .collect(),
    };
    let line = |start: &str, text: &str| (!text.is_empty()).then(|| format!("{start}{}", in_one_line(text)));
    let lines = [line(START_LINE, first), line(END_LINE, last)].into_iter().flatten().collect();
    Days { schedule: None, lines, remarks }
}

/// A description without the lines that an import has put at its end.
pub(super) fn without_day_lines(description: &str) -> &str {
    let mut rest = description;
    loop {
        let start = rest.rfind('\n').map_or(0, |at| at + 1);
        let line = &rest[start..];
        if !line.starts_with(START_LINE) && !line.starts_with(END_LINE) {
            return rest;
        }
        rest = rest[..start].trim_end();
    }
}

/// A description with lines at its end.
pub(super) fn with_day_lines(description: &str, lines: &[String]) -> String {
    match (description.trim_end(), lines) {
        (_, []) => description.to_owned(),
        ("", lines) => lines.join("\n"),
        (description, lines) => format!("{description}\n\n{}", lines.join("\n")),
    }
}

#[derive(Clone, Copy)]
enum Text {
    Blank,
    Read(Reading),
}

fn read(text: &str, order: Option<DayOrder>) -> Text {
    if text.is_empty() { Text::Blank } else { Text::Read(read_day(text, order)) }
}

fn remark(field: Field, text: &str, read: Text, if_blank: &str) -> Option<Remark> {
    let sentence = match read {
        Text::Read(Reading::Day(_)) => return None,
        Text::Blank => if_blank.to_owned(),
        Text::Read(Reading::NotADay) => format!("{} is not a day; no dates were taken", quoted(text)),
        Text::Read(Reading::Ambiguous) => {
            format!("{} can be two different days; no dates were taken", quoted(text))
        }
    };
    Some(Remark::on(field, sentence))
}

fn in_one_line(text: &str) -> String {
    const LONGEST: usize = 200;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_two_days_in_order_make_a_span() {
        let taken = read_days("2026-06-24", "2026-06-30", None);
        assert_eq!(taken.schedule.and_then(Schedule::span).map(Span::days), Some(7));
        assert!(taken.lines.is_empty() && taken.remarks.is_empty());
        for (first, last, lines, remarks) in [
            ("2026-06-24", "", vec!["Start in the file: 2026-06-24"], 1),
            ("", "2026-06-24", vec!["End in the file: 2026-06-24"], 1),
            (
                "2023-14-05",
                "2026-06-24",
                vec!["Start in the file: 2023-14-05", "End in the file: 2026-06-24"],
                1,
            ),
            ("2023-14-05", "TBD", vec!["Start in the file: 2023-14-05", "End in the file: TBD"], 2),
            (
                "2026-06-24",
                "2026-06-23",
                vec!["Start in the file: 2026-06-24", "End in the file: 2026-06-23"],
                1,
            ),
            (
                "1826-06-24",
                "2026-06-23",
                vec!["Start in the file: 1826-06-24", "End in the file: 2026-06-23"],
                1,
            ),
            ("1/2/2026", "", vec!["Start in the file: 1/2/2026"], 2),
        ] {
            let days = read_days(first, last, None);
            assert_eq!(
                (days.schedule, days.lines, days.remarks.len()),
                (None, lines.iter().map(|line| (*line).to_owned()).collect(), remarks)
            );
        }
    }

    #[test]
    fn lines_at_the_end_of_a_description_come_off_again() {
        let lines = read_days("2026-06-24", "soon", None).lines;
        for text in ["", "About this", "Two\n\nparagraphs", "Start in the file: never\nand more"] {
            assert_eq!(without_day_lines(&with_day_lines(text, &lines)), text);
        }
        assert_eq!(with_day_lines("  as it is \n", &[]), "  as it is \n");
    }
}
