//! `cargo xtask test`: every test there is, and how many of them passed, on the last line.

use std::process::ExitCode;

use crate::report::Report;
use crate::repository::Repository;
use crate::setup::{Purpose, setup};
use crate::{app, e2e, front_end, rust_tests};

pub fn test(repository: &Repository) -> ExitCode {
    let mut report = Report::new();
    let ready = report.stage("Set-up", || setup(repository, Purpose::Tests))
        && report.stage("Front end: build", || front_end::build(repository));
    // Nothing compiles without the machine's libraries and the page that the app embeds.
    if !ready {
        return report.conclude_with_tests();
    }
    report.stage("Front end: types and style", || front_end::check(repository));
    report.tests("Front end: tests", || front_end::unit_tests(repository));
    let built = report.stage("Rust: build", || app::build_for_tests(repository, &["--tests"]));
    if !built {
        return report.conclude_with_tests();
    }
    report.tests("Rust: tests", || {
        rust_tests::all_but_window(repository, |command| app::name_programs(repository, command))
    });
    report.tests("Rust: documentation", || rust_tests::documentation(repository));
    report.tests("Page in a browser: tests", || front_end::page_tests(repository, ""));
    report.tests("Real window: tests", || e2e::drive(repository, ""));
    report.conclude_with_tests()
}
