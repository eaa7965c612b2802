//! A bar: a work item's shape on the timeline, with its name inside, beside it or shortened.

use milepost_plan::{Status, WorkItem};

use crate::fonts::{Fonts, Weight};
use crate::paint::{Role, Stroke, Tone};
use crate::scene::{Node, Point, Rect, Shape, Target, TextRun};

/// Height of a bar, in points.
pub(crate) const HEIGHT: f64 = 24.0;
/// Least width of a bar, so that one day can be seen and held at any zoom, in points.
pub(crate) const LEAST_WIDTH: f64 = 5.0;
/// Size and weight of the name.
const SIZE: f64 = 12.0;
const WEIGHT: Weight = Weight::Medium;
/// Space between an edge and the name, in points.
const INSET: f64 = 9.0;
/// Space between a bar and the name beside it, in points.
const BESIDE: f64 = 7.0;
/// From this width on a shortened name inside is worth reading; narrower bars keep room beside them instead.
const WIDE: f64 = 66.0;
/// Most room that a narrow bar keeps for its name, in points.
const KEPT: f64 = 150.0;
/// The baseline under the top of the bar, in points.
const BASELINE: f64 = 16.3;

/// What a bar shows of an item besides its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look<'p> {
    pub item: &'p WorkItem,
    pub hue: u8,
    /// Why the dates do not hold, if they do not.
    pub conflict: Option<&'p str>,
}

/// The room on its row that a bar with this name needs, in points from its left edge.
pub(crate) fn room(title: &str, width: f64, fonts: &Fonts) -> f64 {
    let name = fonts.width(title, WEIGHT, SIZE);
    if width >= WIDE || name + 2.0 * INSET <= width { width } else { width + BESIDE + name.min(KEPT) }
}

/// The nodes of a bar. `free` is the space to its right up to the next bar of the row, in points.
pub(crate) fn nodes(look: &Look<'_>, rect: Rect, free: f64, name: String, fonts: &Fonts) -> Vec<Node> {
    let item = look.item;
    let key = format!("bar:{}", item.id);
    let mut nodes = Vec::with_capacity(5);
    let shape = Shape::Rect {
        rect,
        radius: 6.0_f64.min(rect.width / 2.0),
        fill: Some(fill(look)),
        stroke: Some(edge(look)),
    };
    if item.progress > 0 && item.status != Status::Dropped {
        nodes.push(progress(&key, look, rect));
    }
    nodes.extend(label(&item.title, rect, free, fonts).map(|(at, text)| {
        let run = run(at, text, ink(item.status), fonts);
        Node::new(format!("{key}/name"), Shape::Text(run))
    }));
    if item.status == Status::Dropped {
        nodes.extend(strike(&key, &nodes));
    }
    if look.conflict.is_some() {
        nodes.extend(conflict_mark(&key, rect, fonts));
    }
    nodes.insert(0, Node::new(key, shape).with_target(Target::Item { id: item.id }, name));
    nodes
}

fn fill(look: &Look<'_>) -> Role {
    match look.item.status {
        Status::Done => Role::Hue(look.hue, Tone::Calm),
        Status::Dropped => Role::Surface,
        Status::Idea | Status::Planned | Status::InProgress => Role::Hue(look.hue, Tone::Fill),
    }
}

fn edge(look: &Look<'_>) -> Stroke {
    match (look.conflict, look.item.status) {
        (Some(_), _) => Stroke::solid(Role::Danger, 1.5),
        (None, Status::Dropped) => Stroke::solid(Role::LineStrong, 1.0),
        (None, _) if look.item.schedule.horizon().is_some() => {
            Stroke::dashed(Role::Hue(look.hue, Tone::Edge), 1.0, [4.0, 3.0])
        }
        (None, _) => Stroke::solid(Role::Hue(look.hue, Tone::Edge), 1.0),
    }
}

fn ink(status: Status) -> Role {
    match status {
        Status::Done => Role::Ink2,
        Status::Dropped => Role::Ink3,
        Status::Idea | Status::Planned | Status::InProgress => Role::Ink,
    }
}

