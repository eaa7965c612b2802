//! Pages as a PDF: vector, text that can be selected, the font embedded and cut down to what is used.
//!
//! printpdf makes the document; [`finish`] mends what it leaves out. No other module of Milepost knows either library.

mod content;
mod embedding;
mod finish;
mod outline;

use milepost_layout::{Fonts, Pages, Theme};
use printpdf::{PdfDocument, PdfParseErrorSeverity, PdfSaveOptions};

use crate::RenderError;
use embedding::EmbeddedFonts;

/// A finished document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// Characters that no bundled font has, in order. A box stands for each; searching and copying still find them.
    pub missing: Vec<char>,
}

/// Paints pages as a PDF, in the colours of paper.
///
/// # Errors
/// Only if the program is at fault: if a bundled font cannot be cut down, or printpdf reports an error.
pub fn pdf(pages: &Pages, fonts: &Fonts) -> Result<Pdf, RenderError> {
    let theme = Theme::paper();
    let embedded = EmbeddedFonts::for_pages(pages, fonts)?;
    let mut document = PdfDocument::new(&pages.title);
    embedded.add_to(&mut document);
    document.pages = pages.pages.iter().map(|page| content::page(page, &theme)).collect();

    let mut warnings = Vec::new();
    let raw = document.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    if let Some(warning) = warnings.iter().find(|warning| warning.severity == PdfParseErrorSeverity::Error) {
        return Err(RenderError::Pdf(warning.msg.clone()));
    }
    let bytes = finish::finish(raw, pages, &embedded).map_err(|error| RenderError::Pdf(error.to_string()))?;
    Ok(Pdf { bytes, missing: embedded.missing() })
}
