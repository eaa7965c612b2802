//! Made-up feedback: on needs and features, in every state, some of it said twice.

use milepost_plan::{FeedbackId, FeedbackStatus, NewCustomer, NewFeedback, NewItem, NewNeed, Operation};

use super::first_day;
use crate::build::ids;
use crate::northwind::sample_day;
use crate::random::Random;
use crate::titles;

const CHANNELS: [&str; 8] =
    ["portal", "portal", "portal", "e-mail", "interview", "support ticket", "survey", "telephone"];

const REASONS: [&str; 4] = [
    "Nobody else has asked for it.",
    "It would cost more than it saves.",
    "The contract forbids it.",
    "Another product does it well.",
];

/// As many pieces of feedback as that, in the order of their days, every twentieth or so merged into an earlier one.
pub(super) fn feedback(
    random: &mut Random,
    count: usize,
    (customers, needs, items): (&[NewCustomer], &[NewNeed], &[NewItem]),
    salt: u32,
) -> Vec<Operation> {
    let ids: Vec<FeedbackId> = ids(10, salt).take(count).collect();
    let mut operations = Vec::with_capacity(count + count / 20);
    for (number, id) in ids.iter().enumerate() {
        let mut feedback = remark(random, *id, customers);
        feedback.day = day(number, count);
        if random.happens(40) {
            feedback.key = format!("FB-{}", number + 1);
        }
        come(random, &mut feedback, needs, items);
        operations.push(Operation::AddFeedback { feedback });
    }
    operations.extend(merges(random, &ids));
    operations
}

/// The days from the first to the one before [`sample_day`], evenly.
fn day(number: usize, count: usize) -> milepost_plan::Day {
    let days = usize::try_from(sample_day().days_since(first_day())).unwrap_or(1);
    first_day().plus(i32::try_from(number * days / count.max(1)).unwrap_or(0))
}

fn remark(random: &mut Random, id: FeedbackId, customers: &[NewCustomer]) -> NewFeedback {
    let mut feedback = NewFeedback::new(id, first_day(), titles::remark(random));
    feedback.source = titles::person(random);
    feedback.channel = random.one_of(&CHANNELS).to_owned();
    if !customers.is_empty() && random.happens(90) {
        let which = random.below(customers.len()).min(random.below(customers.len()));
        feedback.customer = Some(customers[which].id);
    }
    // Most speak for themselves, few for hundreds.
    let most = 1 << random.below(9).min(random.below(9));
    feedback.votes = u32::try_from(1 + random.below(most)).unwrap_or(1);
    feedback
}

/// What has come of it: a quarter is new, most speaks of a need, much of a feature too, some is closed.
fn come(random: &mut Random, feedback: &mut NewFeedback, needs: &[NewNeed], items: &[NewItem]) {
    let stage = random.below(100);
    if stage >= 25 && !needs.is_empty() {
        let which = random.below(needs.len()).min(random.below(needs.len()));
        feedback.needs.push(needs[which].id);
    }
    if stage >= 60 && !items.is_empty() {
        let which = random.below(items.len()).min(random.below(items.len()));
        feedback.items.push(items[which].id);
    }
    match stage {
        80..=92 => feedback.status = FeedbackStatus::Answered,
        93.. => {
            feedback.status = FeedbackStatus::Declined;
            feedback.reason = random.one_of(&REASONS).to_owned();
        }
        _ => {}
    }
}

/// A duplicate here and there, of one up to two hundred before it.
fn merges(random: &mut Random, ids: &[FeedbackId]) -> Vec<Operation> {
    let mut merges = Vec::new();
    for place in (1..ids.len()).filter(|place| place % 2 == 1) {
        if random.happens(10) {
            // Duplicates have odd places and originals even ones, so that no duplicate has duplicates.
            let back = 2 * random.below(100) + 1;
            let into = ids[place.saturating_sub(back)];
            merges.push(Operation::MergeFeedback { ids: vec![ids[place]], into });
        }
    }
    merges
}
