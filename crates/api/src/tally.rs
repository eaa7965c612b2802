//! How much of the plan a view shows.

use milepost_plan::{ItemId, ItemKind, Plan, ViewSettings, WorkItem};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::error::ApiError;

/// Where the work items of the plan are in a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Tally {
    /// On the timeline, dated or with a horizon, or folded away there in an epic.
    pub shown: usize,
    /// In the tray: the view shows them, but they have no place in time.
    pub waiting: usize,
    /// Nowhere: of another kind, or kept out by the filter.
    pub left_out: usize,
}

/// Counts the work items that a view shows.
pub fn tally(app: &App, view: &ViewSettings) -> Result<Tally, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| {
        let mut tally = Tally::default();
        for item in plan.items() {
            *match (view.lets_through(plan, item), is_placed(plan, item)) {
                (false, _) => &mut tally.left_out,
                (true, true) => &mut tally.shown,
                (true, false) => &mut tally.waiting,
            } += 1;
        }
        Ok(tally)
    })
}

/// Whether it stands on the axis of features, and not in the tray.
pub(crate) fn is_placed(plan: &Plan, item: &WorkItem) -> bool {
    plan.span_of(item).is_some() || item.schedule.horizon().is_some()
}

/// Some work items, in a view.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LeftOutRequest {
    /// The view.
    pub view: ViewSettings,
    /// Their ids; those that are gone are passed over.
    pub ids: Vec<ItemId>,
}

/// What a view leaves out of some work items. What stands in a collapsed epic is not left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LeftOut {
    /// How many it leaves out.
    pub count: usize,
    /// How many of these would be in the tray: they have no place in time.
    pub waiting: usize,
    /// The kinds of these that the view does not show, each once.
    pub kinds: Vec<ItemKind>,
    /// Whether the filter keeps any of them out, if its kind were shown.
    pub by_filter: bool,
}

/// Says how many of some work items a view leaves out, and why.
pub fn left_out(app: &App, LeftOutRequest { view, ids }: &LeftOutRequest) -> Result<LeftOut, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| {
        let mut left_out = LeftOut::default();
        for item in ids.iter().filter_map(|id| plan.items().get(*id)) {
            let (is_of_kind, passes) = (view.kinds.contains(&item.kind), view.filter.passes(plan, item));
            if is_of_kind && passes {
                continue;
            }
            left_out.count += 1;
            left_out.waiting += usize::from(!is_placed(plan, item));
            left_out.by_filter |= !passes;
            if !is_of_kind && !left_out.kinds.contains(&item.kind) {
                left_out.kinds.push(item.kind);
            }
        }
        left_out.kinds.sort_unstable();
        Ok(left_out)
    })
}
