//! The desktop shell: a window around the page, and the wire between the page and the core.
//!
//! Rules, files and pictures are the business of the core; what the page may ask of it is the business of
//! `milepost-api`. Here are only those things that a desktop adds: the window, its place and its end, file
//! dialogs, links that are opened elsewhere, and plans that the system asks to open.
//!
//! For tests and screenshots, `MILEPOST_SETTINGS_DIR` names the folder that settings are kept in,
//! `MILEPOST_TODAY` the date that is taken for today's, and `MILEPOST_LOG` what is logged to standard error, such
//! as `debug` or `milepost_session=trace`.

mod closing;
mod commands;
#[cfg(target_os = "linux")]
mod drawing;
mod menu;
mod opened;
mod settings;
#[cfg(target_os = "linux")]
mod spoken;
mod window;

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use tauri::{AppHandle, Manager, RunEvent};
use tracing_subscriber::EnvFilter;

use crate::closing::Closing;
use crate::opened::Opened;

/// Runs the app until its window is closed.
pub fn run() -> ExitCode {
    log_to_stderr();
    #[cfg(target_os = "linux")]
    drawing::suit();
    let builder = tauri::Builder::default()
        // First, so that a second start hands over its plan before anything else is set up.
        .plugin(tauri_plugin_single_instance::init(second_start))
        .plugin(tauri_plugin_dialog::init())
        // The page opens a link only by its button, so clicks need not be listened to.
        .plugin(tauri_plugin_opener::Builder::new().open_js_links_on_click(false).build())
        .manage(Opened::by_arguments(std::env::args_os().skip(1)))
        .manage(Closing::default())
        .setup(|app| set_up(app).map_err(Into::into))
        .on_page_load(window::show_when_loaded)
        .on_window_event(closing::on_window_event)
        .invoke_handler(tauri::generate_handler![
            commands::call,
            commands::take_opened,
            commands::answer_close,
            commands::announce
        ]);
    // Elsewhere a menu would stand in the window.
    let builder = if cfg!(target_os = "macos") {
        builder.menu(menu::of_macos).on_menu_event(menu::on_event)
    } else {
        builder
    };
    match builder.build(tauri::generate_context!()) {
        Ok(app) => ended(app.run_return(on_event)),
        Err(error) => {
            tracing::error!("Milepost could not start: {error}");
            ExitCode::FAILURE
        }
    }
}

fn set_up(app: &tauri::App) -> tauri::Result<()> {
    let folder = settings::folder(app.handle())?;
    app.handle().plugin(window::memory(&folder))?;
    app.manage(Arc::new(milepost_api::App::new(milepost_api::clock(), Some(folder))));
    window::open(app)
}

/// Somebody has started Milepost again: what they wanted to see is shown here.
#[allow(clippy::needless_pass_by_value, reason = "the signature is the plugin's")]
fn second_start(app: &AppHandle, arguments: Vec<String>, folder: String) {
    opened::announce(app, opened::plans_in(arguments.into_iter().skip(1), Path::new(&folder)));
    window::bring_to_front(app);
}

#[allow(clippy::needless_pass_by_value, reason = "the signature is Tauri's")]
fn on_event(app: &AppHandle, event: RunEvent) {
    #[cfg(target_os = "macos")]
    if let RunEvent::Opened { urls } = &event {
        opened::announce(app, urls.iter().filter_map(opened::plan_at).collect());
        window::bring_to_front(app);
    }
    let _ = (app, event);
}

fn log_to_stderr() {
    let filter = EnvFilter::try_from_env("MILEPOST_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}

fn ended(code: i32) -> ExitCode {
    if code == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
