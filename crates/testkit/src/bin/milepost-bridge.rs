//! The browser bridge as a program: `milepost-bridge FOLDER` serves the built page there, and says where.
//!
//! For tests of the page that are not written in Rust. It answers until it is ended.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "its caller reads what it prints")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use milepost_testkit::bridge::{Bridge, SERVING};

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("Name the folder of the built page: milepost-bridge ui/dist");
        return ExitCode::FAILURE;
    };
    match serve(&folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{} cannot be served: {fault}", folder.display());
            ExitCode::FAILURE
        }
    }
}

/// Serves on a free port until the process is ended.
fn serve(folder: &Path) -> Result<(), Box<dyn Error>> {
    let bridge = Bridge::bind(0, folder)?;
    println!("{SERVING}http://{}", bridge.address()?);
    bridge.serve();
    Ok(())
}
