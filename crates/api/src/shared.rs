//! What several items have in common: what the inspector shows of all of them at once, and which of them cannot be moved
//! with the others.

use milepost_plan::{ItemEdit, ItemId, ItemKind, WorkItem};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::error::ApiError;
use crate::items::{Related, related};

/// Which items.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ItemsRequest {
    /// Their ids; those that are gone are passed over.
    pub ids: Vec<ItemId>,
}

/// What several items have in common.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Shared {
    /// How many of the items there are.
    pub count: usize,
    /// The fields in which none differs from the others, with their value. Titles and keys, which are each one's own, are
    /// left out. Epics have progress and place in time from what they hold, and are not asked for their own.
    pub fields: Vec<ItemEdit>,
    /// What holds all of them, if one item does.
    pub parent: Option<Related>,
    /// The kind of the highest level among them; none of no items.
    pub highest: Option<ItemKind>,
}

/// Compares items field by field.
pub fn shared(app: &App, request: &ItemsRequest) -> Result<Shared, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| {
        let items: Vec<&WorkItem> = request.ids.iter().filter_map(|id| plan.items().get(*id)).collect();
        let mut fields = alike(&items, comparable);
        let own = items.iter().copied().filter(|item| plan.summary(item).is_none());
        fields.extend(alike(&own.collect::<Vec<_>>(), comparable_own));
        let parent = fields.iter().find_map(|edit| match edit {
            ItemEdit::Parent(Some(parent)) => plan.items().get(*parent).map(related),
            _ => None,
        });
        Ok(Shared {
            count: items.len(),
            parent,
            highest: items.iter().map(|item| item.kind).min_by_key(|kind| kind.level()),
            fields,
        })
    })
}

/// Which of several items stay where they are while the others are moved, resized or given days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Stays {
    /// Those without days, of their own or of what they hold: they can be neither moved nor resized.
    pub undated: Vec<ItemId>,
    /// Epics that span what they hold: they have no days of their own to set or to resize by.
    pub spanning: Vec<ItemId>,
}

/// Tells which items stay where they are, in the order asked.
pub fn stays(app: &App, request: &ItemsRequest) -> Result<Stays, ApiError> {
    let open = app.opened()?;
    open.with_plan(|plan| {
        let items = || request.ids.iter().filter_map(|id| plan.items().get(*id));
        let undated = items().filter(|item| plan.span_of(item).is_none()).map(|item| item.id).collect();
        let spanning = items().filter(|item| plan.summary(item).is_some()).map(|item| item.id).collect();
        Ok(Stays { undated, spanning })
    })
}

/// Those of some fields that all items have the same value in; none of no items.
fn alike<const N: usize>(
    items: &[&WorkItem],
    fields: impl Fn(&WorkItem) -> [Option<ItemEdit>; N],
) -> Vec<ItemEdit> {
    let Some((first, others)) = items.split_first() else { return Vec::new() };
    let is_shared = |(place, edit): &(usize, Option<ItemEdit>)| {
        others.iter().all(|item| fields(item).get(*place) == Some(edit))
    };
    fields(first).into_iter().enumerate().filter(is_shared).filter_map(|(_, edit)| edit).collect()
}

/// The fields that are worth comparing, always in the same order.
fn comparable(item: &WorkItem) -> [Option<ItemEdit>; 7] {
    [
        Some(ItemEdit::Kind(item.kind)),
        Some(ItemEdit::Status(item.status)),
        Some(ItemEdit::Theme(item.theme)),
        Some(ItemEdit::Parent(item.parent)),
        Some(ItemEdit::Owner(item.owner.clone())),
        Some(ItemEdit::Link(item.link.clone())),
        Some(ItemEdit::Description(item.description.clone())),
    ]
}

/// Those of items that do not have them from what they hold; none for a day that an item does not have.
fn comparable_own(item: &WorkItem) -> [Option<ItemEdit>; 4] {
    let span = item.schedule.span();
    [
        Some(ItemEdit::Progress(item.progress)),
        Some(ItemEdit::Schedule(item.schedule)),
        span.map(|span| ItemEdit::Start(span.first)),
        span.map(|span| ItemEdit::End(span.last)),
    ]
}
