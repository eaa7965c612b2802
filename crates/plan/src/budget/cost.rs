//! Costs: planned money, on a day, by the month, or spread over a span.

use serde::{Deserialize, Serialize};

use super::money::Money;
use super::rate::Rate;
use super::spread::Placed;
use crate::day::{Day, Span};
use crate::draft::Draft;
use crate::id::{BudgetLineId, CostId, ItemId, RateId};
use crate::item::{Status, WorkItem};
use crate::plan::Plan;
use crate::summary::span_in;

/// Planned money of one work item, or of the plan as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Cost {
    /// Identity, for life.
    pub id: CostId,
    /// What it is for, in one line; may be empty.
    pub name: String,
    /// What the money is meant for.
    pub line: BudgetLineId,
    /// The work item that it is a cost of; none for one of the plan as a whole.
    pub item: Option<ItemId>,
    /// How much: of one payment, of each month, or of the whole spread.
    pub amount: Amount,
    /// When it falls due.
    pub timing: Timing,
    /// How sure it is.
    pub certainty: Certainty,
}

/// How much a cost is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Amount {
    /// A sum of money.
    Money {
        /// Never negative.
        amount: Money,
    },
    /// Somebody's work.
    Effort {
        /// Whose.
        rate: RateId,
        /// In hundredths of a person-day.
        hundredths: u32,
    },
}

/// When a cost falls due. What is left out follows the work item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "timing", rename_all = "snake_case")]
pub enum Timing {
    /// All of it on one day.
    Once {
        /// Which day.
        on: Moment,
    },
    /// As much every month: on the first day of the span and on the same day of each month after it, as long as the
    /// span lasts; in months without such a day on their last.
    Monthly {
        /// Its own span; none for the days of the work item.
        span: Option<Span>,
    },
    /// Day by day over a span: each month gets its share by its days, to the minor unit.
    Spread {
        /// Its own span; none for the days of the work item.
        span: Option<Span>,
    },
}

impl Timing {
    /// Whether it says nothing without the days of a work item.
    pub fn follows_item(self) -> bool {
        match self {
            Self::Once { on } => !matches!(on, Moment::Day { .. }),
            Self::Monthly { span } | Self::Spread { span } => span.is_none(),
        }
    }
}

/// A day of its own, or an end of the work item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum Moment {
    /// A day of its own.
    Day {
        /// Which.
        day: Day,
    },
    /// The first day of the work item.
    Start,
    /// The last day of the work item.
    End,
}

/// How sure an amount is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "certainty", rename_all = "snake_case")]
pub enum Certainty {
    /// It is known.
    #[default]
    Certain,
    /// It may be anything from low to high: of one payment, of each month, or of the whole spread.
    Estimated {
        /// At least; never negative.
        low: Money,
        /// At most; not less than `low`.
        high: Money,
    },
}

/// What a cost is worked out from: a plan, or a draft of it.
pub(crate) trait Around {
    /// A work item by its id.
    fn item(&self, id: ItemId) -> Option<&WorkItem>;
    /// The days that an item takes on the timeline.
    fn days_of(&self, item: &WorkItem) -> Option<Span>;
    /// A rate by its id.
    fn rate(&self, id: RateId) -> Option<&Rate>;
}

impl Around for Plan {
    fn item(&self, id: ItemId) -> Option<&WorkItem> {
        self.items().get(id)
    }

    fn days_of(&self, item: &WorkItem) -> Option<Span> {
        self.span_of(item)
    }

    fn rate(&self, id: RateId) -> Option<&Rate> {
        self.rates().get(id)
    }
}

impl Around for Draft<'_> {
    fn item(&self, id: ItemId) -> Option<&WorkItem> {
        self.get(id)
    }

    fn days_of(&self, item: &WorkItem) -> Option<Span> {
        span_in(self, item)
    }

    fn rate(&self, id: RateId) -> Option<&Rate> {
        self.get(id)
    }
}

impl Plan {
    /// The money of a cost: of one payment, of each month, or of the whole spread. Effort of a rate that is gone is
    /// nothing.
    pub fn money_of(&self, cost: &Cost) -> Money {
        cost.money(self)
    }

