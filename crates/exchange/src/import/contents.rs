//! What the columns of a pasted table mean where no row names its titles: told by what stands in them.
//!
//! Nothing is guessed. A field is fed only where as many columns can be it as it takes; of three columns of days nobody
//! knows which two are meant. The title is the first column of words that are nothing else.

use std::collections::BTreeSet;

use super::rows::per_cent;
use crate::dates::{Reading, read_day};
use crate::mapping::{Field, Mapping, RowsAre, horizon};
use crate::table::{Record, Table};

/// What the cells of one column are, by how many of them.
#[derive(Debug, Default, Clone)]
struct Cells {
    filled: usize,
    days: usize,
    kinds: usize,
    statuses: usize,
    horizons: usize,
    per_cents: usize,
    /// With a letter; and those of them that are no codes, such as `ABC-12` or an id.
    lettered: usize,
    words: usize,
}

impl Cells {
    fn add(&mut self, text: &str, mapping: &Mapping) {
        if text.is_empty() {
            return;
        }
        self.filled += 1;
        self.days += usize::from(read_day(text, None) != Reading::NotADay);
        self.kinds += usize::from(mapping.kind(text).is_some());
        self.statuses += usize::from(mapping.status(text).is_some());
        self.horizons += usize::from(horizon(text).is_some());
        self.per_cents += usize::from(text.ends_with('%') && per_cent(text).is_some());
        let is_code = !text.contains(char::is_whitespace) && text.contains(|c: char| c.is_ascii_digit());
        self.lettered += usize::from(text.contains(char::is_alphabetic));
        self.words += usize::from(text.contains(char::is_alphabetic) && !is_code);
    }

    fn are_all(&self, count: usize) -> bool {
        self.filled > 0 && count == self.filled
    }

    fn are_mostly(&self, count: usize) -> bool {
        2 * count > self.filled
    }

    fn are_days(&self) -> bool {
        self.are_mostly(self.days)
    }
}

/// What the columns of a table mean that was read without a head. A first row that has no days where all others do names
/// the columns after all; it becomes the head.
pub(super) fn recognise(table: &mut Table) -> Mapping {
    if names_columns(table) {
        table.take_head();
    }
    let mut mapping = Mapping::suggest_for(table, RowsAre::WorkItems);
    let columns = cells(&table.records, table.columns.len(), &mapping);
    let mut feeding = Feeding { table, mapping: &mut mapping, taken: BTreeSet::new() };
    feeding.take_named();
    feeding.days(&columns);
    feeding.only(Field::Kind, &columns, |column| column.are_all(column.kinds));
    feeding.only(Field::Status, &columns, |column| column.are_all(column.statuses));
    feeding.only(Field::Horizon, &columns, |column| column.are_all(column.horizons));
    feeding.only(Field::Progress, &columns, |column| column.are_all(column.per_cents));
    feeding.title(&columns);
    mapping
}

fn names_columns(table: &Table) -> bool {
    let Some((first, others)) = table.records.split_first() else { return false };
    let columns = cells(others, table.columns.len(), &Mapping::default());
    let mut of_days = columns.iter().enumerate().filter(|(_, column)| column.are_days()).peekable();
    let is_name = |text: &str| !text.trim().is_empty() && read_day(text, None) == Reading::NotADay;
    of_days.peek().is_some() && of_days.all(|(place, _)| is_name(first.cell(place)))
}

fn cells(records: &[Record], width: usize, mapping: &Mapping) -> Vec<Cells> {
    let mut columns = vec![Cells::default(); width];
    for record in records {
        for (place, column) in columns.iter_mut().take(record.width()).enumerate() {
            column.add(record.cell(place).trim(), mapping);
        }
    }
    columns
}

/// Feeds fields that nothing feeds yet with columns that feed nothing yet.
struct Feeding<'f> {
    table: &'f Table,
    mapping: &'f mut Mapping,
    taken: BTreeSet<usize>,
}

impl Feeding<'_> {
    fn take_named(&mut self) {
        let fed = self.mapping.columns.values().flatten();
        self.taken.extend(fed.filter_map(|column| self.table.position(column)));
    }

    fn days(&mut self, columns: &[Cells]) {
        let open = [Field::FirstDay, Field::LastDay].into_iter().filter(|field| !self.is_fed(*field));
        let open: Vec<Field> = open.collect();
        let of_days = self.left(columns, Cells::are_days);
        if open.len() == of_days.len() {
            open.into_iter().zip(of_days).for_each(|(field, place)| self.feed(field, place));
        }
    }

    /// Feeds a field if one column can be it and no other one.
    fn only(&mut self, field: Field, columns: &[Cells], can_be: impl Fn(&Cells) -> bool) {
        if let [place] = self.left(columns, can_be)[..]
            && !self.is_fed(field)
        {
            self.feed(field, place);
        }
    }

    /// A list without a word has titles all the same: its first column, whatever else that could be.
    fn title(&mut self, columns: &[Cells]) {
        if self.is_fed(Field::Title) {
            return;
        }
        let first = |count: fn(&Cells) -> usize| {
            let are = |column: &Cells| !column.are_days() && column.are_mostly(count(column));
            self.left(columns, are).first().copied()
        };
        let place = first(|column| column.words).or_else(|| first(|column| column.lettered));
        let place = place.unwrap_or_default();
        let column = self.table.columns.get(place);
        self.mapping.columns.retain(|_, fed| !fed.iter().any(|each| Some(each) == column));
        self.feed(Field::Title, place);
    }

    /// Where columns stand that can be something and feed nothing yet.
    fn left(&self, columns: &[Cells], can_be: impl Fn(&Cells) -> bool) -> Vec<usize> {
        let left = columns.iter().enumerate().filter(|(place, _)| !self.taken.contains(place));
        left.filter(|(_, column)| can_be(column)).map(|(place, _)| place).collect()
    }

    fn is_fed(&self, field: Field) -> bool {
        self.mapping.columns.contains_key(&field)
    }

    fn feed(&mut self, field: Field, place: usize) {
        if let Some(column) = self.table.columns.get(place) {
            self.taken.insert(place);
            self.mapping.columns.insert(field, vec![column.clone()]);
        }
    }
}
