//! The signs of a matrix: a disc for fully, half a disc for partly.

use milepost_plan::Fulfilment;

use crate::paint::{Role, Stroke};
use crate::scene::{Node, PathStep, Point, Shape};

/// Half the width of a sign, in points.
pub(super) const RADIUS: f64 = 3.4;

/// The sign for how far a need is served, about a point.
pub(super) fn sign(key: &str, fulfilment: Fulfilment, centre: Point) -> Vec<Node> {
    let ring = Stroke { colour: Role::Accent, width: 0.9, dash: None };
    let (fill, steps) = match fulfilment {
        Fulfilment::Fully => (Some(Role::Accent), Vec::new()),
        Fulfilment::Partly => (Some(Role::Surface), half(centre)),
    };
    let disc = Shape::Path { steps: disc(centre), fill, stroke: Some(ring) };
    let mut nodes = vec![Node { name: Some(fulfilment.word().to_owned()), ..Node::new(key, disc) }];
    if !steps.is_empty() {
        let half = Shape::Path { steps, fill: Some(Role::Accent), stroke: None };
        nodes.push(Node::new(format!("{key}/half"), half));
    }
    nodes
}

/// How far the handles of a quarter of a circle stand from its ends, by its radius.
const HANDLE: f64 = 0.552_285;

fn disc(centre: Point) -> Vec<PathStep> {
    let at = |x: f64, y: f64| Point { x: centre.x + RADIUS * x, y: centre.y + RADIUS * y };
    vec![
        PathStep::Move(at(0.0, -1.0)),
        PathStep::Curve(at(-HANDLE, -1.0), at(-1.0, -HANDLE), at(-1.0, 0.0)),
        PathStep::Curve(at(-1.0, HANDLE), at(-HANDLE, 1.0), at(0.0, 1.0)),
        PathStep::Curve(at(HANDLE, 1.0), at(1.0, HANDLE), at(1.0, 0.0)),
        PathStep::Curve(at(1.0, -HANDLE), at(HANDLE, -1.0), at(0.0, -1.0)),
        PathStep::Close,
    ]
}

/// The left half of the disc.
fn half(centre: Point) -> Vec<PathStep> {
    let mut steps = disc(centre);
    steps.truncate(3);
    steps.push(PathStep::Close);
    steps
}
