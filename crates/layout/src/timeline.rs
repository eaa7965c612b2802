//! The timeline of a plan: where everything stands, kept per view and scale, and the scene of a part of it.
//!
//! A change costs the bars that stand after it in its lane; a scene costs what is in its viewport.

mod consequences;
mod follow;
mod lines;
mod links;
mod members;
pub(crate) mod names;
pub(crate) mod needs;
mod overview;
mod preview;
mod rescaled;
mod scene;
mod slip;
pub(crate) mod strip;
mod table;

use std::collections::{HashMap, HashSet};

use milepost_plan::{
    Conflict, Day, Dependency, ItemId, Plan, Roadmap, Sort, ViewSettings, WorkItem, WorkingCalendar,
};
use serde::{Deserialize, Serialize};

use crate::fonts::Fonts;
use crate::lane::{Lane, item_slot, row_slot};
use crate::lanes::{key_of, lanes};
use crate::packing::Room;
use crate::rows::{Held, Slot};
use crate::scene::{LaneKey, Rect};
use crate::surface::{Surface, Walls};
use crate::timeline::links::{Link, Links};

pub use overview::Overview;
pub use preview::{Preview, PreviewItem, Troubled};
pub(crate) use scene::{lane_node_key, lane_word};
pub use strip::MoneyStrip;
pub use table::{TableLane, TableRow, TableRows};

/// A part of the surface, in points.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Viewport {
    /// Left edge; x of the surface count from 1970-01-01.
    pub left: f64,
    /// Top edge, from the top of all lanes.
    pub top: f64,
    /// In points.
    pub width: f64,
    /// In points.
    pub height: f64,
}

impl Viewport {
    /// More than any plan fills.
    pub const ALL: Self = Self { left: -1e12, top: -1e12, width: 2e12, height: 2e12 };

    fn rect(self) -> Rect {
        Rect::new(self.left, self.top, self.width, self.height)
    }
}

/// Where an item's bar stands.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Place {
    lane: usize,
    row: usize,
    slot: Slot,
}

/// Where everything stands in one view at one scale.
#[derive(Debug, Clone)]
pub struct Timeline {
    view: ViewSettings,
    surface: Surface,
    today: Day,
    lanes: Vec<Lane>,
    lane_of: HashMap<LaneKey, usize>,
    /// The items that lanes are called after.
    parents: HashSet<ItemId>,
    /// The places of items on a features roadmap, where each has one.
    places: HashMap<ItemId, Place>,
    /// The places of what stands in several lanes, the uppermost first: needs, and on a budget roadmap items and costs.
    copies: HashMap<Held, Vec<Place>>,
    links: Links,
    calendar: WorkingCalendar,
}

impl Timeline {
    /// Places everything, for the screen. `scale` is in points per day; it is kept between 0.005 and the
    /// greatest of [`SCALES`](crate::SCALES).
    pub fn new(plan: &Plan, view: ViewSettings, scale: f64, today: Day, fonts: &Fonts) -> Self {
        Self::on(Surface::screen(scale, today), plan, view, today, fonts)
    }

    /// Places everything on any surface.
    pub(crate) fn on(surface: Surface, plan: &Plan, view: ViewSettings, today: Day, fonts: &Fonts) -> Self {
        let mut timeline = Self {
            lanes: Vec::new(),
            lane_of: HashMap::new(),
            parents: HashSet::new(),
            view,
            surface,
            today,
            places: HashMap::new(),
            copies: HashMap::new(),
            links: Links::default(),
            calendar: WorkingCalendar::of(plan.settings()),
        };
        timeline.place_all(plan, fonts);
        timeline
    }

    /// The view that this is the timeline of.
    pub fn view(&self) -> &ViewSettings {
        &self.view
    }

    /// Points per day.
    pub fn scale(&self) -> f64 {
        self.surface.scale
    }

    /// The day that the today line stands on.
    pub fn today(&self) -> Day {
        self.today
    }

    pub(crate) fn walls(&self) -> &Walls {
        &self.surface.walls
    }

    pub(crate) fn lanes(&self) -> &[Lane] {
        &self.lanes
    }

    /// Whether nothing stands in any lane. A budget line has money in its own.
    pub(crate) fn is_empty(&self) -> bool {
        self.lanes.iter().all(|lane| lane.count == 0 && lane.key.line().is_none())
    }

