//! The work items that cost most.

use std::collections::HashMap;

use milepost_plan::{ItemId, Money, Sums, WorkItem};

use super::Page;
use crate::pages::report::columns::{Cell, Column, numbers, words};
use crate::pages::report::flow::Flow;
use crate::pages::report::{NOTE, TEXT, per_cent, period};
use crate::paint::Role;

/// How many are told.
const MOST: usize = 10;

const COLUMNS: [Column; 6] = [
    words("Work item", 0.34),
    words("Days", 0.17),
    numbers("Planned", 0.13),
    numbers("Spent", 0.13),
    numbers("Forecast", 0.13),
    words("Of all that is forecast", 0.18),
];

impl Page<'_> {
    /// The ten work items with the largest forecast, with their shares in that of everything.
    pub(super) fn largest(&self, flow: &mut Flow<'_>) {
        let sums = self.by_item();
        let of_items: Sums = sums.iter().map(|(_, sums)| *sums).sum();
        let (all, of_items) = (self.total().forecast(), of_items.forecast());
        let note = format!("{} of {} is of no work item", self.written(all - of_items), self.written(all));
        let rows: Vec<Vec<Cell>> =
            sums.iter().take(MOST).map(|(item, sums)| self.row(item, sums, all)).collect();
        // Ranks that are torn apart are hard to compare.
        flow.whole_section("The ten largest work items", &note, &COLUMNS, &rows);
        if rows.is_empty() {
            flow.sentence("No work item costs anything.");
        }
    }

    fn row(&self, item: &WorkItem, sums: &Sums, all: Money) -> Vec<Cell> {
        #[allow(clippy::cast_precision_loss, reason = "a share is told in whole per cent")]
        let (part, whole) = (sums.forecast().0 as f64, all.0 as f64);
        let share = if whole > 0.0 { part / whole } else { 0.0 };
        let days = self.plan().span_of(item).map(period).unwrap_or_default();
        vec![
            Cell::Words(item.title.clone(), TEXT),
            Cell::Words(days, NOTE),
            self.amount(sums.planned),
            self.amount(sums.actual),
            self.amount(sums.forecast()),
            Cell::Bars { shares: vec![(share, Role::Accent)], word: per_cent(part, whole) },
        ]
    }

    fn amount(&self, money: Money) -> Cell {
        match money {
            Money::ZERO => Cell::Words("–".to_owned(), NOTE),
            money => Cell::Words(self.written(money), TEXT),
        }
    }

    /// Work items with money, the largest forecast first.
    fn by_item(&self) -> Vec<(&WorkItem, Sums)> {
        let plan = self.plan();
        let mut sums: HashMap<ItemId, Sums> = HashMap::new();
        let of_costs = plan.costs().iter().map(|cost| (cost.item, self.ledger.of_cost(cost.id)));
        let of_actuals = plan.actuals().iter().map(|actual| (actual.item, Sums::spent(actual.amount)));
        for (item, more) in of_costs.chain(of_actuals) {
            if let Some(item) = item {
                let sum = sums.entry(item).or_default();
                *sum = [*sum, more].into_iter().sum();
            }
        }
        let found = sums.into_iter().filter(|(_, sums)| !sums.is_nothing());
        let mut found: Vec<(&WorkItem, Sums)> =
            found.filter_map(|(id, sums)| Some((plan.items().get(id)?, sums))).collect();
        found.sort_by_key(|(item, sums)| (std::cmp::Reverse(sums.forecast()), item.id));
        found
    }
}
