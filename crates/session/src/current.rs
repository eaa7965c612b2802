//! The plan as it is now, for many readers and one writer.

use std::ops::Deref;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use milepost_plan::{ChangeSet, Plan};

#[derive(Debug)]
struct State {
    plan: Arc<Plan>,
    revision: u64,
}

/// The plan and its revision behind one lock, so that they are always of one moment.
///
/// The plan is shared with whoever has taken a snapshot. It is changed in place as long as nobody has, and copied
/// once if somebody has.
#[derive(Debug)]
pub(crate) struct Current {
    state: RwLock<State>,
}

/// The plan, held still while it is looked at. Hold it briefly, and never while asking the session for a change.
#[derive(Debug)]
pub struct PlanGuard<'s> {
    state: RwLockReadGuard<'s, State>,
}

impl PlanGuard<'_> {
    /// The revision that the plan is at.
    pub fn revision(&self) -> u64 {
        self.state.revision
    }

    /// The plan to keep, for work that takes long.
    pub fn snapshot(&self) -> Arc<Plan> {
        Arc::clone(&self.state.plan)
    }
}

impl Deref for PlanGuard<'_> {
    type Target = Plan;

    fn deref(&self) -> &Plan {
        &self.state.plan
    }
}

impl Current {
    pub(crate) fn new(plan: Plan, revision: u64) -> Self {
        Self { state: RwLock::new(State { plan: Arc::new(plan), revision }) }
    }

    /// A panic elsewhere leaves the plan whole, since [`Taken`] takes a preview back even then; so a poisoned lock
    /// is no reason to stop.
    pub(crate) fn read(&self) -> PlanGuard<'_> {
        PlanGuard { state: self.state.read().unwrap_or_else(PoisonError::into_inner) }
    }

    pub(crate) fn accept(&self, changes: &ChangeSet, revision: u64) {
        let mut state = self.write();
        Arc::make_mut(&mut state.plan).accept(changes);
        state.revision = revision;
    }

    /// Shows `look` the plan that `change` would make of this one; then it is as it was.
    pub(crate) fn preview<T, E>(
        &self,
        change: impl FnOnce(&Plan) -> Result<ChangeSet, E>,
        look: impl FnOnce(&Plan, &ChangeSet) -> T,
    ) -> Result<T, E> {
        let state = self.write();
        let changes = change(&state.plan)?;
        let taken = Taken::take(state, changes);
        Ok(look(&taken.state.plan, &taken.changes))
    }

    fn write(&self) -> RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A change that is taken back when this goes, also when a panic makes it go.
struct Taken<'s> {
    state: RwLockWriteGuard<'s, State>,
    changes: ChangeSet,
}

impl<'s> Taken<'s> {
    fn take(mut state: RwLockWriteGuard<'s, State>, changes: ChangeSet) -> Self {
        Arc::make_mut(&mut state.plan).accept(&changes);
        Self { state, changes }
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        let back = std::mem::take(&mut self.changes).reversed();
        Arc::make_mut(&mut self.state.plan).accept(&back);
    }
}
