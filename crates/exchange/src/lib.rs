//! CSV in and out: files to operations, plans to tables.
//!
//! Reads and writes bytes; whoever calls opens the files. An import ends as one
//! [`Operation`](milepost_plan::Operation) and a [`Report`] that accounts for every row; nothing here changes a plan.

mod amounts;
mod dates;
mod error;
mod export;
mod formula;
mod import;
mod mapping;
mod notation;
mod report;
mod table;

pub use amounts::DecimalMark;
pub use dates::DayOrder;
pub use error::ExchangeError;
pub use export::{CsvOptions, CsvTable, copied, write_csv};
pub use import::{
    ColumnUse, CostCentre, FeedbackStatusWord, Head, Import, KindWord, Preview, PreviewActual,
    PreviewFeedback, PreviewItem, PreviewRow, Question, StatusWord, head_of, inspect, plan_import,
    plan_paste,
};
pub use mapping::{Field, Mapping, RowsAre, Spending};
pub use report::{Counts, Outcome, Remark, Report, RowReport};
pub use table::{CELL_LIMIT, COLUMN_LIMIT, ColumnRef, FILE_LIMIT, ROW_LIMIT, Record, Separator, Table};
