//! A file of an earlier version: looked at as it is, brought to this version by the first change.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{place, plan_of_version_7, rename_plan};
use milepost_plan::Plan;
use milepost_store::{Opened, PlanFile, StoreError};
use rusqlite::Connection;

fn of_version_7() -> (tempfile::TempDir, PathBuf) {
    let (folder, path) = place();
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/files/v7.milepost"), &path).unwrap();
    (folder, path)
}

fn renamed(plan: &Plan, name: &str) -> Plan {
    let mut plan = plan.clone();
    plan.accept(&rename_plan(&plan, name));
    plan
}

#[test]
fn it_stays_as_it_is_until_something_changes() {
    let (folder, path) = of_version_7();
    let bytes = fs::read(&path).unwrap();
    let Opened { mut file, plan, .. } = PlanFile::open(&path).unwrap();
    assert!(!file.is_read_only() && file.is_current_at(&path));
    assert!(
        fs::read(&path).unwrap() == bytes,
        "who only looks leaves it to who has the Milepost that made it"
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);

    assert_eq!(file.write(&rename_plan(&plan, "Ours")).unwrap(), 1);
    let kept = PlanFile::open(&path.with_file_name("Road map.version-7.milepost")).unwrap();
    assert_eq!((kept.plan, kept.revision), (plan.clone(), 0));
    assert!(file.is_in_place() && file.is_current_at(&path));
    assert_eq!(file.write(&rename_plan(&renamed(&plan, "Ours"), "Ours again")).unwrap(), 2);
    let opened = PlanFile::open(&path).unwrap();
    assert_eq!((opened.plan, opened.revision), (renamed(&plan, "Ours again"), 2));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn it_that_another_program_has_changed_is_not_written() {
    let (folder, path) = of_version_7();
    let Opened { mut file, plan, .. } = PlanFile::open(&path).unwrap();
    Connection::open(&path).unwrap().execute_batch("UPDATE plan SET revision = 1").unwrap();
    let error = file.write(&rename_plan(&plan, "Ours")).unwrap_err();
    assert!(matches!(error, StoreError::ChangedElsewhere { .. }), "{error:?}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "theirs is of the version that it was");

    // Another Milepost of today, which has written it first.
    let mut file = PlanFile::open(&path).unwrap().file;
    PlanFile::open(&path).unwrap().file.write(&rename_plan(&plan, "Theirs")).unwrap();
    let error = file.write(&rename_plan(&plan, "Ours")).unwrap_err();
    assert!(matches!(error, StoreError::ChangedElsewhere { .. }), "{error:?}");
    assert_eq!(PlanFile::open(&path).unwrap().plan, renamed(&plan, "Theirs"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);

    fs::remove_file(&path).unwrap();
    let error = file.write(&rename_plan(&plan, "Ours")).unwrap_err();
    assert!(matches!(error, StoreError::NotFound { .. }), "{error:?}");
}

#[test]
fn it_can_be_saved_elsewhere() {
    let (_folder, path) = of_version_7();
    let old = fs::read(&path).unwrap();
    let Opened { mut file, plan, .. } = PlanFile::open(&path).unwrap();
    let copy = path.with_file_name("Copy.milepost");
    file.save_as(&copy, &plan, false).unwrap();
    file.write(&rename_plan(&plan, "Ours")).unwrap();
    assert!(fs::read(&path).unwrap() == old);
    assert_eq!(PlanFile::open(&copy).unwrap().plan, renamed(&plan, "Ours"));
}

/// Who may do everything may write in every folder: then the file can be written.
#[cfg(unix)]
#[test]
fn it_is_only_read_in_a_folder_that_takes_no_files() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, path) = of_version_7();
    let mode = |mode| fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode)).unwrap();
    mode(0o555);
    let takes_files = tempfile::tempfile_in(folder.path()).is_ok();
    let opened = PlanFile::open(&path);
    mode(0o755);
    let Opened { file, plan, .. } = opened.unwrap();
    assert_eq!((plan, file.is_read_only()), (plan_of_version_7(), !takes_files));
}
