//! What there is on the budget roadmap, for its status and for what is said where there is nothing.

use serde::Serialize;

use crate::app::App;
use crate::error::ApiError;

/// What there is on the budget roadmap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BudgetTally {
    /// How many budget lines.
    pub lines: usize,
    /// Whether anything is planned or spent on them.
    pub has_money: bool,
}

/// Counts the budget lines.
pub fn budget_tally(app: &App, (): &()) -> Result<BudgetTally, ApiError> {
    let open = app.opened()?;
    Ok(open.with_plan(|plan| BudgetTally {
        lines: plan.budget_lines().len(),
        has_money: !plan.costs().is_empty() || !plan.actuals().is_empty(),
    }))
}
