//! The timeline at another scale. What stands in which lane and what is tied to what is the same at every scale, and so
//! are the widths of names, so only the stretches and their rows are worked out anew.

use std::collections::HashMap;

use milepost_plan::{NeedId, Plan};

use super::Timeline;
use crate::fonts::Fonts;
use crate::lane::{Lane, bar_slot, barless};
use crate::need::{self, Look};
use crate::rows::{Held, Slot};
use crate::scene::LaneKey;
use crate::surface::Surface;

impl Timeline {
    /// The timeline that [`Timeline::new`] gives for the same view on the same day at another scale, for less.
    ///
    /// `plan` must be the plan that this timeline follows.
    #[must_use]
    pub fn at_scale(&self, plan: &Plan, scale: f64, fonts: &Fonts) -> Self {
        let mut timeline = Self {
            view: self.view.clone(),
            surface: Surface::screen(scale, self.today),
            today: self.today,
            lanes: self.lanes.iter().map(Lane::emptied).collect(),
            lane_of: self.lane_of.clone(),
            parents: self.parents.clone(),
            places: HashMap::with_capacity(self.places.len()),
            copies: HashMap::with_capacity(self.copies.len()),
            links: self.links.clone(),
            calendar: self.calendar.clone(),
        };
        let needs = timeline.rescaled_needs(plan, self);
        for (index, before) in self.lanes.iter().enumerate() {
            match before.key {
                LaneKey::Milestones => timeline.mark_lane(index, plan, fonts),
                LaneKey::Horizon { .. } => timeline.flow_lane(index, plan, fonts),
                LaneKey::Items { .. } | LaneKey::Line { .. } => {
                    let slots = before.rows.iter().flatten().filter_map(|slot| match slot.held {
                        Held::Need(id) => needs.get(&id).copied(),
                        Held::Item(_) | Held::Milestone(_) | Held::Cost(_) => timeline.rescaled(plan, slot),
                    });
                    let slots = slots.collect();
                    let lane = &mut timeline.lanes[index];
                    if lane.has_row_each {
                        lane.list(slots);
                    } else {
                        lane.pack(slots);
                    }
                    timeline.keep_all(index);
                }
            }
        }
        timeline.stack();
        timeline
    }

    /// The slot of each need of a timeline at another scale as it is at this one; it is the same in all of its lanes.
    fn rescaled_needs(&self, plan: &Plan, before: &Self) -> HashMap<NeedId, Slot> {
        let slots = before.copies.iter().filter_map(|(held, places)| {
            let Held::Need(id) = held else { return None };
            let look = Look::of(plan, plan.needs().get(*id)?);
            Some((*id, need::slot_of(plan, look, places.first()?.slot.name, &self.surface)?))
        });
        slots.collect()
    }

    /// The slot of a bar at another scale as it is at this one.
    fn rescaled(&self, plan: &Plan, slot: &Slot) -> Option<Slot> {
        let id = match slot.held {
            Held::Item(id) => id,
            Held::Cost(_) => return Some(bar_slot(slot.held, slot.days?, slot.name, &self.surface)),
            Held::Milestone(_) | Held::Need(_) => return None,
        };
        let Some(days) = slot.days else {
            return self.view.has_row_each().then(|| barless(id, slot.name, &self.surface));
        };
        let moved = bar_slot(slot.held, days, slot.name, &self.surface);
        // Looking items up costs more than all else here, and only a baseline needs it.
        let item = self.view.baseline.and_then(|_| plan.items().get(id));
        Some(item.map_or(moved, |item| self.with_slip(plan, item, moved)))
    }
}
