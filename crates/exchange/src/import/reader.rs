//! Cells of a table by the fields that they feed: what work items and feedback have in common.
//!
//! Knows no field's meaning. A cell that is empty or cannot be read says nothing; it never stands for a value of its own.

use crate::dates::{DayOrder, DayOrderFound, find_day_order};
use crate::error::ExchangeError;
use crate::formula::restore;
use crate::mapping::{Field, Mapping, Positions};
use crate::report::{Remark, quoted};
use crate::table::{Record, Table};

/// All rows of a table, each by what it says of a work item or of a feedback.
#[derive(Debug)]
pub(super) struct Rows<R> {
    pub rows: Vec<R>,
    pub day_order: DayOrderFound,
    /// Whether the rows have keys or ids at all.
    pub have_identity: bool,
}

/// Reads the rows of one table by one mapping.
#[derive(Debug)]
pub(super) struct Reader<'t> {
    pub table: &'t Table,
    pub mapping: &'t Mapping,
    pub columns: Positions,
    pub found: DayOrderFound,
}

impl<'t> Reader<'t> {
    /// A reader that knows the order of day and month in the columns of these fields, as far as anybody can.
    pub(super) fn new(
        table: &'t Table,
        mapping: &'t Mapping,
        day_fields: &[Field],
    ) -> Result<Self, ExchangeError> {
        let columns = mapping.positions(table)?;
        let day_columns: Vec<usize> =
            day_fields.iter().flat_map(|field| columns.of(*field).iter().copied()).collect();
        let texts =
            table.records.iter().flat_map(|record| day_columns.iter().map(|column| record.cell(*column)));
        let found = match mapping.day_order {
            Some(told) => DayOrderFound::Known(told),
            None => find_day_order(texts),
        };
        Ok(Self { table, mapping, columns, found })
    }

    pub(super) fn day_order(&self) -> Option<DayOrder> {
        if let DayOrderFound::Known(order) = self.found { Some(order) } else { None }
    }

    /// All rows together.
    pub(super) fn with_rows<R>(self, rows: Vec<R>) -> Rows<R> {
        let have_identity = self.columns.has(Field::Key) || self.columns.has(Field::Id);
        Rows { rows, day_order: self.found, have_identity }
    }

    pub(super) fn width_remark(&self, record: &Record) -> Option<Remark> {
        let (cells, columns) = (record.width(), self.table.columns.len());
        let filled_beyond = (columns..cells).filter(|column| !record.cell(*column).trim().is_empty()).count();
        if filled_beyond > 0 {
            let last = match cells - columns {
                1 => "the last one was".to_owned(),
                beyond => format!("the last {beyond} were"),
            };
            let columns = columns_counted(columns);
            return Some(Remark::on_row(format!(
                "the row has {cells} cells under {columns}; {last} not read"
            )));
        }
        (cells < columns && self.table.has_head).then(|| {
            let cells = if cells == 1 { "1 cell".to_owned() } else { format!("{cells} cells") };
            let columns = columns_counted(columns);
            Remark::on_row(format!("the row has {cells} under {columns}; the rest count as empty"))
        })
    }

    fn text(&self, record: &'t Record, column: usize) -> &'t str {
        let text = record.cell(column);
        if self.mapping.formulas_are_defused { restore(text) } else { text }
    }

    /// The cells of a field that hold something, each with the place of its column among the field's.
    pub(super) fn all_filled(
        &self,
        record: &'t Record,
        field: Field,
    ) -> impl Iterator<Item = (usize, &'t str)> {
        let columns = self.columns.of(field).iter().enumerate();
        columns
            .map(|(place, column)| (place, self.text(record, *column)))
            .filter(|(_, text)| !text.trim().is_empty())
    }

    pub(super) fn filled(&self, record: &'t Record, field: Field) -> Option<(usize, &'t str)> {
        self.all_filled(record, field).next()
    }

    pub(super) fn line(&self, record: &'t Record, field: Field) -> String {
        self.filled(record, field).map(|(_, text)| one_line(text)).unwrap_or_default()
    }

    /// The first text of a field that means something, or a remark on the first that is there.
    pub(super) fn known<T>(
        &self,
        record: &'t Record,
        field: Field,
        meaning: impl Fn(&str) -> Option<T>,
        remarks: &mut Vec<Remark>,
    ) -> Option<T> {
        let (_, first) = self.filled(record, field)?;
        let found = self.all_filled(record, field).find_map(|(_, text)| meaning(text));
        if found.is_none() {
            let text = format!("the {} {} is not known and was not taken", field.label(), quoted(first));
            remarks.push(Remark::on(field, text));
        }
        found
    }

    /// The cells of a field that name things, each of them a list whose entries may stand in lines of their own.
    pub(super) fn names(&self, record: &'t Record, field: Field) -> Vec<String> {
        let in_lines = |text: &str| text.lines().map(one_line).collect::<Vec<_>>().join("\n");
        self.all_filled(record, field).map(|(_, text)| in_lines(text)).collect()
    }

    pub(super) fn list(&self, record: &'t Record, field: Field) -> Vec<String> {
        self.all_filled(record, field)
            .flat_map(|(_, text)| text.split(|c: char| self.mapping.list_separators.contains(c)))
            .map(one_line)
            .filter(|entry| !entry.is_empty())
            .collect()
    }
}

/// Text as a plan takes it for one line; keys and names are compared in this form.
pub(super) fn one_line(text: &str) -> String {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.replace("\r\n", " ").replace(breaks, " ").trim().to_owned()
}

/// “1 column”, “3 columns”.
pub(super) fn columns_counted(columns: usize) -> String {
    if columns == 1 { "1 column".to_owned() } else { format!("{columns} columns") }
}
