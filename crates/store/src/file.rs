//! An open plan file: made, opened, written, saved elsewhere.

use std::path::{Path, PathBuf};

use milepost_plan::{Cancel, ChangeSet, Plan};
use rusqlite::{Connection, TransactionBehavior};

use crate::beside::{self, Beside};
use crate::error::{Fault, StoreError};
use crate::guard::{self, Access, Depth};
use crate::{journal, migrate, plan, settings};

/// An open plan file. It may go to another thread, but serves one at a time.
///
/// The file is locked only while a transaction runs, so that others can read it, and a change that another
/// program has made in between is noticed before the next write.
#[derive(Debug)]
pub struct PlanFile {
    connection: Connection,
    path: PathBuf,
    revision: u64,
    /// That of the file's tables. One of an earlier version stays as it is until something is written.
    version: u32,
    /// Which file this is, under whatever name.
    identity: Identity,
    /// SQLite's count of commits by others, as of the moment when file and memory were the same.
    foreign_commits: i64,
    read_only: bool,
}

/// A file that has been opened, and what was in it.
#[derive(Debug)]
pub struct Opened {
    /// The file.
    pub file: PlanFile,
    /// The plan that it holds.
    pub plan: Plan,
    /// The revision that it stands at.
    pub revision: u64,
}

/// What [`PlanFile::check`] has found.
#[derive(Debug)]
pub struct CheckReport {
    /// What is wrong with pages, tables, rows and references; empty for a sound file.
    pub problems: Vec<String>,
    /// The plan, if its rows can be read in spite of the problems. Its rules have not been asked.
    pub plan: Option<Plan>,
}

impl PlanFile {
    /// Makes a file of `plan` at revision 0. It is written beside its place and moved there when it is whole.
    ///
    /// # Errors
    /// [`StoreError::AlreadyExists`] if there is a file already; it is left alone.
    pub fn create(path: &Path, plan: &Plan) -> Result<Self, StoreError> {
        let path = beside::resolved(path)?;
        if path.exists() {
            return Err(StoreError::AlreadyExists { path });
        }
        let beside = Beside::of(&path)?;
        fill(&beside, plan, 0)?;
        Self::attach(journal::put(beside)?, 0)
    }

    /// Opens the file and reads its plan, whatever the rules say to it. Nothing in it changes: a file of an earlier version
    /// is brought to this one by the first write, and the old one kept beside it; where the system would not allow that,
    /// it is only read.
    ///
    /// # Errors
    /// Says what is wrong with the file.
    pub fn open(path: &Path) -> Result<Opened, StoreError> {
        let path = beside::resolved(path)?;
        let version = guard::check_header(&path)?;
        let mut access = allowed_access(&path)?;
        if version < migrate::VERSION && access == Access::Write {
            access = access_beside(&Beside::of(&path));
        }
        let identity = identity(&path).map_err(|error| StoreError::of_io(&path, &error))?;
        read_whole(&path, identity, version, access).map_err(|fault| fault.at(&path))
    }

    /// Writes the after-sides of `changes` in one transaction and answers the new revision. The first time it brings a file
    /// of an earlier version to this one and keeps the old file beside it.
    ///
    /// # Errors
    /// Whatever the error, nothing in the plan has changed.
    pub fn write(&mut self, changes: &ChangeSet) -> Result<u64, StoreError> {
        self.write_unless(changes, Cancel::NEVER)
    }

    /// The same, as long as somebody wants it: looks up between rows, and a last time before they are committed.
    ///
    /// # Errors
    /// [`StoreError::Cancelled`], and as [`PlanFile::write`]. Whatever the error, nothing in the plan has changed.
    pub fn write_unless(&mut self, changes: &ChangeSet, cancel: Cancel<'_>) -> Result<u64, StoreError> {
        if self.version < migrate::VERSION && !self.read_only {
            cancel.check().map_err(|cancelled| Fault::from(cancelled).at(&self.path))?;
            self.upgrade()?;
        }
        self.revision = self.commit(changes, cancel).map_err(|fault| fault.at(&self.path))?;
        Ok(self.revision)
    }

