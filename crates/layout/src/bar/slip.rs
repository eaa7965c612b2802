//! Where a bar or a milestone stood when the baseline in view was taken: a thin ghost under it, and by how many working
//! days its end has slipped, where there is room for that beside it.

use super::Site;
use crate::axis::filled;
use crate::fonts::{Fonts, Weight};
use crate::lettering::Lettering;
use crate::packing::Room;
use crate::paint::Role;
use crate::rows::Slot;
use crate::scene::{Node, Point, Rect, Shape, TextRun};

/// Where a bar or a diamond stood before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Slipped {
    pub bar: Room,
    /// Working days that its end is later now; negative if it is earlier.
    pub days: i32,
}

impl Slipped {
    /// The slot with room for where it stood.
    pub(crate) fn widening(self, mut slot: Slot) -> Slot {
        slot.room.from = slot.room.from.min(self.bar.from);
        slot.room.to = slot.room.to.max(self.bar.to);
        slot
    }

    fn colour(self) -> Role {
        if self.days > 0 { Role::Warn } else { Role::Ink3 }
    }

    /// “+5 days”, “−1 day”; none if the end is where it was.
    fn words(self) -> Option<String> {
        let sign = if self.days > 0 { '+' } else { '−' };
        let count = self.days.unsigned_abs();
        let days = if count == 1 { "day" } else { "days" };
        (count > 0).then(|| format!("{sign}{count} {days}"))
    }
}

/// Whether a node is one of those that say where something stood, by its key.
pub(crate) fn is_part(key: &str) -> bool {
    key.contains("/baseline")
}

/// A thin bar where it stood in the baseline, under the bar of now.
pub(crate) fn ghost(key: &str, slip: Slipped, site: &Site) -> Node {
    const HEIGHT: f64 = 3.0;
    let stood = slip.bar.within(site.window);
    let rect = Rect::new(stood.from, site.bar.bottom() + 0.5, stood.width().max(0.0), HEIGHT);
    let fill = Some(slip.colour());
    Node::new(format!("{key}/baseline"), Shape::Rect { rect, radius: 1.5, fill, stroke: None })
}

/// The slip in working days: over the part of the ghost that stands out at the left, else behind the bar and its name.
/// Nothing where there is no room for it, for bars are not packed wider apart for its sake.
pub(crate) fn days(
    key: &str,
    slip: Slipped,
    name: Option<&TextRun>,
    site: &Site,
    fonts: &Fonts,
) -> Option<[Node; 2]> {
    const GAP: f64 = 6.0;
    /// The baseline in points: above the lower edge of the bar, right over the ghost, or under its top, on the line of the
    /// name.
    const ABOVE_BOTTOM: f64 = 2.0;
    const BESIDE: f64 = 16.3;
    let lettering = Lettering::new(10.0, Weight::Medium, slip.colour());
    let words = slip.words()?;
    let width = lettering.width(&words, fonts);
    let bar = site.visible();
    let is_before = |run: &TextRun| run.at.x < bar.from;
    let over_ghost = |x: f64| Point { x, y: site.bar.bottom() - ABOVE_BOTTOM };
    let beside = |x: f64| Point { x, y: site.bar.y + BESIDE };

    let out = Room { from: slip.bar.from, to: bar.from - GAP }.within(site.window);
    let behind =
        name.filter(|run| run.at.x >= bar.to).map_or(bar.to, |run| run.at.x + run.width).max(slip.bar.to);
    let run = if !site.is_cut_left() && out.width() >= width && !name.is_some_and(is_before) {
        lettering.run_to(words, over_ghost(out.to), fonts)
    } else if !site.is_cut_right() && behind + GAP + width <= site.room.to.min(site.window.to) {
        lettering.run(words, beside(behind + GAP), fonts)
    } else {
        return None;
    };
    Some([clearing(key, &run), Node::new(format!("{key}/baseline/days"), Shape::Text(run))])
}

/// Ground under the words, so that lines do not strike them through.
fn clearing(key: &str, run: &TextRun) -> Node {
    const AROUND: f64 = 2.0;
    let rect = Rect::new(run.at.x - AROUND, run.at.y - run.size, run.width + 2.0 * AROUND, run.size * 1.25);
    Node::new(format!("{key}/baseline/clearing"), filled(rect, Role::Surface))
}
