use milepost_plan::{
    CustomerId, Feedback, FeedbackEdit, FeedbackId, FeedbackStatus, Id, ItemId, NeedId, NewFeedback,
    Operation, Plan, RuleViolation,
};
use milepost_testkit::{day, feedback, id};

use crate::{after, changes_nothing, nth, refusal, served};

fn new(text: &str) -> NewFeedback {
    NewFeedback::new(id(100), day("2026-11-20"), text)
}

fn add(feedback: NewFeedback) -> Operation {
    Operation::AddFeedback { feedback }
}

fn edit(edit: FeedbackEdit) -> Operation {
    Operation::EditFeedback { ids: vec![id(2)], edit }
}

fn on_need(need: u32, linked: bool) -> Operation {
    edit(FeedbackEdit::Need { need: id(need), linked })
}

fn on_item(item: u32, linked: bool) -> Operation {
    edit(FeedbackEdit::Item { item: id(item), linked })
}

/// The feedback that [`edit`] is about.
fn edited(plan: &Plan) -> &Feedback {
    nth(plan, 2)
}

fn missing(word: &'static str, id: impl Id) -> RuleViolation {
    RuleViolation::Missing { word, id: id.uuid() }
}

#[test]
fn a_new_feedback_has_one_vote_and_its_texts_trimmed() {
    let mut feedback = new("Two\r\nlines \n");
    feedback.source = " Ada\tLovelace ".to_owned();
    feedback.channel = "portal\n".to_owned();
    feedback.key = " F-9 ".to_owned();
    feedback.reason = "no reason".to_owned();
    let plan = after(&served(), &add(feedback));
    let row = plan.feedback_by_key("F-9").unwrap();
    assert_eq!((row.text.as_str(), row.source.as_str()), ("Two\nlines", "Ada Lovelace"));
    assert_eq!((row.channel.as_str(), row.reason.as_str(), row.votes), ("portal", "", 1));
    assert_eq!((row.status, row.duplicate_of), (FeedbackStatus::New, None));
}

#[test]
fn a_new_feedback_stands_where_its_links_put_it_unless_it_is_closed() {
    let with = |needs: &[u32], items: &[u32], status| {
        let mut feedback = new("New");
        feedback.needs = needs.iter().copied().map(id).collect();
        feedback.items = items.iter().copied().map(id).collect();
        feedback.status = status;
        let plan = after(&served(), &add(feedback));
        nth::<Feedback>(&plan, 100).clone()
    };
    assert_eq!(with(&[], &[], FeedbackStatus::Planned).status, FeedbackStatus::Planned);
    assert_eq!(with(&[2, 1, 2], &[], FeedbackStatus::Planned).needs, [id(1), id(2)]);
    assert_eq!(with(&[1], &[], FeedbackStatus::Planned).status, FeedbackStatus::Linked);
    assert_eq!(with(&[1], &[3, 1], FeedbackStatus::New).status, FeedbackStatus::Planned);
    assert_eq!(with(&[1], &[1], FeedbackStatus::Answered).status, FeedbackStatus::Answered);
}

#[test]
fn a_feedback_without_a_text_with_too_many_votes_or_on_no_day_is_refused() {
    let refused = |change: fn(&mut NewFeedback)| {
        let mut feedback = new("New");
        change(&mut feedback);
        refusal(&served(), &add(feedback))
    };
    let empty = refused(|feedback| feedback.text = "\n\u{200b}".to_owned());
    assert_eq!(empty, RuleViolation::EmptyText { word: "feedback" });
    assert_eq!(empty.to_string(), "feedback needs a text");
    let (field, value) = ("the number of votes", 1_000_000_001);
    let many = RuleViolation::NumberOutOfRange { field, value, low: 0, high: 1_000_000_000 };
    assert_eq!(refused(|feedback| feedback.votes = 1_000_000_001), many);
    let early = refused(|feedback| feedback.day = day("1900-01-01").plus(-1));
    assert!(matches!(early, RuleViolation::DayOutOfRange { .. }), "{early}");
    let stranger = refused(|feedback| feedback.customer = Some(id(99)));
    assert_eq!(stranger, missing("customer", id::<CustomerId>(99)));
    assert_eq!(refused(|feedback| feedback.needs = vec![id(99)]), missing("need", id::<NeedId>(99)));
    assert_eq!(refused(|feedback| feedback.items = vec![id(99)]), missing("work item", id::<ItemId>(99)));
    let taken = RuleViolation::IdTaken { word: "feedback", id: id::<FeedbackId>(1).uuid() };
    assert_eq!(refused(|feedback| feedback.id = id(1)), taken);
}

#[test]
fn a_key_names_one_feedback() {
    let plan = after(&served(), &edit(FeedbackEdit::Key("F-1".to_owned())));
    let mut again = new("Again");
    again.key = " F-1".to_owned();
    let taken = RuleViolation::KeyTaken { key: "F-1".to_owned(), title: "Far too late".to_owned() };
    assert_eq!(refusal(&plan, &add(again.clone())), taken);
    let plan = after(&plan, &edit(FeedbackEdit::Key(String::new())));
    assert_eq!(plan.feedback_by_key("F-1"), None);
    assert_eq!(after(&plan, &add(again)).feedback_by_key("F-1").unwrap().text, "Again");
}

