//! Paints scenes and pages as PDF, SVG and PNG.
//!
//! Thin matches over the shapes of the layout, which has decided everything: nothing is measured, shortened or moved
//! here. Text is set as the layout measured it: character by character without kerning or ligatures where it is plain,
//! else in the glyphs that the layout found. The same input gives the same bytes. Writes no files.

mod error;
mod outline;
mod pdf;
mod png;
mod sheet;
mod svg;
mod text;

pub use error::RenderError;
pub use pdf::pdf;
pub use png::{MOST_PIXELS, MOST_PIXELS_A_SIDE, png};
pub use sheet::sheet;
pub use svg::svg;
pub use text::missing;
