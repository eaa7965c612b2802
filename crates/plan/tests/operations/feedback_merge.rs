use milepost_plan::{
    Feedback, FeedbackEdit, FeedbackId, FeedbackStatus, Id, NewFeedback, Operation, Plan, RuleViolation,
};
use milepost_testkit::{day, feedback, id};

use crate::{after, changes_nothing, nth, refusal, served};

fn merge(ids: &[u32], into: u32) -> Operation {
    Operation::MergeFeedback { ids: ids.iter().copied().map(id).collect(), into: id(into) }
}

fn split(which: u32) -> Operation {
    Operation::SplitFeedback { id: id(which) }
}

fn delete(ids: &[u32]) -> Operation {
    Operation::DeleteFeedback { ids: ids.iter().copied().map(id).collect() }
}

fn edit(which: u32, edit: FeedbackEdit) -> Operation {
    Operation::EditFeedback { ids: vec![id(which)], edit }
}

/// The plan with 2, 3 and 4 votes, and a fourth remark of one that speaks of nothing.
fn voted() -> Plan {
    let fourth = NewFeedback::new(id(4), day("2026-11-05"), "Too late again");
    [2, 3, 4]
        .into_iter()
        .zip(1..)
        .map(|(votes, which)| edit(which, FeedbackEdit::Votes(votes)))
        .chain([Operation::AddFeedback { feedback: fourth }])
        .fold(served(), |plan, operation| after(&plan, &operation))
}

fn votes(plan: &Plan, which: u32) -> u64 {
    plan.votes_of(nth(plan, which))
}

fn duplicates(plan: &Plan, which: u32) -> Vec<FeedbackId> {
    plan.duplicates_of(id(which)).map(|feedback| feedback.id).collect()
}

#[test]
fn one_stands_for_others_with_their_votes_and_their_links() {
    let plan = after(&voted(), &merge(&[2, 3, 2], 1));
    assert_eq!(votes(&plan, 1), 9);
    assert_eq!(duplicates(&plan, 1), [id(2), id(3)]);
    let row = feedback(&plan, "Too late");
    assert_eq!((row.votes, &row.needs[..], &row.items[..]), (2, &[id(1)][..], &[id(2)][..]));
    assert_eq!(row.status, FeedbackStatus::Planned);
    assert_eq!(feedback(&plan, "Nothing at eight").duplicate_of, Some(id(1)));
    assert!(changes_nothing(&plan, &merge(&[3], 1)));
    assert!(changes_nothing(&plan, &merge(&[], 1)));
}

#[test]
fn what_is_merged_into_a_duplicate_goes_to_the_one_that_stands_for_it() {
    let plan = after(&after(&voted(), &merge(&[2], 1)), &merge(&[3], 2));
    assert_eq!((duplicates(&plan, 1), duplicates(&plan, 2)), (vec![id(2), id(3)], vec![]));
    assert_eq!((votes(&plan, 1), votes(&plan, 2)), (9, 3));
}

#[test]
fn what_stands_for_others_takes_them_along() {
    let plan = after(&after(&voted(), &merge(&[2], 1)), &merge(&[1], 3));
    assert_eq!((duplicates(&plan, 3), duplicates(&plan, 1)), (vec![id(1), id(2)], vec![]));
    assert_eq!(votes(&plan, 3), 9);
    assert_eq!(feedback(&plan, "Nothing at eight").needs, [id(1)]);
}

#[test]
fn a_duplicate_can_be_merged_elsewhere() {
    let plan = after(&after(&voted(), &merge(&[2], 1)), &merge(&[2], 3));
    assert_eq!((duplicates(&plan, 1), duplicates(&plan, 3)), (vec![], vec![id(2)]));
    assert_eq!((votes(&plan, 1), votes(&plan, 3)), (2, 7));
}

