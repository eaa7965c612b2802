//! A mapping from nothing but the names in the header.

use std::collections::{BTreeMap, BTreeSet};

use super::header::{TELLING_FEEDBACK, TELLING_MONEY, TELLING_WORK, TITLES, custom_field, names, plain_name};
use super::{Field, Mapping, RowsAre, Spending};
use crate::amounts::{DecimalMark, are_mostly_negative};
use crate::export::{LIST_SEPARATOR, SERVED, own_columns};
use crate::formula::{is_like_formula, restore};
use crate::import::is_own_id;
use crate::table::{ColumnRef, Table};

/// What the rows seem to become.
pub(super) fn rows_are(table: &Table) -> RowsAre {
    let all = [RowsAre::WorkItems, RowsAre::Feedback, RowsAre::Actuals];
    if let Some(ours) = all.into_iter().find(|each| is_ours(table, *each)) {
        return ours;
    }
    let columns: Vec<String> = table.columns.iter().map(|column| plain_name(&column.name)).collect();
    let has = |name: &&str| columns.iter().any(|column| column == name);
    let of_work = names(RowsAre::WorkItems).iter().filter(|(field, _)| TELLING_WORK.contains(field));
    let speaks_of_work = of_work.flat_map(|(_, names)| names.iter()).any(has);
    let of_money = names(RowsAre::Actuals).iter().filter(|(field, _)| TELLING_MONEY.contains(field));
    let speaks_of_money = of_money.flat_map(|(_, names)| names.iter()).any(has);
    if speaks_of_money && !TITLES.iter().any(has) {
        RowsAre::Actuals
    } else if !speaks_of_work && TELLING_FEEDBACK.iter().any(has) {
        RowsAre::Feedback
    } else {
        RowsAre::WorkItems
    }
}

/// Whether Milepost has written the table, of which somebody may have deleted what was not needed.
fn is_ours(table: &Table, rows_are: RowsAre) -> bool {
    let has = |name: &&str| table.position(&ColumnRef::first(*name)).is_some();
    let names_rows = match rows_are {
        RowsAre::WorkItems => has(&"Title"),
        RowsAre::Feedback => has(&"Text"),
        RowsAre::Actuals => false,
    };
    let seems_ours = || has_own_columns(table, rows_are) && has_marks(table);
    own_columns(rows_are).iter().all(has) || names_rows && ids_are_own(table).unwrap_or_else(seems_ours)
}

/// Whether all ids are of the form that Milepost gives them; none if there are no ids.
fn ids_are_own(table: &Table) -> Option<bool> {
    let place = table.position(&ColumnRef::first("Id"))?;
    let ids = table.records.iter().map(|record| record.cell(place).trim()).filter(|id| !id.is_empty());
    ids.map(is_own_id).reduce(|all, is_own| all && is_own)
}

/// Whether no column has another name than Milepost writes, letter by letter.
fn has_own_columns(table: &Table, rows_are: RowsAre) -> bool {
    let is_own = |column: &ColumnRef| {
        own_columns(rows_are).contains(&column.name.as_str())
            || rows_are == RowsAre::WorkItems && SERVED.contains(&column.name.as_str())
    };
    table.columns.iter().all(is_own)
}

/// Whether there are texts like formulas, and each of them is marked.
fn has_marks(table: &Table) -> bool {
    let width = table.columns.len();
    let mut texts = table.records.iter().flat_map(|record| (0..width).map(|place| record.cell(place)));
    let mut found = false;
    texts.all(|text| {
        found |= restore(text) != text;
        !is_like_formula(text)
    }) && found
}

pub(super) fn mapping(table: &Table, rows_are: RowsAre) -> Mapping {
    let is_ours = is_ours(table, rows_are);
    let mut suggestion = Suggestion {
        table,
        names: table.columns.iter().map(|column| plain_name(&column.name)).collect(),
        taken: BTreeSet::new(),
        columns: BTreeMap::new(),
    };
    for (field, names) in names(rows_are) {
        suggestion.feed(*field, names);
    }
    if !is_ours {
        suggestion.take_id_for_key();
    }
    if rows_are == RowsAre::WorkItems {
        suggestion.take_tree_for_title();
    }
    let mut mapping = Mapping {
        rows_are,
        columns: suggestion.columns,
        formulas_are_defused: is_ours,
        ..Mapping::default()
    };
    if is_ours {
        LIST_SEPARATOR.clone_into(&mut mapping.list_separators);
        mapping.decimal_mark = (rows_are == RowsAre::Actuals).then_some(DecimalMark::Point);
    }
    mapping.spending = spending(table, mapping.columns_of(Field::Amount));
    mapping
}

/// The sign that spending seems to have: most of what a ledger of costs holds is spent, and so is most of what leaves an
/// account.
fn spending(table: &Table, columns: &[ColumnRef]) -> Spending {
    let positions: Vec<usize> = columns.iter().filter_map(|column| table.position(column)).collect();
    let texts = table.records.iter().flat_map(|record| positions.iter().map(|at| record.cell(*at)));
    if are_mostly_negative(texts) { Spending::Negative } else { Spending::Positive }
}

struct Suggestion<'t> {
    table: &'t Table,
    names: Vec<String>,
    taken: BTreeSet<usize>,
    columns: BTreeMap<Field, Vec<ColumnRef>>,
}

impl Suggestion<'_> {
    fn feed(&mut self, field: Field, names: &[&str]) {
        let mut found: Vec<(usize, bool, usize)> = Vec::new();
        for (position, name) in self.names.iter().enumerate().filter(|(at, _)| !self.taken.contains(at)) {
            if let Some(place) = names.iter().position(|known| known == name) {
                // A tool's own column tells more than one that somebody has added under the same name.
                let is_custom = custom_field(&self.table.columns[position].name).is_some();
                found.push((place, is_custom, position));
            }
        }
        match field {
            Field::Notes | Field::Note => found.sort_unstable_by_key(|(.., position)| *position),
            _ => found.sort_unstable(),
        }
        if !takes_several(field) {
            found.truncate(1);
        }
        for (.., position) in found {
            self.taken.insert(position);
            self.columns.entry(field).or_default().push(self.table.columns[position].clone());
        }
    }

    /// Where no column is named a key, an `ID` is what the other system calls the item.
    fn take_id_for_key(&mut self) {
        if !self.columns.contains_key(&Field::Key)
            && let Some(id) = self.columns.remove(&Field::Id)
        {
            self.columns.insert(Field::Key, id);
        }
    }

    /// Azure DevOps writes a tree as `Title 1`, `Title 2`, …, one column for each level.
    fn take_tree_for_title(&mut self) {
        let levels: Vec<ColumnRef> = (1..)
            .map_while(|level| self.names.iter().position(|name| *name == format!("title{level}")))
            .map(|position| self.table.columns[position].clone())
            .collect();
        if !levels.is_empty() && !self.table.columns.iter().any(|column| plain_name(&column.name) == "title")
        {
            self.columns.insert(Field::Title, levels);
        }
    }
}

/// Fields to which several columns have something to say.
fn takes_several(field: Field) -> bool {
    matches!(
        field,
        Field::Status
            | Field::Parent
            | Field::DependsOn
            | Field::Blocks
            | Field::Notes
            | Field::Text
            | Field::Needs
            | Field::Items
            | Field::Note
    )
}
