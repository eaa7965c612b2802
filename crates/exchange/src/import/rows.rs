//! Rows of a table read by a mapping: what each says of an item, before any plan is asked.
//!
//! A cell that is empty or cannot be read says nothing. It never stands for a value of its own.

use milepost_plan::{Horizon, ItemKind, Schedule, Status};

use super::schedule::{Days, read_days};
use crate::dates::{DayOrder, DayOrderFound, find_day_order};
use crate::error::ExchangeError;
use crate::formula::restore;
use crate::mapping::{Field, Mapping, Positions, custom_field, horizon};
use crate::report::{Remark, quoted};
use crate::table::{Record, Table};

/// All rows of a table.
#[derive(Debug)]
pub(super) struct Rows {
    pub rows: Vec<Row>,
    pub day_order: DayOrderFound,
    /// Whether the rows have keys or ids at all.
    pub have_identity: bool,
}

/// What one row says of an item.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub line: u32,
    /// Whether the row holds nothing at all.
    pub is_blank: bool,
    pub id: String,
    pub key: String,
    pub title: String,
    pub kind: Option<ItemKind>,
    pub status: Option<Status>,
    pub theme: String,
    pub parent: ParentRef,
    /// A place in time; none if the row gives none that can be taken.
    pub schedule: Option<Schedule>,
    pub progress: Option<u8>,
    pub owner: String,
    pub link: String,
    pub depends_on: Vec<String>,
    pub blocks: Vec<String>,
    /// Description and notes.
    pub body: String,
    /// The texts of days that could not be taken.
    pub day_lines: Vec<String>,
    pub remarks: Vec<Remark>,
}

/// How a row names the item that holds it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) enum ParentRef {
    #[default]
    None,
    /// By key, id or title.
    Text(String),
    /// By its place in the tree: the row of that index.
    Row(usize),
}

/// Reads every row of a table.
pub(super) fn read(table: &Table, mapping: &Mapping) -> Result<Rows, ExchangeError> {
    let columns = mapping.positions(table)?;
    if !columns.has(Field::Title) {
        return Err(ExchangeError::NoTitleColumn);
    }
    let day_columns = [columns.of(Field::FirstDay), columns.of(Field::LastDay)].concat();
    let day_texts =
        table.records.iter().flat_map(|record| day_columns.iter().map(|column| record.cell(*column)));
    let found = find_day_order(day_texts);
    let (day_order, known) = match (mapping.day_order, found) {
        (Some(told), _) => (DayOrderFound::Known(told), Some(told)),
        (None, DayOrderFound::Known(order)) => (DayOrderFound::Known(order), Some(order)),
        (None, found) => (found, None),
    };
    let have_identity = columns.has(Field::Key) || columns.has(Field::Id);
    let mut reader = RowReader { table, mapping, columns, day_order: known, branch: Vec::new() };
    let rows = table.records.iter().enumerate().map(|(index, record)| reader.row(index, record)).collect();
    Ok(Rows { rows, day_order, have_identity })
}

struct RowReader<'t> {
    table: &'t Table,
    mapping: &'t Mapping,
    columns: Positions,
    day_order: Option<DayOrder>,
    /// Depth and index of the rows above the next one, in a file whose titles form a tree.
    branch: Vec<(usize, usize)>,
}

impl<'t> RowReader<'t> {
    fn row(&mut self, index: usize, record: &'t Record) -> Row {
        if record.is_blank() {
            return Row { line: record.line, is_blank: true, ..Row::default() };
        }
        let mut remarks: Vec<Remark> = self.width_remark(record).into_iter().collect();
        let depth = self.filled(record, Field::Title).map(|(place, _)| place);
        let horizon = self.known(record, Field::Horizon, horizon, &mut remarks);
        let days = self.days(record, horizon, &mut remarks);
        Row {
            line: record.line,
            is_blank: false,
            id: self.line(record, Field::Id),
            key: self.line(record, Field::Key),
            title: self.line(record, Field::Title),
            kind: self.known(record, Field::Kind, |word| self.mapping.kind(word), &mut remarks),
            status: self.known(record, Field::Status, |word| self.mapping.status(word), &mut remarks),
            theme: self.line(record, Field::Theme),
            schedule: days.schedule,
            progress: self.known(record, Field::Progress, per_cent, &mut remarks),
            owner: self.line(record, Field::Owner),
            link: self.line(record, Field::Link),
            depends_on: self.list(record, Field::DependsOn),
            blocks: self.list(record, Field::Blocks),
            body: self.body(record),
            day_lines: days.lines,
            parent: self.parent(record, index, depth),
            remarks,
        }
    }

    fn width_remark(&self, record: &Record) -> Option<Remark> {
        let (cells, columns) = (record.width(), self.table.columns.len());
        let filled_beyond = (columns..cells).filter(|column| !record.cell(*column).trim().is_empty()).count();
        if filled_beyond > 0 {
            let beyond = cells - columns;
            let text =
                format!("the row has {cells} cells under {columns} columns; the last {beyond} were not read");
            return Some(Remark::on_row(text));
        }
        (cells < columns).then(|| {
            Remark::on_row(format!(
                "the row has {cells} cells under {columns} columns; the rest count as empty"
            ))
        })
    }

