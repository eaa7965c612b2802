//! Feedback turns up to be answered when all that it waits for is done, and only then.

use milepost_plan::{FeedbackEdit, FeedbackStatus, Fulfilment, ItemEdit, Operation, Plan, Status};
use milepost_testkit::id;

use crate::{after, served};

/// Whether “Far too late” is to be answered.
fn is_due(plan: &Plan) -> bool {
    let due = plan.is_to_be_answered(id(2));
    assert_eq!(due, plan.feedback_to_answer().any(|feedback| feedback.id == id(2)));
    due
}

fn with(plan: &Plan, operations: impl IntoIterator<Item = Operation>) -> Plan {
    operations.into_iter().fold(plan.clone(), |plan, operation| after(&plan, &operation))
}

fn status(item: u32, status: Status) -> Operation {
    Operation::EditItems { ids: vec![id(item)], edit: ItemEdit::Status(status) }
}

fn on_item(item: u32, linked: bool) -> Operation {
    edit(FeedbackEdit::Item { item: id(item), linked })
}

fn on_need(need: u32, linked: bool) -> Operation {
    edit(FeedbackEdit::Need { need: id(need), linked })
}

fn edit(edit: FeedbackEdit) -> Operation {
    Operation::EditFeedback { ids: vec![id(2)], edit }
}

fn serves(item: u32, need: u32, fulfilment: Option<Fulfilment>) -> Operation {
    Operation::EditItems { ids: vec![id(item)], edit: ItemEdit::Need { need: id(need), fulfilment } }
}

#[test]
fn it_is_due_when_the_last_of_its_items_is_done() {
    let plan = with(&served(), [on_item(1, true), on_item(2, true), status(1, Status::Done)]);
    assert!(!is_due(&plan));
    let plan = with(&plan, [status(2, Status::Done)]);
    assert!(is_due(&plan));
    assert!(!is_due(&with(&plan, [status(1, Status::InProgress)])));
    assert!(!is_due(&with(&plan, [on_item(3, true)])));
    assert!(is_due(&with(&plan, [on_item(1, false)])));
    assert!(!is_due(&with(&plan, [on_item(1, false), on_item(2, false)])));
}

#[test]
fn nobody_waits_for_what_is_dropped() {
    let plan = with(&served(), [on_item(1, true), on_item(2, true), status(1, Status::Done)]);
    assert!(is_due(&with(&plan, [status(2, Status::Dropped)])));
    assert!(!is_due(&with(&plan, [status(2, Status::Dropped), status(1, Status::Dropped)])));
    assert!(is_due(&with(&plan, [Operation::DeleteItems { ids: vec![id(2)] }])));
    assert!(!is_due(&with(&plan, [Operation::DeleteItems { ids: vec![id(1), id(2)] }])));
}

#[test]
fn it_is_due_when_all_that_serves_its_need_is_done() {
    let plan = with(&served(), [on_need(2, true), status(1, Status::Done)]);
    assert!(!is_due(&plan));
    let done = with(&plan, [status(2, Status::Done)]);
    assert!(is_due(&done));
    assert!(is_due(&with(&plan, [serves(2, 2, None)])));
    assert!(!is_due(&with(&done, [serves(3, 2, Some(Fulfilment::Partly))])));
    assert!(!is_due(&with(&done, [Operation::DeleteNeeds { ids: vec![id(2)] }])));
    assert!(!is_due(&with(&done, [on_need(2, false)])));
    assert!(!is_due(&with(&served(), [on_need(3, true)])), "nothing serves the third need");
}

#[test]
fn who_was_told_or_declined_waits_for_nothing() {
    let plan = with(&served(), [on_item(1, true), status(1, Status::Done)]);
    for closed in [FeedbackEdit::Status(FeedbackStatus::Answered), FeedbackEdit::Decline("No".to_owned())] {
        let plan = with(&plan, [edit(closed)]);
        assert!(!is_due(&plan));
        assert!(is_due(&with(&plan, [edit(FeedbackEdit::Status(FeedbackStatus::New))])));
    }
}

#[test]
fn the_one_that_stands_for_others_is_due_in_their_place() {
    let plan = with(&served(), [on_item(1, true), status(1, Status::Done)]);
    let merged = with(&plan, [Operation::MergeFeedback { ids: vec![id(2)], into: id(1) }]);
    assert!(!is_due(&merged));
    assert!(merged.is_to_be_answered(id(1)), "both of its items are done");
    assert!(is_due(&with(&merged, [Operation::SplitFeedback { id: id(2) }])));
    let deleted = with(&plan, [Operation::DeleteFeedback { ids: vec![id(2)] }]);
    assert_eq!(deleted.feedback_to_answer().map(|feedback| feedback.id).collect::<Vec<_>>(), [id(1)]);
}
