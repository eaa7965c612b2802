//! Prepares what the app embeds: its page, its icon and its permissions.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    // A page that is built anew is embedded anew, and one that has gone is missed.
    tell("rerun-if-changed", "ui/dist");
    if !Path::new("ui/dist/index.html").exists() {
        tell(
            "error",
            "the page of the app is not built yet: run `cargo xtask run`, or `npm run build` in ui/",
        );
        return ExitCode::FAILURE;
    }
    match tauri_build::try_build(tauri_build::Attributes::new()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tell("error", &format!("{error:#}").replace('\n', " "));
            ExitCode::FAILURE
        }
    }
}

#[allow(clippy::print_stdout, reason = "this is how a build script speaks to Cargo")]
fn tell(key: &str, value: &str) {
    println!("cargo::{key}={value}");
}
