//! The table of views. What a view shows and how is one document in its row: nothing in a file points into it.

use milepost_plan::{Rank, Span, View};

use crate::error::Fault;
use crate::row::{self, Cell, Cells, Queries, Stored};

impl Stored for View {
    const TABLE: &'static str = "view";
    const QUERIES: Queries = Queries {
        read: include_str!("queries/view/read.sql"),
        add: include_str!("queries/view/add.sql"),
        update: include_str!("queries/view/update.sql"),
        remove: include_str!("queries/view/remove.sql"),
    };

    fn of(cells: &Cells<'_>) -> Result<Self, Fault> {
        Ok(Self {
            id: cells.id("id")?,
            name: cells.text("name")?,
            settings: cells.document("settings")?,
            range: match (cells.optional_day("first_day")?, cells.optional_day("last_day")?) {
                (Some(first), Some(last)) => Some(Span { first, last }),
                _ => None,
            },
            rank: Rank(cells.integer("rank")?),
        })
    }

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            row::id(self.id),
            row::text(&self.name),
            row::document(&self.settings),
            row::optional(self.range, |range| row::day(range.first)),
            row::optional(self.range, |range| row::day(range.last)),
            row::integer(self.rank.0),
        ]
    }
}
