//! Coverage: whether and when a need is met, and what it weighs.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::customer::Customer;
use crate::day::Span;
use crate::draft::Draft;
use crate::goal::Goal;
use crate::id::{CustomerId, GoalId, NeedId};
use crate::item::{Status, WorkItem};
use crate::need::{Fulfilment, Importance, ItemNeed, Need, NeedCustomer};
use crate::plan::Plan;
use crate::rank::Place;

/// How far a need is served by the work items of the plan, dropped ones left aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Coverage {
    /// Where it stands.
    pub standing: Standing,
    /// From the first to the last day of the items that serve it; none if none of them has days.
    pub span: Option<Span>,
    /// Days that the last of them ends after the need is wanted, while it is not met; none if it is in time.
    pub days_late: Option<i32>,
    /// Number of items that serve it.
    pub items: usize,
    /// How many of these are done.
    pub done: usize,
    /// How many of these have no days.
    pub undated: usize,
    /// Whether one of them serves it fully.
    pub is_full: bool,
}

/// Where a need stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Nothing serves it.
    Unserved,
    /// Something will serve it.
    Planned,
    /// Some of what serves it is done, or all of it, which does not serve it fully.
    PartlyMet,
    /// All that serves it is done, and something of that serves it fully.
    Met,
}

impl Standing {
    /// All of them, from nothing to done.
    pub const ALL: [Self; 4] = [Self::Unserved, Self::Planned, Self::PartlyMet, Self::Met];

    /// The words on screen, without a capital.
    pub fn label(self) -> &'static str {
        match self {
            Self::Unserved => "unserved",
            Self::Planned => "planned",
            Self::PartlyMet => "partly met",
            Self::Met => "met",
        }
    }
}

/// A part of what a need weighs: what one customer adds to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WeightPart {
    /// Whose need it is.
    pub customer: CustomerId,
    /// How important it is to that customer.
    pub importance: Importance,
    /// What the importance counts: 4, 3, 2 or 1.
    pub points: u64,
    /// The size of the customer, in its unit.
    pub size: u32,
    /// Points × size.
    pub weight: u64,
}

impl Plan {
    /// What [`Plan::weight_of_need`] is the sum of, the greatest part first, in the order of the customers among equals.
    pub fn weight_parts(&self, need: &Need) -> Vec<WeightPart> {
        let part = |row: &NeedCustomer| {
            let customer = self.customers().get(row.customer)?;
            let points = row.importance.points();
            let weight = points * u64::from(customer.size);
            let part = WeightPart {
                customer: customer.id,
                importance: row.importance,
                points,
                size: customer.size,
                weight,
            };
            Some((std::cmp::Reverse(weight), customer.place(), part))
        };
        let mut parts: Vec<_> = need.customers.iter().filter_map(part).collect();
        parts.sort_unstable_by_key(|(weight, place, _)| (*weight, *place));
        parts.into_iter().map(|(_, _, part)| part).collect()
    }

    /// How far a need is served.
    pub fn coverage(&self, need: &Need) -> Coverage {
        let (mut items, mut done, mut undated) = (0, 0, 0);
        let (mut is_full, mut span) = (false, None::<Span>);
        for item in self.serving(need.id) {
            items += 1;
            done += usize::from(item.status == Status::Done);
            is_full |= item.fulfilment_of(need.id) == Some(Fulfilment::Fully);
            match self.span_of(item) {
                Some(own) => span = Some(span.map_or(own, |span| span.union(own))),
                None => undated += 1,
            }
        }
        let standing = match (items, done) {
            (0, _) => Standing::Unserved,
            (_, 0) => Standing::Planned,
            _ if items == done && is_full => Standing::Met,
            _ => Standing::PartlyMet,
        };
        let days_late = match (standing, need.wanted_by, span) {
            (Standing::Planned | Standing::PartlyMet, Some(wanted_by), Some(span)) => {
                Some(span.last.days_since(wanted_by)).filter(|days| *days > 0)
            }
            _ => None,
        };
        Coverage { standing, span, days_late, items, done, undated, is_full }
    }

    /// The items that serve a need and are not dropped, in the order of their ids.
    pub fn serving(&self, need: NeedId) -> impl Iterator<Item = &WorkItem> {
        self.items_of_need(need).filter(|item| item.status != Status::Dropped)
    }

    /// What a need weighs: importance × size of the customer, for all whose need it is.
    pub fn weight_of_need(&self, need: &Need) -> u64 {
        weight_of_need(need, |customer| self.size_of(customer))
    }

    /// Weighs many needs as [`Plan::weight_of_need`] weighs one: the sizes of the customers are looked up once.
    pub fn weigher(&self) -> impl Fn(&Need) -> u64 + use<> {
        let sizes: HashMap<CustomerId, u64> =
            self.customers().iter().map(|customer| (customer.id, u64::from(customer.size))).collect();
        move |need| weight_of_need(need, |customer| sizes.get(&customer).copied().unwrap_or(0))
    }

