//! Customers: add, edit, delete.

use serde::{Deserialize, Serialize};

use super::order::last_rank;
use crate::customer::{Customer, CustomerKind, LARGEST};
use crate::draft::Draft;
use crate::feedback::Feedback;
use crate::id::CustomerId;
use crate::links::FeedbackOn;
use crate::need::Need;
use crate::rules;
use crate::violation::RuleViolation;

/// What a new customer starts with. It comes after the last one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "the fields are those of Customer")]
pub struct NewCustomer {
    pub id: CustomerId,
    pub name: String,
    pub kind: CustomerKind,
    pub size: u32,
    pub unit: String,
    pub note: String,
}

/// One field of a customer and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are those of Customer")]
pub enum CustomerEdit {
    Name(String),
    Kind(CustomerKind),
    Size(u32),
    Unit(String),
    Note(String),
}

impl CustomerEdit {
    pub(super) fn label(&self) -> &'static str {
        match self {
            Self::Name(_) => "Rename customer",
            Self::Size(_) => "Change size of customer",
            Self::Kind(_) | Self::Unit(_) | Self::Note(_) => "Edit customer",
        }
    }
}

pub(super) fn add(draft: &mut Draft<'_>, new: &NewCustomer) -> Result<(), RuleViolation> {
    let customer = Customer {
        id: new.id,
        name: new.name.clone(),
        kind: new.kind,
        size: new.size,
        unit: new.unit.clone(),
        note: new.note.clone(),
        rank: last_rank::<Customer>(draft),
    };
    let customer = checked(draft, customer)?;
    draft.add(customer)
}

pub(super) fn edit(draft: &mut Draft<'_>, id: CustomerId, edit: &CustomerEdit) -> Result<(), RuleViolation> {
    let mut customer = draft.find::<Customer>(id)?.clone();
    match edit {
        CustomerEdit::Name(name) => customer.name.clone_from(name),
        CustomerEdit::Kind(kind) => customer.kind = *kind,
        CustomerEdit::Size(size) => customer.size = *size,
        CustomerEdit::Unit(unit) => customer.unit.clone_from(unit),
        CustomerEdit::Note(note) => customer.note.clone_from(note),
    }
    let customer = checked(draft, customer)?;
    draft.put(customer);
    Ok(())
}

/// Its needs and its feedback stay, without it.
pub(super) fn delete(draft: &mut Draft<'_>, id: CustomerId) -> Result<(), RuleViolation> {
    draft.find::<Customer>(id)?;
    for need in draft.needs_of_customer(id) {
        let mut need = draft.find::<Need>(need)?.clone();
        need.customers.retain(|row| row.customer != id);
        draft.put(need);
    }
    for feedback in draft.feedback_on(FeedbackOn::Customer(id)) {
        let mut feedback = draft.find::<Feedback>(feedback)?.clone();
        feedback.customer = None;
        draft.put(feedback);
    }
    draft.remove::<Customer>(id);
    Ok(())
}

/// The customer with its texts trimmed, if it keeps every rule.
fn checked(draft: &Draft<'_>, mut customer: Customer) -> Result<Customer, RuleViolation> {
    customer.name = rules::free_name(draft, customer.id, &customer.name, |row: &Customer| &row.name)?;
    customer.unit = rules::line("the unit", &customer.unit)?;
    customer.note = rules::text("the note", &customer.note)?;
    rules::within("the size", customer.size.into(), 0, LARGEST.into())?;
    Ok(customer)
}
