//! Milepost without a window: does to plans what the app does, by the same handlers.
//!
//! Ends with 0 when it is done, 1 when it was refused or something is not sound, 2 when it was asked the wrong way. An import is
//! done whatever it makes of each row.
//! What was asked for goes to standard output; errors and progress go to standard error.

mod check;
mod export;
mod failure;
mod generate;
mod import;
mod info;
mod named;
mod new;
mod terminal;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use milepost_api::{App, clock};

use crate::failure::Failure;

/// Plan a product on a timeline, without a window
#[derive(Parser)]
#[command(name = "milepost-cli", version, after_help = AFTER_HELP)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "Ends with 0 when it is done, 1 when it was refused, 2 when it was asked the wrong way. An import that refuses rows says which, and is done.";

#[derive(Subcommand)]
enum Command {
    New(new::Options),
    Import(import::Options),
    Export(export::Options),
    Info(info::Options),
    Check(check::Options),
    Generate(generate::Options),
}

fn main() -> ExitCode {
    let done = match CommandLine::parse().command {
        Command::New(options) => new::run(&options),
        Command::Import(options) => import::run(&options),
        Command::Export(options) => export::run(&options),
        Command::Info(options) => info::run(&options),
        Command::Check(options) => check::run(&options),
        Command::Generate(options) => generate::run(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

/// The core as one command needs it: it keeps no settings.
fn app() -> App {
    App::new(clock(), None)
}

/// What a command comes to.
type Outcome = Result<(), Failure>;
