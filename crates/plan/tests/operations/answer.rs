//! What is written back to those who said something.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use milepost_plan::{
    CustomerId, FeedbackEdit, FeedbackId, FeedbackStatus, Fulfilment, ItemEdit, NeedId, NewFeedback, NewNeed,
    Operation, Plan, Status,
};
use milepost_testkit::{PlanBuilder, day, id, item};

use crate::after;

const NEED: u32 = 1;

/// Templates until 12 June 2026 and alerts until 12 February 2027, a need that alerts serve, and what Ada said.
fn plan() -> Plan {
    let need = NewNeed::new(id(NEED), "Start with a template");
    let plan = PlanBuilder::new("Northwind")
        .feature("", "Report templates", "2026-05-04", "2026-06-12")
        .feature("", "Alerts", "2027-02-01", "2027-02-12")
        .operation(&Operation::AddNeed { need })
        .build();
    let alerts = item(&plan, "Alerts").id;
    let edit = ItemEdit::Need { need: id(NEED), fulfilment: Some(Fulfilment::Fully) };
    let plan = after(&plan, &Operation::EditItems { ids: vec![alerts], edit });
    said(&plan, 1, "2026-03-03", "Ada", "We start from a blank page every time")
}

fn said(plan: &Plan, number: u32, on: &str, source: &str, text: &str) -> Plan {
    let feedback = NewFeedback { source: source.to_owned(), ..NewFeedback::new(id(number), day(on), text) };
    after(plan, &Operation::AddFeedback { feedback })
}

fn edited(plan: &Plan, edit: FeedbackEdit) -> Plan {
    after(plan, &Operation::EditFeedback { ids: vec![id(1)], edit })
}

fn done(plan: &Plan, title: &str) -> Plan {
    let edit = ItemEdit::Status(Status::Done);
    after(plan, &Operation::EditItems { ids: vec![item(plan, title).id], edit })
}

fn answer(plan: &Plan) -> String {
    let feedback = plan.feedback().get(id(1)).unwrap();
    plan.answer(feedback, day("2026-11-23"))
}

fn outcome(plan: &Plan) -> String {
    answer(plan).rsplit("\n\n").next().unwrap_or_default().to_owned()
}

#[test]
fn it_quotes_what_was_said_and_tells_what_is_done_since_when() {
    let plan = plan();
    let templates = item(&plan, "Report templates").id;
    let plan = edited(&done(&plan, "Report templates"), FeedbackEdit::Item { item: templates, linked: true });
    assert!(plan.is_to_be_answered(id(1)));
    assert_eq!(
        answer(&plan),
        "Hello Ada,\n\nOn 3 March you told us: “We start from a blank page every time”.\n\nIt is done: Report templates (since 12 June)."
    );
}

#[test]
fn it_tells_what_came_of_it_whatever_that_is() {
    let plan = plan();
    assert_eq!(outcome(&plan), "We have noted it, and will tell you what comes of it.");
    let linked = edited(&plan, FeedbackEdit::Need { need: id::<NeedId>(NEED), linked: true });
    assert_eq!(outcome(&linked), "It is planned: Alerts (by 12 February 2027).");
    let templates = item(&plan, "Report templates").id;
    let both = edited(&linked, FeedbackEdit::Item { item: templates, linked: true });
    assert_eq!(
        outcome(&done(&both, "Report templates")),
        "Done so far: Report templates (since 12 June). Still to come: Alerts (by 12 February 2027)."
    );
    let early = done(&done(&both, "Report templates"), "Alerts");
    assert_eq!(
        outcome(&early),
        "It is done: Report templates (since 12 June) and Alerts.",
        "it was done early"
    );
    assert_eq!(
        outcome(&edited(&plan, FeedbackEdit::Decline("too rare".to_owned()))),
        "We have decided against it: too rare."
    );
    assert_eq!(
        outcome(&edited(&plan, FeedbackEdit::Status(FeedbackStatus::Declined))),
        "We have decided against it."
    );
}

#[test]
fn everybody_who_said_the_same_is_greeted_once() {
    let plan = said(&plan(), 2, "2025-12-30", "Ben", "Templates!");
    let plan = said(&plan, 3, "2026-04-01", "Ada", "Still blank");
    let plan = said(&plan, 4, "2026-04-02", "", "Somebody at the fair asked for templates");
    let merge = Operation::MergeFeedback { ids: vec![id(2), id(3), id(4)], into: id(1) };
    let told = answer(&after(&plan, &merge));
    assert!(
        told.starts_with("Hello Ben and Ada,\n\nBetween 30 December 2025 and 2 April you told us: “We start"),
        "{told}"
    );
}

#[test]
fn a_long_text_is_quoted_as_far_as_one_recognises_it() {
    let long = format!("It is\ntoo slow. {}", "Every report takes minutes, and then it fails. ".repeat(40));
    let plan = edited(&plan(), FeedbackEdit::Text(long));
    let told = answer(&edited(&plan, FeedbackEdit::Source(String::new())));
    assert!(told.starts_with("Hello,\n\nOn 3 March you told us: “It is too slow. Every report"), "{told}");
    assert!(told.contains("…”\n\n") && told.chars().count() < 400, "{told}");
    let question = edited(&plan, FeedbackEdit::Text("When do templates come?".to_owned()));
    assert!(answer(&question).contains("“When do templates come?”\n\n"));
}

#[test]
fn what_is_touched_by_a_change_is_what_may_stand_otherwise() {
    let plan = said(&plan(), 2, "2026-04-01", "Ben", "Templates!");
    let linked = edited(&plan, FeedbackEdit::Need { need: id::<NeedId>(NEED), linked: true });
    let touched = |plan: &Plan, operation: &Operation| {
        let changes = operation.change(plan).unwrap();
        let mut changed = plan.clone();
        changed.accept(&changes);
        changed.feedback_touched_by(&changes.changes).into_iter().collect::<Vec<FeedbackId>>()
    };
    let status = |status| {
        let ids = vec![item(&linked, "Alerts").id];
        Operation::EditItems { ids, edit: ItemEdit::Status(status) }
    };
    assert_eq!(touched(&linked, &status(Status::Done)), [id(1)]);
    let rename = ItemEdit::Title("Warnings".to_owned());
    let rename = Operation::EditItems { ids: vec![item(&linked, "Alerts").id], edit: rename };
    assert_eq!(touched(&linked, &rename), []);
    let merge = Operation::MergeFeedback { ids: vec![id(2)], into: id(1) };
    assert_eq!(touched(&linked, &merge), [id(1), id(2)]);
    let merged = after(&linked, &merge);
    assert_eq!(
        touched(&merged, &Operation::SplitFeedback { id: id(2) }),
        [id(1), id(2)],
        "the votes are counted anew"
    );
    let customer =
        Operation::EditFeedback { ids: vec![id(2)], edit: FeedbackEdit::Customer(None::<CustomerId>) };
    assert_eq!(touched(&merged, &customer), [], "nothing changes");
}
