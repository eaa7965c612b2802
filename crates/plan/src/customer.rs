//! Customers: whom the product serves.

use serde::{Deserialize, Serialize};

use crate::id::CustomerId;
use crate::rank::{Place, Rank};

/// Somebody or something that the product serves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Customer {
    /// Identity, for life.
    pub id: CustomerId,
    /// Name; never empty, unique in the plan.
    pub name: String,
    /// Segment, organisation, department, person or system.
    pub kind: CustomerKind,
    /// How large it is, in its unit; at most [`LARGEST`].
    pub size: u32,
    /// What its size counts: “people”, “seats”, “requests a day”.
    pub unit: String,
    /// Plain text.
    pub note: String,
    /// Order among the customers.
    pub rank: Rank,
}

/// The largest size of a customer, and the most votes of a feedback.
pub const LARGEST: u32 = 1_000_000_000;

impl Customer {
    /// Its place in the order of the customers.
    pub(crate) fn place(&self) -> Place<CustomerId> {
        (self.rank, self.id)
    }
}

/// What sort of customer it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CustomerKind {
    /// A group with something in common.
    #[default]
    Segment,
    /// A company or an authority.
    Organisation,
    /// A part of an organisation.
    Department,
    /// One person.
    Person,
    /// Another system that the product works with.
    System,
}

impl CustomerKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::Segment, Self::Organisation, Self::Department, Self::Person, Self::System];

    /// The word in files, and on screen without a capital.
    pub fn word(self) -> &'static str {
        match self {
            Self::Segment => "segment",
            Self::Organisation => "organisation",
            Self::Department => "department",
            Self::Person => "person",
            Self::System => "system",
        }
    }
}
