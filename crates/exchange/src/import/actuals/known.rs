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

    /// The actual that a row is, if the plan has it and no row before was it: by its own id, by key, day and amount, or by day,
    /// amount, supplier and note, where keys do not say otherwise.
    pub(super) fn find(&mut self, row: &Row) -> Option<ActualId> {
        let payment = row.payment()?;
        let by_id = || {
            let actual = self.plan.actuals().get(own_id(&row.id)?)?;
            self.by_words.contains(&place_by_words(actual)).then_some(actual.id)
        };
        let found = by_id().or_else(|| self.by_key(row, payment)).or_else(|| self.by_words(row, payment))?;
        self.take(found);
        Some(found)
    }

    fn by_key(&self, row: &Row, (day, amount): (Day, Money)) -> Option<ActualId> {
        let at = |id| (row.key.clone(), day, amount, id);
        let found = self.by_key.range(at(least())..=at(greatest())).next().filter(|_| !row.key.is_empty());
        found.map(|(.., id)| *id)
    }

    fn by_words(&self, row: &Row, (day, amount): (Day, Money)) -> Option<ActualId> {
        let words = words(&row.supplier, &row.note);
        let at = |has_key, id| (words.clone(), has_key, day, amount, id);
        let first = |has_key| self.by_words.range(at(has_key, least())..=at(has_key, greatest())).next();
        agreeing(row).iter().filter_map(|has_key| first(*has_key)).map(|(.., id)| *id).min()
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
        let found = agreeing(row).iter().filter_map(|has_key| lower(*has_key));
        let (.., id) = found.max_by_key(|(.., amount, _)| *amount)?;
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

/// What the actuals that a row may be by its words are, by whether they have a key: none if the row has one itself, since
/// theirs is another.
fn agreeing(row: &Row) -> &'static [bool] {
    if row.key.is_empty() { &[false, true] } else { &[false] }
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
