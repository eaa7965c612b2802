//! The needs behind a work item, and the customers behind these.

use milepost_plan::{CustomerId, Fulfilment, NeedId, Plan, WorkItem};
use serde::Serialize;

use super::NeedMark;

/// A need that a work item serves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ServedNeed {
    /// Which.
    pub id: NeedId,
    /// What is wanted.
    pub statement: String,
    /// How far the item serves it.
    pub fulfilment: Fulfilment,
    /// Where it stands.
    pub mark: NeedMark,
    /// What the need weighs.
    pub weight: u64,
    /// What of that counts for the item: all of it, or half if it serves the need partly.
    pub share: u64,
}

/// What a customer gives to the weight of a work item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CustomerBehind {
    /// Which customer.
    pub customer: CustomerId,
    /// What it gives, over all needs that the item serves.
    pub share: u64,
}

/// The needs that an item serves, the greatest share first.
pub(crate) fn served_needs(plan: &Plan, item: &WorkItem) -> Vec<ServedNeed> {
    let served = item.needs.iter().filter_map(|served| {
        let need = plan.needs().get(served.need)?;
        Some(ServedNeed {
            id: need.id,
            statement: need.statement.clone(),
            fulfilment: served.fulfilment,
            mark: NeedMark::of(&plan.coverage(need)),
            weight: plan.weight_of_need(need),
            share: plan.share_of_need(served),
        })
    });
    let mut needs: Vec<ServedNeed> = served.collect();
    needs.sort_by_key(|need| std::cmp::Reverse(need.share));
    needs
}

/// The customers behind an item, the greatest share first.
pub(crate) fn shares(plan: &Plan, item: &WorkItem) -> Vec<CustomerBehind> {
    let shares = plan.customer_shares(item).into_iter();
    shares.map(|(customer, share)| CustomerBehind { customer, share }).collect()
}
