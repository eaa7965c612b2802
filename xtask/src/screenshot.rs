//! `cargo xtask screenshot`: the picture in the README, taken of the real app.

use std::process::ExitCode;

use crate::display::Display;
use crate::repository::Repository;
use crate::setup::{Purpose, setup};
use crate::stage::{Outcome, stage};
use crate::{app, front_end, rust_tests};

pub fn screenshot(repository: &Repository) -> Outcome<ExitCode> {
    stage("Set-up", || setup(repository, Purpose::Tests))?;
    stage("Front end", || front_end::build(repository))?;
    stage("App", || app::build_for_tests(repository, &["--test", "e2e"]))?;
    stage("Screenshot", || take(repository))?;
    println!("\nLook at docs/screenshot.png before you commit it.");
    Ok(ExitCode::SUCCESS)
}

/// The test that opens the sample plan and keeps a picture of it is left out of ordinary runs.
fn take(repository: &Repository) -> Outcome {
    let display = Display::open()?;
    rust_tests::ignored_window_test(repository, "screenshot::readme", |command| {
        display.show(command);
        app::name_programs(repository, command);
        command.env("MILEPOST_SCREENSHOT", repository.root().join("docs/screenshot.png"));
    })
}
