//! Large text in the web view: the page sees a smaller window, and the timeline stays sharp in it.

use milepost_testkit::wait;
use milepost_testkit::webdriver::Key;
use serde_json::Value;

use crate::plan_file::PlanFile;
use crate::window::Window;

/// The largest size is twice the usual one, this many steps away.
const STEPS: usize = 5;

fn number(window: &Window, script: &str) -> f64 {
    Value::as_f64(&window.execute(&format!("return {script};"))).unwrap_or_default()
}

/// How many pixels of the system's a point of the timeline is painted with.
fn sharpness(window: &Window) -> f64 {
    let canvas = "document.querySelector('.chart-axis canvas')";
    number(window, &format!("{canvas}.width / {canvas}.getBoundingClientRect().width"))
}

#[test]
fn text_at_twice_its_size_leaves_half_the_points_and_twice_the_pixels_to_each() {
    let plan = PlanFile::sample();
    let window = Window::open(&plan);
    window.wait_for_bar("Job scheduler");
    let (width, sharp) = (number(&window, "innerWidth"), sharpness(&window));
    for _ in 0..STEPS {
        window.press(&[Key::Control, Key::PageUp]);
    }
    let twice = |now: f64, before: f64| (now / before - 2.0).abs() < 0.02;
    wait::until("half as many points fit into the window", || {
        twice(width, number(&window, "innerWidth")).then_some(())
    });
    wait::until("the timeline is painted with all pixels there are", || {
        twice(sharpness(&window), sharp).then_some(())
    });
    window.wait_for_bar("Job scheduler");

    window.press(&[Key::Control, Key::Letter('0')]);
    wait::until("as many points fit as before", || {
        ((number(&window, "innerWidth") - width).abs() < 1.0).then_some(())
    });
}
