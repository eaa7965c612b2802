//! From written-down operations to a plan.

use std::collections::HashMap;
use std::error::Error;

use milepost_plan::{Day, Id, IdSequence, Operation, Plan, PlanSettings, Schedule, Span};
use uuid::Uuid;

/// What goes wrong if somebody edits a sample wrongly; the tests of this crate say so before a user sees it.
pub(crate) type Fault = Box<dyn Error>;

/// The plan that these operations make of an empty one.
pub(crate) fn plan_of(settings: PlanSettings, operations: Vec<Operation>) -> Result<Plan, Fault> {
    let operations = std::iter::once(Operation::EditSettings { settings }).chain(operations).collect();
    let mut plan = Plan::default();
    let change_set = Operation::Batch { label: String::new(), operations }.change(&plan)?;
    plan.accept(&change_set);
    Ok(plan)
}

/// The plan itself. A fault stops every test and debug build; elsewhere it leaves an empty plan, not a crash.
pub(crate) fn sound(plan: Result<Plan, Fault>) -> Plan {
    debug_assert!(plan.is_ok(), "a plan that we write ourselves keeps the rules: {plan:?}");
    plan.unwrap_or_default()
}

/// The schedule from one ISO day to another.
pub(crate) fn dated(first: &str, last: &str) -> Result<Schedule, Fault> {
    Ok(Span::new(first.parse::<Day>()?, last.parse::<Day>()?)?.into())
}

/// Ids by the names that the tables of a story call them.
#[derive(Debug)]
pub(crate) struct Named<I> {
    word: &'static str,
    ids: HashMap<&'static str, I>,
}

impl<I: Copy> Named<I> {
    /// None yet; `word` says what they are, for a fault.
    pub(crate) fn new(word: &'static str) -> Self {
        Self { word, ids: HashMap::new() }
    }

    pub(crate) fn add(&mut self, name: &'static str, id: I) {
        self.ids.insert(name, id);
    }

    pub(crate) fn id(&self, name: &str) -> Result<I, Fault> {
        let found = self.ids.get(name).copied();
        found.ok_or_else(|| format!("no {} is called “{name}”", self.word).into())
    }

    /// The ids of several of them, in the order of their names as given.
    pub(crate) fn all(&self, names: &[&str]) -> Result<Vec<I>, Fault> {
        names.iter().map(|name| self.id(name)).collect()
    }
}

/// Ids of one entity, counted up from a fixed one that is shaped like a UUID of version 7.
///
/// `entity` keeps the entities of a plan apart and `salt` its plans, so that no two rows share an id.
pub(crate) fn ids<I: Id>(entity: u16, salt: u32) -> IdSequence<I> {
    /// The time that all of these ids carry: 2026-11-23, 00:00 UTC, in milliseconds since 1970.
    const MILLISECONDS: u128 = 1_795_392_000_000;
    const VERSION: u128 = 7;
    const VARIANT: u128 = 0b10;
    let entity = u128::from(entity & 0x0fff);
    // The salt leaves the last 30 bits to count in.
    let salt = u128::from(salt) << 30;
    let first = MILLISECONDS << 80 | VERSION << 76 | entity << 64 | VARIANT << 62 | salt;
    IdSequence::starting_at(I::from_uuid(Uuid::from_u128(first)))
}
