//! Measures the work with money: `cargo xtask bench budget`.
//!
//! A table of its own, since its sizes are those of costs: a third as many features and two thirds as many actuals, on
//! twenty lines over three years. What screens ask for is measured by the handlers that they call, JSON included.

mod asked;
mod operations;

use std::path::PathBuf;

use clap::Args;
use milepost_plan::{ItemId, Operation, Plan};
use milepost_samples::{PlanSize, generated_plan, sample_day};
use milepost_session::Session;
use tempfile::TempDir;

use crate::Fault;
use crate::runs::{Measurement, median};
use crate::table::measure_each;

/// Sizes that are measured if nobody says otherwise.
pub const SIZES: [usize; 3] = [300, 3_000, 30_000];

#[derive(Args)]
pub struct Options {
    /// Costs in the plans
    #[arg(long, value_name = "COSTS", value_delimiter = ',', default_values_t = SIZES)]
    sizes: Vec<usize>,
}

/// Measures and prints the sizes that are asked for.
pub fn measure_asked(options: &Options) -> Result<(), Fault> {
    measure(&options.sizes)
}

/// Measures and prints.
pub fn measure(sizes: &[usize]) -> Result<(), Fault> {
    measure_each("costs", sizes, |costs| all(&BudgetBench::with(costs)?))
}

fn all(bench: &BudgetBench) -> Result<Vec<Measurement>, Fault> {
    let mut found = vec![median("open", || Ok(bench.path()), |path| Session::open(&path))?];
    found.extend(operations::in_memory(bench)?);
    found.extend(operations::in_the_file(bench)?);
    found.extend(asked::all(bench)?);
    Ok(found)
}

/// A generated plan with its file.
struct BudgetBench {
    folder: TempDir,
    plan: Plan,
    /// A feature with costs whose days are around today, which is moved to and fro.
    moved: ItemId,
}

impl BudgetBench {
    fn with(costs: usize) -> Result<Self, Fault> {
        let (features, actuals) = (costs.div_ceil(3), costs * 2 / 3);
        let plan = generated_plan(PlanSize { features, costs, actuals, ..PlanSize::default() }, 1);
        let around_today = |id: ItemId| {
            let span = plan.items().get(id).and_then(|item| item.schedule.span());
            span.is_some_and(|span| span.first <= sample_day() && sample_day() <= span.last)
        };
        let moved = plan
            .items()
            .iter()
            .map(milepost_plan::Row::id)
            .filter(|id| around_today(*id))
            .max_by_key(|id| plan.costs_of_item(*id).count())
            .ok_or("no feature with costs stands around today")?;
        let bench = Self { folder: tempfile::tempdir()?, plan, moved };
        Session::create(&bench.path(), bench.plan.clone())?;
        Ok(bench)
    }

    /// The plan's file.
    fn path(&self) -> PathBuf {
        self.folder.path().join("plan.milepost")
    }

    /// A place where no file is yet, for plans that are changed.
    fn other_path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name).with_extension("milepost")
    }

    /// Moves the feature across months.
    fn move_by(&self, days: i32) -> Operation {
        Operation::MoveItems { ids: vec![self.moved], days, lane: Vec::new() }
    }
}
