//! The table of needs, and the one of whose needs they are.

use milepost_plan::{Importance, Need, NeedCustomer};

use crate::error::Fault;
use crate::row::{self, Cell, Cells, PartQueries, Parts, Queries, Stored};

impl Stored for Need {
    const TABLE: &'static str = "need";
    const QUERIES: Queries = Queries {
        read: include_str!("queries/need/read.sql"),
        add: include_str!("queries/need/add.sql"),
        update: include_str!("queries/need/update.sql"),
        remove: include_str!("queries/need/remove.sql"),
    };
    const PARTS: &'static [Parts<Self>] = &[Parts {
        table: "need_customer",
        owner: "need",
        queries: PartQueries {
            read: include_str!("queries/need_customer/read.sql"),
            add: include_str!("queries/need_customer/add.sql"),
            remove: include_str!("queries/need_customer/remove.sql"),
        },
        take: |need, cells| {
            need.customers.push(NeedCustomer {
                customer: cells.id("customer")?,
                importance: cells.word("importance", &Importance::ALL, Importance::word)?,
            });
            Ok(())
        },
        cells: |need| {
            let cells = |row: &NeedCustomer| vec![row::id(row.customer), row::text(row.importance.word())];
            need.customers.iter().map(cells).collect()
        },
    }];

    fn of(cells: &Cells<'_>) -> Result<Self, Fault> {
        Ok(Self {
            id: cells.id("id")?,
            statement: cells.text("statement")?,
            note: cells.text("note")?,
            evidence: cells.document("evidence")?,
            customers: Vec::new(),
            wanted_by: cells.optional_day("wanted_by")?,
            alternatives: cells.text("alternatives")?,
        })
    }

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            row::id(self.id),
            row::text(&self.statement),
            row::text(&self.note),
            row::document(&self.evidence),
            row::optional(self.wanted_by, row::day),
            row::text(&self.alternatives),
        ]
    }
}
