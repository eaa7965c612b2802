//! Why a session could not be opened or refused to act.

use std::path::PathBuf;

use milepost_plan::RuleViolation;
use milepost_store::StoreError;

/// What went wrong. Plan, file and history are as they were.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// The operation breaks a rule.
    #[error(transparent)]
    Rule(#[from] RuleViolation),
    /// The file could not be opened or written.
    #[error(transparent)]
    Store(#[from] StoreError),
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
