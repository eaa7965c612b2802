//! Good, at the edge, refused.

use milepost_plan::{
    ActualEdit, Amount, BudgetLine, BudgetLineEdit, BudgetLineId, Cap, CapStanding, Certainty,
    CertaintyFilter, Cost, CostEdit, ExchangeRate, ItemEdit, Ledger, Moment, Money, NewActual, NewRate,
    Operation, Plan, PlanSettings, RateEdit, RateId, Status, Timing,
};
use milepost_testkit::{day, id, item, span};

use super::{after, cost, cost_id, plan, refusal, spread_over};

const TODAY: &str = "2027-02-10";

fn actual(number: u32, on: &str, amount: i64) -> NewActual {
    NewActual {
        id: id(number),
        day: day(on),
        amount: Money(amount),
        line: id::<BudgetLineId>(1),
        item: None,
        supplier: "Hosting Ltd".to_owned(),
        note: String::new(),
        key: format!("INV-{number}"),
        in_advance: false,
        today: day(TODAY),
    }
}

fn months(plan: &Plan) -> Vec<(String, i64)> {
    let ledger = Ledger::of(plan, day(TODAY));
    ledger.months(id(1)).map(|(month, sums)| (month.to_string()[..7].to_owned(), sums.planned.0)).collect()
}

fn standing(plan: &Plan, line: &BudgetLine, today: &str) -> Option<CapStanding> {
    Ledger::of(plan, day(today)).cap_standing(plan, line, CertaintyFilter::All)
}

fn told(months: &[(&str, i64)]) -> Vec<(String, i64)> {
    months.iter().map(|(month, amount)| ((*month).to_owned(), *amount)).collect()
}

#[test]
fn a_spread_cost_moves_with_its_feature() {
    let plan = after(&plan(), &spread_over(&plan(), 1, "Reports", 8_700));
    assert_eq!(months(&plan), told(&[("2027-01", 2_800), ("2027-02", 2_800), ("2027-03", 3_100)]));
    let moved = Operation::MoveItems { ids: vec![item(&plan, "Reports").id], days: 28, lane: Vec::new() };
    let moved = after(&plan, &moved);
    let expected = [("2027-02", 2_800), ("2027-03", 3_100), ("2027-04", 2_800)];
    assert_eq!(months(&moved), told(&expected), "1 February to 28 April");
}

#[test]
fn a_monthly_cost_follows_its_feature_or_has_a_span_of_its_own() {
    let plan = plan();
    let alerts = item(&plan, "Alerts").id;
    let own =
        after(&plan, &Operation::AddCost { cost: cost(1, Some(alerts), 50, Timing::Monthly { span: None }) });
    assert_eq!(months(&own).len(), 4);
    let fixed = Timing::Monthly { span: Some(span("2027-07-01", "2027-08-31")) };
    let fixed = after(&own, &Operation::EditCosts { ids: vec![cost_id(1)], edit: CostEdit::Timing(fixed) });
    assert_eq!(months(&fixed), told(&[("2027-07", 50), ("2027-08", 50)]));
}

#[test]
fn a_cost_of_a_feature_without_days_is_undated_and_one_of_a_dropped_feature_is_off() {
    let plan = after(&plan(), &spread_over(&plan(), 1, "Someday", 70));
    let ledger = Ledger::of(&plan, day(TODAY));
    assert_eq!((ledger.undated(id(1)).planned, ledger.total(id(1)).planned), (Money(70), Money(70)));
    let drop = ItemEdit::Status(Status::Dropped);
    let dropped = after(&plan, &Operation::EditItems { ids: vec![item(&plan, "Someday").id], edit: drop });
    assert_eq!(Ledger::of(&dropped, day(TODAY)).total(id(1)).planned, Money(0));
}

