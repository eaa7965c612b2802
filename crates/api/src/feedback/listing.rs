//! A list of feedback in order, by standing, which follows changes row by row.

use std::cmp::Reverse;
use std::collections::HashMap;

use milepost_plan::{CustomerId, Day, FeedbackId, Plan};

use super::inbox::Entry;
use super::{FeedbackCounts, FeedbackList, FeedbackOrder, FeedbackStanding};

/// What a list is asked for, whatever the standing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Question {
    /// In lower case; at most as many as [`Named`] has room for.
    words: Vec<String>,
    customer: Option<CustomerId>,
    linked: Option<bool>,
    order: FeedbackOrder,
}

/// For a customer: which of the words its name has, a bit for each.
type Named = u64;

/// The feedback that answers to a question, in order.
pub(super) struct Listing {
    question: Question,
    named: HashMap<CustomerId, Named>,
    all: Vec<Key>,
    by_standing: [Vec<Key>; FeedbackStanding::COUNT],
}

/// A place in a list; the smallest comes first. Votes are none where they do not matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    votes: Reverse<u64>,
    day: Reverse<Day>,
    id: Reverse<FeedbackId>,
}

impl Question {
    pub(super) fn of(list: &FeedbackList) -> Self {
        let words = list.filter.text.to_lowercase();
        let words = words.split_whitespace().take(Named::BITS as usize).map(str::to_owned).collect();
        Self { words, customer: list.filter.customer, linked: list.filter.linked, order: list.order }
    }

    fn key(&self, entry: &Entry) -> Key {
        let votes = match self.order {
            FeedbackOrder::Newest => 0,
            FeedbackOrder::Votes => entry.votes,
        };
        Key { votes: Reverse(votes), day: Reverse(entry.day), id: Reverse(entry.id) }
    }

    fn named(&self, plan: &Plan) -> HashMap<CustomerId, Named> {
        if self.words.is_empty() {
            return HashMap::new();
        }
        let words_in = |name: &str| {
            let name = name.to_lowercase();
            let has = |(at, word): (usize, &String)| if name.contains(word) { 1 << at } else { 0 };
            self.words.iter().enumerate().map(has).sum::<Named>()
        };
        let customers = plan.customers().iter().map(|customer| (customer.id, words_in(&customer.name)));
        customers.filter(|(_, named)| *named != 0).collect()
    }
}

impl Listing {
    pub(super) fn new<'e>(question: Question, plan: &Plan, entries: impl Iterator<Item = &'e Entry>) -> Self {
        let named = question.named(plan);
        let mut listing = Self { question, named, all: Vec::new(), by_standing: Default::default() };
        for entry in entries.filter(|entry| listing.has(entry)).collect::<Vec<_>>() {
            let key = listing.question.key(entry);
            listing.all.push(key);
            listing.by_standing[entry.standing as usize].push(key);
        }
        listing.all.sort_unstable();
        listing.by_standing.iter_mut().for_each(|keys| keys.sort_unstable());
        listing
    }

    pub(super) fn question(&self) -> &Question {
        &self.question
    }

    pub(super) fn len(&self, standing: Option<FeedbackStanding>) -> usize {
        self.keys(standing).len()
    }

    pub(super) fn ids(&self, standing: Option<FeedbackStanding>) -> impl Iterator<Item = FeedbackId> {
        self.keys(standing).iter().map(|key| key.id.0)
    }

    pub(super) fn counts(&self) -> FeedbackCounts {
        FeedbackCounts::of(self.by_standing.each_ref().map(Vec::len))
    }

    /// How many come before an entry; none if it is not in the list.
    pub(super) fn place(&self, standing: Option<FeedbackStanding>, entry: &Entry) -> Option<usize> {
        self.keys(standing).binary_search(&self.question.key(entry)).ok()
    }

    pub(super) fn take_out(&mut self, entry: &Entry) {
        let key = self.question.key(entry);
        for keys in [&mut self.all, &mut self.by_standing[entry.standing as usize]] {
            if let Ok(at) = keys.binary_search(&key) {
                keys.remove(at);
            }
        }
    }

    pub(super) fn put_in(&mut self, entry: &Entry) {
        if !self.has(entry) {
            return;
        }
        let key = self.question.key(entry);
        for keys in [&mut self.all, &mut self.by_standing[entry.standing as usize]] {
            if let Err(at) = keys.binary_search(&key) {
                keys.insert(at, key);
            }
        }
    }

    fn keys(&self, standing: Option<FeedbackStanding>) -> &[Key] {
        standing.map_or(&self.all, |standing| &self.by_standing[standing as usize])
    }

    fn has(&self, entry: &Entry) -> bool {
        let Question { words, customer, linked, .. } = &self.question;
        if customer.is_some_and(|customer| !entry.customers.contains(&customer))
            || linked.is_some_and(|linked| linked != entry.is_linked)
        {
            return false;
        }
        let names = || entry.customers.iter().filter_map(|customer| self.named.get(customer));
        words.iter().enumerate().all(|(at, word)| {
            entry.said().contains(word.as_str()) || names().any(|named| named & (1 << at) != 0)
        })
    }
}
