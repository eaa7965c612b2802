//! Words for what is drawn: accessible names, and dates as people write them.

use chrono::Datelike;
use milepost_plan::{
    Conflict, Day, FiscalYear, Fulfilment, Horizon, Milestone, Need, PeriodUnit, Span, Weekday,
};

use crate::bar::{Look, Share, Slipped};
use crate::need;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// “February”.
pub(crate) fn month(day: Day) -> &'static str {
    MONTHS[day.date().month0() as usize % 12]
}

/// “Feb”.
pub(crate) fn month_short(day: Day) -> &'static str {
    &month(day)[..3]
}

/// “Tue”.
pub(crate) fn weekday_short(day: Day) -> &'static str {
    match day.weekday() {
        Weekday::Monday => "Mon",
        Weekday::Tuesday => "Tue",
        Weekday::Wednesday => "Wed",
        Weekday::Thursday => "Thu",
        Weekday::Friday => "Fri",
        Weekday::Saturday => "Sat",
        Weekday::Sunday => "Sun",
    }
}

/// “2 February 2027”.
pub(crate) fn day(day: Day) -> String {
    let date = day.date();
    format!("{} {} {}", date.day(), month(day), date.year())
}

/// “2 February to 16 April 2027”; month and year are said once if they are the same.
pub(crate) fn span(span: Span) -> String {
    if span.first == span.last {
        return day(span.first);
    }
    let (first, last) = (span.first.date(), span.last.date());
    if span.first.month_start() == span.last.month_start() {
        format!("{} to {}", first.day(), day(span.last))
    } else if first.year() == last.year() {
        format!("{} {} to {}", first.day(), month(span.first), day(span.last))
    } else {
        format!("{} to {}", day(span.first), day(span.last))
    }
}

/// “1 Oct 2026 – 30 Sep 2027”, or “Oct 2026 – Sep 2027” where both months are whole.
pub(crate) fn period(span: Span) -> String {
    let is_whole =
        span.first == span.first.month_start() && span.last.plus(1) == span.last.plus(1).month_start();
    let say = |day: Day| {
        if is_whole { format!("{} {}", month_short(day), day.date().year()) } else { day.written() }
    };
    let (first, last) = (say(span.first), say(span.last));
    if first == last { first } else { format!("{first} – {last}") }
}

/// What a period of money is called: “Oct 2026”, “Q4 2026”, “Q1 FY 2027”, “FY 2027”.
pub(crate) fn money_period(unit: PeriodUnit, first: Day, year: FiscalYear) -> String {
    let mark = if year.is_calendar() { "" } else { "FY " };
    let number = year.year_of(first);
    match unit {
        PeriodUnit::Month => format!("{} {}", month_short(first), first.date().year()),
        PeriodUnit::Quarter => format!("Q{} {mark}{number}", year.month_of(first) / 3 + 1),
        PeriodUnit::Year => format!("{mark}{number}"),
    }
}

/// “Now”.
pub(crate) fn horizon(horizon: Horizon) -> &'static str {
    match horizon {
        Horizon::Now => "Now",
        Horizon::Next => "Next",
        Horizon::Later => "Later",
    }
}

/// “Scheduled report delivery, feature, 2 February to 16 April 2027, lane Self-service reporting, 15 % done”.
pub(crate) fn item(look: &Look<'_>, lane: &str) -> String {
    let item = look.item;
    let days = look.summary.map(|summary| summary.span).or_else(|| item.schedule.span());
    let when = match (days, item.schedule.horizon()) {
        (Some(days), _) => span(days),
        (None, Some(at)) => format!("planned for {}", at.word()),
        (None, None) => "without dates".to_owned(),
    };
    let conflict = look.conflict.map(in_conflict).unwrap_or_default();
    let slip = look.slip.map(|slip| slipped(slip.days)).unwrap_or_default();
    let folded = look.folded.map(|count| format!(", stands for {}", items(count))).unwrap_or_default();
    let (title, kind, progress) = (&item.title, item.kind.label(), look.progress());
    format!("{title}, {kind}{folded}, {when}, lane {lane}, {progress} % done{slip}{conflict}")
}

/// “Scheduled report delivery, €12,000 on Cloud, 2 February to 16 April 2027”.
pub(crate) fn share(look: &Look<'_>, share: &Share, lane: &str) -> String {
    let days = look.summary.map(|summary| summary.span).or_else(|| look.item.schedule.span());
    let days = days.map(|days| format!(", {}", span(days))).unwrap_or_default();
    let conflict = look.conflict.map(in_conflict).unwrap_or_default();
    format!("{}, {} on {lane}{days}{conflict}", look.item.title, share.amount)
}

/// “Reports before nine, need, partly met, 2 February to 16 April 2027, wanted by 1 April 2027, 15 days late, lane Finance,
/// 3 features, 1 feature without dates”.
pub(crate) fn need(look: &need::Look<'_>, lane: &str) -> String {
    let need::Look { need, coverage } = look;
    let days = coverage.span.map(|days| format!(", {}", span(days))).unwrap_or_default();
    let wanted = need.wanted_by.map(|by| format!(", wanted by {}", day(by))).unwrap_or_default();
    let late = coverage.days_late.map(|days| format!(", {}", days_late(days))).unwrap_or_default();
    let undated = match coverage.undated {
        0 => String::new(),
        count => format!(", {} without dates", counted(count, "feature")),
    };
    let (standing, items) = (coverage.standing.label(), counted(coverage.items, "feature"));
    format!("{}, need, {standing}{days}{wanted}{late}, lane {lane}, {items}{undated}", need.statement)
}

