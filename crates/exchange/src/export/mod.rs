//! A plan as tables: CSV for programs and for people with a spreadsheet.
//!
//! Each file here writes one table. Text from the plan never stands as a formula, and what names something else does so
//! in a way that the import finds again.

mod feedback;
mod items;
mod names;

use serde::{Deserialize, Serialize};

use crate::mapping::RowsAre;
use crate::table::Separator;

pub use feedback::write_feedback_csv;
pub use items::{copied, write_csv};

/// What stands between the entries of a list in one cell.
pub(crate) const LIST_SEPARATOR: &str = ";";

/// How the file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct CsvOptions {
    /// What stands between two cells.
    pub separator: Separator,
    /// Whether the file begins with a byte order mark, without which Excel takes UTF-8 for something else.
    pub bom: bool,
}

impl Default for CsvOptions {
    fn default() -> Self {
        Self { separator: Separator::Comma, bom: true }
    }
}

/// The columns by which a table of such rows is known as one of ours.
pub(crate) fn own_columns(rows_are: RowsAre) -> &'static [&'static str] {
    match rows_are {
        RowsAre::WorkItems => &items::COLUMNS,
        RowsAre::Feedback => &feedback::COLUMNS,
    }
}

/// A table as it is written: UTF-8 with the line ends of RFC 4180.
struct Written {
    text: String,
    separator: Separator,
}

impl Written {
    fn new<'c>(separator: Separator, header: impl IntoIterator<Item = &'c str>) -> Self {
        let mut written = Self { text: String::new(), separator };
        written.row(header);
        written
    }

    /// Adds a row. Cells are written as they are: text from the plan has been defused before.
    fn row<C: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = C>) {
        for (column, cell) in cells.into_iter().enumerate() {
            if column > 0 {
                self.text.push(self.separator.char());
            }
            let cell = cell.as_ref();
            if cell.contains([self.separator.char(), '"', '\r', '\n']) || cell.trim() != cell {
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
