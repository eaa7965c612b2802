//! Rows of feedback, such as Fider exports them, to feedback of the plan.
//!
//! Unlike a work item a feedback is taken whole or not at all: a row with votes out of range, a day that cannot be read
//! or a link to what is not there is refused. Closing what is open is the only thing that a file's status does to
//! feedback that the plan has: what has been linked or answered here is not opened again.

mod duplicates;
mod land;
mod names;
mod rows;

use milepost_plan::{Cancel, Cancelled, Plan};
use uuid::Uuid;

use super::Done;
use super::identity::identify;
use super::reader::Rows;
use super::scratch::Scratch;
use crate::mapping::Mapping;
use crate::report::{Counts, RowReport, counted};
use land::{Lander, Landing};

pub(super) use names::unknown_customers;
pub(super) use rows::{Row, read};

/// Carries an import of feedback out on a copy of the plan.
pub(super) fn carry_out(
    rows: Rows<Row>,
    mapping: &Mapping,
    plan: &Plan,
    ids: &mut dyn FnMut() -> Uuid,
    cancel: Cancel<'_>,
) -> Result<Done, Cancelled> {
    let Rows { mut rows, have_identity, .. } = rows;
    let mut scratch = Scratch::of(plan);
    let identities = identify(&mut rows, plan);
    let mut lander = Lander::new(&mut scratch, mapping, ids);
    let landed = cancel.over(rows.iter_mut().zip(&identities));
    let landed = landed.map(|each| each.map(|(row, identity)| lander.land(row, identity)));
    let mut landings = landed.collect::<Result<Vec<Landing>, _>>()?;
    duplicates::merge(&mut scratch, &mut rows, &mut landings, cancel)?;
    land::settle(&mut scratch, &rows, &mut landings, cancel)?;

    let customers_added = scratch.plan.customers().len() - plan.customers().len();
    let mut counts =
        Counts { customers_added: u32::try_from(customers_added).unwrap_or(u32::MAX), ..Counts::default() };
    let reports: Vec<RowReport> =
        rows.into_iter().zip(landings).map(|(row, landing)| report(row, landing, &scratch.plan)).collect();
    counts.add_all(&reports);
    let changed = counts.taken + counts.taken_with_change + counts.updated;
    let label = format!("Import {}", counted(changed, "piece of feedback", "pieces of feedback"));
    Ok(Done { scratch, reports, counts, label, have_identity })
}

fn report(row: Row, landing: Landing, plan: &Plan) -> RowReport {
    let outcome = landing.outcome.with(&row.remarks);
    let feedback = landing.became.and_then(|id| plan.feedback().get(id));
    RowReport {
        line: row.line,
        title: row.text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().to_owned(),
        key: feedback.map_or(row.key, |feedback| feedback.key.clone()),
        item: None,
        feedback: landing.became,
        actual: None,
        outcome,
        fields: landing.fields,
        remarks: row.remarks,
    }
}
