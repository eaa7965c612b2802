//! Marks of how a need stands, told apart by their shapes, not by colour alone.

use milepost_plan::{Coverage, Standing};

use crate::fonts::{Fonts, Weight};
use crate::lettering::Lettering;
use crate::paint::{Role, Stroke};
use crate::scene::{Node, PathStep, Point, Rect, Shape};

/// How a need stands, as it is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mark {
    Met,
    PartlyMet,
    Planned,
    Late,
    Unserved,
}

impl Mark {
    pub(crate) fn of(coverage: &Coverage) -> Self {
        match coverage.standing {
            _ if coverage.days_late.is_some() => Self::Late,
            Standing::Met => Self::Met,
            Standing::PartlyMet => Self::PartlyMet,
            Standing::Planned => Self::Planned,
            Standing::Unserved => Self::Unserved,
        }
    }

    pub(crate) fn role(self) -> Role {
        match self {
            Self::Met => Role::Ok,
            Self::PartlyMet | Self::Planned | Self::Unserved => Role::Ink3,
            Self::Late => Role::Danger,
        }
    }
}

/// Half the width of a mark, in points.
const RADIUS: f64 = 5.0;

/// A mark around a centre: a disc with a tick, a half-filled ring, a ring, or a disc with an exclamation mark.
pub(crate) fn nodes(mark: Mark, centre: Point, key: &str, fonts: &Fonts) -> Vec<Node> {
    let stroke = Some(Stroke::solid(mark.role(), 1.4));
    let disc = Rect::new(centre.x - RADIUS, centre.y - RADIUS, 2.0 * RADIUS, 2.0 * RADIUS);
    let filled = Shape::Rect { rect: disc, radius: RADIUS, fill: Some(mark.role()), stroke: None };
    let inner = Rect::new(disc.x + 0.7, disc.y + 0.7, disc.width - 1.4, disc.height - 1.4);
    let ring = Shape::Rect { rect: inner, radius: RADIUS - 0.7, fill: None, stroke };
    let at = |x: f64, y: f64| Point { x: centre.x + x, y: centre.y + y };
    let sign = |shape: Shape| Node::new(format!("{key}/sign"), shape);
    match mark {
        Mark::Met => {
            let steps = vec![
                PathStep::Move(at(-2.4, 0.1)),
                PathStep::Line(at(-0.6, 1.9)),
                PathStep::Line(at(2.5, -1.8)),
            ];
            let stroke = Some(Stroke::solid(Role::OnAccent, 1.4));
            vec![Node::new(key, filled), sign(Shape::Path { steps, fill: None, stroke })]
        }
        Mark::PartlyMet => {
            vec![Node::new(key, ring), sign(left_half(centre, mark.role()))]
        }
        Mark::Planned | Mark::Unserved => vec![Node::new(key, ring)],
        Mark::Late => {
            const SIGN: Lettering = Lettering::new(8.5, Weight::SemiBold, Role::OnAccent);
            let half = SIGN.width("!", fonts) / 2.0;
            vec![Node::new(key, filled), sign(Shape::Text(SIGN.run("!", at(-half, 3.1), fonts)))]
        }
    }
}

fn left_half(centre: Point, role: Role) -> Shape {
    const R: f64 = RADIUS - 0.7;
    /// How far the control points of a quarter of a circle stand from its ends, for a radius of 1.
    const ROUND: f64 = 0.5523 * R;
    let at = |x: f64, y: f64| Point { x: centre.x + x, y: centre.y + y };
    let steps = vec![
        PathStep::Move(at(0.0, -R)),
        PathStep::Curve(at(-ROUND, -R), at(-R, -ROUND), at(-R, 0.0)),
        PathStep::Curve(at(-R, ROUND), at(-ROUND, R), at(0.0, R)),
        PathStep::Close,
    ];
    Shape::Path { steps, fill: Some(role), stroke: None }
}