    fn text(&self, record: &'t Record, column: usize) -> &'t str {
        let text = record.cell(column);
        if self.mapping.formulas_are_defused { restore(text) } else { text }
    }

    /// The cells of a field that hold something, each with the place of its column among the field's.
    fn all_filled(&self, record: &'t Record, field: Field) -> impl Iterator<Item = (usize, &'t str)> {
        let columns = self.columns.of(field).iter().enumerate();
        columns
            .map(|(place, column)| (place, self.text(record, *column)))
            .filter(|(_, text)| !text.trim().is_empty())
    }

    fn filled(&self, record: &'t Record, field: Field) -> Option<(usize, &'t str)> {
        self.all_filled(record, field).next()
    }

    fn line(&self, record: &'t Record, field: Field) -> String {
        self.filled(record, field).map(|(_, text)| one_line(text)).unwrap_or_default()
    }

    /// The first text of a field that means something, or a remark on the first that is there.
    fn known<T>(
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

    fn days(&self, record: &'t Record, horizon: Option<Horizon>, remarks: &mut Vec<Remark>) -> Days {
        let text = |field| self.filled(record, field).map_or("", |(_, text)| text.trim());
        let mut days = read_days(text(Field::FirstDay), text(Field::LastDay), self.day_order);
        days.schedule = days.schedule.or(horizon.map(|horizon| Schedule::Horizon { horizon }));
        remarks.append(&mut days.remarks);
        days
    }

    fn list(&self, record: &'t Record, field: Field) -> Vec<String> {
        self.all_filled(record, field)
            .flat_map(|(_, text)| text.split(|c: char| self.mapping.list_separators.contains(c)))
            .map(one_line)
            .filter(|entry| !entry.is_empty())
            .collect()
    }

    fn body(&self, record: &'t Record) -> String {
        let description = self.filled(record, Field::Description).map_or("", |(_, text)| text);
        let notes: Vec<String> = self
            .all_filled(record, Field::Notes)
            .filter_map(|(place, text)| {
                let name = &self.table.columns[*self.columns.of(Field::Notes).get(place)?].name;
                Some(format!("{}: {}", custom_field(name).unwrap_or(name), text.trim()))
            })
            .collect();
        match (description.is_empty(), notes.is_empty()) {
            (_, true) => description.to_owned(),
            (true, false) => notes.join("\n"),
            (false, false) => format!("{}\n\n{}", description.trim_end(), notes.join("\n")),
        }
    }

    /// The parent that the row names, or else the nearest shallower row above it in a tree of titles.
    fn parent(&mut self, record: &'t Record, index: usize, depth: Option<usize>) -> ParentRef {
        let is_tree = self.columns.of(Field::Title).len() > 1;
        let above = match depth {
            Some(depth) if is_tree => {
                self.branch.retain(|(other, _)| *other < depth);
                let above = self.branch.last().map(|(_, row)| *row);
                self.branch.push((depth, index));
                above
            }
            _ => None,
        };
        let named = self.line(record, Field::Parent);
        match above {
            _ if !named.is_empty() => ParentRef::Text(named),
            Some(row) => ParentRef::Row(row),
            None => ParentRef::None,
        }
    }
}

/// Text as a plan takes it for one line; keys and names are compared in this form.
fn one_line(text: &str) -> String {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.replace("\r\n", " ").replace(breaks, " ").trim().to_owned()
}

/// `40`, `40 %`, `66.7%`. A bare fraction is not taken: `0.4` can be meant in two ways.
fn per_cent(text: &str) -> Option<u8> {
    let text = text.trim();
    let number = text.strip_suffix('%').map(str::trim_end);
    if let Ok(whole) = number.unwrap_or(text).parse::<u8>() {
        return (whole <= 100).then_some(whole);
    }
    let (whole, rest) = number?.split_once(['.', ','])?;
    let (whole, is_number) = (whole.parse::<u8>().ok()?, rest.bytes().all(|byte| byte.is_ascii_digit()));
    let rounded_up = rest.bytes().next().is_some_and(|first| first >= b'5');
    (is_number && whole < 100).then_some(whole + u8::from(rounded_up))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn per_cents_are_read_only_where_they_are_clear() {
        for (text, expected) in [
            ("40", Some(40)),
            ("40 %", Some(40)),
            ("66.7%", Some(67)),
            ("0,4 %", Some(0)),
            ("100", Some(100)),
        ] {
            assert_eq!(per_cent(text), expected, "{text}");
        }
        for text in ["0.4", "101", "-1", "half", "%", "1e2", "99.x%", "100.5%"] {
            assert_eq!(per_cent(text), None, "{text}");
        }
    }
}
