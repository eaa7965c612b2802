//! Faults in the middle of a write, which need the connection itself.

use std::fs;
use std::path::PathBuf;

use milepost_plan::{Change, Diff, Id, ItemId, ItemKind, PlanSettings, Rank, Schedule, Status, WorkItem};

use super::*;

fn kept(plan: &Plan) -> (tempfile::TempDir, PathBuf, PlanFile) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().canonicalize().unwrap().join("plan.milepost");
    let file = PlanFile::create(&path, plan).unwrap();
    (folder, path, file)
}

/// Renames the plan and adds enough items to fill many pages.
fn large_change(plan: &Plan) -> ChangeSet {
    let after = PlanSettings { name: "Changed".to_owned(), ..plan.settings().clone() };
    let before = Box::new(plan.settings().clone());
    let mut changes = vec![Change::Settings { before, after: Box::new(after) }];
    changes.extend((0..300).map(|number| {
        let item = WorkItem {
            id: ItemId::from_uuid(uuid::Uuid::from_u128(number)),
            kind: ItemKind::Feature,
            parent: None,
            theme: None,
            title: format!("Feature {number}"),
            description: "Words ".repeat(100),
            status: Status::Idea,
            progress: 0,
            owner: String::new(),
            link: String::new(),
            key: String::new(),
            schedule: Schedule::None,
            rank: Rank(0),
            needs: Vec::new(),
            goals: Vec::new(),
        };
        Change::Item(Box::new(Diff { before: None, after: Some(item) }))
    }));
    ChangeSet { changes }
}

#[test]
fn a_full_disk_leaves_the_file_as_it_was() {
    let (_folder, path, mut file) = kept(&Plan::default());
    let bytes = fs::read(&path).unwrap();
    let pages: i64 = file.connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    file.connection.pragma_update_and_check(None, "max_page_count", pages + 3, |_| Ok(())).unwrap();
    let error = file.write(&large_change(&Plan::default())).unwrap_err();
    assert!(matches!(error, StoreError::DiskFull { .. }), "{error:?}");
    assert_eq!(file.revision(), 0);
    assert!(fs::read(&path).unwrap() == bytes);

    file.connection.pragma_update_and_check(None, "max_page_count", 10_000, |_| Ok(())).unwrap();
    assert_eq!(file.write(&large_change(&Plan::default())).unwrap(), 1, "with room, it can be written again");
}

#[test]
fn a_write_that_is_broken_off_at_any_point_leaves_the_file_as_it_was() {
    let (_folder, path, mut file) = kept(&Plan::default());
    let bytes = fs::read(&path).unwrap();
    for steps in [1, 10, 100, 1_000, 10_000] {
        file.connection.progress_handler(steps, Some(|| true)).unwrap();
        file.write(&large_change(&Plan::default())).unwrap_err();
        file.connection.progress_handler(0, None::<fn() -> bool>).unwrap();
        assert_eq!(file.revision(), 0);
        assert!(fs::read(&path).unwrap() == bytes, "after {steps} steps");
    }
    file.connection.commit_hook(Some(|| true)).unwrap();
    file.write(&large_change(&Plan::default())).unwrap_err();
    file.connection.commit_hook(None::<fn() -> bool>).unwrap();
    assert_eq!(PlanFile::open(&path).unwrap().plan, Plan::default());
    assert_eq!(file.write(&large_change(&Plan::default())).unwrap(), 1);
}

/// What is on the disk just before a commit, with half of the pages overwritten, is what a crash leaves behind.
#[test]
fn a_file_left_half_written_by_a_crash_is_as_before_when_it_is_opened() {
    let (folder, path, mut file) = kept(&Plan::default());
    let crashed = folder.path().join("crashed.milepost");
    file.connection.pragma_update(None, "cache_size", 1).unwrap();
    file.connection
        .commit_hook(Some({
            let folder = folder.path().to_path_buf();
            move || {
                for end in ["milepost", "milepost-journal"] {
                    let copied = fs::copy(
                        folder.join("plan").with_extension(end),
                        folder.join("crashed").with_extension(end),
                    );
                    copied.unwrap();
                }
                false
            }
        }))
        .unwrap();
    file.write(&large_change(&Plan::default())).unwrap();

    let half_written = fs::read(&crashed).unwrap();
    assert!(half_written.windows(11).any(|bytes| bytes == b"Feature 150"), "some of it had reached the disk");
    let opened = PlanFile::open(&crashed).unwrap();
    assert_eq!((opened.plan, opened.revision), (Plan::default(), 0));
    drop(file);
    assert_eq!(PlanFile::open(&path).unwrap().plan.items().len(), 300);
}

#[test]
fn a_file_that_another_program_is_writing_is_busy_and_then_written() {
    let (_folder, path, mut file) = kept(&Plan::default());
    let mut other = Connection::open(&path).unwrap();
    let writing = other.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
    file.connection.busy_timeout(std::time::Duration::ZERO).unwrap();
    let error = file.write(&large_change(&Plan::default())).unwrap_err();
    assert!(matches!(error, StoreError::Busy { .. }), "{error:?}");
    writing.rollback().unwrap();
    assert_eq!(file.write(&large_change(&Plan::default())).unwrap(), 1);
}

#[test]
fn a_plan_file_may_go_to_another_thread() {
    fn is_send<T: Send>() {}
    is_send::<PlanFile>();
}

#[test]
fn an_old_file_that_the_system_keeps_from_being_upgraded_is_only_read() {
    let path = || PathBuf::from("plan.milepost");
    let after = |error| access_beside(&Err(error));
    assert_eq!(after(StoreError::NoPermission { path: path() }), Access::Read);
    assert_eq!(after(StoreError::ReadOnly { path: path() }), Access::Read);
    assert_eq!(after(StoreError::DiskFull { path: path() }), Access::Write);
}
