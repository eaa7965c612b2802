//! Makes the machine ready: finds what is missing, says so, and installs only that.
//!
//! Expects Rust and Node. What it cannot install itself it names, with the way to get it.

mod linux;
mod needs;
mod node;
mod packages;

use std::process::Command;

use crate::programs;
use crate::repository::Repository;
use crate::stage::{Failure, Outcome};

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
        "macos" => look_for_command_line_tools()?,
        "windows" => look_for_windows_tools()?,
        other => println!("  {other} is not a platform Milepost knows: going on with what is here"),
    }
    node::look_for_node()?;
    packages::install_when_changed(repository)
}

fn look_for_command_line_tools() -> Outcome {
    if programs::succeeds(Command::new("xcode-select").arg("-p")) {
        return Ok(());
    }
    Err(Failure::new(
        "Apple's command line tools are missing",
        "run `xcode-select --install`, then this again",
    ))
}

fn look_for_windows_tools() -> Outcome {
    let vswhere = r"C:\Program Files (x86)\Microsoft Visual Studio\Installer\vswhere.exe";
    let compiler = programs::text_of(Command::new(vswhere).args([
        "-latest",
        "-products",
        "*",
        "-requires",
        "Microsoft.VisualStudio.Component.VC.Tools.x86.x64",
        "-property",
        "installationPath",
    ]));
    if !compiler.is_ok_and(|path| !path.trim().is_empty()) {
        return Err(Failure::new(
            "Microsoft's C++ build tools are missing",
            "install \"Desktop development with C++\" from \
             https://visualstudio.microsoft.com/visual-cpp-build-tools/, then run this again",
        ));
    }
    // The product code of the WebView2 runtime; it is registered per machine or per user.
    let runtime = r"Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    let registered = [r"HKLM\SOFTWARE\WOW6432Node", r"HKLM\SOFTWARE", r"HKCU\SOFTWARE"]
        .iter()
        .any(|hive| programs::succeeds(Command::new("reg").args(["query", &format!(r"{hive}\{runtime}")])));
    if registered {
        return Ok(());
    }
    Err(Failure::new(
        "the WebView2 runtime is missing",
        "install it from https://developer.microsoft.com/microsoft-edge/webview2/, then run this again",
    ))
}
