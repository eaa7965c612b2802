//! What the plan looks up about needs and feedback is what a walk over all of its rows finds.

use milepost_plan::{Feedback, FeedbackId, FeedbackStatus, Operation, Plan, Row, Status, WorkItem};
use proptest::prelude::*;

use crate::steps::{Step, merges, steps};
use crate::{run, start};

/// Whether a feedback is to be answered, by a walk over all items.
fn is_due(plan: &Plan, feedback: &Feedback) -> bool {
    let is_awaited = |item: &&WorkItem| {
        let serves = |need| item.needs.iter().any(|served| served.need == need);
        item.status != Status::Dropped
            && (feedback.items.contains(&item.id) || feedback.needs.iter().copied().any(serves))
    };
    let awaited: Vec<&WorkItem> = plan.items().iter().filter(is_awaited).collect();
    let is_closed = matches!(feedback.status, FeedbackStatus::Answered | FeedbackStatus::Declined);
    !is_closed
        && feedback.duplicate_of.is_none()
        && !awaited.is_empty()
        && awaited.iter().all(|item| item.status == Status::Done)
}

/// The ids of the rows that are so.
fn ids<'p, R: Row + 'p>(rows: impl IntoIterator<Item = &'p R>, is_so: impl Fn(&R) -> bool) -> Vec<R::Id> {
    rows.into_iter().filter(|row| is_so(row)).map(Row::id).collect()
}

fn found<'p, R: Row + 'p>(rows: impl Iterator<Item = &'p R>) -> Vec<R::Id> {
    rows.map(Row::id).collect()
}

fn all_votes(plan: &Plan) -> u64 {
    plan.feedback().iter().map(|feedback| u64::from(feedback.votes)).sum()
}

proptest! {
    #[test]
    fn to_be_answered_is_what_all_is_done_for(steps in steps(30)) {
        let mut plan = start();
        for (number, step) in (0_u32..).zip(&steps) {
            let Ok(change_set) = step.on(&plan, number).change(&plan) else { continue };
            plan.accept(&change_set);
            let due: Vec<FeedbackId> = ids(plan.feedback(), |feedback| is_due(&plan, feedback));
            prop_assert_eq!(found(plan.feedback_to_answer()), due, "after {:?}", step);
        }
    }

    #[test]
    fn who_refers_to_what_is_looked_up(steps in steps(30)) {
        let plan = run(&start(), &steps).end;
        for customer in plan.customers() {
            let id = customer.id;
            let of = ids(plan.needs(), |need| need.customers.iter().any(|row| row.customer == id));
            prop_assert_eq!(found(plan.needs_of_customer(id)), of);
            let of = ids(plan.feedback(), |feedback| feedback.customer == Some(id));
            prop_assert_eq!(found(plan.feedback_of_customer(id)), of);
        }
        for need in plan.needs() {
            let id = need.id;
            let of = ids(plan.items(), |item| item.needs.iter().any(|served| served.need == id));
            prop_assert_eq!(found(plan.items_of_need(id)), of);
            let of = ids(plan.feedback(), |feedback| feedback.needs.contains(&id));
            prop_assert_eq!(found(plan.feedback_of_need(id)), of);
        }
        for goal in plan.goals() {
            let of = ids(plan.items(), |item| item.goals.contains(&goal.id));
            prop_assert_eq!(found(plan.items_of_goal(goal.id)), of);
        }
        for item in plan.items() {
            let of = ids(plan.feedback(), |feedback| feedback.items.contains(&item.id));
            prop_assert_eq!(found(plan.feedback_of_item(item.id)), of);
        }
        for original in plan.feedback() {
            let of = ids(plan.feedback(), |feedback| feedback.duplicate_of == Some(original.id));
            prop_assert_eq!(found(plan.duplicates_of(original.id)), of);
            if !original.key.is_empty() {
                prop_assert_eq!(plan.feedback_by_key(&original.key), Some(original));
            }
        }
    }

    #[test]
    fn an_open_feedback_with_links_stands_where_they_put_it(steps in steps(30)) {
        let plan = run(&start(), &steps).end;
        for feedback in plan.feedback() {
            let by_links = match (feedback.items.is_empty(), feedback.needs.is_empty()) {
                (false, _) => FeedbackStatus::Planned,
                (true, false) => FeedbackStatus::Linked,
                (true, true) => continue,
            };
            let closed = [FeedbackStatus::Answered, FeedbackStatus::Declined];
            prop_assert!(feedback.status == by_links || closed.contains(&feedback.status), "{feedback:?}");
            prop_assert!(feedback.reason.is_empty() || feedback.status == FeedbackStatus::Declined);
        }
    }

    /// Each vote counts once, for the one that stands for it, whatever is merged and split.
    #[test]
    fn votes_add_up_on_merging_and_splitting(steps in steps(20), merges in merges(20)) {
        let mut plan = run(&start(), &steps).end;
        for step in merges {
            let operation = Step::Served(step).on(&plan, 0);
            let Ok(change_set) = operation.change(&plan) else { continue };
            let before = all_votes(&plan);
            plan.accept(&change_set);
            if !matches!(operation, Operation::EditFeedback { .. }) {
                prop_assert_eq!(all_votes(&plan), before);
            }
            let originals = plan.feedback().iter().filter(|feedback| feedback.duplicate_of.is_none());
            prop_assert_eq!(originals.map(|feedback| plan.votes_of(feedback)).sum::<u64>(), all_votes(&plan));
            if let (Operation::SplitFeedback { id: split }, false) = (&operation, change_set.is_empty()) {
                let split = plan.feedback().get(*split);
                prop_assert!(split.is_some_and(|feedback| plan.votes_of(feedback) == u64::from(feedback.votes)));
            }
        }
    }
}
