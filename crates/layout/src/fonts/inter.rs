//! Inter, the bundled font: its files, and how wide plain text is in it.

use std::sync::Arc;

use super::face::{Face, UnreadableFont};
use super::weight::Weight;

const REGULAR: &[u8] = include_bytes!("../../../../assets/fonts/Inter-Regular.ttf");
const MEDIUM: &[u8] = include_bytes!("../../../../assets/fonts/Inter-Medium.ttf");
const SEMI_BOLD: &[u8] = include_bytes!("../../../../assets/fonts/Inter-SemiBold.ttf");

/// Code points whose advances are looked up once: Latin to punctuation, nearly all text there is.
const TABLED: u32 = 0x2200;

/// One weight of Inter.
#[derive(Debug, Clone)]
pub(super) struct Inter {
    pub face: Arc<Face>,
    units_per_em: f64,
    /// Advance in font units by code point; zero for what is not plain.
    advances: Vec<u16>,
    parsed: ttf_parser::Face<'static>,
}

impl Inter {
    pub fn read(weight: Weight) -> Result<Self, UnreadableFont> {
        let bytes = match weight {
            Weight::Regular => REGULAR,
            Weight::Medium => MEDIUM,
            Weight::SemiBold => SEMI_BOLD,
        };
        let face = Face::read(bytes, 0)?;
        let parsed = ttf_parser::Face::parse(bytes, 0).map_err(|_| UnreadableFont)?;
        let advance = |code| char::from_u32(code).and_then(|c| plain_advance(&parsed, c)).unwrap_or(0);
        let advances = (0..TABLED).map(advance).collect();
        Ok(Self { units_per_em: f64::from(face.units_per_em()), face: Arc::new(face), advances, parsed })
    }

    /// Width of a plain text in ems; none if there is more to the text than one glyph of Inter after another.
    pub fn plain_width(&self, text: &str) -> Option<f64> {
        let mut sum = 0.0;
        for character in text.chars() {
            let advance = match self.advances.get(u32::from(character) as usize) {
                Some(advance) => *advance,
                None => plain_advance(&self.parsed, character).unwrap_or(0),
            };
            if advance == 0 {
                return None;
            }
            sum += f64::from(advance);
        }
        Some(sum / self.units_per_em)
    }

    pub fn covers(&self, character: char) -> bool {
        self.parsed.glyph_index(character).is_some()
    }
}

/// Advance of a character in font units; none if Inter lacks it or it has to be placed by what stands before it.
fn plain_advance(face: &ttf_parser::Face<'_>, character: char) -> Option<u16> {
    let glyph = face.glyph_index(character).filter(|_| !super::characters::joins(character))?;
    face.glyph_hor_advance(glyph)
}
