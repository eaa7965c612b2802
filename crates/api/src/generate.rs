//! Made-up plans of any size, to try Milepost with.

use std::path::PathBuf;

use milepost_session::Session;

use crate::app::App;
use crate::error::ApiError;
use crate::state::{PlanState, opened};

pub use milepost_samples::PlanSize;

/// What to make up.
#[derive(Debug, Clone)]
pub struct GenerateRequest {
    /// Where its file shall be; nothing may be there yet.
    pub path: PathBuf,
    /// How much it shall hold.
    pub size: PlanSize,
    /// The same seed and size always give the same plan.
    pub seed: u64,
}

/// More than anybody plans; as much of each as can be tried within a minute or two.
const MOST: usize = 100_000;

/// Makes a plausible plan up and opens it.
///
/// # Errors
/// If it would be too large, or the file cannot be made.
pub fn generate(app: &App, request: &GenerateRequest) -> Result<PlanState, ApiError> {
    let PlanSize { features, customers, needs, feedback, costs, actuals } = request.size;
    let counts = [
        (features, "features"),
        (customers, "customers"),
        (needs, "needs"),
        (feedback, "pieces of feedback"),
        (costs, "costs"),
        (actuals, "actuals"),
    ];
    if let Some((count, what)) = counts.into_iter().find(|(count, _)| *count > MOST) {
        let message = format!("A plan of {count} {what} is too large to be made up.");
        return Err(ApiError::input(message, format!("Ask for up to {MOST}.")));
    }
    let plan = milepost_samples::generated_plan(request.size, request.seed);
    opened(app, Session::create(&request.path, plan)?)
}
