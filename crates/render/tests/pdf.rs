//! PDFs as others read them.

#![allow(clippy::unwrap_used, reason = "part of the tests")]

mod poppler;
mod sheets;

use lopdf::{Dictionary, Object, decode_text_string};
use milepost_layout::{Fonts, Page, Pages, Role, Weight};
use milepost_plan::Cancel;
use milepost_render::{missing, pdf};
use poppler::Document;
use sheets::{HOSTILE, LETTERS, at, crowded, small, text};

fn written(pages: &Pages) -> Vec<u8> {
    pdf(pages, &Fonts::bundled(), Cancel::NEVER).unwrap()
}

/// A document of one page with one line.
fn saying(line: &str) -> Pages {
    let fonts = Fonts::bundled();
    let node = text(&fonts, at(20.0, 40.0), line, Weight::Regular, 12.0, Role::Ink);
    Pages { pages: vec![Page { width: 700.0, height: 80.0, nodes: vec![node] }], ..small(&fonts) }
}

#[test]
fn says_what_it_is() {
    let document = Document::new(&written(&small(&Fonts::bundled())));
    for (field, value) in [
        ("PDF version", "1.7"),
        ("Title", "Northwind – Plan 2027 (draft)"),
        ("Author", "Zoë Łuczak"),
        ("Creator", "Milepost"),
        ("CreationDate", "2027-02-12T00:00:00Z"),
        ("ModDate", "2027-02-12T00:00:00Z"),
        ("Pages", "1"),
        ("Page size", "420 x 200 pts"),
        ("JavaScript", "no"),
    ] {
        assert_eq!(document.info(field), value, "{field}");
    }
    assert!(document.info("Producer").starts_with("Milepost "));
}

#[test]
fn text_comes_out_as_it_went_in() {
    let fonts = Fonts::bundled();
    let text = Document::new(&written(&small(&fonts))).text();
    for line in ["Northwind 2027", LETTERS, "Scheduled report delivery", HOSTILE] {
        assert!(text.contains(line), "{line:?} is not in:\n{text}");
    }
}

#[test]
fn every_character_of_a_long_line_comes_out() {
    let line = "The quick brown fox (jumps) over \\ the lazy dog. AVATAR To fi ffl 0123456789 %/<>[]{}#";
    assert_eq!(Document::new(&written(&saying(line))).text().trim(), line);
}

#[test]
fn a_letter_with_hundreds_of_marks_leaves_the_text_readable() {
    let line = format!("Cafe{} au lait", "\u{301}".repeat(300));
    let text = Document::new(&written(&saying(&line))).text();
    assert!(text.contains("Caf") && text.contains("au lait"), "{text:?}");
}

#[test]
fn any_code_may_hold_any_byte() {
    // More than 300 characters, so that codes go through every low byte, parentheses and line ends among them.
    let fonts = Fonts::bundled();
    let covered = |c: &char| c.is_alphabetic() && fonts.face(Weight::Regular).covers(*c);
    let all: Vec<char> = ('A'..='\u{4ff}').filter(covered).collect();
    assert!(all.len() > 300, "{}", all.len());
    let lines: Vec<String> = all.chunks(40).map(|line| line.iter().collect()).collect();
    let nodes = (1_u8..)
        .zip(&lines)
        .map(|(row, line)| {
            text(&fonts, at(20.0, f64::from(row) * 20.0), line, Weight::Regular, 12.0, Role::Ink)
        })
        .collect();
    let pages = Pages { pages: vec![Page { width: 800.0, height: 800.0, nodes }], ..small(&fonts) };
    let text = Document::new(&written(&pages)).text();
    assert_eq!(text.split_whitespace().collect::<Vec<_>>(), lines);
}

#[test]
fn fonts_are_embedded_and_cut_down() {
    let fonts = Document::new(&written(&small(&Fonts::bundled()))).fonts();
    assert_eq!(fonts.len(), 3, "{fonts:?}");
    for (font, name) in fonts.iter().zip(["+Inter-Regular", "+Inter-Medium", "+Inter-SemiBold"]) {
        assert!(
            font.contains(name) && font.contains("CID TrueType") && font.contains("yes yes yes"),
            "{font}"
        );
    }
}

#[test]
fn characters_that_no_font_has_are_told_and_still_found() {
    let line = "路线 to the 🚀 moon\u{200d}";
    let fonts = Fonts::bundled();
    assert_eq!(missing(&saying(line), &fonts), ['线', '路', '🚀']);
    assert!(Document::new(&written(&saying(line))).text().contains("路线 to the 🚀 moon"));
    assert_eq!(missing(&saying("all is here"), &fonts), []);
}

