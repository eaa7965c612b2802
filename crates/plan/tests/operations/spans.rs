//! Epics at the ends of dependencies: they are where their brackets are, and are pushed with all that they hold.

use milepost_plan::{
    Change, ChangeSet, DependencyKind, Diff, Entity, ItemEdit, ItemKind, NewDependency, Operation, Plan, Row,
    RuleViolation, Status,
};
use milepost_testkit::{PlanBuilder, day, id, item};

use crate::{after, item_id, refusal};

fn pushing() -> PlanBuilder {
    PlanBuilder::new("Pushing").settings(|settings| settings.pushes_successors = true)
}

/// A feature, an epic that waits for it, and a feature that waits for the epic. Each begins on a Monday.
fn between() -> PlanBuilder {
    pushing()
        .feature("", "Before", "2027-03-01", "2027-03-05")
        .item(ItemKind::Epic, "Epic")
        .feature("", "One", "2027-03-08", "2027-03-12")
        .under("Epic")
        .feature("", "Two", "2027-03-15", "2027-03-26")
        .under("Epic")
        .feature("", "After", "2027-03-29", "2027-04-02")
        .link("Before", "Epic")
        .link("Epic", "After")
}

fn first(plan: &Plan, title: &str) -> String {
    plan.span_of(item(plan, title)).map(|span| span.first.to_string()).unwrap_or_default()
}

fn moved(plan: &Plan, title: &str, days: i32) -> Plan {
    after(plan, &Operation::MoveItems { ids: vec![item_id(plan, title)], days, lane: vec![] })
}

fn link(plan: &Plan, predecessor: &str, successor: &str) -> Operation {
    let (predecessor, successor) = (item_id(plan, predecessor), item_id(plan, successor));
    let dependency = NewDependency {
        id: id(900),
        predecessor,
        successor,
        kind: DependencyKind::FinishToStart,
        lag_days: 0,
    };
    Operation::Link { dependency }
}

fn around(titles: &[&str]) -> RuleViolation {
    RuleViolation::CycleThroughEpics { titles: titles.iter().map(|&title| title.to_owned()).collect() }
}

#[test]
fn an_epic_is_in_conflict_by_what_it_holds() {
    let mut plan = between().settings(|settings| settings.pushes_successors = false).build();
    assert_eq!(plan.conflicts(), []);
    plan = moved(&plan, "Two", 7);
    let [conflict] = &plan.conflicts()[..] else { panic!("the epic ends too late") };
    assert_eq!((conflict.successor, conflict.predecessor_title.as_str()), (item_id(&plan, "After"), "Epic"));
    assert_eq!((conflict.predecessor_day, conflict.day), (day("2027-04-02"), day("2027-03-29")));
    plan = moved(&moved(&plan, "Two", -7), "One", -7);
    let [conflict] = &plan.conflicts()[..] else { panic!("the epic begins too early") };
    assert_eq!((conflict.successor, conflict.day), (item_id(&plan, "Epic"), day("2027-03-01")));
}

#[test]
fn an_epic_is_pushed_with_all_that_it_holds_and_pushes_by_the_last_of_it() {
    let plan = between().build();
    let pushed = moved(&plan, "Before", 7);
    assert_eq!(first(&pushed, "One"), "2027-03-15");
    assert_eq!(first(&pushed, "Two"), "2027-03-22", "it keeps its distance");
    assert_eq!(first(&pushed, "After"), "2027-04-05");
    assert_eq!(pushed.conflicts(), []);
    let longer = moved(&plan, "Two", 7);
    assert_eq!(
        (first(&longer, "One").as_str(), first(&longer, "After").as_str()),
        ("2027-03-08", "2027-04-05")
    );
    let whole = moved(&plan, "Epic", 7);
    assert_eq!(
        (first(&whole, "Two").as_str(), first(&whole, "After").as_str()),
        ("2027-03-22", "2027-04-05")
    );
}

