//! What a change to one row means for others: whether lanes come, go or are called differently, and which epics span
//! other days.

use std::collections::HashSet;

use milepost_plan::{Aspect, Change, Column, Diff, Filter, ItemId, ItemKind, Plan, Row, WorkItem};

use super::Timeline;
use crate::lanes::key_of;

impl Timeline {
    /// Whether there are other lanes after a change, or lanes with other names.
    pub(super) fn changes_lanes(&self, plan: &Plan, change: &Change) -> bool {
        match change {
            Change::Settings { .. } | Change::Theme(_) => true,
            Change::Baseline(diff) => self.view.baseline.is_some() && diff.id() == self.view.baseline,
            Change::Customer(_) | Change::Need(_) => self.asks_whom_it_serves() || self.sorts_by_needs(),
            Change::Goal(_) => self.asks_whom_it_serves(),
            Change::Milestone(_)
            | Change::Dependency(_)
            | Change::View(_)
            | Change::Feedback(_)
            | Change::BudgetLine(_)
            | Change::Cost(_)
            | Change::Actual(_)
            | Change::Rate(_) => false,
            Change::Item(diff) => {
                let item = diff.id().and_then(|id| plan.items().get(id));
                let key = item.and_then(|item| key_of(plan, item, &self.view));
                let is_new = key.is_some_and(|key| !self.lane_of.contains_key(&key));
                is_new || self.names_lane(diff) || self.concerns_others(diff)
            }
        }
    }

    /// Whether lanes or the filter depend on what items serve.
    pub(super) fn asks_whom_it_serves(&self) -> bool {
        let served = [Aspect::Customer, Aspect::Need, Aspect::Goal, Aspect::Importance];
        let lanes = [self.view.lanes_by, self.view.then_by].into_iter().flatten();
        let filter = &self.view.filter;
        lanes.into_iter().any(|by| served.contains(&by))
            || !filter.customers.is_empty()
            || !filter.needs.is_empty()
            || !filter.goals.is_empty()
    }

    /// Whether the order of the rows depends on what needs and customers are like.
    fn sorts_by_needs(&self) -> bool {
        self.view.has_row_each() && self.view.sort.is_some_and(|sort| sort.by.asks_needs())
    }

    /// Whether other items may be shown, or stand in another order, for what has become of this one.
    fn concerns_others(&self, diff: &Diff<WorkItem>) -> bool {
        let [before, after] = [&diff.before, &diff.after].map(Option::as_ref);
        let folds = !self.view.collapsed_epics.is_empty()
            && (before.map(|item| item.parent) != after.map(|item| item.parent)
                || diff.id().is_some_and(|id| self.view.collapsed_epics.contains(&id)));
        let sorts = self.view.has_row_each()
            && self.view.sort.is_some_and(|sort| sort.by == Column::Parent)
            && before.map(|item| &item.title) != after.map(|item| &item.title);
        folds || sorts
    }

    /// Whether what an epic holds is folded away or not by the days that it spans.
    pub(super) fn folds_by_days(&self, epic: &WorkItem) -> bool {
        let Filter { from, to, .. } = self.view.filter;
        (from.is_some() || to.is_some()) && self.view.collapsed_epics.contains(&epic.id)
    }

    /// Whether the filter may let others through: those that hang under what a change places elsewhere in the tree, or
    /// anything, if something comes or goes that it names.
    pub(super) fn filters_others(&self, plan: &Plan, change: &Change) -> bool {
        if self.filter_names_other_rows(change) {
            return true;
        }
        let Change::Item(diff) = change else { return false };
        let (Some(before), Some(after)) = (&diff.before, &diff.after) else { return false };
        // Where the tree stays as it is a change of kind makes an epic of what was none, or takes one away.
        let stands = |item: &WorkItem| (item.parent, item.kind == ItemKind::Epic);
        !self.view.filter.parents.is_empty()
            && stands(before) != stands(after)
            && plan.children(after.id).next().is_some()
    }

    /// Whether a row comes or goes by a change that the filter names.
    fn filter_names_other_rows(&self, change: &Change) -> bool {
        let filter = &self.view.filter;
        match change {
            Change::Theme(diff) => comes_or_goes(diff).is_some_and(|id| filter.themes.contains(&Some(id))),
            Change::Item(diff) => comes_or_goes(diff).is_some_and(|id| filter.parents.contains(&Some(id))),
            Change::Customer(diff) => comes_or_goes(diff).is_some_and(|id| filter.customers.contains(&id)),
            Change::Need(diff) => comes_or_goes(diff).is_some_and(|id| filter.needs.contains(&id)),
            Change::Goal(diff) => comes_or_goes(diff).is_some_and(|id| filter.goals.contains(&id)),
            _ => false,
        }
    }

    /// Whether a lane is called after the item, and would be called or stand differently now.
    fn names_lane(&self, diff: &Diff<WorkItem>) -> bool {
        let [lanes_by, then_by] = [self.view.lanes_by, self.view.then_by];
        if lanes_by != Some(Aspect::Parent) && then_by != Some(Aspect::Parent) {
            return false;
        }
        let named = |item: &WorkItem| (item.title.clone(), item.rank);
        let is_other = diff.before.as_ref().map(named) != diff.after.as_ref().map(named);
        is_other && diff.id().is_some_and(|id| self.parents.contains(&id))
    }
}

/// The row that is new or deleted; none if one is edited.
fn comes_or_goes<R: Row>(diff: &Diff<R>) -> Option<R::Id> {
    diff.id().filter(|_| diff.before.is_none() || diff.after.is_none())
}

/// The epics that changed items hang under, or did, and that do not change themselves: they span what they hold.
pub(super) fn epics_above<'p>(plan: &'p Plan, changes: &[Change]) -> Vec<&'p WorkItem> {
    let items =
        changes.iter().filter_map(|change| if let Change::Item(diff) = change { Some(diff) } else { None });
    let changed: HashSet<ItemId> = items.clone().filter_map(|diff| diff.id()).collect();
    let parents = items.flat_map(|diff| [&diff.before, &diff.after]).flatten().filter_map(|item| item.parent);
    let mut epics: Vec<&WorkItem> = Vec::new();
    let mut seen: HashSet<ItemId> = HashSet::new();
    for parent in parents.filter_map(|id| plan.items().get(id)) {
        for item in std::iter::once(parent).chain(plan.epics_above(parent)) {
            if item.kind == ItemKind::Epic && seen.insert(item.id) && !changed.contains(&item.id) {
                epics.push(item);
            }
        }
    }
    epics
}
