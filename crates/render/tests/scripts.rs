//! Text that Inter is not enough for, on paper, as SVG and as a picture.

#![allow(clippy::unwrap_used, reason = "part of the tests")]

mod poppler;
mod sheets;

use milepost_layout::{Fonts, Page, Pages, Role, Theme, Weight};
use milepost_plan::Cancel;
use milepost_render::{missing, pdf, png, svg};
use milepost_testkit::fonts;
use poppler::Document;
use resvg::tiny_skia::Pixmap;
use sheets::{at, small, text};

/// A page with a line of text each.
fn saying(lines: &[&str], fonts: &Fonts) -> Pages {
    let nodes = (1_u8..).zip(lines).map(|(row, line)| {
        text(fonts, at(20.0, f64::from(row) * 30.0), line, Weight::Medium, 16.0, Role::Ink)
    });
    let page = Page { width: 300.0, height: 200.0, nodes: nodes.collect() };
    Pages { pages: vec![page], outline: Vec::new(), ..small(fonts) }
}

const LINES: [&str; 6] =
    ["路线图 2027", "דּוחות", "تقرير", "الإصدار لا", "हिन्दी रिपोर्ट", "Cafe\u{301} q\u{308}"];

#[test]
fn names_come_out_of_the_document_as_they_went_in() {
    let fonts = fonts::fonts();
    let text = Document::new(&pdf(&saying(&LINES, &fonts), &fonts, Cancel::NEVER).unwrap()).text();
    for line in LINES {
        assert!(text.contains(line), "{line:?} is not in:\n{text:?}");
    }
}

#[test]
fn every_font_is_embedded_and_cut_down() {
    let fonts = fonts::fonts();
    let bytes = pdf(&saying(&LINES, &fonts), &fonts, Cancel::NEVER).unwrap();
    let listed = Document::new(&bytes).fonts();
    for (name, kind) in [
        ("+Inter-Medium", "CID TrueType"),
        ("+NotoSansCJKsc-Regular", "CID Type 0C"),
        ("+NotoSansHebrew-Regular", "CID TrueType"),
        ("+NotoSansArabic-Regular", "CID TrueType"),
        ("+NotoSansDevanagari-Regular", "CID TrueType"),
    ] {
        let font = listed.iter().find(|font| font.contains(name)).unwrap();
        assert!(font.contains(kind) && font.contains("yes yes yes"), "{font}");
    }
    assert_eq!(listed.len(), 5);
    assert!(bytes.len() < 20_000, "{} bytes", bytes.len());
}

#[test]
fn paper_shows_what_the_picture_shows() {
    let fonts = fonts::fonts();
    for line in LINES {
        let pages = saying(&[line], &fonts);
        let picture = png(&pages.pages[0], &Theme::paper(), &fonts, 2.0, Cancel::NEVER).unwrap();
        let paper = Document::new(&pdf(&pages, &fonts, Cancel::NEVER).unwrap()).raster(144);
        let [picture, paper] = [picture, paper].map(|bytes| ink(&Pixmap::decode_png(&bytes).unwrap()));
        let apart = picture.iter().zip(&paper).filter(|(one, other)| one != other).count();
        assert!(picture.iter().filter(|inked| **inked).count() > 5, "{line}");
        assert!(apart < 12, "{line}: {apart} of {}", picture.len());
    }
}

/// Which squares of eight pixels hold a good deal of ink.
fn ink(picture: &Pixmap) -> Vec<bool> {
    let columns = usize::try_from(picture.width()).unwrap().div_ceil(8);
    let rows = usize::try_from(picture.height()).unwrap().div_ceil(8);
    let mut dark = vec![0_u32; columns * rows];
    for (place, pixel) in picture.pixels().iter().enumerate() {
        let (x, y) = (place % picture.width() as usize, place / picture.width() as usize);
        dark[y / 8 * columns + x / 8] += 255 - u32::from(pixel.green());
    }
    dark.into_iter().map(|dark| dark > 64 * 30).collect()
}

#[test]
fn the_svg_names_the_fonts_and_the_direction() {
    let fonts = fonts::fonts();
    let pages = saying(&["דוחות", "路线图"], &fonts);
    let svg = svg(&pages.pages[0], &Theme::paper(), &fonts);
    assert!(
        svg.contains("'Noto Sans', 'Noto Sans Hebrew', 'Noto Sans CJK SC', 'DejaVu Sans', sans-serif\""),
        "{svg}"
    );
    assert!(svg.contains("direction=\"rtl\" text-anchor=\"end\">דוחות<"), "{svg}");
    assert!(svg.contains("lengthAdjust=\"spacingAndGlyphs\">路线图<"), "{svg}");
}

#[test]
fn the_same_text_gives_the_same_document() {
    let written = || pdf(&saying(&LINES, &fonts::fonts()), &fonts::fonts(), Cancel::NEVER).unwrap();
    assert!(written() == written());
}

#[test]
fn boxes_stand_for_what_no_font_has() {
    let fonts = fonts::fonts();
    let pages = saying(&["路 🚀", "plain"], &fonts);
    assert_eq!(missing(&pages, &fonts), ['🚀']);
    let text = Document::new(&pdf(&pages, &fonts, Cancel::NEVER).unwrap()).text();
    assert!(text.contains('路') && text.contains('🚀'), "{text}");
}
