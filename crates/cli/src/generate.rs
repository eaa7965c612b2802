//! `milepost-cli generate`: a made-up plan of any size.

use std::path::PathBuf;

use clap::Args;
use milepost_api::{GenerateRequest, PlanSize, handlers};

use crate::terminal::{say, while_working};
use crate::{Outcome, app};

/// Make up a plausible plan of any size, to try things with
///
/// It has 40 themes over three years, and a dependency for every fourth feature. Customers, needs and feedback are
/// tied to one another and to the features; costs and actuals stand on up to twenty budget lines. The same size and seed always give the same plan.
#[derive(Args)]
pub struct Options {
    /// Where its file shall be; nothing may be there yet
    plan: PathBuf,
    /// How many features
    #[arg(long, value_name = "N")]
    features: usize,
    /// How many customers
    #[arg(long, value_name = "N", default_value_t = 0)]
    customers: usize,
    /// How many needs
    #[arg(long, value_name = "N", default_value_t = 0)]
    needs: usize,
    /// How many pieces of feedback
    #[arg(long, value_name = "N", default_value_t = 0)]
    feedback: usize,
    /// How many costs
    #[arg(long, value_name = "N", default_value_t = 0)]
    costs: usize,
    /// How many actuals
    #[arg(long, value_name = "N", default_value_t = 0)]
    actuals: usize,
    /// Another number gives another plan
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
}

pub fn run(options: &Options) -> Outcome {
    let Options { features, customers, needs, feedback, costs, actuals, seed, .. } = *options;
    let size = PlanSize { features, customers, needs, feedback, costs, actuals };
    let request = GenerateRequest { path: options.plan.clone(), size, seed };
    let made = while_working("Making up a plan", || handlers::generate(&app(), &request))?;
    say(&format!("Made “{}” in {}.", made.settings.name, made.path.display()))?;
    Ok(())
}
