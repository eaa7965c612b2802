//! The rows of a table of the items, where each has a row of its own: the same rows as those of the bars beside it.

use milepost_plan::ItemId;
use serde::Serialize;

use super::Timeline;
use crate::lane::{Lane, ROW, item_in};
use crate::scene::LaneKey;

/// What a band of a table shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TableRows {
    /// The lanes that the band touches, from the top.
    pub lanes: Vec<TableLane>,
    /// The rows that the band touches, from the top.
    pub rows: Vec<TableRow>,
    /// Height of all lanes together, in points.
    pub height: f64,
    /// Height of a row and of a lane's own row, in points.
    pub row_height: f64,
}

/// A lane, whose name stands in a row above those of its items.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TableLane {
    /// What it stands for.
    pub lane: LaneKey,
    /// Its name, with what it is a part of.
    pub name: String,
    /// Number of the hue of its strip; 0 is grey.
    pub hue: u8,
    /// Number of items in it, or of milestones.
    pub count: usize,
    /// From the top of all lanes, in points.
    pub top: f64,
    /// With all of its rows, in points.
    pub height: f64,
    /// Whether its rows are folded away.
    pub is_collapsed: bool,
}

/// The row of an item.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TableRow {
    /// Which item.
    pub id: ItemId,
    /// From the top of all lanes, in points.
    pub top: f64,
    /// Its number among all rows of items, from 0 at the top.
    pub index: usize,
}

impl Timeline {
    /// The rows that touch a band of the surface, in points from the top of all lanes; lanes without rows of their own
    /// tell only their place.
    pub fn table(&self, top: f64, bottom: f64) -> TableRows {
        let mut index = 0;
        let mut answer =
            TableRows { lanes: Vec::new(), rows: Vec::new(), height: self.height(), row_height: ROW };
        for lane in self.lanes().iter().filter(|lane| lane.is_shown()) {
            let count = if lane.lists_rows() { lane.rows.len() } else { 0 };
            if lane.top < bottom && lane.bottom() > top {
                answer.lanes.push(told(lane));
                answer.rows.extend(rows_within(lane, top, bottom, index));
            }
            index += count;
        }
        answer
    }

    /// All lanes that are shown, from the top.
    pub fn table_lanes(&self) -> Vec<TableLane> {
        self.lanes().iter().filter(|lane| lane.is_shown()).map(told).collect()
    }

    /// The items from the row of one to the row of another, both included, whichever stands first; nothing if one of
    /// them has no row.
    pub fn items_between(&self, one: ItemId, other: ItemId) -> Vec<ItemId> {
        let listed = self.lanes().iter().filter(|lane| lane.is_shown() && lane.lists_rows());
        let all: Vec<ItemId> =
            listed.flat_map(|lane| lane.rows.iter().flatten()).filter_map(item_in).collect();
        let row = |id: ItemId| all.iter().position(|row| *row == id);
        match (row(one), row(other)) {
            (Some(one), Some(other)) => all[one.min(other)..=one.max(other)].to_vec(),
            _ => Vec::new(),
        }
    }
}

impl Lane {
    /// Whether its items have rows that are not folded away.
    fn lists_rows(&self) -> bool {
        self.has_row_each && !self.is_collapsed
    }
}

fn told(lane: &Lane) -> TableLane {
    TableLane {
        lane: lane.key.clone(),
        name: lane.whole_name(),
        hue: lane.hue,
        count: lane.count,
        top: lane.top,
        height: lane.height(),
        is_collapsed: lane.is_collapsed,
    }
}

fn rows_within(lane: &Lane, top: f64, bottom: f64, before: usize) -> impl Iterator<Item = TableRow> {
    let rows = if lane.lists_rows() { lane.rows_between(top, bottom) } else { 0..0 };
    let of = move |row: usize| {
        let id = lane.rows[row].first().and_then(item_in)?;
        Some(TableRow { id, top: lane.row_top(row), index: before + row })
    };
    rows.filter_map(of).filter(move |row| row.top < bottom && row.top + ROW > top)
}
