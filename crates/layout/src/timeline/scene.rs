//! The scene of a part of the timeline.

use milepost_plan::{AspectValue, Conflict, Ledger, Milestone, Plan, Roadmap, Span, WorkItem};

use super::{Timeline, Viewport};
use crate::axis::{self, Axis, filled};
use crate::bar::{self, Look, Site};
use crate::fonts::Fonts;
use crate::hue::hue_of;
use crate::lane::{Lane, ROW};
use crate::links::Ends;
use crate::milestone;
use crate::packing::{self, Room};
use crate::paint::Role;
use crate::rows::{Held, Slot};
use crate::scene::{Extent, LaneKey, Node, Rect, Region, RegionKind, Scene, Shape, Target};
use crate::speech;

impl Timeline {
    /// What is in the viewport, and nothing else.
    ///
    /// Wherever two viewports overlap they show the same, so that a screen may be scrolled by moving what is
    /// painted and painting only the strip that came in. Nodes that go on for ever (grounds, lines across and down)
    /// are cut to the viewport.
    ///
    /// Of a budget roadmap, it adds up all money of the plan first: [`Timeline::scene_by`] is for who has done that.
    pub fn scene(&self, plan: &Plan, viewport: Viewport, fonts: &Fonts) -> Scene {
        let ledger = self.holds_money().then(|| Ledger::of(plan, self.today));
        self.scene_by(plan, ledger.as_ref(), viewport, fonts)
    }

    /// The same with the ledger of the plan on this timeline's day, which only a budget roadmap asks for.
    pub fn scene_by(&self, plan: &Plan, ledger: Option<&Ledger>, viewport: Viewport, fonts: &Fonts) -> Scene {
        let covers = viewport.rect();
        let axis = self.axis(plan, covers.x, covers.right());
        let mut axis_nodes = self.flagged(plan, axis.nodes(covers.x, covers.right(), fonts), fonts);
        axis_nodes
            .retain(|node| node.bounds().intersects(Rect::new(covers.x, 0.0, covers.width, axis::HEIGHT)));
        let extent = self.extent_with(ledger);
        let mut body = self.lane_grounds(covers);
        body.extend(self.lines(plan, &axis, covers));
        body.extend(ledger.map(|ledger| self.money(plan, ledger, covers, fonts)).unwrap_or_default());
        body.extend(self.links(plan, covers));
        body.extend(self.slots(plan, covers, Room::ENDLESS, fonts));
        body.extend(self.today_line(covers));
        let names = self.name_nodes(plan, ledger, covers, fonts);
        Scene {
            regions: vec![
                Region { kind: RegionKind::Body, nodes: body },
                Region { kind: RegionKind::Axis, nodes: axis_nodes },
                Region { kind: RegionKind::LaneNames, nodes: names },
            ],
            covers,
            extent,
        }
    }

    /// The nodes with the flag of today. Where it stands depends on the labels around it, not on what is in sight.
    fn flagged(&self, plan: &Plan, nodes: Vec<Node>, fonts: &Fonts) -> Vec<Node> {
        const AROUND: f64 = 200.0;
        let x = axis::x_of(self.today, self.scale());
        let axis = self.axis(plan, x - AROUND, x + AROUND);
        axis.flagged(nodes, self.today, Room::ENDLESS, fonts)
    }

    /// The line of today, if it touches an area.
    pub(crate) fn today_line(&self, covers: Rect) -> Option<Node> {
        let line = axis::today_line(self.today, self.scale(), 0.0, self.days_end(covers));
        line.bounds().intersects(covers).then_some(line)
    }

    /// The whole surface: everything that stands on it and today, with a season around it.
    pub fn extent(&self) -> Extent {
        self.extent_with(None)
    }

    /// The same with all months in which money falls.
    pub(super) fn extent_with(&self, ledger: Option<&Ledger>) -> Extent {
        const SEASON: f64 = 120.0;
        let mut left = axis::x_of(self.today, self.scale());
        let mut right = left;
        for reach in self.lanes.iter().filter_map(|lane| lane.reach) {
            left = left.min(reach.from);
            right = right.max(reach.to);
        }
        if let Some(months) = ledger.filter(|_| self.holds_money()).and_then(Ledger::span) {
            left = left.min(axis::x_of(months.first, self.scale()));
            right = right.max(axis::x_of(months.last.month_start_plus(1), self.scale()));
        }
        let margin = (SEASON * self.scale()).max(400.0);
        Extent {
            left: left - margin,
            right: right + margin,
            height: self.height(),
            axis_height: axis::HEIGHT,
            names_width: super::names::WIDTH,
            strip_height: 0.0,
        }
    }

