//! Aspects: what items are grouped and coloured by.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::coverage::{greatest_importance, leading_customer, leading_need};
use crate::customer::Customer;
use crate::draft::Draft;
use crate::goal::Goal;
use crate::id::{CustomerId, GoalId, ItemId, NeedId, ThemeId};
use crate::item::{ItemKind, Status, WorkItem};
use crate::need::{Fulfilment, Importance, ItemNeed, Need};
use crate::operation::ItemEdit;
use crate::plan::Plan;
use crate::schedule::{Horizon, Schedule};
use crate::violation::RuleViolation;

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
    /// Whom it is for: the customer that gives it most of its weight.
    Customer,
    /// Why it is: the need that gives it most of its weight.
    Need,
    /// What it shall achieve: the first of its goals.
    Goal,
    /// The greatest importance to anybody of a need that it serves.
    Importance,
}

impl Aspect {
    /// All aspects, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::Theme,
        Self::Status,
        Self::Owner,
        Self::Kind,
        Self::Parent,
        Self::Horizon,
        Self::Customer,
        Self::Need,
        Self::Goal,
        Self::Importance,
    ];

    /// The value that an item has of it.
    pub fn of(self, plan: &Plan, item: &WorkItem) -> AspectValue {
        match self {
            Self::Theme => AspectValue::Theme(item.theme),
            Self::Status => AspectValue::Status(item.status),
            Self::Owner => AspectValue::Owner(item.owner.clone()),
            Self::Kind => AspectValue::Kind(item.kind),
            Self::Parent => AspectValue::Parent(item.parent),
            Self::Horizon => AspectValue::Horizon(item.schedule.horizon()),
            Self::Customer => AspectValue::Customer(plan.leading_customer(item)),
            Self::Need => AspectValue::Need(plan.leading_need(item)),
            Self::Goal => AspectValue::Goal(plan.leading_goal(item)),
            Self::Importance => AspectValue::Importance(greatest_importance(item, |id| plan.needs().get(id))),
        }
    }

    /// The values that a need has of it, each once, of which several can be customers, themes and goals; none at all for
    /// what only items have.
    ///
    /// Themes and goals are those of what serves it.
    pub fn of_need(self, plan: &Plan, need: &Need) -> Vec<AspectValue> {
        let values: BTreeSet<AspectValue> = match self {
            Self::Customer => {
                need.customers.iter().map(|row| AspectValue::Customer(Some(row.customer))).collect()
            }
            Self::Importance => [AspectValue::Importance(need.importance())].into(),
            Self::Theme => plan.serving(need.id).map(|item| AspectValue::Theme(item.theme)).collect(),
            Self::Goal => {
                let goals = plan.serving(need.id).flat_map(|item| &item.goals);
                goals.map(|goal| AspectValue::Goal(Some(*goal))).collect()
            }
            Self::Status | Self::Owner | Self::Kind | Self::Parent | Self::Horizon | Self::Need => {
                return Vec::new();
            }
        };
        let nobodys = || match self {
            Self::Customer => Some(AspectValue::Customer(None)),
            Self::Goal => Some(AspectValue::Goal(None)),
            _ => None,
        };
        if values.is_empty() { nobodys().into_iter().collect() } else { values.into_iter().collect() }
    }

    /// Whether needs have values of it, too.
    pub fn is_of_needs(self) -> bool {
        matches!(self, Self::Customer | Self::Importance | Self::Theme | Self::Goal)
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
            Self::Customer => "Customer",
            Self::Need => "Need",
            Self::Goal => "Goal",
            Self::Importance => "Importance",
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
    /// A customer, or none.
    Customer(Option<CustomerId>),
    /// A need, or none.
    Need(Option<NeedId>),
    /// A goal, or none.
    Goal(Option<GoalId>),
    /// An importance, or none.
    Importance(Option<Importance>),
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
            Self::Customer(_) => Aspect::Customer,
            Self::Need(_) => Aspect::Need,
            Self::Goal(_) => Aspect::Goal,
            Self::Importance(_) => Aspect::Importance,
        }
    }

    /// The edits that give an item this value in the place of the one that it has now. There are none for what
    /// [`Self::follows`] from others.
    pub(crate) fn edits(&self, draft: &Draft<'_>, item: &WorkItem) -> Vec<ItemEdit> {
        vec![match self {
            Self::Theme(theme) => ItemEdit::Theme(*theme),
            Self::Status(status) => ItemEdit::Status(*status),
            Self::Owner(owner) => ItemEdit::Owner(owner.clone()),
            Self::Kind(kind) => ItemEdit::Kind(*kind),
            Self::Parent(parent) => ItemEdit::Parent(*parent),
            Self::Horizon(Some(horizon)) => ItemEdit::Schedule(Schedule::Horizon { horizon: *horizon }),
            Self::Need(need) => return need_edits(draft, item, *need),
            Self::Goal(goal) => return goal_edits(draft, item, *goal),
            Self::Horizon(None) | Self::Customer(_) | Self::Importance(_) => return Vec::new(),
        }]
    }

    /// Refuses a value that no edit gives, unless an item has it: a customer or an importance, which it has by its needs,
    /// and no horizon, which says nothing of the days to have.
    pub(crate) fn follows(&self, draft: &Draft<'_>, item: &WorkItem) -> Result<(), RuleViolation> {
        let need = |id| draft.get::<Need>(id);
        let by_needs = |word, has: bool| {
            if has { Ok(()) } else { Err(RuleViolation::ComesFromNeeds { word, title: item.title.clone() }) }
        };
        match self {
            Self::Customer(customer) => {
                let own = leading_customer(item, need, |id| draft.get::<Customer>(id));
                by_needs("customer", own == *customer)
            }
            Self::Importance(importance) => {
                by_needs("importance", greatest_importance(item, need) == *importance)
            }
            Self::Horizon(None) if item.schedule.horizon().is_some() => {
                Err(RuleViolation::KeepsHorizon { title: item.title.clone() })
            }
            _ => Ok(()),
        }
    }
}

