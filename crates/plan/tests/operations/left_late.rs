//! What was too early before anything moved is left as it is, as long as what it waits for comes no later.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use milepost_plan::{DependencyKind, Edge, ItemKind, Operation, Plan};
use milepost_testkit::{PlanBuilder, item, span};

use crate::{after, item_id};

fn pushing() -> PlanBuilder {
    PlanBuilder::new("Pushing").settings(|settings| settings.pushes_successors = true)
}

fn shifted(plan: &Plan, title: &str, days: i32) -> Plan {
    after(plan, &Operation::MoveItems { ids: vec![item_id(plan, title)], days, lane: vec![] })
}

fn stands(plan: &Plan, title: &str, first: &str, last: &str) {
    assert_eq!(item(plan, title).schedule.span(), Some(span(first, last)), "{title}");
}

/// Too early already: it starts with what it should start three working days after.
fn tied_by_starts() -> Plan {
    pushing()
        .feature("", "A", "2026-11-02", "2026-11-20")
        .feature("", "B", "2026-11-02", "2026-11-06")
        .link_by("A", "B", DependencyKind::StartToStart, 3)
        .build()
}

#[test]
fn an_end_that_moves_pushes_nothing_that_waits_for_the_start() {
    let plan = tied_by_starts();
    let resize = Operation::ResizeItems { ids: vec![item_id(&plan, "A")], edge: Edge::End, days: 1 };
    stands(&after(&plan, &resize), "B", "2026-11-02", "2026-11-06");
}

#[test]
fn what_comes_earlier_pushes_nothing_later() {
    stands(&shifted(&tied_by_starts(), "A", -1), "B", "2026-11-02", "2026-11-06");
    stands(&shifted(&tied_by_starts(), "A", 1), "B", "2026-11-06", "2026-11-10");
}

#[test]
fn an_epic_that_ends_when_it_did_pushes_nothing() {
    let plan = pushing()
        .item(ItemKind::Epic, "E")
        .feature("", "X", "2026-11-02", "2026-11-27")
        .under("E")
        .feature("", "Y", "2026-11-09", "2026-11-11")
        .under("E")
        .feature("", "Z", "2026-11-16", "2026-11-20")
        .link("E", "Z")
        .build();
    stands(&shifted(&plan, "Y", 1), "Z", "2026-11-16", "2026-11-20");
    stands(&shifted(&plan, "X", 3), "Z", "2026-12-01", "2026-12-05");
}
