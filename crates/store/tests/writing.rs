//! Writing changes all or nothing, notices what others did to the file, and leaves nothing behind.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use std::fs;
use std::path::Path;

use common::{additions, feature, full_plan, id, kept_plan, place, rename_plan};
use milepost_plan::{Baseline, BaselineSpan, Change, ChangeSet, Diff, Id, Plan, Theme, WorkItem};
use milepost_store::{Opened, PlanFile, StoreError};

fn replace_item(before: WorkItem, after: Option<WorkItem>) -> ChangeSet {
    ChangeSet { changes: vec![Change::Item(Box::new(Diff { before: Some(before), after }))] }
}

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_change_that_does_not_fit_changes_nothing() {
    let (_folder, path) = kept_plan();
    let mut file = PlanFile::open(&path).unwrap().file;
    let bytes = fs::read(&path).unwrap();
    let mut changes = rename_plan(&full_plan(), "Half of it");
    let lost = WorkItem { theme: Some(id(999)), ..feature(900, "Of a theme that is not there") };
    changes.changes.extend(additions([lost]).changes);
    assert!(matches!(file.write(&changes), Err(StoreError::Inconsistent { .. })));
    assert_eq!(file.revision(), 0);
    assert!(fs::read(&path).unwrap() == bytes);
    assert_eq!(file.write(&rename_plan(&full_plan(), "All of it")).unwrap(), 1, "the file can be written on");
}

#[test]
fn rows_may_come_in_any_order() {
    let (_folder, path) = kept_plan();
    let mut file = PlanFile::open(&path).unwrap().file;
    let child = WorkItem { parent: Some(id(901)), theme: Some(id(3)), ..feature(900, "Child") };
    let parent = WorkItem { kind: milepost_plan::ItemKind::Epic, ..feature(901, "Parent") };
    let theme = Theme { id: id(3), name: "New".to_owned(), hue: 1, rank: milepost_plan::Rank(7) };
    let mut changes = additions([child, parent]);
    changes.changes.extend(additions([theme]).changes);
    file.write(&changes).unwrap();
    file.write(&changes.clone().reversed()).unwrap();
    assert_eq!(PlanFile::open(&path).unwrap().plan, full_plan());
}

#[test]
fn a_row_that_is_not_there_means_that_file_and_memory_have_parted() {
    let (_folder, path) = kept_plan();
    let mut file = PlanFile::open(&path).unwrap().file;
    let ghost = feature(900, "Only in memory");
    for after in [Some(feature(900, "Renamed")), None] {
        let error = file.write(&replace_item(ghost.clone(), after)).unwrap_err();
        assert!(matches!(error, StoreError::ChangedElsewhere { .. }), "{error:?}");
    }
}

#[test]
fn a_second_opening_cannot_overwrite_the_changes_of_the_first() {
    let (_folder, path) = kept_plan();
    let mut first = PlanFile::open(&path).unwrap().file;
    let mut second = PlanFile::open(&path).unwrap().file;
    first.write(&rename_plan(&full_plan(), "First")).unwrap();
    let error = second.write(&rename_plan(&full_plan(), "Second")).unwrap_err();
    assert!(matches!(error, StoreError::ChangedElsewhere { .. }), "{error:?}");
    first.write(&rename_plan(&full_plan(), "First again")).unwrap();
    let opened = PlanFile::open(&path).unwrap();
    assert_eq!((opened.plan.settings().name.as_str(), opened.revision), ("First again", 2));
}

#[test]
fn a_change_by_a_program_that_knows_no_revisions_is_noticed_too() {
    let (_folder, path) = kept_plan();
    let mut file = PlanFile::open(&path).unwrap().file;
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("UPDATE plan SET name = 'Theirs'").unwrap();
    let error = file.write(&rename_plan(&full_plan(), "Ours")).unwrap_err();
    assert!(matches!(error, StoreError::ChangedElsewhere { .. }), "{error:?}");
}

