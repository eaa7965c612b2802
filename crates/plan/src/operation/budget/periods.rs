//! What is planned on a budget line, period by period, set as in a spreadsheet.
//!
//! Only plain costs are touched: unnamed, certain sums of money of no work item, once on a day. What features and other
//! costs bring into a period stays, so an amount below that is refused.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::budget::{Amount, BudgetLine, Certainty, Cost, Moment, Money, PeriodUnit, Timing, divide};
use crate::day::{Day, Span};
use crate::draft::Draft;
use crate::id::{BudgetLineId, CostId, IdSequence};
use crate::links::CostOn;
use crate::rules;
use crate::violation::RuleViolation;

/// What shall be planned in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PeriodAmount {
    /// From its first to its last day, such as a month.
    pub period: Span,
    /// What is planned there all in all; none takes the plain costs away.
    pub amount: Option<Money>,
}

/// “Plan a period”, “Plan 12 periods”.
pub(in super::super) fn label(periods: &[PeriodAmount]) -> String {
    match periods.len() {
        1 => "Plan a period".to_owned(),
        count => format!("Plan {count} periods"),
    }
}

pub(in super::super) fn plan(
    draft: &mut Draft<'_>,
    line: BudgetLineId,
    periods: &[PeriodAmount],
    first_id: CostId,
) -> Result<(), RuleViolation> {
    let name = draft.find::<BudgetLine>(line)?.name.clone();
    let mut ids = IdSequence::starting_at(first_id);
    for PeriodAmount { period, amount } in periods {
        Span::new(period.first, period.last)?;
        let (plain, elsewhere) = planned(draft, line, *period);
        let wanted = match amount {
            None => Money::ZERO,
            Some(amount) => {
                rules::money(draft, "the amount", *amount)?;
                if *amount < elsewhere {
                    let elsewhere = elsewhere.written(&draft.settings().currency);
                    return Err(RuleViolation::PlannedElsewhere { line: name, period: *period, elsewhere });
                }
                *amount - elsewhere
            }
        };
        if wanted != plain.iter().map(|(_, _, money)| *money).sum() {
            put(draft, line, *period, wanted, &plain, &mut ids)?;
        }
    }
    Ok(())
}

/// A plain cost with its day and its money.
type Plain = (Day, CostId, Money);

/// The plain costs of a line in a period, in the order of their days, and what other costs bring there.
fn planned(draft: &Draft<'_>, line: BudgetLineId, period: Span) -> (Vec<Plain>, Money) {
    let mut plain = Vec::new();
    let mut elsewhere = Money::ZERO;
    let costs = draft.costs_on(CostOn::Line(line)).into_iter().filter_map(|id| draft.get::<Cost>(id));
    for cost in costs {
        match plain_of(cost) {
            Some((day, money)) if period.first <= day && day <= period.last => {
                plain.push((day, cost.id, money));
            }
            Some(_) => {}
            None => elsewhere += cost.within(draft, period),
        }
    }
    plain.sort_unstable();
    (plain, elsewhere)
}

/// The day and the money of a cost that a table of periods may change.
fn plain_of(cost: &Cost) -> Option<(Day, Money)> {
    match (cost.amount, cost.timing, cost.certainty) {
        (Amount::Money { amount }, Timing::Once { on: Moment::Day { day } }, Certainty::Certain)
            if cost.item.is_none() && cost.name.is_empty() =>
        {
            Some((day, amount))
        }
        _ => None,
    }
}

/// Lets the plain costs of a period come to an amount: one a month, in the proportion in which they were, or all months
/// alike where there was nothing.
fn put(
    draft: &mut Draft<'_>,
    line: BudgetLineId,
    period: Span,
    wanted: Money,
    plain: &[Plain],
    ids: &mut IdSequence<CostId>,
) -> Result<(), RuleViolation> {
    let mut months: BTreeMap<Day, (i64, Option<(Day, CostId)>)> = BTreeMap::new();
    for month in PeriodUnit::Month.across(period, draft.settings().fiscal_year) {
        months.insert(month.first, (0, None));
    }
    for (day, id, money) in plain {
        let month = months.entry(day.month_start()).or_default();
        month.0 += money.0;
        match month.1 {
            None => month.1 = Some((*day, *id)),
            // One a month is enough: what it was is in the first one's share.
            Some(_) => draft.remove::<Cost>(*id),
        }
    }
    let before: Vec<i64> = months.values().map(|(weight, _)| *weight).collect();
    let alike = vec![1; months.len()];
    let weights = if before.iter().all(|weight| *weight == 0) { &alike } else { &before };
    for ((month, (_, kept)), share) in months.into_iter().zip(divide(wanted, weights)) {
        match kept {
            Some((_, id)) if share == Money::ZERO => draft.remove::<Cost>(id),
            Some((_, id)) => {
                let cost =
                    Cost { amount: Amount::Money { amount: share }, ..draft.find::<Cost>(id)?.clone() };
                draft.put(cost);
            }
            None if share == Money::ZERO => {}
            None => {
                let Some(id) = ids.next() else { continue };
                draft.add(plain_cost(id, line, month.max(period.first), share))?;
            }
        }
    }
    Ok(())
}

fn plain_cost(id: CostId, line: BudgetLineId, day: Day, amount: Money) -> Cost {
    Cost {
        id,
        name: String::new(),
        line,
        item: None,
        amount: Amount::Money { amount },
        timing: Timing::Once { on: Moment::Day { day } },
        certainty: Certainty::Certain,
    }
}
