//! What the columns of a table mean: which feeds which field, and how its words and days are to be read.
//!
//! A mapping is suggested from the names in the header and may be changed by hand, on screen or in a JSON file:
//!
//! ```json
//! { "columns": { "title": ["Summary"], "first_day": ["Begin"], "depends_on": [{ "name": "Link", "occurrence": 2 }] },
//!   "day_order": "dmy",
//!   "statuses": { "parked": "idea" } }
//! ```
//!
//! Rows are work items unless it says that they are feedback:
//!
//! ```json
//! { "rows_are": "feedback", "columns": { "text": ["Remark"], "day": ["Said on"] }, "adds_customers": true }
//! ```
//!
//! or actuals:
//!
//! ```json
//! { "rows_are": "actuals", "columns": { "day": ["Buchungstag"], "amount": ["Betrag"] },
//!   "decimal_mark": "comma", "spending": "negative", "usual_line": "0190…" }
//! ```

mod field;
mod header;
mod remembered;
mod suggest;
mod words;

use std::collections::BTreeMap;

use milepost_plan::{BudgetLineId, Day, FeedbackStatus, ItemKind, Status};
use serde::{Deserialize, Deserializer, Serialize};

use crate::amounts::DecimalMark;
use crate::dates::DayOrder;
use crate::error::ExchangeError;
use crate::table::{ColumnRef, Table};

pub use field::Field;
pub(crate) use header::{custom_field, names_columns};
pub(crate) use words::{horizon, is_duplicate, plain_word};

/// What the rows of a table become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RowsAre {
    /// Epics, features, user stories, bugs and issues.
    #[default]
    WorkItems,
    /// What somebody said about the product.
    Feedback,
    /// Money that was spent.
    Actuals,
}

/// The sign that a file gives to money that is spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Spending {
    /// None, as in the books of who spends.
    #[default]
    Positive,
    /// A minus, as on the statement of a bank.
    Negative,
}

/// Which columns feed which fields, and how their texts are read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Mapping {
    /// What the rows become. Columns of fields that such rows do not have are passed over.
    pub rows_are: RowsAre,
    /// The columns of each field, the most telling first: of several, the first that is filled counts, except
    /// where [`Field`] says otherwise. A column may feed several fields.
    pub columns: BTreeMap<Field, Vec<ColumnRef>>,
    /// Whether `3/4/2027` is in April or in March; none while nobody has said so.
    pub day_order: Option<DayOrder>,
    /// The characters that separate the entries of a list in one cell.
    pub list_separators: String,
    /// What words for kinds mean, before the words that are known anyway. Case does not count.
    pub kinds: BTreeMap<String, ItemKind>,
    /// What words for statuses mean, before the words that are known anyway. Case does not count.
    pub statuses: BTreeMap<String, Status>,
    /// The same for the statuses of feedback.
    pub feedback_statuses: BTreeMap<String, FeedbackStatus>,
    /// Whether customers that feedback names and the plan does not have are added.
    pub adds_customers: bool,
    /// The day of feedback whose row gives none; none refuses such rows.
    pub usual_day: Option<Day>,
    /// Which mark stands before the decimals of amounts; none while nobody has said so.
    pub decimal_mark: Option<DecimalMark>,
    /// The sign of money that is spent.
    pub spending: Spending,
    /// The budget line of each cost centre, before the line that is called so; none leaves its rows out. Case does not
    /// count. A line that the plan does not have is like nothing said.
    pub cost_centres: BTreeMap<String, Option<BudgetLineId>>,
    /// The budget line of rows whose cost centre has none; none refuses such rows.
    pub usual_line: Option<BudgetLineId>,
    /// Whether money of days to come is spent already; else such rows are refused.
    pub spent_in_advance: bool,
    /// Whether the file was made by Milepost, which puts `'` before what looks like a formula.
    pub formulas_are_defused: bool,
}

