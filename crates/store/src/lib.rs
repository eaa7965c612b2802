//! The plan file: one SQLite database per plan.
//!
//! The only crate that knows SQL. It keeps rows and gives them back, one transaction per change set, and holds no
//! rules: whether a plan makes sense is asked of `milepost-plan`. Undo is not kept here either, since a plan is a
//! file that people send, and must not carry what was deleted.
//!
//! How a file comes to its place whole or not at all is here as well, for whatever else is written for the user.

mod baseline;
mod beside;
mod budget;
mod customer;
mod dependency;
mod error;
mod feedback;
mod file;
mod goal;
mod guard;
mod item;
mod journal;
mod migrate;
mod milestone;
mod need;
mod plan;
mod row;
mod settings;
mod theme;
mod view;

pub use beside::Beside;
pub use error::StoreError;
pub use file::{CheckReport, Opened, PlanFile};
