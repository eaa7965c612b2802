//! Moving spans by the working calendar, and pushing what waits for what was moved.

use std::collections::{HashMap, HashSet};

use crate::calendar::WorkingCalendar;
use crate::conflict::is_over;
use crate::day::{Day, Span};
use crate::dependency::Dependency;
use crate::draft::Draft;
use crate::id::ItemId;
use crate::item::{Status, WorkItem};
use crate::lag::{least_day, working_days_between};
use crate::summary::{counted_in, is_counted, span_in};
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

    /// How far several spans go together if the one that `leads` goes `days`.
    ///
    /// If the plan keeps working lengths, that one comes to begin on a working day, and the others go as many working days
    /// as it does: what lies between them stays, and taking it back to where it was takes them back, too.
    pub(crate) fn step(&self, leads: Span, days: i32) -> Result<Step, RuleViolation> {
        if !self.keeps_working_length {
            return Ok(Step { days, working_days: 0 });
        }
        let (calendar, from) = (&self.calendar, leads.first);
        let to = from.plus(days).in_plan_range()?;
        let to = match (self.keeps_working_length_of(leads), days < 0) {
            (false, _) => to,
            (true, true) => calendar.working_day_until(to),
            (true, false) => calendar.working_day_from(to),
        };
        // Both are mornings: the work of the earlier day lies between them, that of the later one does not.
        let working_days = if to < from {
            -calendar.working_days_after(to.plus(-1), from.plus(-1))
        } else {
            calendar.working_days_after(from.plus(-1), to.plus(-1))
        };
        Ok(Step { days: to.days_since(from), working_days })
    }

    /// A span after a step. If the plan keeps working lengths, it begins on a working day and has as many as before.
    pub(crate) fn moved(&self, span: Span, step: Step) -> Result<Span, RuleViolation> {
        let Step { days, working_days } = step;
        if !self.keeps_working_length_of(span) {
            let moved = span.shifted(days);
            return Span::new(moved.first, moved.last);
        }
        let first = if working_days < 0 {
            self.calendar.nth_working_day_back(span.first.plus(-1), -working_days)
        } else {
            self.calendar.nth_working_day(span.first, working_days + 1)
        };
        self.beginning(span, first)
    }

    /// A span as long as another one, from a day on.
    pub(crate) fn beginning(&self, span: Span, first: Day) -> Result<Span, RuleViolation> {
        let last = if self.keeps_working_length_of(span) {
            self.calendar.nth_working_day(first, self.calendar.working_days(span))
        } else {
            first.plus(span.days() - 1)
        };
        Span::new(first, last)
    }

    /// A span as long as another one, up to a day.
    pub(crate) fn ending(&self, span: Span, last: Day) -> Result<Span, RuleViolation> {
        let first = if self.keeps_working_length_of(span) {
            self.calendar.nth_working_day_back(last, self.calendar.working_days(span))
        } else {
            last.plus(1 - span.days())
        };
        Span::new(first, last)
    }

    /// How far spans must go together, so that all ties to them hold; none if they hold now.
    ///
    /// The earliest begins on a working day then. `done_by` is the last day of what belongs to them and is done.
    fn push_by(
        &self,
        ties: &[Tie],
        spans: &[Span],
        done_by: Option<Day>,
    ) -> Result<Option<Step>, RuleViolation> {
        let Some(whole) = spans.iter().copied().reduce(Span::union) else { return Ok(None) };
        let (mut push, mut moved) = (None, whole);
        loop {
            let met =
                Span { first: moved.first, last: done_by.map_or(moved.last, |day| day.max(moved.last)) };
            let short = ties.iter().map(|tie| self.short(tie, met)).max().unwrap_or(0);
            if short <= 0 {
                return Ok(push);
            }
            let by = push.map_or(0, |step: Step| step.days) + short;
            let first = self.calendar.working_day_from(whole.first.plus(by));
            let step = self.step(whole, first.days_since(whole.first))?;
            // What is tied by its end may end too early again where weekends lie otherwise in it than before.
            let shifted: Result<Vec<Span>, _> = spans.iter().map(|span| self.moved(*span, step)).collect();
            moved = shifted?.into_iter().reduce(Span::union).unwrap_or(moved);
            push = Some(step);
        }
    }

    /// The days by which a span is too early for a tie; 0 if it is not.
    fn short(&self, Tie { row, before }: &Tie, after: Span) -> i32 {
        let (from, to) = (row.kind.from_day(*before), row.kind.to_day(after));
        if working_days_between(row.kind, from, to, &self.calendar) >= row.lag_days {
            return 0;
        }
        least_day(row.kind, from, row.lag_days, &self.calendar).days_since(to)
    }

    /// A span without a working day has no length to be kept but its own.
    fn keeps_working_length_of(&self, span: Span) -> bool {
        self.keeps_working_length && self.calendar.working_days(span) > 0
    }
}

/// How far spans go that are moved together.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step {
    /// Days, for those that keep their length in days.
    days: i32,
    /// Working days, for those that keep as many; negative for back.
    working_days: i32,
}

/// A dependency, with the days of what it leaves.
struct Tie {
    row: Dependency,
    before: Span,
}

/// Moves later whatever waits for these items and is too early now, and what waits for that in turn. What was too early
/// before stays so, as long as what it waits for comes no later.
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
        if self.moved.contains(&At::Item(id)) && is_counted(self.draft, &item) {
            self.moved.extend(epic_over(self.draft, id).map(At::Days));
        }
        Ok(())
    }

    fn epic(&mut self, id: ItemId) -> Result<(), RuleViolation> {
        let epic = self.draft.find::<WorkItem>(id)?.clone();
        let held = counted_in(self.draft, id);
        if held.is_empty() {
            return self.push(id, vec![epic], None);
        }
        let done_by = held.iter().filter(|held| held.is_done).map(|held| held.span.last).max();
        let to_do = held.iter().filter(|held| !held.is_done).map(|held| held.item.clone()).collect();
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
        let Some(step) = self.mover.push_by(&ties, &spans, done_by)? else { return Ok(()) };
        self.moved.insert(At::waited_for(self.draft, waiting));
        for mut item in items {
            let Some(span) = item.schedule.span() else { continue };
            self.moved.insert(At::waited_for(self.draft, item.id));
            item.schedule = self.mover.moved(span, step)?.into();
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
            let tie = Tie { row: row.clone(), before: before? };
            (!self.was_as_late(&tie)).then_some(tie)
        });
        ties.collect()
    }

    /// Whether a tie held as little before anything moved, and what it leaves comes no later since: its owner has left it so.
    fn was_as_late(&self, Tie { row, before }: &Tie) -> bool {
        let conflict = self.draft.before().conflict(row, &self.mover.calendar);
        conflict.is_some_and(|conflict| row.kind.from_day(*before) <= conflict.predecessor_day)
    }
}
