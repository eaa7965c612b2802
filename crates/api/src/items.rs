//! Work items one by one: what the inspector and the tray show.

use milepost_plan::{
    Chain, Conflict, Dependency, DependencyId, ItemId, ItemKind, Plan, Schedule, Span, ThemeId, ViewSettings,
    WorkItem, WorkingCalendar,
};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::error::ApiError;
use crate::needs::{CustomerBehind, ServedNeed, served_needs, shares};

/// Which item.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ItemRequest {
    /// Its id.
    pub id: ItemId,
}

/// An item with what hangs together with it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ItemDetail {
    /// The item.
    pub item: WorkItem,
    /// What holds it.
    pub parent: Option<Related>,
    /// What it holds.
    pub children: Vec<Related>,
    /// What it waits for.
    pub predecessors: Vec<Tie>,
    /// What waits for it.
    pub successors: Vec<Tie>,
    /// The days of its bar: those that it spans for an epic that holds dated items.
    pub span: Option<Span>,
    /// Working days of these.
    pub working_days: Option<i32>,
    /// How far it has come, in per cent: as far as what it holds, for such an epic.
    pub progress: u8,
    /// Whether it stands for the dated items that it holds, whose days and progress it has; its own are not shown.
    pub sums_up: bool,
    /// Why its dates do not hold.
    pub conflicts: Vec<Conflict>,
    /// What it waits for and what waits for it, at first or at second hand.
    pub chain: Chain,
    /// What it weighs by the needs that it serves.
    pub weight: u64,
    /// The needs that it serves, the greatest share first.
    pub needs: Vec<ServedNeed>,
    /// The customers behind these, the greatest share first.
    pub customers: Vec<CustomerBehind>,
}

/// Another item, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Related {
    /// Which.
    pub id: ItemId,
    /// What sort.
    pub kind: ItemKind,
    /// Its title.
    pub title: String,
    /// Its theme.
    pub theme: Option<ThemeId>,
    /// Its place in time.
    pub schedule: Schedule,
}

/// A dependency, seen from one of its ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Tie {
    /// The dependency.
    pub dependency: Dependency,
    /// The item at the other end.
    pub other: Related,
    /// Whether the dates do not respect it.
    pub conflict: bool,
}

/// Which dependency.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DependencyRequest {
    /// Its id.
    pub id: DependencyId,
}

/// A dependency, seen from neither of its ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DependencyDetail {
    /// The dependency.
    pub dependency: Dependency,
    /// What comes first.
    pub predecessor: Related,
    /// What waits.
    pub successor: Related,
    /// Whether the dates do not respect it.
    pub conflict: bool,
}

/// Which items wait for dates.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TrayRequest {
    /// Only items that this view shows.
    pub view: ViewSettings,
    /// Only titles and keys that contain this, whatever the case.
    pub search: String,
    /// How many to leave out at the start.
    pub offset: usize,
    /// How many at most.
    pub limit: usize,
}

/// Items without a place in time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Tray {
    /// How many there are that match.
    pub total: usize,
    /// Those asked for, in the order by hand.
    pub items: Vec<Related>,
}

/// Which items could hold one of a kind.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ParentsRequest {
    /// The kind of the item to be held.
    pub kind: ItemKind,
    /// Only titles and keys that contain this, whatever the case.
    pub search: String,
    /// How many at most.
    pub limit: usize,
}

/// What to look for.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FindRequest {
    /// Only titles and keys that contain this, whatever the case.
    pub search: String,
    /// How many at most.
    pub limit: usize,
}

/// One item with what hangs together with it.
pub fn item(app: &App, request: &ItemRequest) -> Result<ItemDetail, ApiError> {
    use milepost_plan::Entity;
    let open = app.opened()?;
    open.with_plan(|plan| Ok(detail(plan, WorkItem::find(plan, request.id)?)))
}

