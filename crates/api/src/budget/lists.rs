//! Budget lines and rates: the short lists that screens choose from, and what hangs on each entry.

use milepost_plan::{BudgetLine, BudgetLineId, Rate, RateId};
use serde::Serialize;

use super::BudgetCell;
use crate::app::App;
use crate::error::ApiError;

/// How much hangs on a budget line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BudgetLineSum {
    /// Which line.
    pub line: BudgetLineId,
    /// How many costs are planned on it.
    pub costs: usize,
    /// How many actuals were spent on it.
    pub actuals: usize,
    /// All of them together.
    pub sums: BudgetCell,
}

/// How much hangs on a rate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RateSum {
    /// Which rate.
    pub rate: RateId,
    /// How many costs use it.
    pub costs: usize,
}

/// All budget lines, in the order by hand.
pub fn budget_lines(app: &App, (): &()) -> Result<Vec<BudgetLine>, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| Ok(plan.budget_lines_in_order().into_iter().cloned().collect()))
}

/// All rates, in the order by hand.
pub fn rates(app: &App, (): &()) -> Result<Vec<Rate>, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| Ok(plan.rates_in_order().into_iter().cloned().collect()))
}

/// How much hangs on each budget line, in the order by hand.
pub fn budget_line_sums(app: &App, (): &()) -> Result<Vec<BudgetLineSum>, ApiError> {
    let open = app.opened()?;
    Ok(open.with_ledger(app, |plan, ledger| {
        let sum = |line: &BudgetLine| BudgetLineSum {
            line: line.id,
            costs: plan.costs_of_line(line.id).count(),
            actuals: plan.actuals_of_line(line.id).count(),
            sums: ledger.total(line.id).into(),
        };
        plan.budget_lines_in_order().into_iter().map(sum).collect()
    }))
}

/// How much hangs on each rate, in the order by hand.
pub fn rate_sums(app: &App, (): &()) -> Result<Vec<RateSum>, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| {
        let sum = |rate: &Rate| RateSum { rate: rate.id, costs: plan.costs_of_rate(rate.id).count() };
        Ok(plan.rates_in_order().into_iter().map(sum).collect())
    })
}
