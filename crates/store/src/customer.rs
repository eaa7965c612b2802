//! The table of customers.

use milepost_plan::{Customer, CustomerKind, Rank};

use crate::error::Fault;
use crate::row::{self, Cell, Cells, Queries, Stored};

impl Stored for Customer {
    const TABLE: &'static str = "customer";
    const QUERIES: Queries = Queries {
        read: include_str!("queries/customer/read.sql"),
        add: include_str!("queries/customer/add.sql"),
        update: include_str!("queries/customer/update.sql"),
        remove: include_str!("queries/customer/remove.sql"),
    };

    fn of(cells: &Cells<'_>) -> Result<Self, Fault> {
        Ok(Self {
            id: cells.id("id")?,
            name: cells.text("name")?,
            kind: cells.word("kind", &CustomerKind::ALL, CustomerKind::word)?,
            size: cells.integer("size")?,
            unit: cells.text("unit")?,
            note: cells.text("note")?,
            rank: Rank(cells.integer("rank")?),
        })
    }

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            row::id(self.id),
            row::text(&self.name),
            row::text(self.kind.word()),
            row::integer(self.size),
            row::text(&self.unit),
            row::text(&self.note),
            row::integer(self.rank.0),
        ]
    }
}
