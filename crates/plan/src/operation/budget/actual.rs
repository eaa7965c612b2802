//! Actuals: add, edit, delete.

use serde::{Deserialize, Serialize};

use super::super::each_once;
use crate::budget::{Actual, Money};
use crate::day::Day;
use crate::draft::Draft;
use crate::id::{ActualId, BudgetLineId, ItemId};
use crate::rules;
use crate::violation::RuleViolation;

/// What a new actual starts with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "the fields are those of Actual")]
pub struct NewActual {
    pub id: ActualId,
    pub day: Day,
    pub amount: Money,
    pub line: BudgetLineId,
    pub item: Option<ItemId>,
    pub supplier: String,
    pub note: String,
    pub key: String,
    pub in_advance: bool,
    /// The date of today.
    pub today: Day,
}

/// One field of an actual and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are those of Actual")]
pub enum ActualEdit {
    Day {
        day: Day,
        in_advance: bool,
        /// The date of today.
        today: Day,
    },
    Amount(Money),
    Line(BudgetLineId),
    Item(Option<ItemId>),
    Supplier(String),
    Note(String),
    Key(String),
}

/// “Edit actual”, “Edit 3 actuals”.
pub(in super::super) fn label(verb: &str, ids: &[ActualId]) -> String {
    match each_once(ids).count() {
        1 => format!("{verb} actual"),
        count => format!("{verb} {count} actuals"),
    }
}

pub(in super::super) fn add(draft: &mut Draft<'_>, new: &NewActual) -> Result<(), RuleViolation> {
    spent_by(new.today, new.day, new.in_advance)?;
    let actual = Actual {
        id: new.id,
        day: new.day,
        amount: new.amount,
        line: new.line,
        item: new.item,
        supplier: new.supplier.clone(),
        note: new.note.clone(),
        key: new.key.clone(),
        in_advance: new.in_advance,
    };
    let actual = checked(draft, actual)?;
    draft.add(actual)
}

pub(in super::super) fn edit(
    draft: &mut Draft<'_>,
    ids: &[ActualId],
    edit: &ActualEdit,
) -> Result<(), RuleViolation> {
    for id in each_once(ids) {
        let mut actual = draft.find::<Actual>(id)?.clone();
        match edit {
            ActualEdit::Day { day, in_advance, today } => {
                spent_by(*today, *day, *in_advance)?;
                (actual.day, actual.in_advance) = (*day, *in_advance);
            }
            ActualEdit::Amount(amount) => actual.amount = *amount,
            ActualEdit::Line(line) => actual.line = *line,
            ActualEdit::Item(item) => actual.item = *item,
            ActualEdit::Supplier(supplier) => actual.supplier.clone_from(supplier),
            ActualEdit::Note(note) => actual.note.clone_from(note),
            ActualEdit::Key(key) => actual.key.clone_from(key),
        }
        let actual = checked(draft, actual)?;
        draft.put(actual);
    }
    Ok(())
}

pub(in super::super) fn delete(draft: &mut Draft<'_>, ids: &[ActualId]) -> Result<(), RuleViolation> {
    for id in each_once(ids) {
        draft.find::<Actual>(id)?;
        draft.remove::<Actual>(id);
    }
    Ok(())
}

/// Refuses a day to come, unless somebody says that the money is spent in advance.
fn spent_by(today: Day, day: Day, in_advance: bool) -> Result<(), RuleViolation> {
    if day > today && !in_advance { Err(RuleViolation::SpentInTheFuture { day }) } else { Ok(()) }
}

fn checked(draft: &Draft<'_>, mut actual: Actual) -> Result<Actual, RuleViolation> {
    actual.supplier = rules::line("the supplier", &actual.supplier)?;
    actual.note = rules::text("the note", &actual.note)?;
    actual.key = rules::line("the key", &actual.key)?;
    rules::actual(draft, &actual)?;
    Ok(actual)
}
