//! The rows behind the sums: the costs and actuals of a work item, one of them, and what a cost comes to.

use milepost_plan::{
    Actual, ActualId, Cost, CostId, Entity, ItemId, Ledger, Money, NewCost, Plan, Span, Sums,
};
use serde::{Deserialize, Serialize};

use super::BudgetCell;
use crate::app::App;
use crate::error::ApiError;
use crate::items::ItemRequest;
use crate::shared::ItemsRequest;

/// Costs and actuals, in the order of their days.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Entries {
    /// Planned.
    pub costs: Vec<CostEntry>,
    /// Spent.
    pub actuals: Vec<ActualEntry>,
    /// All of them together.
    pub sums: BudgetCell,
}

/// A cost with what it comes to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CostEntry {
    /// The cost.
    pub cost: Cost,
    /// Title of its work item.
    pub item: Option<String>,
    /// What its fields say.
    pub comes: CostSum,
    /// All of it; nothing if it will not fall due.
    pub sums: BudgetCell,
}

/// What a cost comes to by its fields, whether or not it will fall due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CostSum {
    /// Of one payment, of each month, or of the whole spread.
    pub money: Money,
    /// The days that it falls on, of its own or of its work item; none if that has no days.
    pub span: Option<Span>,
    /// How many payments it is made of; none without days.
    pub payments: Option<usize>,
    /// All payments together; one of them without days.
    pub total: Money,
    /// Whether it will not fall due, since its work item is dropped.
    pub called_off: bool,
}

/// An actual with the title of its work item.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ActualEntry {
    /// The actual.
    pub actual: Actual,
    /// Title of its work item.
    pub item: Option<String>,
}

/// Which cost.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CostRequest {
    /// Its id.
    pub id: CostId,
}

/// Which actual.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ActualRequest {
    /// Its id.
    pub id: ActualId,
}

/// A cost that is not in the plan yet.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CostSumRequest {
    /// What it would start with.
    pub cost: NewCost,
}

/// What several work items cost together, what hangs below them left aside.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ItemsCost {
    /// How many costs they have.
    pub costs: usize,
    /// How many actuals.
    pub actuals: usize,
    /// All of them together.
    pub sums: BudgetCell,
}

/// The costs and actuals of a work item, what hangs below it left aside.
pub fn item_entries(app: &App, request: &ItemRequest) -> Result<Entries, ApiError> {
    let open = app.opened()?;
    Ok(open.with_ledger(app, |plan, ledger| {
        let (costs, actuals) = (plan.costs_of_item(request.id), plan.actuals_of_item(request.id));
        told(plan, ledger, costs.collect(), actuals.collect())
    }))
}

/// One cost with what it comes to.
pub fn cost(app: &App, request: &CostRequest) -> Result<CostEntry, ApiError> {
    let open = app.opened()?;
    open.with_ledger(app, |plan, ledger| Ok(CostEntry::of(plan, ledger, Cost::find(plan, request.id)?)))
}

/// One actual.
pub fn actual(app: &App, request: &ActualRequest) -> Result<ActualEntry, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| Ok(ActualEntry::of(plan, Actual::find(plan, request.id)?)))
}

/// What a cost would come to by its fields.
pub fn cost_sum(app: &App, request: &CostSumRequest) -> Result<CostSum, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| {
        let new = request.cost.clone();
        let cost = Cost {
            id: new.id,
            name: new.name,
            line: new.line,
            item: new.item,
            amount: new.amount,
            timing: new.timing,
            certainty: new.certainty,
        };
        Ok(CostSum::of(plan, &cost))
    })
}

/// What several work items cost together.
pub fn items_cost(app: &App, request: &ItemsRequest) -> Result<ItemsCost, ApiError> {
    let open = app.opened()?;
    Ok(open.with_ledger(app, |plan, ledger| {
        let mut cost = ItemsCost { costs: 0, actuals: 0, sums: BudgetCell::default() };
        let mut sums = Sums::default();
        for item in &request.ids {
            cost.costs += plan.costs_of_item(*item).count();
            cost.actuals += plan.actuals_of_item(*item).count();
            let planned = plan.costs_of_item(*item).map(|cost| ledger.of_cost(cost.id));
            sums = planned.chain([sums, spent(plan.actuals_of_item(*item))]).sum();
        }
        cost.sums = sums.into();
        cost
    }))
}

impl CostEntry {
    pub(super) fn of(plan: &Plan, ledger: &Ledger, cost: &Cost) -> Self {
        Self {
            item: title(plan, cost.item),
            comes: CostSum::of(plan, cost),
            sums: ledger.of_cost(cost.id).into(),
            cost: cost.clone(),
        }
    }
}

impl CostSum {
    fn of(plan: &Plan, cost: &Cost) -> Self {
        let (money, payments) = (plan.money_of(cost), plan.payments_of(cost));
        let times = i64::try_from(payments.unwrap_or(1)).unwrap_or(i64::MAX);
        Self {
            money,
            span: plan.span_of_cost(cost),
            payments,
            total: Money(money.0.saturating_mul(times)),
            called_off: plan.is_called_off(cost),
        }
    }
}

impl ActualEntry {
    pub(super) fn of(plan: &Plan, actual: &Actual) -> Self {
        Self { item: title(plan, actual.item), actual: actual.clone() }
    }
}

/// What some actuals come to.
pub(super) fn spent<'p>(actuals: impl Iterator<Item = &'p Actual>) -> Sums {
    Sums::spent(actuals.map(|actual| actual.amount).sum())
}

fn title(plan: &Plan, item: Option<ItemId>) -> Option<String> {
    Some(plan.items().get(item?)?.title.clone())
}

fn told(plan: &Plan, ledger: &Ledger, mut costs: Vec<&Cost>, mut actuals: Vec<&Actual>) -> Entries {
    costs.sort_by_cached_key(|cost| (plan.span_of_cost(cost).map_or(i32::MAX, first_day), cost.id));
    actuals.sort_by_key(|actual| (actual.day, actual.id));
    let of_costs = costs.iter().map(|cost| ledger.of_cost(cost.id));
    let sums: Sums = of_costs.chain([spent(actuals.iter().copied())]).sum();
    Entries {
        sums: sums.into(),
        costs: costs.into_iter().map(|cost| CostEntry::of(plan, ledger, cost)).collect(),
        actuals: actuals.into_iter().map(|actual| ActualEntry::of(plan, actual)).collect(),
    }
}

fn first_day(span: Span) -> i32 {
    span.first.number()
}
