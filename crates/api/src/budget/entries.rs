//! The rows behind the sums: the costs and actuals of a line or of a work item.

use milepost_plan::{Actual, BudgetLine, BudgetLineId, Cost, ItemId, Ledger, Plan, Rate, Span, Sums};
use serde::{Deserialize, Serialize};

use super::BudgetCell;
use crate::app::App;
use crate::error::ApiError;

/// Whose rows.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum EntriesRequest {
    /// Those of a budget line.
    Line {
        /// Which.
        id: BudgetLineId,
    },
    /// Those of a work item.
    Item {
        /// Which.
        id: ItemId,
    },
}

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
    /// The days that it falls on, of its own or of its work item.
    pub span: Option<Span>,
    /// All of it.
    pub sums: BudgetCell,
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

/// The costs and actuals of a line or a work item.
pub fn budget_entries(app: &App, request: &EntriesRequest) -> Result<Entries, ApiError> {
    let open = app.opened()?;
    Ok(open.with_ledger(app, |plan, ledger| match *request {
        EntriesRequest::Line { id } => {
            told(plan, ledger, plan.costs_of_line(id).collect(), plan.actuals_of_line(id).collect())
        }
        EntriesRequest::Item { id } => {
            told(plan, ledger, plan.costs_of_item(id).collect(), plan.actuals_of_item(id).collect())
        }
    }))
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

fn told(plan: &Plan, ledger: &Ledger, costs: Vec<&Cost>, mut actuals: Vec<&Actual>) -> Entries {
    let title = |item: Option<ItemId>| Some(plan.items().get(item?)?.title.clone());
    let mut planned: Vec<CostEntry> = costs
        .into_iter()
        .map(|cost| CostEntry {
            item: title(cost.item),
            span: plan.span_of_cost(cost),
            sums: ledger.of_cost(cost.id).into(),
            cost: cost.clone(),
        })
        .collect();
    planned.sort_by_key(|entry| (entry.span.map_or(i32::MAX, |span| span.first.number()), entry.cost.id));
    actuals.sort_by_key(|actual| (actual.day, actual.id));
    let of_costs = planned.iter().map(|entry| ledger.of_cost(entry.cost.id));
    let spent = Sums::spent(actuals.iter().map(|actual| actual.amount).sum());
    let sums: Sums = of_costs.chain([spent]).sum();
    Entries {
        sums: sums.into(),
        costs: planned,
        actuals: actuals
            .into_iter()
            .map(|actual| ActualEntry { actual: actual.clone(), item: title(actual.item) })
            .collect(),
    }
}
