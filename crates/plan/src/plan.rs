//! A plan in memory.

mod accept;

use std::collections::{BTreeSet, HashMap};
use std::ops::RangeBounds;

use crate::baseline::Baseline;
use crate::budget::{Actual, BudgetLine, Cost, Rate};
use crate::change::{Change, Diff};
use crate::customer::Customer;
use crate::dependency::Dependency;
use crate::feedback::Feedback;
use crate::goal::Goal;
use crate::id::{
    ActualId, BaselineId, BudgetLineId, CostId, CustomerId, DependencyId, FeedbackId, GoalId, Id, ItemId,
    MilestoneId, NeedId, RateId, ThemeId, ViewId,
};
use crate::item::WorkItem;
use crate::links::{CostOn, FeedbackOn, Links};
use crate::milestone::Milestone;
use crate::need::Need;
use crate::rank::Place;
use crate::settings::PlanSettings;
use crate::summary::Summary;
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
    budget_lines: Table<BudgetLine>,
    costs: Table<Cost>,
    actuals: Table<Actual>,
    rates: Table<Rate>,
    links: Links,
    /// What the dated items come to that each epic holds.
    pub(crate) summaries: HashMap<ItemId, Summary>,
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
entity!(BudgetLine, BudgetLineId, budget_lines, "budget line", BudgetLine, |diff| Change::BudgetLine(
    Box::new(diff)
));
entity!(Cost, CostId, costs, "cost", Cost, |diff| Change::Cost(Box::new(diff)));
entity!(Actual, ActualId, actuals, "actual", Actual, |diff| Change::Actual(Box::new(diff)));
entity!(Rate, RateId, rates, "rate", Rate, |diff| Change::Rate(Box::new(diff)));
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

    /// All budget lines, in the order of their ids.
    pub fn budget_lines(&self) -> &Table<BudgetLine> {
        &self.budget_lines
    }

    /// All costs, in the order of their ids.
    pub fn costs(&self) -> &Table<Cost> {
        &self.costs
    }

    /// All actuals, in the order of their ids.
    pub fn actuals(&self) -> &Table<Actual> {
        &self.actuals
    }

    /// All rates, in the order of their ids.
    pub fn rates(&self) -> &Table<Rate> {
        &self.rates
    }

    /// Budget lines in the order by hand.
    pub fn budget_lines_in_order(&self) -> Vec<&BudgetLine> {
        let mut lines: Vec<&BudgetLine> = self.budget_lines.iter().collect();
        lines.sort_by_key(|line| line.place());
        lines
    }

    /// Rates in the order by hand.
    pub fn rates_in_order(&self) -> Vec<&Rate> {
        let mut rates: Vec<&Rate> = self.rates.iter().collect();
        rates.sort_by_key(|rate| rate.place());
        rates
    }

    /// The costs of a budget line, in the order of their ids.
    pub fn costs_of_line(&self, line: BudgetLineId) -> impl Iterator<Item = &Cost> {
        self.costs_on(CostOn::Line(line))
    }

    /// The costs of a work item, in the order of their ids.
    pub fn costs_of_item(&self, item: ItemId) -> impl Iterator<Item = &Cost> {
        self.costs_on(CostOn::Item(item))
    }

    /// The costs that are effort at a rate, in the order of their ids.
    pub fn costs_of_rate(&self, rate: RateId) -> impl Iterator<Item = &Cost> {
        self.costs_on(CostOn::Rate(rate))
    }

    /// The actuals of a budget line, in the order of their ids.
    pub fn actuals_of_line(&self, line: BudgetLineId) -> impl Iterator<Item = &Actual> {
        self.actuals_on(CostOn::Line(line))
    }

    /// The actuals of a work item, in the order of their ids.
    pub fn actuals_of_item(&self, item: ItemId) -> impl Iterator<Item = &Actual> {
        self.actuals_on(CostOn::Item(item))
    }

    /// The actual with this key of another system. An empty key belongs to nobody.
    pub fn actual_by_key(&self, key: &str) -> Option<&Actual> {
        self.links.actual_by_key(key).and_then(|id| self.actuals.get(id))
    }

    pub(crate) fn costs_on(&self, subject: CostOn) -> impl Iterator<Item = &Cost> {
        self.links.costs_on(subject).filter_map(|id| self.costs.get(id))
    }

    pub(crate) fn actuals_on(&self, subject: CostOn) -> impl Iterator<Item = &Actual> {
        self.links.actuals_on(subject).filter_map(|id| self.actuals.get(id))
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
}
