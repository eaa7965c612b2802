//! Fitting: how wide a day and how large the type is on paper.

use milepost_plan::{Cancelled, Span};

use super::{Document, Fit, MOST_PAGES, PageError, breaks};
use crate::axis::{self, x_of};
use crate::scene::Rect;
use crate::surface::{SCALES, Surface, Walls};
use crate::timeline::{Timeline, names};

/// The size of a CSS pixel on paper, in points: a screen's point is 1/96 inch, paper's 1/72 inch.
const NATURAL: f64 = 0.75;

/// A plan fitted to paper.
pub(super) struct Fitted {
    /// Size on paper of a point of the timeline, in points.
    pub factor: f64,
    /// The days that are shown.
    pub range: Span,
    /// Everything in its place, walls included.
    pub timeline: Timeline,
    /// Width of the column of lane names, in points of the timeline.
    pub names_width: f64,
}

/// Fits the days of a range to a chart of that size on paper.
pub(super) fn fit(document: &Document<'_>, range: Span, area: Rect) -> Result<Fitted, PageError> {
    match document.options.fit {
        Fit::Width => Ok(one_column(document, range, area, NATURAL)?),
        Fit::Page => Ok(one_page(document, range, area)?),
        Fit::Percent(percent) => columns(document, range, area, percent),
    }
}

/// Days as wide as the sheet makes them.
fn one_column(document: &Document<'_>, range: Span, area: Rect, factor: f64) -> Result<Fitted, Cancelled> {
    let (names_width, body) = widths(area, factor);
    let scale = body / f64::from(range.days());
    let left = x_of(range.first, scale);
    placed(document, range, Walls::new(vec![left, left + body]), scale, factor, names_width)
}

/// The largest type at which all lanes stand on one sheet.
fn one_page(document: &Document<'_>, range: Span, area: Rect) -> Result<Fitted, Cancelled> {
    /// Halvings of the interval: then the type is known to a thousandth of its size.
    const STEPS: usize = 10;
    let around = axis::HEIGHT + document.strip_height();
    let fits = |fitted: &Fitted| (around + fitted.timeline.height()) * fitted.factor <= area.height;
    let natural = one_column(document, range, area, NATURAL)?;
    if fits(&natural) {
        return Ok(natural);
    }
    // Type shrinks by halves until everything fits, then grows back as far as it can.
    let (mut small, mut large) = (natural.factor, natural.factor);
    let mut best = natural;
    while !fits(&best) && small > NATURAL / 4_096.0 {
        (small, large) = (small / 2.0, small);
        best = one_column(document, range, area, small)?;
    }
    for _ in 0..STEPS {
        let between = (small + large) / 2.0;
        let fitted = one_column(document, range, area, between)?;
        if fits(&fitted) {
            (small, best) = (between, fitted);
        } else {
            large = between;
        }
    }
    Ok(best)
}

/// Least width of a chart that a person can read, in points of the timeline.
pub(super) const LEAST_CHART: f64 = 260.0;

/// Days and type at the size that was asked for, on as many sheets as that takes.
fn columns(document: &Document<'_>, range: Span, area: Rect, percent: f64) -> Result<Fitted, PageError> {
    let scale = document.options.scale;
    if !(10.0..=200.0).contains(&percent) {
        return Err(PageError::PercentOutOfRange { percent });
    }
    if !SCALES.contains(&scale) {
        return Err(PageError::ScaleOutOfRange { scale });
    }
    let factor = NATURAL * percent / 100.0;
    let (names_width, body) = widths(area, factor);
    // The days of a short range are wider than asked for: on a strip of a few points no name can be read.
    let scale = scale.max(LEAST_CHART.min(body) / f64::from(range.days()));
    let columns = f64::from(range.days()) * scale / body;
    if columns > MOST_PAGES as f64 {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "casting saturates")]
        let pages = columns.ceil() as usize;
        return Err(PageError::TooManyPages { pages, most: MOST_PAGES });
    }
    let mut walls = breaks::columns(document, range, scale, body);
    let mut range = range;
    if document.options.to.is_none() {
        // Where nobody has asked for an end, the axis goes on to the edge of the last sheet.
        walls = walls.with_last_width(body);
        range.last = axis::day_at(walls.whole().to - scale / 2.0, scale);
    }
    Ok(placed(document, range, walls, scale, factor, names_width)?)
}

fn placed(
    document: &Document<'_>,
    range: Span,
    walls: Walls,
    scale: f64,
    factor: f64,
    names_width: f64,
) -> Result<Fitted, Cancelled> {
    document.cancel.check()?;
    let surface = Surface::paper(scale, range, walls);
    let view = document.options.view.clone();
    let timeline = Timeline::on(surface, document.plan, view, document.today, document.fonts);
    Ok(Fitted { factor, range, timeline, names_width })
}

/// Widths of the lane names and of what is left for the bars, in points of the timeline.
fn widths(area: Rect, factor: f64) -> (f64, f64) {
    /// Most of the width that goes to the names.
    const MOST: f64 = 0.28;
    let width = area.width / factor;
    let names_width = names::WIDTH.min(MOST * width);
    (names_width, width - names_width)
}
