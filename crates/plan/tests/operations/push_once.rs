//! Steps of several operations push once, at their end, what waits for all that they have moved.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use milepost_plan::{Edge, ItemEdit, ItemKind, Operation, Passing, Plan, RuleViolation, Span};
use milepost_testkit::{PlanBuilder, day, item, span};

use crate::{after, changes_nothing, item_id};

fn pushing() -> PlanBuilder {
    PlanBuilder::new("Pushing").settings(|settings| settings.pushes_successors = true)
}

/// Three features that wait for each other, a week each.
fn chain() -> Plan {
    pushing()
        .feature("", "A", "2026-11-02", "2026-11-06")
        .feature("", "B", "2026-11-09", "2026-11-13")
        .feature("", "C", "2026-11-16", "2026-11-20")
        .link("A", "B")
        .link("B", "C")
        .build()
}

fn place(plan: &Plan, title: &str, first: &str, last: &str) -> Operation {
    let edit = ItemEdit::Schedule(span(first, last).into());
    Operation::EditItems { ids: vec![item_id(plan, title)], edit }
}

/// The operations as one step, in this order and the other way round, which comes to the same.
fn step(plan: &Plan, operations: Vec<Operation>) -> Plan {
    let batch = |operations: Vec<Operation>| Operation::Batch { label: "Paste".to_owned(), operations };
    assert_eq!(Passing::of(operations.clone(), plan).operations, operations);
    let back = after(plan, &batch(operations.iter().rev().cloned().collect()));
    let there = after(plan, &batch(operations));
    assert!(there == back, "the order of rows makes a difference");
    there
}

fn days(plan: &Plan, title: &str) -> Span {
    item(plan, title).schedule.span().unwrap()
}

#[test]
fn what_need_not_move_in_the_end_stays() {
    let plan = chain();
    let rows =
        vec![place(&plan, "A", "2026-11-02", "2026-11-11"), place(&plan, "B", "2026-11-12", "2026-11-13")];
    let plan = step(&plan, rows);
    assert_eq!(days(&plan, "B"), span("2026-11-12", "2026-11-13"));
    assert_eq!(days(&plan, "C"), days(&chain(), "C"));
}

#[test]
fn what_waits_is_pushed_as_far_as_all_of_the_step_asks_for() {
    let plan = chain();
    let rows =
        vec![place(&plan, "A", "2026-11-02", "2026-11-13"), place(&plan, "B", "2026-11-16", "2026-11-17")];
    let plan = step(&plan, rows);
    assert_eq!(days(&plan, "C"), span("2026-11-18", "2026-11-22"));
}

#[test]
fn an_item_that_is_given_its_days_keeps_them_and_shows_the_conflict() {
    let plan = chain();
    let a = place(&plan, "A", "2026-11-02", "2026-11-13");
    for b in [
        place(&plan, "B", "2026-11-09", "2026-11-13"),
        Operation::EditItems { ids: vec![item_id(&plan, "B")], edit: ItemEdit::Start(day("2026-11-09")) },
        Operation::EditItems { ids: vec![item_id(&plan, "B")], edit: ItemEdit::End(day("2026-11-13")) },
    ] {
        let plan = step(&plan, vec![a.clone(), b]);
        assert_eq!(days(&plan, "B"), days(&chain(), "B"));
        assert_eq!(days(&plan, "C"), days(&chain(), "C"), "what stays pushes nothing");
        assert_eq!(plan.conflicts().len(), 1);
    }
}

#[test]
fn what_is_moved_or_given_a_length_is_pushed_all_the_same() {
    let plan = chain();
    let a = place(&plan, "A", "2026-11-02", "2026-11-13");
    let ids = vec![item_id(&plan, "B")];
    let longer = Operation::EditItems { ids: ids.clone(), edit: ItemEdit::Days(6) };
    let pushed = step(&plan, vec![a.clone(), longer]);
    assert_eq!(days(&pushed, "B"), span("2026-11-16", "2026-11-21"));
    let later = Operation::MoveItems { ids: ids.clone(), days: 1, lane: vec![] };
    let pushed = step(&plan, vec![a.clone(), later]);
    assert_eq!(days(&pushed, "B"), span("2026-11-16", "2026-11-20"), "once, and not on top of the move");
    let resized = Operation::ResizeItems { ids, edge: Edge::End, days: 2 };
    assert_eq!(days(&step(&plan, vec![a, resized]), "B"), span("2026-11-16", "2026-11-22"));
}

