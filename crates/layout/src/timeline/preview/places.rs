//! Where changed items would stand on a features roadmap, with the packing of now: what stays in its lane keeps its row,
//! and what comes to a lane stands clear of what is there and of what comes with it. Chips flow, so that one that comes to a
//! horizon has its place among them at once, and those behind it make room.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use milepost_plan::{ItemId, Plan, WorkItem};

use super::{Moved, free_row};
use crate::fonts::Fonts;
use crate::lane::{chip, flowed};
use crate::lanes::key_of;
use crate::rows::{Rows, Slot};
use crate::timeline::Timeline;

/// An item on its way to a lane that it is not in.
struct Coming {
    lane: usize,
    slot: Slot,
}

/// Where things would stand as long as a gesture is under way.
#[derive(Default)]
pub(super) struct Standing {
    /// The changed items.
    pub moved: HashMap<ItemId, Moved>,
    /// The chips that make room for what comes to their horizon.
    pub shoved: BTreeMap<ItemId, Moved>,
}

impl Timeline {
    /// Where the bars of changed items would stand, without those that would have no place, and what makes room for them.
    pub(super) fn standing_after<'p>(
        &self,
        plan: &Plan,
        items: impl Iterator<Item = &'p WorkItem>,
        fonts: &Fonts,
    ) -> Standing {
        let (mut standing, mut coming) = (Standing::default(), Vec::new());
        // The lane of each changed item from then on, if it has one.
        let mut lanes = HashMap::new();
        for item in items {
            let place = self.slot_in_lane(plan, item, fonts);
            lanes.insert(item.id, place.map(|(lane, _)| lane));
            let Some((lane, slot)) = place else { continue };
            match self.places.get(&item.id).filter(|place| place.lane == lane) {
                Some(place) => {
                    let rect = self.lanes[lane].rect(place.row, &slot);
                    standing.moved.insert(item.id, Moved { rect, lane, comes: false });
                }
                None => coming.push(Coming { lane, slot }),
            }
        }
        let (chips, mut bars): (Vec<_>, Vec<_>) =
            coming.into_iter().partition(|coming| self.lanes[coming.lane].key.is_horizon());
        for index in chips.iter().map(|coming| coming.lane).collect::<BTreeSet<_>>() {
            let stays = |held: ItemId| lanes.get(&held).is_none_or(|lane| *lane == Some(index));
            let here = self.lanes[index].rows.iter().flatten().copied();
            let here = here.filter(|slot| slot.item().is_some_and(stays));
            let comes = chips.iter().filter(|coming| coming.lane == index).map(|coming| coming.slot);
            self.flow_together(plan, index, here, comes, &mut standing);
        }
        bars.sort_by(|a, b| a.lane.cmp(&b.lane).then(a.slot.packs_before(&b.slot)));
        // The rows of the lanes that something comes to, with all that has come so far.
        let mut filled: HashMap<usize, Rows> = HashMap::new();
        for Coming { lane: index, slot } in bars {
            let lane = &self.lanes[index];
            let rows = filled.entry(index).or_insert_with(|| lane.rows.clone());
            let row = if lane.has_row_each { rows.len() } else { free_row(rows, &slot) };
            if rows.len() <= row {
                rows.resize_with(row + 1, Vec::new);
            }
            rows[row].push(slot);
            let moved = Moved { rect: lane.rect(row, &slot), lane: index, comes: true };
            standing.moved.extend(slot.item().map(|id| (id, moved)));
        }
        standing
    }

    /// Lets chips that come to a horizon take their places among those that stay there, in the order by hand.
    fn flow_together(
        &self,
        plan: &Plan,
        index: usize,
        here: impl Iterator<Item = Slot>,
        comes: impl Iterator<Item = Slot>,
        standing: &mut Standing,
    ) {
        let lane = &self.lanes[index];
        let with = |comes: bool| move |slot: Slot| Some((slot.item()?, comes, slot));
        let all = here.filter_map(with(false)).chain(comes.filter_map(with(true)));
        let ranked = |id: ItemId| plan.items().get(id).map(|item| (item.rank, id));
        let placed = all.filter_map(|(id, comes, slot)| Some((ranked(id)?, comes, slot)));
        let mut placed: Vec<_> = placed.collect();
        placed.sort_by_key(|(place, ..)| *place);
        let new: BTreeSet<ItemId> =
            placed.iter().filter(|(_, comes, _)| *comes).filter_map(|(.., slot)| slot.item()).collect();
        let rows = flowed(placed.into_iter().map(|(.., slot)| slot), &self.surface);
        for (row, slots) in rows.iter().enumerate() {
            for slot in slots {
                let Some(id) = slot.item() else { continue };
                let moved = Moved { rect: lane.rect(row, slot), lane: index, comes: new.contains(&id) };
                if moved.comes || standing.moved.contains_key(&id) {
                    standing.moved.insert(id, moved);
                } else if self.rect_of(id) != Some(moved.rect) {
                    standing.shoved.insert(id, moved);
                }
            }
        }
    }

    /// The lane of a changed item and the slot that it would take there; none if it would have no bar.
    fn slot_in_lane(&self, plan: &Plan, item: &WorkItem, fonts: &Fonts) -> Option<(usize, Slot)> {
        let index = *self.lane_of.get(&key_of(plan, item, &self.view)?)?;
        if self.lanes[index].has_row_each && plan.span_of(item).is_none() {
            return None;
        }
        let as_chip = || {
            let stands = self.places.get(&item.id).filter(|place| place.lane == index);
            stands.map_or_else(|| chip(item, &self.surface, fonts), |place| place.slot)
        };
        Some((index, self.slot_for(plan, item, fonts).unwrap_or_else(as_chip)))
    }
}
