//! A plan as a table: every work item with everything that a table can say of it.
//!
//! Importing the table into an empty plan gives the same items again. Milestones, views, settings and themes without
//! items have no row in it.

use std::collections::BTreeMap;

use milepost_plan::{Dependency, Horizon, ItemId, Plan, Rank, ThemeId, WorkItem};
use serde::{Deserialize, Serialize};

use crate::formula::defuse;
use crate::notation::with_tie;
use crate::table::Separator;

/// The header. A file that has all of these columns is known as one of ours.
pub(crate) const COLUMNS: [&str; 15] = [
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

/// What stands between the entries of a list in one cell.
pub(crate) const LIST_SEPARATOR: &str = ";";

/// How the file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct CsvOptions {
    /// What stands between two cells.
    pub separator: Separator,
    /// Whether the file begins with a byte order mark, without which Excel takes UTF-8 for something else.
    pub bom: bool,
}

impl Default for CsvOptions {
    fn default() -> Self {
        Self { separator: Separator::Comma, bom: true }
    }
}

/// The work items of a plan in their order by hand, as UTF-8 with the line ends of RFC 4180.
pub fn write_csv(plan: &Plan, options: &CsvOptions) -> Vec<u8> {
    let table = table(plan, plan.items_in_order(), options.separator);
    if options.bom { format!("\u{feff}{table}").into_bytes() } else { table.into_bytes() }
}

/// Some items in their order by hand, as tab-separated text with a header, for the clipboard. Spreadsheets paste it
/// as rows. An item that is named twice stands in it once, one that the plan does not have not at all.
pub fn copied(plan: &Plan, ids: &[ItemId]) -> String {
    let found = ids.iter().filter_map(|id| plan.items().get(*id));
    let in_order: BTreeMap<(Rank, ItemId), &WorkItem> =
        found.map(|item| ((item.rank, item.id), item)).collect();
    table(plan, in_order.into_values(), Separator::Tab)
}

fn table<'p>(plan: &'p Plan, items: impl Iterator<Item = &'p WorkItem>, separator: Separator) -> String {
    let mut text = String::new();
    push_row(&mut text, separator, &COLUMNS.map(str::to_owned));
    for item in items {
        push_row(&mut text, separator, &cells(plan, item));
    }
    text
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

/// What an item is called in another item's row: its key, unless it has none or one that could be taken for an id.
fn reference(item: &WorkItem) -> String {
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

fn push_row(text: &mut String, separator: Separator, cells: &[String]) {
    for (column, cell) in cells.iter().enumerate() {
        if column > 0 {
            text.push(separator.char());
        }
        if cell.contains([separator.char(), '"', '\r', '\n']) || cell.trim() != cell {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    text.push_str("\r\n");
}
