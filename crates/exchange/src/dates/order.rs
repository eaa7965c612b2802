//! Which of day and month comes first, told from all days of a file together.

use milepost_plan::Day;

use super::parts::{Written, written};
use super::{DayOrder, Reading, read_day};

/// What the days of a file say about their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DayOrderFound {
    /// No day leaves its order open.
    NotNeeded,
    /// Some days leave it open, and others, with a number above twelve, agree on it.
    Known(DayOrder),
    /// Some days leave it open and nothing decides; with a few examples.
    Open(Vec<String>),
}

/// Most examples that are given.
const EXAMPLES: usize = 3;

/// Looks at every text that stands where days are expected.
pub(crate) fn find_day_order<'t>(texts: impl Iterator<Item = &'t str>) -> DayOrderFound {
    let (mut dmy, mut mdy) = (false, false);
    let mut open: Vec<String> = Vec::new();
    for text in texts {
        if read_day(text, None) == Reading::Ambiguous {
            if open.len() < EXAMPLES && !open.iter().any(|example| example == text.trim()) {
                open.push(text.trim().to_owned());
            }
        } else if let Some(Written::Slashed { first, second, year }) = written(text) {
            dmy |= first > 12 && Day::from_ymd(year, second, first).is_some();
            mdy |= second > 12 && Day::from_ymd(year, first, second).is_some();
        }
    }
    match (open.is_empty(), dmy, mdy) {
        (true, ..) => DayOrderFound::NotNeeded,
        (false, true, false) => DayOrderFound::Known(DayOrder::Dmy),
        (false, false, true) => DayOrderFound::Known(DayOrder::Mdy),
        _ => DayOrderFound::Open(open),
    }
}
