//! What Windows needs beyond Rust and Node: Microsoft's compiler and web view, and for tests a reader of PDF files.

use std::process::Command;

use super::Purpose;
use crate::programs;
use crate::stage::{Failure, Outcome};

/// Tells which versions of Visual Studio are installed; its place is fixed.
const VSWHERE: &str = r"C:\Program Files (x86)\Microsoft Visual Studio\Installer\vswhere.exe";

/// The product code of the WebView2 runtime; it is registered per machine or per user.
const WEBVIEW2: &str = r"Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";

/// # Errors
/// When Microsoft's tools are missing, which only their installers bring, or poppler and Chocolatey both are.
pub fn install_what_is_missing(purpose: Purpose) -> Outcome {
    if !has_compiler() {
        return Err(Failure::new(
            "Microsoft's C++ build tools are missing",
            "install \"Desktop development with C++\" from \
             https://visualstudio.microsoft.com/visual-cpp-build-tools/, then run this again",
        ));
    }
    if !has_webview() {
        return Err(Failure::new(
            "the WebView2 runtime is missing",
            "install it from https://developer.microsoft.com/microsoft-edge/webview2/, then run this again",
        ));
    }
    if purpose == Purpose::Window || programs::find("pdftotext").is_some() {
        return Ok(());
    }
    println!("  Missing: a reader of PDF files (poppler)");
    let mend =
        "install Chocolatey from https://chocolatey.org, or poppler by other means, then run this again";
    programs::run(Command::new("choco").args(["install", "poppler", "--yes", "--no-progress"]))
        .map_err(|failure| failure.mended_by(mend))
}

fn has_compiler() -> bool {
    let tools = "Microsoft.VisualStudio.Component.VC.Tools.x86.x64";
    let newest = ["-latest", "-products", "*", "-requires", tools, "-property", "installationPath"];
    programs::text_of(Command::new(VSWHERE).args(newest)).is_ok_and(|path| !path.trim().is_empty())
}

fn has_webview() -> bool {
    let hives = [r"HKLM\SOFTWARE\WOW6432Node", r"HKLM\SOFTWARE", r"HKCU\SOFTWARE"];
    hives
        .iter()
        .any(|hive| programs::succeeds(Command::new("reg").args(["query", &format!(r"{hive}\{WEBVIEW2}")])))
}
