//! Views: saved ways to look at a plan.

use serde::{Deserialize, Serialize};

use crate::id::ViewId;
use crate::item::ItemKind;
use crate::rank::Rank;

/// A saved way to look.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct View {
    /// Identity, for life.
    pub id: ViewId,
    /// Name; never empty, unique in the plan.
    pub name: String,
    /// What is shown and how.
    pub settings: ViewSettings,
    /// Order in the list of views.
    pub rank: Rank,
}

/// What is shown and how.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ViewSettings {
    /// What the lanes stand for.
    pub lanes_by: LanesBy,
    /// The kinds of work item that stand as bars, in the order of [`ItemKind::ALL`].
    pub kinds: Vec<ItemKind>,
    /// Whether dependency lines are drawn.
    pub show_dependencies: bool,
    /// Whether milestones are drawn.
    pub show_milestones: bool,
}

impl Default for ViewSettings {
    fn default() -> Self {
        Self {
            lanes_by: LanesBy::Theme,
            kinds: vec![ItemKind::Feature],
            show_dependencies: true,
            show_milestones: true,
        }
    }
}

/// What a view groups by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LanesBy {
    /// One lane per theme.
    #[default]
    Theme,
}
