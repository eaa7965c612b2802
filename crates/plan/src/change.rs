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

    fn is_edit(&self) -> bool {
        self.before.is_some() && self.after.is_some()
    }
}

impl<R: Row + Clone + PartialEq> Diff<R> {
    /// Becomes both, one after the other, if the next is of the same row; else it is false and nothing happens.
    fn join(&mut self, next: &Self) -> bool {
        let is_same = self.id() == next.id();
        if is_same {
            self.after.clone_from(&next.after);
        }
        is_same
    }

    fn is_void(&self) -> bool {
        self.before == self.after
    }
}

/// What all kinds of changes answer in the same way: settings by their two sides, all others by the diff of their row.
macro_rules! in_each {
    ($change:expr, $settings:pat => $of_settings:expr, $diff:ident => $of_diff:expr) => {
        match $change {
            $settings => $of_settings,
            Change::Theme($diff) => $of_diff,
            Change::Item($diff) => $of_diff,
            Change::Milestone($diff) => $of_diff,
            Change::Dependency($diff) => $of_diff,
            Change::View($diff) => $of_diff,
            Change::Baseline($diff) => $of_diff,
            Change::Customer($diff) => $of_diff,
            Change::Need($diff) => $of_diff,
            Change::Goal($diff) => $of_diff,
            Change::Feedback($diff) => $of_diff,
            Change::BudgetLine($diff) => $of_diff,
            Change::Cost($diff) => $of_diff,
            Change::Actual($diff) => $of_diff,
            Change::Rate($diff) => $of_diff,
        }
    };
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

    /// Whether the row stays and is otherwise.
    fn is_edit(&self) -> bool {
        in_each!(self, Self::Settings { .. } => true, diff => diff.is_edit())
    }

    /// Whether the row is as it was.
    fn is_void(&self) -> bool {
        in_each!(self, Self::Settings { before, after } => before == after, diff => diff.is_void())
    }

    /// Becomes both, one after the other, if the next is of the same row; else it is false and nothing happens.
    fn join(&mut self, next: &Self) -> bool {
        match (self, next) {
            (Self::Settings { after, .. }, Self::Settings { after: next, .. }) => {
                after.clone_from(next);
                true
            }
            (Self::Theme(diff), Self::Theme(next)) => diff.join(next),
            (Self::Item(diff), Self::Item(next)) => diff.join(next),
            (Self::Milestone(diff), Self::Milestone(next)) => diff.join(next),
            (Self::Dependency(diff), Self::Dependency(next)) => diff.join(next),
            (Self::View(diff), Self::View(next)) => diff.join(next),
            (Self::Baseline(diff), Self::Baseline(next)) => diff.join(next),
            (Self::Customer(diff), Self::Customer(next)) => diff.join(next),
            (Self::Need(diff), Self::Need(next)) => diff.join(next),
            (Self::Goal(diff), Self::Goal(next)) => diff.join(next),
            (Self::Feedback(diff), Self::Feedback(next)) => diff.join(next),
            (Self::BudgetLine(diff), Self::BudgetLine(next)) => diff.join(next),
            (Self::Cost(diff), Self::Cost(next)) => diff.join(next),
            (Self::Actual(diff), Self::Actual(next)) => diff.join(next),
            (Self::Rate(diff), Self::Rate(next)) => diff.join(next),
            _ => false,
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

    /// Both one after the other, as one in which each row stands once. None if rows come or go in one of them, since the order
    /// counts in which they do.
    #[must_use]
    pub fn joined(&self, next: &Self) -> Option<Self> {
        if !self.changes.iter().chain(&next.changes).all(Change::is_edit) {
            return None;
        }
        let mut changes = self.changes.clone();
        // What happens once more happens to the same rows in the same order, so that each is found where the last one ended.
        let mut from = 0;
        for change in &next.changes {
            let (earlier, later) = (0..from.min(changes.len()), from..changes.len());
            match later.chain(earlier).find(|index| changes[*index].join(change)) {
                Some(index) => from = index + 1,
                None => changes.push(change.clone()),
            }
        }
        changes.retain(|change| !change.is_void());
        Some(Self { changes })
    }

    /// The change set that takes this one back, in the opposite order: what came last goes first.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self { changes: self.changes.into_iter().rev().map(Change::reversed).collect() }
    }
}
