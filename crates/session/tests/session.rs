//! Operations, undo and redo on an open plan, and what they do to its file.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use common::{add_feature, id, rename, session, session_with_feature, shift, title};
use milepost_plan::{Cancel, Operation, Plan, RuleViolation, Schedule};
use milepost_session::{History, Session, SessionError};
use milepost_store::{PlanFile, StoreError};

fn kept(path: &Path) -> (Plan, u64) {
    let opened = PlanFile::open(path).unwrap();
    (opened.plan, opened.revision)
}

fn state(session: &Session) -> (Plan, u64) {
    let plan = session.plan();
    (Plan::clone(&plan), plan.revision())
}

fn history(session: &Session) -> History {
    session.history()
}

#[test]
fn an_operation_is_in_memory_and_in_the_file_when_it_returns() {
    let (_folder, path, session) = session_with_feature();
    let applied = session.apply(&shift(1, 30)).unwrap();
    assert_eq!((applied.revision, session.revision()), (2, 2));
    assert_eq!(applied.label, "Move feature");
    assert_eq!(applied.changes.changes.len(), 1);
    assert_eq!(applied.history, history(&session));
    assert_eq!(kept(&path), state(&session));
    let schedule = session.plan().items().get(id(1)).unwrap().schedule;
    assert_eq!(
        schedule,
        Schedule::Dated { first: common::day("2027-03-31"), last: common::day("2027-04-30") }
    );
}

#[test]
fn undo_and_redo_go_back_and_forth_with_their_labels() {
    let (_folder, path, session) = session_with_feature();
    let (start, _) = state(&session);
    session.apply(&rename(1, "Renamed")).unwrap();
    let (end, _) = state(&session);

    let undone = session.undo().unwrap().unwrap();
    assert_eq!(undone.label, "Rename feature");
    assert_eq!(undone.history.undo.as_deref(), Some("Add feature"));
    assert_eq!(undone.history.redo.as_deref(), Some("Rename feature"));
    assert_eq!(state(&session), (start, 3));
    assert_eq!(kept(&path), state(&session));

    let redone = session.redo().unwrap().unwrap();
    assert_eq!((redone.label.as_str(), redone.revision), ("Rename feature", 4));
    assert_eq!(state(&session), (end, 4));
    assert_eq!(kept(&path), state(&session));
    assert_eq!(session.redo().unwrap(), None);
}

#[test]
fn there_is_nothing_to_undo_in_a_plan_just_opened() {
    let (_folder, path, session) = session_with_feature();
    drop(session);
    let session = Session::open(&path).unwrap();
    assert_eq!(session.undo().unwrap(), None);
    assert_eq!(history(&session), History::default());
    assert_eq!(session.revision(), 1);
}

#[test]
fn a_new_step_forgets_what_was_undone() {
    let (_folder, _path, session) = session_with_feature();
    session.apply(&rename(1, "First")).unwrap();
    session.undo().unwrap();
    let applied = session.apply(&rename(1, "Second")).unwrap();
    assert_eq!(applied.history.redo, None);
    assert_eq!(session.redo().unwrap(), None);
}

#[test]
fn what_goes_on_from_the_last_step_is_undone_with_it() {
    let (_folder, path, session) = session_with_feature();
    let (start, _) = state(&session);
    let first = session.apply(&shift(1, 7)).unwrap().revision;
    let second = session.go_on(&shift(1, 7), first).unwrap();
    assert_eq!((second.revision, second.changes.changes.len()), (first + 1, 1));
    session.go_on(&shift(1, 7), second.revision).unwrap();
    let (end, _) = state(&session);
    assert_eq!(session.undo().unwrap().unwrap().history.undo.as_deref(), Some("Add feature"));
    assert_eq!(state(&session).0, start);
    session.redo().unwrap();
    assert_eq!((state(&session).0, session.redo().unwrap()), (end, None));
    assert_eq!(kept(&path), state(&session));
}

