//! One need with what serves it, and needs by their words. What was said about it is a matter of feedback.

use milepost_plan::{Coverage, Entity, Fulfilment, Need, NeedId, Plan, Status, WeightPart, WorkItem};
use serde::{Deserialize, Serialize};

use super::NeedMark;
use crate::app::App;
use crate::error::ApiError;
use crate::items::{Related, related};
use crate::search::{Best, Folded, Words};

/// Which need.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NeedRequest {
    /// Its id.
    pub id: NeedId,
}

/// A need with what hangs together with it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NeedDetail {
    /// The need.
    pub need: Need,
    /// What it weighs.
    pub weight: u64,
    /// What each customer adds to that, the greatest part first.
    pub parts: Vec<WeightPart>,
    /// How far it is served.
    pub coverage: Coverage,
    /// The same in one word.
    pub mark: NeedMark,
    /// What serves it, dropped items too, by their first days.
    pub serving: Vec<Serving>,
}

/// An item that serves a need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Serving {
    /// The item.
    pub item: Related,
    /// How far it has come.
    pub status: Status,
    /// How far it serves the need.
    pub fulfilment: Fulfilment,
}

/// Which needs to look for.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FindNeedsRequest {
    /// Words that are all contained, whatever the case; none finds everything.
    pub search: String,
    /// How many at most.
    pub limit: usize,
}

/// A need, by its statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FoundNeed {
    /// Which.
    pub id: NeedId,
    /// What is wanted. Called like the name of a work item, so that lists show either.
    pub title: String,
    /// Where it stands.
    pub mark: NeedMark,
}

/// One need with what hangs together with it.
pub fn need(app: &App, request: &NeedRequest) -> Result<NeedDetail, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| Ok(detail(plan, Need::find(plan, request.id)?)))
}

/// Needs by their words, best first; among equals the heaviest.
pub fn find_needs(app: &App, request: &FindNeedsRequest) -> Result<Vec<FoundNeed>, ApiError> {
    let open = app.opened()?;
    let words = Words::of(&request.search);
    open.with_plan(|plan| {
        let mut needs: Vec<&Need> = plan.needs().iter().collect();
        needs.sort_by_cached_key(|need| std::cmp::Reverse(plan.weight_of_need(need)));
        let mut best = Best::of(request.limit);
        for need in needs {
            let folded = Folded::of(&need.statement, ["", &need.note, &need.alternatives]);
            best.add(words.fit(&folded), need);
        }
        Ok(best.in_order().map(|(_, need)| found_need(plan, need)).collect())
    })
}

/// A need as lists show it.
pub(crate) fn found_need(plan: &Plan, need: &Need) -> FoundNeed {
    FoundNeed { id: need.id, title: need.statement.clone(), mark: NeedMark::of(&plan.coverage(need)) }
}

fn detail(plan: &Plan, need: &Need) -> NeedDetail {
    let coverage = plan.coverage(need);
    NeedDetail {
        need: need.clone(),
        weight: plan.weight_of_need(need),
        parts: plan.weight_parts(need),
        mark: NeedMark::of(&coverage),
        coverage,
        serving: serving(plan, need.id),
    }
}

fn serving(plan: &Plan, need: NeedId) -> Vec<Serving> {
    let mut items: Vec<&WorkItem> = plan.items_of_need(need).collect();
    items.sort_by_key(|item| plan.span_of(item).map_or((true, 0), |span| (false, span.first.number())));
    let told = items.into_iter().filter_map(|item| {
        let fulfilment = item.fulfilment_of(need)?;
        Some(Serving { item: related(item), status: item.status, fulfilment })
    });
    told.collect()
}
