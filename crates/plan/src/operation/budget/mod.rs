//! Money: budget lines, costs, actuals, rates and the currency.

pub(super) mod actual;
mod called;
pub(super) mod cost;
pub(super) mod currency;
pub(super) mod line;
pub(super) mod periods;
pub(super) mod rate;
