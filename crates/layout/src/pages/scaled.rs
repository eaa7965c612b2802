//! Shapes in another size: places, type and lines shrink or grow together.

use crate::paint::Stroke;
use crate::scene::{Node, PathStep, Point, Rect, Shape, TextRun};

/// The nodes with every length times `factor`.
pub(super) fn scaled(nodes: Vec<Node>, factor: f64) -> Vec<Node> {
    nodes.into_iter().map(|node| Node { shape: shape(node.shape, factor), ..node }).collect()
}

fn shape(shape: Shape, factor: f64) -> Shape {
    match shape {
        Shape::Rect { rect, radius, fill, stroke } => Shape::Rect {
            rect: self::rect(rect, factor),
            radius: radius * factor,
            fill,
            stroke: stroke.map(|stroke| self::stroke(stroke, factor)),
        },
        Shape::Path { steps, fill, stroke } => Shape::Path {
            steps: steps.into_iter().map(|step| self::step(step, factor)).collect(),
            fill,
            stroke: stroke.map(|stroke| self::stroke(stroke, factor)),
        },
        Shape::Text(run) => Shape::Text(TextRun {
            at: point(run.at, factor),
            size: run.size * factor,
            width: run.width * factor,
            slides_to: run.slides_to.map(|x| x * factor),
            lead: run.lead.map(|width| width * factor),
            hangs: None,
            turned: run.turned,
            ..run
        }),
        Shape::Group { clip, offset, nodes } => Shape::Group {
            clip: clip.map(|clip| rect(clip, factor)),
            offset: point(offset, factor),
            nodes: scaled(nodes, factor),
        },
    }
}

fn point(point: Point, factor: f64) -> Point {
    Point { x: point.x * factor, y: point.y * factor }
}

fn rect(rect: Rect, factor: f64) -> Rect {
    Rect::new(rect.x * factor, rect.y * factor, rect.width * factor, rect.height * factor)
}

fn step(step: PathStep, factor: f64) -> PathStep {
    match step {
        PathStep::Move(to) => PathStep::Move(point(to, factor)),
        PathStep::Line(to) => PathStep::Line(point(to, factor)),
        PathStep::Curve(first, second, to) => {
            PathStep::Curve(point(first, factor), point(second, factor), point(to, factor))
        }
        PathStep::Close => PathStep::Close,
    }
}

fn stroke(stroke: Stroke, factor: f64) -> Stroke {
    let dash = stroke.dash.map(|dash| dash.map(|length| length * factor));
    Stroke { width: stroke.width * factor, dash, ..stroke }
}