#[test]
fn what_goes_on_from_anything_but_the_last_step_is_one_of_its_own() {
    let (_folder, _path, session) = session_with_feature();
    let first = session.apply(&shift(1, 7)).unwrap().revision;
    let between = session.apply(&rename(1, "Renamed")).unwrap().revision;
    session.go_on(&shift(1, 7), first).unwrap();
    assert_eq!(session.undo().unwrap().unwrap().history.undo.as_deref(), Some("Rename feature"));
    // What was gone through since is not gone on from either, even where it has made that revision.
    let undone = session.undo().unwrap().unwrap().revision;
    session.go_on(&shift(1, 7), undone).unwrap();
    assert_eq!(session.undo().unwrap().unwrap().history.undo.as_deref(), Some("Move feature"));
    assert!(between < undone);
}

#[test]
fn a_step_that_is_taken_back_by_what_goes_on_from_it_is_none() {
    let (_folder, path, session) = session_with_feature();
    let before = (state(&session).0, history(&session));
    let first = session.apply(&shift(1, 7)).unwrap().revision;
    let back = session.go_on(&shift(1, -7), first).unwrap().revision;
    assert_eq!((state(&session).0, history(&session)), before);
    assert_eq!(kept(&path), state(&session));
    // Nor is it one with what came before it.
    session.go_on(&shift(1, 7), back).unwrap();
    assert_eq!(session.undo().unwrap().unwrap().history.undo.as_deref(), Some("Add feature"));
    assert_eq!(state(&session).0, before.0);
}

#[test]
fn what_adds_a_row_is_a_step_of_its_own() {
    let (_folder, _path, session) = session_with_feature();
    let first = session.apply(&shift(1, 7)).unwrap().revision;
    session.go_on(&add_feature(2), first).unwrap();
    assert_eq!(session.undo().unwrap().unwrap().history.undo.as_deref(), Some("Move feature"));
}

#[test]
fn an_operation_that_changes_nothing_is_no_step() {
    let (_folder, path, session) = session_with_feature();
    session.apply(&rename(1, "Renamed")).unwrap();
    session.undo().unwrap();
    let before = (history(&session), session.revision());
    let applied = session.apply(&shift(1, 0)).unwrap();
    assert!(applied.changes.is_empty());
    assert_eq!((history(&session), session.revision()), before);
    assert_eq!(kept(&path), state(&session));
}

#[test]
fn a_refused_operation_changes_nothing() {
    let (_folder, path, session) = session_with_feature();
    let before = (state(&session), history(&session));
    let batch = Operation::Batch {
        label: "Two".to_owned(),
        operations: vec![rename(1, "Half"), rename(99, "Of something missing")],
    };
    assert!(matches!(session.apply(&batch), Err(SessionError::Rule(RuleViolation::Missing { .. }))));
    assert_eq!((state(&session), history(&session)), before);
    assert_eq!(kept(&path), state(&session));
}

#[test]
fn a_change_cancelled_at_any_moment_is_not_made() {
    let (_folder, path, session) = session_with_feature();
    let before = (state(&session), history(&session));
    let operations = vec![add_feature(2), rename(1, "Renamed"), add_feature(3)];
    let batch = Operation::Batch { label: "Three".to_owned(), operations };
    let looks = Cell::new(0);
    for last in 0.. {
        looks.set(0);
        let is_cancelled = || {
            looks.set(looks.get() + 1);
            looks.get() > last
        };
        match session.apply_unless(&batch, Cancel::when(&is_cancelled)) {
            Ok(applied) => {
                assert!(last > 6, "looked up {last} times for three operations that write three rows");
                assert_eq!(applied.changes.changes.len(), 3);
                break;
            }
            Err(SessionError::Cancelled(_)) => {
                assert_eq!((state(&session), history(&session)), before);
                assert_eq!(kept(&path), state(&session));
            }
            Err(error) => unreachable!("{error}"),
        }
    }
    assert_eq!(kept(&path), state(&session));
}

#[test]
fn what_cannot_be_written_is_not_in_memory_either() {
    let (_folder, path, session) = session_with_feature();
    session.apply(&rename(1, "Renamed")).unwrap();
    session.undo().unwrap();
    let before = (state(&session), history(&session));
    Session::open(&path).unwrap().apply(&add_feature(2)).unwrap();

    for failed in [session.apply(&shift(1, 1)).err(), session.undo().err(), session.redo().err()] {
        assert!(
            matches!(failed, Some(SessionError::NotWritten(StoreError::ChangedElsewhere { .. }))),
            "{failed:?}"
        );
    }
    assert_eq!((state(&session), history(&session)), before);
}

