//! The date of today: the one thing that is asked of the clock.

use milepost_plan::Day;

/// Tells the date by the local clock, or always the one in `MILEPOST_TODAY`, such as 2026-11-23, for tests and
/// screenshots.
pub fn clock() -> impl Fn() -> Day + Send + Sync {
    let fixed: Option<Day> = std::env::var("MILEPOST_TODAY").ok().and_then(|text| text.parse().ok());
    move || fixed.unwrap_or_else(|| Day::from_date(chrono::Local::now().date_naive()))
}
