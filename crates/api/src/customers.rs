//! Customers and goals: the short lists that screens choose from.

use milepost_plan::{Customer, Goal};

use crate::app::App;
use crate::error::ApiError;

/// All customers, in the order by hand.
pub fn customers(app: &App, (): &()) -> Result<Vec<Customer>, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| Ok(plan.customers_in_order().into_iter().cloned().collect()))
}

/// All goals, in the order by hand.
pub fn goals(app: &App, (): &()) -> Result<Vec<Goal>, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| Ok(plan.goals_in_order().into_iter().cloned().collect()))
}
