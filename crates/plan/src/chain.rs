//! Chains: what an item waits for, at first or at second hand, and what waits for it.

use std::collections::{BTreeSet, HashSet, VecDeque};

use serde::Serialize;

use crate::dependency::Dependency;
use crate::id::{DependencyId, ItemId};
use crate::plan::Plan;

/// Everything that is tied to an item by dependencies that lead to it or away from it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Chain {
    /// What it waits for, the nearest first.
    pub before: Vec<ItemId>,
    /// What waits for it, the nearest first.
    pub after: Vec<ItemId>,
    /// The dependencies along the way, in the order of their ids.
    pub dependencies: Vec<DependencyId>,
}

/// Which way a walk goes along dependencies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    On,
}

impl Plan {
    /// The chain of an item. Its cost follows the chain, not the plan.
    pub fn chain(&self, item: ItemId) -> Chain {
        let mut along = BTreeSet::new();
        let before = self.reached(item, Way::Back, &mut along);
        let after = self.reached(item, Way::On, &mut along);
        Chain { before, after, dependencies: along.into_iter().collect() }
    }

    /// The items that a walk comes to, each once, and the dependencies that it goes along.
    fn reached(&self, item: ItemId, way: Way, along: &mut BTreeSet<DependencyId>) -> Vec<ItemId> {
        let mut seen = HashSet::from([item]);
        let mut found = Vec::new();
        let mut waiting = VecDeque::from([item]);
        while let Some(at) = waiting.pop_front() {
            for row in self.dependencies_of(at) {
                let Some(next) = next(row, at, way) else { continue };
                along.insert(row.id);
                if seen.insert(next) {
                    found.push(next);
                    waiting.push_back(next);
                }
            }
        }
        found
    }
}

/// Where a dependency leads to from one of its ends, if it leads that way.
fn next(row: &Dependency, from: ItemId, way: Way) -> Option<ItemId> {
    match way {
        Way::Back => (row.successor == from).then_some(row.predecessor),
        Way::On => (row.predecessor == from).then_some(row.successor),
    }
}