/// Serves a need in the place of the leading one: as far as it does already, or else as far as that one. What would still
/// lead goes as well, so that the item comes to stand where it was dropped; all others stay. Or no need any more.
fn need_edits(draft: &Draft<'_>, item: &WorkItem, need: Option<NeedId>) -> Vec<ItemEdit> {
    let unlink = |need: NeedId| ItemEdit::Need { need, fulfilment: None };
    let Some(need) = need else {
        return item.needs.iter().map(|served| unlink(served.need)).collect();
    };
    let leading = leading_need(draft, item);
    if leading == Some(need) {
        return Vec::new();
    }
    let as_far_as = |need| item.fulfilment_of(need);
    let fulfilment = as_far_as(need).or_else(|| as_far_as(leading?)).unwrap_or(Fulfilment::Fully);
    let mut stays = item.clone();
    stays.needs.retain(|served| served.need != need && Some(served.need) != leading);
    stays.needs.push(ItemNeed { need, fulfilment });
    stays.needs.sort_unstable_by_key(|served| served.need);
    let mut gone = Vec::from_iter(leading);
    while let Some(other) = leading_need(draft, &stays).filter(|leading| *leading != need) {
        stays.needs.retain(|served| served.need != other);
        gone.push(other);
    }
    let link = ItemEdit::Need { need, fulfilment: Some(fulfilment) };
    gone.into_iter().map(unlink).chain([link]).collect()
}

/// Serves a goal in the place of the leading one and of all that come before it, or no goal any more.
fn goal_edits(draft: &Draft<'_>, item: &WorkItem, goal: Option<GoalId>) -> Vec<ItemEdit> {
    let unlink = |goal: GoalId| ItemEdit::Goal { goal, serves: false };
    let Some(goal) = goal else { return item.goals.iter().copied().map(unlink).collect() };
    let place = |goal: GoalId| draft.get::<Goal>(goal).map(Goal::place);
    let mut others: Vec<GoalId> = item.goals.iter().copied().filter(|other| *other != goal).collect();
    others.sort_unstable_by_key(|other| place(*other));
    if others.len() < item.goals.len() && others.first().is_none_or(|first| place(goal) < place(*first)) {
        return Vec::new();
    }
    let gone = others.into_iter().enumerate().filter(|(nth, other)| *nth == 0 || place(*other) < place(goal));
    gone.map(|(_, other)| unlink(other)).chain([ItemEdit::Goal { goal, serves: true }]).collect()
}
