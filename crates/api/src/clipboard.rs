//! Items on the clipboard: as a table that spreadsheets take, and back from any such table as new items.
//!
//! Knows texts only; whoever calls puts them on the clipboard and gets them from there.

use milepost_exchange::{Counts, DayOrder, Head, Outcome, Report, copied, head_of, plan_paste};
use milepost_plan::{Cancel, ItemId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::app::App;
use crate::edit::{Patch, patch};
use crate::error::{ApiError, sentence};
use crate::shared::ItemsRequest;

/// What is to be put on the clipboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CopyAnswer {
    /// The text.
    pub text: String,
    /// How many items it is of.
    pub items: usize,
}

/// What is on the clipboard.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PasteRequest {
    /// The text.
    pub text: String,
    /// How days are read that can be meant in two ways: as this system writes them.
    pub day_order: DayOrder,
}

/// A text from the clipboard, before it is known what to do with it.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadRequest {
    /// The text.
    pub text: String,
}

/// What came of pasting.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PasteAnswer {
    /// The new items, in the order of the rows.
    pub items: Vec<ItemId>,
    /// How many rows have which outcome.
    pub counts: Counts,
    /// Why the first row was refused that was.
    pub refused: Option<String>,
    /// What was not taken of the first row that was taken with a change.
    pub changed: Option<String>,
    /// Which columns were not taken, in a sentence; none if all were.
    pub left_out: Option<String>,
    /// What became of the plan; none if nothing changed.
    pub patch: Option<Patch>,
}

/// Items and what they hold as tab-separated text with the columns of the CSV export, in their order by hand.
pub fn copy(app: &App, request: &ItemsRequest) -> Result<CopyAnswer, ApiError> {
    let open = app.opened()?;
    let (text, items) = open.with_plan(|plan| copied(plan, &request.ids, Cancel::NEVER))?;
    Ok(CopyAnswer { text, items })
}

/// Adds what a text says as new items, all in one undo step.
pub fn paste(app: &App, request: &PasteRequest) -> Result<PasteAnswer, ApiError> {
    let open = app.opened()?;
    if request.text.trim().is_empty() {
        let message = "There is no text on the clipboard.";
        return Err(ApiError::input(message, "Copy items, or rows of a table, and paste them then."));
    }
    let paste = open.with_plan(|plan| plan_paste(&request.text, plan, request.day_order, Uuid::now_v7))?;
    let applied = if paste.is_empty() { None } else { Some(open.session.apply(&paste.operation)?) };
    Ok(PasteAnswer {
        items: paste.report.rows.iter().filter_map(|row| row.item).collect(),
        counts: paste.report.counts,
        refused: first_remark(&paste.report, Outcome::Refused),
        changed: first_remark(&paste.report, Outcome::TakenWithChange),
        left_out: paste.report.warnings.into_iter().next(),
        patch: applied.map(|applied| patch(app, &open, applied)),
    })
}

/// What the first row of a text names.
pub fn clipboard_head(_: &App, request: &HeadRequest) -> Result<Head, ApiError> {
    Ok(head_of(&request.text))
}

/// The first remark on the first row that has an outcome.
fn first_remark(report: &Report, outcome: Outcome) -> Option<String> {
    let row = report.rows.iter().find(|row| row.outcome == outcome)?;
    row.remarks.first().map(|remark| sentence(&remark.text))
}
