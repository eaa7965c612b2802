//! Lags of dependencies in working days: counting them, and finding the day that keeps them.
//!
//! Which items are tied by them is not known here.

use crate::calendar::WorkingCalendar;
use crate::day::Day;
use crate::dependency::DependencyKind;

/// Working days free between the tied days; negative if they are the wrong way round.
pub(crate) fn working_days_between(
    kind: DependencyKind,
    from: Day,
    to: Day,
    calendar: &WorkingCalendar,
) -> i32 {
    let passed = |from: Day, to: Day| calendar.working_days_after(evening(kind, from), evening(kind, to));
    let without_lag = first_without_lag(kind, from);
    if to >= without_lag {
        passed(without_lag, to)
    } else {
        // An overlap on days off alone is one all the same.
        -passed(to, without_lag).max(1)
    }
}

/// The first day of the successor with at least that many working days between it and `from`.
pub(crate) fn least_day(kind: DependencyKind, from: Day, lag_days: i32, calendar: &WorkingCalendar) -> Day {
    let without_lag = evening(kind, first_without_lag(kind, from));
    let least = match lag_days {
        0 => without_lag,
        1.. => calendar.nth_working_day(without_lag.plus(1), lag_days),
        _ => calendar.nth_working_day_back(without_lag, lag_days.saturating_neg().saturating_add(1)),
    };
    if kind.meets_start() { least.plus(1) } else { least }
}

/// The first day that a tie without a lag lets the successor have. Only what starts after an end needs a later day.
fn first_without_lag(kind: DependencyKind, from: Day) -> Day {
    if kind == DependencyKind::FinishToStart { from.plus(1) } else { from }
}

/// The evening at which a successor's day is reached. A start is the morning of its day and so the evening before, an
/// end is the evening of its own: the work of a day lies before its end but after its start.
fn evening(kind: DependencyKind, day: Day) -> Day {
    if kind.meets_start() { day.plus(-1) } else { day }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::{Holiday, PlanSettings};

    /// Weekends are off, and so is Monday 30 November 2026.
    fn calendar() -> WorkingCalendar {
        let holiday = Holiday { day: day("2026-11-30"), name: String::new() };
        WorkingCalendar::of(&PlanSettings { holidays: vec![holiday], ..PlanSettings::default() })
    }

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn gap(kind: DependencyKind, from: &str, to: &str) -> i32 {
        working_days_between(kind, day(from), day(to), &calendar())
    }

    #[test]
    fn finish_to_start_needs_a_later_day_and_counts_working_days() {
        let kind = DependencyKind::FinishToStart;
        assert_eq!(gap(kind, "2026-11-20", "2026-11-21"), 0);
        assert_eq!(gap(kind, "2026-11-20", "2026-11-23"), 0, "a weekend between is no working day");
        assert_eq!(gap(kind, "2026-11-20", "2026-11-24"), 1);
        assert_eq!(gap(kind, "2026-11-20", "2026-11-20"), -1);
        assert_eq!(gap(kind, "2026-11-22", "2026-11-22"), -1, "an overlap on a Sunday is one all the same");
    }

    #[test]
    fn other_ties_may_share_their_day() {
        assert_eq!(gap(DependencyKind::StartToStart, "2026-11-20", "2026-11-20"), 0);
        assert_eq!(gap(DependencyKind::FinishToFinish, "2026-11-20", "2026-11-19"), -1);
    }

    #[test]
    fn a_day_lies_after_its_start_and_before_its_end() {
        let kind = DependencyKind::StartToStart;
        assert_eq!(gap(kind, "2026-11-20", "2026-11-21"), 1, "Friday has been worked on by Saturday morning");
        assert_eq!(gap(kind, "2026-11-22", "2026-11-23"), 0, "nothing has been by Monday morning");
        for kind in [DependencyKind::FinishToFinish, DependencyKind::StartToFinish] {
            assert_eq!(gap(kind, "2026-11-20", "2026-11-21"), 0, "{kind:?}: nothing has been on Saturday");
            assert_eq!(gap(kind, "2026-11-20", "2026-11-23"), 1, "{kind:?}");
            assert_eq!(gap(kind, "2026-11-22", "2026-11-23"), 1, "{kind:?}: Monday has been by its evening");
            assert_eq!(gap(kind, "2026-11-27", "2026-11-30"), 0, "{kind:?}: the holiday has not");
            assert_eq!(gap(kind, "2026-11-23", "2026-11-20"), -1, "{kind:?}");
            assert_eq!(gap(kind, "2026-11-23", "2026-11-19"), -2, "{kind:?}");
        }
    }

    #[test]
    fn the_least_day_is_the_first_that_keeps_the_lag() {
        let calendar = calendar();
        for kind in DependencyKind::ALL {
            for (from, lag_days) in (0..21).flat_map(|from| (-7..=7).map(move |lag| (from, lag))) {
                let from = day("2026-11-16").plus(from);
                let keeps = |to: Day| working_days_between(kind, from, to, &calendar) >= lag_days;
                let first = (-30..30).map(|days| from.plus(days)).find(|to| keeps(*to));
                let least = least_day(kind, from, lag_days, &calendar);
                assert_eq!(Some(least), first, "{kind:?} {lag_days:+} from {from}");
            }
        }
    }
}
