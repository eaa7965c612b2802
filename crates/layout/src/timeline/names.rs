//! The column of lane names.

use super::Timeline;
use super::scene::lane_node_key;
use crate::axis::filled;
use crate::fonts::{Fonts, Weight};
use crate::lane::Lane;
use crate::lettering::Lettering;
use crate::paint::{Role, Tone};
use crate::scene::{Hang, LaneKey, Node, Point, Rect, Shape, Target, TextRun};

/// Width of the column, in points.
pub(crate) const WIDTH: f64 = 176.0;
/// Space left of a name, in points.
pub(super) const INSET: f64 = 14.0;

/// Height from which on a lane has room for its name and its count, in points.
const TWO_LINES: f64 = 36.0;

const TITLE: Lettering = Lettering::new(13.0, Weight::SemiBold, Role::Ink);
const COUNT: Lettering = Lettering::new(11.5, Weight::Regular, Role::Ink3);
const PART: Lettering = Lettering::new(11.5, Weight::Regular, Role::Ink2);
const FOLD: Lettering = Lettering::new(7.0, Weight::Regular, Role::Ink3);
const ROW_TITLE: Lettering = Lettering::new(12.5, Weight::Regular, Role::Ink2);

impl Timeline {
    pub(super) fn name_nodes(&self, covers: Rect, fonts: &Fonts) -> Vec<Node> {
        let lanes = self.lanes_between(covers.y, covers.bottom());
        lanes.flat_map(|lane| hanging(lane, nodes(lane, Part::whole(lane), WIDTH, fonts))).collect()
    }
}

/// The same nodes with their texts hanging from the top of the lane, so that a lane higher than the window keeps its
/// name in sight.
fn hanging(lane: &Lane, mut nodes: Vec<Node>) -> Vec<Node> {
    const ROOM_BELOW: f64 = 8.0;
    let runs = || {
        nodes.iter().filter_map(|node| if let Shape::Text(run) = &node.shape { Some(run.at.y) } else { None })
    };
    let lowest = runs().fold(lane.top, f64::max);
    let most = lane.bottom() - ROOM_BELOW - lowest;
    for node in &mut nodes {
        if let Shape::Text(run) = &mut node.shape
            && most > 0.0
        {
            run.hangs = Some(Hang { from: lane.top, most });
        }
    }
    nodes
}

/// The part of a lane that one sheet shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Part {
    pub top: f64,
    pub bottom: f64,
    /// Whether the lane began on a sheet before.
    pub is_continued: bool,
    /// Whether it goes on on a sheet after.
    pub continues: bool,
    /// Whether nothing of its group stands above it in sight.
    pub leads: bool,
    /// Whether it can be collapsed and expanded, which nobody can on paper.
    pub folds: bool,
}

impl Part {
    fn whole(lane: &Lane) -> Self {
        let (top, bottom) = (lane.top, lane.bottom());
        Self { top, bottom, is_continued: false, continues: false, leads: lane.leads, folds: lane.count > 0 }
    }
}

/// The name of a lane and what goes with it, in a column of that width.
pub(crate) fn nodes(lane: &Lane, part: Part, width: f64, fonts: &Fonts) -> Vec<Node> {
    let height = part.bottom - part.top;
    let spoken = match lane.key {
        LaneKey::Milestones => lane.content(),
        LaneKey::Items { .. } | LaneKey::Horizon { .. } => {
            format!("Lane {}, {}", lane.whole_name(), lane.content())
        }
    };
    let ground = filled(Rect::new(0.0, part.top, width, height), Role::Surface);
    let line = filled(Rect::new(0.0, part.bottom - 1.0, width, 1.0), Role::Line);
    let key = |part: &str| lane_node_key(&lane.key, part);
    let mut nodes = vec![
        Node::new(key("name"), ground).with_target(Target::Lane { lane: lane.key.clone() }, spoken),
        Node::new(key("name/line"), line),
    ];
    let at = |y: f64| Point { x: INSET, y: part.top + y };
    let room = width - INSET - 8.0;
    let write = |nodes: &mut Vec<Node>, name: &str, lettering: Lettering, text: &str, y: f64| {
        let run = lettering.run_within(text, at(y), room, fonts);
        nodes.extend(run.map(|run| Node::new(key(name), Shape::Text(run))));
    };
    let count = match (part.is_continued, part.continues) {
        (true, _) => "continued".to_owned(),
        (false, true) => format!("{}, continues", lane.content()),
        (false, false) => lane.content(),
    };
    match lane.key {
        LaneKey::Items { .. } if height < TWO_LINES => {
            write(&mut nodes, "title", TITLE, &lane.name, height / 2.0 + 4.0);
        }
        LaneKey::Items { .. } => {
            let below = lane.group.as_ref().map(|_| format!("{} · {count}", lane.name));
            let title = if let Some(group) = &lane.group { group } else { &lane.name };
            // A low lane has its name and its count in the middle, a high one at its first row.
            let (most_lines, mut y) = if height >= 60.0 { (2, 22.0) } else { (1, height / 2.0 - 3.0) };
            if lane.group.is_some() && !part.leads && height < 60.0 {
                y += 7.0;
            }
            if part.folds {
                let mark = FOLD.run(if lane.is_collapsed { "▶" } else { "▼" }, at(y - 1.0), fonts);
                let mark = TextRun { at: Point { x: 5.0, ..mark.at }, ..mark };
                nodes.push(Node::new(key("fold"), Shape::Text(mark)));
            }
            if lane.group.is_none() || part.leads {
                let titles = fonts.wrapped(title, TITLE.weight, TITLE.size, room, most_lines);
                for (name, title) in ["title", "title/2"].into_iter().zip(&titles) {
                    write(&mut nodes, name, TITLE, title, y);
                    y += 16.0;
                }
            }
            match below {
                Some(below) => write(&mut nodes, "part", PART, &below, y),
                None => write(&mut nodes, "count", COUNT, &count, y),
            }
            let strip = Rect::new(0.0, part.top, 3.0, height - 1.0);
            nodes.push(Node::new(key("strip"), filled(strip, Role::Hue(lane.hue, Tone::Strong))));
        }
        LaneKey::Milestones | LaneKey::Horizon { .. } => {
            write(&mut nodes, "title", ROW_TITLE, &lane.name, 22.5);
            if part.is_continued {
                write(&mut nodes, "count", COUNT, &count, 38.0);
            }
        }
    }
    nodes
}