#[test]
fn a_page_may_have_any_size_and_no_text() {
    let sheet = |width, height| Page { width, height, nodes: Vec::new() };
    let pages = Pages {
        pages: vec![sheet(841.89, 595.28), sheet(297.64, 1190.55)],
        outline: Vec::new(),
        ..small(&Fonts::bundled())
    };
    let document = Document::new(&written(&pages));
    assert_eq!(document.info("Pages"), "2");
    assert_eq!(document.info("Page size"), "841.89 x 595.28 pts (A4)");
    assert_eq!(
        document.info("MediaBox").split_whitespace().collect::<Vec<_>>(),
        ["0.00", "0.00", "841.89", "595.28"]
    );
}

#[test]
fn names_its_language_and_shows_its_title() {
    let document = lopdf::Document::load_mem(&written(&small(&Fonts::bundled()))).unwrap();
    let catalogue = document.catalog().unwrap();
    assert_eq!(decode_text_string(catalogue.get(b"Lang").unwrap()).unwrap(), "en-GB");
    let preferences = catalogue.get(b"ViewerPreferences").unwrap().as_dict().unwrap();
    assert!(preferences.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    assert!(catalogue.get(b"PageLabels").unwrap().as_dict().unwrap().has(b"Nums"));
    let information = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
    assert!(!document.get_dictionary(information).unwrap().has(b"GTS_PDFXVersion"));
}

#[test]
fn the_outline_holds_lanes_and_under_them_features() {
    let document = lopdf::Document::load_mem(&written(&small(&Fonts::bundled()))).unwrap();
    let outlines = document.catalog().unwrap().get(b"Outlines").unwrap().as_reference().unwrap();
    let root = document.get_dictionary(outlines).unwrap();
    assert_eq!(root.get(b"Count").unwrap().as_i64().unwrap(), 2);
    let lanes = children(&document, root);
    assert_eq!(titles(&lanes), ["Self-service reporting", "Größe я"]);
    assert_eq!(lanes[0].get(b"Count").unwrap().as_i64().unwrap(), -2, "features are folded away");
    let features = children(&document, lanes[0]);
    assert_eq!(titles(&features), ["Scheduled report delivery", HOSTILE]);

    let page = document.page_iter().next().unwrap();
    let place = features[1].get(b"Dest").unwrap().as_array().unwrap();
    assert_eq!(place[0], Object::Reference(page));
    assert_eq!(place[3].as_float().unwrap(), 200.0 - 96.0, "counted from the bottom");
}

/// The children of an outline item, by their links forwards, which those backwards must match.
fn children<'a>(document: &'a lopdf::Document, parent: &Dictionary) -> Vec<&'a Dictionary> {
    let mut items = Vec::new();
    let mut before = None;
    let mut next = parent.get(b"First").and_then(Object::as_reference).ok();
    while let Some(id) = next {
        let item = document.get_dictionary(id).unwrap();
        assert_eq!(item.get(b"Prev").and_then(Object::as_reference).ok(), before);
        items.push(item);
        (before, next) = (next, item.get(b"Next").and_then(Object::as_reference).ok());
    }
    assert_eq!(parent.get(b"Last").and_then(Object::as_reference).ok(), before);
    items
}

fn titles(items: &[&Dictionary]) -> Vec<String> {
    items.iter().map(|item| decode_text_string(item.get(b"Title").unwrap()).unwrap()).collect()
}

#[test]
fn the_same_pages_give_the_same_file() {
    let fonts = Fonts::bundled();
    let pages = small(&fonts);
    let first = written(&pages);
    assert!(first == written(&pages) && first == written(&small(&Fonts::bundled())));
    let identity =
        |bytes: &[u8]| lopdf::Document::load_mem(bytes).unwrap().trailer.get(b"ID").unwrap().clone();
    let other = written(&Pages { title: "Another plan".to_owned(), ..pages });
    assert_ne!(identity(&first), identity(&other));
}

#[test]
fn crowded_pages_stay_small() {
    let fonts = Fonts::bundled();
    let pages = Pages { outline: Vec::new(), ..crowded(&fonts, 24, 400) };
    let bytes = written(&pages);
    assert!(bytes.len() <= 400_000, "{} bytes", bytes.len());
    assert_eq!(Document::new(&bytes).info("Pages"), "24");
}
