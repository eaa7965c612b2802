//! Caps: whether the money of a line stays under them, and when it does not.

use serde::{Deserialize, Serialize};

use super::ledger::{Ledger, MonthDays};
use super::line::{BudgetLine, Cap};
use super::money::Money;
use super::spread::whole_month;
use super::sums::{CertaintyFilter, Sums};
use crate::day::{Day, Span};
use crate::plan::Plan;

/// How the money of a line stands to its cap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CapStanding {
    /// The cap.
    pub cap: Cap,
    /// What is forecast of the line before the span of the cap.
    pub before: Money,
    /// What is forecast in its span: spent up to today, and planned after it.
    pub forecast: Money,
    /// The forecast with what is planned after today at its low end.
    pub low: Money,
    /// The forecast with what is planned after today at its high end.
    pub high: Money,
    /// What is spent in its span.
    pub actual: Money,
    /// What is left of the cap by the forecast; negative if it is over.
    pub left: Money,
    /// The first day by whose end more is forecast than the cap allows.
    pub passed_on: Option<Day>,
}

impl Ledger {
    /// How the money of a line stands to its cap; none without a cap. Whole months are looked up. A month that the cap
    /// begins or ends in, and the first time the one in which it is passed, cost a look at every row of the line.
    pub fn cap_standing(
        &self,
        plan: &Plan,
        line: &BudgetLine,
        filter: CertaintyFilter,
    ) -> Option<CapStanding> {
        let cap = line.cap?;
        let mut count = Count { cap, before: Sums::default(), within: Sums::default(), passed_on: None };
        for (month, sums) in self.months(line.id) {
            let sums = sums.of(filter);
            if count.takes_whole(month, sums) {
                count.add(whole_month(month), sums);
            } else if count.holds_whole(month) {
                count.pass(month, self.forecast_by_day(line.id, month, filter));
                count.add(whole_month(month), sums);
            } else {
                for (day, sums) in self.days(plan, line.id, month) {
                    count.add(Span { first: day, last: day }, sums.of(filter));
                }
            }
        }
        let forecast = count.within.forecast();
        Some(CapStanding {
            cap,
            before: count.before.forecast(),
            forecast,
            low: count.within.forecast_low(),
            high: count.within.forecast_high(),
            actual: count.within.actual,
            left: cap.amount - forecast,
            passed_on: count.passed_on,
        })
    }
}

/// Money as it adds up against a cap, in the order of time.
struct Count {
    cap: Cap,
    before: Sums,
    within: Sums,
    passed_on: Option<Day>,
}

impl Count {
    /// Whether no day of a month is of interest by itself.
    fn takes_whole(&self, month: Day, sums: Sums) -> bool {
        let (days, span) = (whole_month(month), self.cap.span);
        let is_outside = days.last < span.first || span.last < days.first;
        let passes = self.passed_on.is_none() && self.within.forecast() + sums.forecast() > self.cap.amount;
        is_outside || (self.holds_whole(month) && !passes)
    }

    /// Whether the cap holds on all days of a month.
    fn holds_whole(&self, month: Day) -> bool {
        let month = whole_month(month);
        self.cap.span.first <= month.first && month.last <= self.cap.span.last
    }

    /// Finds the day on which the cap is passed in a month that it holds in, by what is forecast on each day.
    fn pass(&mut self, month: Day, days: MonthDays) {
        let mut sum = self.within.forecast();
        let passes = days.into_iter().position(|money| {
            sum += money;
            sum > self.cap.amount
        });
        let day = passes.and_then(|place| i32::try_from(place).ok());
        self.passed_on = self.passed_on.or(day.map(|days| month.plus(days)));
    }

    /// Adds what falls into days that are all before, in or after the span of the cap.
    fn add(&mut self, days: Span, sums: Sums) {
        if days.last < self.cap.span.first {
            self.before.add(sums);
        } else if days.first <= self.cap.span.last {
            self.within.add(sums);
            if self.passed_on.is_none() && self.within.forecast() > self.cap.amount {
                self.passed_on = Some(days.last);
            }
        }
    }
}
