//! `milepost-cli new`: a new plan.

use std::path::PathBuf;

use clap::Args;
use milepost_api::{NewPlanRequest, handlers};

use crate::terminal::say;
use crate::{Outcome, app};

/// Make a new plan
#[derive(Args)]
pub struct Options {
    /// Where its file shall be; nothing may be there yet
    plan: PathBuf,
    /// Start with the sample plan instead of an empty one
    #[arg(long)]
    sample: bool,
}

pub fn run(options: &Options) -> Outcome {
    let request = NewPlanRequest { path: options.plan.clone(), sample: options.sample };
    let made = handlers::new_plan(&app(), &request)?;
    say(&format!("Made “{}” in {}.", made.settings.name, made.path.display()))?;
    Ok(())
}
