//! Baselines: named copies of the schedule, to measure slip against.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::calendar::WorkingCalendar;
use crate::day::{Day, Span};
use crate::id::{BaselineId, ItemId, MilestoneId};
use crate::item::WorkItem;
use crate::milestone::Milestone;
use crate::plan::Plan;
use crate::rank::Rank;

/// A named copy of the schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Baseline {
    /// Identity, for life.
    pub id: BaselineId,
    /// Name; never empty, unique in the plan.
    pub name: String,
    /// The day on which it was taken.
    pub taken: Day,
    /// What was dated then, in the order of the ids; epics with the days that they spanned.
    pub spans: Vec<BaselineSpan>,
    /// The milestones that there were then, in the order of the ids. None if it was taken by a Milepost that did not keep
    /// them: it tells nothing of milestones, not that there were none.
    pub milestones: Option<Vec<BaselineMilestone>>,
    /// Order in the list of baselines.
    pub rank: Rank,
}

impl Baseline {
    /// The days that an item had; none if it had none, or was not there yet.
    pub fn span_of(&self, item: ItemId) -> Option<Span> {
        let index = self.spans.binary_search_by_key(&item, |kept| kept.item).ok()?;
        self.spans.get(index).map(BaselineSpan::span)
    }

    /// The day that a milestone had; none if it was not there yet, or milestones were not kept.
    pub fn day_of(&self, milestone: MilestoneId) -> Option<Day> {
        let kept = self.milestones.as_deref()?;
        let index = kept.binary_search_by_key(&milestone, |kept| kept.milestone).ok()?;
        kept.get(index).map(|kept| kept.day)
    }
}

/// The days that an item had when a baseline was taken. It stays when the item goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct BaselineSpan {
    /// Which item.
    pub item: ItemId,
    /// What it was called.
    pub title: String,
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
}

impl BaselineSpan {
    fn span(&self) -> Span {
        Span { first: self.first, last: self.last }
    }

    fn told(&self) -> (Dated, Span, &str) {
        (Dated::Item { id: self.item }, self.span(), &self.title)
    }
}

/// The day that a milestone had when a baseline was taken. It stays when the milestone goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct BaselineMilestone {
    /// Which milestone.
    pub milestone: MilestoneId,
    /// What it was called.
    pub name: String,
    /// Its day.
    pub day: Day,
}

impl BaselineMilestone {
    fn told(&self) -> (Dated, Span, &str) {
        (Dated::Milestone { id: self.milestone }, Span { first: self.day, last: self.day }, &self.name)
    }
}

/// What stands on days and may move: of two that have moved as far, a milestone is told first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "entity", rename_all = "snake_case")]
pub enum Dated {
    /// A milestone.
    Milestone {
        /// Which one.
        id: MilestoneId,
    },
    /// A work item.
    Item {
        /// Which one.
        id: ItemId,
    },
}

/// How far an item or a milestone has moved between two schedules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Slip {
    /// Which one; it may be gone.
    pub what: Dated,
    /// What it is called, or was.
    pub title: String,
    /// Its days in the baseline, of a milestone its one day; none if it had none.
    pub before: Option<Span>,
    /// Its days in what the baseline is compared with; none if it has none.
    pub after: Option<Span>,
    /// Working days that its end has moved later; negative if earlier. None without both.
    pub days: Option<i32>,
}

/// Working days from one end to another: how much later the second is, negative if it is earlier.
pub fn slip_days(before: Span, after: Span, calendar: &WorkingCalendar) -> i32 {
    let (from, to) = (before.last, after.last);
    if to >= from { calendar.working_days_after(from, to) } else { -calendar.working_days_after(to, from) }
}

impl Plan {
    /// The baseline that was taken last; of several on one day the last one in their order.
    pub fn latest_baseline(&self) -> Option<&Baseline> {
        self.baselines().iter().max_by_key(|baseline| (baseline.taken, baseline.rank, baseline.id))
    }

