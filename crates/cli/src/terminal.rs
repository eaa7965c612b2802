//! What the person at the terminal sees.

use std::io::{self, Write};
use std::time::Duration;

use indicatif::ProgressBar;

/// Prints a text and ends its line.
///
/// # Errors
/// If standard output is closed.
pub fn say(text: &str) -> io::Result<()> {
    writeln!(io::stdout().lock(), "{text}")
}

/// Shows a sign of life while `work` runs, on a terminal only.
pub fn while_working<T>(what: &str, work: impl FnOnce() -> T) -> T {
    // It writes to standard error, and nothing at all where that is no terminal.
    let spinner = ProgressBar::new_spinner().with_message(what.to_owned());
    spinner.enable_steady_tick(Duration::from_millis(100));
    let done = work();
    spinner.finish_and_clear();
    done
}

/// “1 theme”, “2 themes”.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
