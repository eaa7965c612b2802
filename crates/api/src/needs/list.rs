//! Which needs a table shows and in which order, kept from one band to the next.

use std::collections::HashMap;

use milepost_plan::{CustomerId, Filter, Importance, Need, NeedId, Plan};
use serde::{Deserialize, Serialize};

use super::{NeedMark, count_votes};

/// Which needs, and in which order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NeedsQuery {
    /// Those that this lets through.
    pub filter: Filter,
    /// Those that stand at one of these; nothing lets all through.
    pub marks: Vec<NeedMark>,
    /// Their order.
    pub sort: NeedsSort,
    /// Counts up whenever the rows shall be sorted anew. While it stays the same, so does the order of the rows,
    /// whatever is typed into them; new ones come last.
    pub sorting: u32,
}

/// Needs in the order of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NeedsSort {
    /// Which column.
    pub by: NeedsColumn,
    /// Whether the last comes first.
    pub descending: bool,
}

/// A column of the table of needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "column", rename_all = "snake_case")]
pub enum NeedsColumn {
    /// What is wanted, by the alphabet.
    Statement,
    /// Importance × size of the customers.
    Weight,
    /// Where it stands; the most urgent comes first.
    Standing,
    /// The day by which it shall be met.
    WantedBy,
    /// Number of items that serve it.
    Items,
    /// Votes of the feedback that speaks of it.
    Votes,
    /// How important it is to one customer; the greatest comes first.
    Importance {
        /// Which customer.
        customer: CustomerId,
    },
}

/// The needs of a query in their order, following the plan.
pub(crate) struct NeedsList {
    query: NeedsQuery,
    revision: u64,
    ids: Vec<NeedId>,
    /// Where needs stand that have been in the list, also if they are gone: undo brings them back to their place.
    places: HashMap<NeedId, usize>,
    /// The greatest weight in it.
    pub(crate) heaviest: u64,
}

impl NeedsList {
    pub(crate) fn of(plan: &Plan, revision: u64, query: NeedsQuery) -> Self {
        let mut list = Self { query, revision, ids: Vec::new(), places: HashMap::new(), heaviest: 0 };
        list.fill(plan);
        list
    }

    pub(crate) fn query(&self) -> &NeedsQuery {
        &self.query
    }

    pub(crate) fn ids(&self) -> &[NeedId] {
        &self.ids
    }

    /// Takes over what has changed since the revision that it is at.
    pub(crate) fn follow(&mut self, plan: &Plan, revision: u64) {
        if self.revision != revision {
            self.revision = revision;
            self.fill(plan);
        }
    }

    /// Looks at every need of the plan, but sorts only those that have never been in the list.
    fn fill(&mut self, plan: &Plan) {
        let weigh = plan.weigher();
        let shown: Vec<&Need> = plan.needs().iter().filter(|need| passes(plan, need, &self.query)).collect();
        self.heaviest = shown.iter().map(|need| weigh(need)).max().unwrap_or(0);
        let (known, new): (Vec<&Need>, Vec<&Need>) =
            shown.into_iter().partition(|need| self.places.contains_key(&need.id));
        let mut placed: Vec<(usize, NeedId)> =
            known.iter().filter_map(|need| Some((*self.places.get(&need.id)?, need.id))).collect();
        placed.sort_unstable();
        self.ids = placed.into_iter().map(|(_, id)| id).collect();
        for id in sorted(plan, new, self.query.sort, weigh) {
            self.places.insert(id, self.places.len());
            self.ids.push(id);
        }
    }
}

fn passes(plan: &Plan, need: &Need, query: &NeedsQuery) -> bool {
    query.filter.passes_need(plan, need)
        && (query.marks.is_empty() || query.marks.contains(&NeedMark::of(&plan.coverage(need))))
}

fn sorted(plan: &Plan, needs: Vec<&Need>, sort: NeedsSort, weigh: impl Fn(&Need) -> u64) -> Vec<NeedId> {
    let value = |need| Value::of(plan, need, sort.by, &weigh);
    let mut valued: Vec<_> = needs.into_iter().map(|need| (value(need), need.id)).collect();
    valued.sort_by(|(a, id), (b, other)| {
        let by_value = match (a, b) {
            (Some(a), Some(b)) if sort.descending => b.cmp(a),
            (Some(a), Some(b)) => a.cmp(b),
            // What has no value comes last either way.
            (a, b) => a.is_none().cmp(&b.is_none()),
        };
        by_value.then_with(|| id.cmp(other))
    });
    valued.into_iter().map(|(_, id)| id).collect()
}

/// What a need has in a column, in the order of its sort.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Value {
    Text(String),
    Number(u64),
    Day(i32),
    Mark(NeedMark),
    Importance(Importance),
}

impl Value {
    fn of(plan: &Plan, need: &Need, column: NeedsColumn, weigh: &impl Fn(&Need) -> u64) -> Option<Self> {
        match column {
            NeedsColumn::Statement => Some(Self::Text(need.statement.to_lowercase())),
            NeedsColumn::Weight => Some(Self::Number(weigh(need))),
            NeedsColumn::Standing => Some(Self::Mark(NeedMark::of(&plan.coverage(need)))),
            NeedsColumn::WantedBy => need.wanted_by.map(|day| Self::Day(day.number())),
            NeedsColumn::Items => Some(Self::Number(plan.serving(need.id).count() as u64)),
            NeedsColumn::Votes => Some(Self::Number(count_votes(plan, plan.feedback_of_need(need.id)).1)),
            NeedsColumn::Importance { customer } => need.importance_to(customer).map(Self::Importance),
        }
    }
}
