//! Amounts.

use serde::{Deserialize, Serialize};

/// An amount in whole minor units of the plan's currency, such as cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct Money(#[cfg_attr(feature = "ts", ts(type = "number"))] pub i64);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The largest amount of one payment: a hundred million million minor units. Budgets of millions of euros fit in
    /// currencies whose minor unit nobody uses any more, such as rupiah, and ninety of them add up to what a JavaScript
    /// number holds exactly. A cost that falls due every month is as many payments as it has months.
    pub const LARGEST: Self = Self(100_000_000_000_000);

    /// As a number with that many digits behind a point and nothing between its thousands: “-1234.50”.
    pub fn plain(self, digits: u8) -> String {
        let unit = 10_u64.pow(u32::from(digits.min(9)));
        let (sign, amount) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
        match digits {
            0 => format!("{sign}{amount}"),
            _ => format!("{sign}{}.{:0width$}", amount / unit, amount % unit, width = usize::from(digits)),
        }
    }
}

impl std::ops::Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl std::ops::Sub for Money {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl std::ops::AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl std::ops::SubAssign for Money {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Self(amounts.map(|amount| amount.0).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_number_has_the_digits_of_its_currency() {
        assert_eq!(Money(-123_450).plain(2), "-1234.50");
        assert_eq!(Money(7).plain(3), "0.007");
        assert_eq!(Money(7).plain(0), "7");
    }
}