    /// Height of all lanes together, in points.
    pub(crate) fn height(&self) -> f64 {
        self.lanes.last().map_or(0.0, Lane::bottom)
    }

    pub(crate) fn axis(&self, plan: &Plan, left: f64, right: f64) -> Axis {
        Axis::between(left, right, self.scale(), plan.settings())
    }

    pub(crate) fn lanes_between(&self, top: f64, bottom: f64) -> impl Iterator<Item = &Lane> {
        let first = self.lanes.partition_point(|lane| lane.bottom() <= top);
        self.lanes[first..].iter().take_while(move |lane| lane.top < bottom).filter(|lane| lane.is_shown())
    }

    /// The area of each lane, which the pointer can meet.
    fn lane_grounds(&self, covers: Rect) -> Vec<Node> {
        let grounds = self.lanes_between(covers.y, covers.bottom()).map(|lane| {
            let rect = Rect::new(covers.x, lane.top, covers.width, lane.height());
            let shape = Shape::Rect { rect, radius: 0.0, fill: None, stroke: None };
            Node {
                target: Some(Target::Lane { lane: lane.key.clone() }),
                ..Node::new(lane_node_key(&lane.key, "ground"), shape)
            }
        });
        grounds.collect()
    }

    /// Where lines of days end: at the horizons, which stand on no day, else below everything in sight.
    fn days_end(&self, covers: Rect) -> f64 {
        let horizons = self.lanes.iter().find(|lane| lane.key.is_horizon() && lane.is_shown());
        horizons.map_or(covers.bottom().max(self.height()), |lane| lane.top)
    }

    /// The lines that bars stand on: the grid, the lanes' lower edges and the milestones' days.
    pub(crate) fn lines(&self, plan: &Plan, axis: &Axis, covers: Rect) -> Vec<Node> {
        let mut nodes = self.days_off(covers);
        nodes.extend(axis.grid(covers, covers.bottom().max(self.height())));
        nodes.extend(self.row_lines(covers));
        nodes.extend(self.lanes_between(covers.y, covers.bottom()).map(|lane| {
            let rect = Rect::new(covers.x, lane.bottom() - 1.0, covers.width, 1.0);
            Node::new(lane_node_key(&lane.key, "line"), filled(rect, Role::Line))
        }));
        if let Some(lane) = self.lanes.first().filter(|lane| lane.key == LaneKey::Milestones) {
            let in_sight = |row: &&Milestone| {
                let x = milestone::middle(row, self.scale());
                x > covers.x - 1.0 && x < covers.right() + 1.0
            };
            let rows = plan.milestones().iter().filter(in_sight);
            let lines = rows.map(|row| {
                let x = milestone::middle(row, self.scale());
                milestone::line(row, x, lane.bottom() - 8.0, self.days_end(covers))
            });
            nodes.extend(lines.filter(|line| line.bounds().intersects(covers)));
        }
        nodes
    }

    /// The rows that lanes have for their names, and the lines between those of their items.
    fn row_lines(&self, covers: Rect) -> Vec<Node> {
        let across = |y: f64, height: f64| Rect::new(covers.x, y, covers.width, height);
        let listed = self.lanes_between(covers.y, covers.bottom()).filter(|lane| lane.has_row_each);
        let lines = listed.flat_map(|lane| {
            let heading = filled(across(lane.top, ROW - 1.0), Role::Ground);
            let heading = Node::new(lane_node_key(&lane.key, "heading"), heading);
            let rows = if lane.is_collapsed { 0..0 } else { lane.rows_between(covers.y, covers.bottom()) };
            let line = |row: usize| {
                let line = filled(across(lane.row_top(row) - 1.0, 1.0), Role::Line);
                Node::new(lane_node_key(&lane.key, &format!("row/{row}")), line)
            };
            std::iter::once(heading).chain(rows.map(line)).collect::<Vec<_>>()
        });
        lines.filter(|node| node.bounds().intersects(covers)).collect()
    }

