//! Plans that the system asks to open: by an argument, by a second start, or by an event on macOS.
//!
//! They may come before the page is there, so they wait here until it asks for them.

use std::ffi::OsString;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use tauri::{AppHandle, Emitter, Manager, Url};

/// Tells the page that plans wait.
const EVENT: &str = "plans-opened";

/// The plans that wait, oldest first.
pub struct Opened(Mutex<Vec<String>>);

impl Opened {
    /// Those named by the arguments that this program was started with.
    pub fn by_arguments(arguments: impl Iterator<Item = OsString>) -> Self {
        let folder = std::env::current_dir().unwrap_or_default();
        let readable = arguments.filter_map(|argument| {
            // The wire to the page knows no other text than Unicode.
            argument.into_string().inspect_err(|name| tracing::warn!("{name:?} cannot be opened")).ok()
        });
        Self(Mutex::new(plans_in(readable, &folder)))
    }

    /// Hands over those that wait.
    pub fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn put(&self, plans: Vec<String>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend(plans);
    }
}

/// Lets plans wait, and tells the page.
pub fn announce(app: &AppHandle, plans: Vec<String>) {
    if plans.is_empty() {
        return;
    }
    app.state::<Opened>().put(plans);
    if let Err(error) = app.emit(EVENT, ()) {
        tracing::error!("the page was not told of plans to open: {error}");
    }
}

/// The absolute paths of the plans named by a program's arguments, seen from the folder it was started in.
pub fn plans_in(arguments: impl Iterator<Item = String>, folder: &Path) -> Vec<String> {
    let names = arguments.filter(|argument| !argument.starts_with('-'));
    let plans = names.filter_map(|name| match Url::parse(&name) {
        Ok(url) if url.scheme() == "file" => plan_at(&url),
        _ => folder.join(name).into_os_string().into_string().ok(),
    });
    plans.collect()
}

/// The path of a plan that the system names by its address.
pub fn plan_at(url: &Url) -> Option<String> {
    url.to_file_path().ok()?.into_os_string().into_string().ok()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn plans(arguments: &[&str]) -> Vec<String> {
        plans_in(arguments.iter().map(ToString::to_string), Path::new("/plans"))
    }

    #[test]
    fn a_plan_is_named_from_the_folder_of_the_start() {
        assert_eq!(plans(&["a.milepost", "/b/c.milepost"]), ["/plans/a.milepost", "/b/c.milepost"]);
    }

    #[test]
    fn a_desktop_may_name_a_plan_by_its_address() {
        assert_eq!(plans(&["file:///b/road%20map.milepost"]), ["/b/road map.milepost"]);
    }

    #[test]
    fn options_are_no_plans() {
        assert_eq!(plans(&["-psn_0_1234", "--verbose"]), Vec::<String>::new());
    }

    #[test]
    fn plans_are_handed_over_once() {
        let opened = Opened(Mutex::new(plans(&["a.milepost"])));
        opened.put(plans(&["b.milepost"]));
        assert_eq!(opened.take(), ["/plans/a.milepost", "/plans/b.milepost"]);
        assert!(opened.take().is_empty());
    }
}
