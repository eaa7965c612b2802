//! Text that Inter is not enough for: which faces it is set in, which way it runs, where it is cut.

#![allow(clippy::unwrap_used, reason = "part of the tests")]

use milepost_layout::{Fonts, Line, Weight};
use milepost_testkit::fonts;

const ARABIC: &str = "تقرير";
const HEBREW: &str = "דוחות";

fn line(fonts: &Fonts, text: &str) -> Line {
    Line::clone(&fonts.line(text, Weight::Medium).unwrap())
}

/// The faces from left to right, and what is set in each.
fn pieces(fonts: &Fonts, text: &str) -> Vec<(String, String)> {
    let line = line(fonts, text);
    let told = line.pieces.iter().map(|piece| {
        let name = piece.face.as_ref().map_or("nothing", |face| face.name());
        (name.to_owned(), piece.glyphs.iter().map(|glyph| glyph.text(text)).collect())
    });
    told.collect()
}

fn width(fonts: &Fonts, text: &str) -> f64 {
    fonts.width(text, Weight::Medium, 100.0)
}

#[test]
fn plain_text_needs_no_line() {
    let fonts = fonts::fonts();
    assert!(fonts.line("Scheduled report délivery – “я”", Weight::Medium).is_none());
    assert!(fonts.line("", Weight::Medium).is_none());
}

#[test]
fn what_inter_lacks_is_set_in_a_face_that_has_it() {
    let faces = pieces(&fonts::fonts(), "Plan 路线图 2");
    let names: Vec<&str> = faces.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Inter-Medium", "NotoSansCJKsc-Regular", "Inter-Medium"]);
    assert_eq!(faces.iter().map(|(_, text)| text.as_str()).collect::<String>(), "Plan 路线图 2");
}

#[test]
fn widths_are_those_of_the_face() {
    let fonts = fonts::fonts();
    assert!((width(&fonts, "路线图") - 300.0).abs() < 0.01, "wide signs are one em each");
    let assumed = Fonts::bundled().width(HEBREW, Weight::Medium, 100.0);
    assert!(width(&fonts, HEBREW) < assumed);
    let together = width(&fonts, "a路b");
    assert!((together - width(&fonts, "a") - 100.0 - width(&fonts, "b")).abs() < 0.01);
}

#[test]
fn letters_of_arabic_join() {
    let fonts = fonts::fonts();
    let apart: f64 = ARABIC.chars().map(|letter| width(&fonts, &letter.to_string())).sum();
    assert!(width(&fonts, ARABIC) < 0.95 * apart);
}

#[test]
fn a_text_runs_the_way_of_its_first_letter() {
    let fonts = fonts::fonts();
    let hebrew_first = format!("{HEBREW} (beta)");
    let latin_first = format!("Release {HEBREW} 2");
    assert!(line(&fonts, &hebrew_first).right_to_left);
    assert!(!line(&fonts, &latin_first).right_to_left);
    let seen = |text: &str| pieces(&fonts, text).into_iter().map(|(_, text)| text).collect::<String>();
    let turned: String = HEBREW.chars().rev().collect();
    assert_eq!(seen(&hebrew_first), format!(")beta( {turned}"));
    assert_eq!(seen(&latin_first), format!("Release 2 {turned}"));
}

#[test]
fn brackets_are_turned_with_the_text() {
    let fonts = fonts::fonts();
    let text = format!("({HEBREW})");
    let set = line(&fonts, &text);
    let (leftmost, rightmost) = (set.glyphs().next().unwrap(), set.glyphs().last().unwrap());
    let inter = fonts.face(Weight::Medium);
    assert_eq!((leftmost.text(&text), Some(leftmost.id)), (")", inter.glyph('(')));
    assert_eq!((rightmost.text(&text), Some(rightmost.id)), ("(", inter.glyph(')')));
}

#[test]
fn glyphs_stand_one_after_the_other() {
    let fonts = fonts::fonts();
    for text in [ARABIC, "Release الإصدار 2", "हिन्दी रिपोर्ट", "a路线b"] {
        let set = line(&fonts, text);
        let advances: f64 = set.glyphs().map(|glyph| f64::from(glyph.advance)).sum();
        assert!((advances - set.width).abs() < 1e-4, "{text}");
        let mut parts: Vec<_> = set.glyphs().map(|glyph| (glyph.start, glyph.end)).collect();
        parts.retain(|(start, end)| start < end);
        parts.sort_unstable();
        assert!(parts.windows(2).all(|pair| pair[0].1 == pair[1].0), "{text}: {parts:?}");
        assert_eq!(parts.first().map(|part| part.0), Some(0));
        assert_eq!(parts.last().map(|part| part.1 as usize), Some(text.len()), "{text}");
    }
}

#[test]
fn accents_stand_on_their_letters() {
    let fonts = Fonts::bundled();
    for (decomposed, composed) in [("Cafe\u{301}", "Café"), ("A\u{30a}ngstro\u{308}m", "Ångström")] {
        assert!((width(&fonts, decomposed) - width(&fonts, composed)).abs() < 1e-3, "{decomposed}");
    }
    // There is no letter for this pair: the dots are put over the q by the font.
    let set = line(&fonts, "q\u{308}");
    let [letter, dots] = [0, 1].map(|place| *set.glyphs().nth(place).unwrap());
    assert!(dots.x > letter.x && dots.x < letter.x + letter.advance && dots.advance == 0.0, "{set:?}");
}

#[test]
fn what_no_font_has_is_told_and_keeps_room() {
    let fonts = fonts::fonts();
    let text = "路 תקש 🚀\u{200d}";
    let set = line(&fonts, text);
    assert_eq!(set.missing(text).collect::<String>(), "ק🚀");
    assert!(width(&fonts, "🚀") > 100.0);
}

#[test]
fn a_shortened_name_fits_and_ends_where_reading_ends() {
    let fonts = fonts::fonts();
    let name = "שלום מעורב דוחות שלום מעורב";
    for room in (20..200).map(f64::from) {
        let Some(short) = fonts.shortened(name, Weight::Medium, 12.0, room) else { continue };
        assert!(fonts.width(&short, Weight::Medium, 12.0) <= room);
        if short != name {
            let set = line(&fonts, &short);
            assert_eq!(
                set.glyphs().next().unwrap().text(&short),
                "…",
                "read from right to left, cut at the left"
            );
        }
    }
}

#[test]
fn the_same_text_is_set_the_same() {
    let text = "Release الإصدار 2 路线图";
    assert_eq!(pieces(&fonts::fonts(), text), pieces(&fonts::fonts(), text));
    let (one, other) = (line(&fonts::fonts(), text), line(&fonts::fonts(), text));
    assert!(one.glyphs().eq(other.glyphs()));
}
