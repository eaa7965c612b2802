//! What is planned on a budget line, period by period, set as in a spreadsheet.
//!
//! Only plain costs are touched: unnamed, certain sums of money of no work item, once on a day. What features and other
//! costs bring into a period stays, so an amount below that is refused.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::budget::{Amount, BudgetLine, Certainty, Cost, Moment, Money, PeriodUnit, Timing, divide};
use crate::day::{Day, Span};
use crate::draft::Draft;
use crate::id::{BudgetLineId, CostId, Id, IdSequence};
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
    let mut planned = Planned::of(draft, line);
    for PeriodAmount { period, amount } in periods {
        Span::new(period.first, period.last)?;
        let wanted = match amount {
            None => Money::ZERO,
            Some(amount) => {
                rules::money(draft, "the amount", *amount)?;
                let elsewhere = planned.elsewhere(draft, *period);
                if *amount < elsewhere {
                    let elsewhere = elsewhere.written(&draft.settings().currency);
                    return Err(RuleViolation::PlannedElsewhere { line: name, period: *period, elsewhere });
                }
                *amount - elsewhere
            }
        };
        let plain = planned.take(*period);
        if wanted == plain.iter().map(|(_, _, money)| *money).sum() {
            planned.plain.extend(plain);
        } else {
            planned.plain.extend(put(draft, line, *period, wanted, &plain, &mut ids)?);
        }
    }
    Ok(())
}

/// A plain cost with its day and its money.
type Plain = (Day, CostId, Money);

/// What is planned on a line: looked for once, since only plain costs change, however many periods are set.
struct Planned {
    /// In the order of their days.
    plain: BTreeSet<Plain>,
    /// What other costs bring, by the first days of months.
    months: BTreeMap<Day, Money>,
    others: Vec<CostId>,
}

impl Planned {
    fn of(draft: &Draft<'_>, line: BudgetLineId) -> Self {
        let mut planned = Self { plain: BTreeSet::new(), months: BTreeMap::new(), others: Vec::new() };
        let costs = draft.costs_on(CostOn::Line(line)).into_iter().filter_map(|id| draft.get::<Cost>(id));
        for cost in costs {
            if let Some((day, money)) = plain_of(cost) {
                planned.plain.insert((day, cost.id, money));
                continue;
            }
            for (month, money) in cost.by_month(draft) {
                *planned.months.entry(month).or_default() += money;
            }
            planned.others.push(cost.id);
        }
        planned
    }

    /// What other costs bring into a period. One that is not of whole months costs a look at all of them.
    fn elsewhere(&self, draft: &Draft<'_>, period: Span) -> Money {
        let end = period.last.plus(1);
        if period.first == period.first.month_start() && end == end.month_start() {
            return self.months.range(period.first..end).map(|(_, money)| *money).sum();
        }
        let others = self.others.iter().filter_map(|id| draft.get::<Cost>(*id));
        others.map(|cost| cost.within(draft, period)).sum()
    }

    /// Takes the plain costs of a period out.
    fn take(&mut self, period: Span) -> Vec<Plain> {
        let mut within = self.plain.split_off(&(period.first, least(), Money(i64::MIN)));
        let mut after = within.split_off(&(period.last.plus(1), least(), Money(i64::MIN)));
        self.plain.append(&mut after);
        within.into_iter().collect()
    }
}

/// The id before all others.
fn least() -> CostId {
    CostId::from_uuid(Uuid::nil())
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
/// alike where there was nothing. Answers the plain costs that the period has now.
fn put(
    draft: &mut Draft<'_>,
    line: BudgetLineId,
    period: Span,
    wanted: Money,
    plain: &[Plain],
    ids: &mut IdSequence<CostId>,
) -> Result<Vec<Plain>, RuleViolation> {
    let mut now = Vec::new();
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
            Some((day, id)) => {
                let cost =
                    Cost { amount: Amount::Money { amount: share }, ..draft.find::<Cost>(id)?.clone() };
                draft.put(cost);
                now.push((day, id, share));
            }
            None if share == Money::ZERO => {}
            None => {
                let Some(id) = ids.next() else { continue };
                let day = month.max(period.first);
                draft.add(plain_cost(id, line, day, share))?;
                now.push((day, id, share));
            }
        }
    }
    Ok(now)
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
