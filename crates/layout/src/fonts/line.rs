//! A line of text in glyphs.

use std::sync::Arc;

use super::face::Face;

/// A text in glyphs, from left to right. Lengths are in ems: times the size of the type they are points.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// In the order in which they stand, whichever way they are read.
    pub pieces: Vec<Piece>,
    /// Advance width of all.
    pub width: f64,
    /// Whether it is read from right to left on the whole.
    pub right_to_left: bool,
}

/// Glyphs of one face.
#[derive(Debug, Clone)]
pub struct Piece {
    /// Whose glyphs they are; none for characters that no font has, or that nobody would see.
    pub face: Option<Arc<Face>>,
    /// Whether it is read from right to left.
    pub right_to_left: bool,
    /// From left to right.
    pub glyphs: Vec<Glyph>,
}

/// A glyph in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// Number in its face; zero if it has none.
    pub id: u16,
    /// Where it stands, from the left end of the line.
    pub x: f32,
    /// How far above the baseline it stands.
    pub y: f32,
    /// How far the line goes on after it.
    pub advance: f32,
    /// First byte of the characters that it stands for.
    pub start: u32,
    /// The byte behind them. Of several glyphs for the same characters the widest stands for them all, the others for
    /// none.
    pub end: u32,
}

impl Glyph {
    /// The characters that it stands for, cut from the text of its line.
    pub fn text<'t>(&self, line: &'t str) -> &'t str {
        line.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

impl Line {
    /// All glyphs, from left to right.
    pub fn glyphs(&self) -> impl Iterator<Item = &Glyph> {
        self.pieces.iter().flat_map(|piece| &piece.glyphs)
    }

    /// The characters of its text that no font has, though a reader would miss them.
    pub fn missing(&self, text: &str) -> impl Iterator<Item = char> {
        let nowhere = self.pieces.iter().filter(|piece| piece.face.is_none());
        let characters = nowhere.flat_map(|piece| &piece.glyphs).flat_map(move |glyph| {
            glyph.text(text).chars().map(|character| (character, glyph.advance > 0.0))
        });
        // What takes no room is a control, or says how the sign before it looks; only marks are letters of their own.
        characters
            .filter(|(character, takes_room)| *takes_room || super::characters::joins(*character))
            .map(|(character, _)| character)
    }
}
