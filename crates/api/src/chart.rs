//! The chart: scenes of what is visible, and previews of what a gesture would do.

use milepost_layout::{MoneyStrip, Preview, Rect, SCALES, Scene, Viewport};
use milepost_plan::{ChangeSet, ItemId, Ledger, Operation, Plan, RuleViolation, ViewSettings};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::error::{ApiError, sentence};

/// Which way of looking.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ChartQuery {
    /// What is shown and how.
    pub view: ViewSettings,
    /// Points per day, one of [`SCALES`].
    pub scale: f64,
}

/// A part of the chart.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SceneRequest {
    /// Which way of looking.
    pub chart: ChartQuery,
    /// Which part.
    pub viewport: Viewport,
}

/// What a gesture would do.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PreviewRequest {
    /// Which way of looking.
    pub chart: ChartQuery,
    /// What would be done.
    pub operation: Operation,
    /// The part of the chart that is to be drawn; all of it if none.
    #[serde(default)]
    #[cfg_attr(test, ts(optional))]
    pub viewport: Option<Viewport>,
}

/// What a gesture would do, or why it would be refused.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PreviewAnswer {
    /// The moving layer; none if it would be refused.
    pub preview: Option<Preview>,
    /// The strip of money as it would be; none if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub money: Option<MoneyStrip>,
    /// Why it would be refused.
    pub refused: Option<String>,
}

/// Where a bar stands.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PlaceRequest {
    /// Which way of looking.
    pub chart: ChartQuery,
    /// Whose bar.
    pub id: ItemId,
}

/// What is in the viewport.
pub fn scene(app: &App, request: &SceneRequest) -> Result<Scene, ApiError> {
    let scale = checked_scale(&request.chart)?;
    let open = app.opened()?;
    let viewport = request.viewport;
    Ok(open.with_timeline(app, &request.chart.view, scale, |timeline| {
        if !open.with_plan(|plan| timeline.asks_for_money(plan)) {
            return open.with_plan(|plan| timeline.scene(plan, viewport, app.fonts()));
        }
        open.with_ledger(app, |plan, ledger| {
            let scene = timeline.scene_by(plan, Some(ledger), viewport, app.fonts());
            timeline.with_money(scene, plan, ledger, app.fonts())
        })
    }))
}

/// What an operation would do, by the real rules; nothing is changed.
pub fn preview(app: &App, request: &PreviewRequest) -> Result<PreviewAnswer, ApiError> {
    let scale = checked_scale(&request.chart)?;
    let open = app.opened()?;
    let part = request.viewport.unwrap_or(Viewport::ALL);
    let previewed = open.with_timeline(app, &request.chart.view, scale, |timeline| {
        let moved = |plan: &Plan, ledger: Option<&Ledger>, changes: &ChangeSet| {
            Some(timeline.preview_by(plan, ledger, &changes.changes, part, app.fonts()))
        };
        if !open.with_plan(|plan| timeline.asks_for_money(plan)) {
            return open.session.preview(&request.operation, |plan, changes| PreviewAnswer {
                preview: moved(plan, None, changes),
                ..PreviewAnswer::default()
            });
        }
        open.preview_with_ledger(app, &request.operation, |plan, changes, ledger| PreviewAnswer {
            preview: moved(plan, Some(ledger), changes),
            money: timeline.money_strip(plan, ledger, part, app.fonts()),
            refused: None,
        })
    });
    let refused = |violation: RuleViolation| PreviewAnswer {
        refused: Some(sentence(&violation.to_string())),
        ..PreviewAnswer::default()
    };
    Ok(previewed.unwrap_or_else(refused))
}

/// Where an item's bar stands, the uppermost if it has several; none if it does not stand on the timeline.
pub fn place(app: &App, request: &PlaceRequest) -> Result<Option<Rect>, ApiError> {
    let scale = checked_scale(&request.chart)?;
    let open = app.opened()?;
    Ok(open.with_timeline(app, &request.chart.view, scale, |timeline| {
        open.with_plan(|plan| timeline.rects_of(plan, request.id).first().copied())
    }))
}

pub(crate) fn checked_scale(chart: &ChartQuery) -> Result<f64, ApiError> {
    if SCALES.contains(&chart.scale) {
        Ok(chart.scale)
    } else {
        Err(ApiError::input(format!("A scale of {} points per day cannot be shown.", chart.scale), ""))
    }
}
