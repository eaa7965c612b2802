//! `cargo xtask check`: what can be said of the sources without running them.

use std::process::ExitCode;

use crate::programs::{cargo, run};
use crate::report::Report;
use crate::repository::Repository;
use crate::rust_tests::WINDOW_FEATURE;
use crate::setup::{Purpose, setup};
use crate::stage::Outcome;
use crate::{front_end, tidy};

pub fn check(repository: &Repository) -> ExitCode {
    let mut report = Report::new();
    if !report.stage("Set-up", || setup(repository, Purpose::Window)) {
        return report.conclude();
    }
    report.stage("Tidy", || tidy::look(repository));
    report.stage("Rust: style", || rust_style(repository));
    report.stage("Front end: types and style", || front_end::check(repository));
    // The app embeds the built page, so its crate compiles only once there is one.
    let has_page = repository.front_end().join("dist/index.html").exists();
    if has_page || report.stage("Front end: build", || front_end::build(repository)) {
        report.stage("Rust: lints", || rust_lints(repository));
    }
    report.conclude()
}

fn rust_style(repository: &Repository) -> Outcome {
    run(cargo(repository).args(["fmt", "--all", "--check"]))
        .map_err(|failure| failure.mended_by("cargo fmt --all"))
}

fn rust_lints(repository: &Repository) -> Outcome {
    let everything = ["clippy", "--workspace", "--all-targets", "--features", WINDOW_FEATURE];
    run(cargo(repository).args(everything).args(["--", "--deny", "warnings"]))
        .map_err(|failure| failure.mended_by("mend what clippy names above"))
}
