//! Who hangs on whom: answers for the plan what would otherwise be a walk over all of its rows.

use std::collections::{BTreeSet, HashMap};
use std::ops::RangeBounds;

use crate::budget::{Actual, Amount, Cost};
use crate::dependency::Dependency;
use crate::feedback::Feedback;
use crate::id::{
    ActualId, BudgetLineId, CostId, CustomerId, DependencyId, FeedbackId, GoalId, ItemId, NeedId, RateId,
    ThemeId,
};
use crate::item::WorkItem;
use crate::need::Need;
use crate::rank::Place;

/// Rows by what they refer to; follows every change of the plan.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Links {
    children: HashMap<ItemId, BTreeSet<ItemId>>,
    of_theme: HashMap<Option<ThemeId>, BTreeSet<ItemId>>,
    dependencies: HashMap<ItemId, BTreeSet<DependencyId>>,
    by_key: HashMap<String, ItemId>,
    ranks: BTreeSet<Place<ItemId>>,
    with_horizon: BTreeSet<ItemId>,
    of_need: HashMap<NeedId, BTreeSet<ItemId>>,
    of_goal: HashMap<GoalId, BTreeSet<ItemId>>,
    needs: HashMap<CustomerId, BTreeSet<NeedId>>,
    feedback: HashMap<FeedbackOn, BTreeSet<FeedbackId>>,
    feedback_by_key: HashMap<String, FeedbackId>,
    costs: HashMap<CostOn, BTreeSet<CostId>>,
    actuals: HashMap<CostOn, BTreeSet<ActualId>>,
    actual_by_key: HashMap<String, ActualId>,
}

/// What money can be of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum CostOn {
    Line(BudgetLineId),
    Item(ItemId),
    Rate(RateId),
}

/// What a feedback can refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum FeedbackOn {
    Customer(CustomerId),
    Need(NeedId),
    Item(ItemId),
    /// The feedback that stands for it.
    Original(FeedbackId),
}

/// Whether two states of one item stand in the same places of [`Links`].
pub(crate) fn are_alike(one: &WorkItem, other: &WorkItem) -> bool {
    let has_horizon = |item: &WorkItem| item.schedule.horizon().is_some();
    (one.parent, one.theme, one.place()) == (other.parent, other.theme, other.place())
        && one.key == other.key
        && (&one.needs, &one.goals) == (&other.needs, &other.goals)
        && has_horizon(one) == has_horizon(other)
}

impl Links {
    pub(crate) fn children(&self, parent: ItemId) -> impl Iterator<Item = ItemId> {
        self.children.get(&parent).into_iter().flatten().copied()
    }

    pub(crate) fn of_theme(&self, theme: Option<ThemeId>) -> impl Iterator<Item = ItemId> {
        self.of_theme.get(&theme).into_iter().flatten().copied()
    }

    pub(crate) fn dependencies(&self, item: ItemId) -> impl Iterator<Item = DependencyId> {
        self.dependencies.get(&item).into_iter().flatten().copied()
    }

    pub(crate) fn by_key(&self, key: &str) -> Option<ItemId> {
        self.by_key.get(key).copied()
    }

    pub(crate) fn last_place(&self) -> Option<Place<ItemId>> {
        self.ranks.last().copied()
    }

    /// The items between two places, in order.
    pub(crate) fn places(
        &self,
        between: impl RangeBounds<Place<ItemId>>,
    ) -> impl DoubleEndedIterator<Item = Place<ItemId>> {
        self.ranks.range(between).copied()
    }

    pub(crate) fn in_order(&self) -> impl DoubleEndedIterator<Item = ItemId> {
        self.ranks.iter().map(|(_, id)| *id)
    }

    pub(crate) fn with_horizon(&self) -> impl Iterator<Item = ItemId> {
        self.with_horizon.iter().copied()
    }

    pub(crate) fn items_of_need(&self, need: NeedId) -> impl Iterator<Item = ItemId> {
        self.of_need.get(&need).into_iter().flatten().copied()
    }

    pub(crate) fn items_of_goal(&self, goal: GoalId) -> impl Iterator<Item = ItemId> {
        self.of_goal.get(&goal).into_iter().flatten().copied()
    }

    pub(crate) fn needs_of_customer(&self, customer: CustomerId) -> impl Iterator<Item = NeedId> {
        self.needs.get(&customer).into_iter().flatten().copied()
    }

    pub(crate) fn feedback_on(&self, subject: FeedbackOn) -> impl Iterator<Item = FeedbackId> {
        self.feedback.get(&subject).into_iter().flatten().copied()
    }

    pub(crate) fn feedback_by_key(&self, key: &str) -> Option<FeedbackId> {
        self.feedback_by_key.get(key).copied()
    }

    pub(crate) fn costs_on(&self, subject: CostOn) -> impl Iterator<Item = CostId> {
        self.costs.get(&subject).into_iter().flatten().copied()
    }

    pub(crate) fn actuals_on(&self, subject: CostOn) -> impl Iterator<Item = ActualId> {
        self.actuals.get(&subject).into_iter().flatten().copied()
    }

    pub(crate) fn actual_by_key(&self, key: &str) -> Option<ActualId> {
        self.actual_by_key.get(key).copied()
    }

