//! Insight: what the roadmap does for whom.
//!
//! A walk over the whole plan, for a page that somebody reads. What was dropped counts nowhere.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::baseline::{Baseline, slip_days};
use crate::calendar::WorkingCalendar;
use crate::coverage::{Coverage, Standing};
use crate::customer::Customer;
use crate::day::Day;
use crate::feedback::Feedback;
use crate::id::{CustomerId, FeedbackId, ItemId, NeedId};
use crate::item::{ItemKind, Status, WorkItem};
use crate::need::Need;
use crate::plan::Plan;

/// What the roadmap does for whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Insight {
    /// Needs by where they stand, in the order of [`Standing::ALL`].
    pub standings: [usize; 4],
    /// Needs that are met after the day on which they are wanted.
    pub late: usize,
    /// What all needs weigh together.
    pub weight: u64,
    /// Working days of everything planned: features, and what serves a need without being part of one.
    pub days: f64,
    /// All needs, the heaviest first.
    pub needs: Vec<NeedShare>,
    /// All customers: those with needs of which the least is served come first, those without needs last.
    pub customers: Vec<CustomerShare>,
    /// Features that serve no need, neither themselves nor by what they hold or are held by, in the order by hand.
    pub serve_nobody: Vec<ItemId>,
    /// Working days of these.
    pub days_for_nobody: f64,
    /// What is open of what sources have been promised, what comes first first; what has no days comes last.
    pub promises: Vec<Promise>,
}

/// How much of the roadmap a need carries.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NeedShare {
    /// Which need.
    pub need: NeedId,
    /// What it weighs.
    pub weight: u64,
    /// Working days that are planned for it: a feature divides its own evenly among the needs that it serves, itself or
    /// by what it holds or is held by.
    pub days: f64,
    /// How far it is served.
    pub coverage: Coverage,
}

/// How much of what a customer needs is served.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CustomerShare {
    /// Which customer.
    pub customer: CustomerId,
    /// Number of its needs.
    pub needs: usize,
    /// How many of these nothing serves.
    pub unserved: usize,
    /// What its needs weigh to it: importance × its size.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub weight: u64,
    /// How much of that is served: all of a need that something serves fully, half of one that is served partly.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub served: u64,
    /// How much of that is done: all of a need that is met, half of one that is partly met.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub met: u64,
}

/// That a source has been promised a work item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promise {
    /// What was said.
    pub feedback: FeedbackId,
    /// The item that it speaks of, or that the feedback speaks of which stands for it.
    pub item: ItemId,
    /// The last day of the item; none if it has no days.
    pub last: Option<Day>,
    /// Working days that its end has moved later since the baseline; negative if earlier. None without a baseline or
    /// where the item had no days in it.
    pub moved_days: Option<i32>,
}

impl Plan {
    /// What the roadmap does for whom; what was promised is held against a baseline, if one is given.
    pub fn insight(&self, since: Option<&Baseline>) -> Insight {
        let calendar = WorkingCalendar::of(self.settings());
        let planned = self.planned_days(&calendar);
        let mut standings = [0; Standing::ALL.len()];
        let mut late = 0;
        let needs: Vec<NeedShare> = self
            .needs_by_weight()
            .into_iter()
            .map(|(need, weight)| {
                let coverage = self.coverage(need);
                standings[coverage.standing as usize] += 1;
                late += usize::from(coverage.days_late.is_some());
                let days = planned.by_need.get(&need.id).copied().unwrap_or_default();
                NeedShare { need: need.id, weight, days, coverage }
            })
            .collect();
        Insight {
            standings,
            late,
            weight: needs.iter().map(|share| share.weight).sum(),
            days: planned.all,
            customers: self.shares_of_customers(),
            serve_nobody: planned.for_nobody.clone(),
            days_for_nobody: planned.days_for_nobody,
            promises: self.promises(since, &calendar),
            needs,
        }
    }

    /// All needs with what they weigh, the heaviest first; among equals in the order of their ids.
    pub fn needs_by_weight(&self) -> Vec<(&Need, u64)> {
        let mut needs: Vec<(&Need, u64)> =
            self.needs().iter().map(|need| (need, self.weight_of_need(need))).collect();
        needs.sort_by_key(|(_, weight)| Reverse(*weight));
        needs
    }

    /// The items that serve some need and are not dropped, from the first day on; those without days come last.
    pub fn serving_any(&self) -> Vec<&WorkItem> {
        let serves = |item: &&WorkItem| !item.needs.is_empty() && item.status != Status::Dropped;
        let mut items: Vec<&WorkItem> = self.items().iter().filter(serves).collect();
        items.sort_by_cached_key(|item| {
            let span = self.span_of(item);
            (span.is_none(), span.map(|span| span.first), item.place())
        });
        items
    }

    fn planned_days(&self, calendar: &WorkingCalendar) -> PlannedDays {
        let mut planned = PlannedDays::default();
        for item in self.items_in_order().filter(|item| self.counts_by_itself(item)) {
            let needs = self.needs_behind(item);
            let days = self.span_of(item).map_or(0.0, |span| f64::from(calendar.working_days(span)));
            planned.all += days;
            if needs.is_empty() {
                planned.for_nobody.push(item.id);
                planned.days_for_nobody += days;
            }
            let count = u32::try_from(needs.len()).unwrap_or(u32::MAX);
            for need in needs {
                *planned.by_need.entry(need).or_default() += days / f64::from(count);
            }
        }
        planned
    }

