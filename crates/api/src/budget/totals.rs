//! What costs what: totals by line, theme, work item, customer, need or milestone. Each amount counts once.

use std::collections::HashMap;

use milepost_plan::{
    BudgetLineId, CustomerId, ItemId, Ledger, Milestone, MilestoneId, NeedId, Plan, Sums, ThemeId, WorkItem,
};
use serde::{Deserialize, Serialize};

use super::BudgetCell;
use crate::app::App;
use crate::error::ApiError;

/// What amounts are added up by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TotalsBy {
    /// Budget lines.
    Line,
    /// Themes of the work items.
    Theme,
    /// Work items.
    Item,
    /// The customer that gives a work item most of its weight.
    Customer,
    /// The need that gives a work item most of its weight.
    Need,
    /// The first milestone by which a work item ends.
    Milestone,
}

/// How to add up.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TotalsRequest {
    /// By what.
    pub by: TotalsBy,
}

/// What something costs.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BudgetTotal {
    /// What it is; none for money of nothing in particular.
    pub of: Option<TotalOf>,
    /// Its name.
    pub name: String,
    /// Its money.
    pub sums: BudgetCell,
}

/// What a total is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "entity", content = "id", rename_all = "snake_case")]
#[allow(missing_docs, reason = "each names an entity of the plan by its id")]
pub enum TotalOf {
    Line(BudgetLineId),
    Theme(ThemeId),
    Item(ItemId),
    Customer(CustomerId),
    Need(NeedId),
    Milestone(MilestoneId),
}

/// Totals, the largest forecast first. Costs a look at every cost and actual.
pub fn budget_totals(app: &App, request: &TotalsRequest) -> Result<Vec<BudgetTotal>, ApiError> {
    let open = app.opened()?;
    Ok(open.with_ledger(app, |plan, ledger| totals(plan, ledger, request.by)))
}

fn totals(plan: &Plan, ledger: &Ledger, by: TotalsBy) -> Vec<BudgetTotal> {
    let mut milestones: Vec<&Milestone> = plan.milestones().iter().collect();
    milestones.sort_by_key(|milestone| (milestone.day, milestone.id));
    let of_item = |item: &WorkItem| match by {
        TotalsBy::Line => None,
        TotalsBy::Theme => item.theme.map(TotalOf::Theme),
        TotalsBy::Item => Some(TotalOf::Item(item.id)),
        TotalsBy::Customer => plan.leading_customer(item).map(TotalOf::Customer),
        TotalsBy::Need => plan.leading_need(item).map(TotalOf::Need),
        TotalsBy::Milestone => {
            let last = plan.span_of(item)?.last;
            let by = milestones.partition_point(|milestone| milestone.day < last);
            milestones.get(by).map(|milestone| TotalOf::Milestone(milestone.id))
        }
    };
    let of = |line: BudgetLineId, item: Option<ItemId>| match by {
        TotalsBy::Line => Some(TotalOf::Line(line)),
        _ => item.and_then(|id| plan.items().get(id)).and_then(of_item),
    };
    let mut sums: HashMap<Option<TotalOf>, Sums> = HashMap::new();
    let mut add = |of: Option<TotalOf>, more: Sums| {
        let sum = sums.entry(of).or_default();
        *sum = [*sum, more].into_iter().sum();
    };
    for cost in plan.costs() {
        add(of(cost.line, cost.item), ledger.of_cost(cost.id));
    }
    for actual in plan.actuals() {
        add(of(actual.line, actual.item), Sums { actual: actual.amount, ..Sums::default() });
    }
    let told = |(of, sums): (Option<TotalOf>, Sums)| BudgetTotal {
        name: of.map(|of| name_of(plan, of)).unwrap_or_default(),
        of,
        sums: sums.into(),
    };
    let mut totals: Vec<BudgetTotal> = sums.into_iter().map(told).collect();
    totals.sort_by(|a, b| {
        let rank = |total: &BudgetTotal| (total.of.is_none(), std::cmp::Reverse(total.sums.forecast));
        rank(a).cmp(&rank(b)).then_with(|| a.name.cmp(&b.name))
    });
    totals
}

fn name_of(plan: &Plan, of: TotalOf) -> String {
    let name = match of {
        TotalOf::Line(id) => plan.budget_lines().get(id).map(|line| &line.name),
        TotalOf::Theme(id) => plan.themes().get(id).map(|theme| &theme.name),
        TotalOf::Item(id) => plan.items().get(id).map(|item| &item.title),
        TotalOf::Customer(id) => plan.customers().get(id).map(|customer| &customer.name),
        TotalOf::Need(id) => plan.needs().get(id).map(|need| &need.statement),
        TotalOf::Milestone(id) => plan.milestones().get(id).map(|milestone| &milestone.name),
    };
    name.cloned().unwrap_or_default()
}
