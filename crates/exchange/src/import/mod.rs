//! From a table to one operation and a report.
//!
//! Rows find what they have become before by id or key; the others are new. A row is taken as far as it can be:
//! what does not fit is left out and said, and a row is refused only if nothing can be made of it. Nothing that the
//! file leaves empty changes anything, and nothing is ever taken out of the plan.

mod actuals;
mod contents;
mod feedback;
mod graph;
mod identity;
mod inspect;
mod items;
mod landing;
mod links;
mod names;
mod parents;
mod paste;
mod preview;
mod reader;
mod references;
mod rows;
mod schedule;
mod scratch;
mod serves;

use milepost_plan::{Cancel, Cancelled, Day, ItemKind, Operation, Plan};
use uuid::Uuid;

use crate::amounts::MarkFound;
use crate::dates::DayOrderFound;
use crate::error::ExchangeError;
use crate::mapping::{Field, Mapping, RowsAre};
use crate::report::{Counts, Outcome, Report, RowReport, counted};
use crate::table::{ColumnRef, Table};
use identity::Identity;
use items::{Items, Landing};
use links::Links;
use reader::Rows;
use references::References;
use rows::Row;
use scratch::Scratch;

pub use actuals::CostCentre;
pub(crate) use identity::is_own_id;
pub use inspect::inspect;
pub use paste::{Head, head_of, plan_paste};
pub use preview::{
    ColumnUse, FeedbackStatusWord, KindWord, Preview, PreviewActual, PreviewFeedback, PreviewItem,
    PreviewRow, Question, StatusWord,
};

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
        matches!(&self.operation, Operation::Import { operations, .. } if operations.is_empty())
    }
}

/// Works out what importing a table does to a plan, which stays as it is.
///
/// Nothing is spent after `today` unless the mapping says so. `ids` gives a new random id, of version 7, whenever it is
/// called.
///
/// # Errors
/// Refuses a mapping without the columns that such rows need, or for another file, and days or amounts that can be read in
/// two ways while the mapping does not say in which. Ends when it is cancelled.
pub fn plan_import(
    table: &Table,
    mapping: &Mapping,
    plan: &Plan,
    today: Day,
    mut ids: impl FnMut() -> Uuid,
    cancel: Cancel<'_>,
) -> Result<Import, ExchangeError> {
    let rows = Read::new(table, mapping, plan, cancel)?;
    if let DayOrderFound::Open(examples) = rows.day_order() {
        let example = examples.first().cloned().unwrap_or_default();
        return Err(ExchangeError::DayOrderNeeded { example });
    }
    if let Some(MarkFound::Open(examples)) = rows.decimal_mark() {
        let example = examples.first().cloned().unwrap_or_default();
        return Err(ExchangeError::DecimalMarkNeeded { example });
    }
    let done = rows.carry_out(mapping, plan, today, &mut ids, cancel)?;
    let mut warnings = warnings(table, done.have_identity);
    warnings.extend(left_out_columns(table, mapping));
    Ok(Import {
        report: Report {
            summary: done.counts.told(mapping.rows_are),
            counts: done.counts,
            warnings,
            rows: done.reports,
        },
        operation: done.scratch.into_operation(done.label),
    })
}

/// The rows of a table, read as what they become.
enum Read {
    Items(Rows<Row>),
    Feedback(Rows<feedback::Row>),
    Actuals(actuals::Rows),
}

impl Read {
    fn new(table: &Table, mapping: &Mapping, plan: &Plan, cancel: Cancel<'_>) -> Result<Self, ExchangeError> {
        match mapping.rows_are {
            RowsAre::WorkItems => rows::read(table, mapping, cancel).map(Self::Items),
            RowsAre::Feedback => feedback::read(table, mapping, cancel).map(Self::Feedback),
            RowsAre::Actuals => actuals::read(table, mapping, plan, cancel).map(Self::Actuals),
        }
    }

    fn day_order(&self) -> &DayOrderFound {
        match self {
            Self::Items(rows) => &rows.day_order,
            Self::Feedback(rows) => &rows.day_order,
            Self::Actuals(rows) => &rows.day_order,
        }
    }

    /// What amounts tell of their decimal mark; none for rows without amounts.
    fn decimal_mark(&self) -> Option<&MarkFound> {
        match self {
            Self::Actuals(rows) => Some(&rows.decimal_mark),
            Self::Items(_) | Self::Feedback(_) => None,
        }
    }

