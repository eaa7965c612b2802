//! The objects by which a PDF knows its fonts (ISO 32000-1, 9.7): a composite font each, with the font program, the
//! widths, the way from codes to glyphs, and the way from codes back to characters.
//!
//! Written here and not by printpdf, which takes codes for glyphs and knows one code a character.

use std::fmt::Write;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat};
use ttf_parser::{RawFace, Tag};

use super::embedding::{EmbeddedFont, EmbeddedFonts};

/// Adds the fonts to the document, as resources of all its pages.
pub(super) fn add(document: &mut Document, fonts: &EmbeddedFonts) -> Result<(), lopdf::Error> {
    let resources: Dictionary =
        fonts.iter().map(|font| (font.key.name(), composite(document, font).into())).collect();
    let resources = document.add_object(resources);
    let sheets: Vec<ObjectId> = document.page_iter().collect();
    for sheet in sheets {
        let of_page = document.get_dictionary(sheet)?.get(b"Resources")?.as_reference()?;
        document.get_dictionary_mut(of_page)?.set("Font", resources);
    }
    Ok(())
}

/// The outlines of a font: a cut-down file of one of the two kinds.
enum Outlines {
    TrueType(Vec<u8>),
    /// The table of that name by itself; its glyphs are numbered as in the file.
    Cff(Vec<u8>),
}

impl Outlines {
    fn of(font: &EmbeddedFont) -> Self {
        let cff = RawFace::parse(&font.program, 0).ok().and_then(|face| face.table(Tag::from_bytes(b"CFF ")));
        match cff {
            Some(table) => Self::Cff(table.to_vec()),
            None => Self::TrueType(font.program.clone()),
        }
    }
}

/// The font as the content of pages speaks of it.
fn composite(document: &mut Document, font: &EmbeddedFont) -> ObjectId {
    let outlines = Outlines::of(font);
    let mut descendant = dictionary([
        ("Type", "Font".into()),
        ("BaseFont", font.name.as_str().into()),
        ("CIDSystemInfo", identity()),
        ("W", vec![1.into(), widths(font)].into()),
        ("DW", 1000.into()),
    ]);
    // Codes lead to glyphs by a map of the font for the one kind, by the encoding for the other.
    let encoding = match &outlines {
        Outlines::TrueType(_) => {
            descendant.set("Subtype", "CIDFontType2");
            descendant
                .set("CIDToGIDMap", document.add_object(Stream::new(Dictionary::new(), glyph_map(font))));
            "Identity-H".into()
        }
        Outlines::Cff(_) => {
            descendant.set("Subtype", "CIDFontType0");
            document.add_object(encoding(font)).into()
        }
    };
    descendant.set("FontDescriptor", descriptor(document, font, outlines));
    let to_unicode = document.add_object(Stream::new(Dictionary::new(), to_unicode(font).into_bytes()));
    document.add_object(dictionary([
        ("Type", "Font".into()),
        ("Subtype", "Type0".into()),
        ("BaseFont", font.name.as_str().into()),
        ("Encoding", encoding),
        ("ToUnicode", to_unicode.into()),
        ("DescendantFonts", vec![Object::Dictionary(descendant)].into()),
    ]))
}

/// What a reader wants to know of a font without reading it (ISO 32000-1, 9.8).
fn descriptor(document: &mut Document, font: &EmbeddedFont, outlines: Outlines) -> ObjectId {
    /// Not one of the fonts whose letters are symbols.
    const LETTERS: i64 = 1 << 5;
    /// No table of a font has the width of its stems; only a reader without the font program would use it.
    const STEM: i64 = 80;
    let [ascent, descent, cap_height, left, bottom, right, top] = metrics(font);
    let (file, program) = match outlines {
        Outlines::TrueType(program) => {
            let length = i64::try_from(program.len()).unwrap_or(i64::MAX);
            ("FontFile2", Stream::new(dictionary([("Length1", length.into())]), program))
        }
        Outlines::Cff(table) => {
            ("FontFile3", Stream::new(dictionary([("Subtype", "CIDFontType0C".into())]), table))
        }
    };
    let program = document.add_object(program);
    document.add_object(dictionary([
        ("Type", "FontDescriptor".into()),
        ("FontName", font.name.as_str().into()),
        ("Flags", LETTERS.into()),
        ("ItalicAngle", 0.into()),
        ("StemV", STEM.into()),
        ("Ascent", ascent),
        ("Descent", descent),
        ("CapHeight", cap_height),
        ("FontBBox", vec![left, bottom, right, top].into()),
        (file, program.into()),
    ]))
}

