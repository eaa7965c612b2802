//! Change sets: what an operation does to the rows of a plan, so that it can be undone by swapping sides.

use crate::baseline::Baseline;
use crate::budget::{Actual, BudgetLine, Cost, Rate};
use crate::customer::Customer;
use crate::dependency::Dependency;
use crate::feedback::Feedback;
use crate::goal::Goal;
use crate::item::WorkItem;
use crate::milestone::Milestone;
use crate::need::Need;
use crate::settings::PlanSettings;
use crate::table::Row;
use crate::theme::Theme;
use crate::view::View;

/// One row before and after. No before means that the row is new, no after that it goes.
#[derive(Debug, Clone, PartialEq)]
pub struct Diff<R> {
    /// The row as it was.
    pub before: Option<R>,
    /// The row as it will be.
    pub after: Option<R>,
}

impl<R> Diff<R> {
    fn reversed(self) -> Self {
        Self { before: self.after, after: self.before }
    }
}

impl<R: Row> Diff<R> {
    /// Id of the row that changes.
    pub fn id(&self) -> Option<R::Id> {
        self.after.as_ref().or(self.before.as_ref()).map(Row::id)
    }
}

/// A change to one row.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// The plan's settings, which always exist.
    Settings {
        /// As they were.
        before: Box<PlanSettings>,
        /// As they will be.
        after: Box<PlanSettings>,
    },
    /// A theme.
    Theme(Diff<Theme>),
    /// A work item.
    Item(Box<Diff<WorkItem>>),
    /// A milestone.
    Milestone(Diff<Milestone>),
    /// A dependency.
    Dependency(Diff<Dependency>),
    /// A view.
    View(Box<Diff<View>>),
    /// A baseline.
    Baseline(Box<Diff<Baseline>>),
    /// A customer.
    Customer(Box<Diff<Customer>>),
    /// A need.
    Need(Box<Diff<Need>>),
    /// A goal.
    Goal(Box<Diff<Goal>>),
    /// A feedback.
    Feedback(Box<Diff<Feedback>>),
    /// A budget line.
    BudgetLine(Box<Diff<BudgetLine>>),
    /// A cost.
    Cost(Box<Diff<Cost>>),
    /// An actual.
    Actual(Box<Diff<Actual>>),
    /// A rate.
    Rate(Box<Diff<Rate>>),
}

impl Change {
    fn reversed(self) -> Self {
        match self {
            Self::Settings { before, after } => Self::Settings { before: after, after: before },
            Self::Theme(diff) => Self::Theme(diff.reversed()),
            Self::Item(diff) => Self::Item(Box::new(diff.reversed())),
            Self::Milestone(diff) => Self::Milestone(diff.reversed()),
            Self::Dependency(diff) => Self::Dependency(diff.reversed()),
            Self::View(diff) => Self::View(Box::new(diff.reversed())),
            Self::Baseline(diff) => Self::Baseline(Box::new(diff.reversed())),
            Self::Customer(diff) => Self::Customer(Box::new(diff.reversed())),
            Self::Need(diff) => Self::Need(Box::new(diff.reversed())),
            Self::Goal(diff) => Self::Goal(Box::new(diff.reversed())),
            Self::Feedback(diff) => Self::Feedback(Box::new(diff.reversed())),
            Self::BudgetLine(diff) => Self::BudgetLine(Box::new(diff.reversed())),
            Self::Cost(diff) => Self::Cost(Box::new(diff.reversed())),
            Self::Actual(diff) => Self::Actual(Box::new(diff.reversed())),
            Self::Rate(diff) => Self::Rate(Box::new(diff.reversed())),
        }
    }
}

/// Everything that one operation changes; each row stands in it once at most.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChangeSet {
    /// The rows, grouped by entity.
    pub changes: Vec<Change>,
}

impl ChangeSet {
    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The change set that takes this one back, in the opposite order: what came last goes first.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self { changes: self.changes.into_iter().rev().map(Change::reversed).collect() }
    }
}
