//! Paints scenes and pages as PDF, SVG and PNG.
//!
//! Thin matches over the shapes of the layout, which has decided everything: nothing is measured, shortened or moved
//! here. Text is set character by character without kerning or ligatures, as the layout measured it. The same input
//! gives the same bytes. Writes no files.

mod error;
mod pdf;
mod png;
mod sheet;
mod svg;
mod text;

pub use error::RenderError;
pub use pdf::{Pdf, pdf};
pub use png::{MOST_PIXELS, MOST_PIXELS_A_SIDE, png};
pub use sheet::sheet;
pub use svg::svg;
