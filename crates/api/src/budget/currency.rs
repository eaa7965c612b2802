//! Another currency for the plan: what it takes to change to it, and an example of what amounts become.

use milepost_plan::{ExchangeRate, Money, RuleViolation, minor_digits};
use serde::{Deserialize, Serialize};

use super::digits_of;
use crate::app::App;
use crate::error::ApiError;

/// Which currency, and at which rate.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CurrencyRequest {
    /// ISO 4217 code of the new one.
    pub code: String,
    /// What one unit of the plan's is in it; none while nobody has said.
    pub rate: Option<ExchangeRate>,
}

/// What it takes to change to a currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CurrencyLook {
    /// Digits behind its decimal mark.
    pub digits: u8,
    /// Whether the plan has amounts, which a rate converts.
    pub has_amounts: bool,
    /// An amount in the plan's currency: a hundred units of it.
    pub example: Money,
    /// What it becomes in the new one; none without a rate, or if it is more than a plan takes.
    pub becomes: Option<Money>,
}

/// What it takes to change to a currency; refuses one that ISO 4217 does not know.
pub fn currency(app: &App, request: &CurrencyRequest) -> Result<CurrencyLook, ApiError> {
    const EXAMPLE: i64 = 100;
    let unknown = || RuleViolation::UnknownCurrency { code: request.code.chars().take(20).collect() };
    let digits = minor_digits(&request.code).ok_or_else(unknown)?;
    let open = app.opened()?;
    open.with_plan(|plan| {
        let from = digits_of(plan);
        let example = Money(EXAMPLE * 10_i64.pow(from.into()));
        Ok(CurrencyLook {
            digits,
            has_amounts: plan.has_amounts(),
            example,
            becomes: request.rate.and_then(|rate| rate.convert(example, from, digits)),
        })
    })
}
