//! Ways to look: lanes by something else, a filter, collapsed lanes, and what they do to what is dragged.

use milepost_testkit::wait;
use milepost_testkit::webdriver::Key;

use crate::plan_file::PlanFile;
use crate::window::Window;

/// Waits for a release, and is in progress; the other one is only planned.
const BEGUN: &str = "Scheduled report delivery";
const PLANNED: &str = "Row-level security";

/// Does something by its name in the palette.
fn command(window: &Window, words: &str) {
    window.press(&[Key::Control, Key::Letter('k')]);
    window.fill("[data-field=palette]", words);
    window.click("[data-found]");
}

/// How many bars are in sight.
fn bars(window: &Window) -> usize {
    let count = window.execute("return document.querySelectorAll('[data-item]').length;");
    count.as_u64().and_then(|count| usize::try_from(count).ok()).unwrap_or_default()
}

#[test]
fn what_is_dropped_on_a_lane_of_another_status_has_that_status() {
    let plan = PlanFile::sample();
    let window = Window::open(&plan);
    window.wait_for_bar(BEGUN);
    command(&window, "Lanes by status");
    let (x, y) = window.wait_for_bar_saying(BEGUN, "lane In progress").middle();
    let above = window.wait_for_bar_saying(PLANNED, "lane Planned").middle().1;
    window.saving(|| window.drag((x, y), (x + 3.0, above)));
    window.click_at(window.wait_for_bar_saying(BEGUN, "lane Planned").middle());
    wait::until_equal("the status in the inspector", &Some("planned".to_owned()), || window.field("status"));
    assert_eq!(plan.item(BEGUN).first, "2027-02-02", "the dates stay");

    window.saving(|| window.act("undo"));
    window.wait_for_bar_saying(BEGUN, "lane In progress");
}

#[test]
fn a_filter_keeps_bars_out_and_a_lane_collapses_and_expands() {
    let plan = PlanFile::sample();
    let window = Window::open(&plan);
    window.wait_for_bar(BEGUN);
    let all = bars(&window);
    window.press(&[Key::Letter('f')]);
    window.fill("[data-field=filter-text]", "report");
    wait::until("the filter keeps bars out", || (bars(&window) < all).then_some(()));
    window.press(&[Key::Escape]);
    window.wait_for_bar(BEGUN);

    let height = window.wait_for_bar(BEGUN).height;
    window.click(".chart-lanes button");
    wait::until("the lane's bars are thin", || window.bar(BEGUN).filter(|bar| bar.height < height / 2.0));
    window.click(".chart-lanes button[aria-expanded=false]");
    wait::until("the lane's bars are as before", || {
        window.bar(BEGUN).filter(|bar| (bar.height - height).abs() < 0.5)
    });
}
