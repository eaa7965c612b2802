//! Goals: what the product shall achieve, and how that is measured.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::id::GoalId;
use crate::rank::{Place, Rank};

/// What the product shall achieve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Goal {
    /// Identity, for life.
    pub id: GoalId,
    /// Name in one line; never empty, unique in the plan.
    pub title: String,
    /// What is measured: “reports sent without a person”.
    pub measure: String,
    /// What the measure shall come to: “80 % of all”.
    pub target: String,
    /// The day by which it shall.
    pub by: Option<Day>,
    /// Order among the goals.
    pub rank: Rank,
}

impl Goal {
    /// Its place in the order of the goals.
    pub(crate) fn place(&self) -> Place<GoalId> {
        (self.rank, self.id)
    }
}
