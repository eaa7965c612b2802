//! The table of the items of a view, a band at a time, and the whole range of the timeline at a glance.

use milepost_layout::{Overview, TableLane, TableRow, Timeline};
use milepost_plan::{ItemId, Plan, Span, WorkItem};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::chart::{ChartQuery, checked_scale};
use crate::error::ApiError;

/// A band of the table of a view in which each item has a row.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TableRequest {
    /// Which way of looking.
    pub chart: ChartQuery,
    /// Its upper edge, in points from the top of all lanes.
    pub top: f64,
    /// In points.
    pub height: f64,
}

/// What a band of the table shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TableBand {
    /// The lanes that the band touches, from the top.
    pub lanes: Vec<TableLane>,
    /// The rows that the band touches, from the top.
    pub rows: Vec<ItemRow>,
    /// Height of all lanes together, in points.
    pub height: f64,
    /// Height of a row and of a lane's own row, in points.
    pub row_height: f64,
}

/// The row of an item, with what its cells show besides its own fields.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ItemRow {
    /// Its place in the table.
    pub row: TableRow,
    /// The item.
    pub item: WorkItem,
    /// The days of its bar: those that it spans for an epic that holds dated items.
    pub span: Option<Span>,
    /// How far it has come, in per cent: as far as what it holds, for such an epic.
    pub progress: u8,
    /// Whether it stands for the dated items that it holds, whose days and progress it has; its own are not shown.
    pub sums_up: bool,
    /// How many items it holds, directly or in what it holds.
    pub holds: usize,
    /// Title of the item that holds it.
    pub parent_title: Option<String>,
    /// What it weighs by the needs that it serves; none if it serves none.
    pub weight: Option<u64>,
    /// What the need says that gives it most of its weight.
    pub leading_need: Option<String>,
}

/// Two rows of the table.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RowsRequest {
    /// Which way of looking.
    pub chart: ChartQuery,
    /// The item of one row.
    pub from: ItemId,
    /// The item of the other, which may stand above it.
    pub to: ItemId,
}

/// The whole range, to be shown in so many stretches.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OverviewRequest {
    /// Which way of looking.
    pub chart: ChartQuery,
    /// At most so many stretches of time; at least one, at most 4,000.
    pub stretches: usize,
}

/// The rows of a band.
pub fn table(app: &App, request: &TableRequest) -> Result<TableBand, ApiError> {
    look(app, &request.chart, |timeline, plan| {
        let table = timeline.table(request.top, request.top + request.height);
        let rows = table.rows.into_iter().filter_map(|row| {
            let item = plan.items().get(row.id)?.clone();
            Some(ItemRow {
                row,
                span: plan.span_of(&item),
                progress: plan.progress_of(&item),
                sums_up: plan.summary(&item).is_some(),
                holds: plan.count_held(item.id),
                parent_title: item.parent.and_then(|id| plan.items().get(id)).map(|item| item.title.clone()),
                weight: (!item.needs.is_empty()).then(|| plan.weight_of_item(&item)),
                leading_need: plan
                    .leading_need(&item)
                    .and_then(|id| plan.needs().get(id))
                    .map(|need| need.statement.clone()),
                item,
            })
        });
        TableBand {
            rows: rows.collect(),
            lanes: table.lanes,
            height: table.height,
            row_height: table.row_height,
        }
    })
}

/// All lanes that the view shows, from the top.
pub fn lanes(app: &App, chart: &ChartQuery) -> Result<Vec<TableLane>, ApiError> {
    look(app, chart, |timeline, _| timeline.table_lanes())
}

/// The items of the rows from one to another, both included.
pub fn rows_between(app: &App, request: &RowsRequest) -> Result<Vec<ItemId>, ApiError> {
    look(app, &request.chart, |timeline, _| timeline.items_between(request.from, request.to))
}

/// The whole range at a glance.
pub fn overview(app: &App, request: &OverviewRequest) -> Result<Overview, ApiError> {
    look(app, &request.chart, |timeline, plan| timeline.overview(plan, request.stretches.min(4_000)))
}

fn look<T>(app: &App, chart: &ChartQuery, look: impl FnOnce(&Timeline, &Plan) -> T) -> Result<T, ApiError> {
    let scale = checked_scale(chart)?;
    let open = app.opened()?;
    Ok(open.with_timeline(app, &chart.view, scale, |timeline| open.with_plan(|plan| look(timeline, plan))))
}
