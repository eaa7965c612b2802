//! One feedback with all that hangs together with it, and the feedback on one need, work item or customer.

use milepost_plan::{CustomerId, Entity, Feedback, FeedbackId, ItemId, NeedId};
use serde::{Deserialize, Serialize};

use super::{FeedbackRow, FeedbackStanding, LinkedItem, linked_items, linked_needs, row};
use crate::app::App;
use crate::error::ApiError;
use crate::needs::FoundNeed;

/// Which feedback.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FeedbackRequest {
    /// Its id.
    pub id: FeedbackId,
}

/// A feedback with what hangs together with it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FeedbackDetail {
    /// The feedback.
    pub feedback: Feedback,
    /// Where it stands.
    pub standing: FeedbackStanding,
    /// Its votes and those of its duplicates.
    #[cfg_attr(test, ts(type = "number"))]
    pub votes: u64,
    /// Those that it stands for, what was said first coming first.
    pub duplicates: Vec<Feedback>,
    /// The needs that it speaks of.
    pub needs: Vec<FoundNeed>,
    /// The work items that it speaks of.
    pub items: Vec<LinkedItem>,
    /// What can be written to those who said it, ready to be sent.
    pub answer: String,
}

/// What the feedback is about.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "entity", content = "id", rename_all = "snake_case")]
pub enum FeedbackSubject {
    /// It speaks of a need.
    Need(NeedId),
    /// It speaks of a work item.
    Item(ItemId),
    /// Sources of a customer said it.
    Customer(CustomerId),
}

/// Which feedback.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FeedbackOfRequest {
    /// What it is about.
    pub subject: FeedbackSubject,
    /// How many at most.
    pub limit: usize,
}

/// The feedback on something.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FeedbackOf {
    /// How many there are, duplicates left aside.
    pub total: usize,
    /// Their votes and those of their duplicates.
    #[cfg_attr(test, ts(type = "number"))]
    pub votes: u64,
    /// Those with the most votes, the most coming first; what was said last among equals.
    pub rows: Vec<FeedbackRow>,
}

/// One feedback with what hangs together with it.
pub fn feedback(app: &App, request: &FeedbackRequest) -> Result<FeedbackDetail, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| {
        let feedback = Feedback::find(plan, request.id)?;
        let mut duplicates: Vec<Feedback> = plan.duplicates_of(feedback.id).cloned().collect();
        duplicates.sort_by_key(|one| (one.day, one.id));
        Ok(FeedbackDetail {
            feedback: feedback.clone(),
            standing: FeedbackStanding::of(plan, feedback),
            votes: plan.votes_of(feedback),
            duplicates,
            needs: linked_needs(plan, feedback).collect(),
            items: linked_items(plan, feedback).collect(),
            answer: plan.answer(feedback, app.today()),
        })
    })
}

/// The feedback on something. Costs a look at all of it.
pub fn feedback_of(app: &App, request: &FeedbackOfRequest) -> Result<FeedbackOf, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| {
        let all: Vec<&Feedback> = match request.subject {
            FeedbackSubject::Need(id) => plan.feedback_of_need(id).collect(),
            FeedbackSubject::Item(id) => plan.feedback_of_item(id).collect(),
            FeedbackSubject::Customer(id) => plan.feedback_of_customer(id).collect(),
        };
        let originals = all.into_iter().filter(|row| row.duplicate_of.is_none());
        let mut counted: Vec<(u64, &Feedback)> = originals.map(|row| (plan.votes_of(row), row)).collect();
        counted.sort_by_key(|(votes, row)| std::cmp::Reverse((*votes, row.day, row.id)));
        Ok(FeedbackOf {
            total: counted.len(),
            votes: counted.iter().map(|(votes, _)| votes).sum(),
            rows: counted.iter().take(request.limit).map(|(_, feedback)| row(plan, feedback)).collect(),
        })
    })
}
