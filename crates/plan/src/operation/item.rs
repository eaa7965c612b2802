//! Work items: add, edit, reorder, delete.

use std::collections::BTreeSet;
use std::ops::Bound::{Excluded, Unbounded};

use serde::{Deserialize, Serialize};

use super::each_once;
use super::place::{self, Edge};
use crate::budget::{Actual, Cost};
use crate::day::Day;
use crate::dependency::Dependency;
use crate::draft::Draft;
use crate::feedback::Feedback;
use crate::id::{FeedbackId, GoalId, ItemId, NeedId, ThemeId};
use crate::item::{ItemKind, Status, WorkItem};
use crate::links::{CostOn, FeedbackOn};
use crate::need::{Fulfilment, ItemNeed};
use crate::plan::Plan;
use crate::rank::{Place, Rank, put_between};
use crate::rules;
use crate::schedule::Schedule;
use crate::summary::spans_what_it_holds;
use crate::theme::Theme;
use crate::violation::RuleViolation;

/// What a new work item starts with. Fields that are left out are empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[allow(missing_docs, reason = "the fields are those of WorkItem")]
pub struct NewItem {
    pub id: ItemId,
    pub kind: ItemKind,
    pub title: String,
    #[serde(default)]
    pub parent: Option<ItemId>,
    #[serde(default)]
    pub theme: Option<ThemeId>,
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<String>"))]
    pub description: String,
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Status>"))]
    pub status: Status,
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<u8>"))]
    pub progress: u8,
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<String>"))]
    pub owner: String,
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<String>"))]
    pub link: String,
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<String>"))]
    pub key: String,
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Schedule>"))]
    pub schedule: Schedule,
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Vec<ItemNeed>>"))]
    pub needs: Vec<ItemNeed>,
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Vec<GoalId>>"))]
    pub goals: Vec<GoalId>,
}

impl NewItem {
    /// An item with nothing but an id, a kind and a title.
    pub fn new(id: ItemId, kind: ItemKind, title: impl Into<String>) -> Self {
        Self {
            id,
            kind,
            title: title.into(),
            parent: None,
            theme: None,
            description: String::new(),
            status: Status::default(),
            progress: 0,
            owner: String::new(),
            link: String::new(),
            key: String::new(),
            schedule: Schedule::None,
            needs: Vec::new(),
            goals: Vec::new(),
        }
    }
}

/// One field of a work item and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are those of WorkItem")]
pub enum ItemEdit {
    Kind(ItemKind),
    Parent(Option<ItemId>),
    Theme(Option<ThemeId>),
    Title(String),
    Description(String),
    Status(Status),
    Progress(u8),
    Owner(String),
    Link(String),
    Key(String),
    Schedule(Schedule),
    /// The first day. What has no days gets four weeks from it; what would end before keeps its length.
    Start(Day),
    /// The last day. What has no days gets four weeks up to it; what would begin after keeps its length.
    End(Day),
    /// How many days it takes from its first day on, the last one included. What has no days is refused.
    Days(i32),
    /// How far it serves a need; none if it does not.
    Need {
        need: NeedId,
        fulfilment: Option<Fulfilment>,
    },
    /// Whether it serves a goal.
    Goal {
        goal: GoalId,
        serves: bool,
    },
}

impl ItemEdit {
    /// Whether it says where an item stands.
    pub(super) fn places(&self) -> bool {
        matches!(self, Self::Schedule(_) | Self::Start(_) | Self::End(_))
    }

    pub(super) fn verb(&self) -> &'static str {
        match self {
            Self::Title(_) => "Rename",
            Self::Parent(_) => "Re-parent",
            Self::Theme(_) => "Change lane of",
            Self::Schedule(_) | Self::Start(_) | Self::End(_) => "Schedule",
            Self::Days(_) => "Resize",
            Self::Status(_) => "Change status of",
            Self::Need { fulfilment: Some(_), .. } | Self::Goal { serves: true, .. } => "Link",
            Self::Need { fulfilment: None, .. } | Self::Goal { serves: false, .. } => "Unlink",
            Self::Kind(_)
            | Self::Description(_)
            | Self::Progress(_)
            | Self::Owner(_)
            | Self::Link(_)
            | Self::Key(_) => "Edit",
        }
    }
}

