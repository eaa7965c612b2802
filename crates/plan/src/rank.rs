//! Order by hand: ranks leave room so that a row can be put between two others without touching them.

use serde::{Deserialize, Serialize};

/// A place in an order; smaller comes first. Ties are broken by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct Rank(#[cfg_attr(feature = "ts", ts(type = "number"))] pub i64);

impl Rank {
    /// Room left between two neighbours: twenty halvings before anybody has to be moved, and small enough that
    /// eight thousand million rows stay exact in a JavaScript number.
    const GAP: i64 = 1 << 20;

    /// A rank after `last`, or the first rank of all.
    pub fn after(last: Option<Self>) -> Self {
        Self(last.map_or(0, |rank| rank.0.saturating_add(Self::GAP)))
    }

    /// A rank before `first`.
    pub fn before(first: Self) -> Self {
        Self(first.0.saturating_sub(Self::GAP))
    }

    /// A rank strictly between two, if there is room.
    pub fn between(low: Self, high: Self) -> Option<Self> {
        let middle = low.0 + (high.0.checked_sub(low.0)?) / 2;
        (middle > low.0 && middle < high.0).then_some(Self(middle))
    }

    /// Ranks for a whole list, evenly apart.
    pub fn spaced() -> impl Iterator<Item = Self> {
        (0..).map(|place| Self(place * Self::GAP))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_two_neighbours_there_is_room_until_there_is_none() {
        let (mut low, high) = (Rank(0), Rank::after(Some(Rank(0))));
        let mut halvings = 0;
        while let Some(middle) = Rank::between(low, high) {
            assert!(low < middle && middle < high);
            low = middle;
            halvings += 1;
        }
        assert_eq!(halvings, 20);
    }
}
