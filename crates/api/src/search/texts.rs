//! What is found by its texts, but for feedback, kept per open plan. The texts of feedback are kept with the inbox.

use std::collections::{BTreeMap, HashMap};

use milepost_plan::{Change, ItemId, Plan, Rank};

use super::folded::Folded;
use super::{Found, HitTarget};
use crate::kept::Follow;

/// The texts of all that can be found but feedback.
pub(crate) struct Texts {
    /// In the order in which they come among equals, so that a search is one walk.
    folded: BTreeMap<Place, Folded>,
    /// Where the items stand in it.
    ranks: HashMap<ItemId, Rank>,
}

/// Items come first, in the order by hand, and then the others sort by sort, in the order of their ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Item(Rank, ItemId),
    Other(HitTarget),
}

impl Texts {
    pub(super) fn in_order(&self) -> impl Iterator<Item = (HitTarget, &Folded)> {
        self.folded.iter().map(|(place, folded)| match place {
            Place::Item(_, id) => (HitTarget::Item { id: *id }, folded),
            Place::Other(target) => (*target, folded),
        })
    }

    fn put(&mut self, plan: &Plan, found: &Found<'_>) {
        let place = match found {
            Found::Item(item) => {
                self.ranks.insert(item.id, item.rank);
                Place::Item(item.rank, item.id)
            }
            other => Place::Other(other.target()),
        };
        self.folded.insert(place, found.folded(plan));
    }

    fn remove(&mut self, target: HitTarget) {
        let place = match target {
            HitTarget::Item { id } => self.ranks.remove(&id).map(|rank| Place::Item(rank, id)),
            other => Some(Place::Other(other)),
        };
        place.and_then(|place| self.folded.remove(&place));
    }
}

impl Follow for Texts {
    fn of(plan: &Plan) -> Self {
        let mut texts = Self { folded: BTreeMap::new(), ranks: HashMap::new() };
        Found::all_but_feedback(plan).for_each(|found| texts.put(plan, &found));
        texts
    }

    fn follow(&mut self, plan: &Plan, changes: &[Change]) {
        for target in changes.iter().filter_map(changed) {
            self.remove(target);
            if let Some(found) = Found::get(plan, target) {
                self.put(plan, &found);
            }
        }
    }
}

/// What a change is about, if it is found by texts that are kept here.
fn changed(change: &Change) -> Option<HitTarget> {
    match change {
        Change::Item(diff) => diff.id().map(|id| HitTarget::Item { id }),
        Change::Milestone(diff) => diff.id().map(|id| HitTarget::Milestone { id }),
        Change::Need(diff) => diff.id().map(|id| HitTarget::Need { id }),
        Change::Customer(diff) => diff.id().map(|id| HitTarget::Customer { id }),
        Change::Goal(diff) => diff.id().map(|id| HitTarget::Goal { id }),
        Change::BudgetLine(diff) => diff.id().map(|id| HitTarget::BudgetLine { id }),
        Change::Feedback(_)
        | Change::Settings { .. }
        | Change::Theme(_)
        | Change::Dependency(_)
        | Change::View(_)
        | Change::Baseline(_)
        | Change::Cost(_)
        | Change::Actual(_)
        | Change::Rate(_) => None,
    }
}