#[test]
fn every_kind_of_tie_holds_an_epic_at_the_end_that_it_meets() {
    for (kind, days, expected) in [
        (DependencyKind::StartToStart, 14, "2027-03-15"),
        (DependencyKind::FinishToFinish, 28, "2027-03-15"),
        (DependencyKind::StartToFinish, 28, "2027-03-11"),
    ] {
        let plan = pushing()
            .feature("", "Before", "2027-03-01", "2027-03-05")
            .item(ItemKind::Epic, "Epic")
            .feature("", "One", "2027-03-08", "2027-03-12")
            .under("Epic")
            .feature("", "Two", "2027-03-15", "2027-03-26")
            .under("Epic")
            .link_by("Before", "Epic", kind, 0)
            .build();
        let plan = moved(&plan, "Before", days);
        assert_eq!(plan.conflicts(), [], "{kind:?}");
        assert_eq!(first(&plan, "One"), expected, "{kind:?}");
    }
}

#[test]
fn what_is_done_of_an_epic_stays_and_waits_for_nothing() {
    let done = |title: &str, plan: &Plan| {
        let edit = ItemEdit::Status(Status::Done);
        after(plan, &Operation::EditItems { ids: vec![item_id(plan, title)], edit })
    };
    let plan = done("One", &between().build());
    let pushed = moved(&plan, "Before", 7);
    assert_eq!(
        (first(&pushed, "One").as_str(), first(&pushed, "Two").as_str()),
        ("2027-03-08", "2027-03-15")
    );
    assert_eq!(pushed.conflicts(), []);
    let pushed = moved(&plan, "Before", 14);
    assert_eq!(
        (first(&pushed, "One").as_str(), first(&pushed, "Two").as_str()),
        ("2027-03-08", "2027-03-22")
    );
    assert_eq!(pushed.conflicts(), []);
    let all_done = done("Two", &plan);
    assert_eq!(first(&moved(&all_done, "Before", 70), "Two"), "2027-03-15");

    let warns = Operation::EditSettings { settings: PlanBuilder::new("Warns").build().settings().clone() };
    let late = moved(&after(&plan, &warns), "Before", 14);
    let begun: Vec<bool> = late.conflicts().iter().map(|conflict| conflict.has_begun).collect();
    assert_eq!(begun, [true], "it goes on too early, having begun before");
}

#[test]
fn an_item_that_a_drag_takes_out_of_an_epic_lets_its_days_push() {
    let plan = pushing()
        .item(ItemKind::Epic, "Epic")
        .feature("", "One", "2027-03-08", "2027-03-12")
        .under("Epic")
        .feature("", "Two", "2027-03-15", "2027-03-26")
        .under("Epic")
        .feature("", "After", "2027-03-08", "2027-03-12")
        .link_by("Epic", "After", DependencyKind::StartToStart, 0)
        .build();
    let lane = vec![milepost_plan::AspectValue::Parent(None)];
    let out = Operation::MoveItems { ids: vec![item_id(&plan, "One")], days: 1, lane };
    assert_eq!(first(&after(&plan, &out), "After"), "2027-03-15");
}

#[test]
fn a_circle_by_way_of_epics_is_refused_in_words() {
    let plan = between()
        .item(ItemKind::Epic, "Other")
        .feature("", "Three", "2027-05-03", "2027-05-07")
        .under("Other")
        .build();
    let refused = refusal(&plan, &link(&plan, "After", "One"));
    assert_eq!(refused, around(&["After", "One", "Epic", "After"]));
    assert_eq!(
        refused.to_string(),
        "that would be a circle, since an epic begins and ends with what it holds: After → One → Epic → After"
    );
    assert_eq!(refusal(&plan, &link(&plan, "Two", "Before")), around(&["Two", "Before", "Epic", "Two"]));
    let crossed = after(&plan, &link(&plan, "Two", "Three"));
    let back = Operation::Batch {
        label: "Link".to_owned(),
        operations: vec![Operation::Unlink { id: id(900) }, link(&plan, "Three", "Two")],
    };
    after(&crossed, &back);
    let mut both = link(&plan, "Other", "Epic");
    if let Operation::Link { dependency } = &mut both {
        dependency.id = id(901);
    }
    assert_eq!(refusal(&crossed, &both), around(&["Other", "Epic", "Two", "Three", "Other"]));
}

