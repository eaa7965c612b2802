//! Who may wait for whom: different items, once, neither part of the other, and never in a circle.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::tree::apart_in_tree;
use super::within;
use crate::dependency::Dependency;
use crate::draft::Draft;
use crate::id::ItemId;
use crate::item::WorkItem;
use crate::plan::Plan;
use crate::violation::RuleViolation;

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
    let mut came_from: HashMap<ItemId, ItemId> = HashMap::new();
    let mut to_visit = vec![successor];
    while let Some(item) = to_visit.pop() {
        if item == predecessor {
            return Err(RuleViolation::DependencyCycle {
                titles: circle(draft, &came_from, predecessor, successor),
            });
        }
        for next in draft.dependencies_of(item).into_iter().filter(|row| row.predecessor == item) {
            if let Entry::Vacant(unseen) = came_from.entry(next.successor) {
                unseen.insert(item);
                to_visit.push(next.successor);
            }
        }
    }
    Ok(())
}

/// The titles from the predecessor to the successor and back round to the predecessor.
fn circle(
    draft: &Draft<'_>,
    came_from: &HashMap<ItemId, ItemId>,
    predecessor: ItemId,
    successor: ItemId,
) -> Vec<String> {
    let mut path = vec![predecessor];
    while let Some(item) = path.last().copied()
        && item != successor
    {
        match came_from.get(&item) {
            Some(from) => path.push(*from),
            None => break,
        }
    }
    path.push(predecessor);
    path.reverse();
    path.iter().filter_map(|id| draft.get::<WorkItem>(*id)).map(|item| item.title.clone()).collect()
}

/// The titles of one circle of dependencies in a whole plan, if there is one.
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
