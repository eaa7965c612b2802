//! Operations as JSON: the form in which front ends and saved scripts send them.

use milepost_plan::{
    AspectValue, CustomerEdit, CustomerKind, DependencyEdit, DependencyKind, Edge, FeedbackEdit,
    FeedbackStatus, Fulfilment, GoalEdit, Horizon, Importance, ImportedMoney, ItemEdit, ItemKind,
    MilestoneEdit, NeedCustomer, NeedEdit, NewCustomer, NewDependency, NewFeedback, NewGoal, NewItem,
    NewMilestone, NewNeed, NewTheme, NewView, Operation, PlanSettings, Schedule, ThemeEdit, ViewEdit,
    ViewSettings,
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
            view: Box::new(NewView { id: id(1), name: name(), settings: settings.clone(), range: None }),
        },
        Operation::EditView { id: id(1), edit: ViewEdit::Settings(Box::new(settings)) },
        Operation::DeleteView { id: id(1) },
    ]
}

/// One of each operation on customers, needs, goals and feedback.
fn every_operation_on_needs() -> Vec<Operation> {
    let name = || "Name".to_owned();
    let (unit, note) = ("seats".to_owned(), String::new());
    let customer = NewCustomer { id: id(1), name: name(), kind: CustomerKind::System, size: 9, unit, note };
    let (measure, target) = (name(), "80 %".to_owned());
    let goal = NewGoal { id: id(1), title: name(), measure, target, by: Some(day("2027-06-30")) };
    let mut need = NewNeed::new(id(1), "Read");
    need.customers = vec![NeedCustomer { customer: id(1), importance: Importance::Critical }];
    let mut feedback = NewFeedback::new(id(1), day("2026-11-20"), "Said");
    (feedback.status, feedback.votes) = (FeedbackStatus::Declined, 0);
    let importance = NeedEdit::Importance { customer: id(1), importance: None };
    vec![
        Operation::AddCustomer { customer },
        Operation::EditCustomer { id: id(1), edit: CustomerEdit::Kind(CustomerKind::Person) },
        Operation::ReorderCustomer { id: id(1), before: None },
        Operation::DeleteCustomer { id: id(1) },
        Operation::AddGoal { goal },
        Operation::EditGoal { id: id(1), edit: GoalEdit::By(None) },
        Operation::ReorderGoal { id: id(1), before: Some(id(2)) },
        Operation::DeleteGoal { id: id(1) },
        Operation::AddNeed { need },
        Operation::EditNeeds { ids: vec![id(1)], edit: importance },
        Operation::DeleteNeeds { ids: vec![id(1)] },
        Operation::AddFeedback { feedback },
        Operation::EditFeedback { ids: vec![id(1)], edit: FeedbackEdit::Decline("No".to_owned()) },
        Operation::MergeFeedback { ids: vec![id(2)], into: id(1) },
        Operation::SplitFeedback { id: id(2) },
        Operation::DeleteFeedback { ids: vec![id(1)] },
    ]
}

#[test]
fn every_operation_survives_json_alone_and_with_others() {
    let operations = [every_operation(), every_operation_on_needs()].concat();
    for operation in &operations {
        let text = serde_json::to_string(operation).unwrap();
        assert_eq!(serde_json::from_str::<Operation>(&text).unwrap(), *operation, "{text}");
    }
    let (label, money) = ("All".to_owned(), ImportedMoney { currency: "EUR".to_owned(), mapping: None });
    let batch = Operation::Batch { label: label.clone(), operations: operations.clone() };
    for all in [batch, Operation::Import { label, operations, money: Some(money) }] {
        let value = serde_json::to_value(&all).unwrap();
        assert_eq!(serde_json::from_value::<Operation>(value).unwrap(), all);
    }
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
        ItemEdit::Need { need: id(1), fulfilment: Some(Fulfilment::Partly) },
        ItemEdit::Goal { goal: id(1), serves: true },
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
fn the_words_about_needs_are_those_that_front_ends_send() {
    let one = "01900000-0000-7000-8000-000000000001";
    let edit = NeedEdit::Importance { customer: id(1), importance: Some(Importance::High) };
    let sent = json!({ "operation": "edit_needs", "ids": [one],
        "edit": { "field": "importance", "value": { "customer": one, "importance": "high" } } });
    assert_eq!(serde_json::to_value(Operation::EditNeeds { ids: vec![id(1)], edit }).unwrap(), sent);
    let edit = FeedbackEdit::Need { need: id(1), linked: true };
    let sent = json!({ "operation": "edit_feedback", "ids": [one],
        "edit": { "field": "need", "value": { "need": one, "linked": true } } });
    assert_eq!(serde_json::to_value(Operation::EditFeedback { ids: vec![id(1)], edit }).unwrap(), sent);
    let sent = json!({ "operation": "edit_needs", "ids": [one],
        "edit": { "field": "importance", "value": { "customer": one, "importance": "vital" } } });
    assert!(serde_json::from_value::<Operation>(sent).is_err());
}

#[test]
fn what_is_left_out_of_a_new_feedback_is_empty_but_for_one_vote() {
    let sent = json!({
        "operation": "add_feedback",
        "feedback": { "id": "01900000-0000-7000-8000-000000000001", "day": "2026-11-20", "text": "Said" },
    });
    let feedback = NewFeedback::new(id(1), day("2026-11-20"), "Said");
    assert_eq!(serde_json::from_value::<Operation>(sent).unwrap(), Operation::AddFeedback { feedback });
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
