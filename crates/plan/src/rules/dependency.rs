//! Who may wait for whom: different items, once, neither part of the other, and never in a circle.

use std::collections::HashSet;

use super::tree::apart_in_tree;
use super::within;
use crate::dependency::Dependency;
use crate::draft::Draft;
use crate::id::ItemId;
use crate::item::WorkItem;
use crate::plan::Plan;
use crate::violation::RuleViolation;
use crate::waiting::{At, epic_over, under, way};

/// Most working days of lag either way: ten years.
const LAG_LIMIT: i32 = 3_650;

pub(crate) fn lag_days(lag_days: i32) -> Result<i32, RuleViolation> {
    within("the lag", i64::from(lag_days), i64::from(-LAG_LIMIT), i64::from(LAG_LIMIT)).map(|()| lag_days)
}

/// Refuses a new dependency that no plan takes.
pub(crate) fn may_depend(
    draft: &Draft<'_>,
    predecessor: ItemId,
    successor: ItemId,
) -> Result<(), RuleViolation> {
    ends_fit(draft, predecessor, successor)?;
    let same = |row: &&Dependency| row.predecessor == predecessor && row.successor == successor;
    if draft.dependencies_of(successor).iter().any(same) {
        return Err(exists_already(draft, predecessor, successor));
    }
    no_cycle(draft, predecessor, successor)
}

/// Refuses ends that are not in the plan, are the same item, or are part of one another.
pub(super) fn ends_fit(
    draft: &Draft<'_>,
    predecessor: ItemId,
    successor: ItemId,
) -> Result<(), RuleViolation> {
    draft.find::<WorkItem>(predecessor)?;
    let waiting = draft.find::<WorkItem>(successor)?;
    if predecessor == successor {
        return Err(RuleViolation::DependsOnItself { title: waiting.title.clone() });
    }
    apart_in_tree(draft, predecessor, successor)
}

pub(super) fn exists_already(draft: &Draft<'_>, predecessor: ItemId, successor: ItemId) -> RuleViolation {
    let title = |id: ItemId| draft.get::<WorkItem>(id).map(|item| item.title.clone()).unwrap_or_default();
    RuleViolation::DependencyExists { predecessor: title(predecessor), successor: title(successor) }
}

/// Refuses a new tie from `predecessor` to `successor` if the successor already leads back to the predecessor.
fn no_cycle(draft: &Draft<'_>, predecessor: ItemId, successor: ItemId) -> Result<(), RuleViolation> {
    let end = At::waited_for(draft, predecessor);
    match way(draft, &[At::waiting(draft, successor)], |at| at == end) {
        Some(way) => Err(circle(draft, [end].into_iter().chain(way))),
        None => Ok(()),
    }
}

/// Refuses that an epic spans an item, with what that holds, if one of them waits for the epic and is waited for by it in
/// a roundabout way. Of an epic itself, all that it holds is asked for.
pub(crate) fn no_circle_by_holding(draft: &Draft<'_>, item: ItemId) -> Result<(), RuleViolation> {
    let is_epic = At::waiting(draft, item) == At::Whole(item);
    let Some(epic) = is_epic.then_some(item).or_else(|| epic_over(draft, item)) else { return Ok(()) };
    let joined: Vec<At> =
        under(draft, item).into_iter().chain((!is_epic).then_some(item)).map(At::Item).collect();
    let is_joined: HashSet<At> = joined.iter().copied().collect();
    if let Some(way) = way(draft, &[At::Days(epic)], |at| is_joined.contains(&at)) {
        return Err(circle(draft, way.into_iter().chain([At::Days(epic)])));
    }
    let waits = draft.dependencies_of(epic).iter().any(|row| row.successor == epic);
    let back = if waits { way(draft, &joined, |at| at == At::Whole(epic)) } else { None };
    match back {
        Some(way) => Err(circle(draft, way.clone().into_iter().chain(way.first().copied()))),
        None => Ok(()),
    }
}

/// The refusal of a circle: by its titles, the first one again at the end.
fn circle(draft: &Draft<'_>, around: impl Iterator<Item = At>) -> RuleViolation {
    let around: Vec<At> = around.collect();
    let is_held = |pair: &[At]| matches!(pair, [At::Item(_), At::Days(_)] | [At::Whole(_), At::Item(_)]);
    let through_epics = around.windows(2).any(is_held);
    let mut ids: Vec<ItemId> = around.into_iter().map(At::id).collect();
    ids.dedup();
    let titles =
        ids.iter().filter_map(|id| draft.get::<WorkItem>(*id)).map(|item| item.title.clone()).collect();
    if through_epics {
        RuleViolation::CycleThroughEpics { titles }
    } else {
        RuleViolation::DependencyCycle { titles }
    }
}

/// The titles of one circle of dependencies in a whole plan, if there is one.
///
/// Circles by way of epics are not looked for: files have them from when epics were tied by their own days.
pub(super) fn find_cycle(plan: &Plan) -> Option<Vec<String>> {
    let mut sound: HashSet<ItemId> = HashSet::new();
    plan.dependencies().iter().find_map(|row| walk(plan, row.predecessor, &mut sound))
}

/// Depth first from `start`; items in `sound` are known to lead into no circle.
fn walk(plan: &Plan, start: ItemId, sound: &mut HashSet<ItemId>) -> Option<Vec<String>> {
    let successors = |item: ItemId| -> Vec<ItemId> {
        let from_here = plan.dependencies_of(item).filter(|row| row.predecessor == item);
        // An item tied to itself is told of by its own rule.
        from_here.map(|row| row.successor).filter(|successor| *successor != item).collect()
    };
    if sound.contains(&start) {
        return None;
    }
    let mut path: Vec<(ItemId, Vec<ItemId>)> = vec![(start, successors(start))];
    let mut on_path: HashSet<ItemId> = HashSet::from([start]);
    while let Some((item, waiting)) = path.last_mut() {
        match waiting.pop() {
            Some(next) if on_path.contains(&next) => {
                let circle = path.iter().map(|(id, _)| *id).skip_while(|id| *id != next).chain([next]);
                return Some(
                    circle.filter_map(|id| plan.items().get(id)).map(|item| item.title.clone()).collect(),
                );
            }
            Some(next) if sound.contains(&next) => {}
            Some(next) => {
                on_path.insert(next);
                path.push((next, successors(next)));
            }
            None => {
                sound.insert(*item);
                on_path.remove(item);
                path.pop();
            }
        }
    }
    None
}