    fn place_all(&mut self, plan: &Plan, fonts: &Fonts) {
        self.lanes = lanes(plan, &self.view, &self.surface);
        self.lane_of = self.lanes.iter().enumerate().map(|(index, lane)| (lane.key.clone(), index)).collect();
        self.parents = self.lanes.iter().flat_map(|lane| lane.key.parents()).collect();
        self.places.clear();
        self.copies.clear();
        let mut copies = match self.view.roadmap {
            Roadmap::Features => vec![Vec::new(); self.lanes.len()],
            Roadmap::Needs => self.need_slots(plan, fonts),
            Roadmap::Budget => self.line_slots(plan, fonts),
        };
        let mut items: Vec<Vec<&WorkItem>> = vec![Vec::new(); self.lanes.len()];
        for item in plan.items().iter().filter(|_| self.view.roadmap == Roadmap::Features) {
            if let Some(lane) = key_of(plan, item, &self.view).and_then(|key| self.lane_of.get(&key)) {
                items[*lane].push(item);
            }
        }
        for (index, mut items) in items.into_iter().enumerate() {
            if self.lanes[index].has_row_each {
                self.view.sort.unwrap_or(Sort::USUAL).sort(plan, &mut items);
            }
            let slots = items.iter().filter_map(|item| self.slot_for(plan, item, fonts));
            let slots = slots.chain(std::mem::take(&mut copies[index])).collect();
            let lane = &mut self.lanes[index];
            match lane.key {
                LaneKey::Milestones => self.mark_lane(index, plan, fonts),
                LaneKey::Items { .. } if lane.has_row_each => lane.list(slots),
                LaneKey::Items { .. } | LaneKey::Line { .. } => lane.pack(slots),
                LaneKey::Horizon { .. } => lane.flow(items, &self.surface, fonts),
            }
            self.keep_all(index);
        }
        self.stack();
        self.links = Links::new(plan.dependencies().iter().filter_map(|row| self.link(row)).collect());
    }

    /// The slot of a dated item, or of any where each has a row, with room for where it stood in the baseline of the
    /// view.
    fn slot_for(&self, plan: &Plan, item: &WorkItem, fonts: &Fonts) -> Option<Slot> {
        let slot = if self.view.has_row_each() {
            row_slot(plan, item, &self.surface, fonts)
        } else {
            item_slot(plan, item, &self.surface, fonts)?
        };
        Some(self.with_slip(plan, item, slot))
    }

    /// Fills the lane of a horizon anew: chips flow one after the other.
    fn flow_lane(&mut self, index: usize, plan: &Plan, fonts: &Fonts) {
        let lane = &mut self.lanes[index];
        let belongs = |item: &&WorkItem| key_of(plan, item, &self.view).as_ref() == Some(&lane.key);
        let items: Vec<&WorkItem> = plan.items_with_horizon().filter(belongs).collect();
        lane.rows.clear();
        lane.flow(items, &self.surface, fonts);
        self.keep_all(index);
    }

    fn keep_all(&mut self, lane: usize) {
        let rows = self.lanes[lane].rows.iter().enumerate();
        let slots: Vec<_> =
            rows.flat_map(|(row, slots)| slots.iter().map(move |slot| (*slot, row))).collect();
        self.keep(lane, slots);
    }

    /// Keeps where some slots of a lane stand.
    fn keep(&mut self, lane: usize, slots: Vec<(Slot, usize)>) {
        let is_alone = self.lanes[lane].key.line().is_none();
        for (slot, row) in slots {
            let place = Place { lane, row, slot };
            match slot.held {
                Held::Milestone(_) => {}
                Held::Item(id) if is_alone => {
                    self.places.insert(id, place);
                }
                held => self.keep_copy(held, place),
            }
        }
    }

    /// Keeps one of the places of something, of which there is one in each lane.
    fn keep_copy(&mut self, held: Held, place: Place) {
        let places = self.copies.entry(held).or_default();
        places.retain(|kept| kept.lane != place.lane);
        places.push(place);
        places.sort_unstable_by_key(|place| place.lane);
    }

    /// The places of what may stand in several lanes.
    fn copies_of(&self, held: Held) -> &[Place] {
        self.copies.get(&held).map_or(&[], Vec::as_slice)
    }

    /// Sets the lanes one below the other.
    fn stack(&mut self) {
        let (mut top, mut group) = (0.0, None);
        for lane in &mut self.lanes {
            lane.top = top;
            top = lane.bottom();
            if lane.is_shown() {
                lane.leads = lane.group.is_some() && lane.group != group;
                group.clone_from(&lane.group);
            }
        }
    }

    /// A dependency as a line, if both of its items stand on the axis.
    fn link(&self, row: &Dependency) -> Option<Link> {
        let is_on_axis =
            |place: &&Place| !self.lanes[place.lane].key.is_horizon() && place.slot.bar.width() > 0.0;
        let place = |id: ItemId| self.places.get(&id).filter(is_on_axis);
        let (from, to) = (place(row.predecessor)?, place(row.successor)?);
        let (one, other) = (from.slot.days?, to.slot.days?);
        let days = Room {
            from: f64::from(one.first.min(other.first).number()),
            to: f64::from(one.last.max(other.last).number() + 1),
        };
        let lanes = (from.lane.min(to.lane), from.lane.max(to.lane));
        Some(Link { id: row.id, from: row.predecessor, to: row.successor, days, lanes })
    }

    /// Where the bar of an item stands; none if it has none in this view.
    pub fn rect_of(&self, item: ItemId) -> Option<Rect> {
        let place = self.places.get(&item)?;
        let lane = &self.lanes[place.lane];
        Some(lane.rect(place.row, &place.slot))
    }

    /// What is wrong with an item's dates, the first of the reasons.
    pub(crate) fn conflict_of(&self, plan: &Plan, item: ItemId) -> Option<Conflict> {
        let waits_for = plan.dependencies_of(item).filter(|row| row.successor == item);
        waits_for.into_iter().find_map(|row| plan.conflict(row, &self.calendar))
    }
}
