//! Which lanes a view has, in which order, and what they are called.

use std::collections::{BTreeSet, HashSet};

use milepost_plan::{
    Aspect, AspectValue, Horizon, Importance, ItemId, Need, Plan, Roadmap, Status, ViewSettings, WorkItem,
};

use crate::hue::hue_of;
use crate::lane::Lane;
use crate::line::HUE;
use crate::scene::LaneKey;
use crate::speech;
use crate::surface::Surface;

/// All lanes of a view from top to bottom, still empty.
pub(crate) fn lanes(plan: &Plan, view: &ViewSettings, surface: &Surface) -> Vec<Lane> {
    let milestones = view.show_milestones.then(|| Lane {
        stays: surface.keeps_empty_lanes,
        ..Lane::empty(LaneKey::Milestones, "Milestones".to_owned())
    });
    let horizon = |at| Lane {
        // Who has lanes by horizon wants to drop something on those that hold nothing yet.
        stays: surface.keeps_empty_lanes && view.lanes_by == Some(Aspect::Horizon),
        ..Lane::empty(LaneKey::Horizon { horizon: at }, speech::horizon(at).to_owned())
    };
    let has_horizons = !view.has_row_each() && view.roadmap == Roadmap::Features;
    let horizons = Horizon::ALL.into_iter().filter(|_| has_horizons).map(horizon);
    let lanes = match view.roadmap {
        Roadmap::Features | Roadmap::Needs => item_lanes(plan, view, surface),
        Roadmap::Budget => line_lanes(plan, view),
    };
    milestones.into_iter().chain(lanes).chain(horizons).collect()
}

/// The lanes of all budget lines in the order by hand.
fn line_lanes(plan: &Plan, view: &ViewSettings) -> Vec<Lane> {
    let lines = plan.budget_lines_in_order().into_iter().map(|line| Lane {
        hue: HUE,
        stays: true,
        is_collapsed: !view.unfolded.contains(&line.id),
        ..Lane::empty(LaneKey::Line { line: line.id }, line.name.clone())
    });
    lines.collect()
}

/// The lane that an item stands in; none if the view does not show it, or shows it only where each item has a row.
pub(crate) fn key_of(plan: &Plan, item: &WorkItem, view: &ViewSettings) -> Option<LaneKey> {
    if !view.shows(plan, item) {
        return None;
    }
    match (plan.span_of(item), item.schedule.horizon()) {
        _ if view.has_row_each() => Some(LaneKey::Items { values: values_of(plan, item, view) }),
        (Some(_), _) => Some(LaneKey::Items { values: values_of(plan, item, view) }),
        (None, horizon) => horizon.map(|horizon| LaneKey::Horizon { horizon }),
    }
}

/// The lanes that a need stands in; none if the view does not show it or nothing that serves it has days.
pub(crate) fn keys_of(plan: &Plan, need: &Need, view: &ViewSettings) -> Vec<LaneKey> {
    if plan.coverage(need).span.is_none() || !view.filter.passes_need(plan, need) {
        return Vec::new();
    }
    let (Some(by), _) = view.grouped_by() else { return vec![LaneKey::Items { values: Vec::new() }] };
    let values = by.of_need(plan, need).into_iter();
    values.map(|value| LaneKey::Items { values: vec![value] }).collect()
}

/// What stands over the column of lane names: “Theme”, “Theme, status”.
pub(crate) fn heading(view: &ViewSettings) -> String {
    if view.roadmap == Roadmap::Budget {
        return "Budget line".to_owned();
    }
    match view.grouped_by() {
        (Some(first), Some(second)) => format!("{}, {}", first.label(), second.label().to_lowercase()),
        (first, _) => first.map(Aspect::label).unwrap_or_default().to_owned(),
    }
}

