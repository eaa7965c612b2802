//! The table of baselines. The copy of the schedule is two documents: it is taken once and never changed.

use milepost_plan::{Baseline, Rank};

use crate::error::Fault;
use crate::row::{self, Cell, Cells, Queries, Stored};

impl Stored for Baseline {
    const TABLE: &'static str = "baseline";
    const QUERIES: Queries = Queries {
        read: include_str!("queries/baseline/read.sql"),
        add: include_str!("queries/baseline/add.sql"),
        update: include_str!("queries/baseline/update.sql"),
        remove: include_str!("queries/baseline/remove.sql"),
    };

    fn of(cells: &Cells<'_>) -> Result<Self, Fault> {
        Ok(Self {
            id: cells.id("id")?,
            name: cells.text("name")?,
            taken: cells.day("taken")?,
            spans: cells.document("spans")?,
            milestones: cells.optional_document("milestones")?,
            rank: Rank(cells.integer("rank")?),
        })
    }

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            row::id(self.id),
            row::text(&self.name),
            row::day(self.taken),
            row::document(&self.spans),
            row::optional(self.milestones.as_ref(), row::document),
            row::integer(self.rank.0),
        ]
    }
}
