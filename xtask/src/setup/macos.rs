//! What a Mac needs beyond Rust and Node. The web view is part of the system.

use std::process::Command;

use super::Purpose;
use crate::programs;
use crate::stage::{Failure, Outcome};

/// # Errors
/// When Apple's tools are missing, which only Apple's installer brings, or poppler and Homebrew both are.
pub fn install_what_is_missing(purpose: Purpose) -> Outcome {
    if !programs::succeeds(Command::new("xcode-select").arg("-p")) {
        let mend = "run `xcode-select --install`, then this again";
        return Err(Failure::new("Apple's command line tools are missing", mend));
    }
    if purpose == Purpose::Window || programs::find("pdftotext").is_some() {
        return Ok(());
    }
    println!("  Missing: a reader of PDF files (poppler)");
    let mend = "install Homebrew from https://brew.sh, or poppler by other means, then run this again";
    programs::run(Command::new("brew").args(["install", "poppler"]))
        .map_err(|failure| failure.mended_by(mend))
}
