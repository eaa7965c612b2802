//! Lanes: which items stand in which row group, and where on it.

use milepost_plan::{Horizon, Milestone, Plan, Span, ThemeId, ViewSettings, WorkItem};

use crate::axis::x_of;
use crate::bar;
use crate::fonts::Fonts;
use crate::milestone;
use crate::packing::Room;
use crate::rows::{Held, Rows, Slot, repack};
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
    pub hue: u8,
    /// Distance of its top from the top of all lanes, in points.
    pub top: f64,
    pub rows: Rows,
    pub count: usize,
    /// From where the first of its slots begins to where the last one ends; none if it is empty.
    pub reach: Option<Room>,
    /// Whether it is shown with nothing in it, too.
    pub stays: bool,
}

impl Lane {
    /// All lanes of a view from top to bottom, still empty.
    pub(crate) fn all(plan: &Plan, view: &ViewSettings, surface: &Surface) -> Vec<Self> {
        let empty = |key, name: &str, hue| Self {
            key,
            name: name.to_owned(),
            hue,
            top: 0.0,
            rows: Rows::new(),
            count: 0,
            reach: None,
            // What nobody has made need not be there to be dropped on.
            stays: surface.keeps_empty_lanes
                && matches!(key, LaneKey::Milestones | LaneKey::Theme { theme: Some(_) }),
        };
        let milestones = view.show_milestones.then(|| empty(LaneKey::Milestones, "Milestones", 0));
        let of_theme = |theme: Option<ThemeId>| LaneKey::Theme { theme };
        let themes = plan.themes_in_order();
        let themes = themes.into_iter().map(|theme| empty(of_theme(Some(theme.id)), &theme.name, theme.hue));
        let rest = [empty(of_theme(None), "No theme", 0)];
        let horizons = Horizon::ALL.map(|at| empty(LaneKey::Horizon { horizon: at }, speech::horizon(at), 0));
        milestones.into_iter().chain(themes).chain(rest).chain(horizons).collect()
    }

    /// Whether there is anything to show.
    pub(crate) fn is_shown(&self) -> bool {
        self.stays || self.count > 0
    }

    pub(crate) fn height(&self) -> f64 {
        let rows = self.rows.len().max(1);
        #[allow(clippy::cast_precision_loss, reason = "no lane has that many rows")]
        let rows = rows as f64;
        match self.key {
            _ if !self.is_shown() => 0.0,
            LaneKey::Milestones => rows * milestone::ROW + 2.0 * PADDING,
            LaneKey::Theme { .. } | LaneKey::Horizon { .. } => rows * ROW + 2.0 * PADDING,
        }
    }

    pub(crate) fn bottom(&self) -> f64 {
        self.top + self.height()
    }

