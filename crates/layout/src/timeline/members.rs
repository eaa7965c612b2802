//! What stands on a timeline, near or far: what can be chosen without being in sight.

use milepost_plan::{ItemId, Plan};

use super::Timeline;
use crate::lane::item_in;
use crate::scene::LaneKey;

impl Timeline {
    /// The items of one lane, or of all lanes: lane by lane from the top, in each row from left to right.
    ///
    /// On a needs roadmap they are those that serve the needs, on a budget roadmap those behind the money of the lines,
    /// each once.
    pub fn members(&self, plan: &Plan, lane: Option<&LaneKey>) -> Vec<ItemId> {
        if self.holds_money() {
            return self.costing_in(plan, lane);
        }
        if self.holds_needs() {
            return self.serving_in(plan, lane).into_iter().map(|item| item.id).collect();
        }
        let lanes = self.lanes.iter().filter(|each| lane.is_none_or(|lane| each.key == *lane));
        lanes.flat_map(|lane| lane.rows.iter().flatten()).filter_map(item_in).collect()
    }
}
