//! Rows to actuals: those that the plan does not have are added.

use std::collections::HashMap;

use milepost_plan::{
    Actual, ActualId, BudgetLineId, Cancel, Cancelled, Day, Id, ItemId, Money, NewActual, Operation, Plan,
    Span, WorkItem,
};
use uuid::Uuid;

use super::Row;
use super::known::{Known, own_id};
use super::lines::Lines;
use crate::import::names::{Called, find_all};
use crate::import::scratch::Scratch;
use crate::mapping::{Field, Mapping};
use crate::report::{Remark, quoted};

/// What became of a row.
pub(super) type Landing = crate::import::landing::Landing<ActualId>;

/// Brings rows into the plan one by one.
pub(super) struct Lander<'l> {
    scratch: &'l mut Scratch,
    /// The plan before the import, whose actuals are the only ones that rows are found as.
    before: &'l Plan,
    lines: Lines<'l>,
    mapping: &'l Mapping,
    today: Day,
    ids: &'l mut dyn FnMut() -> Uuid,
    known: Known<'l>,
    items: Called<ItemId>,
    /// How many payments have each key.
    keys: HashMap<String, u32>,
    /// The count that the next actual with a key gets that others have already.
    counts: HashMap<String, u32>,
    /// From the first to the last day of a payment.
    days: Option<Span>,
}

/// Days within which a payment with the same key is the same one: a booking and its value are less than a week apart, and
/// what comes every week or month under one reference is not.
const APART: i32 = 6;

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
        let mut days: Option<Span> = None;
        for (row, (day, _)) in rows.iter().filter_map(|row| Some((row, row.payment()?))) {
            *keys.entry(row.key.clone()).or_default() += 1;
            let day = Span { first: day, last: day };
            days = Some(days.map_or(day, |days| days.union(day)));
        }
        let (known, lines) = (Known::of(before), Lines::of(before, mapping));
        let counts = HashMap::new();
        Self { scratch, before, lines, mapping, today, ids, known, items, keys, counts, days }
    }

    /// Brings all rows in, those first that the plan has: no other one is then taken for one of them with a change.
    pub(super) fn land(&mut self, rows: &mut [Row], cancel: Cancel<'_>) -> Result<Vec<Landing>, Cancelled> {
        let found = self.known.find(rows);
        let landed = cancel.over(rows.iter_mut().zip(found)).map(|each| {
            let (row, found) = each?;
            let landing = self.landed(row, found);
            Ok(landing.unwrap_or_else(|reason| Landing::refused(&mut row.remarks, reason)))
        });
        landed.collect()
    }

    fn landed(&mut self, row: &mut Row, found: Option<ActualId>) -> Result<Landing, String> {
        if let Some(reason) = &row.refusal {
            return Err(reason.clone());
        }
        if let Some(found) = found {
            row.remarks.push(Remark::on_row("the plan has it already"));
            return Ok(Landing::unchanged(found));
        }
        let payment = row.payment().ok_or("the row gives no day")?;
        let line = self.lines.of_row(row)?;
        self.is_another(row)?;
        let key = self.key(row);
        let item = self.item(row);
        let actual = self.add(row, payment, line, item, key)?;
        Ok(Landing::taken(actual))
    }

    /// Refuses a row that seems to be an actual of the plan which somebody has changed: it would be the same payment twice.
    ///
    /// Where several rows have a key, only days that the file tells of count: rows of other days are in other files.
    fn is_another(&mut self, row: &Row) -> Result<(), String> {
        let Some((day, _)) = row.payment() else { return Ok(()) };
        let near = Span { first: day.plus(-APART), last: day.plus(APART) };
        let days = match self.days.filter(|_| self.keys.get(&row.key) != Some(&1)) {
            Some(told) => Span { first: near.first.max(told.first), last: near.last.min(told.last) },
            None => near,
        };
        let told = |actual: &Actual| {
            let amount = actual.amount.plain(self.before.money_digits());
            format!("with {amount} on {}; change that actual if this is right", actual.day.written())
        };
        if let Some(actual) = self.known.changed(row, days) {
            return Err(format!("the plan has the key {} {}", quoted(&actual.key), told(actual)));
        }
        if let Some(actual) = self.known.lowered(row) {
            let called = if actual.supplier.is_empty() { &actual.note } else { &actual.supplier };
            return Err(format!("the plan has {} {}", quoted(called), told(actual)));
        }
        Ok(())
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
            return Err(format!(
                "{} is still to come; say that it is spent in advance to take it",
                day.written()
            ));
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

    /// The key that the actual gets: the file's, with a count where another one has it.
    fn key(&mut self, row: &mut Row) -> String {
        let plan = &self.scratch.plan;
        let Some(taken) = plan.actual_by_key(&row.key).filter(|_| !row.key.is_empty()) else {
            return row.key.clone();
        };
        let next = self.counts.entry(row.key.clone()).or_insert(2);
        let mut key = format!("{} ({next})", row.key);
        while plan.actual_by_key(&key).is_some() {
            *next += 1;
            key = format!("{} ({next})", row.key);
        }
        let why = if self.keys.get(&row.key) == Some(&1) {
            let amount = taken.amount.plain(self.before.money_digits());
            format!("the plan has the key {} with {amount} on {}", quoted(&row.key), taken.day.written())
        } else {
            format!("several rows have the key {}", quoted(&row.key))
        };
        row.remarks.push(Remark::on(Field::Key, format!("{why}; kept as {}", quoted(&key))));
        key
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
