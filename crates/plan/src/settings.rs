//! What holds for a whole plan: its name, money and calendar.

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use crate::day::Day;

/// Settings of one plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PlanSettings {
    /// Name of the product or plan; never empty.
    pub name: String,
    /// ISO 4217 code, three capital letters.
    pub currency: String,
    /// The day on which weeks begin on screen and paper.
    pub first_day_of_week: Weekday,
    /// When the years of the axis begin.
    pub fiscal_year: FiscalYear,
    /// Days of the week on which work is done, in the order of [`Weekday::ALL`], without repetition; at least one.
    pub working_days: Vec<Weekday>,
    /// Days on which no work is done, in order, each once.
    pub holidays: Vec<Holiday>,
    /// Whether what is moved keeps its working days instead of its days.
    pub keeps_working_length: bool,
    /// Whether moving an item pushes what waits for it; else that is only shown as a conflict.
    pub pushes_successors: bool,
    /// How the last import read actuals, as whoever imports writes it down: which columns mean what, and which cost centres
    /// belong to which budget lines. A plan keeps it and does not look into it; empty if nothing has been imported.
    pub actuals_mapping: String,
}

impl Default for PlanSettings {
    fn default() -> Self {
        Self {
            name: "Untitled plan".to_owned(),
            currency: "EUR".to_owned(),
            first_day_of_week: Weekday::Monday,
            fiscal_year: FiscalYear::CALENDAR,
            working_days: Weekday::ALL[..5].to_vec(),
            holidays: Vec::new(),
            keeps_working_length: false,
            pushes_successors: false,
            actuals_mapping: String::new(),
        }
    }
}

/// The year that an organisation counts in: it begins on the first day of a month, and is called after the calendar year
/// in which it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "number"))]
#[serde(transparent)]
pub struct FiscalYear {
    /// The month that it begins with, 1 to 12.
    pub first_month: u8,
}

impl FiscalYear {
    /// From January to December.
    pub const CALENDAR: Self = Self { first_month: 1 };

    /// Months from its beginning to the month of a day, 0 to 11.
    pub fn month_of(self, day: Day) -> u32 {
        (day.date().month0() + 12 - self.months_late()) % 12
    }

    /// The calendar year that the year of a day is called after.
    pub fn year_of(self, day: Day) -> i32 {
        let start = day.month_start_plus(-i32::try_from(self.month_of(day)).unwrap_or(0));
        start.date().year() + i32::from(self.months_late() > 0)
    }

    /// The first day of the year that is called after a calendar year, if the calendar has it.
    pub fn start_of(self, year: i32) -> Option<Day> {
        Day::from_ymd(year - i32::from(self.months_late() > 0), self.months_late() + 1, 1)
    }

    /// Whether it is the calendar's own.
    pub fn is_calendar(self) -> bool {
        self == Self::CALENDAR
    }

    /// Months after January, 0 to 11.
    fn months_late(self) -> u32 {
        u32::from(self.first_month).saturating_sub(1) % 12
    }
}

/// A day on which no work is done.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Holiday {
    /// The day.
    pub day: Day,
    /// What it is called; may be empty.
    pub name: String,
}

/// Day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names of the days say it all")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// All days, from Monday.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// Days after Monday, 0 to 6.
    pub fn index(self) -> i32 {
        self as i32
    }

    /// The word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Monday => "monday",
            Self::Tuesday => "tuesday",
            Self::Wednesday => "wednesday",
            Self::Thursday => "thursday",
            Self::Friday => "friday",
            Self::Saturday => "saturday",
            Self::Sunday => "sunday",
        }
    }

    /// Takes over chrono's weekday.
    pub(crate) fn from_chrono(weekday: chrono::Weekday) -> Self {
        Self::ALL[weekday.num_days_from_monday() as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fiscal_year_is_called_after_the_year_in_which_it_ends() {
        let april = FiscalYear { first_month: 4 };
        let told = |year: FiscalYear, day: &str| {
            let day: Day = day.parse().unwrap();
            (year.year_of(day), year.month_of(day))
        };
        assert_eq!(told(april, "2027-03-31"), (2027, 11));
        assert_eq!(told(april, "2027-04-01"), (2028, 0));
        assert_eq!(told(FiscalYear::CALENDAR, "2027-04-01"), (2027, 3));
        assert_eq!(april.start_of(2028), Day::from_ymd(2027, 4, 1));
        assert_eq!(FiscalYear::CALENDAR.start_of(2028), Day::from_ymd(2028, 1, 1));
    }
}
