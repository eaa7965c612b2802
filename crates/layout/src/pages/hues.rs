//! What hues stand for on paper, where lanes do not say it already.

use std::collections::HashSet;

use milepost_plan::{AspectValue, Plan, Roadmap, ViewSettings, WorkItem};

use crate::hue::hue_of;
use crate::lanes::{in_order, name_of};

/// Values that the legend has room for; bars of others stay unexplained.
const MOST: usize = 16;

/// What a hue stands for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct HueOf {
    value: AspectValue,
    pub name: String,
    pub hue: u8,
}

/// The values that hues stand for, in the order of lanes.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Hues(Vec<HueOf>);

impl Hues {
    /// Those of the items that a view shows; none where it colours by what its lanes stand for, or by nothing.
    pub(super) fn of(plan: &Plan, view: &ViewSettings) -> Self {
        let (lanes_by, then_by) = view.grouped_by();
        // Lanes say what hues stand for where each holds what has its hue, which lanes of needs and of lines do not.
        let by_lanes = if view.roadmap == Roadmap::Features { [lanes_by, then_by] } else { [None, None] };
        let Some(aspect) = view.colour_by.filter(|by| !by_lanes.contains(&Some(*by))) else {
            return Self::default();
        };
        let present: HashSet<AspectValue> = if view.roadmap == Roadmap::Budget {
            let costs = view.unfolded.iter().flat_map(|line| plan.costs_of_line(*line));
            let items = costs.filter_map(|cost| plan.items().get(cost.item?));
            let shown = items.filter(|item| view.filter.passes(plan, item) && plan.span_of(item).is_some());
            shown.map(|item| aspect.of(plan, item)).collect()
        } else if view.roadmap == Roadmap::Needs {
            let shown = plan.needs().iter().filter(|need| view.filter.passes_need(plan, need));
            let serving = shown.flat_map(|need| plan.serving(need.id));
            serving.filter(|item| plan.span_of(item).is_some()).map(|item| aspect.of(plan, item)).collect()
        } else {
            let shown = plan.items().iter().filter(|item| view.shows(plan, item));
            shown.map(|item| aspect.of(plan, item)).collect()
        };
        let values = in_order(plan, view, aspect, present.iter());
        let values = values.into_iter().filter(|value| present.contains(value)).take(MOST);
        let told = |value| HueOf { name: name_of(plan, &value), hue: hue_of(plan, &value), value };
        Self(values.map(told).collect())
    }

    /// The place in the legend of what an item's hue stands for.
    pub(super) fn place_of(&self, plan: &Plan, item: &WorkItem) -> Option<usize> {
        self.0.iter().position(|hue| hue.value.aspect().of(plan, item) == hue.value)
    }

    pub(super) fn get(&self, place: usize) -> Option<&HueOf> {
        self.0.get(place)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}
