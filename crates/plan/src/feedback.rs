//! Feedback: what somebody said about the product, and what came of it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::change::{Change, Diff};
use crate::day::Day;
use crate::id::{CustomerId, FeedbackId, ItemId, NeedId};
use crate::item::{Status, WorkItem};
use crate::plan::Plan;

/// One remark by one source on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Feedback {
    /// Identity, for life.
    pub id: FeedbackId,
    /// When it was said.
    pub day: Day,
    /// Who said it, by name; empty if nobody knows.
    pub source: String,
    /// The customer that the source belongs to.
    pub customer: Option<CustomerId>,
    /// The way it came: “e-mail”, “interview”, “portal”.
    pub channel: String,
    /// What was said; never empty.
    pub text: String,
    /// What came of it.
    pub status: FeedbackStatus,
    /// Why it was declined; empty unless it was.
    pub reason: String,
    /// How many said the same, itself included where it counts at all; without those of its duplicates.
    pub votes: u32,
    /// The number or key that it has in another system; empty if none, else unique in the plan.
    pub key: String,
    /// The feedback that says the same and stands for it.
    pub duplicate_of: Option<FeedbackId>,
    /// The needs that it speaks of, in the order of their ids, each once.
    pub needs: Vec<NeedId>,
    /// The work items that it speaks of, in the order of their ids, each once.
    pub items: Vec<ItemId>,
}

impl Feedback {
    /// Whether nobody owes it anything any more.
    pub fn is_closed(&self) -> bool {
        matches!(self.status, FeedbackStatus::Answered | FeedbackStatus::Declined)
    }

    /// Whether it speaks of anything in the plan.
    pub(crate) fn has_links(&self) -> bool {
        !self.needs.is_empty() || !self.items.is_empty()
    }

    /// Brings the status up to what it is linked to, as long as it is open.
    pub(crate) fn follow_links(&mut self) {
        if self.is_closed() {
            return;
        }
        self.status = match (self.items.is_empty(), self.needs.is_empty()) {
            (false, _) => FeedbackStatus::Planned,
            (true, false) => FeedbackStatus::Linked,
            (true, true) => FeedbackStatus::New,
        };
    }
}

/// What came of a feedback.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FeedbackStatus {
    /// Nobody has looked at it.
    #[default]
    New,
    /// It is known which need it speaks of.
    Linked,
    /// There is a work item for it.
    Planned,
    /// Its source has been told.
    Answered,
    /// Nothing will be done about it, for a reason.
    Declined,
}

impl FeedbackStatus {
    /// All statuses in the order of a life.
    pub const ALL: [Self; 5] = [Self::New, Self::Linked, Self::Planned, Self::Answered, Self::Declined];

    /// The word in files, and on screen without a capital.
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Linked => "linked",
            Self::Planned => "planned",
            Self::Answered => "answered",
            Self::Declined => "declined",
        }
    }
}

impl Plan {
    /// The votes of a feedback together with those of its duplicates.
    pub fn votes_of(&self, feedback: &Feedback) -> u64 {
        let others = self.duplicates_of(feedback.id).map(|other| u64::from(other.votes));
        u64::from(feedback.votes) + others.sum::<u64>()
    }

    /// Whether everything that a feedback waits for is done while its source has not been told.
    pub(crate) fn has_come_true(&self, feedback: &Feedback) -> bool {
        if feedback.is_closed() || feedback.duplicate_of.is_some() {
            return false;
        }
        let mut awaited = self.awaited(feedback).peekable();
        awaited.peek().is_some() && awaited.all(|item| item.status == Status::Done)
    }

    /// The work items that a feedback speaks of and those that serve its needs, but for dropped ones; one that does
    /// both comes twice.
    pub(crate) fn awaited(&self, feedback: &Feedback) -> impl Iterator<Item = &WorkItem> {
        let served = feedback.needs.iter().flat_map(|need| self.items_of_need(*need));
        let named = feedback.items.iter().filter_map(|id| self.items().get(*id));
        named.chain(served).filter(|item| item.status != Status::Dropped)
    }

    /// The feedback whose standing may be another one after these changes, which the plan has taken: what changed
    /// itself, the originals of changed duplicates, and what waits for work items that have changed.
    pub fn feedback_touched_by(&self, changes: &[Change]) -> BTreeSet<FeedbackId> {
        let mut touched = BTreeSet::new();
        for change in changes {
            match change {
                Change::Feedback(diff) => {
                    let sides = diff.before.iter().chain(&diff.after);
                    touched.extend(sides.flat_map(|row| [Some(row.id), row.duplicate_of]).flatten());
                }
                Change::Item(diff) => self.touch_feedback_of(diff, &mut touched),
                _ => {}
            }
        }
        touched
    }

    fn touch_feedback_of(&self, diff: &Diff<WorkItem>, touched: &mut BTreeSet<FeedbackId>) {
        let (before, after) = (diff.before.as_ref(), diff.after.as_ref());
        let stands_as_before =
            |(one, other): (&WorkItem, &WorkItem)| one.status == other.status && one.needs == other.needs;
        if before.zip(after).is_some_and(stands_as_before) {
            return;
        }
        for item in before.into_iter().chain(after) {
            touched.extend(self.feedback_of_item(item.id).map(|row| row.id));
            for served in &item.needs {
                touched.extend(self.feedback_of_need(served.need).map(|row| row.id));
            }
        }
    }
}
