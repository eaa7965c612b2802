//! Days as files write them: ISO 8601, Jira's `24/Jun/26 5:39 PM`, `24.6.2026`, and the slashes that can mean two days.
//!
//! A time of day and its zone are passed over: the day is the one that is written. No day is guessed.

mod months;
mod order;
mod parts;

use milepost_plan::Day;
use serde::{Deserialize, Serialize};

pub(crate) use order::{DayOrderFound, find_day_order};
use parts::Written;

/// What comes first in a day written with numbers only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DayOrder {
    /// `24/6/2026`: the day, the month, the year.
    Dmy,
    /// `6/24/2026`: the month, the day, the year.
    Mdy,
}

/// What a text says as a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// That day.
    Day(Day),
    /// One of two days, as long as the order is not known.
    Ambiguous,
    /// Nothing, or a day that no calendar has.
    NotADay,
}

/// Reads a text as a day. The order is only asked where the text leaves it open.
pub(crate) fn read_day(text: &str, order: Option<DayOrder>) -> Reading {
    let day = match parts::written(text) {
        None => None,
        Some(Written::Certain { year, month, day }) => Day::from_ymd(year, month, day),
        Some(Written::Slashed { first, second, year }) => {
            let (as_dmy, as_mdy) = (Day::from_ymd(year, second, first), Day::from_ymd(year, first, second));
            match order {
                Some(DayOrder::Dmy) => as_dmy,
                Some(DayOrder::Mdy) => as_mdy,
                None if as_dmy.is_some() && as_mdy.is_some() && as_dmy != as_mdy => {
                    return Reading::Ambiguous;
                }
                None => as_dmy.or(as_mdy),
            }
        }
    };
    day.map_or(Reading::NotADay, Reading::Day)
}

#[cfg(test)]
mod tests;
