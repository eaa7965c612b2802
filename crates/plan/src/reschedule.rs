//! Moving spans by the working calendar, and pushing what waits for what was moved.

use std::collections::{HashMap, HashSet};

use crate::calendar::WorkingCalendar;
use crate::conflict::{is_over, working_days_between};
use crate::day::{Day, Span};
use crate::dependency::{Dependency, DependencyKind};
use crate::draft::Draft;
use crate::id::ItemId;
use crate::item::{Status, WorkItem};
use crate::summary::{counts, dated_under, span_in};
use crate::violation::RuleViolation;
use crate::waiting::{At, epic_over, in_order};

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

    /// The days by which spans must move together, so that all ties to them hold; none if they hold now.
    ///
    /// The earliest begins on a working day then. `done_by` is the last day of what belongs to them and is done.
    fn push_by(&self, ties: &[Tie], spans: &[Span], done_by: Option<Day>) -> Result<i32, RuleViolation> {
        let Some(whole) = spans.iter().copied().reduce(Span::union) else { return Ok(0) };
        let (mut by, mut moved) = (0, whole);
        loop {
            let met =
                Span { first: moved.first, last: done_by.map_or(moved.last, |day| day.max(moved.last)) };
            let short = ties.iter().map(|tie| self.short(tie, met)).max().unwrap_or(0);
            if short <= 0 {
                return Ok(by);
            }
            by = self.calendar.working_day_from(whole.first.plus(by + short)).days_since(whole.first);
            // What is tied by its end may end too early again where weekends lie otherwise in it than before.
            let shifted: Result<Vec<Span>, _> = spans.iter().map(|span| self.shifted(*span, by)).collect();
            moved = shifted?.into_iter().reduce(Span::union).unwrap_or(moved);
        }
    }

    /// The days by which a span is too early for a tie; 0 if it is not.
    fn short(&self, Tie { row, before }: &Tie, after: Span) -> i32 {
        let (from, to) = (row.kind.from_day(*before), row.kind.to_day(after));
        if working_days_between(row.kind, from, to, &self.calendar) >= row.lag_days {
            return 0;
        }
        self.least_day(row.kind, from, row.lag_days).days_since(to)
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

/// A dependency, with the days of what it leaves.
struct Tie {
    row: Dependency,
    before: Span,
}

/// Moves later whatever waits for these items and is too early now, and what waits for that in turn.
///
/// An epic takes along what it holds, and others wait for the last of that. What is done or dropped stays: it is a fact,
/// or no longer matters. Costs what waits, whether it is pushed or not; each is looked at once, after all that it waits for.
/// What waits for itself by way of epics, as old files have it, is not pushed by what it pushes.
pub(crate) fn push_successors(draft: &mut Draft<'_>, moved: &[ItemId]) -> Result<(), RuleViolation> {
    let first: Vec<At> = moved.iter().map(|id| At::waited_for(draft, *id)).collect();
    let order = in_order(draft, &first, |at| may_be_pushed(draft, at));
    let mut push =
        Push { mover: Mover::of(draft), draft, moved: first.into_iter().collect(), days: HashMap::new() };
    for at in order {
        match at {
            At::Item(id) => push.item(id)?,
            At::Whole(id) => push.epic(id)?,
            At::Days(id) => push.days_of(id),
        }
    }
    Ok(())
}

fn may_be_pushed(draft: &Draft<'_>, at: At) -> bool {
    let Some(item) = draft.get::<WorkItem>(at.id()) else { return false };
    match at {
        At::Item(_) => item.schedule.span().is_some() && !is_over(item.status),
        At::Whole(_) => !is_over(item.status),
        At::Days(_) => true,
    }
}

/// What is being pushed.
struct Push<'d, 'p> {
    draft: &'d mut Draft<'p>,
    mover: Mover,
    /// What has moved so far.
    moved: HashSet<At>,
    /// The days of those epics among it whose turn has been.
    days: HashMap<ItemId, Option<Span>>,
}

impl Push<'_, '_> {
    fn item(&mut self, id: ItemId) -> Result<(), RuleViolation> {
        let item = self.draft.find::<WorkItem>(id)?.clone();
        if !is_over(item.status) {
            self.push(id, vec![item.clone()], None)?;
        }
        if self.moved.contains(&At::Item(id)) && counts(&item) {
            self.moved.extend(epic_over(self.draft, id).map(At::Days));
        }
        Ok(())
    }

    fn epic(&mut self, id: ItemId) -> Result<(), RuleViolation> {
        let epic = self.draft.find::<WorkItem>(id)?.clone();
        let dated = dated_under(self.draft, id);
        let held: Vec<WorkItem> =
            dated.into_iter().filter_map(|held| self.draft.get::<WorkItem>(held)).cloned().collect();
        if !held.iter().any(counts) {
            return self.push(id, vec![epic], None);
        }
        let (done, to_do): (Vec<WorkItem>, Vec<WorkItem>) =
            held.into_iter().filter(counts).partition(|held| held.status == Status::Done);
        let done_by = done.iter().filter_map(|held| held.schedule.span()).map(|span| span.last).max();
        self.push(id, to_do, done_by)
    }

    /// Moves items later together, as far as what moved before `waiting` asks for it.
    fn push(
        &mut self,
        waiting: ItemId,
        items: Vec<WorkItem>,
        done_by: Option<Day>,
    ) -> Result<(), RuleViolation> {
        let ties = self.ties(waiting);
        if ties.is_empty() {
            return Ok(());
        }
        let spans: Vec<Span> = items.iter().filter_map(|item| item.schedule.span()).collect();
        let by = self.mover.push_by(&ties, &spans, done_by)?;
        if by == 0 {
            return Ok(());
        }
        self.moved.insert(At::waited_for(self.draft, waiting));
        for mut item in items {
            let Some(span) = item.schedule.span() else { continue };
            self.moved.insert(At::waited_for(self.draft, item.id));
            item.schedule = self.mover.shifted(span, by)?.into();
            self.draft.put(item);
        }
        Ok(())
    }

    /// Keeps the days of an epic, now that all is where it will be that it holds.
    fn days_of(&mut self, id: ItemId) {
        if self.moved.contains(&At::Days(id)) {
            let days = self.draft.get::<WorkItem>(id).and_then(|epic| span_in(self.draft, epic));
            self.days.insert(id, days);
        }
    }

    /// What an item waits for that has moved.
    fn ties(&self, id: ItemId) -> Vec<Tie> {
        let rows = self.draft.dependencies_of(id).into_iter().filter(|row| row.successor == id);
        let ties = rows.filter_map(|row| {
            let at = At::waited_for(self.draft, row.predecessor);
            let predecessor = self.draft.get::<WorkItem>(row.predecessor)?;
            if predecessor.status == Status::Dropped || !self.moved.contains(&at) {
                return None;
            }
            let before = match at {
                At::Days(epic) => self.days.get(&epic).copied().flatten(),
                At::Item(_) | At::Whole(_) => predecessor.schedule.span(),
            };
            before.map(|before| Tie { row: row.clone(), before })
        });
        ties.collect()
    }
}
