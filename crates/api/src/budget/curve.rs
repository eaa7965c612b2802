//! How money adds up over time: planned, spent, forecast, with the band of what estimates may come to.

use milepost_plan::{BudgetLineId, Money, PeriodUnit, Span, Sums};
use serde::{Deserialize, Serialize};

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
}

/// A curve with its points in order.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Curve {
    /// What all money has come to by the end of each period.
    pub points: Vec<CurvePoint>,
    /// What may be spent: the cap of the line, or those of all lines together; none if none has one.
    pub cap: Option<Money>,
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
}

/// The curve of a line or of all of them.
pub fn budget_curve(app: &App, request: &CurveRequest) -> Result<Curve, ApiError> {
    let open = app.opened()?;
    Ok(open.with_ledger(app, |plan, ledger| {
        let lines = || plan.budget_lines().iter().filter(|line| request.line.is_none_or(|id| line.id == id));
        let span = ledger.span();
        let periods =
            span.into_iter().flat_map(|span| request.unit.across(span, plan.settings().fiscal_year));
        let today = ledger.today();
        let (mut sums, mut band) = (Sums::default(), (Money::ZERO, Money::ZERO));
        let points = periods.map(|period| {
            let own: Sums = lines().map(|line| ledger.between(line.id, period.first, period.last)).sum();
            sums = [sums, own].into_iter().sum();
            // What is past is known; of a period that today is in, its estimates count for what remains of it.
            let share = |end: Money| scaled(end - own.planned, own.remaining, own.planned);
            band = (band.0 + share(own.low), band.1 + share(own.high));
            CurvePoint {
                period,
                planned: sums.planned,
                actual: (period.first <= today).then_some(sums.actual),
                forecast: sums.forecast(),
                low: sums.forecast() + band.0,
                high: sums.forecast() + band.1,
            }
        });
        let points = points.collect();
        Curve { points, cap: lines().filter_map(|line| line.cap).map(|cap| cap.amount).reduce(|a, b| a + b) }
    }))
}

/// A part of an amount.
fn scaled(amount: Money, part: Money, whole: Money) -> Money {
    if whole == Money::ZERO {
        return Money::ZERO;
    }
    let product = i128::from(amount.0) * i128::from(part.0) / i128::from(whole.0);
    Money(i64::try_from(product).unwrap_or(0))
}
