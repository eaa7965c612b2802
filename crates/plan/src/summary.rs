//! Epics on the timeline: they span what they hold.

use crate::day::Span;
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
}

impl Plan {
    /// What an epic's dated items come to; none if it holds none, and for anything but an epic.
    ///
    /// What was dropped does not count. Costs what the epic holds.
    pub fn summary(&self, item: &WorkItem) -> Option<Summary> {
        if item.kind != ItemKind::Epic {
            return None;
        }
        let (mut span, mut days, mut done) = (None::<Span>, 0_i64, 0_i64);
        let mut waiting: Vec<&WorkItem> = self.children(item.id).collect();
        while let Some(held) = waiting.pop() {
            waiting.extend(self.children(held.id));
            let Some(of_held) = held.schedule.span().filter(|_| counts(held)) else { continue };
            span = Some(span.map_or(of_held, |span| span.union(of_held)));
            days += i64::from(of_held.days());
            done += i64::from(of_held.days()) * i64::from(held.progress);
        }
        let progress = u8::try_from(done / days.max(1)).unwrap_or(100);
        span.map(|span| Summary { span, progress })
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

/// Whether an epic spans an item that it holds, if that is dated.
fn counts(held: &WorkItem) -> bool {
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