#[test]
fn the_fields_of_a_remark_are_edited_alone() {
    let plan = after(&served(), &edit(FeedbackEdit::Day(day("2026-01-31"))));
    let plan = after(&plan, &edit(FeedbackEdit::Source("Ada".to_owned())));
    let plan = after(&plan, &edit(FeedbackEdit::Customer(Some(id(2)))));
    let plan = after(&plan, &edit(FeedbackEdit::Channel("survey".to_owned())));
    let plan = after(&plan, &edit(FeedbackEdit::Text("Too early".to_owned())));
    let plan = after(&plan, &edit(FeedbackEdit::Votes(0)));
    let row = feedback(&plan, "Too early");
    assert_eq!((row.day, row.customer), (day("2026-01-31"), Some(id(2))));
    assert_eq!((row.source.as_str(), row.channel.as_str(), row.votes), ("Ada", "survey", 0));
    assert_eq!(plan.feedback_of_customer(id(2)).count(), 1);
    let several = Operation::EditFeedback { ids: vec![id(1), id(3)], edit: FeedbackEdit::Customer(None) };
    assert_eq!(several.label(&plan), "Edit 2 pieces of feedback");
    let unsaid = edit(FeedbackEdit::Text(" ".to_owned()));
    assert_eq!(refusal(&plan, &unsaid), RuleViolation::EmptyText { word: "feedback" });
}

#[test]
fn the_status_follows_the_links_while_it_is_open() {
    let status = |plan: &Plan| edited(plan).status;
    let plan = after(&served(), &on_need(1, true));
    assert_eq!(status(&plan), FeedbackStatus::Linked);
    let plan = after(&plan, &on_item(2, true));
    assert_eq!(status(&plan), FeedbackStatus::Planned);
    assert!(changes_nothing(&plan, &on_item(2, true)));
    let plan = after(&plan, &on_need(1, false));
    assert_eq!(status(&plan), FeedbackStatus::Planned);
    let unplanned = after(&plan, &Operation::DeleteItems { ids: vec![id(2)] });
    assert_eq!(status(&unplanned), FeedbackStatus::New);
    let answered = after(&plan, &edit(FeedbackEdit::Status(FeedbackStatus::Answered)));
    let unlinked = after(&answered, &on_item(2, false));
    assert_eq!(status(&unlinked), FeedbackStatus::Answered);
    let deleted = after(&answered, &Operation::DeleteItems { ids: vec![id(2)] });
    assert_eq!(status(&deleted), FeedbackStatus::Answered);
}

#[test]
fn a_reopened_feedback_stands_where_its_links_put_it() {
    let plan = after(&after(&served(), &on_need(1, true)), &on_item(2, true));
    let plan = after(&plan, &edit(FeedbackEdit::Decline("Not now".to_owned())));
    let plan = after(&plan, &edit(FeedbackEdit::Status(FeedbackStatus::New)));
    assert_eq!((edited(&plan).status, edited(&plan).reason.as_str()), (FeedbackStatus::Planned, ""));
    let plan = after(&after(&plan, &on_item(2, false)), &on_need(1, false));
    let by_hand = after(&plan, &edit(FeedbackEdit::Status(FeedbackStatus::Linked)));
    assert_eq!(edited(&by_hand).status, FeedbackStatus::Linked);
    assert!(changes_nothing(&by_hand, &on_need(1, false)), "what was not linked cannot be unlinked");
}

#[test]
fn a_reason_is_kept_as_long_as_it_is_declined() {
    let plan = after(&served(), &edit(FeedbackEdit::Decline(" Nobody else asks \n".to_owned())));
    assert_eq!(edited(&plan).reason, " Nobody else asks");
    assert!(changes_nothing(&plan, &edit(FeedbackEdit::Status(FeedbackStatus::Declined))));
    let plan = after(&plan, &edit(FeedbackEdit::Status(FeedbackStatus::Answered)));
    assert_eq!((edited(&plan).status, edited(&plan).reason.as_str()), (FeedbackStatus::Answered, ""));
}

#[test]
fn what_is_linked_to_something_gone_is_refused() {
    let plan = served();
    assert_eq!(refusal(&plan, &on_need(99, true)), missing("need", id::<NeedId>(99)));
    assert_eq!(refusal(&plan, &on_item(99, true)), missing("work item", id::<ItemId>(99)));
    let gone = missing("feedback", id::<FeedbackId>(99));
    for operation in [
        Operation::EditFeedback { ids: vec![id(1), id(99)], edit: FeedbackEdit::Votes(1) },
        Operation::DeleteFeedback { ids: vec![id(1), id(99)] },
        Operation::SplitFeedback { id: id(99) },
    ] {
        assert_eq!(refusal(&plan, &operation), gone, "{operation:?}");
    }
    assert_eq!(gone.to_string(), "this feedback is no longer in the plan");
}
