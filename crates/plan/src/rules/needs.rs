//! What needs, goals and feedback refer to is there, each once and in order.

use super::within;
use crate::customer::{Customer, LARGEST};
use crate::draft::Draft;
use crate::feedback::Feedback;
use crate::goal::Goal;
use crate::item::WorkItem;
use crate::need::Need;
use crate::violation::RuleViolation;

pub(crate) fn need(draft: &Draft<'_>, need: &Need) -> Result<(), RuleViolation> {
    need.wanted_by.map(crate::day::Day::in_plan_range).transpose()?;
    sorted("the customers of a need", need.customers.iter().map(|row| row.customer))?;
    need.customers.iter().try_for_each(|row| draft.find::<Customer>(row.customer).map(drop))
}

/// The needs and goals that a work item serves.
pub(crate) fn served(draft: &Draft<'_>, item: &WorkItem) -> Result<(), RuleViolation> {
    sorted("the needs of a work item", item.needs.iter().map(|served| served.need))?;
    sorted("the goals of a work item", item.goals.iter())?;
    item.needs.iter().try_for_each(|served| draft.find::<Need>(served.need).map(drop))?;
    item.goals.iter().try_for_each(|goal| draft.find::<Goal>(*goal).map(drop))
}

pub(crate) fn feedback(draft: &Draft<'_>, feedback: &Feedback) -> Result<(), RuleViolation> {
    feedback.day.in_plan_range()?;
    within("the number of votes", feedback.votes.into(), 0, LARGEST.into())?;
    sorted("the needs of a feedback", feedback.needs.iter())?;
    sorted("the work items of a feedback", feedback.items.iter())?;
    feedback.customer.map(|customer| draft.find::<Customer>(customer)).transpose()?;
    feedback.needs.iter().try_for_each(|need| draft.find::<Need>(*need).map(drop))?;
    feedback.items.iter().try_for_each(|item| draft.find::<WorkItem>(*item).map(drop))?;
    if let Some(original) = feedback.duplicate_of {
        if original == feedback.id {
            return Err(RuleViolation::MergedIntoItself);
        }
        if draft.find::<Feedback>(original)?.duplicate_of.is_some() {
            return Err(RuleViolation::OutOfOrder { what: "the duplicates of a feedback" });
        }
    }
    match draft.feedback_by_key(&feedback.key) {
        Some(other) if !feedback.key.is_empty() && other.id != feedback.id => {
            Err(RuleViolation::KeyTaken { key: feedback.key.clone(), title: other.text.clone() })
        }
        _ => Ok(()),
    }
}

fn sorted<T: PartialOrd>(what: &'static str, values: impl Iterator<Item = T>) -> Result<(), RuleViolation> {
    if values.is_sorted_by(|a, b| a < b) { Ok(()) } else { Err(RuleViolation::OutOfOrder { what }) }
}
