//! What needs, goals and work items are called in a cell: by name where that names one thing only, else by id.

use std::collections::{HashMap, HashSet};
use std::fmt::Display;

use milepost_plan::{Goal, Need, Plan, WorkItem};

use super::LIST_SEPARATOR;
use super::items::reference;

/// Knows the names of a plan, so that each is written only where it is read back as the same.
#[derive(Debug)]
pub(super) struct Names {
    /// How many needs have each statement.
    statements: HashMap<String, usize>,
    /// Names that look like a list of others, without case.
    list_like: HashSet<String>,
}

impl Names {
    pub(super) fn of(plan: &Plan) -> Self {
        let mut statements: HashMap<String, usize> = HashMap::new();
        for need in plan.needs() {
            *statements.entry(need.statement.clone()).or_default() += 1;
        }
        let needs = plan.needs().iter().map(|need| &need.statement);
        let goals = plan.goals().iter().map(|goal| &goal.title);
        let items = plan.items().iter().flat_map(|item| [&item.title, &item.key]);
        let names = needs.chain(goals).chain(items).filter(|name| name.contains(LIST_SEPARATOR));
        let list_like = names.map(|name| name.to_lowercase()).collect();
        Self { statements, list_like }
    }

    pub(super) fn needs<'n>(&self, needs: impl Iterator<Item = &'n Need>) -> String {
        let is_the_only_one = |need: &Need| self.statements.get(&need.statement) == Some(&1);
        self.list(
            &needs
                .map(|need| Entry::new(&need.statement, need.id, is_the_only_one(need)))
                .collect::<Vec<_>>(),
        )
    }

    /// No two goals have the same title.
    pub(super) fn goals<'n>(&self, goals: impl Iterator<Item = &'n Goal>) -> String {
        self.list(&goals.map(|goal| Entry::new(&goal.title, goal.id, true)).collect::<Vec<_>>())
    }

    /// Items by key, as the most that is sure to name one only.
    pub(super) fn items<'n>(&self, items: impl Iterator<Item = &'n WorkItem>) -> String {
        self.list(&items.map(|item| Entry::new(&reference(item), item.id, true)).collect::<Vec<_>>())
    }

    fn list(&self, entries: &[Entry]) -> String {
        let joined = |what: fn(&Entry) -> &str| {
            entries.iter().map(what).collect::<Vec<_>>().join(&format!("{LIST_SEPARATOR} "))
        };
        let by_name = joined(|entry| entry.name.as_deref().unwrap_or(&entry.id));
        let is_one_name = entries.len() > 1 && self.list_like.contains(&by_name.to_lowercase());
        if is_one_name { joined(|entry| &entry.id) } else { by_name }
    }
}

/// One of several in a cell.
struct Entry {
    /// None if the name does not name it alone, or not inside of a list.
    name: Option<String>,
    id: String,
}

impl Entry {
    fn new(name: &str, id: impl Display, is_the_only_one: bool) -> Self {
        let is_plain = !name.contains([';', '\n']) && uuid::Uuid::try_parse(name).is_err();
        Self { name: (is_the_only_one && is_plain).then(|| name.to_owned()), id: id.to_string() }
    }
}
