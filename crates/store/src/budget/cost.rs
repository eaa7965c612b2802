//! The table of costs.

use milepost_plan::{Amount, Certainty, Cost, Moment, Money, Span, Timing};

use crate::error::Fault;
use crate::row::{self, Cell, Cells, Queries, Stored};

/// How the table tells timings apart; days of their own stand beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Once,
    AtStart,
    AtEnd,
    Monthly,
    Spread,
}

impl Word {
    const ALL: [Self; 5] = [Self::Once, Self::AtStart, Self::AtEnd, Self::Monthly, Self::Spread];

    fn of(timing: Timing) -> Self {
        match timing {
            Timing::Once { on: Moment::Day { .. } } => Self::Once,
            Timing::Once { on: Moment::Start } => Self::AtStart,
            Timing::Once { on: Moment::End } => Self::AtEnd,
            Timing::Monthly { .. } => Self::Monthly,
            Timing::Spread { .. } => Self::Spread,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Once => "once",
            Self::AtStart => "at_start",
            Self::AtEnd => "at_end",
            Self::Monthly => "monthly",
            Self::Spread => "spread",
        }
    }
}

impl Stored for Cost {
    const TABLE: &'static str = "cost";
    const QUERIES: Queries = Queries {
        read: include_str!("../queries/cost/read.sql"),
        add: include_str!("../queries/cost/add.sql"),
        update: include_str!("../queries/cost/update.sql"),
        remove: include_str!("../queries/cost/remove.sql"),
    };

    fn of(cells: &Cells<'_>) -> Result<Self, Fault> {
        Ok(Self {
            id: cells.id("id")?,
            name: cells.text("name")?,
            line: cells.id("budget_line")?,
            item: cells.optional_id("work_item")?,
            amount: amount(cells)?,
            timing: timing(cells)?,
            certainty: certainty(cells)?,
        })
    }

    fn cells(&self) -> Vec<Cell<'_>> {
        let (amount, effort) = match self.amount {
            Amount::Money { amount } => (Some(amount), None),
            Amount::Effort { rate, hundredths } => (None, Some((rate, hundredths))),
        };
        let span = match self.timing {
            Timing::Once { on: Moment::Day { day } } => Some(Span { first: day, last: day }),
            Timing::Once { .. } => None,
            Timing::Monthly { span } | Timing::Spread { span } => span,
        };
        let range = match self.certainty {
            Certainty::Certain => None,
            Certainty::Estimated { low, high } => Some((low, high)),
        };
        vec![
            row::id(self.id),
            row::text(&self.name),
            row::id(self.line),
            row::optional(self.item, row::id),
            row::optional(amount, |amount| row::integer(amount.0)),
            row::optional(effort, |(rate, _)| row::id(rate)),
            row::optional(effort, |(_, hundredths)| row::integer(hundredths)),
            row::text(Word::of(self.timing).word()),
            row::optional(span, |span| row::day(span.first)),
            row::optional(span, |span| row::day(span.last)),
            row::optional(range, |(low, _)| row::integer(low.0)),
            row::optional(range, |(_, high)| row::integer(high.0)),
        ]
    }
}

/// The schema sees to it that either an amount stands or effort.
fn amount(cells: &Cells<'_>) -> Result<Amount, Fault> {
    let amount = cells.optional_integer("amount")?;
    let (rate, effort) = (cells.optional_id("rate")?, cells.optional_integer("effort_hundredths")?);
    match (amount, rate, effort) {
        (_, Some(rate), Some(hundredths)) => Ok(Amount::Effort { rate, hundredths }),
        (Some(amount), ..) => Ok(Amount::Money { amount: Money(amount) }),
        _ => Err(cells.unknown("amount")),
    }
}

fn timing(cells: &Cells<'_>) -> Result<Timing, Fault> {
    let word = cells.word("timing", &Word::ALL, Word::word)?;
    let days = (cells.optional_day("first_day")?, cells.optional_day("last_day")?);
    let span = match days {
        (Some(first), Some(last)) => Some(Span { first, last }),
        _ => None,
    };
    match (word, span) {
        (Word::Once, Some(span)) => Ok(Timing::Once { on: Moment::Day { day: span.first } }),
        (Word::Once, None) => Err(cells.unknown("first_day")),
        (Word::AtStart, _) => Ok(Timing::Once { on: Moment::Start }),
        (Word::AtEnd, _) => Ok(Timing::Once { on: Moment::End }),
        (Word::Monthly, span) => Ok(Timing::Monthly { span }),
        (Word::Spread, span) => Ok(Timing::Spread { span }),
    }
}

/// The schema sees to it that both ends stand or neither.
fn certainty(cells: &Cells<'_>) -> Result<Certainty, Fault> {
    let range = (cells.optional_integer("low")?, cells.optional_integer("high")?);
    Ok(match range {
        (Some(low), Some(high)) => Certainty::Estimated { low: Money(low), high: Money(high) },
        _ => Certainty::Certain,
    })
}
