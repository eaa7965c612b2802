//! What all tables share: cells of a row read with their names, and rows added, updated and removed.

use milepost_plan::{Change, Day, Diff, Entity, Id, Row};
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, params_from_iter};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::error::Fault;

/// The statements of one table. Parameters are numbered as [`Stored::cells`] lists them, the id first.
pub(crate) struct Queries {
    pub read: &'static str,
    pub add: &'static str,
    pub update: &'static str,
    pub remove: &'static str,
}

/// A row type that is kept in a table of its own.
pub(crate) trait Stored: Entity {
    const TABLE: &'static str;
    const QUERIES: Queries;
    /// The tables whose rows are parts of those of this one.
    const PARTS: &'static [Parts<Self>] = &[];

    /// The row that these cells hold, taken in the order in which the query names them.
    fn of(cells: &Cells<'_>) -> Result<Self, Fault>;

    /// The row's cells, in the order of the parameters.
    fn cells(&self) -> Vec<Cell<'_>>;
}

/// A table whose rows are parts of the rows of another one: a list in them. They come and go with their owner.
pub(crate) struct Parts<R> {
    pub table: &'static str,
    /// The column that says which row they are a part of, which always comes first.
    pub owner: &'static str,
    pub queries: PartQueries,
    /// Takes the cells behind the owner into the list of the owner.
    pub take: fn(&mut R, &Cells<'_>) -> Result<(), Fault>,
    /// The cells behind the owner of each row of the list.
    pub cells: fn(&R) -> Vec<Vec<Cell<'_>>>,
}

/// The statements of a table of parts. The first parameter is the owner; removing takes all parts of one.
pub(crate) struct PartQueries {
    pub read: &'static str,
    pub add: &'static str,
    pub remove: &'static str,
}

/// All rows of a table with their parts, as additions to an empty plan.
pub(crate) fn read<R: Stored>(connection: &Connection, found: &mut Vec<Change>) -> Result<(), Fault> {
    let mut statement = connection.prepare_cached(R::QUERIES.read)?;
    let mut read = Vec::new();
    let mut rows = statement.query(())?;
    while let Some(row) = rows.next()? {
        read.push(R::of(&Cells::of(R::TABLE, row))?);
    }
    R::PARTS.iter().try_for_each(|parts| read_parts(connection, parts, &mut read))?;
    found.extend(read.into_iter().map(|row| R::change(Diff { before: None, after: Some(row) })));
    Ok(())
}

/// Puts parts into their owners, which stand in the order of their ids.
fn read_parts<R: Stored>(connection: &Connection, parts: &Parts<R>, owners: &mut [R]) -> Result<(), Fault> {
    let mut statement = connection.prepare_cached(parts.queries.read)?;
    let mut rows = statement.query(())?;
    while let Some(row) = rows.next()? {
        let cells = Cells::of(parts.table, row);
        let owner = cells.id::<R::Id>(parts.owner)?;
        let owner = owners.binary_search_by_key(&owner, Row::id).ok().and_then(|at| owners.get_mut(at));
        (parts.take)(owner.ok_or_else(|| cells.unknown(parts.owner))?, &cells)?;
    }
    Ok(())
}

/// Makes the table hold the after-side of a change. A row that is not there as expected means that the file is
/// no longer what is in memory.
pub(crate) fn write<R: Stored>(connection: &Connection, diff: &Diff<R>) -> Result<(), Fault> {
    match (&diff.before, &diff.after) {
        (None, Some(row)) => add(connection, row),
        (Some(before), Some(row)) => {
            run(connection, R::QUERIES.update, row.cells())?;
            R::PARTS.iter().try_for_each(|parts| {
                if (parts.cells)(before) == (parts.cells)(row) {
                    return Ok(());
                }
                remove_parts(connection, parts, before)?;
                add_parts(connection, parts, row)
            })
        }
        (Some(row), None) => {
            R::PARTS.iter().try_for_each(|parts| remove_parts(connection, parts, row))?;
            run(connection, R::QUERIES.remove, vec![id(row.id())])
        }
        (None, None) => Ok(()),
    }
}

pub(crate) fn add<R: Stored>(connection: &Connection, row: &R) -> Result<(), Fault> {
    run(connection, R::QUERIES.add, row.cells())?;
    R::PARTS.iter().try_for_each(|parts| add_parts(connection, parts, row))
}

fn add_parts<R: Stored>(connection: &Connection, parts: &Parts<R>, owner: &R) -> Result<(), Fault> {
    (parts.cells)(owner).into_iter().try_for_each(|cells| {
        let cells = std::iter::once(id(owner.id())).chain(cells).collect();
        run(connection, parts.queries.add, cells)
    })
}

/// Removes as many parts as there must be; any other number means that the file is no longer what is in memory.
fn remove_parts<R: Stored>(connection: &Connection, parts: &Parts<R>, owner: &R) -> Result<(), Fault> {
    let expected = (parts.cells)(owner).len();
    let mut statement = connection.prepare_cached(parts.queries.remove)?;
    if statement.execute([id(owner.id())])? == expected { Ok(()) } else { Err(Fault::ChangedElsewhere) }
}

fn run(connection: &Connection, query: &str, cells: Vec<Cell<'_>>) -> Result<(), Fault> {
    match connection.prepare_cached(query)?.execute(params_from_iter(cells))? {
        1 => Ok(()),
        _ => Err(Fault::ChangedElsewhere),
    }
}

/// A value on its way into the file.
pub(crate) type Cell<'a> = ToSqlOutput<'a>;

pub(crate) fn id(id: impl Id) -> Cell<'static> {
    Cell::Owned(Value::Blob(id.uuid().into_bytes().to_vec()))
}

pub(crate) fn text(text: &str) -> Cell<'_> {
    Cell::Borrowed(ValueRef::Text(text.as_bytes()))
}

