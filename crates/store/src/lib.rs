//! The plan file: one SQLite database per plan.
//!
//! The only crate that knows SQL. It keeps rows and gives them back, one transaction per change set, and holds no
//! rules: whether a plan makes sense is asked of `milepost-plan`. Undo is not kept here either, since a plan is a
//! file that people send, and must not carry what was deleted.

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
mod migrate;
mod milestone;
mod need;
mod plan;
mod row;
mod settings;
mod theme;
mod view;

pub use error::StoreError;
pub use file::{CheckReport, Opened, PlanFile};
