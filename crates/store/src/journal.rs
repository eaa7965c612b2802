//! The journal that SQLite keeps beside a plan, when another file takes the plan's place.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::TransactionBehavior;

use crate::beside::Beside;
use crate::error::{Fault, StoreError};
use crate::guard::{self, Access};

/// Moves a plan to its target, where there must be none.
pub(crate) fn put(plan: Beside) -> Result<PathBuf, StoreError> {
    if !plan.target().exists() {
        // A journal whose database is gone would be played back into the new file.
        remove(plan.target())?;
    }
    plan.put()
}

/// Moves a plan to its target in one step, over whatever is there.
pub(crate) fn replace(plan: Beside) -> Result<PathBuf, StoreError> {
    settle(plan.target())?;
    plan.replace()
}

/// Sees to it that no journal of the old file is played back into the new one.
///
/// The old file gets its due first: what a crash has left half-written is rolled back, and a writer at work makes
/// us give up.
fn settle(target: &Path) -> Result<(), StoreError> {
    if !of(target).exists() {
        return Ok(());
    }
    let settled = guard::connect(target, Access::Write).and_then(|mut connection| {
        connection.transaction_with_behavior(TransactionBehavior::Exclusive)?.rollback()
    });
    match settled.map_err(|error| Fault::from(error).at(target)) {
        Err(busy @ StoreError::Busy { .. }) => Err(busy),
        Ok(()) | Err(_) => remove(target),
    }
}

fn remove(target: &Path) -> Result<(), StoreError> {
    let journal = of(target);
    match fs::remove_file(&journal) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(StoreError::of_io(&journal, &error))
        }
        _ => Ok(()),
    }
}

/// The name under which SQLite keeps the rollback journal of a database.
fn of(target: &Path) -> PathBuf {
    let mut name = target.as_os_str().to_owned();
    name.push("-journal");
    PathBuf::from(name)
}
