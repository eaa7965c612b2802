//! What a view shows, beyond what is in sight: for choosing all of it, or all of a lane, and for keeping to it.

use std::collections::BTreeSet;

use milepost_layout::LaneKey;
use milepost_plan::{ItemId, Roadmap, WorkItem};
use serde::Deserialize;

use crate::app::App;
use crate::chart::{ChartQuery, checked_scale};
use crate::error::ApiError;
use crate::tally::is_placed;

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

/// Some work items, in a way of looking.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NotShownRequest {
    /// Which way of looking.
    pub chart: ChartQuery,
    /// Their ids; those that are gone are passed over.
    pub ids: Vec<ItemId>,
}

/// Those of some work items that stand neither on the timeline nor in the tray, in the order asked. What is folded away in
/// a lane or an epic stands there.
pub fn not_shown(
    app: &App,
    NotShownRequest { chart, ids }: &NotShownRequest,
) -> Result<Vec<ItemId>, ApiError> {
    let scale = checked_scale(chart)?;
    let open = app.opened()?;
    let view = &chart.view;
    // Needs and money stand on the other axes, and items there only with them.
    let members: BTreeSet<ItemId> = match view.roadmap {
        Roadmap::Features => BTreeSet::new(),
        Roadmap::Needs | Roadmap::Budget => open
            .with_timeline(app, view, scale, |timeline| open.with_plan(|plan| timeline.members(plan, None)))
            .into_iter()
            .collect(),
    };
    open.with_plan(|plan| {
        let items = ids.iter().filter_map(|id| plan.items().get(*id));
        let shown = |item: &WorkItem| match view.roadmap {
            Roadmap::Features => view.lets_through(plan, item),
            Roadmap::Needs => members.contains(&item.id),
            Roadmap::Budget => {
                members.contains(&item.id) || !is_placed(plan, item) && view.lets_through(plan, item)
            }
        };
        Ok(items.filter(|item| !shown(item)).map(|item| item.id).collect())
    })
}
