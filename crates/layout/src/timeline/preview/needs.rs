//! The moving layer on a needs roadmap: each need that a change concerns is drawn anew whole, in all of its lanes, since
//! its envelope, its marks and the rows of its segments follow what serves it.

use std::collections::{BTreeSet, HashMap, HashSet};

use milepost_plan::{Change, Dependency, ItemId, Need, NeedId, Plan};

use super::{Preview, PreviewItem, free_row, moved_items};
use crate::fonts::Fonts;
use crate::lanes::keys_of;
use crate::need;
use crate::packing::Room;
use crate::scene::{Node, Rect};
use crate::timeline::needs::{key_in, touched_needs};
use crate::timeline::{Place, Timeline};

impl Timeline {
    /// What [`Timeline::preview`] is where needs stand on the axis.
    pub(super) fn preview_of_needs(
        &self,
        plan: &Plan,
        changes: &[Change],
        part: Rect,
        fonts: &Fonts,
    ) -> Preview {
        let changed: HashSet<ItemId> = moved_items(plan, changes).map(|(item, _)| item.id).collect();
        let troubled = self.waiting_for(plan, &changed, part, &mut Vec::new(), fonts);
        let mut needs = touched_needs(plan, changes);
        needs.extend(needs_of_waiting(plan, &changed));
        let (mut nodes, mut lifted) = (Vec::new(), Vec::new());
        let mut rects: HashMap<ItemId, Vec<Rect>> = HashMap::new();
        for id in needs {
            let places = self.moved_places(plan, id, fonts);
            let before = self.places_of_need(id);
            let all: Vec<Rect> = before.iter().chain(&places).map(|place| self.rect_at(place)).collect();
            if !all.into_iter().any(|rect| self.touches(part, rect)) {
                continue;
            }
            let lanes = before.iter().map(|place| &self.lanes[place.lane]);
            lifted.extend(lanes.map(|lane| key_in(id, lane)));
            let Some(need) = plan.needs().get(id) else { continue };
            for place in &places {
                nodes.extend(self.moved_need(plan, need, place, fonts));
                for item in plan.serving(id).map(|item| item.id) {
                    rects.entry(item).or_default().extend(self.segment_rect(plan, need, item, place));
                }
            }
        }
        let (items, elsewhere) = self.preview_items(plan, changes, &mut rects);
        Preview { nodes, items, elsewhere, lifted, grown: Vec::new(), heads: Vec::new(), troubled }
    }

    fn moved_need(&self, plan: &Plan, need: &Need, place: &Place, fonts: &Fonts) -> Vec<Node> {
        let lane = &self.lanes[place.lane];
        let room = Room { to: place.slot.room.to + self.surface.naming.reach, ..place.slot.room };
        self.need_nodes(plan, need, lane, (self.rect_at(place), room, Room::ENDLESS), fonts)
    }

    /// The changed items that stand near, in several places, and those that have none or are elsewhere.
    pub(super) fn preview_items(
        &self,
        plan: &Plan,
        changes: &[Change],
        rects: &mut HashMap<ItemId, Vec<Rect>>,
    ) -> (Vec<PreviewItem>, Vec<ItemId>) {
        let (mut items, mut elsewhere) = (Vec::new(), Vec::new());
        for (item, is_above) in moved_items(plan, changes) {
            let Some(rects) = rects.remove(&item.id).filter(|rects| !rects.is_empty()) else {
                elsewhere.extend((!is_above).then_some(item.id));
                continue;
            };
            let conflict = self.conflict_of(plan, item.id);
            items.push(PreviewItem::of(plan, item, is_above, rects, conflict));
        }
        (items, elsewhere)
    }

    /// Where a need would stand, with the packing of now.
    fn moved_places(&self, plan: &Plan, id: NeedId, fonts: &Fonts) -> Vec<Place> {
        let Some(need) = plan.needs().get(id) else { return Vec::new() };
        let keys = keys_of(plan, need, &self.view);
        let lanes: BTreeSet<usize> = keys.iter().filter_map(|key| self.lane_of.get(key).copied()).collect();
        let Some(slot) = need::slot(plan, need, &self.surface, fonts) else { return Vec::new() };
        let places = lanes.into_iter().map(|lane| {
            let before = self.places_of_need(id).iter().find(|place| place.lane == lane);
            let row = before.map_or_else(|| free_row(&self.lanes[lane].rows, &slot), |place| place.row);
            Place { lane, row, slot }
        });
        places.collect()
    }
}

/// The needs of what waits for changed items, since its dates may hold no more.
fn needs_of_waiting<'p>(plan: &'p Plan, changed: &'p HashSet<ItemId>) -> impl Iterator<Item = NeedId> + 'p {
    let rows = changed.iter().flat_map(|id| plan.dependencies_of(*id));
    let waits = |row: &&Dependency| changed.contains(&row.predecessor);
    let items = rows.filter(waits).filter_map(|row| plan.items().get(row.successor));
    items.flat_map(|item| &item.needs).map(|served| served.need)
}
