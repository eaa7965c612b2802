//! A plan in memory.

use std::collections::BTreeSet;
use std::ops::RangeBounds;

use crate::baseline::Baseline;
use crate::change::{Change, ChangeSet, Diff};
use crate::customer::Customer;
use crate::dependency::Dependency;
use crate::feedback::Feedback;
use crate::goal::Goal;
use crate::id::{
    BaselineId, CustomerId, DependencyId, FeedbackId, GoalId, Id, ItemId, MilestoneId, NeedId, ThemeId,
    ViewId,
};
use crate::item::WorkItem;
use crate::links::{self, FeedbackOn, Links};
use crate::milestone::Milestone;
use crate::need::Need;
use crate::rank::Place;
use crate::settings::PlanSettings;
use crate::table::{Row, Table};
use crate::theme::Theme;
use crate::view::View;
use crate::violation::{RuleViolation, Subject};

/// Everything in one file: one product's roadmap.
///
/// It only changes by [`Plan::accept`], whole change sets at a time.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    settings: PlanSettings,
    themes: Table<Theme>,
    items: Table<WorkItem>,
    milestones: Table<Milestone>,
    dependencies: Table<Dependency>,
    views: Table<View>,
    baselines: Table<Baseline>,
    customers: Table<Customer>,
    needs: Table<Need>,
    goals: Table<Goal>,
    feedback: Table<Feedback>,
    links: Links,
    /// The feedback whose sources can be told that it is done.
    to_answer: BTreeSet<FeedbackId>,
}

/// A row type that a plan holds a table of; lets one piece of code serve every entity.
pub trait Entity: Row {
    /// What a user calls one such row.
    const WORD: &'static str;

    /// The plan's table of this entity.
    fn table(plan: &Plan) -> &Table<Self>;

    /// Wraps a row's diff for a change set.
    fn change(diff: Diff<Self>) -> Change;

    /// The thing that a message about this row points at.
    fn subject(id: Self::Id) -> Subject;

    /// The row with that id, or the refusal that says it is gone.
    fn find(plan: &Plan, id: Self::Id) -> Result<&Self, RuleViolation> {
        Self::table(plan).get(id).ok_or_else(|| RuleViolation::Missing { word: Self::WORD, id: id.uuid() })
    }
}

macro_rules! entity {
    ($row:ty, $id:ty, $table:ident, $word:literal, $subject:ident, $wrap:expr) => {
        impl Entity for $row {
            const WORD: &'static str = $word;

            fn table(plan: &Plan) -> &Table<Self> {
                &plan.$table
            }

            fn change(diff: Diff<Self>) -> Change {
                $wrap(diff)
            }

            fn subject(id: $id) -> Subject {
                Subject::$subject(id)
            }
        }
    };
}

entity!(Theme, ThemeId, themes, "theme", Theme, Change::Theme);
entity!(WorkItem, ItemId, items, "work item", Item, |diff| Change::Item(Box::new(diff)));
entity!(Milestone, MilestoneId, milestones, "milestone", Milestone, Change::Milestone);
entity!(Dependency, DependencyId, dependencies, "dependency", Dependency, Change::Dependency);
entity!(Baseline, BaselineId, baselines, "baseline", Baseline, |diff| Change::Baseline(Box::new(diff)));
entity!(Customer, CustomerId, customers, "customer", Customer, |diff| Change::Customer(Box::new(diff)));
entity!(Need, NeedId, needs, "need", Need, |diff| Change::Need(Box::new(diff)));
entity!(Goal, GoalId, goals, "goal", Goal, |diff| Change::Goal(Box::new(diff)));
entity!(Feedback, FeedbackId, feedback, "feedback", Feedback, |diff| Change::Feedback(Box::new(diff)));
entity!(View, ViewId, views, "view", View, |diff| Change::View(Box::new(diff)));

impl Plan {
    /// An empty plan with these settings.
    pub fn new(settings: PlanSettings) -> Self {
        Self { settings, ..Self::default() }
    }

    /// What holds for the whole plan.
    pub fn settings(&self) -> &PlanSettings {
        &self.settings
    }

    /// All themes, in the order of their ids.
    pub fn themes(&self) -> &Table<Theme> {
        &self.themes
    }

    /// All work items, in the order of their ids.
    pub fn items(&self) -> &Table<WorkItem> {
        &self.items
    }

    /// All milestones, in the order of their ids.
    pub fn milestones(&self) -> &Table<Milestone> {
        &self.milestones
    }

