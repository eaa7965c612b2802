//! Builds the programs that people start: the app, and `milepost-cli` beside it.

use std::process::Command;

use crate::programs::{cargo, run};
use crate::repository::{Profile, Repository};
use crate::rust_tests::WINDOW_FEATURE;
use crate::stage::Outcome;

/// The binary with the window.
pub const APP: &str = "milepost";

/// The binary without.
pub const CLI: &str = "milepost-cli";

/// What serves the page to a browser, for its tests.
pub const BRIDGE: &str = "milepost-bridge";

/// The feature without which it is not built; the tests have it on already.
const BRIDGE_FEATURE: &str = "milepost-testkit/browser";

/// Builds both for use.
///
/// # Errors
/// When they do not compile.
pub fn build(repository: &Repository, profile: Profile) -> Outcome {
    let mut command = cargo(repository);
    command.args(["build", "--package", APP, "--package", CLI, "--bin", APP, "--bin", CLI]);
    if profile == Profile::Release {
        command.arg("--release");
    }
    mended(&mut command)
}

/// Builds both, and the bridge, with the tests that will drive them, so that tests and programs share what is compiled.
///
/// # Errors
/// When they do not compile.
pub fn build_for_tests(repository: &Repository, tests: &[&str]) -> Outcome {
    let mut command = cargo(repository);
    command
        .args(["build", "--workspace", "--features", WINDOW_FEATURE, "--bin", APP, "--bin", CLI])
        .args(["--features", BRIDGE_FEATURE, "--bin", BRIDGE])
        .args(tests);
    mended(&mut command)
}

/// Tells tests where both programs are.
pub fn name_programs(repository: &Repository, command: &mut Command) {
    command.env("MILEPOST_APP", repository.program(APP, Profile::Dev));
    command.env("MILEPOST_CLI", repository.program(CLI, Profile::Dev));
}

fn mended(command: &mut Command) -> Outcome {
    run(command).map_err(|failure| failure.mended_by("mend what the compiler names above"))
}
