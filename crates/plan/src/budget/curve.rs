//! How money adds up over time: planned, spent, forecast, with the band of what estimates may come to, and the cap.

use serde::Serialize;

use super::cap::CapStanding;
use super::ledger::Ledger;
use super::line::BudgetLine;
use super::money::Money;
use super::period::PeriodUnit;
use super::sums::{CertaintyFilter, Sums};
use crate::day::{Day, Span};
use crate::id::BudgetLineId;
use crate::plan::Plan;

/// What all money has come to by the end of a period.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CurvePoint {
    /// The period.
    pub period: Span,
    /// Planned.
    pub planned: Money,
    /// Spent; none for periods that begin after today.
    pub actual: Option<Money>,
    /// Spent, and planned after today.
    pub forecast: Money,
    /// The forecast with all that remains at its low end.
    pub low: Money,
    /// The forecast with all that remains at its high end.
    pub high: Money,
    /// What it may come to; none if no cap holds on the last day of the period. A line whose cap holds counts with what
    /// it has come to before and the cap. A line whose cap has ended keeps what that has left, and one without a cap, or
    /// before it, counts with its forecast: together they leave as much above the forecast as their caps do.
    pub cap: Option<Money>,
}

impl Ledger {
    /// What some lines have come to by the end of each period in which their money falls and for which their caps hold.
    pub fn curve(
        &self,
        plan: &Plan,
        lines: &[&BudgetLine],
        unit: PeriodUnit,
        filter: CertaintyFilter,
    ) -> Vec<CurvePoint> {
        let running = |line: &&BudgetLine| Running {
            line: line.id,
            sums: Sums::default(),
            cap: match filter {
                CertaintyFilter::All => self.standing(plan, line),
                _ => self.cap_standing(plan, line, filter),
            },
        };
        let mut lines: Vec<Running> = lines.iter().map(running).collect();
        let periods =
            span(self, &lines).into_iter().flat_map(|span| unit.across(span, plan.settings().fiscal_year));
        let points = periods.map(|period| {
            for each in &mut lines {
                let own = self.between(each.line, period.first, period.last).of(filter);
                each.sums = [each.sums, own].into_iter().sum();
            }
            point(&lines, period, self.today())
        });
        points.collect()
    }
}

/// A line with what it has come to so far.
struct Running {
    line: BudgetLineId,
    sums: Sums,
    cap: Option<CapStanding>,
}

impl Running {
    fn is_capped(&self, day: Day) -> bool {
        self.cap.is_some_and(|CapStanding { cap, .. }| cap.span.first <= day && day <= cap.span.last)
    }

    /// What it may come to by the end of a day, which its sums reach up to.
    fn may_be(&self, day: Day) -> Money {
        match self.cap {
            Some(standing) if self.is_capped(day) => standing.before + standing.cap.amount,
            Some(standing) if standing.cap.span.last < day => self.sums.forecast() + standing.left,
            _ => self.sums.forecast(),
        }
    }
}

/// The days in which money of the lines falls, and for which their caps hold if any does.
fn span(ledger: &Ledger, lines: &[Running]) -> Option<Span> {
    let of_money = |line: &Running| {
        let mut months = ledger.months(line.line).map(|(month, _)| month);
        let first = months.next()?;
        let last = months.last().unwrap_or(first).month_start_plus(1).plus(-1);
        Some(Span { first, last })
    };
    let money = lines.iter().filter_map(of_money).reduce(Span::union)?;
    let caps = lines.iter().filter_map(|line| line.cap).map(|standing| standing.cap.span);
    // A cap that was given for ever would leave the money a corner of the chart.
    let near = Span {
        first: money.first.month_start_plus(-12),
        last: money.last.plus(1).month_start_plus(12).plus(-1),
    };
    let shown = caps.map(|cap| Span { first: cap.first.max(near.first), last: cap.last.min(near.last) });
    Some(shown.filter(|cap| cap.first <= cap.last).fold(money, Span::union))
}

fn point(lines: &[Running], period: Span, today: Day) -> CurvePoint {
    let all: Sums = lines.iter().map(|each| each.sums).sum();
    let is_capped = lines.iter().any(|each| each.is_capped(period.last));
    CurvePoint {
        period,
        planned: all.planned,
        actual: (period.first <= today).then_some(all.actual),
        forecast: all.forecast(),
        low: all.forecast_low(),
        high: all.forecast_high(),
        cap: is_capped.then(|| lines.iter().map(|each| each.may_be(period.last)).sum()),
    }
}
