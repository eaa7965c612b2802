//! The table of milestones.

use milepost_plan::Milestone;

use crate::error::Fault;
use crate::row::{self, Cell, Cells, Queries, Stored};

impl Stored for Milestone {
    const TABLE: &'static str = "milestone";
    const QUERIES: Queries = Queries {
        read: include_str!("queries/milestone/read.sql"),
        add: include_str!("queries/milestone/add.sql"),
        update: include_str!("queries/milestone/update.sql"),
        remove: include_str!("queries/milestone/remove.sql"),
    };

    fn of(cells: &Cells<'_>) -> Result<Self, Fault> {
        Ok(Self {
            id: cells.id("id")?,
            name: cells.text("name")?,
            day: cells.day("day")?,
            note: cells.text("note")?,
        })
    }

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![row::id(self.id), row::text(&self.name), row::day(self.day), row::text(&self.note)]
    }
}