    pub(crate) fn add_cost(&mut self, cost: &Cost) {
        for subject in of_cost(cost) {
            self.costs.entry(subject).or_default().insert(cost.id);
        }
    }

    pub(crate) fn remove_cost(&mut self, cost: &Cost) {
        for subject in of_cost(cost) {
            remove_from(&mut self.costs, &subject, &cost.id);
        }
    }

    pub(crate) fn add_actual(&mut self, actual: &Actual) {
        for subject in of_actual(actual) {
            self.actuals.entry(subject).or_default().insert(actual.id);
        }
        if !actual.key.is_empty() {
            self.actual_by_key.insert(actual.key.clone(), actual.id);
        }
    }

    pub(crate) fn remove_actual(&mut self, actual: &Actual) {
        for subject in of_actual(actual) {
            remove_from(&mut self.actuals, &subject, &actual.id);
        }
        if self.actual_by_key.get(&actual.key) == Some(&actual.id) {
            self.actual_by_key.remove(&actual.key);
        }
    }

    pub(crate) fn add_item(&mut self, item: &WorkItem) {
        if let Some(parent) = item.parent {
            self.children.entry(parent).or_default().insert(item.id);
        }
        self.of_theme.entry(item.theme).or_default().insert(item.id);
        self.ranks.insert(item.place());
        if item.schedule.horizon().is_some() {
            self.with_horizon.insert(item.id);
        }
        if !item.key.is_empty() {
            self.by_key.insert(item.key.clone(), item.id);
        }
        for served in &item.needs {
            self.of_need.entry(served.need).or_default().insert(item.id);
        }
        for goal in &item.goals {
            self.of_goal.entry(*goal).or_default().insert(item.id);
        }
    }

    pub(crate) fn remove_item(&mut self, item: &WorkItem) {
        if let Some(parent) = item.parent {
            remove_from(&mut self.children, &parent, &item.id);
        }
        remove_from(&mut self.of_theme, &item.theme, &item.id);
        self.ranks.remove(&item.place());
        self.with_horizon.remove(&item.id);
        if self.by_key.get(&item.key) == Some(&item.id) {
            self.by_key.remove(&item.key);
        }
        for served in &item.needs {
            remove_from(&mut self.of_need, &served.need, &item.id);
        }
        for goal in &item.goals {
            remove_from(&mut self.of_goal, goal, &item.id);
        }
    }

    pub(crate) fn add_need(&mut self, need: &Need) {
        for row in &need.customers {
            self.needs.entry(row.customer).or_default().insert(need.id);
        }
    }

    pub(crate) fn remove_need(&mut self, need: &Need) {
        for row in &need.customers {
            remove_from(&mut self.needs, &row.customer, &need.id);
        }
    }

    pub(crate) fn add_feedback(&mut self, feedback: &Feedback) {
        for subject in subjects_of(feedback) {
            self.feedback.entry(subject).or_default().insert(feedback.id);
        }
        if !feedback.key.is_empty() {
            self.feedback_by_key.insert(feedback.key.clone(), feedback.id);
        }
    }

    pub(crate) fn remove_feedback(&mut self, feedback: &Feedback) {
        for subject in subjects_of(feedback) {
            remove_from(&mut self.feedback, &subject, &feedback.id);
        }
        if self.feedback_by_key.get(&feedback.key) == Some(&feedback.id) {
            self.feedback_by_key.remove(&feedback.key);
        }
    }

    pub(crate) fn add_dependency(&mut self, dependency: &Dependency) {
        for end in [dependency.predecessor, dependency.successor] {
            self.dependencies.entry(end).or_default().insert(dependency.id);
        }
    }

    pub(crate) fn remove_dependency(&mut self, dependency: &Dependency) {
        for end in [dependency.predecessor, dependency.successor] {
            remove_from(&mut self.dependencies, &end, &dependency.id);
        }
    }
}

/// All that a cost refers to.
fn of_cost(cost: &Cost) -> impl Iterator<Item = CostOn> {
    let rate = match cost.amount {
        Amount::Effort { rate, .. } => Some(CostOn::Rate(rate)),
        Amount::Money { .. } => None,
    };
    [CostOn::Line(cost.line)].into_iter().chain(cost.item.map(CostOn::Item)).chain(rate)
}

/// All that an actual refers to.
fn of_actual(actual: &Actual) -> impl Iterator<Item = CostOn> {
    [CostOn::Line(actual.line)].into_iter().chain(actual.item.map(CostOn::Item))
}

/// All that a feedback refers to.
fn subjects_of(feedback: &Feedback) -> impl Iterator<Item = FeedbackOn> {
    let needs = feedback.needs.iter().copied().map(FeedbackOn::Need);
    let items = feedback.items.iter().copied().map(FeedbackOn::Item);
    let customer = feedback.customer.map(FeedbackOn::Customer);
    let original = feedback.duplicate_of.map(FeedbackOn::Original);
    needs.chain(items).chain(customer).chain(original)
}

/// Drops emptied sets, so that equal plans have equal links whatever their history.
fn remove_from<K: Eq + std::hash::Hash, V: Ord>(sets: &mut HashMap<K, BTreeSet<V>>, key: &K, value: &V) {
    if let Some(set) = sets.get_mut(key) {
        set.remove(value);
        if set.is_empty() {
            sets.remove(key);
        }
    }
}