/// “Move feature”, “Move 3 items”.
pub(super) fn label(plan: &Plan, verb: &str, ids: &[ItemId]) -> String {
    match ids {
        [id] => format!("{verb} {}", plan.items().get(*id).map_or("item", |item| item.kind.label())),
        _ => format!("{verb} {} items", ids.len()),
    }
}

pub(super) fn add(draft: &mut Draft<'_>, new: &NewItem) -> Result<(), RuleViolation> {
    draft.free::<WorkItem>(new.id)?;
    let rank = Rank::after(draft.last_item_rank());
    let item = WorkItem {
        id: new.id,
        kind: new.kind,
        parent: new.parent,
        theme: new.theme,
        title: new.title.clone(),
        description: new.description.clone(),
        status: new.status,
        progress: new.progress,
        owner: new.owner.clone(),
        link: new.link.clone(),
        key: new.key.clone(),
        schedule: new.schedule,
        rank,
        needs: new.needs.clone(),
        goals: new.goals.clone(),
    };
    let item = checked(draft, item)?;
    draft.add(item)
}

pub(super) fn edit(draft: &mut Draft<'_>, ids: &[ItemId], edit: &ItemEdit) -> Result<(), RuleViolation> {
    for id in each_once(ids) {
        let mut item = draft.find::<WorkItem>(id)?.clone();
        match edit {
            ItemEdit::Kind(kind) => item.kind = *kind,
            ItemEdit::Parent(parent) => item.parent = *parent,
            ItemEdit::Theme(theme) => item.theme = *theme,
            ItemEdit::Title(title) => item.title.clone_from(title),
            ItemEdit::Description(description) => item.description.clone_from(description),
            ItemEdit::Status(status) => item.status = *status,
            ItemEdit::Progress(progress) if item.progress == *progress => {}
            ItemEdit::Progress(_) if spans_what_it_holds(draft, item.id) => {
                return Err(RuleViolation::ComesAsFarAsWhatItHolds { title: item.title });
            }
            ItemEdit::Progress(progress) => item.progress = *progress,
            ItemEdit::Owner(owner) => item.owner.clone_from(owner),
            ItemEdit::Link(link) => item.link.clone_from(link),
            ItemEdit::Key(key) => item.key.clone_from(key),
            ItemEdit::Schedule(schedule) if item.schedule == *schedule => {}
            ItemEdit::Schedule(schedule) => {
                place::has_own_place(draft, &item)?;
                item.schedule = *schedule;
            }
            ItemEdit::Start(day) => item.schedule = place::with_edge(draft, &item, Edge::Start, *day)?,
            ItemEdit::End(day) => item.schedule = place::with_edge(draft, &item, Edge::End, *day)?,
            ItemEdit::Days(days) => item.schedule = place::with_length(draft, &item, *days)?,
            ItemEdit::Need { need, fulfilment } => {
                item.needs.retain(|served| served.need != *need);
                item.needs.extend(fulfilment.map(|fulfilment| ItemNeed { need: *need, fulfilment }));
            }
            ItemEdit::Goal { goal, serves } => {
                item.goals.retain(|other| other != goal);
                item.goals.extend(serves.then_some(*goal));
            }
        }
        let item = checked(draft, item)?;
        draft.put(item);
        if matches!(edit, ItemEdit::Parent(_)) {
            rules::ties_fit_in_tree(draft, id)?;
        }
        if matches!(edit, ItemEdit::Parent(_) | ItemEdit::Kind(_)) {
            rules::no_circle_by_holding(draft, id)?;
        }
    }
    Ok(())
}

