//! The order of rows by a column.

use std::cmp::Ordering;

use milepost_plan::{
    Column, CustomerKind, Fulfilment, Horizon, Importance, ItemEdit, ItemKind, NeedCustomer, NewCustomer,
    NewNeed, Operation, Plan, Schedule, Sort, WorkItem,
};
use milepost_testkit::{PlanBuilder, id, item};

fn mixed() -> Plan {
    PlanBuilder::new("Mixed")
        .feature("", "beta", "2027-03-01", "2027-03-10")
        .with(|item| item.owner = "Zoe".to_owned())
        .feature("", "Alpha", "2027-01-01", "2027-06-30")
        .undated("", "Some day")
        .with(|item| item.schedule = Schedule::Horizon { horizon: Horizon::Next })
        .undated("", "Never")
        .with(|item| item.owner = "ada".to_owned())
        .item(ItemKind::Epic, "Epic")
        .build()
}

/// The titles in the order of a column.
fn sorted(plan: &Plan, by: Column, descending: bool) -> Vec<&str> {
    let sort = Sort { by, descending };
    let mut items: Vec<&WorkItem> = plan.items().iter().collect();
    sort.sort(plan, &mut items);
    for pair in items.windows(2) {
        assert_eq!(sort.compare(plan, pair[0], pair[1]), Ordering::Less, "one by one as all at once");
    }
    items.into_iter().map(|item| item.title.as_str()).collect()
}

#[test]
fn text_is_sorted_whatever_its_case_and_ties_are_in_the_order_by_hand() {
    let plan = mixed();
    assert_eq!(sorted(&plan, Column::Title, false), ["Alpha", "beta", "Epic", "Never", "Some day"]);
    assert_eq!(sorted(&plan, Column::Status, false), ["beta", "Alpha", "Some day", "Never", "Epic"]);
}

#[test]
fn what_has_no_value_comes_last_either_way() {
    let plan = mixed();
    assert_eq!(sorted(&plan, Column::Owner, false), ["Never", "beta", "Alpha", "Some day", "Epic"]);
    assert_eq!(sorted(&plan, Column::Owner, true), ["beta", "Never", "Alpha", "Some day", "Epic"]);
    assert_eq!(sorted(&plan, Column::Days, true), ["Alpha", "beta", "Some day", "Never", "Epic"]);
}

#[test]
fn horizons_come_after_days_and_before_nothing() {
    let plan = mixed();
    assert_eq!(sorted(&plan, Column::Start, false), ["Alpha", "beta", "Some day", "Never", "Epic"]);
    assert_eq!(item(&plan, "Some day").schedule.horizon(), Some(Horizon::Next));
}

#[test]
fn the_heaviest_comes_first_and_what_serves_no_need_comes_last() {
    let mut plan = mixed();
    let customer = NewCustomer {
        id: id(1),
        name: "Finance".to_owned(),
        kind: CustomerKind::Department,
        size: 120,
        unit: "people".to_owned(),
        note: String::new(),
    };
    let need = |number, statement: &str, importance| {
        let customers = vec![NeedCustomer { customer: id(1), importance }];
        Operation::AddNeed { need: NewNeed { customers, ..NewNeed::new(id(number), statement) } }
    };
    let serve = |title: &str, number, fulfilment| Operation::EditItems {
        ids: vec![item(&plan, title).id],
        edit: ItemEdit::Need { need: id(number), fulfilment: Some(fulfilment) },
    };
    let operations = [
        Operation::AddCustomer { customer },
        need(1, "zero clicks", Importance::High),
        need(2, "Alerts", Importance::Critical),
        serve("beta", 1, Fulfilment::Fully),
        serve("Alpha", 2, Fulfilment::Partly),
    ];
    for operation in operations {
        let change_set = operation.change(&plan).unwrap();
        plan.accept(&change_set);
    }
    assert_eq!(sorted(&plan, Column::Weight, true), ["beta", "Alpha", "Some day", "Never", "Epic"]);
    assert_eq!(sorted(&plan, Column::Needs, false), ["Alpha", "beta", "Some day", "Never", "Epic"]);
    let parts = plan.weight_parts(plan.needs().get(id(2)).unwrap());
    assert_eq!(
        parts.iter().map(|part| (part.points, part.size, part.weight)).collect::<Vec<_>>(),
        [(4, 120, 480)]
    );
    let share = |title: &str| plan.customer_shares(item(&plan, title));
    assert_eq!((share("beta"), share("Alpha")), (vec![(id(1), 360)], vec![(id(1), 240)]));
}
