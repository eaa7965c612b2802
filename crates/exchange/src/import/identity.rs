//! Which row is which item: the keys that rows get, and the items of the plan that they find again.

use std::collections::{HashMap, HashSet};

use milepost_plan::{Id, ItemId, Plan};
use uuid::Uuid;

use super::rows::Row;
use crate::mapping::Field;
use crate::report::{Remark, quoted};

/// Who a row is.
#[derive(Debug, Default)]
pub(super) struct Identity {
    /// The key that the item gets; the file's, unless an earlier row has it.
    pub key: String,
    /// The item of the plan that the row means.
    pub existing: Option<ItemId>,
    /// The id that a new item keeps, so that a file of ours finds its items again.
    pub own_id: Option<ItemId>,
}

/// Tells for every row who it is, and remarks where a row cannot be who it says.
///
/// An item is found by its own id, else by its key. Each item of the plan is found once at most.
pub(super) fn identify(rows: &mut [Row], plan: &Plan) -> Vec<Identity> {
    let mut identities: Vec<Identity> = rows.iter().map(|_| Identity::default()).collect();
    let mut found: HashSet<ItemId> = HashSet::new();
    let mut ids = HashMap::new();
    for (row, identity) in rows.iter_mut().zip(&mut identities) {
        let Some(id) = own_id(&row.id) else { continue };
        if let Some(line) = ids.insert(id, row.line) {
            row.remarks.push(Remark::on(
                Field::Id,
                format!("the id is that of line {line}, so the row gets a new one"),
            ));
        } else if plan.items().contains(id) {
            identity.existing = Some(id);
            found.insert(id);
        } else {
            identity.own_id = Some(id);
        }
    }
    let mut keys = Keys::default();
    for (row, identity) in rows.iter_mut().zip(&mut identities) {
        identity.key = keys.key_for(row);
        if identity.existing.is_none() {
            let by_key = plan.item_by_key(&identity.key).map(|item| item.id);
            identity.existing = by_key.filter(|id| found.insert(*id));
        }
    }
    identities
}

/// The id of an item of ours: a UUID of version 7, as Milepost gives them. Others are names like any.
fn own_id(text: &str) -> Option<ItemId> {
    let uuid = Uuid::try_parse(text).ok()?;
    (uuid.get_version_num() == 7).then(|| ItemId::from_uuid(uuid))
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
    fn key_for(&mut self, row: &mut Row) -> String {
        if row.key.is_empty() {
            return String::new();
        }
        let mut key = row.key.clone();
        if let Some(line) = self.lines.get(&key).copied() {
            let times = self.times.entry(row.key.clone()).or_insert(1);
            while self.lines.contains_key(&key) {
                *times += 1;
                key = format!("{} ({times})", row.key);
            }
            let text = format!(
                "the key {} stands in line {line} already; kept as {}",
                quoted(&row.key),
                quoted(&key)
            );
            row.remarks.push(Remark::on(Field::Key, text));
        }
        self.lines.insert(key.clone(), row.line);
        key
    }
}
