//! Milestones: named days.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::id::MilestoneId;

/// A named day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Milestone {
    /// Identity, for life.
    pub id: MilestoneId,
    /// Name; never empty.
    pub name: String,
    /// The day it names.
    pub day: Day,
    /// Plain text.
    pub note: String,
}
