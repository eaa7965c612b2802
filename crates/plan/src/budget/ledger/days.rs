//! What is forecast day by day, in the months in which somebody has looked for the day of a passed cap. It follows changes
//! row by row, so that a drag costs what it moves.

use super::{Entry, Ledger};
use crate::budget::money::Money;
use crate::budget::spread::Placed;
use crate::budget::sums::{CertaintyFilter, Sums};
use crate::day::{Day, Span};
use crate::id::BudgetLineId;

/// An amount for each day of a month.
pub(in super::super) type MonthDays = [Money; 31];

impl Ledger {
    /// Adds a row to the days of its months that are known, or takes it out of them.
    pub(super) fn follow_days(&mut self, entry: &Entry, put: impl Fn(&mut Money, Money)) {
        let (today, line) = (self.today, entry.line);
        for (month, sums) in &entry.sums {
            let known = month.and_then(|month| Some((month, self.days.get_mut().get_mut(&(line, month))?)));
            if let Some((month, days)) = known {
                forecast_days(entry.placed, month, *sums, today, |place, money| put(&mut days[place], money));
            }
        }
    }

    /// What is forecast of a line on each day of a month, told by its first day. The first time it costs a look at every row
    /// of the line.
    pub(in super::super) fn forecast_by_day(
        &self,
        line: BudgetLineId,
        month: Day,
        filter: CertaintyFilter,
    ) -> MonthDays {
        if filter != CertaintyFilter::All {
            return self.added_up(line, month, filter);
        }
        let known = self.days.borrow().get(&(line, month)).copied();
        known.unwrap_or_else(|| {
            let days = self.added_up(line, month, filter);
            self.days.borrow_mut().insert((line, month), days);
            days
        })
    }

    /// What is forecast of a line from one day to another of the same month. The first time it costs a look at every row
    /// of the line.
    pub fn forecast_within(&self, line: BudgetLineId, days: Span) -> Money {
        let month = days.first.month_start();
        let by_day = self.forecast_by_day(line, month, CertaintyFilter::All);
        let place = |day: Day| usize::try_from(day.days_since(month)).unwrap_or_default();
        by_day.iter().take(place(days.last.plus(1))).skip(place(days.first)).copied().sum()
    }

    fn added_up(&self, line: BudgetLineId, month: Day, filter: CertaintyFilter) -> MonthDays {
        let mut days = [Money::ZERO; 31];
        for Entry { placed, sums, .. } in self.entries_of(line) {
            if let Ok(place) = sums.binary_search_by_key(&Some(month), |(month, _)| *month) {
                let sums = sums[place].1.of(filter);
                forecast_days(*placed, month, sums, self.today, |place, money| days[place] += money);
            }
        }
        days
    }
}

/// What is forecast on the days of a month of what falls into it, each by its place in the month.
fn forecast_days(
    placed: Option<Placed>,
    month: Day,
    sums: Sums,
    today: Day,
    mut put: impl FnMut(usize, Money),
) {
    let Some(placed) = placed else { return };
    let planned = placed.days_of_share(month, sums.planned).filter(|(day, _)| *day > today);
    for (day, money) in planned.chain(placed.days_of_share(month, sums.actual)) {
        if let Ok(place @ 0..31) = usize::try_from(day.days_since(month)) {
            put(place, money);
        }
    }
}
