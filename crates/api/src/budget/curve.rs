//! How money adds up over time: planned, spent, forecast, with the band of what estimates may come to, and the cap.

use milepost_plan::{
    BudgetLine, BudgetLineId, CertaintyFilter, CurvePoint, Day, Ledger, Money, PeriodUnit, Plan,
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

/// The curve of a line or of all of them.
pub fn budget_curve(app: &App, request: &CurveRequest) -> Result<Curve, ApiError> {
    let open = app.opened()?;
    Ok(open.with_ledger(app, |plan, ledger| curve(plan, ledger, *request)))
}

fn curve(plan: &Plan, ledger: &Ledger, request: CurveRequest) -> Curve {
    let chosen = |line: &&BudgetLine| request.line.is_none_or(|id| line.id == id);
    let lines: Vec<&BudgetLine> = plan.budget_lines_in_order().into_iter().filter(chosen).collect();
    let standing = |line: &BudgetLine| ledger.cap_standing(plan, line, request.certainty);
    let mut over: Vec<OverCap> =
        lines.iter().filter_map(|line| OverCap::of(plan, line, &standing(line)?)).collect();
    over.sort_by_key(|each| each.passed_on);
    Curve {
        currency: plan.settings().currency.clone(),
        digits: digits_of(plan),
        today: ledger.today(),
        points: ledger.curve(plan, &lines, request.unit, request.certainty),
        over,
        undated: lines.iter().map(|line| ledger.undated(line.id).of(request.certainty).planned).sum(),
    }
}
