//! Where paper cuts the chart: between lanes and between months where it can.

use milepost_plan::{Day, Span};

use super::Document;
use super::fitting::LEAST_CHART;
use super::range;
use crate::axis::{self, x_of};
use crate::lane::Lane;
use crate::surface::Walls;
use crate::timeline::Timeline;

/// Least part of a sheet that is worth beginning a lane on that fills more than a sheet.
const WORTH_BEGINNING: f64 = 0.3;
/// How much of a sheet's width may stay empty for the sake of a better break.
const WORTH_LEAVING: f64 = 0.1;
/// How far a mark of a row's first bars stands above the row, in points.
const ABOVE_ROW: f64 = 2.0;

/// A part of the lanes from top to bottom, in points of the surface.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Band {
    pub top: f64,
    pub bottom: f64,
}

impl Band {
    pub(super) fn height(self) -> f64 {
        self.bottom - self.top
    }
}

/// Cuts a range into sheets of a width in points: at the beginnings of the axis' units, where they cut few bars.
pub(super) fn columns(document: &Document<'_>, range: Span, scale: f64, width: f64) -> Walls {
    let (left, right) = (x_of(range.first, scale), x_of(range.last.plus(1), scale));
    let spans = range::spans(document.plan, &document.options.view);
    let cut_by = |day: Day| spans.iter().filter(|span| span.first < day && day <= span.last).count();
    let mut walls = vec![left];
    let mut wall = left;
    while right - wall > width {
        let most = axis::day_at(wall + width, scale);
        let least = axis::day_at(wall + (1.0 - WORTH_LEAVING) * width, scale).plus(1);
        let units = axis::unit_starts(least, most, scale, document.plan.settings());
        let best = units.into_iter().min_by_key(|day| (cut_by(*day), std::cmp::Reverse(*day)));
        wall = x_of(best.unwrap_or(most), scale).max(wall + scale);
        walls.push(wall);
    }
    // The last sheet takes days from the one before it rather than be a sliver on which no name can be read.
    let least = LEAST_CHART.min(width / 2.0);
    if let [_, .., last] = &mut walls[..]
        && right - *last < least
    {
        *last = x_of(axis::day_at(right - least, scale), scale);
    }
    walls.push(right);
    Walls::new(walls)
}

/// Cuts the lanes from `top` on into sheets of a height in points: between lanes, and inside a lane only if it is
/// taller than a sheet, between its rows.
pub(super) fn bands(timeline: &Timeline, top: f64, height: f64) -> Vec<Band> {
    let mut bands = Vec::new();
    let mut start = top;
    let mut close = |start: &mut f64, at: f64, next: f64| {
        if at > *start {
            bands.push(Band { top: *start, bottom: at });
        }
        *start = next;
    };
    for lane in timeline.lanes_between(top, f64::INFINITY) {
        if lane.bottom() - start <= height {
            continue;
        }
        let is_too_tall = lane.height() > height;
        let left = height - (lane.top - start);
        if !is_too_tall || left < WORTH_BEGINNING * height {
            close(&mut start, lane.top, lane.top);
        }
        while lane.bottom() - start > height {
            let row = row_break(lane, start, start + height);
            close(&mut start, row, row - ABOVE_ROW);
        }
    }
    let end = timeline.height();
    close(&mut start, end, end);
    bands
}

/// The last place between two rows of a lane that is not below `limit`; at least one row under `start`.
fn row_break(lane: &Lane, start: f64, limit: f64) -> f64 {
    let first = lane.top + lane.above_rows();
    let rows_above = |y: f64| ((y - first) / lane.pitch()).floor();
    let least = rows_above(start.max(first) + ABOVE_ROW) + 1.0;
    first + rows_above(limit).max(least) * lane.pitch()
}
