//! The column of lane names.

use milepost_plan::{Ledger, Plan};

use super::Timeline;
use super::scene::lane_node_key;
use crate::axis::filled;
use crate::fonts::{Fonts, Weight};
use crate::lane::Lane;
use crate::lettering::Lettering;
use crate::line::Head;
use crate::paint::{Role, Tone};
use crate::scene::{Hang, LaneKey, Node, Point, Rect, Shape, Target};

/// Width of the column, in points.
pub(crate) const WIDTH: f64 = 176.0;
/// Space left of a name, in points.
pub(super) const INSET: f64 = 14.0;

/// Height from which on a lane has room for its name and its count, in points.
const TWO_LINES: f64 = 36.0;

const TITLE: Lettering = Lettering::new(13.0, Weight::SemiBold, Role::Ink);
const COUNT: Lettering = Lettering::new(11.5, Weight::Regular, Role::Ink3);
const PART: Lettering = Lettering::new(11.5, Weight::Regular, Role::Ink2);
const OVER: Lettering = Lettering::new(11.5, Weight::Medium, Role::Danger);
const FOLD: Lettering = Lettering::new(7.0, Weight::Regular, Role::Ink3);
const ROW_TITLE: Lettering = Lettering::new(12.5, Weight::Regular, Role::Ink2);

impl Timeline {
    pub(super) fn name_nodes(
        &self,
        plan: &Plan,
        ledger: Option<&Ledger>,
        covers: Rect,
        fonts: &Fonts,
    ) -> Vec<Node> {
        let lanes = self.lanes_between(covers.y, covers.bottom());
        lanes.flat_map(|lane| self.name_nodes_of(plan, ledger, lane, fonts)).collect()
    }

    /// The name of a lane and what goes with it, on screen.
    pub(super) fn name_nodes_of(
        &self,
        plan: &Plan,
        ledger: Option<&Ledger>,
        lane: &Lane,
        fonts: &Fonts,
    ) -> Vec<Node> {
        let head = self.head_of(plan, ledger, lane);
        hanging(lane, nodes(lane, head.as_ref(), Part::whole(lane), WIDTH, fonts))
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
        Self {
            top,
            bottom,
            is_continued: false,
            continues: false,
            leads: lane.leads,
            folds: lane.count > 0 || lane.key.line().is_some(),
        }
    }
}

/// The name of a lane and what goes with it, in a column of that width.
///
/// `head` is what else the lane of a budget line says.
pub(crate) fn nodes(lane: &Lane, head: Option<&Head>, part: Part, width: f64, fonts: &Fonts) -> Vec<Node> {
    let height = part.bottom - part.top;
    let spoken = match (&lane.key, head) {
        (LaneKey::Milestones, _) => lane.content(),
        (LaneKey::Line { .. }, Some(head)) => head.spoken.clone(),
        (LaneKey::Items { .. } | LaneKey::Horizon { .. } | LaneKey::Line { .. }, _) => {
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
            let below = lane.group.as_ref().map(|_| with_count(&lane.name, &count, room, fonts));
            let title = if let Some(group) = &lane.group { group } else { &lane.name };
            // A low lane has its name and its count in the middle, a high one at its first row.
            let (most_lines, mut y) = if height >= 60.0 { (2, 22.0) } else { (1, height / 2.0 - 3.0) };
            if lane.group.is_some() && !part.leads && height < 60.0 {
                y += 7.0;
            }
            if part.folds {
                nodes.push(fold_mark(lane, &key("fold"), at(y - 1.0).y, fonts));
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
        LaneKey::Line { .. } => {
            if part.folds {
                nodes.push(fold_mark(lane, &key("fold"), at(20.0).y, fonts));
            }
            write(&mut nodes, "title", TITLE, &lane.name, 21.0);
            if part.is_continued {
                write(&mut nodes, "count", COUNT, &count, 37.5);
            } else if let Some(head) = head {
                write(&mut nodes, "forecast", PART, &head.forecast, 37.5);
                write(&mut nodes, "spent", COUNT, &head.spent, 53.0);
                match (&head.over, &head.undated) {
                    // There is room for one of them, and the other is spoken.
                    (Some(over), _) => write(&mut nodes, "over", OVER, over, 68.5),
                    (None, Some(undated)) => write(&mut nodes, "undated", COUNT, undated, 68.5),
                    (None, None) => {}
                }
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

/// “Platform and re… · 3 items”: where there is little room, the name gives way to how much the lane holds.
fn with_count(name: &str, count: &str, room: f64, fonts: &Fonts) -> String {
    let after = format!(" · {count}");
    let room = room - fonts.width(&after, PART.weight, PART.size);
    PART.shortened(name, room, fonts).map_or_else(|| count.to_owned(), |name| name + &after)
}

/// Says whether a lane is collapsed, left of its name.
fn fold_mark(lane: &Lane, key: &str, y: f64, fonts: &Fonts) -> Node {
    let mark = if lane.is_collapsed { "▶" } else { "▼" };
    Node::new(key, Shape::Text(FOLD.run(mark, Point { x: 5.0, y }, fonts)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_lane_holds_is_told_whole_whatever_its_name_is() {
        let fonts = Fonts::bundled();
        let told = |name: &str, room: f64| {
            let text = with_count(name, "3 items", room, &fonts);
            assert!(fonts.width(&text, PART.weight, PART.size) <= room, "{text}");
            text
        };
        assert_eq!(told("Search", 160.0), "Search · 3 items");
        let short = told("Platform and reliability", 160.0);
        assert!(short.starts_with("Platform") && short.ends_with("… · 3 items"), "{short}");
        assert_eq!(told("Platform and reliability", 60.0), "3 items");
    }
}
