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

    /// All of them, the shortest first.
    pub const ALL: [Self; 3] = [Self::Month, Self::Quarter, Self::Year];

    /// The period that a day falls into.
    pub fn around(self, day: Day, year: FiscalYear) -> Span {
        let months = i32::from(self.months());
        let past = i32::try_from(year.month_of(day)).unwrap_or(0) % months;
        let first = day.month_start_plus(-past);
        Span { first, last: first.month_start_plus(months).plus(-1) }
    }

    /// What a period is called in tables for programs and people, so that names sort as the periods do: “2027-01”,
    /// “2027-Q1”, “2027”; with “FY” before a year that is not the calendar's.
    pub fn name(self, first: Day, year: FiscalYear) -> String {
        let mark = if year.is_calendar() { "" } else { "FY" };
        let number = year.year_of(first);
        match self {
            Self::Month => first.to_string().chars().take(7).collect(),
            Self::Quarter => format!("{mark}{number}-Q{}", year.month_of(first) / 3 + 1),
            Self::Year => format!("{mark}{number}"),
        }
    }

    /// The periods that a span touches, in order.
    pub fn across(self, span: Span, year: FiscalYear) -> impl Iterator<Item = Span> {
        let next = move |period: &Span| Some(self.around(period.last.plus(1), year));
        std::iter::successors(Some(self.around(span.first, year)), next)
            .take_while(move |period| period.first <= span.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_called_after_their_years() {
        let april = FiscalYear { first_month: 4 };
        let named = |unit: PeriodUnit, year| unit.name("2027-04-01".parse().unwrap(), year);
        let units = PeriodUnit::ALL;
        assert_eq!(units.map(|unit| named(unit, FiscalYear::CALENDAR)), ["2027-04", "2027-Q2", "2027"]);
        assert_eq!(units.map(|unit| named(unit, april)), ["2027-04", "FY2028-Q1", "FY2028"]);
    }
}
