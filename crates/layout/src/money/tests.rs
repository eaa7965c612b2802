//! What money by period knows before it is drawn.

use milepost_plan::{
    Amount, BudgetLineId, Certainty, Day, Ledger, Moment, Money, NewCost, Operation, Plan, Timing,
};
use milepost_testkit::{PlanBuilder, day, id, span};

use super::*;
use crate::scene::{PathStep, Point};

const TODAY: &str = "2027-01-01";
const EVERYWHERE: Room = Room { from: -1e6, to: 1e6 };

/// A sum of money on a day.
fn once(number: u32, line: BudgetLineId, on: &str, amount: i64) -> Operation {
    let cost = NewCost {
        id: id(number),
        name: String::new(),
        line,
        item: None,
        amount: Amount::Money { amount: Money(amount) },
        timing: Timing::Once { on: Moment::Day { day: day(on) } },
        certainty: Certainty::Certain,
    };
    Operation::AddCost { cost }
}

fn all_of(plan: &Plan) -> MoneyByPeriod {
    MoneyByPeriod::of_all(plan, &Ledger::of(plan, day(TODAY)), 2.5, EVERYWHERE)
}

/// What has come together by the end of a day of a point.
fn come_to(money: &MoneyByPeriod, on: Day) -> Money {
    money.points.iter().find(|point| point.day == on.plus(1)).unwrap().forecast
}

#[test]
fn a_lane_counts_the_days_of_its_cap_only() {
    let plan = PlanBuilder::new("Money")
        .budget_line("Cloud")
        .cap("Cloud", 1_000, "2027-01-15", "2027-06-10")
        .operation(&once(1, id(1), "2027-01-05", 900))
        .operation(&once(2, id(1), "2027-01-15", 10))
        .operation(&once(3, id(1), "2027-06-10", 900))
        .operation(&once(4, id(1), "2027-06-11", 900))
        .build();
    let line = plan.budget_lines().get(id(1)).unwrap();
    for today in [TODAY, "2027-01-20", "2027-06-05"] {
        let ledger = Ledger::of(&plan, day(today));
        let money = MoneyByPeriod::of_line(&plan, &ledger, line, 2.5, EVERYWHERE);
        let standing = ledger.standing(&plan, line).unwrap();
        assert_eq!(money.most, standing.forecast, "on {today}");
        assert_eq!(money.points.last().unwrap().day, day("2027-06-11"));
    }
}

#[test]
fn money_without_a_cap_uses_up_none() {
    let plan = PlanBuilder::new("Money")
        .budget_line("Cloud")
        .cap("Cloud", 100_000, "2027-01-01", "2027-12-31")
        .budget_line("People")
        .operation(&once(1, id(1), "2027-03-01", 90_000))
        .operation(&once(2, id(2), "2027-02-01", 200_000))
        .build();
    let money = all_of(&plan);
    let told: Vec<(String, i64)> =
        money.caps.iter().map(|cap| (cap.span.first.to_string(), cap.amount.0)).collect();
    assert_eq!(told, [("2027-01-01".to_owned(), 100_000), ("2027-02-01".to_owned(), 300_000)]);
    for cap in &money.caps {
        assert!(come_to(&money, cap.span.last.min(day("2027-03-31"))) <= cap.amount);
    }
}

#[test]
fn caps_of_the_same_days_are_one_line() {
    let plan = PlanBuilder::new("Money")
        .budget_line("Cloud")
        .cap("Cloud", 100_000, "2027-01-01", "2027-12-31")
        .budget_line("People")
        .cap("People", 50_000, "2027-01-01", "2027-12-31")
        .operation(&once(1, id(1), "2027-03-01", 90_000))
        .operation(&once(2, id(2), "2027-02-01", 80_000))
        .build();
    let cap = Cap { amount: Money(150_000), span: span("2027-01-01", "2027-12-31") };
    assert_eq!(all_of(&plan).caps, [cap]);
}

#[test]
fn dashes_stand_where_they_do_whatever_is_in_sight() {
    let at = |x: f64, y: f64| Point { x, y };
    let corners = [at(0.0, 50.0), at(100.0, 50.0), at(100.0, 20.0), at(250.0, 20.0)];
    let length_to = |point: Point| point.x + (50.0 - point.y);
    for from in 0..250 {
        let from = f64::from(from);
        let steps = curve::dashed(&corners, Room { from, to: from + 30.0 });
        let (PathStep::Move(begin), PathStep::Line(end)) = (steps[0], *steps.last().unwrap()) else {
            panic!("a line: {steps:?}");
        };
        let dashes = length_to(begin) / 9.0;
        assert!((dashes - dashes.round()).abs() < 1e-9, "{begin:?} from {from}");
        assert!(begin.x <= from && (from - begin.x) < 9.0 + 1e-9, "{begin:?} from {from}");
        assert_eq!(end, at((from + 30.0).min(250.0), if from + 30.0 > 100.0 { 20.0 } else { 50.0 }));
        if begin.x < 100.0 && end.x > 100.0 {
            assert!(steps.contains(&PathStep::Line(corners[1])), "{steps:?}");
        }
    }
    assert!(curve::dashed(&corners, Room { from: 250.0, to: 260.0 }).is_empty());
}
