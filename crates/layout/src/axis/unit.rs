//! The units of the axis: where each begins, what it is called, and which two fit a scale.

use chrono::Datelike;
use milepost_plan::{Day, FiscalYear, PlanSettings};

use crate::speech;

/// A stretch of time that gets a label: from a first day to the day before `end`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tick {
    pub first: Day,
    pub end: Day,
    pub label: String,
}

/// A unit of the axis. Quarters and all that is longer follow the plan's fiscal year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// A day with room for its name.
    WideDay,
    Day,
    Week,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// The units of the upper and the lower row at a scale in points per day.
pub(super) fn tiers(scale: f64) -> (Unit, Unit) {
    match scale {
        scale if scale >= 56.0 => (Unit::Month, Unit::WideDay),
        scale if scale >= 27.0 => (Unit::Month, Unit::Day),
        scale if scale >= 8.0 => (Unit::Month, Unit::Week),
        scale if scale >= 1.2 => (Unit::Quarter, Unit::Month),
        scale if scale >= 0.32 => (Unit::Year, Unit::Quarter),
        scale if scale >= 0.17 => (Unit::Year, Unit::Half),
        scale if scale >= 0.11 => (Unit::Decade, Unit::Year),
        _ => (Unit::Century, Unit::Decade),
    }
}

impl Unit {
    fn start(self, day: Day, settings: &PlanSettings) -> Day {
        let year = settings.fiscal_year;
        let months = |months: u32| {
            let over = i32::try_from(year.month_of(day) % months).unwrap_or(0);
            day.month_start_plus(-over)
        };
        let years = |years: i32| year.start_of(year.year_of(day).div_euclid(years) * years).unwrap_or(day);
        match self {
            Self::WideDay | Self::Day => day,
            Self::Week => day.week_start(settings.first_day_of_week),
            Self::Month => day.month_start(),
            Self::Quarter => months(3),
            Self::Half => months(6),
            Self::Year => months(12),
            Self::Decade => years(10),
            Self::Century => years(100),
        }
    }

    fn next(self, start: Day) -> Day {
        match self {
            Self::WideDay | Self::Day => start.plus(1),
            Self::Week => start.plus(7),
            Self::Month => start.month_start_plus(1),
            Self::Quarter => start.month_start_plus(3),
            Self::Half => start.month_start_plus(6),
            Self::Year => start.month_start_plus(12),
            Self::Decade => start.month_start_plus(120),
            Self::Century => start.month_start_plus(1_200),
        }
    }

    /// The label in the upper row, which stands for itself.
    pub(super) fn long_label(self, start: Day, year: FiscalYear) -> String {
        let mark = if year.is_calendar() { "" } else { "FY " };
        let number = year.year_of(start);
        match self {
            Self::WideDay | Self::Day | Self::Week => speech::day(start),
            Self::Month => format!("{} {}", speech::month(start), start.date().year()),
            Self::Quarter => format!("Q{} {mark}{number}", year.month_of(start) / 3 + 1),
            Self::Half => format!("H{} {mark}{number}", year.month_of(start) / 6 + 1),
            Self::Year => format!("{mark}{number}"),
            Self::Decade => format!("{mark}{number}–{}", number + 9),
            Self::Century => format!("{mark}{number}–{}", number + 99),
        }
    }

    /// The label in the lower row, under one that says the rest.
    pub(super) fn short_label(self, start: Day, year: FiscalYear) -> String {
        match self {
            Self::WideDay => format!("{} {}", speech::weekday_short(start), start.date().day()),
            Self::Day | Self::Week => start.date().day().to_string(),
            Self::Month => speech::month_short(start).to_owned(),
            Self::Quarter => format!("Q{}", year.month_of(start) / 3 + 1),
            Self::Half => format!("H{}", year.month_of(start) / 6 + 1),
            Self::Year => year.year_of(start).to_string(),
            Self::Decade | Self::Century => format!("{}s", year.year_of(start)),
        }
    }

