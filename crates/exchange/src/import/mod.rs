//! From a table to one operation and a report.
//!
//! Rows find the items they have become before by id or key; the others are new. A row is taken as far as it can be:
//! what does not fit is left out and said, and a row is refused only if no item can be made of it. Nothing that the
//! file leaves empty changes anything, and nothing is ever taken out of the plan.

mod graph;
mod identity;
mod inspect;
mod items;
mod links;
mod parents;
mod paste;
mod references;
mod rows;
mod schedule;
mod scratch;

use milepost_plan::{ItemKind, Operation, Plan};
use uuid::Uuid;

use crate::dates::DayOrderFound;
use crate::error::ExchangeError;
use crate::mapping::Mapping;
use crate::report::{Counts, Outcome, Report, RowReport, counted};
use crate::table::Table;
use identity::Identity;
use items::{Items, Landing};
use links::Links;
use references::References;
use rows::{Row, Rows};
use scratch::Scratch;

pub use inspect::{ColumnUse, KindWord, Preview, PreviewItem, PreviewRow, Question, StatusWord, inspect};
pub use paste::plan_paste;

/// An import ready to be carried out.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// All of it as one undo step, which the plan takes without a refusal.
    pub operation: Operation,
    /// What becomes of every row.
    pub report: Report,
}

impl Import {
    /// Whether there is nothing to carry out, as when a file is imported again.
    pub fn is_empty(&self) -> bool {
        matches!(&self.operation, Operation::Batch { operations, .. } if operations.is_empty())
    }
}

/// Works out what importing a table does to a plan, which stays as it is.
///
/// `ids` gives a new random id, of version 7, whenever it is called.
///
/// # Errors
/// Refuses a mapping without a title or for another file, and days that can be read in two ways while the mapping
/// does not say in which.
pub fn plan_import(
    table: &Table,
    mapping: &Mapping,
    plan: &Plan,
    mut ids: impl FnMut() -> Uuid,
) -> Result<Import, ExchangeError> {
    let rows = rows::read(table, mapping)?;
    if let DayOrderFound::Open(examples) = &rows.day_order {
        let example = examples.first().cloned().unwrap_or_default();
        return Err(ExchangeError::DayOrderNeeded { example });
    }
    let done = carry_out(rows, plan, Standing::Known, &mut ids);
    Ok(Import {
        report: Report {
            summary: done.counts.to_string(),
            counts: done.counts,
            warnings: warnings(table, done.have_identity),
            rows: done.reports,
        },
        operation: Operation::Batch { label: done.label, operations: done.scratch.into_operations() },
    })
}

/// What rows are to the items of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Rows find the items again that they have become before.
    Known,
    /// Every row is a new item without a key; its key and its id only serve other rows to name it by.
    Copies,
}

/// An import carried out on a copy of the plan.
struct Done {
    scratch: Scratch,
    reports: Vec<RowReport>,
    counts: Counts,
    label: String,
    have_identity: bool,
}

fn carry_out(rows: Rows, plan: &Plan, standing: Standing, ids: &mut dyn FnMut() -> Uuid) -> Done {
    let Rows { mut rows, have_identity, .. } = rows;
    let mut scratch = Scratch::of(plan);
    let identities = match standing {
        Standing::Known => identity::identify(&mut rows, plan),
        Standing::Copies => rows.iter().map(|_| Identity::default()).collect(),
    };
    let mut items = Items::new(&mut scratch, ids);
    let mut landings: Vec<Landing> =
        rows.iter_mut().zip(&identities).map(|(row, identity)| items.land(row, identity)).collect();
    let references = References::of(&rows, &landings, &scratch.plan, standing);
    parents::hang(&mut scratch, &mut rows, &mut landings, &references);
    let dependencies_added = Links::new(&mut scratch, &references, ids).link(&mut rows, &mut landings);

    let themes_added = scratch.plan.themes().len() - plan.themes().len();
    let mut counts = Counts {
        themes_added: u32::try_from(themes_added).unwrap_or(u32::MAX),
        dependencies_added,
        ..Counts::default()
    };
    let reports: Vec<RowReport> =
        rows.into_iter().zip(landings).map(|(row, landing)| report(row, landing, &scratch.plan)).collect();
    for report in &reports {
        counts.add(report.outcome);
    }
    let label = label(&reports, &scratch.plan);
    Done { scratch, reports, counts, label, have_identity }
}

fn report(row: Row, landing: Landing, plan: &Plan) -> RowReport {
    let outcome = match landing.outcome {
        Outcome::Taken if !row.remarks.is_empty() => Outcome::TakenWithChange,
        other => other,
    };
    let item = landing.item.and_then(|id| plan.items().get(id));
    RowReport {
        line: row.line,
        key: item.map_or(row.key, |item| item.key.clone()),
        title: row.title,
        item: landing.item,
        outcome,
        fields: landing.fields,
        remarks: row.remarks,
    }
}

/// “Import 655 features”: how many items the step adds or changes, and of what kind if it is the same for all.
fn label(reports: &[RowReport], plan: &Plan) -> String {
    let changed =
        reports.iter().filter(|report| !matches!(report.outcome, Outcome::Unchanged | Outcome::Refused));
    let kinds: Vec<ItemKind> =
        changed.filter_map(|report| plan.items().get(report.item?)).map(|item| item.kind).collect();
    let (one, many) = match kinds.split_first() {
        Some((kind, others)) if others.iter().all(|other| other == kind) => plural(*kind),
        _ => ("item", "items"),
    };
    format!("Import {}", counted(u32::try_from(kinds.len()).unwrap_or(u32::MAX), one, many))
}

fn plural(kind: ItemKind) -> (&'static str, &'static str) {
    match kind {
        ItemKind::Epic => ("epic", "epics"),
        ItemKind::Feature => ("feature", "features"),
        ItemKind::UserStory => ("user story", "user stories"),
        ItemKind::Bug => ("bug", "bugs"),
        ItemKind::Issue => ("issue", "issues"),
    }
}

fn warnings(table: &Table, have_identity: bool) -> Vec<String> {
    let unreadable = "Some characters could not be read and stand as “\u{fffd}”. Save the file as UTF-8 and import it again.";
    let nameless = "No column is a key, so no row finds an item of the plan: importing the file again adds all of it again.";
    [(table.has_unreadable_characters, unreadable), (!have_identity, nameless)]
        .into_iter()
        .filter(|(applies, _)| *applies)
        .map(|(_, warning)| warning.to_owned())
        .collect()
}

#[cfg(test)]
mod tests;
