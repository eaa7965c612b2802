//! Dependencies form no circle.

use std::collections::{HashMap, HashSet};

use crate::draft::Draft;
use crate::id::ItemId;
use crate::item::WorkItem;
use crate::plan::Plan;
use crate::violation::RuleViolation;

/// Refuses a new tie from `predecessor` to `successor` if the successor already leads back to the predecessor.
pub(crate) fn no_dependency_cycle(
    draft: &Draft<'_>,
    predecessor: ItemId,
    successor: ItemId,
) -> Result<(), RuleViolation> {
    let mut came_from: HashMap<ItemId, ItemId> = HashMap::new();
    let mut to_visit = vec![successor];
    while let Some(item) = to_visit.pop() {
        if item == predecessor {
            return Err(RuleViolation::DependencyCycle {
                titles: circle(draft, &came_from, predecessor, successor),
            });
        }
        for next in draft.dependencies_of(item).into_iter().filter(|row| row.predecessor == item) {
            if next.successor != successor && !came_from.contains_key(&next.successor) {
                came_from.insert(next.successor, item);
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
        plan.dependencies_of(item).filter(|row| row.predecessor == item).map(|row| row.successor).collect()
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
