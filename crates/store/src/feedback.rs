//! The table of feedback, and those of what it speaks of.

use milepost_plan::{Feedback, FeedbackStatus};

use crate::error::Fault;
use crate::row::{self, Cell, Cells, PartQueries, Parts, Queries, Stored};

impl Stored for Feedback {
    const TABLE: &'static str = "feedback";
    const QUERIES: Queries = Queries {
        read: include_str!("queries/feedback/read.sql"),
        add: include_str!("queries/feedback/add.sql"),
        update: include_str!("queries/feedback/update.sql"),
        remove: include_str!("queries/feedback/remove.sql"),
    };
    const PARTS: &'static [Parts<Self>] = &[
        Parts {
            table: "feedback_need",
            owner: "feedback",
            queries: PartQueries {
                read: include_str!("queries/feedback_need/read.sql"),
                add: include_str!("queries/feedback_need/add.sql"),
                remove: include_str!("queries/feedback_need/remove.sql"),
            },
            take: |feedback, cells| {
                feedback.needs.push(cells.id("need")?);
                Ok(())
            },
            cells: |feedback| feedback.needs.iter().map(|need| vec![row::id(*need)]).collect(),
        },
        Parts {
            table: "feedback_item",
            owner: "feedback",
            queries: PartQueries {
                read: include_str!("queries/feedback_item/read.sql"),
                add: include_str!("queries/feedback_item/add.sql"),
                remove: include_str!("queries/feedback_item/remove.sql"),
            },
            take: |feedback, cells| {
                feedback.items.push(cells.id("work_item")?);
                Ok(())
            },
            cells: |feedback| feedback.items.iter().map(|item| vec![row::id(*item)]).collect(),
        },
    ];

    fn of(cells: &Cells<'_>) -> Result<Self, Fault> {
        Ok(Self {
            id: cells.id("id")?,
            day: cells.day("day")?,
            source: cells.text("source")?,
            customer: cells.optional_id("customer")?,
            channel: cells.text("channel")?,
            text: cells.text("text")?,
            status: cells.word("status", &FeedbackStatus::ALL, FeedbackStatus::word)?,
            reason: cells.text("reason")?,
            votes: cells.integer("votes")?,
            key: cells.text("key")?,
            duplicate_of: cells.optional_id("duplicate_of")?,
            needs: Vec::new(),
            items: Vec::new(),
        })
    }

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            row::id(self.id),
            row::day(self.day),
            row::text(&self.source),
            row::optional(self.customer, row::id),
            row::text(&self.channel),
            row::text(&self.text),
            row::text(self.status.word()),
            row::text(&self.reason),
            row::integer(self.votes),
            row::text(&self.key),
            row::optional(self.duplicate_of, row::id),
        ]
    }
}
