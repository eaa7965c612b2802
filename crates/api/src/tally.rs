//! How much of the plan a view shows.

use milepost_plan::ViewSettings;
use serde::Serialize;

use crate::app::App;
use crate::error::ApiError;

/// Where the work items of the plan are in a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Tally {
    /// On the timeline, dated or with a horizon.
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
            let is_placed = plan.span_of(item).is_some() || item.schedule.horizon().is_some();
            *match (view.shows(plan, item), is_placed) {
                (false, _) => &mut tally.left_out,
                (true, true) => &mut tally.shown,
                (true, false) => &mut tally.waiting,
            } += 1;
        }
        Ok(tally)
    })
}
