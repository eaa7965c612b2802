//! Budget lines by periods.

use milepost_plan::{BudgetLine, CapStanding, CertaintyFilter, Day, Ledger, PeriodUnit, Plan, Span, Sums};
use serde::{Deserialize, Serialize};

use super::{BudgetCell, OverCap, digits_of, total};
use crate::app::App;
use crate::error::ApiError;

/// Which periods.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BudgetTableRequest {
    /// How long each is.
    pub unit: PeriodUnit,
    /// The days whose periods are told; none for all in which money falls, and the one of today.
    pub span: Option<Span>,
    /// What of it counts.
    pub certainty: CertaintyFilter,
}

/// Lines by periods. Whatever the periods, they and what has no days add up to the totals as long as all are told.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BudgetTable {
    /// ISO 4217 code of the plan's currency.
    pub currency: String,
    /// Digits behind its decimal mark.
    pub digits: u8,
    /// The day up to which money is spent and after which it is planned.
    pub today: Day,
    /// The columns.
    pub periods: Vec<Span>,
    /// The rows, in the order by hand.
    pub lines: Vec<BudgetRow>,
    /// All lines together.
    pub total: BudgetSums,
}

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BudgetRow {
    /// The line.
    pub line: BudgetLine,
    /// Its money.
    pub sums: BudgetSums,
    /// How all of it stands to its cap, whatever counts.
    pub cap: Option<CapStanding>,
    /// That it is over its cap, in words.
    pub warning: Option<String>,
}

/// The money of a row.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BudgetSums {
    /// By period.
    pub periods: Vec<BudgetCell>,
    /// What has no days.
    pub undated: BudgetCell,
    /// All of it, other periods included.
    pub total: BudgetCell,
}

/// Lines by periods.
pub fn budget_table(app: &App, request: &BudgetTableRequest) -> Result<BudgetTable, ApiError> {
    let open = app.opened()?;
    Ok(open.with_ledger(app, |plan, ledger| table(plan, ledger, *request)))
}

fn table(plan: &Plan, ledger: &Ledger, request: BudgetTableRequest) -> BudgetTable {
    let today = ledger.today();
    let year = plan.settings().fiscal_year;
    let periods: Vec<Span> = match request.span {
        Some(span) => request.unit.across(span, year).collect(),
        None => ledger.periods(request.unit, year),
    };
    let counted = |sums: Sums| sums.of(request.certainty);
    let row = |line: &BudgetLine| {
        let cells = periods.iter().map(|period| counted(ledger.between(line.id, period.first, period.last)));
        (cells.collect::<Vec<Sums>>(), counted(ledger.undated(line.id)))
    };
    let mut all = vec![Sums::default(); periods.len()];
    let mut undated = Sums::default();
    let mut lines = Vec::new();
    for line in plan.budget_lines_in_order() {
        let (cells, without) = row(line);
        for (sum, cell) in all.iter_mut().zip(&cells) {
            *sum = [*sum, *cell].into_iter().sum();
        }
        undated = [undated, without].into_iter().sum();
        let cap = ledger.standing(plan, line);
        lines.push(BudgetRow {
            line: line.clone(),
            sums: told(cells, without, counted(ledger.total(line.id))),
            warning: cap.as_ref().and_then(|standing| Some(OverCap::of(plan, line, standing)?.reason)),
            cap,
        });
    }
    BudgetTable {
        currency: plan.settings().currency.clone(),
        digits: digits_of(plan),
        today,
        lines,
        total: told(all, undated, counted(total(plan, ledger))),
        periods,
    }
}

fn told(periods: Vec<Sums>, undated: Sums, total: Sums) -> BudgetSums {
    BudgetSums {
        periods: periods.into_iter().map(BudgetCell::from).collect(),
        undated: undated.into(),
        total: total.into(),
    }
}
