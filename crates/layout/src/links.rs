//! Dependency lines: from the end of one bar to the start of another, by right angles.

use milepost_plan::{DependencyId, DependencyKind};

use crate::paint::{Role, Stroke};
use crate::scene::{Node, PathStep, Point, Rect, Shape, Target};

/// How far a line leaves a bar before it turns, in points: before a name that stands beside the bar.
const STUB: f64 = 4.0;
/// How far before a bar a line turns towards it, in points: the arrow head has to fit.
const APPROACH: f64 = 8.0;
/// Length of an arrow head, in points.
const HEAD: f64 = 5.0;

/// The two bars that a dependency ties.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Ends {
    pub from: Rect,
    pub to: Rect,
    pub kind: DependencyKind,
}

impl Ends {
    /// How far a line may lead around its bars, in points.
    pub(crate) const AROUND: f64 = APPROACH + STUB;

    /// The part of the surface that the line may touch.
    pub(crate) fn bounds(&self) -> Rect {
        // Stubs and turns reach over the bars sideways, the way back passes over or under them.
        let left = self.from.x.min(self.to.x) - Self::AROUND;
        let right = self.from.right().max(self.to.right()) + Self::AROUND;
        let top = self.from.y.min(self.to.y) - Self::AROUND;
        let bottom = self.from.bottom().max(self.to.bottom()) + Self::AROUND;
        Rect::new(left, top, right - left, bottom - top)
    }

    /// The line and its arrow head.
    pub(crate) fn nodes(&self, id: DependencyId, in_conflict: bool) -> [Node; 2] {
        let colour = if in_conflict { Role::Danger } else { Role::Ink3 };
        let points = self.route();
        let steps = points.iter().enumerate();
        let steps =
            steps.map(|(i, point)| if i == 0 { PathStep::Move(*point) } else { PathStep::Line(*point) });
        let line =
            Shape::Path { steps: steps.collect(), fill: None, stroke: Some(Stroke::solid(colour, 1.2)) };
        let key = format!("link:{id}");
        let head = Node::new(format!("{key}/head"), self.head(colour));
        let line = Node { target: Some(Target::Dependency { id }), ..Node::new(key, line) };
        [line, head]
    }

    fn leaves_right(&self) -> bool {
        matches!(self.kind, DependencyKind::FinishToStart | DependencyKind::FinishToFinish)
    }

    fn enters_left(&self) -> bool {
        matches!(self.kind, DependencyKind::FinishToStart | DependencyKind::StartToStart)
    }

    fn start(&self) -> Point {
        let x = if self.leaves_right() { self.from.right() } else { self.from.x };
        Point { x, y: self.from.y + self.from.height / 2.0 }
    }

    fn end(&self) -> Point {
        let x = if self.enters_left() { self.to.x } else { self.to.right() };
        Point { x, y: self.to.y + self.to.height / 2.0 }
    }

    /// Corners of the line. Where it has to turn back, it does so between the rows of the two bars.
    fn route(&self) -> Vec<Point> {
        let (start, end) = (self.start(), self.end());
        let out = start.x + if self.leaves_right() { STUB } else { -STUB };
        let into = end.x + if self.enters_left() { -APPROACH } else { APPROACH };
        let at = |x: f64, y: f64| Point { x, y };
        let is_one_row = (start.y - end.y).abs() < 0.5;
        let turn = match (self.leaves_right(), self.enters_left()) {
            (true, true) if is_one_row && end.x >= start.x => return vec![start, end],
            (false, false) if is_one_row && end.x <= start.x => return vec![start, end],
            // Where there is little room between the bars, the head is cut short rather than the line led around.
            (true, true) => (end.x - start.x >= STUB).then_some(out.min(into.max(start.x + STUB / 2.0))),
            (false, false) => (start.x - end.x >= STUB).then_some(out.max(into.min(start.x - STUB / 2.0))),
            (true, false) => (!is_one_row).then_some(out.max(into)),
            (false, true) => (!is_one_row).then_some(out.min(into)),
        };
        match turn {
            Some(x) => vec![start, at(x, start.y), at(x, end.y), end],
            None => {
                let y = if end.y > start.y { self.to.y - 3.0 } else { self.to.bottom() + 3.0 };
                vec![start, at(out, start.y), at(out, y), at(into, y), at(into, end.y), end]
            }
        }
    }

    fn head(&self, colour: Role) -> Shape {
        let tip = self.end();
        let back = tip.x + if self.enters_left() { -HEAD } else { HEAD };
        let half = HEAD * 0.7;
        let steps = vec![
            PathStep::Move(Point { x: back, y: tip.y - half }),
            PathStep::Line(tip),
            PathStep::Line(Point { x: back, y: tip.y + half }),
        ];
        Shape::Path { steps, fill: None, stroke: Some(Stroke::solid(colour, 1.2)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(from: (f64, f64), to: (f64, f64), kind: DependencyKind) -> Vec<(f64, f64)> {
        let rect = |(x, y): (f64, f64)| Rect::new(x, y, 100.0, 24.0);
        let ends = Ends { from: rect(from), to: rect(to), kind };
        ends.route().into_iter().map(|point| (point.x, point.y)).collect()
    }

    #[test]
    fn on_one_row_the_line_is_straight() {
        assert_eq!(
            route((0.0, 0.0), (150.0, 0.0), DependencyKind::FinishToStart),
            [(100.0, 12.0), (150.0, 12.0)]
        );
    }

    #[test]
    fn to_another_row_it_turns_once_and_goes_straight_in() {
        let corners = route((0.0, 0.0), (150.0, 30.0), DependencyKind::FinishToStart);
        assert_eq!(corners, [(100.0, 12.0), (104.0, 12.0), (104.0, 42.0), (150.0, 42.0)]);
    }

    #[test]
    fn bars_that_follow_at_once_need_no_detour() {
        assert_eq!(
            route((0.0, 0.0), (105.0, 30.0), DependencyKind::FinishToStart),
            [(100.0, 12.0), (102.0, 12.0), (102.0, 42.0), (105.0, 42.0)]
        );
        assert_eq!(
            route((0.0, 0.0), (105.0, 0.0), DependencyKind::FinishToStart),
            [(100.0, 12.0), (105.0, 12.0)]
        );
    }

    #[test]
    fn on_one_row_a_line_between_ends_goes_around_the_bar() {
        let corners = route((0.0, 0.0), (150.0, 0.0), DependencyKind::FinishToFinish);
        assert!(corners.iter().any(|(_, y)| *y > 24.0), "{corners:?}");
    }

    #[test]
    fn no_line_leaves_its_bounds() {
        for kind in DependencyKind::ALL {
            for to in [(150.0, 0.0), (105.0, 30.0), (0.0, 60.0), (0.0, -60.0), (-200.0, 0.0), (30.0, 0.0)] {
                let rect = |(x, y): (f64, f64)| Rect::new(x, y, 100.0, 24.0);
                let ends = Ends { from: rect((0.0, 0.0)), to: rect(to), kind };
                for node in ends.nodes(milepost_testkit::id(1), false) {
                    assert_eq!(node.bounds().union(ends.bounds()), ends.bounds(), "{kind:?} to {to:?}");
                }
            }
        }
    }

    #[test]
    fn back_in_time_it_passes_between_the_rows() {
        let corners = route((100.0, 0.0), (0.0, 60.0), DependencyKind::FinishToStart);
        assert!(corners.iter().any(|(_, y)| *y == 57.0), "{corners:?}");
        assert_eq!(corners.last(), Some(&(0.0, 72.0)));
    }
}
