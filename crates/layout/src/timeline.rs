//! The timeline of a plan: where everything stands, kept per view and scale, and the scene of a part of it.
//!
//! Placing follows the lanes that a change touches; a scene's cost follows the viewport.

pub(crate) mod names;
mod preview;
mod scene;

use std::collections::{BTreeMap, HashMap};

use milepost_plan::{
    Change, Conflict, Day, DependencyId, Diff, ItemId, Plan, ViewSettings, WorkItem, WorkingCalendar,
};
use serde::{Deserialize, Serialize};

use crate::fonts::Fonts;
use crate::lane::{Held, Lane, key_of};
use crate::packing::Room;
use crate::scene::{LaneKey, Rect};
use crate::surface::{Surface, Walls};

pub use preview::{Preview, PreviewItem};
pub(crate) use scene::lane_node_key;

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
    fn rect(self) -> Rect {
        Rect::new(self.left, self.top, self.width, self.height)
    }
}

/// Where an item's bar stands.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Place {
    lane: usize,
    row: usize,
    bar: Room,
}

/// A dependency as a line.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Link {
    from: ItemId,
    to: ItemId,
    /// The first and the last of the lanes that it crosses. Packing never changes them, so that most lines that are
    /// out of sight are told by two numbers.
    lanes: (usize, usize),
}

/// Where everything stands in one view at one scale.
#[derive(Debug, Clone)]
pub struct Timeline {
    view: ViewSettings,
    surface: Surface,
    today: Day,
    lanes: Vec<Lane>,
    places: HashMap<ItemId, Place>,
    /// Dependencies between two items that both stand on the timeline.
    links: BTreeMap<DependencyId, Link>,
    calendar: WorkingCalendar,
}

impl Timeline {
    /// Places everything, for the screen. `scale` is in points per day; it is kept between 0.005 and 200.
    pub fn new(plan: &Plan, view: ViewSettings, scale: f64, today: Day, fonts: &Fonts) -> Self {
        let scale = if scale.is_finite() { scale.clamp(0.005, 200.0) } else { 1.0 };
        Self::on(Surface::screen(scale, today), plan, view, today, fonts)
    }

    /// Places everything on any surface.
    pub(crate) fn on(surface: Surface, plan: &Plan, view: ViewSettings, today: Day, fonts: &Fonts) -> Self {
        let mut timeline = Self {
            lanes: Vec::new(),
            view,
            surface,
            today,
            places: HashMap::new(),
            links: BTreeMap::new(),
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

    /// Whether nothing stands in any lane.
    pub(crate) fn is_empty(&self) -> bool {
        self.lanes.iter().all(|lane| lane.count == 0)
    }

    /// Follows changes that the plan has accepted; only the lanes that they touch are placed anew.
    pub fn update(&mut self, plan: &Plan, changes: &[Change], fonts: &Fonts) {
        let whole = |change: &Change| matches!(change, Change::Settings { .. } | Change::Theme(_));
        if changes.iter().any(whole) {
            self.calendar = WorkingCalendar::of(plan.settings());
            self.place_all(plan, fonts);
            return;
        }
        let mut touched: Vec<LaneKey> = Vec::new();
        for change in changes {
            match change {
                Change::Item(diff) => touched.extend(self.leave(diff)),
                Change::Milestone(_) => touched.push(LaneKey::Milestones),
                Change::Dependency(_) | Change::Settings { .. } | Change::Theme(_) | Change::View(_) => {}
            }
        }
        for index in 0..self.lanes.len() {
            if touched.contains(&self.lanes[index].key) {
                self.place_lane(index, plan, fonts);
            }
        }
        self.stack();
        self.relink(plan, changes);
    }

    /// Takes the changed item off its place; answers the lanes it was in and will be in.
    fn leave(&mut self, diff: &Diff<WorkItem>) -> impl Iterator<Item = LaneKey> {
        if let Some(before) = &diff.before {
            self.places.remove(&before.id);
        }
        let keys =
            [&diff.before, &diff.after].map(|item| item.as_ref().and_then(|item| key_of(item, &self.view)));
        keys.into_iter().flatten()
    }

    fn place_all(&mut self, plan: &Plan, fonts: &Fonts) {
        self.lanes = Lane::all(plan, &self.view, &self.surface);
        self.places.clear();
        for index in 0..self.lanes.len() {
            self.place_lane(index, plan, fonts);
        }
        self.stack();
        self.links.clear();
        for row in plan.dependencies() {
            self.link(plan, row.id);
        }
    }

    fn place_lane(&mut self, index: usize, plan: &Plan, fonts: &Fonts) {
        let lane = &mut self.lanes[index];
        lane.fill(plan, &self.view, &self.surface, fonts);
        for (row, slots) in lane.rows.iter().enumerate() {
            for slot in slots {
                if let Held::Item(id) = slot.held {
                    self.places.insert(id, Place { lane: index, row, bar: slot.bar });
                }
            }
        }
    }

    /// Sets the lanes one below the other.
    fn stack(&mut self) {
        let mut top = 0.0;
        for lane in &mut self.lanes {
            lane.top = top;
            top = lane.bottom();
        }
    }

    fn relink(&mut self, plan: &Plan, changes: &[Change]) {
        for change in changes {
            match change {
                Change::Dependency(diff) => {
                    if let Some(id) = diff.id() {
                        self.link(plan, id);
                    }
                }
                Change::Item(diff) => {
                    let rows: Vec<_> =
                        diff.id().into_iter().flat_map(|id| plan.dependencies_of(id)).collect();
                    for row in rows {
                        self.link(plan, row.id);
                    }
                }
                Change::Milestone(_) | Change::Settings { .. } | Change::Theme(_) | Change::View(_) => {}
            }
        }
    }

    /// Keeps a dependency as a line if both of its items stand on the axis.
    fn link(&mut self, plan: &Plan, id: DependencyId) {
        let lane = |id: ItemId| {
            plan.items().get(id)?.schedule.span()?;
            self.places.get(&id).map(|place| place.lane)
        };
        let link = plan.dependencies().get(id).and_then(|row| {
            let (from, to) = (lane(row.predecessor)?, lane(row.successor)?);
            Some(Link { from: row.predecessor, to: row.successor, lanes: (from.min(to), from.max(to)) })
        });
        match link {
            Some(link) => drop(self.links.insert(id, link)),
            None => drop(self.links.remove(&id)),
        }
    }

    /// Where the bar of an item stands; none if it has none in this view.
    pub fn rect_of(&self, item: ItemId) -> Option<Rect> {
        let place = self.places.get(&item)?;
        let lane = &self.lanes[place.lane];
        Some(Rect::new(place.bar.from, lane.bar_top(place.row), place.bar.width(), crate::bar::HEIGHT))
    }

    /// What is wrong with an item's dates, the first of the reasons.
    pub(crate) fn conflict_of(&self, plan: &Plan, item: ItemId) -> Option<Conflict> {
        let waits_for = plan.dependencies_of(item).filter(|row| row.successor == item);
        waits_for.into_iter().find_map(|row| plan.conflict(row, &self.calendar))
    }
}
