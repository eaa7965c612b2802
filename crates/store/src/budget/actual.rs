//! The table of actuals.

use milepost_plan::{Actual, Money};

use crate::error::Fault;
use crate::row::{self, Cell, Cells, Queries, Stored};

impl Stored for Actual {
    const TABLE: &'static str = "actual";
    const QUERIES: Queries = Queries {
        read: include_str!("../queries/actual/read.sql"),
        add: include_str!("../queries/actual/add.sql"),
        update: include_str!("../queries/actual/update.sql"),
        remove: include_str!("../queries/actual/remove.sql"),
    };

    fn of(cells: &Cells<'_>) -> Result<Self, Fault> {
        Ok(Self {
            id: cells.id("id")?,
            day: cells.day("day")?,
            amount: Money(cells.integer("amount")?),
            line: cells.id("budget_line")?,
            item: cells.optional_id("work_item")?,
            supplier: cells.text("supplier")?,
            note: cells.text("note")?,
            key: cells.text("key")?,
            in_advance: cells.flag("in_advance")?,
        })
    }

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            row::id(self.id),
            row::day(self.day),
            row::integer(self.amount.0),
            row::id(self.line),
            row::optional(self.item, row::id),
            row::text(&self.supplier),
            row::text(&self.note),
            row::text(&self.key),
            row::integer(self.in_advance),
        ]
    }
}
