//! Actuals: money that was spent.

use serde::{Deserialize, Serialize};

use super::money::Money;
use crate::day::Day;
use crate::id::{ActualId, BudgetLineId, ItemId};

/// Money spent on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Actual {
    /// Identity, for life.
    pub id: ActualId,
    /// When it was spent.
    pub day: Day,
    /// Never negative.
    pub amount: Money,
    /// What it was meant for.
    pub line: BudgetLineId,
    /// The work item that it was spent on.
    pub item: Option<ItemId>,
    /// Who was paid.
    pub supplier: String,
    /// Plain text.
    pub note: String,
    /// The number that it has in another system; empty if none, else unique in the plan.
    pub key: String,
    /// Whether it is known to be spent although its day is still to come.
    pub in_advance: bool,
}
