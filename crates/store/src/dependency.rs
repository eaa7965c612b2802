//! The table of dependencies.

use milepost_plan::{Dependency, DependencyKind};

use crate::error::Fault;
use crate::row::{self, Cell, Cells, Queries, Stored};

impl Stored for Dependency {
    const TABLE: &'static str = "dependency";
    const QUERIES: Queries = Queries {
        read: include_str!("queries/dependency/read.sql"),
        add: include_str!("queries/dependency/add.sql"),
        update: include_str!("queries/dependency/update.sql"),
        remove: include_str!("queries/dependency/remove.sql"),
    };

    fn of(cells: &Cells<'_>) -> Result<Self, Fault> {
        Ok(Self {
            id: cells.id("id")?,
            predecessor: cells.id("predecessor")?,
            successor: cells.id("successor")?,
            kind: cells.word("kind", &DependencyKind::ALL, DependencyKind::word)?,
            lag_days: cells.integer("lag_days")?,
        })
    }

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            row::id(self.id),
            row::id(self.predecessor),
            row::id(self.successor),
            row::text(self.kind.word()),
            row::integer(self.lag_days),
        ]
    }
}