impl Default for Mapping {
    fn default() -> Self {
        Self {
            rows_are: RowsAre::WorkItems,
            columns: BTreeMap::new(),
            day_order: None,
            list_separators: ";,\n".to_owned(),
            kinds: BTreeMap::new(),
            statuses: BTreeMap::new(),
            feedback_statuses: BTreeMap::new(),
            adds_customers: false,
            usual_day: None,
            decimal_mark: None,
            spending: Spending::default(),
            cost_centres: BTreeMap::new(),
            usual_line: None,
            spent_in_advance: false,
            formulas_are_defused: false,
        }
    }
}

impl Mapping {
    /// What the names in the header suggest, what the rows become included.
    pub fn suggest(table: &Table) -> Self {
        Self::suggest_for(table, suggest::rows_are(table))
    }

    /// What the names in the header suggest for rows that become this.
    pub fn suggest_for(table: &Table, rows_are: RowsAre) -> Self {
        suggest::mapping(table, rows_are)
    }

    /// The columns that feed a field, the most telling first.
    pub fn columns_of(&self, field: Field) -> &[ColumnRef] {
        self.columns.get(&field).map_or(&[], Vec::as_slice)
    }

    /// The kind that a word stands for, if it is known.
    pub fn kind(&self, word: &str) -> Option<ItemKind> {
        told(&self.kinds, word).or_else(|| words::kind(word))
    }

    /// The status that a word stands for, if it is known.
    pub fn status(&self, word: &str) -> Option<Status> {
        told(&self.statuses, word).or_else(|| words::status(word))
    }

    /// The status of feedback that a word stands for, if it is known.
    pub fn feedback_status(&self, word: &str) -> Option<FeedbackStatus> {
        told(&self.feedback_statuses, word).or_else(|| words::feedback_status(word))
    }

    /// Where the columns of each field stand in a table.
    ///
    /// A column of a name that the table does not have is refused. A further column of a name that it does have is
    /// passed over: exports repeat a column as often as their fullest row needs it.
    pub(crate) fn positions(&self, table: &Table) -> Result<Positions, ExchangeError> {
        let mut positions = Positions::default();
        let fields = Field::all(self.rows_are);
        for (field, columns) in self.columns.iter().filter(|(field, _)| fields.contains(field)) {
            for column in columns {
                match table.position(column) {
                    Some(position) => positions.0.entry(*field).or_default().push(position),
                    None if table.columns.iter().any(|other| other.name == column.name) => {}
                    None => return Err(ExchangeError::MissingColumn { name: column.name.clone() }),
                }
            }
        }
        Ok(positions)
    }
}

/// What a word is said to mean, whatever its case.
pub(crate) fn told<T: Copy>(words: &BTreeMap<String, T>, word: &str) -> Option<T> {
    let wanted = word.trim().to_lowercase();
    words.iter().find(|(word, _)| word.trim().to_lowercase() == wanted).map(|(_, meaning)| *meaning)
}

/// Where the columns of each field stand in one table.
#[derive(Debug, Default)]
pub(crate) struct Positions(BTreeMap<Field, Vec<usize>>);

impl Positions {
    pub(crate) fn of(&self, field: Field) -> &[usize] {
        self.0.get(&field).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn has(&self, field: Field) -> bool {
        !self.of(field).is_empty()
    }
}

impl<'de> Deserialize<'de> for ColumnRef {
    /// Takes a bare name for the first column of that name, since that is what people write.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Name(String),
            #[serde(rename_all = "snake_case")]
            Whole {
                name: String,
                #[serde(default = "first")]
                occurrence: u32,
            },
        }
        fn first() -> u32 {
            1
        }
        Ok(match Written::deserialize(deserializer)? {
            Written::Name(name) => Self::first(name.trim()),
            Written::Whole { name, occurrence } => Self { name: name.trim().to_owned(), occurrence },
        })
    }
}

#[cfg(test)]
mod tests;
