//! What is planned period by period, set as in a spreadsheet.

use milepost_plan::{
    Amount, BudgetLineId, Cost, CostEdit, Ledger, Moment, Money, Operation, PeriodAmount, Plan, Timing,
};
use milepost_testkit::{day, id, span};

use super::{after, cost, plan, refusal, spread_over};

const MAY: (&str, &str) = ("2027-05-01", "2027-05-31");
const SECOND_QUARTER: (&str, &str) = ("2027-04-01", "2027-06-30");

fn set(periods: &[((&str, &str), Option<i64>)]) -> Operation {
    let amount = |((first, last), amount): &((&str, &str), Option<i64>)| PeriodAmount {
        period: span(first, last),
        amount: amount.map(Money),
    };
    Operation::PlanPeriods {
        line: id::<BudgetLineId>(1),
        periods: periods.iter().map(amount).collect(),
        first_id: id(100),
    }
}

fn planned(plan: &Plan, (first, last): (&str, &str)) -> i64 {
    let ledger = Ledger::of(plan, day("2027-01-01"));
    ledger.between(id(1), day(first), day(last)).planned.0
}

fn days_and_amounts(plan: &Plan) -> Vec<(String, i64)> {
    let told = |cost: &Cost| match (cost.timing, cost.amount) {
        (Timing::Once { on: Moment::Day { day } }, Amount::Money { amount }) => (day.to_string(), amount.0),
        other => panic!("no plain cost: {other:?}"),
    };
    let mut told: Vec<_> = plan.costs().iter().filter(|cost| cost.item.is_none()).map(told).collect();
    told.sort();
    told
}

#[test]
fn an_amount_becomes_a_cost_on_the_first_day_of_its_month_and_changes_it_later() {
    let plan = after(&plan(), &set(&[(MAY, Some(5_000))]));
    assert_eq!(days_and_amounts(&plan), [("2027-05-01".to_owned(), 5_000)]);
    let plan = after(&plan, &set(&[(MAY, Some(7_000))]));
    assert_eq!(days_and_amounts(&plan), [("2027-05-01".to_owned(), 7_000)]);
    for nothing in [None, Some(0)] {
        assert_eq!(days_and_amounts(&after(&plan, &set(&[(MAY, nothing)]))), []);
    }
}

#[test]
fn a_quarter_is_planned_in_the_proportion_in_which_it_was() {
    let plan = plan();
    let even = after(&plan, &set(&[(SECOND_QUARTER, Some(1_000))]));
    let of = |plan: &Plan| days_and_amounts(plan).into_iter().map(|(_, amount)| amount).collect::<Vec<_>>();
    assert_eq!(of(&even), [334, 333, 333]);
    let april = ("2027-04-01", "2027-04-30");
    let uneven = after(&plan, &set(&[(april, Some(100)), (MAY, Some(300))]));
    let doubled = after(&uneven, &set(&[(SECOND_QUARTER, Some(801))]));
    assert_eq!(of(&doubled), [200, 601], "June had nothing and gets nothing");
    assert_eq!(planned(&doubled, SECOND_QUARTER), 801);
}

#[test]
fn what_features_bring_stays_and_less_than_that_is_refused() {
    let plan = plan();
    // 1 February to 31 May are 120 days, of which May has 31.
    let plan = after(&plan, &spread_over(&plan, 1, "Alerts", 12_000));
    assert_eq!(planned(&plan, MAY), 3_100);
    let more = after(&plan, &set(&[(MAY, Some(5_000))]));
    assert_eq!(planned(&more, MAY), 5_000);
    assert_eq!(days_and_amounts(&more), [("2027-05-01".to_owned(), 1_900)]);
    let same = after(&more, &set(&[(MAY, Some(3_100))]));
    assert!(same == plan, "what only the feature brings needs no cost of its own");
    assert_eq!(
        refusal(&plan, &set(&[(MAY, Some(3_099))])),
        "€31.00 on “Cloud” come from features and other costs; at least that is planned from 1 May 2027 to 31 May 2027"
    );
    assert_eq!(refusal(&plan, &set(&[(MAY, Some(-1))])), refusal(&more, &set(&[(MAY, Some(-1))])));
}

#[test]
fn costs_with_a_name_are_somebody_elses() {
    let on = Timing::Once { on: Moment::Day { day: day("2027-05-20") } };
    let plan = after(&plan(), &Operation::AddCost { cost: cost(1, None, 500, on) });
    let named = Operation::EditCosts { ids: vec![id(1)], edit: CostEdit::Name("Fair".to_owned()) };
    let plan = after(&plan, &named);
    let more = after(&plan, &set(&[(MAY, Some(800))]));
    assert_eq!(days_and_amounts(&more), [("2027-05-01".to_owned(), 300), ("2027-05-20".to_owned(), 500)]);
    assert!(after(&more, &set(&[(MAY, None)])) == plan);
}

#[test]
fn all_periods_are_set_or_none() {
    let plan = plan();
    let plan = after(&plan, &spread_over(&plan, 1, "Alerts", 12_000));
    let refused = set(&[(("2027-07-01", "2027-07-31"), Some(5)), (MAY, Some(1))]);
    assert!(refused.change(&plan).is_err());
    assert_eq!(
        set(&[(MAY, Some(4_000)), (("2027-07-01", "2027-07-31"), None)]).label(&plan),
        "Plan 2 periods"
    );
}

#[test]
fn a_batch_sees_what_it_has_moved() {
    let plan = plan();
    let plan = after(&plan, &spread_over(&plan, 1, "Alerts", 12_000));
    let alerts = milepost_testkit::item(&plan, "Alerts").id;
    let away = Operation::MoveItems { ids: vec![alerts], days: 365, lane: Vec::new() };
    let batch =
        Operation::Batch { label: "Both".to_owned(), operations: vec![away, set(&[(MAY, Some(100))])] };
    assert_eq!(planned(&after(&plan, &batch), MAY), 100);
}

#[test]
fn periods_of_one_step_see_what_those_before_have_set() {
    let plan = after(&plan(), &spread_over(&plan(), 1, "Alerts", 12_000));
    let half = ("2027-05-01", "2027-05-15");
    let set = after(&plan, &set(&[(MAY, Some(5_000)), (half, Some(2_000)), (MAY, Some(6_000))]));
    // The feature brings 3,100 into May, half of its days 1,500.
    assert_eq!(days_and_amounts(&set), [("2027-05-01".to_owned(), 2_900)]);
    assert_eq!(planned(&set, MAY), 6_000);
}
