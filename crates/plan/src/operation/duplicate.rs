//! Copies of work items, with all that they hold and the dependencies between what is copied.
//!
//! What else hangs on an item, such as costs and feedback, is about the original and is not copied.

use std::collections::HashMap;

use super::each_once;
use super::item::put_behind;
use crate::dependency::Dependency;
use crate::draft::Draft;
use crate::id::{DependencyId, Id, IdSequence, ItemId};
use crate::item::WorkItem;
use crate::violation::RuleViolation;
use crate::waiting::under;

pub(super) fn duplicate(
    draft: &mut Draft<'_>,
    ids: &[ItemId],
    first_id: ItemId,
) -> Result<(), RuleViolation> {
    let held = ids.iter().flat_map(|id| under(draft, *id));
    let whole: Vec<ItemId> = ids.iter().copied().chain(held).collect();
    let mut fresh = IdSequence::starting_at(first_id);
    let copies: Vec<(ItemId, ItemId)> = each_once(&whole).zip(fresh.by_ref()).collect();
    let copy_of: HashMap<ItemId, ItemId> = copies.iter().copied().collect();
    let ties = ties_between(draft, &copies, &copy_of);
    for (id, copy_id) in copies {
        let original = draft.find::<WorkItem>(id)?;
        let (place, mut copy) = (original.place(), original.clone());
        copy.id = copy_id;
        copy.key.clear();
        copy.parent = copy.parent.map(|parent| copy_of.get(&parent).copied().unwrap_or(parent));
        draft.add(copy)?;
        put_behind(draft, Some(place), copy_id)?;
    }
    for (tie, id) in ties.into_iter().zip(fresh) {
        draft.add(Dependency { id: DependencyId::from_uuid(id.uuid()), ..tie })?;
    }
    Ok(())
}

/// The dependencies between the originals, tied to their copies.
fn ties_between(
    draft: &Draft<'_>,
    copies: &[(ItemId, ItemId)],
    copy_of: &HashMap<ItemId, ItemId>,
) -> Vec<Dependency> {
    let waiting = copies.iter().flat_map(|(id, copy)| {
        draft.dependencies_of(*id).into_iter().filter(|row| row.successor == *id).map(|row| (row, *copy))
    });
    let tied = waiting.filter_map(|(row, successor)| {
        let predecessor = *copy_of.get(&row.predecessor)?;
        Some(Dependency { predecessor, successor, ..row.clone() })
    });
    tied.collect()
}
