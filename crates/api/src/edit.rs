//! Changing the plan: apply, undo, redo.

use std::collections::BTreeSet;

use milepost_plan::{Change, Diff, FeedbackId, ItemId, NeedId, Operation, Passing, RuleViolation};
use milepost_session::Applied;
use serde::{Deserialize, Serialize};

use crate::app::{App, OpenPlan};
use crate::error::{ApiError, sentence};
use crate::state::{PlanState, state_of};

/// What the user does.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ApplyRequest {
    /// The operation.
    pub operation: Operation,
    /// The revision that a step made which this is more of, so that one undo takes back both, if nothing has happened since.
    #[serde(default)]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub goes_on_from: Option<u64>,
}

/// What became of the plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Patch {
    /// What was done, taken back or done again: “Move feature”.
    pub label: String,
    /// The plan from now on.
    pub state: PlanState,
    /// Work items that are new, all of them, in the order of the ids.
    pub added: Vec<ItemId>,
    /// Work items that were there and are otherwise now, all of them in the order of the ids: also those that only made
    /// room in an order.
    pub changed: Vec<ItemId>,
    /// Work items that are gone, all of them, in the order of the ids.
    pub removed: Vec<ItemId>,
    /// Needs that are gone, all of them, in the order of the ids.
    pub removed_needs: Vec<NeedId>,
    /// Feedback that is new or changed, in the order of the ids: the first hundred, which is enough to look at some of it.
    pub feedback: Vec<FeedbackId>,
    /// Feedback that is gone, all of it, in the order of the ids.
    pub removed_feedback: Vec<FeedbackId>,
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
    BudgetLine,
    Cost,
    Actual,
    Rate,
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
            Change::BudgetLine(_) => Self::BudgetLine,
            Change::Cost(_) => Self::Cost,
            Change::Actual(_) => Self::Actual,
            Change::Rate(_) => Self::Rate,
        }
    }
}

/// Several things that the user does as one step, as far as each can be done.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ApplyPassingRequest {
    /// What the step is called, in the imperative: “Paste 3 values”.
    pub label: String,
    /// In order; later ones see what earlier ones did.
    pub operations: Vec<Operation>,
}

/// What was done of several things.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ApplyPassingAnswer {
    /// What became of the plan; none if all was refused.
    pub patch: Option<Patch>,
    /// What was not done, in order.
    pub refused: Vec<RefusedOperation>,
}

/// An operation that was not done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RefusedOperation {
    /// Its place among all that were asked for, from 0.
    pub place: usize,
    /// Why, in a sentence.
    pub why: String,
}

/// Does an operation. When this answers, it is in the file.
pub fn apply(app: &App, request: &ApplyRequest) -> Result<Patch, ApiError> {
    let open = app.opened()?;
    let ApplyRequest { operation, goes_on_from } = request;
    let applied = match goes_on_from {
        Some(from) => open.session.go_on(operation, *from)?,
        None => open.session.apply(operation)?,
    };
    Ok(patch(app, &open, applied))
}

/// Does in one step what the rules let pass of several operations, and tells the rest.
pub fn apply_passing(app: &App, request: &ApplyPassingRequest) -> Result<ApplyPassingAnswer, ApiError> {
    let open = app.opened()?;
    let Passing { operations, refused } =
        open.with_plan(|plan| Passing::of(request.operations.clone(), plan));
    let label = request.label.clone();
    let applied = if operations.is_empty() {
        None
    } else {
        Some(open.session.apply(&Operation::Batch { label, operations })?)
    };
    let told = |(place, violation): (usize, RuleViolation)| RefusedOperation {
        place,
        why: sentence(&violation.to_string()),
    };
    Ok(ApplyPassingAnswer {
        patch: applied.map(|applied| patch(app, &open, applied)),
        refused: refused.into_iter().map(told).collect(),
    })
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

/// Most pieces of feedback that a patch names.
const MOST_FEEDBACK: usize = 100;

pub(crate) fn patch(app: &App, open: &OpenPlan, applied: Applied) -> Patch {
    let changes = &applied.changes.changes;
    open.follow(app, changes);
    let (mut added, mut changed, mut removed) = (Vec::new(), Vec::new(), Vec::new());
    let (mut removed_needs, mut removed_feedback) = (BTreeSet::new(), BTreeSet::new());
    let (mut feedback, mut touched) = (BTreeSet::new(), BTreeSet::new());
    for change in changes {
        touched.insert(Touched::of(change));
        match change {
            Change::Item(diff) => match (&diff.before, &diff.after) {
                (None, Some(item)) => added.push(item.id),
                (Some(_), Some(item)) => changed.push(item.id),
                (Some(item), None) => removed.push(item.id),
                (None, None) => {}
            },
            Change::Need(diff) => removed_needs.extend(gone(diff).map(|need| need.id)),
            Change::Feedback(diff) => {
                feedback.extend(diff.after.as_ref().map(|feedback| feedback.id));
                removed_feedback.extend(gone(diff).map(|feedback| feedback.id));
            }
            _ => {}
        }
    }
    // What is taken back comes in the opposite order.
    [&mut added, &mut changed, &mut removed].into_iter().for_each(|ids| ids.sort_unstable());
    Patch {
        label: applied.label,
        state: state_of(app, open),
        added,
        changed,
        removed,
        removed_needs: removed_needs.into_iter().collect(),
        feedback: feedback.into_iter().take(MOST_FEEDBACK).collect(),
        removed_feedback: removed_feedback.into_iter().collect(),
        touched: touched.into_iter().collect(),
    }
}

/// What a change has taken out of the plan.
fn gone<T>(diff: &Diff<T>) -> Option<&T> {
    diff.before.as_ref().filter(|_| diff.after.is_none())
}
