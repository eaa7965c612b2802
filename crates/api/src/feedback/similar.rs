//! What a feedback may speak of, and what says the same: needs and feedback with texts like its own.

use milepost_plan::{Alike, Change, Diff, Entity, Feedback, FeedbackId, Likeness, Need, NeedId, Plan, Row};
use serde::{Deserialize, Serialize};

use super::{FeedbackRow, row};
use crate::app::App;
use crate::error::ApiError;
use crate::kept::Follow;
use crate::needs::{FoundNeed, found_need};

/// What the needs shall be like.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SimilarNeedsRequest {
    /// A text, such as that of a feedback.
    pub text: String,
    /// How many at most.
    pub limit: usize,
}

/// A need whose text is like another.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SimilarNeed {
    /// The need.
    pub need: FoundNeed,
    /// How alike, in per cent.
    pub score: u8,
    /// The words that both have, the most telling first.
    pub shared: Vec<String>,
}

/// What the feedback shall be like.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SimilarFeedbackRequest {
    /// Another feedback.
    pub id: FeedbackId,
    /// How many at most.
    pub limit: usize,
}

/// A feedback whose text is like another.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SimilarFeedback {
    /// The feedback.
    pub row: FeedbackRow,
    /// How alike, in per cent.
    pub score: u8,
    /// The words that both have, the most telling first.
    pub shared: Vec<String>,
}

/// The words of all needs.
pub(crate) struct AlikeNeeds(Likeness<NeedId>);

/// The words of all feedback but duplicates.
pub(crate) struct AlikeFeedback(Likeness<FeedbackId>);

/// The needs most like a text, the most alike first.
pub fn similar_needs(app: &App, request: &SimilarNeedsRequest) -> Result<Vec<SimilarNeed>, ApiError> {
    let open = app.opened()?;
    open.alike_needs.with(&open.session, |alike, plan| {
        let found = alike.0.most_alike(&request.text, request.limit).into_iter().filter_map(|alike| {
            let need = found_need(plan, plan.needs().get(alike.id)?);
            Some(SimilarNeed { need, score: per_cent(&alike), shared: alike.shared })
        });
        Ok(found.collect())
    })
}

/// The feedback most like another one, the most alike first.
pub fn similar_feedback(
    app: &App,
    request: &SimilarFeedbackRequest,
) -> Result<Vec<SimilarFeedback>, ApiError> {
    let open = app.opened()?;
    open.alike_feedback.with(&open.session, |alike, plan| {
        let feedback = Feedback::find(plan, request.id)?;
        let alike = alike.0.most_alike(&feedback.text, request.limit.saturating_add(1));
        let others = alike.into_iter().filter(|alike| alike.id != feedback.id).take(request.limit);
        let found = others.filter_map(|alike| {
            let row = row(plan, plan.feedback().get(alike.id)?);
            Some(SimilarFeedback { row, score: per_cent(&alike), shared: alike.shared })
        });
        Ok(found.collect())
    })
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a score is between 0 and 1")]
fn per_cent<I>(alike: &Alike<I>) -> u8 {
    (alike.score * 100.0).round() as u8
}

impl AlikeNeeds {
    fn put(&mut self, need: &Need) {
        self.0.put(need.id, &[(&need.statement, 1.0), (&need.note, 0.4), (&need.alternatives, 0.3)]);
    }
}

impl Follow for AlikeNeeds {
    fn of(plan: &Plan) -> Self {
        let mut alike = Self(Likeness::default());
        plan.needs().iter().for_each(|need| alike.put(need));
        alike
    }

    fn follow(&mut self, plan: &Plan, changes: &[Change]) {
        let says_the_same = |one: &Need, other: &Need| {
            (&one.statement, &one.note, &one.alternatives)
                == (&other.statement, &other.note, &other.alternatives)
        };
        for change in changes {
            let Change::Need(diff) = change else { continue };
            match reworded(diff, says_the_same).map(|id| (id, plan.needs().get(id))) {
                Some((_, Some(need))) => self.put(need),
                Some((id, None)) => self.0.remove(id),
                None => {}
            }
        }
    }
}

impl AlikeFeedback {
    fn put(&mut self, feedback: &Feedback) {
        if feedback.duplicate_of.is_none() {
            self.0.put(feedback.id, &[(&feedback.text, 1.0)]);
        } else {
            self.0.remove(feedback.id);
        }
    }
}

impl Follow for AlikeFeedback {
    fn of(plan: &Plan) -> Self {
        let mut alike = Self(Likeness::default());
        plan.feedback().iter().for_each(|feedback| alike.put(feedback));
        alike
    }

    fn follow(&mut self, plan: &Plan, changes: &[Change]) {
        let says_the_same = |one: &Feedback, other: &Feedback| {
            (&one.text, one.duplicate_of) == (&other.text, other.duplicate_of)
        };
        for change in changes {
            let Change::Feedback(diff) = change else { continue };
            match reworded(diff, says_the_same).map(|id| (id, plan.feedback().get(id))) {
                Some((_, Some(feedback))) => self.put(feedback),
                Some((id, None)) => self.0.remove(id),
                None => {}
            }
        }
    }
}

/// The row of a change that is new, gone or says something else than before.
fn reworded<R: Row>(diff: &Diff<R>, says_the_same: impl Fn(&R, &R) -> bool) -> Option<R::Id> {
    let both = diff.before.as_ref().zip(diff.after.as_ref());
    if both.is_some_and(|(before, after)| says_the_same(before, after)) { None } else { diff.id() }
}
