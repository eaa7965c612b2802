//! The window: opened without a flash, remembered where it was, brought to the front.

use std::path::Path;

use tauri::plugin::TauriPlugin;
use tauri::utils::config::Color;
use tauri::webview::{PageLoadEvent, PageLoadPayload};
use tauri::{AppHandle, Manager, Theme, Url, Webview, WebviewWindowBuilder, Wry};
use tauri_plugin_window_state::StateFlags;

const LABEL: &str = "main";

/// The page's ground, light and dark, as the style sheet has it.
const LIGHT_GROUND: Color = Color(0xf6, 0xf7, 0xf9, 0xff);
const DARK_GROUND: Color = Color(0x12, 0x15, 0x1c, 0xff);

/// Opens the window that `tauri.conf.json` describes. It stays hidden until its page is there.
pub fn open(app: &tauri::App) -> tauri::Result<()> {
    let config = app.config().app.windows.first().cloned().unwrap_or_default();
    let window = WebviewWindowBuilder::from_config(app, &config)?.on_navigation(is_own).build()?;
    let ground = if window.theme()? == Theme::Dark { DARK_GROUND } else { LIGHT_GROUND };
    window.set_background_color(Some(ground))
}

/// Whether an address is one of the app's own page. No other takes its place, such as that of a link that is dropped on the
/// window: what is being typed would go with the page, and there is no way back.
fn is_own(url: &Url) -> bool {
    let own = url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost");
    if !own {
        tracing::warn!("the page stays: {} is not opened in its place", url.scheme());
    }
    own
}

/// Shows the window once its page has been loaded, so that nobody sees it empty.
pub fn show_when_loaded(webview: &Webview, payload: &PageLoadPayload<'_>) {
    if payload.event() == PageLoadEvent::Finished
        && let Err(error) = webview.window().show()
    {
        tracing::error!("the window cannot be shown: {error}");
    }
}

/// Puts the window before all others, with the keyboard on it.
pub fn bring_to_front(app: &AppHandle) {
    let Some(window) = app.get_webview_window(LABEL) else { return };
    let brought = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
    if let Err(error) = brought {
        tracing::warn!("the window did not come to the front: {error}");
    }
}

/// Asks for the window to close, as its own button does; the program ends with it.
pub fn ask_to_close(app: &AppHandle) {
    let Some(window) = app.get_webview_window(LABEL) else { return app.exit(0) };
    if let Err(error) = window.close() {
        tracing::error!("the window was not asked to close: {error}");
    }
}

/// Remembers size, place and state from one start to the next, in a file in `folder`.
pub fn memory(folder: &Path) -> TauriPlugin<Wry> {
    // Whether it is seen is left out: a window is hidden only while it opens.
    let remembered = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED | StateFlags::FULLSCREEN;
    tauri_plugin_window_state::Builder::new()
        .with_state_flags(remembered)
        .with_filename(folder.join("window.json").to_string_lossy())
        .build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_other_page_takes_the_place_of_the_apps_own() {
        let is_own = |url: &str| is_own(&url.parse().expect("an address"));
        assert!(is_own("tauri://localhost/index.html") && is_own("http://tauri.localhost/"));
        for foreign in
            ["file:///plans/a.milepost", "https://example.com/", "http://localhost/", "about:blank"]
        {
            assert!(!is_own(foreign), "{foreign}");
        }
    }
}
