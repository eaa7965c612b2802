//! What costs what: totals by line, theme, work item, customer, need or milestone. Each amount counts once.

use std::cmp::Reverse;
use std::collections::HashMap;

use milepost_plan::{
    BudgetLineId, CertaintyFilter, CustomerId, ItemId, Ledger, Milestone, MilestoneId, NeedId, Plan, Sums,
    ThemeId, WorkItem,
};
use serde::{Deserialize, Serialize};

use super::{BudgetCell, digits_of, total};
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
    /// What of it counts.
    pub certainty: CertaintyFilter,
    /// Their order.
    pub sort: TotalsSort,
    /// How many to leave out at the start.
    pub offset: usize,
    /// How many at most.
    pub limit: usize,
}

/// Totals in the order of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TotalsSort {
    /// Which column.
    pub by: TotalsColumn,
    /// Whether the last comes first.
    pub descending: bool,
}

/// What totals can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TotalsColumn {
    /// What it is.
    Name,
    /// Planned.
    Planned,
    /// Which share of what is planned is certain.
    Certain,
    /// Spent.
    Actual,
    /// Spent, and planned after today.
    Forecast,
    /// By how much more is forecast than planned.
    Variance,
}

/// A band of totals, with what all of them come to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BudgetTotals {
    /// ISO 4217 code of the plan's currency.
    pub currency: String,
    /// Digits behind its decimal mark.
    pub digits: u8,
    /// How many totals there are.
    pub count: usize,
    /// All of them together.
    pub sums: BudgetCell,
    /// Those asked for.
    pub rows: Vec<BudgetTotal>,
}

/// What something costs.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BudgetTotal {
    /// What it is; none for work items that have nothing of the sort, such as those that serve no need.
    pub of: Option<TotalOf>,
    /// Its name; empty where it is nothing with a name.
    pub name: String,
    /// Its money.
    pub sums: BudgetCell,
}

/// What a total is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
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
    /// The plan as a whole: money of no work item.
    Plan,
}

/// A band of totals; what comes to nothing is left out. Costs a look at every cost and actual.
pub fn budget_totals(app: &App, request: &TotalsRequest) -> Result<BudgetTotals, ApiError> {
    let open = app.opened()?;
    Ok(open.with_ledger(app, |plan, ledger| {
        let mut totals = totals(plan, ledger, *request);
        sort(&mut totals, request.sort);
        BudgetTotals {
            currency: plan.settings().currency.clone(),
            digits: digits_of(plan),
            count: totals.len(),
            sums: total(plan, ledger).of(request.certainty).into(),
            rows: totals.into_iter().skip(request.offset).take(request.limit).collect(),
        }
    }))
}

fn totals(plan: &Plan, ledger: &Ledger, request: TotalsRequest) -> Vec<BudgetTotal> {
    let milestones = in_order_of_days(plan);
    let of = |line: BudgetLineId, item: Option<ItemId>| {
        if request.by == TotalsBy::Line {
            return Some(TotalOf::Line(line));
        }
        let Some(item) = item.and_then(|id| plan.items().get(id)) else { return Some(TotalOf::Plan) };
        of_item(plan, &milestones, item, request.by)
    };
    let mut sums: HashMap<Option<TotalOf>, Sums> = HashMap::new();
    let mut add = |of: Option<TotalOf>, more: Sums| {
        let sum = sums.entry(of).or_default();
        *sum = [*sum, more.of(request.certainty)].into_iter().sum();
    };
    for cost in plan.costs() {
        add(of(cost.line, cost.item), ledger.of_cost(cost.id));
    }
    for actual in plan.actuals() {
        add(of(actual.line, actual.item), Sums::spent(actual.amount));
    }
    let told = |(of, sums): (Option<TotalOf>, Sums)| BudgetTotal {
        name: of.map(|of| name_of(plan, of)).unwrap_or_default(),
        of,
        sums: sums.into(),
    };
    sums.into_iter().filter(|(_, sums)| !sums.is_nothing()).map(told).collect()
}

fn of_item(plan: &Plan, milestones: &[&Milestone], item: &WorkItem, by: TotalsBy) -> Option<TotalOf> {
    match by {
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
    }
}

fn in_order_of_days(plan: &Plan) -> Vec<&Milestone> {
    let mut milestones: Vec<&Milestone> = plan.milestones().iter().collect();
    milestones.sort_by_key(|milestone| (milestone.day, milestone.id));
    milestones
}

/// By the column, the name and the id. What has no name comes last among names, and no share of nothing among shares.
fn sort(totals: &mut [BudgetTotal], sort: TotalsSort) {
    let by = |total: &BudgetTotal| match sort.by {
        TotalsColumn::Name => None,
        TotalsColumn::Planned => Some(total.sums.planned.0),
        TotalsColumn::Certain => certain_share(&total.sums),
        TotalsColumn::Actual => Some(total.sums.actual.0),
        TotalsColumn::Forecast => Some(total.sums.forecast.0),
        TotalsColumn::Variance => Some(total.sums.variance.0),
    };
    let named = |total: &BudgetTotal| (total.name.is_empty(), total.name.to_lowercase(), total.of);
    totals.sort_by_cached_key(named);
    match (sort.by, sort.descending) {
        (TotalsColumn::Name, false) => {}
        (TotalsColumn::Name, true) => {
            let names = totals.partition_point(|total| !total.name.is_empty());
            totals[..names].reverse();
        }
        (_, false) => totals.sort_by_key(|total| (by(total).is_none(), by(total))),
        (_, true) => totals.sort_by_key(|total| (by(total).is_none(), Reverse(by(total)))),
    }
}

/// In millionths; none of nothing.
fn certain_share(sums: &BudgetCell) -> Option<i64> {
    let millionths = i128::from(sums.certain.0) * 1_000_000;
    i64::try_from(millionths.checked_div(i128::from(sums.planned.0))?).ok()
}

fn name_of(plan: &Plan, of: TotalOf) -> String {
    let name = match of {
        TotalOf::Line(id) => plan.budget_lines().get(id).map(|line| &line.name),
        TotalOf::Theme(id) => plan.themes().get(id).map(|theme| &theme.name),
        TotalOf::Item(id) => plan.items().get(id).map(|item| &item.title),
        TotalOf::Customer(id) => plan.customers().get(id).map(|customer| &customer.name),
        TotalOf::Need(id) => plan.needs().get(id).map(|need| &need.statement),
        TotalOf::Milestone(id) => plan.milestones().get(id).map(|milestone| &milestone.name),
        TotalOf::Plan => None,
    };
    name.cloned().unwrap_or_default()
}
