//! What the roadmap does for whom, with names in place of ids: a walk over the whole plan for the page that shows it.

use milepost_plan::{
    Baseline, BaselineId, CustomerId, CustomerShare, Day, Entity, FeedbackId, Insight, ItemId, NeedId,
    NeedShare, Plan, Promise, Span, Standing, Status,
};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::error::ApiError;

/// Rows of a list that are told; the rest is counted.
const LISTED: usize = 100;

/// What is asked for.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct InsightRequest {
    /// The baseline since which is told what has moved; none for the latest.
    pub since: Option<BaselineId>,
}

/// What the roadmap does for whom.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct InsightAnswer {
    /// Revision that this was worked out at.
    #[cfg_attr(test, ts(type = "number"))]
    pub revision: u64,
    /// Needs by where they stand, in the order of a life.
    pub standings: Vec<StandingCount>,
    /// Needs that are met after the day on which they are wanted.
    pub late: usize,
    /// What all needs weigh together.
    #[cfg_attr(test, ts(type = "number"))]
    pub weight: u64,
    /// Working days of everything planned.
    pub days: f64,
    /// Needs that something serves, the heaviest first.
    pub carrying: Listed<InsightNeed>,
    /// Needs that nothing serves, the heaviest first.
    pub unserved: Listed<InsightNeed>,
    /// Customers: those of whom the least is served first.
    pub customers: Listed<InsightCustomer>,
    /// Features that serve no need, in the order by hand.
    pub serve_nobody: Listed<IdleFeature>,
    /// Working days of these.
    pub days_for_nobody: f64,
    /// What is open of what sources have been promised, what comes first first.
    pub promises: Listed<InsightPromise>,
    /// The baseline that these are held against, by name; none if the plan has none.
    pub since: Option<String>,
}

/// The beginning of a list, and how long it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Listed<T> {
    /// Its first rows.
    pub rows: Vec<T>,
    /// Number of all of them.
    pub total: usize,
}

impl<T> Listed<T> {
    fn of<'p, S: 'p>(
        all: impl ExactSizeIterator<Item = &'p S>,
        told: impl FnMut(&'p S) -> Option<T>,
    ) -> Self {
        let total = all.len();
        Self { rows: all.take(LISTED).filter_map(told).collect(), total }
    }
}

/// How many needs stand somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct StandingCount {
    /// Where.
    pub standing: Standing,
    /// How many.
    pub count: usize,
}

/// A need and how much of the roadmap it carries.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct InsightNeed {
    /// Which need.
    pub id: NeedId,
    /// What they want to be able to do.
    pub statement: String,
    /// What it weighs.
    #[cfg_attr(test, ts(type = "number"))]
    pub weight: u64,
    /// Working days that are planned for it.
    pub days: f64,
    /// Where it stands.
    pub standing: Standing,
    /// The last day of what serves it; none without.
    pub last: Option<Day>,
    /// Days that this is after the day on which it is wanted.
    pub days_late: Option<i32>,
}

/// A customer and how much of what it needs is served.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct InsightCustomer {
    /// Its name.
    pub name: String,
    /// How much.
    pub share: CustomerShare,
}

/// A feature that serves no need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct IdleFeature {
    /// Which feature.
    pub id: ItemId,
    /// Its title.
    pub title: String,
    /// How far it has come.
    pub status: Status,
    /// Its days; none if it has none.
    pub span: Option<Span>,
}

/// That a source has been promised a work item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct InsightPromise {
    /// What was said.
    pub feedback: FeedbackId,
    /// By whom; empty if nobody knows.
    pub source: String,
    /// The customer that the source belongs to.
    pub customer: Option<CustomerId>,
    /// Its name; empty without.
    pub customer_name: String,
    /// What was said, shortened if it is long.
    pub text: String,
    /// The item that was promised.
    pub item: ItemId,
    /// Its title.
    pub title: String,
    /// How far it has come.
    pub status: Status,
    /// Its last day; none if it has no days.
    pub last: Option<Day>,
    /// Working days that its end has moved later since the baseline; negative if earlier.
    pub moved_days: Option<i32>,
}

/// What the roadmap of the open plan does for whom.
pub fn insight(app: &App, request: &InsightRequest) -> Result<InsightAnswer, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| {
        let asked = request.since.map(|id| Baseline::find(plan, id)).transpose()?;
        let since = asked.or_else(|| plan.latest_baseline());
        Ok(answer(plan, plan.revision(), &plan.insight(since), since))
    })
}

fn answer(plan: &Plan, revision: u64, insight: &Insight, since: Option<&Baseline>) -> InsightAnswer {
    let is_unserved = |share: &&NeedShare| share.coverage.standing == Standing::Unserved;
    let (unserved, carrying): (Vec<&NeedShare>, Vec<&NeedShare>) =
        insight.needs.iter().partition(is_unserved);
    let standings = Standing::ALL.into_iter().zip(insight.standings);
    InsightAnswer {
        revision,
        standings: standings.map(|(standing, count)| StandingCount { standing, count }).collect(),
        late: insight.late,
        weight: insight.weight,
        days: insight.days,
        carrying: Listed::of(carrying.iter(), |share| need(plan, share)),
        unserved: Listed::of(unserved.iter(), |share| need(plan, share)),
        customers: Listed::of(insight.customers.iter(), |share| {
            let name = plan.customers().get(share.customer)?.name.clone();
            Some(InsightCustomer { name, share: *share })
        }),
        serve_nobody: Listed::of(insight.serve_nobody.iter(), |id| {
            let item = plan.items().get(*id)?;
            let span = plan.span_of(item);
            Some(IdleFeature { id: item.id, title: item.title.clone(), status: item.status, span })
        }),
        days_for_nobody: insight.days_for_nobody,
        promises: Listed::of(insight.promises.iter(), |kept| promise(plan, kept)),
        since: since.map(|baseline| baseline.name.clone()),
    }
}

fn need(plan: &Plan, share: &NeedShare) -> Option<InsightNeed> {
    Some(InsightNeed {
        id: share.need,
        statement: plan.needs().get(share.need)?.statement.clone(),
        weight: share.weight,
        days: share.days,
        standing: share.coverage.standing,
        last: share.coverage.span.map(|span| span.last),
        days_late: share.coverage.days_late,
    })
}

fn promise(plan: &Plan, promise: &Promise) -> Option<InsightPromise> {
    /// Characters of a text that fit a row with ease.
    const LONGEST: usize = 300;
    let (feedback, item) = (plan.feedback().get(promise.feedback)?, plan.items().get(promise.item)?);
    let customer = feedback.customer.and_then(|id| plan.customers().get(id));
    Some(InsightPromise {
        feedback: feedback.id,
        source: feedback.source.clone(),
        customer: customer.map(|customer| customer.id),
        customer_name: customer.map(|customer| customer.name.clone()).unwrap_or_default(),
        text: feedback.text.chars().take(LONGEST).collect(),
        item: item.id,
        title: item.title.clone(),
        status: item.status,
        last: promise.last,
        moved_days: promise.moved_days,
    })
}
