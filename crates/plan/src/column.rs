//! The columns of a table of items, and the order that rows have by one of them.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::id::ItemId;
use crate::item::WorkItem;
use crate::plan::Plan;
use crate::schedule::Horizon;

/// A column of a table of items: one of their fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// Its name.
    Title,
    /// Epic, feature, user story, bug or issue.
    Kind,
    /// How far it has come, in a word.
    Status,
    /// Its first day, or its horizon.
    Start,
    /// Its last day.
    End,
    /// How many calendar days it takes.
    Days,
    /// How far it has come, in per cent.
    Progress,
    /// Its theme, by name.
    Theme,
    /// The item that holds it, by title.
    Parent,
    /// Who answers for it.
    Owner,
    /// The key it has in another system.
    Key,
    /// What it weighs by the needs that it serves.
    Weight,
    /// The needs that it serves, the leading one first.
    Needs,
}

/// Rows in the order of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Sort {
    /// Which column.
    pub by: Column,
    /// Whether the last comes first.
    pub descending: bool,
}

impl Column {
    /// Whether what an item has in it depends on needs and customers.
    pub fn asks_needs(self) -> bool {
        matches!(self, Self::Weight | Self::Needs)
    }
}

impl Sort {
    /// The order without a choice of the user: by first day.
    pub const USUAL: Self = Self { by: Column::Start, descending: false };

    /// Brings items into this order.
    pub fn sort(self, plan: &Plan, items: &mut Vec<&WorkItem>) {
        let mut valued: Vec<_> = items.drain(..).map(|item| (Value::of(plan, self.by, item), item)).collect();
        valued.sort_by(|(a, item), (b, other)| self.by_value(a.as_ref(), b.as_ref(), item, other));
        items.extend(valued.into_iter().map(|(_, item)| item));
    }

    /// Which of two items comes first. Items without a value come last either way; ties are in the order by hand.
    pub fn compare(self, plan: &Plan, a: &WorkItem, b: &WorkItem) -> Ordering {
        let value = |item| Value::of(plan, self.by, item);
        self.by_value(value(a).as_ref(), value(b).as_ref(), a, b)
    }

    fn by_value(self, a: Option<&Value>, b: Option<&Value>, item: &WorkItem, other: &WorkItem) -> Ordering {
        let by_value = match (a, b) {
            (Some(a), Some(b)) if self.descending => b.cmp(a),
            (Some(a), Some(b)) => a.cmp(b),
            (a, b) => a.is_none().cmp(&b.is_none()),
        };
        by_value.then_with(|| item.place().cmp(&other.place()))
    }
}

/// What an item has in a column, in the order of its sort.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Value {
    Number(i64),
    Text(String),
    /// Horizons come after all days.
    Horizon(Horizon),
}

impl Value {
    fn of(plan: &Plan, column: Column, item: &WorkItem) -> Option<Self> {
        let text = |text: &str| (!text.is_empty()).then(|| Self::Text(text.to_lowercase()));
        let span = || plan.span_of(item);
        let title_of = |id: ItemId| plan.items().get(id).and_then(|item| text(&item.title));
        match column {
            Column::Title => text(&item.title),
            Column::Kind => Some(Self::Number(item.kind as i64)),
            Column::Status => Some(Self::Number(item.status as i64)),
            Column::Start => {
                let day = span().map(|span| Self::Number(span.first.number().into()));
                day.or_else(|| item.schedule.horizon().map(Self::Horizon))
            }
            Column::End => span().map(|span| Self::Number(span.last.number().into())),
            Column::Days => span().map(|span| Self::Number(span.days().into())),
            Column::Progress => Some(Self::Number(plan.progress_of(item).into())),
            Column::Theme => {
                item.theme.and_then(|id| plan.themes().get(id)).and_then(|theme| text(&theme.name))
            }
            Column::Parent => item.parent.and_then(title_of),
            Column::Owner => text(&item.owner),
            Column::Key => text(&item.key),
            Column::Weight => {
                let weight = i64::try_from(plan.weight_of_item(item)).unwrap_or(i64::MAX);
                (!item.needs.is_empty()).then_some(Self::Number(weight))
            }
            Column::Needs => {
                let leading = plan.leading_need(item).and_then(|id| plan.needs().get(id));
                leading.and_then(|need| text(&need.statement))
            }
        }
    }
}
