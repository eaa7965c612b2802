//! Cancelling long work: whoever does it looks between its parts whether it is still wanted.
//!
//! How somebody says that it is not, and on which thread, is not known here.

use std::fmt;

/// Whether work has been cancelled by whoever asked for it.
///
/// Work that may take longer than a tenth of a second looks at it between its parts and ends with [`Cancelled`].
#[derive(Clone, Copy)]
pub struct Cancel<'a>(Option<&'a dyn Fn() -> bool>);

/// Work was cancelled before it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it was cancelled")]
pub struct Cancelled;

impl Cancel<'static> {
    /// Of work that nobody cancels.
    pub const NEVER: Self = Self(None);
}

impl<'a> Cancel<'a> {
    /// Of work that is cancelled once `is_cancelled` says so.
    pub fn when(is_cancelled: &'a dyn Fn() -> bool) -> Self {
        Self(Some(is_cancelled))
    }

    /// Looks whether the work is still wanted. Cheap enough for every row of a table.
    ///
    /// # Errors
    /// [`Cancelled`] if it is not.
    pub fn check(self) -> Result<(), Cancelled> {
        if self.0.is_some_and(|is_cancelled| is_cancelled()) { Err(Cancelled) } else { Ok(()) }
    }

    /// The parts of some work one by one, before each of which it looks whether the work is still wanted.
    pub fn over<P>(self, parts: impl IntoIterator<Item = P>) -> impl Iterator<Item = Result<P, Cancelled>> {
        parts.into_iter().map(move |part| self.check().map(|()| part))
    }
}

impl fmt::Debug for Cancel<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Cancel::when" } else { "Cancel::NEVER" })
    }
}