#[test]
fn a_cost_of_the_whole_plan_needs_days_of_its_own() {
    let plan = plan();
    let no_days = Operation::AddCost { cost: cost(1, None, 5, Timing::Spread { span: None }) };
    assert_eq!(refusal(&plan, &no_days), "a cost of the plan as a whole needs days of its own");
    let end = Timing::Once { on: Moment::End };
    assert!(refusal(&plan, &Operation::AddCost { cost: cost(1, None, 5, end) }).contains("days of its own"));
    let once = Timing::Once { on: Moment::Day { day: day("2028-02-29") } };
    assert_eq!(
        months(&after(&plan, &Operation::AddCost { cost: cost(1, None, 5, once) })),
        told(&[("2028-02", 5)])
    );
}

#[test]
fn an_actual_to_come_has_to_be_said_to_be_one() {
    let plan = plan();
    let future = actual(1, "2027-02-11", 5);
    assert!(refusal(&plan, &Operation::AddActual { actual: future.clone() }).contains("still to come"));
    let said = NewActual { in_advance: true, ..future };
    let plan = after(&plan, &Operation::AddActual { actual: said });
    let back = ActualEdit::Day { day: day("2027-02-12"), in_advance: false, today: day(TODAY) };
    assert!(
        refusal(&plan, &Operation::EditActuals { ids: vec![id(1)], edit: back }).contains("still to come")
    );
    let mut again = actual(2, TODAY, 5);
    again.key = "INV-1".to_owned();
    assert!(
        refusal(&plan, &Operation::AddActual { actual: again }).contains("INV-1 belongs to “Hosting Ltd”")
    );
}

#[test]
fn the_forecast_is_what_is_spent_and_what_is_planned_after_today() {
    let plan = after(&plan(), &spread_over(&plan(), 1, "Reports", 8_700));
    let plan = after(&plan, &Operation::AddActual { actual: actual(1, "2027-01-20", 3_000) });
    let ledger = Ledger::of(&plan, day(TODAY));
    let [january, february, march] = ["2027-01-01", "2027-02-01", "2027-03-01"]
        .map(|month| ledger.between(id(1), day(month), day(month)).forecast());
    assert_eq!(
        (january, february, march),
        (Money(3_000), Money(1_800), Money(3_100)),
        "18 days of February are left"
    );
    assert_eq!(ledger.total(id(1)).variance(), Money(3_000 + 1_800 + 3_100 - 8_700));
}

#[test]
fn a_cap_is_passed_on_the_first_day_that_is_over() {
    let plan = after(&plan(), &spread_over(&plan(), 1, "Alerts", 120_000));
    let line = plan.budget_lines().get(id(1)).unwrap();
    let standing = standing(&plan, line, "2027-01-01").unwrap();
    assert_eq!((standing.forecast, standing.left), (Money(120_000), Money(-20_000)));
    assert_eq!(standing.passed_on, Some(day("2027-05-12")), "1,000 a day from 1 February on");
    let exactly = CostEdit::Amount(Amount::Money { amount: Money(100_000) });
    let plan = after(&plan, &Operation::EditCosts { ids: vec![cost_id(1)], edit: exactly });
    let line = plan.budget_lines().get(id(1)).unwrap();
    assert_eq!(
        self::standing(&plan, line, "2027-01-01").unwrap().passed_on,
        None,
        "exactly the cap is inside"
    );
}

#[test]
fn a_cap_counts_what_falls_into_its_span_to_the_day() {
    let plan = after(&plan(), &spread_over(&plan(), 1, "Alerts", 120_000));
    let cap = Cap { amount: Money(30_000), span: span("2027-02-11", "2027-03-10") };
    let edit = BudgetLineEdit::Cap(Some(cap));
    let plan = after(&plan, &Operation::EditBudgetLine { id: id(1), edit });
    let line = plan.budget_lines().get(id(1)).unwrap();
    let before = standing(&plan, line, "2027-01-01").unwrap();
    assert_eq!((before.before, before.forecast, before.left), (Money(10_000), Money(28_000), Money(2_000)));
    let spent = after(&plan, &Operation::AddActual { actual: actual(1, TODAY, 7_000) });
    let spent = after(&spent, &Operation::AddActual { actual: actual(2, "2027-01-31", 500) });
    let now = standing(&spent, line, TODAY).unwrap();
    assert_eq!((now.before, now.actual, now.passed_on), (Money(7_500), Money(0), None), "up to 10 February");
}

