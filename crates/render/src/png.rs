//! A page as a PNG: its SVG, rasterised with the bundled font.
//!
//! Text that Inter is not enough for is painted as outlines, so that it looks as it does on paper.

use std::sync::Arc;

use milepost_layout::{Fonts, Page, Theme, Weight};
use milepost_plan::Cancel;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};

use crate::RenderError;
use crate::svg::{Foreign, paint};

/// The longest side of a picture, in pixels.
pub const MOST_PIXELS_A_SIDE: u64 = 16_384;

/// The most pixels of a picture: a quarter of a gigabyte of memory.
pub const MOST_PIXELS: u64 = 64_000_000;

/// Paints a page as PNG, `scale` pixels a point, on the theme's ground.
///
/// # Errors
/// [`RenderError::ImageTooLarge`] beyond [`MOST_PIXELS`] or [`MOST_PIXELS_A_SIDE`]; [`RenderError::Cancelled`], which
/// comes only after the step that is under way, since the raster library does not look up from it.
pub fn png(
    page: &Page,
    theme: &Theme,
    fonts: &Fonts,
    scale: f64,
    cancel: Cancel<'_>,
) -> Result<Vec<u8>, RenderError> {
    let mut pixmap = canvas(page, scale)?;
    let options =
        Options { fontdb: Arc::new(database(fonts)), font_family: "Inter".to_owned(), ..Options::default() };
    let svg = paint(page, theme, fonts, Foreign::Outlines);
    cancel.check()?;
    let tree = Tree::from_str(&svg, &options).map_err(|error| RenderError::Image(error.to_string()))?;
    cancel.check()?;
    #[allow(clippy::cast_possible_truncation, reason = "a scale needs no double precision")]
    let scale = scale as f32;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    cancel.check()?;
    pixmap.encode_png().map_err(|error| RenderError::Image(error.to_string()))
}

/// An empty picture of the page's size, at least one pixel.
fn canvas(page: &Page, scale: f64) -> Result<Pixmap, RenderError> {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` stops at the limits of a u64"
    )]
    let pixels = |length: f64| (length * scale).round().max(1.0) as u64;
    let (width, height) = (pixels(page.width), pixels(page.height));
    let too_large = RenderError::ImageTooLarge { width, height };
    if width.max(height) > MOST_PIXELS_A_SIDE || width * height > MOST_PIXELS {
        return Err(too_large);
    }
    match (u32::try_from(width), u32::try_from(height)) {
        (Ok(width), Ok(height)) => Pixmap::new(width, height).ok_or(too_large),
        _ => Err(too_large),
    }
}

/// The bundled font.
fn database(fonts: &Fonts) -> Database {
    let mut database = Database::new();
    for weight in Weight::ALL {
        let face = without_substitutions(fonts.face(weight).bytes());
        database.load_font_source(Source::Binary(Arc::new(face)));
    }
    database
}

/// The font without its table of substitutions, which would turn "->" into an arrow and so change measured widths;
/// the rasteriser has no other switch for it.
fn without_substitutions(font: &[u8]) -> Vec<u8> {
    const HEADER: usize = 12;
    const RECORD: usize = 16;
    let mut font = font.to_vec();
    let tables = font.get(4..6).map_or(0, |count| usize::from(count[0]) * 256 + usize::from(count[1]));
    let directory = font.get_mut(HEADER..).unwrap_or_default();
    // Tables are found by name in alphabetical order: the new name is unknown and keeps the order.
    if let Some(record) =
        directory.chunks_exact_mut(RECORD).take(tables).find(|record| record.starts_with(b"GSUB"))
    {
        record[..4].copy_from_slice(b"GSUC");
    }
    font
}
