//! What lists of feedback are made of, kept per open plan: for each feedback where it stands and what it is found by.
//!
//! Texts are folded to lower case once per row, for lists and for searches of the whole plan. Fifty thousand pieces of
//! feedback with texts of a hundred letters take some 15 MB, and each list that was asked for lately another 3 MB.

use std::collections::BTreeMap;

use milepost_plan::{Change, CustomerId, Day, Feedback, FeedbackId, Plan};

use super::listing::{Listing, Question};
use super::{FeedbackCounts, FeedbackList, FeedbackStanding};
use crate::kept::Follow;
use crate::search::Folded;

/// The feedback of a plan, but for duplicates, as lists need it.
pub(crate) struct Inbox {
    entries: BTreeMap<FeedbackId, Entry>,
    counts: [usize; FeedbackStanding::COUNT],
    /// Those asked for lately, the last one first.
    listings: Vec<Listing>,
}

/// A feedback together with its duplicates.
pub(super) struct Entry {
    pub(super) id: FeedbackId,
    pub(super) day: Day,
    pub(super) votes: u64,
    pub(super) standing: FeedbackStanding,
    pub(super) is_linked: bool,
    /// The customers of all who said it.
    pub(super) customers: Box<[CustomerId]>,
    /// What it is found by: texts, sources, channels and keys, and then the reasons for declining, by which lists do not
    /// find it.
    folded: Folded,
    /// How much of that is what lists find it by, in bytes.
    said: usize,
}

/// Listings kept at once: what is on screen, and what it was before the last letter or in the other order.
const KEPT_LISTINGS: usize = 3;
/// More rows than this are not put into their places one by one.
const MOST_FOLLOWED: usize = 1_000;

impl Inbox {
    /// The list that answers to a question, made first if nobody has asked it lately.
    pub(super) fn listing(&mut self, plan: &Plan, list: &FeedbackList) -> &Listing {
        let question = Question::of(list);
        match self.listings.iter().position(|listing| *listing.question() == question) {
            Some(at) => self.listings[..=at].rotate_right(1),
            None => {
                self.listings.insert(0, Listing::new(question, plan, self.entries.values()));
                self.listings.truncate(KEPT_LISTINGS);
            }
        }
        &self.listings[0]
    }

    /// How many come before a feedback in a list; none if it is not in it.
    pub(super) fn place(&mut self, plan: &Plan, list: &FeedbackList, id: FeedbackId) -> Option<usize> {
        self.listing(plan, list);
        self.listings[0].place(list.standing, self.entries.get(&id)?)
    }

    /// What each is found by, those that were added last first.
    pub(crate) fn newest_first(&self) -> impl Iterator<Item = (FeedbackId, &Folded)> {
        self.entries.values().rev().map(|entry| (entry.id, &entry.folded))
    }

    pub(super) fn counts(&self) -> FeedbackCounts {
        FeedbackCounts::of(self.counts)
    }

    /// Puts a feedback where it stands now, or takes it out if it is gone or has become a duplicate.
    fn renew(&mut self, plan: &Plan, id: FeedbackId) {
        let row = plan.feedback().get(id);
        let entry = row.filter(|row| row.duplicate_of.is_none()).map(|row| Entry::of(plan, row));
        let before = self.entries.remove(&id);
        for listing in &mut self.listings {
            before.iter().for_each(|before| listing.take_out(before));
            entry.iter().for_each(|entry| listing.put_in(entry));
        }
        before.iter().for_each(|before| self.counts[before.standing as usize] -= 1);
        if let Some(entry) = entry {
            self.counts[entry.standing as usize] += 1;
            self.entries.insert(id, entry);
        }
    }
}

impl Follow for Inbox {
    fn of(plan: &Plan) -> Self {
        let mut inbox =
            Self { entries: BTreeMap::new(), counts: [0; FeedbackStanding::COUNT], listings: Vec::new() };
        for row in plan.feedback() {
            inbox.renew(plan, row.id);
        }
        inbox
    }

    fn follow(&mut self, plan: &Plan, changes: &[Change]) {
        let touched = plan.feedback_touched_by(changes);
        // Feedback is found by its customer's name, too.
        let has_customers = changes.iter().any(|change| matches!(change, Change::Customer(_)));
        if has_customers || touched.len() > MOST_FOLLOWED {
            self.listings.clear();
        }
        for id in touched {
            self.renew(plan, id);
        }
    }
}

impl Entry {
    fn of(plan: &Plan, feedback: &Feedback) -> Self {
        let duplicates = || plan.duplicates_of(feedback.id);
        let all = || std::iter::once(feedback).chain(duplicates());
        let beside = [&feedback.key, &feedback.source, &feedback.channel].into_iter();
        let others =
            beside.chain(duplicates().flat_map(|one| [&one.text, &one.source, &one.channel, &one.key]));
        let folded = Folded::of(&feedback.text, others.map(String::as_str)).titled_by_first_line();
        let mut customers = Vec::new();
        for one in all() {
            customers.extend(one.customer.filter(|customer| !customers.contains(customer)));
        }
        Self {
            id: feedback.id,
            day: feedback.day,
            votes: plan.votes_of(feedback),
            standing: FeedbackStanding::of(plan, feedback),
            is_linked: !feedback.needs.is_empty() || !feedback.items.is_empty(),
            customers: customers.into(),
            said: folded.all().len(),
            folded: folded.with(all().map(|one| one.reason.as_str())),
        }
    }

    /// What lists find it by, in lower case.
    pub(super) fn said(&self) -> &str {
        &self.folded.all()[..self.said]
    }
}
