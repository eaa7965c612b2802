//! The table of work items.

use milepost_plan::{Fulfilment, Horizon, ItemKind, ItemNeed, Rank, Schedule, Status, WorkItem};

use crate::error::Fault;
use crate::row::{self, Cell, Cells, PartQueries, Parts, Queries, Stored};

impl Stored for WorkItem {
    const TABLE: &'static str = "work_item";
    const QUERIES: Queries = Queries {
        read: include_str!("queries/work_item/read.sql"),
        add: include_str!("queries/work_item/add.sql"),
        update: include_str!("queries/work_item/update.sql"),
        remove: include_str!("queries/work_item/remove.sql"),
    };

    const PARTS: &'static [Parts<Self>] = &[
        Parts {
            table: "work_item_need",
            owner: "work_item",
            queries: PartQueries {
                read: include_str!("queries/work_item_need/read.sql"),
                add: include_str!("queries/work_item_need/add.sql"),
                remove: include_str!("queries/work_item_need/remove.sql"),
            },
            take: |item, cells| {
                let (need, fulfilment) =
                    (cells.id("need")?, cells.word("fulfilment", &Fulfilment::ALL, Fulfilment::word)?);
                item.needs.push(ItemNeed { need, fulfilment });
                Ok(())
            },
            cells: |item| {
                let cells =
                    |served: &ItemNeed| vec![row::id(served.need), row::text(served.fulfilment.word())];
                item.needs.iter().map(cells).collect()
            },
        },
        Parts {
            table: "work_item_goal",
            owner: "work_item",
            queries: PartQueries {
                read: include_str!("queries/work_item_goal/read.sql"),
                add: include_str!("queries/work_item_goal/add.sql"),
                remove: include_str!("queries/work_item_goal/remove.sql"),
            },
            take: |item, cells| {
                item.goals.push(cells.id("goal")?);
                Ok(())
            },
            cells: |item| item.goals.iter().map(|goal| vec![row::id(*goal)]).collect(),
        },
    ];

    fn of(cells: &Cells<'_>) -> Result<Self, Fault> {
        Ok(Self {
            id: cells.id("id")?,
            kind: cells.word("kind", &ItemKind::ALL, ItemKind::word)?,
            parent: cells.optional_id("parent")?,
            theme: cells.optional_id("theme")?,
            title: cells.text("title")?,
            description: cells.text("description")?,
            status: cells.word("status", &Status::ALL, Status::word)?,
            progress: cells.integer("progress")?,
            owner: cells.text("owner")?,
            link: cells.text("link")?,
            key: cells.text("key")?,
            schedule: schedule(cells)?,
            rank: Rank(cells.integer("rank")?),
            needs: Vec::new(),
            goals: Vec::new(),
        })
    }

    fn cells(&self) -> Vec<Cell<'_>> {
        let span = self.schedule.span();
        vec![
            row::id(self.id),
            row::text(self.kind.word()),
            row::optional(self.parent, row::id),
            row::optional(self.theme, row::id),
            row::text(&self.title),
            row::text(&self.description),
            row::text(self.status.word()),
            row::integer(self.progress),
            row::text(&self.owner),
            row::text(&self.link),
            row::text(&self.key),
            row::optional(span, |span| row::day(span.first)),
            row::optional(span, |span| row::day(span.last)),
            row::optional(self.schedule.horizon(), |horizon| row::text(horizon.word())),
            row::integer(self.rank.0),
        ]
    }
}

/// The schema sees to it that both days stand or neither, and no horizon beside them.
fn schedule(cells: &Cells<'_>) -> Result<Schedule, Fault> {
    let days = (cells.optional_day("first_day")?, cells.optional_day("last_day")?);
    let horizon = cells.optional_word("horizon", &Horizon::ALL, Horizon::word)?;
    Ok(match (days, horizon) {
        ((Some(first), Some(last)), _) => Schedule::Dated { first, last },
        (_, Some(horizon)) => Schedule::Horizon { horizon },
        _ => Schedule::None,
    })
}
