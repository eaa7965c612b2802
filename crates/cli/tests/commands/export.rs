//! Plans onto paper and into tables.

use crate::program::{Desk, sample};

#[test]
fn exporting_and_importing_gives_the_same_table() {
    let desk = Desk::with_sample();
    desk.done(&["new", "copy.milepost"]);
    desk.done(&["export", "plan.milepost", "plan.csv"]);
    desk.done(&["import", "copy.milepost", "plan.csv"]);
    desk.done(&["export", "copy.milepost", "copy.csv"]);
    // The copy knows no needs and no goals that its items could serve.
    assert_eq!(without_served(&desk.read("plan.csv")), without_served(&desk.read("copy.csv")));
    let again = desk.done(&["import", "plan.milepost", "plan.csv"]);
    assert!(again.contains(" unchanged."), "{again}");
}

/// The rows of a file without the three columns of what items serve, as they stand before the last two.
fn without_served(file: &[u8]) -> Vec<String> {
    let text = String::from_utf8(file.to_vec()).unwrap();
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        format!("{:?} {:?}", &cells[..10.min(cells.len())], cells.last())
    };
    text.lines().map(row).collect()
}

#[test]
fn feedback_and_needs_are_tables_of_their_own() {
    let desk = Desk::new();
    desk.done(&["new", "plan.milepost"]);
    desk.done(&["import", "plan.milepost", &sample("fider.csv")]);
    desk.done(&["export", "plan.milepost", "said.csv", "--what", "feedback"]);
    desk.done(&["new", "copy.milepost"]);
    let told = desk.done(&["import", "copy.milepost", "said.csv"]);
    assert!(told.contains("8 rows: 8 taken."), "{told}");
    desk.done(&["export", "copy.milepost", "again.csv", "--what", "feedback"]);
    assert_eq!(desk.read("said.csv"), desk.read("again.csv"));
    for (what, head) in [
        ("needs", "Need,Weight,Standing"),
        ("matrix", "Need,Weight,Standing"),
        ("customers", "Customer,Size,Unit,Need"),
        ("promises", "Source,Customer,Said on"),
    ] {
        desk.done(&["export", "plan.milepost", "table.csv", "--what", what, "--no-bom"]);
        assert!(desk.read("table.csv").starts_with(head.as_bytes()), "{what}");
    }
}

#[test]
fn the_parts_of_a_pdf_are_chosen() {
    let desk = Desk::with_sample();
    let pages = |parts: &str| {
        let told = desk.done(&["export", "plan.milepost", "plan.pdf", "--pages", parts]);
        let words: Vec<&str> = told.split_whitespace().collect();
        let at = words.iter().position(|word| word.starts_with("page")).unwrap();
        words[at - 1].parse::<usize>().unwrap()
    };
    let reports = pages("matrix,customers,insight");
    assert!(reports >= 3, "{reports}");
    assert_eq!(pages("roadmap") + reports, pages("insight,roadmap,matrix,customers"));
}

#[test]
fn a_table_is_separated_and_marked_as_asked() {
    let desk = Desk::with_sample();
    desk.done(&["export", "plan.milepost", "a.csv"]);
    assert!(desk.read("a.csv").starts_with("\u{feff}Key,Title,Kind".as_bytes()));
    desk.done(&["export", "plan.milepost", "b.csv", "--separator", "semicolon", "--no-bom"]);
    assert!(desk.read("b.csv").starts_with(b"Key;Title;Kind"));
}

#[test]
fn a_pdf_is_the_same_for_the_same_plan_and_day() {
    let desk = Desk::with_sample();
    for name in ["a.pdf", "b.pdf", "later.pdf"] {
        let day = if name == "later.pdf" { "2027-03-01" } else { "2026-11-23" };
        desk.done(&["export", "plan.milepost", name, "--paper", "a3", "--as-of", day]);
    }
    assert!(desk.read("a.pdf").starts_with(b"%PDF-1.7"));
    assert_eq!(desk.read("a.pdf"), desk.read("b.pdf"));
    assert_ne!(desk.read("a.pdf"), desk.read("later.pdf"));
}

#[test]
fn a_picture_has_one_page() {
    let desk = Desk::with_sample();
    desk.done(&["export", "plan.milepost", "plan.svg", "--fit", "page"]);
    assert!(desk.read("plan.svg").starts_with(b"<svg") || desk.read("plan.svg").starts_with(b"<?xml"));
    desk.done(&["export", "plan.milepost", "plan.png", "--fit", "page", "--portrait"]);
    assert!(desk.read("plan.png").starts_with(b"\x89PNG"));
    let errors = desk.refused(1, &["export", "plan.milepost", "large.png", "--fit", "200"]);
    assert!(errors.contains("pages"), "{errors}");
    assert!(!desk.path("large.png").exists());
}

#[test]
fn a_file_that_is_there_is_replaced_and_kept_on_failure() {
    let desk = Desk::with_sample();
    desk.write("plan.pdf", "old");
    let reversed = ["export", "plan.milepost", "plan.pdf", "--from", "2027-06-01", "--to", "2027-01-01"];
    desk.refused(1, &reversed);
    assert_eq!(desk.read("plan.pdf"), b"old");
    let told = desk.done(&["export", "plan.milepost", "plan.pdf"]);
    assert!(told.starts_with("Wrote plan.pdf: ") && told.contains(" page"), "{told}");
    assert!(desk.read("plan.pdf").starts_with(b"%PDF"));
}

#[test]
fn a_view_is_named_or_the_names_are_told() {
    let desk = Desk::with_sample();
    let errors = desk.refused(1, &["export", "plan.milepost", "plan.pdf", "--view", "Nothing like it"]);
    let named = errors.split('“').nth(2).and_then(|rest| rest.split('”').next()).unwrap();
    let asked = named.to_uppercase();
    desk.done(&["export", "plan.milepost", "plan.svg", "--fit", "page", "--view", &asked]);
    let drawn = String::from_utf8(desk.read("plan.svg")).unwrap();
    assert!(drawn.contains(named) && !drawn.contains(&asked), "it is called as the plan calls it");
}

#[test]
fn names_that_inter_lacks_are_set_in_fonts_of_the_system_and_else_told() {
    let desk = Desk::new();
    desk.done(&["new", "plan.milepost"]);
    desk.write("items.csv", "Title,Start,End\nשלום,2026-11-02,2026-12-18\n");
    desk.done(&["import", "plan.milepost", "items.csv"]);
    let told = desk.done(&["export", "plan.milepost", "plan.pdf"]);
    assert!(!told.contains("No font"), "these tests need a font with Hebrew, such as DejaVu Sans: {told}");

    // The last character of a plane that is kept free of characters for everybody.
    desk.write("more.csv", "Title,Start,End\nA \u{10fffd},2026-11-02,2026-12-18\n");
    desk.done(&["import", "plan.milepost", "more.csv"]);
    let told = desk.done(&["export", "plan.milepost", "plan.png", "--fit", "page"]);
    assert!(told.contains("No font on this computer can print \u{10fffd}"), "{told}");
}