#[cfg(unix)]
#[test]
fn a_file_that_was_replaced_moved_or_deleted_is_not_written_into_the_void() {
    let (folder, path) = kept_plan();
    let mut file = PlanFile::open(&path).unwrap().file;
    assert!(file.is_in_place());
    let changes = rename_plan(&full_plan(), "Lost?");
    let elsewhere = folder.path().join("elsewhere.milepost");
    fs::copy(&path, &elsewhere).unwrap();
    fs::rename(&elsewhere, &path).unwrap();
    let error = file.write(&changes).unwrap_err();
    assert!(matches!(error, StoreError::ChangedElsewhere { .. }), "{error:?}");
    assert!(!file.is_in_place());
    fs::remove_file(&path).unwrap();
    let error = file.write(&changes).unwrap_err();
    assert!(matches!(error, StoreError::NotFound { .. }), "{error:?}");
    assert!(!file.is_in_place());

    let (folder, path) = kept_plan();
    let mut file = PlanFile::open(&path).unwrap().file;
    drop(folder);
    let error = file.write(&changes).unwrap_err();
    assert!(matches!(error, StoreError::NotFound { .. }), "{error:?}");
}

#[test]
fn a_read_only_file_opens_and_cannot_be_written() {
    let (_folder, path) = kept_plan();
    let mut protected = fs::metadata(&path).unwrap().permissions();
    protected.set_readonly(true);
    fs::set_permissions(&path, protected).unwrap();
    let bytes = fs::read(&path).unwrap();
    let Opened { mut file, plan, .. } = PlanFile::open(&path).unwrap();
    assert!(file.is_read_only());
    let error = file.write(&rename_plan(&plan, "Changed")).unwrap_err();
    assert!(matches!(error, StoreError::ReadOnly { .. }), "{error:?}");
    assert!(fs::read(&path).unwrap() == bytes);
}

#[test]
fn a_baseline_of_many_items_with_long_titles_is_kept() {
    let (_folder, path) = kept_plan();
    let mut file = PlanFile::open(&path).unwrap().file;
    let span = |number| BaselineSpan {
        item: id(number),
        title: "計".repeat(300),
        first: common::day("2027-01-04"),
        last: common::day("2027-01-08"),
    };
    let baseline = Baseline {
        id: id(900),
        name: "Many".to_owned(),
        taken: common::day("2026-11-23"),
        spans: (0..10_000).map(span).collect(),
        milestones: Some(Vec::new()),
        rank: milepost_plan::Rank(9),
    };
    file.write(&additions([baseline.clone()])).unwrap();
    assert_eq!(PlanFile::open(&path).unwrap().plan.baselines().get(id(900)), Some(&baseline));
}

#[test]
fn a_new_plan_never_takes_the_place_of_a_file() {
    let (folder, path) = place();
    fs::write(&path, "a letter").unwrap();
    let error = PlanFile::create(&path, &full_plan()).unwrap_err();
    assert!(matches!(error, StoreError::AlreadyExists { .. }), "{error:?}");
    assert_eq!(fs::read(&path).unwrap(), b"a letter");
    assert_eq!(names_in(folder.path()), ["Road map.milepost"], "nothing half-made is left");
    let error = PlanFile::create(&folder.path().join("gone/plan.milepost"), &full_plan()).unwrap_err();
    assert!(matches!(error, StoreError::NotFound { .. }), "{error:?}");
}

#[test]
fn a_plan_that_cannot_be_kept_leaves_no_file() {
    let (folder, path) = place();
    let lost = WorkItem { parent: Some(id(999)), ..feature(900, "Under nothing") };
    let mut plan = Plan::default();
    plan.accept(&additions([lost]));
    assert!(matches!(PlanFile::create(&path, &plan), Err(StoreError::Inconsistent { .. })));
    assert!(names_in(folder.path()).is_empty());
}

#[test]
fn saving_elsewhere_goes_on_there_and_leaves_the_old_file() {
    let (folder, path) = kept_plan();
    let mut plan = full_plan();
    let mut file = PlanFile::open(&path).unwrap().file;
    for name in ["Once", "Twice"] {
        let changes = rename_plan(&plan, name);
        file.write(&changes).unwrap();
        plan.accept(&changes);
    }
    let copy = path.with_file_name("Copy.milepost");
    fs::write(&copy, "an old file that is replaced").unwrap();
    file.save_as(&copy, &plan, true).unwrap();
    assert_eq!((file.path(), file.revision()), (copy.as_path(), 2));
    assert_eq!(file.write(&rename_plan(&plan, "Third")).unwrap(), 3);
    assert_eq!(PlanFile::open(&path).unwrap().plan, plan);
    let opened = PlanFile::open(&copy).unwrap();
    assert_eq!((opened.plan.settings().name.as_str(), opened.revision), ("Third", 3));
    assert_eq!(names_in(folder.path()), ["Copy.milepost", "Road map.milepost"]);
}

