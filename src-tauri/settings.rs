//! Where the program keeps what is not part of a plan: the list of recent plans, the place of the window.

use std::fs;
use std::path::PathBuf;

use tauri::{AppHandle, Manager};

/// The folder, made if it was not there yet.
pub fn folder(app: &AppHandle) -> tauri::Result<PathBuf> {
    let folder = match std::env::var_os("MILEPOST_SETTINGS_DIR") {
        Some(folder) => std::path::absolute(folder)?,
        None => app.path().app_config_dir()?,
    };
    if let Err(error) = fs::create_dir_all(&folder) {
        // Plans can be worked on all the same.
        tracing::warn!("settings are not kept in {}: {error}", folder.display());
    }
    Ok(folder)
}
