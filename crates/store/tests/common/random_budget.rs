//! Made-up money, on lines and items that are there.

use milepost_plan::{
    Actual, ActualId, Amount, BudgetLine, BudgetLineId, Cap, Category, Certainty, Cost, CostId, Id, ItemId,
    Moment, Money, Plan, Rank, Rate, RateId, Span, Timing,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::random::{any_day, any_id, put};

/// Rows that refer to one another as they like.
#[derive(Debug, Clone)]
pub struct Budget {
    lines: Vec<BudgetLine>,
    rates: Vec<Rate>,
    costs: Vec<Cost>,
    actuals: Vec<Actual>,
}

pub fn any_budget() -> impl Strategy<Value = Budget> {
    (vec(any_line(), 0..4), vec(any_rate(), 0..3), vec(any_cost(), 0..12), vec(any_actual(), 0..8))
        .prop_map(|(lines, rates, costs, actuals)| Budget { lines, rates, costs, actuals })
}

/// Puts the rows into a plan, without those of lines and rates that are not there.
pub fn spend(plan: &mut Plan, budget: Budget) {
    put(plan, budget.lines);
    put(plan, budget.rates);
    let has_rate = |plan: &Plan, cost: &Cost| match cost.amount {
        Amount::Effort { rate, .. } => plan.rates().contains(rate),
        Amount::Money { .. } => true,
    };
    let there = |plan: &Plan, item: Option<ItemId>| item.filter(|id| plan.items().contains(*id));
    let costs = budget.costs.into_iter();
    let costs = costs.filter(|cost| plan.budget_lines().contains(cost.line) && has_rate(plan, cost));
    let costs: Vec<Cost> = costs.map(|cost| Cost { item: there(plan, cost.item), ..cost }).collect();
    put(plan, costs);
    let actuals = budget.actuals.into_iter().filter(|actual| plan.budget_lines().contains(actual.line));
    let actuals: Vec<Actual> =
        actuals.map(|actual| Actual { item: there(plan, actual.item), ..actual }).collect();
    put(plan, actuals);
}

fn any_money() -> impl Strategy<Value = Money> {
    (0..=i64::MAX).prop_map(Money)
}

fn any_span() -> impl Strategy<Value = Span> {
    (any_day(), 0..900_i32).prop_map(|(first, days)| Span { first, last: first.plus(days) })
}

fn any_line() -> impl Strategy<Value = BudgetLine> {
    let cap = prop::option::of((any_money(), any_span()).prop_map(|(amount, span)| Cap { amount, span }));
    let category = select(Category::ALL.to_vec());
    (any_id::<BudgetLineId>(), any::<String>(), category, cap, any::<i64>()).prop_map(
        |(id, name, category, cap, rank)| BudgetLine {
            id,
            own_category: name.clone(),
            note: name.clone(),
            name,
            category,
            cap,
            rank: Rank(rank),
        },
    )
}

fn any_rate() -> impl Strategy<Value = Rate> {
    (any_id::<RateId>(), any::<String>(), any_money(), any::<i64>())
        .prop_map(|(id, role, per_day, rank)| Rate { id, role, per_day, rank: Rank(rank) })
}

fn any_cost() -> impl Strategy<Value = Cost> {
    let amount = prop_oneof![
        any_money().prop_map(|amount| Amount::Money { amount }),
        (any_id(), any::<u32>()).prop_map(|(rate, hundredths)| Amount::Effort { rate, hundredths }),
    ];
    let timing = prop_oneof![
        any_day().prop_map(|day| Timing::Once { on: Moment::Day { day } }),
        select(vec![Moment::Start, Moment::End]).prop_map(|on| Timing::Once { on }),
        prop::option::of(any_span()).prop_map(|span| Timing::Monthly { span }),
        prop::option::of(any_span()).prop_map(|span| Timing::Spread { span }),
    ];
    let certainty = prop_oneof![
        Just(Certainty::Certain),
        (0..1_000_i64, 1_000..i64::MAX)
            .prop_map(|(low, high)| Certainty::Estimated { low: Money(low), high: Money(high) }),
    ];
    let refers = (any_id(), prop::option::of(any_id()));
    (any_id::<CostId>(), any::<String>(), refers, amount, timing, certainty).prop_map(
        |(id, name, (line, item), amount, timing, certainty)| Cost {
            id,
            name,
            line,
            item,
            amount,
            timing,
            certainty,
        },
    )
}

fn any_actual() -> impl Strategy<Value = Actual> {
    let refers = (any_id(), prop::option::of(any_id()));
    (any_id::<ActualId>(), any_day(), any_money(), refers, any::<String>(), any::<bool>()).prop_map(
        |(id, day, amount, (line, item), supplier, in_advance)| Actual {
            id,
            day,
            amount,
            line,
            item,
            note: supplier.clone(),
            supplier,
            key: id.uuid().to_string(),
            in_advance,
        },
    )
}
