//! Pages as a PDF: vector, text that can be selected, fonts embedded and cut down to what is used.
//!
//! printpdf makes the document; [`finish`] mends what it leaves out. No other module of Milepost knows either library.

mod content;
mod embedding;
mod finish;
mod fonts;
mod outline;

use milepost_layout::{Fonts, Page, Pages, Theme};
use milepost_plan::{Cancel, Cancelled};
use printpdf::{PdfDocument, PdfPage, PdfParseErrorSeverity, PdfSaveOptions, Pt, Rect};

use crate::RenderError;
use embedding::EmbeddedFonts;

/// Paints pages as a PDF, in the colours of paper.
///
/// # Errors
/// If it is cancelled; else only if the program is at fault: if a font cannot be cut down, or printpdf reports an error.
pub fn pdf(pages: &Pages, fonts: &Fonts, cancel: Cancel<'_>) -> Result<Vec<u8>, RenderError> {
    cancel.check()?;
    let theme = Theme::paper();
    let embedded = EmbeddedFonts::for_nodes(pages.pages.iter().flat_map(|page| &page.nodes), fonts)?;
    let mut document = PdfDocument::new(&pages.title);
    document.pages = pages.pages.iter().map(sheet).collect();

    cancel.check()?;
    let mut warnings = Vec::new();
    let raw = document.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    if let Some(warning) = warnings.iter().find(|warning| warning.severity == PdfParseErrorSeverity::Error) {
        return Err(RenderError::Pdf(warning.msg.clone()));
    }
    let draw = |page| cancel.check().map(|()| content::draw(page, &theme, fonts, &embedded));
    let drawings = pages.pages.iter().map(draw).collect::<Result<Vec<_>, Cancelled>>()?;
    cancel.check()?;
    finish::finish(raw, pages, drawings, &embedded).map_err(|error| RenderError::Pdf(error.to_string()))
}

/// A page without its drawing.
#[allow(clippy::cast_possible_truncation, reason = "a page is small enough for single precision")]
fn sheet(page: &Page) -> PdfPage {
    let paper = Rect::from_wh(Pt(page.width as f32), Pt(page.height as f32));
    PdfPage { media_box: paper.clone(), trim_box: paper.clone(), crop_box: paper, ops: Vec::new() }
}
