//! The parts of a written day: which number is the year, which the month, which the day.

use super::months::month;

/// A day as it is written, not yet held against a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// The text itself tells its parts.
    Certain { year: i32, month: u32, day: u32 },
    /// Two numbers before the year, of which either can be the month.
    Slashed { first: u32, second: u32, year: i32 },
}

/// A run of digits or of letters, and what stands before it.
#[derive(Debug, Clone, Copy)]
struct Part<'t> {
    gap: &'t str,
    text: &'t str,
}

impl Part<'_> {
    fn is_number(self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit())
    }

    /// The number, if it has as many digits as `lengths` allow.
    fn number(self, lengths: &[usize]) -> Option<u32> {
        (self.is_number() && lengths.contains(&self.text.len())).then(|| self.text.parse().ok())?
    }

    fn year(self) -> Option<i32> {
        let year = i32::try_from(self.number(&[2, 4])?).ok()?;
        Some(match (self.text.len(), year) {
            (2, 0..=69) => 2000 + year,
            (2, _) => 1900 + year,
            _ => year,
        })
    }
}

/// More parts than a day with a time and a zone has, so that long texts cost nothing.
const MOST_PARTS: usize = 16;

pub(super) fn written(text: &str) -> Option<Written> {
    let parts = split(text.trim());
    compact(&parts).or_else(|| in_numbers(&parts)).or_else(|| with_name(&parts))
}

/// `20260624`, as ISO 8601 has it without hyphens.
fn compact(parts: &[Part<'_>]) -> Option<Written> {
    let [date, rest @ ..] = parts else { return None };
    date.number(&[8])?;
    let (year, month_and_day) = date.text.split_at_checked(4)?;
    let (month, day) = month_and_day.split_at_checked(2)?;
    (date.gap.is_empty() && only_time_follows(rest, "")).then_some(Written::Certain {
        year: year.parse().ok()?,
        month: month.parse().ok()?,
        day: day.parse().ok()?,
    })
}

/// `2026-06-24`, `24.6.2026`, `24/6/26`: three numbers with the same mark between them.
fn in_numbers(parts: &[Part<'_>]) -> Option<Written> {
    let [first, second, third, rest @ ..] = parts else { return None };
    let mark = second.gap.trim();
    let is_date = first.gap.is_empty() && matches!(mark, "-" | "/" | ".") && third.gap.trim() == mark;
    if !is_date || !only_time_follows(rest, mark) {
        return None;
    }
    if first.text.len() == 4 {
        let (month, day) = (second.number(&[1, 2])?, third.number(&[1, 2])?);
        return Some(Written::Certain { year: first.year()?, month, day });
    }
    let (first, second, year) = (first.number(&[1, 2])?, second.number(&[1, 2])?, third.year()?);
    Some(match mark {
        // Nobody writes the month first with full stops.
        "." => Written::Certain { year, month: second, day: first },
        _ => Written::Slashed { first, second, year },
    })
}

/// `24/Jun/26`, `24 de junio de 2026`, `Wed Jun 24 2026`, `June 24th, 2026`: the month has a name.
fn with_name(parts: &[Part<'_>]) -> Option<Written> {
    const FILLERS: [&str; 7] = ["de", "del", "of", "st", "nd", "rd", "th"];
    let starts_with_weekday = parts.first().is_some_and(|part| {
        !part.is_number() && parts.iter().skip(1).take(2).any(|part| month(part.text).is_some())
    });
    let mut told =
        parts.iter().skip(usize::from(starts_with_weekday)).filter(|part| !FILLERS.contains(&part.text));
    let (first, second, third) = (told.next()?, told.next()?, told.next()?);
    let rest: Vec<Part<'_>> = told.copied().collect();
    if !only_time_follows(&rest, "") {
        return None;
    }
    if let Some(month) = month(second.text) {
        return match first.text.len() {
            4 => Some(Written::Certain { year: first.year()?, month, day: third.number(&[1, 2])? }),
            _ => Some(Written::Certain { year: third.year()?, month, day: first.number(&[1, 2])? }),
        };
    }
    // After “June 24” two digits could be an hour as well as a year.
    let year = (third.text.len() == 4).then(|| third.year())??;
    Some(Written::Certain { year, month: month(first.text)?, day: second.number(&[1, 2])? })
}

/// Whether what stands after a day can be a time: set off by a space, a comma or `T`, not by the day's own mark, nor
/// by the colon that would make the year an hour.
fn only_time_follows(rest: &[Part<'_>], mark: &str) -> bool {
    let Some(next) = rest.first() else { return true };
    let set_off = next.gap.starts_with(|c: char| c.is_whitespace() || c == ',');
    let is_t = next.gap.is_empty() && next.text.eq_ignore_ascii_case("t");
    is_t || (set_off && (mark.is_empty() || !next.gap.contains(mark)))
}

fn split(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while parts.len() < MOST_PARTS
        && let Some(start) = rest.find(|c: char| c.is_ascii_digit() || c.is_alphabetic())
    {
        let (gap, from_start) = rest.split_at(start);
        let digits = from_start.starts_with(|c: char| c.is_ascii_digit());
        let in_run = |c: char| if digits { c.is_ascii_digit() } else { c.is_alphabetic() };
        let end = from_start.find(|c| !in_run(c)).unwrap_or(from_start.len());
        let (text, after) = from_start.split_at(end);
        parts.push(Part { gap, text });
        rest = after;
    }
    parts
}