pub(super) fn reorder(
    draft: &mut Draft<'_>,
    id: ItemId,
    before: Option<ItemId>,
) -> Result<(), RuleViolation> {
    let own = draft.find::<WorkItem>(id)?.place();
    let end = match before {
        Some(before) => Excluded(draft.find::<WorkItem>(before)?.place()),
        None => Unbounded,
    };
    let low = draft.items_back_from(end).find(|place| *place != own);
    let high = following(draft, low, own).next();
    let stands_there = low.is_none_or(|low| low < own) && high.is_none_or(|high| own < high);
    if stands_there { Ok(()) } else { put_behind(draft, low, id) }
}

/// Gives an item a rank right behind `low`, or before all others; those that leave no room move up.
pub(super) fn put_behind(
    draft: &mut Draft<'_>,
    low: Option<Place<ItemId>>,
    id: ItemId,
) -> Result<(), RuleViolation> {
    let own = draft.find::<WorkItem>(id)?.place();
    let ranks = put_between(low.map(|(rank, _)| rank), id, following(draft, low, own));
    for (id, rank) in ranks {
        let mut item = draft.find::<WorkItem>(id)?.clone();
        item.rank = rank;
        draft.put(item);
    }
    Ok(())
}

/// The items behind `low` in their order, but for the one at `own`.
fn following(
    draft: &Draft<'_>,
    low: Option<Place<ItemId>>,
    own: Place<ItemId>,
) -> impl Iterator<Item = Place<ItemId>> {
    draft.items_from(low.map_or(Unbounded, Excluded)).filter(move |place| *place != own)
}

pub(super) fn delete(draft: &mut Draft<'_>, ids: &[ItemId]) -> Result<(), RuleViolation> {
    let mut doomed = BTreeSet::new();
    let mut found = ids.to_vec();
    while let Some(id) = found.pop() {
        draft.find::<WorkItem>(id)?;
        if doomed.insert(id) {
            found.extend(draft.children(id));
        }
    }
    for id in doomed {
        let hanging: Vec<_> = draft.dependencies_of(id).iter().map(|row| row.id).collect();
        for dependency in hanging {
            draft.remove::<Dependency>(dependency);
        }
        let speaking: Vec<FeedbackId> = draft.feedback_on(FeedbackOn::Item(id));
        for feedback in speaking {
            let mut feedback = draft.find::<Feedback>(feedback)?.clone();
            feedback.items.retain(|item| *item != id);
            feedback.follow_links();
            draft.put(feedback);
        }
        money_without(draft, id)?;
        draft.remove::<WorkItem>(id);
    }
    Ok(())
}

/// Deletes what was planned for an item; what was spent on it stays spent.
fn money_without(draft: &mut Draft<'_>, id: ItemId) -> Result<(), RuleViolation> {
    for cost in draft.costs_on(CostOn::Item(id)) {
        draft.remove::<Cost>(cost);
    }
    for actual in draft.actuals_on(CostOn::Item(id)) {
        let actual = Actual { item: None, ..draft.find::<Actual>(actual)?.clone() };
        draft.put(actual);
    }
    Ok(())
}

/// The item with its texts trimmed and its links in order, if it keeps every rule. Of two fulfilments of one need the
/// last one stays.
fn checked(draft: &Draft<'_>, mut item: WorkItem) -> Result<WorkItem, RuleViolation> {
    item.title = rules::name(item.kind.label(), &item.title)?;
    item.description = rules::text("the description", &item.description)?;
    item.owner = rules::line("the owner", &item.owner)?;
    item.link = rules::line("the link", &item.link)?;
    item.key = rules::line("the key", &item.key)?;
    rules::progress(item.progress)?;
    rules::schedule(item.schedule)?;
    item.theme.map(|theme| draft.find::<Theme>(theme)).transpose()?;
    rules::last_of_each(&mut item.needs, |served| served.need);
    rules::in_order(&mut item.goals);
    rules::served(draft, &item)?;
    rules::key_is_free(draft, &item)?;
    rules::fits_in_tree(draft, &item)?;
    Ok(item)
}
