//! The one bundled font, Inter: its files, and how wide text is in it.
//!
//! Screen, paper and layout use the same files, so that what is measured here is what is painted there. Text is
//! set character by character without kerning, as painters are asked to do as well.

use serde::{Serialize, Serializer};
use ttf_parser::Face as TtfFace;
use unicode_segmentation::UnicodeSegmentation;

const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/Inter-Regular.ttf");
const MEDIUM: &[u8] = include_bytes!("../../../assets/fonts/Inter-Medium.ttf");
const SEMI_BOLD: &[u8] = include_bytes!("../../../assets/fonts/Inter-SemiBold.ttf");

/// Weight of the type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "number"))]
#[allow(missing_docs, reason = "the usual names of weights")]
pub enum Weight {
    Regular,
    Medium,
    SemiBold,
}

impl Weight {
    /// All weights, lightest first.
    pub const ALL: [Self; 3] = [Self::Regular, Self::Medium, Self::SemiBold];

    /// The weight as CSS counts it.
    pub fn css(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Medium => 500,
            Self::SemiBold => 600,
        }
    }
}

impl Serialize for Weight {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.css().serialize(serializer)
    }
}

/// One weight of the font.
#[derive(Debug, Clone)]
pub struct Face {
    bytes: &'static [u8],
    units_per_em: f64,
    /// Advance in font units by code point; zero where the font has no glyph.
    advances: Vec<u16>,
    parsed: TtfFace<'static>,
}

/// Code points whose advances are looked up once: Latin to punctuation, nearly all text there is.
const TABLED: u32 = 0x2200;

/// A face whose metrics cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadableFont;

impl Face {
    fn read(bytes: &'static [u8]) -> Result<Self, UnreadableFont> {
        let parsed = TtfFace::parse(bytes, 0).map_err(|_| UnreadableFont)?;
        let advance = |code: u32| {
            let glyph = char::from_u32(code).and_then(|c| parsed.glyph_index(c));
            glyph.and_then(|glyph| parsed.glyph_hor_advance(glyph)).unwrap_or(0)
        };
        let advances = (0..TABLED).map(advance).collect();
        Ok(Self { bytes, units_per_em: f64::from(parsed.units_per_em()), advances, parsed })
    }

    /// The font file.
    pub fn bytes(&self) -> &'static [u8] {
        self.bytes
    }

    /// Whether the font can show the character.
    pub fn covers(&self, character: char) -> bool {
        self.parsed.glyph_index(character).is_some()
    }

    /// Advance width of a text in points at a size in points.
    pub fn width(&self, text: &str, size: f64) -> f64 {
        const JOINER: char = '\u{200d}';
        let mut before = None;
        let advances = text.chars().map(|character| {
            // What a joiner ties together is shown as one.
            let is_joined = before.replace(character) == Some(JOINER);
            if is_joined { 0.0 } else { self.advance(character) }
        });
        advances.sum::<f64>() * size / self.units_per_em
    }

    fn advance(&self, character: char) -> f64 {
        let code = u32::from(character);
        let known = match self.advances.get(code as usize) {
            Some(advance) => *advance,
            None => self
                .parsed
                .glyph_index(character)
                .and_then(|glyph| self.parsed.glyph_hor_advance(glyph))
                .unwrap_or(0),
        };
        if known > 0 { f64::from(known) } else { self.units_per_em * assumed_width(character) }
    }
}

/// Width in ems of what Inter lacks and another font will show: nothing for marks that join, a full em for wide scripts.
fn assumed_width(character: char) -> f64 {
    match u32::from(character) {
        0x00..=0x1f | 0x7f..=0x9f | 0x300..=0x36f | 0x200b..=0x200f | 0x2060..=0x2064 | 0xfe00..=0xfe0f => {
            0.0
        }
        0x1100..=0x11ff | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xff00..=0xff60 => 1.0,
        // Two of these make a flag, and these only give the emoji before them a colour.
        0x1f1e6..=0x1f1ff => 0.65,
        0x1f3fb..=0x1f3ff => 0.0,
        0x1f000..=0x3ffff => 1.3,
        _ => 0.6,
    }
}

/// The font in all its weights.
#[derive(Debug, Clone)]
pub struct Fonts {
    faces: [Face; 3],
}

impl Fonts {
    /// Reads the bundled font. Takes a few milliseconds; keep it.
    ///
    /// # Panics
    /// Never in a build whose tests pass: the files are part of the program.
    #[allow(clippy::expect_used, reason = "the bundled files are checked by a test")]
    pub fn bundled() -> Self {
        let face = |bytes| Face::read(bytes).expect("the bundled font can be read");
        Self { faces: [face(REGULAR), face(MEDIUM), face(SEMI_BOLD)] }
    }

