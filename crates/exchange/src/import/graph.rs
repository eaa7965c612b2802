//! Which item waits for which, in a form that is quick to walk.

use std::collections::HashMap;

use milepost_plan::ItemId;

/// Ties between items, without a circle as long as [`Graph::circle`] is asked before each tie.
#[derive(Debug, Default)]
pub(super) struct Graph {
    places: HashMap<ItemId, usize>,
    items: Vec<Node>,
    /// Counts the walks, so that none has to clear what the one before has marked.
    walk: u32,
}

#[derive(Debug)]
struct Node {
    item: ItemId,
    successors: Vec<usize>,
    predecessors: Vec<usize>,
    /// The walk that has come by last, along the ties and against them.
    seen: [u32; 2],
}

/// Which way a walk goes.
#[derive(Debug, Clone, Copy)]
enum Way {
    Along,
    Against,
}

impl Graph {
    pub(super) fn tie(&mut self, predecessor: ItemId, successor: ItemId) {
        let (from, to) = (self.place(predecessor), self.place(successor));
        self.items[from].successors.push(to);
        self.items[to].predecessors.push(from);
    }

    fn place(&mut self, item: ItemId) -> usize {
        *self.places.entry(item).or_insert_with(|| {
            self.items.push(Node { item, successors: Vec::new(), predecessors: Vec::new(), seen: [0; 2] });
            self.items.len() - 1
        })
    }

    /// The items around the circle that a tie would close, from the predecessor back to itself.
    pub(super) fn circle(&mut self, predecessor: ItemId, successor: ItemId) -> Option<Vec<ItemId>> {
        let (from, to) = (self.place(predecessor), self.place(successor));
        self.leads(to, from).then(|| self.way_round(to, from))
    }

    /// Whether the ties lead from one node to another. Walks from both ends in turn and gives up with the shorter
    /// walk, so that long chains cost little whichever end they grow at.
    fn leads(&mut self, start: usize, end: usize) -> bool {
        self.walk += 1;
        let (mut along, mut against) = (vec![start], vec![end]);
        loop {
            for (way, goal, to_visit) in [(Way::Along, end, &mut along), (Way::Against, start, &mut against)]
            {
                match to_visit.pop() {
                    None => return false,
                    Some(at) if at == goal => return true,
                    Some(at) => self.step(at, way, to_visit),
                }
            }
        }
    }

    fn step(&mut self, at: usize, way: Way, to_visit: &mut Vec<usize>) {
        let neighbours = |node: &Node| match way {
            Way::Along => node.successors.len(),
            Way::Against => node.predecessors.len(),
        };
        for place in 0..neighbours(&self.items[at]) {
            let next = match way {
                Way::Along => self.items[at].successors[place],
                Way::Against => self.items[at].predecessors[place],
            };
            let seen = &mut self.items[next].seen[way as usize];
            if *seen != self.walk {
                *seen = self.walk;
                to_visit.push(next);
            }
        }
    }

    /// The items from `end` over `start` back to `end`, where the ties are known to lead from `start` to `end`.
    fn way_round(&self, start: usize, end: usize) -> Vec<ItemId> {
        let mut came_from: HashMap<usize, usize> = HashMap::new();
        let mut to_visit = vec![start];
        while let Some(at) = to_visit.pop() {
            for next in &self.items[at].successors {
                if *next != start && !came_from.contains_key(next) {
                    came_from.insert(*next, at);
                    to_visit.push(*next);
                }
            }
        }
        let back = std::iter::successors(Some(end), |at| came_from.get(at).copied());
        let mut way: Vec<ItemId> = back.map(|place| self.items[place].item).collect();
        way.push(self.items[end].item);
        way.reverse();
        way
    }

    /// A place for every item such that predecessors come before their successors.
    pub(super) fn order(&self) -> HashMap<ItemId, usize> {
        let mut waiting: Vec<usize> = self.items.iter().map(|node| node.predecessors.len()).collect();
        let mut ready: Vec<usize> = (0..waiting.len()).rev().filter(|place| waiting[*place] == 0).collect();
        let mut order = HashMap::with_capacity(waiting.len());
        while let Some(place) = ready.pop() {
            order.insert(self.items[place].item, order.len());
            for next in &self.items[place].successors {
                waiting[*next] -= 1;
                if waiting[*next] == 0 {
                    ready.push(*next);
                }
            }
        }
        order
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use milepost_plan::Id;

    fn item(number: u128) -> ItemId {
        ItemId::from_uuid(uuid::Uuid::from_u128(number))
    }

    #[test]
    fn a_tie_that_closes_a_circle_is_found_with_the_way_round() {
        let mut graph = Graph::default();
        for (from, to) in [(1, 2), (2, 3), (1, 4), (4, 3), (3, 5)] {
            assert_eq!(graph.circle(item(from), item(to)), None);
            graph.tie(item(from), item(to));
        }
        assert_eq!(graph.circle(item(3), item(2)), Some(vec![item(3), item(2), item(3)]));
        assert_eq!(graph.circle(item(5), item(2)), Some(vec![item(5), item(2), item(3), item(5)]));
        assert_eq!(graph.circle(item(2), item(5)), None);
    }

    #[test]
    fn the_order_puts_predecessors_first() {
        let mut graph = Graph::default();
        let ties = [(5, 4), (4, 3), (3, 2), (5, 2), (2, 1), (7, 1)];
        for (from, to) in ties {
            graph.tie(item(from), item(to));
        }
        let order = graph.order();
        assert_eq!(order.len(), 6);
        assert!(ties.iter().all(|(from, to)| order[&item(*from)] < order[&item(*to)]));
    }
}
