//! Currencies: how many digits their minor units take, and amounts of one in another.

use iso_currency::Currency;
use serde::{Deserialize, Serialize};

use super::money::Money;
use crate::plan::Plan;

/// Digits behind the decimal mark of a currency by its ISO 4217 code: 2 for EUR, 0 for JPY, 3 for KWD; none if there
/// is no such currency.
pub fn minor_digits(code: &str) -> Option<u8> {
    let exponent = Currency::from_code(code)?.exponent().unwrap_or(0);
    u8::try_from(exponent).ok()
}

/// Digits of a currency that no list knows, which a plan of an earlier version may have.
const USUAL_DIGITS: u8 = 2;

impl Plan {
    /// Digits behind the decimal mark of the plan's currency.
    pub fn money_digits(&self) -> u8 {
        digits_of(&self.settings().currency)
    }
}

/// Digits of a currency by its code; the usual ones if there is no such currency.
pub(crate) fn digits_of(code: &str) -> u8 {
    minor_digits(code).unwrap_or(USUAL_DIGITS)
}

/// What one unit of the old currency is in the new one, in thousand-millionths: 1_083_500_000 for 1.0835.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct ExchangeRate(#[cfg_attr(feature = "ts", ts(type = "number"))] pub u64);

impl ExchangeRate {
    const ONE: i128 = 1_000_000_000;

    /// An amount in the new currency, rounded to its nearest minor unit, halves away from zero; none if it is more than
    /// a row may have.
    pub fn convert(self, amount: Money, from_digits: u8, to_digits: u8) -> Option<Money> {
        let scale = |digits: u8| 10_i128.checked_pow(digits.into());
        let product = i128::from(amount.0).checked_mul(self.0.into())?.checked_mul(scale(to_digits)?)?;
        let unit = Self::ONE.checked_mul(scale(from_digits)?)?;
        let half = if product < 0 { -unit / 2 } else { unit / 2 };
        let money = Money(i64::try_from((product + half) / unit).ok()?);
        (money <= Money::LARGEST).then_some(money)
    }
}

impl Plan {
    /// Whether there is anything in the plan's currency, so that another one takes a rate.
    pub fn has_amounts(&self) -> bool {
        !self.costs().is_empty()
            || !self.actuals().is_empty()
            || !self.rates().is_empty()
            || self.budget_lines().iter().any(|line| line.cap.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn currencies_have_their_own_digits() {
        let digits = ["EUR", "JPY", "KWD", "ISK", "ABC", "eur"].map(minor_digits);
        assert_eq!(digits, [Some(2), Some(0), Some(3), Some(0), None, None]);
    }

    #[test]
    fn amounts_are_converted_to_the_nearest_minor_unit() {
        let rate = ExchangeRate(161_500_000_000);
        assert_eq!(rate.convert(Money(199), 2, 0), Some(Money(321)), "1.99 EUR at 161.5 are 321.385 JPY");
        let back = ExchangeRate(6_191_950);
        assert_eq!(back.convert(Money(321), 0, 2), Some(Money(199)));
        assert_eq!(ExchangeRate(500_000_000).convert(Money(1), 2, 2), Some(Money(1)), "a half goes up");
        assert_eq!(ExchangeRate(1_000_000_000).convert(Money(5), 2, 3), Some(Money(50)));
        assert_eq!(ExchangeRate(u64::MAX).convert(Money::LARGEST, 0, 3), None);
    }
}
