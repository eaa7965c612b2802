//! Where items and milestones stood in the baseline of the view: the room that this takes, and how milestones show it.

use milepost_plan::{Baseline, Milestone, Plan, Roadmap, Span, WorkItem, slip_days};

use super::Timeline;
use crate::axis;
use crate::bar::Slipped;
use crate::fonts::Fonts;
use crate::lane::milestone_slot;
use crate::milestone;
use crate::packing::Room;
use crate::rows::Slot;
use crate::scene::Node;

impl Timeline {
    /// Where an item stood in the baseline of the view, if it stands elsewhere now.
    pub(crate) fn slip_of(&self, plan: &Plan, item: &WorkItem) -> Option<Slipped> {
        let before = plan.span_in(self.shown_baseline(plan)?, item)?;
        let after = plan.span_of(item).filter(|after| *after != before)?;
        let bar = Room {
            from: axis::x_of(before.first, self.scale()),
            to: axis::x_of(before.last.plus(1), self.scale()),
        };
        Some(Slipped { bar, days: slip_days(before, after, &self.calendar) })
    }

    /// Where a milestone stood in the baseline of the view, if it stands elsewhere now.
    pub(crate) fn milestone_slip(&self, plan: &Plan, milestone: &Milestone) -> Option<Slipped> {
        let before = self.shown_baseline(plan)?.day_of(milestone.id)?;
        let stood = |day| Span { first: day, last: day };
        let bar = milestone::diamond(milestone::noon(before, self.scale()));
        let days = slip_days(stood(before), stood(milestone.day), &self.calendar);
        (before != milestone.day).then_some(Slipped { bar, days })
    }

    /// The baseline that is drawn: money and needs are planned for where bars stand now.
    fn shown_baseline<'p>(&self, plan: &'p Plan) -> Option<&'p Baseline> {
        let shown = self.view.baseline.filter(|_| self.view.roadmap == Roadmap::Features)?;
        plan.baselines().get(shown)
    }

    /// The slot with room for where the item stood in the baseline of the view.
    pub(super) fn with_slip(&self, plan: &Plan, item: &WorkItem, slot: Slot) -> Slot {
        self.slip_of(plan, item).map_or(slot, |slip| slip.widening(slot))
    }

    /// Fills the lane of the milestones anew, each with room for where it stood in the baseline of the view.
    pub(super) fn mark_lane(&mut self, index: usize, plan: &Plan, fonts: &Fonts) {
        let slots = plan.milestones().iter().filter_map(|row| {
            let slot = milestone_slot(row, &self.surface, fonts)?;
            Some(self.milestone_slip(plan, row).map_or(slot, |slip| slip.widening(slot)))
        });
        let slots = slots.collect();
        self.lanes[index].pack(slots);
    }

    /// The nodes of a milestone on a row whose top is `top`, in the room that its slot may use and the window.
    pub(super) fn milestone_nodes(
        &self,
        plan: &Plan,
        milestone: &Milestone,
        top: f64,
        slot: &Slot,
        [room, window]: [Room; 2],
        fonts: &Fonts,
    ) -> Vec<Node> {
        let slip = self.milestone_slip(plan, milestone);
        let at = (slot.bar.middle(), top);
        // The name stands where it would without a ghost: what reaches to that is no room for it.
        let own = milestone::room(slot.name, at.0, &self.surface);
        let named = Room { from: room.from.max(own.from), ..room };
        let mut nodes = milestone::nodes(milestone, slip, at, named, fonts);
        let ghost = slip.map(|slip| milestone::ghost(milestone, slip, &nodes, at, [room, window], fonts));
        nodes.extend(ghost.unwrap_or_default());
        nodes
    }
}
