//! Measures the work with customers, needs and feedback: `cargo xtask bench needs`.
//!
//! A table of its own, since its sizes are those of feedback: a hundredth as many customers, a tenth as many needs, and a
//! thousand features each time, unless somebody asks for another number. What screens ask for is measured by the handlers that they call, JSON included.

mod asked;
mod operations;

use std::path::PathBuf;

use clap::Args;
use milepost_plan::Plan;
use milepost_samples::{PlanSize, generated_plan};
use milepost_session::Session;
use tempfile::TempDir;

use crate::Fault;
use crate::runs::{Measurement, median};
use crate::table::measure_each;

/// Sizes that are measured if nobody says otherwise.
pub const SIZES: [usize; 3] = [500, 5_000, 50_000];

/// Features in each plan if nobody says otherwise.
const FEATURES: usize = 1_000;

#[derive(Args)]
pub struct Options {
    /// Pieces of feedback in the plans
    #[arg(long, value_name = "FEEDBACK", value_delimiter = ',', default_values_t = SIZES)]
    sizes: Vec<usize>,
    /// Features in each plan
    #[arg(long, default_value_t = FEATURES)]
    features: usize,
}

/// Measures and prints the sizes that are asked for.
pub fn measure_asked(options: &Options) -> Result<(), Fault> {
    measure_with(&options.sizes, options.features)
}

/// Measures and prints.
pub fn measure(sizes: &[usize]) -> Result<(), Fault> {
    measure_with(sizes, FEATURES)
}

fn measure_with(sizes: &[usize], features: usize) -> Result<(), Fault> {
    measure_each("pieces of feedback", sizes, |feedback| all(&NeedsBench::with(feedback, features)?))
}

fn all(bench: &NeedsBench) -> Result<Vec<Measurement>, Fault> {
    let mut found = vec![median("open", || Ok(bench.path()), |path| Session::open(&path))?];
    found.extend(operations::in_memory(bench)?);
    found.extend(operations::in_the_file(bench)?);
    found.extend(asked::all(bench)?);
    Ok(found)
}

/// A generated plan with its file.
struct NeedsBench {
    folder: TempDir,
    plan: Plan,
}

impl NeedsBench {
    fn with(feedback: usize, features: usize) -> Result<Self, Fault> {
        let (customers, needs) = (feedback.div_ceil(100), feedback.div_ceil(10));
        let plan =
            generated_plan(PlanSize { features, customers, needs, feedback, ..PlanSize::default() }, 1);
        let bench = Self { folder: tempfile::tempdir()?, plan };
        Session::create(&bench.path(), bench.plan.clone())?;
        Ok(bench)
    }

    /// The plan's file.
    fn path(&self) -> PathBuf {
        self.folder.path().join("plan.milepost")
    }

    /// A place where no file is yet, for plans that are changed.
    fn other_path(&self) -> PathBuf {
        self.folder.path().join("changed.milepost")
    }
}
