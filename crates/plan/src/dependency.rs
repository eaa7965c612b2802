//! Dependencies: which work item waits for which.

use serde::{Deserialize, Serialize};

use crate::day::{Day, Span};
use crate::id::{DependencyId, ItemId};

/// The successor waits for the predecessor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Dependency {
    /// Identity, for life.
    pub id: DependencyId,
    /// What comes first.
    pub predecessor: ItemId,
    /// What waits.
    pub successor: ItemId,
    /// Which ends are tied.
    pub kind: DependencyKind,
    /// Working days between the tied ends; negative for an overlap.
    pub lag_days: i32,
}

/// Which end of the predecessor holds which end of the successor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DependencyKind {
    /// The successor starts after the predecessor has ended.
    #[default]
    FinishToStart,
    /// The successor starts no sooner than the predecessor.
    StartToStart,
    /// The successor ends no sooner than the predecessor.
    FinishToFinish,
    /// The successor ends no sooner than the predecessor starts.
    StartToFinish,
}

impl DependencyKind {
    /// All kinds, the usual one first.
    pub const ALL: [Self; 4] =
        [Self::FinishToStart, Self::StartToStart, Self::FinishToFinish, Self::StartToFinish];

    /// The word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::FinishToStart => "finish_to_start",
            Self::StartToStart => "start_to_start",
            Self::FinishToFinish => "finish_to_finish",
            Self::StartToFinish => "start_to_finish",
        }
    }

    /// The predecessor's day that the tie begins at.
    pub fn from_day(self, predecessor: Span) -> Day {
        match self {
            Self::FinishToStart | Self::FinishToFinish => predecessor.last,
            Self::StartToStart | Self::StartToFinish => predecessor.first,
        }
    }

    /// The successor's day that the tie ends at.
    pub fn to_day(self, successor: Span) -> Day {
        match self {
            Self::FinishToStart | Self::StartToStart => successor.first,
            Self::FinishToFinish | Self::StartToFinish => successor.last,
        }
    }
}
