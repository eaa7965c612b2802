//! Caps: whether the money of a line stays under them, and when it does not.

use serde::{Deserialize, Serialize};

use super::line::Cap;
use super::money::Money;
use crate::budget::BudgetLine;
use crate::day::{Day, Span};
use crate::plan::Plan;

/// How the money of a line stands to its cap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CapStanding {
    /// The cap.
    pub cap: Cap,
    /// What is forecast in its span: spent up to today, and planned after it.
    pub forecast: Money,
    /// What is spent in its span.
    pub actual: Money,
    /// What is left of the cap by the forecast; negative if it is over.
    pub left: Money,
    /// The first day by whose end more is forecast than the cap allows.
    pub passed_on: Option<Day>,
}

impl Plan {
    /// How the money of a line stands to its cap; none without a cap. Costs a look at every cost and actual of the line.
    pub fn cap_standing(&self, line: &BudgetLine, today: Day) -> Option<CapStanding> {
        let cap = line.cap?;
        let forecast_until =
            |last: Day| self.forecast_within(line, Span { first: cap.span.first, last }, today);
        let forecast = forecast_until(cap.span.last);
        let actual = self
            .actuals_of_line(line.id)
            .filter(|actual| cap.span.first <= actual.day && actual.day <= cap.span.last)
            .map(|actual| actual.amount)
            .sum();
        let passed_on = (forecast > cap.amount).then(|| {
            // The forecast only grows with the days, so that the day can be found by halving.
            let (mut under, mut over) = (-1, cap.span.days() - 1);
            while over - under > 1 {
                let middle = under + (over - under) / 2;
                if forecast_until(cap.span.first.plus(middle)) > cap.amount {
                    over = middle;
                } else {
                    under = middle;
                }
            }
            cap.span.first.plus(over)
        });
        Some(CapStanding { cap, forecast, actual, left: cap.amount - forecast, passed_on })
    }

    /// What is spent on a line in a period up to today, or in advance, and planned after today.
    fn forecast_within(&self, line: &BudgetLine, period: Span, today: Day) -> Money {
        let spent = self
            .actuals_of_line(line.id)
            .filter(|actual| period.first <= actual.day && actual.day <= period.last)
            .map(|actual| actual.amount)
            .sum::<Money>();
        let still = Span { first: period.first.max(today.plus(1)), ..period };
        if still.last < still.first {
            return spent;
        }
        let planned = self.costs_of_line(line.id).filter(|cost| !self.is_called_off(cost));
        spent + planned.filter_map(|cost| Some(self.placed(cost, self.money_of(cost))?.within(still))).sum()
    }
}
