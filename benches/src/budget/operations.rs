//! Operations on money, in memory with the ledger that follows, and with their commit.

use milepost_plan::{
    BudgetLineId, ChangeSet, CostId, ExchangeRate, Id as _, Ledger, Money, Operation, PeriodAmount,
    PeriodUnit, Plan,
};
use milepost_samples::sample_day;
use milepost_session::Session;
use uuid::Uuid;

use super::BudgetBench;
use crate::Fault;
use crate::runs::{Measurement, median};

/// Days that a feature is dragged by, across the ends of months.
const FAR: i32 = 45;

/// What changes cost without their file.
pub(super) fn in_memory(bench: &BudgetBench) -> Result<Vec<Measurement>, Fault> {
    let nothing = || Ok::<_, Fault>(());
    let anew = median("ledger, made anew", nothing, |()| Ok(Ledger::of(&bench.plan, sample_day())))?;
    let mut plan = bench.plan.clone();
    let mut ledger = Ledger::of(&plan, sample_day());
    let mut days = FAR;
    let moved = median("move, and its ledger", nothing, |()| {
        let changes = bench.move_by(days).change(&plan)?;
        follow(&mut plan, &mut ledger, &changes);
        days = -days;
        Ok(())
    })?;
    let rate = plan.rates_in_order().first().map(|rate| rate.id).ok_or("a rate is needed")?;
    let mut amounts = (60_000..).map(Money);
    let raised = median(
        "a rate, and its ledger",
        || amounts.next().ok_or_else(|| Fault::from("amounts ended")),
        |amount| {
            let edit = milepost_plan::RateEdit::PerDay(amount);
            let changes = Operation::EditRate { id: rate, edit }.change(&plan)?;
            follow(&mut plan, &mut ledger, &changes);
            Ok(())
        },
    )?;
    let convert =
        Operation::ConvertCurrency { currency: "JPY".to_owned(), rate: ExchangeRate(160_000_000_000) };
    let converted = median(
        "another currency",
        || Ok(bench.plan.clone()),
        |mut plan| {
            let changes = convert.change(&plan)?;
            plan.accept(&changes);
            Ok::<_, Fault>(plan)
        },
    )?;
    Ok(vec![anew, moved, raised, converted])
}

fn follow(plan: &mut Plan, ledger: &mut Ledger, changes: &ChangeSet) {
    plan.accept(changes);
    ledger.follow(plan, &changes.changes);
}

/// What the user waits for: the operation and its commit.
pub(super) fn in_the_file(bench: &BudgetBench) -> Result<Vec<Measurement>, Fault> {
    let session = Session::create(&bench.other_path("changed"), bench.plan.clone())?;
    let mut days = FAR;
    let moved = median(
        "move, in the file",
        || Ok::<_, Fault>(()),
        |()| {
            session.apply(&bench.move_by(days))?;
            days = -days;
            Ok(())
        },
    )?;
    let undone = median(
        "undo of a move, in the file",
        || session.apply(&bench.move_by(FAR)).map(drop),
        |()| session.undo().map(drop),
    )?;
    let line = bench.plan.budget_lines_in_order().first().map(|line| line.id).ok_or("a line is needed")?;
    let mut amounts = (1_000_000_000..).map(Money);
    let planned = median(
        "12 months planned, in the file",
        || amounts.next().map(|amount| year(bench, line, amount)).ok_or_else(|| Fault::from("amounts ended")),
        |operation| Ok(session.apply(&operation).map(drop)?),
    )?;
    let undone_year = median(
        "undo of 12 months",
        || {
            let amount = amounts.next().ok_or("amounts ended")?;
            Ok::<_, Fault>(session.apply(&year(bench, line, amount)).map(drop)?)
        },
        |()| Ok(session.undo().map(drop)?),
    )?;
    Ok(vec![moved, undone, planned, undone_year])
}

/// The row of a line as it is pasted from a spreadsheet.
fn year(bench: &BudgetBench, line: BudgetLineId, amount: Money) -> Operation {
    let first = sample_day().month_start_plus(1);
    let span = milepost_plan::Span { first, last: first.month_start_plus(12).plus(-1) };
    let periods = PeriodUnit::Month.across(span, bench.plan.settings().fiscal_year);
    let periods = periods.map(|period| PeriodAmount { period, amount: Some(amount) }).collect();
    Operation::PlanPeriods { line, periods, first_id: CostId::from_uuid(Uuid::now_v7()) }
}
