//! Hands on the roadmap: what they do shows in the inspector and in the file, and can be undone.

use milepost_testkit::wait;
use milepost_testkit::webdriver::Key;

use crate::plan_file::{Item, PlanFile};
use crate::window::Window;

/// A bar with room around it.
const TITLE: &str = "Scheduled report delivery";

fn at(theme: &str, first: &str, last: &str) -> Item {
    Item { theme: theme.to_owned(), first: first.to_owned(), last: last.to_owned() }
}

fn before() -> Item {
    at("Self-service reporting", "2027-02-02", "2027-04-16")
}

/// Thirty days later.
fn after() -> Item {
    at("Self-service reporting", "2027-03-04", "2027-05-16")
}

/// Pixels per day, from two bars of the sample whose first days are 57 days apart.
fn day_width(window: &Window) -> f64 {
    let (early, late) = (window.wait_for_bar("Job scheduler"), window.wait_for_bar(TITLE));
    (late.x - early.x) / 57.0
}

/// Drags the bar by a number of days, by its middle.
pub fn drag_by_days(window: &Window, days: f64) {
    let distance = days * day_width(window);
    let (x, y) = window.wait_for_bar(TITLE).middle();
    window.saving(|| window.drag((x, y), (x + distance, y)));
}

#[track_caller]
fn shows(window: &Window, item: &Item) {
    wait::until_equal("the inspector's dates", &(Some(item.first.clone()), Some(item.last.clone())), || {
        (window.field("first"), window.field("last"))
    });
}

#[test]
fn a_drag_by_thirty_days_is_seen_kept_undone_and_redone() {
    let plan = PlanFile::sample();
    let window = Window::open(&plan);
    assert_eq!(plan.item(TITLE), before());

    drag_by_days(&window, 30.0);
    window.click_at(window.wait_for_bar_saying(TITLE, "4 March to 16 May 2027").middle());
    shows(&window, &after());
    assert_eq!(plan.item(TITLE), after());

    window.saving(|| window.act("undo"));
    shows(&window, &before());
    assert_eq!(plan.item(TITLE), before());

    window.saving(|| window.act("redo"));
    shows(&window, &after());
    assert_eq!(plan.item(TITLE), after());
    drop(window);

    let window = Window::open(&plan);
    window.wait_for_bar_saying(TITLE, "4 March to 16 May 2027");
    plan.check();
}

#[test]
fn the_wheel_moves_the_timeline() {
    let plan = PlanFile::sample();
    let window = Window::open(&plan);
    let before = window.wait_for_bar(TITLE);
    window.turn_wheel(before.middle(), (60, 0));
    wait::until_equal("the bar's place", &Some((before.x - 60.0).round()), || {
        window.bar(TITLE).map(|bar| bar.x.round())
    });
}

#[test]
fn a_bar_has_a_menu_under_the_pointer() {
    let plan = PlanFile::sample();
    let window = Window::open(&plan);
    window.ask_for_menu_at(window.wait_for_bar(TITLE).middle());
    window.saving(|| window.click("[role=menu] [data-menu=duplicate]"));
    plan.check();
}

#[test]
fn a_drag_to_another_lane_leaves_the_dates() {
    let plan = PlanFile::sample();
    let window = Window::open(&plan);
    let (x, y) = window.wait_for_bar(TITLE).middle();
    let below = window.wait_for_bar("Duplicate detection").middle().1;
    window.saving(|| window.drag((x, y), (x + 4.0, below)));
    assert_eq!(plan.item(TITLE), at("Data quality", "2027-02-02", "2027-04-16"));
    window.wait_for_bar_saying(TITLE, "lane Data quality");
}

#[test]
fn escape_lets_go_of_a_bar_and_changes_nothing() {
    let plan = PlanFile::sample();
    let window = Window::open(&plan);
    let bar = window.wait_for_bar(TITLE);
    let (x, y) = bar.middle();
    window.hold_and_move((x, y), (x + 200.0, y));
    window.press(&[Key::Escape]);
    window.release();
    wait::until_equal("the bar stands where it stood", &Some(bar), || window.bar(TITLE));
    assert_eq!((plan.revision(), plan.item(TITLE)), (0, before()));
}

#[test]
fn keys_do_what_the_pointer_does() {
    let plan = PlanFile::sample();
    let window = Window::open(&plan);
    window.click_at(window.wait_for_bar(TITLE).middle());
    shows(&window, &before());
    window.saving(|| window.press(&[Key::Alt, Key::ArrowRight]));
    let moved = plan.item(TITLE);
    assert!(moved.first > before().first && moved.theme == before().theme, "{moved:?}");
    window.saving(|| window.press(&[Key::Control, Key::Letter('z')]));
    assert_eq!(plan.item(TITLE), before());
}
