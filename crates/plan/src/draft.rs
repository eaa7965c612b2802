//! A plan as an operation is changing it: the plan underneath, the rows changed so far on top.

use std::collections::BTreeMap;
use std::ops::Bound;

use crate::baseline::Baseline;
use crate::budget::{Actual, BudgetLine, Cost, Rate};
use crate::change::{Change, ChangeSet, Diff};
use crate::customer::Customer;
use crate::dependency::Dependency;
use crate::feedback::Feedback;
use crate::goal::Goal;
use crate::id::{ActualId, CostId, CustomerId, FeedbackId, GoalId, Id, ItemId, NeedId, ThemeId};
use crate::item::WorkItem;
use crate::links::{CostOn, FeedbackOn, Links};
use crate::milestone::Milestone;
use crate::need::Need;
use crate::plan::{Entity, Plan};
use crate::rank::{Place, Rank};
use crate::reschedule::Moved;
use crate::settings::PlanSettings;
use crate::table::Row;
use crate::theme::Theme;
use crate::view::View;
use crate::violation::RuleViolation;

/// Changed rows of one entity: `None` stands for a row that goes.
type Changed<R> = BTreeMap<<R as Row>::Id, Option<R>>;

/// Lets an operation read its own changes while the plan stays untouched; ends as a [`ChangeSet`].
///
/// Costs grow with what is changed, not with the plan.
#[derive(Debug)]
pub(crate) struct Draft<'p> {
    plan: &'p Plan,
    settings: Option<PlanSettings>,
    themes: Changed<Theme>,
    items: Changed<WorkItem>,
    milestones: Changed<Milestone>,
    dependencies: Changed<Dependency>,
    views: Changed<View>,
    baselines: Changed<Baseline>,
    customers: Changed<Customer>,
    needs: Changed<Need>,
    goals: Changed<Goal>,
    feedback: Changed<Feedback>,
    budget_lines: Changed<BudgetLine>,
    costs: Changed<Cost>,
    actuals: Changed<Actual>,
    rates: Changed<Rate>,
    /// Who hangs on whom among the changed rows only.
    links: Links,
    /// What waits for this is still to be pushed.
    pub(crate) moved: Moved,
}

/// The draft's changed rows of an entity.
pub(crate) trait Drafted: Entity {
    fn changed<'d>(draft: &'d Draft<'_>) -> &'d Changed<Self>;
    fn changed_mut<'d>(draft: &'d mut Draft<'_>) -> &'d mut Changed<Self>;

    /// Enters the row into the draft's links, for entities that refer to others.
    fn link(&self, _links: &mut Links) {}

    /// Takes the row out of the draft's links again.
    fn unlink(&self, _links: &mut Links) {}
}

macro_rules! drafted {
    ($row:ty, $field:ident $(, $link:ident, $unlink:ident)?) => {
        impl Drafted for $row {
            fn changed<'d>(draft: &'d Draft<'_>) -> &'d Changed<Self> {
                &draft.$field
            }

            fn changed_mut<'d>(draft: &'d mut Draft<'_>) -> &'d mut Changed<Self> {
                &mut draft.$field
            }

            $(
                fn link(&self, links: &mut Links) {
                    links.$link(self);
                }

                fn unlink(&self, links: &mut Links) {
                    links.$unlink(self);
                }
            )?
        }
    };
}

drafted!(Theme, themes);
drafted!(WorkItem, items, add_item, remove_item);
drafted!(Milestone, milestones);
drafted!(Dependency, dependencies, add_dependency, remove_dependency);
drafted!(View, views);
drafted!(Baseline, baselines);
drafted!(Customer, customers);
drafted!(Need, needs, add_need, remove_need);
drafted!(Goal, goals);
drafted!(Feedback, feedback, add_feedback, remove_feedback);
drafted!(BudgetLine, budget_lines);
drafted!(Cost, costs, add_cost, remove_cost);
drafted!(Actual, actuals, add_actual, remove_actual);
drafted!(Rate, rates);

impl<'p> Draft<'p> {
    pub(crate) fn of(plan: &'p Plan) -> Self {
        Self {
            plan,
            settings: None,
            themes: BTreeMap::new(),
            items: BTreeMap::new(),
            milestones: BTreeMap::new(),
            dependencies: BTreeMap::new(),
            views: BTreeMap::new(),
            baselines: BTreeMap::new(),
            customers: BTreeMap::new(),
            needs: BTreeMap::new(),
            goals: BTreeMap::new(),
            feedback: BTreeMap::new(),
            budget_lines: BTreeMap::new(),
            costs: BTreeMap::new(),
            actuals: BTreeMap::new(),
            rates: BTreeMap::new(),
            links: Links::default(),
            moved: Moved::default(),
        }
    }

