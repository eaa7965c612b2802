//! Rows of a bank or a ledger to actuals of the plan.
//!
//! A row is money that was spent, or it is refused: nothing of its day or its amount is mended. What the plan has already
//! stays as it is, whatever the file says of it; so a file that overlaps with the last one adds what is new.

mod known;
mod land;
mod lines;
mod rows;
mod totals;

use milepost_plan::{Cancel, Cancelled, Day, Plan};
use uuid::Uuid;

use super::Done;
use super::scratch::Scratch;
use crate::mapping::Mapping;
use crate::report::{Counts, RowReport, counted};
use land::{Lander, Landing};

pub use lines::CostCentre;
pub(super) use lines::cost_centres;
pub(super) use rows::{Row, Rows, read};

/// Carries an import of actuals out on a copy of the plan.
pub(super) fn carry_out(
    rows: Rows,
    mapping: &Mapping,
    plan: &Plan,
    today: Day,
    ids: &mut dyn FnMut() -> Uuid,
    cancel: Cancel<'_>,
) -> Result<Done, Cancelled> {
    let mut rows = rows.rows;
    let mut scratch = Scratch::of(plan);
    let mut lander = Lander::new(&mut scratch, plan, mapping, today, ids, &rows);
    let landings = lander.land(&mut rows, cancel)?;
    let reports: Vec<RowReport> =
        rows.iter().zip(landings).map(|(row, landing)| report(row, landing, &scratch.plan)).collect();
    let mut counts = Counts::default();
    counts.add_all(&reports);
    let taken = counts.taken + counts.taken_with_change;
    if taken > 0 {
        let readings = [lines::settled(mapping, plan, &rows).to_remember(), mapping.to_remember()];
        scratch.bring_money(readings.into_iter().filter(|_| !mapping.formulas_are_defused));
    }
    let label = format!("Import {}", counted(taken, "actual", "actuals"));
    // Rows are found again without a key as well, so that its absence is nothing to warn of.
    Ok(Done { scratch, reports, counts, label, have_identity: true })
}

fn report(row: &Row, landing: Landing, plan: &Plan) -> RowReport {
    let actual = landing.became.and_then(|id| plan.actuals().get(id));
    let title = [&row.supplier, &row.note].into_iter().find(|text| !text.trim().is_empty());
    RowReport {
        line: row.line,
        key: actual.map_or_else(|| row.key.clone(), |actual| actual.key.clone()),
        title: title.and_then(|text| text.lines().next()).unwrap_or_default().to_owned(),
        item: None,
        feedback: None,
        actual: landing.became,
        outcome: landing.outcome.with(&row.remarks),
        fields: landing.fields,
        remarks: row.remarks.clone(),
    }
}
