//! The table of budget lines.

use milepost_plan::{BudgetLine, Cap, Category, Money, Rank, Span};

use crate::error::Fault;
use crate::row::{self, Cell, Cells, Queries, Stored};

impl Stored for BudgetLine {
    const TABLE: &'static str = "budget_line";
    const QUERIES: Queries = Queries {
        read: include_str!("../queries/budget_line/read.sql"),
        add: include_str!("../queries/budget_line/add.sql"),
        update: include_str!("../queries/budget_line/update.sql"),
        remove: include_str!("../queries/budget_line/remove.sql"),
    };

    fn of(cells: &Cells<'_>) -> Result<Self, Fault> {
        Ok(Self {
            id: cells.id("id")?,
            name: cells.text("name")?,
            category: cells.word("category", &Category::ALL, Category::word)?,
            own_category: cells.text("own_category")?,
            cap: cap(cells)?,
            note: cells.text("note")?,
            rank: Rank(cells.integer("rank")?),
        })
    }

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            row::id(self.id),
            row::text(&self.name),
            row::text(self.category.word()),
            row::text(&self.own_category),
            row::optional(self.cap, |cap| row::integer(cap.amount.0)),
            row::optional(self.cap, |cap| row::day(cap.span.first)),
            row::optional(self.cap, |cap| row::day(cap.span.last)),
            row::text(&self.note),
            row::integer(self.rank.0),
        ]
    }
}

/// The schema sees to it that all three stand or none.
fn cap(cells: &Cells<'_>) -> Result<Option<Cap>, Fault> {
    let amount = cells.optional_integer("cap")?;
    let days = (cells.optional_day("cap_first_day")?, cells.optional_day("cap_last_day")?);
    Ok(match (amount, days) {
        (Some(amount), (Some(first), Some(last))) => {
            Some(Cap { amount: Money(amount), span: Span { first, last } })
        }
        _ => None,
    })
}
