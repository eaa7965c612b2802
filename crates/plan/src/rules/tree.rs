//! Who holds whom: levels fall from parent to child, and nothing waits for what it is part of.

use crate::draft::Draft;
use crate::id::ItemId;
use crate::item::{ItemKind, WorkItem};
use crate::violation::RuleViolation;

/// An item hangs under one of a higher level, and its children stay below it. That rules out circles of parents
/// too, but a circle is named as such, since that is what the user sees.
pub(crate) fn fits_in_tree(draft: &Draft<'_>, item: &WorkItem) -> Result<(), RuleViolation> {
    let misfit = |child: &WorkItem, parent: &WorkItem| {
        let fits = parent.kind.level() < child.kind.level();
        let violation = || RuleViolation::LevelDoesNotFit {
            child: child.title.clone(),
            child_kind: child.kind.label(),
            parent: parent.title.clone(),
            parent_kind: parent.kind.label(),
        };
        if fits { Ok(()) } else { Err(violation()) }
    };
    if let Some(parent) = item.parent {
        no_parent_cycle(draft, item, parent)?;
        misfit(item, draft.find::<WorkItem>(parent)?)?;
    }
    draft
        .children(item.id)
        .into_iter()
        .filter_map(|id| draft.get::<WorkItem>(id))
        .try_for_each(|child| misfit(child, item))
}

fn no_parent_cycle(draft: &Draft<'_>, item: &WorkItem, parent: ItemId) -> Result<(), RuleViolation> {
    let violation = || RuleViolation::ParentCycle { title: item.title.clone() };
    // A chain that does not end within the levels there are runs in a circle further up, as only a damaged file has it.
    let ends = upwards(draft, parent).count() <= ItemKind::ALL.len();
    if ends && upwards(draft, parent).all(|above| above != item.id) { Ok(()) } else { Err(violation()) }
}

/// Refuses to tie two items of which one is part of the other: what is part of an item belongs to its time
/// already, and an item cannot wait for itself to end. Longer circles by way of epics are refused elsewhere.
pub(crate) fn apart_in_tree(draft: &Draft<'_>, one: ItemId, other: ItemId) -> Result<(), RuleViolation> {
    let part_of = |part: ItemId, whole: ItemId| match draft.get::<WorkItem>(part)?.parent {
        Some(parent) => upwards(draft, parent).any(|above| above == whole).then_some((part, whole)),
        None => None,
    };
    let title = |id: ItemId| draft.get::<WorkItem>(id).map(|item| item.title.clone()).unwrap_or_default();
    match part_of(one, other).or_else(|| part_of(other, one)) {
        Some((part, whole)) => Err(RuleViolation::DependsOnWhole { part: title(part), whole: title(whole) }),
        None => Ok(()),
    }
}

/// Refuses a place in the tree that puts an item, or what it holds, under an item that it is tied to.
pub(crate) fn ties_fit_in_tree(draft: &Draft<'_>, item: ItemId) -> Result<(), RuleViolation> {
    let mut below = vec![item];
    while let Some(part) = below.pop() {
        for tie in draft.dependencies_of(part) {
            apart_in_tree(draft, tie.predecessor, tie.successor)?;
        }
        below.extend(draft.children(part));
    }
    Ok(())
}

/// The item `from` and those that hold it, nearest first; cut off where a sound chain has long ended.
pub(crate) fn upwards<'d>(draft: &'d Draft<'_>, from: ItemId) -> impl Iterator<Item = ItemId> + 'd {
    let parent = |id: &ItemId| draft.get::<WorkItem>(*id).and_then(|item| item.parent);
    std::iter::successors(Some(from), parent).take(ItemKind::ALL.len() + 1)
}