#[test]
fn nothing_is_put_into_an_epic_that_it_holds_up_and_waits_for() {
    let plan = pushing()
        .item(ItemKind::Epic, "Epic")
        .feature("", "Held", "2027-03-01", "2027-03-05")
        .under("Epic")
        .feature("", "Between", "2027-03-08", "2027-03-12")
        .feature("", "Last", "2027-03-15", "2027-03-19")
        .link("Epic", "Between")
        .link("Between", "Last")
        .feature("", "First", "2027-01-04", "2027-01-08")
        .feature("", "Second", "2027-01-11", "2027-01-15")
        .link("First", "Second")
        .link("Second", "Epic")
        .item(ItemKind::UserStory, "Story")
        .under("Between")
        .link("Last", "Story")
        .build();
    let put = |title: &str| Operation::EditItems {
        ids: vec![item_id(&plan, title)],
        edit: ItemEdit::Parent(Some(item_id(&plan, "Epic"))),
    };
    assert_eq!(refusal(&plan, &put("Last")), around(&["Epic", "Between", "Last", "Epic"]));
    assert_eq!(refusal(&plan, &put("First")), around(&["First", "Second", "Epic", "First"]));
    let epic =
        Operation::EditItems { ids: vec![item_id(&plan, "Between")], edit: ItemEdit::Kind(ItemKind::Epic) };
    assert_eq!(refusal(&plan, &epic), around(&["Between", "Last", "Story", "Between"]));
}

#[test]
fn a_circle_by_way_of_epics_in_an_old_plan_opens_and_stops_a_push() {
    let sound = between().build();
    let mut plan = sound.clone();
    let row = milepost_plan::Dependency {
        id: id(900),
        predecessor: item_id(&plan, "After"),
        successor: item_id(&plan, "One"),
        kind: DependencyKind::FinishToStart,
        lag_days: 0,
    };
    let change = milepost_plan::Dependency::change(Diff { before: None, after: Some(row.clone()) });
    plan.accept(&ChangeSet { changes: vec![change] });
    assert_eq!(milepost_plan::check_plan(&plan), []);
    let pushed = moved(&plan, "Before", 7);
    assert_eq!(first(&pushed, "After"), "2027-04-05");
    let conflicts: Vec<_> = pushed.conflicts().into_iter().map(|conflict| conflict.dependency).collect();
    assert_eq!(conflicts, [row.id], "what cannot be mended stays red");
}

#[test]
fn sums_of_epics_follow_every_change_of_what_they_hold() {
    let plan = between().build();
    let changes = [
        Operation::DeleteItems { ids: vec![item_id(&plan, "Two")] },
        Operation::EditItems { ids: vec![item_id(&plan, "One")], edit: ItemEdit::Parent(None) },
        Operation::EditItems { ids: vec![item_id(&plan, "Two")], edit: ItemEdit::Status(Status::Dropped) },
        Operation::DeleteItems { ids: vec![item_id(&plan, "Epic")] },
    ];
    for operation in changes {
        let change_set = operation.change(&plan).unwrap_or_default();
        let mut changed = plan.clone();
        changed.accept(&change_set);
        let items = changed.items().iter().map(|row| (row.id, changed.span_of(row)));
        let Some((_, days)) = items.clone().find(|(row, _)| *row == item_id(&plan, "Epic")) else {
            assert!(matches!(operation, Operation::DeleteItems { .. }));
            continue;
        };
        let held = changed.children(item_id(&plan, "Epic")).filter(|held| held.status != Status::Dropped);
        let spans = held.filter_map(|held| held.schedule.span());
        assert_eq!(days, spans.reduce(milepost_plan::Span::union), "{operation:?}");
        changed.accept(&change_set.reversed());
        assert!(changed == plan, "{operation:?}");
    }
}

#[test]
fn a_push_changes_each_row_once_and_is_undone_whole() {
    let plan = between().build();
    let operation = Operation::MoveItems { ids: vec![item_id(&plan, "Before")], days: 7, lane: vec![] };
    let changes = operation.change(&plan).unwrap_or_default();
    let ids = changes.changes.iter().filter_map(|change| match change {
        Change::Item(diff) => diff.after.as_ref().map(Row::id),
        _ => None,
    });
    assert_eq!(ids.count(), 4, "the epic's own row has no days to change");
    let mut undone = after(&plan, &operation);
    undone.accept(&changes.reversed());
    assert!(undone == plan);
}
