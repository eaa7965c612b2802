//! The outline: every lane with what stands in it, and the page where it is first seen.

use std::collections::HashMap;

use milepost_plan::{Day, ItemId};

use super::chart::Tile;
use super::{Document, OutlineEntry};
use crate::line;
use crate::rows::Held;
use crate::scene::Target;
use crate::timeline::Timeline;

/// The entries of all lanes that are shown; `first` is the index of the first tile's page.
pub(super) fn of(
    document: &Document<'_>,
    timeline: &Timeline,
    tiles: &[Tile],
    first: usize,
) -> Vec<OutlineEntry> {
    let mut seen: HashMap<Target, (usize, f64)> = HashMap::new();
    for (index, tile) in tiles.iter().enumerate() {
        for (target, y) in &tile.shown {
            seen.entry(target.clone()).or_insert((first + index, *y));
        }
    }
    let entry = |title: &str, level: u8, target: Target| {
        let (page, y) = *seen.get(&target)?;
        Some(OutlineEntry { title: title.to_owned(), level, page, y })
    };
    let mut entries = Vec::new();
    if first > 0 {
        let y = document.sheet.frame.y;
        entries.push(OutlineEntry { title: "At a glance".to_owned(), level: 0, page: 0, y });
    }
    for lane in timeline.lanes().iter().filter(|lane| lane.is_shown()) {
        entries.extend(entry(&lane.whole_name(), 0, Target::Lane { lane: lane.key.clone() }));
        let mut held: Vec<Held> = lane.rows.iter().flatten().map(|slot| slot.held).collect();
        held.sort_by_key(|held| (day_of(document, *held), *held));
        entries.extend(held.into_iter().filter_map(|held| match held {
            Held::Item(id) => entry(&document.plan.items().get(id)?.title, 1, Target::Item { id }),
            Held::Need(id) => entry(&document.plan.needs().get(id)?.statement, 1, Target::Need { id }),
            Held::Cost(id) => {
                let cost = document.plan.costs().get(id)?;
                entry(line::name_of_cost(document.plan, cost), 1, Target::Cost { id })
            }
            Held::Milestone(id) => {
                entry(&document.plan.milestones().get(id)?.name, 1, Target::Milestone { id })
            }
        }));
    }
    entries
}

/// What is read first stands first: by days, then by the order that the user gave.
fn day_of(document: &Document<'_>, held: Held) -> (Option<Day>, Option<milepost_plan::Rank>) {
    let item = |id: ItemId| document.plan.items().get(id);
    match held {
        Held::Item(id) => (
            item(id).and_then(|item| Some(document.plan.span_of(item)?.first)),
            item(id).map(|item| item.rank),
        ),
        Held::Need(id) => {
            let need = document.plan.needs().get(id);
            (need.and_then(|need| Some(document.plan.coverage(need).span?.first)), None)
        }
        Held::Cost(id) => {
            let cost = document.plan.costs().get(id);
            (cost.and_then(|cost| Some(document.plan.span_of_cost(cost)?.first)), None)
        }
        Held::Milestone(id) => (document.plan.milestones().get(id).map(|row| row.day), None),
    }
}