/// Progress as a line along the bottom, inside the edge.
fn progress(key: &str, look: &Look<'_>, bar: Rect) -> Node {
    const THICKNESS: f64 = 3.0;
    let inset = 3.0_f64.min(bar.width / 4.0);
    let width = (bar.width - 2.0 * inset) * f64::from(look.item.progress) / 100.0;
    let rect = Rect::new(bar.x + inset, bar.bottom() - THICKNESS - 0.5, width, THICKNESS);
    let radius = (THICKNESS / 2.0).min(width / 2.0);
    let fill = Some(Role::Hue(look.hue, Tone::Strong));
    Node::new(format!("{key}/progress"), Shape::Rect { rect, radius, fill, stroke: None })
}

/// Where the name stands and how much of it: inside if it fits, beside if there is room, else shortened.
fn label(title: &str, bar: Rect, free: f64, fonts: &Fonts) -> Option<(Point, String)> {
    let y = bar.y + BASELINE;
    let inside = Point { x: bar.x + INSET, y };
    let beside = Point { x: bar.right() + BESIDE, y };
    let (room_inside, room_beside) = (bar.width - 2.0 * INSET, free - BESIDE);
    let width = fonts.width(title, WEIGHT, SIZE);
    if width <= room_inside {
        return Some((inside, title.to_owned()));
    }
    if width <= room_beside {
        return Some((beside, title.to_owned()));
    }
    let shorten = |room: f64| fonts.shortened(title, WEIGHT, SIZE, room);
    if bar.width >= WIDE && room_inside >= room_beside.min(KEPT) {
        shorten(room_inside).map(|text| (inside, text))
    } else {
        shorten(room_beside)
            .map(|text| (beside, text))
            .or_else(|| shorten(room_inside).map(|text| (inside, text)))
    }
}

fn run(at: Point, text: String, colour: Role, fonts: &Fonts) -> TextRun {
    let width = fonts.width(&text, WEIGHT, SIZE);
    TextRun { at, text, size: SIZE, weight: WEIGHT, colour, width, slides_to: None }
}

/// A line through the name of what was dropped, so that it does not depend on colour.
fn strike(key: &str, nodes: &[Node]) -> Option<Node> {
    nodes.iter().find_map(|node| match &node.shape {
        Shape::Text(run) => {
            let rect = Rect::new(run.at.x, run.at.y - SIZE * 0.34, run.width, 1.0);
            Some(Node::new(format!("{key}/strike"), crate::axis::filled(rect, Role::Ink3)))
        }
        _ => None,
    })
}

/// A red disc with an exclamation mark on the corner.
fn conflict_mark(key: &str, bar: Rect, fonts: &Fonts) -> [Node; 2] {
    const RADIUS: f64 = 6.5;
    const MARK: f64 = 10.0;
    let centre = Point { x: bar.x, y: bar.y + 1.0 };
    let disc = Rect::new(centre.x - RADIUS, centre.y - RADIUS, 2.0 * RADIUS, 2.0 * RADIUS);
    let width = fonts.width("!", Weight::SemiBold, MARK);
    let at = Point { x: centre.x - width / 2.0, y: centre.y + MARK * 0.36 };
    let shape = Shape::Rect {
        rect: disc,
        radius: RADIUS,
        fill: Some(Role::Danger),
        stroke: Some(Stroke::solid(Role::Surface, 1.0)),
    };
    let text = TextRun {
        at,
        text: "!".to_owned(),
        size: MARK,
        weight: Weight::SemiBold,
        colour: Role::OnAccent,
        width,
        slides_to: None,
    };
    [
        Node::new(format!("{key}/conflict"), shape),
        Node::new(format!("{key}/conflict/mark"), Shape::Text(text)),
    ]
}

/// A dashed chip for an item that has a horizon instead of days. Its width, in points.
pub(crate) fn chip_width(title: &str, fonts: &Fonts) -> f64 {
    (fonts.width(title, WEIGHT, SIZE) + 2.0 * INSET).clamp(72.0, 220.0)
}
