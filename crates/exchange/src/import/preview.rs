//! What a look at a table shows: types only, of columns, words, rows and what is still to be said.

use milepost_plan::{Day, FeedbackStatus, ItemKind, Money, Schedule, Status};
use serde::{Deserialize, Serialize};

use super::actuals::CostCentre;
use crate::amounts::DecimalMark;
use crate::dates::DayOrder;
use crate::mapping::Field;
use crate::report::{Counts, Outcome, Remark};
use crate::table::{ColumnRef, Separator};

/// A file under a mapping, and what would come of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Preview {
    /// Name of the encoding, as the web calls it.
    pub encoding: String,
    /// What stands between the cells.
    pub separator: Separator,
    /// Rows after the header.
    pub rows_in_file: u32,
    /// Every column and what it feeds.
    pub columns: Vec<ColumnUse>,
    /// What must be answered before anything is imported.
    pub questions: Vec<Question>,
    /// What is to be known about the file as a whole.
    pub warnings: Vec<String>,
    /// The day order, as far as the mapping says it or the days tell it.
    pub day_order: Option<DayOrder>,
    /// The words in the columns of the kind, and what they are taken for.
    pub kinds: Vec<KindWord>,
    /// The words in the columns of the status, and what they are taken for.
    pub statuses: Vec<StatusWord>,
    /// The words in the columns of the status of feedback, likewise.
    pub feedback_statuses: Vec<FeedbackStatusWord>,
    /// Rows of feedback that give no day, which then is said on the mapping's usual one.
    pub rows_without_day: u32,
    /// Customers that rows of feedback name and the plan does not have.
    pub unknown_customers: u32,
    /// The decimal mark, as far as the mapping says it or the amounts tell it.
    pub decimal_mark: Option<DecimalMark>,
    /// The cost centres of rows of money, and the lines that they go to.
    pub cost_centres: Vec<CostCentre>,
    /// Rows of money whose days are still to come.
    pub rows_to_come: u32,
    /// Digits behind the decimal mark of the plan's currency, in which amounts are told.
    pub money_digits: u8,
    /// The first rows as they will be.
    pub rows: Vec<PreviewRow>,
    /// What would become of all rows.
    pub counts: Counts,
}

/// A column and what it feeds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ColumnUse {
    /// The column.
    pub column: ColumnRef,
    /// The fields that it feeds; none if it is not used.
    pub fields: Vec<Field>,
    /// Its first texts that differ.
    pub examples: Vec<String>,
    /// Rows in which it holds something.
    pub filled_rows: u32,
}

/// Something that only a person can say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "question", rename_all = "snake_case")]
pub enum Question {
    /// No column feeds the title.
    Title,
    /// No column feeds the text.
    Text,
    /// No column feeds the day of what was spent.
    Day,
    /// No column feeds the amount.
    Amount,
    /// Nothing says which budget line money belongs to.
    Line,
    /// Amounts can be read in two ways.
    DecimalMark {
        /// A few of them.
        examples: Vec<String>,
    },
    /// The mapping names a column that the file does not have.
    MissingColumn {
        /// Its name.
        name: String,
    },
    /// Days can be read in two ways.
    DayOrder {
        /// A few of them.
        examples: Vec<String>,
    },
}

/// A word for a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "a word, its rows, its meaning")]
pub struct KindWord {
    pub word: String,
    pub rows: u32,
    pub kind: Option<ItemKind>,
}

/// A word for a status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "a word, its rows, its meaning")]
pub struct StatusWord {
    pub word: String,
    pub rows: u32,
    pub status: Option<Status>,
}

/// A word for a status of feedback.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "a word, its rows, its meaning")]
pub struct FeedbackStatusWord {
    pub word: String,
    pub rows: u32,
    pub status: Option<FeedbackStatus>,
}

/// A row as it will be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PreviewRow {
    /// The line of the file that the row begins in, counted from 1.
    pub line: u32,
    /// What would become of it.
    pub outcome: Outcome,
    /// Why something would not be taken.
    pub remarks: Vec<Remark>,
    /// The item; none if the row is refused or is something else.
    pub item: Option<PreviewItem>,
    /// The feedback, likewise.
    pub feedback: Option<PreviewFeedback>,
    /// The actual, likewise.
    pub actual: Option<PreviewActual>,
}

/// An item as it will be, with names in place of ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "the fields are those of WorkItem")]
pub struct PreviewItem {
    pub key: String,
    pub title: String,
    pub kind: ItemKind,
    pub status: Status,
    pub theme: Option<String>,
    pub parent: Option<String>,
    pub schedule: Schedule,
    pub progress: u8,
    pub owner: String,
    pub link: String,
    pub description: String,
}

/// A feedback as it will be, with names in place of ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "the fields are those of Feedback")]
pub struct PreviewFeedback {
    pub key: String,
    pub text: String,
    pub day: Day,
    pub source: String,
    pub customer: Option<String>,
    pub status: FeedbackStatus,
    pub reason: String,
    pub votes: u32,
    pub is_duplicate: bool,
}

/// An actual as it will be, with names in place of ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "the fields are those of Actual")]
pub struct PreviewActual {
    pub key: String,
    pub day: Day,
    pub amount: Money,
    pub line: String,
    pub item: Option<String>,
    pub supplier: String,
    pub note: String,
}
