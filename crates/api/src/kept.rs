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
        let mut kept = self.lock();
        let plan = session.plan();
        look(kept.get_or_insert_with(|| T::of(&plan)), &plan)
    }

    /// Looks at it without the plan, which may be about to change.
    pub(crate) fn held<R>(&self, session: &Session, look: impl FnOnce(&mut T) -> R) -> R {
        let mut kept = self.lock();
        look(kept.get_or_insert_with(|| T::of(&session.plan())))
    }

    /// Lets it follow what the session has done.
    pub(crate) fn follow(&self, session: &Session, changes: &[Change]) {
        let mut kept = self.lock();
        if let Some(kept) = kept.as_mut() {
            kept.follow(&session.plan(), changes);
        }
    }

    /// A panic may have left it half changed: it is worked out anew then.
    fn lock(&self) -> MutexGuard<'_, Option<T>> {
        self.0.lock().unwrap_or_else(|poisoned: PoisonError<_>| {
            let mut kept = poisoned.into_inner();
            *kept = None;
            self.0.clear_poison();
            kept
        })
    }
}
