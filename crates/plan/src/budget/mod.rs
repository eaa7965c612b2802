//! Money: what the plan costs, what was spent, and when.
//!
//! Amounts are whole minor units of the plan's one currency, and every sum is exact: however a span is cut into
//! periods, the parts add up to the whole.

mod actual;
mod cap;
mod cost;
mod currency;
mod curve;
mod ledger;
mod line;
mod money;
mod period;
mod rate;
mod spread;
mod sums;
mod wording;

pub use actual::Actual;
pub use cap::CapStanding;
pub use cost::{Amount, Certainty, Cost, Moment, Timing};
pub(crate) use currency::digits_of;
pub use currency::{ExchangeRate, minor_digits};
pub use curve::CurvePoint;
pub use ledger::{Ledger, Replaced};
pub use line::{BudgetLine, Cap, Category};
pub use money::Money;
pub use period::PeriodUnit;
pub use rate::Rate;
pub(crate) use spread::divide;
pub use sums::{CertaintyFilter, Measure, Sums};
