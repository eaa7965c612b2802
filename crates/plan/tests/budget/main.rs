//! Money: what each operation does and which rule refuses it, and that every sum is exact whatever is done.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod drawn;
mod operations;
mod periods;
mod properties;
mod refusals;

use milepost_plan::{
    Amount, BudgetLineId, Cap, Category, Certainty, CostId, FiscalYear, ItemId, Ledger, Money, NewBudgetLine,
    NewCost, Operation, PeriodUnit, Plan, Timing,
};
use milepost_testkit::{PlanBuilder, after, id, item};

/// Two features, one of them under an epic; two lines, the first with a cap for 2027.
fn plan() -> Plan {
    PlanBuilder::new("Money")
        .item(milepost_plan::ItemKind::Epic, "Epic")
        .feature("", "Reports", "2027-01-04", "2027-03-31")
        .under("Epic")
        .feature("", "Alerts", "2027-02-01", "2027-05-31")
        .undated("", "Someday")
        .budget_line("Cloud")
        .cap("Cloud", 100_000, "2027-01-01", "2027-12-31")
        .budget_line("People")
        .build()
}

fn add_line(number: u32, name: &str, cap: Option<Cap>) -> Operation {
    let line = NewBudgetLine {
        id: id(number),
        name: name.to_owned(),
        category: Category::Cloud,
        own_category: String::new(),
        cap,
        note: String::new(),
    };
    Operation::AddBudgetLine { line }
}

fn cost(number: u32, item: Option<ItemId>, amount: i64, timing: Timing) -> NewCost {
    NewCost {
        id: id(number),
        name: String::new(),
        line: id::<BudgetLineId>(1),
        item,
        amount: Amount::Money { amount: Money(amount) },
        timing,
        certainty: Certainty::Certain,
    }
}

fn spread_over(plan: &Plan, number: u32, title: &str, amount: i64) -> Operation {
    let cost = cost(number, Some(item(plan, title).id), amount, Timing::Spread { span: None });
    Operation::AddCost { cost }
}

fn cost_id(number: u32) -> CostId {
    id(number)
}

/// The words of the rule that refuses the operation.
#[track_caller]
fn refusal(plan: &Plan, operation: &Operation) -> String {
    milepost_testkit::refusal(plan, operation).to_string()
}

#[test]
fn on_paper_the_period_of_today_stands_only_next_to_those_with_money() {
    let plan = plan();
    let plan = after(&plan, &spread_over(&plan, 1, "Reports", 900));
    let periods = |today: &str, unit| {
        let ledger = Ledger::of(&plan, today.parse().unwrap());
        let periods = ledger.periods_of_money(unit, FiscalYear::CALENDAR);
        (periods[0].first.to_string(), periods.len())
    };
    let (month, quarter) = (PeriodUnit::Month, PeriodUnit::Quarter);
    for (today, unit, first, count) in [
        ("2027-02-10", month, "2027-01-01", 3),
        ("2027-04-30", month, "2027-01-01", 4),
        ("2027-05-01", month, "2027-01-01", 3),
        ("2026-12-01", month, "2026-12-01", 4),
        ("2026-11-30", month, "2027-01-01", 3),
        ("2027-06-30", quarter, "2027-01-01", 2),
        ("2027-07-01", quarter, "2027-01-01", 1),
        ("2199-12-31", quarter, "2027-01-01", 1),
    ] {
        assert_eq!(periods(today, unit), (first.to_owned(), count), "{today}");
    }
    let none = Ledger::of(&self::plan(), "2032-05-01".parse().unwrap());
    assert_eq!(none.periods_of_money(month, FiscalYear::CALENDAR).len(), 1, "that of today");
}
