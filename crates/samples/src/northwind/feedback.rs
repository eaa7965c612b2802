//! What the customers of the story have said, and what came of it.

mod remarks;

use milepost_plan::{CustomerId, FeedbackId, FeedbackStatus, ItemId, NeedId, NewFeedback, Operation};

use self::remarks::REMARKS;
use crate::build::{Fault, Named, ids};

/// A feedback as it is written down in [`REMARKS`].
#[derive(Clone, Copy)]
struct Remark {
    day: &'static str,
    source: &'static str,
    customer: &'static str,
    channel: &'static str,
    text: &'static str,
    key: &'static str,
    votes: u32,
    needs: &'static [&'static str],
    items: &'static [&'static str],
    came: Came,
}

/// What came of a remark.
#[derive(Clone, Copy)]
enum Came {
    /// As much as its links say.
    Open,
    Answered,
    Declined(&'static str),
    /// The one with that key stands for it.
    SameAs(&'static str),
}

/// A remark of one voice that nobody has looked at.
const fn said(
    day: &'static str,
    source: &'static str,
    customer: &'static str,
    channel: &'static str,
    text: &'static str,
) -> Remark {
    let (needs, items): (&[&str], &[&str]) = (&[], &[]);
    Remark { day, source, customer, channel, text, key: "", votes: 1, needs, items, came: Came::Open }
}

impl Remark {
    /// As it stands in the portal: under a key, with the votes of others.
    const fn in_portal(mut self, key: &'static str, votes: u32) -> Self {
        self.key = key;
        self.votes = votes;
        self
    }

    const fn on_needs(mut self, needs: &'static [&'static str]) -> Self {
        self.needs = needs;
        self
    }

    const fn on_items(mut self, items: &'static [&'static str]) -> Self {
        self.items = items;
        self
    }

    const fn came(mut self, came: Came) -> Self {
        self.came = came;
        self
    }
}

/// Adds all feedback, then merges what says the same.
pub(super) fn feedback(
    customers: &Named<CustomerId>,
    needs: &Named<NeedId>,
    items: &Named<ItemId>,
) -> Result<Vec<Operation>, Fault> {
    let mut by_key = Named::new("feedback");
    let (mut operations, mut same) = (Vec::new(), Vec::new());
    for (remark, id) in REMARKS.iter().zip(ids::<FeedbackId>(10, 0)) {
        by_key.add(remark.key, id);
        let mut feedback = NewFeedback::new(id, remark.day.parse()?, remark.text);
        remark.source.clone_into(&mut feedback.source);
        remark.channel.clone_into(&mut feedback.channel);
        remark.key.clone_into(&mut feedback.key);
        feedback.votes = remark.votes;
        if !remark.customer.is_empty() {
            feedback.customer = Some(customers.id(remark.customer)?);
        }
        feedback.needs = needs.all(remark.needs)?;
        feedback.items = items.all(remark.items)?;
        match remark.came {
            Came::Open => {}
            Came::Answered => feedback.status = FeedbackStatus::Answered,
            Came::Declined(reason) => {
                feedback.status = FeedbackStatus::Declined;
                reason.clone_into(&mut feedback.reason);
            }
            Came::SameAs(key) => same.push((id, key)),
        }
        operations.push(Operation::AddFeedback { feedback });
    }
    for (id, key) in same {
        operations.push(Operation::MergeFeedback { ids: vec![id], into: by_key.id(key)? });
    }
    Ok(operations)
}
