//! `milepost-cli check`: whether a plan's file is sound.

use std::path::PathBuf;

use clap::Args;
use milepost_api::{PathRequest, handlers};

use crate::failure::Failure;
use crate::terminal::{counted, say, while_working};
use crate::{Outcome, app};

/// Look for everything that can be wrong with a plan's file, and change nothing
///
/// Looks at the file's pages, tables and rows, then at the plan's rules. Ends with 1 if anything is wrong.
#[derive(Args)]
pub struct Options {
    /// The plan's file
    plan: PathBuf,
}

pub fn run(options: &Options) -> Outcome {
    let request = PathRequest { path: options.plan.clone() };
    let found = while_working("Checking", || handlers::check(&app(), &request))?;
    let plan = options.plan.display();
    if found.is_sound() {
        say(&format!("{plan} is sound."))?;
        return Ok(());
    }
    for problem in found.file.iter().chain(&found.rules) {
        say(problem)?;
    }
    let problems = counted(found.file.len() + found.rules.len(), "problem", "problems");
    Err(Failure::refused(format!("{plan} has {problems}."), "It was left as it is."))
}