    /// The plan as it stands without the changes.
    pub(crate) fn before(&self) -> &'p Plan {
        self.plan
    }

    pub(crate) fn settings(&self) -> &PlanSettings {
        self.settings.as_ref().unwrap_or_else(|| self.plan.settings())
    }

    pub(crate) fn set_settings(&mut self, settings: PlanSettings) {
        self.settings = Some(settings);
    }

    pub(crate) fn get<R: Drafted>(&self, id: R::Id) -> Option<&R> {
        match R::changed(self).get(&id) {
            Some(changed) => changed.as_ref(),
            None => R::table(self.plan).get(id),
        }
    }

    pub(crate) fn find<R: Drafted>(&self, id: R::Id) -> Result<&R, RuleViolation> {
        self.get(id).ok_or(RuleViolation::Missing { word: R::WORD, id: id.uuid() })
    }

    /// Adds a row under an id that must be free.
    pub(crate) fn add<R: Drafted>(&mut self, row: R) -> Result<(), RuleViolation> {
        self.free::<R>(row.id())?;
        self.put(row);
        Ok(())
    }

    /// Refuses an id that a row has.
    pub(crate) fn free<R: Drafted>(&self, id: R::Id) -> Result<(), RuleViolation> {
        match self.get::<R>(id) {
            Some(_) => Err(RuleViolation::IdTaken { word: R::WORD, id: id.uuid() }),
            None => Ok(()),
        }
    }

    pub(crate) fn put<R: Drafted>(&mut self, row: R) {
        self.replace(row.id(), Some(row));
    }

    pub(crate) fn remove<R: Drafted>(&mut self, id: R::Id) {
        self.replace::<R>(id, None);
    }

    fn replace<R: Drafted>(&mut self, id: R::Id, row: Option<R>) {
        if let Some(Some(old)) = R::changed_mut(self).remove(&id) {
            old.unlink(&mut self.links);
        }
        if let Some(row) = &row {
            row.link(&mut self.links);
        }
        R::changed_mut(self).insert(id, row);
    }

    /// All rows of an entity as they stand now: a walk over the whole table, for small tables and sweeping operations.
    pub(crate) fn all<R: Drafted>(&self) -> impl Iterator<Item = &R> {
        let changed = R::changed(self);
        let kept = R::table(self.plan).iter().filter(|row| !changed.contains_key(&row.id()));
        kept.chain(changed.values().flatten())
    }

    /// The items directly under `parent`, in the order of their ids.
    pub(crate) fn children(&self, parent: ItemId) -> Vec<ItemId> {
        let kept = self.plan.children(parent).map(|item| item.id);
        self.referring::<WorkItem>(kept, self.links.children(parent))
    }

    /// The items of a theme, or those without one, in the order of their ids.
    pub(crate) fn items_of_theme(&self, theme: Option<ThemeId>) -> Vec<ItemId> {
        let kept = self.plan.items_of_theme(theme).map(|item| item.id);
        self.referring::<WorkItem>(kept, self.links.of_theme(theme))
    }

    /// The dependencies that `item` is either end of, in the order of their ids.
    pub(crate) fn dependencies_of(&self, item: ItemId) -> Vec<&Dependency> {
        let kept = self.plan.dependencies_of(item).filter(|row| !self.dependencies.contains_key(&row.id));
        let changed = self.links.dependencies(item).filter_map(|id| self.get(id));
        merged(kept, changed, |kept, changed| kept.id < changed.id).collect()
    }

    /// The items that serve a need, in the order of their ids.
    pub(crate) fn items_of_need(&self, need: NeedId) -> Vec<ItemId> {
        let kept = self.plan.items_of_need(need).map(|item| item.id);
        self.referring::<WorkItem>(kept, self.links.items_of_need(need))
    }

    /// The items that serve a goal, in the order of their ids.
    pub(crate) fn items_of_goal(&self, goal: GoalId) -> Vec<ItemId> {
        let kept = self.plan.items_of_goal(goal).map(|item| item.id);
        self.referring::<WorkItem>(kept, self.links.items_of_goal(goal))
    }

    /// The needs of a customer, in the order of their ids.
    pub(crate) fn needs_of_customer(&self, customer: CustomerId) -> Vec<NeedId> {
        let kept = self.plan.needs_of_customer(customer).map(|need| need.id);
        self.referring::<Need>(kept, self.links.needs_of_customer(customer))
    }

    /// The feedback that refers to something, in the order of their ids.
    pub(crate) fn feedback_on(&self, subject: FeedbackOn) -> Vec<FeedbackId> {
        let kept = self.plan.feedback_on(subject).map(|feedback| feedback.id);
        self.referring::<Feedback>(kept, self.links.feedback_on(subject))
    }

    /// The costs that refer to something, in the order of their ids.
    pub(crate) fn costs_on(&self, subject: CostOn) -> Vec<CostId> {
        let kept = self.plan.costs_on(subject).map(|cost| cost.id);
        self.referring::<Cost>(kept, self.links.costs_on(subject))
    }

    /// The actuals that refer to something, in the order of their ids.
    pub(crate) fn actuals_on(&self, subject: CostOn) -> Vec<ActualId> {
        let kept = self.plan.actuals_on(subject).map(|actual| actual.id);
        self.referring::<Actual>(kept, self.links.actuals_on(subject))
    }

    pub(crate) fn actual_by_key(&self, key: &str) -> Option<&Actual> {
        let of_plan = self.plan.actual_by_key(key).filter(|row| !self.actuals.contains_key(&row.id));
        of_plan.or_else(|| self.links.actual_by_key(key).and_then(|id| self.get(id)))
    }

    /// Rows of the plan that a draft has left alone, and rows that it has changed, in the order of their ids.
    fn referring<R: Drafted>(
        &self,
        kept: impl Iterator<Item = R::Id>,
        changed: impl Iterator<Item = R::Id>,
    ) -> Vec<R::Id> {
        let kept = kept.filter(|id| !R::changed(self).contains_key(id));
        merged(kept, changed, |kept, changed| kept < changed).collect()
    }

    pub(crate) fn feedback_by_key(&self, key: &str) -> Option<&Feedback> {
        let of_plan = self.plan.feedback_by_key(key).filter(|row| !self.feedback.contains_key(&row.id));
        of_plan.or_else(|| self.links.feedback_by_key(key).and_then(|id| self.get(id)))
    }

    pub(crate) fn item_by_key(&self, key: &str) -> Option<&WorkItem> {
        let of_plan = self.plan.item_by_key(key).filter(|item| !self.items.contains_key(&item.id));
        of_plan.or_else(|| self.links.by_key(key).and_then(|id| self.get(id)))
    }

    /// The greatest rank among all items, to place a new one after it.
    pub(crate) fn last_item_rank(&self) -> Option<Rank> {
        let changed = self.links.last_place();
        let mut beyond = self.plan.item_places(..).rev().take_while(|place| Some(*place) > changed);
        let kept = beyond.find(|(_, id)| !self.items.contains_key(id));
        kept.or(changed).map(|(rank, _)| rank)
    }

    /// The items from `start` on in the order by hand; all of them without a start.
    pub(crate) fn items_from(&self, start: Bound<Place<ItemId>>) -> impl Iterator<Item = Place<ItemId>> {
        let between = (start, Bound::Unbounded);
        let kept = self.plan.item_places(between).filter(|(_, id)| !self.items.contains_key(id));
        merged(kept, self.links.places(between), |kept, changed| kept < changed)
    }

    /// The items before `end` in the order by hand, the nearest first; from the last one on without an end.
    pub(crate) fn items_back_from(&self, end: Bound<Place<ItemId>>) -> impl Iterator<Item = Place<ItemId>> {
        let between = (Bound::Unbounded, end);
        let kept = self.plan.item_places(between).rev().filter(|(_, id)| !self.items.contains_key(id));
        merged(kept, self.links.places(between).rev(), |kept, changed| kept > changed)
    }

    /// What has changed, row by row; rows that ended as they began are left out.
    pub(crate) fn into_change_set(self) -> ChangeSet {
        let mut changes = Vec::new();
        if let Some(after) = self.settings
            && after != *self.plan.settings()
        {
            changes.push(Change::Settings {
                before: Box::new(self.plan.settings().clone()),
                after: Box::new(after),
            });
        }
        push_changes(&mut changes, self.plan, self.themes);
        push_changes(&mut changes, self.plan, self.items);
        push_changes(&mut changes, self.plan, self.milestones);
        push_changes(&mut changes, self.plan, self.dependencies);
        push_changes(&mut changes, self.plan, self.views);
        push_changes(&mut changes, self.plan, self.baselines);
        push_changes(&mut changes, self.plan, self.customers);
        push_changes(&mut changes, self.plan, self.needs);
        push_changes(&mut changes, self.plan, self.goals);
        push_changes(&mut changes, self.plan, self.feedback);
        push_changes(&mut changes, self.plan, self.budget_lines);
        push_changes(&mut changes, self.plan, self.costs);
        push_changes(&mut changes, self.plan, self.actuals);
        push_changes(&mut changes, self.plan, self.rates);
        ChangeSet { changes }
    }
}

/// Both iterators in one, each of them in the order that `first` tells of their heads.
fn merged<T>(
    left: impl Iterator<Item = T>,
    right: impl Iterator<Item = T>,
    first: impl Fn(&T, &T) -> bool,
) -> impl Iterator<Item = T> {
    let (mut left, mut right) = (left.peekable(), right.peekable());
    std::iter::from_fn(move || match (left.peek(), right.peek()) {
        (Some(a), Some(b)) if !first(a, b) => right.next(),
        (None, _) => right.next(),
        _ => left.next(),
    })
}

fn push_changes<R: Drafted>(changes: &mut Vec<Change>, plan: &Plan, changed: Changed<R>) {
    for (id, after) in changed {
        let before = R::table(plan).get(id);
        if before != after.as_ref() {
            changes.push(R::change(Diff { before: before.cloned(), after }));
        }
    }
}
