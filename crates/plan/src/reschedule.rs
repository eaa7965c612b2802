//! Moving spans by the working calendar, and pushing what waits for what was moved.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::calendar::WorkingCalendar;
use crate::conflict::is_over;
use crate::day::{Day, Span};
use crate::dependency::Dependency;
use crate::draft::Draft;
use crate::id::ItemId;
use crate::item::{Status, WorkItem};
use crate::lag::{least_day, working_days_between};
use crate::summary::{Counted, counted_in, is_counted, span_in};
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
    /// The earliest begins on a working day then, and on no earlier one would all hold. `stays_until` is the last day of what
    /// belongs to them and stays.
    fn push_by(
        &self,
        ties: &[Tie],
        spans: &[Span],
        stays_until: Option<Day>,
    ) -> Result<Option<Step>, RuleViolation> {
        let Some(whole) = spans.iter().copied().reduce(Span::union) else { return Ok(None) };
        let met =
            Span { first: whole.first, last: stays_until.map_or(whole.last, |day| day.max(whole.last)) };
        let mut to = None;
        for tie in ties {
            let Some(least) = self.least(tie, met) else { continue };
            let least = least.in_plan_range()?;
            let first =
                if tie.row.kind.meets_start() { least } else { self.first_by(spans, whole.first, least) };
            to = to.max(Some(first));
        }
        let step = |to| self.step(whole, self.calendar.working_day_from(to).days_since(whole.first));
        to.map(step).transpose()
    }

    /// The first day that a tie lets a span have at the end that it meets; none if it holds now.
    fn least(&self, Tie { row, before }: &Tie, after: Span) -> Option<Day> {
        let (from, to) = (row.kind.from_day(*before), row.kind.to_day(after));
        let holds = working_days_between(row.kind, from, to, &self.calendar) >= row.lag_days;
        (!holds).then(|| least_day(row.kind, from, row.lag_days, &self.calendar))
    }

    /// Where spans that begin on `first` must begin, so that the last of them ends on `least` or later.
    fn first_by(&self, spans: &[Span], first: Day, least: Day) -> Day {
        let firsts = spans.iter().map(|span| {
            if !self.keeps_working_length_of(*span) {
                return first.plus(least.days_since(span.last));
            }
            // Its end goes as many working days as its start, whatever days off lie in it then.
            let passed = self.calendar.working_days_after(span.last, least.plus(-1));
            self.calendar.nth_working_day(first, passed + 2)
        });
        firsts.min().unwrap_or(first)
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

/// What a step has moved. In the order of the ids, so that it does not matter in which order the step has done so.
#[derive(Debug, Default)]
pub(crate) struct Moved {
    items: BTreeSet<ItemId>,
    placed: BTreeSet<ItemId>,
}

impl Moved {
    /// Has what waits for these items pushed when the step ends.
    pub(crate) fn add(&mut self, ids: &[ItemId]) {
        self.items.extend(ids);
    }

    /// Has an item stay where it was put, whatever it waits for.
    pub(crate) fn place(&mut self, id: ItemId) {
        self.placed.insert(id);
    }

    /// Whether nothing has moved that others may wait for.
    pub(crate) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

/// Moves later whatever waits for what the step has moved and is too early now, and what waits for that in turn. To be done
/// once, after all else of the step; what stands where it stood before the step pushes nothing. What was too early before
/// stays so, as long as what it waits for comes no later.
///
/// An epic takes along what it holds, and others wait for the last of that. What is done or dropped stays: it is a fact,
/// or no longer matters; and so does what the step has placed, for whoever put it there sees the conflict. Costs what
/// waits, whether it is pushed or not; each is looked at once, after all that it waits for. What waits for itself by way of
/// epics, as old files have it, is not pushed by what it pushes.
pub(crate) fn push_successors(draft: &mut Draft<'_>) -> Result<(), RuleViolation> {
    let Moved { items, placed } = std::mem::take(&mut draft.moved);
    let anew = items.into_iter().filter(|id| stands_anew(draft, *id));
    let first: Vec<At> = anew.map(|id| At::waited_for(draft, id)).collect();
    if first.is_empty() {
        return Ok(());
    }
    let order = in_order(draft, &first, |at| may_be_pushed(draft, &placed, at));
    let (mover, moved) = (Mover::of(draft), first.into_iter().collect());
    let mut push = Push { draft, mover, moved, placed, days: HashMap::new() };
    for at in order {
        match at {
            At::Item(id) => push.item(id)?,
            At::Whole(id) => push.epic(id)?,
            At::Days(id) => push.days_of(id),
        }
    }
    Ok(())
}

/// Whether an item is there and takes other days than before the step.
fn stands_anew(draft: &Draft<'_>, id: ItemId) -> bool {
    let before = draft.before();
    let stood = || before.items().get(id).and_then(|item| before.span_of(item));
    draft.get::<WorkItem>(id).is_some_and(|item| span_in(draft, item) != stood())
}

fn may_be_pushed(draft: &Draft<'_>, placed: &BTreeSet<ItemId>, at: At) -> bool {
    let Some(item) = draft.get::<WorkItem>(at.id()) else { return false };
    match at {
        At::Item(id) => item.schedule.span().is_some() && !is_over(item.status) && !placed.contains(&id),
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
    /// What stays where it was put.
    placed: BTreeSet<ItemId>,
    /// The days of those epics among it whose turn has been.
    days: HashMap<ItemId, Option<Span>>,
}

impl Push<'_, '_> {
    fn item(&mut self, id: ItemId) -> Result<(), RuleViolation> {
        let item = self.draft.find::<WorkItem>(id)?.clone();
        if !is_over(item.status) && !self.placed.contains(&id) {
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
            return if self.placed.contains(&id) { Ok(()) } else { self.push(id, vec![epic], None) };
        }
        let (stays, goes): (Vec<Counted<'_>>, _) =
            held.into_iter().partition(|held| held.is_done || self.placed.contains(&held.item.id));
        let stays_until = stays.iter().map(|held| held.span.last).max();
        let goes = goes.iter().map(|held| held.item.clone()).collect();
        self.push(id, goes, stays_until)
    }

    /// Moves items later together, as far as what moved before `waiting` asks for it.
    fn push(
        &mut self,
        waiting: ItemId,
        items: Vec<WorkItem>,
        stays_until: Option<Day>,
    ) -> Result<(), RuleViolation> {
        let ties = self.ties(waiting);
        if ties.is_empty() {
            return Ok(());
        }
        let spans: Vec<Span> = items.iter().filter_map(|item| item.schedule.span()).collect();
        let Some(step) = self.mover.push_by(&ties, &spans, stays_until)? else { return Ok(()) };
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
