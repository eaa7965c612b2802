//! Waiting for what takes time.

use std::fmt::Debug;
use std::thread;
use std::time::{Duration, Instant};

/// How long anything may take, however busy the machine is.
const PATIENCE: Duration = Duration::from_secs(30);
const BETWEEN_LOOKS: Duration = Duration::from_millis(40);

/// Asks again until there is an answer; fails if none comes.
#[track_caller]
pub fn until<T>(what: &str, look: impl FnMut() -> Option<T>) -> T {
    match seen(look) {
        Some(seen) => seen,
        None => panic!("waited in vain: {what}"),
    }
}

/// Asks again until the answer is the expected one; fails with the last other one.
#[track_caller]
pub fn until_equal<T: PartialEq + Debug>(what: &str, expected: &T, mut look: impl FnMut() -> T) {
    let mut last = None;
    let found = seen(|| {
        let now = look();
        let as_expected = now == *expected;
        last = Some(now);
        as_expected.then_some(())
    });
    assert!(found.is_some(), "{what}: expected {expected:?}, still {last:?}");
}

/// Asks again until there is an answer that stays; fails if none does. For what tells on its way what it is not yet.
#[track_caller]
pub fn until_settled<T: PartialEq>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    /// How often it has to be the same.
    const TIMES: usize = 10;
    let mut last = None;
    let mut times = 0;
    until(what, || {
        let now = look();
        times = if now == last { times + 1 } else { 0 };
        last = now;
        if times >= TIMES { last.take() } else { None }
    })
}

/// Asks again until there is an answer; none if patience ends before.
pub fn seen<T>(mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let start = Instant::now();
    loop {
        let answer = look();
        if answer.is_some() || start.elapsed() > PATIENCE {
            return answer;
        }
        thread::sleep(BETWEEN_LOOKS);
    }
}
