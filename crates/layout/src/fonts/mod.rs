//! Fonts: how wide text is, where it is cut, and which glyphs it is set in.
//!
//! Screen, paper and layout use the same files of Inter, the bundled font, so that what is measured here is what is
//! painted there. Plain text, which is nearly all there is, is one glyph of Inter after another, without kerning. The
//! rest (what Inter lacks, marks that stand on letters) is shaped, in faces of the machine that a [`Fallback`] finds.

mod characters;
mod choosing;
mod face;
mod fallback;
mod inter;
mod kept;
mod line;
mod setting;
mod weight;

use std::sync::Arc;

use unicode_segmentation::UnicodeSegmentation;

pub use face::{Face, UnreadableFont};
pub use fallback::Fallback;
pub use line::{Glyph, Line, Piece};
pub use weight::Weight;

use choosing::Chooser;
use inter::Inter;
use kept::KeptLines;

use crate::scene::Direction;

/// The fewest letters that are worth being shown.
const LEAST: usize = 3;

/// Inter in all its weights, and what is set for the characters that it lacks.
#[derive(Debug, Clone)]
pub struct Fonts {
    inter: [Inter; 3],
    fallback: Option<Arc<dyn Fallback>>,
    kept: Arc<KeptLines>,
}

impl Fonts {
    /// Inter alone: boxes stand for what it lacks. Takes a few milliseconds; keep it.
    ///
    /// # Panics
    /// Never in a build whose tests pass: the files are part of the program.
    #[allow(clippy::expect_used, reason = "the bundled files are checked by a test")]
    pub fn bundled() -> Self {
        let read = |weight| Inter::read(weight).expect("the bundled font can be read");
        Self { inter: Weight::ALL.map(read), fallback: None, kept: Arc::default() }
    }

    /// Inter, and for what it lacks the faces that `fallback` finds.
    pub fn with_fallback(fallback: Arc<dyn Fallback>) -> Self {
        Self { fallback: Some(fallback), ..Self::bundled() }
    }

    /// One weight of Inter.
    pub fn face(&self, weight: Weight) -> &Arc<Face> {
        &self.inter(weight).face
    }

    /// The glyphs of a text that is not plain; none for plain text, which is one glyph of Inter after another.
    pub fn line(&self, text: &str, weight: Weight) -> Option<Arc<Line>> {
        self.inter(weight).plain_width(text).is_none().then(|| self.set(text, weight))
    }

    /// Advance width of a text in points at a size in points.
    pub fn width(&self, text: &str, weight: Weight, size: f64) -> f64 {
        self.measured(text, weight, size).0
    }

    /// Advance width of a text in points at a size in points, and which way it is read; no direction for plain text.
    pub fn measured(&self, text: &str, weight: Weight, size: f64) -> (f64, Option<Direction>) {
        if let Some(width) = self.inter(weight).plain_width(text) {
            return (size * width, None);
        }
        let line = self.set(text, weight);
        let direction = if line.right_to_left { Direction::RightToLeft } else { Direction::LeftToRight };
        (size * line.width, Some(direction))
    }

    /// The text, or its beginning with “…”, no wider than `room` points. None if not even three letters fit.
    ///
    /// It is cut between what people take for letters: an emoji of several characters stays whole.
    pub fn shortened(&self, text: &str, weight: Weight, size: f64, room: f64) -> Option<String> {
        if self.width(text, weight, size) <= room {
            return Some(text.to_owned());
        }
        let ellipsis = self.width("…", weight, 1.0);
        let mut kept: Vec<&str> = self.begins_within(text, weight, room / size - ellipsis);
        loop {
            while kept.last().is_some_and(|letter| letter.trim().is_empty()) {
                kept.pop();
            }
            if kept.len() < LEAST {
                return None;
            }
            let short = format!("{}…", kept.concat());
            // The last letter may have another form and width now that nothing follows it.
            if self.width(&short, weight, size) <= room {
                return Some(short);
            }
            kept.pop();
        }
    }

