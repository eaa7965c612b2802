//! What waits for what at first and at second hand, with epics taken as what they hold: an epic that waits holds back all
//! of it, and one that is waited for begins and ends with it.
//!
//! Knows nothing of days. Which dependencies hold an item back on which day is a matter of `reschedule`.

use std::collections::{HashMap, HashSet};

use crate::draft::Draft;
use crate::id::{DependencyId, ItemId};
use crate::item::{ItemKind, WorkItem};
use crate::rules::upwards;

/// A place on the way along dependencies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum At {
    /// Any item but an epic.
    Item(ItemId),
    /// An epic that waits: what moves it moves what it holds.
    Whole(ItemId),
    /// The days of an epic, for which others wait: what it holds moves them.
    Days(ItemId),
}

impl At {
    /// Where a dependency meets its successor.
    pub(crate) fn waiting(draft: &Draft<'_>, id: ItemId) -> Self {
        if is_epic(draft, id) { Self::Whole(id) } else { Self::Item(id) }
    }

    /// Where a dependency leaves its predecessor.
    pub(crate) fn waited_for(draft: &Draft<'_>, id: ItemId) -> Self {
        if is_epic(draft, id) { Self::Days(id) } else { Self::Item(id) }
    }

    /// The item.
    pub(crate) fn id(self) -> ItemId {
        match self {
            Self::Item(id) | Self::Whole(id) | Self::Days(id) => id,
        }
    }

    /// Where moving this leads to next.
    pub(crate) fn next(self, draft: &Draft<'_>) -> Vec<Step> {
        match self {
            Self::Item(id) => {
                successors(draft, id).chain(epic_over(draft, id).map(Self::Days).map(Step::held)).collect()
            }
            Self::Whole(id) => {
                let held = under(draft, id).into_iter().map(Self::Item);
                held.chain([Self::Days(id)]).map(Step::held).collect()
            }
            Self::Days(id) => successors(draft, id).collect(),
        }
    }

    /// What may have moved this: the way of [`Self::next`] back.
    pub(crate) fn before(self, draft: &Draft<'_>) -> Vec<Step> {
        match self {
            Self::Item(id) => {
                let over = epic_over(draft, id).map(Self::Whole).map(Step::held);
                predecessors(draft, id).chain(over).collect()
            }
            Self::Whole(id) => predecessors(draft, id).collect(),
            Self::Days(id) => {
                let held = under(draft, id).into_iter().map(Self::Item);
                held.chain([Self::Whole(id)]).map(Step::held).collect()
            }
        }
    }
}

/// One step of the way along dependencies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) to: At,
    /// The dependency that it goes along; none from an epic to what it holds, or back.
    pub(crate) along: Option<DependencyId>,
}

impl Step {
    fn held(to: At) -> Self {
        Self { to, along: None }
    }
}

/// Everything that moving the first ones may move, each before what it may move itself, as far as `goes_on` lets it. Where
/// things wait for one another in a circle, the way ends that leads back to where it came from.
pub(crate) fn in_order(draft: &Draft<'_>, first: &[At], goes_on: impl Fn(At) -> bool) -> Vec<At> {
    let mut seen: HashSet<At> = HashSet::new();
    // Whatever is left last has all behind it that it leads to.
    let mut left = Vec::new();
    for start in first {
        if !seen.insert(*start) {
            continue;
        }
        let mut path = vec![(*start, start.next(draft).into_iter())];
        while let Some((at, rest)) = path.last_mut() {
            match rest.next() {
                Some(Step { to, .. }) if goes_on(to) && seen.insert(to) => {
                    path.push((to, to.next(draft).into_iter()));
                }
                Some(_) => {}
                None => {
                    left.push(*at);
                    path.pop();
                }
            }
        }
    }
    left.reverse();
    left
}

/// The way from one of the first places to one that is looked for, both included; none if no way leads there.
pub(crate) fn way(draft: &Draft<'_>, first: &[At], is_end: impl Fn(At) -> bool) -> Option<Vec<At>> {
    let mut came_from: HashMap<At, Option<At>> = first.iter().map(|at| (*at, None)).collect();
    let mut to_visit = first.to_vec();
    while let Some(at) = to_visit.pop() {
        if is_end(at) {
            let before = |at: &At| came_from.get(at).copied().flatten();
            let mut way: Vec<At> = std::iter::successors(Some(at), before).collect();
            way.reverse();
            return Some(way);
        }
        for Step { to, .. } in at.next(draft) {
            came_from.entry(to).or_insert_with(|| {
                to_visit.push(to);
                Some(at)
            });
        }
    }
    None
}

/// All items under another one, directly or in what it holds.
pub(crate) fn under(draft: &Draft<'_>, id: ItemId) -> Vec<ItemId> {
    let mut found = draft.children(id);
    let mut next = 0;
    while let Some(id) = found.get(next).copied() {
        found.extend(draft.children(id));
        next += 1;
    }
    found
}

/// The epic that an item hangs under; none of an epic.
pub(crate) fn epic_over(draft: &Draft<'_>, id: ItemId) -> Option<ItemId> {
    upwards(draft, id).skip(1).find(|above| is_epic(draft, *above))
}

pub(crate) fn is_epic(draft: &Draft<'_>, id: ItemId) -> bool {
    draft.get::<WorkItem>(id).is_some_and(|item| item.kind == ItemKind::Epic)
}

fn successors<'d>(draft: &'d Draft<'_>, id: ItemId) -> impl Iterator<Item = Step> + 'd {
    let rows = draft.dependencies_of(id).into_iter().filter(move |row| row.predecessor == id);
    rows.map(|row| Step { to: At::waiting(draft, row.successor), along: Some(row.id) })
}

fn predecessors<'d>(draft: &'d Draft<'_>, id: ItemId) -> impl Iterator<Item = Step> + 'd {
    let rows = draft.dependencies_of(id).into_iter().filter(move |row| row.successor == id);
    rows.map(|row| Step { to: At::waited_for(draft, row.predecessor), along: Some(row.id) })
}
