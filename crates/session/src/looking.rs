//! A check that no thread waits for itself: whoever looks at the plan asks the session for nothing else meanwhile.
//!
//! A lock that is asked for again by the thread that holds it waits for ever as soon as somebody else waits in between,
//! which no test meets but by chance. So builds for tests count, for each thread, and stop at the first such question.

use std::cell::Cell;

thread_local! {
    static LOOKS: Cell<u32> = const { Cell::new(0) };
}

/// Says that this thread holds the plan, for as long as it is there.
#[derive(Debug)]
pub(crate) struct Looking(());

impl Looking {
    pub(crate) fn begin() -> Self {
        ask();
        LOOKS.set(LOOKS.get() + 1);
        Self(())
    }
}

impl Drop for Looking {
    fn drop(&mut self) {
        LOOKS.set(LOOKS.get() - 1);
    }
}

/// To be called before waiting for any lock of a session.
pub(crate) fn ask() {
    debug_assert!(
        LOOKS.get() == 0,
        "the session is asked by a thread that holds the plan, and may wait for itself"
    );
}
