//! Chains: what an item waits for, at first or at second hand, and what waits for it. Epics take part with all that they hold.

use std::collections::{BTreeSet, HashSet, VecDeque};

use serde::Serialize;

use crate::draft::Draft;
use crate::id::{DependencyId, ItemId};
use crate::plan::Plan;
use crate::waiting::{At, Step, under};

/// Everything that is tied to an item by dependencies that lead to it or away from it.
///
/// What an epic holds waits for what the epic waits for, and is waited for by what waits for the epic. An epic that is met
/// by a dependency is in the chain with all that it holds; one that only leads on to others, because it holds something of
/// the chain, is not.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Chain {
    /// What it waits for, the nearest first; nothing that it holds itself.
    pub before: Vec<ItemId>,
    /// What waits for it, the nearest first; nothing that it holds itself.
    pub after: Vec<ItemId>,
    /// The dependencies along the way, in the order of their ids.
    pub dependencies: Vec<DependencyId>,
}

impl Plan {
    /// The chain of an item. Its cost follows the chain, not the plan.
    pub fn chain(&self, item: ItemId) -> Chain {
        let draft = Draft::of(self);
        // Of an epic, what waits begins with all of it, and what is waited for ends with its days.
        let (all, days) = (At::waiting(&draft, item), At::waited_for(&draft, item));
        let mut along = BTreeSet::new();
        let before = reached(&draft, days, At::before, |at| !matches!(at, At::Whole(_)), &mut along);
        let after = reached(&draft, all, At::next, |at| !matches!(at, At::Days(_)), &mut along);
        Chain { before, after, dependencies: along.into_iter().collect() }
    }
}

/// The items that a walk comes to and that count, each once, and the dependencies that it goes along.
fn reached(
    draft: &Draft<'_>,
    from: At,
    steps: impl Fn(At, &Draft<'_>) -> Vec<Step>,
    counts: impl Fn(At) -> bool,
    along: &mut BTreeSet<DependencyId>,
) -> Vec<ItemId> {
    let own: HashSet<ItemId> = own(draft, from);
    let mut seen = HashSet::from([from]);
    let mut found = Vec::new();
    let mut waiting = VecDeque::from([from]);
    while let Some(at) = waiting.pop_front() {
        for step in steps(at, draft) {
            along.extend(step.along);
            if !seen.insert(step.to) {
                continue;
            }
            waiting.push_back(step.to);
            if counts(step.to) && !own.contains(&step.to.id()) {
                found.push(step.to.id());
            }
        }
    }
    found
}

/// An item and, if it is an epic, what it holds.
fn own(draft: &Draft<'_>, at: At) -> HashSet<ItemId> {
    match at {
        At::Item(id) => HashSet::from([id]),
        At::Whole(id) | At::Days(id) => under(draft, id).into_iter().chain([id]).collect(),
    }
}
