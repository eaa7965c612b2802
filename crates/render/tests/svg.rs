//! SVGs as text.

mod sheets;

use milepost_layout::{Fonts, Theme};
use milepost_render::svg;
use resvg::usvg::roxmltree;
use sheets::{HOSTILE, small_page};

#[test]
fn a_small_page() {
    insta::assert_snapshot!(svg(&small_page(&Fonts::bundled()), &Theme::light(), &Fonts::bundled()));
}

#[test]
fn names_from_a_plan_stay_text() {
    let page = small_page(&Fonts::bundled());
    let svg = svg(&page, &Theme::dark(), &Fonts::bundled());
    let document = roxmltree::Document::parse(&svg).unwrap();
    let texts: Vec<_> = document.descendants().filter(|node| node.has_tag_name("text")).collect();
    assert!(texts.iter().any(|node| node.text() == Some(HOSTILE)));
    assert!(!document.descendants().any(|node| node.tag_name().name() == "b"));
}

#[test]
fn the_same_page_gives_the_same_text() {
    let page = small_page(&Fonts::bundled());
    assert_eq!(
        svg(&page, &Theme::light(), &Fonts::bundled()),
        svg(&page.clone(), &Theme::light(), &Fonts::bundled())
    );
    assert_ne!(svg(&page, &Theme::light(), &Fonts::bundled()), svg(&page, &Theme::dark(), &Fonts::bundled()));
}
