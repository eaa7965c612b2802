//! A display without a screen, for windows that nobody looks at.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::stage::{Failure, Outcome};

/// A running Xvfb; it ends with this value.
pub struct Display {
    server: Child,
    name: String,
    /// Where services of the desktop put sockets and mounts. One that is killed leaves them behind, and whoever comes
    /// to the same folder next waits for them in vain.
    services: TempDir,
}

impl Display {
    /// Starts a server on a free display, 1440 × 900 pixels in true colour, and waits until it answers.
    ///
    /// # Errors
    /// When Xvfb is missing or finds no free display.
    pub fn open() -> Outcome<Self> {
        Self::of_size("1440x900")
    }

    /// The same with as many pixels as are asked for, such as `3840x2160`.
    ///
    /// # Errors
    /// When Xvfb is missing or finds no free display.
    pub fn of_size(pixels: &str) -> Outcome<Self> {
        let services = tempfile::tempdir().map_err(|error| not_opened(&error.to_string()))?;
        // Given a descriptor, Xvfb picks a free display and writes its number there once it is ready.
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", &format!("{pixels}x24"), "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| not_opened(&error.to_string()))?;
        let mut number = String::new();
        if let Some(output) = server.stdout.take() {
            BufReader::new(output).read_line(&mut number).map_err(|error| not_opened(&error.to_string()))?;
        }
        let display = Self { server, name: format!(":{}", number.trim()), services };
        if display.name == ":" { Err(not_opened("it found no free display")) } else { Ok(display) }
    }

    /// Puts the windows of a command on this display, and only there.
    pub fn show(&self, command: &mut Command) {
        command.env("DISPLAY", &self.name).env_remove("WAYLAND_DISPLAY").env("GDK_BACKEND", "x11");
        // Without the accessibility bus GTK would wait for it at every start.
        command.env("NO_AT_BRIDGE", "1");
        command.env("XDG_RUNTIME_DIR", self.services.path()).env("XDG_CACHE_HOME", self.services.path());
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // Both fail only when the server is gone already, which is what is wanted.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn not_opened(why: &str) -> Failure {
    Failure::new(
        format!("the display for the tests did not open: {why}"),
        "run `Xvfb -displayfd 1` to see why",
    )
}
