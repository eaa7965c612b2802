//! Made-up plans of any size, to try Milepost with.

use std::path::PathBuf;

use milepost_session::Session;

use crate::app::App;
use crate::error::ApiError;
use crate::state::{PlanState, opened};

/// What to make up.
#[derive(Debug, Clone)]
pub struct GenerateRequest {
    /// Where its file shall be; nothing may be there yet.
    pub path: PathBuf,
    /// How many features.
    pub features: usize,
    /// The same seed and size always give the same plan.
    pub seed: u64,
}

/// More than anybody plans; as much as can be tried within a minute.
const MOST_FEATURES: usize = 100_000;

/// Makes a plausible plan up and opens it.
///
/// # Errors
/// If it would be too large, or the file cannot be made.
pub fn generate(app: &App, request: &GenerateRequest) -> Result<PlanState, ApiError> {
    if request.features > MOST_FEATURES {
        let message = format!("A plan of {} features is too large to be made up.", request.features);
        return Err(ApiError::input(message, format!("Ask for up to {MOST_FEATURES}.")));
    }
    let plan = milepost_samples::generated_plan(request.features, request.seed);
    opened(app, Session::create(&request.path, plan)?)
}
