//! The table of themes.

use milepost_plan::{Rank, Theme};

use crate::error::Fault;
use crate::row::{self, Cell, Cells, Queries, Stored};

impl Stored for Theme {
    const TABLE: &'static str = "theme";
    const QUERIES: Queries = Queries {
        read: include_str!("queries/theme/read.sql"),
        add: include_str!("queries/theme/add.sql"),
        update: include_str!("queries/theme/update.sql"),
        remove: include_str!("queries/theme/remove.sql"),
    };

    fn of(cells: &Cells<'_>) -> Result<Self, Fault> {
        Ok(Self {
            id: cells.id("id")?,
            name: cells.text("name")?,
            hue: cells.integer("hue")?,
            rank: Rank(cells.integer("rank")?),
        })
    }

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![row::id(self.id), row::text(&self.name), row::integer(self.hue), row::integer(self.rank.0)]
    }
}
