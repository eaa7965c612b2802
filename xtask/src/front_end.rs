//! The front end's own tools, by npm in `ui/`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::app::BRIDGE;
use crate::programs::{find, npm, run};
use crate::repository::{Profile, Repository};
use crate::setup::BROWSERS;
use crate::stage::{Failure, Outcome};
use crate::tally::Tally;

/// Builds `ui/dist`, which the app embeds.
///
/// # Errors
/// When Vite fails.
pub fn build(repository: &Repository) -> Outcome {
    run(npm(repository).args(["run", "build"]))
}

/// Builds the page for measurements, which no app embeds.
///
/// # Errors
/// When Vite fails.
pub fn build_for_measurements(repository: &Repository) -> Outcome {
    run(npm(repository).args(["run", "build:bench"]))
}

/// Where that page is.
pub fn measured_page(repository: &Repository) -> PathBuf {
    repository.front_end().join("dist-bench")
}

/// Checks types and style.
///
/// # Errors
/// When either is amiss.
pub fn check(repository: &Repository) -> Outcome {
    run(npm(repository).args(["run", "check"])).map_err(|failure| {
        failure.mended_by("mend what is named above; `npm --prefix ui run format` mends the style")
    })
}

/// Runs the tests that need no browser, and counts them.
pub fn unit_tests(repository: &Repository) -> (Tally, Outcome) {
    vitest(repository, npm(repository), &[], "")
}

/// Runs the tests of the built page in Chromium over the bridge, those that `filter` names (all, when it is empty).
///
/// The machine's own browser is taken, which set-up installs on Linux only, so other systems skip them and say so.
pub fn page_tests(repository: &Repository, filter: &str) -> (Tally, Outcome) {
    if !cfg!(target_os = "linux") {
        println!("  Left out: the page is driven in a browser on Linux only.");
        return (Tally::default(), Ok(()));
    }
    let Some(browser) = BROWSERS.iter().find_map(|name| find(name)) else {
        return (Tally::default(), Err(Failure::new("there is no Chromium in PATH", "install Chromium")));
    };
    let mut command = npm(repository);
    command.env("MILEPOST_CHROMIUM", browser);
    command.env("MILEPOST_BRIDGE", repository.program(BRIDGE, Profile::Dev));
    vitest(repository, command, &["--config", "vitest.page.config.ts", "--passWithNoTests"], filter)
}

/// Runs Vitest by a prepared npm and counts its tests.
fn vitest(repository: &Repository, mut command: Command, options: &[&str], filter: &str) -> (Tally, Outcome) {
    let scratch = match repository.scratch() {
        Ok(folder) => folder,
        Err(failure) => return (Tally::default(), Err(failure)),
    };
    let report = scratch.join("vitest.json");
    // A report of an earlier run must not be counted; that there is none yet is fine.
    let _ = fs::remove_file(&report);
    command.args(["exec", "--", "vitest", "run", "--reporter=default", "--reporter=json"]).args(options);
    command.arg(format!("--outputFile.json={}", report.display()));
    if !filter.is_empty() {
        command.arg("--testNamePattern").arg(filter);
    }
    let outcome = run(&mut command);
    match fs::read_to_string(&report).ok().as_deref().and_then(Tally::from_vitest) {
        Some(tally) => (tally, outcome.map_err(|failure| failure.mended_by(mend(options)))),
        None => (Tally::default(), outcome.and(Err(no_report()))),
    }
}

/// How to see again what failed.
fn mend(options: &[&str]) -> String {
    let again = ["npm --prefix ui exec --", "vitest run"].into_iter().chain(options.iter().copied());
    format!("mend the tests named above; {} runs them again", again.collect::<Vec<_>>().join(" "))
}

fn no_report() -> Failure {
    Failure::new("Vitest wrote no report, so its tests are not counted", "run `npm exec vitest run` in ui/")
}
