//! Customers and goals: the short lists that screens choose from, and what hangs on each entry.

use milepost_plan::{
    Customer, CustomerId, Entity, Feedback, Goal, GoalId, Importance, Need, NeedId, Plan, Status,
};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::error::ApiError;
use crate::needs::{NeedMark, count_votes};

/// Which customer.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CustomerRequest {
    /// Its id.
    pub id: CustomerId,
}

/// A customer with what it needs and what it said.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CustomerDetail {
    /// The customer.
    pub customer: Customer,
    /// What it adds to the weights of its needs, together.
    pub weight: u64,
    /// Its needs, the most important first.
    pub needs: Vec<CustomerNeed>,
    /// How many pieces of feedback its people gave.
    pub feedback: usize,
    /// Their votes together.
    pub votes: u64,
}

/// A need of a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CustomerNeed {
    /// Which.
    pub id: NeedId,
    /// What is wanted.
    pub statement: String,
    /// How important it is to this customer.
    pub importance: Importance,
    /// What this customer adds to its weight.
    pub weight: u64,
    /// Where it stands.
    pub mark: NeedMark,
}

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

/// One customer with what it needs and what it said.
pub fn customer(app: &App, request: &CustomerRequest) -> Result<CustomerDetail, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| Ok(detail(plan, Customer::find(plan, request.id)?)))
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

fn detail(plan: &Plan, customer: &Customer) -> CustomerDetail {
    let told = plan.needs_of_customer(customer.id).filter_map(|need| {
        let importance = need.importance_to(customer.id)?;
        Some(CustomerNeed {
            id: need.id,
            statement: need.statement.clone(),
            importance,
            weight: importance.points() * u64::from(customer.size),
            mark: NeedMark::of(&plan.coverage(need)),
        })
    });
    let mut needs: Vec<CustomerNeed> = told.collect();
    needs.sort_by_key(|need| need.importance);
    let (feedback, votes) = count_votes(plan, plan.feedback_of_customer(customer.id));
    CustomerDetail {
        customer: customer.clone(),
        weight: needs.iter().map(|need| need.weight).sum(),
        needs,
        feedback,
        votes,
    }
}