/// A value without a table of its own, as JSON.
pub(crate) fn document(value: &impl Serialize) -> Cell<'static> {
    // Only a map whose keys are no text could fail, and no row has one.
    Cell::Owned(serde_json::to_string(value).map_or(Value::Null, Value::Text))
}

pub(crate) fn day(day: Day) -> Cell<'static> {
    Cell::Owned(Value::Text(day.to_string()))
}

pub(crate) fn integer(number: impl Into<i64>) -> Cell<'static> {
    Cell::Owned(Value::Integer(number.into()))
}

pub(crate) fn optional<'a, T>(value: Option<T>, cell: impl FnOnce(T) -> Cell<'a>) -> Cell<'a> {
    value.map_or(Cell::Owned(Value::Null), cell)
}

/// The cells of one row on their way out of the file, taken one after the other. What does not read as it should is
/// refused, never guessed.
///
/// Taking them in order is several times faster than looking each up by its name, which is only for messages.
pub(crate) struct Cells<'r> {
    table: &'static str,
    row: &'r rusqlite::Row<'r>,
    taken: std::cell::Cell<usize>,
}

impl<'r> Cells<'r> {
    pub(crate) fn of(table: &'static str, row: &'r rusqlite::Row<'r>) -> Self {
        Self { table, row, taken: std::cell::Cell::new(0) }
    }

    pub(crate) fn text(&self, column: &'static str) -> Result<String, Fault> {
        self.take(column, as_text)
    }

    pub(crate) fn id<I: Id>(&self, column: &'static str) -> Result<I, Fault> {
        self.take(column, as_id)
    }

    pub(crate) fn optional_id<I: Id>(&self, column: &'static str) -> Result<Option<I>, Fault> {
        self.take(column, or_null(as_id))
    }

    pub(crate) fn day(&self, column: &'static str) -> Result<Day, Fault> {
        self.take(column, as_day)
    }

    pub(crate) fn optional_day(&self, column: &'static str) -> Result<Option<Day>, Fault> {
        self.take(column, or_null(as_day))
    }

