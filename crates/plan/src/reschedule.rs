//! Moving spans by the working calendar, and pushing what waits for what was moved.

use std::collections::VecDeque;

use crate::calendar::WorkingCalendar;
use crate::conflict::{is_over, working_days_between};
use crate::day::{Day, Span};
use crate::dependency::{Dependency, DependencyKind};
use crate::draft::Draft;
use crate::id::ItemId;
use crate::item::{Status, WorkItem};
use crate::violation::RuleViolation;

/// Moves spans as one plan's settings want it.
pub(crate) struct Mover {
    calendar: WorkingCalendar,
    keeps_working_length: bool,
}

impl Mover {
    pub(crate) fn of(draft: &Draft<'_>) -> Self {
        let settings = draft.settings();
        Self { calendar: WorkingCalendar::of(settings), keeps_working_length: settings.keeps_working_length }
    }

    /// The span `days` later. If the plan keeps working lengths, it begins on a working day and has as many as before.
    pub(crate) fn shifted(&self, span: Span, days: i32) -> Result<Span, RuleViolation> {
        let moved = span.shifted(days);
        let moved = Span::new(moved.first, moved.last)?;
        if !self.keeps_working_length_of(span) {
            return Ok(moved);
        }
        let is_back = days < 0;
        let calendar = &self.calendar;
        self.fitted(
            span,
            if is_back {
                calendar.working_day_until(moved.first)
            } else {
                calendar.working_day_from(moved.first)
            },
        )
    }

    /// The span no earlier than a dependency lets it be, from a working day on; none if it is not too early.
    fn pushed(&self, row: &Dependency, before: Span, after: Span) -> Result<Option<Span>, RuleViolation> {
        let (from, to) = (row.kind.from_day(before), row.kind.to_day(after));
        if working_days_between(row.kind, from, to, &self.calendar) >= row.lag_days {
            return Ok(None);
        }
        let least = self.least_day(row.kind, from, row.lag_days);
        let mut later = after;
        // A span that is tied by its end may end too early again where weekends lie otherwise in it than before.
        while row.kind.to_day(later) < least {
            let short = least.days_since(row.kind.to_day(later));
            later = self.fitted(after, self.calendar.working_day_from(later.first.plus(short)))?;
        }
        Ok(Some(later))
    }

    /// A span as long as another one, from a day on.
    fn fitted(&self, span: Span, first: Day) -> Result<Span, RuleViolation> {
        let last = if self.keeps_working_length_of(span) {
            self.calendar.nth_working_day(first, self.calendar.working_days(span))
        } else {
            first.plus(span.days() - 1)
        };
        Span::new(first, last)
    }

    /// A span without a working day has no length to be kept but its own.
    fn keeps_working_length_of(&self, span: Span) -> bool {
        self.keeps_working_length && self.calendar.working_days(span) > 0
    }

    /// The first day with that many working days between it and `from`.
    fn least_day(&self, kind: DependencyKind, from: Day, lag_days: i32) -> Day {
        let least = if kind == DependencyKind::FinishToStart { from.plus(1) } else { from };
        match lag_days {
            0 => least,
            1.. => self.calendar.nth_working_day(least, lag_days).plus(1),
            _ => self.calendar.nth_working_day_back(least.plus(-1), -lag_days),
        }
    }
}

/// Moves later whatever waits for these items and is too early now, and what waits for that in turn.
///
/// What is done or dropped stays: it is a fact, or no longer matters.
pub(crate) fn push_successors(draft: &mut Draft<'_>, moved: &[ItemId]) -> Result<(), RuleViolation> {
    let mover = Mover::of(draft);
    let mut waiting: VecDeque<ItemId> = moved.iter().copied().collect();
    while let Some(id) = waiting.pop_front() {
        let Some(predecessor) = draft.get::<WorkItem>(id) else { continue };
        let Some(before) = predecessor.schedule.span().filter(|_| predecessor.status != Status::Dropped)
        else {
            continue;
        };
        let rows: Vec<Dependency> =
            draft.dependencies_of(id).into_iter().filter(|row| row.predecessor == id).cloned().collect();
        for row in rows {
            let mut successor = draft.find::<WorkItem>(row.successor)?.clone();
            let Some(after) = successor.schedule.span().filter(|_| !is_over(successor.status)) else {
                continue;
            };
            if let Some(later) = mover.pushed(&row, before, after)? {
                successor.schedule = later.into();
                waiting.push_back(successor.id);
                draft.put(successor);
            }
        }
    }
    Ok(())
}
