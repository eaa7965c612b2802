//! Measures Milepost on plans of three sizes and prints tables: `cargo xtask bench`.
//!
//! Whole pieces of work as a user meets them, each the median of several runs; the parts that they are made of are
//! measured by criterion in `benches/parts.rs`. The aims stand in docs/performance.md.

#![allow(clippy::print_stdout, reason = "printing is what this program is for")]

mod budget;
mod memory;
mod needs;
mod runs;
mod serve;
mod table;
mod window;
mod work;
mod workbench;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::table::measure_each;
use crate::workbench::Workbench;

/// Measure Milepost on generated plans
#[derive(Parser)]
struct CommandLine {
    /// Sizes of the plans
    #[arg(long, value_name = "FEATURES", value_delimiter = ',', default_value = "100,1000,10000")]
    sizes: Vec<usize>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Do a session's work once and print the peak of memory in MB, for the table's last row
    #[command(hide = true)]
    Peak(memory::Options),
    /// Measure the work with budget lines, costs and actuals only
    Budget(budget::Options),
    /// Measure the work with customers, needs and feedback only
    Needs(needs::Options),
    /// Serve the page for measurements
    Serve(serve::Options),
    /// Measure the timeline in the real web view; needs a display
    Window(window::Options),
}

/// Whatever stops a measurement.
type Fault = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let CommandLine { sizes, command } = CommandLine::parse();
    let done = match command {
        Some(Command::Peak(options)) => memory::print_peak(&options),
        Some(Command::Budget(options)) => budget::measure_asked(&options),
        Some(Command::Needs(options)) => needs::measure_asked(&options),
        Some(Command::Serve(options)) => serve::serve(&options),
        Some(Command::Window(options)) => window::measure(&options),
        None => measure(&sizes)
            .and_then(|()| needs::measure(&needs::SIZES))
            .and_then(|()| budget::measure(&budget::SIZES)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            println!("The measurement stopped: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn measure(sizes: &[usize]) -> Result<(), Fault> {
    measure_each("features", sizes, |features| {
        let bench = Workbench::with(features)?;
        let mut found = work::all(&bench)?;
        found.push(memory::peak(&bench)?);
        Ok(found)
    })
}
