use milepost_plan::{ItemEdit, Operation, RuleViolation};
use milepost_testkit::{id, item};

use crate::{after, plan, refusal};

fn edit(edit: ItemEdit) -> Operation {
    Operation::EditItems { ids: vec![id(5)], edit }
}

fn title(text: &str) -> Operation {
    edit(ItemEdit::Title(text.to_owned()))
}

#[test]
fn a_title_is_one_line_without_space_around_it() {
    for (given, kept) in [
        ("  Loose\u{a0}end\t", "Loose\u{a0}end"),
        ("one\r\ntwo\rthree\nfour", "one two three four"),
        ("one\u{2028}two\u{2029}three", "one two three"),
        ("bell\u{7}", "bell"),
        ("=SUM(A1)", "=SUM(A1)"),
        ("<b>bold</b>", "<b>bold</b>"),
        ("שלום 👩‍👩‍👧 café", "שלום 👩‍👩‍👧 café"),
    ] {
        let plan = after(&plan(), &title(given));
        assert_eq!(plan.items().get(id(5)).unwrap().title, kept);
    }
}

#[test]
fn a_title_has_something_to_see() {
    for invisible in ["", "   ", "\u{200b}", "\u{feff}\u{2060}", "\u{ad} \u{3164}", "\u{202e}", "\r\n"] {
        let violation = RuleViolation::EmptyName { word: "feature" };
        assert_eq!(refusal(&plan(), &title(invisible)), violation, "{invisible:?}");
    }
}

#[test]
fn a_line_holds_two_thousand_characters_and_a_text_a_hundred_thousand() {
    after(&plan(), &title(&"é".repeat(2_000)));
    let too_long = |field, length, limit| RuleViolation::TextTooLong { field, length, limit };
    let long = "é".repeat(2_001);
    assert_eq!(refusal(&plan(), &title(&long)), too_long("the name", 2_001, 2_000));
    for (field, one) in [
        ("the owner", ItemEdit::Owner(long.clone())),
        ("the link", ItemEdit::Link(long.clone())),
        ("the key", ItemEdit::Key(long.clone())),
    ] {
        assert_eq!(refusal(&plan(), &edit(one)), too_long(field, 2_001, 2_000));
    }
    let description = edit(ItemEdit::Description("é".repeat(100_001)));
    assert_eq!(refusal(&plan(), &description), too_long("the description", 100_001, 100_000));
}

#[test]
fn a_description_keeps_its_lines_and_tabs() {
    let text = "  one\r\n\ttwo\rthree\u{0}\n\n";
    let plan = after(&plan(), &edit(ItemEdit::Description(text.to_owned())));
    assert_eq!(item(&plan, "Loose").description, "  one\n\ttwo\nthree");
}
