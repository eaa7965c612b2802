//! Conflicts: dependencies that the dates do not respect.

use serde::Serialize;

use crate::calendar::WorkingCalendar;
use crate::day::Day;
use crate::dependency::{Dependency, DependencyKind};
use crate::id::{DependencyId, ItemId};
use crate::item::Status;
use crate::lag::working_days_between;
use crate::plan::Plan;

/// A dependency whose successor is placed too early, in figures: whoever tells it finds the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Conflict {
    /// Which dependency.
    pub dependency: DependencyId,
    /// The item that is too early.
    pub successor: ItemId,
    /// Title of the item that it waits for.
    pub predecessor_title: String,
    /// Which ends are tied.
    pub kind: DependencyKind,
    /// The day that the dependency meets the successor at.
    pub day: Day,
    /// The day that it leaves the predecessor at.
    pub predecessor_day: Day,
    /// Working days that are to lie between; negative if they may overlap by as many.
    pub lag_days: i32,
    /// Whether the successor has begun before, with parts that are done: it goes on on its day.
    pub has_begun: bool,
}

impl Plan {
    /// Every dependency that the dates do not respect, in the order of their ids: a walk over all dependencies.
    pub fn conflicts(&self) -> Vec<Conflict> {
        let calendar = WorkingCalendar::of(self.settings());
        self.dependencies().iter().filter_map(|row| self.conflict(row, &calendar)).collect()
    }

    /// Whether one dependency is not respected. Items without dates, done or dropped ones, are in no conflict. An epic
    /// is where its bracket is; what is done of it waits for nothing any more.
    pub fn conflict(&self, row: &Dependency, calendar: &WorkingCalendar) -> Option<Conflict> {
        let (before, after) = (self.items().get(row.predecessor)?, self.items().get(row.successor)?);
        if is_over(after.status) || before.status == Status::Dropped {
            return None;
        }
        let predecessor_day = row.kind.from_day(self.span_of(before)?);
        let summary = self.summary(after);
        let day = match summary {
            Some(summary) => summary.met_at(row.kind)?,
            None => row.kind.to_day(after.schedule.span()?),
        };
        let gap = working_days_between(row.kind, predecessor_day, day, calendar);
        (gap < row.lag_days).then(|| Conflict {
            dependency: row.id,
            successor: row.successor,
            predecessor_title: before.title.clone(),
            kind: row.kind,
            day,
            predecessor_day,
            lag_days: row.lag_days,
            has_begun: row.kind.meets_start() && summary.is_some_and(|summary| summary.span.first < day),
        })
    }
}

/// Whether nothing can come too early for it any more.
pub(crate) fn is_over(status: Status) -> bool {
    matches!(status, Status::Done | Status::Dropped)
}
