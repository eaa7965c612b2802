//! Epics on the timeline: they span what they hold.
//!
//! What counts of it is told once, by [`counted`], for plans and drafts alike. What a single item says of its own progress
//! is left as it is.

use std::collections::BTreeSet;

use crate::change::{Change, ChangeSet, Diff};
use crate::day::{Day, Span};
use crate::dependency::DependencyKind;
use crate::draft::Draft;
use crate::id::ItemId;
use crate::item::{ItemKind, Status, WorkItem};
use crate::plan::Plan;
use crate::waiting::is_epic;

/// What the items come to that an epic holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// From the first of their days to the last.
    pub span: Span,
    /// Their progress in per cent, each weighted by its days. What is done counts whole, and what is part of a dated item
    /// counts with that.
    pub progress: u8,
    /// From the first to the last day of those that are not done; none if all are.
    pub to_do: Option<Span>,
}

impl Summary {
    /// What some items come to; none of none.
    fn of(held: &[Counted<'_>]) -> Option<Self> {
        let (mut span, mut to_do, mut days, mut done) = (None, None, 0_i64, 0_i64);
        let with = |sum: Option<Span>, span| Some(sum.map_or(span, |sum: Span| sum.union(span)));
        for held in held {
            span = with(span, held.span);
            to_do = if held.is_done { to_do } else { with(to_do, held.span) };
            if !held.is_part {
                let progress = if held.is_done { 100 } else { i64::from(held.item.progress) };
                days += i64::from(held.span.days());
                done += i64::from(held.span.days()) * progress;
            }
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

/// A dated item that an epic counts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Counted<'i> {
    pub(crate) item: &'i WorkItem,
    pub(crate) span: Span,
    /// Whether it is done, or part of what is done.
    pub(crate) is_done: bool,
    /// Whether another one that counts holds it, of whose days its own are part.
    is_part: bool,
}

/// The dated items under an epic that it counts: all but what was dropped, and what hangs under that.
fn counted<'i, I>(epic: ItemId, children: impl Fn(ItemId) -> I) -> Vec<Counted<'i>>
where
    I: IntoIterator<Item = &'i WorkItem>,
{
    let mut found = Vec::new();
    let mut waiting = vec![(epic, false, false)];
    while let Some((holder, is_part, is_done)) = waiting.pop() {
        // No epic holds another, but in a file that is about to be refused.
        let counts = |item: &&WorkItem| item.kind != ItemKind::Epic && item.status != Status::Dropped;
        for item in children(holder).into_iter().filter(counts) {
            let (span, is_done) = (item.schedule.span(), is_done || item.status == Status::Done);
            waiting.push((item.id, is_part || span.is_some(), is_done));
            found.extend(span.map(|span| Counted { item, span, is_done, is_part }));
        }
    }
    found
}

impl Plan {
    /// What an epic's dated items come to; none if it holds none, and for anything but an epic.
    ///
    /// What was dropped does not count, and neither does what hangs under that. It is kept with the plan: asking costs
    /// nothing, and a change what the epics hold that it concerns.
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
            match is_epic.then(|| Summary::of(&counted(id, |id| self.children(id)))).flatten() {
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
        let mut waiting: Vec<&WorkItem> = Vec::new();
        if item.kind == ItemKind::Epic {
            waiting.extend(self.children(item.id));
        }
        std::iter::from_fn(move || {
            let held = waiting.pop()?;
            waiting.extend(self.children(held.id));
            Some(held)
        })
    }

    /// The days that an item takes on the timeline: those of what it holds for an epic that holds dated items, else
    /// its own.
    pub fn span_of(&self, item: &WorkItem) -> Option<Span> {
        self.summary(item).map(|summary| summary.span).or_else(|| item.schedule.span())
    }

    /// How far an item has come, in per cent: an epic that holds dated items as far as they have, as [`Summary::progress`]
    /// tells it.
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

/// Whether the epic over an item counts it, if it is dated.
pub(crate) fn is_counted(draft: &Draft<'_>, item: &WorkItem) -> bool {
    let parent = |item: &&WorkItem| item.parent.and_then(|id| draft.get::<WorkItem>(id));
    let mut to_the_epic =
        std::iter::successors(Some(item), parent).take_while(|above| above.kind != ItemKind::Epic);
    to_the_epic.all(|above| above.status != Status::Dropped)
}

/// Whether an epic spans what it holds instead of its own days.
pub(crate) fn spans_what_it_holds(draft: &Draft<'_>, epic: ItemId) -> bool {
    !counted_in(draft, epic).is_empty()
}

/// The days that an item of a draft takes on the timeline, as [`Plan::span_of`] tells them.
pub(crate) fn span_in(draft: &Draft<'_>, item: &WorkItem) -> Option<Span> {
    let spans = counted_in(draft, item.id).into_iter().map(|held| held.span);
    spans.reduce(Span::union).or_else(|| item.schedule.span())
}

/// The dated items under an epic of a draft that it counts; none for anything else.
pub(crate) fn counted_in<'d>(draft: &'d Draft<'_>, id: ItemId) -> Vec<Counted<'d>> {
    if !is_epic(draft, id) {
        return Vec::new();
    }
    counted(id, |id| draft.children(id).into_iter().filter_map(|id| draft.get::<WorkItem>(id)))
}

/// All dated items under an epic, also those that it does not count; none for anything else.
pub(crate) fn dated_under(draft: &Draft<'_>, id: ItemId) -> Vec<ItemId> {
    let mut found = Vec::new();
    if !is_epic(draft, id) {
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
