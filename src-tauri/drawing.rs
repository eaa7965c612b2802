//! What the web view draws with on Linux: layers put together by the graphics card, or no layers where there is none.
//!
//! Without a card, the system's OpenGL puts layers together on the processor. That takes longer than the drawing
//! itself: the table of needs scrolls four times as slowly (docs/performance.md, "Customers, needs and feedback").

use std::path::Path;

/// Where the kernel lists what can draw.
const DEVICES: &str = "/dev/dri";

/// What tells web views to draw without layers; who starts the app may have set it to something else.
///
/// The setting that a web view has for this is no way: it comes when the view has begun with layers, and from then on the
/// wheel reaches nothing.
const WITHOUT_LAYERS: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";

/// Lets web views draw without layers if the machine has no graphics card. To be called before there is any, and any thread.
pub fn suit() {
    if has_card(Path::new(DEVICES)) {
        return;
    }
    tracing::debug!("no graphics card: the web view draws without layers");
    if let Err(error) = gtk::glib::setenv(WITHOUT_LAYERS, "1", false) {
        tracing::warn!("the web view may draw slowly: {error}");
    }
}

/// Whether something in `devices` renders, rather than only showing what is rendered elsewhere.
fn has_card(devices: &Path) -> bool {
    let Ok(entries) = devices.read_dir() else { return false };
    entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("renderD"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_what_renders() {
        let devices = tempfile::tempdir().expect("a folder");
        assert!(!has_card(&devices.path().join("dri")));
        std::fs::write(devices.path().join("card0"), "").expect("a file");
        assert!(!has_card(devices.path()));
        std::fs::write(devices.path().join("renderD128"), "").expect("a file");
        assert!(has_card(devices.path()));
    }
}