#[test]
fn nothing_is_merged_into_itself_or_with_what_is_gone() {
    let plan = after(&voted(), &merge(&[2], 1));
    for itself in [merge(&[1], 1), merge(&[3, 1], 1), merge(&[1], 2)] {
        assert_eq!(refusal(&plan, &itself), RuleViolation::MergedIntoItself, "{itself:?}");
    }
    let gone = RuleViolation::Missing { word: "feedback", id: id::<FeedbackId>(99).uuid() };
    assert_eq!(refusal(&plan, &merge(&[99], 1)), gone);
    assert_eq!(refusal(&plan, &merge(&[1], 99)), gone);
}

#[test]
fn a_split_takes_its_votes_back_and_leaves_the_links() {
    let merged = after(&voted(), &merge(&[2, 3], 1));
    let plan = after(&merged, &split(3));
    assert_eq!((votes(&plan, 1), votes(&plan, 3)), (5, 4));
    assert_eq!(feedback(&plan, "Too late").items, [id(2)]);
    assert_eq!(feedback(&plan, "Nothing at eight").status, FeedbackStatus::Planned);
    assert!(changes_nothing(&plan, &split(3)));
}

#[test]
fn what_comes_of_a_feedback_comes_of_its_duplicates() {
    let plan = after(&voted(), &merge(&[2, 3], 1));
    let status = |plan: &Plan, which: u32| nth::<Feedback>(plan, which).status;
    let answered = after(&plan, &edit(1, FeedbackEdit::Status(FeedbackStatus::Answered)));
    assert_eq!([1, 2, 3].map(|which| status(&answered, which)), [FeedbackStatus::Answered; 3]);
    let declined = after(&plan, &edit(1, FeedbackEdit::Decline("No".to_owned())));
    assert_eq!(feedback(&declined, "Far too late").reason, "No");
    let reopened = after(&declined, &edit(1, FeedbackEdit::Status(FeedbackStatus::New)));
    assert_eq!(
        [1, 2, 3].map(|which| status(&reopened, which)),
        [FeedbackStatus::Planned, FeedbackStatus::New, FeedbackStatus::Planned]
    );
    let told = after(&plan, &edit(2, FeedbackEdit::Status(FeedbackStatus::Answered)));
    assert_eq!([1, 2].map(|which| status(&told, which)), [FeedbackStatus::Planned, FeedbackStatus::Answered]);
}

#[test]
fn what_is_merged_into_a_closed_feedback_is_closed_like_it() {
    let declined = after(&voted(), &edit(1, FeedbackEdit::Decline("No".to_owned())));
    let plan = after(&declined, &merge(&[2, 3], 1));
    let row = feedback(&plan, "Nothing at eight");
    assert_eq!((row.status, row.reason.as_str()), (FeedbackStatus::Declined, "No"));
    assert_eq!(feedback(&plan, "Too late").status, FeedbackStatus::Declined);
    let closed_into_open = after(&declined, &merge(&[1], 4));
    assert_eq!(feedback(&closed_into_open, "Too late again").status, FeedbackStatus::Linked);
    assert_eq!(feedback(&closed_into_open, "Too late").reason, "No");
}

#[test]
fn with_a_feedback_go_its_duplicates() {
    let merged = after(&voted(), &merge(&[2, 3], 1));
    let texts = |plan: &Plan| plan.feedback().iter().map(|row| row.text.clone()).collect::<Vec<_>>();
    assert_eq!(texts(&after(&merged, &delete(&[1]))), ["Too late again"]);
    assert_eq!(texts(&after(&merged, &delete(&[1, 2, 3]))), ["Too late again"]);
    assert_eq!(texts(&after(&merged, &delete(&[3, 1, 3]))), ["Too late again"]);
}

#[test]
fn a_deleted_duplicate_takes_its_votes_with_it() {
    let plan = after(&after(&voted(), &merge(&[2, 3], 1)), &delete(&[3, 3]));
    assert_eq!((votes(&plan, 1), duplicates(&plan, 1)), (5, vec![id(2)]));
    assert_eq!(feedback(&plan, "Too late").items, [id(2)]);
}
