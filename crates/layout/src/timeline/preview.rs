//! What a gesture would do, drawn before it is done: only what moves, over a picture that stands still, and of that only
//! what is in sight, since a gesture may push hundreds of bars with every move of the hand.

mod grown;
mod lines;
mod needs;
mod places;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use milepost_plan::{
    Change, Conflict, Dependency, DependencyId, ItemId, Ledger, Plan, Schedule, Span, ThemeId, WorkItem,
};
use serde::Serialize;

use self::places::Standing;
use super::consequences::epics_above;
use super::{Timeline, Viewport};
use crate::bar::{self, Site};
use crate::fonts::Fonts;
use crate::links::Ends;
use crate::packing::Room;
use crate::rows::{Held, Slot};
use crate::scene::{Node, Rect};

/// The moving layer of a gesture.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "GesturePreview"))]
pub struct Preview {
    /// Bars and dependency lines as they would be, in painting order.
    pub nodes: Vec<Node>,
    /// The items that would change and that are in sight or would be, and to what.
    pub items: Vec<PreviewItem>,
    /// The other items that would change, but for those that only follow what they hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(as = "Option<Vec<ItemId>>", optional))]
    pub elsewhere: Vec<ItemId>,
    /// Keys of what is drawn anew whole besides the bars of these items, where it stands now.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(as = "Option<Vec<String>>", optional))]
    pub lifted: Vec<String>,
    /// The room that lanes would have to grow by, over what stands there as long as nothing is done.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(as = "Option<Vec<Rect>>", optional))]
    pub grown: Vec<Rect>,
    /// The heads of budget lines as they would be, where they stand now, for the column of lane names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(as = "Option<Vec<Node>>", optional))]
    pub heads: Vec<Node>,
    /// The items that would stay where they are and be too early there.
    pub troubled: Vec<Troubled>,
}

/// An item that stays where it is while what it waits for moves too far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Troubled {
    /// Which item.
    pub id: ItemId,
    /// Its title.
    pub title: String,
    /// Why its dates would not hold.
    pub conflict: Conflict,
}

/// Where the bar of a changed item would stand, with the packing of now.
#[derive(Debug, Clone, Copy)]
struct Moved {
    rect: Rect,
    lane: usize,
    /// Whether it stands in another lane so far, or in none.
    comes: bool,
}

/// What an item would become.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "GesturePreviewItem"))]
pub struct PreviewItem {
    /// Which item.
    pub id: ItemId,
    /// Its place in time.
    pub schedule: Schedule,
    /// The days that its bar would take.
    pub span: Option<Span>,
    /// Whether it only follows what it holds.
    pub is_above: bool,
    /// Its theme.
    pub theme: Option<ThemeId>,
    /// The name of the lane of a features roadmap that it would come to, if that is another than it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub lane: Option<String>,
    /// Where its bars would stand: one, but for an item that serves several needs of a needs roadmap; none if it would
    /// leave the timeline.
    pub rects: Vec<Rect>,
    /// Why its dates would not hold, if they would not.
    pub conflict: Option<Conflict>,
}

impl PreviewItem {
    fn of(
        plan: &Plan,
        item: &WorkItem,
        is_above: bool,
        rects: Vec<Rect>,
        conflict: Option<Conflict>,
    ) -> Self {
        let (id, schedule, theme) = (item.id, item.schedule, item.theme);
        Self { id, schedule, span: plan.span_of(item), is_above, theme, lane: None, rects, conflict }
    }
}

impl Timeline {
    /// The moving layer for `changes`, which `plan` already has while this timeline still stands as before, as far as
    /// it touches a part of the surface.
    ///
    /// Bars keep their row unless they change lanes: nothing else jumps before the gesture ends, but for the chips of a
    /// horizon that something comes to.
    ///
    /// Of a budget roadmap, it adds up all money of the plan first: [`Timeline::preview_by`] is for who has done that.
    pub fn preview(&self, plan: &Plan, changes: &[Change], part: Viewport, fonts: &Fonts) -> Preview {
        let ledger = self.holds_money().then(|| Ledger::of(plan, self.today));
        self.preview_by(plan, ledger.as_ref(), changes, part, fonts)
    }

