//! The health of the plan as the status bar shows it: a walk over the whole plan, asked for when it is idle.

use std::collections::BTreeSet;

use milepost_plan::{ItemId, ItemKind, Plan, Span};
use serde::Serialize;

use crate::app::App;
use crate::budget::{self, OverCap};
use crate::error::ApiError;

/// Counts and conflicts of the whole plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Health {
    /// Revision that this was counted at.
    #[cfg_attr(test, ts(type = "number"))]
    pub revision: u64,
    /// Work items of each kind, in the order of [`ItemKind::ALL`].
    pub kinds: Vec<KindCount>,
    /// Items with days, of their own or of what they hold.
    pub dated: usize,
    /// Items with a horizon, and no days.
    pub with_horizon: usize,
    /// Items with neither.
    pub unscheduled: usize,
    /// From the first day of any item or milestone to the last, where their bars stand.
    pub span: Option<Span>,
    /// From the first day of the months in which money falls to the last.
    pub money: Option<Span>,
    /// Everybody who owns something, in the order of the alphabet.
    pub owners: Vec<String>,
    /// The item that is placed too early, for each dependency that the dates do not respect.
    pub conflicts: Vec<ItemId>,
    /// Budget lines that are over their caps, in the order by hand.
    pub over_cap: Vec<OverCap>,
}

/// How many items there are of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct KindCount {
    /// Which kind.
    pub kind: ItemKind,
    /// How many.
    pub count: usize,
}

/// Counts and conflicts of the open plan.
pub fn health(app: &App, (): &()) -> Result<Health, ApiError> {
    let open = app.opened()?;
    let revision = open.session.revision();
    Ok(open.with_ledger(app, |plan, ledger| {
        let items = || plan.items().iter();
        let undated = || items().filter(|item| plan.span_of(item).is_none());
        let kinds = ItemKind::ALL
            .map(|kind| KindCount { kind, count: items().filter(|item| item.kind == kind).count() });
        let spans = items().filter_map(|item| plan.span_of(item));
        let days =
            plan.milestones().iter().map(|milestone| Span { first: milestone.day, last: milestone.day });
        let conflicts = plan.conflicts().into_iter().map(|conflict| conflict.successor);
        Health {
            revision,
            kinds: kinds.to_vec(),
            dated: items().filter(|item| plan.span_of(item).is_some()).count(),
            with_horizon: undated().filter(|item| item.schedule.horizon().is_some()).count(),
            unscheduled: undated().filter(|item| item.schedule.horizon().is_none()).count(),
            span: spans.chain(days).reduce(Span::union),
            money: ledger
                .span()
                .map(|months| Span { last: months.last.month_start_plus(1).plus(-1), ..months }),
            owners: owners(plan),
            conflicts: conflicts.collect(),
            over_cap: budget::over_cap(plan, ledger),
        }
    }))
}

fn owners(plan: &Plan) -> Vec<String> {
    let named = plan.items().iter().map(|item| &item.owner).filter(|owner| !owner.is_empty());
    let owners: BTreeSet<(String, &String)> = named.map(|owner| (owner.to_lowercase(), owner)).collect();
    owners.into_iter().map(|(_, owner)| owner.clone()).collect()
}

#[cfg(test)]
mod tests {
    use milepost_plan::Horizon;
    use milepost_session::Session;
    use milepost_testkit::{PlanBuilder, day};

    use super::*;

    #[test]
    fn an_epic_that_spans_what_it_holds_has_days() {
        let plan = PlanBuilder::new("Counted")
            .item(ItemKind::Epic, "Epic")
            .feature("", "Held", "2027-01-04", "2027-03-31")
            .under("Epic")
            .horizon("", "Later", Horizon::Later)
            .item(ItemKind::Epic, "Empty")
            .build();
        let folder = tempfile::tempdir().unwrap();
        let app = App::new(|| day("2026-11-23"), None);
        app.set_opened(Session::create(&folder.path().join("counted.milepost"), plan).unwrap());
        let health = health(&app, &()).unwrap();
        assert_eq!((health.dated, health.with_horizon, health.unscheduled), (2, 1, 1));
    }
}
