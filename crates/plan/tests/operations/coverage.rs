//! Whether and when a need is met, and what it weighs.

use milepost_plan::{
    CustomerEdit, Fulfilment, ItemEdit, NeedEdit, Operation, Plan, Schedule, Standing, Status, WorkItem,
};
use milepost_testkit::{day, id, item, need, span};

use crate::{after, served};

fn coverage(plan: &Plan, statement: &str) -> milepost_plan::Coverage {
    plan.coverage(need(plan, statement))
}

fn edit(plan: &Plan, which: u32, edit: ItemEdit) -> Plan {
    after(plan, &Operation::EditItems { ids: vec![id(which)], edit })
}

fn status(plan: &Plan, which: u32, status: Status) -> Plan {
    edit(plan, which, ItemEdit::Status(status))
}

fn wanted_by(plan: &Plan, which: u32, by: &str) -> Plan {
    after(plan, &Operation::EditNeeds { ids: vec![id(which)], edit: NeedEdit::WantedBy(Some(day(by))) })
}

#[test]
fn a_need_spans_what_serves_it() {
    let plan = served();
    let eight = coverage(&plan, "Read at eight");
    assert_eq!(eight.span, Some(span("2027-01-04", "2027-02-12")));
    assert_eq!((eight.standing, eight.items, eight.done, eight.undated), (Standing::Planned, 2, 0, 0));
    assert!(eight.is_full);
    let polish = coverage(&plan, "Speak Polish");
    assert_eq!((polish.standing, polish.span, polish.items), (Standing::Unserved, None, 0));
    assert!(!polish.is_full);
}

#[test]
fn what_has_no_days_serves_without_spanning() {
    let loose = ItemEdit::Need { need: id(3), fulfilment: Some(Fulfilment::Fully) };
    let plan = wanted_by(&edit(&served(), 3, loose), 3, "2026-12-01");
    let polish = coverage(&plan, "Speak Polish");
    assert_eq!((polish.standing, polish.span, polish.undated), (Standing::Planned, None, 1));
    assert_eq!(polish.days_late, None);
}

#[test]
fn it_is_met_when_all_is_done_and_something_serves_it_fully() {
    let plan = status(&served(), 1, Status::Done);
    assert_eq!(coverage(&plan, "Close early").standing, Standing::Met);
    let eight = coverage(&plan, "Read at eight");
    assert_eq!((eight.standing, eight.done), (Standing::PartlyMet, 1));
    let plan = status(&plan, 2, Status::Done);
    assert_eq!(coverage(&plan, "Read at eight").standing, Standing::Met);
    let partly = ItemEdit::Need { need: id(2), fulfilment: Some(Fulfilment::Partly) };
    let plan = edit(&plan, 2, partly);
    let eight = coverage(&plan, "Read at eight");
    assert_eq!((eight.standing, eight.is_full), (Standing::PartlyMet, false));
}

#[test]
fn what_is_dropped_serves_nothing() {
    let plan = status(&served(), 2, Status::Dropped);
    let eight = coverage(&plan, "Read at eight");
    assert_eq!((eight.items, eight.is_full), (1, false));
    assert_eq!(eight.span, Some(span("2027-01-04", "2027-01-15")));
    let plan = status(&plan, 1, Status::Dropped);
    assert_eq!(coverage(&plan, "Read at eight").standing, Standing::Unserved);
    assert_eq!((plan.items_of_need(id(2)).count(), plan.serving(id(2)).count()), (2, 0));
}

#[test]
fn it_is_late_by_the_days_after_the_one_that_it_is_wanted_by() {
    let late = |by: &str| coverage(&wanted_by(&served(), 2, by), "Read at eight").days_late;
    assert_eq!(late("2027-02-11"), Some(1));
    assert_eq!(late("2027-02-12"), None);
    assert_eq!(late("2027-01-12"), Some(31));
    let met = status(&status(&wanted_by(&served(), 2, "2027-01-12"), 1, Status::Done), 2, Status::Done);
    assert_eq!(coverage(&met, "Read at eight").days_late, None);
}

#[test]
fn an_epic_serves_with_the_days_of_what_it_holds() {
    let plan = edit(&served(), 3, ItemEdit::Kind(milepost_plan::ItemKind::Epic));
    let plan = edit(&plan, 2, ItemEdit::Parent(Some(id(3))));
    let plan = edit(&plan, 3, ItemEdit::Need { need: id(3), fulfilment: Some(Fulfilment::Fully) });
    let polish = coverage(&plan, "Speak Polish");
    assert_eq!((polish.span, polish.undated), (Some(span("2027-02-01", "2027-02-12")), 0));
    let plan = edit(&plan, 2, ItemEdit::Schedule(Schedule::None));
    assert_eq!(coverage(&plan, "Speak Polish").undated, 1);
}

#[test]
fn a_need_weighs_importance_times_size_and_an_item_what_it_serves() {
    let plan = served();
    let weight = |statement| plan.weight_of_need(need(&plan, statement));
    // Critical to 100; low to 100 and high to 300; nobody's.
    assert_eq!((weight("Close early"), weight("Read at eight"), weight("Speak Polish")), (400, 1_000, 0));
    let weight = |title| plan.weight_of_item(item(&plan, title));
    assert_eq!((weight("Templates"), weight("Alerts"), weight("Loose")), (900, 1_000, 0));
}

#[test]
fn the_largest_customers_do_not_overflow() {
    let largest = |which| Operation::EditCustomer { id: id(which), edit: CustomerEdit::Size(1_000_000_000) };
    let plan = after(&after(&served(), &largest(1)), &largest(2));
    assert_eq!(plan.weight_of_item(item(&plan, "Templates")), 4_000_000_000 + 2_000_000_000);
}

#[test]
fn an_item_is_led_by_what_gives_it_most_weight() {
    let plan = served();
    let templates = item(&plan, "Templates");
    // Half of 1,000 outweighs 400; 400 and half of 100 against half of 900, so the order of the customers decides.
    assert_eq!(plan.leading_need(templates), Some(id(2)));
    assert_eq!(plan.leading_customer(templates), Some(id(1)));
    assert_eq!(plan.leading_goal(templates), Some(id(1)));
    let reordered = after(&plan, &Operation::ReorderCustomer { id: id(2), before: Some(id(1)) });
    assert_eq!(reordered.leading_customer(item(&reordered, "Templates")), Some(id(2)));
    let grown = Operation::EditCustomer { id: id(1), edit: CustomerEdit::Size(150) };
    let grown = after(&reordered, &grown);
    assert_eq!(grown.leading_customer(item(&grown, "Templates")), Some(id(1)));
    let loose: &WorkItem = item(&plan, "Loose");
    assert_eq!(
        (plan.leading_need(loose), plan.leading_customer(loose), plan.leading_goal(loose)),
        (None, None, None)
    );
}

#[test]
fn the_leading_goal_is_the_first_by_hand() {
    let serves = ItemEdit::Goal { goal: id(2), serves: true };
    let plan = edit(&served(), 1, serves);
    assert_eq!(plan.leading_goal(item(&plan, "Templates")), Some(id(1)));
    let plan = after(&plan, &Operation::ReorderGoal { id: id(2), before: Some(id(1)) });
    assert_eq!(plan.leading_goal(item(&plan, "Templates")), Some(id(2)));
}