    /// The days that an item stood at in a baseline. Of an epic whose days it does not have, as those do not that were taken
    /// before epics were kept, those of what the epic holds now.
    pub fn span_in(&self, baseline: &Baseline, item: &WorkItem) -> Option<Span> {
        let of_held = || self.held_by(item).filter_map(|held| baseline.span_of(held.id)).reduce(Span::union);
        baseline.span_of(item.id).or_else(of_held)
    }

    /// What has moved since a baseline was taken, or between it and a later one: what ends later most comes first.
    /// Milestones are compared where both schedules know of them.
    ///
    /// Costs a walk over both.
    pub fn slips(&self, since: &Baseline, until: Option<&Baseline>) -> Vec<Slip> {
        let calendar = WorkingCalendar::of(self.settings());
        let (spans, days) = self.schedule_at(until);
        let (had_days, has_days) = since.milestones.as_deref().zip(days.as_deref()).unwrap_or_default();
        let had = since.spans.iter().map(BaselineSpan::told);
        let had = had.chain(had_days.iter().map(BaselineMilestone::told));
        let has = spans.iter().map(BaselineSpan::told).chain(has_days.iter().map(BaselineMilestone::told));

        let mut both: BTreeMap<Dated, (Option<Span>, Option<Span>, &str)> =
            had.map(|(what, span, title)| (what, (Some(span), None, title))).collect();
        for (what, span, title) in has {
            let entry = both.entry(what).or_insert_with(|| (self.stood_in(since, what), None, title));
            (entry.1, entry.2) = (Some(span), title);
        }
        let moved = both.into_iter().filter(|(_, (before, after, _))| before != after);
        let mut slips: Vec<Slip> = moved
            .map(|(what, (before, after, title))| Slip {
                what,
                title: title.to_owned(),
                before,
                after,
                days: before.zip(after).map(|(before, after)| slip_days(before, after, &calendar)),
            })
            .collect();
        slips.sort_by_key(|slip| (Reverse(slip.days), slip.what));
        slips
    }

    /// What a baseline keeps, or what one would that is taken now.
    fn schedule_at<'b>(
        &self,
        baseline: Option<&'b Baseline>,
    ) -> (Cow<'b, [BaselineSpan]>, Option<Cow<'b, [BaselineMilestone]>>) {
        match baseline {
            Some(kept) => (Cow::from(&kept.spans), kept.milestones.as_deref().map(Cow::from)),
            None => (
                Cow::from(dated(self.items().iter(), |item| self.span_of(item))),
                Some(Cow::from(marked(self.milestones().iter()))),
            ),
        }
    }

    /// The days of what a baseline does not name.
    fn stood_in(&self, baseline: &Baseline, what: Dated) -> Option<Span> {
        match what {
            Dated::Item { id } => self.span_in(baseline, self.items().get(id)?),
            Dated::Milestone { .. } => None,
        }
    }
}

/// The days of those items that have some, in the order of the ids.
pub(crate) fn dated<'i>(
    items: impl Iterator<Item = &'i WorkItem>,
    days_of: impl Fn(&WorkItem) -> Option<Span>,
) -> Vec<BaselineSpan> {
    let mut spans: Vec<BaselineSpan> = items
        .filter_map(|item| {
            let Span { first, last } = days_of(item)?;
            Some(BaselineSpan { item: item.id, title: item.title.clone(), first, last })
        })
        .collect();
    spans.sort_unstable_by_key(|kept| kept.item);
    spans
}

/// The days of milestones, in the order of the ids.
pub(crate) fn marked<'m>(milestones: impl Iterator<Item = &'m Milestone>) -> Vec<BaselineMilestone> {
    let mut days: Vec<BaselineMilestone> = milestones
        .map(|row| BaselineMilestone { milestone: row.id, name: row.name.clone(), day: row.day })
        .collect();
    days.sort_unstable_by_key(|kept| kept.milestone);
    days
}
