//! Needs: what customers want to be able to do, how important that is to whom, and how far work items serve it.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::id::{CustomerId, NeedId};

/// What customers want to be able to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Need {
    /// Identity, for life.
    pub id: NeedId,
    /// What they want to be able to do, in one line; never empty.
    pub statement: String,
    /// Plain text, any length.
    pub note: String,
    /// Addresses to read more at; shown as text, opened only when asked.
    pub evidence: Vec<String>,
    /// Whose need it is, in the order of their ids, each once.
    pub customers: Vec<NeedCustomer>,
    /// The day by which it shall be met.
    pub wanted_by: Option<Day>,
    /// What serves it today, in the customers' words.
    pub alternatives: String,
}

impl Need {
    /// How important it is to a customer; none if it is not that customer's need.
    pub fn importance_to(&self, customer: CustomerId) -> Option<Importance> {
        self.customers.iter().find(|row| row.customer == customer).map(|row| row.importance)
    }

    /// The greatest importance that it has to anybody; none if it is nobody's.
    pub fn importance(&self) -> Option<Importance> {
        self.customers.iter().map(|row| row.importance).min()
    }
}

/// That a need is a customer's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NeedCustomer {
    /// Whose need it is.
    pub customer: CustomerId,
    /// How important it is to that customer.
    pub importance: Importance,
}

/// How important a need is to a customer; the greatest comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Importance {
    /// They cannot go on without.
    Critical,
    /// They suffer without.
    High,
    /// They would gladly have it.
    Medium,
    /// They would hardly miss it.
    Low,
}

impl Importance {
    /// All of them, the greatest first.
    pub const ALL: [Self; 4] = [Self::Critical, Self::High, Self::Medium, Self::Low];

    /// The word in files, and on screen without a capital.
    pub fn word(self) -> &'static str {
        match self {
            Self::Critical => "critical",
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }

    /// What it counts in the weight of a need: 4, 3, 2 or 1.
    pub fn points(self) -> u64 {
        match self {
            Self::Critical => 4,
            Self::High => 3,
            Self::Medium => 2,
            Self::Low => 1,
        }
    }
}

/// That a work item serves a need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ItemNeed {
    /// Which need.
    pub need: NeedId,
    /// How far the item serves it.
    pub fulfilment: Fulfilment,
}

/// How far a work item serves a need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Fulfilment {
    /// Something is left to be wished for.
    Partly,
    /// With it, the need is met.
    Fully,
}

impl Fulfilment {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Partly, Self::Fully];

    /// The word in files, and on screen without a capital.
    pub fn word(self) -> &'static str {
        match self {
            Self::Partly => "partly",
            Self::Fully => "fully",
        }
    }
}
