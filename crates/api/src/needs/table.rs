//! The table of needs: a band of rows, what all of them add up to, and where a row stands.

use milepost_plan::{Coverage, Entity, Need, NeedId, Plan, WeightPart};
use serde::{Deserialize, Serialize};

use super::{NeedMark, NeedsList, NeedsQuery, count_votes};
use crate::app::App;
use crate::error::ApiError;

/// Parts of a weight that a row explains; the need itself explains all of them.
const EXPLAINED: usize = 6;

/// A band of the table.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NeedsTableRequest {
    /// Which needs, and in which order.
    pub query: NeedsQuery,
    /// How many to leave out at the start.
    pub offset: usize,
    /// How many at most.
    pub limit: usize,
}

/// What a band of the table shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NeedsBand {
    /// How many needs the table shows.
    pub total: usize,
    /// The greatest weight among all of these.
    pub heaviest: u64,
    /// Those asked for.
    pub rows: Vec<NeedRow>,
}

/// The row of a need, with what its cells show besides its own fields.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NeedRow {
    /// The need.
    pub need: Need,
    /// What it weighs.
    pub weight: u64,
    /// The greatest parts of its weight, at most six.
    pub parts: Vec<WeightPart>,
    /// How far it is served.
    pub coverage: Coverage,
    /// The same in one word.
    pub mark: NeedMark,
    /// How many pieces of feedback speak of it.
    pub feedback: usize,
    /// Their votes together.
    pub votes: u64,
}

/// A stretch of the table.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NeedsBetweenRequest {
    /// Which needs, and in which order.
    pub query: NeedsQuery,
    /// Number of the first row, from 0.
    pub first: usize,
    /// Number of the row after the last.
    pub end: usize,
}

/// A need in the table.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NeedsPlaceRequest {
    /// Which needs, and in which order.
    pub query: NeedsQuery,
    /// Which of them.
    pub id: NeedId,
}

/// What the needs of a table add up to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NeedsSums {
    /// How many needs the plan has.
    pub all: usize,
    /// How many of them the table shows.
    pub shown: usize,
    /// Their weight together.
    pub weight: u64,
    /// What stands where, the most urgent first; every mark once.
    pub marks: Vec<MarkSum>,
}

/// The needs that stand at one mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MarkSum {
    /// Where they stand.
    pub mark: NeedMark,
    /// How many there are.
    pub needs: usize,
    /// Their weight together.
    pub weight: u64,
}

/// The rows of a band.
pub fn needs_table(app: &App, request: &NeedsTableRequest) -> Result<NeedsBand, ApiError> {
    look(app, &request.query, |list, plan| {
        let ids = list.ids().iter().skip(request.offset).take(request.limit);
        NeedsBand {
            total: list.ids().len(),
            heaviest: list.heaviest,
            rows: ids.filter_map(|id| plan.needs().get(*id)).map(|need| row(plan, need)).collect(),
        }
    })
}

/// The needs of a stretch of rows.
pub fn needs_between(app: &App, request: &NeedsBetweenRequest) -> Result<Vec<NeedId>, ApiError> {
    look(app, &request.query, |list, _| {
        let count = request.end.saturating_sub(request.first);
        list.ids().iter().skip(request.first).take(count).copied().collect()
    })
}

/// The number of a need's row, from 0; none if the table leaves it out.
pub fn needs_place(app: &App, request: &NeedsPlaceRequest) -> Result<Option<usize>, ApiError> {
    look(app, &request.query, |list, _| list.ids().iter().position(|id| *id == request.id))
}

/// What all rows add up to.
pub fn needs_sums(app: &App, query: &NeedsQuery) -> Result<NeedsSums, ApiError> {
    look(app, query, |list, plan| {
        let mut sums = NeedsSums {
            all: plan.needs().len(),
            shown: list.ids().len(),
            weight: 0,
            marks: NeedMark::ALL.map(|mark| MarkSum { mark, needs: 0, weight: 0 }).to_vec(),
        };
        let weigh = plan.weigher();
        for need in list.ids().iter().filter_map(|id| Need::table(plan).get(*id)) {
            let (weight, mark) = (weigh(need), NeedMark::of(&plan.coverage(need)));
            sums.weight += weight;
            for sum in sums.marks.iter_mut().filter(|sum| sum.mark == mark) {
                sum.needs += 1;
                sum.weight += weight;
            }
        }
        sums
    })
}

fn row(plan: &Plan, need: &Need) -> NeedRow {
    let coverage = plan.coverage(need);
    let (feedback, votes) = count_votes(plan, plan.feedback_of_need(need.id));
    let mut parts = plan.weight_parts(need);
    parts.truncate(EXPLAINED);
    NeedRow {
        need: need.clone(),
        weight: plan.weight_of_need(need),
        parts,
        mark: NeedMark::of(&coverage),
        coverage,
        feedback,
        votes,
    }
}

fn look<T>(app: &App, query: &NeedsQuery, look: impl FnOnce(&NeedsList, &Plan) -> T) -> Result<T, ApiError> {
    Ok(app.opened()?.with_needs(query, look))
}
