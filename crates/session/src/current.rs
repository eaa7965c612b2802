//! The plan as it is now, for many readers and one writer.

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use milepost_plan::{ChangeSet, Plan};
use milepost_store::PlanFile;

use crate::history::History;
use crate::looking::{self, Looking};

#[derive(Debug)]
struct State {
    plan: Arc<Plan>,
    revision: u64,
    history: History,
    path: PathBuf,
    is_read_only: bool,
}

/// The plan and what is told of it behind one lock, so that they are always of one moment, and so that whoever reads
/// them waits for no change to reach the disk.
///
/// The plan is shared with whoever has taken a snapshot. It is changed in place as long as nobody has, and copied
/// once if somebody has.
#[derive(Debug)]
pub(crate) struct Current {
    state: RwLock<State>,
}

/// The plan, held still while it is looked at. Hold it briefly, and ask the session for nothing meanwhile, not even for the
/// plan: a change that waits in between would wait for ever, and so would all others. What there is to know of this moment
/// is told here.
#[derive(Debug)]
pub struct PlanGuard<'s> {
    state: RwLockReadGuard<'s, State>,
    _looking: Looking,
}

impl PlanGuard<'_> {
    /// The revision that the plan is at.
    pub fn revision(&self) -> u64 {
        self.state.revision
    }

    /// What can be undone and redone.
    pub fn history(&self) -> &History {
        &self.state.history
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.state.path
    }

    /// Whether the file can only be read; then every change is refused.
    pub fn is_read_only(&self) -> bool {
        self.state.is_read_only
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
    /// A plan as it stands in its file, to which nothing has been done yet.
    pub(crate) fn new(plan: Plan, file: &PlanFile) -> Self {
        let state = State {
            plan: Arc::new(plan),
            revision: file.revision(),
            history: History::default(),
            path: file.path().to_path_buf(),
            is_read_only: file.is_read_only(),
        };
        Self { state: RwLock::new(state) }
    }

    /// A panic elsewhere leaves the plan whole, since [`Taken`] takes a preview back even then; so a poisoned lock
    /// is no reason to stop.
    pub(crate) fn read(&self) -> PlanGuard<'_> {
        let looking = Looking::begin();
        PlanGuard { state: self.state.read().unwrap_or_else(PoisonError::into_inner), _looking: looking }
    }

    pub(crate) fn accept(&self, changes: &ChangeSet, revision: u64, history: History) {
        let mut state = self.write();
        Arc::make_mut(&mut state.plan).accept(changes);
        state.revision = revision;
        state.history = history;
    }

    /// The plan goes on in another file.
    pub(crate) fn move_to(&self, file: &PlanFile) {
        let mut state = self.write();
        state.path = file.path().to_path_buf();
        state.is_read_only = file.is_read_only();
    }

    /// Shows `look` the plan that `change` would make of this one; then it is as it was.
    pub(crate) fn preview<T, E>(
        &self,
        change: impl FnOnce(&Plan) -> Result<ChangeSet, E>,
        look: impl FnOnce(&Plan, &ChangeSet) -> T,
    ) -> Result<T, E> {
        let state = self.write();
        let _looking = Looking::begin();
        let changes = change(&state.plan)?;
        let taken = Taken::take(state, changes);
        Ok(look(&taken.state.plan, &taken.changes))
    }

    fn write(&self) -> RwLockWriteGuard<'_, State> {
        looking::ask();
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