    /// One weight.
    pub fn face(&self, weight: Weight) -> &Face {
        &self.faces[weight as usize]
    }

    /// Advance width of a text in points at a size in points.
    pub fn width(&self, text: &str, weight: Weight, size: f64) -> f64 {
        self.face(weight).width(text, size)
    }

    /// The text, or its beginning with “…”, no wider than `room` points. None if not even three letters fit.
    ///
    /// It is cut between what people take for letters: an emoji of several characters stays whole.
    pub fn shortened(&self, text: &str, weight: Weight, size: f64, room: f64) -> Option<String> {
        const LEAST: usize = 3;
        if self.width(text, weight, size) <= room {
            return Some(text.to_owned());
        }
        let face = self.face(weight);
        let mut left = room - face.width("…", size);
        let mut kept = Vec::new();
        for letter in text.graphemes(true) {
            left -= face.width(letter, size);
            if left < 0.0 {
                break;
            }
            kept.push(letter);
        }
        while kept.last().is_some_and(|letter| letter.trim().is_empty()) {
            kept.pop();
        }
        (kept.len() >= LEAST).then(|| format!("{}…", kept.concat()))
    }

    /// The text in lines no wider than `room` points, broken between words; what does not fit `most` lines is shortened.
    pub fn wrapped(&self, text: &str, weight: Weight, size: f64, room: f64, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            let is_last = lines.len() == most;
            match lines.last_mut() {
                Some(line) if is_last || self.width(&format!("{line} {word}"), weight, size) <= room => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines.iter().filter_map(|line| self.shortened(line, weight, size, room)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_grows_with_size_and_weight() {
        let fonts = Fonts::bundled();
        let regular = fonts.width("Scheduled report delivery", Weight::Regular, 12.0);
        assert!(
            (fonts.width("Scheduled report delivery", Weight::Regular, 24.0) - 2.0 * regular).abs() < 1e-9
        );
        assert!(fonts.width("Scheduled report delivery", Weight::SemiBold, 12.0) > regular);
    }

    #[test]
    fn a_shortened_text_fits_and_keeps_three_letters() {
        let fonts = Fonts::bundled();
        let text = "Scheduled report delivery";
        for room in 1..200 {
            let room = f64::from(room);
            match fonts.shortened(text, Weight::Medium, 12.0, room) {
                Some(short) => {
                    assert!(fonts.width(&short, Weight::Medium, 12.0) <= room);
                    assert!(short == text || short.chars().count() >= 4);
                }
                None => assert!(room < fonts.width("Sch…", Weight::Medium, 12.0)),
            }
        }
    }

    #[test]
    fn what_is_shown_as_one_is_measured_as_one() {
        let fonts = Fonts::bundled();
        let width = |text| fonts.width(text, Weight::Regular, 10.0);
        for (sequence, alone) in [("👩‍👩‍👧‍👦", "👩"), ("👍🏽", "👍"), ("🇸🇪", "👍"), ("é", "e")]
        {
            assert!((width(sequence) - width(alone)).abs() < 1e-9, "{sequence}");
        }
    }

    #[test]
    fn letters_of_several_characters_stay_whole() {
        let fonts = Fonts::bundled();
        let families = "👩‍👩‍👧‍👦".repeat(9);
        let short = fonts.shortened(&families, Weight::Medium, 12.0, 90.0);
        assert_eq!(short.as_deref(), Some(format!("{}…", "👩‍👩‍👧‍👦".repeat(5)).as_str()));
    }

    #[test]
    fn wrapped_lines_break_between_words_and_the_last_is_shortened() {
        let fonts = Fonts::bundled();
        let wrap = |room, most| fonts.wrapped("Platform and reliability", Weight::Medium, 12.0, room, most);
        assert_eq!(wrap(200.0, 2), ["Platform and reliability"]);
        assert_eq!(wrap(80.0, 2), ["Platform and", "reliability"]);
        assert_eq!(wrap(60.0, 2), ["Platform", "and reli…"]);
        assert_eq!(wrap(60.0, 1), ["Platform…"]);
    }

    #[test]
    fn characters_that_the_font_lacks_still_take_room() {
        let fonts = Fonts::bundled();
        assert!(fonts.width("路线图", Weight::Regular, 10.0) >= 30.0);
        assert!(!fonts.face(Weight::Regular).covers('路'));
    }
}
