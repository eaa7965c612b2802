//! Why a plan file cannot be opened or written, in words for the person who asked.

use std::io;
use std::path::{Path, PathBuf};

use milepost_plan::Cancelled;
use rusqlite::{ErrorCode, ffi};

/// What went wrong with a plan file. What was in the file before is still in it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Nothing at that place, or no longer; the folder may be gone as well.
    #[error("{} is not there", path.display())]
    NotFound {
        /// The missing file or folder.
        path: PathBuf,
    },
    /// A file of another program.
    #[error("{} is not a Milepost plan", path.display())]
    NotAPlan {
        /// The file.
        path: PathBuf,
    },
    /// A plan whose content is broken, or altered in a way that Milepost never writes.
    #[error("{} is damaged: {detail}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What was found, for whoever repairs it.
        detail: String,
    },
    /// A plan of a later Milepost.
    #[error("{} was made by a newer Milepost (version {version} of the file; this one reads up to {supported})", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Version of the file.
        version: u32,
        /// The latest version that this Milepost reads.
        supported: u32,
    },
    /// A value that this version does not know. It is not guessed at.
    #[error("{} holds a value that Milepost does not know: {table} {row}, {column}", path.display())]
    UnknownValue {
        /// The file.
        path: PathBuf,
        /// Table of the row.
        table: &'static str,
        /// Id of the row.
        row: String,
        /// Column of the value.
        column: &'static str,
    },
    /// The system does not let us read or write there.
    #[error("the system does not allow Milepost to use {}", path.display())]
    NoPermission {
        /// The file, or the folder that it would stand in.
        path: PathBuf,
    },
    /// A change to a plan that can only be read.
    #[error("{} is read-only", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// A new plan where there is a file already.
    #[error("{} exists already", path.display())]
    AlreadyExists {
        /// The file.
        path: PathBuf,
    },
    /// No room left.
    #[error("there is no room left on the disk of {}", path.display())]
    DiskFull {
        /// The file.
        path: PathBuf,
    },
    /// Another program has been writing to the file for too long.
    #[error("another program is using {}", path.display())]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// Another program has changed or replaced the file since it was opened.
    #[error("{} was changed by another program", path.display())]
    ChangedElsewhere {
        /// The file.
        path: PathBuf,
    },
    /// A change that would leave the file in disagreement with itself; a defect in Milepost.
    #[error("the change does not fit the plan in {}: {detail}", path.display())]
    Inconsistent {
        /// The file.
        path: PathBuf,
        /// What SQLite objected to.
        detail: String,
    },
    /// Anything else that the system reports.
    #[error("{} cannot be read or written: {detail}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// The system's words.
        detail: String,
    },
    /// Whoever asked has cancelled it.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

impl StoreError {
    /// Says of a failed file access what it means for the person.
    pub fn of_io(path: &Path, error: &io::Error) -> Self {
        let path = path.to_path_buf();
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::NotFound { path },
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::NoPermission { path }
            }
            io::ErrorKind::AlreadyExists => Self::AlreadyExists { path },
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull { path },
            io::ErrorKind::ResourceBusy => Self::Busy { path },
            _ => Self::Io { path, detail: error.to_string() },
        }
    }
}

/// A failure below the level at which the file's path is known.
#[derive(Debug)]
pub(crate) enum Fault {
    Sql(rusqlite::Error),
    UnknownValue { table: &'static str, row: String, column: &'static str },
    Damaged(String),
    ChangedElsewhere,
    ReadOnly,
    Cancelled(Cancelled),
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

impl From<Cancelled> for Fault {
    fn from(cancelled: Cancelled) -> Self {
        Self::Cancelled(cancelled)
    }
}

impl Fault {
    pub(crate) fn at(self, path: &Path) -> StoreError {
        self.beside(path, path)
    }

    /// Of a file that is `written` under another name than it is going to have.
    pub(crate) fn beside(self, written: &Path, path: &Path) -> StoreError {
        let path = path.to_path_buf();
        match self {
            Self::Sql(error) => of_sqlite(written, path, &error),
            Self::UnknownValue { table, row, column } => {
                StoreError::UnknownValue { path, table, row, column }
            }
            Self::Damaged(detail) => StoreError::Damaged { path, detail },
            Self::ChangedElsewhere => StoreError::ChangedElsewhere { path },
            Self::ReadOnly => StoreError::ReadOnly { path },
            Self::Cancelled(cancelled) => cancelled.into(),
        }
    }
}

fn of_sqlite(written: &Path, path: PathBuf, error: &rusqlite::Error) -> StoreError {
    let detail = error.to_string();
    let rusqlite::Error::SqliteFailure(failure, _) = error else {
        // The rest is about rows and values that are not what the schema promises.
        return StoreError::Damaged { path, detail };
    };
    match failure.code {
        // Moved or unlinked under us: SQLite notices before it writes the first page.
        ErrorCode::ReadOnly if failure.extended_code == ffi::SQLITE_READONLY_DBMOVED => {
            if written.exists() {
                StoreError::ChangedElsewhere { path }
            } else {
                StoreError::NotFound { path }
            }
        }
        ErrorCode::ReadOnly => StoreError::ReadOnly { path },
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => StoreError::Damaged { path, detail },
        ErrorCode::DiskFull => StoreError::DiskFull { path },
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => StoreError::Busy { path },
        ErrorCode::ConstraintViolation | ErrorCode::TooBig => StoreError::Inconsistent { path, detail },
        ErrorCode::CannotOpen | ErrorCode::SystemIoFailure if !written.exists() => {
            StoreError::NotFound { path }
        }
        // The file itself is there, so what cannot be opened is the journal beside it.
        ErrorCode::CannotOpen | ErrorCode::PermissionDenied => StoreError::NoPermission { path },
        _ => StoreError::Io { path, detail },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_that_cannot_be_written_is_not_said_to_be_missing() {
        let written = tempfile::NamedTempFile::new().unwrap();
        let path = Path::new("/gone/new.milepost");
        let failed = |code| Fault::Sql(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None));
        let error = failed(ffi::SQLITE_IOERR_DIR_FSYNC).beside(written.path(), path);
        assert!(matches!(&error, StoreError::Io { path: named, .. } if named == path), "{error:?}");
        let error = failed(ffi::SQLITE_IOERR_DIR_FSYNC).at(path);
        assert!(matches!(error, StoreError::NotFound { .. }), "{error:?}");
    }
}
