//! Goals: add, edit, delete.

use serde::{Deserialize, Serialize};

use super::order::last_rank;
use crate::day::Day;
use crate::draft::Draft;
use crate::goal::Goal;
use crate::id::GoalId;
use crate::item::WorkItem;
use crate::rules;
use crate::violation::RuleViolation;

/// What a new goal starts with. It comes after the last one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "the fields are those of Goal")]
pub struct NewGoal {
    pub id: GoalId,
    pub title: String,
    pub measure: String,
    pub target: String,
    pub by: Option<Day>,
}

/// One field of a goal and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are those of Goal")]
pub enum GoalEdit {
    Title(String),
    Measure(String),
    Target(String),
    By(Option<Day>),
}

impl GoalEdit {
    pub(super) fn label(&self) -> &'static str {
        match self {
            Self::Title(_) => "Rename goal",
            Self::Measure(_) | Self::Target(_) | Self::By(_) => "Edit goal",
        }
    }
}

pub(super) fn add(draft: &mut Draft<'_>, new: &NewGoal) -> Result<(), RuleViolation> {
    let goal = Goal {
        id: new.id,
        title: new.title.clone(),
        measure: new.measure.clone(),
        target: new.target.clone(),
        by: new.by,
        rank: last_rank::<Goal>(draft),
    };
    let goal = checked(draft, goal)?;
    draft.add(goal)
}

pub(super) fn edit(draft: &mut Draft<'_>, id: GoalId, edit: &GoalEdit) -> Result<(), RuleViolation> {
    let mut goal = draft.find::<Goal>(id)?.clone();
    match edit {
        GoalEdit::Title(title) => goal.title.clone_from(title),
        GoalEdit::Measure(measure) => goal.measure.clone_from(measure),
        GoalEdit::Target(target) => goal.target.clone_from(target),
        GoalEdit::By(by) => goal.by = *by,
    }
    let goal = checked(draft, goal)?;
    draft.put(goal);
    Ok(())
}

/// The items that serve it stay.
pub(super) fn delete(draft: &mut Draft<'_>, id: GoalId) -> Result<(), RuleViolation> {
    draft.find::<Goal>(id)?;
    for item in draft.items_of_goal(id) {
        let mut item = draft.find::<WorkItem>(item)?.clone();
        item.goals.retain(|goal| *goal != id);
        draft.put(item);
    }
    draft.remove::<Goal>(id);
    Ok(())
}

/// The goal with its texts trimmed, if it keeps every rule.
fn checked(draft: &Draft<'_>, mut goal: Goal) -> Result<Goal, RuleViolation> {
    goal.title = rules::free_name(draft, goal.id, &goal.title, |row: &Goal| &row.title)?;
    goal.measure = rules::line("the measure", &goal.measure)?;
    goal.target = rules::line("the target", &goal.target)?;
    goal.by.map(Day::in_plan_range).transpose()?;
    Ok(goal)
}
