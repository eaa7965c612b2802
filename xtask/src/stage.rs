//! Stages: named pieces of work that say when they begin, how long they took and, when they fail, how to mend it.

use std::fmt;
use std::time::{Duration, Instant};

/// What went wrong, and what the person at the terminal can do about it.
#[derive(Debug, Clone)]
pub struct Failure {
    what: String,
    mend: String,
}

pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    pub fn new(what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { what: what.into(), mend: mend.into() }
    }

    /// The same failure with another way to mend it, for callers that know more.
    pub fn mended_by(self, mend: impl Into<String>) -> Self {
        Self { mend: mend.into(), ..self }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Failed: {}\nTo mend it: {}", self.what, self.mend)
    }
}

/// Does a piece of work under a name.
pub fn stage<T>(name: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    println!("\n▸ {name}");
    let start = Instant::now();
    let outcome = work();
    let mark = if outcome.is_ok() { '✓' } else { '✗' };
    println!("{mark} {name}: {}", spoken(start.elapsed()));
    outcome
}

/// A duration as a person would say it.
pub fn spoken(elapsed: Duration) -> String {
    let seconds = elapsed.as_secs();
    if seconds < 60 {
        format!("{:.1} s", elapsed.as_secs_f32())
    } else {
        format!("{} min {} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_spoken() {
        assert_eq!(spoken(Duration::from_millis(1_240)), "1.2 s");
        assert_eq!(spoken(Duration::from_secs(125)), "2 min 5 s");
    }

    #[test]
    fn a_failure_says_what_and_how_to_mend_it() {
        let failure = Failure::new("the tests failed", "read above").mended_by("read below");
        assert_eq!(failure.to_string(), "Failed: the tests failed\nTo mend it: read below");
    }
}
