//! Epics on the timeline: they span what they hold and take it along.

use milepost_plan::{
    AspectValue, Day, Edge, Filter, Horizon, ItemEdit, ItemKind, Operation, Plan, RuleViolation, Schedule,
    Status, Summary,
};
use milepost_testkit::{PlanBuilder, day, item, span};

use crate::{after, changes_nothing, item_id, refusal};

fn held() -> Plan {
    PlanBuilder::new("Held")
        .item(ItemKind::Epic, "Epic")
        .feature("", "One", "2027-03-01", "2027-03-10")
        .with(|item| item.progress = 50)
        .under("Epic")
        .feature("", "Two", "2027-04-01", "2027-04-30")
        .under("Epic")
        .feature("", "Never", "2027-01-01", "2027-12-31")
        .with(|item| item.status = Status::Dropped)
        .under("Epic")
        .item(ItemKind::Epic, "Empty")
        .build()
}

#[test]
fn an_epic_spans_what_it_holds_and_weighs_its_progress_by_days() {
    let plan = held();
    let summary = Summary {
        span: span("2027-03-01", "2027-04-30"),
        progress: 12,
        to_do: Some(span("2027-03-01", "2027-04-30")),
    };
    assert_eq!(plan.summary(item(&plan, "Epic")), Some(summary));
    assert_eq!(plan.span_of(item(&plan, "Epic")), Some(summary.span));
    assert_eq!(plan.summary(item(&plan, "Empty")), None);
    assert_eq!(plan.summary(item(&plan, "One")), None);
    assert_eq!(plan.span_of(item(&plan, "One")), item(&plan, "One").schedule.span());
}

#[test]
fn moving_an_epic_moves_what_it_holds_once() {
    let plan = held();
    let ids = vec![item_id(&plan, "Epic"), item_id(&plan, "One")];
    let moved = after(&plan, &Operation::MoveItems { ids, days: 7, lane: vec![] });
    assert_eq!(item(&moved, "One").schedule.span(), Some(span("2027-03-08", "2027-03-17")));
    assert_eq!(item(&moved, "Two").schedule.span(), Some(span("2027-04-08", "2027-05-07")));
    let empty = Operation::MoveItems { ids: vec![item_id(&plan, "Empty")], days: 7, lane: vec![] };
    assert!(matches!(refusal(&plan, &empty), RuleViolation::NotDated { .. }));
}

#[test]
fn an_end_of_an_epic_is_not_moved_by_itself() {
    let plan = held();
    let resize = Operation::ResizeItems { ids: vec![item_id(&plan, "Epic")], edge: Edge::End, days: 7 };
    assert_eq!(refusal(&plan, &resize), RuleViolation::SpansWhatItHolds { title: "Epic".to_owned() });
}

#[test]
fn an_epic_takes_no_place_that_nobody_would_see() {
    let plan = held();
    let edit = |title, schedule| {
        let edit = ItemEdit::Schedule(schedule);
        Operation::EditItems { ids: vec![item_id(&plan, title)], edit }
    };
    let spans = RuleViolation::SpansWhatItHolds { title: "Epic".to_owned() };
    let later = Schedule::Horizon { horizon: Horizon::Later };
    let dated = Schedule::from(span("2027-01-01", "2027-12-31"));
    for schedule in [later, dated] {
        assert_eq!(refusal(&plan, &edit("Epic", schedule)), spans);
        let lane = vec![AspectValue::Horizon(Some(Horizon::Later))];
        let drop = Operation::MoveItems { ids: vec![item_id(&plan, "Epic")], days: 0, lane };
        assert_eq!(refusal(&plan, &drop), spans);
        assert_eq!(item(&after(&plan, &edit("Empty", schedule)), "Empty").schedule, schedule);
    }
    assert!(changes_nothing(&plan, &edit("Epic", Schedule::None)));
}

#[test]
fn an_epic_that_only_holds_what_was_dropped_has_its_own_ends() {
    let plan = PlanBuilder::new("Dropped")
        .feature("", "Epic", "2027-03-01", "2027-03-10")
        .with(|item| item.kind = ItemKind::Epic)
        .feature("", "Never", "2027-01-01", "2027-12-31")
        .with(|item| item.status = Status::Dropped)
        .under("Epic")
        .build();
    assert_eq!(plan.summary(item(&plan, "Epic")), None);
    let resize = Operation::ResizeItems { ids: vec![item_id(&plan, "Epic")], edge: Edge::End, days: 7 };
    assert_eq!(item(&after(&plan, &resize), "Epic").schedule.span(), Some(span("2027-03-01", "2027-03-17")));
}

#[test]
fn a_filter_by_days_asks_an_epic_for_those_that_it_spans() {
    let filter = |day: Day| Filter { from: Some(day), to: Some(day), ..Filter::default() };
    let plan = held();
    assert!(filter(day("2027-04-15")).passes(&plan, item(&plan, "Epic")));
    assert!(!filter(day("2027-05-01")).passes(&plan, item(&plan, "Epic")));
}