#[test]
fn an_estimate_is_known_once_its_days_are_past() {
    let mut unsure = cost(1, Some(item(&plan(), "Alerts").id), 120_000, Timing::Spread { span: None });
    unsure.certainty = Certainty::Estimated { low: Money(60_000), high: Money(180_000) };
    let plan = after(&plan(), &Operation::AddCost { cost: unsure });
    let line = plan.budget_lines().get(id(1)).unwrap();
    let ends = |today| {
        let standing = standing(&plan, line, today).unwrap();
        (standing.low, standing.forecast, standing.high)
    };
    assert_eq!(ends("2027-01-01"), (Money(60_000), Money(120_000), Money(180_000)));
    assert_eq!(ends("2027-05-29"), (Money(1_000), Money(2_000), Money(3_000)), "two days are left");
}

#[test]
fn effort_costs_what_its_rate_says() {
    let plan = plan();
    let rate = NewRate { id: id(1), role: "Engineer".to_owned(), per_day: Money(60_001) };
    let plan = after(&plan, &Operation::AddRate { rate });
    let mut effort = cost(1, Some(item(&plan, "Reports").id), 0, Timing::Once { on: Moment::Start });
    effort.amount = Amount::Effort { rate: id::<RateId>(1), hundredths: 150 };
    let plan = after(&plan, &Operation::AddCost { cost: effort });
    assert_eq!(months(&plan), told(&[("2027-01", 90_002)]), "900.015 is rounded");
    let raised = after(&plan, &Operation::EditRate { id: id(1), edit: RateEdit::PerDay(Money(70_000)) });
    assert_eq!(months(&raised), told(&[("2027-01", 105_000)]));
    assert!(
        refusal(&plan, &Operation::DeleteRate { id: id(1) }).contains("1 costs still refer to this rate")
    );
}

#[test]
fn the_money_of_a_deleted_line_goes_to_another_one() {
    let plan = after(&plan(), &spread_over(&plan(), 1, "Reports", 10));
    let plan = after(&plan, &Operation::AddActual { actual: actual(1, TODAY, 5) });
    let gone = |into| Operation::DeleteBudgetLine { id: id(1), into };
    assert!(refusal(&plan, &gone(None)).contains("2 costs and actuals still refer to this budget line"));
    assert!(refusal(&plan, &gone(Some(id(1)))).contains("still refer"));
    let moved = after(&plan, &gone(Some(id(2))));
    let ledger = Ledger::of(&moved, day(TODAY));
    assert_eq!((ledger.total(id(2)).planned, ledger.total(id(2)).actual), (Money(10), Money(5)));
    after(&plan_with_empty_line(), &Operation::DeleteBudgetLine { id: id(2), into: None });
}

fn plan_with_empty_line() -> Plan {
    plan()
}

#[test]
fn a_deleted_feature_takes_its_costs_along_and_leaves_what_was_spent() {
    let plan = after(&plan(), &spread_over(&plan(), 1, "Reports", 10));
    let mut spent = actual(1, TODAY, 5);
    spent.item = Some(item(&plan, "Reports").id);
    let plan = after(&plan, &Operation::AddActual { actual: spent });
    let plan = after(&plan, &Operation::DeleteItems { ids: vec![item(&plan, "Epic").id] });
    assert!(plan.costs().is_empty());
    assert_eq!(
        plan.actuals().iter().map(|actual| (actual.item, actual.amount)).collect::<Vec<_>>(),
        [(None, Money(5))]
    );
}