    /// Whether a cost will not fall due, since its work item is dropped.
    pub fn is_called_off(&self, cost: &Cost) -> bool {
        cost.is_called_off(self)
    }

    /// From the first to the last day that a cost falls on; none if the item that it follows has no days.
    pub fn span_of_cost(&self, cost: &Cost) -> Option<Span> {
        cost.span(self)
    }

    /// How many payments a cost is made of, of which each is [`money_of`](Self::money_of) it; a spread one counts as one.
    /// None if the item that it follows has no days.
    pub fn payments_of(&self, cost: &Cost) -> Option<usize> {
        self.placed(cost, Money::ZERO).map(Placed::payments)
    }

    /// All that a cost comes to, in all of its months; nothing if it will not fall due. What has no days counts once.
    pub fn total_of_cost(&self, cost: &Cost) -> Money {
        if self.is_called_off(cost) {
            return Money::ZERO;
        }
        let money = self.money_of(cost);
        self.placed(cost, money).map_or(money, Placed::total)
    }

    /// What a work item costs on a budget line; none if it has no cost there.
    pub fn cost_on_line(&self, item: ItemId, line: BudgetLineId) -> Option<Money> {
        let costs = self.costs_of_item(item).filter(|cost| cost.line == line);
        costs.map(|cost| self.total_of_cost(cost)).reduce(|one, other| one + other)
    }

    /// Money on the days of a cost; none if the item that it follows has no days.
    pub(crate) fn placed(&self, cost: &Cost, money: Money) -> Option<Placed> {
        cost.placed(self, money)
    }
}

impl Cost {
    pub(crate) fn money(&self, around: &impl Around) -> Money {
        match self.amount {
            Amount::Money { amount } => amount,
            Amount::Effort { rate, hundredths } => {
                let per_day = around.rate(rate).map_or(Money::ZERO, |rate| rate.per_day);
                let product = i128::from(per_day.0) * i128::from(hundredths);
                Money(i64::try_from((product + 50) / 100).unwrap_or(i64::MAX))
            }
        }
    }

    fn is_called_off(&self, around: &impl Around) -> bool {
        let item = self.item.and_then(|id| around.item(id));
        item.is_some_and(|item| item.status == Status::Dropped)
    }

    fn span(&self, around: &impl Around) -> Option<Span> {
        let own = || around.item(self.item?).and_then(|item| around.days_of(item));
        match self.timing {
            Timing::Once { on: Moment::Day { day } } => Some(Span { first: day, last: day }),
            Timing::Once { on: Moment::Start } => own().map(|span| Span { last: span.first, ..span }),
            Timing::Once { on: Moment::End } => own().map(|span| Span { first: span.last, ..span }),
            Timing::Monthly { span } | Timing::Spread { span } => span.or_else(own),
        }
    }

    fn placed(&self, around: &impl Around, money: Money) -> Option<Placed> {
        let span = self.span(around)?;
        Some(match self.timing {
            Timing::Once { .. } => Placed::Once { day: span.first, money },
            Timing::Monthly { .. } => Placed::Monthly { span, money },
            Timing::Spread { .. } => Placed::Spread { span, money },
        })
    }

    /// Its months, each by its first day, with what falls into them, in order.
    pub(crate) fn by_month(&self, around: &impl Around) -> Vec<(Day, Money)> {
        if self.is_called_off(around) {
            return Vec::new();
        }
        self.placed(around, self.money(around)).map_or_else(Vec::new, Placed::by_month)
    }

    /// What of it falls into a period.
    pub(crate) fn within(&self, around: &impl Around, period: Span) -> Money {
        if self.is_called_off(around) {
            return Money::ZERO;
        }
        self.placed(around, self.money(around)).map_or(Money::ZERO, |placed| placed.within(period))
    }

    /// The least and the most that its money may come to; both are the money itself where it is certain.
    pub(crate) fn range_around(&self, money: Money) -> (Money, Money) {
        match self.certainty {
            Certainty::Certain => (money, money),
            Certainty::Estimated { low, high } => (low.min(money), high.max(money)),
        }
    }
}
