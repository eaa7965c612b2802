//! Baselines: named copies of the schedule, to measure slip against.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::calendar::WorkingCalendar;
use crate::day::{Day, Span};
use crate::id::{BaselineId, ItemId};
use crate::item::WorkItem;
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
    /// Order in the list of baselines.
    pub rank: Rank,
}

impl Baseline {
    /// The days that an item had; none if it had none, or was not there yet.
    pub fn span_of(&self, item: ItemId) -> Option<Span> {
        let index = self.spans.binary_search_by_key(&item, |kept| kept.item).ok()?;
        self.spans.get(index).map(|kept| Span { first: kept.first, last: kept.last })
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

/// How far an item has moved between two schedules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Slip {
    /// Which item; it may be gone.
    pub item: ItemId,
    /// What it is called, or was.
    pub title: String,
    /// Its days in the baseline; none if it had none.
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
    ///
    /// Costs a walk over both.
    pub fn slips(&self, since: &Baseline, until: Option<&Baseline>) -> Vec<Slip> {
        let calendar = WorkingCalendar::of(self.settings());
        let now = match until {
            Some(until) => until.spans.clone(),
            None => dated(self.items().iter(), |item| self.span_of(item)),
        };
        let ended = |kept: &BaselineSpan| Span { first: kept.first, last: kept.last };
        let had = since.spans.iter().map(|kept| (kept.item, (Some(ended(kept)), None, &kept.title)));
        let mut both: BTreeMap<ItemId, (Option<Span>, Option<Span>, &String)> = had.collect();
        for kept in &now {
            let had = || self.items().get(kept.item).and_then(|item| self.span_in(since, item));
            let entry = both.entry(kept.item).or_insert_with(|| (had(), None, &kept.title));
            (entry.1, entry.2) = (Some(ended(kept)), &kept.title);
        }
        let moved = both.into_iter().filter(|(_, (before, after, _))| before != after);
        let mut slips: Vec<Slip> = moved
            .map(|(item, (before, after, title))| Slip {
                item,
                title: title.clone(),
                before,
                after,
                days: before.zip(after).map(|(before, after)| slip_days(before, after, &calendar)),
            })
            .collect();
        slips.sort_by_key(|slip| (Reverse(slip.days), slip.item));
        slips
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
