//! Defence against files that are not what they claim to be.
//!
//! A plan comes by mail from strangers, and a database can carry more than rows. So the header is read before
//! SQLite sees the file, the connection is closed to everything that a plan does not need, and the schema must be
//! word for word what Milepost makes before a single row is believed.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use crate::error::{Fault, StoreError};
use crate::migrate;

/// "MPLN" in the file's header, as the first schema script sets it.
pub(crate) const APPLICATION_ID: u32 = 0x4D50_4C4E;

/// No plan comes near this; what is larger is refused before it costs time or memory.
const LARGEST_FILE_BYTES: u64 = 1 << 30;
/// Largest row or text: a baseline, which is one row, of ten thousand items with the longest titles that the rules let through.
const LARGEST_ROW_BYTES: i32 = 96 << 20;
/// How long a write waits for another program to finish its own.
const PATIENCE: Duration = Duration::from_secs(2);
/// How many of SQLite's findings are worth reporting.
const FINDINGS: usize = 20;

/// Reads the header of the file and answers the version of its schema, if it is a plan that this Milepost reads.
///
/// The format is fixed: <https://www.sqlite.org/fileformat2.html#the_database_header>.
pub(crate) fn check_header(path: &Path) -> Result<u32, StoreError> {
    let of_io = |error| StoreError::of_io(path, &error);
    let found = std::fs::metadata(path).map_err(of_io)?;
    if !found.is_file() {
        return Err(StoreError::NotAPlan { path: path.to_path_buf() });
    }
    let mut header = Vec::with_capacity(100);
    File::open(path).and_then(|file| file.take(100).read_to_end(&mut header)).map_err(of_io)?;
    let number = |at: usize| {
        header.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map_or(0, u32::from_be_bytes)
    };
    if !header.starts_with(b"SQLite format 3\0") || number(68) != APPLICATION_ID {
        return Err(StoreError::NotAPlan { path: path.to_path_buf() });
    }
    let damaged = |detail: &str| StoreError::Damaged { path: path.to_path_buf(), detail: detail.to_owned() };
    if found.len() > LARGEST_FILE_BYTES {
        return Err(damaged("it is too large for a plan"));
    }
    if header.get(18..20) != Some(&[1, 1]) || number(56) != 1 {
        return Err(damaged("another program has changed the way it is written"));
    }
    match number(60) {
        0 => Err(damaged("it does not say which version it is")),
        version if version > migrate::VERSION => {
            Err(StoreError::Newer { path: path.to_path_buf(), version, supported: migrate::VERSION })
        }
        version => Ok(version),
    }
}

/// What a connection may do to the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    Read,
    Write,
}

/// Opens an existing file with everything closed that a plan does not need. The file is not looked at yet.
///
/// Where the system only lets us read, the connection turns out read-only.
pub(crate) fn connect(path: &Path, access: Access) -> Result<Connection, rusqlite::Error> {
    let access = match access {
        Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
    };
    let flags = access | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_PRIVATE_CACHE;
    let connection = Connection::open_with_flags(path, flags)?;
    close_doors(&connection)?;
    keep_safe(&connection)?;
    Ok(connection)
}

/// Switches off what hostile files abuse, before the first statement makes SQLite read the schema.
fn close_doors(connection: &Connection) -> Result<(), rusqlite::Error> {
    for (option, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_CREATE, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_WRITE, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true),
    ] {
        connection.set_db_config(option, on)?;
    }
    for (limit, most) in [
        (Limit::SQLITE_LIMIT_LENGTH, LARGEST_ROW_BYTES),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (Limit::SQLITE_LIMIT_COLUMN, 100),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 50),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 3),
        (Limit::SQLITE_LIMIT_VDBE_OP, 25_000),
        (Limit::SQLITE_LIMIT_FUNCTION_ARG, 8),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100),
        (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 50),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 5),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        connection.set_limit(limit, most)?;
    }
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "mmap_size", 0)
}

/// Settings under which what is committed stays, and what is deleted is gone.
fn keep_safe(connection: &Connection) -> Result<(), rusqlite::Error> {
    connection.busy_timeout(PATIENCE)?;
    // No write-ahead log: plans live in synchronised folders, which must find everything in one file.
    connection.pragma_update(None, "journal_mode", "DELETE")?;
    connection.pragma_update(None, "synchronous", "EXTRA")?;
    // Only macOS knows this; elsewhere it does nothing.
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.set_prepared_statement_cache_capacity(48);
    Ok(())
}

/// Refuses a file whose tables differ by a word from what these scripts make, or that holds anything else.
pub(crate) fn check_schema(connection: &Connection, scripts: &[&str]) -> Result<(), Fault> {
    if schema(connection)? == schema(&migrate::empty(scripts)?)? {
        Ok(())
    } else {
        Err(Fault::Damaged("its tables are not those of a plan".to_owned()))
    }
}

type Part = (String, String, String, Option<String>);

fn schema(connection: &Connection) -> Result<Vec<Part>, rusqlite::Error> {
    let mut statement =
        connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")?;
    statement.query_map((), |row| row.try_into())?.collect()
}

/// How much of a file is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Depth {
    /// Pages, types and checks, for every opening.
    Quick,
    /// Indexes as well.
    Full,
}

/// What SQLite finds wrong with pages, rows and references; empty for a sound file.
pub(crate) fn findings(connection: &Connection, depth: Depth) -> Result<Vec<String>, rusqlite::Error> {
    let pragma = match depth {
        Depth::Quick => "quick_check",
        Depth::Full => "integrity_check",
    };
    let mut found = Vec::new();
    connection.pragma(None, pragma, FINDINGS as i64, |row| {
        let finding: String = row.get(0)?;
        if finding != "ok" {
            found.push(finding);
        }
        Ok(())
    })?;
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query(())?;
    while let Some(row) = rows.next()?
        && found.len() < FINDINGS
    {
        let (table, target): (String, String) = (row.get("table")?, row.get("parent")?);
        found.push(format!("a row of {table} refers to a row of {target} that is not there"));
    }
    Ok(found)
}

/// Refuses a file in which [`findings`] finds anything.
pub(crate) fn check_content(connection: &Connection) -> Result<(), Fault> {
    match findings(connection, Depth::Quick)?.into_iter().next() {
        None => Ok(()),
        Some(finding) => Err(Fault::Damaged(finding)),
    }
}
