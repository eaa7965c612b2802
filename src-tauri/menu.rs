//! The menu bar of macOS: the usual one, but for Quit.
//!
//! The usual Quit ends the process without asking anybody, so that what is being typed would be lost. Here it asks the
//! window to close, which lets the page finish first. What ends the program from outside, such as Quit in the Dock or the
//! end of a session, is not seen: there is no event for it before everything is over.

use tauri::menu::{Menu, MenuEvent, MenuItem, MenuItemKind};
use tauri::{AppHandle, Wry};

use crate::window;

const QUIT: &str = "quit";

/// The menus for the menu bar.
pub fn of_macos(app: &AppHandle) -> tauri::Result<Menu<Wry>> {
    let menu = Menu::default(app)?;
    if let Some(own) = menu.items()?.first().and_then(MenuItemKind::as_submenu) {
        // The usual Quit stands last in the menu that is named after the program.
        own.remove_at(own.items()?.len().saturating_sub(1))?;
        let words = format!("Quit {}", app.package_info().name);
        own.append(&MenuItem::with_id(app, QUIT, words, true, Some("CmdOrCtrl+Q"))?)?;
    }
    Ok(menu)
}

/// Does what was chosen from a menu; what is usual does itself.
#[allow(clippy::needless_pass_by_value, reason = "the signature is Tauri's")]
pub fn on_event(app: &AppHandle, event: MenuEvent) {
    if event.id() == QUIT {
        window::ask_to_close(app);
    }
}
