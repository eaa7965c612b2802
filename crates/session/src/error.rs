//! Why a session could not be opened or refused to act.

use std::path::PathBuf;

use milepost_plan::{Cancelled, RuleViolation};
use milepost_store::StoreError;

/// What went wrong. Plan, file and history are as they were.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// The operation breaks a rule.
    #[error(transparent)]
    Rule(#[from] RuleViolation),
    /// The file could not be opened, or no other be made of the plan.
    #[error(transparent)]
    Store(StoreError),
    /// A change could not be written to the plan's file.
    #[error(transparent)]
    NotWritten(StoreError),
    /// Whoever asked has cancelled it, before anything was written.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// The file is sound, but what is in it is not a plan by the rules, so that nothing may rely on it.
    #[error("{} does not keep the rules of a plan: {first}", path.display())]
    Unsound {
        /// The file.
        path: PathBuf,
        /// The first rule that it breaks.
        first: RuleViolation,
        /// How many there are.
        count: usize,
    },
}

impl From<StoreError> for SessionError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Cancelled(cancelled) => cancelled.into(),
            other => Self::Store(other),
        }
    }
}

impl SessionError {
    /// Why a change is not in the plan's file.
    pub(crate) fn of_write(error: StoreError) -> Self {
        match error {
            StoreError::Cancelled(cancelled) => cancelled.into(),
            other => Self::NotWritten(other),
        }
    }
}
