//! What the errors of the crates below mean to a user: every one of them, with what to do next.

use milepost_exchange::ExchangeError;
use milepost_layout::PageError;
use milepost_render::RenderError;
use milepost_session::SessionError;
use milepost_store::StoreError;

use crate::error::{ApiError, ErrorCode, sentence};

impl From<SessionError> for ApiError {
    fn from(error: SessionError) -> Self {
        match error {
            SessionError::Rule(violation) => violation.into(),
            SessionError::Store(error) => error.into(),
            SessionError::NotWritten(error) => not_written(error),
            SessionError::Cancelled(cancelled) => cancelled.into(),
            SessionError::Unsound { count, .. } => {
                let hint = format!(
                    "It was left as it is. `milepost-cli check` lists all {count} faults; a copy from before may be sound."
                );
                Self::new(ErrorCode::File, sentence(&error.to_string()), hint)
            }
        }
    }
}

/// The plan is open, so that it can go on in another file whatever is wrong with this one.
fn not_written(error: StoreError) -> ApiError {
    if let StoreError::NotFound { path } = &error {
        return ApiError::new(
            ErrorCode::NotSaved,
            format!("{} is not there any more.", path.display()),
            "It was moved, renamed or deleted, and the change was not made. The plan is still whole here: save it as another file.",
        );
    }
    let error = ApiError::from(error);
    match error.code {
        ErrorCode::File => ApiError { code: ErrorCode::NotSaved, ..error },
        _ => error,
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        let (code, hint) = match &error {
            StoreError::Cancelled(cancelled) => return (*cancelled).into(),
            StoreError::NotFound { .. } => {
                (ErrorCode::File, "It may have been moved, renamed or deleted. Open it from where it is now.")
            }
            StoreError::NotAPlan { .. } => {
                (ErrorCode::File, "Open a file that Milepost made, or make a new plan and import this one.")
            }
            StoreError::Damaged { .. } => (
                ErrorCode::File,
                "It was left as it is. Open a copy from before, or ask whoever sent it to send it again.",
            ),
            StoreError::Newer { .. } => {
                (ErrorCode::File, "Install the latest Milepost to open it. It was left as it is.")
            }
            StoreError::UnknownValue { .. } => (
                ErrorCode::File,
                "It was left as it is. Install the latest Milepost, or open a copy from before.",
            ),
            StoreError::NoPermission { .. } => (
                ErrorCode::File,
                "Ask whoever looks after this machine for permission, or choose another folder.",
            ),
            StoreError::ReadOnly { .. } => {
                (ErrorCode::ReadOnly, "Nothing was changed. Save the plan as another file to work on it.")
            }
            StoreError::AlreadyExists { .. } => {
                (ErrorCode::Exists, "Choose another name, or open the file that is there.")
            }
            StoreError::DiskFull { .. } => (
                ErrorCode::File,
                "The change was not made; what was saved before is safe. Make room and try again.",
            ),
            StoreError::Busy { .. } => (
                ErrorCode::File,
                "The change was not made. Wait until the other program is done and try again.",
            ),
            StoreError::ChangedElsewhere { .. } => (
                ErrorCode::ChangedElsewhere,
                "The change was not made, so that nothing is overwritten. Open it again, or save what is here as another file.",
            ),
            StoreError::Inconsistent { .. } => {
                (ErrorCode::Defect, "The change was not made. Please report this with the details.")
            }
            StoreError::Io { .. } => {
                (ErrorCode::File, "The change was not made. Check the disk and try again.")
            }
        };
        Self::new(code, sentence(&error.to_string()), hint)
    }
}

impl From<ExchangeError> for ApiError {
    fn from(error: ExchangeError) -> Self {
        let hint = match &error {
            ExchangeError::Cancelled(cancelled) => return (*cancelled).into(),
            ExchangeError::FileTooLarge { .. }
            | ExchangeError::TooManyRows { .. }
            | ExchangeError::TooManyColumns { .. }
            | ExchangeError::TooManyCells { .. }
            | ExchangeError::NotText { .. }
            | ExchangeError::Empty => "Nothing was imported.",
            ExchangeError::UnclosedQuote { .. } => {
                "Nothing was imported. Close it in the file and import it again."
            }
            ExchangeError::NoTitleColumn
            | ExchangeError::NoTextColumn
            | ExchangeError::NoDayColumn
            | ExchangeError::NoAmountColumn
            | ExchangeError::NoLine
            | ExchangeError::DecimalMarkNeeded { .. } => "Nothing was imported.",
            ExchangeError::MissingColumn { .. } => "Nothing was imported. Choose the columns of this file.",
            ExchangeError::DayOrderNeeded { .. } => "Nothing was imported.",
        };
        Self::new(ErrorCode::Input, sentence(&error.to_string()), hint)
    }
}

impl From<PageError> for ApiError {
    fn from(error: PageError) -> Self {
        let hint = match &error {
            PageError::Cancelled(cancelled) => return (*cancelled).into(),
            PageError::RangeReversed { .. } => "Swap the first and the last day.",
            PageError::PercentOutOfRange { .. } => "Choose a percentage in between.",
            PageError::ScaleOutOfRange { .. } => "Choose a scale in between.",
            PageError::TooManyPages { .. } => {
                "Fit it to the width or to one page, choose larger paper or a shorter range, or leave out “Needs × features”."
            }
        };
        Self::new(ErrorCode::Input, sentence(&error.to_string()), hint)
    }
}

impl From<RenderError> for ApiError {
    fn from(error: RenderError) -> Self {
        match &error {
            RenderError::Cancelled(cancelled) => (*cancelled).into(),
            RenderError::ImageTooLarge { .. } => Self::new(
                ErrorCode::Input,
                sentence(&error.to_string()),
                "Choose a shorter range, or export a PDF.",
            ),
            _ => Self::defect(sentence(&error.to_string())),
        }
    }
}
