//! What stands on a timeline, near or far: what can be chosen without being in sight.

use milepost_plan::ItemId;

use super::Timeline;
use crate::lane::item_in;
use crate::scene::LaneKey;

impl Timeline {
    /// The items of one lane, or of all lanes: lane by lane from the top, in each row from left to right.
    pub fn members(&self, lane: Option<&LaneKey>) -> Vec<ItemId> {
        let lanes = self.lanes.iter().filter(|each| lane.is_none_or(|lane| each.key == *lane));
        lanes.flat_map(|lane| lane.rows.iter().flatten()).filter_map(item_in).collect()
    }
}