    /// Makes a file of `plan` elsewhere, at the same revision, and goes on there. With `replace`, a file that is there
    /// already is replaced once the new one is whole; that may be this very file, if another program has changed it.
    ///
    /// The plan comes from memory, not from the old file, which may be gone or changed.
    ///
    /// # Errors
    /// [`StoreError::AlreadyExists`] if there is a file that may not be replaced. Whatever the error, this file and the
    /// one at `path` are as they were.
    pub fn save_as(&mut self, path: &Path, plan: &Plan, replace: bool) -> Result<(), StoreError> {
        let beside = Beside::of(path)?;
        if !replace && beside.target().exists() {
            return Err(StoreError::AlreadyExists { path: beside.target().to_path_buf() });
        }
        fill(&beside, plan, self.revision)?;
        if beside.target() == self.path {
            // Windows replaces no file that is open.
            self.connection =
                Connection::open_in_memory().map_err(|error| Fault::from(error).at(&self.path))?;
            let replaced = journal::replace(beside);
            *self = Self::attach(self.path.clone(), self.revision)?;
            replaced.map(drop)
        } else {
            let path = if replace { journal::replace(beside) } else { journal::put(beside) }?;
            *self = Self::attach(path, self.revision)?;
            Ok(())
        }
    }

    /// Whether opening `path` would bring nothing new: it leads to this very file, in which nobody else has changed anything.
    /// Never so if it can only be read, since that may be over by now.
    pub fn is_current_at(&self, path: &Path) -> bool {
        !self.read_only
            && identity(path).is_ok_and(|found| found == self.identity)
            && foreign_commits(&self.connection).is_ok_and(|count| count == self.foreign_commits)
    }

    /// Whether this very file still stands at its path, and has not been moved, deleted or replaced. What cannot be found out
    /// counts as so.
    pub fn is_in_place(&self) -> bool {
        match identity(&self.path) {
            Ok(found) => found == self.identity,
            Err(error) => !matches!(StoreError::of_io(&self.path, &error), StoreError::NotFound { .. }),
        }
    }

    /// Looks for everything that can be wrong with a file, and changes nothing in it. As with every opening, what
    /// a crash has left half-written is rolled back.
    ///
    /// # Errors
    /// If the file is not there, not a plan, newer, or cannot be looked at.
    pub fn check(path: &Path) -> Result<CheckReport, StoreError> {
        let path = beside::resolved(path)?;
        let version = guard::check_header(&path)?;
        let access = allowed_access(&path)?;
        examine(&path, version, access).map_err(|fault| fault.at(&path))
    }

    /// Whether the file can only be read.
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Where the file is: an absolute path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The revision that the file stands at; every write counts it up by one.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Brings the file to this version, unless it is no longer the one that was opened.
    fn upgrade(&mut self) -> Result<(), StoreError> {
        let of_fault = |fault: Fault| fault.at(&self.path);
        let found = identity(&self.path).map_err(|error| StoreError::of_io(&self.path, &error))?;
        let commits = foreign_commits(&self.connection).map_err(Fault::from).map_err(of_fault)?;
        if found != self.identity || commits != self.foreign_commits {
            return Err(of_fault(Fault::ChangedElsewhere));
        }
        // Windows replaces no file that is open.
        self.connection = Connection::open_in_memory().map_err(Fault::from).map_err(of_fault)?;
        let upgraded = migrate::upgrade(&self.path, self.version, migrate::SCRIPTS);
        *self = Self::attach(self.path.clone(), self.revision)?;
        upgraded.map(drop)
    }

    /// Opens a file that this process has just written, or has been reading.
    fn attach(path: PathBuf, revision: u64) -> Result<Self, StoreError> {
        let version = guard::check_header(&path)?;
        let connect = || {
            let connection = guard::connect(&path, Access::Write)?;
            let foreign_commits = foreign_commits(&connection)?;
            Ok((connection, foreign_commits))
        };
        let (connection, foreign_commits) = connect().map_err(|fault: Fault| fault.at(&path))?;
        let identity = identity(&path).map_err(|error| StoreError::of_io(&path, &error))?;
        Ok(Self { connection, path, revision, version, identity, foreign_commits, read_only: false })
    }

    fn commit(&mut self, changes: &ChangeSet, cancel: Cancel<'_>) -> Result<u64, Fault> {
        if self.read_only {
            return Err(Fault::ReadOnly);
        }
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if foreign_commits(&transaction)? != self.foreign_commits {
            return Err(Fault::ChangedElsewhere);
        }
        plan::write(&transaction, changes, cancel)?;
        let revision = settings::count_revision(&transaction, self.revision)?;
        cancel.check()?;
        transaction.commit()?;
        Ok(revision)
    }
}

