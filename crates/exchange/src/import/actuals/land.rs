//! Rows to actuals: those that the plan does not have are added.

use std::collections::HashMap;

use milepost_plan::{ActualId, BudgetLineId, Day, Id, ItemId, Money, NewActual, Operation, Plan, WorkItem};
use uuid::Uuid;

use super::Row;
use super::known::{Known, own_id};
use super::lines::Lines;
use crate::import::names::{Called, find_all};
use crate::import::scratch::Scratch;
use crate::mapping::{Field, Mapping};
use crate::report::{Outcome, Remark, quoted};

/// What became of a row.
#[derive(Debug)]
pub(super) struct Landing {
    pub actual: Option<ActualId>,
    pub outcome: Outcome,
}

/// Brings rows into the plan one by one.
pub(super) struct Lander<'l> {
    scratch: &'l mut Scratch,
    /// The plan before the import, whose actuals are the only ones that rows are found as.
    before: &'l Plan,
    lines: Lines<'l>,
    mapping: &'l Mapping,
    today: Day,
    ids: &'l mut dyn FnMut() -> Uuid,
    known: Known,
    items: Called<ItemId>,
    /// How many rows have each key.
    keys: HashMap<String, u32>,
}

impl<'l> Lander<'l> {
    pub(super) fn new(
        scratch: &'l mut Scratch,
        before: &'l Plan,
        mapping: &'l Mapping,
        today: Day,
        ids: &'l mut dyn FnMut() -> Uuid,
        rows: &[Row],
    ) -> Self {
        let items = Called::new(before.items().iter().map(|item| (item.title.as_str(), item.id)));
        let mut keys: HashMap<String, u32> = HashMap::new();
        for row in rows.iter().filter(|row| !row.key.is_empty()) {
            *keys.entry(row.key.clone()).or_default() += 1;
        }
        let (known, lines) = (Known::of(before), Lines::of(before, mapping));
        Self { scratch, before, lines, mapping, today, ids, known, items, keys }
    }

    pub(super) fn land(&mut self, row: &mut Row) -> Landing {
        match self.landed(row) {
            Ok(landing) => landing,
            Err(reason) => Landing::refused(row, reason),
        }
    }

    fn landed(&mut self, row: &mut Row) -> Result<Landing, String> {
        let (day, amount) = match (row.refusal.take(), row.day, row.amount) {
            (None, Some(day), Some(amount)) => (day, amount),
            (Some(reason), ..) => return Err(reason),
            _ => return Err("the row gives no day".to_owned()),
        };
        if let Some(actual) = self.known.find(self.before, row, day, amount) {
            row.remarks.push(Remark::on_row("the plan has it already"));
            return Ok(Landing { actual: Some(actual), outcome: Outcome::Unchanged });
        }
        let line = self.lines.of_row(row)?;
        let key = self.key(row)?;
        let item = self.item(row);
        let actual = self.add(row, (day, amount), line, item, key)?;
        Ok(Landing { actual: Some(actual), outcome: Outcome::Taken.with(&row.remarks) })
    }

    fn add(
        &mut self,
        row: &Row,
        (day, amount): (Day, Money),
        line: BudgetLineId,
        item: Option<ItemId>,
        key: String,
    ) -> Result<ActualId, String> {
        let in_advance = day > self.today;
        if in_advance && !self.mapping.spent_in_advance {
            return Err(format!("{day} is still to come; say that it is spent in advance to take it"));
        }
        let own = own_id(&row.id).filter(|id| !self.scratch.plan.actuals().contains(*id));
        let id = own.unwrap_or_else(|| ActualId::from_uuid((self.ids)()));
        let (supplier, note) = (row.supplier.clone(), row.note.clone());
        let today = self.today;
        let actual = NewActual { id, day, amount, line, item, supplier, note, key, in_advance, today };
        let added = self.scratch.apply(Operation::AddActual { actual });
        added.map_err(|violation| violation.to_string())?;
        Ok(id)
    }

    /// The key that the actual gets: the file's, counted where several rows have it. A key that only this row has and the plan
    /// has with another day or amount is refused, since it would be the same payment twice.
    fn key(&self, row: &mut Row) -> Result<String, String> {
        let Some(taken) = self.scratch.plan.actual_by_key(&row.key).filter(|_| !row.key.is_empty()) else {
            return Ok(row.key.clone());
        };
        if self.keys.get(&row.key) == Some(&1) {
            let amount = taken.amount.plain(self.before.money_digits());
            let reason = format!(
                "the plan has the key {} with {amount} on {}; change that actual if this is right",
                quoted(&row.key),
                taken.day
            );
            return Err(reason);
        }
        let mut counted = (2_u32..).map(|count| format!("{} ({count})", row.key));
        let free = |key: &String| self.scratch.plan.actual_by_key(key).is_none();
        let key = counted.find(free).unwrap_or_default();
        let text = format!("several rows have the key {}; kept as {}", quoted(&row.key), quoted(&key));
        row.remarks.push(Remark::on(Field::Key, text));
        Ok(key)
    }

    /// The work item that the row names, or a remark that there is none.
    fn item(&self, row: &mut Row) -> Option<ItemId> {
        let plan = self.before;
        let by_key = |name: &str| plan.item_by_key(name).map(|item| item.id);
        let find = |name: &str| by_key(name).map_or_else(|| self.items.find_own::<WorkItem>(plan, name), Ok);
        match find_all(&row.item, find) {
            Ok(items) => items.first().copied(),
            Err((name, why)) => {
                let text = format!("the work item {} {} and was not taken", quoted(&name), why.words());
                row.remarks.push(Remark::on(Field::Item, text));
                None
            }
        }
    }
}
