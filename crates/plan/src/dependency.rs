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
        if self.leaves_start() { predecessor.first } else { predecessor.last }
    }

    /// Whether the tie meets the start of the successor, rather than its end.
    pub fn meets_start(self) -> bool {
        matches!(self, Self::FinishToStart | Self::StartToStart)
    }

    /// Whether the tie leaves the start of the predecessor, rather than its end.
    pub fn leaves_start(self) -> bool {
        matches!(self, Self::StartToStart | Self::StartToFinish)
    }

    /// The successor's day that the tie ends at.
    pub fn to_day(self, successor: Span) -> Day {
        if self.meets_start() { successor.first } else { successor.last }
    }
}
