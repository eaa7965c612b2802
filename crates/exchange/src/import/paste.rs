//! Pasting: rows of a table that somebody has copied become new items, whatever key or id they bear.
//!
//! Text whose first row names no titles is a list of titles, or a table whose columns are known by what stands in them.

use milepost_plan::{Cancel, Plan};
use serde::Serialize;
use uuid::Uuid;

use super::{Done, Import, Standing, carry_out, contents, left_out, rows};
use crate::dates::{DayOrder, DayOrderFound};
use crate::error::ExchangeError;
use crate::mapping::{Field, Mapping, RowsAre};
use crate::report::{Outcome, Report, counted, quoted};
use crate::table::{Record, Table};

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
    let mut rows = rows::read(&table, &mapping, Cancel::NEVER)?;
    if matches!(rows.day_order, DayOrderFound::Open(_)) {
        mapping.day_order = Some(usual_order);
        rows = rows::read(&table, &mapping, Cancel::NEVER)?;
    }
    let done = carry_out(rows, plan, Standing::Copies, &mut ids, Cancel::NEVER)?;
    let Done { scratch, reports, counts, .. } = done;
    let pasted = reports.iter().filter(|row| row.outcome != Outcome::Refused).count();
    let label = format!("Paste {}", counted(u32::try_from(pasted).unwrap_or(u32::MAX), "item", "items"));
    Ok(Import {
        report: Report {
            summary: counts.told(RowsAre::WorkItems),
            counts,
            warnings: not_taken(&table, &mapping).into_iter().collect(),
            rows: reports,
        },
        operation: scratch.into_operation(label),
    })
}

/// The text as a table with a column for the title. A header that nothing follows is a title like any.
fn read(text: &str) -> Result<(Table, Mapping), ExchangeError> {
    let table = Table::read(text.as_bytes(), Cancel::NEVER)?;
    let mapping = Mapping::suggest_for(&table, RowsAre::WorkItems);
    if mapping.columns.contains_key(&Field::Title) && table.records.iter().any(|record| !record.is_blank()) {
        return Ok((table, mapping));
    }
    let mut list = Table::read_list(text.as_bytes())?;
    let mapping = contents::recognise(&mut list);
    Ok((list, mapping))
}

/// What the first row of a text names that other rows follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Head {
    /// No columns: it holds values like the rows below it.
    Nothing,
    /// The columns of a table, with one of titles among them.
    Titles,
    /// Nothing but columns that are known, with no titles among them.
    OtherColumns,
}

/// What the first row of a text names. One column whose name is not that of titles is taken for a column of values.
pub fn head_of(text: &str) -> Head {
    let Ok(table) = Table::read(text.as_bytes(), Cancel::NEVER) else { return Head::Nothing };
    if table.records.iter().all(Record::is_blank) {
        return Head::Nothing;
    }
    let mapping = Mapping::suggest_for(&table, RowsAre::WorkItems);
    let known = mapping.columns.values().flatten().count();
    let named = table.columns.iter().filter(|column| !column.name.trim().is_empty()).count();
    if mapping.columns.contains_key(&Field::Title) {
        Head::Titles
    } else if known > 1 && known >= named {
        Head::OtherColumns
    } else {
        Head::Nothing
    }
}

/// “Not taken: “Effort”, column 4 (“high”).” Where no row names the columns, also how to say what they mean.
fn not_taken(table: &Table, mapping: &Mapping) -> Option<String> {
    /// Columns that are named.
    const MOST: usize = 3;
    let mut columns: Vec<String> = left_out(table, mapping)
        .map(|(place, example)| match table.columns.get(place) {
            Some(column) if table.has_head && !column.name.is_empty() => quoted(&column.name),
            _ => format!("column {} ({})", place + 1, quoted(example)),
        })
        .collect();
    let more = columns.len().saturating_sub(MOST);
    columns.truncate(MOST);
    columns.extend((more > 0).then(|| format!("{more} more")));
    let told = (!columns.is_empty()).then(|| format!("Not taken: {}.", columns.join(", ")))?;
    let advice = " A first row that names the columns says what they mean.";
    Some(if table.has_head { told } else { format!("{told}{advice}") })
}
