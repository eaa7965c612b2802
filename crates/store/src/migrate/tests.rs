//! Migrations, shown with the next version, which there is not yet.

use milepost_plan::Plan;

use super::*;
use crate::file::PlanFile;

const NEXT: &str = "CREATE TABLE invented (id BLOB PRIMARY KEY) STRICT; INSERT INTO invented VALUES (x'01');";
const FAILING: &str = "CREATE TABLE invented (id BLOB PRIMARY KEY) STRICT; INSERT INTO supplier VALUES (1);";

fn and(next: &'static str) -> Vec<&'static str> {
    SCRIPTS.iter().copied().chain([next]).collect()
}

fn kept() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().canonicalize().unwrap().join("Road map.milepost");
    PlanFile::create(&path, &Plan::default()).unwrap();
    (folder, path)
}

/// The name under which the old file is kept.
fn named(path: &Path, attempt: &str) -> PathBuf {
    path.with_file_name(format!("Road map.version-{VERSION}{attempt}.milepost"))
}

fn version(path: &Path) -> u32 {
    let connection = guard::connect(path, Access::Read).unwrap();
    connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

#[test]
fn an_old_file_is_upgraded_and_kept() {
    let (folder, path) = kept();
    let old = upgrade(&path, VERSION, &and(NEXT)).unwrap();
    assert_eq!(version(&path), VERSION + 1);
    let found =
        guard::connect(&path, Access::Read)
            .unwrap()
            .query_row("SELECT count(*) FROM invented", (), |row| row.get::<_, i64>(0));
    assert_eq!(found, Ok(1));
    assert_eq!(old, named(&path, ""));
    assert_eq!(version(&old), VERSION);
    assert_eq!(PlanFile::open(&old).unwrap().plan, Plan::default());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn an_old_file_that_was_kept_before_is_not_overwritten() {
    let (_folder, path) = kept();
    let taken = named(&path, "");
    fs::write(&taken, "kept before").unwrap();
    let old = upgrade(&path, VERSION, &and(NEXT)).unwrap();
    assert_eq!(old, named(&path, "-2"));
    assert_eq!(fs::read(&taken).unwrap(), b"kept before");
}

#[test]
fn an_upgrade_that_fails_leaves_the_file_alone() {
    let (folder, path) = kept();
    let bytes = fs::read(&path).unwrap();
    upgrade(&path, VERSION, &and(FAILING)).unwrap_err();
    assert!(fs::read(&path).unwrap() == bytes);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_tampered_old_file_is_not_upgraded() {
    let (_folder, path) = kept();
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE extra (x)").unwrap();
    assert!(matches!(upgrade(&path, VERSION, &and(NEXT)), Err(StoreError::Damaged { .. })));
    assert_eq!(version(&path), VERSION);
}

#[test]
fn a_file_that_must_stay_is_upgraded_in_memory() {
    let (_folder, path) = kept();
    let bytes = fs::read(&path).unwrap();
    let old = guard::connect(&path, Access::Read).unwrap();
    let new = upgraded_in_memory(&old, &and(NEXT)).unwrap();
    guard::check_schema(&new, &and(NEXT)).unwrap();
    assert!(fs::read(&path).unwrap() == bytes);
}

#[test]
fn scripts_are_the_same_on_every_platform() {
    assert!(SCRIPTS.iter().all(|script| !script.contains('\r')), "the file keeps the text of its schema");
}

#[test]
fn a_new_file_says_what_it_is() {
    let connection = empty(SCRIPTS).unwrap();
    let number = |pragma| connection.pragma_query_value(None, pragma, |row| row.get::<_, u32>(0)).unwrap();
    assert_eq!((number("application_id"), number("user_version")), (guard::APPLICATION_ID, VERSION));
}
