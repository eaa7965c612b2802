//! Frames that a page has made while something moved.

use serde_json::Value;

use super::browser::Browser;
use super::measure::FrameRows;
use crate::Fault;
use crate::runs::Measurement;

#[derive(Debug, Default)]
pub struct Frames {
    /// Milliseconds between one and the next.
    intervals: Vec<f64>,
    /// How many lacked a part of the picture.
    lacking: f64,
    /// Milliseconds that the web process spent on the CPU meanwhile.
    cpu: f64,
    /// All that the page has noted.
    pub noted: Value,
}

impl Frames {
    /// What the page notes during a piece of work, and what it costs.
    pub fn during(browser: &Browser, work: impl FnOnce() -> Result<Value, Fault>) -> Result<Self, Fault> {
        let before = browser.web().cpu_time()?;
        let noted = work()?;
        let cpu = browser.web().cpu_time()? - before;
        let intervals = numbers(&noted["intervals"]);
        Ok(Self { intervals, lacking: noted["incomplete"].as_f64().unwrap_or(f64::NAN), cpu, noted })
    }

    pub fn extend(&mut self, other: Self) {
        self.intervals.extend(other.intervals);
        self.lacking += other.lacking;
        self.cpu += other.cpu;
    }

    pub fn rows(mut self, names: &FrameRows) -> Vec<Measurement> {
        #[allow(clippy::cast_precision_loss, reason = "frames of some seconds")]
        let count = self.intervals.len() as f64;
        let mut at = |part| share(&mut self.intervals, part);
        let values = [at(0.5), at(0.95), at(1.0), self.lacking, self.cpu / count];
        let units = ["ms", "ms", "ms", "", "ms"];
        let rows = names.iter().zip(values).zip(units);
        rows.map(|((name, value), unit)| Measurement { name, value, unit }).collect()
    }
}

/// The value that this part of all is not above.
pub fn share(values: &mut [f64], part: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an index into some hundred values"
    )]
    let index = (part * values.len() as f64).ceil() as usize;
    values.get(index.saturating_sub(1)).copied().unwrap_or(f64::NAN)
}

pub fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn a_share_is_a_value_that_was_measured() {
        let mut values: Vec<f64> = (1..=20).rev().map(f64::from).collect();
        assert_eq!([0.5, 0.95, 1.0].map(|part| share(&mut values, part)), [10.0, 19.0, 20.0]);
        assert!(share(&mut [], 0.5).is_nan());
    }
}
