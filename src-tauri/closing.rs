//! Closing the window: the page keeps first what is being typed, and may ask for the window to stay.
//!
//! A page that does not answer is not waited for again: whoever asks once more after a while closes the window.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use tauri::{Emitter, Manager, Window, WindowEvent};

/// Tells the page that somebody wants the window closed.
const EVENT: &str = "close-asked";

/// What a page has for its answer before the next request closes the window without one.
const PATIENCE: Duration = Duration::from_secs(3);

/// When the page was asked; nothing while it owes no answer.
#[derive(Default)]
pub struct Closing(Mutex<Option<Instant>>);

/// What a request to close the window comes to.
#[derive(Debug, PartialEq)]
enum Outcome {
    /// The page is asked.
    Ask,
    /// The page is being waited for.
    Wait,
    /// The window closes.
    Close,
}

impl Closing {
    fn requested(&self, now: Instant) -> Outcome {
        let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match *asked {
            None => {
                *asked = Some(now);
                Outcome::Ask
            }
            Some(since) if now.saturating_duration_since(since) < PATIENCE => Outcome::Wait,
            Some(_) => Outcome::Close,
        }
    }

    /// The page has answered.
    pub fn answered(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// Lets the page finish before the window closes.
pub fn on_window_event(window: &Window, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else { return };
    match window.state::<Closing>().requested(Instant::now()) {
        Outcome::Close => {}
        Outcome::Wait => api.prevent_close(),
        Outcome::Ask => match window.emit(EVENT, ()) {
            Ok(()) => api.prevent_close(),
            Err(error) => tracing::error!("the page was not asked before the window closed: {error}"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_asked_anew_once_it_has_answered() {
        let (closing, now) = (Closing::default(), Instant::now());
        assert_eq!(closing.requested(now), Outcome::Ask);
        closing.answered();
        assert_eq!(closing.requested(now + PATIENCE), Outcome::Ask);
    }

    #[test]
    fn a_page_that_owes_an_answer_for_long_does_not_hold_the_window() {
        let (closing, now) = (Closing::default(), Instant::now());
        assert_eq!(closing.requested(now), Outcome::Ask);
        assert_eq!(closing.requested(now + PATIENCE / 2), Outcome::Wait);
        assert_eq!(closing.requested(now + PATIENCE), Outcome::Close);
    }
}
