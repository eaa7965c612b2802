//! A plan in numbers.

use std::path::PathBuf;

use milepost_plan::Span;
use serde::Serialize;

use crate::app::App;
use crate::error::ApiError;
use crate::health::{KindCount, health};

/// How much is in the open plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanInfo {
    /// Where its file is.
    pub path: PathBuf,
    /// The plan's name.
    pub name: String,
    /// Counts up with every change.
    pub revision: u64,
    /// Whether the file can only be read.
    pub read_only: bool,
    /// From the first day of any item or milestone to the last.
    pub span: Option<Span>,
    /// How many themes there are.
    pub themes: usize,
    /// Work items of each kind.
    pub items: Vec<KindCount>,
    /// Work items with dates.
    pub dated: usize,
    /// Work items with a horizon.
    pub with_horizon: usize,
    /// Work items with neither.
    pub unscheduled: usize,
    /// How many milestones there are.
    pub milestones: usize,
    /// How many dependencies there are.
    pub dependencies: usize,
    /// How many of them the dates do not respect.
    pub conflicts: usize,
    /// How many customers there are.
    pub customers: usize,
    /// How many needs there are.
    pub needs: usize,
    /// How many of them nothing serves.
    pub unserved: usize,
    /// How many goals there are.
    pub goals: usize,
    /// How many pieces of feedback there are, duplicates included.
    pub feedback: usize,
    /// How many of them are to be answered.
    pub to_answer: usize,
    /// How many views there are.
    pub views: usize,
    /// How many baselines there are.
    pub baselines: usize,
}

/// The open plan in numbers.
///
/// # Errors
/// If no plan is open.
pub fn info(app: &App, (): &()) -> Result<PlanInfo, ApiError> {
    let health = health(app, &())?;
    let open = app.opened()?;
    Ok(open.with_plan(|plan| PlanInfo {
        path: plan.path().to_path_buf(),
        name: plan.settings().name.clone(),
        revision: health.revision,
        read_only: plan.is_read_only(),
        span: health.span,
        themes: plan.themes().len(),
        items: health.kinds,
        dated: health.dated,
        with_horizon: health.with_horizon,
        unscheduled: health.unscheduled,
        milestones: plan.milestones().len(),
        dependencies: plan.dependencies().len(),
        conflicts: health.conflicts.len(),
        customers: plan.customers().len(),
        needs: plan.needs().len(),
        unserved: plan.needs().iter().filter(|need| plan.serving(need.id).next().is_none()).count(),
        goals: plan.goals().len(),
        feedback: plan.feedback().len(),
        to_answer: plan.feedback_to_answer().count(),
        views: plan.views().len(),
        baselines: plan.baselines().len(),
    }))
}