/// The same as of a bar, and what it serves: “…, serves “Reports before nine” partly”.
pub(crate) fn segment(look: &Look<'_>, need: &Need, fulfilment: Fulfilment, lane: &str) -> String {
    format!("{}, serves “{}” {}", item(look, lane), need.statement, fulfilment.word())
}

/// “, conflict: starts 1 April 2027, but “Templates” ends 16 April 2027, and 2 working days are to lie between”.
fn in_conflict(conflict: &Conflict) -> String {
    let does = match (conflict.kind.meets_start(), conflict.has_begun) {
        (true, true) => "goes on",
        (true, false) => "starts",
        (false, _) => "ends",
    };
    let before = if conflict.kind.leaves_start() { "starts" } else { "ends" };
    let days = counted(conflict.lag_days.unsigned_abs() as usize, "working day");
    let lag = match conflict.lag_days {
        0 => String::new(),
        1 => format!(", and {days} is to lie between"),
        2.. => format!(", and {days} are to lie between"),
        _ => format!(", and they may overlap by {days} only"),
    };
    let (on, before_on) = (day(conflict.day), day(conflict.predecessor_day));
    format!(", conflict: {does} {on}, but “{}” {before} {before_on}{lag}", conflict.predecessor_title)
}

/// “12 days late”.
pub(crate) fn days_late(days: i32) -> String {
    format!("{} late", counted(days.unsigned_abs() as usize, "day"))
}

/// “, 5 working days later than the baseline”.
fn slipped(days: i32) -> String {
    let count = counted(days.unsigned_abs() as usize, "working day");
    match days {
        0 => ", moved since the baseline".to_owned(),
        1.. => format!(", {count} later than the baseline"),
        _ => format!(", {count} earlier than the baseline"),
    }
}

/// “In progress”.
pub(crate) fn sentence_case(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// “7 items”.
pub(crate) fn items(count: usize) -> String {
    counted(count, "item")
}

/// “2027.2 Spring, milestone, 23 April 2027, 5 working days later than the baseline”.
pub(crate) fn milestone(milestone: &Milestone, slip: Option<Slipped>) -> String {
    let slip = slip.map(|slip| slipped(slip.days)).unwrap_or_default();
    format!("{}, milestone, {}{slip}", milestone.name, day(milestone.day))
}

/// “3 milestones”.
pub(crate) fn milestones(count: usize) -> String {
    counted(count, "milestone")
}

/// “1 feature”, “2 user stories”.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    let stem = noun.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']));
    match (count, stem) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        (_, None) => format!("{count} {noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use milepost_plan::DependencyKind;

    use super::*;

    #[test]
    fn a_span_says_month_and_year_once() {
        let of = |first: &str, last: &str| {
            span(Span { first: first.parse().unwrap(), last: last.parse().unwrap() })
        };
        assert_eq!(of("2027-02-02", "2027-04-16"), "2 February to 16 April 2027");
        assert_eq!(of("2026-12-30", "2027-01-02"), "30 December 2026 to 2 January 2027");
        assert_eq!(of("2027-02-02", "2027-02-28"), "2 to 28 February 2027");
        assert_eq!(of("2027-02-02", "2027-02-02"), "2 February 2027");
    }

    #[test]
    fn a_conflict_is_told_with_its_days_and_how_far_apart_they_are_to_be() {
        let told = |kind, lag_days, has_begun| {
            let [on, before_on] = ["2027-04-01", "2027-04-16"].map(|day| day.parse().unwrap());
            in_conflict(&Conflict {
                dependency: milepost_testkit::id(1),
                successor: milepost_testkit::id(2),
                predecessor_title: "A".to_owned(),
                kind,
                day: on,
                predecessor_day: before_on,
                lag_days,
                has_begun,
            })
        };
        let usual = DependencyKind::FinishToStart;
        assert_eq!(told(usual, 0, false), ", conflict: starts 1 April 2027, but “A” ends 16 April 2027");
        assert!(told(usual, 1, true).ends_with("and 1 working day is to lie between"));
        assert!(told(usual, 1, true).starts_with(", conflict: goes on 1 April"));
        assert!(told(usual, 2, false).ends_with("and 2 working days are to lie between"));
        assert!(told(usual, -1, false).ends_with("and they may overlap by 1 working day only"));
        let other = told(DependencyKind::StartToFinish, 0, false);
        assert_eq!(other, ", conflict: ends 1 April 2027, but “A” starts 16 April 2027");
    }

    #[test]
    fn a_period_of_whole_months_needs_no_days() {
        let of = |first: &str, last: &str| {
            period(Span { first: first.parse().unwrap(), last: last.parse().unwrap() })
        };
        assert_eq!(of("2026-10-01", "2027-02-28"), "Oct 2026 – Feb 2027");
        assert_eq!(of("2026-10-01", "2026-10-31"), "Oct 2026");
        assert_eq!(of("2026-10-01", "2027-02-27"), "1 Oct 2026 – 27 Feb 2027");
    }

    #[test]
    fn counts_agree_with_their_noun() {
        assert_eq!([counted(1, "item"), counted(0, "item")], ["1 item", "0 items"]);
        assert_eq!(counted(2, "user story"), "2 user stories");
        assert_eq!(counted(2, "working day"), "2 working days");
    }
}
