//! `cargo xtask bench`: the measurements, in release mode.

use std::process::ExitCode;

use clap::Args;

use crate::programs::{cargo, run};
use crate::repository::Repository;
use crate::stage::{Outcome, stage};

#[derive(Args)]
pub struct Options {
    /// Handed on to the measurements as they are
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

pub fn bench(repository: &Repository, options: &Options) -> Outcome<ExitCode> {
    let packages = ["--release", "--package", "milepost-benches"];
    stage("Build", || run(cargo(repository).arg("build").args(packages)))?;
    stage("Measure", || {
        run(cargo(repository).args(["run", "--quiet"]).args(packages).arg("--").args(&options.arguments))
    })?;
    Ok(ExitCode::SUCCESS)
}
