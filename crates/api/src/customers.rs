//! Customers and goals: the short lists that screens choose from, and what hangs on each entry.

use milepost_plan::{Customer, CustomerId, Feedback, Goal, GoalId, Need, Status};
use serde::Serialize;

use crate::app::App;
use crate::error::ApiError;

/// How much hangs on a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CustomerSum {
    /// Which customer.
    pub customer: CustomerId,
    /// Number of its needs.
    pub needs: usize,
    /// How many of these nothing serves.
    pub unserved: usize,
    /// How many pieces of feedback its people gave, those aside that another one stands for.
    pub feedback: usize,
}

/// How much hangs on a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct GoalSum {
    /// Which goal.
    pub goal: GoalId,
    /// Number of items that serve it, dropped ones left aside.
    pub items: usize,
    /// How many of these are done.
    pub done: usize,
}

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

/// How much hangs on each customer, in the order by hand.
pub fn customer_sums(app: &App, (): &()) -> Result<Vec<CustomerSum>, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| {
        let sum = |customer: &Customer| {
            let is_unserved = |need: &&Need| plan.serving(need.id).next().is_none();
            let is_original = |feedback: &&Feedback| feedback.duplicate_of.is_none();
            CustomerSum {
                customer: customer.id,
                needs: plan.needs_of_customer(customer.id).count(),
                unserved: plan.needs_of_customer(customer.id).filter(is_unserved).count(),
                feedback: plan.feedback_of_customer(customer.id).filter(is_original).count(),
            }
        };
        Ok(plan.customers_in_order().into_iter().map(sum).collect())
    })
}

/// How much hangs on each goal, in the order by hand.
pub fn goal_sums(app: &App, (): &()) -> Result<Vec<GoalSum>, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| {
        let sum = |goal: &Goal| {
            let count = |counts: fn(Status) -> bool| {
                plan.items_of_goal(goal.id).filter(|item| counts(item.status)).count()
            };
            GoalSum {
                goal: goal.id,
                items: count(|status| status != Status::Dropped),
                done: count(|status| status == Status::Done),
            }
        };
        Ok(plan.goals_in_order().into_iter().map(sum).collect())
    })
}