    /// Shade on the days on which no work is done, where days are wide enough to be told apart.
    fn days_off(&self, covers: Rect) -> Vec<Node> {
        const WIDE_ENOUGH: f64 = 8.0;
        if self.scale() < WIDE_ENOUGH || !self.view.show_days_off {
            return Vec::new();
        }
        let [first, last] = [covers.x, covers.right()].map(|x| axis::day_at(x, self.scale()));
        let bottom = self.days_end(covers).min(covers.bottom());
        let days = Span { first, last }.iter().filter(|day| !self.calendar.is_working_day(*day));
        let shaded = days.map(|day| {
            let x = axis::x_of(day, self.scale());
            let rect = Rect::new(x, covers.y, self.scale(), bottom - covers.y);
            Node::new(format!("day-off/{day}"), filled(rect, Role::Ground))
        });
        shaded.filter(|node| node.bounds().intersects(covers)).collect()
    }

    /// The dependency lines that touch an area.
    pub(crate) fn links(&self, plan: &Plan, covers: Rect) -> Vec<Node> {
        if !self.view.show_dependencies || self.view.roadmap != Roadmap::Features {
            return Vec::new();
        }
        let first = self.lanes.partition_point(|lane| lane.bottom() <= covers.y - Ends::AROUND);
        let end = self.lanes.partition_point(|lane| lane.top < covers.bottom() + Ends::AROUND);
        // Narrow bars are drawn wider than their days are, and lines are led around bars.
        const SLACK: f64 = Ends::AROUND + bar::LEAST_WIDTH;
        let days =
            Room { from: (covers.x - SLACK) / self.scale(), to: (covers.right() + SLACK) / self.scale() };
        let near = self.links.within(days, first..end);
        let near = near.into_iter().filter_map(|link| {
            let (from, to) = (self.rect_of(link.from)?, self.rect_of(link.to)?);
            let row = plan.dependencies().get(link.id)?;
            let ends = Ends { from, to, kind: row.kind };
            ends.bounds().intersects(covers).then_some((row, ends))
        });
        let nodes =
            near.flat_map(|(row, ends)| ends.nodes(row.id, plan.conflict(row, &self.calendar).is_some()));
        nodes.filter(|node| node.bounds().intersects(covers)).collect()
    }

    /// Bars and milestones of which anything touches an area. Names stay in the window.
    pub(crate) fn slots(&self, plan: &Plan, covers: Rect, window: Room, fonts: &Fonts) -> Vec<Node> {
        let mut nodes = Vec::new();
        for lane in self.lanes_between(covers.y, covers.bottom()) {
            for row in lane.rows_between(covers.y, covers.bottom()) {
                let slots = &lane.rows[row];
                // Bars of a row do not overlap, so their ends are in the order of their starts.
                let reach = self.surface.naming.reach;
                let end = |slot: &Slot| slot.room.to.max(slot.bar.to + reach);
                let first = slots.partition_point(|slot| end(slot) < covers.x);
                for (index, slot) in slots.iter().enumerate().skip(first) {
                    if slot.room.from - bar::MARK_REACH > covers.right() {
                        break;
                    }
                    let slot_nodes = self.slot(plan, lane, (row, index), window, fonts);
                    if slot_nodes.iter().any(|node| node.bounds().intersects(covers)) {
                        nodes.extend(slot_nodes);
                    }
                }
            }
        }
        nodes
    }

    /// The nodes of a slot, told by its row and its place on it.
    pub(super) fn slot(
        &self,
        plan: &Plan,
        lane: &Lane,
        (row, index): (usize, usize),
        window: Room,
        fonts: &Fonts,
    ) -> Vec<Node> {
        let slot = &lane.rows[row][index];
        let is_in_window = match slot.held {
            Held::Item(_) | Held::Cost(_) => slot.bar.within(window).width() > 0.0,
            // The flag may stand on another sheet than the envelope.
            Held::Need(_) => slot.room.within(window).width() > 0.0,
            Held::Milestone(_) => window.from <= slot.bar.middle() && slot.bar.middle() < window.to,
        };
        if !is_in_window {
            return Vec::new();
        }
        let room = self.room_of(lane, &lane.rows[row], index).within(window);
        match slot.held {
            Held::Milestone(id) => {
                let Some(milestone) = plan.milestones().get(id) else { return Vec::new() };
                self.milestone_nodes(plan, milestone, lane.bar_top(row), slot, [room, window], fonts)
            }
            Held::Need(id) => {
                let Some(need) = plan.needs().get(id) else { return Vec::new() };
                self.need_nodes(plan, need, lane, (lane.rect(row, slot), room, window), fonts)
            }
            Held::Cost(id) => {
                let Some(cost) = plan.costs().get(id) else { return Vec::new() };
                self.cost_nodes(plan, cost, (lane.rect(row, slot), room, window), fonts)
            }
            Held::Item(id) => {
                let Some(item) = plan.items().get(id).filter(|_| slot.bar.width() > 0.0) else {
                    return Vec::new();
                };
                let conflict = self.conflict_of(plan, id);
                let site = Site { bar: lane.rect(row, slot), room, window };
                self.bar_nodes(plan, item, lane, &site, conflict.as_ref(), fonts)
            }
        }
    }

