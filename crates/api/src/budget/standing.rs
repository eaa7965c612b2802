//! What is left: how the money of each line stands to its cap, and that of all lines together.

use milepost_plan::{BudgetLine, BudgetLineId, CapStanding, Day, Ledger, Money, Plan, Span, Sums};
use serde::Serialize;

use super::{OverCap, digits_of};
use crate::app::App;
use crate::error::ApiError;

/// How the budget stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BudgetStanding {
    /// ISO 4217 code of the plan's currency.
    pub currency: String,
    /// Digits behind its decimal mark.
    pub digits: u8,
    /// The day up to which money is spent and after which it is planned.
    pub today: Day,
    /// Each line, in the order by hand.
    pub lines: Vec<LineStanding>,
    /// Those with a cap together, each in the span of its own; none if none has one.
    pub capped: Option<MoneyStanding>,
    /// All money with days of all lines, without regard to caps.
    pub all: MoneyStanding,
    /// What is planned without days on all lines, which no cap is held against.
    pub undated: Money,
}

/// How a line stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LineStanding {
    /// The line.
    pub line: BudgetLineId,
    /// Its name.
    pub name: String,
    /// The days that its cap holds for; none without a cap.
    pub span: Option<Span>,
    /// Its money in the span of its cap, or all of it that has days without a cap.
    pub standing: MoneyStanding,
    /// What is planned on it without days.
    pub undated: Money,
    /// That it is over its cap.
    pub over: Option<OverCap>,
}

/// What is spent and still planned, and what may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MoneyStanding {
    /// What may be spent; none without a cap.
    pub cap: Option<Money>,
    /// Spent.
    pub actual: Money,
    /// Planned after today.
    pub remaining: Money,
    /// Spent, and planned after today with estimates at their low end.
    pub low: Money,
    /// Spent, and planned after today with estimates at their high end.
    pub high: Money,
}

impl From<Sums> for MoneyStanding {
    fn from(sums: Sums) -> Self {
        Self {
            cap: None,
            actual: sums.actual,
            remaining: sums.remaining,
            low: sums.forecast_low(),
            high: sums.forecast_high(),
        }
    }
}

impl From<&CapStanding> for MoneyStanding {
    fn from(standing: &CapStanding) -> Self {
        Self {
            cap: Some(standing.cap.amount),
            actual: standing.actual,
            remaining: standing.forecast - standing.actual,
            low: standing.low,
            high: standing.high,
        }
    }
}

impl MoneyStanding {
    fn and(self, other: Self) -> Self {
        Self {
            cap: self.cap.into_iter().chain(other.cap).reduce(|a, b| a + b),
            actual: self.actual + other.actual,
            remaining: self.remaining + other.remaining,
            low: self.low + other.low,
            high: self.high + other.high,
        }
    }
}

/// How the budget stands, all of it, whatever is certain.
pub fn budget_standing(app: &App, (): &()) -> Result<BudgetStanding, ApiError> {
    let open = app.opened()?;
    Ok(open.with_ledger(app, |plan, ledger| {
        let lines: Vec<LineStanding> =
            plan.budget_lines_in_order().into_iter().map(|line| of_line(plan, ledger, line)).collect();
        let capped = lines.iter().map(|line| line.standing).filter(|standing| standing.cap.is_some());
        BudgetStanding {
            currency: plan.settings().currency.clone(),
            digits: digits_of(plan),
            today: ledger.today(),
            capped: capped.reduce(MoneyStanding::and),
            all: lines.iter().map(|line| ledger.dated(line.line)).sum::<Sums>().into(),
            undated: lines.iter().map(|line| line.undated).sum(),
            lines,
        }
    }))
}

fn of_line(plan: &Plan, ledger: &Ledger, line: &BudgetLine) -> LineStanding {
    let cap = ledger.standing(plan, line);
    LineStanding {
        line: line.id,
        name: line.name.clone(),
        span: cap.map(|standing| standing.cap.span),
        standing: cap.as_ref().map_or_else(|| ledger.dated(line.id).into(), MoneyStanding::from),
        undated: ledger.undated(line.id).forecast(),
        over: cap.and_then(|standing| OverCap::of(plan, line, &standing)),
    }
}
