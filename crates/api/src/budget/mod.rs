//! Money on screen: lines by periods, the curve against the cap, what is left, what costs what, and the rows behind the
//! sums.

pub mod currency;
pub mod curve;
pub mod entries;
pub mod listing;
pub mod lists;
pub mod standing;
pub mod table;
pub mod tally;
pub mod totals;

use milepost_plan::{BudgetLine, BudgetLineId, CapStanding, Change, Day, Ledger, Money, Plan, Sums};
use serde::Serialize;

use crate::kept::Follow;

/// The ledger of the day, made when it is first asked for.
#[derive(Debug, Default)]
pub(crate) struct Books(Option<Ledger>);

impl Books {
    /// The ledger of a day, which has followed every change.
    pub(crate) fn on(&mut self, plan: &Plan, today: Day) -> &mut Ledger {
        if self.0.as_ref().is_some_and(|ledger| ledger.today() != today) {
            self.0 = None;
        }
        self.0.get_or_insert_with(|| Ledger::of(plan, today))
    }
}

impl Follow for Books {
    fn of(_: &Plan) -> Self {
        Self::default()
    }

    fn follow(&mut self, plan: &Plan, changes: &[Change]) {
        if let Some(ledger) = &mut self.0 {
            ledger.follow(plan, changes);
        }
    }
}

/// Digits behind the decimal mark of the plan's currency.
pub(crate) fn digits_of(plan: &Plan) -> u8 {
    plan.money_digits()
}

/// What falls into a period, with what it comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BudgetCell {
    /// Planned.
    pub planned: Money,
    /// Planned, of what is certain.
    pub certain: Money,
    /// Planned at least.
    pub low: Money,
    /// Planned at most.
    pub high: Money,
    /// Spent.
    pub actual: Money,
    /// Spent, and planned after today.
    pub forecast: Money,
    /// By how much more is forecast than planned; negative if less.
    pub variance: Money,
}

impl From<Sums> for BudgetCell {
    fn from(sums: Sums) -> Self {
        Self {
            planned: sums.planned,
            certain: sums.certain,
            low: sums.low,
            high: sums.high,
            actual: sums.actual,
            forecast: sums.forecast(),
            variance: sums.variance(),
        }
    }
}

/// A line that is over its cap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OverCap {
    /// The line.
    pub line: BudgetLineId,
    /// Its name.
    pub name: String,
    /// By how much more is forecast than the cap allows.
    pub by: Money,
    /// The first day by whose end it is more.
    pub passed_on: Day,
    /// The same in words: “Cloud is over its cap of €1,000.00 for 1 Jan 2027 to 31 Dec 2027 by €200.00; it is
    /// passed on 12 May 2027.”
    pub reason: String,
}

impl OverCap {
    /// None of a line that stays under its cap.
    fn of(plan: &Plan, line: &BudgetLine, standing: &CapStanding) -> Option<Self> {
        let passed_on = standing.passed_on?;
        let written = |money: Money| money.written(&plan.settings().currency);
        let by = Money::ZERO - standing.left;
        let reason = format!(
            "“{}” is over its cap of {} for {} to {} by {}; it is passed on {}.",
            line.name,
            written(standing.cap.amount),
            standing.cap.span.first.written(),
            standing.cap.span.last.written(),
            written(by),
            passed_on.written(),
        );
        Some(Self { line: line.id, name: line.name.clone(), by, passed_on, reason })
    }
}

/// The lines that are over their caps, in the order by hand.
pub(crate) fn over_cap(plan: &Plan, ledger: &Ledger) -> Vec<OverCap> {
    let lines = plan.budget_lines_in_order().into_iter();
    lines.filter_map(|line| OverCap::of(plan, line, &ledger.standing(plan, line)?)).collect()
}

/// All lines together.
pub(crate) fn total(plan: &Plan, ledger: &Ledger) -> Sums {
    plan.budget_lines().iter().map(|line| ledger.total(line.id)).sum()
}
