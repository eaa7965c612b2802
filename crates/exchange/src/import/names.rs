//! What cells call rows of the plan by: a name, or an id where several have the name.

use std::collections::HashMap;

use milepost_plan::{Entity, Id, Plan};
use uuid::Uuid;

/// What separates entries of a list; a comma does not, since sentences have some.
const SEPARATORS: [char; 2] = [';', '\n'];

/// The row of the plan whose id a text is.
fn own<E: Entity>(plan: &Plan, text: &str) -> Option<E::Id> {
    let id = E::Id::from_uuid(Uuid::try_parse(text).ok()?);
    E::find(plan, id).ok().map(milepost_plan::Row::id)
}

/// Each entry of each list, a list as a whole first: a name may hold what separates others.
pub(super) fn find_each<I: Copy, T>(
    lists: &[String],
    find: impl Fn(&str) -> Result<I, Unfound>,
    then: impl Fn(I) -> T,
) -> Vec<Result<T, (String, Unfound)>> {
    let mut found = Vec::new();
    for list in lists {
        if let Ok(whole) = find(list.trim()) {
            found.push(Ok(then(whole)));
            continue;
        }
        for entry in list.split(SEPARATORS).map(str::trim).filter(|entry| !entry.is_empty()) {
            found.push(find(entry).map(&then).map_err(|why| (entry.to_owned(), why)));
        }
    }
    found
}

/// The same where all must be found.
pub(super) fn find_all<I: Copy>(
    lists: &[String],
    find: impl Fn(&str) -> Result<I, Unfound>,
) -> Result<Vec<I>, (String, Unfound)> {
    find_each(lists, find, |id| id).into_iter().collect()
}

/// Why a name finds nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unfound {
    Missing,
    Several,
}

impl Unfound {
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Missing => "is not in the plan",
            Self::Several => "is in the plan several times; use its id",
        }
    }
}

/// Rows by name.
#[derive(Debug)]
pub(super) struct Called<I> {
    /// None for a name that several have.
    exact: HashMap<String, Option<I>>,
    lower: HashMap<String, Option<I>>,
}

impl<I: Copy> Called<I> {
    pub(super) fn new<'n>(names: impl Iterator<Item = (&'n str, I)>) -> Self {
        let mut called = Self { exact: HashMap::new(), lower: HashMap::new() };
        for (name, id) in names {
            called.add(name, id);
        }
        called
    }

    pub(super) fn add(&mut self, name: &str, id: I) {
        for (map, name) in [(&mut self.exact, name.to_owned()), (&mut self.lower, name.to_lowercase())] {
            map.entry(name).and_modify(|other| *other = None).or_insert(Some(id));
        }
    }

    pub(super) fn find(&self, name: &str) -> Result<I, Unfound> {
        let found = self.exact.get(name).or_else(|| self.lower.get(&name.to_lowercase()));
        found.ok_or(Unfound::Missing)?.ok_or(Unfound::Several)
    }
}

impl<I: Id> Called<I> {
    /// What a text calls: by id, else by name.
    pub(super) fn find_own<E: Entity<Id = I>>(&self, plan: &Plan, text: &str) -> Result<I, Unfound> {
        own::<E>(plan, text).map_or_else(|| self.find(text), Ok)
    }
}
