//! The program as people and scripts call it: real files in, exit codes and texts out.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod export;
mod import;
mod money;
mod plans;
mod program;
