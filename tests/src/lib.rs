//! Suites over several crates and the real window.
