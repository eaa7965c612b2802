//! What the web view draws with on Linux: layers put together by the graphics card, or no layers where there is none.
//!
//! Without a card, the system's OpenGL puts layers together on the processor. That takes longer than the drawing
//! itself: the table of needs scrolls four times as slowly (docs/performance.md, "Customers, needs and feedback").

use std::path::Path;

use tauri::WebviewWindow;
use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

/// Where the kernel lists what can draw.
const DEVICES: &str = "/dev/dri";

/// Lets the web view of `window` draw without layers if the machine has no graphics card.
pub fn suit(window: &WebviewWindow) -> tauri::Result<()> {
    if has_card(Path::new(DEVICES)) {
        return Ok(());
    }
    tracing::debug!("no graphics card: the web view draws without layers");
    window.with_webview(|webview| {
        if let Some(settings) = webview.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
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