    /// All dependencies, in the order of their ids.
    pub fn dependencies(&self) -> &Table<Dependency> {
        &self.dependencies
    }

    /// All views, in the order of their ids.
    pub fn views(&self) -> &Table<View> {
        &self.views
    }

    /// All baselines, in the order of their ids.
    pub fn baselines(&self) -> &Table<Baseline> {
        &self.baselines
    }

    /// All customers, in the order of their ids.
    pub fn customers(&self) -> &Table<Customer> {
        &self.customers
    }

    /// All needs, in the order of their ids.
    pub fn needs(&self) -> &Table<Need> {
        &self.needs
    }

    /// All goals, in the order of their ids.
    pub fn goals(&self) -> &Table<Goal> {
        &self.goals
    }

    /// All feedback, in the order of their ids.
    pub fn feedback(&self) -> &Table<Feedback> {
        &self.feedback
    }

    /// Customers in the order by hand.
    pub fn customers_in_order(&self) -> Vec<&Customer> {
        let mut customers: Vec<&Customer> = self.customers.iter().collect();
        customers.sort_by_key(|customer| customer.place());
        customers
    }

    /// Goals in the order by hand.
    pub fn goals_in_order(&self) -> Vec<&Goal> {
        let mut goals: Vec<&Goal> = self.goals.iter().collect();
        goals.sort_by_key(|goal| goal.place());
        goals
    }

    /// The items that serve a need, dropped ones among them, in the order of their ids.
    pub fn items_of_need(&self, need: NeedId) -> impl Iterator<Item = &WorkItem> {
        self.links.items_of_need(need).filter_map(|id| self.items.get(id))
    }

    /// The items that serve a goal, in the order of their ids.
    pub fn items_of_goal(&self, goal: GoalId) -> impl Iterator<Item = &WorkItem> {
        self.links.items_of_goal(goal).filter_map(|id| self.items.get(id))
    }

    /// The needs of a customer, in the order of their ids.
    pub fn needs_of_customer(&self, customer: CustomerId) -> impl Iterator<Item = &Need> {
        self.links.needs_of_customer(customer).filter_map(|id| self.needs.get(id))
    }

    /// The feedback of sources that belong to a customer, in the order of their ids.
    pub fn feedback_of_customer(&self, customer: CustomerId) -> impl Iterator<Item = &Feedback> {
        self.feedback_on(FeedbackOn::Customer(customer))
    }

    /// The feedback that speaks of a need, in the order of their ids.
    pub fn feedback_of_need(&self, need: NeedId) -> impl Iterator<Item = &Feedback> {
        self.feedback_on(FeedbackOn::Need(need))
    }

    /// The feedback that speaks of a work item, in the order of their ids.
    pub fn feedback_of_item(&self, item: ItemId) -> impl Iterator<Item = &Feedback> {
        self.feedback_on(FeedbackOn::Item(item))
    }

    /// The feedback that another one stands for, in the order of their ids.
    pub fn duplicates_of(&self, feedback: FeedbackId) -> impl Iterator<Item = &Feedback> {
        self.feedback_on(FeedbackOn::Original(feedback))
    }

    /// The feedback that all is done for while its source has not been told, in the order of their ids.
    pub fn feedback_to_answer(&self) -> impl Iterator<Item = &Feedback> {
        self.to_answer.iter().filter_map(|id| self.feedback.get(*id))
    }

    /// Whether all is done for a feedback while its source has not been told.
    pub fn is_to_be_answered(&self, feedback: FeedbackId) -> bool {
        self.to_answer.contains(&feedback)
    }

    /// The feedback with this key of another system. An empty key belongs to nobody.
    pub fn feedback_by_key(&self, key: &str) -> Option<&Feedback> {
        self.links.feedback_by_key(key).and_then(|id| self.feedback.get(id))
    }

    pub(crate) fn feedback_on(&self, subject: FeedbackOn) -> impl Iterator<Item = &Feedback> {
        self.links.feedback_on(subject).filter_map(|id| self.feedback.get(id))
    }

    /// Themes in the order of the lanes.
    pub fn themes_in_order(&self) -> Vec<&Theme> {
        let mut themes: Vec<&Theme> = self.themes.iter().collect();
        themes.sort_by_key(|theme| theme.place());
        themes
    }

    /// Work items in the order by hand.
    pub fn items_in_order(&self) -> impl DoubleEndedIterator<Item = &WorkItem> {
        self.links.in_order().filter_map(|id| self.items.get(id))
    }

