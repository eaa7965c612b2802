//! How many tests passed and failed, read from what their runners write.

use serde_json::Value;

/// Counts of tests that ran. Skipped tests are in neither.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

impl Tally {
    /// Adds up the lines `test result: …` that libtest ends every test binary with.
    pub fn from_libtest(text: &str) -> Self {
        let results = text.lines().filter_map(|line| line.trim().strip_prefix("test result: "));
        results.map(|line| Self { passed: before(line, " passed"), failed: before(line, " failed") }).sum()
    }

    /// Reads the totals of a JUnit report, as cargo-nextest writes it.
    pub fn from_junit(text: &str) -> Option<Self> {
        let tag = text.split_once("<testsuites ")?.1.split_once('>')?.0;
        let attribute = |name: &str| -> Option<u64> {
            let value = tag.split_once(&format!("{name}=\""))?.1;
            value.split_once('"')?.0.parse().ok()
        };
        let failed = attribute("failures")? + attribute("errors").unwrap_or(0);
        Some(Self { passed: attribute("tests")?.saturating_sub(failed), failed })
    }

    /// Reads the totals of Vitest's JSON report.
    pub fn from_vitest(text: &str) -> Option<Self> {
        let report: Value = serde_json::from_str(text).ok()?;
        Some(Self { passed: report["numPassedTests"].as_u64()?, failed: report["numFailedTests"].as_u64()? })
    }
}

impl std::iter::Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), |sum, tally| Self {
            passed: sum.passed + tally.passed,
            failed: sum.failed + tally.failed,
        })
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The number that stands right before `word`, or 0.
fn before(line: &str, word: &str) -> u64 {
    let Some((head, _)) = line.split_once(word) else { return 0 };
    head.rsplit(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libtest_binaries_are_added_up() {
        let text = "running 3 tests\n\
                    test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n\
                    noise about 9 passed\n\
                    test result: FAILED. 10 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(Tally::from_libtest(text), Tally { passed: 13, failed: 2 });
    }

    #[test]
    fn junit_totals_come_from_the_outermost_element() {
        let text = r#"<?xml version="1.0"?>
            <testsuites name="nextest-run" tests="12" failures="2" errors="1" uuid="0">
            <testsuite name="a" tests="5" failures="2" errors="0"></testsuite></testsuites>"#;
        assert_eq!(Tally::from_junit(text), Some(Tally { passed: 9, failed: 3 }));
    }

    #[test]
    fn a_report_that_is_not_there_is_not_counted_as_none() {
        assert_eq!(Tally::from_junit(""), None);
        assert_eq!(Tally::from_vitest("{}"), None);
    }

    #[test]
    fn vitest_counts_tests_not_files() {
        let text = r#"{"numTotalTestSuites":4,"numPassedTests":41,"numFailedTests":1,"numPendingTests":2}"#;
        assert_eq!(Tally::from_vitest(text), Some(Tally { passed: 41, failed: 1 }));
    }

    #[test]
    fn a_sum_reads_as_the_last_line_of_a_run() {
        let sum: Tally = [Tally { passed: 2, failed: 0 }, Tally { passed: 1, failed: 1 }].into_iter().sum();
        assert_eq!(sum.to_string(), "3 passed, 1 failed");
    }
}
