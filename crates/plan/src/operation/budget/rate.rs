//! Rates: add, edit, delete.

use serde::{Deserialize, Serialize};

use super::super::order::last_rank;
use super::called;
use crate::budget::{Cost, Money, Rate};
use crate::draft::Draft;
use crate::id::RateId;
use crate::links::CostOn;
use crate::rules;
use crate::violation::RuleViolation;

/// What a new rate starts with. It comes after the last one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "the fields are those of Rate")]
pub struct NewRate {
    pub id: RateId,
    pub role: String,
    pub per_day: Money,
}

/// One field of a rate and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are those of Rate")]
pub enum RateEdit {
    Role(String),
    PerDay(Money),
}

impl RateEdit {
    pub(in super::super) fn label(&self) -> &'static str {
        match self {
            Self::Role(_) => "Rename rate",
            Self::PerDay(_) => "Change rate",
        }
    }
}

pub(in super::super) fn add(draft: &mut Draft<'_>, new: &NewRate) -> Result<(), RuleViolation> {
    let rank = last_rank::<Rate>(draft);
    let rate = checked(draft, Rate { id: new.id, role: new.role.clone(), per_day: new.per_day, rank })?;
    draft.add(rate)
}

pub(in super::super) fn edit(
    draft: &mut Draft<'_>,
    id: RateId,
    edit: &RateEdit,
) -> Result<(), RuleViolation> {
    let mut rate = draft.find::<Rate>(id)?.clone();
    match edit {
        RateEdit::Role(role) => rate.role.clone_from(role),
        RateEdit::PerDay(per_day) => rate.per_day = *per_day,
    }
    let rate = checked(draft, rate)?;
    draft.put(rate);
    // Effort may cost more than a plan takes now.
    let named = |cost: &Cost, violation| match violation {
        RuleViolation::TooLarge { most, .. } => {
            RuleViolation::CostTooLarge { cost: called::cost(draft, cost), most }
        }
        other => other,
    };
    let mut costs = draft.costs_on(CostOn::Rate(id)).into_iter().filter_map(|cost| draft.get::<Cost>(cost));
    costs.try_for_each(|cost| rules::cost(draft, cost).map_err(|violation| named(cost, violation)))
}

pub(in super::super) fn delete(draft: &mut Draft<'_>, id: RateId) -> Result<(), RuleViolation> {
    draft.find::<Rate>(id)?;
    match draft.costs_on(CostOn::Rate(id)).len() {
        0 => {
            draft.remove::<Rate>(id);
            Ok(())
        }
        count => Err(RuleViolation::StillNeeded { word: "rate", count, needed_by: "costs" }),
    }
}

fn checked(draft: &Draft<'_>, mut rate: Rate) -> Result<Rate, RuleViolation> {
    rate.role = rules::free_name(draft, rate.id, &rate.role, |row: &Rate| &row.role)?;
    rules::money(draft, "the rate", rate.per_day)?;
    Ok(rate)
}
