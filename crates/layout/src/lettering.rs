//! Lettering: a size, a weight and a colour, and the lines of text that are set in them.

use crate::fonts::{Fonts, Weight};
use crate::paint::Role;
use crate::scene::{Point, TextRun};

/// How a line of text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Lettering {
    /// In points.
    pub size: f64,
    pub weight: Weight,
    pub colour: Role,
}

impl Lettering {
    pub(crate) const fn new(size: f64, weight: Weight, colour: Role) -> Self {
        Self { size, weight, colour }
    }

    /// The same in another colour.
    pub(crate) const fn coloured(self, colour: Role) -> Self {
        Self { colour, ..self }
    }

    /// Advance width of a text, in points.
    pub(crate) fn width(self, text: &str, fonts: &Fonts) -> f64 {
        fonts.width(text, self.weight, self.size)
    }

    /// A whole text whose baseline starts at a point.
    pub(crate) fn run(self, text: impl Into<String>, at: Point, fonts: &Fonts) -> TextRun {
        let text = text.into();
        let (width, direction) = fonts.measured(&text, self.weight, self.size);
        TextRun {
            at,
            text,
            size: self.size,
            weight: self.weight,
            colour: self.colour,
            width,
            direction,
            slides_to: None,
            lead: None,
            hangs: None,
            turned: false,
        }
    }

    /// A text whose baseline ends at a point.
    pub(crate) fn run_to(self, text: impl Into<String>, end: Point, fonts: &Fonts) -> TextRun {
        let mut run = self.run(text, end, fonts);
        run.at.x -= run.width;
        run
    }

    /// A text that reads upwards from a point, shortened to `room` points; none if not even three letters fit.
    pub(crate) fn run_up(self, text: &str, at: Point, room: f64, fonts: &Fonts) -> Option<TextRun> {
        Some(TextRun { turned: true, ..self.run_within(text, at, room, fonts)? })
    }

    /// A text whose baseline starts at a point, shortened to `room` points; none if not even three letters fit.
    pub(crate) fn run_within(self, text: &str, at: Point, room: f64, fonts: &Fonts) -> Option<TextRun> {
        Some(self.run(self.shortened(text, room, fonts)?, at, fonts))
    }

    /// The text, or as much of its beginning as fits `room` points; none if not even three letters fit.
    pub(crate) fn shortened(self, text: &str, room: f64, fonts: &Fonts) -> Option<String> {
        fonts.shortened(text, self.weight, self.size, room)
    }
}