#[test]
fn a_preview_shows_the_change_and_takes_it_back() {
    let (_folder, path, session) = session_with_feature();
    let before = (state(&session), history(&session));
    let seen = session.preview(&rename(1, "Seen"), |plan, changes| (title(plan, 1), changes.changes.len()));
    assert_eq!(seen, Ok(("Seen".to_owned(), 1)));
    let refused = session.preview(&rename(1, " "), |_, _| ());
    assert_eq!(refused, Err(RuleViolation::EmptyName { word: "feature" }));
    assert_eq!((state(&session), history(&session)), before);
    assert_eq!(kept(&path), state(&session));
}

#[test]
fn a_preview_is_taken_back_even_if_the_look_panics() {
    let (_folder, path, session) = session_with_feature();
    let before = state(&session);
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        session.preview(&rename(1, "Seen"), |_, _| panic!("a defect in the layout"))
    }));
    assert!(panicked.is_err());
    assert_eq!(state(&session), before);
    session.apply(&rename(1, "Goes on")).unwrap();
    assert_eq!(kept(&path), state(&session));
}

#[test]
fn a_snapshot_stays_as_it_was() {
    let (_folder, _path, session) = session_with_feature();
    let snapshot = session.plan().snapshot();
    session.apply(&rename(1, "Later")).unwrap();
    session.preview(&rename(1, "Perhaps"), |_, _| ()).unwrap();
    assert_eq!(title(&snapshot, 1), "Feature 1");
    assert_eq!(title(&session.plan(), 1), "Later");
}

#[test]
fn the_disk_has_a_change_while_readers_still_hold_the_plan() {
    let (_folder, path, session) = session_with_feature();
    std::thread::scope(|scope| {
        let reading = session.plan();
        let applying = scope.spawn(|| session.apply(&rename(1, "Written")).unwrap().revision);
        // The commit needs nothing that a reader holds; only memory waits for readers.
        let written = (0..10_000).any(|_| kept(&path).1 == 2);
        assert!(written, "the change must reach the file while the plan is being read");
        assert_eq!((title(&reading, 1).as_str(), reading.revision()), ("Feature 1", 1));
        drop(reading);
        assert_eq!(applying.join().unwrap(), 2);
    });
    assert_eq!(title(&session.plan(), 1), "Written");
}

#[test]
#[cfg(debug_assertions)]
fn who_holds_the_plan_is_stopped_before_it_can_wait_for_itself() {
    let (_folder, _path, session) = session_with_feature();
    let stops = |asked: &dyn Fn()| {
        let plan = session.plan();
        let stopped = catch_unwind(AssertUnwindSafe(asked)).is_err();
        drop(plan);
        stopped
    };
    assert!(stops(&|| drop(session.plan())));
    assert!(stops(&|| drop(session.path())));
    assert!(stops(&|| drop(session.apply(&rename(1, "Never")))));
    assert!(stops(&|| drop(session.preview(&rename(1, "Never"), |_, _| ()))));
    let asking = || session.preview(&rename(1, "Never"), |_, _| session.revision());
    assert!(catch_unwind(AssertUnwindSafe(asking)).is_err());
    assert_eq!(title(&session.plan(), 1), "Feature 1");
}

#[test]
fn what_is_beside_the_plan_is_of_the_same_moment() {
    let (_folder, path, session) = session_with_feature();
    session.apply(&rename(1, "Renamed")).unwrap();
    let plan = session.plan();
    assert_eq!((plan.revision(), plan.history().undo.as_deref()), (2, Some("Rename feature")));
    assert_eq!((plan.path(), plan.is_read_only()), (path.as_path(), false));
}

