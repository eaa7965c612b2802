//! From text to records, each with the line that it begins in.

use std::borrow::Cow;

use milepost_plan::Cancel;

use super::dialect::Dialect;
use super::{CELL_LIMIT, COLUMN_LIMIT, ROW_LIMIT, Record, Separator};
use crate::error::ExchangeError;

/// Whether quotation marks hold a cell together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// They do, as RFC 4180 has it.
    Quoted,
    /// They are letters like others, as some tools write tab-separated text.
    Plain,
}

/// The record appended to a text to see that it is still outside of quotation marks at its end. No file has one of
/// its own, since texts with a NUL are refused before.
const SENTINEL: &str = "\0";

/// Header and records of a text.
pub(super) fn read(
    mut text: String,
    dialect: Dialect,
    cancel: Cancel<'_>,
) -> Result<(Record, Vec<Record>), ExchangeError> {
    text.push('\n');
    text.push_str(SENTINEL);
    let marked = (dialect.separator == Separator::Tab).then(|| with_letters_quoted(&text));
    let quoted = read_as(marked.as_deref().unwrap_or(&text), dialect, Reading::Quoted, cancel);
    match quoted {
        Err(ExchangeError::UnclosedQuote { .. }) if dialect.separator == Separator::Tab => {
            read_as(&text, dialect, Reading::Plain, cancel)
        }
        other => other,
    }
}

/// Tab-separated text in which cells are quoted whose quotation marks are letters, as in `"Quoted" title`: they begin with one,
/// and more follows where it seems to close.
fn with_letters_quoted(text: &str) -> Cow<'_, str> {
    const ENDS: [char; 3] = ['\t', '\r', '\n'];
    if !text.contains('"') {
        return Cow::Borrowed(text);
    }
    let mut quoted = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let closed = after_closing_quote(rest);
        let letters = closed.is_some_and(|at| !rest[at..].starts_with(ENDS));
        let from = closed.filter(|_| !letters).unwrap_or_default();
        let end = rest[from..].find(ENDS).map_or(rest.len(), |at| from + at);
        let (cell, others) = rest.split_at(end);
        if letters {
            quoted.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
        } else {
            quoted.push_str(cell);
        }
        let mark = others.chars().next().map_or(0, char::len_utf8);
        quoted.push_str(&others[..mark]);
        rest = &others[mark..];
    }
    Cow::Owned(quoted)
}

/// Where a quoted cell ends that a text begins with; none if it begins with none, or with one that never ends.
fn after_closing_quote(text: &str) -> Option<usize> {
    let mut at = text.starts_with('"').then_some(1)?;
    loop {
        at += text[at..].find('"')? + 1;
        if !text[at..].starts_with('"') {
            return Some(at);
        }
        at += 1;
    }
}

pub(super) fn reader(bytes: &[u8], separator: Separator, reading: Reading) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator.byte())
        .quoting(reading == Reading::Quoted)
        .from_reader(bytes)
}

fn read_as(
    text: &str,
    dialect: Dialect,
    reading: Reading,
    cancel: Cancel<'_>,
) -> Result<(Record, Vec<Record>), ExchangeError> {
    let text = &text[dialect.preamble_bytes..];
    let mut lines = LineCount::new(text);
    let mut reader = reader(text.as_bytes(), dialect.separator, reading);
    let mut header = None;
    let mut above = dialect.records_above;
    let mut records: Vec<Record> = Vec::new();
    let mut cells_in_all = 0;
    let mut last_line = 1;
    loop {
        cancel.check()?;
        let mut cells = csv::StringRecord::new();
        // The text is in memory and sound UTF-8, and rows may be of any width: there is nothing left to go wrong.
        if !matches!(reader.read_record(&mut cells), Ok(true)) {
            return Err(ExchangeError::UnclosedQuote { line: last_line });
        }
        if cells.len() == 1 && cells.get(0) == Some(SENTINEL) {
            return header.map(|header| (header, records)).ok_or(ExchangeError::Empty);
        }
        let line = lines.of_record_at(cells.position().map_or(0, csv::Position::byte));
        last_line = line;
        cells_in_all += cells.len();
        let record = Record { line, cells };
        if header.is_none() {
            if record.is_blank() {
                continue;
            }
            if above > 0 {
                above -= 1;
                continue;
            }
            within(record.width(), COLUMN_LIMIT, |columns, limit| ExchangeError::TooManyColumns {
                columns,
                limit,
            })?;
            header = Some(record);
        } else {
            records.push(record);
        }
        within(records.len(), ROW_LIMIT, |_, limit| ExchangeError::TooManyRows { limit })?;
        within(cells_in_all, CELL_LIMIT, |_, limit| ExchangeError::TooManyCells { limit })?;
    }
}

fn within(
    count: usize,
    limit: usize,
    error: impl FnOnce(usize, usize) -> ExchangeError,
) -> Result<(), ExchangeError> {
    if count > limit { Err(error(count, limit)) } else { Ok(()) }
}

/// Counts lines up to where records begin.
///
/// The reader's own count takes blank lines before a record for part of it and does not know a bare carriage
/// return, so lines are counted from where each record stands in the text.
struct LineCount<'t> {
    bytes: &'t [u8],
    at: usize,
    line: u32,
}

impl<'t> LineCount<'t> {
    fn new(text: &'t str) -> Self {
        Self { bytes: text.as_bytes(), at: 0, line: 1 }
    }

    /// The line of the first character of a record that the reader says begins at `byte`.
    fn of_record_at(&mut self, byte: u64) -> u32 {
        let byte = usize::try_from(byte).unwrap_or(usize::MAX);
        while self.at < self.bytes.len() && (self.at < byte || matches!(self.bytes[self.at], b'\r' | b'\n')) {
            let ends_line = match self.bytes[self.at] {
                b'\n' => true,
                b'\r' => self.bytes.get(self.at + 1) != Some(&b'\n'),
                _ => false,
            };
            self.line += u32::from(ends_line);
            self.at += 1;
        }
        self.line
    }
}
