//! Sets a text: splits it by direction and by face, shapes each part and puts the glyphs in a line.
//!
//! The direction of a text as a whole is that of its first letter (UAX 9, P2 and P3), on screen as well as on paper.

use std::ops::Range;
use std::sync::Arc;

use harfrust::{Direction, Feature, GlyphBuffer, Tag, UnicodeBuffer};
use unicode_bidi::ParagraphBidiInfo;

use super::characters::assumed_width;
use super::choosing::{Choice, Chooser};
use super::face::Face;
use super::line::{Glyph, Line, Piece};

/// Switched off for Inter, so that its letters are as wide as in plain text.
const PLAIN: [&[u8; 4]; 4] = [b"kern", b"liga", b"clig", b"calt"];

/// Sets a text in the faces that a chooser finds.
pub(super) fn set(text: &str, chooser: &Chooser<'_>) -> Line {
    let choices = chooser.choices(text);
    let bidi = ParagraphBidiInfo::new(text, None);
    let mut line = Line { right_to_left: bidi.paragraph_level.is_rtl(), ..Line::default() };
    if text.is_empty() {
        return line;
    }
    let (levels, runs) = bidi.visual_runs(0..text.len());
    for run in runs {
        let right_to_left = levels[run.start].is_rtl();
        let mut parts: Vec<Choice> = choices.iter().filter_map(|choice| overlap(choice, &run)).collect();
        if right_to_left {
            parts.reverse();
        }
        for part in parts {
            let is_inter = part.face.as_ref().is_some_and(|face| Arc::ptr_eq(face, &chooser.inter.face));
            let glyphs = match &part.face {
                Some(face) => shaped(text, &part.bytes, face, right_to_left, is_inter),
                None => stand_ins(text, &part.bytes, right_to_left),
            };
            append(&mut line, Piece { face: part.face, right_to_left, glyphs });
        }
    }
    line
}

/// The part of a stretch that is in a run.
fn overlap(choice: &Choice, run: &Range<usize>) -> Option<Choice> {
    let bytes = choice.bytes.start.max(run.start)..choice.bytes.end.min(run.end);
    (!bytes.is_empty()).then(|| Choice { bytes, face: choice.face.clone() })
}

/// Puts glyphs at the end of a line, which were set as if they stood at its start.
fn append(line: &mut Line, mut piece: Piece) {
    let mut width = 0.0;
    for glyph in &mut piece.glyphs {
        width += f64::from(glyph.advance);
        glyph.x += single(line.width);
    }
    line.width += width;
    line.pieces.push(piece);
}

/// Boxes for what no font has, from left to right.
fn stand_ins(text: &str, bytes: &Range<usize>, right_to_left: bool) -> Vec<Glyph> {
    /// Ties the characters around it together, which are then shown as one.
    const JOINER: char = '\u{200d}';
    let mut before = text[..bytes.start].chars().next_back();
    let mut characters: Vec<_> = text[bytes.clone()]
        .char_indices()
        .map(|(at, character)| {
            let is_joined = before.replace(character) == Some(JOINER);
            let advance = if is_joined { 0.0 } else { assumed_width(character) };
            let start = bytes.start + at;
            (start..start + character.len_utf8(), single(advance))
        })
        .collect();
    if right_to_left {
        characters.reverse();
    }
    let mut x = 0.0;
    let place = |(bytes, advance): (Range<usize>, f32)| {
        let glyph =
            Glyph { id: 0, x, y: 0.0, advance, start: place_of(bytes.start), end: place_of(bytes.end) };
        x += advance;
        glyph
    };
    characters.into_iter().map(place).collect()
}

/// Glyphs of a face, from left to right.
fn shaped(text: &str, bytes: &Range<usize>, face: &Face, right_to_left: bool, is_inter: bool) -> Vec<Glyph> {
    let mut buffer = UnicodeBuffer::new();
    buffer.set_pre_context(&text[..bytes.start]);
    buffer.push_str(&text[bytes.clone()]);
    buffer.set_post_context(&text[bytes.end..]);
    buffer.set_direction(if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight });
    buffer.guess_segment_properties();
    let off = PLAIN.map(|tag| Feature::new(Tag::new(tag), 0, ..));
    let features: &[Feature] = if is_inter { &off } else { &[] };
    let Some(set) = face.shape(buffer, features) else { return stand_ins(text, bytes, right_to_left) };
    placed(&set, bytes, f32::from(face.units_per_em()), right_to_left)
}

/// What the shaper answers, in ems and with the characters that each glyph stands for.
fn placed(set: &GlyphBuffer, bytes: &Range<usize>, units_per_em: f32, right_to_left: bool) -> Vec<Glyph> {
    let (infos, positions) = (set.glyph_infos(), set.glyph_positions());
    #[allow(clippy::cast_precision_loss, reason = "lengths in fonts are some thousand units")]
    let ems = |units: i32| units as f32 / units_per_em;
    let mut glyphs = Vec::with_capacity(infos.len());
    let mut x = 0.0;
    for group in infos.chunk_by(|one, other| one.cluster == other.cluster) {
        let first = glyphs.len();
        let next = if right_to_left { first.checked_sub(1) } else { Some(first + group.len()) };
        let end = next.and_then(|next| infos.get(next)).map_or(bytes.len(), |info| info.cluster as usize);
        let start = bytes.start + group[0].cluster as usize;
        let widest = widest(&positions[first..first + group.len()]);
        for (number, info) in group.iter().enumerate() {
            let position = positions[first + number];
            let end = if number == widest { bytes.start + end } else { start };
            glyphs.push(Glyph {
                id: u16::try_from(info.glyph_id).unwrap_or_default(),
                x: x + ems(position.x_offset),
                y: ems(position.y_offset),
                advance: ems(position.x_advance),
                start: place_of(start),
                end: place_of(end),
            });
            x += ems(position.x_advance);
        }
    }
    glyphs
}

/// The first of the widest.
fn widest(positions: &[harfrust::GlyphPosition]) -> usize {
    let most = positions.iter().map(|position| position.x_advance).max();
    positions.iter().position(|position| Some(position.x_advance) == most).unwrap_or_default()
}

fn place_of(byte: usize) -> u32 {
    u32::try_from(byte).unwrap_or(u32::MAX)
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "a place in a line is told well enough in single precision"
)]
fn single(length: f64) -> f32 {
    length as f32
}
