//! A run of several stages: goes on after a failure, and ends with all that failed and all that was counted.

use std::process::ExitCode;
use std::time::Instant;

use crate::stage::{Outcome, spoken, stage};
use crate::tally::Tally;

/// What has happened so far in a door with many stages.
pub struct Report {
    begun: Instant,
    failures: Vec<(String, String)>,
    tallies: Vec<(String, Tally)>,
}

impl Report {
    pub fn new() -> Self {
        Self { begun: Instant::now(), failures: Vec::new(), tallies: Vec::new() }
    }

    /// Does a stage and remembers its failure. True when it went well.
    pub fn stage(&mut self, name: &str, work: impl FnOnce() -> Outcome) -> bool {
        let outcome = stage(name, work);
        if let Err(failure) = &outcome {
            self.failures.push((name.to_owned(), failure.to_string()));
        }
        outcome.is_ok()
    }

    /// Does a stage that runs tests and adds up what it counted, whether or not they passed.
    pub fn tests(&mut self, name: &str, work: impl FnOnce() -> (Tally, Outcome)) {
        let mut counted = Tally::default();
        self.stage(name, || {
            let (tally, outcome) = work();
            counted = tally;
            outcome
        });
        self.tallies.push((name.to_owned(), counted));
    }

    /// Prints what failed and how long it took.
    pub fn conclude(&self) -> ExitCode {
        for (name, failure) in &self.failures {
            println!("\n✗ {name}\n{failure}");
        }
        let verdict = if self.failures.is_empty() { "All is well" } else { "Not all is well" };
        println!("\n{verdict}, after {}.", spoken(self.begun.elapsed()));
        if self.failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    /// Concludes with the tests of each stage, and their sum alone on the last line.
    pub fn conclude_with_tests(&self) -> ExitCode {
        let code = self.conclude();
        for (name, tally) in &self.tallies {
            println!("  {name}: {tally}");
        }
        println!("{}", self.tallies.iter().map(|(_, tally)| *tally).sum::<Tally>());
        code
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::Failure;

    #[test]
    fn a_failed_stage_does_not_stop_the_next_and_fails_the_whole() {
        let mut report = Report::new();
        assert!(!report.stage("first", || Err(Failure::new("no", "yes"))));
        assert!(report.stage("second", || Ok(())));
        assert_eq!(report.conclude(), ExitCode::FAILURE);
    }

    #[test]
    fn tests_are_counted_when_they_fail() {
        let mut report = Report::new();
        report.tests("unit", || (Tally { passed: 3, failed: 1 }, Err(Failure::new("no", "yes"))));
        assert_eq!(report.tallies, [("unit".to_owned(), Tally { passed: 3, failed: 1 })]);
        assert_eq!(report.conclude_with_tests(), ExitCode::FAILURE);
    }

    #[test]
    fn nothing_failed_is_success() {
        assert_eq!(Report::new().conclude_with_tests(), ExitCode::SUCCESS);
    }
}
