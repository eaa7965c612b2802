//! Files of earlier versions become files of this one.
//!
//! A version is a script in `schema/`, each run in one transaction. The file itself is never migrated: a copy is,
//! the old file stays beside it under a name that says its version, and the copy takes its place when it is whole.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::backup::Backup;
use rusqlite::{Connection, TransactionBehavior};

use crate::beside::Beside;
use crate::error::{Fault, StoreError};
use crate::guard::{self, Access};
use crate::journal;

/// What makes each version out of the one before; the first makes an empty plan file out of nothing.
pub(crate) const SCRIPTS: &[&str] = &[
    include_str!("schema/0001_initial.sql"),
    include_str!("schema/0002_views_scheduling_baselines.sql"),
    include_str!("schema/0003_tables_fiscal_years.sql"),
    include_str!("schema/0004_needs_goals_feedback.sql"),
    include_str!("schema/0005_budget.sql"),
    include_str!("schema/0006_budget_in_views.sql"),
    include_str!("schema/0007_actuals_mapping.sql"),
    include_str!("schema/0008_milestones_in_baselines.sql"),
];

/// The version that this Milepost writes.
pub(crate) const VERSION: u32 = SCRIPTS.len() as u32;

/// Runs those of `scripts` that the database has not seen.
pub(crate) fn run(connection: &mut Connection, scripts: &[&str]) -> Result<(), rusqlite::Error> {
    let seen: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for (version, script) in (1_u32..).zip(scripts).skip(seen as usize) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(script)?;
        transaction.pragma_update(None, "user_version", version)?;
        transaction.commit()?;
    }
    Ok(())
}

/// An empty database in memory as these scripts make it.
pub(crate) fn empty(scripts: &[&str]) -> Result<Connection, rusqlite::Error> {
    let mut connection = Connection::open_in_memory()?;
    run(&mut connection, scripts)?;
    Ok(connection)
}

/// Brings the file at `path` from `version` to the last of `scripts`; answers where the old file is kept.
pub(crate) fn upgrade(path: &Path, version: u32, scripts: &[&str]) -> Result<PathBuf, StoreError> {
    let at_path = |fault: Fault| fault.at(path);
    let old = guard::connect(path, Access::Write).map_err(Fault::from).map_err(at_path)?;
    let new = Beside::of(path)?;
    let kept = Beside::of(path)?;
    upgrade_copy(&old, new.path(), version, scripts).map_err(at_path)?;
    copy(&old, kept.path()).map_err(Fault::from).map_err(at_path)?;
    drop(old);
    let kept = kept.put_as(|attempt| old_name(path, version, attempt))?;
    let replaced = journal::replace(new);
    if replaced.is_err() && guard::check_header(path).is_ok_and(|found| found == version) {
        // The old file is where it was, so that its copy is one too many. If it cannot be removed, no harm is done.
        let _ = fs::remove_file(&kept);
    }
    replaced.map(|_| kept)
}

/// The same in memory, for a file that must stay as it is.
pub(crate) fn upgraded_in_memory(old: &Connection, scripts: &[&str]) -> Result<Connection, rusqlite::Error> {
    let mut new = Connection::open_in_memory()?;
    Backup::new(old, &mut new)?.step(-1)?;
    run(&mut new, scripts)?;
    Ok(new)
}

fn upgrade_copy(old: &Connection, copy_path: &Path, version: u32, scripts: &[&str]) -> Result<(), Fault> {
    guard::check_schema(old, scripts.get(..version as usize).unwrap_or_default())?;
    guard::check_content(old)?;
    copy(old, copy_path)?;
    let mut new = guard::connect(copy_path, Access::Write)?;
    run(&mut new, scripts)?;
    guard::check_schema(&new, scripts)?;
    guard::check_content(&new)
}

fn copy(old: &Connection, path: &Path) -> Result<(), rusqlite::Error> {
    let mut copy = guard::connect(path, Access::Write)?;
    Backup::new(old, &mut copy)?.step(-1)?;
    Ok(())
}

/// `Road map.milepost` → `Road map.version-1.milepost`, then `Road map.version-1-2.milepost` and so on.
fn old_name(path: &Path, version: u32, attempt: u32) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let suffix = path.extension().map(|end| format!(".{}", end.to_string_lossy())).unwrap_or_default();
    let count = if attempt > 1 { format!("-{attempt}") } else { String::new() };
    path.with_file_name(format!("{stem}.version-{version}{count}{suffix}"))
}

#[cfg(test)]
mod tests;
