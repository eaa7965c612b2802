//! What an import does with every row of a file.

use milepost_plan::{ActualId, FeedbackId, ItemId};
use serde::{Deserialize, Serialize};

use crate::mapping::{Field, RowsAre};

/// Every row of the file, in its order, each exactly once, and what they come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Report {
    /// All in one or two sentences.
    pub summary: String,
    /// How many rows have which outcome, and what came with them.
    pub counts: Counts,
    /// What is to be known about the file as a whole.
    pub warnings: Vec<String>,
    /// One entry per row.
    pub rows: Vec<RowReport>,
}

/// What happens to one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RowReport {
    /// The line of the file that the row begins in, counted from 1.
    pub line: u32,
    /// The key that the item, feedback or actual has after the import; empty if none.
    pub key: String,
    /// The title as the file has it, the first line of a feedback, or who was paid for what.
    pub title: String,
    /// The item that the row became or changed; none if it was refused or is something else.
    pub item: Option<ItemId>,
    /// The feedback that the row became or changed, likewise.
    pub feedback: Option<FeedbackId>,
    /// The actual that the row became or was before, likewise.
    pub actual: Option<ActualId>,
    /// What became of it.
    pub outcome: Outcome,
    /// The fields that changed, of what was there before.
    pub fields: Vec<Field>,
    /// What was not taken as it stands in the file, and why; for a refused row, why it was refused.
    pub remarks: Vec<Remark>,
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A new item, feedback or actual, as the file has it.
    Taken,
    /// A new one, but something of the row was not taken; the remarks say what.
    TakenWithChange,
    /// One that was there before and has changed.
    Updated,
    /// One that was there before and stays as it is.
    Unchanged,
    /// Nothing; the remarks say why.
    Refused,
}

impl Outcome {
    /// The outcome of a row that has these remarks.
    pub(crate) fn with(self, remarks: &[Remark]) -> Self {
        if self == Self::Taken && !remarks.is_empty() { Self::TakenWithChange } else { self }
    }
}

/// Something to say about a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Remark {
    /// The field that it is about; none for the row as a whole.
    pub about: Option<Field>,
    /// The sentence, without a capital or a full stop.
    pub text: String,
}

impl Remark {
    pub(crate) fn on(field: Field, text: impl Into<String>) -> Self {
        Self { about: Some(field), text: text.into() }
    }

    pub(crate) fn on_row(text: impl Into<String>) -> Self {
        Self { about: None, text: text.into() }
    }
}

/// How many rows have which outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "the first fields are the outcomes")]
pub struct Counts {
    pub taken: u32,
    pub taken_with_change: u32,
    pub updated: u32,
    pub unchanged: u32,
    pub refused: u32,
    /// Themes that the plan did not have.
    pub themes_added: u32,
    /// Dependencies that the plan did not have.
    pub dependencies_added: u32,
    /// Customers that the plan did not have.
    pub customers_added: u32,
}

impl Counts {
    /// Rows of any outcome.
    pub fn rows(self) -> u32 {
        self.taken + self.taken_with_change + self.updated + self.unchanged + self.refused
    }

    pub(crate) fn add_all(&mut self, reports: &[RowReport]) {
        reports.iter().for_each(|report| self.add(report.outcome));
    }

    fn add(&mut self, outcome: Outcome) {
        *match outcome {
            Outcome::Taken => &mut self.taken,
            Outcome::TakenWithChange => &mut self.taken_with_change,
            Outcome::Updated => &mut self.updated,
            Outcome::Unchanged => &mut self.unchanged,
            Outcome::Refused => &mut self.refused,
        } += 1;
    }

    /// “655 rows: 376 taken, 279 taken with a change. 22 themes and 245 dependencies added.”
    pub(crate) fn told(self, rows_are: RowsAre) -> String {
        // An actual that the plan has is never changed by a file.
        let unchanged = if rows_are == RowsAre::Actuals { "already there" } else { "unchanged" };
        let outcomes = [
            (self.taken, "taken"),
            (self.taken_with_change, "taken with a change"),
            (self.updated, "updated"),
            (self.unchanged, unchanged),
            (self.refused, "refused"),
        ];
        let told: Vec<String> = outcomes
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        let rows = counted(self.rows(), "row", "rows");
        let rows = if told.is_empty() { format!("{rows}.") } else { format!("{rows}: {}.", told.join(", ")) };
        let added: Vec<String> = [
            (self.themes_added, "theme", "themes"),
            (self.dependencies_added, "dependency", "dependencies"),
            (self.customers_added, "customer", "customers"),
        ]
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| counted(count, one, many))
        .collect();
        if added.is_empty() { rows } else { format!("{rows} {} added.", added.join(" and ")) }
    }
}

pub(crate) fn counted(count: u32, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// A text from the file as a sentence quotes it: in one line and not too long.
pub(crate) fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return format!("“{line}”");
    }
    format!("“{}…”", line.chars().take(LONGEST).collect::<String>())
}