    pub(super) fn ticks(
        self,
        left: Day,
        right: Day,
        settings: &PlanSettings,
        label: impl Fn(Self, Day, FiscalYear) -> String,
    ) -> Vec<Tick> {
        let mut ticks = Vec::new();
        let mut first = self.start(left, settings);
        while first <= right {
            let end = self.next(first);
            ticks.push(Tick { first, end, label: label(self, first, settings.fiscal_year) });
            first = end;
        }
        ticks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels_in(first_month: u8, scale: f64, from: &str, days: i32) -> (Vec<String>, Vec<String>) {
        let settings = PlanSettings { fiscal_year: FiscalYear { first_month }, ..PlanSettings::default() };
        let first: Day = from.parse().unwrap();
        let of = |unit: Unit, label: fn(Unit, Day, FiscalYear) -> String| {
            let ticks = unit.ticks(first, first.plus(days), &settings, label);
            ticks.into_iter().map(|tick| tick.label).collect()
        };
        let (upper, lower) = tiers(scale);
        (of(upper, Unit::long_label), of(lower, Unit::short_label))
    }

    #[test]
    fn the_rows_fit_the_scale() {
        let labels = |scale, from, days| labels_in(1, scale, from, days);
        let (upper, lower) = labels(80.0, "2026-11-29", 2);
        assert_eq!(upper, ["November 2026", "December 2026"]);
        assert_eq!(lower, ["Sun 29", "Mon 30", "Tue 1"]);
        let (upper, lower) = labels(20.0, "2024-02-26", 10);
        assert_eq!(upper, ["February 2024", "March 2024"]);
        assert_eq!(lower, ["26", "4"]);
        let (upper, lower) = labels(2.5, "2026-11-23", 80);
        assert_eq!(upper, ["Q4 2026", "Q1 2027"]);
        assert_eq!(lower, ["Nov", "Dec", "Jan", "Feb"]);
        let (upper, lower) = labels(0.9, "2026-11-23", 200);
        assert_eq!(upper, ["2026", "2027"]);
        assert_eq!(lower, ["Q4", "Q1", "Q2"]);
        let (upper, lower) = labels(0.12, "2026-11-23", 2_000);
        assert_eq!(upper, ["2020–2029", "2030–2039"]);
        assert_eq!(lower, ["2026", "2027", "2028", "2029", "2030", "2031", "2032"]);
    }

    #[test]
    fn quarters_and_years_follow_the_fiscal_year() {
        let (upper, lower) = labels_in(4, 2.5, "2027-02-01", 60);
        assert_eq!(upper, ["Q4 FY 2027", "Q1 FY 2028"]);
        assert_eq!(lower, ["Feb", "Mar", "Apr"], "months are those of the calendar");
        let (upper, lower) = labels_in(10, 0.9, "2026-09-30", 100);
        assert_eq!(upper, ["FY 2026", "FY 2027"]);
        assert_eq!(lower, ["Q4", "Q1", "Q2"]);
        let (upper, lower) = labels_in(7, 0.12, "2029-07-01", 400);
        assert_eq!(upper, ["FY 2030–2039"]);
        assert_eq!(lower, ["2030", "2031"]);
    }

    #[test]
    fn units_follow_each_other_without_gaps() {
        for first_month in 1..=12 {
            let settings =
                PlanSettings { fiscal_year: FiscalYear { first_month }, ..PlanSettings::default() };
            let first: Day = "1999-12-31".parse().unwrap();
            for unit in [Unit::Week, Unit::Month, Unit::Quarter, Unit::Half, Unit::Year, Unit::Decade] {
                let ticks = unit.ticks(first, first.plus(9_000), &settings, |_, _, _| String::new());
                assert!(ticks[0].first <= first && first < ticks[0].end, "{unit:?} from month {first_month}");
                for tick in &ticks {
                    assert_eq!(unit.start(tick.first, &settings), tick.first, "{unit:?}");
                    assert_eq!(unit.start(tick.end.plus(-1), &settings), tick.first, "{unit:?}");
                }
            }
        }
    }
}
