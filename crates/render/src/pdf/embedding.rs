//! Fonts as a PDF carries them: each cut down to the glyphs in use.
//!
//! A code stands for a glyph together with the characters that it is shown for. So two characters that share a glyph
//! (Δ the letter and ∆ the increment) have a code each, as have those that no font has and a box stands in for, and
//! what is copied out of the document is what went in. Widths are those that the layout measured.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use milepost_layout::{Face, Fonts, Glyph, Node, Piece, TextRun, Weight};
use subsetter::GlyphRemapper;

use super::finish::Fingerprint;
use crate::RenderError;
use crate::text::{StandIn, each_text};

/// Which font of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FontKey {
    /// A weight of Inter.
    Inter(Weight),
    /// One that Inter is not enough for, in the order of their first use.
    Other(usize),
}

impl FontKey {
    /// Its name in the resources of every page.
    pub(super) fn name(self) -> String {
        match self {
            Self::Inter(weight) => format!("W{}", weight.css()),
            Self::Other(number) => format!("F{number}"),
        }
    }
}

/// The fonts in use.
pub(super) struct EmbeddedFonts {
    fonts: Vec<EmbeddedFont>,
}

/// One font.
pub(super) struct EmbeddedFont {
    pub(super) key: FontKey,
    /// The whole font.
    pub(super) source: Arc<Face>,
    /// Name with the tag of six letters that marks a subset.
    pub(super) name: String,
    /// The font file, cut down.
    pub(super) program: Vec<u8>,
    /// By code, from code 1 on; code 0 is for what has no glyph and never used.
    pub(super) codes: Vec<Code>,
    by_character: HashMap<char, u16>,
    by_sign: HashMap<Sign, u16>,
}

/// What a code stands for.
pub(super) struct Code {
    /// The characters; none if the glyph belongs to those of another.
    pub(super) text: String,
    /// Glyph in the cut-down file.
    pub(super) glyph: u16,
    /// Advance width in thousandths of the type size.
    pub(super) width: f64,
}

/// A glyph and what it is shown for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Sign {
    /// A character in plain text.
    Character(char),
    /// Something in place of a character.
    Instead(char, StandIn),
    /// A glyph of the whole font.
    Glyph(u16, String),
}

impl Sign {
    /// The signs of a glyph of a piece of a text, as they are shown one after the other.
    ///
    /// Readers take letters that are read from right to left one by one, from the last to the first. So a glyph for
    /// several is shown for the first of them, and before it blanks for the others.
    fn of(glyph: &Glyph, piece: &Piece, text: &str) -> Vec<Self> {
        let text = glyph.text(text);
        let mut letters = text.chars();
        let Some(first) = letters.next() else { return vec![Self::Glyph(glyph.id, String::new())] };
        let Some(face) = &piece.face else { return vec![Self::Instead(first, StandIn::of(glyph))] };
        if piece.right_to_left && !letters.as_str().is_empty() && face.covers(' ') {
            let blanks = letters.rev().map(|letter| Self::Instead(letter, StandIn::Blank));
            blanks.chain([Self::Glyph(glyph.id, first.to_string())]).collect()
        } else {
            vec![Self::Glyph(glyph.id, text.to_owned())]
        }
    }
}

/// What of a font is in use.
struct Use {
    key: FontKey,
    source: Arc<Face>,
    signs: BTreeSet<Sign>,
}

impl EmbeddedFonts {
    /// Cuts the fonts that the nodes use down to their glyphs.
    pub(super) fn for_nodes<'a>(
        nodes: impl IntoIterator<Item = &'a Node>,
        fonts: &Fonts,
    ) -> Result<Self, RenderError> {
        let inter = |weight| Use::none(FontKey::Inter(weight), fonts.face(weight));
        let mut uses = Vec::from(Weight::ALL.map(inter));
        each_text(nodes, &mut |run| take(run, fonts, &mut uses));
        uses.retain(|font| !font.signs.is_empty());
        let fonts = uses.into_iter().map(EmbeddedFont::cut).collect::<Result<_, _>>()?;
        Ok(Self { fonts })
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &EmbeddedFont> {
        self.fonts.iter()
    }

    /// The font of a weight of Inter, if it is in use.
    pub(super) fn inter(&self, weight: Weight) -> Option<&EmbeddedFont> {
        self.fonts.iter().find(|font| font.key == FontKey::Inter(weight))
    }

    /// The font that a piece of a text in that weight is set in.
    pub(super) fn of(&self, piece: &Piece, weight: Weight) -> Option<&EmbeddedFont> {
        match &piece.face {
            None => self.inter(weight),
            Some(face) => self.fonts.iter().find(|font| Arc::ptr_eq(&font.source, face)),
        }
    }
}

