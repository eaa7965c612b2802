//! Pasting: rows of a table that somebody has copied become new items, whatever key or id they bear.
//!
//! Text without a header that is known is a list: the first cell of each line is a title.

use milepost_plan::{Operation, Plan};
use uuid::Uuid;

use super::{Done, Import, Standing, carry_out, rows};
use crate::dates::{DayOrder, DayOrderFound};
use crate::error::ExchangeError;
use crate::mapping::{Field, Mapping, RowsAre};
use crate::report::{Outcome, Report, counted};
use crate::table::{ColumnRef, Table};

/// The name of the one column of a list.
const TITLE: &str = "Title";

/// Works out what pasting a text does to a plan, which stays as it is.
///
/// Rows name one another by the keys and ids that they bear; the items get none of them. `usual_order` is how days
/// are read that the text leaves open. `ids` gives a new random id, of version 7, whenever it is called.
///
/// # Errors
/// Refuses text that is too much, or no text at all.
pub fn plan_paste(
    text: &str,
    plan: &Plan,
    usual_order: DayOrder,
    mut ids: impl FnMut() -> Uuid,
) -> Result<Import, ExchangeError> {
    let (mut table, mut mapping) = read(text)?;
    table.records.retain(|record| !record.is_blank());
    let mut rows = rows::read(&table, &mapping)?;
    if matches!(rows.day_order, DayOrderFound::Open(_)) {
        mapping.day_order = Some(usual_order);
        rows = rows::read(&table, &mapping)?;
    }
    let Done { scratch, reports, counts, .. } = carry_out(rows, plan, Standing::Copies, &mut ids);
    let pasted = reports.iter().filter(|row| row.outcome != Outcome::Refused).count();
    let label = format!("Paste {}", counted(u32::try_from(pasted).unwrap_or(u32::MAX), "item", "items"));
    Ok(Import {
        report: Report {
            summary: counts.told(RowsAre::WorkItems),
            counts,
            warnings: Vec::new(),
            rows: reports,
        },
        operation: Operation::Batch { label, operations: scratch.into_operations() },
    })
}

/// The text as a table with a column for the title. A header that nothing follows is a title like any.
fn read(text: &str) -> Result<(Table, Mapping), ExchangeError> {
    let table = Table::read(text.as_bytes())?;
    let mapping = Mapping::suggest_for(&table, RowsAre::WorkItems);
    if mapping.columns.contains_key(&Field::Title) && table.records.iter().any(|record| !record.is_blank()) {
        return Ok((table, mapping));
    }
    let list = Table::read_list(text.as_bytes(), TITLE)?;
    let columns = [(Field::Title, vec![ColumnRef::first(TITLE)])].into();
    Ok((list, Mapping { columns, ..Mapping::default() }))
}
