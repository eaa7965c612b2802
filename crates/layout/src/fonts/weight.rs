//! Weights of the type.

use serde::{Serialize, Serializer};

/// Weight of the type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "number"))]
#[allow(missing_docs, reason = "the usual names of weights")]
pub enum Weight {
    Regular,
    Medium,
    SemiBold,
}

impl Weight {
    /// All weights, lightest first.
    pub const ALL: [Self; 3] = [Self::Regular, Self::Medium, Self::SemiBold];

    /// The weight as CSS counts it.
    pub fn css(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Medium => 500,
            Self::SemiBold => 600,
        }
    }
}

impl Serialize for Weight {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.css().serialize(serializer)
    }
}
