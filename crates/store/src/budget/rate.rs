//! The table of rates.

use milepost_plan::{Money, Rank, Rate};

use crate::error::Fault;
use crate::row::{self, Cell, Cells, Queries, Stored};

impl Stored for Rate {
    const TABLE: &'static str = "rate";
    const QUERIES: Queries = Queries {
        read: include_str!("../queries/rate/read.sql"),
        add: include_str!("../queries/rate/add.sql"),
        update: include_str!("../queries/rate/update.sql"),
        remove: include_str!("../queries/rate/remove.sql"),
    };

    fn of(cells: &Cells<'_>) -> Result<Self, Fault> {
        Ok(Self {
            id: cells.id("id")?,
            role: cells.text("role")?,
            per_day: Money(cells.integer("per_day")?),
            rank: Rank(cells.integer("rank")?),
        })
    }

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![row::id(self.id), row::text(&self.role), row::integer(self.per_day.0), row::integer(self.rank.0)]
    }
}
