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

/// An epic with two features of thirty days, the first one with dated stories.
fn with_stories() -> PlanBuilder {
    let story = |plan: PlanBuilder, title, first, last| {
        plan.feature("", title, first, last).with(|item| item.kind = ItemKind::UserStory).under("One")
    };
    let plan = PlanBuilder::new("Stories")
        .item(ItemKind::Epic, "Epic")
        .feature("", "One", "2027-03-01", "2027-03-30")
        .with(|item| item.progress = 50)
        .under("Epic");
    story(story(plan, "First", "2027-03-01", "2027-03-30"), "Second", "2027-03-02", "2027-04-10")
        .feature("", "Two", "2027-05-01", "2027-05-30")
        .under("Epic")
}

#[test]
fn what_is_done_counts_whole_in_an_epic() {
    let plan = with_stories().build();
    let done = |plan: &Plan, title| {
        let edit = ItemEdit::Status(Status::Done);
        after(plan, &Operation::EditItems { ids: vec![item_id(plan, title)], edit })
    };
    let plan = done(&plan, "Two");
    assert_eq!(plan.progress_of(item(&plan, "Epic")), 75);
    let plan = done(&plan, "One");
    assert_eq!(plan.progress_of(item(&plan, "Epic")), 100);
    assert_eq!(plan.summary(item(&plan, "Epic")).and_then(|summary| summary.to_do), None);
    assert_eq!(plan.progress_of(item(&plan, "Two")), 0, "what it says of itself stays");
}

#[test]
fn stories_count_in_an_epic_as_part_of_their_feature() {
    let plan = with_stories().build();
    let summary = plan.summary(item(&plan, "Epic")).unwrap();
    assert_eq!((summary.progress, summary.span), (25, span("2027-03-01", "2027-05-30")));
    let no_days = ItemEdit::Schedule(Schedule::None);
    let plan = after(&plan, &Operation::EditItems { ids: vec![item_id(&plan, "One")], edit: no_days });
    let half = Operation::EditItems { ids: vec![item_id(&plan, "First")], edit: ItemEdit::Progress(50) };
    let plan = after(&plan, &half);
    assert_eq!(
        plan.progress_of(item(&plan, "Epic")),
        15,
        "stories of a feature without days count themselves"
    );
}

#[test]
fn what_hangs_under_something_dropped_does_not_count_in_an_epic() {
    let plan = with_stories()
        .settings(|settings| settings.pushes_successors = true)
        .feature("", "Before", "2027-02-22", "2027-02-26")
        .feature("", "After", "2027-06-01", "2027-06-30")
        .link("Before", "Epic")
        .link("Epic", "After")
        .build();
    let drop = ItemEdit::Status(Status::Dropped);
    let plan = after(&plan, &Operation::EditItems { ids: vec![item_id(&plan, "One")], edit: drop });
    assert_eq!(plan.span_of(item(&plan, "Epic")), Some(span("2027-05-01", "2027-05-30")));

    let later = |title, days| {
        after(&plan, &Operation::MoveItems { ids: vec![item_id(&plan, title)], days, lane: vec![] })
    };
    let pushed = later("Before", 80);
    assert_eq!(item(&pushed, "First").schedule, item(&plan, "First").schedule);
    assert_eq!(pushed.span_of(item(&pushed, "Epic")).unwrap().first, day("2027-05-18"));
    let alone = later("Second", 120);
    assert_eq!(item(&alone, "After").schedule, item(&plan, "After").schedule);
    assert_eq!(later("Two", 5).conflicts(), []);
}

#[test]
fn the_progress_of_an_epic_is_not_set_where_nobody_would_see_it() {
    let plan = held();
    let edit = |title, progress| Operation::EditItems {
        ids: vec![item_id(&plan, title)],
        edit: ItemEdit::Progress(progress),
    };
    let refused = RuleViolation::ComesAsFarAsWhatItHolds { title: "Epic".to_owned() };
    assert_eq!(refusal(&plan, &edit("Epic", 50)), refused);
    assert!(changes_nothing(&plan, &edit("Epic", 0)));
    assert_eq!(item(&after(&plan, &edit("Empty", 50)), "Empty").progress, 50);
}
