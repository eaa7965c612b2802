//! The rows of a lane: bars from left to right, each on the first row that is free, always the same way for the same
//! bars. What comes or goes has only those packed anew that stand after it.

use std::cmp::Ordering;
use std::collections::HashSet;

use milepost_plan::{CostId, ItemId, MilestoneId, NeedId, Span};

use crate::packing::{self, Room};

/// What a slot holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Held {
    Item(ItemId),
    Milestone(MilestoneId),
    Need(NeedId),
    /// A cost that has days of its own and no item with days that it would be told with.
    Cost(CostId),
}

/// One thing on a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Slot {
    pub held: Held,
    /// The stretch of the bar or the diamond.
    pub bar: Room,
    /// The stretch that is kept free for it and its name.
    pub room: Room,
    /// The days that the bar stands for; none for a chip, which stands on no day.
    pub days: Option<Span>,
    /// Width of its whole name in points, which is the same at every scale.
    pub name: f64,
}

impl Slot {
    /// The item that it holds, if it holds one.
    pub(crate) fn item(&self) -> Option<ItemId> {
        match self.held {
            Held::Item(id) => Some(id),
            Held::Milestone(_) | Held::Need(_) | Held::Cost(_) => None,
        }
    }

    /// The order in which slots are packed: from left to right, wider bars first.
    pub(crate) fn packs_before(&self, other: &Self) -> Ordering {
        let by_place = self.room.from.total_cmp(&other.room.from);
        let by_width = other.bar.width().total_cmp(&self.bar.width());
        by_place.then(by_width).then(self.held.cmp(&other.held))
    }
}

/// The rows of a lane from the top; slots of a row in the order of their places, none over another.
pub(crate) type Rows = Vec<Vec<Slot>>;

/// Packs slots into rows. They may come in any order; long runs of them in the right one cost less.
pub(crate) fn packed(mut slots: Vec<Slot>) -> Rows {
    slots.sort_by(Slot::packs_before);
    let mut free = packing::FreeRows::default();
    let mut rows = Rows::new();
    for slot in slots {
        let row = free.take(slot.room);
        if rows.len() <= row {
            rows.resize_with(row + 1, Vec::new);
        }
        rows[row].push(slot);
    }
    rows
}

/// Packs anew what stands at or after the first slot that has gone or come; tells which slots stand on another row
/// than before, and on which.
///
/// The rows are those that packing everything at once would give.
pub(crate) fn repack(rows: &mut Rows, gone: &[Slot], come: Vec<Slot>) -> Vec<(Slot, usize)> {
    let Some(first) = gone.iter().chain(&come).min_by(|a, b| a.packs_before(b)).copied() else {
        return Vec::new();
    };
    let mut waiting: Vec<(Slot, Option<usize>)> = come.into_iter().map(|slot| (slot, None)).collect();
    let gone: HashSet<Held> = gone.iter().map(|slot| slot.held).collect();
    for (row, slots) in rows.iter_mut().enumerate() {
        let stay = slots.partition_point(|slot| slot.packs_before(&first).is_lt());
        let rest = slots.drain(stay..).filter(|slot| !gone.contains(&slot.held));
        waiting.extend(rest.map(|slot| (slot, Some(row))));
    }
    waiting.sort_unstable_by(|(a, _), (b, _)| a.packs_before(b));

    let ends = rows.iter().map(|slots| slots.last().map_or(f64::NEG_INFINITY, |slot| slot.room.to));
    let mut free = packing::FreeRows::after(ends);
    let mut moved = Vec::new();
    for (slot, before) in waiting {
        let row = free.take(slot.room);
        if rows.len() <= row {
            rows.resize_with(row + 1, Vec::new);
        }
        rows[row].push(slot);
        if before != Some(row) {
            moved.push((slot, row));
        }
    }
    while rows.last().is_some_and(Vec::is_empty) {
        rows.pop();
    }
    moved
}

#[cfg(test)]
mod tests {
    use milepost_testkit::id;

    use super::*;

    fn slot(number: u32, from: f64, to: f64) -> Slot {
        let room = Room { from, to };
        Slot { held: Held::Item(id(number)), bar: room, room, days: None, name: 0.0 }
    }

    #[test]
    fn only_what_changes_its_row_is_told() {
        let [first, second, third] = [slot(1, 0.0, 50.0), slot(2, 20.0, 70.0), slot(3, 80.0, 90.0)];
        let mut rows = packed(vec![first, second, third]);
        assert_eq!(rows, [vec![first, third], vec![second]]);

        let wider = slot(1, 0.0, 80.0);
        let moved = repack(&mut rows, &[first], vec![wider]);
        assert_eq!(moved, [(wider, 0), (third, 1)], "the second stays where it is");
        assert_eq!(rows, [vec![wider], vec![second, third]]);
    }

    #[test]
    fn a_row_that_empties_goes() {
        let [first, second] = [slot(1, 0.0, 50.0), slot(2, 20.0, 70.0)];
        let mut rows = packed(vec![first, second]);
        assert_eq!(repack(&mut rows, &[first], Vec::new()), [(second, 0)]);
        assert_eq!(rows, [vec![second]]);
        assert_eq!(repack(&mut rows, &[second], Vec::new()), []);
        assert_eq!(rows, Rows::new());
    }

    #[test]
    fn rows_are_those_of_packing_everything_at_once() {
        let slots: Vec<Slot> = (0..60_u32)
            .map(|number| {
                let from = f64::from(number * 37 % 101);
                slot(number, from, from + f64::from(number * 13 % 29 + 1))
            })
            .collect();
        for (index, changed) in slots.iter().enumerate() {
            let mut rows = packed(slots.clone());
            let later =
                Slot { room: Room { from: 50.0, to: 63.0 }, bar: Room { from: 50.0, to: 63.0 }, ..*changed };
            repack(&mut rows, &[*changed], vec![later]);
            let mut others = slots.clone();
            others[index] = later;
            assert_eq!(rows, packed(others), "after slot {index} has moved");
        }
    }
}