#[test]
fn another_currency_converts_every_amount_in_one_step() {
    let plan = after(&plan(), &spread_over(&plan(), 1, "Reports", 1_050));
    let plan = after(&plan, &Operation::AddActual { actual: actual(1, TODAY, 200) });
    let settings = PlanSettings { currency: "JPY".to_owned(), ..plan.settings().clone() };
    let refused = refusal(&plan, &Operation::EditSettings { settings });
    assert_eq!(refused, "the plan has amounts in EUR; say what one EUR is in JPY to convert them");
    let convert = |currency: &str, rate| Operation::ConvertCurrency {
        currency: currency.to_owned(),
        rate: ExchangeRate(rate),
    };
    let converted = after(&plan, &convert("JPY", 160_000_000_000));
    assert_eq!(converted.settings().currency, "JPY");
    let cost: &Cost = converted.costs().get(id(1)).unwrap();
    assert_eq!(cost.amount, Amount::Money { amount: Money(1_680) });
    assert_eq!(converted.actuals().get(id(1)).unwrap().amount, Money(320));
    assert_eq!(converted.budget_lines().get(id(1)).unwrap().cap.unwrap().amount, Money(160_000));
    let again = refusal(&converted, &convert("JPY", 160_000_000_000));
    assert_eq!(again, "the plan's amounts are in JPY already");
    assert_eq!(refusal(&plan, &convert("JPY", 0)), "the rate must be more than nothing");
    assert!(plan.has_amounts());
    assert!(refusal(&plan, &convert("XYZ", 1)).contains("“XYZ” is not a currency"));
    assert!(refusal(&plan, &convert("KWD", u64::MAX)).contains("larger than a plan takes"));
    let empty = milepost_testkit::PlanBuilder::new("Empty").build();
    assert!(!empty.has_amounts());
    let settings = PlanSettings { currency: "KWD".to_owned(), ..empty.settings().clone() };
    after(&empty, &Operation::EditSettings { settings });
}

#[test]
fn a_cap_can_be_taken_away() {
    let plan = after(&plan(), &Operation::EditBudgetLine { id: id(1), edit: BudgetLineEdit::Cap(None) });
    assert!(standing(&plan, plan.budget_lines().get(id(1)).unwrap(), TODAY).is_none());
}

#[test]
fn what_comes_to_nothing_leaves_no_trace_in_the_ledger() {
    let plan = after(&plan(), &spread_over(&plan(), 1, "Reports", 0));
    let plan = after(&plan, &spread_over(&plan, 2, "Alerts", 0));
    let plan = after(&plan, &Operation::AddActual { actual: actual(1, TODAY, 0) });
    let mut ledger = Ledger::of(&plan, day(TODAY));
    let gone = Operation::DeleteCosts { ids: vec![cost_id(1)] };
    let changes = gone.change(&plan).unwrap();
    let after = after(&plan, &gone);
    ledger.follow(&after, &changes.changes);
    assert!(ledger == Ledger::of(&after, day(TODAY)));
}

/// Whoever looks while a change is taken has the plan after it and the ledger before it.
#[test]
fn a_ledger_that_is_asked_before_it_follows_is_right_afterwards() {
    let once = |number, on: &str, amount| {
        let timing = Timing::Once { on: Moment::Day { day: day(on) } };
        Operation::AddCost { cost: cost(number, None, amount, timing) }
    };
    let costs = [once(1, "2027-03-05", 60_000), once(2, "2027-03-10", 60_000), once(3, "2027-03-20", 60_000)];
    let plan = costs.iter().fold(plan(), |plan, cost| after(&plan, cost));
    let gone = Operation::DeleteCosts { ids: vec![cost_id(1)] };
    let elsewhere = Operation::EditCosts { ids: vec![cost_id(1)], edit: CostEdit::Line(id(2)) };
    for operation in [gone, elsewhere] {
        let mut ledger = Ledger::of(&plan, day(TODAY));
        let changes = operation.change(&plan).unwrap();
        let after = after(&plan, &operation);
        let line = after.budget_lines().get(id(1)).unwrap();
        ledger.standing(&after, line);
        ledger.follow(&after, &changes.changes);
        assert_eq!(ledger.standing(&after, line).unwrap().passed_on, Some(day("2027-03-20")));
    }
}