/// Notes what a text uses.
fn take(run: &TextRun, fonts: &Fonts, uses: &mut Vec<Use>) {
    let Some(line) = fonts.line(&run.text, run.weight) else {
        uses[run.weight as usize].signs.extend(run.text.chars().map(Sign::Character));
        return;
    };
    for piece in &line.pieces {
        let signs = piece.glyphs.iter().flat_map(|glyph| Sign::of(glyph, piece, &run.text));
        let place = match &piece.face {
            None => run.weight as usize,
            Some(face) => place_of(face, uses),
        };
        uses[place].signs.extend(signs);
    }
}

/// Where a face stands in the list, to which it is added if it is new.
fn place_of(face: &Arc<Face>, uses: &mut Vec<Use>) -> usize {
    uses.iter().position(|font| Arc::ptr_eq(&font.source, face)).unwrap_or_else(|| {
        uses.push(Use::none(FontKey::Other(uses.len() - Weight::ALL.len()), face));
        uses.len() - 1
    })
}

impl Use {
    fn none(key: FontKey, source: &Arc<Face>) -> Self {
        Self { key, source: Arc::clone(source), signs: BTreeSet::new() }
    }
}

impl EmbeddedFont {
    fn cut(font: Use) -> Result<Self, RenderError> {
        let source = font.source;
        let unusable = |reason: String| RenderError::Font { name: source.name().to_owned(), reason };
        let face = ttf_parser::Face::parse(source.bytes(), source.index())
            .map_err(|error| unusable(error.to_string()))?;
        let mut glyphs = GlyphRemapper::new();
        let codes: Vec<Code> = font.signs.iter().map(|sign| code(sign, &face, &mut glyphs)).collect();
        let program = subsetter::subset(source.bytes(), source.index(), &glyphs)
            .map_err(|error| unusable(error.to_string()))?;
        let name = format!("{}+{}", tag(&program), printable(source.name()));
        let numbered = || font.signs.iter().zip(1..);
        let by_character = numbered().filter_map(|(sign, code)| match sign {
            Sign::Character(character) => Some((*character, code)),
            _ => None,
        });
        let by_character = by_character.collect();
        let by_sign = numbered().map(|(sign, code)| (sign.clone(), code)).collect();
        Ok(Self { key: font.key, name, program, codes, by_character, by_sign, source })
    }

    /// The codes of a plain text, two bytes each in the document.
    pub(super) fn codes_of(&self, text: &str) -> impl Iterator<Item = u16> {
        text.chars().filter_map(|character| self.by_character.get(&character).copied())
    }

    /// The codes by which a glyph of a piece of a text is shown, and their widths in ems.
    pub(super) fn codes_for(&self, glyph: &Glyph, piece: &Piece, text: &str) -> Vec<(u16, f64)> {
        let codes = Sign::of(glyph, piece, text).into_iter().filter_map(|sign| {
            let code = *self.by_sign.get(&sign)?;
            let width = self.codes.get(usize::from(code).checked_sub(1)?)?.width;
            Some((code, width / 1000.0))
        });
        codes.collect()
    }
}

/// What a code has to tell of a sign.
fn code(sign: &Sign, face: &ttf_parser::Face<'_>, glyphs: &mut GlyphRemapper) -> Code {
    let of = |character| face.glyph_index(character);
    let (glyph, text) = match sign {
        Sign::Character(character) => (of(*character), character.to_string()),
        Sign::Instead(character, StandIn::Box) => (StandIn::glyph(face), character.to_string()),
        Sign::Instead(character, StandIn::Blank) => (of(' '), character.to_string()),
        Sign::Glyph(id, text) => (Some(ttf_parser::GlyphId(*id)), text.clone()),
    };
    let glyph = glyph.unwrap_or_default();
    let advance = match sign {
        Sign::Instead(_, StandIn::Blank) => 0,
        _ => face.glyph_hor_advance(glyph).unwrap_or_default(),
    };
    let width = f64::from(advance) * 1000.0 / f64::from(face.units_per_em());
    Code { text, glyph: glyphs.remap(glyph.0), width }
}

/// The name of a font with what a PDF's names hold without escaping.
fn printable(name: &str) -> String {
    let plain: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    if plain.is_empty() { "Unnamed".to_owned() } else { plain }
}

/// Six capitals that tell one subset of a font from another (ISO 32000-1, 9.6.4).
fn tag(program: &[u8]) -> String {
    let mut fingerprint = Fingerprint::new();
    fingerprint.add(program);
    let letters = fingerprint.bytes().into_iter().take(6);
    letters.map(|byte| char::from(b'A' + byte % 26)).collect()
}
