//! Work items: epics, features, user stories, bugs and issues.

use serde::{Deserialize, Serialize};

use crate::id::{GoalId, ItemId, NeedId, ThemeId};
use crate::need::{Fulfilment, ItemNeed};
use crate::rank::{Place, Rank};
use crate::schedule::Schedule;

/// Something to be done for the product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WorkItem {
    /// Identity, for life.
    pub id: ItemId,
    /// Epic, feature, user story, bug or issue.
    pub kind: ItemKind,
    /// The item that holds this one; its level is above this one's.
    pub parent: Option<ItemId>,
    /// The strand of the product's direction it belongs to.
    pub theme: Option<ThemeId>,
    /// Name in one line; never empty.
    pub title: String,
    /// Plain text, any length.
    pub description: String,
    /// How far it has come.
    pub status: Status,
    /// Done so far, in per cent, 0 to 100.
    pub progress: u8,
    /// Who answers for it.
    pub owner: String,
    /// An address to read more at; shown as text, opened only when asked.
    pub link: String,
    /// The key it has in another system; empty if none, else unique in the plan.
    pub key: String,
    /// Place in time.
    pub schedule: Schedule,
    /// Order among the items of a list.
    pub rank: Rank,
    /// The needs that it serves, in the order of their ids, each once.
    pub needs: Vec<ItemNeed>,
    /// The goals that it serves, in the order of their ids, each once.
    pub goals: Vec<GoalId>,
}

impl WorkItem {
    /// Its place among all items in the order by hand.
    pub(crate) fn place(&self) -> Place<ItemId> {
        (self.rank, self.id)
    }

    /// How far it serves a need; none if it does not.
    pub fn fulfilment_of(&self, need: NeedId) -> Option<Fulfilment> {
        self.needs.iter().find(|served| served.need == need).map(|served| served.fulfilment)
    }
}

/// What sort of work item it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// Holds features and what they hold.
    Epic,
    /// Stands as a bar on the roadmap; holds stories, bugs and issues.
    Feature,
    /// What one user wants to be able to do.
    UserStory,
    /// Something that does not work as it should.
    Bug,
    /// Anything else that asks for work, support included.
    Issue,
}

impl ItemKind {
    /// All kinds, highest level first.
    pub const ALL: [Self; 5] = [Self::Epic, Self::Feature, Self::UserStory, Self::Bug, Self::Issue];

    /// The word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Epic => "epic",
            Self::Feature => "feature",
            Self::UserStory => "user_story",
            Self::Bug => "bug",
            Self::Issue => "issue",
        }
    }

    /// The words on screen, in sentence case without a capital.
    pub fn label(self) -> &'static str {
        match self {
            Self::UserStory => "user story",
            other => other.word(),
        }
    }

    /// Depth in the tree: an item may only hang under one of a smaller level.
    pub fn level(self) -> u8 {
        match self {
            Self::Epic => 0,
            Self::Feature => 1,
            Self::UserStory | Self::Bug | Self::Issue => 2,
        }
    }
}

/// How far a work item has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Thought of, not agreed.
    #[default]
    Idea,
    /// Agreed, not begun.
    Planned,
    /// Begun.
    InProgress,
    /// Finished.
    Done,
    /// Will not be done.
    Dropped,
}

impl Status {
    /// All statuses in the order of a life.
    pub const ALL: [Self; 5] = [Self::Idea, Self::Planned, Self::InProgress, Self::Done, Self::Dropped];

    /// The word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Idea => "idea",
            Self::Planned => "planned",
            Self::InProgress => "in_progress",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// The words on screen, without a capital.
    pub fn label(self) -> &'static str {
        match self {
            Self::InProgress => "in progress",
            other => other.word(),
        }
    }
}
