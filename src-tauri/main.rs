//! Milepost in a window.

// On Windows, a release does not open a console beside its window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    milepost_app::run()
}