/// The name of a value of an aspect.
pub(crate) fn name_of(plan: &Plan, value: &AspectValue) -> String {
    let name = match value {
        AspectValue::Theme(None) => "No theme",
        AspectValue::Theme(Some(id)) => plan.themes().get(*id).map_or("", |theme| &theme.name),
        AspectValue::Status(status) => return speech::sentence_case(status.label()),
        AspectValue::Owner(owner) if owner.is_empty() => "No owner",
        AspectValue::Owner(owner) => owner,
        AspectValue::Kind(kind) => return speech::sentence_case(kind.label()),
        AspectValue::Horizon(None) => "No horizon",
        AspectValue::Horizon(Some(at)) => speech::horizon(*at),
        AspectValue::Parent(None) => "No parent",
        AspectValue::Parent(Some(id)) => plan.items().get(*id).map_or("", |item| &item.title),
        AspectValue::Customer(None) => "No customer",
        AspectValue::Customer(Some(id)) => plan.customers().get(*id).map_or("", |customer| &customer.name),
        AspectValue::Need(None) => "No need",
        AspectValue::Need(Some(id)) => plan.needs().get(*id).map_or("", |need| &need.statement),
        AspectValue::Goal(None) => "No goal",
        AspectValue::Goal(Some(id)) => plan.goals().get(*id).map_or("", |goal| &goal.title),
        AspectValue::Importance(None) => "No importance",
        AspectValue::Importance(Some(importance)) => return speech::sentence_case(importance.word()),
    };
    name.to_owned()
}

fn values_of(plan: &Plan, item: &WorkItem, view: &ViewSettings) -> Vec<AspectValue> {
    [view.lanes_by, view.then_by].into_iter().flatten().map(|aspect| aspect.of(plan, item)).collect()
}

fn item_lanes(plan: &Plan, view: &ViewSettings, surface: &Surface) -> Vec<Lane> {
    let holds_needs = view.roadmap == Roadmap::Needs;
    let (Some(lanes_by), then_by) = view.grouped_by() else {
        let name = if holds_needs { "All needs" } else { "All items" };
        let all = Lane::empty(LaneKey::Items { values: Vec::new() }, name.to_owned());
        return vec![Lane { has_row_each: view.has_row_each(), holds_needs, ..all }];
    };
    let present = present(plan, view);
    let by_hand = |values: &[AspectValue]| {
        view.lane_order.iter().position(|known| known == values).unwrap_or(usize::MAX)
    };
    let mut firsts = in_order(plan, view, lanes_by, present.iter().filter_map(|values| values.first()));
    firsts.sort_by_cached_key(|first| by_hand(std::slice::from_ref(first)));
    let mut lanes = Vec::new();
    for first in firsts {
        let of_first = || present.iter().filter(|values| values.first() == Some(&first));
        let seconds = match then_by {
            Some(then_by) => in_order(plan, view, then_by, of_first().filter_map(|values| values.get(1))),
            None => Vec::new(),
        };
        let seconds = seconds.into_iter().map(|second| vec![first.clone(), second]);
        let mut divided: Vec<Vec<AspectValue>> = seconds.filter(|values| present.contains(values)).collect();
        divided.sort_by_cached_key(|values| by_hand(values));
        if divided.is_empty() {
            divided.push(vec![first]);
        }
        lanes.extend(divided.into_iter().map(|values| item_lane(plan, view, surface, values)));
    }
    lanes
}

/// What the lanes stand for in which something stands.
fn present(plan: &Plan, view: &ViewSettings) -> HashSet<Vec<AspectValue>> {
    if view.roadmap == Roadmap::Needs {
        let keys = plan.needs().iter().flat_map(|need| keys_of(plan, need, view));
        return keys.filter_map(LaneKey::into_values).collect();
    }
    let in_items = |item: &&WorkItem| matches!(key_of(plan, item, view), Some(LaneKey::Items { .. }));
    plan.items().iter().filter(in_items).map(|item| values_of(plan, item, view)).collect()
}

