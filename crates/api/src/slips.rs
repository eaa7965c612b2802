//! What has moved since a baseline was taken.

use milepost_plan::{Baseline, BaselineId, Entity, Slip};
use serde::Deserialize;

use crate::app::App;
use crate::error::ApiError;

/// What is compared with what.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SlipsRequest {
    /// The earlier schedule.
    pub since: BaselineId,
    /// The later one; the plan as it stands if none.
    pub until: Option<BaselineId>,
}

/// The items and milestones whose days differ, what ends later most first.
pub fn slips(app: &App, request: &SlipsRequest) -> Result<Vec<Slip>, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| {
        let since = Baseline::find(plan, request.since)?;
        let until = request.until.map(|id| Baseline::find(plan, id)).transpose()?;
        Ok(plan.slips(since, until))
    })
}
