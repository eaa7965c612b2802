//! Budget lines: what money is meant for.

use serde::{Deserialize, Serialize};

use super::money::Money;
use crate::day::Span;
use crate::id::BudgetLineId;
use crate::rank::{Place, Rank};

/// A category of spending with a cap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BudgetLine {
    /// Identity, for life.
    pub id: BudgetLineId,
    /// Name; never empty, unique in the plan.
    pub name: String,
    /// What sort of spending it is.
    pub category: Category,
    /// The user's own word for the category; empty for the usual one.
    pub own_category: String,
    /// What may be spent, and in which span; none if nobody has said.
    pub cap: Option<Cap>,
    /// Plain text.
    pub note: String,
    /// Order among the lines.
    pub rank: Rank,
}

impl BudgetLine {
    /// Its place in the order of the lines.
    pub(crate) fn place(&self) -> Place<BudgetLineId> {
        (self.rank, self.id)
    }
}

/// What may be spent in a span of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Cap {
    /// Never negative.
    pub amount: Money,
    /// From the first to the last day that it holds for.
    pub span: Span,
}

/// What sort of spending it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Work, one's own or bought.
    #[default]
    People,
    /// Software by others.
    Licences,
    /// Machines and services by the month.
    Cloud,
    /// Advertising and events.
    Marketing,
    /// Teaching users and teams.
    Training,
    /// Anything else.
    Other,
}

impl Category {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::People, Self::Licences, Self::Cloud, Self::Marketing, Self::Training, Self::Other];

    /// The word in files, and on screen without a capital.
    pub fn word(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Licences => "licences",
            Self::Cloud => "cloud",
            Self::Marketing => "marketing",
            Self::Training => "training",
            Self::Other => "other",
        }
    }
}
