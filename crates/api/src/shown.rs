//! What a view shows, beyond what is in sight: for choosing all of it, or all of a lane.

use milepost_layout::LaneKey;
use milepost_plan::ItemId;
use serde::Deserialize;

use crate::app::App;
use crate::chart::{ChartQuery, checked_scale};
use crate::error::ApiError;

/// Which part of what a view shows.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ShownRequest {
    /// Which way of looking.
    pub chart: ChartQuery,
    /// Only what stands in this lane; none for all lanes.
    pub lane: Option<LaneKey>,
}

/// The items that stand on the timeline, from top to bottom and from left to right, collapsed lanes included.
pub fn shown(app: &App, request: &ShownRequest) -> Result<Vec<ItemId>, ApiError> {
    let scale = checked_scale(&request.chart)?;
    let open = app.opened()?;
    Ok(open.with_timeline(app, &request.chart.view, scale, |timeline| {
        open.with_plan(|plan| timeline.members(plan, request.lane.as_ref()))
    }))
}
