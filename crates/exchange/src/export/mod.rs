//! A plan as tables: CSV for programs and for people with a spreadsheet.
//!
//! Each file here writes one table. Text from the plan never stands as a formula, and what names something else does so
//! in a way that the import finds again.

mod budget;
mod feedback;
mod items;
mod names;
mod needs;

use milepost_plan::{BaselineId, Cancel, Cancelled, Day, Ledger, PeriodUnit, Plan, ViewSettings};
use serde::{Deserialize, Serialize};

use crate::mapping::RowsAre;
use crate::table::Separator;

pub(crate) use budget::{ACTUAL, COST};
pub(crate) use items::SERVED;
pub use items::copied;

/// What stands between the entries of a list in one cell.
pub(crate) const LIST_SEPARATOR: &str = ";";

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CsvTable {
    /// Every work item; importing the file gives the same items.
    #[default]
    WorkItems,
    /// The work items that a view lets through, with what is folded away in it; importing the file gives the same items.
    ShownItems,
    /// Every feedback; importing the file gives the same feedback.
    Feedback,
    /// Every need with its weight, its standing and its customers.
    Needs,
    /// Needs against the work items that serve them.
    Matrix,
    /// The needs of each customer.
    Customers,
    /// What is open of what sources have been promised.
    Promises,
    /// Budget lines by periods: planned, actual, forecast and variance.
    Budget,
    /// Every cost and every actual; importing the file into the same plan adds nothing.
    Ledger,
    /// What a day of each role costs, and what is planned at that rate.
    Rates,
}

/// How the file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct CsvOptions {
    /// What the file holds.
    pub table: CsvTable,
    /// What stands between two cells.
    pub separator: Separator,
    /// Whether the file begins with a byte order mark, without which Excel takes UTF-8 for something else.
    pub bom: bool,
    /// The baseline since which is told what has moved; none, or one that the plan does not have, tells of nothing.
    pub since: Option<BaselineId>,
    /// How long the periods are that money is told by.
    pub unit: PeriodUnit,
}

impl Default for CsvOptions {
    fn default() -> Self {
        Self {
            table: CsvTable::default(),
            separator: Separator::Comma,
            bom: true,
            since: None,
            unit: PeriodUnit::Month,
        }
    }
}

/// A table of a plan as it stands on a day, as UTF-8 with the line ends of RFC 4180. Of a view only the table of what is
/// shown wants to know.
///
/// # Errors
/// If it is cancelled, for which it looks at every row.
pub fn write_csv(
    plan: &Plan,
    options: &CsvOptions,
    view: &ViewSettings,
    today: Day,
    cancel: Cancel<'_>,
) -> Result<Vec<u8>, Cancelled> {
    let how = Writing { separator: options.separator, cancel };
    let written = match options.table {
        CsvTable::WorkItems => items::all(plan, how),
        CsvTable::ShownItems => items::shown(plan, view, how),
        CsvTable::Feedback => feedback::all(plan, how),
        CsvTable::Needs => needs::each(plan, how),
        CsvTable::Matrix => needs::matrix(plan, how),
        CsvTable::Customers => needs::by_customer(plan, how),
        CsvTable::Promises => {
            needs::promises(plan, options.since.and_then(|id| plan.baselines().get(id)), how)
        }
        CsvTable::Budget => budget::periods(plan, &Ledger::of(plan, today), options.unit, how),
        CsvTable::Ledger => budget::ledger(plan, &Ledger::of(plan, today), how),
        CsvTable::Rates => budget::rates(plan, &Ledger::of(plan, today), how),
    };
    Ok(written?.into_bytes(options))
}

/// The columns by which a table of such rows is known as one of ours.
pub(crate) fn own_columns(rows_are: RowsAre) -> &'static [&'static str] {
    match rows_are {
        RowsAre::WorkItems => &items::COLUMNS,
        RowsAre::Feedback => &feedback::COLUMNS,
        RowsAre::Actuals => &budget::COLUMNS,
    }
}

/// How a table is being written.
#[derive(Clone, Copy)]
struct Writing<'c> {
    separator: Separator,
    cancel: Cancel<'c>,
}

/// A table as it is written: UTF-8 with the line ends of RFC 4180.
struct Written<'c> {
    text: String,
    how: Writing<'c>,
}

impl<'c> Written<'c> {
    fn new<'h>(how: Writing<'c>, header: impl IntoIterator<Item = &'h str>) -> Self {
        let mut written = Self { text: String::new(), how };
        written.line(header);
        written
    }

    /// Adds a row, unless the table is not wanted any more. Cells are written as they are: text from the plan has been
    /// defused before.
    fn row<C: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = C>) -> Result<(), Cancelled> {
        self.how.cancel.check()?;
        self.line(cells);
        Ok(())
    }

    fn line<C: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = C>) {
        let separator = self.how.separator.char();
        for (column, cell) in cells.into_iter().enumerate() {
            if column > 0 {
                self.text.push(separator);
            }
            let cell = cell.as_ref();
            if cell.contains([separator, '"', '\r', '\n']) || cell.trim() != cell {
                self.text.push('"');
                self.text.push_str(&cell.replace('"', "\"\""));
                self.text.push('"');
            } else {
                self.text.push_str(cell);
            }
        }
        self.text.push_str("\r\n");
    }

    fn into_bytes(self, options: &CsvOptions) -> Vec<u8> {
        if options.bom { format!("\u{feff}{}", self.text).into_bytes() } else { self.text.into_bytes() }
    }
}

#[cfg(test)]
mod tests;