    pub(crate) fn integer<N: TryFrom<i64>>(&self, column: &'static str) -> Result<N, Fault> {
        self.take(column, |value| value.as_i64().ok()?.try_into().ok())
    }

    pub(crate) fn optional_integer<N: TryFrom<i64>>(&self, column: &'static str) -> Result<Option<N>, Fault> {
        self.take(column, or_null(|value: ValueRef<'_>| value.as_i64().ok()?.try_into().ok()))
    }

    pub(crate) fn flag(&self, column: &'static str) -> Result<bool, Fault> {
        self.take(column, |value| match value.as_i64() {
            Ok(0) => Some(false),
            Ok(1) => Some(true),
            _ => None,
        })
    }

    /// A value that is kept as JSON.
    pub(crate) fn document<T: DeserializeOwned>(&self, column: &'static str) -> Result<T, Fault> {
        self.take(column, as_document)
    }

    pub(crate) fn optional_document<T: DeserializeOwned>(
        &self,
        column: &'static str,
    ) -> Result<Option<T>, Fault> {
        self.take(column, or_null(as_document))
    }

    /// The one of `all` that is written as the cell's word.
    pub(crate) fn word<T: Copy>(&self, column: &'static str, all: &[T], word: Word<T>) -> Result<T, Fault> {
        self.take(column, |value| known(value.as_str().ok()?, all, word))
    }

    pub(crate) fn optional_word<T: Copy>(
        &self,
        column: &'static str,
        all: &[T],
        word: Word<T>,
    ) -> Result<Option<T>, Fault> {
        self.take(column, or_null(|value: ValueRef<'_>| known(value.as_str().ok()?, all, word)))
    }

    fn take<T>(
        &self,
        column: &'static str,
        read: impl FnOnce(ValueRef<'_>) -> Option<T>,
    ) -> Result<T, Fault> {
        let place = self.taken.replace(self.taken.get() + 1);
        debug_assert_eq!(
            self.row.as_ref().column_name(place).ok(),
            Some(column),
            "cells of {} are taken in the order of its query",
            self.table
        );
        read(self.row.get_ref(place)?).ok_or_else(|| self.unknown(column))
    }

    /// That the value of a column means nothing.
    pub(crate) fn unknown(&self, column: &'static str) -> Fault {
        Fault::UnknownValue { table: self.table, row: self.name(), column }
    }

    /// What the row is called in a message: its first cell, which is its key.
    fn name(&self) -> String {
        match self.row.get_ref(0) {
            Ok(ValueRef::Blob(bytes)) => {
                Uuid::from_slice(bytes).map_or_else(|_| "?".to_owned(), |id| id.to_string())
            }
            Ok(ValueRef::Integer(number)) => number.to_string(),
            Ok(ValueRef::Text(text)) => String::from_utf8_lossy(text).chars().take(40).collect(),
            _ => "?".to_owned(),
        }
    }
}

/// The word in files of an enumeration's value.
type Word<T> = fn(T) -> &'static str;

fn known<T: Copy>(text: &str, all: &[T], word: Word<T>) -> Option<T> {
    all.iter().copied().find(|value| word(*value) == text)
}

fn as_text(value: ValueRef<'_>) -> Option<String> {
    value.as_str().ok().map(str::to_owned)
}

fn as_id<I: Id>(value: ValueRef<'_>) -> Option<I> {
    Uuid::from_slice(value.as_blob().ok()?).ok().map(I::from_uuid)
}

fn as_day(value: ValueRef<'_>) -> Option<Day> {
    value.as_str().ok()?.parse().ok()
}

fn as_document<T: DeserializeOwned>(value: ValueRef<'_>) -> Option<T> {
    serde_json::from_str(value.as_str().ok()?).ok()
}

/// Nothing for null, else what `read` makes of the value.
fn or_null<T>(read: impl Fn(ValueRef<'_>) -> Option<T>) -> impl Fn(ValueRef<'_>) -> Option<Option<T>> {
    move |value| match value {
        ValueRef::Null => Some(None),
        _ => read(value).map(Some),
    }
}
