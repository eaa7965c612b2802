//! Calendar days without a time zone, and spans that include their last day.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::settings::Weekday;
use crate::violation::RuleViolation;

/// A calendar day. Written as ISO 8601 text, `2027-02-28`, wherever it leaves memory, but for words that people read.
///
/// Any day of the proleptic Gregorian calendar can be held; that a plan only takes the years 1900 to 2199 is a
/// rule of [`Span::new`] and [`Day::in_plan_range`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Day(#[cfg_attr(feature = "ts", ts(type = "string"))] i32);

/// Days from chrono's first common-era day to 1970-01-01, from which [`Day`] counts.
const EPOCH_FROM_CE: i32 = 719_163;

impl Day {
    /// The day of a year, month (1–12) and day of the month, if the calendar has it.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self::from_date)
    }

    /// Takes over a date.
    pub fn from_date(date: NaiveDate) -> Self {
        Self(date.num_days_from_ce() - EPOCH_FROM_CE)
    }

    /// The same day as a chrono date.
    pub fn date(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0.saturating_add(EPOCH_FROM_CE)).unwrap_or(if self.0 < 0 {
            NaiveDate::MIN
        } else {
            NaiveDate::MAX
        })
    }

    /// Days since 1970-01-01; negative before it.
    pub fn number(self) -> i32 {
        self.0
    }

    /// The day that many days after 1970-01-01.
    pub fn from_number(number: i32) -> Self {
        Self(number)
    }

    /// The day `days` later, or earlier if negative.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Days from `earlier` to this day; zero if they are the same.
    pub fn days_since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }

    /// Day of the week.
    pub fn weekday(self) -> Weekday {
        Weekday::from_chrono(self.date().weekday())
    }

    /// First day of this day's month.
    #[must_use]
    pub fn month_start(self) -> Self {
        self.plus(1 - i32::try_from(self.date().day()).unwrap_or(1))
    }

    /// First day of the month `months` later, or earlier if negative.
    #[must_use]
    pub fn month_start_plus(self, months: i32) -> Self {
        let date = self.date();
        let index = i64::from(date.year()) * 12 + i64::from(date.month0()) + i64::from(months);
        let year = i32::try_from(index.div_euclid(12)).unwrap_or(date.year());
        let month = u32::try_from(index.rem_euclid(12) + 1).unwrap_or(1);
        Self::from_ymd(year, month, 1).unwrap_or(self)
    }

    /// The last day on or before this one that is a `first` day of the week.
    #[must_use]
    pub fn week_start(self, first: Weekday) -> Self {
        let back = (7 + self.weekday().index() - first.index()) % 7;
        self.plus(-back)
    }

    /// As words for people write it: “28 Feb 2027”. Files have the form of [`Display`](fmt::Display), `2027-02-28`.
    pub fn written(self) -> String {
        self.date().format("%-d %b %Y").to_string()
    }

    /// Refuses days outside the years 1900 to 2199, which no plan takes.
    pub fn in_plan_range(self) -> Result<Self, RuleViolation> {
        if (1900..=2199).contains(&self.date().year()) {
            Ok(self)
        } else {
            Err(RuleViolation::DayOutOfRange { day: self })
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date().format("%Y-%m-%d"))
    }
}

/// A text that is no ISO 8601 day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a day in the form 2027-02-28")]
pub struct NotADay(String);

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let fits =
            |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
        let strict = text.len() == 10 && text.bytes().enumerate().all(fits);
        match NaiveDate::parse_from_str(text, "%Y-%m-%d") {
            Ok(date) if strict => Ok(Self::from_date(date)),
            _ => Err(NotADay(text.chars().take(40).collect())),
        }
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A span of days that includes its last day; it is never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Span {
    /// First day.
    pub first: Day,
    /// Last day, itself part of the span.
    pub last: Day,
}

impl Span {
    /// A span that a plan takes: not ending before it starts, inside the years 1900 to 2199.
    pub fn new(first: Day, last: Day) -> Result<Self, RuleViolation> {
        first.in_plan_range()?;
        last.in_plan_range()?;
        if last < first {
            return Err(RuleViolation::EndBeforeStart { first, last });
        }
        Ok(Self { first, last })
    }

    /// Length in days; at least one.
    pub fn days(self) -> i32 {
        self.last.days_since(self.first).saturating_add(1)
    }

    /// The span `days` later, or earlier if negative.
    #[must_use]
    pub fn shifted(self, days: i32) -> Self {
        Self { first: self.first.plus(days), last: self.last.plus(days) }
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }

    /// Every day of the span in order.
    pub fn iter(self) -> impl Iterator<Item = Day> {
        (self.first.number()..=self.last.number()).map(Day::from_number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_read_and_written_as_iso_text() {
        assert_eq!(day("2024-02-29").to_string(), "2024-02-29");
        assert_eq!(day("1970-01-01").number(), 0);
        for wrong in [
            "2023-14-05",
            "2023-02-29",
            "2023-2-03",
            "23-02-03",
            "+023-02-03",
            "-023-02-03",
            "2023-02-3-",
            "2023-02-03T00:00",
            "",
        ] {
            assert!(wrong.parse::<Day>().is_err(), "{wrong} must be refused");
        }
    }

    #[test]
    fn people_read_a_day_in_words() {
        assert_eq!(day("2027-02-28").written(), "28 Feb 2027");
        assert_eq!(day("1899-12-01").written(), "1 Dec 1899");
    }

    #[test]
    fn months_and_weeks_start_where_the_calendar_says() {
        assert_eq!(day("2027-03-31").month_start(), day("2027-03-01"));
        assert_eq!(day("2027-03-31").month_start_plus(-3), day("2026-12-01"));
        assert_eq!(day("2026-11-23").week_start(Weekday::Monday), day("2026-11-23"));
        assert_eq!(day("2026-11-23").week_start(Weekday::Sunday), day("2026-11-22"));
    }

    #[test]
    fn a_span_includes_its_last_day() {
        assert_eq!(Span::new(day("2024-02-28"), day("2024-03-01")).unwrap().days(), 3);
        assert_eq!(Span::new(day("2024-02-28"), day("2024-02-28")).unwrap().days(), 1);
    }

    #[test]
    fn a_span_that_ends_early_or_leaves_the_range_is_refused() {
        let (late, early) = (day("2024-02-28"), day("2024-02-27"));
        assert_eq!(Span::new(late, early), Err(RuleViolation::EndBeforeStart { first: late, last: early }));
        let old = day("1899-12-31");
        assert_eq!(Span::new(old, late), Err(RuleViolation::DayOutOfRange { day: old }));
        assert!(Span::new(day("2199-12-31"), day("2200-01-01")).is_err());
    }
}