#[test]
fn a_file_that_is_there_is_not_replaced_unasked() {
    let (folder, path) = kept_plan();
    let mut file = PlanFile::open(&path).unwrap().file;
    let other = path.with_file_name("Other.milepost");
    fs::write(&other, "theirs").unwrap();
    for taken in [&other, &path] {
        let error = file.save_as(taken, &Plan::default(), false).unwrap_err();
        assert!(matches!(error, StoreError::AlreadyExists { .. }), "{error:?}");
    }
    assert_eq!(fs::read(&other).unwrap(), b"theirs");
    assert_eq!((file.path(), PlanFile::open(&path).unwrap().plan), (path.as_path(), full_plan()));
    assert_eq!(names_in(folder.path()), ["Other.milepost", "Road map.milepost"]);
}

#[test]
fn a_save_that_fails_leaves_both_files() {
    let (folder, path) = kept_plan();
    let mut file = PlanFile::open(&path).unwrap().file;
    let target = path.with_file_name("Folder.milepost");
    fs::create_dir(&target).unwrap();
    fs::write(target.join("inside"), "kept").unwrap();
    file.save_as(&target, &full_plan(), true).unwrap_err();
    assert!(target.join("inside").exists());
    assert_eq!(names_in(folder.path()), ["Folder.milepost", "Road map.milepost"]);
    assert_eq!(file.write(&rename_plan(&full_plan(), "Still here")).unwrap(), 1);
}

#[test]
fn a_plan_whose_file_is_gone_or_changed_can_still_be_saved() {
    let (folder, path) = kept_plan();
    let mut file = PlanFile::open(&path).unwrap().file;
    PlanFile::open(&path).unwrap().file.write(&rename_plan(&full_plan(), "Theirs")).unwrap();
    file.save_as(&path, &full_plan(), true).unwrap();
    assert_eq!(PlanFile::open(&path).unwrap().plan, full_plan());
    assert_eq!(file.write(&rename_plan(&full_plan(), "Ours")).unwrap(), 1);
    drop(folder);
    let (_folder, other) = place();
    file.save_as(&other, &full_plan(), true).unwrap();
    assert_eq!(PlanFile::open(&other).unwrap().plan, full_plan());
}

#[test]
fn a_file_knows_whether_opening_it_again_would_bring_anything_new() {
    let (folder, path) = kept_plan();
    let mut file = PlanFile::open(&path).unwrap().file;
    let again = folder.path().join(".").join(path.file_name().unwrap());
    file.write(&rename_plan(&full_plan(), "Ours")).unwrap();
    assert!(file.is_current_at(&path) && file.is_current_at(&again));
    let copy = path.with_file_name("Copy.milepost");
    fs::copy(&path, &copy).unwrap();
    assert!(!file.is_current_at(&copy) && !file.is_current_at(&path.with_file_name("Gone.milepost")));
    let mut theirs = PlanFile::open(&path).unwrap();
    theirs.file.write(&rename_plan(&theirs.plan, "Theirs")).unwrap();
    assert!(!file.is_current_at(&path));
}

#[cfg(unix)]
#[test]
fn a_file_that_was_put_in_the_place_of_another_is_another() {
    let (_folder, path) = kept_plan();
    let file = PlanFile::open(&path).unwrap().file;
    let copy = path.with_file_name("Copy.milepost");
    fs::copy(&path, &copy).unwrap();
    fs::rename(&copy, &path).unwrap();
    assert!(!file.is_current_at(&path));
}