    /// Whether the days of an item are its own: those of a story are part of its feature's, and those of an epic are
    /// those of what it holds.
    fn counts_by_itself(&self, item: &WorkItem) -> bool {
        let is_part = || self.holders(item).any(|holder| holder.kind == ItemKind::Feature);
        match item.kind {
            _ if item.status == Status::Dropped => false,
            ItemKind::Feature => true,
            ItemKind::Epic => !item.needs.is_empty() && self.summary(item).is_none(),
            ItemKind::UserStory | ItemKind::Bug | ItemKind::Issue => !item.needs.is_empty() && !is_part(),
        }
    }

    /// The needs that an item serves, itself or by what it holds or is held by.
    fn needs_behind(&self, item: &WorkItem) -> BTreeSet<NeedId> {
        let mut needs: BTreeSet<NeedId> = item.needs.iter().map(|served| served.need).collect();
        let holders = self.holders(item).filter(|holder| holder.status != Status::Dropped);
        needs.extend(holders.flat_map(|holder| &holder.needs).map(|served| served.need));
        let mut waiting: Vec<&WorkItem> = self.children(item.id).collect();
        while let Some(held) = waiting.pop() {
            if held.status != Status::Dropped {
                needs.extend(held.needs.iter().map(|served| served.need));
                waiting.extend(self.children(held.id));
            }
        }
        needs
    }

    /// What holds an item, from its parent upwards. The rules keep the tree free of circles.
    fn holders(&self, item: &WorkItem) -> impl Iterator<Item = &WorkItem> {
        let parent = |item: &WorkItem| item.parent.and_then(|id| self.items().get(id));
        std::iter::successors(parent(item), move |holder| parent(holder))
    }

    fn shares_of_customers(&self) -> Vec<CustomerShare> {
        let mut shares: Vec<(CustomerShare, &Customer)> = self
            .customers_in_order()
            .into_iter()
            .map(|customer| (self.customer_share(customer), customer))
            .collect();
        // Shares are compared crosswise, which needs no division.
        shares.sort_by(|(one, a), (other, b)| {
            let crossed = (u128::from(one.served) * u128::from(other.weight))
                .cmp(&(u128::from(other.served) * u128::from(one.weight)));
            let weightless = |share: &CustomerShare| share.weight == 0;
            weightless(one)
                .cmp(&weightless(other))
                .then(crossed)
                .then(other.weight.cmp(&one.weight))
                .then(a.place().cmp(&b.place()))
        });
        shares.into_iter().map(|(share, _)| share).collect()
    }

    fn customer_share(&self, customer: &Customer) -> CustomerShare {
        let mut share =
            CustomerShare { customer: customer.id, needs: 0, unserved: 0, weight: 0, served: 0, met: 0 };
        let (mut served_halves, mut met_halves) = (0, 0);
        for need in self.needs_of_customer(customer.id) {
            let Some(importance) = need.importance_to(customer.id) else { continue };
            let weight = importance.points() * u64::from(customer.size);
            let coverage = self.coverage(need);
            share.needs += 1;
            share.unserved += usize::from(coverage.standing == Standing::Unserved);
            share.weight += weight;
            served_halves += weight * halves_served(&coverage);
            met_halves += weight * halves_met(coverage.standing);
        }
        share.served = served_halves / 2;
        share.met = met_halves / 2;
        share
    }

    fn promises(&self, since: Option<&Baseline>, calendar: &WorkingCalendar) -> Vec<Promise> {
        let mut promises: Vec<(Promise, Day)> = Vec::new();
        for feedback in self.feedback().iter().filter(|feedback| !feedback.is_closed()) {
            for item in self.promised_items(feedback) {
                let span = self.span_of(item);
                let before = since.and_then(|baseline| self.span_in(baseline, item));
                let moved = before.zip(span).map(|(before, after)| slip_days(before, after, calendar));
                let last = span.map(|span| span.last);
                let promise = Promise { feedback: feedback.id, item: item.id, last, moved_days: moved };
                promises.push((promise, feedback.day));
            }
        }
        promises.sort_by_key(|(promise, day)| (promise.last.is_none(), promise.last, promise.item, *day));
        promises.into_iter().map(|(promise, _)| promise).collect()
    }

    /// What a feedback speaks of itself, or else what the feedback does that stands for it.
    fn promised_items<'p>(&'p self, feedback: &'p Feedback) -> impl Iterator<Item = &'p WorkItem> {
        let original = feedback.duplicate_of.and_then(|id| self.feedback().get(id));
        let items = match original {
            Some(original) if feedback.items.is_empty() && !original.is_closed() => &original.items,
            _ => &feedback.items,
        };
        let found = items.iter().filter_map(|id| self.items().get(*id));
        found.filter(|item| item.status != Status::Dropped)
    }
}

#[derive(Debug, Default)]
struct PlannedDays {
    all: f64,
    by_need: BTreeMap<NeedId, f64>,
    for_nobody: Vec<ItemId>,
    days_for_nobody: f64,
}

fn halves_served(coverage: &Coverage) -> u64 {
    match (coverage.standing, coverage.is_full) {
        (Standing::Unserved, _) => 0,
        (_, true) => 2,
        (_, false) => 1,
    }
}

fn halves_met(standing: Standing) -> u64 {
    match standing {
        Standing::Met => 2,
        Standing::PartlyMet => 1,
        Standing::Unserved | Standing::Planned => 0,
    }
}
