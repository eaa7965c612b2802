//! Errors as the front end gets them: a code to act on, words to show, a hint of what to do next.

use milepost_plan::RuleViolation;
use serde::Serialize;

/// Why a request was not carried out. The plan is as it was before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ApiError {
    /// What the front end may act on.
    pub code: ErrorCode,
    /// What happened, for the user.
    pub message: String,
    /// What was kept and what to do next, for the user; may be empty.
    pub hint: String,
}

/// Kinds of error, each of which somebody acts on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The plan's rules refuse it: shown where it happened.
    Rule,
    /// The file cannot be used: shown in a dialog with another way to go on.
    File,
    /// The file is there already: asked whether to replace it.
    Exists,
    /// The plan can only be read: save as is offered.
    ReadOnly,
    /// Another program has changed the plan's file: the plan is not saved, and reopening is offered.
    ChangedElsewhere,
    /// A change could not be written to the plan's file: the plan is not saved, and save as is offered.
    NotSaved,
    /// Whoever asked has cancelled it: told in passing, as no fault.
    Cancelled,
    /// What was asked for makes no sense as it is: shown beside the field.
    Input,
    /// No plan is open: the start screen is shown.
    NoPlan,
    /// A fault in Milepost: shown in a panel with details to copy.
    Defect,
}

impl ApiError {
    pub(crate) fn new(code: ErrorCode, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { code, message: message.into(), hint: hint.into() }
    }

    pub(crate) fn no_plan() -> Self {
        Self::new(ErrorCode::NoPlan, "No plan is open.", "Open a plan or make a new one.")
    }

    pub(crate) fn input(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(ErrorCode::Input, message, hint)
    }

    /// A fault in Milepost.
    pub fn defect(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::Defect, message, "Your plan is as it was. Please report this with the details.")
    }
}

impl From<RuleViolation> for ApiError {
    fn from(violation: RuleViolation) -> Self {
        Self::new(ErrorCode::Rule, sentence(&violation.to_string()), "")
    }
}

/// Errors below speak in half sentences so that they can be joined; on screen they stand alone.
pub(crate) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    let end = if text.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{first}{}{end}", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_a_whole_sentence() {
        let error = ApiError::from(RuleViolation::EmptyName { word: "feature" });
        assert_eq!(error.message, "A feature needs a name.");
        assert_eq!(error.code, ErrorCode::Rule);
    }
}
