//! The fields that columns can feed, and which rows have which.

use serde::{Deserialize, Serialize};

use super::RowsAre;

/// What a column can feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// What rows of the file call one another by; an id of a plan's item finds that item again.
    Id,
    /// The key in another system, by which items are found again.
    Key,
    /// The title. Several columns are a tree, each one level deeper than the one before.
    Title,
    /// Epic, feature, user story, bug or issue; of money, whether it was planned or spent.
    Kind,
    /// How far it has come. Of several columns the first with a known word counts.
    Status,
    /// The theme, by name.
    Theme,
    /// The item that holds it, by key, id or title.
    Parent,
    /// First day.
    FirstDay,
    /// Last day, included.
    LastDay,
    /// Now, next or later.
    Horizon,
    /// Done so far, in per cent.
    Progress,
    /// Who answers for it.
    Owner,
    /// An address to read more at.
    Link,
    /// What it waits for, by key or id.
    DependsOn,
    /// What waits for it, by key or id.
    Blocks,
    /// The needs that are met with it, by statement or id.
    FullyServes,
    /// The needs to which it leaves something to be wished for, likewise.
    PartlyServes,
    /// The goals that it serves, by title or id.
    Goals,
    /// The description.
    Description,
    /// Anything else to keep: lines “Name: value” at the end of the description.
    Notes,
    /// What was said. Several columns stand one under the other.
    Text,
    /// The day on which it was said or spent.
    Day,
    /// Who said it.
    Source,
    /// The customer that the source belongs to, by name.
    Customer,
    /// The way it came.
    Channel,
    /// Why it was declined.
    Reason,
    /// How many said the same.
    Votes,
    /// The needs that it speaks of, by statement or id.
    Needs,
    /// The work items that it speaks of, by key, id or title.
    Items,
    /// The feedback that stands for it, by key or id.
    DuplicateOf,
    /// What was spent, with the sign that the mapping gives to spending.
    Amount,
    /// What was spent, where money that came in has a column of its own.
    Debit,
    /// Money that came in.
    Credit,
    /// The currency of the amount.
    Currency,
    /// Who was paid.
    Supplier,
    /// What it was for. Several columns stand one behind the other.
    Note,
    /// What tells the budget line: a cost centre, an account, a category, or the line's own name.
    CostCentre,
    /// The work item that it was spent on, by key, id or title.
    Item,
}

impl Field {
    /// The fields of a work item, in the order in which a screen lists them.
    const OF_WORK_ITEMS: [Self; 20] = [
        Self::Id,
        Self::Key,
        Self::Title,
        Self::Kind,
        Self::Status,
        Self::Theme,
        Self::Parent,
        Self::FirstDay,
        Self::LastDay,
        Self::Horizon,
        Self::Progress,
        Self::Owner,
        Self::Link,
        Self::DependsOn,
        Self::Blocks,
        Self::FullyServes,
        Self::PartlyServes,
        Self::Goals,
        Self::Description,
        Self::Notes,
    ];

    /// The fields of a feedback, likewise.
    const OF_FEEDBACK: [Self; 13] = [
        Self::Id,
        Self::Key,
        Self::Text,
        Self::Day,
        Self::Source,
        Self::Customer,
        Self::Channel,
        Self::Status,
        Self::Reason,
        Self::Votes,
        Self::Needs,
        Self::Items,
        Self::DuplicateOf,
    ];

    /// The fields of an actual, likewise.
    const OF_ACTUALS: [Self; 12] = [
        Self::Day,
        Self::Amount,
        Self::Debit,
        Self::Credit,
        Self::Currency,
        Self::CostCentre,
        Self::Supplier,
        Self::Note,
        Self::Item,
        Self::Key,
        Self::Id,
        Self::Kind,
    ];

    /// The fields that rows can have, in the order in which a screen lists them.
    pub fn all(rows_are: RowsAre) -> &'static [Self] {
        match rows_are {
            RowsAre::WorkItems => &Self::OF_WORK_ITEMS,
            RowsAre::Feedback => &Self::OF_FEEDBACK,
            RowsAre::Actuals => &Self::OF_ACTUALS,
        }
    }

    /// The words on screen, without a capital.
    pub fn label(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Key => "key",
            Self::Title => "title",
            Self::Kind => "kind",
            Self::Status => "status",
            Self::Theme => "theme",
            Self::Parent => "parent",
            Self::FirstDay => "first day",
            Self::LastDay => "last day",
            Self::Horizon => "horizon",
            Self::Progress => "progress",
            Self::Owner => "owner",
            Self::Link => "link",
            Self::DependsOn => "depends on",
            Self::Blocks => "blocks",
            Self::FullyServes => "fully serves",
            Self::PartlyServes => "partly serves",
            Self::Goals => "goals",
            Self::Description => "description",
            Self::Notes => "notes",
            Self::Text => "text",
            Self::Day => "day",
            Self::Source => "source",
            Self::Customer => "customer",
            Self::Channel => "channel",
            Self::Reason => "reason",
            Self::Votes => "votes",
            Self::Needs => "needs",
            Self::Items => "work items",
            Self::DuplicateOf => "duplicate of",
            Self::Amount => "amount",
            Self::Debit => "debit",
            Self::Credit => "credit",
            Self::Currency => "currency",
            Self::Supplier => "supplier",
            Self::Note => "note",
            Self::CostCentre => "cost centre",
            Self::Item => "work item",
        }
    }
}
