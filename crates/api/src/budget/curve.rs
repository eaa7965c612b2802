//! How money adds up over time: planned, spent, forecast, with the band of what estimates may come to, and the cap.

use milepost_plan::{
    BudgetLine, BudgetLineId, CapStanding, CertaintyFilter, Day, Ledger, Money, PeriodUnit, Plan, Span, Sums,
};
use serde::{Deserialize, Serialize};

use super::{OverCap, digits_of};
use crate::app::App;
use crate::error::ApiError;

/// Whose curve.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CurveRequest {
    /// One line; none for all of them.
    pub line: Option<BudgetLineId>,
    /// From point to point.
    pub unit: PeriodUnit,
    /// What of it counts.
    pub certainty: CertaintyFilter,
}

/// A curve with its points in order.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Curve {
    /// ISO 4217 code of the plan's currency.
    pub currency: String,
    /// Digits behind its decimal mark.
    pub digits: u8,
    /// The day up to which money is spent and after which it is planned.
    pub today: Day,
    /// What all money has come to by the end of each period.
    pub points: Vec<CurvePoint>,
    /// The lines that pass their caps by what counts, in the order of the days on which they do.
    pub over: Vec<OverCap>,
    /// Planned without days, and so on no point.
    pub undated: Money,
}

/// What all money has come to by the end of a period.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
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

/// The curve of a line or of all of them.
pub fn budget_curve(app: &App, request: &CurveRequest) -> Result<Curve, ApiError> {
    let open = app.opened()?;
    Ok(open.with_ledger(app, |plan, ledger| curve(plan, ledger, *request)))
}

fn curve(plan: &Plan, ledger: &Ledger, request: CurveRequest) -> Curve {
    let chosen = |line: &&BudgetLine| request.line.is_none_or(|id| line.id == id);
    let mut lines: Vec<Running> = plan
        .budget_lines_in_order()
        .into_iter()
        .filter(chosen)
        .map(|line| Running {
            line,
            sums: Sums::default(),
            cap: ledger.cap_standing(plan, line, request.certainty),
        })
        .collect();
    let mut over: Vec<OverCap> =
        lines.iter().filter_map(|each| OverCap::of(plan, each.line, each.cap.as_ref()?)).collect();
    over.sort_by_key(|each| each.passed_on);
    let undated = lines.iter().map(|each| ledger.undated(each.line.id).of(request.certainty).planned).sum();
    let periods = span(ledger, &lines)
        .into_iter()
        .flat_map(|span| request.unit.across(span, plan.settings().fiscal_year));
    let points = periods.map(|period| {
        for each in &mut lines {
            let own = ledger.between(each.line.id, period.first, period.last).of(request.certainty);
            each.sums = [each.sums, own].into_iter().sum();
        }
        point(&lines, period, ledger.today())
    });
    Curve {
        currency: plan.settings().currency.clone(),
        digits: digits_of(plan),
        today: ledger.today(),
        points: points.collect(),
        over,
        undated,
    }
}

/// A line with what it has come to so far.
struct Running<'a> {
    line: &'a BudgetLine,
    sums: Sums,
    cap: Option<CapStanding>,
}

impl Running<'_> {
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
        let mut months = ledger.months(line.line.id).map(|(month, _)| month);
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
