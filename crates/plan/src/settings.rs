//! What holds for a whole plan: its name, money and calendar.

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
    /// Days of the week on which work is done, in the order of [`Weekday::ALL`], without repetition; at least one.
    pub working_days: Vec<Weekday>,
    /// Days on which no work is done, in order, each once.
    pub holidays: Vec<Holiday>,
    /// Whether what is moved keeps its working days instead of its days.
    pub keeps_working_length: bool,
    /// Whether moving an item pushes what waits for it; else that is only shown as a conflict.
    pub pushes_successors: bool,
}

impl Default for PlanSettings {
    fn default() -> Self {
        Self {
            name: "Untitled plan".to_owned(),
            currency: "EUR".to_owned(),
            first_day_of_week: Weekday::Monday,
            working_days: Weekday::ALL[..5].to_vec(),
            holidays: Vec::new(),
            keeps_working_length: false,
            pushes_successors: false,
        }
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
