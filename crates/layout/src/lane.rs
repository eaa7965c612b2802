//! A lane: what stands in a row group of the roadmap, and where.

use std::collections::HashSet;

use milepost_plan::{ItemId, Milestone, Plan, Sort, Span, WorkItem};

use crate::axis::x_of;
use crate::bar;
use crate::fonts::Fonts;
use crate::line;
use crate::milestone;
use crate::need;
use crate::packing::Room;
use crate::rows::{Held, Rows, Slot, packed, repack};
use crate::scene::{LaneKey, Rect};
use crate::speech;
use crate::surface::Surface;

/// From one row of bars to the next, in points.
pub(crate) const ROW: f64 = 30.0;
/// Space above the first row and below the last, in points.
pub(crate) const PADDING: f64 = 5.0;
/// Space above a bar inside its row, in points.
const ABOVE_BAR: f64 = 3.0;
/// Space between two chips of a horizon, in points.
const CHIP_GAP: f64 = 9.0;

/// A row group of the roadmap.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Lane {
    pub key: LaneKey,
    pub name: String,
    /// What it is a part of, where lanes are divided.
    pub group: Option<String>,
    /// Whether it is the first shown of its group.
    pub leads: bool,
    pub hue: u8,
    /// Distance of its top from the top of all lanes, in points.
    pub top: f64,
    /// Rows from the top; slots in the order of their places.
    pub rows: Rows,
    pub count: usize,
    /// From where the first of its slots begins to where the last one ends; none if it is empty.
    pub reach: Option<Room>,
    /// Whether it is shown with nothing in it, too.
    pub stays: bool,
    /// Whether all of its rows stand in the height of one, as thin bars without names. That of a budget line has no
    /// rows then.
    pub is_collapsed: bool,
    /// Whether each item has a row of its own, under a row for the lane's name.
    pub has_row_each: bool,
    /// Whether needs stand in it in the place of items.
    pub holds_needs: bool,
}

impl Lane {
    /// A lane with nothing in it.
    pub(crate) fn empty(key: LaneKey, name: String) -> Self {
        Self {
            key,
            name,
            group: None,
            leads: false,
            hue: 0,
            top: 0.0,
            rows: Rows::new(),
            count: 0,
            reach: None,
            stays: false,
            is_collapsed: false,
            has_row_each: false,
            holds_needs: false,
        }
    }

    /// The same lane with nothing in it.
    pub(crate) fn emptied(&self) -> Self {
        Self {
            key: self.key.clone(),
            name: self.name.clone(),
            group: self.group.clone(),
            leads: self.leads,
            hue: self.hue,
            top: self.top,
            rows: Rows::new(),
            count: 0,
            reach: None,
            stays: self.stays,
            is_collapsed: self.is_collapsed,
            has_row_each: self.has_row_each,
            holds_needs: self.holds_needs,
        }
    }

    /// How much is in it: “7 items”, “3 needs”.
    pub(crate) fn content(&self) -> String {
        match self.key {
            LaneKey::Milestones => speech::milestones(self.count),
            _ if self.holds_needs => speech::counted(self.count, "need"),
            LaneKey::Items { .. } | LaneKey::Horizon { .. } => speech::items(self.count),
            LaneKey::Line { .. } => speech::counted(self.count, "bar"),
        }
    }

    /// Its name with what it is a part of.
    pub(crate) fn whole_name(&self) -> String {
        self.group.iter().chain([&self.name]).map(String::as_str).collect::<Vec<_>>().join(", ")
    }

    /// Whether there is anything to show.
    pub(crate) fn is_shown(&self) -> bool {
        self.stays || self.count > 0
    }

    pub(crate) fn height(&self) -> f64 {
        let least = if self.has_row_each { 0 } else { 1 };
        let rows = if self.is_collapsed { least } else { self.rows.len().max(least) };
        #[allow(clippy::cast_precision_loss, reason = "no lane has that many rows")]
        let rows = rows as f64;
        match self.key {
            _ if !self.is_shown() => 0.0,
            _ if self.has_row_each => ROW + rows * ROW,
            LaneKey::Milestones => rows * milestone::ROW + 2.0 * PADDING,
            LaneKey::Line { .. } if self.rows.is_empty() => line::MONEY,
            LaneKey::Line { .. } => line::MONEY + rows * ROW + PADDING,
            _ if self.holds_needs && !self.is_collapsed => rows * need::ROW + 2.0 * PADDING,
            LaneKey::Items { .. } | LaneKey::Horizon { .. } => rows * ROW + 2.0 * PADDING,
        }
    }

    /// Space above the first row, in points.
    pub(crate) fn above_rows(&self) -> f64 {
        match (self.has_row_each, self.is_collapsed) {
            _ if self.key.line().is_some() => line::MONEY,
            (true, false) => ROW,
            (true, true) => 0.0,
            (false, _) => PADDING,
        }
    }

    pub(crate) fn bottom(&self) -> f64 {
        self.top + self.height()
    }

