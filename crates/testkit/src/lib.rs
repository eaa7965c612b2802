//! Plan builders, golden files, the browser bridge and what drives a window, for tests only.
//!
//! Everything here panics where a test cannot go on: a broken set-up is a failed test, and says at which line.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "see above: for tests only")]

#[cfg(feature = "browser")]
pub mod bridge;
mod builder;
mod diff;
mod find;
#[cfg(feature = "fonts")]
pub mod fonts;
pub mod golden;
mod operations;
#[cfg(feature = "browser")]
pub mod wait;
#[cfg(feature = "browser")]
pub mod webdriver;

pub use builder::PlanBuilder;
pub use find::{
    budget_line, customer, day, feedback, goal, id, item, milestone, need, rate, span, theme, view,
};
pub use operations::{after, refusal};