    /// What a work item weighs: the needs that it serves fully, and half of those that it serves partly.
    pub fn weight_of_item(&self, item: &WorkItem) -> u64 {
        let halves = item.needs.iter().map(|served| self.halves(served)).sum::<u64>();
        halves / 2
    }

    /// The need that gives a work item most of its weight; the one with the smallest id among equals.
    pub fn leading_need(&self, item: &WorkItem) -> Option<NeedId> {
        leading(item.needs.iter().map(|served| (served.need, self.halves(served))))
    }

    /// The goal of a work item that comes first in the order of the goals.
    pub fn leading_goal(&self, item: &WorkItem) -> Option<GoalId> {
        let places = item.goals.iter().filter_map(|id| self.goals().get(*id)).map(Goal::place);
        places.min().map(|(_, id)| id)
    }

    /// The customer that gives a work item most of its weight, in the order of the customers among equals.
    pub fn leading_customer(&self, item: &WorkItem) -> Option<CustomerId> {
        leading_customer(item, |id| self.needs().get(id), |id| self.customers().get(id))
    }

    /// What a need gives to the weight of a work item that serves it; half a point is dropped.
    pub fn share_of_need(&self, served: &ItemNeed) -> u64 {
        self.halves(served) / 2
    }

    /// What each customer gives to the weight of a work item, the greatest share first; half a point is dropped.
    pub fn customer_shares(&self, item: &WorkItem) -> Vec<(CustomerId, u64)> {
        let halves = customer_halves(item, |id| self.needs().get(id), |id| self.customers().get(id));
        let mut shares: Vec<_> = halves.into_iter().map(|((_, id), halves)| (id, halves / 2)).collect();
        shares.sort_by_key(|(_, share)| std::cmp::Reverse(*share));
        shares
    }

    fn halves(&self, served: &ItemNeed) -> u64 {
        self.needs().get(served.need).map_or(0, |need| halves(self.weight_of_need(need), served.fulfilment))
    }

    fn size_of(&self, customer: CustomerId) -> u64 {
        self.customers().get(customer).map_or(0, |customer| u64::from(customer.size))
    }
}

/// What [`Plan::leading_need`] is while an operation changes the plan.
pub(crate) fn leading_need(draft: &Draft<'_>, item: &WorkItem) -> Option<NeedId> {
    let size_of = |id| draft.get::<Customer>(id).map_or(0, |customer| u64::from(customer.size));
    let share = |served: &ItemNeed| {
        let weight = draft.get::<Need>(served.need).map_or(0, |need| weight_of_need(need, size_of));
        (served.need, halves(weight, served.fulfilment))
    };
    leading(item.needs.iter().map(share))
}

/// The customer that gives a work item most of its weight, of these needs and customers.
pub(crate) fn leading_customer<'r>(
    item: &WorkItem,
    need: impl Fn(NeedId) -> Option<&'r Need>,
    customer: impl Fn(CustomerId) -> Option<&'r Customer>,
) -> Option<CustomerId> {
    leading(customer_halves(item, need, customer)).map(|(_, id)| id)
}

/// Twice what each customer gives to the weight of a work item, in the order of the customers.
fn customer_halves<'r>(
    item: &WorkItem,
    need: impl Fn(NeedId) -> Option<&'r Need>,
    customer: impl Fn(CustomerId) -> Option<&'r Customer>,
) -> BTreeMap<Place<CustomerId>, u64> {
    let mut shares = BTreeMap::new();
    for served in &item.needs {
        for row in need(served.need).into_iter().flat_map(|need| &need.customers) {
            let Some(customer) = customer(row.customer) else { continue };
            let share = halves(row.importance.points() * u64::from(customer.size), served.fulfilment);
            *shares.entry(customer.place()).or_insert(0) += share;
        }
    }
    shares
}

/// The greatest importance to anybody of a need that a work item serves, of these needs.
pub(crate) fn greatest_importance<'r>(
    item: &WorkItem,
    need: impl Fn(NeedId) -> Option<&'r Need>,
) -> Option<Importance> {
    item.needs.iter().filter_map(|served| need(served.need)).filter_map(Need::importance).min()
}

/// What a need weighs where customers have these sizes.
fn weight_of_need(need: &Need, size_of: impl Fn(CustomerId) -> u64) -> u64 {
    need.customers.iter().map(|row| row.importance.points() * size_of(row.customer)).sum()
}

/// Twice what a weight counts for something that serves it that far.
fn halves(weight: u64, fulfilment: Fulfilment) -> u64 {
    match fulfilment {
        Fulfilment::Partly => weight,
        Fulfilment::Fully => 2 * weight,
    }
}

/// The first of those with the greatest share.
fn leading<T>(shares: impl IntoIterator<Item = (T, u64)>) -> Option<T> {
    let heavier = |best: (T, u64), other: (T, u64)| if other.1 > best.1 { other } else { best };
    shares.into_iter().reduce(heavier).map(|(what, _)| what)
}
