//! The front end's own tools, by npm in `ui/`.

use std::fs;
use std::path::PathBuf;

use crate::programs::{npm, run};
use crate::repository::Repository;
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

/// Runs Vitest and counts its tests.
pub fn unit_tests(repository: &Repository) -> (Tally, Outcome) {
    let scratch = match repository.scratch() {
        Ok(folder) => folder,
        Err(failure) => return (Tally::default(), Err(failure)),
    };
    let report = scratch.join("vitest.json");
    // A report of an earlier run must not be counted; that there is none yet is fine.
    let _ = fs::remove_file(&report);
    let outcome = run(npm(repository)
        .args(["exec", "--", "vitest", "run", "--reporter=default", "--reporter=json"])
        .arg(format!("--outputFile.json={}", report.display())));
    match fs::read_to_string(&report).ok().as_deref().and_then(Tally::from_vitest) {
        Some(tally) => (tally, outcome.map_err(|failure| failure.mended_by("npm --prefix ui exec vitest"))),
        None => (Tally::default(), outcome.and(Err(no_report()))),
    }
}

fn no_report() -> Failure {
    Failure::new("Vitest wrote no report, so its tests are not counted", "run `npm exec vitest run` in ui/")
}
