//! Every work item with everything that a table can say of it.
//!
//! Importing the table into a plan with the same needs and goals gives the same items again. Milestones, views, settings
//! and themes without items have no row in it.

use std::collections::BTreeMap;

use milepost_plan::{
    Cancel, Cancelled, Dependency, Fulfilment, Goal, Horizon, ItemId, Plan, Rank, ThemeId, ViewSettings,
    WorkItem,
};

use super::names::Names;
use super::{LIST_SEPARATOR, Writing, Written};
use crate::formula::defuse;
use crate::notation::with_tie;
use crate::table::Separator;

/// The header. A file that has all of these columns is one of ours.
pub(super) const COLUMNS: [&str; 15] = [
    "Key",
    "Title",
    "Kind",
    "Status",
    "Theme",
    "Parent",
    "First day",
    "Last day",
    "Horizon",
    "Progress",
    "Owner",
    "Link",
    "Depends on",
    "Description",
    "Id",
];

/// The columns of what items serve, which older files do not have.
pub(crate) const SERVED: [&str; 3] = ["Fully serves", "Partly serves", "Goals"];
/// Where they stand among the others: before the description.
const BEFORE: usize = 13;

/// The work items of a plan in their order by hand.
pub(super) fn all<'c>(plan: &Plan, how: Writing<'c>) -> Result<Written<'c>, Cancelled> {
    table(plan, plan.items_in_order(), how)
}

/// The work items that a view lets through in their order by hand, with or without days.
pub(super) fn shown<'c>(
    plan: &Plan,
    view: &ViewSettings,
    how: Writing<'c>,
) -> Result<Written<'c>, Cancelled> {
    table(plan, plan.items_in_order().filter(|item| view.lets_through(plan, item)), how)
}

/// Some items and all that they hold in their order by hand, as tab-separated text with a header, for the clipboard, and
/// how many they are. Spreadsheets paste it as rows. An item that is named twice stands in it once, one that the plan does
/// not have not at all.
///
/// # Errors
/// If it is cancelled.
pub fn copied(plan: &Plan, ids: &[ItemId], cancel: Cancel<'_>) -> Result<(String, usize), Cancelled> {
    let mut in_order: BTreeMap<(Rank, ItemId), &WorkItem> = BTreeMap::new();
    let mut waiting: Vec<&WorkItem> = ids.iter().filter_map(|id| plan.items().get(*id)).collect();
    while let Some(item) = waiting.pop() {
        if in_order.insert((item.rank, item.id), item).is_none() {
            waiting.extend(plan.children(item.id));
        }
    }
    let count = in_order.len();
    let how = Writing { separator: Separator::Tab, cancel };
    Ok((table(plan, in_order.into_values(), how)?.text, count))
}

fn table<'p, 'c>(
    plan: &'p Plan,
    items: impl Iterator<Item = &'p WorkItem>,
    how: Writing<'c>,
) -> Result<Written<'c>, Cancelled> {
    let (head, tail) = COLUMNS.split_at(BEFORE);
    let mut written = Written::new(how, head.iter().chain(&SERVED).chain(tail).copied());
    let names = Names::of(plan);
    for item in items {
        let cells = cells(plan, item);
        let (head, tail) = cells.split_at(BEFORE);
        written.row(head.iter().chain(&served(plan, &names, item)).chain(tail))?;
    }
    Ok(written)
}

/// What an item serves, in the order of the columns.
fn served(plan: &Plan, names: &Names, item: &WorkItem) -> [String; SERVED.len()] {
    let needs = |fulfilment| {
        let served = item.needs.iter().filter(move |served| served.fulfilment == fulfilment);
        names.needs(served.filter_map(|served| plan.needs().get(served.need)))
    };
    let mut goals: Vec<&Goal> = item.goals.iter().filter_map(|id| plan.goals().get(*id)).collect();
    goals.sort_by_key(|goal| (goal.rank, goal.id));
    [
        defuse(&needs(Fulfilment::Fully)),
        defuse(&needs(Fulfilment::Partly)),
        defuse(&names.goals(goals.into_iter())),
    ]
}

fn cells(plan: &Plan, item: &WorkItem) -> [String; COLUMNS.len()] {
    let span = item.schedule.span();
    let horizon = item.schedule.horizon().map_or("", Horizon::word);
    let parent = item.parent.and_then(|parent| plan.items().get(parent));
    [
        defuse(&item.key),
        defuse(&item.title),
        item.kind.label().to_owned(),
        item.status.label().to_owned(),
        defuse(item.theme.map_or("", |theme| theme_name(plan, theme))),
        defuse(&parent.map(reference).unwrap_or_default()),
        span.map(|span| span.first.to_string()).unwrap_or_default(),
        span.map(|span| span.last.to_string()).unwrap_or_default(),
        horizon.to_owned(),
        item.progress.to_string(),
        defuse(&item.owner),
        defuse(&item.link),
        defuse(&depends_on(plan, item)),
        defuse(&item.description),
        item.id.to_string(),
    ]
}

fn theme_name(plan: &Plan, theme: ThemeId) -> &str {
    plan.themes().get(theme).map_or("", |theme| theme.name.as_str())
}

/// What an item is called in another row: its key, unless it has none or one that could be taken for an id.
pub(super) fn reference(item: &WorkItem) -> String {
    let is_plain = !item.key.is_empty() && uuid::Uuid::try_parse(&item.key).is_err();
    if is_plain { item.key.clone() } else { item.id.to_string() }
}

fn depends_on(plan: &Plan, item: &WorkItem) -> String {
    let ties: Vec<String> = plan
        .dependencies_of(item.id)
        .filter(|dependency| dependency.successor == item.id)
        .filter_map(|dependency| Some(tie(plan, dependency, plan.items().get(dependency.predecessor)?)))
        .collect();
    ties.join(&format!("{LIST_SEPARATOR} "))
}

/// One entry of the list. Falls back to the id where the key would be read as something else.
fn tie(plan: &Plan, dependency: &Dependency, predecessor: &WorkItem) -> String {
    let with = |reference: &str| with_tie(reference, dependency.kind, dependency.lag_days);
    let text = with(&reference(predecessor));
    let is_split = text.contains([';', ',']);
    let is_another = plan.item_by_key(&text).is_some_and(|item| item.id != predecessor.id);
    if is_split || is_another { with(&predecessor.id.to_string()) } else { text }
}
