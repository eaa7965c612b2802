//! The scene of a part of the timeline.

use milepost_plan::{MilestoneId, Plan};

use super::{Timeline, Viewport};
use crate::axis::{self, Axis, filled};
use crate::bar::{self, Look};
use crate::fonts::Fonts;
use crate::lane::{DIAMOND, DIAMOND_TO_NAME, Held, Lane, MILESTONE_SIZE, MILESTONE_WEIGHT, Slot};
use crate::links::Ends;
use crate::paint::{Role, Stroke};
use crate::scene::{
    Extent, LaneKey, Node, PathStep, Point, Rect, Region, RegionKind, Scene, Shape, Target, TextRun,
};
use crate::speech;

/// How far names and marks may reach over the edges of what they belong to, in points.
const OVERHANG: f64 = 240.0;

impl Timeline {
    /// What is in the viewport, and nothing else.
    pub fn scene(&self, plan: &Plan, viewport: Viewport, fonts: &Fonts) -> Scene {
        let covers = viewport.rect();
        let axis = Axis::between(covers.x, covers.right(), self.scale, plan.settings().first_day_of_week);
        let mut axis_nodes = axis.nodes(covers.x, covers.right(), fonts);
        axis_nodes.extend(axis::today_flag(self.today, self.scale, fonts));
        let extent = self.extent();
        let bottom = covers.bottom().max(extent.height);
        let mut body = self.lane_grounds(covers);
        body.extend(axis.grid(0.0, bottom));
        body.extend(self.lane_lines(covers));
        if self.view.show_milestones {
            body.extend(self.milestone_lines(plan, covers, bottom));
        }
        if self.view.show_dependencies {
            body.extend(self.link_nodes(plan, covers));
        }
        body.extend(self.slot_nodes(plan, covers, fonts));
        body.push(axis::today_line(self.today, self.scale, 0.0, bottom));
        let names = self.name_nodes(covers, fonts);
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

    /// The whole surface: everything that stands on it and today, with a season around it.
    pub fn extent(&self) -> Extent {
        const SEASON: f64 = 120.0;
        let mut left = axis::x_of(self.today, self.scale);
        let mut right = left;
        for lane in &self.lanes {
            for row in &lane.rows {
                left = row.first().map_or(left, |slot| left.min(slot.x));
                right = row.last().map_or(right, |slot| right.max(slot.until));
            }
        }
        let margin = (SEASON * self.scale).max(400.0);
        Extent {
            left: left - margin,
            right: right + margin,
            height: self.lanes.last().map_or(0.0, Lane::bottom),
            axis_height: axis::HEIGHT,
            names_width: super::names::WIDTH,
        }
    }

    pub(super) fn lanes_between(&self, top: f64, bottom: f64) -> impl Iterator<Item = &Lane> {
        let first = self.lanes.partition_point(|lane| lane.bottom() <= top);
        self.lanes[first..].iter().take_while(move |lane| lane.top < bottom).filter(|lane| lane.is_shown())
    }

    /// The area of each lane, which the pointer can meet.
    fn lane_grounds(&self, covers: Rect) -> Vec<Node> {
        let grounds = self.lanes_between(covers.y, covers.bottom()).map(|lane| {
            let rect = Rect::new(covers.x, lane.top, covers.width, lane.height());
            let shape = Shape::Rect { rect, radius: 0.0, fill: None, stroke: None };
            Node {
                target: Some(Target::Lane { lane: lane.key }),
                ..Node::new(lane_node_key(lane.key, "ground"), shape)
            }
        });
        grounds.collect()
    }

    fn lane_lines(&self, covers: Rect) -> Vec<Node> {
        let lines = self.lanes_between(covers.y, covers.bottom()).map(|lane| {
            let rect = Rect::new(covers.x, lane.bottom() - 1.0, covers.width, 1.0);
            Node::new(lane_node_key(lane.key, "line"), filled(rect, Role::Line))
        });
        lines.collect()
    }

    fn milestone_lines(&self, plan: &Plan, covers: Rect, bottom: f64) -> Vec<Node> {
        let Some(lane) = self.lanes.first().filter(|lane| lane.key == LaneKey::Milestones) else {
            return Vec::new();
        };
        let in_sight = plan.milestones().iter().filter_map(|milestone| {
            let x = axis::x_of(milestone.day, self.scale) + self.scale / 2.0;
            (x >= covers.x - 2.0 && x <= covers.right() + 2.0).then(|| {
                let top = lane.bottom() - 8.0;
                let steps = vec![PathStep::Move(Point { x, y: top }), PathStep::Line(Point { x, y: bottom })];
                let stroke = Some(Stroke::dashed(Role::Ink3, 1.0, [2.0, 3.0]));
                Node::new(
                    format!("milestone:{}/line", milestone.id),
                    Shape::Path { steps, fill: None, stroke },
                )
            })
        });
        in_sight.collect()
    }

    fn link_nodes(&self, plan: &Plan, covers: Rect) -> Vec<Node> {
        let mut near: Vec<_> = self
            .links
            .iter()
            .filter_map(|(id, (from, to))| {
                let row = plan.dependencies().get(*id)?;
                let ends = Ends { from: self.rect_of(*from)?, to: self.rect_of(*to)?, kind: row.kind };
                ends.bounds().intersects(covers).then_some((row, ends))
            })
            .collect();
        near.sort_by_key(|(row, _)| row.id);
        let nodes = near
            .into_iter()
            .flat_map(|(row, ends)| ends.nodes(row.id, plan.conflict(row, &self.calendar).is_some()));
        nodes.collect()
    }

    fn slot_nodes(&self, plan: &Plan, covers: Rect, fonts: &Fonts) -> Vec<Node> {
        let mut nodes = Vec::new();
        for lane in self.lanes_between(covers.y, covers.bottom()) {
            for row in lane.rows_between(covers.y, covers.bottom()) {
                let slots = &lane.rows[row];
                // Slots of a row neither overlap nor reach over the next one, so their ends are in order, too.
                let first =
                    slots.partition_point(|slot| slot.until.max(slot.x + slot.width) + OVERHANG < covers.x);
                for (index, slot) in slots.iter().enumerate().skip(first) {
                    if slot.x - OVERHANG > covers.right() {
                        break;
                    }
                    let next = slots.get(index + 1).map_or(f64::INFINITY, |next| next.x);
                    nodes.extend(self.slot(plan, lane, row, slot, next, fonts));
                }
            }
        }
        nodes
    }

    fn slot(&self, plan: &Plan, lane: &Lane, row: usize, slot: &Slot, next: f64, fonts: &Fonts) -> Vec<Node> {
        let rect = lane.rect(row, slot);
        match slot.held {
            Held::Milestone(id) => milestone_nodes(plan, id, lane.bar_top(row), slot, next, fonts),
            Held::Item(id) => {
                let Some(item) = plan.items().get(id) else { return Vec::new() };
                let conflict = self.conflict_of(plan, id);
                let conflict = conflict.as_ref().map(|conflict| conflict.reason.as_str());
                let hue = self.hue_of(plan, lane, item.theme);
                let free =
                    if matches!(lane.key, LaneKey::Horizon { .. }) { 0.0 } else { next - rect.right() - 4.0 };
                let name = speech::item(item, &lane.name, conflict);
                bar::nodes(&Look { item, hue, conflict }, rect, free, name, fonts)
            }
        }
    }

    pub(super) fn hue_of(&self, plan: &Plan, lane: &Lane, theme: Option<milepost_plan::ThemeId>) -> u8 {
        match lane.key {
            LaneKey::Theme { .. } => lane.hue,
            LaneKey::Milestones | LaneKey::Horizon { .. } => {
                theme.and_then(|id| plan.themes().get(id)).map_or(0, |theme| theme.hue)
            }
        }
    }
}

/// The key of a node that belongs to a lane as a whole.
pub(super) fn lane_node_key(lane: LaneKey, part: &str) -> String {
    match lane {
        LaneKey::Milestones => format!("lane:milestones/{part}"),
        LaneKey::Theme { theme: Some(id) } => format!("lane:{id}/{part}"),
        LaneKey::Theme { theme: None } => format!("lane:none/{part}"),
        LaneKey::Horizon { horizon } => format!("lane:{}/{part}", horizon.word()),
    }
}

fn milestone_nodes(
    plan: &Plan,
    id: MilestoneId,
    top: f64,
    slot: &Slot,
    next: f64,
    fonts: &Fonts,
) -> Vec<Node> {
    let Some(milestone) = plan.milestones().get(id) else { return Vec::new() };
    let middle = Point { x: slot.x + DIAMOND, y: top + 13.0 };
    let corner = |dx: f64, dy: f64| Point { x: middle.x + dx, y: middle.y + dy };
    let steps = vec![
        PathStep::Move(corner(0.0, -DIAMOND)),
        PathStep::Line(corner(DIAMOND, 0.0)),
        PathStep::Line(corner(0.0, DIAMOND)),
        PathStep::Line(corner(-DIAMOND, 0.0)),
        PathStep::Close,
    ];
    let key = format!("milestone:{id}");
    let name = format!("{}, milestone, {}", milestone.name, speech::day(milestone.day));
    let shape = Shape::Path { steps, fill: Some(Role::Ink), stroke: None };
    let mut nodes = vec![Node::new(key.clone(), shape).with_target(Target::Milestone { id }, name)];
    let at = Point { x: middle.x + DIAMOND_TO_NAME, y: middle.y + 4.3 };
    let room = (next - 6.0 - at.x).min(slot.until.max(at.x + 60.0) - at.x + OVERHANG);
    if let Some(text) = fonts.shortened(&milestone.name, MILESTONE_WEIGHT, MILESTONE_SIZE, room) {
        let width = fonts.width(&text, MILESTONE_WEIGHT, MILESTONE_SIZE);
        let run = TextRun {
            at,
            text,
            size: MILESTONE_SIZE,
            weight: MILESTONE_WEIGHT,
            colour: Role::Ink,
            width,
            slides_to: None,
        };
        nodes.push(Node::new(format!("{key}/name"), Shape::Text(run)));
    }
    nodes
}
