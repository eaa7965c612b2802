//! Pictures, and whether SVG and PDF show the same.

#![allow(clippy::unwrap_used, reason = "part of the tests")]

mod poppler;
mod sheets;

use milepost_layout::{Fonts, Node, Page, Pages, Point, Role, Shape, Theme, Weight};
use milepost_plan::Cancel;
use milepost_render::{RenderError, pdf, png};
use poppler::Document;
use resvg::tiny_skia::Pixmap;
use sheets::{at, group, small, small_page, text};

/// How far the average colours of two pictures are apart where they differ most, 0 to 255: over tiles of some points,
/// so that what one rasteriser smooths differently from another cancels out.
fn difference(one: &Pixmap, other: &Pixmap) -> u64 {
    const TILE: usize = 16;
    assert_eq!((one.width(), one.height()), (other.width(), other.height()));
    let width = usize::try_from(one.width()).unwrap();
    let columns = width.div_ceil(TILE);
    let sums = |picture: &Pixmap| {
        let rows = usize::try_from(picture.height()).unwrap().div_ceil(TILE);
        let mut sums = vec![[0_u64; 3]; columns * rows];
        for (place, pixel) in picture.pixels().iter().enumerate() {
            let tile = &mut sums[place / width / TILE * columns + place % width / TILE];
            for (sum, channel) in tile.iter_mut().zip([pixel.red(), pixel.green(), pixel.blue()]) {
                *sum += u64::from(channel);
            }
        }
        sums
    };
    let pairs = sums(one).into_iter().flatten().zip(sums(other).into_iter().flatten());
    let most = pairs.map(|(one, other)| one.abs_diff(other)).max().unwrap();
    most / u64::try_from(TILE * TILE).unwrap()
}

fn by_svg(page: &Page, fonts: &Fonts) -> Pixmap {
    Pixmap::decode_png(&png(page, &Theme::paper(), fonts, 2.0, Cancel::NEVER).unwrap()).unwrap()
}

fn by_pdf(page: Page, fonts: &Fonts) -> Pixmap {
    let pages = Pages { pages: vec![page], ..small(fonts) };
    Pixmap::decode_png(&Document::new(&pdf(&pages, fonts, Cancel::NEVER).unwrap()).raster(144)).unwrap()
}

/// Paper shows what the picture shows, but for a tolerance.
#[track_caller]
fn assert_alike(page: &Page, tolerance: u64, fonts: &Fonts) {
    let picture = by_svg(page, fonts);
    let apart = difference(&picture, &by_pdf(page.clone(), fonts));
    assert!(apart <= tolerance, "{apart}");
    // The comparison is worth something only if it notices whatever is missing.
    for left_out in 0..page.nodes.len() {
        let mut less = page.clone();
        less.nodes.remove(left_out);
        let apart = difference(&picture, &by_svg(&less, fonts));
        assert!(apart > 2 * tolerance, "without node {left_out}: {apart}");
    }
}

#[test]
fn paper_shows_what_the_picture_shows() {
    let fonts = Fonts::bundled();
    assert_alike(&small_page(&fonts), 4, &fonts);
}

/// The same text reading upwards.
fn turned(node: Node) -> Node {
    let Shape::Text(mut run) = node.shape else { return node };
    run.turned = true;
    Node { shape: Shape::Text(run), ..node }
}

#[test]
fn text_that_is_turned_stands_where_it_does_in_a_picture_and_stays_text() {
    // Rasterisers smooth the edges of turned letters more differently than those of upright ones.
    const TOLERANCE: u64 = 12;
    let fonts = Fonts::bundled();
    let head =
        |x: f64, words: &str| turned(text(&fonts, at(x, 150.0), words, Weight::SemiBold, 14.0, Role::Accent));
    let after = text(&fonts, at(80.0, 150.0), "Text after it", Weight::Regular, 12.0, Role::Ink);
    let nodes = vec![
        head(40.0, "Scheduled delivery"),
        group(None, Point { x: 12.0, y: 10.0 }, vec![head(48.0, "Łuczak ≥ Ω"), after.clone()]),
        after,
    ];
    let page = Page { width: 200.0, height: 200.0, nodes };
    assert_alike(&page, TOLERANCE, &fonts);
    let pages = Pages { pages: vec![page], ..small(&fonts) };
    let told = Document::new(&pdf(&pages, &fonts, Cancel::NEVER).unwrap()).text();
    for words in ["Scheduled delivery", "Łuczak ≥ Ω"] {
        assert!(told.contains(words), "{told}");
    }
    assert_eq!(told.matches("Text after it").count(), 2, "{told}");
}

#[test]
fn a_picture_is_as_large_as_asked() {
    let fonts = Fonts::bundled();
    let page = Page { width: 30.4, height: 10.0, nodes: Vec::new() };
    for (scale, size) in [(1.0, (30, 10)), (2.5, (76, 25)), (0.001, (1, 1))] {
        let picture =
            Pixmap::decode_png(&png(&page, &Theme::dark(), &fonts, scale, Cancel::NEVER).unwrap()).unwrap();
        assert_eq!((picture.width(), picture.height()), size);
    }
}

#[test]
fn a_picture_that_would_fill_memory_is_refused() {
    let fonts = Fonts::bundled();
    for (width, height, scale) in
        [(20_000.0, 10.0, 1.0), (10_000.0, 10_000.0, 1.0), (10.0, 10.0, f64::INFINITY)]
    {
        let page = Page { width, height, nodes: Vec::new() };
        let refused = png(&page, &Theme::light(), &fonts, scale, Cancel::NEVER);
        assert!(matches!(refused, Err(RenderError::ImageTooLarge { .. })), "{width} × {height}");
    }
}

#[test]
fn the_same_page_gives_the_same_picture() {
    let fonts = Fonts::bundled();
    let page = small_page(&fonts);
    assert!(
        png(&page, &Theme::dark(), &fonts, 1.0, Cancel::NEVER).unwrap()
            == png(&page, &Theme::dark(), &fonts, 1.0, Cancel::NEVER).unwrap()
    );
}
