//! Rates: what a day of somebody's work costs.

use serde::{Deserialize, Serialize};

use super::money::Money;
use crate::id::RateId;
use crate::rank::{Place, Rank};

/// What a person-day of a role costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Rate {
    /// Identity, for life.
    pub id: RateId,
    /// Whose work it is: “Engineer”; never empty, unique in the plan.
    pub role: String,
    /// Never negative.
    pub per_day: Money,
    /// Order among the rates.
    pub rank: Rank,
}

impl Rate {
    /// Its place in the order of the rates.
    pub(crate) fn place(&self) -> Place<RateId> {
        (self.rank, self.id)
    }
}
