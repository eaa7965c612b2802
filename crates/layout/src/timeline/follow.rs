//! How a timeline follows changes of the plan: it packs anew what stands after what has changed, lane by lane.

use std::collections::BTreeMap;

use milepost_plan::{Change, ItemId, Plan, Roadmap, Sort, WorkItem, WorkingCalendar};

use super::Timeline;
use super::consequences::epics_above;
use crate::fonts::Fonts;
use crate::lanes::key_of;
use crate::rows::Slot;
use crate::scene::LaneKey;

/// What leaves a lane and what enters it.
#[derive(Debug, Default)]
pub(super) struct Traffic {
    pub gone: Vec<Slot>,
    pub come: Vec<Slot>,
}

impl Timeline {
    /// Follows changes that the plan has accepted.
    ///
    /// The plan may have accepted later ones, too, which are followed next or were before, and the timeline may have been
    /// made of a plan with these changes: rows are looked up in the plan, and changes only say which ones.
    pub fn update(&mut self, plan: &Plan, changes: &[Change], fonts: &Fonts) {
        let mut touched: BTreeMap<usize, Traffic> = BTreeMap::new();
        let has_other_lanes = match self.view.roadmap {
            _ if changes.iter().any(|change| self.filters_others(plan, change)) => true,
            Roadmap::Features => self.follow_items(plan, changes, &mut touched, fonts),
            Roadmap::Needs => {
                changes.iter().any(|change| self.changes_need_lanes(change))
                    || self.follow_needs(plan, changes, &mut touched, fonts)
            }
            Roadmap::Budget => {
                let has_other_lanes = changes.iter().any(|change| self.changes_lines(change));
                if !has_other_lanes {
                    self.follow_lines(plan, changes, &mut touched, fonts);
                }
                has_other_lanes
            }
        };
        if has_other_lanes {
            self.calendar = WorkingCalendar::of(plan.settings());
            self.place_all(plan, fonts);
            return;
        }
        if changes.iter().any(|change| matches!(change, Change::Milestone(_))) {
            let lane = self.lane_of.get(&LaneKey::Milestones);
            touched.extend(lane.map(|lane| (*lane, Traffic::default())));
        }
        if !self.pack_anew(plan, touched, fonts) {
            // What an emptied lane was a part of may now stand undivided.
            self.place_all(plan, fonts);
            return;
        }
        self.stack();
        if self.view.roadmap == Roadmap::Features {
            self.relink(plan, changes);
        }
    }

    /// Takes what changes from its place and lets it wait for its new one; true if there may be other lanes.
    fn follow_items(
        &mut self,
        plan: &Plan,
        changes: &[Change],
        touched: &mut BTreeMap<usize, Traffic>,
        fonts: &Fonts,
    ) -> bool {
        let epics = epics_above(plan, changes);
        let is_new_lane = |item: &WorkItem| {
            key_of(plan, item, &self.view).is_some_and(|key| !self.lane_of.contains_key(&key))
        };
        if changes.iter().any(|change| self.changes_lanes(plan, change))
            || epics.iter().copied().any(is_new_lane)
            || epics.iter().any(|epic| self.folds_by_days(epic))
        {
            return true;
        }
        for change in changes {
            if let Change::Item(diff) = change
                && let Some(id) = diff.id()
            {
                self.carry(plan, id, touched, fonts);
            }
        }
        for epic in &epics {
            self.carry(plan, epic.id, touched, fonts);
        }
        false
    }

    /// Packs lanes anew after what has gone and come; false if the part of a lane has become empty.
    fn pack_anew(&mut self, plan: &Plan, touched: BTreeMap<usize, Traffic>, fonts: &Fonts) -> bool {
        for (index, traffic) in touched {
            match self.lanes[index].key {
                LaneKey::Items { .. } | LaneKey::Line { .. } => {
                    let sort = self.view.sort.unwrap_or(Sort::USUAL);
                    let lane = &mut self.lanes[index];
                    let moved = if lane.has_row_each {
                        lane.follow_each(plan, sort, &traffic.gone, traffic.come)
                    } else {
                        lane.follow(&traffic.gone, traffic.come)
                    };
                    self.keep(index, moved);
                    if self.view.grouped_by().1.is_some() && self.lanes[index].count == 0 {
                        return false;
                    }
                }
                LaneKey::Milestones => self.mark_lane(index, plan, fonts),
                LaneKey::Horizon { .. } => self.flow_lane(index, plan, fonts),
            }
        }
        true
    }

    /// Takes a changed item from its place and lets it wait for its new one; what stands as before stays.
    fn carry(&mut self, plan: &Plan, id: ItemId, touched: &mut BTreeMap<usize, Traffic>, fonts: &Fonts) {
        let before = self.places.remove(&id);
        let after = plan.items().get(id).and_then(|item| {
            let lane = *self.lane_of.get(&key_of(plan, item, &self.view)?)?;
            Some((lane, self.slot_for(plan, item, fonts)))
        });
        if let (Some(place), Some((lane, Some(slot)))) = (before, after)
            && (place.lane, place.slot) == (lane, slot)
            // Rows of a table are sorted by more than where bars stand.
            && !self.view.has_row_each()
        {
            self.places.insert(id, place);
            return;
        }
        if let Some(place) = before {
            touched.entry(place.lane).or_default().gone.push(place.slot);
        }
        if let Some((lane, slot)) = after {
            touched.entry(lane).or_default().come.extend(slot);
        }
    }

    /// Lets the dependency lines follow.
    fn relink(&mut self, plan: &Plan, changes: &[Change]) {
        for change in changes {
            match change {
                Change::Dependency(diff) => {
                    if let Some(id) = diff.id() {
                        let row = plan.dependencies().get(id);
                        self.links.put(id, row.and_then(|row| self.link(row)));
                    }
                }
                Change::Item(diff) => {
                    for row in diff.id().into_iter().flat_map(|id| plan.dependencies_of(id)) {
                        self.links.put(row.id, self.link(row));
                    }
                }
                Change::Milestone(_)
                | Change::Settings { .. }
                | Change::Theme(_)
                | Change::View(_)
                | Change::Baseline(_)
                | Change::Customer(_)
                | Change::Need(_)
                | Change::Goal(_)
                | Change::Feedback(_)
                | Change::BudgetLine(_)
                | Change::Cost(_)
                | Change::Actual(_)
                | Change::Rate(_) => {}
            }
        }
        for row in epics_above(plan, changes).into_iter().flat_map(|epic| plan.dependencies_of(epic.id)) {
            self.links.put(row.id, self.link(row));
        }
    }
}
