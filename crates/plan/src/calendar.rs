//! Which days are worked on: working days of the week less holidays.

use crate::day::{Day, Span};
use crate::settings::PlanSettings;

/// Counts working days for one plan's settings.
#[derive(Debug, Clone)]
pub struct WorkingCalendar {
    works_on: [bool; 7],
    /// In order, each once.
    holidays: Vec<Day>,
}

impl WorkingCalendar {
    /// The calendar that these settings describe.
    pub fn of(settings: &PlanSettings) -> Self {
        let mut works_on = [false; 7];
        for weekday in &settings.working_days {
            works_on[*weekday as usize] = true;
        }
        let mut holidays: Vec<Day> = settings.holidays.iter().map(|holiday| holiday.day).collect();
        holidays.sort_unstable();
        holidays.dedup();
        Self { works_on, holidays }
    }

    /// Whether work is done on that day.
    pub fn is_working_day(&self, day: Day) -> bool {
        self.works_on[day.weekday() as usize] && self.holidays.binary_search(&day).is_err()
    }

    /// Working days in a span. Its cost follows the holidays in the span, not its length.
    pub fn working_days(&self, span: Span) -> i32 {
        let whole_weeks = span.days() / 7;
        let per_week = self.per_week();
        let rest_first = span.first.plus(whole_weeks * 7);
        let rest = (rest_first.number()..=span.last.number())
            .filter(|number| self.works_on[Day::from_number(*number).weekday() as usize])
            .count();
        let from = self.holidays.partition_point(|day| *day < span.first);
        let to = self.holidays.partition_point(|day| *day <= span.last);
        let lost = self.holidays[from..to].iter().filter(|day| self.works_on[day.weekday() as usize]).count();
        whole_weeks * per_week + i32::try_from(rest).unwrap_or(0) - i32::try_from(lost).unwrap_or(0)
    }

    /// Working days of a week without holidays.
    fn per_week(&self) -> i32 {
        i32::try_from(self.works_on.iter().filter(|works| **works).count()).unwrap_or(0)
    }

    /// Working days after one day up to another one that is not before it.
    pub(crate) fn working_days_after(&self, from: Day, to: Day) -> i32 {
        if from == to { 0 } else { self.working_days(Span { first: from.plus(1), last: to }) }
    }

    /// The day itself if work is done on it, else the next day on which it is.
    pub(crate) fn working_day_from(&self, day: Day) -> Day {
        self.nth_working_day(day, 1)
    }

    /// The day itself if work is done on it, else the last day before it on which it was.
    pub(crate) fn working_day_until(&self, day: Day) -> Day {
        self.nth_working_day_back(day, 1)
    }

    /// The working day with that number from a day on, counted from one. Its cost follows the holidays until then.
    ///
    /// Weeks have a working day and holidays end, so there always is one.
    pub(crate) fn nth_working_day(&self, from: Day, number: i32) -> Day {
        self.walked(from, number, 1)
    }

    /// The same backwards.
    pub(crate) fn nth_working_day_back(&self, from: Day, number: i32) -> Day {
        self.walked(from, number, -1)
    }

    fn walked(&self, from: Day, number: i32, step: i32) -> Day {
        assert!(number > 0, "days are counted from one");
        let mut day = from;
        let mut left = number - i32::from(self.is_working_day(day));
        // As many whole weeks at once as cannot go past it.
        let per_week = self.per_week().max(1);
        while left > per_week && day.in_plan_range().is_ok() {
            let to = day.plus(step * 7 * ((left - 1) / per_week));
            let (earlier, later) = if step > 0 { (day, to) } else { (to.plus(-1), day.plus(-1)) };
            left -= self.working_days_after(earlier, later);
            day = to;
        }
        while left > 0 && day.in_plan_range().is_ok() {
            day = day.plus(step);
            left -= i32::from(self.is_working_day(day));
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Holiday;

    #[test]
    fn working_days_are_the_same_as_counted_one_by_one() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let holidays = ["2026-12-25", "2026-12-26", "2027-01-01"];
        let settings = PlanSettings {
            holidays: holidays.iter().map(|text| Holiday { day: day(text), name: String::new() }).collect(),
            ..PlanSettings::default()
        };
        let calendar = WorkingCalendar::of(&settings);
        let first = day("2026-11-23");
        for length in 0..120 {
            let span = Span { first, last: first.plus(length) };
            let counted = span.iter().filter(|day| calendar.is_working_day(*day)).count();
            assert_eq!(usize::try_from(calendar.working_days(span)).unwrap(), counted);
        }
        assert_eq!(calendar.working_days(Span { first, last: day("2027-01-01") }), 28);
    }

    #[test]
    fn far_working_days_are_those_that_are_counted_one_by_one() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        // Three weeks off in a row, at the end of which a step of whole weeks may land.
        let off = (0..21).map(|days| Holiday { day: day("2026-12-14").plus(days), name: String::new() });
        let calendar =
            WorkingCalendar::of(&PlanSettings { holidays: off.collect(), ..PlanSettings::default() });
        for from in (0..14).map(|days| day("2026-11-28").plus(days)) {
            let counted = |from: Day, step: i32| -> Vec<Day> {
                let days = (0..200).map(|days| from.plus(days * step));
                days.filter(|day| calendar.is_working_day(*day)).collect()
            };
            let (until, ahead) = (from.plus(60), counted(from, 1));
            let back = counted(until, -1);
            for number in 1..=100_i32 {
                let nth = usize::try_from(number - 1).unwrap();
                assert_eq!(calendar.nth_working_day(from, number), ahead[nth], "{number} from {from}");
                assert_eq!(calendar.nth_working_day_back(until, number), back[nth], "{number} to {until}");
            }
        }
    }
}
