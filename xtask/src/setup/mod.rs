//! Makes the machine ready: finds what is missing, says so, and installs only that.
//!
//! Expects Rust and Node. What it cannot install itself it names, with the way to get it.

mod linux;
mod macos;
mod needs;
mod node;
mod packages;
mod windows;

pub use needs::BROWSERS;

use crate::repository::Repository;
use crate::stage::Outcome;

/// What the machine is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Building and opening the app.
    Window,
    /// Also driving the real window and reading what was exported.
    Tests,
}

/// Gets the machine ready; quick when it is.
///
/// # Errors
/// When something is missing that cannot be installed from here.
pub fn setup(repository: &Repository, purpose: Purpose) -> Outcome {
    match std::env::consts::OS {
        "linux" => linux::install_what_is_missing(purpose)?,
        "macos" => macos::install_what_is_missing(purpose)?,
        "windows" => windows::install_what_is_missing(purpose)?,
        other => println!("  {other} is not a platform Milepost knows: going on with what is here"),
    }
    node::look_for_node()?;
    packages::install_when_changed(repository)
}
