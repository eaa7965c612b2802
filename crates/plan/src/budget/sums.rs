//! What money comes to in a period: planned, spent, still to come; all of it, or what is certain or estimated of it.

use serde::{Deserialize, Serialize};

use super::money::Money;

/// Which money counts, by how sure it is. What is spent counts as certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CertaintyFilter {
    /// All of it.
    #[default]
    All,
    /// What is spent, and costs that are certain.
    Certain,
    /// Costs that are estimated.
    Estimated,
}

/// What is told of sums, such as their forecast.
pub type Measure = fn(&Sums) -> Money;

/// What falls into one period. All amounts are in minor units of the plan's currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Sums {
    /// Planned.
    pub planned: Money,
    /// Planned at least: estimates at their low end.
    pub low: Money,
    /// Planned at most: estimates at their high end.
    pub high: Money,
    /// Planned, of what is certain.
    pub certain: Money,
    /// Planned after today.
    pub remaining: Money,
    /// Planned after today at least.
    pub remaining_low: Money,
    /// Planned after today at most.
    pub remaining_high: Money,
    /// Planned after today, of what is certain.
    pub remaining_certain: Money,
    /// Spent.
    pub actual: Money,
}

impl Sums {
    /// Money that was spent, and nothing else.
    pub fn spent(actual: Money) -> Self {
        Self { actual, ..Self::default() }
    }

    /// What it comes to: what is spent, and what is planned after today.
    pub fn forecast(&self) -> Money {
        self.actual + self.remaining
    }

    /// The forecast with what is planned after today at its low end.
    pub fn forecast_low(&self) -> Money {
        self.actual + self.remaining_low
    }

    /// The forecast with what is planned after today at its high end.
    pub fn forecast_high(&self) -> Money {
        self.actual + self.remaining_high
    }

    /// By how much more is forecast than planned; negative if less.
    pub fn variance(&self) -> Money {
        self.forecast() - self.planned
    }

    /// What of it counts. The certain and the estimated part are all of it.
    #[must_use]
    pub fn of(self, filter: CertaintyFilter) -> Self {
        match filter {
            CertaintyFilter::All => self,
            CertaintyFilter::Certain => Self {
                planned: self.certain,
                low: self.certain,
                high: self.certain,
                remaining: self.remaining_certain,
                remaining_low: self.remaining_certain,
                remaining_high: self.remaining_certain,
                ..self
            },
            CertaintyFilter::Estimated => {
                let mut estimated = self;
                estimated.take(self.of(CertaintyFilter::Certain));
                estimated
            }
        }
    }

    /// Whether nothing is planned or spent.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.planned += other.planned;
        self.low += other.low;
        self.high += other.high;
        self.certain += other.certain;
        self.remaining += other.remaining;
        self.remaining_low += other.remaining_low;
        self.remaining_high += other.remaining_high;
        self.remaining_certain += other.remaining_certain;
        self.actual += other.actual;
    }

    pub(crate) fn take(&mut self, other: Self) {
        self.planned -= other.planned;
        self.low -= other.low;
        self.high -= other.high;
        self.certain -= other.certain;
        self.remaining -= other.remaining;
        self.remaining_low -= other.remaining_low;
        self.remaining_high -= other.remaining_high;
        self.remaining_certain -= other.remaining_certain;
        self.actual -= other.actual;
    }
}

impl std::iter::Sum for Sums {
    fn sum<I: Iterator<Item = Self>>(sums: I) -> Self {
        sums.fold(Self::default(), |mut all, each| {
            all.add(each);
            all
        })
    }
}
