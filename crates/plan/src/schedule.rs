//! A work item's place in time.

use serde::{Deserialize, Serialize};

use crate::day::{Day, Span};

/// Dated (first and last day), a horizon, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Schedule {
    /// From a first day to a last day, both included.
    Dated {
        /// First day.
        first: Day,
        /// Last day, included.
        last: Day,
    },
    /// Roughly when, without days.
    Horizon {
        /// Which horizon.
        horizon: Horizon,
    },
    /// Not placed in time yet.
    #[default]
    None,
}

impl Schedule {
    /// The days of a dated schedule.
    pub fn span(self) -> Option<Span> {
        match self {
            Self::Dated { first, last } => Some(Span { first, last }),
            Self::Horizon { .. } | Self::None => None,
        }
    }

    /// The horizon of a schedule that has one.
    pub fn horizon(self) -> Option<Horizon> {
        match self {
            Self::Horizon { horizon } => Some(horizon),
            Self::Dated { .. } | Self::None => None,
        }
    }
}

impl From<Span> for Schedule {
    fn from(span: Span) -> Self {
        Self::Dated { first: span.first, last: span.last }
    }
}

/// Roughly when a work item is due: now, next or later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Horizon {
    /// Being worked on, or about to be.
    Now,
    /// After what is now.
    Next,
    /// Some day after that.
    Later,
}

impl Horizon {
    /// All horizons, nearest first.
    pub const ALL: [Self; 3] = [Self::Now, Self::Next, Self::Later];

    /// The word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Next => "next",
            Self::Later => "later",
        }
    }
}
