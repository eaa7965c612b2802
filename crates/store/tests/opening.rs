//! Files that are not sound plans of this version are refused for the right reason, and left as they were.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use std::fs;
use std::path::Path;

use common::{
    full_plan, kept_plan, place, plan_of_version_1, plan_of_version_2, plan_of_version_3, plan_of_version_4,
    plan_of_version_5, plan_of_version_6, plan_of_version_7,
};
use milepost_store::{PlanFile, StoreError};
use proptest::prelude::*;
use rusqlite::Connection;

fn refusal(path: &Path) -> StoreError {
    let bytes = fs::read(path).ok();
    let error = PlanFile::open(path).expect_err("the file must be refused");
    assert!(fs::read(path).ok() == bytes, "a refused file is left alone");
    assert!(error.to_string().contains(&path.display().to_string()), "{error} must say where");
    error
}

/// Alters a kept plan behind Milepost's back.
fn tampered(script: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let (folder, path) = kept_plan();
    let connection = Connection::open(&path).unwrap();
    let unguarded = "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;";
    connection.execute_batch(&format!("{unguarded} {script}")).unwrap();
    (folder, path)
}

fn with_bytes(change: impl FnOnce(&mut Vec<u8>)) -> (tempfile::TempDir, std::path::PathBuf) {
    let (folder, path) = kept_plan();
    let mut bytes = fs::read(&path).unwrap();
    change(&mut bytes);
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

#[test]
fn a_missing_file_or_folder_is_not_found() {
    let (folder, path) = place();
    assert!(matches!(refusal(&path), StoreError::NotFound { .. }));
    assert!(matches!(refusal(&folder.path().join("gone/plan.milepost")), StoreError::NotFound { .. }));
    assert!(!path.exists(), "opening makes no file");
}

#[test]
fn what_is_not_a_plan_is_said_to_be_none() {
    let (folder, path) = place();
    assert!(matches!(refusal(&folder.path().canonicalize().unwrap()), StoreError::NotAPlan { .. }));
    for content in [&b""[..], b"Title,Start,End\n", b"SQLite format 3\0"] {
        fs::write(&path, content).unwrap();
        assert!(matches!(refusal(&path), StoreError::NotAPlan { .. }), "{content:?}");
    }
    fs::remove_file(&path).unwrap();
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE plan (name TEXT)").unwrap();
    assert!(matches!(refusal(&path), StoreError::NotAPlan { .. }));
}

#[test]
fn a_newer_file_is_refused_with_its_version() {
    let (_folder, path) = tampered("PRAGMA user_version = 9");
    let error = refusal(&path);
    assert!(matches!(error, StoreError::Newer { version: 9, supported: 8, .. }), "{error:?}");
}

#[test]
fn a_cut_or_overwritten_file_is_damaged() {
    for length in [100, 511, 4096, 9000, 5 * 4096] {
        let (_folder, path) = with_bytes(|bytes| bytes.truncate(length));
        assert!(matches!(refusal(&path), StoreError::Damaged { .. }), "cut to {length}");
    }
    let (_folder, path) = with_bytes(|bytes| bytes[4096..].fill(0xA5));
    assert!(matches!(refusal(&path), StoreError::Damaged { .. }));
}

#[test]
fn a_file_without_a_version_or_written_in_another_way_is_damaged() {
    for (at, value) in [(63, 0), (18, 2), (19, 2), (59, 2)] {
        let (_folder, path) = with_bytes(|bytes| bytes[at] = value);
        assert!(matches!(refusal(&path), StoreError::Damaged { .. }), "byte {at}");
    }
}

#[test]
fn a_file_that_carries_more_than_a_plan_is_refused() {
    for script in [
        "CREATE TRIGGER t AFTER UPDATE ON plan BEGIN DELETE FROM work_item; END",
        "CREATE VIEW v AS SELECT load_extension('evil')",
        "CREATE TABLE extra (x)",
        "CREATE INDEX slow ON work_item (hex(description))",
        "ALTER TABLE theme ADD COLUMN colour TEXT",
        "DROP TABLE milestone",
        "DROP INDEX work_item_by_theme",
        "DROP TABLE milestone; CREATE VIEW milestone AS SELECT randomblob(16) AS id, '' AS name, '' AS note, \
         '2026-01-01' AS day",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'BETWEEN 0 AND 100', \
         'BETWEEN 0 AND 999')",
    ] {
        let (_folder, path) = tampered(script);
        assert!(matches!(refusal(&path), StoreError::Damaged { .. }), "{script}");
    }
}

