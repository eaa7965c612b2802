//! Rows of one entity by id.

use std::collections::BTreeMap;
use std::collections::btree_map;

use crate::baseline::Baseline;
use crate::budget::{Actual, BudgetLine, Cost, Rate};
use crate::customer::Customer;
use crate::dependency::Dependency;
use crate::feedback::Feedback;
use crate::goal::Goal;
use crate::id::{
    ActualId, BaselineId, BudgetLineId, CostId, CustomerId, DependencyId, FeedbackId, GoalId, Id, ItemId,
    MilestoneId, NeedId, RateId, ThemeId, ViewId,
};
use crate::item::WorkItem;
use crate::milestone::Milestone;
use crate::need::Need;
use crate::theme::Theme;
use crate::view::View;

/// A row of a plan: something with an id.
pub trait Row: Clone + PartialEq + 'static {
    /// Its type of id.
    type Id: Id;

    /// Its id.
    fn id(&self) -> Self::Id;
}

macro_rules! row {
    ($row:ty, $id:ty) => {
        impl Row for $row {
            type Id = $id;

            fn id(&self) -> $id {
                self.id
            }
        }
    };
}

row!(Theme, ThemeId);
row!(WorkItem, ItemId);
row!(Milestone, MilestoneId);
row!(Dependency, DependencyId);
row!(View, ViewId);
row!(Baseline, BaselineId);
row!(Customer, CustomerId);
row!(Need, NeedId);
row!(Goal, GoalId);
row!(Feedback, FeedbackId);
row!(BudgetLine, BudgetLineId);
row!(Cost, CostId);
row!(Actual, ActualId);
row!(Rate, RateId);

/// Rows of one entity, in the order of their ids.
#[derive(Debug, Clone, PartialEq)]
pub struct Table<R: Row> {
    rows: BTreeMap<R::Id, R>,
}

impl<R: Row> Default for Table<R> {
    fn default() -> Self {
        Self { rows: BTreeMap::new() }
    }
}

impl<R: Row> Table<R> {
    /// The row with that id.
    pub fn get(&self, id: R::Id) -> Option<&R> {
        self.rows.get(&id)
    }

    /// Whether there is a row with that id.
    pub fn contains(&self, id: R::Id) -> bool {
        self.rows.contains_key(&id)
    }

    /// All rows, in the order of their ids.
    pub fn iter(&self) -> btree_map::Values<'_, R::Id, R> {
        self.rows.values()
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(crate) fn put(&mut self, row: R) {
        self.rows.insert(row.id(), row);
    }

    pub(crate) fn remove(&mut self, id: R::Id) {
        self.rows.remove(&id);
    }
}

impl<'a, R: Row> IntoIterator for &'a Table<R> {
    type Item = &'a R;
    type IntoIter = btree_map::Values<'a, R::Id, R>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
