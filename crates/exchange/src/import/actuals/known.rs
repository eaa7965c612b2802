//! Which actuals of the plan rows are, so that importing a file again adds nothing.
//!
//! An actual is one row at most: of two equal rows the second is another payment.

use std::collections::{HashMap, HashSet};

use milepost_plan::{Actual, ActualId, Day, Id, Money, Plan};
use uuid::Uuid;

use super::Row;

/// Finds the actuals that rows are.
#[derive(Debug)]
pub(super) struct Known {
    by_key: HashMap<(Day, Money, String), Vec<ActualId>>,
    by_words: HashMap<(Day, Money, String), Vec<ActualId>>,
    found: HashSet<ActualId>,
}

impl Known {
    pub(super) fn of(plan: &Plan) -> Self {
        let mut known = Self { by_key: HashMap::new(), by_words: HashMap::new(), found: HashSet::new() };
        let mut actuals: Vec<&Actual> = plan.actuals().iter().collect();
        actuals.sort_by_key(|actual| actual.id);
        for actual in actuals {
            let at = |text: &str| (actual.day, actual.amount, text.to_owned());
            let keys = [actual.key.as_str(), without_count(&actual.key)];
            for key in keys.into_iter().filter(|key| !key.is_empty()) {
                let ids = known.by_key.entry(at(key)).or_default();
                if ids.last() != Some(&actual.id) {
                    ids.push(actual.id);
                }
            }
            let words = words(&actual.supplier, &actual.note);
            known.by_words.entry(at(&words)).or_default().push(actual.id);
        }
        known
    }

    /// The actual that a row is, if the plan has it and no row before was it: by its own id, by key, day and amount, or by day,
    /// amount, supplier and note, where keys do not say otherwise.
    pub(super) fn find(&mut self, plan: &Plan, row: &Row, day: Day, amount: Money) -> Option<ActualId> {
        let by_id = own_id(&row.id).filter(|id| plan.actuals().contains(*id));
        let free = |id: &ActualId| !self.found.contains(id);
        let at = |text: &str| (day, amount, text.to_owned());
        let by_key = || {
            let ids = self.by_key.get(&at(&row.key)).filter(|_| !row.key.is_empty());
            ids.into_iter().flatten().copied().find(free)
        };
        let key_of = |id: &ActualId| plan.actuals().get(*id).map_or("", |actual| actual.key.as_str());
        let by_words = || {
            let ids = self.by_words.get(&at(&words(&row.supplier, &row.note)));
            let agrees = |id: &ActualId| row.key.is_empty() || key_of(id).is_empty();
            ids.into_iter().flatten().copied().find(|id| free(id) && agrees(id))
        };
        let found = by_id.filter(free).or_else(by_key).or_else(by_words)?;
        self.found.insert(found);
        Some(found)
    }
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
