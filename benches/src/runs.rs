//! Repeats a piece of work and tells the median.

use std::time::{Duration, Instant};

/// What was measured of one size of plan.
pub struct Measurement {
    /// What, as the table's row has it.
    pub name: &'static str,
    /// In the row's unit.
    pub value: f64,
    /// What the value is counted in.
    pub unit: &'static str,
}

/// Median time of a piece of work, in milliseconds. `prepare` is not measured.
pub fn median<S, T, E>(
    name: &'static str,
    mut prepare: impl FnMut() -> Result<S, E>,
    mut work: impl FnMut(S) -> Result<T, E>,
) -> Result<Measurement, E> {
    /// Enough for a median; work that takes long is repeated less often, but never once only.
    const RUNS: usize = 15;
    const LEAST_RUNS: usize = 3;
    const LONG_ENOUGH: Duration = Duration::from_secs(3);
    let start = Instant::now();
    let mut times = Vec::with_capacity(RUNS);
    while times.len() < RUNS && (times.len() < LEAST_RUNS || start.elapsed() < LONG_ENOUGH) {
        let prepared = prepare()?;
        let run = Instant::now();
        let made = work(prepared)?;
        times.push(run.elapsed());
        // Taking apart what was made is not part of the work.
        drop(made);
    }
    times.sort();
    Ok(Measurement { name, value: times[times.len() / 2].as_secs_f64() * 1_000.0, unit: "ms" })
}
