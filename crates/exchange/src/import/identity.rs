//! Which row is which item or feedback: the keys that rows get, and what of the plan they find again.

use std::collections::{HashMap, HashSet};

use milepost_plan::{FeedbackId, Id, ItemId, Plan};
use uuid::Uuid;

use crate::mapping::Field;
use crate::report::{Remark, quoted};

/// Who a row is.
#[derive(Debug)]
pub(super) struct Identity<I> {
    /// The key that it gets; the file's, unless an earlier row has it.
    pub key: String,
    /// What of the plan the row means.
    pub existing: Option<I>,
    /// The id that something new keeps, so that a file of ours finds it again.
    pub own_id: Option<I>,
}

impl<I> Default for Identity<I> {
    fn default() -> Self {
        Self { key: String::new(), existing: None, own_id: None }
    }
}

/// A row as far as it says who it is.
pub(super) struct Naming<'r> {
    pub line: u32,
    pub id: &'r str,
    pub key: &'r str,
    pub remarks: &'r mut Vec<Remark>,
}

/// A row that says who it is.
pub(super) trait Named {
    fn naming(&mut self) -> Naming<'_>;
}

/// What rows find again in the plan by its id or its key.
pub(super) trait Known: Id {
    fn is_in(self, plan: &Plan) -> bool;
    fn by_key(plan: &Plan, key: &str) -> Option<Self>;
}

impl Known for ItemId {
    fn is_in(self, plan: &Plan) -> bool {
        plan.items().contains(self)
    }

    fn by_key(plan: &Plan, key: &str) -> Option<Self> {
        plan.item_by_key(key).map(|item| item.id)
    }
}

impl Known for FeedbackId {
    fn is_in(self, plan: &Plan) -> bool {
        plan.feedback().contains(self)
    }

    fn by_key(plan: &Plan, key: &str) -> Option<Self> {
        plan.feedback_by_key(key).map(|feedback| feedback.id)
    }
}

/// Tells for every row who it is, and remarks where a row cannot be who it says.
///
/// It is found by its own id, else by its key. Each item or feedback of the plan is found once at most.
pub(super) fn identify<I: Known>(rows: &mut [impl Named], plan: &Plan) -> Vec<Identity<I>> {
    let mut identities: Vec<Identity<I>> = rows.iter().map(|_| Identity::default()).collect();
    let mut found: HashSet<I> = HashSet::new();
    let mut ids = HashMap::new();
    for (row, identity) in rows.iter_mut().zip(&mut identities) {
        let row = row.naming();
        let Some(id) = own_id::<I>(row.id) else { continue };
        if let Some(line) = ids.insert(id, row.line) {
            row.remarks.push(Remark::on(
                Field::Id,
                format!("the id is that of line {line}, so the row gets a new one"),
            ));
        } else if id.is_in(plan) {
            identity.existing = Some(id);
            found.insert(id);
        } else {
            identity.own_id = Some(id);
        }
    }
    let mut keys = Keys::default();
    for (row, identity) in rows.iter_mut().zip(&mut identities) {
        identity.key = keys.key_for(&mut row.naming());
        if identity.existing.is_none() {
            identity.existing = I::by_key(plan, &identity.key).filter(|id| found.insert(*id));
        }
    }
    identities
}

/// An id of ours. Others are names like any.
fn own_id<I: Id>(text: &str) -> Option<I> {
    own_uuid(text).map(I::from_uuid)
}

/// Whether a text is an id as Milepost gives them: a UUID of version 7.
pub(crate) fn is_own_id(text: &str) -> bool {
    own_uuid(text).is_some()
}

fn own_uuid(text: &str) -> Option<Uuid> {
    Uuid::try_parse(text).ok().filter(|uuid| uuid.get_version_num() == 7)
}

/// The keys of the rows so far.
#[derive(Debug, Default)]
struct Keys {
    /// The line of each key.
    lines: HashMap<String, u32>,
    /// How often each key of the file has come.
    times: HashMap<String, u32>,
}

impl Keys {
    /// The row's key, or `KEY (2)` and so on where an earlier row has it. Follows from the order of the rows alone,
    /// so the same file gives the same keys whenever it is imported.
    fn key_for(&mut self, row: &mut Naming<'_>) -> String {
        if row.key.is_empty() {
            return String::new();
        }
        let mut key = row.key.to_owned();
        if let Some(line) = self.lines.get(&key).copied() {
            let times = self.times.entry(row.key.to_owned()).or_insert(1);
            while self.lines.contains_key(&key) {
                *times += 1;
                key = format!("{} ({times})", row.key);
            }
            let text = format!(
                "the key {} stands in line {line} already; kept as {}",
                quoted(row.key),
                quoted(&key)
            );
            row.remarks.push(Remark::on(Field::Key, text));
        }
        self.lines.insert(key.clone(), row.line);
        key
    }
}
