//! The font as a PDF carries it: each weight cut down to the characters in use.
//!
//! Every character gets a code of its own, even where two share a glyph (Δ the letter and ∆ the increment) or the font
//! has none and a box stands in. So what is copied out of the document is what went in, and widths are those that
//! the layout measured.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use milepost_layout::{Fonts, Node, Weight};
use printpdf::{
    FontId, FontMetrics, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfFontMetricsStub, Pt,
    TextItem,
};
use subsetter::GlyphRemapper;
use ttf_parser::Face;

use super::finish::Fingerprint;
use crate::RenderError;
use crate::text::{Coverage, coverage, each_text};

/// What stands for a character that the font lacks, best first.
const STAND_INS: [char; 2] = ['□', '?'];

/// The weights in use.
pub(super) struct EmbeddedFonts {
    fonts: Vec<EmbeddedFont>,
    missing: BTreeSet<char>,
}

/// One weight.
pub(super) struct EmbeddedFont {
    weight: Weight,
    /// Name with the tag of six letters that marks a subset.
    name: String,
    /// The font file, cut down.
    program: Vec<u8>,
    /// By code, from code 1 on; code 0 is for what has no glyph and never used.
    characters: Vec<Character>,
    codes: HashMap<char, u16>,
    metrics: Metrics,
}

/// A character in use.
struct Character {
    character: char,
    /// Glyph in the cut-down file.
    glyph: u16,
    /// Advance width in thousandths of the type size.
    width: f64,
}

/// What a PDF wants to know of a font, in font units.
struct Metrics {
    units_per_em: u16,
    ascent: i16,
    descent: i16,
    cap_height: i16,
    bounds: ttf_parser::Rect,
}

/// Name of a weight's font in the resources of every page.
pub(super) fn font_id(weight: Weight) -> FontId {
    FontId(format!("W{}", weight.css()))
}

impl EmbeddedFonts {
    /// Cuts the weights that the nodes use down to their characters.
    pub(super) fn for_nodes<'a>(
        nodes: impl IntoIterator<Item = &'a Node>,
        fonts: &Fonts,
    ) -> Result<Self, RenderError> {
        let mut used: BTreeMap<Weight, BTreeSet<char>> = BTreeMap::new();
        each_text(nodes, &mut |run| {
            if !run.text.is_empty() {
                used.entry(run.weight).or_default().extend(run.text.chars());
            }
        });
        let mut embedded = Self { fonts: Vec::new(), missing: BTreeSet::new() };
        for (weight, characters) in used {
            let missing = characters.iter().filter(|c| coverage(fonts, weight, **c) == Coverage::Missing);
            embedded.missing.extend(missing);
            embedded.fonts.push(EmbeddedFont::cut(weight, &characters, fonts)?);
        }
        Ok(embedded)
    }

    /// Makes the fonts resources of the document, under the names of [`font_id`].
    pub(super) fn add_to(&self, document: &mut PdfDocument) {
        for font in &self.fonts {
            document.resources.fonts.map.insert(font_id(font.weight), PdfFont::new(font.parsed()));
        }
    }

    /// A line with every character of every weight. printpdf embeds only what it sees shown.
    pub(super) fn specimen(&self) -> Vec<Op> {
        let lines = self.fonts.iter().flat_map(|font| {
            let text = font.characters.iter().map(|each| each.character).collect();
            [
                Op::SetFont { font: PdfFontHandle::External(font_id(font.weight)), size: Pt(1.0) },
                Op::ShowText { items: vec![TextItem::Text(text)] },
            ]
        });
        std::iter::once(Op::StartTextSection).chain(lines).chain([Op::EndTextSection]).collect()
    }

    /// The codes of a text, two bytes each in the document.
    pub(super) fn codes(&self, weight: Weight, text: &str) -> impl Iterator<Item = u16> {
        let font = self.fonts.iter().find(|font| font.weight == weight);
        text.chars().filter_map(move |character| font?.codes.get(&character).copied())
    }

    /// The font of that name.
    pub(super) fn named(&self, name: &[u8]) -> Option<&EmbeddedFont> {
        self.fonts.iter().find(|font| font.name.as_bytes() == name)
    }

    /// Characters that a box stands for, in order.
    pub(super) fn missing(&self) -> Vec<char> {
        self.missing.iter().copied().collect()
    }
}