fn item_lane(plan: &Plan, view: &ViewSettings, surface: &Surface, values: Vec<AspectValue>) -> Lane {
    let name_of = |value: &AspectValue| name_of(plan, value);
    let name = values.last().map(name_of).unwrap_or_default();
    let group = if values.len() > 1 { values.first().map(name_of) } else { None };
    let hue = view.colour_by.and_then(|by| values.iter().find(|value| value.aspect() == by));
    // What nobody has made need not be there to be dropped on.
    let is_made = !matches!(
        values.first(),
        Some(
            AspectValue::Theme(None)
                | AspectValue::Owner(_)
                | AspectValue::Parent(_)
                | AspectValue::Horizon(_)
                | AspectValue::Customer(_)
                | AspectValue::Need(_)
                | AspectValue::Goal(None)
                | AspectValue::Importance(_)
        ) | None
    );
    Lane {
        is_collapsed: view.collapsed.contains(&values),
        has_row_each: view.has_row_each(),
        holds_needs: view.roadmap == Roadmap::Needs,
        group,
        hue: hue.map_or(0, |value| hue_of(plan, value)),
        // Nothing is dropped on a lane of needs.
        stays: surface.keeps_empty_lanes && is_made && values.len() == 1 && view.roadmap == Roadmap::Features,
        ..Lane::empty(LaneKey::Items { values }, name)
    }
}

/// The values of an aspect from top to bottom: all that there can be where those are few, else those that are there.
pub(crate) fn in_order<'v>(
    plan: &Plan,
    view: &ViewSettings,
    aspect: Aspect,
    present: impl Iterator<Item = &'v AspectValue>,
) -> Vec<AspectValue> {
    match aspect {
        Aspect::Theme => {
            let themes = plan.themes_in_order().into_iter().map(|theme| Some(theme.id));
            themes.chain([None]).map(AspectValue::Theme).collect()
        }
        Aspect::Status => Status::ALL.map(AspectValue::Status).to_vec(),
        Aspect::Kind => view.kinds.iter().copied().map(AspectValue::Kind).collect(),
        Aspect::Owner => {
            let names = present.filter_map(|value| match value {
                AspectValue::Owner(owner) => Some((owner.is_empty(), owner.to_lowercase(), owner)),
                _ => None,
            });
            let names: BTreeSet<_> = names.collect();
            names.into_iter().map(|(_, _, owner)| AspectValue::Owner(owner.clone())).collect()
        }
        Aspect::Parent => {
            let place = |id: ItemId| plan.items().get(id).map(|item| (item.rank, id));
            let parents = present.filter_map(|value| match value {
                AspectValue::Parent(parent) => Some((parent.is_none(), parent.and_then(place), *parent)),
                _ => None,
            });
            let parents: BTreeSet<_> = parents.collect();
            parents.into_iter().map(|(_, _, parent)| AspectValue::Parent(parent)).collect()
        }
        Aspect::Customer => {
            let all = plan.customers_in_order().into_iter().map(|customer| Some(customer.id));
            there(all.chain([None]).map(AspectValue::Customer), present)
        }
        Aspect::Need => {
            let all = plan.needs().iter().map(|need| Some(need.id));
            there(all.chain([None]).map(AspectValue::Need), present)
        }
        Aspect::Goal => {
            let all = plan.goals_in_order().into_iter().map(|goal| Some(goal.id));
            all.chain([None]).map(AspectValue::Goal).collect()
        }
        Aspect::Importance => {
            let all = Importance::ALL.into_iter().map(Some);
            all.chain([None]).map(AspectValue::Importance).collect()
        }
        Aspect::Horizon => {
            let horizons = present.filter_map(|value| match value {
                AspectValue::Horizon(horizon) => Some((horizon.is_some(), *horizon)),
                _ => None,
            });
            let horizons: BTreeSet<_> = horizons.collect();
            horizons.into_iter().map(|(_, horizon)| AspectValue::Horizon(horizon)).collect()
        }
    }
}

/// Those of all values that are there.
fn there<'v>(
    all: impl Iterator<Item = AspectValue>,
    present: impl Iterator<Item = &'v AspectValue>,
) -> Vec<AspectValue> {
    let present: HashSet<&AspectValue> = present.collect();
    all.filter(|value| present.contains(value)).collect()
}
