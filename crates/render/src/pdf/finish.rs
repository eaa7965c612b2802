//! The finishing pass: what printpdf leaves out of a document, or gets wrong.
//!
//! Version, document information, language, page labels, outline, fonts, and an identity that
//! depends on the content alone, so that the same pages give the same file.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, ObjectId, SaveOptions, Stream, StringFormat, text_string};
use milepost_layout::Pages;

use super::embedding::EmbeddedFonts;
use super::{fonts, outline};

/// Mends the document and writes it.
pub(super) fn finish(
    mut document: Document,
    pages: &Pages,
    drawings: Vec<Vec<u8>>,
    embedded: &EmbeddedFonts,
) -> Result<Vec<u8>, lopdf::Error> {
    document.version = "1.7".to_owned();
    put_in(&mut document, drawings)?;
    describe(&mut document, pages)?;
    catalogue(&mut document, pages)?;
    fonts::add(&mut document, embedded)?;
    document.compress();
    identify(&mut document, pages);

    // Thousands of outline entries would double the size of the file if each stood by itself.
    let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true);
    let mut bytes = Vec::new();
    document
        .save_with_options(&mut bytes, options.max_objects_per_stream(200).compression_level(6).build())?;
    Ok(bytes)
}

/// Gives every page its drawing.
fn put_in(document: &mut Document, drawings: Vec<Vec<u8>>) -> Result<(), lopdf::Error> {
    let sheets: Vec<ObjectId> = document.page_iter().collect();
    for (sheet, drawing) in sheets.into_iter().zip(drawings) {
        let content = document.get_dictionary(sheet)?.get(b"Contents")?.as_reference()?;
        document.set_object(content, deflated(&drawing)?);
    }
    Ok(())
}

/// A compressed stream. lopdf's own compression tries hardest, which takes three times as long for one percent.
fn deflated(content: &[u8]) -> Result<Stream, lopdf::Error> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content)?;
    let filter = Dictionary::from_iter([("Filter", "FlateDecode".into())]);
    Ok(Stream::new(filter, encoder.finish()?))
}

/// Document information (ISO 32000-1, 14.3.3). printpdf's claims conformance with PDF/X, which is not so.
fn describe(document: &mut Document, pages: &Pages) -> Result<(), lopdf::Error> {
    let date = format!("D:{}000000Z", pages.date.to_string().replace('-', ""));
    let producer = concat!("Milepost ", env!("CARGO_PKG_VERSION"));
    let mut information = Dictionary::new();
    information.set("Title", text_string(&pages.title));
    if !pages.author.is_empty() {
        information.set("Author", text_string(&pages.author));
    }
    information.set("Creator", text_string("Milepost"));
    information.set("Producer", text_string(producer));
    information.set("CreationDate", text_string(&date));
    information.set("ModDate", text_string(&date));
    let id = document.trailer.get(b"Info")?.as_reference()?;
    document.set_object(id, information);
    Ok(())
}

/// What a reader program wants to know first (ISO 32000-1, 7.7.2).
fn catalogue(document: &mut Document, pages: &Pages) -> Result<(), lopdf::Error> {
    let outline = outline::add(document, pages);
    let catalogue = document.catalog_mut()?;
    catalogue.set("Lang", text_string(&pages.language));
    catalogue.set("PageLayout", "SinglePage");
    catalogue
        .set("PageLabels", dictionary([("Nums", vec![0.into(), dictionary([("S", "D".into())])].into())]));
    catalogue.set("ViewerPreferences", dictionary([("DisplayDocTitle", true.into())]));
    if let Some(outline) = outline {
        catalogue.set("Outlines", outline);
        catalogue.set("PageMode", "UseOutlines");
    }
    Ok(())
}

fn dictionary<const N: usize>(entries: [(&str, Object); N]) -> Object {
    Object::Dictionary(entries.into_iter().collect())
}

/// Replaces printpdf's random identifiers (ISO 32000-1, 14.4) by one that follows from the content.
fn identify(document: &mut Document, pages: &Pages) {
    let mut fingerprint = Fingerprint::new();
    for object in document.objects.values() {
        if let Object::Stream(stream) = object {
            fingerprint.add(&stream.content);
        }
    }
    for text in [&pages.title, &pages.author, &pages.language, &pages.date.to_string()] {
        fingerprint.add(text.as_bytes());
    }
    for entry in &pages.outline {
        fingerprint.add(entry.title.as_bytes());
    }
    let id = Object::String(fingerprint.bytes().to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
}

/// Tells contents apart: FNV-1a with 128 bits. Not meant against anybody who wants two contents to look the same.
pub(super) struct Fingerprint(u128);

impl Fingerprint {
    pub(super) fn new() -> Self {
        Self(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }

    /// Takes in a part; where one ends and the next begins counts.
    pub(super) fn add(&mut self, part: &[u8]) {
        for byte in part.iter().copied().chain(part.len().to_be_bytes()) {
            self.0 = (self.0 ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
    }

    pub(super) fn bytes(&self) -> [u8; 16] {
        self.0.to_be_bytes()
    }
}
