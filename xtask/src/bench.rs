//! `cargo xtask bench`: the measurements, in release mode.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use clap::{Args, Subcommand};

use crate::display::Display;
use crate::front_end;
use crate::programs::{cargo, run};
use crate::repository::{Profile, Repository};
use crate::setup::{Purpose, setup};
use crate::stage::{Outcome, stage};

/// The program that measures.
const BENCHES: &str = "milepost-benches";

/// Room for every size of page that is measured: a 4K display.
const PIXELS: &str = "3840x2160";

#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
pub struct Options {
    #[command(subcommand)]
    of: Option<Of>,
    #[command(flatten)]
    core: Arguments,
}

/// What is measured; the core, when nothing is named.
#[derive(Subcommand)]
enum Of {
    /// Measure the timeline in the real web view, on a display of its own
    Ui(Arguments),
    /// Serve the page with `window.bench` at http://127.0.0.1:1420/bench.html, for other harnesses
    Serve(Arguments),
}

#[derive(Args)]
struct Arguments {
    /// Handed on to the measurements as they are, such as --sizes 100,1000 or --help
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    handed_on: Vec<String>,
}

pub fn bench(repository: &Repository, options: &Options) -> Outcome<ExitCode> {
    match &options.of {
        None => core(repository, &options.core)?,
        Some(Of::Ui(arguments)) => ui(repository, arguments)?,
        Some(Of::Serve(arguments)) => serve(repository, arguments)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn core(repository: &Repository, arguments: &Arguments) -> Outcome {
    stage("Build", || build(repository))?;
    stage("Measure", || run(Command::new(program(repository)).args(&arguments.handed_on)))
}

fn ui(repository: &Repository, arguments: &Arguments) -> Outcome {
    stage("Set-up", || setup(repository, Purpose::Tests))?;
    stage("Page", || front_end::build_for_measurements(repository))?;
    stage("Build", || build(repository))?;
    stage("Measure", || {
        let display = Display::of_size(PIXELS)?;
        let mut command = Command::new("dbus-run-session");
        command.arg("--").arg(program(repository)).arg("window");
        display.show(&mut command);
        run(with_page(&mut command, repository, arguments))
    })
}

fn serve(repository: &Repository, arguments: &Arguments) -> Outcome {
    stage("Set-up", || setup(repository, Purpose::Window))?;
    stage("Page", || front_end::build_for_measurements(repository))?;
    stage("Build", || build(repository))?;
    stage("Serve until interrupted", || {
        let mut command = Command::new(program(repository));
        run(with_page(command.arg("serve"), repository, arguments))
    })
}

fn build(repository: &Repository) -> Outcome {
    run(cargo(repository).args(["build", "--release", "--package", BENCHES]))
}

fn program(repository: &Repository) -> PathBuf {
    repository.program(BENCHES, Profile::Release)
}

fn with_page<'a>(
    command: &'a mut Command,
    repository: &Repository,
    arguments: &Arguments,
) -> &'a mut Command {
    command.current_dir(repository.root());
    command.arg("--pages").arg(front_end::measured_page(repository)).args(&arguments.handed_on)
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        options: Options,
    }

    #[test]
    fn arguments_reach_what_is_measured() {
        let of = |words: &[&str]| Line::try_parse_from([&["bench"], words].concat()).map(|line| line.options);
        let core = of(&["--sizes", "100"]).expect("flags are handed on");
        assert!(core.of.is_none());
        assert_eq!(core.core.handed_on, ["--sizes", "100"]);
        let ui = of(&["ui", "--sizes", "100"]).expect("flags are handed on").of;
        assert!(matches!(ui, Some(Of::Ui(arguments)) if arguments.handed_on == ["--sizes", "100"]));
        assert!(matches!(of(&["serve"]).expect("it is a door").of, Some(Of::Serve(_))));
    }
}