    /// Its lower edge if it had the row of a bar that stands there, or all that it has if that is lower.
    pub(crate) fn bottom_around(&self, bar: Rect) -> f64 {
        let below = if self.has_row_each { 0.0 } else { PADDING };
        self.bottom().max(bar.y - ABOVE_BAR + self.pitch() + below)
    }

    /// Top of a row's bars from the top of all lanes, in points.
    pub(crate) fn bar_top(&self, row: usize) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "no lane has that many rows")]
        let row = row as f64;
        match self.key {
            LaneKey::Milestones => self.top + PADDING + row * milestone::ROW,
            LaneKey::Items { .. } | LaneKey::Horizon { .. } | LaneKey::Line { .. } => {
                self.top + self.above_rows() + ABOVE_BAR + row * self.pitch()
            }
        }
    }

    /// Top of a row from the top of all lanes, in points.
    pub(crate) fn row_top(&self, row: usize) -> f64 {
        self.bar_top(row) - ABOVE_BAR
    }

    /// From one row to the next, in points.
    pub(crate) fn pitch(&self) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "no lane has that many rows")]
        let rows = self.rows.len().max(1) as f64;
        match self.key {
            LaneKey::Milestones => milestone::ROW,
            LaneKey::Line { .. } => ROW,
            _ if self.is_collapsed => bar::HEIGHT / rows,
            _ if self.holds_needs => need::ROW,
            LaneKey::Items { .. } | LaneKey::Horizon { .. } => ROW,
        }
    }

    /// The rows whose bars and marks a band of the surface may touch.
    pub(crate) fn rows_between(&self, top: f64, bottom: f64) -> std::ops::Range<usize> {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "casting saturates at the ends"
        )]
        let index = |y: f64| ((y - self.top - self.above_rows()) / self.pitch()).floor().max(0.0) as usize;
        let last = self.rows.len();
        index(top - bar::MARK_REACH).min(last)..index(bottom + bar::MARK_REACH).saturating_add(1).min(last)
    }

    /// Where a slot's bar stands, or a need with its first line.
    pub(crate) fn rect(&self, row: usize, slot: &Slot) -> Rect {
        let height = match self.holds_needs {
            _ if self.is_collapsed => self.thin_bar(),
            true => need::HEIGHT,
            false => bar::HEIGHT,
        };
        Rect::new(slot.bar.from, self.bar_top(row), slot.bar.width(), height)
    }

    /// Height of a bar where the lane is collapsed, in points.
    fn thin_bar(&self) -> f64 {
        const MOST: f64 = 8.0;
        const LEAST: f64 = 1.0;
        (0.8 * self.pitch()).clamp(LEAST, MOST)
    }

    /// Fills an empty lane with bars or milestones.
    pub(crate) fn pack(&mut self, slots: Vec<Slot>) {
        self.rows = packed(slots);
        self.measure();
    }

    /// Follows bars that have gone and come; tells which slots stand on another row than before.
    pub(crate) fn follow(&mut self, gone: &[Slot], come: Vec<Slot>) -> Vec<(Slot, usize)> {
        let moved = repack(&mut self.rows, gone, come);
        self.measure();
        moved
    }

    /// Fills an empty lane with items, each on a row of its own, in that order.
    pub(crate) fn list(&mut self, slots: Vec<Slot>) {
        self.rows = slots.into_iter().map(|slot| vec![slot]).collect();
        self.measure();
    }

    /// Follows items that have gone and come where each has a row; tells which slots stand on another row than before.
    pub(crate) fn follow_each(
        &mut self,
        plan: &Plan,
        sort: Sort,
        gone: &[Slot],
        come: Vec<Slot>,
    ) -> Vec<(Slot, usize)> {
        let gone: HashSet<Held> = gone.iter().map(|slot| slot.held).collect();
        let is_gone = |row: &Vec<Slot>| row.iter().any(|slot| gone.contains(&slot.held));
        let mut first = self.rows.iter().position(is_gone).unwrap_or(self.rows.len());
        self.rows.retain(|row| !is_gone(row));
        for slot in come {
            let Some(item) = listed(plan, &slot) else { continue };
            let comes_before = |row: &Vec<Slot>| {
                row.first()
                    .and_then(|slot| listed(plan, slot))
                    .is_some_and(|other| sort.compare(plan, other, item).is_lt())
            };
            let row = self.rows.partition_point(comes_before);
            self.rows.insert(row, vec![slot]);
            first = first.min(row);
        }
        self.measure();
        let rows = self.rows.iter().enumerate().skip(first);
        rows.flat_map(|(row, slots)| slots.iter().map(move |slot| (*slot, row))).collect()
    }

    /// Brings what is told of the rows as a whole up to date.
    fn measure(&mut self) {
        self.count = self.rows.iter().map(Vec::len).sum();
        // Slots of a row do not overlap, so the first begins first and the last ends last.
        let ends = self.rows.iter().filter_map(|row| Some((row.first()?.room.from, row.last()?.room.to)));
        self.reach = ends
            .map(|(from, to)| Room { from, to })
            .reduce(|a, b| Room { from: a.from.min(b.from), to: a.to.max(b.to) });
    }

    /// Fills an empty lane with chips one after the other, in lines as wide as the flow; none stands across a wall.
    pub(crate) fn flow(&mut self, mut items: Vec<&WorkItem>, surface: &Surface, fonts: &Fonts) {
        items.sort_by_key(|item| (item.rank, item.id));
        self.rows = flowed(items.into_iter().map(|item| chip(item, surface, fonts)), surface);
        self.measure();
    }
}