/// One dependency with the names of what it ties.
pub fn dependency(app: &App, request: &DependencyRequest) -> Result<DependencyDetail, ApiError> {
    use milepost_plan::Entity;
    let open = app.opened()?;
    open.with_plan(|plan| {
        let row = Dependency::find(plan, request.id)?;
        let end = |id| WorkItem::find(plan, id).map(related);
        Ok(DependencyDetail {
            dependency: row.clone(),
            predecessor: end(row.predecessor)?,
            successor: end(row.successor)?,
            conflict: plan.conflict(row, &WorkingCalendar::of(plan.settings())).is_some(),
        })
    })
}

/// The items that wait for dates.
pub fn tray(app: &App, request: &TrayRequest) -> Result<Tray, ApiError> {
    let open = app.opened()?;
    let search = request.search.to_lowercase();
    open.with_plan(|plan| {
        let waits = |item: &&WorkItem| {
            item.schedule == Schedule::None
                && plan.span_of(item).is_none()
                && request.view.shows(plan, item)
                && matches(item, &search)
        };
        let waiting: Vec<&WorkItem> = plan.items_in_order().filter(waits).collect();
        let items =
            waiting.iter().skip(request.offset).take(request.limit).map(|item| related(item)).collect();
        Ok(Tray { total: waiting.len(), items })
    })
}

/// Items of a higher level than a kind, which could hold one of it.
pub fn parents(app: &App, request: &ParentsRequest) -> Result<Vec<Related>, ApiError> {
    let open = app.opened()?;
    let search = request.search.to_lowercase();
    open.with_plan(|plan| {
        let fits = |item: &&WorkItem| item.kind.level() < request.kind.level() && matches(item, &search);
        Ok(plan.items_in_order().filter(fits).take(request.limit).map(related).collect())
    })
}

/// Items of any kind by title or key, in the order by hand.
pub fn find(app: &App, request: &FindRequest) -> Result<Vec<Related>, ApiError> {
    let open = app.opened()?;
    let search = request.search.to_lowercase();
    open.with_plan(|plan| {
        let found = plan.items_in_order().filter(|item| matches(item, &search));
        Ok(found.take(request.limit).map(related).collect())
    })
}

fn matches(item: &WorkItem, search: &str) -> bool {
    search.is_empty()
        || item.title.to_lowercase().contains(search)
        || item.key.to_lowercase().contains(search)
}

fn detail(plan: &Plan, item: &WorkItem) -> ItemDetail {
    let calendar = WorkingCalendar::of(plan.settings());
    let conflict = |row: &Dependency| plan.conflict(row, &calendar);
    let tie = |row: &Dependency, other: ItemId| {
        let other = plan.items().get(other)?;
        Some(Tie { dependency: row.clone(), other: related(other), conflict: conflict(row).is_some() })
    };
    let rows: Vec<&Dependency> = plan.dependencies_of(item.id).collect();
    let (waits_for, waited_for): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|row| row.successor == item.id);
    let span = plan.span_of(item);
    let mut children: Vec<&WorkItem> = plan.children(item.id).collect();
    children.sort_by_key(|child| (child.rank, child.id));
    ItemDetail {
        item: item.clone(),
        parent: item.parent.and_then(|id| plan.items().get(id)).map(related),
        children: children.into_iter().map(related).collect(),
        predecessors: waits_for.iter().filter_map(|row| tie(row, row.predecessor)).collect(),
        successors: waited_for.iter().filter_map(|row| tie(row, row.successor)).collect(),
        span,
        working_days: span.map(|span| calendar.working_days(span)),
        progress: plan.progress_of(item),
        sums_up: plan.summary(item).is_some(),
        conflicts: waits_for.iter().filter_map(|row| conflict(row)).collect(),
        chain: plan.chain(item.id),
        weight: plan.weight_of_item(item),
        needs: served_needs(plan, item),
        customers: shares(plan, item),
    }
}

pub(crate) fn related(item: &WorkItem) -> Related {
    Related {
        id: item.id,
        kind: item.kind,
        title: item.title.clone(),
        theme: item.theme,
        schedule: item.schedule,
    }
}
