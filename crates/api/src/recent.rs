//! The plans that were open lately, newest first.

use std::path::{Path, PathBuf};

use milepost_plan::Cancel;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::error::ApiError;
use crate::files;
use crate::state::PathRequest;

/// How many plans are remembered.
const MOST: usize = 12;

/// A plan that was open lately.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RecentPlan {
    /// Where its file was.
    #[cfg_attr(test, ts(type = "string"))]
    pub path: PathBuf,
    /// The file's name without its folder.
    pub file_name: String,
    /// The folder.
    pub folder: String,
    /// Whether the file is gone.
    pub missing: bool,
}

/// The list as it is kept on disk.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Kept {
    plans: Vec<PathBuf>,
}

/// The plans that were open lately.
pub fn recent_plans(app: &App, (): &()) -> Result<Vec<RecentPlan>, ApiError> {
    Ok(kept(app).plans.into_iter().map(described).collect())
}

/// Takes a plan off the list; its file stays.
pub fn forget_recent(app: &App, request: &PathRequest) -> Result<Vec<RecentPlan>, ApiError> {
    let mut kept = kept(app);
    kept.plans.retain(|path| *path != request.path);
    keep(app, &kept);
    recent_plans(app, &())
}

/// Puts a plan at the head of the list.
pub(crate) fn remember(app: &App, path: &Path) {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut kept = kept(app);
    kept.plans.retain(|other| *other != path);
    kept.plans.insert(0, path);
    kept.plans.truncate(MOST);
    keep(app, &kept);
}

fn described(path: PathBuf) -> RecentPlan {
    let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
    RecentPlan { missing: !path.exists(), file_name, folder, path }
}

fn file(app: &App) -> Option<PathBuf> {
    app.settings_folder.as_ref().map(|folder| folder.join("recent-plans.json"))
}

fn kept(app: &App) -> Kept {
    let read = file(app).and_then(|path| std::fs::read(path).ok());
    read.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// A convenience must not stand in the way of work: what cannot be kept is logged and forgotten.
fn keep(app: &App, kept: &Kept) {
    let Some(path) = file(app) else { return };
    let folder = path.parent().map_or(Ok(()), std::fs::create_dir_all);
    let bytes = serde_json::to_vec_pretty(kept);
    match (folder, bytes) {
        (Ok(()), Ok(bytes)) => {
            if let Err(error) = files::write_whole(&path, &bytes, Cancel::NEVER) {
                tracing::warn!("the list of recent plans is not kept: {}", error.message);
            }
        }
        (Err(error), _) => tracing::warn!("the list of recent plans is not kept: {error}"),
        (_, Err(error)) => tracing::warn!("the list of recent plans is not kept: {error}"),
    }
}
