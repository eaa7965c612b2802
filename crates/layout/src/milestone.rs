//! A milestone: a diamond with its name beside it, a line down through the lanes, and a ghost where it stood before.

use milepost_plan::{Day, Milestone};

use crate::axis::x_of;
use crate::bar::{Site, Slipped, slip};
use crate::fonts::{Fonts, Weight};
use crate::lettering::Lettering;
use crate::packing::Room;
use crate::paint::{Role, Stroke};
use crate::scene::{Node, PathStep, Point, Rect, Shape, Target};
use crate::speech;
use crate::surface::Surface;

/// Height of a row of milestones, in points.
pub(crate) const ROW: f64 = 26.0;
/// Half the width of the diamond, in points.
const DIAMOND: f64 = 7.0;
/// Space between the diamond's middle and the name, in points.
const TO_NAME: f64 = 12.0;
const NAME: Lettering = Lettering::new(12.0, Weight::SemiBold, Role::Ink);
/// The baseline of the name under the diamond's middle, in points.
const BASELINE: f64 = 4.3;

/// The x of a milestone's middle: noon of its day.
pub(crate) fn middle(milestone: &Milestone, scale: f64) -> f64 {
    noon(milestone.day, scale)
}

/// The x of a day's noon, where diamonds stand.
pub(crate) fn noon(day: Day, scale: f64) -> f64 {
    x_of(day, scale) + scale / 2.0
}

/// The stretch of the diamond.
pub(crate) fn diamond(middle: f64) -> Room {
    Room { from: middle - DIAMOND, to: middle + DIAMOND }
}

/// Width of a milestone's whole name, in points.
pub(crate) fn name_width(milestone: &Milestone, fonts: &Fonts) -> f64 {
    NAME.width(&milestone.name, fonts)
}

/// The stretch of its row that a milestone needs together with a name of that width.
pub(crate) fn room(name: f64, middle: f64, surface: &Surface) -> Room {
    const LONGEST_NAME: f64 = 220.0;
    let needed = TO_NAME + name.min(LONGEST_NAME);
    let window = surface.walls.window_from(middle);
    let (before, after) = (middle - window.from, window.to - middle);
    let diamond = diamond(middle);
    if after >= needed || after >= before {
        Room { to: middle + needed.min(after), ..diamond }
    } else {
        Room { from: middle - needed.min(before), ..diamond }
    }
}

/// The nodes of a milestone on a row whose top is `top`; the name stands in `room`. How far it has slipped is told; to see,
/// there is its [`ghost`].
pub(crate) fn nodes(
    milestone: &Milestone,
    slip: Option<Slipped>,
    (middle, top): (f64, f64),
    room: Room,
    fonts: &Fonts,
) -> Vec<Node> {
    let middle = Point { x: middle, y: top + ROW / 2.0 };
    let corner = |dx: f64, dy: f64| Point { x: middle.x + dx, y: middle.y + dy };
    let steps = vec![
        PathStep::Move(corner(0.0, -DIAMOND)),
        PathStep::Line(corner(DIAMOND, 0.0)),
        PathStep::Line(corner(0.0, DIAMOND)),
        PathStep::Line(corner(-DIAMOND, 0.0)),
        PathStep::Close,
    ];
    let key = key(milestone);
    let spoken = speech::milestone(milestone, slip);
    let target = Target::Milestone { id: milestone.id };
    let shape = Shape::Path { steps, fill: Some(Role::Ink), stroke: None };
    let mut nodes = vec![Node::new(key.clone(), shape).with_target(target, spoken)];

    let (right, left) = (corner(TO_NAME, BASELINE), corner(-TO_NAME, BASELINE));
    let (after, before) = (room.to - right.x, left.x - room.from);
    let run = if after >= before {
        NAME.run_within(&milestone.name, right, after, fonts)
    } else {
        NAME.shortened(&milestone.name, before, fonts).map(|text| NAME.run_to(text, left, fonts))
    };
    nodes.extend(run.map(|run| Node::new(format!("{key}/name"), Shape::Text(run))));
    nodes
}

/// The nodes of where a milestone stood in a baseline, and by how much it has slipped, beside those of the milestone
/// itself. The slip stands in `room`, which is wider than that of the name.
pub(crate) fn ghost(
    milestone: &Milestone,
    slip: Slipped,
    nodes: &[Node],
    (middle, top): (f64, f64),
    [room, window]: [Room; 2],
    fonts: &Fonts,
) -> Vec<Node> {
    let key = key(milestone);
    let diamond = diamond(middle);
    // As high above its middle as a bar, so that the slip stands on the line of the name; the ghost just under the diamond.
    let bar = Rect::new(diamond.from, top + ROW / 2.0 - 12.0, diamond.width(), 20.0);
    let site = Site { bar, room, window };
    let name = nodes.iter().find_map(|node| match &node.shape {
        Shape::Text(run) => Some(run),
        _ => None,
    });
    let days = slip::days(&key, slip, name, &site, fonts);
    std::iter::once(slip::ghost(&key, slip, &site)).chain(days.into_iter().flatten()).collect()
}

fn key(milestone: &Milestone) -> String {
    format!("milestone:{}", milestone.id)
}

/// The line of a milestone through the lanes.
pub(crate) fn line(milestone: &Milestone, x: f64, top: f64, bottom: f64) -> Node {
    let steps = vec![PathStep::Move(Point { x, y: top }), PathStep::Line(Point { x, y: bottom })];
    let stroke = Some(Stroke::dashed(Role::Ink3, 1.0, [2.0, 3.0]));
    Node::new(format!("{}/line", key(milestone)), Shape::Path { steps, fill: None, stroke })
}
