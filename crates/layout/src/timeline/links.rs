//! Which dependency lines may be seen in a part of the timeline, found without looking at the others.

use std::collections::HashMap;
use std::ops::Range;

use milepost_plan::{DependencyId, ItemId};
use rstar::{AABB, RTree, RTreeObject};

use crate::packing::Room;

/// A dependency as a line, as far as it depends neither on which rows its bars stand on nor on the scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Link {
    pub id: DependencyId,
    pub from: ItemId,
    pub to: ItemId,
    /// From the first day of either bar to the end of the last one of either, as numbers of days.
    pub days: Room,
    /// The first and the last of the lanes that it crosses.
    pub lanes: (usize, usize),
}

impl RTreeObject for Link {
    type Envelope = AABB<[f64; 2]>;

    fn envelope(&self) -> Self::Envelope {
        AABB::from_corners([self.days.from, lane(self.lanes.0)], [self.days.to, lane(self.lanes.1)])
    }
}

/// The lines between bars that both stand on the timeline.
#[derive(Debug, Clone, Default)]
pub(super) struct Links {
    by_id: HashMap<DependencyId, Link>,
    by_place: RTree<Link>,
}

impl Links {
    pub(super) fn new(links: Vec<Link>) -> Self {
        Self { by_id: links.iter().map(|link| (link.id, *link)).collect(), by_place: RTree::bulk_load(links) }
    }

    /// Keeps what has become of a dependency's line, if it still has one.
    pub(super) fn put(&mut self, id: DependencyId, link: Option<Link>) {
        let before = match link {
            Some(link) => self.by_id.insert(id, link),
            None => self.by_id.remove(&id),
        };
        if before == link {
            return;
        }
        if let Some(before) = before {
            self.by_place.remove(&before);
        }
        if let Some(link) = link {
            self.by_place.insert(link);
        }
    }

    /// The lines between bars that may reach into some days and some lanes, in the order of their ids.
    pub(super) fn within(&self, days: Room, lanes: Range<usize>) -> Vec<Link> {
        if lanes.is_empty() {
            return Vec::new();
        }
        let area = AABB::from_corners([days.from, lane(lanes.start)], [days.to, lane(lanes.end - 1)]);
        let mut links: Vec<Link> = self.by_place.locate_in_envelope_intersecting(area).copied().collect();
        links.sort_unstable_by_key(|link| link.id);
        links
    }
}

#[allow(clippy::cast_precision_loss, reason = "no view has that many lanes")]
fn lane(index: usize) -> f64 {
    index as f64
}

#[cfg(test)]
mod tests {
    use milepost_testkit::id;

    use super::*;

    fn link(number: u32, (from, to): (f64, f64), lanes: (usize, usize)) -> Link {
        Link { id: id(number), from: id(100), to: id(101), days: Room { from, to }, lanes }
    }

    fn found(links: &Links, days: (f64, f64), lanes: Range<usize>) -> Vec<DependencyId> {
        let days = Room { from: days.0, to: days.1 };
        links.within(days, lanes).into_iter().map(|link| link.id).collect()
    }

    #[test]
    fn lines_are_found_where_they_pass_and_nowhere_else() {
        let links = Links::new(vec![link(2, (0.0, 100.0), (1, 1)), link(1, (80.0, 300.0), (0, 5))]);
        assert_eq!(found(&links, (90.0, 95.0), 1..2), [id(1), id(2)]);
        assert_eq!(found(&links, (0.0, 50.0), 0..9), [id(2)]);
        assert_eq!(found(&links, (90.0, 95.0), 3..4), [id(1)], "between the lanes of its bars");
        assert_eq!(found(&links, (90.0, 95.0), 6..9), []);
        assert_eq!(found(&links, (90.0, 95.0), 3..3), []);
    }

    #[test]
    fn a_line_that_moves_is_found_where_it_is_now() {
        let mut links = Links::new(vec![link(1, (0.0, 100.0), (0, 0))]);
        links.put(id(1), Some(link(1, (500.0, 600.0), (2, 3))));
        assert_eq!(found(&links, (0.0, 100.0), 0..9), []);
        assert_eq!(found(&links, (550.0, 551.0), 3..4), [id(1)]);
        links.put(id(1), None);
        assert_eq!(found(&links, (0.0, 900.0), 0..9), []);
    }
}