/// A chip at the beginning of a flow.
pub(crate) fn chip(item: &WorkItem, surface: &Surface, fonts: &Fonts) -> Slot {
    let from = surface.flow.from;
    let name = bar::name_width(&item.title, fonts);
    let bar = Room { from, to: from + bar::chip_width(name, surface) };
    Slot { held: Held::Item(item.id), bar, room: bar, days: None, name }
}

/// Chips in rows, one after the other, wherever they stood before.
pub(crate) fn flowed(chips: impl IntoIterator<Item = Slot>, surface: &Surface) -> Rows {
    let mut rows = Rows::new();
    for chip in chips {
        let (row, bar) = next_in_flow(&rows, chip.bar.width(), surface);
        if rows.len() <= row {
            rows.push(Vec::new());
        }
        rows[row].push(Slot { bar, room: bar, ..chip });
    }
    rows
}

/// Where a chip of that width goes after those that flow in rows: on which of them, or on a new one, and where there.
fn next_in_flow(rows: &Rows, width: f64, surface: &Surface) -> (usize, Room) {
    let flow = surface.flow;
    let last = rows.last().and_then(|row| row.last());
    let mut free = last.map_or(f64::INFINITY, |slot| slot.bar.to + CHIP_GAP);
    let window = surface.walls.window_from(free);
    if free > window.from && free + width > window.to {
        free = window.to + CHIP_GAP;
    }
    match rows.len().checked_sub(1) {
        Some(row) if free + width <= flow.to => (row, Room { from: free, to: free + width }),
        _ => (rows.len(), Room { from: flow.from, to: flow.from + width }),
    }
}

/// The slot of a dated item, if any of its days is shown.
pub(crate) fn item_slot(plan: &Plan, item: &WorkItem, surface: &Surface, fonts: &Fonts) -> Option<Slot> {
    let span = plan.span_of(item).filter(|span| surface.shows(*span))?;
    Some(bar_slot(Held::Item(item.id), span, bar::name_width(&item.title, fonts), surface))
}

/// The slot of a bar that stands for some days, with a name of that width.
pub(crate) fn bar_slot(held: Held, days: Span, name: f64, surface: &Surface) -> Slot {
    let bar = stretch(days, surface);
    Slot { held, bar, room: bar::room(name, bar, surface), days: Some(days), name }
}

/// The slot of an item on a row of its own: of no width if it has no bar.
pub(crate) fn row_slot(plan: &Plan, item: &WorkItem, surface: &Surface, fonts: &Fonts) -> Slot {
    let barless = || barless(item.id, bar::name_width(&item.title, fonts), surface);
    item_slot(plan, item, surface, fonts).unwrap_or_else(barless)
}

/// The slot of an item that has a row but no bar.
pub(crate) fn barless(item: ItemId, name: f64, surface: &Surface) -> Slot {
    let nowhere = Room { from: surface.flow.from, to: surface.flow.from };
    Slot { held: Held::Item(item), bar: nowhere, room: nowhere, days: None, name }
}

/// The item that a slot holds.
pub(crate) fn item_in(slot: &Slot) -> Option<ItemId> {
    match slot.held {
        Held::Item(id) => Some(id),
        Held::Milestone(_) | Held::Need(_) | Held::Cost(_) => None,
    }
}

fn listed<'p>(plan: &'p Plan, slot: &Slot) -> Option<&'p WorkItem> {
    item_in(slot).and_then(|id| plan.items().get(id))
}

/// The stretch of a bar, at least as wide as can be seen. Its least width does not carry it over a wall.
pub(crate) fn stretch(span: Span, surface: &Surface) -> Room {
    let (from, to) = (x_of(span.first, surface.scale), x_of(span.last.plus(1), surface.scale));
    let whole = surface.walls.whole();
    let wall = surface.walls.window_to(to).to.max(to);
    let to = (from + bar::LEAST_WIDTH).min(wall).max(to).max(whole.from + bar::LEAST_WIDTH);
    Room { from: from.min(to - bar::LEAST_WIDTH).min(whole.to - bar::LEAST_WIDTH), to }
}

/// The slot of a milestone, if its day is shown.
pub(crate) fn milestone_slot(milestone: &Milestone, surface: &Surface, fonts: &Fonts) -> Option<Slot> {
    let days = Span { first: milestone.day, last: milestone.day };
    if !surface.shows(days) {
        return None;
    }
    let middle = milestone::middle(milestone, surface.scale);
    let name = milestone::name_width(milestone, fonts);
    let room = milestone::room(name, middle, surface);
    let (held, bar) = (Held::Milestone(milestone.id), milestone::diamond(middle));
    Some(Slot { held, bar, room, days: Some(days), name })
}
