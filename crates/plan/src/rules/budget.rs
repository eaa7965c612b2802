//! What money keeps to: amounts that are never negative and not too large, days that a plan takes, and rows that are
//! there.

use crate::budget::{Actual, Amount, BudgetLine, Cap, Certainty, Cost, Moment, Money, Rate, Timing};
use crate::day::Span;
use crate::draft::Draft;
use crate::item::WorkItem;
use crate::violation::RuleViolation;

/// Most effort of one cost, in hundredths of a person-day: a hundred thousand person-days.
const MOST_EFFORT: u32 = 10_000_000;

pub(crate) fn money(draft: &Draft<'_>, field: &'static str, amount: Money) -> Result<(), RuleViolation> {
    if amount < Money::ZERO {
        return Err(RuleViolation::Negative { field });
    }
    if amount > Money::LARGEST {
        return Err(RuleViolation::TooLarge {
            field,
            most: Money::LARGEST.written(&draft.settings().currency),
        });
    }
    Ok(())
}

pub(crate) fn cap(draft: &Draft<'_>, cap: Option<Cap>) -> Result<(), RuleViolation> {
    let Some(cap) = cap else { return Ok(()) };
    Span::new(cap.span.first, cap.span.last)?;
    money(draft, "the cap", cap.amount)
}

pub(crate) fn cost(draft: &Draft<'_>, cost: &Cost) -> Result<(), RuleViolation> {
    draft.find::<BudgetLine>(cost.line)?;
    cost.item.map(|item| draft.find::<WorkItem>(item)).transpose()?;
    match cost.amount {
        Amount::Money { amount } => money(draft, "the amount", amount)?,
        Amount::Effort { rate, hundredths } => {
            draft.find::<Rate>(rate)?;
            if hundredths > MOST_EFFORT {
                let most = format!("{} days", MOST_EFFORT / 100);
                return Err(RuleViolation::TooLarge { field: "the effort", most });
            }
            money(draft, "the amount", cost.money(draft))?;
        }
    }
    if let Certainty::Estimated { low, high } = cost.certainty {
        money(draft, "the least amount", low)?;
        money(draft, "the greatest amount", high)?;
        if low > high {
            return Err(RuleViolation::LeastAboveGreatest);
        }
    }
    match cost.timing {
        Timing::Once { on: Moment::Day { day } } => drop(day.in_plan_range()?),
        Timing::Monthly { span: Some(span) } | Timing::Spread { span: Some(span) } => {
            Span::new(span.first, span.last)?;
        }
        _ if cost.item.is_none() => return Err(RuleViolation::CostWithoutDays),
        _ => {}
    }
    Ok(())
}

pub(crate) fn actual(draft: &Draft<'_>, actual: &Actual) -> Result<(), RuleViolation> {
    draft.find::<BudgetLine>(actual.line)?;
    actual.item.map(|item| draft.find::<WorkItem>(item)).transpose()?;
    actual.day.in_plan_range()?;
    money(draft, "the amount", actual.amount)?;
    match draft.actual_by_key(&actual.key) {
        Some(other) if !actual.key.is_empty() && other.id != actual.id => {
            let title = if other.supplier.is_empty() { other.day.written() } else { other.supplier.clone() };
            Err(RuleViolation::KeyTaken { key: actual.key.clone(), title })
        }
        _ => Ok(()),
    }
}
