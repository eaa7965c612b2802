//! Which actuals of the plan rows are, so that importing a file again adds nothing, and which they seem to be, where
//! somebody has changed an actual by hand.
//!
//! An actual is one row at most: of two equal rows the second is another payment.

use std::collections::BTreeSet;

use milepost_plan::{Actual, ActualId, Day, Id, Money, Plan, Span};
use uuid::Uuid;

use super::Row;

/// Finds the actuals that rows are.
#[derive(Debug)]
pub(super) struct Known<'p> {
    plan: &'p Plan,
    /// The actuals that no row is yet, by their keys, with and without the count that tells them from equal ones.
    by_key: BTreeSet<(String, Day, Money, ActualId)>,
    /// The same by their words, and whether they have a key.
    by_words: BTreeSet<(String, bool, Day, Money, ActualId)>,
}

impl<'p> Known<'p> {
    pub(super) fn of(plan: &'p Plan) -> Self {
        let (mut by_key, mut by_words) = (BTreeSet::new(), BTreeSet::new());
        for actual in plan.actuals() {
            by_key.extend(places_by_key(actual));
            by_words.insert(place_by_words(actual));
        }
        Self { plan, by_key, by_words }
    }

    /// The actuals that rows are, in the order of the rows; none for rows that the plan does not have. What says more is asked of
    /// all rows first: their own ids, then key, day and amount, then day, amount, supplier and note of what has no
    /// key, and at last the same where either the row or the actual has none.
    pub(super) fn find(&mut self, rows: &[Row]) -> Vec<Option<ActualId>> {
        let mut found = vec![None; rows.len()];
        for by in [Self::by_id, Self::by_key, Self::by_words, Self::by_words_alone] {
            for (row, found) in rows.iter().zip(&mut found).filter(|(_, found)| found.is_none()) {
                *found = row.payment().and_then(|payment| by(self, row, payment));
                found.and_then(|id| self.take(id));
            }
        }
        found
    }

    fn by_id(&self, row: &Row, _: (Day, Money)) -> Option<ActualId> {
        let actual = self.plan.actuals().get(own_id(&row.id)?)?;
        self.by_words.contains(&place_by_words(actual)).then_some(actual.id)
    }

    fn by_key(&self, row: &Row, (day, amount): (Day, Money)) -> Option<ActualId> {
        let at = |id| (row.key.clone(), day, amount, id);
        let found = self.by_key.range(at(least())..=at(greatest())).next().filter(|_| !row.key.is_empty());
        found.map(|(.., id)| *id)
    }

    fn by_words(&self, row: &Row, payment: (Day, Money)) -> Option<ActualId> {
        if row.key.is_empty() { self.first_with_words(row, false, payment) } else { None }
    }

    fn by_words_alone(&self, row: &Row, payment: (Day, Money)) -> Option<ActualId> {
        self.first_with_words(row, row.key.is_empty(), payment)
    }

    fn first_with_words(&self, row: &Row, has_key: bool, (day, amount): (Day, Money)) -> Option<ActualId> {
        let words = words(&row.supplier, &row.note);
        let at = |id| (words.clone(), has_key, day, amount, id);
        self.by_words.range(at(least())..=at(greatest())).next().map(|(.., id)| *id)
    }

    /// The actual that a row with a key seems to be, though its day or its amount is another one: that of its key on the
    /// nearest of some days, among which is the row's own.
    pub(super) fn changed(&mut self, row: &Row, days: Span) -> Option<&'p Actual> {
        let (day, _) = row.payment().filter(|_| !row.key.is_empty())?;
        let at = |day: Day| (row.key.clone(), day, Money(i64::MIN), least());
        let earlier = self.by_key.range(at(days.first)..at(day)).next_back();
        let later = self.by_key.range(at(day)..at(days.last.plus(1))).next();
        let both = [later, earlier].into_iter().flatten();
        let (.., id) = both.min_by_key(|(_, found, ..)| found.days_since(day).abs())?;
        self.take(*id)
    }

    /// The actual that a row seems to be, of which a part has come back since: one of its day and its words with the next
    /// lower amount.
    pub(super) fn lowered(&mut self, row: &Row) -> Option<&'p Actual> {
        let (day, amount) = row.payment()?;
        let words = words(&row.supplier, &row.note);
        if words.trim().is_empty() {
            return None;
        }
        let at = |has_key, amount| (words.clone(), has_key, day, amount, least());
        let lower =
            |has_key| self.by_words.range(at(has_key, Money(i64::MIN))..at(has_key, amount)).next_back();
        // With a key of its own it is none of those that have another one.
        let (.., id) = lower(false).or_else(|| lower(true).filter(|_| row.key.is_empty()))?;
        self.take(*id)
    }

    /// Lets an actual be a row, so that it is no other one.
    fn take(&mut self, id: ActualId) -> Option<&'p Actual> {
        let actual = self.plan.actuals().get(id)?;
        for place in places_by_key(actual) {
            self.by_key.remove(&place);
        }
        self.by_words.remove(&place_by_words(actual));
        Some(actual)
    }
}

fn least() -> ActualId {
    ActualId::from_uuid(Uuid::nil())
}

fn greatest() -> ActualId {
    ActualId::from_uuid(Uuid::max())
}

fn places_by_key(actual: &Actual) -> impl Iterator<Item = (String, Day, Money, ActualId)> {
    let keys = [actual.key.as_str(), without_count(&actual.key)];
    let keys = keys.into_iter().filter(|key| !key.is_empty());
    keys.map(|key| (key.to_owned(), actual.day, actual.amount, actual.id))
}

fn place_by_words(actual: &Actual) -> (String, bool, Day, Money, ActualId) {
    let words = words(&actual.supplier, &actual.note);
    (words, !actual.key.is_empty(), actual.day, actual.amount, actual.id)
}

/// An id of ours, that an actual may keep.
pub(super) fn own_id(text: &str) -> Option<ActualId> {
    let uuid = Uuid::try_parse(text).ok()?;
    (uuid.get_version_num() == 7).then(|| ActualId::from_uuid(uuid))
}

/// The key without the count that tells it from equal ones: `INV-1` of `INV-1 (2)`.
fn without_count(key: &str) -> &str {
    let counted = key.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    match counted {
        Some((base, count)) if count.parse::<u32>().is_ok() => base,
        _ => key,
    }
}

/// Supplier and note as they are compared: blanks and case do not count.
fn words(supplier: &str, note: &str) -> String {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    format!("{}\n{}", plain(supplier), plain(note))
}
