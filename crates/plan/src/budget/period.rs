//! Periods of the calendar that sums are told by.

use serde::{Deserialize, Serialize};

use crate::day::{Day, Span};
use crate::settings::FiscalYear;

/// How long a period is. All begin with a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PeriodUnit {
    /// A month.
    #[default]
    Month,
    /// Three months of the fiscal year.
    Quarter,
    /// A fiscal year.
    Year,
}

impl PeriodUnit {
    /// Months of one.
    fn months(self) -> u16 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }

    /// The period that a day falls into.
    pub fn around(self, day: Day, year: FiscalYear) -> Span {
        let months = i32::from(self.months());
        let past = i32::try_from(year.month_of(day)).unwrap_or(0) % months;
        let first = day.month_start_plus(-past);
        Span { first, last: first.month_start_plus(months).plus(-1) }
    }

    /// The periods that a span touches, in order.
    pub fn across(self, span: Span, year: FiscalYear) -> impl Iterator<Item = Span> {
        let next = move |period: &Span| Some(self.around(period.last.plus(1), year));
        std::iter::successors(Some(self.around(span.first, year)), next)
            .take_while(move |period| period.first <= span.last)
    }
}