    /// The same with the ledger of the changed plan on this timeline's day, which only a budget roadmap asks for.
    pub fn preview_by(
        &self,
        plan: &Plan,
        ledger: Option<&Ledger>,
        changes: &[Change],
        part: Viewport,
        fonts: &Fonts,
    ) -> Preview {
        let part = part.rect();
        if let Some(ledger) = ledger.filter(|_| self.holds_money()) {
            return self.preview_of_lines(plan, ledger, changes, part, fonts);
        }
        if self.holds_needs() {
            return self.preview_of_needs(plan, changes, part, fonts);
        }
        let changed: Vec<(&WorkItem, bool)> = moved_items(plan, changes).collect();
        let Standing { moved, shoved } =
            self.standing_after(plan, changed.iter().map(|(item, _)| *item), fonts);
        let comes = moved.values().filter(|moved| moved.comes).chain(shoved.values());
        let (grown, mut nodes) = self.grown(plan, comes, part);
        let mut lifted = Vec::new();
        for (id, place) in &shoved {
            let Some(item) = plan.items().get(*id).filter(|_| self.is_near(part, *id, Some(*place))) else {
                continue;
            };
            lifted.push(bar::key(*id));
            let site = Site::alone(place.rect, &self.surface);
            nodes.extend(self.bar_nodes(plan, item, &self.lanes[place.lane], &site, None, fonts));
        }
        nodes.extend(self.moved_links(plan, changes, &moved, part));
        // What stays lies under what is moved over it.
        let ids = changed.iter().map(|(item, _)| item.id).chain(shoved.into_keys()).collect();
        let troubled = self.waiting_for(plan, &ids, part, &mut nodes, fonts);
        let (mut items, mut elsewhere) = (Vec::new(), Vec::new());
        for (item, is_above) in changed {
            let place = moved.get(&item.id).copied();
            if !self.is_near(part, item.id, place) {
                elsewhere.extend((!is_above).then_some(item.id));
                continue;
            }
            let conflict = self.conflict_of(plan, item.id);
            if let Some(Moved { rect, lane, .. }) = place {
                let (lane, site) = (&self.lanes[lane], Site::alone(rect, &self.surface));
                nodes.extend(self.bar_nodes(plan, item, lane, &site, conflict.as_ref(), fonts));
            }
            let rects = place.into_iter().map(|place| place.rect).collect();
            let comes = place.filter(|place| place.comes);
            let lane = comes.map(|place| self.lanes[place.lane].whole_name());
            items.push(PreviewItem { lane, ..PreviewItem::of(plan, item, is_above, rects, conflict) });
        }
        Preview { nodes, items, elsewhere, lifted, grown, heads: Vec::new(), troubled }
    }

    /// Draws anew what waits for changed items and stays where it is, since its dates may hold no more or hold again;
    /// tells whose do not.
    fn waiting_for(
        &self,
        plan: &Plan,
        changed: &HashSet<ItemId>,
        part: Rect,
        nodes: &mut Vec<Node>,
        fonts: &Fonts,
    ) -> Vec<Troubled> {
        let rows = changed.iter().flat_map(|id| plan.dependencies_of(*id));
        let stays =
            |row: &&Dependency| changed.contains(&row.predecessor) && !changed.contains(&row.successor);
        let mut waiting: BTreeMap<ItemId, Option<Conflict>> = BTreeMap::new();
        for row in rows.filter(stays) {
            let conflict = waiting.entry(row.successor).or_default();
            *conflict = conflict.take().or_else(|| plan.conflict(row, &self.calendar));
        }
        let near = waiting.keys().filter(|id| self.is_near(part, **id, None));
        nodes.extend(near.flat_map(|id| self.standing(plan, *id, fonts)));
        let troubled = waiting.into_iter().filter_map(|(id, conflict)| {
            let title = plan.items().get(id)?.title.clone();
            Some(Troubled { id, title, conflict: conflict? })
        });
        troubled.collect()
    }

