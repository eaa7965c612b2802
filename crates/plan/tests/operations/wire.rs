//! Operations as JSON: the form in which front ends and saved scripts send them.

use milepost_plan::{
    AspectValue, DependencyEdit, DependencyKind, Edge, Horizon, ItemEdit, ItemKind, MilestoneEdit,
    NewDependency, NewItem, NewMilestone, NewTheme, NewView, Operation, PlanSettings, Schedule, ThemeEdit,
    ViewEdit, ViewSettings,
};
use milepost_testkit::{day, id, span};
use serde_json::json;

/// One of each operation.
fn every_operation() -> Vec<Operation> {
    let name = || "Name".to_owned();
    let item = NewItem {
        schedule: span("2027-01-04", "2027-01-15").into(),
        ..NewItem::new(id(2), ItemKind::Bug, "b")
    };
    let dependency = NewDependency {
        id: id(1),
        predecessor: id(1),
        successor: id(2),
        kind: DependencyKind::StartToStart,
        lag_days: -2,
    };
    let lane = vec![AspectValue::Theme(Some(id(1)))];
    let settings = ViewSettings::default();
    vec![
        Operation::EditSettings { settings: PlanSettings::default() },
        Operation::AddTheme { theme: NewTheme { id: id(1), name: name(), hue: None } },
        Operation::EditTheme { id: id(1), edit: ThemeEdit::Hue(3) },
        Operation::ReorderTheme { id: id(1), before: Some(id(2)) },
        Operation::DeleteTheme { id: id(1) },
        Operation::AddItem { item },
        Operation::EditItems { ids: vec![id(1)], edit: ItemEdit::Parent(None) },
        Operation::MoveItems { ids: vec![id(1), id(2)], days: -30, lane },
        Operation::ResizeItems { ids: vec![id(1), id(2)], edge: Edge::End, days: -7 },
        Operation::ReorderItem { id: id(1), before: None },
        Operation::DuplicateItems { ids: vec![id(1)], first_id: id(9) },
        Operation::DeleteItems { ids: vec![id(1)] },
        Operation::AddMilestone {
            milestone: NewMilestone { id: id(1), name: name(), day: day("2027-01-01") },
        },
        Operation::EditMilestone { id: id(1), edit: MilestoneEdit::Day(day("2027-02-28")) },
        Operation::DeleteMilestone { id: id(1) },
        Operation::Link { dependency },
        Operation::EditDependency { id: id(1), edit: DependencyEdit::LagDays(5) },
        Operation::Unlink { id: id(1) },
        Operation::AddView {
            view: NewView { id: id(1), name: name(), settings: settings.clone(), range: None },
        },
        Operation::EditView { id: id(1), edit: ViewEdit::Settings(Box::new(settings)) },
        Operation::DeleteView { id: id(1) },
    ]
}

#[test]
fn every_operation_survives_json_alone_and_in_a_batch() {
    let operations = every_operation();
    for operation in &operations {
        let text = serde_json::to_string(operation).unwrap();
        assert_eq!(serde_json::from_str::<Operation>(&text).unwrap(), *operation, "{text}");
    }
    let batch = Operation::Batch { label: "All".to_owned(), operations };
    let value = serde_json::to_value(&batch).unwrap();
    assert_eq!(serde_json::from_value::<Operation>(value).unwrap(), batch);
}

#[test]
fn every_field_of_an_item_survives_json() {
    let horizon = Schedule::Horizon { horizon: Horizon::Later };
    for edit in [
        ItemEdit::Kind(ItemKind::UserStory),
        ItemEdit::Parent(Some(id(1))),
        ItemEdit::Theme(None),
        ItemEdit::Title("“Ünïcode”\n".to_owned()),
        ItemEdit::Progress(100),
        ItemEdit::Schedule(horizon),
        ItemEdit::Schedule(Schedule::None),
    ] {
        let text = serde_json::to_string(&edit).unwrap();
        assert_eq!(serde_json::from_str::<ItemEdit>(&text).unwrap(), edit, "{text}");
    }
}

#[test]
fn the_words_are_those_that_front_ends_send() {
    let sent = json!({
        "operation": "move_items",
        "ids": ["01900000-0000-7000-8000-000000000001"],
        "days": 30,
        "lane": [{ "field": "theme", "value": null }],
    });
    let lane = vec![AspectValue::Theme(None)];
    let operation = Operation::MoveItems { ids: vec![id(1)], days: 30, lane };
    assert_eq!(serde_json::to_value(&operation).unwrap(), sent);
    let edit = ItemEdit::Schedule(span("2027-01-04", "2027-01-15").into());
    let expected = json!({
        "field": "schedule",
        "value": { "kind": "dated", "first": "2027-01-04", "last": "2027-01-15" },
    });
    assert_eq!(serde_json::to_value(&edit).unwrap(), expected);
}

#[test]
fn what_is_left_out_of_a_new_item_is_empty() {
    let sent = json!({
        "operation": "add_item",
        "item": { "id": "01900000-0000-7000-8000-000000000001", "kind": "user_story", "title": "Story" },
    });
    let item = NewItem::new(id(1), ItemKind::UserStory, "Story");
    assert_eq!(serde_json::from_value::<Operation>(sent).unwrap(), Operation::AddItem { item });
}

#[test]
fn what_is_no_operation_or_no_day_is_refused() {
    for sent in [
        json!({ "operation": "drop_table" }),
        json!({ "operation": "delete_theme", "id": "1" }),
        json!({ "operation": "resize_items", "ids": ["01900000-0000-7000-8000-000000000001"], "edge": "end", "day": "2027-02-29" }),
    ] {
        assert!(serde_json::from_value::<Operation>(sent.clone()).is_err(), "{sent}");
    }
}
