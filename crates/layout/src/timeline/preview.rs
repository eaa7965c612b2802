//! What a gesture would do, drawn before it is done: only what moves, over a picture that stands still.

use milepost_plan::{Change, ItemId, Plan, Schedule, ThemeId, WorkItem};
use serde::Serialize;

use super::Timeline;
use crate::bar::{self, Look};
use crate::fonts::Fonts;
use crate::lane::{Held, Slot, item_slot, key_of};
use crate::links::Ends;
use crate::scene::{Node, Rect};
use crate::speech;

/// The moving layer of a gesture.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Preview {
    /// Bars and dependency lines as they would be, in painting order.
    pub nodes: Vec<Node>,
    /// The items that would change, and to what.
    pub items: Vec<PreviewItem>,
}

/// What an item would become.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PreviewItem {
    /// Which item.
    pub id: ItemId,
    /// Its place in time.
    pub schedule: Schedule,
    /// Its theme.
    pub theme: Option<ThemeId>,
    /// Where its bar would stand; none if it would leave the timeline.
    pub rect: Option<Rect>,
    /// Why its dates would not hold, if they would not.
    pub conflict: Option<String>,
}

impl Timeline {
    /// The moving layer for `changes`, which `plan` already has while this timeline still stands as before.
    ///
    /// Bars keep their row unless they change lanes: nothing else jumps before the gesture ends.
    pub fn preview(&self, plan: &Plan, changes: &[Change], fonts: &Fonts) -> Preview {
        let items = changes.iter().filter_map(|change| match change {
            Change::Item(diff) => diff.after.as_ref(),
            _ => None,
        });
        let (mut bars, mut lines, mut changed) = (Vec::new(), Vec::new(), Vec::new());
        for item in items {
            let conflict = self.conflict_of(plan, item.id).map(|conflict| conflict.reason);
            let rect = self.moved_rect(item, fonts);
            if let Some((rect, lane)) = rect {
                let lane = &self.lanes[lane];
                let look =
                    Look { item, hue: self.hue_of(plan, lane, item.theme), conflict: conflict.as_deref() };
                bars.extend(bar::nodes(
                    &look,
                    rect,
                    f64::INFINITY,
                    speech::item(item, &lane.name, None),
                    fonts,
                ));
                lines.extend(self.moved_links(plan, item, rect, changes, fonts));
            }
            let rect = rect.map(|(rect, _)| rect);
            changed.push(PreviewItem {
                id: item.id,
                schedule: item.schedule,
                theme: item.theme,
                rect,
                conflict,
            });
        }
        lines.append(&mut bars);
        Preview { nodes: lines, items: changed }
    }

    /// Where the bar would stand and in which lane, with the packing of now.
    fn moved_rect(&self, item: &WorkItem, fonts: &Fonts) -> Option<(Rect, usize)> {
        let key = key_of(item, &self.view)?;
        let index = self.lanes.iter().position(|lane| lane.key == key)?;
        let lane = &self.lanes[index];
        let slot = match item_slot(item, self.scale, fonts) {
            Some(slot) => slot,
            None => {
                let width = bar::chip_width(&item.title, fonts);
                Slot { held: Held::Item(item.id), x: self.flow.left, width, until: self.flow.left + width }
            }
        };
        let row = match self.places.get(&item.id) {
            Some(place) if place.lane == index => place.row,
            _ => free_row(&lane.rows, &slot),
        };
        Some((lane.rect(row, &slot), index))
    }

    /// The dependency lines of an item whose bar would stand at `rect`.
    fn moved_links(
        &self,
        plan: &Plan,
        item: &WorkItem,
        rect: Rect,
        changes: &[Change],
        fonts: &Fonts,
    ) -> Vec<Node> {
        let moving = |id: ItemId| {
            changes.iter().any(|change| matches!(change, Change::Item(diff) if diff.id() == Some(id)))
        };
        let stands = |id: ItemId| {
            if id == item.id {
                Some(rect)
            } else if moving(id) {
                plan.items().get(id).and_then(|item| self.moved_rect(item, fonts)).map(|(rect, _)| rect)
            } else {
                self.rect_of(id)
            }
        };
        let rows = plan.dependencies_of(item.id).filter(|row| self.links.contains_key(&row.id));
        let lines = rows.filter_map(|row| {
            let ends = Ends { from: stands(row.predecessor)?, to: stands(row.successor)?, kind: row.kind };
            Some(ends.nodes(row.id, plan.conflict(row, &self.calendar).is_some()))
        });
        lines.flatten().collect()
    }
}

/// The first row where the slot is free, or the one after the last.
fn free_row(rows: &[Vec<Slot>], slot: &Slot) -> usize {
    let free = |row: &Vec<Slot>| row.iter().all(|other| other.until < slot.x || other.x > slot.until);
    rows.iter().position(free).unwrap_or(rows.len())
}
