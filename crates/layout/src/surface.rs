//! The surface that things are placed on: endless on screen, cut by walls into sheets on paper.

use std::ops::RangeInclusive;

use milepost_plan::{Day, Span};

use crate::axis::x_of;
use crate::packing::Room;

/// Points per day that can be shown: from a century in a window to a week in the widest one.
pub const SCALES: RangeInclusive<f64> = 0.05..=1_200.0;

/// What decides where things stand besides the plan itself.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Surface {
    /// Points per day.
    pub scale: f64,
    /// Where horizon items flow, since they have no place on the axis.
    pub flow: Room,
    /// Where paper cuts the surface.
    pub walls: Walls,
    /// How much room names get.
    pub naming: Naming,
    /// The only days shown; all if none.
    pub range: Option<Span>,
    /// Whether lanes that the user has made are shown with nothing in them, too.
    pub keeps_empty_lanes: bool,
}

impl Surface {
    /// The screen: what scrolls has no walls, and a tooltip says what a name leaves out. `scale` is kept between 0.005
    /// and the greatest of [`SCALES`].
    pub(crate) fn screen(scale: f64, today: Day) -> Self {
        const FLOW: f64 = 1_100.0;
        let scale = if scale.is_finite() { scale.clamp(0.005, *SCALES.end()) } else { 1.0 };
        let left = x_of(today, scale) + 12.0;
        Self {
            scale,
            flow: Room { from: left, to: left + FLOW },
            walls: Walls::default(),
            // Three of the widest letters and “…” fit between the edges.
            naming: Naming { wide: 76.0, kept: 150.0, reach: 320.0 },
            keeps_empty_lanes: true,
            range: None,
        }
    }

    /// Paper for some days, cut at `walls`. Nothing says what a name leaves out, so bars keep room for nearly all of it.
    pub(crate) fn paper(scale: f64, range: Span, walls: Walls) -> Self {
        let whole = walls.whole();
        Self {
            scale,
            flow: Room { from: whole.from + 9.0, to: whole.to - 9.0 },
            walls,
            naming: Naming { wide: f64::INFINITY, kept: 420.0, reach: f64::INFINITY },
            keeps_empty_lanes: false,
            range: Some(range),
        }
    }

    /// Whether any of these days is shown.
    pub(crate) fn shows(&self, days: Span) -> bool {
        self.range.is_none_or(|range| days.first <= range.last && days.last >= range.first)
    }
}

/// How much room names get.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Naming {
    /// From this width on a shortened name inside a bar will do; narrower bars keep room beside them instead.
    pub wide: f64,
    /// Most room beside a bar that is kept for its name, in points.
    pub kept: f64,
    /// How far beside a bar its name may go on if nothing stands there, in points.
    pub reach: f64,
}

/// The x at which paper cuts the surface, in order; none on screen.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Walls(Vec<f64>);

impl Walls {
    /// Walls at these x, which must be in order and at least two.
    pub(crate) fn new(walls: Vec<f64>) -> Self {
        assert!(walls.len() >= 2 && walls.is_sorted(), "a sheet has a left and a right edge");
        Self(walls)
    }

    /// The same walls, the last one moved so that the last sheet has that width in points.
    pub(crate) fn with_last_width(mut self, width: f64) -> Self {
        if let [.., before, last] = &mut self.0[..] {
            *last = *before + width;
        }
        self
    }

    /// From the first wall to the last; everything if there are none.
    pub(crate) fn whole(&self) -> Room {
        match (self.0.first(), self.0.last()) {
            (Some(first), Some(last)) => Room { from: *first, to: *last },
            _ => Room::ENDLESS,
        }
    }

    /// The sheets between the walls, from left to right.
    pub(crate) fn windows(&self) -> impl Iterator<Item = Room> {
        self.0.windows(2).map(|walls| Room { from: walls[0], to: walls[1] })
    }

    /// The sheet that shows what begins at `x`.
    pub(crate) fn window_from(&self, x: f64) -> Room {
        self.window(self.0.partition_point(|wall| *wall <= x))
    }

    /// The sheet that shows what ends at `x`.
    pub(crate) fn window_to(&self, x: f64) -> Room {
        self.window(self.0.partition_point(|wall| *wall < x))
    }

    /// The sheet whose right edge is the wall of that index, or the nearest there is.
    fn window(&self, right: usize) -> Room {
        let Some(last) = self.0.len().checked_sub(1) else { return Room::ENDLESS };
        let right = right.clamp(1, last);
        Room { from: self.0[right - 1], to: self.0[right] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_touches_a_wall_stands_on_its_own_side() {
        let walls = Walls::new(vec![0.0, 100.0, 200.0]);
        let (left, right) = (Room { from: 0.0, to: 100.0 }, Room { from: 100.0, to: 200.0 });
        assert_eq!(walls.window_from(99.0), left);
        assert_eq!(walls.window_from(100.0), right);
        assert_eq!(walls.window_to(100.0), left);
        assert_eq!(walls.window_to(101.0), right);
        assert_eq!(walls.window_from(-50.0), left);
        assert_eq!(walls.window_to(900.0), right);
        assert_eq!(Walls::default().window_from(3.0), Room::ENDLESS);
    }
}
