//! Text as the outlines of its glyphs, for painters that cannot be told which glyphs to show.

use std::fmt::Write;

use milepost_layout::{Face, Fonts, Line, TextRun};
use ttf_parser::OutlineBuilder;

use crate::svg::Length;
use crate::text::StandIn;

/// The outlines of a text that is not plain, as the `d` of an SVG path.
pub(crate) fn outlines(run: &TextRun, line: &Line, fonts: &Fonts) -> String {
    let mut pen = Pen { out: String::new(), x: 0.0, y: 0.0, scale: 0.0 };
    for piece in &line.pieces {
        let inter = fonts.face(run.weight);
        let face = piece.face.as_ref().unwrap_or(inter);
        let stand_in = if piece.face.is_none() { box_of(inter) } else { None };
        pen.scale = run.size / f64::from(face.units_per_em());
        for glyph in &piece.glyphs {
            pen.x = run.at.x + f64::from(glyph.x) * run.size;
            pen.y = run.at.y - f64::from(glyph.y) * run.size;
            match stand_in {
                None => face.outline(glyph.id, &mut pen),
                Some(id) if StandIn::of(glyph) == StandIn::Box => face.outline(id, &mut pen),
                Some(_) => {}
            }
        }
    }
    pen.out
}

fn box_of(face: &Face) -> Option<u16> {
    let parsed = ttf_parser::Face::parse(face.bytes(), face.index()).ok()?;
    Some(StandIn::glyph(&parsed)?.0)
}

/// Writes outlines where a glyph stands.
struct Pen {
    out: String,
    /// The glyph's origin, in points.
    x: f64,
    y: f64,
    /// Points in a font unit.
    scale: f64,
}

impl Pen {
    fn step(&mut self, letter: char, places: &[(f32, f32)]) {
        self.out.push(letter);
        for (number, (x, y)) in places.iter().enumerate() {
            let before = if number > 0 { " " } else { "" };
            let (x, y) = (self.x + f64::from(*x) * self.scale, self.y - f64::from(*y) * self.scale);
            let _ = write!(self.out, "{before}{} {}", Length(x), Length(y));
        }
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.step('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.step('L', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.step('Q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.step('C', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.out.push('Z');
    }
}