#[test]
fn several_that_are_given_the_same_days_follow_one_another() {
    let plan = chain();
    let ids = ["C", "A", "B"].map(|title| item_id(&plan, title)).to_vec();
    let edit = ItemEdit::Schedule(span("2026-12-07", "2026-12-11").into());
    let plan = after(&plan, &Operation::EditItems { ids, edit });
    assert_eq!(days(&plan, "A"), span("2026-12-07", "2026-12-11"));
    assert_eq!(days(&plan, "B"), span("2026-12-14", "2026-12-18"));
    assert_eq!(days(&plan, "C"), span("2026-12-21", "2026-12-25"));
}

#[test]
fn days_that_stand_there_already_push_nothing() {
    let late = after(&chain(), &place(&chain(), "B", "2026-11-16", "2026-11-17"));
    let unpushed = PlanBuilder::new("Late")
        .settings(|settings| settings.pushes_successors = true)
        .feature("", "A", "2026-11-02", "2026-11-13")
        .feature("", "B", "2026-11-09", "2026-11-13")
        .link("A", "B")
        .build();
    assert!(changes_nothing(&unpushed, &place(&unpushed, "A", "2026-11-02", "2026-11-13")));
    assert!(changes_nothing(&late, &place(&late, "B", "2026-11-16", "2026-11-17")));
}

#[test]
fn what_an_epic_holds_stays_where_it_is_put_while_the_rest_of_it_goes() {
    let plan = pushing()
        .feature("", "Before", "2026-11-02", "2026-11-06")
        .item(ItemKind::Epic, "Epic")
        .feature("", "One", "2026-11-09", "2026-11-13")
        .under("Epic")
        .feature("", "Two", "2026-11-16", "2026-11-20")
        .under("Epic")
        .feature("", "After", "2026-11-23", "2026-11-27")
        .link("Before", "Epic")
        .link("Epic", "After")
        .build();
    let rows = vec![
        place(&plan, "Before", "2026-11-09", "2026-11-18"),
        place(&plan, "One", "2026-11-10", "2026-11-13"),
    ];
    let plan = step(&plan, rows);
    assert_eq!(days(&plan, "One"), span("2026-11-10", "2026-11-13"));
    assert_eq!(days(&plan, "Two"), span("2026-11-19", "2026-11-23"));
    assert_eq!(days(&plan, "After"), span("2026-11-24", "2026-11-28"));
    assert_eq!(plan.conflicts().len(), 1, "the epic begins before what it waits for has ended");
}

#[test]
fn what_is_moved_and_goes_within_a_step_pushes_nothing() {
    let plan = chain();
    let delete = Operation::DeleteItems { ids: vec![item_id(&plan, "A")] };
    let operations = vec![place(&plan, "A", "2026-11-02", "2026-11-13"), delete];
    let plan = after(&plan, &Operation::Batch { label: "Both".to_owned(), operations });
    assert_eq!(days(&plan, "B"), days(&chain(), "B"));
}

#[test]
fn days_that_would_push_something_out_of_the_years_of_a_plan_are_all_refused() {
    let plan = pushing()
        .feature("", "A", "2199-12-02", "2199-12-06")
        .feature("", "B", "2199-12-09", "2199-12-13")
        .feature("", "C", "2199-12-16", "2199-12-20")
        .link("A", "C")
        .link("B", "C")
        .build();
    let title = |title: &str, to: &str| {
        let edit = ItemEdit::Title(to.to_owned());
        Operation::EditItems { ids: vec![item_id(&plan, title)], edit }
    };
    let asked = vec![
        title("A", "One"),
        place(&plan, "A", "2199-12-02", "2199-12-30"),
        title("B", " "),
        place(&plan, "B", "2199-12-09", "2199-12-14"),
        title("C", "Three"),
    ];
    let Passing { operations, refused } = Passing::of(asked.clone(), &plan);
    assert_eq!(operations, [asked[0].clone(), asked[4].clone()]);
    let places: Vec<usize> = refused.iter().map(|(place, _)| *place).collect();
    assert_eq!(places, [1, 2, 3]);
    assert!(matches!(refused[0].1, RuleViolation::DayOutOfRange { .. }));
    assert_eq!(refused[1].1, RuleViolation::EmptyName { word: "feature" });
    after(&plan, &Operation::Batch { label: "Paste".to_owned(), operations });
}
