//! What rows call one another by: ids of ours, keys, ids of the file, and for parents titles.

use std::collections::{BTreeMap, HashMap};

use milepost_plan::{Id, ItemId, ItemKind, Plan};
use uuid::Uuid;

use super::Standing;
use super::items::Landing;
use super::names::Unfound;
use super::rows::Row;
use crate::report::quoted;

/// Finds items by what rows call them.
#[derive(Debug)]
pub(super) struct References {
    by_file_id: HashMap<String, ItemId>,
    /// Copies by the keys and ids of their rows: a name means the copy before it means its original.
    copies: HashMap<String, ItemId>,
    /// By title, then by level; none where several of that level have the title.
    by_title: HashMap<String, BTreeMap<u8, Option<ItemId>>>,
    standing: Standing,
}

impl References {
    /// Knows the rows that have landed and the items of the plan, which holds the landed rows by now.
    pub(super) fn of(rows: &[Row], landings: &[Landing], plan: &Plan, standing: Standing) -> Self {
        let mut by_file_id = HashMap::new();
        for (row, landing) in rows.iter().zip(landings) {
            if let Some(item) = landing.became
                && !row.id.is_empty()
            {
                by_file_id.entry(row.id.clone()).or_insert(item);
            }
        }
        let mut copies = HashMap::new();
        for (row, landing) in rows.iter().zip(landings).filter(|_| standing == Standing::Copies) {
            for name in [&row.id, &row.key].into_iter().filter(|name| !name.is_empty()) {
                if let Some(item) = landing.became {
                    copies.entry(name.clone()).or_insert(item);
                }
            }
        }
        let mut by_title: HashMap<String, BTreeMap<u8, Option<ItemId>>> = HashMap::new();
        for item in plan.items() {
            let by_level = by_title.entry(item.title.clone()).or_default();
            by_level.entry(item.kind.level()).and_modify(|id| *id = None).or_insert(Some(item.id));
        }
        Self { by_file_id, copies, by_title, standing }
    }

    /// The item of that id or key. Text in the form of our ids is an id first, any other a key first.
    pub(super) fn find(&self, plan: &Plan, text: &str) -> Option<ItemId> {
        if text.is_empty() {
            return None;
        }
        if let Some(copy) = self.copies.get(text) {
            return Some(*copy);
        }
        let by_file_id = || self.by_file_id.get(text).copied();
        let by_key = || plan.item_by_key(text).map(|item| item.id);
        match Uuid::try_parse(text) {
            Ok(uuid) => {
                let by_own_id = || Some(ItemId::from_uuid(uuid)).filter(|id| plan.items().contains(*id));
                by_file_id().or_else(by_own_id).or_else(by_key)
            }
            Err(_) => by_key().or_else(by_file_id),
        }
    }

    /// The item of that id, key or title under which something of this kind is to be placed. Of several of one title the
    /// only one counts that could hold it.
    pub(super) fn find_parent(&self, plan: &Plan, text: &str, kind: ItemKind) -> Result<ItemId, Unfound> {
        if let Some(found) = self.find(plan, text) {
            return Ok(found);
        }
        let by_level = self.by_title.get(text).ok_or(Unfound::Missing)?;
        let only =
            |mut ids: Vec<&Option<ItemId>>| if ids.len() == 1 { ids.pop().copied().flatten() } else { None };
        let above = || only(by_level.range(..kind.level()).map(|(_, id)| id).collect());
        only(by_level.values().collect()).or_else(above).ok_or(Unfound::Several)
    }

    /// Why a name finds nothing: “the parent “T-1” is neither in the file nor in the plan”. Our ids say nothing to
    /// people: what has one for its name is spoken of without it.
    pub(super) fn unfound(&self, what: &str, name: &str) -> String {
        let called = if Uuid::try_parse(name).is_ok() { String::new() } else { format!(" {}", quoted(name)) };
        let here = match self.standing {
            Standing::Known => "the file",
            Standing::Copies => "what was pasted",
        };
        format!("{what}{called} is neither in {here} nor in the plan")
    }

    /// Why a title is not taken for the parent: “the parent “Reports” is in the plan several times; use its key”.
    pub(super) fn no_parent(&self, name: &str, why: Unfound) -> String {
        match why {
            Unfound::Missing => self.unfound("the parent", name),
            Unfound::Several => {
                format!("the parent {} is in the plan several times; use its key", quoted(name))
            }
        }
    }
}
