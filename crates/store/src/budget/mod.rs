//! The tables of money.

mod actual;
mod cost;
mod line;
mod rate;
