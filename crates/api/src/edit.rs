//! Changing the plan: apply, undo, redo.

use std::collections::BTreeSet;

use milepost_plan::{Change, FeedbackId, ItemId, Operation};
use milepost_session::Applied;
use serde::{Deserialize, Serialize};

use crate::app::{App, OpenPlan};
use crate::error::ApiError;
use crate::state::{PlanState, state_of};

/// What the user does.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ApplyRequest {
    /// The operation.
    pub operation: Operation,
}

/// What became of the plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Patch {
    /// What was done, taken back or done again: “Move feature”.
    pub label: String,
    /// The plan from now on.
    pub state: PlanState,
    /// Work items that are new or changed, at most a hundred of them.
    pub changed: Vec<ItemId>,
    /// Work items that are gone, at most a hundred of them.
    pub removed: Vec<ItemId>,
    /// Feedback that is new or changed, at most a hundred of it, in the order of the ids.
    pub feedback: Vec<FeedbackId>,
    /// What sorts of things have changed, each once.
    pub touched: Vec<Touched>,
}

/// A sort of thing that a plan consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is what the plan calls it")]
pub enum Touched {
    Settings,
    Theme,
    Item,
    Milestone,
    Dependency,
    View,
    Baseline,
    Customer,
    Need,
    Goal,
    Feedback,
}

impl Touched {
    fn of(change: &Change) -> Self {
        match change {
            Change::Settings { .. } => Self::Settings,
            Change::Theme(_) => Self::Theme,
            Change::Item(_) => Self::Item,
            Change::Milestone(_) => Self::Milestone,
            Change::Dependency(_) => Self::Dependency,
            Change::View(_) => Self::View,
            Change::Baseline(_) => Self::Baseline,
            Change::Customer(_) => Self::Customer,
            Change::Need(_) => Self::Need,
            Change::Goal(_) => Self::Goal,
            Change::Feedback(_) => Self::Feedback,
        }
    }
}

/// Does an operation. When this answers, it is in the file.
pub fn apply(app: &App, request: &ApplyRequest) -> Result<Patch, ApiError> {
    let open = app.opened()?;
    let applied = open.session.apply(&request.operation)?;
    Ok(patch(app, &open, applied))
}

/// Takes back what was done last, if there is anything.
pub fn undo(app: &App, (): &()) -> Result<Option<Patch>, ApiError> {
    let open = app.opened()?;
    let applied = open.session.undo()?;
    Ok(applied.map(|applied| patch(app, &open, applied)))
}

/// Does again what was taken back last, if there is anything.
pub fn redo(app: &App, (): &()) -> Result<Option<Patch>, ApiError> {
    let open = app.opened()?;
    let applied = open.session.redo()?;
    Ok(applied.map(|applied| patch(app, &open, applied)))
}

pub(crate) fn patch(app: &App, open: &OpenPlan, applied: Applied) -> Patch {
    const MOST: usize = 100;
    let changes = &applied.changes.changes;
    open.follow(app, changes);
    let diffs = || {
        changes.iter().filter_map(|change| match change {
            Change::Item(diff) => Some(diff),
            _ => None,
        })
    };
    let changed = diffs().filter_map(|diff| diff.after.as_ref()).map(|item| item.id).take(MOST).collect();
    let gone = diffs().filter(|diff| diff.after.is_none());
    let removed = gone.filter_map(|diff| diff.id()).take(MOST).collect();
    let said = changes.iter().filter_map(|change| match change {
        Change::Feedback(diff) => diff.after.as_ref().map(|feedback| feedback.id),
        _ => None,
    });
    let feedback = said.collect::<BTreeSet<FeedbackId>>().into_iter().take(MOST).collect();
    let touched: BTreeSet<Touched> = changes.iter().map(Touched::of).collect();
    let touched = touched.into_iter().collect();
    Patch { label: applied.label, state: state_of(app, open), changed, removed, feedback, touched }
}
