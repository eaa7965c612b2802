//! CSV in and out: files to operations, plans to tables.
//!
//! Reads and writes bytes; whoever calls opens the files. An import ends as one [`Operation`](milepost_plan::Operation)
//! and a [`Report`] that accounts for every row; nothing here changes a plan.

mod error;
mod table;

pub use error::ExchangeError;
pub use table::{CELL_LIMIT, COLUMN_LIMIT, ColumnRef, FILE_LIMIT, ROW_LIMIT, Record, Separator, Table};
