//! Lanes: which items stand in which row group, and where on it.

use milepost_plan::{Horizon, ItemId, Milestone, MilestoneId, Plan, ThemeId, ViewSettings, WorkItem};

use crate::axis::x_of;
use crate::bar;
use crate::fonts::{Fonts, Weight};
use crate::packing::{self, Room};
use crate::scene::{LaneKey, Rect};
use crate::speech;

/// From one row of bars to the next, in points.
pub(crate) const ROW: f64 = 30.0;
/// Space above the first row and below the last, in points.
const PADDING: f64 = 5.0;
/// Space above a bar inside its row, in points.
const ABOVE_BAR: f64 = 3.0;
/// Height of the row of milestones if one row is enough, in points.
const MILESTONE_ROW: f64 = 26.0;
/// Space between two chips of a horizon, in points.
const CHIP_GAP: f64 = 9.0;
/// Half the width of a milestone's diamond, in points.
pub(crate) const DIAMOND: f64 = 7.0;
/// Space between a diamond's middle and its name, in points.
pub(crate) const DIAMOND_TO_NAME: f64 = 12.0;
/// Type of a milestone's name.
pub(crate) const MILESTONE_SIZE: f64 = 12.0;
pub(crate) const MILESTONE_WEIGHT: Weight = Weight::SemiBold;

/// Where horizon items flow, since they have no place on the axis, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Flow {
    pub left: f64,
    pub width: f64,
}

/// What a slot holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Held {
    Item(ItemId),
    Milestone(MilestoneId),
}

/// One thing on a row: where it begins and how wide it is, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Slot {
    pub held: Held,
    pub x: f64,
    pub width: f64,
    /// How far its name may reach, at least.
    pub until: f64,
}

/// A row group of the roadmap.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Lane {
    pub key: LaneKey,
    pub name: String,
    pub hue: u8,
    /// Distance of its top from the top of all lanes, in points.
    pub top: f64,
    /// Rows from the top; slots in the order of their x.
    pub rows: Vec<Vec<Slot>>,
    pub count: usize,
}

impl Lane {
    /// All lanes of a view from top to bottom, still empty.
    pub(crate) fn all(plan: &Plan, view: &ViewSettings) -> Vec<Self> {
        let empty = |key, name: &str, hue| Self {
            key,
            name: name.to_owned(),
            hue,
            top: 0.0,
            rows: Vec::new(),
            count: 0,
        };
        let milestones = view.show_milestones.then(|| empty(LaneKey::Milestones, "Milestones", 0));
        let of_theme = |theme: Option<ThemeId>| LaneKey::Theme { theme };
        let themes = plan.themes_in_order();
        let themes = themes.into_iter().map(|theme| empty(of_theme(Some(theme.id)), &theme.name, theme.hue));
        let rest = [empty(of_theme(None), "No theme", 0)];
        let horizons = Horizon::ALL.map(|at| empty(LaneKey::Horizon { horizon: at }, speech::horizon(at), 0));
        milestones.into_iter().chain(themes).chain(rest).chain(horizons).collect()
    }

    /// Whether there is anything to show; lanes that stand for something the user made are shown empty, too.
    pub(crate) fn is_shown(&self) -> bool {
        match self.key {
            LaneKey::Milestones | LaneKey::Theme { theme: Some(_) } => true,
            LaneKey::Theme { theme: None } | LaneKey::Horizon { .. } => self.count > 0,
        }
    }

    pub(crate) fn height(&self) -> f64 {
        let rows = self.rows.len().max(1);
        #[allow(clippy::cast_precision_loss, reason = "no lane has that many rows")]
        let rows = rows as f64;
        match self.key {
            _ if !self.is_shown() => 0.0,
            LaneKey::Milestones => rows * MILESTONE_ROW + 2.0 * PADDING,
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
            LaneKey::Milestones => self.top + PADDING + row * MILESTONE_ROW,
            LaneKey::Theme { .. } | LaneKey::Horizon { .. } => self.top + PADDING + ABOVE_BAR + row * ROW,
        }
    }

