//! Epics on the timeline: they span what they hold.

use std::collections::BTreeSet;

use crate::change::{Change, ChangeSet, Diff};
use crate::day::{Day, Span};
use crate::dependency::DependencyKind;
use crate::draft::Draft;
use crate::id::ItemId;
use crate::item::{ItemKind, Status, WorkItem};
use crate::plan::Plan;

/// What the items come to that an epic holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// From the first of their days to the last.
    pub span: Span,
    /// Their progress in per cent, each weighted by its days.
    pub progress: u8,
    /// From the first to the last day of those that are not done; none if all are.
    pub to_do: Option<Span>,
}

impl Summary {
    /// What some items come to; none if none of them is dated. What was dropped does not count.
    fn of<'i>(held: impl IntoIterator<Item = &'i WorkItem>) -> Option<Self> {
        let (mut span, mut to_do, mut days, mut done) = (None, None, 0_i64, 0_i64);
        let with = |sum: Option<Span>, span| Some(sum.map_or(span, |sum: Span| sum.union(span)));
        for held in held.into_iter().filter(|held| counts(held)) {
            let Some(of_held) = held.schedule.span() else { continue };
            span = with(span, of_held);
            to_do = if held.status == Status::Done { to_do } else { with(to_do, of_held) };
            days += i64::from(of_held.days());
            done += i64::from(of_held.days()) * i64::from(held.progress);
        }
        let progress = u8::try_from(done / days.max(1)).unwrap_or(100);
        span.map(|span| Self { span, progress, to_do })
    }

    /// The day that a dependency meets the epic at, which waits by it; none if nothing of it is left to wait.
    ///
    /// What is done has begun before whatever it might have waited for, and is a fact.
    pub(crate) fn met_at(&self, kind: DependencyKind) -> Option<Day> {
        let to_do = self.to_do?;
        Some(kind.to_day(Span { first: to_do.first, last: self.span.last }))
    }
}

impl Plan {
    /// What an epic's dated items come to; none if it holds none, and for anything but an epic.
    ///
    /// What was dropped does not count. It is kept with the plan: asking costs nothing, and a change what the epics hold
    /// that it concerns.
    pub fn summary(&self, item: &WorkItem) -> Option<Summary> {
        if item.kind == ItemKind::Epic { self.summaries.get(&item.id).copied() } else { None }
    }

    /// The epics whose sums depend on the one side of changed items, as the plan stands.
    pub(crate) fn epics_over(
        &self,
        change_set: &ChangeSet,
        side: impl Fn(&Diff<WorkItem>) -> Option<&WorkItem>,
    ) -> BTreeSet<ItemId> {
        let items = change_set.changes.iter().filter_map(|change| match change {
            Change::Item(diff) if sums_otherwise(diff) => side(diff),
            _ => None,
        });
        items.filter_map(|item| self.epic_of(item)).collect()
    }

    /// Sums up anew what some epics hold.
    pub(crate) fn follow_summaries(&mut self, epics: BTreeSet<ItemId>) {
        for id in epics {
            let is_epic = self.items().get(id).is_some_and(|item| item.kind == ItemKind::Epic);
            match is_epic.then(|| Summary::of(self.under(id))).flatten() {
                Some(summary) => self.summaries.insert(id, summary),
                None => self.summaries.remove(&id),
            };
        }
    }

    /// The epic that an item is, or hangs under.
    fn epic_of(&self, item: &WorkItem) -> Option<ItemId> {
        let parent = |item: &&WorkItem| item.parent.and_then(|id| self.items().get(id));
        // A file may come with parents in a circle, and is refused only after the plan has been made of it.
        let mut above = std::iter::successors(Some(item), parent).take(ItemKind::ALL.len());
        above.find(|item| item.kind == ItemKind::Epic).map(|epic| epic.id)
    }

    /// All that an epic holds, directly or in what it holds; nothing for anything but an epic.
    pub(crate) fn held_by(&self, item: &WorkItem) -> impl Iterator<Item = &WorkItem> {
        let epic = (item.kind == ItemKind::Epic).then_some(item.id);
        epic.into_iter().flat_map(|epic| self.under(epic))
    }