    /// The text in lines no wider than `room` points, broken between words, and within one that is wider than a line; what
    /// does not fit `most` lines is shortened.
    pub fn wrapped(&self, text: &str, weight: Weight, size: f64, room: f64, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let is_break = |letter: char| letter.is_whitespace() && letter != '\u{a0}';
        for word in text.split(is_break).filter(|word| !word.is_empty()) {
            let is_last = lines.len() == most;
            match lines.last_mut() {
                Some(line) if is_last || self.width(&format!("{line} {word}"), weight, size) <= room => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => {
                    let mut rest = word;
                    while lines.len() + 1 < most {
                        let Some(at) = self.break_within(rest, weight, size, room) else { break };
                        let (line, after) = rest.split_at(at);
                        lines.push(line.to_owned());
                        rest = after;
                    }
                    lines.push(rest.to_owned());
                }
            }
        }
        lines.iter().filter_map(|line| self.shortened(line, weight, size, room)).collect()
    }

    /// The byte before which a word breaks that is wider than `room` points: after a sign that joins words if it has one,
    /// else between any two letters, as scripts without spaces do. None if it fits, or if too little of it does.
    fn break_within(&self, word: &str, weight: Weight, size: f64, room: f64) -> Option<usize> {
        const JOINING: [&str; 5] = ["-", "/", "_", "–", "—"];
        /// What belongs to the letter before it.
        const NEVER_FIRST: &str = "、。，．！？：；）」』】〉》〕’”ー々…,.!?:;)]}%";
        if self.width(word, weight, size) <= room {
            return None;
        }
        let mut kept = self.begins_within(word, weight, room / size);
        // The last letter may have another form and width where nothing follows it.
        while !kept.is_empty() && self.width(&kept.concat(), weight, size) > room {
            kept.pop();
        }
        let length = |letters: &[&str]| letters.iter().map(|letter| letter.len()).sum::<usize>();
        match kept.iter().rposition(|letter| JOINING.contains(letter)) {
            Some(sign) if sign + 1 >= LEAST => kept.truncate(sign + 1),
            _ => {
                while kept.len() > LEAST
                    && word[length(&kept)..].starts_with(|next| NEVER_FIRST.contains(next))
                {
                    kept.pop();
                }
            }
        }
        (kept.len() >= LEAST).then(|| length(&kept))
    }

    /// The letters at the beginning of a text that fit `room` ems.
    fn begins_within<'t>(&self, text: &'t str, weight: Weight, room: f64) -> Vec<&'t str> {
        let line = self.line(text, weight);
        let mut widths = line.map(|line| widths_by_byte(&line, text.len()));
        let mut left = room;
        let mut kept = Vec::new();
        for (start, letter) in text.grapheme_indices(true) {
            left -= match &mut widths {
                None => self.width(letter, weight, 1.0),
                Some(widths) => widths[start..start + letter.len()].iter().sum(),
            };
            if left < 0.0 {
                break;
            }
            kept.push(letter);
        }
        kept
    }

    fn set(&self, text: &str, weight: Weight) -> Arc<Line> {
        let chooser = Chooser { inter: self.inter(weight), fallback: self.fallback.as_deref(), weight };
        self.kept.line(text, weight, || setting::set(text, &chooser))
    }

    fn inter(&self, weight: Weight) -> &Inter {
        &self.inter[weight as usize]
    }
}

/// How much of a line's width each byte of its text takes: all that a glyph takes is put down to its first byte.
fn widths_by_byte(line: &Line, bytes: usize) -> Vec<f64> {
    let mut widths = vec![0.0; bytes];
    for glyph in line.glyphs() {
        if let Some(width) = widths.get_mut(glyph.start as usize) {
            *width += f64::from(glyph.advance);
        }
    }
    widths
}

#[cfg(test)]
mod tests;
