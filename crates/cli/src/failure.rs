//! Why a command did not do what it was asked, and how that is told. Asking the wrong way is told by clap.

use std::io::{self, Write};
use std::process::ExitCode;

use milepost_api::ApiError;

/// Why a command ends early.
#[derive(Debug)]
pub enum Failure {
    /// Something was refused, or is not sound.
    Refused {
        /// What happened.
        message: String,
        /// What to do next; may be empty.
        hint: String,
    },
    /// Nobody reads the output any more.
    NobodyListens,
}

impl Failure {
    /// A refusal that no handler has put into words.
    pub fn refused(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Refused { message: message.into(), hint: hint.into() }
    }

    /// Tells it on standard error; answers how the program ends.
    pub fn report(self) -> ExitCode {
        let mut out = io::stderr().lock();
        // There is nowhere left to tell that standard error is closed.
        let _ = match &self {
            Self::Refused { message, hint } if hint.is_empty() => writeln!(out, "error: {message}"),
            Self::Refused { message, hint } => writeln!(out, "error: {message}\nhint: {hint}"),
            Self::NobodyListens => Ok(()),
        };
        match self {
            Self::Refused { .. } => ExitCode::FAILURE,
            Self::NobodyListens => ExitCode::SUCCESS,
        }
    }
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        Self::Refused { message: error.message, hint: error.hint }
    }
}

impl From<io::Error> for Failure {
    /// Of writing to standard output, the only thing that commands write themselves but for reports.
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::NobodyListens,
            _ => Self::refused(format!("The output could not be written: {error}."), ""),
        }
    }
}
