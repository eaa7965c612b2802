//! The sample plan and generated plans.
//!
//! Both are built from the operations that a user has, so they keep every rule. Both are the same whenever and
//! wherever they are built: no clock, no randomness from outside, ids that count up from fixed ones.

mod build;
mod generated;
mod northwind;
mod random;
mod successors;
mod titles;

pub use generated::{PlanSize, generated_plan};
pub use northwind::{sample_day, sample_plan};
pub use successors::waiting_for;
