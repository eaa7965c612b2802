//! The needs roadmap: where needs stand, how they follow changes, and what each is drawn with.
//!
//! A need may stand in several lanes, and what serves several needs is a segment of each.

use std::collections::{BTreeMap, BTreeSet};

use milepost_plan::{Aspect, Change, ItemId, Need, NeedId, Plan, Roadmap, WorkItem};

use super::consequences::epics_above;
use super::follow::Traffic;
use super::{Place, Timeline};
use crate::bar;
use crate::fonts::Fonts;
use crate::lane::Lane;
use crate::lanes::keys_of;
use crate::need::{self, Look, Site, segments};
use crate::packing::Room;
use crate::rows::{Held, Slot};
use crate::scene::{LaneKey, Node, Rect};
use crate::speech;

impl Timeline {
    /// Whether needs stand on the axis in the place of items.
    pub(crate) fn holds_needs(&self) -> bool {
        self.view.roadmap == Roadmap::Needs
    }

    /// Where a need stands: the envelope with the first line above it, in each of its lanes from the top.
    pub fn rects_of_need(&self, need: NeedId) -> Vec<Rect> {
        self.places_of_need(need).iter().map(|place| self.rect_at(place)).collect()
    }

    /// Where the bars of an item stand: one for each time that it serves a need on a needs roadmap, one for each
    /// unfolded line that it costs money on on a budget roadmap, else one at most.
    pub fn rects_of(&self, plan: &Plan, item: ItemId) -> Vec<Rect> {
        match self.view.roadmap {
            Roadmap::Features => return self.rect_of(item).into_iter().collect(),
            Roadmap::Budget => {
                return self.copies_of(Held::Item(item)).iter().map(|place| self.rect_at(place)).collect();
            }
            Roadmap::Needs => {}
        }
        let served = plan.items().get(item).into_iter().flat_map(|item| &item.needs);
        let needs = served.filter_map(|served| plan.needs().get(served.need));
        let mut rects: Vec<Rect> = needs
            .flat_map(|need| {
                let places = self.places_of_need(need.id).iter();
                places.filter_map(|place| self.segment_rect(plan, need, item, place))
            })
            .collect();
        rects.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
        rects
    }

    /// Where the segment of an item stands in a place of a need; where all of the need does in a collapsed lane.
    pub(super) fn segment_rect(&self, plan: &Plan, need: &Need, item: ItemId, place: &Place) -> Option<Rect> {
        let rect = self.rect_at(place);
        let segments = segments::of(plan, need, &self.surface);
        let segment = segments.iter().find(|segment| segment.item.id == item)?;
        Some(if self.lanes[place.lane].is_collapsed { rect } else { segment.rect(rect.y) })
    }

