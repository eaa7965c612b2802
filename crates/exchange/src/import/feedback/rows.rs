//! Rows of a table of feedback: what each says, before any plan is asked.

use milepost_plan::{Cancel, Cancelled, Day, FeedbackStatus, LARGEST};

use crate::dates::{DayOrder, Reading, read_day};
use crate::error::ExchangeError;
use crate::import::identity::{Named, Naming};
use crate::import::reader::{Reader, Rows};
use crate::mapping::{Field, Mapping, is_duplicate};
use crate::report::{Remark, quoted};
use crate::table::{Record, Table};

/// What one row says of a feedback.
#[derive(Debug, Default)]
pub(in crate::import) struct Row {
    pub line: u32,
    pub id: String,
    pub key: String,
    pub text: String,
    pub day: Option<Day>,
    pub source: String,
    pub customer: String,
    pub channel: String,
    pub status: Option<FeedbackStatus>,
    /// Whether its status says that something else says the same, of which it may tell no more.
    pub is_duplicate: bool,
    pub reason: String,
    pub votes: Option<u32>,
    /// Cells that name needs, each of them a list.
    pub needs: Vec<String>,
    /// Cells that name work items, likewise.
    pub items: Vec<String>,
    pub duplicate_of: String,
    /// Why nothing can be made of the row, whatever the plan holds.
    pub refusal: Option<String>,
    pub remarks: Vec<Remark>,
}

impl Row {
    /// Whether the row holds something and leaves its day open.
    pub(in crate::import) fn gives_no_day(&self) -> bool {
        self.day.is_none() && self.refusal.is_none()
    }
}

impl Named for Row {
    fn naming(&mut self) -> Naming<'_> {
        Naming { line: self.line, id: &self.id, key: &self.key, remarks: &mut self.remarks }
    }
}

/// Reads every row of a table.
pub(in crate::import) fn read(
    table: &Table,
    mapping: &Mapping,
    cancel: Cancel<'_>,
) -> Result<Rows<Row>, ExchangeError> {
    let cells = Reader::new(table, mapping, &[Field::Day])?;
    if !cells.columns.has(Field::Text) {
        return Err(ExchangeError::NoTextColumn);
    }
    let rows = cancel.over(&table.records).map(|record| record.map(|record| row(&cells, record)));
    let rows = rows.collect::<Result<_, Cancelled>>()?;
    Ok(cells.with_rows(rows))
}

fn row<'t>(cells: &Reader<'t>, record: &'t Record) -> Row {
    if record.is_blank() {
        let refusal = Some("the row is empty".to_owned());
        return Row { line: record.line, refusal, ..Row::default() };
    }
    let mut remarks: Vec<Remark> = cells.width_remark(record).into_iter().collect();
    let (votes, day) = (votes(cells, record), day(cells, record));
    let refusal = votes.as_ref().err().or(day.as_ref().err()).cloned();
    let (status, is_duplicate) = status(cells, record, &mut remarks);
    Row {
        line: record.line,
        id: cells.line(record, Field::Id),
        key: cells.line(record, Field::Key),
        text: text(cells, record, Field::Text),
        day: day.ok().flatten(),
        source: cells.line(record, Field::Source),
        customer: cells.line(record, Field::Customer),
        channel: cells.line(record, Field::Channel),
        status,
        is_duplicate,
        reason: cells.filled(record, Field::Reason).map_or(String::new(), |(_, text)| text.to_owned()),
        votes: votes.ok().flatten(),
        needs: cells.names(record, Field::Needs),
        items: cells.names(record, Field::Items),
        duplicate_of: cells.line(record, Field::DuplicateOf),
        refusal,
        remarks,
    }
}

/// The columns of the text one under the other, with a blank line between.
fn text<'t>(cells: &Reader<'t>, record: &'t Record, field: Field) -> String {
    let parts: Vec<&str> = cells.all_filled(record, field).map(|(_, text)| text.trim_end()).collect();
    parts.join("\n\n")
}

fn day<'t>(cells: &Reader<'t>, record: &'t Record) -> Result<Option<Day>, String> {
    cells.filled(record, Field::Day).map(|(_, text)| known_day(text.trim(), cells.day_order())).transpose()
}

fn known_day(text: &str, order: Option<DayOrder>) -> Result<Day, String> {
    match read_day(text, order) {
        Reading::Day(day) => Ok(day),
        Reading::NotADay => Err(format!("{} is not a day", quoted(text))),
        Reading::Ambiguous => Err(format!("{} can be two different days", quoted(text))),
    }
}

fn votes<'t>(cells: &Reader<'t>, record: &'t Record) -> Result<Option<u32>, String> {
    let Some((_, text)) = cells.filled(record, Field::Votes) else { return Ok(None) };
    match text.trim().parse() {
        Ok(votes) if votes <= LARGEST => Ok(Some(votes)),
        _ => Err(format!("the votes are {}; they must be a number from 0 to {LARGEST}", quoted(text))),
    }
}

/// The status that the row gives, and whether it says instead that it is a duplicate.
fn status<'t>(
    cells: &Reader<'t>,
    record: &'t Record,
    remarks: &mut Vec<Remark>,
) -> (Option<FeedbackStatus>, bool) {
    let mapping = cells.mapping;
    let word = cells.filled(record, Field::Status).map_or("", |(_, text)| text);
    if is_duplicate(word) && mapping.feedback_status(word).is_none() {
        return (None, true);
    }
    (cells.known(record, Field::Status, |word| mapping.feedback_status(word), remarks), false)
}
