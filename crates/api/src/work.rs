//! Work that takes a while and can be cancelled, each by the id that whoever asked for it has given it.
//!
//! Requests run beside each other, so that the word to cancel one may arrive before it has begun, or after its end.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use milepost_plan::Cancelled;
use serde::Deserialize;
use uuid::Uuid;

use crate::app::App;
use crate::error::{ApiError, ErrorCode};

/// Which work is to be cancelled.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CancelRequest {
    /// The id that it was begun with.
    pub work: Uuid,
}

/// Cancels work. It ends as soon as it looks up, with an error of the code [`ErrorCode::Cancelled`], unless it is done before.
pub fn cancel(app: &App, request: &CancelRequest) -> Result<(), ApiError> {
    app.works.cancel(request.work);
    Ok(())
}

/// All that is going on, and what was cancelled before it has begun.
///
/// A word that comes after the end of its work stays here: a few bytes for a rare case.
#[derive(Default)]
pub(crate) struct Works(Mutex<HashMap<Uuid, Arc<AtomicBool>>>);

/// Some work, as long as it goes on.
pub(crate) struct Work<'a> {
    works: &'a Works,
    /// None if nobody can cancel it.
    id: Option<Uuid>,
    cancelled: Arc<AtomicBool>,
}

impl Works {
    pub(crate) fn begin(&self, id: Option<Uuid>) -> Work<'_> {
        let cancelled = id.map(|id| Arc::clone(self.lock().entry(id).or_default()));
        Work { works: self, id, cancelled: cancelled.unwrap_or_default() }
    }

    fn cancel(&self, id: Uuid) {
        self.lock().entry(id).or_default().store(true, Ordering::Relaxed);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Uuid, Arc<AtomicBool>>> {
        // Nothing that can panic is done under the lock.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Work<'_> {
    pub(crate) fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

impl Drop for Work<'_> {
    fn drop(&mut self) {
        if let Some(id) = self.id {
            self.works.lock().remove(&id);
        }
    }
}

impl From<Cancelled> for ApiError {
    fn from(_: Cancelled) -> Self {
        Self::new(ErrorCode::Cancelled, "It was cancelled.", "Nothing has changed.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_can_be_cancelled_before_it_begins_and_while_it_goes_on() {
        let works = Works::default();
        let [early, late, other] = [1, 2, 3].map(|id| Some(Uuid::from_u128(id)));
        works.cancel(Uuid::from_u128(1));
        let (early, late, other, deaf) =
            (works.begin(early), works.begin(late), works.begin(other), works.begin(None));
        assert!(early.is_cancelled() && !late.is_cancelled());
        works.cancel(Uuid::from_u128(2));
        assert!(late.is_cancelled() && !other.is_cancelled() && !deaf.is_cancelled());
        drop((early, late, other, deaf));
        assert!(works.lock().is_empty());
    }
}
