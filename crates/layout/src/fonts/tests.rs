use super::*;

#[test]
fn width_grows_with_size_and_weight() {
    let fonts = Fonts::bundled();
    let regular = fonts.width("Scheduled report delivery", Weight::Regular, 12.0);
    assert!((fonts.width("Scheduled report delivery", Weight::Regular, 24.0) - 2.0 * regular).abs() < 1e-9);
    assert!(fonts.width("Scheduled report delivery", Weight::SemiBold, 12.0) > regular);
}

#[test]
fn a_shortened_text_fits_and_keeps_three_letters() {
    let fonts = Fonts::bundled();
    let text = "Scheduled report delivery";
    for room in 1..200 {
        let room = f64::from(room);
        match fonts.shortened(text, Weight::Medium, 12.0, room) {
            Some(short) => {
                assert!(fonts.width(&short, Weight::Medium, 12.0) <= room);
                assert!(short == text || short.chars().count() >= 4);
            }
            None => assert!(room < fonts.width("Sch…", Weight::Medium, 12.0)),
        }
    }
}

#[test]
fn what_is_shown_as_one_is_measured_as_one() {
    let fonts = Fonts::bundled();
    let width = |text| fonts.width(text, Weight::Regular, 10.0);
    for (sequence, alone) in [("👩‍👩‍👧‍👦", "👩"), ("👍🏽", "👍"), ("🇸🇪", "👍"), ("é", "e")]
    {
        assert!((width(sequence) - width(alone)).abs() < 1e-9, "{sequence}");
    }
}

#[test]
fn letters_of_several_characters_stay_whole() {
    let fonts = Fonts::bundled();
    let families = "👩‍👩‍👧‍👦".repeat(9);
    let short = fonts.shortened(&families, Weight::Medium, 12.0, 90.0);
    assert_eq!(short.as_deref(), Some(format!("{}…", "👩‍👩‍👧‍👦".repeat(5)).as_str()));
}

#[test]
fn wrapped_lines_break_between_words_and_the_last_is_shortened() {
    let fonts = Fonts::bundled();
    let wrap = |room, most| fonts.wrapped("Platform and reliability", Weight::Medium, 12.0, room, most);
    assert_eq!(wrap(200.0, 2), ["Platform and reliability"]);
    assert_eq!(wrap(80.0, 2), ["Platform and", "reliability"]);
    assert_eq!(wrap(60.0, 2), ["Platform", "and reli…"]);
    assert_eq!(wrap(60.0, 1), ["Platform…"]);
    let date = fonts.wrapped("16\u{a0}Apr – 9\u{a0}Jul", Weight::Medium, 12.0, 60.0, 2);
    assert_eq!(date, ["16\u{a0}Apr –", "9\u{a0}Jul"]);
}

#[test]
fn a_word_that_is_wider_than_a_line_goes_on_in_the_next() {
    let fonts = Fonts::bundled();
    let wrap = |text, room, most| fonts.wrapped(text, Weight::Medium, 12.0, room, most);
    assert_eq!(wrap("Rechtsschutzversicherung", 84.0, 3), ["Rechtsschutz", "versicherung"]);
    // After a sign that joins words, where there is one.
    assert_eq!(wrap("Customer-Relationship-Hub", 84.0, 3), ["Customer-", "Relationship-", "Hub"]);
    // The last line is shortened, and words that follow stand where they have room.
    assert_eq!(wrap("Rechtsschutzversicherung", 50.0, 2), ["Rechtss", "chutzv…"]);
    assert_eq!(
        wrap("The Rechtsschutzversicherung in all", 84.0, 4),
        ["The", "Rechtsschutz", "versicherung", "in all"]
    );
    // Too narrow for any text.
    assert!(wrap("Rechtsschutzversicherung", 8.0, 3).is_empty());
}

#[test]
fn scripts_without_spaces_break_between_letters_but_not_before_a_full_stop() {
    let fonts = Fonts::bundled();
    let em = fonts.width("路", Weight::Regular, 10.0);
    let wrap = |text: &str, letters: f64| fonts.wrapped(text, Weight::Regular, 10.0, letters * em, 3);
    assert_eq!(wrap("产品路线图和预算", 4.0), ["产品路线", "图和预算"]);
    assert_eq!(wrap("产品路线。图和预算", 4.0), ["产品路", "线。图和", "预算"]);
    assert_eq!(wrap("แผนงานผลิตภัณฑ์", 7.0).concat(), "แผนงานผลิตภัณฑ์");
}

#[test]
fn characters_that_the_font_lacks_still_take_room() {
    let fonts = Fonts::bundled();
    assert!(fonts.width("路线图", Weight::Regular, 10.0) >= 30.0);
    assert!(!fonts.face(Weight::Regular).covers('路'));
}
