//! What needs, goals and customers are called in a cell: by name where that names one thing only, else by id.

use std::collections::HashMap;
use std::fmt::Display;

use milepost_plan::{Need, NeedId, Plan};

use super::LIST_SEPARATOR;

/// How many needs have each statement, so that one that several have is not written for any of them.
#[derive(Debug)]
pub(super) struct NeedNames<'p> {
    plan: &'p Plan,
    times: HashMap<&'p str, usize>,
}

impl<'p> NeedNames<'p> {
    pub(super) fn of(plan: &'p Plan) -> Self {
        let mut times = HashMap::new();
        for need in plan.needs() {
            *times.entry(need.statement.as_str()).or_default() += 1;
        }
        Self { plan, times }
    }

    /// A list of needs in one cell.
    pub(super) fn list(&self, needs: impl IntoIterator<Item = NeedId>) -> String {
        let named = needs.into_iter().filter_map(|id| self.plan.needs().get(id)).map(|need| self.name(need));
        joined(named)
    }

    fn name(&self, need: &Need) -> String {
        let is_the_only_one = self.times.get(need.statement.as_str()) == Some(&1);
        name_or_id(&need.statement, need.id, is_the_only_one)
    }
}

/// The name, if it can be read back from a list and names nothing else.
pub(super) fn name_or_id(name: &str, id: impl Display, is_the_only_one: bool) -> String {
    let is_plain = !name.contains([';', '\n']) && uuid::Uuid::try_parse(name).is_err();
    if is_the_only_one && is_plain { name.to_owned() } else { id.to_string() }
}

/// Entries of a list in one cell.
pub(super) fn joined(entries: impl IntoIterator<Item = String>) -> String {
    entries.into_iter().collect::<Vec<_>>().join(&format!("{LIST_SEPARATOR} "))
}