#[test]
fn changes_from_many_threads_come_one_after_the_other() {
    let (_folder, path, session) = session();
    std::thread::scope(|scope| {
        for number in 0..8 {
            let session = &session;
            scope.spawn(move || session.apply(&add_feature(number)).unwrap());
        }
    });
    let (plan, revision) = state(&session);
    assert_eq!((plan.items().len(), revision), (8, 8));
    assert_eq!(kept(&path), state(&session));
}

#[test]
fn saving_elsewhere_goes_on_there_with_its_history() {
    let (_folder, path, session) = session_with_feature();
    let copy = path.with_file_name("copy.milepost");
    session.save_as(&copy, false).unwrap();
    assert_eq!(session.path(), copy);
    session.undo().unwrap().expect("the history is kept");
    assert_eq!(kept(&copy), state(&session));
    assert_eq!(kept(&path).0.items().len(), 1, "the old file stays as it was");
}

#[test]
fn a_plan_whose_file_has_gone_can_be_saved_elsewhere() {
    let (folder, _path, session) = session_with_feature();
    drop(folder);
    let failed = session.apply(&rename(1, "Lost")).unwrap_err();
    assert!(matches!(failed, SessionError::NotWritten(_)), "{failed:?}");
    let other = tempfile::tempdir().unwrap();
    let path = other.path().canonicalize().unwrap().join("rescued.milepost");
    session.save_as(&path, false).unwrap();
    session.apply(&rename(1, "Kept")).unwrap();
    assert_eq!(kept(&path), state(&session));
}

#[test]
fn a_read_only_plan_can_be_looked_at_and_saved_elsewhere() {
    let (_folder, path, session) = session_with_feature();
    drop(session);
    let mut protected = std::fs::metadata(&path).unwrap().permissions();
    protected.set_readonly(true);
    std::fs::set_permissions(&path, protected).unwrap();
    let session = Session::open(&path).unwrap();
    assert!(session.is_read_only());
    assert_eq!(session.preview(&rename(1, "Seen"), |plan, _| title(plan, 1)), Ok("Seen".to_owned()));
    let failed = session.apply(&rename(1, "Changed")).unwrap_err();
    assert!(matches!(failed, SessionError::NotWritten(StoreError::ReadOnly { .. })), "{failed:?}");
    session.save_as(&path.with_file_name("copy.milepost"), false).unwrap();
    assert!(!session.is_read_only());
    session.apply(&rename(1, "Changed")).unwrap();
}

#[test]
fn a_file_that_breaks_the_rules_is_not_opened() {
    let (folder, path, session) = session_with_feature();
    let mut plan = state(&session).0;
    let mut item = plan.items().get(id(1)).unwrap().clone();
    let before = item.clone();
    item.title = String::new();
    let diff = milepost_plan::Diff { before: Some(before), after: Some(item) };
    plan.accept(&milepost_plan::ChangeSet { changes: vec![milepost_plan::Change::Item(Box::new(diff))] });
    let broken = path.with_file_name("broken.milepost");
    PlanFile::create(&broken, &plan).unwrap();
    let failed = Session::open(&broken).unwrap_err();
    assert!(matches!(failed, SessionError::Unsound { count: 1, .. }), "{failed:?}");
    drop(folder);
}

#[test]
fn a_file_with_money_that_no_plan_takes_is_not_opened() {
    let (_folder, path, session) = session_with_feature();
    let mut plan = state(&session).0;
    let per_day = milepost_plan::Money::LARGEST + milepost_plan::Money(1);
    let rank = milepost_plan::Rank(1);
    let rate = milepost_plan::Rate { id: id(7), role: "Engineer".to_owned(), per_day, rank };
    let change =
        milepost_plan::Change::Rate(Box::new(milepost_plan::Diff { before: None, after: Some(rate) }));
    plan.accept(&milepost_plan::ChangeSet { changes: vec![change] });
    let broken = path.with_file_name("broken.milepost");
    PlanFile::create(&broken, &plan).unwrap();
    let failed = Session::open(&broken).unwrap_err();
    assert!(failed.to_string().contains("the rate is more than a plan takes"), "{failed}");
}

#[test]
fn a_session_is_shared_between_threads() {
    fn is_shared<T: Send + Sync>() {}
    is_shared::<Session>();
}
