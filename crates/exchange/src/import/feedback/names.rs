//! What rows of feedback call customers, needs and work items.

use std::collections::{BTreeSet, HashMap};

use milepost_plan::{CustomerId, Entity, Id, ItemId, Need, NeedId, Plan, WorkItem};
use uuid::Uuid;

use super::Row;
use crate::report::quoted;

/// What separates entries of a list; a comma does not, since sentences have some.
const SEPARATORS: [char; 2] = [';', '\n'];

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

    pub(super) fn customer(&self, name: &str) -> Option<CustomerId> {
        self.customers.find(name).ok()
    }

    /// Knows one more customer from now on.
    pub(super) fn add_customer(&mut self, name: &str, id: CustomerId) {
        self.customers.add(name, id);
    }

    /// The needs that lists name, or why one of them cannot be told.
    pub(super) fn needs(&self, plan: &Plan, lists: &[String]) -> Result<Vec<NeedId>, String> {
        find_all(lists, |name| own::<Need>(plan, name).map_or_else(|| self.needs.find(name), Ok))
            .map_err(|(name, why)| format!("the need {} {}", quoted(&name), why.words()))
    }

    /// The work items that lists name, or why one of them cannot be told.
    pub(super) fn items(&self, plan: &Plan, lists: &[String]) -> Result<Vec<ItemId>, String> {
        let by_key = |name: &str| plan.item_by_key(name).map(|item| item.id);
        let find = |name: &str| {
            by_key(name).or_else(|| own::<WorkItem>(plan, name)).map_or_else(|| self.items.find(name), Ok)
        };
        find_all(lists, find)
            .map_err(|(name, why)| format!("the work item {} {}", quoted(&name), why.words()))
    }
}

/// The names of customers that rows give and the plan does not have.
pub(in crate::import) fn unknown_customers(rows: &[Row], plan: &Plan) -> BTreeSet<String> {
    let known = customers(plan);
    let named = rows.iter().map(|row| &row.customer).filter(|name| !name.is_empty());
    named.filter(|name| known.find(name).is_err()).map(|name| name.to_lowercase()).collect()
}

fn customers(plan: &Plan) -> Called<CustomerId> {
    Called::new(plan.customers().iter().map(|customer| (customer.name.as_str(), customer.id)))
}

/// The row of the plan whose id a text is.
fn own<E: Entity>(plan: &Plan, text: &str) -> Option<E::Id> {
    let id = E::Id::from_uuid(Uuid::try_parse(text).ok()?);
    E::find(plan, id).ok().map(milepost_plan::Row::id)
}

/// Each entry of each list, a list as a whole first: a name may hold what separates others.
fn find_all<I: Copy>(
    lists: &[String],
    find: impl Fn(&str) -> Result<I, Unfound>,
) -> Result<Vec<I>, (String, Unfound)> {
    let mut found = Vec::new();
    for list in lists {
        if let Ok(whole) = find(list.trim()) {
            found.push(whole);
            continue;
        }
        for entry in list.split(SEPARATORS).map(str::trim).filter(|entry| !entry.is_empty()) {
            found.push(find(entry).map_err(|why| (entry.to_owned(), why))?);
        }
    }
    Ok(found)
}

/// Why a name finds nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unfound {
    Missing,
    Several,
}

impl Unfound {
    fn words(self) -> &'static str {
        match self {
            Self::Missing => "is not in the plan",
            Self::Several => "is in the plan several times; use its id",
        }
    }
}

/// Rows by name.
#[derive(Debug)]
struct Called<I> {
    /// None for a name that several have.
    exact: HashMap<String, Option<I>>,
    lower: HashMap<String, Option<I>>,
}

impl<I: Copy> Called<I> {
    fn new<'n>(names: impl Iterator<Item = (&'n str, I)>) -> Self {
        let mut called = Self { exact: HashMap::new(), lower: HashMap::new() };
        for (name, id) in names {
            called.add(name, id);
        }
        called
    }

    fn add(&mut self, name: &str, id: I) {
        for (map, name) in [(&mut self.exact, name.to_owned()), (&mut self.lower, name.to_lowercase())] {
            map.entry(name).and_modify(|other| *other = None).or_insert(Some(id));
        }
    }

    fn find(&self, name: &str) -> Result<I, Unfound> {
        let found = self.exact.get(name).or_else(|| self.lower.get(&name.to_lowercase()));
        found.ok_or(Unfound::Missing)?.ok_or(Unfound::Several)
    }
}
