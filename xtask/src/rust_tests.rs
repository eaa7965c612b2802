//! Rust's tests: by cargo-nextest where it is installed, else by cargo itself.
//!
//! Every run names the whole workspace and the same features, and picks tests by filter: so Cargo resolves
//! the features of dependencies once, and nothing is built twice.

use std::fs;
use std::process::Command;

use crate::programs::{cargo, run, run_listening, succeeds};
use crate::repository::Repository;
use crate::stage::{Failure, Outcome};
use crate::tally::Tally;

/// The feature without which the tests of the real window are not built.
pub const WINDOW_FEATURE: &str = "milepost-tests/e2e";

/// Where xtask/nextest.toml has reports written, each in a folder named after its profile.
const NEXTEST_REPORTS: &str = "target/nextest";

/// The tests of the real window, as cargo-nextest names their binary.
const WINDOW_BINARY: &str = "binary_id(=milepost-tests::e2e)";

/// All tests but those of the real window and of the documentation.
pub fn all_but_window(repository: &Repository, prepare: impl FnOnce(&mut Command)) -> (Tally, Outcome) {
    let mut command = cargo(repository);
    prepare(&mut command);
    if has_nextest(repository) {
        let filter = format!("not {WINDOW_BINARY}");
        return nextest(repository, "default", command, |command| command.args(["-E", &filter]));
    }
    let everything = ["test", "--workspace", "--no-fail-fast", "--lib", "--bins", "--tests"];
    counted_by_libtest(command.args(everything))
}

/// The tests of the real window that `filter` names (all, when it is empty), inside a session bus of their own.
pub fn window(repository: &Repository, filter: &str, prepare: impl FnOnce(&mut Command)) -> (Tally, Outcome) {
    let mut command = Command::new("dbus-run-session");
    command.current_dir(repository.root()).arg("--").arg(cargo(repository).get_program());
    prepare(&mut command);
    if has_nextest(repository) {
        return nextest(repository, "window", command, |command| {
            // What a filter names may be a test of the page alone.
            command.args(["--no-tests=pass", "-E", WINDOW_BINARY]);
            command.args(Some(filter).filter(|filter| !filter.is_empty()))
        });
    }
    let selection = ["test", "--workspace", "--features", WINDOW_FEATURE, "--test", "e2e"];
    counted_by_libtest(command.args(selection).args(["--", "--test-threads=1", filter]))
}

/// One test of the real window that ordinary runs leave out.
///
/// # Errors
/// When it fails, or is not there.
pub fn ignored_window_test(
    repository: &Repository,
    name: &str,
    prepare: impl FnOnce(&mut Command),
) -> Outcome {
    let mut command = Command::new("dbus-run-session");
    command.current_dir(repository.root()).arg("--").arg(cargo(repository).get_program());
    prepare(&mut command);
    let selection = ["test", "--workspace", "--features", WINDOW_FEATURE, "--test", "e2e"];
    let (text, outcome) = run_listening(command.args(selection).args(["--", "--exact", name, "--ignored"]));
    outcome?;
    if Tally::from_libtest(&text).passed == 1 {
        return Ok(());
    }
    Err(Failure::new(format!("there is no test {name}"), "look for its name in tests/e2e"))
}

/// The examples in documentation comments, which cargo-nextest does not run.
pub fn documentation(repository: &Repository) -> (Tally, Outcome) {
    let examples = ["test", "--workspace", "--features", WINDOW_FEATURE, "--doc", "--no-fail-fast"];
    counted_by_libtest(cargo(repository).args(examples))
}

fn nextest(
    repository: &Repository,
    profile: &str,
    mut command: Command,
    select: impl FnOnce(&mut Command) -> &mut Command,
) -> (Tally, Outcome) {
    let report = repository.root().join(NEXTEST_REPORTS).join(profile).join("junit.xml");
    // A report of an earlier run must not be counted; that there is none yet is fine.
    let _ = fs::remove_file(&report);
    command.args(["nextest", "run", "--config-file", "xtask/nextest.toml", "--profile", profile]);
    command.args(["--workspace", "--features", WINDOW_FEATURE]);
    let outcome = run(select(&mut command));
    match fs::read_to_string(&report).ok().as_deref().and_then(Tally::from_junit) {
        Some(tally) => (tally, outcome.map_err(|failure| failure.mended_by("mend the tests named above"))),
        None => (Tally::default(), outcome.and(Err(no_report()))),
    }
}

fn no_report() -> Failure {
    Failure::new("cargo-nextest wrote no report, so its tests are not counted", "check xtask/nextest.toml")
}

fn counted_by_libtest(command: &mut Command) -> (Tally, Outcome) {
    let (text, outcome) = run_listening(command);
    (Tally::from_libtest(&text), outcome.map_err(|failure| failure.mended_by("mend the tests named above")))
}

fn has_nextest(repository: &Repository) -> bool {
    succeeds(cargo(repository).args(["nextest", "--version"]))
}
