//! The open plan as a whole: making, opening and copying it, and what the frame around the chart shows of it.

use std::path::{Path, PathBuf};

use milepost_plan::{Baseline, BaselineId, Day, Milestone, Operation, Plan, PlanSettings, Theme, View};
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

/// A file for the open plan to go on in.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SaveAsRequest {
    /// Where it shall be.
    #[cfg_attr(test, ts(type = "string"))]
    pub path: PathBuf,
    /// Whether a file that is there already may be replaced.
    pub replace: bool,
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
    /// Counts up with every plan that is opened; a copy that “Save as” goes on in is still the same.
    #[cfg_attr(test, ts(type = "number"))]
    pub opening: u64,
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
    /// How many milestones it keeps the days of; none if it was taken when milestones were not kept.
    pub milestones: Option<usize>,
}

/// The open plan, if there is one.
pub fn plan_state(app: &App, (): &()) -> Result<Option<PlanState>, ApiError> {
    Ok(app.if_opened().map(|open| state_of(app, &open)))
}

/// Whether the plan's file still stands at its place. If it was moved, deleted or replaced, the plan may be whole nowhere but
/// here. So also if no plan is open.
pub fn is_in_place(app: &App, (): &()) -> Result<bool, ApiError> {
    Ok(app.if_opened().is_none_or(|open| open.session.is_in_place()))
}

/// The date of today, whether a plan is open or not: a plan that is open overnight is told of the new day by asking.
pub fn today(app: &App, (): &()) -> Result<Day, ApiError> {
    Ok(app.today())
}

/// Makes a new plan file and opens it.
pub fn new_plan(app: &App, request: &NewPlanRequest) -> Result<PlanState, ApiError> {
    let plan = if request.sample { milepost_samples::sample_plan() } else { named(plan_name(&request.path)) };
    opened(app, Session::create(&request.path, plan)?)
}

/// Opens a plan file. What was open before stays open if this fails, and also if it is this very file as it is in memory,
/// with what can be undone.
pub fn open_plan(app: &App, request: &PathRequest) -> Result<PlanState, ApiError> {
    match app.if_opened().filter(|open| open.session.is_current_at(&request.path)) {
        Some(open) => Ok(state_of(app, &open)),
        None => opened(app, Session::open(&request.path)?),
    }
}

/// Writes the plan to another file and goes on with that one. Refused as “exists” where there is one that may not be
/// replaced.
pub fn save_as(app: &App, request: &SaveAsRequest) -> Result<PlanState, ApiError> {
    let open = app.opened()?;
    open.session.save_as(&request.path, request.replace)?;
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

/// An empty plan of this name; of that of any new plan, if no plan may have it, such as one that nobody could see.
fn named(name: String) -> Plan {
    let mut plan = Plan::default();
    let settings = PlanSettings { name, ..plan.settings().clone() };
    if let Ok(change) = (Operation::EditSettings { settings }).change(&plan) {
        plan.accept(&change);
    }
    plan
}

pub(crate) fn state_of(app: &App, open: &OpenPlan) -> PlanState {
    let plan = open.session.plan();
    let (path, history) = (plan.path().to_path_buf(), plan.history().clone());
    let mut milestones: Vec<Milestone> = plan.milestones().iter().cloned().collect();
    milestones.sort_by_key(|milestone| (milestone.day, milestone.id));
    let mut views: Vec<View> = plan.views().iter().cloned().collect();
    views.sort_by_key(|view| (view.rank, view.id));
    PlanState {
        file_name: path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        path,
        read_only: plan.is_read_only(),
        opening: open.opening,
        revision: plan.revision(),
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
        milestones: baseline.milestones.as_ref().map(Vec::len),
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

    #[test]
    fn a_new_plan_can_be_opened_again_whatever_its_file_is_called() {
        let folder = tempfile::tempdir().unwrap();
        let app = App::new(milepost_samples::sample_day, None);
        for (file, name) in [("\u{200b}.milepost", "Untitled plan"), ("a\u{200b}.milepost", "A\u{200b}")] {
            let path = folder.path().join(file);
            let made = new_plan(&app, &NewPlanRequest { path: path.clone(), sample: false }).unwrap();
            assert_eq!(made.settings.name, name);
            Session::open(&path).unwrap();
        }
    }
}
