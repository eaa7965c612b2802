//! The table of goals.

use milepost_plan::{Goal, Rank};

use crate::error::Fault;
use crate::row::{self, Cell, Cells, Queries, Stored};

impl Stored for Goal {
    const TABLE: &'static str = "goal";
    const QUERIES: Queries = Queries {
        read: include_str!("queries/goal/read.sql"),
        add: include_str!("queries/goal/add.sql"),
        update: include_str!("queries/goal/update.sql"),
        remove: include_str!("queries/goal/remove.sql"),
    };

    fn of(cells: &Cells<'_>) -> Result<Self, Fault> {
        Ok(Self {
            id: cells.id("id")?,
            title: cells.text("title")?,
            measure: cells.text("measure")?,
            target: cells.text("target")?,
            by: cells.optional_day("by_day")?,
            rank: Rank(cells.integer("rank")?),
        })
    }

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            row::id(self.id),
            row::text(&self.title),
            row::text(&self.measure),
            row::text(&self.target),
            row::optional(self.by, row::day),
            row::integer(self.rank.0),
        ]
    }
}
