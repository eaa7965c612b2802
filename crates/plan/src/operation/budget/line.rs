//! Budget lines: add, edit, delete.

use serde::{Deserialize, Serialize};

use super::super::order::last_rank;
use crate::budget::{Actual, BudgetLine, Cap, Category, Cost};
use crate::draft::Draft;
use crate::id::BudgetLineId;
use crate::links::CostOn;
use crate::rules;
use crate::violation::RuleViolation;

/// What a new budget line starts with. It comes after the last one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "the fields are those of BudgetLine")]
pub struct NewBudgetLine {
    pub id: BudgetLineId,
    pub name: String,
    pub category: Category,
    pub own_category: String,
    pub cap: Option<Cap>,
    pub note: String,
}

/// One field of a budget line and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are those of BudgetLine")]
pub enum BudgetLineEdit {
    Name(String),
    Category { category: Category, own_category: String },
    Cap(Option<Cap>),
    Note(String),
}

impl BudgetLineEdit {
    pub(in super::super) fn label(&self) -> &'static str {
        match self {
            Self::Name(_) => "Rename budget line",
            Self::Cap(_) => "Change cap",
            Self::Category { .. } | Self::Note(_) => "Edit budget line",
        }
    }
}

pub(in super::super) fn add(draft: &mut Draft<'_>, new: &NewBudgetLine) -> Result<(), RuleViolation> {
    let line = BudgetLine {
        id: new.id,
        name: new.name.clone(),
        category: new.category,
        own_category: new.own_category.clone(),
        cap: new.cap,
        note: new.note.clone(),
        rank: last_rank::<BudgetLine>(draft),
    };
    let line = checked(draft, line)?;
    draft.add(line)
}

pub(in super::super) fn edit(
    draft: &mut Draft<'_>,
    id: BudgetLineId,
    edit: &BudgetLineEdit,
) -> Result<(), RuleViolation> {
    let mut line = draft.find::<BudgetLine>(id)?.clone();
    match edit {
        BudgetLineEdit::Name(name) => line.name.clone_from(name),
        BudgetLineEdit::Category { category, own_category } => {
            line.category = *category;
            line.own_category.clone_from(own_category);
        }
        BudgetLineEdit::Cap(cap) => line.cap = *cap,
        BudgetLineEdit::Note(note) => line.note.clone_from(note),
    }
    let line = checked(draft, line)?;
    draft.put(line);
    Ok(())
}

/// Deletes a line. What is planned and spent on it goes to another one; without another one it must be empty, so
/// that no money is lost on the way.
pub(in super::super) fn delete(
    draft: &mut Draft<'_>,
    id: BudgetLineId,
    into: Option<BudgetLineId>,
) -> Result<(), RuleViolation> {
    draft.find::<BudgetLine>(id)?;
    let (costs, actuals) = (draft.costs_on(CostOn::Line(id)), draft.actuals_on(CostOn::Line(id)));
    match into.filter(|into| *into != id) {
        Some(into) => {
            draft.find::<BudgetLine>(into)?;
            for cost in costs {
                let cost = Cost { line: into, ..draft.find::<Cost>(cost)?.clone() };
                draft.put(cost);
            }
            for actual in actuals {
                let actual = Actual { line: into, ..draft.find::<Actual>(actual)?.clone() };
                draft.put(actual);
            }
        }
        None if costs.is_empty() && actuals.is_empty() => {}
        None => {
            let count = costs.len() + actuals.len();
            return Err(RuleViolation::StillNeeded {
                word: "budget line",
                count,
                needed_by: "costs and actuals",
            });
        }
    }
    draft.remove::<BudgetLine>(id);
    Ok(())
}

/// The line with its texts trimmed, if it keeps every rule.
fn checked(draft: &Draft<'_>, mut line: BudgetLine) -> Result<BudgetLine, RuleViolation> {
    line.name = rules::free_name(draft, line.id, &line.name, |row: &BudgetLine| &row.name)?;
    line.own_category = rules::line("the category", &line.own_category)?;
    line.note = rules::text("the note", &line.note)?;
    rules::cap(draft, line.cap)?;
    Ok(line)
}