/// Ascent, descent, height of capitals and the box around all glyphs, in thousandths of the type size.
fn metrics(font: &EmbeddedFont) -> [Object; 7] {
    let face = ttf_parser::Face::parse(font.source.bytes(), font.source.index()).ok();
    let units = face.map(|face| {
        let bounds = face.global_bounding_box();
        let capitals = face.capital_height().unwrap_or(face.ascender());
        let (ascent, descent) = (face.ascender(), face.descender());
        [ascent, descent, capitals, bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max]
    });
    let units_per_em = i64::from(font.source.units_per_em().max(1));
    units.unwrap_or_default().map(|units| (i64::from(units) * 1000 / units_per_em).into())
}

/// Advance widths by code from code 1 on, in thousandths of the type size.
#[allow(clippy::cast_possible_truncation, reason = "widths are some thousands at most")]
fn widths(font: &EmbeddedFont) -> Object {
    let hundredths = |width: f64| Object::Real(((width * 100.0).round() / 100.0) as f32);
    font.codes.iter().map(|code| hundredths(code.width)).collect::<Vec<_>>().into()
}

/// The glyph of every code from code 0 on, two bytes each (ISO 32000-1, 9.7.4).
fn glyph_map(font: &EmbeddedFont) -> Vec<u8> {
    let glyphs = std::iter::once(0).chain(font.codes.iter().map(|code| code.glyph));
    glyphs.flat_map(u16::to_be_bytes).collect()
}

/// The same as an encoding (ISO 32000-1, 9.7.5).
fn encoding(font: &EmbeddedFont) -> Stream {
    let lines = font.codes.iter().zip(1..).map(|(code, number)| format!("<{number:04x}> {}\n", code.glyph));
    let program = character_map("Milepost-Glyphs", "Identity", 1, "cidchar", lines);
    let about = dictionary([
        ("Type", "CMap".into()),
        ("CMapName", "Milepost-Glyphs".into()),
        ("CIDSystemInfo", identity()),
    ]);
    Stream::new(about, program.into_bytes())
}

/// The characters of every code (ISO 32000-1, 9.10.3). Of a letter with dozens of marks the last ones are left out.
fn to_unicode(font: &EmbeddedFont) -> String {
    let told = font.codes.iter().zip(1..).filter(|(code, _)| !code.text.is_empty());
    let lines = told.map(|(code, number)| {
        let mut line = format!("<{number:04x}> <");
        for unit in first_units(&code.text) {
            let _ = write!(line, "{unit:04x}");
        }
        line + ">\n"
    });
    character_map("Adobe-Identity-UCS", "UCS", 2, "bfchar", lines)
}

/// As many whole characters as readers take of one code, in UTF-16.
fn first_units(text: &str) -> Vec<u16> {
    /// The format lets 256 units through, Poppler as many as it reads in 255 letters.
    const MOST: usize = 63;
    let mut units = Vec::new();
    for c in text.chars() {
        if units.len() + c.len_utf16() > MOST {
            break;
        }
        units.extend_from_slice(c.encode_utf16(&mut [0; 2]));
    }
    units
}

/// A program that maps codes, a line each.
fn character_map(
    name: &str,
    ordering: &str,
    kind: u8,
    what: &str,
    lines: impl Iterator<Item = String>,
) -> String {
    /// The most that a section may hold.
    const MOST: usize = 100;
    let mut program = format!(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo <</Registry (Adobe) /Ordering ({ordering}) /Supplement 0>> def\n\
         /CMapName /{name} def\n/CMapType {kind} def\n\
         1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
    );
    for section in lines.collect::<Vec<_>>().chunks(MOST) {
        let _ = write!(program, "{} begin{what}\n{}end{what}\n", section.len(), section.concat());
    }
    program + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
}

/// Glyphs numbered by the font itself.
fn identity() -> Object {
    let text = |text: &str| Object::String(text.into(), StringFormat::Literal);
    let about =
        dictionary([("Registry", text("Adobe")), ("Ordering", text("Identity")), ("Supplement", 0.into())]);
    Object::Dictionary(about)
}

fn dictionary<const N: usize>(entries: [(&str, Object); N]) -> Dictionary {
    entries.into_iter().collect()
}