    /// The nodes of an item's bar where it stands.
    fn standing(&self, plan: &Plan, id: ItemId, fonts: &Fonts) -> Vec<Node> {
        let Some(place) = self.places.get(&id) else { return Vec::new() };
        let lane = &self.lanes[place.lane];
        let index = lane.rows[place.row].iter().position(|slot| slot.held == Held::Item(id));
        index.map_or_else(Vec::new, |index| self.slot(plan, lane, (place.row, index), Room::ENDLESS, fonts))
    }

    /// Whether an item's bar touches a part of the surface where it stands or where it would, with its name. What has
    /// no bar at all is near, since nobody can tell.
    fn is_near(&self, part: Rect, item: ItemId, place: Option<Moved>) -> bool {
        let rects = [self.rect_of(item), place.map(|place| place.rect)];
        rects == [None, None] || rects.into_iter().flatten().any(|rect| self.touches(part, rect))
    }

    /// Whether something that stands there may touch a part of the surface, with its name and its marks.
    fn touches(&self, part: Rect, rect: Rect) -> bool {
        // Names stand beside bars, marks a little over them.
        let (beside, over) = (self.surface.naming.reach + bar::MARK_REACH, bar::MARK_REACH);
        let (width, height) = (rect.width + 2.0 * beside, rect.height + 2.0 * over);
        Rect::new(rect.x - beside, rect.y - over, width, height).intersects(part)
    }

    /// The dependency lines in a part of the surface that move, come or change their looks.
    fn moved_links(
        &self,
        plan: &Plan,
        changes: &[Change],
        moved: &HashMap<ItemId, Moved>,
        part: Rect,
    ) -> Vec<Node> {
        if !self.view.show_dependencies {
            return Vec::new();
        }
        let of_items = moved.keys().flat_map(|id| plan.dependencies_of(*id)).map(|row| row.id);
        let changed = changes.iter().filter_map(|change| match change {
            Change::Dependency(diff) => diff.after.as_ref().map(|row| row.id),
            _ => None,
        });
        let ids: BTreeSet<DependencyId> = of_items.chain(changed).collect();
        let stands = |id: ItemId| {
            plan.span_of(plan.items().get(id)?)?;
            moved.get(&id).map(|moved| moved.rect).or_else(|| self.rect_of(id))
        };
        let lines = ids.into_iter().filter_map(|id| {
            let row = plan.dependencies().get(id)?;
            let ends = Ends { from: stands(row.predecessor)?, to: stands(row.successor)?, kind: row.kind };
            let is_near = ends.bounds().intersects(part);
            is_near.then(|| ends.nodes(id, plan.conflict(row, &self.calendar).is_some()))
        });
        lines.flatten().collect()
    }
}

fn changed_items(changes: &[Change]) -> impl Iterator<Item = &WorkItem> {
    changes.iter().filter_map(|change| match change {
        Change::Item(diff) => diff.after.as_ref(),
        _ => None,
    })
}

/// The changed items, and the epics that span other days by that.
fn moved_items<'p>(plan: &'p Plan, changes: &'p [Change]) -> impl Iterator<Item = (&'p WorkItem, bool)> {
    let epics = epics_above(plan, changes).into_iter().map(|item| (item, true));
    changed_items(changes).map(|item| (item, false)).chain(epics)
}

/// The first row where the slot is free, or the one after the last.
fn free_row(rows: &[Vec<Slot>], slot: &Slot) -> usize {
    let apart = |other: &Slot| other.room.to < slot.room.from || other.room.from > slot.room.to;
    rows.iter().position(|row| row.iter().all(apart)).unwrap_or(rows.len())
}
