//! The needs roadmap besides its picture: the needs that wait for features with dates, how many there are, and where one
//! stands.

use milepost_layout::Rect;
use milepost_plan::{Coverage, Importance, Need, NeedId, Plan, Standing, ViewSettings};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::chart::{ChartQuery, checked_scale};
use crate::error::ApiError;

/// Which needs wait.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NeedTrayRequest {
    /// Only needs that this view shows.
    pub view: ViewSettings,
    /// Only statements that contain this, whatever the case.
    pub search: String,
    /// How many to leave out at the start.
    pub offset: usize,
    /// How many at most.
    pub limit: usize,
}

/// Needs that nothing with days serves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NeedTray {
    /// How many there are that match.
    pub total: usize,
    /// Those asked for, the heaviest first.
    pub needs: Vec<WaitingNeed>,
}

/// A need that nothing with days serves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WaitingNeed {
    /// Which.
    pub id: NeedId,
    /// What is needed.
    pub statement: String,
    /// The greatest importance that it has to anybody.
    pub importance: Option<Importance>,
    /// How many customers have it.
    pub customers: usize,
    /// Importance × size of the customer, summed.
    #[cfg_attr(test, ts(type = "number"))]
    pub weight: u64,
    /// Whether anything serves it, without days.
    pub standing: Standing,
}

/// Where the needs of the plan are in a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NeedTally {
    /// On the axis, each counted once.
    pub shown: usize,
    /// In the tray: the view shows them, but nothing with days serves them.
    pub waiting: usize,
    /// How many of these nothing serves at all.
    pub unserved: usize,
    /// How many of those on the axis are late.
    pub late: usize,
    /// Kept out by the filter.
    pub left_out: usize,
}

/// Which need, in which way of looking.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NeedPlaceRequest {
    /// Which way of looking.
    pub chart: ChartQuery,
    /// Which need.
    pub id: NeedId,
}

/// The needs that wait, the heaviest first; those of one weight in the order of their ids.
pub fn need_tray(app: &App, request: &NeedTrayRequest) -> Result<NeedTray, ApiError> {
    let open = app.opened()?;
    let search = request.search.to_lowercase();
    open.with_plan(|plan| {
        let mut waiting: Vec<(u64, &Need, Coverage)> = Vec::new();
        for (need, coverage) in shown(plan, &request.view) {
            if coverage.span.is_none() && need.statement.to_lowercase().contains(&search) {
                waiting.push((plan.weight_of_need(need), need, coverage));
            }
        }
        waiting.sort_by_key(|(weight, need, _)| (std::cmp::Reverse(*weight), need.id));
        let needs = waiting.iter().skip(request.offset).take(request.limit);
        let needs = needs.map(|(weight, need, coverage)| WaitingNeed {
            id: need.id,
            statement: need.statement.clone(),
            importance: need.importance(),
            customers: need.customers.len(),
            weight: *weight,
            standing: coverage.standing,
        });
        Ok(NeedTray { total: waiting.len(), needs: needs.collect() })
    })
}

/// Counts the needs that a view shows.
pub fn need_tally(app: &App, view: &ViewSettings) -> Result<NeedTally, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| {
        let mut tally = NeedTally { left_out: plan.needs().len(), ..NeedTally::default() };
        for (_, coverage) in shown(plan, view) {
            tally.left_out -= 1;
            let place = if coverage.span.is_some() { &mut tally.shown } else { &mut tally.waiting };
            *place += 1;
            tally.unserved += usize::from(coverage.standing == Standing::Unserved);
            tally.late += usize::from(coverage.days_late.is_some());
        }
        Ok(tally)
    })
}

/// Where a need stands, in the uppermost of its lanes; none if it does not stand on the axis.
pub fn place_of_need(app: &App, request: &NeedPlaceRequest) -> Result<Option<Rect>, ApiError> {
    let scale = checked_scale(&request.chart)?;
    let open = app.opened()?;
    Ok(open.with_timeline(app, &request.chart.view, scale, |timeline| {
        timeline.rects_of_need(request.id).first().copied()
    }))
}

fn shown<'p>(plan: &'p Plan, view: &'p ViewSettings) -> impl Iterator<Item = (&'p Need, Coverage)> {
    let needs = plan.needs().iter().filter(|need| view.filter.passes_need(plan, need));
    needs.map(|need| (need, plan.coverage(need)))
}
