//! The open plan as a whole: making, opening and copying it, and what the frame around the chart shows of it.

use std::path::{Path, PathBuf};

use milepost_plan::{Baseline, BaselineId, Day, Milestone, Plan, PlanSettings, Theme, View};
use milepost_session::Session;
use serde::{Deserialize, Serialize};

use crate::app::{App, OpenPlan};
use crate::budget::digits_of;
use crate::error::ApiError;
use crate::recent;

/// A file of the user's.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PathRequest {
    /// Where it is.
    #[cfg_attr(test, ts(type = "string"))]
    pub path: PathBuf,
}

/// A new plan.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NewPlanRequest {
    /// Where its file shall be; nothing may be there yet.
    #[cfg_attr(test, ts(type = "string"))]
    pub path: PathBuf,
    /// Whether it starts as the sample plan instead of empty.
    pub sample: bool,
}

/// What the frame shows of the open plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PlanState {
    /// Where the plan's file is.
    #[cfg_attr(test, ts(type = "string"))]
    pub path: PathBuf,
    /// The file's name without its folder.
    pub file_name: String,
    /// Whether the file can only be read.
    pub read_only: bool,
    /// Counts up with every change.
    #[cfg_attr(test, ts(type = "number"))]
    pub revision: u64,
    /// What Undo would take back.
    pub undo: Option<String>,
    /// What Redo would do again.
    pub redo: Option<String>,
    /// The date of today.
    pub today: Day,
    /// Name, currency and calendar.
    pub settings: PlanSettings,
    /// Digits behind the decimal mark of its currency.
    pub currency_digits: u8,
    /// In the order of the lanes.
    pub themes: Vec<Theme>,
    /// In the order of their days.
    pub milestones: Vec<Milestone>,
    /// In their order by hand.
    pub views: Vec<View>,
    /// In the order in which they were taken.
    pub baselines: Vec<TakenBaseline>,
}

/// A baseline without its copy of the schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TakenBaseline {
    /// Identity, for life.
    pub id: BaselineId,
    /// Name, unique in the plan.
    pub name: String,
    /// The day on which it was taken.
    pub taken: Day,
    /// How many items it keeps the days of.
    pub items: usize,
}

/// The open plan, if there is one.
pub fn plan_state(app: &App, (): &()) -> Result<Option<PlanState>, ApiError> {
    Ok(app.if_opened().map(|open| state_of(app, &open)))
}

/// Makes a new plan file and opens it.
pub fn new_plan(app: &App, request: &NewPlanRequest) -> Result<PlanState, ApiError> {
    let plan = if request.sample {
        milepost_samples::sample_plan()
    } else {
        Plan::new(PlanSettings { name: plan_name(&request.path), ..PlanSettings::default() })
    };
    opened(app, Session::create(&request.path, plan)?)
}

/// Opens a plan file. What was open before stays open if this fails.
pub fn open_plan(app: &App, request: &PathRequest) -> Result<PlanState, ApiError> {
    opened(app, Session::open(&request.path)?)
}

/// Writes the plan to another file and goes on with that one.
pub fn save_as(app: &App, request: &PathRequest) -> Result<PlanState, ApiError> {
    let open = app.opened()?;
    open.session.save_as(&request.path)?;
    recent::remember(app, &request.path);
    Ok(state_of(app, &open))
}

pub(crate) fn opened(app: &App, session: Session) -> Result<PlanState, ApiError> {
    recent::remember(app, &session.path());
    app.set_opened(session);
    Ok(state_of(app, &*app.opened()?))
}

/// A new plan is named for its file: “northwind-insights.milepost” is “Northwind insights”.
fn plan_name(path: &Path) -> String {
    let stem =
        path.file_stem().map(|stem| stem.to_string_lossy().replace(['-', '_'], " ")).unwrap_or_default();
    let mut letters = stem.trim().chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => PlanSettings::default().name,
    }
}

pub(crate) fn state_of(app: &App, open: &OpenPlan) -> PlanState {
    let path = open.session.path();
    let history = open.session.history();
    let plan = open.session.plan();
    let mut milestones: Vec<Milestone> = plan.milestones().iter().cloned().collect();
    milestones.sort_by_key(|milestone| (milestone.day, milestone.id));
    let mut views: Vec<View> = plan.views().iter().cloned().collect();
    views.sort_by_key(|view| (view.rank, view.id));
    PlanState {
        file_name: path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        path,
        read_only: open.session.is_read_only(),
        revision: open.session.revision(),
        undo: history.undo,
        redo: history.redo,
        today: app.today(),
        settings: plan.settings().clone(),
        currency_digits: digits_of(&plan),
        themes: plan.themes_in_order().into_iter().cloned().collect(),
        milestones,
        views,
        baselines: baselines(&plan),
    }
}

fn baselines(plan: &Plan) -> Vec<TakenBaseline> {
    let mut baselines: Vec<&Baseline> = plan.baselines().iter().collect();
    baselines.sort_by_key(|baseline| (baseline.rank, baseline.id));
    let told = baselines.into_iter().map(|baseline| TakenBaseline {
        id: baseline.id,
        name: baseline.name.clone(),
        taken: baseline.taken,
        items: baseline.spans.len(),
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_named_for_its_file() {
        assert_eq!(plan_name(Path::new("/plans/northwind-insights.milepost")), "Northwind insights");
        assert_eq!(plan_name(Path::new("écran_2.milepost")), "Écran 2");
        assert_eq!(plan_name(Path::new("")), "Untitled plan");
    }
}
