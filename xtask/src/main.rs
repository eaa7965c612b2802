//! The project's doors: everything that is done to Milepost from outside its code starts here.
//!
//! One file per door. What doors share (stages, programs, the state of the machine) stands beside them.
//! Knows nothing of plans: it runs the tools and programs that do.

// These programs talk to a person at a terminal; printing is what they are for.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod app;
mod bench;
mod check;
mod display;
mod dist;
mod e2e;
mod front_end;
mod golden;
mod programs;
mod report;
mod repository;
mod run;
mod rust_tests;
mod screenshot;
mod setup;
mod stage;
mod tally;
mod test;
mod tidy;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::repository::Repository;
use crate::stage::Outcome;

/// The doors to Milepost: everything that is done to the project starts at one of them.
///
/// Each looks for what it needs, says what is missing, installs it, and goes on.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", disable_help_subcommand = true)]
#[command(after_help = "On a fresh machine with Rust and Node, start with `cargo xtask run`.\n\
                        Before a commit: `cargo xtask check`. Before a merge: `cargo xtask test`.")]
struct Arguments {
    #[command(subcommand)]
    door: Door,
}

#[derive(Subcommand)]
enum Door {
    /// Build the app and open it on the sample plan, or on PLAN
    Run(run::Options),
    /// Run every test: front end, Rust, documentation, page, real window
    Test,
    /// Look over the sources without running them: style, types, lints, tidy
    Check,
    /// Test by pointer and keys: the page in a browser, then the real window
    E2e(e2e::Options),
    /// Accept what the golden tests now produce, and list what changed
    Golden,
    /// Measure the core, the timeline (ui), or serve it to be measured (serve)
    Bench(bench::Options),
    /// Make the installers of this platform
    Dist(dist::Options),
    /// Check the repository itself: directions, boundaries, lengths, documents
    Tidy,
    /// Take docs/screenshot.png from the real app on the sample plan
    Screenshot,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match Repository::find().and_then(|repository| enter(&arguments.door, &repository)) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn enter(door: &Door, repository: &Repository) -> Outcome<ExitCode> {
    match door {
        Door::Run(options) => run::run(repository, options),
        Door::Test => Ok(test::test(repository)),
        Door::Check => Ok(check::check(repository)),
        Door::E2e(options) => Ok(e2e::e2e(repository, options)),
        Door::Golden => golden::golden(repository),
        Door::Bench(options) => bench::bench(repository, options),
        Door::Dist(options) => dist::dist(repository, options),
        Door::Tidy => tidy::tidy(repository),
        Door::Screenshot => screenshot::screenshot(repository),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_table_of_contents_is_well_formed() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn every_door_says_in_one_line_what_is_behind_it() {
        for door in Arguments::command().get_subcommands() {
            let about = door.get_about().map(ToString::to_string).unwrap_or_default();
            assert!((20..=90).contains(&about.len()), "{}: {about:?}", door.get_name());
        }
    }
}