    fn under(&self, epic: ItemId) -> impl Iterator<Item = &WorkItem> {
        // No epic holds another, but in a file that is about to be refused.
        let children =
            |id: ItemId| self.children(id).filter(|item| item.kind != ItemKind::Epic).collect::<Vec<_>>();
        let mut waiting = children(epic);
        std::iter::from_fn(move || {
            let held = waiting.pop()?;
            waiting.extend(children(held.id));
            Some(held)
        })
    }

    /// The days that an item takes on the timeline: those of what it holds for an epic that holds dated items, else
    /// its own.
    pub fn span_of(&self, item: &WorkItem) -> Option<Span> {
        self.summary(item).map(|summary| summary.span).or_else(|| item.schedule.span())
    }

    /// How far an item has come, in per cent: an epic that holds dated items as far as they have, each weighted by its
    /// days.
    pub fn progress_of(&self, item: &WorkItem) -> u8 {
        self.summary(item).map_or(item.progress, |summary| summary.progress)
    }

    /// How many items an item holds, directly or in what it holds.
    pub fn count_held(&self, id: ItemId) -> usize {
        let mut waiting: Vec<ItemId> = vec![id];
        let mut count = 0;
        while let Some(holder) = waiting.pop() {
            let held = self.children(holder).map(|item| item.id);
            let before = waiting.len();
            waiting.extend(held);
            count += waiting.len() - before;
        }
        count
    }

    /// The items that hold an item, the nearest first.
    pub fn above(&self, item: &WorkItem) -> impl Iterator<Item = &WorkItem> {
        let parent = |item: &WorkItem| item.parent.and_then(|id| self.items().get(id));
        std::iter::successors(parent(item), move |above| parent(above))
    }

    /// The epics that hold an item, the nearest first.
    pub fn epics_above(&self, item: &WorkItem) -> impl Iterator<Item = &WorkItem> {
        self.above(item).filter(|above| above.kind == ItemKind::Epic)
    }
}

/// Whether an item brings other sums into an epic than before.
fn sums_otherwise(diff: &Diff<WorkItem>) -> bool {
    let summed = |item: &WorkItem| (item.kind, item.parent, item.schedule, item.status, item.progress);
    diff.before.as_ref().map(summed) != diff.after.as_ref().map(summed)
}

/// Whether an epic spans an item that it holds, if that is dated.
pub(crate) fn counts(held: &WorkItem) -> bool {
    held.status != Status::Dropped
}

/// Whether an epic spans what it holds instead of its own days.
pub(crate) fn spans_what_it_holds(draft: &Draft<'_>, epic: ItemId) -> bool {
    dated_under(draft, epic).into_iter().filter_map(|id| draft.get::<WorkItem>(id)).any(counts)
}

/// The days that an item of a draft takes on the timeline, as [`Plan::span_of`] tells them.
pub(crate) fn span_in(draft: &Draft<'_>, item: &WorkItem) -> Option<Span> {
    let held = dated_under(draft, item.id).into_iter().filter_map(|id| draft.get::<WorkItem>(id));
    let spans = held.filter(|held| counts(held)).filter_map(|held| held.schedule.span());
    spans.reduce(Span::union).or_else(|| item.schedule.span())
}

/// The dated items under an epic; none for anything else.
pub(crate) fn dated_under(draft: &Draft<'_>, id: ItemId) -> Vec<ItemId> {
    let mut found = Vec::new();
    if draft.get::<WorkItem>(id).is_none_or(|item| item.kind != ItemKind::Epic) {
        return found;
    }
    let mut waiting = draft.children(id);
    while let Some(id) = waiting.pop() {
        waiting.extend(draft.children(id));
        if draft.get::<WorkItem>(id).is_some_and(|item| item.schedule.span().is_some()) {
            found.push(id);
        }
    }
    found
}
