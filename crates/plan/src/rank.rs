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

    /// Half a gap further.
    fn next_half(self) -> Self {
        Self(self.0.saturating_add(Self::GAP / 2))
    }
}

/// A row's place in an order: ties between ranks are broken by id.
pub(crate) type Place<I> = (Rank, I);

/// The new ranks that put `id` after `low` and before all of `following`, which are the rows from there on in order.
///
/// Only `id` gets one as long as there is room. When there is none, the rows that follow move up by half gaps
/// until they meet one that need not; so it is the crowd at this spot that is spread out, not the whole list.
pub(crate) fn put_between<I>(
    low: Option<Rank>,
    id: I,
    following: impl IntoIterator<Item = Place<I>>,
) -> Vec<(I, Rank)> {
    let mut following = following.into_iter().peekable();
    let room = match (low, following.peek()) {
        (low, None) => Some(Rank::after(low)),
        (None, Some((high, _))) => Some(Rank::before(*high)),
        (Some(low), Some((high, _))) => Rank::between(low, *high),
    };
    if let Some(rank) = room {
        return vec![(id, rank)];
    }
    let mut rank = low.unwrap_or_default().next_half();
    let mut moved = vec![(id, rank)];
    for (own, other) in following {
        if own > rank {
            break;
        }
        rank = rank.next_half();
        moved.push((other, rank));
    }
    moved
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

    #[test]
    fn a_row_between_two_with_room_changes_nothing_else() {
        let following = [(Rank(100), 'b'), (Rank(200), 'c')];
        assert_eq!(put_between(Some(Rank(0)), 'a', following), [('a', Rank(50))]);
        assert_eq!(put_between(None, 'a', following), [('a', Rank::before(Rank(100)))]);
        assert_eq!(put_between(Some(Rank(0)), 'a', []), [('a', Rank::after(Some(Rank(0))))]);
    }

    #[test]
    fn without_room_only_the_crowd_at_the_spot_moves_up() {
        let crowd = (1..=3).map(|rank| (Rank(rank), 'c'));
        let beyond = (1..=1_000).map(|place| (Rank(place * Rank::GAP), 'b'));
        let moved = put_between(Some(Rank(0)), 'a', crowd.chain(beyond));
        assert!(moved.is_sorted_by_key(|(_, rank)| *rank));
        assert_eq!(moved.iter().map(|(id, _)| *id).collect::<String>(), "acccbbb");
    }
}
