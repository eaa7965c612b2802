//! A table as a file has it: columns by name, records by line, every cell as text.
//!
//! Knows nothing of plans. What the columns mean is for [`Mapping`](crate::Mapping) to say.

mod dialect;
mod encoding;
mod records;

use milepost_plan::Cancel;
use serde::{Deserialize, Serialize};

use crate::error::ExchangeError;
use dialect::Dialect;

/// Most bytes that are read at once.
pub const FILE_LIMIT: usize = 100_000_000;
/// Most records that are read at once.
pub const ROW_LIMIT: usize = 1_000_000;
/// Most columns of a header.
pub const COLUMN_LIMIT: usize = 2_000;
/// Most cells in all, so that a file of nothing but separators does not fill the memory.
pub const CELL_LIMIT: usize = 50_000_000;

/// What stands between two cells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it all")]
pub enum Separator {
    #[default]
    Comma,
    Semicolon,
    Tab,
}

impl Separator {
    /// All separators, the usual one first.
    pub const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    /// The character.
    pub fn char(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
        }
    }

    pub(crate) fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

/// A column by what tells it from the others: its name, and which of those with this name it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ColumnRef {
    /// The name in the header, without space around it.
    pub name: String,
    /// 1 for the first column of that name, 2 for the second.
    pub occurrence: u32,
}

impl ColumnRef {
    /// The first column of that name.
    pub fn first(name: impl Into<String>) -> Self {
        Self { name: name.into(), occurrence: 1 }
    }
}

/// One row of the file.
#[derive(Debug, Clone)]
pub struct Record {
    /// The line of the file that it begins in, counted from 1.
    pub line: u32,
    cells: csv::StringRecord,
}

impl Record {
    /// The text of a cell; empty where the row has none.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default()
    }

    /// Cells in the row, which may be more or fewer than the header has.
    pub fn width(&self) -> usize {
        self.cells.len()
    }

    /// Whether no cell holds anything to see.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// A table read from a file.
#[derive(Debug, Clone)]
pub struct Table {
    /// What its head names.
    pub columns: Vec<ColumnRef>,
    /// Whether a row of the file names them.
    pub has_head: bool,
    /// Lines above the head that are no part of the table, such as the name of an account.
    pub lines_above: u32,
    /// The rows after the header, in the order of the file. Lines without a single character are no records.
    pub records: Vec<Record>,
    /// What stands between its cells.
    pub separator: Separator,
    /// Name of the encoding, as the web calls it: `UTF-8`, `windows-1252`.
    pub encoding: &'static str,
    /// Whether some bytes are no text in this encoding and stand as `�`.
    pub has_unreadable_characters: bool,
}

impl Table {
    /// Reads a whole file.
    ///
    /// # Errors
    /// Refuses files that are too large, no text, without a header, or with a quotation mark that is never closed. Ends
    /// when it is cancelled.
    pub fn read(bytes: &[u8], cancel: Cancel<'_>) -> Result<Self, ExchangeError> {
        if bytes.len() > FILE_LIMIT {
            let megabytes = bytes.len().div_ceil(1_000_000);
            return Err(ExchangeError::FileTooLarge { megabytes, limit: FILE_LIMIT / 1_000_000 });
        }
        let decoded = encoding::decode(bytes)?;
        let dialect = dialect::sniff(&decoded.text);
        let (header, records) = records::read(decoded.text, dialect, cancel)?;
        Ok(Self {
            columns: name_columns(&header),
            has_head: true,
            lines_above: if dialect.records_above > 0 { header.line - 1 } else { 0 },
            records,
            separator: dialect.separator,
            encoding: decoded.encoding,
            has_unreadable_characters: decoded.has_unreadable_characters,
        })
    }

    /// Reads tab-separated text in which even the first line is a row; its columns are called by their places.
    ///
    /// # Errors
    /// As [`Table::read`].
    pub(crate) fn read_list(bytes: &[u8]) -> Result<Self, ExchangeError> {
        let decoded = encoding::decode(bytes)?;
        let dialect = Dialect { separator: Separator::Tab, preamble_bytes: 0, records_above: 0 };
        let (first, mut records) = records::read(decoded.text, dialect, Cancel::NEVER)?;
        records.insert(0, first);
        let width = records.iter().map(Record::width).max().unwrap_or_default().min(COLUMN_LIMIT);
        Ok(Self {
            columns: (1..=width).map(|place| ColumnRef::first(format!("column {place}"))).collect(),
            has_head: false,
            lines_above: 0,
            records,
            separator: dialect.separator,
            encoding: decoded.encoding,
            has_unreadable_characters: decoded.has_unreadable_characters,
        })
    }

    /// Lets the first row name the columns.
    pub(crate) fn take_head(&mut self) {
        if !self.records.is_empty() {
            let width = self.columns.len();
            let mut head = self.records.remove(0);
            (head.width()..width).for_each(|_| head.cells.push_field(""));
            self.columns = name_columns(&head);
            self.has_head = true;
        }
    }

    /// Where a column stands, if the table has it.
    pub fn position(&self, column: &ColumnRef) -> Option<usize> {
        self.columns.iter().position(|other| other == column)
    }
}

fn name_columns(header: &Record) -> Vec<ColumnRef> {
    let mut seen = std::collections::HashMap::new();
    header
        .cells
        .iter()
        .map(|cell| {
            let name = cell.trim().to_owned();
            let occurrence = seen.entry(name.clone()).and_modify(|count| *count += 1).or_insert(1);
            ColumnRef { name, occurrence: *occurrence }
        })
        .collect()
}

#[cfg(test)]
mod tests;
