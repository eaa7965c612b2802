//! Identity of rows: one newtype per entity over a UUID of version 7.

use std::fmt;
use std::marker::PhantomData;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl Id for $name {
            fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

/// What all row ids share: they wrap a UUID, and are never mixed up with one another.
pub trait Id: Copy + Ord + std::hash::Hash + fmt::Debug + fmt::Display + 'static {
    /// Takes a UUID for an id of this entity.
    fn from_uuid(uuid: Uuid) -> Self;

    /// The UUID behind the id.
    fn uuid(self) -> Uuid;
}

id_type!(
    /// Identifies a [`Theme`](crate::Theme).
    ThemeId
);
id_type!(
    /// Identifies a [`WorkItem`](crate::WorkItem).
    ItemId
);
id_type!(
    /// Identifies a [`Milestone`](crate::Milestone).
    MilestoneId
);
id_type!(
    /// Identifies a [`Dependency`](crate::Dependency).
    DependencyId
);
id_type!(
    /// Identifies a [`Baseline`](crate::Baseline).
    BaselineId
);
id_type!(
    /// Identifies a [`View`](crate::View).
    ViewId
);
id_type!(
    /// Identifies a [`Customer`](crate::Customer).
    CustomerId
);
id_type!(
    /// Identifies a [`Need`](crate::Need).
    NeedId
);
id_type!(
    /// Identifies a [`Goal`](crate::Goal).
    GoalId
);
id_type!(
    /// Identifies a [`Feedback`](crate::Feedback).
    FeedbackId
);
id_type!(
    /// Identifies a [`BudgetLine`](crate::BudgetLine).
    BudgetLineId
);
id_type!(
    /// Identifies a [`Cost`](crate::Cost).
    CostId
);
id_type!(
    /// Identifies an [`Actual`](crate::Actual).
    ActualId
);
id_type!(
    /// Identifies a [`Rate`](crate::Rate).
    RateId
);

/// Ids for the rows that one operation makes, counted up from a first random id.
///
/// An operation is data and must give the same rows whenever it is carried out, so it brings one random UUID
/// and takes the next ones from here.
#[derive(Debug, Clone)]
pub struct IdSequence<I> {
    next: u128,
    entity: PhantomData<I>,
}

impl<I: Id> IdSequence<I> {
    /// Starts at `first`, which is the first id given out.
    pub fn starting_at(first: I) -> Self {
        Self { next: first.uuid().as_u128(), entity: PhantomData }
    }
}

impl<I: Id> Iterator for IdSequence<I> {
    type Item = I;

    fn next(&mut self) -> Option<I> {
        /// The random tail of a version 7 UUID: its last 62 bits.
        const TAIL: u128 = (1 << 62) - 1;
        let id = I::from_uuid(Uuid::from_u128(self.next));
        let tail = (self.next & TAIL).wrapping_add(1) & TAIL;
        self.next = (self.next & !TAIL) | tail;
        Some(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sequence_counts_up_and_keeps_the_version() {
        let first = ItemId::from_uuid(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001));
        let ids: Vec<ItemId> = IdSequence::starting_at(first).take(3).collect();
        assert_eq!(ids[0], first);
        assert_eq!(ids[2].uuid().as_u128() - first.uuid().as_u128(), 2);
        assert!(ids.iter().all(|id| id.uuid().get_version_num() == 7));
    }

    #[test]
    fn a_sequence_wraps_inside_the_random_tail() {
        let last_of_tail = ItemId::from_uuid(Uuid::from_u128(0x0190_0000_0000_7000_bfff_ffff_ffff_ffff));
        let ids: Vec<ItemId> = IdSequence::starting_at(last_of_tail).take(2).collect();
        assert_eq!(ids[1].uuid().as_u128(), 0x0190_0000_0000_7000_8000_0000_0000_0000);
    }
}
