//! The order of rows by a column.

use std::cmp::Ordering;

use milepost_plan::{Column, Horizon, ItemKind, Plan, Schedule, Sort, WorkItem};
use milepost_testkit::{PlanBuilder, item};

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