    fn carry_out(
        self,
        mapping: &Mapping,
        plan: &Plan,
        today: Day,
        ids: &mut dyn FnMut() -> Uuid,
        cancel: Cancel<'_>,
    ) -> Result<Done, Cancelled> {
        match self {
            Self::Items(rows) => carry_out(rows, plan, Standing::Known, ids, cancel),
            Self::Feedback(rows) => feedback::carry_out(rows, mapping, plan, ids, cancel),
            Self::Actuals(rows) => actuals::carry_out(rows, mapping, plan, today, ids, cancel),
        }
    }
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

fn carry_out(
    rows: Rows<Row>,
    plan: &Plan,
    standing: Standing,
    ids: &mut dyn FnMut() -> Uuid,
    cancel: Cancel<'_>,
) -> Result<Done, Cancelled> {
    let Rows { mut rows, have_identity, .. } = rows;
    let mut scratch = Scratch::of(plan);
    let identities = match standing {
        Standing::Known => identity::identify(&mut rows, plan),
        Standing::Copies => rows.iter().map(|_| Identity::default()).collect(),
    };
    let mut items = Items::new(&mut scratch, ids);
    let landed = cancel.over(rows.iter_mut().zip(&identities));
    let landed = landed.map(|each| each.map(|(row, identity)| items.land(row, identity)));
    let mut landings = landed.collect::<Result<Vec<Landing>, _>>()?;
    let references = References::of(&rows, &landings, &scratch.plan, standing);
    parents::hang(&mut scratch, &mut rows, &mut landings, &references, cancel)?;
    serves::serve(&mut scratch, &mut rows, &mut landings, cancel)?;
    let links = Links::new(&mut scratch, &references, ids);
    let dependencies_added = links.link(&mut rows, &mut landings, cancel)?;

    let themes_added = scratch.plan.themes().len() - plan.themes().len();
    let mut counts = Counts {
        themes_added: u32::try_from(themes_added).unwrap_or(u32::MAX),
        dependencies_added,
        ..Counts::default()
    };
    let reports: Vec<RowReport> =
        rows.into_iter().zip(landings).map(|(row, landing)| report(row, landing, &scratch.plan)).collect();
    counts.add_all(&reports);
    let label = label(&reports, &scratch.plan);
    Ok(Done { scratch, reports, counts, label, have_identity })
}

fn report(row: Row, landing: Landing, plan: &Plan) -> RowReport {
    let outcome = landing.outcome.with(&row.remarks);
    let item = landing.became.and_then(|id| plan.items().get(id));
    RowReport {
        line: row.line,
        key: item.map_or(row.key, |item| item.key.clone()),
        title: row.title,
        item: landing.became,
        feedback: None,
        actual: None,
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
    let nameless = "No column is a key, so no row finds what it has become before: importing the file again adds all of it again.";
    let told = [(table.has_unreadable_characters, unreadable), (!have_identity, nameless)];
    let told = told.into_iter().filter(|(applies, _)| *applies).map(|(_, warning)| warning.to_owned());
    let above = match table.lines_above {
        0 => None,
        1 => Some("The first line was passed over: the columns are named in line 2.".to_owned()),
        lines => {
            let head = lines + 1;
            Some(format!("The first {lines} lines were passed over: the columns are named in line {head}."))
        }
    };
    above.into_iter().chain(told).collect()
}

/// “Not taken: comments_count, tags.”
///
/// Not of work items, which have their notes for anything else, and not of files of our own.
fn left_out_columns(table: &Table, mapping: &Mapping) -> Option<String> {
    if mapping.rows_are == RowsAre::WorkItems || mapping.formulas_are_defused {
        return None;
    }
    let left_out: Vec<&str> = left_out(table, mapping)
        .filter_map(|(place, _)| table.columns.get(place))
        .map(|column| column.name.as_str())
        .filter(|name| !name.is_empty())
        .collect();
    (!left_out.is_empty()).then(|| format!("Not taken: {}.", left_out.join(", ")))
}

/// The columns that feed nothing, by their places, each with the first text that stands in it. Not those without one.
fn left_out<'t>(table: &'t Table, mapping: &'t Mapping) -> impl Iterator<Item = (usize, &'t str)> {
    let fields = Field::all(mapping.rows_are);
    let is_used =
        move |column: &ColumnRef| fields.iter().any(|field| mapping.columns_of(*field).contains(column));
    let unused = table.columns.iter().enumerate().filter(move |(_, column)| !is_used(column));
    unused.filter_map(|(place, _)| {
        let mut texts = table.records.iter().map(|record| record.cell(place).trim());
        Some((place, texts.find(|text| !text.is_empty())?))
    })
}

#[cfg(test)]
mod tests;
