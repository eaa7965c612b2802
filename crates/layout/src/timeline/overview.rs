//! The whole range at a glance: how many bars stand on each stretch of it.

use milepost_plan::{Day, Plan, Span};
use serde::Serialize;

use super::Timeline;
use crate::axis;

/// The whole range of a timeline, in stretches of equal length.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Overview {
    /// First day of the range.
    pub first: Day,
    /// Last day of the range.
    pub last: Day,
    /// How many bars, or needs, stand on each stretch, from left to right.
    pub counts: Vec<u32>,
    /// The days of the milestones that the view shows, in order.
    pub milestones: Vec<Day>,
}

impl Timeline {
    /// The whole range in at most that many stretches. Costs the items that stand on the timeline.
    pub fn overview(&self, plan: &Plan, stretches: usize) -> Overview {
        let extent = self.extent();
        let [first, last] = [extent.left, extent.right].map(|x| axis::day_at(x, self.scale()));
        let range = Span { first, last };
        let days = usize::try_from(range.days()).unwrap_or(1).max(1);
        let stretches = stretches.clamp(1, days);
        let stretch_of = |day: Day| {
            let from_left = usize::try_from(day.days_since(first)).unwrap_or(0);
            (from_left * stretches / days).min(stretches - 1)
        };
        // What begins and ends on a stretch, added up from the left.
        let (mut begun, mut ended) = (vec![0_u32; stretches], vec![0_u32; stretches]);
        let items = self.places.keys().filter_map(|id| plan.span_of(plan.items().get(*id)?));
        let copies = self.copies.values().filter_map(|places| places.first()?.slot.days);
        for span in items.chain(copies) {
            begun[stretch_of(span.first)] += 1;
            ended[stretch_of(span.last)] += 1;
        }
        let mut standing = 0;
        let counts = begun.iter().zip(&ended).map(|(begun, ended)| {
            standing += begun;
            let count = standing;
            standing -= ended;
            count
        });
        let counts = counts.collect();
        let shown = plan.milestones().iter().filter(|_| self.view().show_milestones);
        let mut milestones: Vec<Day> = shown.map(|row| row.day).collect();
        milestones.sort_unstable();
        Overview { first, last, counts, milestones }
    }
}