impl EmbeddedFont {
    fn cut(weight: Weight, characters: &BTreeSet<char>, fonts: &Fonts) -> Result<Self, RenderError> {
        let source = fonts.face(weight);
        let unusable = |reason: String| RenderError::Font { weight, reason };
        let face = Face::parse(source.bytes(), 0).map_err(|error| unusable(error.to_string()))?;
        let stand_in = STAND_INS.into_iter().find_map(|c| face.glyph_index(c)).unwrap_or_default();
        let blank = face.glyph_index(' ').unwrap_or_default();

        let mut glyphs = GlyphRemapper::new();
        let characters: Vec<Character> = characters
            .iter()
            .map(|&character| {
                let glyph = match coverage(fonts, weight, character) {
                    Coverage::Shown => face.glyph_index(character).unwrap_or(stand_in),
                    Coverage::Invisible => blank,
                    Coverage::Missing => stand_in,
                };
                let width = source.width(character.encode_utf8(&mut [0; 4]), 1000.0);
                Character { character, glyph: glyphs.remap(glyph.0), width }
            })
            .collect();
        let program =
            subsetter::subset(source.bytes(), 0, &glyphs).map_err(|error| unusable(error.to_string()))?;
        let name = format!("{}+Inter-{weight:?}", tag(&program));
        let codes = characters.iter().zip(1..).map(|(each, code)| (each.character, code)).collect();
        Ok(Self { weight, name, program, characters, codes, metrics: Metrics::of(&face) })
    }

    /// The font as printpdf takes it. What printpdf calls a glyph is our code; [`Self::glyph_map`] leads to the glyph.
    fn parsed(&self) -> ParsedFont {
        let by_character =
            self.codes.iter().map(|(character, code)| (u32::from(*character), *code)).collect();
        let mut font = ParsedFont::with_glyph_data(
            self.program.clone(),
            0,
            Some(self.name.clone()),
            by_character,
            BTreeMap::new(),
            self.metrics.units_per_em,
            FontMetrics { ascent: self.metrics.ascent, descent: self.metrics.descent },
        );
        font.pdf_font_metrics = PdfFontMetricsStub {
            units_per_em: self.metrics.units_per_em,
            x_min: self.metrics.bounds.x_min,
            y_min: self.metrics.bounds.y_min,
            x_max: self.metrics.bounds.x_max,
            y_max: self.metrics.bounds.y_max,
            us_weight_class: self.weight.css(),
            ..PdfFontMetricsStub::default()
        };
        font
    }

    /// Advance widths by code from code 1 on, in thousandths of the type size.
    pub(super) fn widths(&self) -> impl Iterator<Item = f64> {
        self.characters.iter().map(|each| each.width)
    }

    /// The glyph of every code from code 0 on, two bytes each: the `CIDToGIDMap` of ISO 32000-1, 9.7.4.
    pub(super) fn glyph_map(&self) -> Vec<u8> {
        let glyphs = std::iter::once(0).chain(self.characters.iter().map(|each| each.glyph));
        glyphs.flat_map(u16::to_be_bytes).collect()
    }

    /// Height of capitals in thousandths of the type size.
    pub(super) fn cap_height(&self) -> i64 {
        i64::from(self.metrics.cap_height) * 1000 / i64::from(self.metrics.units_per_em)
    }
}

impl Metrics {
    fn of(face: &Face) -> Self {
        Self {
            units_per_em: face.units_per_em(),
            ascent: face.ascender(),
            descent: face.descender(),
            cap_height: face.capital_height().unwrap_or(face.ascender()),
            bounds: face.global_bounding_box(),
        }
    }
}

/// Six capitals that tell one subset of a font from another (ISO 32000-1, 9.6.4).
fn tag(program: &[u8]) -> String {
    let mut fingerprint = Fingerprint::new();
    fingerprint.add(program);
    let letters = fingerprint.bytes().into_iter().take(6);
    letters.map(|byte| char::from(b'A' + byte % 26)).collect()
}
