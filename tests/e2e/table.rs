//! The table beside the timeline, menus, the clipboard and search, by pointer and keys.

use milepost_testkit::wait;
use milepost_testkit::webdriver::Key;

use crate::plan_file::PlanFile;
use crate::window::Window;

const TITLE: &str = "Scheduled report delivery";

/// Where the row of an item stands in the window: its top and its height in pixels.
fn row(window: &Window, title: &str) -> Option<(f64, f64)> {
    let script = format!(
        "const rows = [...document.querySelectorAll('[role=row]')];
         const row = rows.find((row) => row.querySelector('[role=rowheader]')?.textContent.includes({title:?}));
         const {{ y, height }} = row?.getBoundingClientRect() ?? {{}};
         return row ? [y, height] : null;"
    );
    let found = window.execute(&script);
    Some((found[0].as_f64()?, found[1].as_f64()?))
}

/// Whether the status bar says so.
fn counts(window: &Window, words: &str) -> bool {
    let script = format!("return document.querySelector('footer').textContent.includes({words:?});");
    window.execute(&script).as_bool().unwrap_or_default()
}

fn type_in(window: &Window, text: &str) {
    for letter in text.chars() {
        window.press(&[Key::Letter(letter)]);
    }
}

#[test]
fn a_row_stands_beside_its_bar_and_a_cell_is_edited_and_undone() {
    let plan = PlanFile::sample();
    let window = Window::open(&plan);
    window.wait_for_bar(TITLE);
    window.press(&[Key::Alt, Key::Letter('2')]);
    let (top, height) = wait::until("the item has a row beside its bar", || {
        let (top, height) = row(&window, TITLE)?;
        let bar = window.bar(TITLE)?;
        (bar.y >= top && bar.y + bar.height <= top + height).then_some((top, height))
    });

    window.click_at((260.0, top + height / 2.0));
    window.press(&[Key::Enter]);
    window.wait_for("[role=grid] input");
    type_in(&window, "Reports by mail");
    window.saving(|| window.press(&[Key::Enter]));
    window.wait_for_bar("Reports by mail");
    wait::until("the row has the new title", || row(&window, "Reports by mail"));

    window.saving(|| window.act("undo"));
    window.wait_for_bar(TITLE);
}

#[test]
fn a_menu_opens_by_key_and_does_what_it_says() {
    let plan = PlanFile::sample();
    let window = Window::open(&plan);
    window.click_at(window.wait_for_bar(TITLE).middle());
    window.press(&[Key::Shift, Key::F10]);
    window.wait_for("[role=menu]");
    window.saving(|| window.click("[data-menu=delete]"));
    wait::until_equal("one feature less is counted", &true, || counts(&window, "31 features"));
    window.saving(|| window.act("undo"));
    wait::until_equal("it is counted again", &true, || counts(&window, "32 features"));
}

#[test]
fn what_is_searched_for_is_gone_to_wherever_it_stands() {
    let plan = PlanFile::sample();
    let window = Window::open(&plan);
    window.wait_for_bar(TITLE);
    window.press(&[Key::Letter('/')]);
    window.fill("[data-field=search]", "9:00 stand-up");
    window.wait_for("[data-found]");
    window.press(&[Key::Enter]);
    wait::until_equal("the inspector shows it", &Some("2027-02-02".to_owned()), || window.field("first"));
}
