//! What the window says to screen readers on Linux, where the web view tells them nothing of what comes into live regions.
//!
//! They are told by the window's accessible object, as the makers of Orca ask for:
//! <https://gitlab.gnome.org/GNOME/orca/-/blob/main/README-APPLICATION-DEVELOPERS.md>.

use gtk::glib::prelude::ObjectExt;
use gtk::glib::subclass::SignalId;
use gtk::prelude::WidgetExt;
use tauri::WebviewWindow;

/// Since ATK 2.46. Orca listens to it from its version 45 on.
const ANNOUNCEMENT: &str = "announcement";

/// Says a text after what is being said. To be called on the window's own thread.
pub fn announce(window: &WebviewWindow, text: &str) -> tauri::Result<()> {
    let Some(accessible) = window.gtk_window()?.accessible() else { return Ok(()) };
    if SignalId::lookup(ANNOUNCEMENT, accessible.type_()).is_some() {
        accessible.emit_by_name::<()>(ANNOUNCEMENT, &[&text]);
    }
    Ok(())
}
