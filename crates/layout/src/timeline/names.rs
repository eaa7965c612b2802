//! The column of lane names.

use super::Timeline;
use super::scene::lane_node_key;
use crate::axis::filled;
use crate::fonts::{Fonts, Weight};
use crate::lane::Lane;
use crate::paint::{Role, Tone};
use crate::scene::{LaneKey, Node, Point, Rect, Shape, Target, TextRun};
use crate::speech;

/// Width of the column, in points.
pub(crate) const WIDTH: f64 = 176.0;
/// Space left of a name, in points.
const INSET: f64 = 14.0;

impl Timeline {
    pub(super) fn name_nodes(&self, covers: Rect, fonts: &Fonts) -> Vec<Node> {
        self.lanes_between(covers.y, covers.bottom()).flat_map(|lane| nodes(lane, fonts)).collect()
    }
}

fn nodes(lane: &Lane, fonts: &Fonts) -> Vec<Node> {
    let ground = Rect::new(0.0, lane.top, WIDTH, lane.height());
    let spoken = format!("Lane {}, {}", lane.name, speech::items(lane.count));
    let ground = Node::new(lane_node_key(lane.key, "name"), filled(ground, Role::Surface))
        .with_target(Target::Lane { lane: lane.key }, spoken);
    let line = Rect::new(0.0, lane.bottom() - 1.0, WIDTH, 1.0);
    let mut nodes = vec![ground, Node::new(lane_node_key(lane.key, "name/line"), filled(line, Role::Line))];
    match lane.key {
        LaneKey::Theme { .. } => {
            let strip = Rect::new(0.0, lane.top, 3.0, lane.height() - 1.0);
            let shape = filled(strip, Role::Hue(lane.hue, Tone::Strong));
            nodes.push(Node::new(lane_node_key(lane.key, "strip"), shape));
            nodes.extend(text(
                lane,
                "title",
                &lane.name,
                lane.top + 22.0,
                13.0,
                Weight::SemiBold,
                Role::Ink,
                fonts,
            ));
            let count = speech::items(lane.count);
            nodes.extend(text(
                lane,
                "count",
                &count,
                lane.top + 38.0,
                11.5,
                Weight::Regular,
                Role::Ink3,
                fonts,
            ));
        }
        LaneKey::Milestones | LaneKey::Horizon { .. } => {
            let baseline = lane.top + 22.5;
            nodes.extend(text(lane, "title", &lane.name, baseline, 12.5, Weight::Regular, Role::Ink2, fonts));
        }
    }
    nodes
}

#[allow(clippy::too_many_arguments, reason = "the three kinds of line differ in just these")]
fn text(
    lane: &Lane,
    part: &str,
    text: &str,
    baseline: f64,
    size: f64,
    weight: Weight,
    colour: Role,
    fonts: &Fonts,
) -> Option<Node> {
    let text = fonts.shortened(text, weight, size, WIDTH - INSET - 8.0)?;
    let width = fonts.width(&text, weight, size);
    let at = Point { x: INSET, y: baseline };
    let run = TextRun { at, text, size, weight, colour, width, slides_to: None };
    Some(Node::new(lane_node_key(lane.key, part), Shape::Text(run)))
}