/// A file that its owner has protected is only read, even where the system would let us write.
fn allowed_access(path: &Path) -> Result<Access, StoreError> {
    let found = std::fs::metadata(path).map_err(|error| StoreError::of_io(path, &error))?;
    Ok(if found.permissions().readonly() { Access::Read } else { Access::Write })
}

/// A file of an earlier version is only read where its folder lets nobody make a newer one of it, as on a disc, on a share
/// for readers, or in the folder of somebody else. Any other obstacle may be gone when something is written.
fn access_beside(beside: &Result<Beside, StoreError>) -> Access {
    match beside {
        Err(StoreError::NoPermission { .. } | StoreError::ReadOnly { .. }) => Access::Read,
        _ => Access::Write,
    }
}

/// What tells one file from all others, however it is named.
#[cfg(unix)]
type Identity = (u64, u64);
/// What tells one file from all others; systems that replace no open file need no more than its name.
#[cfg(not(unix))]
type Identity = PathBuf;

#[cfg(unix)]
fn identity(path: &Path) -> std::io::Result<Identity> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).map(|found| (found.dev(), found.ino()))
}

#[cfg(not(unix))]
fn identity(path: &Path) -> std::io::Result<Identity> {
    std::fs::canonicalize(path)
}

fn fill(beside: &Beside, plan: &Plan, revision: u64) -> Result<(), StoreError> {
    let write = || {
        let mut connection = guard::connect(beside.path(), Access::Write)?;
        migrate::run(&mut connection, migrate::SCRIPTS)?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        plan::add(&transaction, plan, revision)?;
        transaction.commit()?;
        Ok(())
    };
    write().map_err(|fault: Fault| fault.beside(beside.path(), beside.target()))
}

/// All checks and all rows in one transaction, so that they speak of the same moment.
fn read_whole(path: &Path, identity: Identity, version: u32, access: Access) -> Result<Opened, Fault> {
    let mut connection = guard::connect(path, access)?;
    let read_only = connection.is_readonly(rusqlite::MAIN_DB)?;
    let (plan, revision, foreign_commits) = if version < migrate::VERSION {
        guard::check_schema(&connection, migrate::SCRIPTS.get(..version as usize).unwrap_or_default())?;
        // Counted first, so that what another program changes while the plan is read is noticed before the first write.
        let foreign_commits = foreign_commits(&connection)?;
        let upgraded = migrate::upgraded_in_memory(&connection, migrate::SCRIPTS)?;
        let (plan, revision) = read_checked(&upgraded)?;
        (plan, revision, foreign_commits)
    } else {
        let transaction = connection.transaction()?;
        let (plan, revision) = read_checked(&transaction)?;
        let foreign_commits = foreign_commits(&transaction)?;
        transaction.commit()?;
        (plan, revision, foreign_commits)
    };
    let path = path.to_path_buf();
    let file = PlanFile { connection, path, revision, version, identity, foreign_commits, read_only };
    Ok(Opened { file, plan, revision })
}

fn read_checked(connection: &Connection) -> Result<(Plan, u64), Fault> {
    guard::check_schema(connection, migrate::SCRIPTS)?;
    guard::check_content(connection)?;
    plan::read(connection)
}

fn examine(path: &Path, version: u32, access: Access) -> Result<CheckReport, Fault> {
    let mut connection = guard::connect(path, access)?;
    guard::check_schema(&connection, migrate::SCRIPTS.get(..version as usize).unwrap_or_default())?;
    let mut problems = guard::findings(&connection, Depth::Full)?;
    if version < migrate::VERSION {
        connection = migrate::upgraded_in_memory(&connection, migrate::SCRIPTS)?;
    }
    let plan = match plan::read(&connection) {
        Ok((plan, _)) => Some(plan),
        Err(fault) => {
            problems.push(fault.at(path).to_string());
            None
        }
    };
    Ok(CheckReport { problems, plan })
}

fn foreign_commits(connection: &Connection) -> Result<i64, rusqlite::Error> {
    connection.pragma_query_value(None, "data_version", |row| row.get(0))
}

#[cfg(test)]
mod tests;
