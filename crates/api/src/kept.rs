//! What is worked out from a whole plan at the first look and follows its changes from then on, so that no later look
//! and no change costs a walk over the plan.

use std::sync::{Mutex, MutexGuard, PoisonError};

use milepost_plan::{Change, Plan};
use milepost_session::Session;

/// Something that is worked out from a plan and can follow its changes.
pub(crate) trait Follow {
    /// Works it out: one walk over what it is about.
    fn of(plan: &Plan) -> Self;

    /// Takes over changes that `plan` has taken. The plan may have taken later ones, too: these are followed next, so
    /// whoever follows looks at the rows as they are in the plan and only takes from the changes which ones to look at.
    fn follow(&mut self, plan: &Plan, changes: &[Change]);
}

/// One such thing, for an open plan; not there until somebody looks.
#[derive(Debug)]
pub(crate) struct Kept<T>(Mutex<Option<T>>);

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

impl<T: Follow> Kept<T> {
    /// Looks at it, with the plan that it is worked out from.
    pub(crate) fn with<R>(&self, session: &Session, look: impl FnOnce(&mut T, &Plan) -> R) -> R {
        let mut kept = lock_whole(&self.0);
        let plan = session.plan();
        look(kept.get_or_insert_with(|| T::of(&plan)), &plan)
    }

    /// Looks at it without the plan, which may be about to change, or with another such thing, which then brings the plan.
    /// Whoever looks at two at once does so in one order everywhere.
    pub(crate) fn held<R>(&self, session: &Session, look: impl FnOnce(&mut T) -> R) -> R {
        let mut kept = lock_whole(&self.0);
        look(kept.get_or_insert_with(|| T::of(&session.plan())))
    }

    /// Lets it follow what the session has done.
    pub(crate) fn follow(&self, session: &Session, changes: &[Change]) {
        let mut kept = lock_whole(&self.0);
        if let Some(kept) = kept.as_mut() {
            kept.follow(&session.plan(), changes);
        }
    }
}

/// Locks what can be worked out anew at any time. A panic may have left it half changed: nothing of it is left then.
pub(crate) fn lock_whole<T: Default>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|poisoned: PoisonError<_>| {
        let mut kept = poisoned.into_inner();
        *kept = T::default();
        mutex.clear_poison();
        kept
    })
}
