//! What stands on a timeline, near or far: what can be chosen without being in sight.

use milepost_plan::ItemId;

use super::Timeline;
use crate::rows::Held;
use crate::scene::LaneKey;

impl Timeline {
    /// The items of one lane, or of all lanes: lane by lane from the top, in each row from left to right.
    pub fn members(&self, lane: Option<&LaneKey>) -> Vec<ItemId> {
        let lanes = self.lanes.iter().filter(|each| lane.is_none_or(|lane| each.key == *lane));
        let slots = lanes.flat_map(|lane| lane.rows.iter().flatten());
        let items = slots.filter_map(|slot| match slot.held {
            Held::Item(id) => Some(id),
            Held::Milestone(_) => None,
        });
        items.collect()
    }
}
