//! An item's place on the timeline: what a drag of its bar changes.

use serde::{Deserialize, Serialize};

use super::{each_once, item};
use crate::aspect::AspectValue;
use crate::day::{Day, Span};
use crate::draft::Draft;
use crate::id::ItemId;
use crate::item::WorkItem;
use crate::reschedule::Mover;
use crate::schedule::Schedule;
use crate::summary::{dated_under, span_in, spans_what_it_holds};
use crate::violation::RuleViolation;
use crate::waiting::epic_over;

/// An end of a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Edge {
    /// The first day.
    Start,
    /// The last day.
    End,
}

/// Moves items in time and to a lane; tells what is moved in time by that, the epics included that things leave.
pub(super) fn shift(
    draft: &mut Draft<'_>,
    ids: &[ItemId],
    days: i32,
    lane: &[AspectValue],
) -> Result<Vec<ItemId>, RuleViolation> {
    let mut moved = with_held(draft, ids)?;
    if days != 0 {
        shift_days(draft, ids, &moved, days)?;
    }
    if !lane.is_empty() {
        moved.extend(ids.iter().filter_map(|id| epic_over(draft, *id)).collect::<Vec<_>>());
    }
    for id in each_once(ids).filter(|_| !lane.is_empty()) {
        for value in lane {
            let edits = value.edits(draft, draft.find::<WorkItem>(id)?);
            edits.iter().try_for_each(|edit| item::edit(draft, &[id], edit))?;
        }
        // A need of the lane may have brought its customer along.
        let item = draft.find::<WorkItem>(id)?;
        lane.iter().try_for_each(|value| value.follows(draft, item))?;
    }
    Ok(moved)
}

/// Moves items in time together; the first of those that were asked for leads, whether or not it is one of them.
fn shift_days(
    draft: &mut Draft<'_>,
    ids: &[ItemId],
    moved: &[ItemId],
    days: i32,
) -> Result<(), RuleViolation> {
    let (Some(asked), Some(first)) = (ids.first(), moved.first()) else { return Ok(()) };
    let leads = match span_in(draft, draft.find(*asked)?) {
        Some(span) => span,
        None => dated(draft.find(*first)?)?,
    };
    let mover = Mover::of(draft);
    let step = mover.step(leads, days)?;
    for id in each_once(moved) {
        let mut item = draft.find::<WorkItem>(id)?.clone();
        item.schedule = mover.moved(dated(&item)?, step)?.into();
        draft.put(item);
    }
    Ok(())
}

/// The items with what their epics hold. An epic without days of its own stands where its items do.
fn with_held(draft: &Draft<'_>, ids: &[ItemId]) -> Result<Vec<ItemId>, RuleViolation> {
    let mut moved = Vec::new();
    for id in ids {
        let held = dated_under(draft, *id);
        if held.is_empty() || draft.find::<WorkItem>(*id)?.schedule.span().is_some() {
            moved.push(*id);
        }
        moved.extend(held);
    }
    Ok(moved)
}

/// Moves an end of items, each up to the other end: one day is left of it.
pub(super) fn resize(
    draft: &mut Draft<'_>,
    ids: &[ItemId],
    edge: Edge,
    days: i32,
) -> Result<(), RuleViolation> {
    for id in each_once(ids) {
        let mut item = draft.find::<WorkItem>(id)?.clone();
        has_own_place(draft, &item)?;
        let span = dated(&item)?;
        item.schedule = match edge {
            Edge::Start => Span::new(span.first.plus(days).min(span.last), span.last)?,
            Edge::End => Span::new(span.first, span.last.plus(days).max(span.first))?,
        }
        .into();
        draft.put(item);
    }
    Ok(())
}

/// Days that an item gets which has had none.
const FIRST_LENGTH: i32 = 28;

/// The place of an item with one of its ends on a day, whatever place it has had. What would end before it starts moves
/// as a whole, with the length that the plan keeps.
pub(super) fn with_edge(
    draft: &Draft<'_>,
    item: &WorkItem,
    edge: Edge,
    day: Day,
) -> Result<Schedule, RuleViolation> {
    has_own_place(draft, item)?;
    let span = match (edge, item.schedule.span()) {
        (Edge::Start, Some(own)) if day <= own.last => Span { first: day, ..own },
        (Edge::End, Some(own)) if day >= own.first => Span { last: day, ..own },
        (Edge::Start, Some(own)) => Mover::of(draft).beginning(own, day)?,
        (Edge::End, Some(own)) => Mover::of(draft).ending(own, day)?,
        (Edge::Start, None) => Span { first: day, last: day.plus(FIRST_LENGTH - 1) },
        (Edge::End, None) => Span { first: day.plus(1 - FIRST_LENGTH), last: day },
    };
    Ok(span.into())
}

/// The place of an item that takes so many days from its first day on.
pub(super) fn with_length(draft: &Draft<'_>, item: &WorkItem, days: i32) -> Result<Schedule, RuleViolation> {
    has_own_place(draft, item)?;
    let Span { first, .. } = dated(item)?;
    Ok(Span::new(first, first.plus(days.saturating_sub(1)))?.into())
}

/// Refuses to place an epic that spans what it holds, where nobody would see that.
pub(super) fn has_own_place(draft: &Draft<'_>, item: &WorkItem) -> Result<(), RuleViolation> {
    if spans_what_it_holds(draft, item.id) {
        return Err(RuleViolation::SpansWhatItHolds { title: item.title.clone() });
    }
    Ok(())
}

fn dated(item: &WorkItem) -> Result<Span, RuleViolation> {
    item.schedule.span().ok_or_else(|| RuleViolation::NotDated { title: item.title.clone() })
}
