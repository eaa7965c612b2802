//! Plans for ways to look at them: to group, to sum up, to compare.

use milepost_plan::{
    DependencyKind, Horizon, ItemEdit, ItemKind, MilestoneEdit, NewBaseline, Operation, Plan, Status,
};
use milepost_testkit::{day, id, item, milestone, span};

use super::plan;

/// Owners, parents and statuses to group by; one theme has nothing in it.
pub fn people() -> Plan {
    plan()
        .theme("Reporting")
        .theme("Quality")
        .theme("Later on")
        .feature("Reporting", "Reports by themselves", "2026-11-01", "2027-04-30")
        .with(|item| (item.kind, item.owner) = (ItemKind::Epic, "Ada".to_owned()))
        .feature("Reporting", "Templates", "2026-11-09", "2027-01-15")
        .with(|item| (item.owner, item.status) = ("Ada".to_owned(), Status::InProgress))
        .under("Reports by themselves")
        .feature("Reporting", "Delivery", "2027-02-02", "2027-04-16")
        .with(|item| (item.owner, item.status) = ("bo".to_owned(), Status::Planned))
        .under("Reports by themselves")
        .feature("Quality", "Alerts", "2026-11-01", "2026-11-30")
        .with(|item| (item.owner, item.status) = ("Ada".to_owned(), Status::Done))
        .feature("", "Marketplace", "2026-12-01", "2026-12-24")
        .horizon("Quality", "Lineage view", Horizon::Later)
        .build()
}

/// Epics span what they hold, with or without days of their own; one holds nothing.
pub fn epics() -> Plan {
    plan()
        .theme("Reporting")
        .item(ItemKind::Epic, "Reports by themselves")
        .with(|item| item.theme = None)
        .feature("Reporting", "Templates", "2026-11-09", "2027-01-15")
        .with(|item| (item.status, item.progress) = (Status::InProgress, 50))
        .under("Reports by themselves")
        .feature("Reporting", "Delivery", "2027-02-02", "2027-04-16")
        .under("Reports by themselves")
        .feature("Reporting", "By fax", "2027-05-01", "2027-09-30")
        .with(|item| item.status = Status::Dropped)
        .under("Reports by themselves")
        .item(ItemKind::Epic, "A long name over a short thing")
        .feature("Reporting", "Short", "2026-12-01", "2026-12-04")
        .under("A long name over a short thing")
        .feature("Reporting", "Empty epic", "2026-11-16", "2026-12-18")
        .with(|item| item.kind = ItemKind::Epic)
        .build()
}

/// An epic between a feature that it waits for and one that waits for it, and all of them later than in a baseline: what
/// it holds begins before the one has ended and ends after the other has begun.
pub fn waiting_epics() -> Plan {
    let plan = plan()
        .theme("Reporting")
        .feature("Reporting", "Before", "2026-11-09", "2026-12-04")
        .item(ItemKind::Epic, "Between")
        .feature("Reporting", "One", "2026-12-07", "2026-12-18")
        .under("Between")
        .feature("Reporting", "Two", "2027-01-04", "2027-01-29")
        .under("Between")
        .feature("Reporting", "After", "2027-02-01", "2027-02-26")
        .link("Before", "Between")
        .link_by("Between", "After", DependencyKind::FinishToStart, 1);
    let baseline = NewBaseline { id: id(1), name: "Spring".to_owned(), taken: day("2026-11-02") };
    let mut plan = plan.operation(&Operation::TakeBaseline { baseline }).build();
    for (title, days) in [("Before", 14), ("Two", 7)] {
        let operation = Operation::MoveItems { ids: vec![item(&plan, title).id], days, lane: vec![] };
        plan.accept(&operation.change(&plan).unwrap());
    }
    plan
}

/// What has moved since a baseline: later, earlier, longer, and not at all, items and milestones.
pub fn slipped() -> Plan {
    let plan = plan()
        .theme("Reporting")
        .feature("Reporting", "Later", "2026-11-09", "2026-12-18")
        .feature("Reporting", "Earlier", "2027-01-11", "2027-02-12")
        .feature("Reporting", "Longer", "2026-11-23", "2026-12-04")
        .feature("Reporting", "As it was", "2026-12-07", "2027-01-08")
        .milestone("Board review", "2026-11-25")
        .milestone("Fair", "2027-01-20")
        .milestone("Gate", "2026-12-11");
    let baseline = NewBaseline { id: id(1), name: "Spring".to_owned(), taken: day("2026-11-02") };
    let plan = plan.operation(&Operation::TakeBaseline { baseline }).build();
    let span_of = |title: &str, first: &str, last: &str| Operation::EditItems {
        ids: vec![item(&plan, title).id],
        edit: ItemEdit::Schedule(span(first, last).into()),
    };
    let day_of = |name: &str, on: &str| {
        let edit = MilestoneEdit::Day(day(on));
        Operation::EditMilestone { id: milestone(&plan, name).id, edit }
    };
    let mut moved = plan.clone();
    for operation in [
        span_of("Later", "2026-11-23", "2027-01-01"),
        span_of("Earlier", "2027-01-04", "2027-02-05"),
        span_of("Longer", "2026-11-23", "2026-12-18"),
        day_of("Board review", "2026-12-18"),
        day_of("Fair", "2027-01-13"),
    ] {
        moved.accept(&operation.change(&plan).unwrap());
    }
    moved
}
