//! Milestones: add, edit, delete.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::draft::Draft;
use crate::id::MilestoneId;
use crate::milestone::Milestone;
use crate::rules;
use crate::violation::RuleViolation;

/// What a new milestone starts with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewMilestone {
    /// Its id.
    pub id: MilestoneId,
    /// Its name.
    pub name: String,
    /// The day it names.
    pub day: Day,
}

/// One field of a milestone and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum MilestoneEdit {
    /// The name.
    Name(String),
    /// The day.
    Day(Day),
    /// The note.
    Note(String),
}

impl MilestoneEdit {
    pub(super) fn label(&self) -> &'static str {
        match self {
            Self::Name(_) => "Rename milestone",
            Self::Day(_) => "Move milestone",
            Self::Note(_) => "Edit milestone",
        }
    }
}

pub(super) fn add(draft: &mut Draft<'_>, new: &NewMilestone) -> Result<(), RuleViolation> {
    draft.add(Milestone {
        id: new.id,
        name: rules::name("milestone", &new.name)?,
        day: new.day.in_plan_range()?,
        note: String::new(),
    })
}

pub(super) fn edit(
    draft: &mut Draft<'_>,
    id: MilestoneId,
    edit: &MilestoneEdit,
) -> Result<(), RuleViolation> {
    let mut milestone = draft.find::<Milestone>(id)?.clone();
    match edit {
        MilestoneEdit::Name(name) => milestone.name = rules::name("milestone", name)?,
        MilestoneEdit::Day(day) => milestone.day = day.in_plan_range()?,
        MilestoneEdit::Note(note) => milestone.note = rules::text("the note", note)?,
    }
    draft.put(milestone);
    Ok(())
}

pub(super) fn delete(draft: &mut Draft<'_>, id: MilestoneId) -> Result<(), RuleViolation> {
    draft.find::<Milestone>(id)?;
    draft.remove::<Milestone>(id);
    Ok(())
}