    /// What serves a need on days that are shown, and the stretch that each takes.
    pub(crate) fn segments_of<'p>(&self, plan: &'p Plan, need: &Need) -> Vec<(segments::Segment<'p>, Room)> {
        let segments = segments::of(plan, need, &self.surface).into_iter();
        segments.map(|segment| (segment, segment.stretch())).collect()
    }

    /// Whether the day that a need is wanted by stands in a stretch of the surface.
    pub(crate) fn shows_flag(&self, need: &Need, window: Room) -> bool {
        need.wanted_by.is_some_and(|day| need::flag(day, &self.surface).within(window).width() > 0.0)
    }

    pub(super) fn rect_at(&self, place: &Place) -> Rect {
        self.lanes[place.lane].rect(place.row, &place.slot)
    }

    pub(super) fn places_of_need(&self, need: NeedId) -> &[Place] {
        self.copies_of(Held::Need(need))
    }

    /// The slots of all needs, lane by lane.
    pub(super) fn need_slots(&self, plan: &Plan, fonts: &Fonts) -> Vec<Vec<Slot>> {
        let mut slots = vec![Vec::new(); self.lanes.len()];
        for need in plan.needs() {
            let keys = keys_of(plan, need, &self.view);
            if keys.is_empty() {
                continue;
            }
            let Some(slot) = need::slot(plan, need, &self.surface, fonts) else { continue };
            let lanes = keys.iter().filter_map(|key| self.lane_of.get(key));
            lanes.for_each(|lane| slots[*lane].push(slot));
        }
        slots
    }

    /// Follows changes of the plan as far as needs may stand elsewhere after them; true if there may be other lanes.
    pub(super) fn follow_needs(
        &mut self,
        plan: &Plan,
        changes: &[Change],
        touched: &mut BTreeMap<usize, Traffic>,
        fonts: &Fonts,
    ) -> bool {
        for id in touched_needs(plan, changes) {
            let need = plan.needs().get(id);
            let keys = need.map(|need| keys_of(plan, need, &self.view)).unwrap_or_default();
            if keys.iter().any(|key| !self.lane_of.contains_key(key)) {
                return true;
            }
            let lanes: BTreeSet<usize> =
                keys.iter().filter_map(|key| self.lane_of.get(key).copied()).collect();
            let slot = need.filter(|_| !lanes.is_empty());
            let slot = slot.and_then(|need| need::slot(plan, need, &self.surface, fonts));
            let come = lanes.into_iter().filter_map(|lane| Some((lane, slot?)));
            self.carry_copies(Held::Need(id), come.collect(), touched);
        }
        false
    }

    /// Takes what stands in several lanes from its places and lets it wait for new ones; where it stands as before it
    /// stays.
    pub(super) fn carry_copies(
        &mut self,
        held: Held,
        mut come: BTreeMap<usize, Slot>,
        touched: &mut BTreeMap<usize, Traffic>,
    ) {
        let mut stay = Vec::new();
        for place in self.copies.remove(&held).unwrap_or_default() {
            if come.get(&place.lane) == Some(&place.slot) {
                come.remove(&place.lane);
                stay.push(place);
            } else {
                touched.entry(place.lane).or_default().gone.push(place.slot);
            }
        }
        if !stay.is_empty() {
            self.copies.insert(held, stay);
        }
        for (lane, slot) in come {
            touched.entry(lane).or_default().come.push(slot);
        }
    }

    /// Whether a change leaves a needs roadmap with other lanes, or with lanes of other names.
    pub(super) fn changes_need_lanes(&self, change: &Change) -> bool {
        let by = self.view.grouped_by().0;
        match change {
            Change::Settings { .. } | Change::Theme(_) => true,
            Change::Customer(_) => by == Some(Aspect::Customer),
            Change::Goal(_) => by == Some(Aspect::Goal),
            _ => false,
        }
    }

    /// The nodes of a need in a lane, on a place with so much room around it.
    pub(super) fn need_nodes(
        &self,
        plan: &Plan,
        need: &Need,
        lane: &Lane,
        (rect, room, window): (Rect, Room, Room),
        fonts: &Fonts,
    ) -> Vec<Node> {
        let look = Look::of(plan, need);
        let spoken = speech::need(&look, &lane.whole_name());
        let key = key_in(need.id, lane);
        if lane.is_collapsed {
            return vec![need::thin(&look, rect, &key, spoken)];
        }
        let site = Site { rect, room, window, surface: &self.surface };
        let (mut nodes, over) = need::nodes(&look, &site, &key, spoken, fonts);
        for segment in segments::of(plan, need, &self.surface) {
            let item = segment.item;
            let conflict = self.conflict_of(plan, item.id);
            let bar = bar::Look {
                item,
                hue: self.hue_of(plan, item),
                summary: plan.summary(item),
                folded: None,
                conflict: conflict.as_ref(),
                slip: None,
                share: None,
            };
            let spoken = speech::segment(&bar, need, segment.fulfilment, &lane.whole_name());
            nodes.extend(segments::nodes(&segment, &bar, &site, &key, spoken, fonts));
        }
        nodes.extend(over);
        nodes
    }

    /// The items that are segments of the needs of some lanes, from top to bottom, each once.
    pub(super) fn serving_in<'p>(&self, plan: &'p Plan, lane: Option<&LaneKey>) -> Vec<&'p WorkItem> {
        let lanes = self.lanes.iter().filter(|each| lane.is_none_or(|lane| each.key == *lane));
        let slots = lanes.flat_map(|lane| lane.rows.iter().flatten());
        let needs = slots.filter_map(need_in).filter_map(|id| plan.needs().get(id));
        let mut seen = BTreeSet::new();
        let items = needs.flat_map(|need| segments::of(plan, need, &self.surface));
        items.map(|segment| segment.item).filter(|item| seen.insert(item.id)).collect()
    }
}

/// The key of a need's nodes in a lane.
pub(super) fn key_in(need: NeedId, lane: &Lane) -> String {
    need::key(need, &super::scene::lane_word(&lane.key))
}

/// The need that a slot holds.
pub(crate) fn need_in(slot: &Slot) -> Option<NeedId> {
    if let Held::Need(id) = slot.held { Some(id) } else { None }
}

/// The needs whose bars, lanes or looks changes may concern: what changes itself, what changed items serve or did, and
/// what epics serve that span other days now.
pub(super) fn touched_needs(plan: &Plan, changes: &[Change]) -> BTreeSet<NeedId> {
    let mut needs = BTreeSet::new();
    for change in changes {
        match change {
            Change::Need(diff) => needs.extend(diff.id()),
            Change::Item(diff) => {
                let items = diff.before.iter().chain(&diff.after);
                needs.extend(items.flat_map(|item| &item.needs).map(|served| served.need));
            }
            _ => {}
        }
    }
    let epics = epics_above(plan, changes).into_iter();
    needs.extend(epics.flat_map(|epic| &epic.needs).map(|served| served.need));
    needs
}
