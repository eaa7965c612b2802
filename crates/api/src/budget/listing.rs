//! Costs and actuals of one line or of all, in the order of their days, a part at a time.
//!
//! A list is put in order whenever it is asked for: 30,000 rows take some 30 ms (docs/performance.md), and nobody looks
//! at more than one of them.

use milepost_plan::{Actual, ActualId, BudgetLineId, Cost, CostId, ItemId, Money, Plan, Sums};
use serde::{Deserialize, Serialize};

use super::BudgetCell;
use super::entries::{ActualEntry, CostEntry, spent};
use crate::app::App;
use crate::error::ApiError;
use crate::search::{Folded, Words};

/// Which costs or actuals.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct EntryFilter {
    /// Those of one line; none for those of all.
    pub line: Option<BudgetLineId>,
    /// Words that are all contained, whatever the case: in its own texts, its line or its work item.
    pub text: String,
}

/// Which costs, and which part of the list.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CostListRequest {
    /// Which are in it.
    pub filter: EntryFilter,
    /// How many come before the first one told.
    pub offset: usize,
    /// How many are told at most.
    pub limit: usize,
    /// The cost whose place is asked for.
    pub place_of: Option<CostId>,
}

/// Which actuals, and which part of the list.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ActualListRequest {
    /// Which are in it.
    pub filter: EntryFilter,
    /// How many come before the first one told.
    pub offset: usize,
    /// How many are told at most.
    pub limit: usize,
    /// The actual whose place is asked for.
    pub place_of: Option<ActualId>,
}

/// A part of a list of costs.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CostBand {
    /// How many are in the list.
    pub total: usize,
    /// All of them together.
    pub sums: BudgetCell,
    /// How many come before the one that was asked for; none if it is not in the list.
    pub place: Option<usize>,
    /// In the order of their first days; those without days come last.
    pub rows: Vec<CostEntry>,
}

/// A part of a list of actuals.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ActualBand {
    /// How many are in the list.
    pub total: usize,
    /// All of them together.
    pub amount: Money,
    /// How many come before the one that was asked for; none if it is not in the list.
    pub place: Option<usize>,
    /// In the order of their days, the newest first.
    pub rows: Vec<ActualEntry>,
}

/// A part of a list of costs.
pub fn cost_list(app: &App, request: &CostListRequest) -> Result<CostBand, ApiError> {
    let open = app.opened()?;
    Ok(open.with_ledger(app, |plan, ledger| {
        let costs = costs(plan, &request.filter);
        let sums: Sums = costs.iter().map(|cost| ledger.of_cost(cost.id)).sum();
        CostBand {
            total: costs.len(),
            sums: sums.into(),
            place: request.place_of.and_then(|id| costs.iter().position(|cost| cost.id == id)),
            rows: part(&costs, request.offset, request.limit, |cost| CostEntry::of(plan, ledger, cost)),
        }
    }))
}

/// A part of a list of actuals.
pub fn actual_list(app: &App, request: &ActualListRequest) -> Result<ActualBand, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| {
        let actuals = actuals(plan, &request.filter);
        Ok(ActualBand {
            total: actuals.len(),
            amount: spent(actuals.iter().copied()).actual,
            place: request.place_of.and_then(|id| actuals.iter().position(|actual| actual.id == id)),
            rows: part(&actuals, request.offset, request.limit, |actual| ActualEntry::of(plan, actual)),
        })
    })
}

/// All costs of a list, in its order.
pub fn cost_ids(app: &App, filter: &EntryFilter) -> Result<Vec<CostId>, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| Ok(costs(plan, filter).into_iter().map(|cost| cost.id).collect()))
}

/// All actuals of a list, in its order.
pub fn actual_ids(app: &App, filter: &EntryFilter) -> Result<Vec<ActualId>, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| Ok(actuals(plan, filter).into_iter().map(|actual| actual.id).collect()))
}

fn costs<'p>(plan: &'p Plan, filter: &EntryFilter) -> Vec<&'p Cost> {
    let words = Words::of(&filter.text);
    let fits = |cost: &&Cost| {
        let others = [item_name(plan, cost.item), line_name(plan, cost.line)];
        words.is_nothing() || words.fit(&Folded::of(&cost.name, others)).is_some()
    };
    let mut costs: Vec<&Cost> = match filter.line {
        Some(line) => plan.costs_of_line(line).filter(fits).collect(),
        None => plan.costs().iter().filter(fits).collect(),
    };
    costs.sort_by_cached_key(|cost| {
        (plan.span_of_cost(cost).map_or(i32::MAX, |span| span.first.number()), cost.id)
    });
    costs
}

fn actuals<'p>(plan: &'p Plan, filter: &EntryFilter) -> Vec<&'p Actual> {
    let words = Words::of(&filter.text);
    let fits = |actual: &&Actual| {
        let names = [item_name(plan, actual.item), line_name(plan, actual.line)];
        let others = [actual.key.as_str(), &actual.note, names[0], names[1]];
        words.is_nothing() || words.fit(&Folded::of(&actual.supplier, others)).is_some()
    };
    let mut actuals: Vec<&Actual> = match filter.line {
        Some(line) => plan.actuals_of_line(line).filter(fits).collect(),
        None => plan.actuals().iter().filter(fits).collect(),
    };
    actuals.sort_by_key(|actual| std::cmp::Reverse((actual.day, actual.id)));
    actuals
}

fn part<T, E>(rows: &[&T], offset: usize, limit: usize, entry: impl Fn(&T) -> E) -> Vec<E> {
    rows.iter().skip(offset).take(limit).map(|row| entry(row)).collect()
}

fn item_name(plan: &Plan, item: Option<ItemId>) -> &str {
    item.and_then(|id| plan.items().get(id)).map_or("", |item| &item.title)
}

fn line_name(plan: &Plan, line: BudgetLineId) -> &str {
    plan.budget_lines().get(line).map_or("", |line| &line.name)
}
