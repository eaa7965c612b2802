//! Money: what each operation does and which rule refuses it, and that every sum is exact whatever is done.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod drawn;
mod operations;
mod periods;
mod properties;
mod refusals;

use milepost_plan::{
    Amount, BudgetLineId, Cap, Category, Certainty, CostId, ItemId, Money, NewBudgetLine, NewCost, Operation,
    Plan, RuleViolation, Timing, check_plan,
};
use milepost_testkit::{PlanBuilder, id, item};

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

/// The plan after an operation that no rule refuses. Whatever it does can be taken back and keeps the rules.
#[track_caller]
fn after(plan: &Plan, operation: &Operation) -> Plan {
    let change_set = operation.change(plan).unwrap_or_else(|violation| panic!("{violation}: {operation:?}"));
    let mut changed = plan.clone();
    changed.accept(&change_set);
    assert_eq!(check_plan(&changed), []);
    let mut back = changed.clone();
    back.accept(&change_set.reversed());
    assert!(back == *plan, "reversing {operation:?} leaves something behind");
    changed
}

/// The words of the rule that refuses the operation.
#[track_caller]
fn refusal(plan: &Plan, operation: &Operation) -> String {
    let violation: RuleViolation = match operation.change(plan) {
        Err(violation) => violation,
        Ok(change_set) => panic!("nothing refuses {operation:?}, which does {change_set:?}"),
    };
    violation.to_string()
}