    /// The rows that a band of the surface touches.
    pub(crate) fn rows_between(&self, top: f64, bottom: f64) -> std::ops::Range<usize> {
        let pitch = if self.key == LaneKey::Milestones { MILESTONE_ROW } else { ROW };
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "casting saturates at the ends"
        )]
        let index = |y: f64| ((y - self.top - PADDING) / pitch).floor().max(0.0) as usize;
        let last = self.rows.len();
        index(top).min(last)..(index(bottom) + 1).min(last)
    }

    /// Where a slot's bar stands.
    pub(crate) fn rect(&self, row: usize, slot: &Slot) -> Rect {
        Rect::new(slot.x, self.bar_top(row), slot.width, bar::HEIGHT)
    }

    /// Whether an item of the plan belongs here.
    pub(crate) fn holds(&self, item: &WorkItem, view: &ViewSettings) -> bool {
        key_of(item, view) == Some(self.key)
    }

    /// Fills the lane from the plan.
    pub(crate) fn fill(&mut self, plan: &Plan, view: &ViewSettings, scale: f64, flow: Flow, fonts: &Fonts) {
        match self.key {
            LaneKey::Milestones => {
                self.pack(plan.milestones().iter().map(|row| milestone_slot(row, scale, fonts)).collect());
            }
            LaneKey::Theme { theme } => {
                let items = plan.items_of_theme(theme).filter(|item| self.holds(item, view));
                let slots = items.filter_map(|item| item_slot(item, scale, fonts)).collect();
                self.pack(slots);
            }
            LaneKey::Horizon { .. } => {
                let mut items: Vec<_> =
                    plan.items_with_horizon().filter(|item| self.holds(item, view)).collect();
                items.sort_by_key(|item| (item.rank, item.id));
                self.flow(&items, flow, fonts);
            }
        }
    }

    fn pack(&mut self, mut slots: Vec<Slot>) {
        slots.sort_by(|a, b| a.x.total_cmp(&b.x).then(b.width.total_cmp(&a.width)).then(a.held.cmp(&b.held)));
        let rows = packing::rows(slots.iter().map(|slot| Room { from: slot.x, to: slot.until }));
        self.count = slots.len();
        self.rows.clear();
        for (slot, row) in slots.into_iter().zip(rows) {
            if self.rows.len() <= row {
                self.rows.resize_with(row + 1, Vec::new);
            }
            self.rows[row].push(slot);
        }
    }

    /// Chips one after the other, in lines of the flow's width.
    fn flow(&mut self, items: &[&WorkItem], flow: Flow, fonts: &Fonts) {
        self.count = items.len();
        self.rows.clear();
        let mut x = f64::INFINITY;
        for item in items {
            let width = bar::chip_width(&item.title, fonts).min(flow.width);
            if x + width > flow.left + flow.width {
                self.rows.push(Vec::new());
                x = flow.left;
            }
            let slot = Slot { held: Held::Item(item.id), x, width, until: x + width };
            if let Some(row) = self.rows.last_mut() {
                row.push(slot);
            }
            x += width + CHIP_GAP;
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

/// The slot of a dated item.
pub(crate) fn item_slot(item: &WorkItem, scale: f64, fonts: &Fonts) -> Option<Slot> {
    let span = item.schedule.span()?;
    let x = x_of(span.first, scale);
    let width = (x_of(span.last.plus(1), scale) - x).max(bar::LEAST_WIDTH);
    let until = x + bar::room(&item.title, width, fonts);
    Some(Slot { held: Held::Item(item.id), x, width, until })
}

/// The slot of a milestone, from the left of its diamond to the end of its name.
fn milestone_slot(milestone: &Milestone, scale: f64, fonts: &Fonts) -> Slot {
    const LONGEST_NAME: f64 = 220.0;
    let middle = x_of(milestone.day, scale) + scale / 2.0;
    let name = fonts.width(&milestone.name, MILESTONE_WEIGHT, MILESTONE_SIZE).min(LONGEST_NAME);
    let x = middle - DIAMOND;
    Slot {
        held: Held::Milestone(milestone.id),
        x,
        width: 2.0 * DIAMOND,
        until: middle + DIAMOND_TO_NAME + name,
    }
}
