//! Why something could not be painted.

use milepost_plan::Cancelled;

use crate::png::{MOST_PIXELS, MOST_PIXELS_A_SIDE};

/// Why something could not be painted. All but [`RenderError::ImageTooLarge`] and [`RenderError::Cancelled`]
/// are defects of the program.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A picture of that size would not fit in memory. A smaller scale or a shorter range helps.
    #[error(
        "a picture of {width} × {height} pixels is too large: \
         {MOST_PIXELS_A_SIDE} a side and {MOST_PIXELS} in all are the most"
    )]
    ImageTooLarge {
        /// Width asked for, in pixels.
        width: u64,
        /// Height asked for, in pixels.
        height: u64,
    },
    /// A font cannot be cut down to the glyphs in use.
    #[error("the font {name} cannot be embedded: {reason}")]
    Font {
        /// Its PostScript name.
        name: String,
        /// What the font library says.
        reason: String,
    },
    /// The PDF library refuses what it was given.
    #[error("the PDF cannot be written: {0}")]
    Pdf(String),
    /// The raster library refuses what it was given.
    #[error("the picture cannot be painted: {0}")]
    Image(String),
    /// Nobody wants it any more.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}