    /// The places of items in the order by hand.
    pub(crate) fn item_places(
        &self,
        between: impl RangeBounds<Place<ItemId>>,
    ) -> impl DoubleEndedIterator<Item = Place<ItemId>> {
        self.links.places(between)
    }

    /// The items directly under `parent`, in the order of their ids.
    pub fn children(&self, parent: ItemId) -> impl Iterator<Item = &WorkItem> {
        self.links.children(parent).filter_map(|id| self.items.get(id))
    }

    /// The items of one theme, or those without a theme, in the order of their ids.
    pub fn items_of_theme(&self, theme: Option<ThemeId>) -> impl Iterator<Item = &WorkItem> {
        self.links.of_theme(theme).filter_map(|id| self.items.get(id))
    }

    /// The items that have a horizon instead of days, in the order of their ids.
    pub fn items_with_horizon(&self) -> impl Iterator<Item = &WorkItem> {
        self.links.with_horizon().filter_map(|id| self.items.get(id))
    }

    /// The dependencies that `item` is either end of, in the order of their ids.
    pub fn dependencies_of(&self, item: ItemId) -> impl Iterator<Item = &Dependency> {
        self.links.dependencies(item).filter_map(|id| self.dependencies.get(id))
    }

    /// The item with this key of another system. An empty key belongs to nobody.
    pub fn item_by_key(&self, key: &str) -> Option<&WorkItem> {
        self.links.by_key(key).and_then(|id| self.items.get(id))
    }

    /// Takes over the after-sides of a change set. The rules have been checked when it was made; this never fails.
    pub fn accept(&mut self, change_set: &ChangeSet) {
        for change in &change_set.changes {
            match change {
                Change::Settings { after, .. } => self.settings.clone_from(after),
                Change::Theme(diff) => replace(&mut self.themes, diff),
                Change::Item(diff) => self.accept_item(diff),
                Change::Milestone(diff) => replace(&mut self.milestones, diff),
                Change::Dependency(diff) => self.accept_dependency(diff),
                Change::View(diff) => replace(&mut self.views, diff),
                Change::Baseline(diff) => replace(&mut self.baselines, diff),
                Change::Customer(diff) => replace(&mut self.customers, diff),
                Change::Need(diff) => self.accept_need(diff),
                Change::Goal(diff) => replace(&mut self.goals, diff),
                Change::Feedback(diff) => self.accept_feedback(diff),
            }
        }
        self.follow_to_answer(change_set);
    }

    /// Looks again at the feedback that changes may have made come true, or taken that back.
    fn follow_to_answer(&mut self, change_set: &ChangeSet) {
        for id in self.feedback_touched_by(&change_set.changes) {
            if self.feedback.get(id).is_some_and(|feedback| self.has_come_true(feedback)) {
                self.to_answer.insert(id);
            } else {
                self.to_answer.remove(&id);
            }
        }
    }

    fn accept_need(&mut self, diff: &Diff<Need>) {
        if let Some(before) = &diff.before {
            self.links.remove_need(before);
        }
        if let Some(after) = &diff.after {
            self.links.add_need(after);
        }
        replace(&mut self.needs, diff);
    }

    fn accept_feedback(&mut self, diff: &Diff<Feedback>) {
        if let Some(before) = &diff.before {
            self.links.remove_feedback(before);
        }
        if let Some(after) = &diff.after {
            self.links.add_feedback(after);
        }
        replace(&mut self.feedback, diff);
    }

    fn accept_item(&mut self, diff: &Diff<WorkItem>) {
        // A push changes the dates of hundreds, and links know none.
        let (before, after) = (diff.before.as_ref(), diff.after.as_ref());
        if !before.zip(after).is_some_and(|(before, after)| links::are_alike(before, after)) {
            if let Some(before) = before {
                self.links.remove_item(before);
            }
            if let Some(after) = after {
                self.links.add_item(after);
            }
        }
        replace(&mut self.items, diff);
    }

    fn accept_dependency(&mut self, diff: &Diff<Dependency>) {
        if let Some(before) = &diff.before {
            self.links.remove_dependency(before);
        }
        if let Some(after) = &diff.after {
            self.links.add_dependency(after);
        }
        replace(&mut self.dependencies, diff);
    }
}

fn replace<R: Row>(table: &mut Table<R>, diff: &Diff<R>) {
    match (&diff.before, &diff.after) {
        (_, Some(after)) => table.put(after.clone()),
        (Some(before), None) => table.remove(before.id()),
        (None, None) => {}
    }
}
