//! What the page can call.

use std::sync::Arc;

use milepost_api::{ApiError, App, dispatch};
use tauri::async_runtime::spawn_blocking;
use tauri::ipc::Response;
use tauri::{State, WebviewWindow};

use crate::closing::Closing;
use crate::opened::Opened;
#[cfg(target_os = "linux")]
use crate::spoken;

/// Carries out one request of the core: JSON in, JSON out, neither read on the way.
///
/// It runs beside the window's own thread, because a request may wait for the disk. A panic ends the request, not
/// the program.
#[tauri::command]
pub async fn call(app: State<'_, Arc<App>>, method: String, request: String) -> Result<Response, ApiError> {
    let app = Arc::clone(&app);
    let answered = spawn_blocking(move || dispatch(&app, &method, &request)).await;
    match answered {
        Ok(answer) => answer.map(Response::new),
        Err(error) => {
            tracing::error!("a request ended in a panic: {error}");
            Err(ApiError::defect(format!("Something in Milepost went wrong: {error}")))
        }
    }
}

/// The plans that the system has asked to open since the last call, oldest first.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "commands get their state by value")]
pub fn take_opened(opened: State<'_, Opened>) -> Vec<String> {
    opened.take()
}

/// The page's answer to a request to close the window: whether nothing of what was typed would be lost.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "commands get their state by value")]
pub fn answer_close(window: WebviewWindow, closing: State<'_, Closing>, closes: bool) -> tauri::Result<()> {
    closing.answered();
    if closes { window.destroy() } else { Ok(()) }
}

/// Says something to screen readers in the place of a web view that says nothing. Other web views do it themselves.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "commands get their window by value")]
pub fn announce(window: WebviewWindow, text: &str) -> tauri::Result<()> {
    #[cfg(target_os = "linux")]
    spoken::announce(&window, text)?;
    let _ = (window, text);
    Ok(())
}
