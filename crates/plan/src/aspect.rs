//! Aspects: what items are grouped and coloured by.

use serde::{Deserialize, Serialize};

use crate::id::{ItemId, ThemeId};
use crate::item::{ItemKind, Status, WorkItem};
use crate::operation::ItemEdit;
use crate::schedule::{Horizon, Schedule};

/// Something that all work items have a value of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// The strand of the product's direction.
    Theme,
    /// How far it has come.
    Status,
    /// Who answers for it.
    Owner,
    /// Epic, feature, user story, bug or issue.
    Kind,
    /// The item that holds it.
    Parent,
    /// Now, next or later, for what has no days.
    Horizon,
}

impl Aspect {
    /// All aspects, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Theme, Self::Status, Self::Owner, Self::Kind, Self::Parent, Self::Horizon];

    /// The value that an item has of it.
    pub fn of(self, item: &WorkItem) -> AspectValue {
        match self {
            Self::Theme => AspectValue::Theme(item.theme),
            Self::Status => AspectValue::Status(item.status),
            Self::Owner => AspectValue::Owner(item.owner.clone()),
            Self::Kind => AspectValue::Kind(item.kind),
            Self::Parent => AspectValue::Parent(item.parent),
            Self::Horizon => AspectValue::Horizon(item.schedule.horizon()),
        }
    }

    /// The word on screen, in sentence case.
    pub fn label(self) -> &'static str {
        match self {
            Self::Theme => "Theme",
            Self::Status => "Status",
            Self::Owner => "Owner",
            Self::Kind => "Kind",
            Self::Parent => "Parent",
            Self::Horizon => "Horizon",
        }
    }
}

/// A value of an aspect: what a lane stands for, and what an item that is dropped on it gets.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum AspectValue {
    /// A theme, or none.
    Theme(Option<ThemeId>),
    /// A status.
    Status(Status),
    /// An owner by name; empty for nobody.
    Owner(String),
    /// A kind.
    Kind(ItemKind),
    /// An item, or none.
    Parent(Option<ItemId>),
    /// A horizon; none for what has days, or neither.
    Horizon(Option<Horizon>),
}

impl AspectValue {
    /// What it is a value of.
    pub fn aspect(&self) -> Aspect {
        match self {
            Self::Theme(_) => Aspect::Theme,
            Self::Status(_) => Aspect::Status,
            Self::Owner(_) => Aspect::Owner,
            Self::Kind(_) => Aspect::Kind,
            Self::Parent(_) => Aspect::Parent,
            Self::Horizon(_) => Aspect::Horizon,
        }
    }

    /// The edit that gives an item this value; none for having no horizon, which says nothing of the days to have.
    pub(crate) fn edit(&self) -> Option<ItemEdit> {
        Some(match self {
            Self::Theme(theme) => ItemEdit::Theme(*theme),
            Self::Status(status) => ItemEdit::Status(*status),
            Self::Owner(owner) => ItemEdit::Owner(owner.clone()),
            Self::Kind(kind) => ItemEdit::Kind(*kind),
            Self::Parent(parent) => ItemEdit::Parent(*parent),
            Self::Horizon(horizon) => ItemEdit::Schedule(Schedule::Horizon { horizon: (*horizon)? }),
        })
    }
}