    /// The nodes of an item's bar in a lane.
    pub(super) fn bar_nodes(
        &self,
        plan: &Plan,
        item: &WorkItem,
        lane: &Lane,
        site: &Site,
        conflict: Option<&Conflict>,
        fonts: &Fonts,
    ) -> Vec<Node> {
        let (hue, summary) = (self.hue_of(plan, item), plan.summary(item));
        let (folded, slip) = (self.folded(plan, item), self.slip_of(plan, item));
        let share = self.share_on(plan, lane, item.id);
        let look = Look { item, hue, summary, folded, conflict, slip, share: share.as_ref() };
        let spoken = match &share {
            Some(share) => speech::share(&look, share, &lane.name),
            None => speech::item(&look, &lane.whole_name()),
        };
        bar::nodes(&look, site, spoken, fonts)
    }

    /// The stretch that a slot's name may use: what is kept for it, and what is free before the next one.
    fn room_of(&self, lane: &Lane, row: &[Slot], index: usize) -> Room {
        let slot = &row[index];
        if lane.key.is_horizon() {
            return slot.bar;
        }
        let next = row.get(index + 1).map_or(f64::INFINITY, |next| next.room.from - packing::GAP);
        // The flag of a need may stand further away than any name.
        let reach = (slot.bar.to + self.surface.naming.reach).max(slot.room.to);
        Room { from: slot.room.from, to: next.min(reach) }
    }

    /// How many items an epic stands for that is collapsed.
    pub(crate) fn folded(&self, plan: &Plan, item: &WorkItem) -> Option<usize> {
        // What an epic stands for elsewhere has bars of its own among the money.
        let folds = !self.holds_money() && self.view.collapsed_epics.contains(&item.id);
        folds.then(|| plan.count_held(item.id)).filter(|count| *count > 0)
    }

    pub(crate) fn hue_of(&self, plan: &Plan, item: &WorkItem) -> u8 {
        self.view.colour_by.map_or(0, |aspect| hue_of(plan, &aspect.of(plan, item)))
    }
}

/// The key of a node that belongs to a lane as a whole.
pub(crate) fn lane_node_key(lane: &LaneKey, part: &str) -> String {
    format!("lane:{}/{part}", lane_word(lane))
}

/// What tells a lane from the others.
pub(crate) fn lane_word(lane: &LaneKey) -> String {
    match lane {
        LaneKey::Milestones => "milestones".to_owned(),
        LaneKey::Horizon { horizon } => horizon.word().to_owned(),
        LaneKey::Line { line } => line.to_string(),
        LaneKey::Items { values } => {
            let words: Vec<String> = values.iter().map(word_of).collect();
            if words.is_empty() { "all".to_owned() } else { words.join("+") }
        }
    }
}

fn word_of(value: &AspectValue) -> String {
    match value {
        AspectValue::Theme(Some(id)) => id.to_string(),
        AspectValue::Parent(Some(id)) => id.to_string(),
        AspectValue::Customer(Some(id)) => id.to_string(),
        AspectValue::Need(Some(id)) => id.to_string(),
        AspectValue::Goal(Some(id)) => id.to_string(),
        AspectValue::Importance(Some(importance)) => importance.word().to_owned(),
        AspectValue::Horizon(Some(horizon)) => horizon.word().to_owned(),
        AspectValue::Theme(None)
        | AspectValue::Parent(None)
        | AspectValue::Horizon(None)
        | AspectValue::Customer(None)
        | AspectValue::Need(None)
        | AspectValue::Goal(None)
        | AspectValue::Importance(None) => "none".to_owned(),
        AspectValue::Status(status) => status.word().to_owned(),
        AspectValue::Kind(kind) => kind.word().to_owned(),
        AspectValue::Owner(owner) => format!("owner {owner}"),
    }
}
