//! Why a file is refused as a whole. What happens to single rows stands in the report instead.

use milepost_plan::Cancelled;

/// A file that cannot be read, or an import that cannot begin. Nothing has been changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExchangeError {
    /// More bytes than are read at once.
    #[error("the file has {megabytes} MB; at most {limit} MB are read. Split it into parts")]
    FileTooLarge {
        /// Size of the file, in millions of bytes, rounded up.
        megabytes: usize,
        /// The most that is read, in the same unit.
        limit: usize,
    },
    /// A file of another program, or no text at all.
    #[error("this is {what}, not a table of text; {advice}")]
    NotText {
        /// What the file seems to be.
        what: &'static str,
        /// What to do instead.
        advice: &'static str,
    },
    /// No header row.
    #[error("the file is empty: its first row must name the columns")]
    Empty,
    /// More rows than a plan is made for.
    #[error("the file has more than {limit} rows. Split it into parts")]
    TooManyRows {
        /// The most rows that are read.
        limit: usize,
    },
    /// A header wider than any tool writes.
    #[error("the header has {columns} columns; at most {limit} are read")]
    TooManyColumns {
        /// Columns in the header.
        columns: usize,
        /// The most that are read.
        limit: usize,
    },
    /// More cells in all than fit in memory with ease.
    #[error("the file has more than {limit} cells. Leave out columns that are not needed")]
    TooManyCells {
        /// The most cells that are read.
        limit: usize,
    },
    /// A quotation mark that is opened and never closed, so that rows cannot be told apart.
    #[error("the row that begins in line {line} opens a quotation mark that is never closed")]
    UnclosedQuote {
        /// Line of the file, counted from 1.
        line: u32,
    },
    /// No column gives the titles.
    #[error("no column is mapped to the title; choose the one that names the items")]
    NoTitleColumn,
    /// No column gives what was said.
    #[error("no column is mapped to the text; choose the one that holds what was said")]
    NoTextColumn,
    /// No column gives the days of what was spent.
    #[error("no column is mapped to the day; choose the one that says when money was spent")]
    NoDayColumn,
    /// No column gives amounts.
    #[error("no column is mapped to the amount; choose the one that says how much was spent")]
    NoAmountColumn,
    /// Nothing says which budget line money belongs to.
    #[error("nothing says which budget line the money belongs to; choose a line or the column that tells it")]
    NoLine,
    /// A mapping for another file.
    #[error("the mapping names the column “{name}”, which the file does not have")]
    MissingColumn {
        /// Its name.
        name: String,
    },
    /// Amounts that can be read in two ways.
    #[error("“{example}” can be read with a decimal point or a decimal comma; say which")]
    DecimalMarkNeeded {
        /// The first such text in the file.
        example: String,
    },
    /// Days that can be read in two ways.
    #[error("“{example}” can be read as day/month or as month/day; say which (dmy or mdy)")]
    DayOrderNeeded {
        /// The first such text in the file.
        example: String,
    },
    /// Whoever asked has cancelled it.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}
