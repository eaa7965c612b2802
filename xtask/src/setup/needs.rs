//! What a Linux machine needs, how to see whether it is there, and which package brings it.
//!
//! Presence is seen by what will be used (a program, a library's headers), not by what a package manager remembers.

use std::path::Path;
use std::process::Command;

use super::Purpose;
use crate::programs;

/// One thing that must be on the machine.
#[derive(Debug)]
pub struct Need {
    pub what: &'static str,
    pub since: Purpose,
    presence: Presence,
    /// Packages of Debian and Ubuntu; the first that the machine's release has is taken.
    pub apt: &'static [&'static str],
    pub dnf: &'static str,
    pub pacman: &'static str,
}

#[derive(Debug)]
enum Presence {
    /// One of these programs is in PATH.
    Program(&'static [&'static str]),
    /// pkg-config knows this library.
    Library(&'static str),
    /// One of these files exists.
    File(&'static [&'static str]),
}

use Presence::{File, Library, Program};
use Purpose::{Tests, Window};

/// Programs that are a Chromium, whichever is there.
pub const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

pub const NEEDS: &[Need] = &[
    Need {
        what: "a C compiler and linker",
        since: Window,
        presence: Program(&["cc"]),
        apt: &["build-essential"],
        dnf: "gcc",
        pacman: "base-devel",
    },
    Need {
        what: "pkg-config",
        since: Window,
        presence: Program(&["pkg-config"]),
        apt: &["pkg-config"],
        dnf: "pkgconf-pkg-config",
        pacman: "pkgconf",
    },
    Need {
        what: "the web view (WebKitGTK 4.1, with headers)",
        since: Window,
        presence: Library("webkit2gtk-4.1"),
        apt: &["libwebkit2gtk-4.1-dev"],
        dnf: "webkit2gtk4.1-devel",
        pacman: "webkit2gtk-4.1",
    },
    Need {
        what: "librsvg, with headers",
        since: Window,
        presence: Library("librsvg-2.0"),
        apt: &["librsvg2-dev"],
        dnf: "librsvg2-devel",
        pacman: "librsvg",
    },
    Need {
        what: "the web view's driver",
        since: Tests,
        presence: Program(&["WebKitWebDriver"]),
        apt: &["webkit2gtk-driver", "webkitgtk-webdriver"],
        // dnf finds the package by the program, whichever it is in this release.
        dnf: "/usr/bin/WebKitWebDriver",
        pacman: "webkit2gtk-4.1",
    },
    Need {
        what: "a display without a screen (Xvfb)",
        since: Tests,
        presence: Program(&["Xvfb"]),
        apt: &["xvfb"],
        dnf: "xorg-x11-server-Xvfb",
        pacman: "xorg-server-xvfb",
    },
    Need {
        what: "a session bus",
        since: Tests,
        presence: Program(&["dbus-run-session"]),
        apt: &["dbus"],
        dnf: "/usr/bin/dbus-run-session",
        pacman: "dbus",
    },
    Need {
        what: "the bus of screen readers",
        since: Tests,
        presence: File(&["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi-bus-launcher"]),
        apt: &["at-spi2-core"],
        dnf: "at-spi2-core",
        pacman: "at-spi2-core",
    },
    Need {
        what: "a reader of PDF files (poppler)",
        since: Tests,
        presence: Program(&["pdftotext"]),
        apt: &["poppler-utils"],
        dnf: "poppler-utils",
        pacman: "poppler",
    },
    Need {
        what: "a Chromium browser",
        since: Tests,
        presence: Program(BROWSERS),
        apt: &["chromium", "chromium-browser"],
        dnf: "chromium",
        pacman: "chromium",
    },
    Need {
        what: "a font for text that Inter lacks (DejaVu Sans)",
        since: Tests,
        presence: File(&[
            "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
            "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf",
            "/usr/share/fonts/TTF/DejaVuSans.ttf",
        ]),
        apt: &["fonts-dejavu-core"],
        dnf: "dejavu-sans-fonts",
        pacman: "ttf-dejavu",
    },
];

impl Need {
    /// Whether this is wanted for a purpose: tests need all that the window needs.
    pub fn serves(&self, purpose: Purpose) -> bool {
        self.since == Window || purpose == Tests
    }

    pub fn is_met(&self) -> bool {
        match self.presence {
            Program(names) => names.iter().any(|name| programs::find(name).is_some()),
            Library(name) => programs::succeeds(Command::new("pkg-config").args(["--exists", name])),
            File(paths) => paths.iter().any(|path| Path::new(path).exists()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_needs_nothing_of_the_tests() {
        let for_window: Vec<_> = NEEDS.iter().filter(|need| need.serves(Window)).collect();
        assert!(for_window.iter().all(|need| need.since == Window));
        assert!(NEEDS.iter().all(|need| need.serves(Tests)));
        assert!(for_window.len() < NEEDS.len());
    }

    #[test]
    fn presence_is_seen_by_what_is_used() {
        let need = |presence| Need { what: "", since: Window, presence, apt: &[], dnf: "", pacman: "" };
        assert!(need(Program(&["no-such-program", "cargo"])).is_met());
        assert!(!need(Program(&["no-such-program"])).is_met());
        assert!(!need(Library("no-such-library")).is_met());
        assert!(!need(File(&["no/such/file"])).is_met());
    }
}
