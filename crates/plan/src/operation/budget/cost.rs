//! Costs: add, edit, delete.

use serde::{Deserialize, Serialize};

use super::super::each_once;
use crate::budget::{Amount, Certainty, Cost, Timing};
use crate::draft::Draft;
use crate::id::{BudgetLineId, CostId, ItemId};
use crate::rules;
use crate::violation::RuleViolation;

/// What a new cost starts with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "the fields are those of Cost")]
pub struct NewCost {
    pub id: CostId,
    pub name: String,
    pub line: BudgetLineId,
    pub item: Option<ItemId>,
    pub amount: Amount,
    pub timing: Timing,
    pub certainty: Certainty,
}

/// One field of a cost and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are those of Cost")]
pub enum CostEdit {
    Name(String),
    Line(BudgetLineId),
    /// A cost that followed the days of its item must get days of its own before it is none of an item's.
    Item(Option<ItemId>),
    Amount(Amount),
    Timing(Timing),
    Certainty(Certainty),
}

/// “Edit cost”, “Edit 3 costs”.
pub(in super::super) fn label(verb: &str, ids: &[CostId]) -> String {
    match each_once(ids).count() {
        1 => format!("{verb} cost"),
        count => format!("{verb} {count} costs"),
    }
}

pub(in super::super) fn add(draft: &mut Draft<'_>, new: &NewCost) -> Result<(), RuleViolation> {
    let cost = Cost {
        id: new.id,
        name: new.name.clone(),
        line: new.line,
        item: new.item,
        amount: new.amount,
        timing: new.timing,
        certainty: new.certainty,
    };
    let cost = checked(draft, cost)?;
    draft.add(cost)
}

pub(in super::super) fn edit(
    draft: &mut Draft<'_>,
    ids: &[CostId],
    edit: &CostEdit,
) -> Result<(), RuleViolation> {
    for id in each_once(ids) {
        let mut cost = draft.find::<Cost>(id)?.clone();
        match edit {
            CostEdit::Name(name) => cost.name.clone_from(name),
            CostEdit::Line(line) => cost.line = *line,
            CostEdit::Item(item) => cost.item = *item,
            CostEdit::Amount(amount) => cost.amount = *amount,
            CostEdit::Timing(timing) => cost.timing = *timing,
            CostEdit::Certainty(certainty) => cost.certainty = *certainty,
        }
        let cost = checked(draft, cost)?;
        draft.put(cost);
    }
    Ok(())
}

pub(in super::super) fn delete(draft: &mut Draft<'_>, ids: &[CostId]) -> Result<(), RuleViolation> {
    for id in each_once(ids) {
        draft.find::<Cost>(id)?;
        draft.remove::<Cost>(id);
    }
    Ok(())
}

fn checked(draft: &Draft<'_>, mut cost: Cost) -> Result<Cost, RuleViolation> {
    cost.name = rules::line("the name", &cost.name)?;
    rules::cost(draft, &cost)?;
    Ok(cost)
}
