//! One sheet of paper: its margins, and what of it is left for the chart.

use super::hues::Hues;
use super::{PageOptions, legend};
use crate::fonts::Fonts;
use crate::scene::Rect;

/// Space that no printer reaches and no hand should cover: half an inch.
const MARGIN: f64 = 36.0;
/// Height of the header of a chart page, in points.
const HEADER: f64 = 24.0;
/// Space above the footer, in points.
const ABOVE_FOOTER: f64 = 10.0;

/// The measures of a sheet, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sheet {
    /// What lies inside the margins.
    pub frame: Rect,
    /// Height of the footer.
    pub footer: f64,
}

impl Sheet {
    pub(super) fn new(options: &PageOptions, has_strip: bool, hues: &Hues, fonts: &Fonts) -> Self {
        let (width, height) = options.paper.size(options.orientation);
        let frame = Rect::new(MARGIN, MARGIN, width - 2.0 * MARGIN, height - 2.0 * MARGIN);
        let footer = legend::height(frame.width, (options.view.roadmap, has_strip), hues, fonts);
        Self { frame, footer }
    }

    /// Where the chart stands on a page of its own.
    pub(super) fn chart(&self) -> Rect {
        self.chart_below(self.frame.y + HEADER)
    }

    /// Where the chart stands under something that ends at `y`.
    pub(super) fn chart_below(&self, y: f64) -> Rect {
        self.between(y, self.footer)
    }

    /// Where a report stands, which has no legend at its foot.
    pub(super) fn report(&self) -> Rect {
        self.between(self.frame.y + HEADER, legend::LEAST)
    }

    fn between(&self, y: f64, footer: f64) -> Rect {
        let bottom = self.frame.bottom() - footer - ABOVE_FOOTER;
        Rect::new(self.frame.x, y, self.frame.width, (bottom - y).max(0.0))
    }
}