    /// Top of a row's bars from the top of all lanes, in points.
    pub(crate) fn bar_top(&self, row: usize) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "no lane has that many rows")]
        let row = row as f64;
        match self.key {
            LaneKey::Milestones => self.top + PADDING + row * milestone::ROW,
            LaneKey::Theme { .. } | LaneKey::Horizon { .. } => self.top + PADDING + ABOVE_BAR + row * ROW,
        }
    }

    /// From one row to the next, in points.
    pub(crate) fn pitch(&self) -> f64 {
        if self.key == LaneKey::Milestones { milestone::ROW } else { ROW }
    }

    /// The rows whose bars and marks a band of the surface may touch.
    pub(crate) fn rows_between(&self, top: f64, bottom: f64) -> std::ops::Range<usize> {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "casting saturates at the ends"
        )]
        let index = |y: f64| ((y - self.top - PADDING) / self.pitch()).floor().max(0.0) as usize;
        let last = self.rows.len();
        index(top - bar::MARK_REACH).min(last)..index(bottom + bar::MARK_REACH).saturating_add(1).min(last)
    }

    /// Where a slot's bar stands.
    pub(crate) fn rect(&self, row: usize, slot: &Slot) -> Rect {
        Rect::new(slot.bar.from, self.bar_top(row), slot.bar.width(), bar::HEIGHT)
    }

    /// Whether an item of the plan belongs here.
    pub(crate) fn holds(&self, item: &WorkItem, view: &ViewSettings) -> bool {
        key_of(item, view) == Some(self.key)
    }

    /// Fills the lane from the plan.
    pub(crate) fn fill(&mut self, plan: &Plan, view: &ViewSettings, surface: &Surface, fonts: &Fonts) {
        self.rows.clear();
        match self.key {
            LaneKey::Milestones => {
                let shown = plan.milestones().iter().filter(|row| surface.shows(only(row)));
                let slots = shown.map(|row| milestone_slot(row, surface, fonts)).collect();
                repack(&mut self.rows, &[], slots);
            }
            LaneKey::Theme { theme } => {
                let items = plan.items_of_theme(theme).filter(|item| self.holds(item, view));
                let slots = items.filter_map(|item| item_slot(item, surface, fonts)).collect();
                repack(&mut self.rows, &[], slots);
            }
            LaneKey::Horizon { .. } => {
                let mut items: Vec<_> =
                    plan.items_with_horizon().filter(|item| self.holds(item, view)).collect();
                items.sort_by_key(|item| (item.rank, item.id));
                self.flow(&items, surface, fonts);
            }
        }
        self.measure();
    }

    /// Follows bars that have gone and come; tells which slots stand on another row than before.
    pub(crate) fn follow(&mut self, gone: &[Slot], come: Vec<Slot>) -> Vec<(Slot, usize)> {
        let moved = repack(&mut self.rows, gone, come);
        self.measure();
        moved
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

    /// Chips one after the other, in lines as wide as the flow; none stands across a wall.
    fn flow(&mut self, items: &[&WorkItem], surface: &Surface, fonts: &Fonts) {
        let flow = surface.flow;
        let mut free = f64::INFINITY;
        for item in items {
            let width = bar::chip_width(&item.title, surface, fonts);
            let window = surface.walls.window_from(free);
            if free > window.from && free + width > window.to {
                free = window.to + CHIP_GAP;
            }
            if free + width > flow.to {
                self.rows.push(Vec::new());
                free = flow.from;
            }
            let bar = Room { from: free, to: free + width };
            if let Some(row) = self.rows.last_mut() {
                row.push(Slot { held: Held::Item(item.id), bar, room: bar });
            }
            free += width + CHIP_GAP;
        }
    }
}

/// The lane that an item stands in; none if the view does not show it on the timeline.
pub(crate) fn key_of(item: &WorkItem, view: &ViewSettings) -> Option<LaneKey> {
    if !view.kinds.contains(&item.kind) {
        return None;
    }
    match item.schedule.horizon() {
        Some(horizon) => Some(LaneKey::Horizon { horizon }),
        None => item.schedule.span().map(|_| LaneKey::Theme { theme: item.theme }),
    }
}

/// The slot of a dated item, if any of its days is shown.
pub(crate) fn item_slot(item: &WorkItem, surface: &Surface, fonts: &Fonts) -> Option<Slot> {
    let span = item.schedule.span().filter(|span| surface.shows(*span))?;
    let bar = stretch(span, surface);
    let room = bar::room(&item.title, bar, surface, fonts);
    Some(Slot { held: Held::Item(item.id), bar, room })
}

/// The stretch of a bar, at least as wide as can be seen. Its least width does not carry it over a wall.
fn stretch(span: Span, surface: &Surface) -> Room {
    let (from, to) = (x_of(span.first, surface.scale), x_of(span.last.plus(1), surface.scale));
    let whole = surface.walls.whole();
    let wall = surface.walls.window_to(to).to.max(to);
    let to = (from + bar::LEAST_WIDTH).min(wall).max(to).max(whole.from + bar::LEAST_WIDTH);
    Room { from: from.min(to - bar::LEAST_WIDTH).min(whole.to - bar::LEAST_WIDTH), to }
}

fn milestone_slot(milestone: &Milestone, surface: &Surface, fonts: &Fonts) -> Slot {
    let middle = milestone::middle(milestone, surface.scale);
    let room = milestone::room(milestone, middle, surface, fonts);
    Slot { held: Held::Milestone(milestone.id), bar: milestone::diamond(middle), room }
}

/// The span of a milestone's one day.
fn only(milestone: &Milestone) -> Span {
    Span { first: milestone.day, last: milestone.day }
}
