//! Which days go onto paper.

use milepost_plan::{Day, Plan, Roadmap, Span, ViewSettings};

use super::{PageError, PageOptions};

/// How far today may be from everything else to be shown with it, in days.
const NEAR: i32 = 60;
/// From this length on open ends are whole months, else whole weeks, in days.
const LONG: i32 = 240;

/// Most air before the first bar; after the last one there is twice as much for its name, in days.
const MOST_AIR: i32 = 30;

/// The days that the options ask for: where they leave an end open, everything that stands on the axis, with a
/// little air around it. None if there is nothing at all to show.
pub(super) fn of(plan: &Plan, options: &PageOptions, today: Day) -> Result<Option<Span>, PageError> {
    let Some(natural) = natural(plan, options, today) else { return Ok(None) };
    let (from, to) = (options.from.unwrap_or(natural.first), options.to.unwrap_or(natural.last));
    if to < from {
        return Err(PageError::RangeReversed { from, to });
    }
    let is_long = to.days_since(from) > LONG;
    let start = |day: Day| {
        if is_long { day.month_start() } else { day.week_start(plan.settings().first_day_of_week) }
    };
    let next = |day: Day| if is_long { day.month_start_plus(1) } else { start(day).plus(7) };
    let air = (1 + to.days_since(from) / 50).min(MOST_AIR);
    let first = options.from.unwrap_or_else(|| start(from.plus(-air)));
    let last = options.to.unwrap_or_else(|| next(to.plus(2 * air)).plus(-1));
    Ok(Some(Span { first, last }))
}

/// The days of everything that a view shows on the axis but milestones. A need begins and ends with the day that it is
/// wanted by where that is outside of the days on which it is served.
pub(super) fn spans(plan: &Plan, view: &ViewSettings) -> Vec<Span> {
    if view.roadmap == Roadmap::Needs {
        let shown = plan.needs().iter().filter(|need| view.filter.passes_need(plan, need));
        let spans = shown.filter_map(|need| {
            let span = plan.coverage(need).span?;
            Some(need.wanted_by.map_or(span, |day| span.union(Span { first: day, last: day })))
        });
        return spans.collect();
    }
    if view.roadmap == Roadmap::Budget {
        let planned = plan.costs().iter().filter(|cost| !plan.is_called_off(cost));
        let planned = planned.filter_map(|cost| plan.span_of_cost(cost));
        let spent = plan.actuals().iter().map(|actual| Span { first: actual.day, last: actual.day });
        return planned.chain(spent).collect();
    }
    let shown = plan.items().iter().filter(|item| view.shows(plan, item));
    shown.filter_map(|item| plan.span_of(item)).collect()
}

/// From the first day of anything to the last, and today if it is near.
fn natural(plan: &Plan, options: &PageOptions, today: Day) -> Option<Span> {
    let shown = || plan.items().iter().filter(|item| options.view.shows(plan, item));
    let bars = spans(plan, &options.view).into_iter();
    let milestones = plan.milestones().iter().filter(|_| options.view.show_milestones);
    let days = bars.chain(milestones.map(|row| Span { first: row.day, last: row.day }));
    let today = Span { first: today, last: today };
    match days.reduce(Span::union) {
        Some(all) if all.first.plus(-NEAR) <= today.first && today.last <= all.last.plus(NEAR) => {
            Some(all.union(today))
        }
        Some(all) => Some(all),
        // What only has a horizon stands on no day; the axis shows what lies around today.
        None => (options.view.roadmap == Roadmap::Features)
            .then(shown)?
            .any(|item| item.schedule.horizon().is_some())
            .then(|| Span { first: today.first.plus(-NEAR / 2), last: today.last.plus(2 * NEAR) }),
    }
}
