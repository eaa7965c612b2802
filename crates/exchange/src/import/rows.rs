//! Rows of a table of work items: what each says of an item, before any plan is asked.

use milepost_plan::{Cancel, Cancelled, Horizon, ItemKind, Schedule, Status};

use super::identity::{Named, Naming};
use super::reader::{Reader, Rows};
use super::schedule::{Days, read_days};
use crate::error::ExchangeError;
use crate::mapping::{Field, Mapping, custom_field, horizon};
use crate::report::Remark;
use crate::table::{Record, Table};

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
    /// Cells that name needs, each of them a list; likewise the next two.
    pub fully_serves: Vec<String>,
    pub partly_serves: Vec<String>,
    pub goals: Vec<String>,
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

impl Named for Row {
    fn naming(&mut self) -> Naming<'_> {
        Naming { line: self.line, id: &self.id, key: &self.key, remarks: &mut self.remarks }
    }
}

/// Reads every row of a table.
pub(super) fn read(table: &Table, mapping: &Mapping, cancel: Cancel<'_>) -> Result<Rows<Row>, ExchangeError> {
    let cells = Reader::new(table, mapping, &[Field::FirstDay, Field::LastDay])?;
    if !cells.columns.has(Field::Title) {
        return Err(ExchangeError::NoTitleColumn);
    }
    let mut reader = RowReader { cells, branch: Vec::new() };
    let records = cancel.over(table.records.iter().enumerate());
    let rows = records.map(|each| each.map(|(index, record)| reader.row(index, record)));
    let rows = rows.collect::<Result<_, Cancelled>>()?;
    Ok(reader.cells.with_rows(rows))
}

struct RowReader<'t> {
    cells: Reader<'t>,
    /// Depth and index of the rows above the next one, in a file whose titles form a tree.
    branch: Vec<(usize, usize)>,
}

impl<'t> RowReader<'t> {
    fn row(&mut self, index: usize, record: &'t Record) -> Row {
        if record.is_blank() {
            return Row { line: record.line, is_blank: true, ..Row::default() };
        }
        let mut remarks: Vec<Remark> = self.cells.width_remark(record).into_iter().collect();
        let depth = self.cells.filled(record, Field::Title).map(|(place, _)| place);
        let horizon = self.cells.known(record, Field::Horizon, horizon, &mut remarks);
        let days = self.days(record, horizon, &mut remarks);
        Row {
            line: record.line,
            is_blank: false,
            id: self.cells.line(record, Field::Id),
            key: self.cells.line(record, Field::Key),
            title: self.cells.line(record, Field::Title),
            kind: self.cells.known(record, Field::Kind, |word| self.cells.mapping.kind(word), &mut remarks),
            status: self.cells.known(
                record,
                Field::Status,
                |word| self.cells.mapping.status(word),
                &mut remarks,
            ),
            theme: self.cells.line(record, Field::Theme),
            schedule: days.schedule,
            progress: self.cells.known(record, Field::Progress, per_cent, &mut remarks),
            owner: self.cells.line(record, Field::Owner),
            link: self.cells.line(record, Field::Link),
            depends_on: self.cells.list(record, Field::DependsOn),
            blocks: self.cells.list(record, Field::Blocks),
            fully_serves: self.cells.names(record, Field::FullyServes),
            partly_serves: self.cells.names(record, Field::PartlyServes),
            goals: self.cells.names(record, Field::Goals),
            body: self.body(record),
            day_lines: days.lines,
            parent: self.parent(record, index, depth),
            remarks,
        }
    }

    fn days(&self, record: &'t Record, horizon: Option<Horizon>, remarks: &mut Vec<Remark>) -> Days {
        let text = |field| self.cells.filled(record, field).map_or("", |(_, text)| text.trim());
        let mut days = read_days(text(Field::FirstDay), text(Field::LastDay), self.cells.day_order());
        days.schedule = days.schedule.or(horizon.map(|horizon| Schedule::Horizon { horizon }));
        remarks.append(&mut days.remarks);
        days
    }

    fn body(&self, record: &'t Record) -> String {
        let description = self.cells.filled(record, Field::Description).map_or("", |(_, text)| text);
        let notes: Vec<String> = self
            .cells
            .all_filled(record, Field::Notes)
            .filter_map(|(place, text)| {
                let name = &self.cells.table.columns[*self.cells.columns.of(Field::Notes).get(place)?].name;
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
        let is_tree = self.cells.columns.of(Field::Title).len() > 1;
        let above = match depth {
            Some(depth) if is_tree => {
                self.branch.retain(|(other, _)| *other < depth);
                let above = self.branch.last().map(|(_, row)| *row);
                self.branch.push((depth, index));
                above
            }
            _ => None,
        };
        let named = self.cells.line(record, Field::Parent);
        match above {
            _ if !named.is_empty() => ParentRef::Text(named),
            Some(row) => ParentRef::Row(row),
            None => ParentRef::None,
        }
    }
}

/// `40`, `40 %`, `66.7%`. A bare fraction is not taken: `0.4` can be meant in two ways.
pub(super) fn per_cent(text: &str) -> Option<u8> {
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
