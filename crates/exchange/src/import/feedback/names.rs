//! What rows of feedback call customers, needs and work items.

use std::collections::BTreeSet;

use milepost_plan::{CustomerId, ItemId, Need, NeedId, Plan, WorkItem};

use super::Row;
use crate::import::names::{Called, Unfound, find_all};
use crate::report::quoted;

/// Finds what of the plan rows name. Case does not count where nothing else is called so.
#[derive(Debug)]
pub(super) struct Names {
    customers: Called<CustomerId>,
    needs: Called<NeedId>,
    items: Called<ItemId>,
}

impl Names {
    pub(super) fn of(plan: &Plan) -> Self {
        Self {
            customers: customers(plan),
            needs: Called::new(plan.needs().iter().map(|need| (need.statement.as_str(), need.id))),
            items: Called::new(plan.items().iter().map(|item| (item.title.as_str(), item.id))),
        }
    }

    pub(super) fn customer(&self, name: &str) -> Result<CustomerId, Unfound> {
        self.customers.find(name)
    }

    /// Knows one more customer from now on.
    pub(super) fn add_customer(&mut self, name: &str, id: CustomerId) {
        self.customers.add(name, id);
    }

    /// The needs that lists name, or why one of them cannot be told.
    pub(super) fn needs(&self, plan: &Plan, lists: &[String]) -> Result<Vec<NeedId>, String> {
        find_all(lists, |name| self.needs.find_own::<Need>(plan, name))
            .map_err(|(name, why)| format!("the need {} {}", quoted(&name), why.words()))
    }

    /// The work items that lists name, or why one of them cannot be told.
    pub(super) fn items(&self, plan: &Plan, lists: &[String]) -> Result<Vec<ItemId>, String> {
        let by_key = |name: &str| plan.item_by_key(name).map(|item| item.id);
        let find = |name: &str| by_key(name).map_or_else(|| self.items.find_own::<WorkItem>(plan, name), Ok);
        find_all(lists, find)
            .map_err(|(name, why)| format!("the work item {} {}", quoted(&name), why.words()))
    }
}

/// The names of customers that rows give and the plan does not have.
pub(in crate::import) fn unknown_customers(rows: &[Row], plan: &Plan) -> BTreeSet<String> {
    let known = customers(plan);
    let named = rows.iter().map(|row| &row.customer).filter(|name| !name.is_empty());
    named.filter(|name| known.find(name) == Err(Unfound::Missing)).map(|name| name.to_lowercase()).collect()
}

fn customers(plan: &Plan) -> Called<CustomerId> {
    Called::new(plan.customers().iter().map(|customer| (customer.name.as_str(), customer.id)))
}
