//! `cargo xtask e2e`: the page in a browser, then the real window, driven by pointer and keys on a display of its own.

use std::process::ExitCode;

use clap::Args;

use crate::display::Display;
use crate::report::Report;
use crate::repository::Repository;
use crate::setup::{Purpose, setup};
use crate::stage::Outcome;
use crate::tally::Tally;
use crate::{app, front_end, rust_tests};

#[derive(Args)]
pub struct Options {
    /// Run only the tests whose names contain this
    #[arg(default_value = "")]
    filter: String,
}

pub fn e2e(repository: &Repository, options: &Options) -> ExitCode {
    let mut report = Report::new();
    let ready = report.stage("Set-up", || setup(repository, Purpose::Tests))
        && report.stage("Front end", || front_end::build(repository))
        && report.stage("App", || app::build_for_tests(repository, &["--test", "e2e"]));
    if ready {
        report.tests("Page in a browser", || front_end::page_tests(repository, &options.filter));
        report.tests("Real window", || drive(repository, &options.filter));
    }
    report.conclude_with_tests()
}

/// Runs the tests of the real window; the programs must have been built.
///
/// Only WebKitGTK offers a driver that can be had everywhere, so other systems skip them and say so.
pub fn drive(repository: &Repository, filter: &str) -> (Tally, Outcome) {
    if !cfg!(target_os = "linux") {
        println!("  Left out: the real window is driven on Linux only.");
        return (Tally::default(), Ok(()));
    }
    let display = match Display::open() {
        Ok(display) => display,
        Err(failure) => return (Tally::default(), Err(failure)),
    };
    rust_tests::window(repository, filter, |command| {
        display.show(command);
        app::name_programs(repository, command);
    })
}