#[test]
fn the_journal_of_an_old_file_is_not_played_back_into_a_new_one() {
    let (_folder, path) = place();
    let journal = path.with_file_name("Road map.milepost-journal");
    // A journal that counts as one: magic, one page, the original page of another database.
    let mut stale = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7".to_vec();
    stale.extend([0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 14, 0, 0, 2, 0, 0, 0, 16, 0]);
    stale.resize(512, 0);
    stale.extend(1_u32.to_be_bytes());
    stale.extend([0; 4096]);
    stale.extend([0; 4]);
    fs::write(&journal, &stale).unwrap();
    let mut file = PlanFile::create(&path, &full_plan()).unwrap();
    assert_eq!(PlanFile::open(&path).unwrap().plan, full_plan());

    let other = path.with_file_name("Other.milepost");
    fs::write(&other, "not a database").unwrap();
    fs::write(other.with_file_name("Other.milepost-journal"), &stale).unwrap();
    file.save_as(&other, &full_plan(), true).unwrap();
    assert_eq!(PlanFile::open(&other).unwrap().plan, full_plan());
}

#[test]
fn a_protected_file_is_not_replaced() {
    let (_folder, path) = kept_plan();
    let mut file = PlanFile::open(&path).unwrap().file;
    let target = path.with_file_name("Protected.milepost");
    fs::write(&target, "protected").unwrap();
    let mut protected = fs::metadata(&target).unwrap().permissions();
    protected.set_readonly(true);
    fs::set_permissions(&target, protected).unwrap();
    let error = file.save_as(&target, &full_plan(), true).unwrap_err();
    assert!(matches!(error, StoreError::ReadOnly { .. }), "{error:?}");
    assert_eq!(fs::read(&target).unwrap(), b"protected");
}

#[cfg(unix)]
#[test]
fn a_private_file_stays_private_when_it_is_replaced() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path) = kept_plan();
    let mode = || fs::metadata(&path).unwrap().permissions().mode() & 0o777;
    let mut file = PlanFile::open(&path).unwrap().file;
    for private in [0o600, 0o640] {
        fs::set_permissions(&path, fs::Permissions::from_mode(private)).unwrap();
        file.save_as(&path, &full_plan(), true).unwrap();
        assert_eq!(mode(), private);
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_a_plan_stays_a_link() {
    let (folder, path) = kept_plan();
    let link = folder.path().join("link.milepost");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let mut file = PlanFile::open(&link).unwrap().file;
    assert_eq!(file.path(), path);
    file.save_as(&link, &Plan::default(), true).unwrap();
    assert!(link.is_symlink());
    assert_eq!(PlanFile::open(&path).unwrap().plan, Plan::default());
}

#[test]
fn what_is_deleted_is_not_in_the_file_any_more() {
    let (folder, path) = place();
    let secret = |number: u128| WorkItem {
        title: format!("confidential-{number}"),
        description: format!("confidential-{number} ").repeat(usize::try_from(number % 80).unwrap()),
        ..feature(number, "")
    };
    let grown = |item: &WorkItem| WorkItem { description: item.description.repeat(2), ..item.clone() };
    let public = |item: &WorkItem| feature(item.id.uuid().as_u128() & 0xFFFF, "Public");
    let replaced = |before: WorkItem, after: Option<WorkItem>| replace_item(before, after).changes;
    let contains_secrets = || fs::read(&path).unwrap().windows(13).any(|bytes| bytes == b"confidential-");

    let items: Vec<WorkItem> = (1000..1300).map(secret).collect();
    let mut file = PlanFile::create(&path, &Plan::default()).unwrap();
    file.write(&additions(items.clone())).unwrap();
    assert!(contains_secrets());
    for some in items.chunks(10) {
        let changes = some.iter().flat_map(|item| replaced(item.clone(), Some(grown(item)))).collect();
        file.write(&ChangeSet { changes }).unwrap();
    }
    for some in items.chunks(10) {
        // One in five stays, so that pages empty without going.
        let kept = |item: &WorkItem| (item.rank.0 % 5 == 0).then(|| public(item));
        let changes = some.iter().flat_map(|item| replaced(grown(item), kept(item))).collect();
        file.write(&ChangeSet { changes }).unwrap();
    }
    assert!(!contains_secrets());
    assert_eq!(names_in(folder.path()), ["Road map.milepost"]);
}
