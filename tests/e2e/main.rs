//! The real window, driven by pointer and keys as a person would, and the file that is left.
//!
//! `cargo xtask e2e` builds the app, opens a display, and names both programs by `MILEPOST_APP` and `MILEPOST_CLI`.
//! Each test starts the app anew, with settings and a plan of its own. Nothing here sleeps for a while and hopes:
//! what takes time is asked again until it is so ([`milepost_testkit::wait::until`]).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed"
)]

mod budget;
mod crash;
mod export;
mod needs;
mod opening;
mod plan_file;
mod roadmap;
#[cfg(target_os = "linux")]
mod screen_reader;
mod screenshot;
mod table;
mod text_size;
mod views;
mod window;