#[test]
fn rows_that_break_the_schema_are_damage() {
    for script in [
        "UPDATE work_item SET progress = 101",
        "UPDATE work_item SET status = 'finished'",
        "UPDATE work_item SET last_day = NULL",
        "UPDATE work_item SET horizon = 'now'",
        "UPDATE theme SET id = substr(id, 2)",
        "UPDATE work_item SET theme = randomblob(16)",
        "DELETE FROM theme",
        "DELETE FROM plan",
        "UPDATE view SET settings = '{'",
        "UPDATE view SET first_day = NULL",
        "UPDATE baseline SET milestones = '['",
        "UPDATE budget_line SET category = 'fun'",
        "UPDATE budget_line SET cap = -1 WHERE cap IS NOT NULL",
        "UPDATE budget_line SET cap_last_day = NULL WHERE cap IS NOT NULL",
        "UPDATE cost SET amount = -1 WHERE amount IS NOT NULL",
        "UPDATE cost SET amount = 5, rate = (SELECT id FROM rate), effort_hundredths = 5",
        "UPDATE cost SET timing = 'weekly'",
        "UPDATE cost SET high = low - 1 WHERE low > 0",
        "UPDATE cost SET budget_line = randomblob(16)",
        "UPDATE cost SET rate = randomblob(16) WHERE rate IS NOT NULL",
        "UPDATE actual SET amount = -1",
        "UPDATE actual SET budget_line = randomblob(16)",
        "DELETE FROM budget_line",
        "DELETE FROM rate",
        "UPDATE rate SET per_day = -1",
        "UPDATE plan SET currency = 'euro'",
    ] {
        let (_folder, path) = tampered(script);
        assert!(matches!(refusal(&path), StoreError::Damaged { .. }), "{script}");
    }
}

#[test]
fn a_value_that_is_not_known_is_refused_with_its_place() {
    for (script, table, row, column) in [
        ("UPDATE milestone SET day = '2027-02-29'", "milestone", "01900000", "day"),
        ("UPDATE work_item SET last_day = '2027-00-01' WHERE key <> ''", "work_item", "01900000", "last_day"),
        ("UPDATE holiday SET day = '2027-13-01' WHERE name = ''", "holiday", "2027-13-01", "day"),
        (r#"UPDATE baseline SET milestones = '[{"day":"soon"}]'"#, "baseline", "01900000", "milestones"),
        ("UPDATE dependency SET lag_days = 1 << 40", "dependency", "01900000", "lag_days"),
        ("UPDATE actual SET day = '2027-02-30'", "actual", "01900000", "day"),
        (
            "UPDATE cost SET effort_hundredths = 1 << 40 WHERE rate IS NOT NULL",
            "cost",
            "01900000",
            "effort_hundredths",
        ),
        (
            "UPDATE view SET settings = replace(settings, '\"theme\"', '\"mood\"')",
            "view",
            "01900000",
            "settings",
        ),
    ] {
        let (_folder, path) = tampered(script);
        match refusal(&path) {
            StoreError::UnknownValue { table: found, row: name, column: at, .. } => {
                assert_eq!((found, at), (table, column));
                assert!(name.starts_with(row), "{name}");
            }
            other => panic!("{script}: {other:?}"),
        }
    }
}

#[test]
fn a_check_lists_what_is_wrong_and_reads_what_it_can() {
    let (_folder, path) = kept_plan();
    let sound = PlanFile::check(&path).unwrap();
    assert!(sound.problems.is_empty(), "{:?}", sound.problems);
    assert_eq!(sound.plan, Some(full_plan()));

    let (_folder, path) = tampered("UPDATE work_item SET theme = randomblob(16) WHERE theme IS NOT NULL");
    let report = PlanFile::check(&path).unwrap();
    assert!(report.problems[0].contains("work_item refers to a row of theme"), "{:?}", report.problems);
    assert!(report.plan.is_some());

    let (_folder, path) = tampered("UPDATE cost SET budget_line = randomblob(16)");
    let report = PlanFile::check(&path).unwrap();
    assert!(report.problems[0].contains("cost refers to a row of budget_line"), "{:?}", report.problems);

    let (_folder, path) = tampered("UPDATE milestone SET day = '2027-02-29'");
    let report = PlanFile::check(&path).unwrap();
    assert_eq!((report.problems.len(), report.plan), (1, None));
}

#[test]
fn the_file_of_every_released_version_opens_and_is_the_plan_that_it_was() {
    let released = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/files");
    let versions = [
        plan_of_version_1(),
        plan_of_version_2(),
        plan_of_version_3(),
        plan_of_version_4(),
        plan_of_version_5(),
        plan_of_version_6(),
        plan_of_version_7(),
        full_plan(),
    ];
    for (version, plan) in (1..).zip(versions) {
        let (_folder, path) = place();
        let name = format!("v{version}.milepost");
        fs::copy(released.join(&name), &path).unwrap();
        let opened = PlanFile::open(&path).unwrap();
        assert_eq!((opened.plan, opened.revision), (plan, 0), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// Whatever a file holds, opening it ends in a plan or in words.
    #[test]
    fn damage_anywhere_never_does_worse_than_a_refusal(
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)
    ) {
        let (_folder, path) = with_bytes(|bytes| {
            for (at, value) in &damage {
                let at = at.index(bytes.len());
                bytes[at] = *value;
            }
        });
        if let Err(error) = PlanFile::open(&path) {
            prop_assert!(!error.to_string().is_empty());
        }
    }
}
