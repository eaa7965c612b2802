//! `cargo xtask run`: the app on a plan.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use clap::Args;

use crate::app::{self, APP, CLI};
use crate::front_end;
use crate::programs;
use crate::repository::{Profile, Repository};
use crate::setup::{Purpose, setup};
use crate::stage::{Failure, Outcome, stage};

#[derive(Args)]
pub struct Options {
    /// The plan to open; the sample plan, when none is named
    plan: Option<PathBuf>,
    /// Build with optimisations, as people get it
    #[arg(long)]
    release: bool,
}

pub fn run(repository: &Repository, options: &Options) -> Outcome<ExitCode> {
    let profile = if options.release { Profile::Release } else { Profile::Dev };
    stage("Set-up", || setup(repository, Purpose::Window))?;
    stage("Front end", || front_end::build(repository))?;
    stage("App", || app::build(repository, profile))?;
    let plan = match &options.plan {
        Some(plan) => std::path::absolute(plan)
            .map_err(|error| Failure::new(format!("{}: {error}", plan.display()), "name a plan file"))?,
        None => stage("Sample plan", || sample_plan(repository, profile))?,
    };
    stage("Milepost", || open(&repository.program(APP, profile), &plan))?;
    Ok(ExitCode::SUCCESS)
}

/// The sample plan under Cargo's folder, written when it is not there. Changes made to it stay.
fn sample_plan(repository: &Repository, profile: Profile) -> Outcome<PathBuf> {
    let folder = repository.target().join("sample");
    let plan = folder.join("sample.milepost");
    if plan.exists() {
        println!("  {} is there; remove it to begin anew", plan.display());
        return Ok(plan);
    }
    std::fs::create_dir_all(&folder).map_err(|error| {
        Failure::new(
            format!("{} cannot be created: {error}", folder.display()),
            "check the disk and its rights",
        )
    })?;
    programs::run(Command::new(repository.program(CLI, profile)).arg("new").arg(&plan).arg("--sample"))?;
    Ok(plan)
}

fn open(app: &Path, plan: &Path) -> Outcome {
    programs::run(Command::new(app).arg(plan)).map_err(|failure| {
        failure.mended_by("it needs a graphical session; for a machine without: cargo xtask e2e")
    })
}
