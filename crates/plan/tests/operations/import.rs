//! What a file brings, and what it leaves alone.

use milepost_plan::{
    Cancel, Cancelled, Category, Change, ImportedMoney, ItemEdit, NewBudgetLine, Operation, Plan,
    PlanSettings, RuleViolation,
};
use milepost_testkit::{id, item, span};

use crate::{after, changes_nothing, item_id, plan, refusal};

fn import(operations: Vec<Operation>, money: Option<ImportedMoney>) -> Operation {
    Operation::Import { label: "Import 2 features".to_owned(), operations, money }
}

fn pushing() -> Plan {
    let plan = plan();
    let settings = PlanSettings { pushes_successors: true, ..plan.settings().clone() };
    after(&plan, &Operation::EditSettings { settings })
}

fn money(currency: &str, mapping: Option<&str>) -> Option<ImportedMoney> {
    Some(ImportedMoney { currency: currency.to_owned(), mapping: mapping.map(str::to_owned) })
}

fn line() -> Operation {
    let line = NewBudgetLine {
        id: id(7),
        name: "Cloud".to_owned(),
        category: Category::Other,
        own_category: String::new(),
        cap: None,
        note: String::new(),
    };
    Operation::AddBudgetLine { line }
}

#[test]
fn the_days_of_a_file_push_nothing_and_what_comes_after_them_does() {
    let plan = pushing();
    let days = Operation::EditItems {
        ids: vec![item_id(&plan, "Templates")],
        edit: ItemEdit::Schedule(span("2027-02-01", "2027-02-12").into()),
    };
    let imported = after(&plan, &import(vec![days.clone()], None));
    let schedule = |plan: &Plan, title| item(plan, title).schedule;
    assert_eq!(schedule(&imported, "Alerts"), schedule(&plan, "Alerts"));
    assert_eq!(imported.settings(), plan.settings());
    let pushed = Operation::Batch { label: String::new(), operations: vec![import(vec![], None), days] };
    assert_ne!(schedule(&after(&plan, &pushed), "Alerts"), schedule(&plan, "Alerts"));
}

#[test]
fn how_money_was_read_is_all_that_it_says_of_the_settings() {
    let plan = pushing();
    let changes = import(vec![line()], money("EUR", Some("columns"))).change(&plan).unwrap();
    assert!(matches!(changes.changes[..], [Change::Settings { .. }, Change::BudgetLine(_)]));
    let settings = PlanSettings { actuals_mapping: "columns".to_owned(), ..plan.settings().clone() };
    let mut imported = plan.clone();
    imported.accept(&changes);
    assert_eq!(*imported.settings(), settings);
    assert!(changes_nothing(&imported, &import(vec![], money("EUR", None))));
}

#[test]
fn money_in_another_currency_than_the_plan_has_by_then_is_refused() {
    let refused = refusal(&plan(), &import(vec![line()], money("USD", Some("columns"))));
    let violation = RuleViolation::OtherCurrency { amounts: "USD".to_owned(), plan: "EUR".to_owned() };
    assert_eq!(refused, violation);
}

#[test]
fn what_a_plan_does_not_take_is_refused_with_all_of_it() {
    let rename = Operation::EditItems { ids: vec![id(1)], edit: ItemEdit::Title(" ".to_owned()) };
    let refused = refusal(&plan(), &import(vec![line(), rename], None));
    assert_eq!(refused, RuleViolation::EmptyName { word: "epic" });
    let long = money("EUR", Some(&"x".repeat(100_001)));
    assert!(matches!(refusal(&plan(), &import(vec![], long)), RuleViolation::TextTooLong { .. }));
}

/// Why an operation was not carried out.
#[derive(Debug, PartialEq)]
enum Why {
    Rule(RuleViolation),
    Cancelled,
}

impl From<RuleViolation> for Why {
    fn from(violation: RuleViolation) -> Self {
        Self::Rule(violation)
    }
}

impl From<Cancelled> for Why {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

#[test]
fn it_ends_when_nobody_wants_it_any_more() {
    let plan = pushing();
    let import = import(vec![line()], money("EUR", Some("columns")));
    assert_eq!(import.change_unless::<Why>(&plan, Cancel::NEVER), Ok(import.change(&plan).unwrap()));
    assert_eq!(import.change_unless::<Why>(&plan, Cancel::when(&|| true)), Err(Why::Cancelled));
    assert_eq!(import.label(&plan), "Import 2 features");
}
